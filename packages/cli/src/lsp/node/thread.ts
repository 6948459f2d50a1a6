// The computing thread of a machine: a worker of Node, which is told through memory that both share when it is not wanted any more.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ComputeStart, PostedReply } from '../compute-protocol.ts';
import type { Thread, ThreadListener } from '../host.ts';

export function startThread(listener: ThreadListener): Thread {
  const superseded = new SharedArrayBuffer(4);
  const flag = new Int32Array(superseded);
  const workerData: ComputeStart = { superseded };
  const worker = new Worker(workerFile(), { workerData, stdout: true, stderr: true });
  worker.unref();
  worker.on('message', (reply: PostedReply) => {
    listener.posted(reply);
  });
  worker.on('error', (error) => {
    listener.lost(error instanceof Error ? error.message : String(error));
  });
  worker.on('exit', () => {
    listener.lost('the computing thread ended');
  });
  return {
    post(request) {
      worker.postMessage(request);
    },
    giveUp(ticket) {
      Atomics.store(flag, 0, ticket);
    },
    end: () => worker.terminate(),
  };
}

/** Beside this bundle, or beside its folder of chunks. */
function workerFile(): URL {
  const places = ['./compute-worker.js', '../compute-worker.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(place)) ?? places[0]!;
}
