// The digest of a large file, made by a thread beside what reads it. Where parts of a file are scanned by threads, one of them makes it
// (scan-ahead.ts); this is for a file that is read otherwise.
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { AT, type ScanReply, type ScanWork } from './scan-work.ts';
import { threadScript } from './thread-script.ts';

/** A thread from which nothing is heard for so long (ms) is not waited for any more. */
const PATIENCE = 10_000;

export interface DigestThread {
  /** SHA-256, waited for. Null: the caller has to make it. */
  readonly digest: () => string | null;
  /** It is not needed. */
  readonly end: () => void;
}

/** Null where there are no threads. */
export function digestThread(file: Pick<ScanWork, 'path' | 'identity' | 'size'>): DigestThread | null {
  const script = threadScript('scan-worker.mjs');
  if (script === null) return null;
  const shared = new Int32Array(new SharedArrayBuffer(16));
  const { port1, port2 } = new MessageChannel();
  const work: ScanWork = { ...file, layout: null, shared, port: port2, makesDigest: true };
  // What the thread does not do is done by whoever asks.
  new Worker(script, { workerData: work, transferList: [port2] }).on('error', () => undefined).unref();
  port1.unref();
  return {
    digest() {
      for (;;) {
        const signal = Atomics.load(shared, AT.signal);
        const reply = receiveMessageOnPort(port1)?.message as ScanReply | undefined;
        if (reply !== undefined) return 'digest' in reply ? reply.digest : null;
        if (Atomics.wait(shared, AT.signal, signal, PATIENCE) === 'timed-out') return null;
      }
    },
    end() {
      Atomics.store(shared, AT.ended, 1);
      port1.close();
    },
  };
}
