// Has parts of a large file scanned by threads (scan-worker.ts) while this one scans others and puts all together in their order. This one
// never goes back to its event loop meanwhile: it waits for a number in shared memory and takes messages as they are there.
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import {
  aheadOf,
  codesBufferOf,
  partsOf,
  scanPart,
  takeBack,
  type Ahead,
  type ByteSource,
  type Part,
  type PartLayout,
} from '@studyspec/core';
import { AT, WINDOW, type ScanReply, type ScanWork, type SpareBuffer } from './scan-work.ts';
import { threadScript } from './thread-script.ts';

/** A thread from which nothing is heard for so long (ms) is not waited for any more. */
const PATIENCE = 10_000;

export interface ScanThreads {
  readonly ahead: (layout: PartLayout) => Ahead | null;
  /** SHA-256 of the file, where a thread makes it; waited for. Null: the caller has to. */
  readonly digest: () => string | null;
  /** Whatever threads still do is not needed. */
  readonly end: () => void;
}

/** `threads`: beside this one. */
export function scanThreads(
  file: Pick<ScanWork, 'path' | 'identity'>,
  source: Pick<ByteSource, 'size' | 'read'>,
  threads: number,
): ScanThreads {
  const script = threadScript('scan-worker.mjs');
  let digest: string | null = null;
  /** A thread was asked for the digest. */
  let asked = false;
  let waitForDigest = (): void => undefined;
  const running: Int32Array[] = [];
  return {
    ahead(layout) {
      const parts = partsOf(source.size, layout);
      if (threads < 1 || parts < 2 || script === null) return null;
      const shared = new Int32Array(new SharedArrayBuffer(16));
      running.push(shared);
      const found = new Map<number, Part | null>();
      const ports = begin(script, threads, (port, index) => {
        const makesDigest = index === 0 && !asked;
        return { ...file, size: source.size, layout, shared, port, makesDigest };
      });
      const makesDigest = !asked;
      asked = true;
      let failed = false;
      /** Who scanned a part, where that was a thread. */
      const makers = new WeakMap<Part, MessagePort>();
      const here = (part: number): void => {
        found.set(part, scanPart(source, layout, part));
      };
      const take = (reply: ScanReply, from: MessagePort): void => {
        if ('digest' in reply) digest = reply.digest;
        else if ('part' in reply) {
          found.set(reply.part, reply.found);
          if (reply.found !== null) makers.set(reply.found, from);
        } else if (reply.failed === 'digest') failed = true;
        else here(reply.failed);
      };
      /** Takes what has come. */
      const listen = (): void => {
        for (const port of ports)
          for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port))
            take(message.message as ScanReply, port);
      };
      /** Until what is waited for may have come; false where nothing comes. What lies there already brings no signal any more. */
      const wait = (come: () => boolean): boolean => {
        const signal = Atomics.load(shared, AT.signal);
        listen();
        return come() || Atomics.wait(shared, AT.signal, signal, PATIENCE) !== 'timed-out';
      };
      const partAt = (part: number): Part | null => {
        Atomics.store(shared, AT.merged, part);
        Atomics.notify(shared, AT.merged);
        listen();
        while (!found.has(part)) {
          const next = Atomics.load(shared, AT.next);
          // Something to do for this thread too, as long as what is done waits not too long.
          if (next < parts && next < part + WINDOW) {
            const own = Atomics.add(shared, AT.next, 1);
            if (own < parts) here(own);
          } else if (!wait(() => found.has(part)) && !found.has(part)) here(part);
          listen();
        }
        const it = found.get(part)!;
        found.delete(part);
        return it;
      };
      if (makesDigest)
        waitForDigest = () => {
          const come = (): boolean => digest !== null || failed;
          while (!come() && wait(come));
          for (const port of ports) port.close();
        };
      const giveBack = (part: Part): void => {
        const buffer = part.block === null ? null : codesBufferOf(part.block);
        const maker = makers.get(part);
        if (maker === undefined || buffer === null) takeBack(buffer);
        else maker.postMessage({ buffer } satisfies SpareBuffer, [buffer]);
      };
      return aheadOf(parts, partAt, giveBack, () => {
        // No more parts; a digest that is being made is made.
        Atomics.store(shared, AT.next, parts);
        Atomics.store(shared, AT.merged, parts);
        Atomics.notify(shared, AT.merged);
        if (!makesDigest) for (const port of ports) port.close();
      });
    },
    digest() {
      waitForDigest();
      return digest;
    },
    end() {
      for (const shared of running) {
        Atomics.store(shared, AT.ended, 1);
        Atomics.notify(shared, AT.merged);
      }
    },
  };
}

function begin(script: string, threads: number, workFor: (port: MessagePort, index: number) => ScanWork): readonly MessagePort[] {
  return Array.from({ length: threads }, (_, index) => {
    const { port1, port2 } = new MessageChannel();
    const work = workFor(port2, index);
    // What a thread does not do is done here.
    new Worker(script, { workerData: work, transferList: [port2] }).on('error', () => undefined).unref();
    port1.unref();
    return port1;
  });
}
