// The answering thread's side of computing: one computation at a time, the newest of each study; one that is no longer wanted is told so,
// and its thread replaced when it does not listen. Never waits.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ComputeReply, ComputeRequest, ComputeStart, PostedReply } from './compute-protocol.ts';
import { heldNumbers } from './held-numbers.ts';

export interface Computing {
  /** Computes this as soon as may be; whatever the same study had asked for before is no longer wanted. */
  request(order: Omit<ComputeRequest, 'ticket' | 'held'>): number;
  /** Nothing of this study is wanted any more. */
  forget(study: string): void;
  close(): Promise<void>;
}

/**
 * A computation that does not notice for so long that it is no longer wanted loses its thread, and with it all that it remembers: steps are
 * short, so only one that has run wild does.
 */
const PATIENCE = 3000;

export function startComputing(onReply: (reply: ComputeReply) => void): Computing {
  const superseded = new SharedArrayBuffer(4);
  const flag = new Int32Array(superseded);
  const waiting = new Map<string, Omit<ComputeRequest, 'held'>>();
  const held = heldNumbers();
  let worker: Worker | null = null;
  let running: ComputeRequest | null = null;
  let impatience: NodeJS.Timeout | null = null;
  let tickets = 0;
  let closed = false;

  function start(): Worker {
    const workerData: ComputeStart = { superseded };
    held.clear();
    const fresh = new Worker(workerFile(), { workerData, stdout: true, stderr: true });
    fresh.unref();
    fresh.on('message', (posted: PostedReply) => {
      const reply = fresh === worker ? held.whole(posted) : null;
      if (reply !== null) receive(reply);
    });
    fresh.on('error', (error) => {
      if (fresh === worker) lose(error instanceof Error ? error.message : String(error));
    });
    fresh.on('exit', () => {
      if (fresh === worker) lose('the computing thread ended');
    });
    return fresh;
  }

  function receive(reply: ComputeReply): void {
    if (reply.kind !== 'data' && reply.kind !== 'numbers') finish();
    onReply(reply);
    next();
  }

  function finish(): void {
    running = null;
    if (impatience !== null) clearTimeout(impatience);
    impatience = null;
  }

  /** The thread is gone (out of memory, say): the study that it was at gets no numbers, the others go on. */
  function lose(message: string): void {
    worker = null;
    const lost = running;
    finish();
    if (closed) return;
    if (lost !== null) onReply({ kind: 'failed', ticket: lost.ticket, study: lost.study, message });
    next();
  }

  function next(): void {
    if (running !== null || closed) return;
    for (const [study, request] of waiting) {
      waiting.delete(study);
      worker ??= start();
      running = { ...request, held: held.ticket(study) };
      worker.postMessage(running);
      return;
    }
  }

  function supersede(): void {
    const unwanted = running;
    if (unwanted === null || impatience !== null) return;
    Atomics.store(flag, 0, unwanted.ticket);
    impatience = setTimeout(() => {
      impatience = null;
      if (running !== unwanted) return;
      const old = worker;
      worker = null;
      running = null;
      void old?.terminate();
      onReply({ kind: 'superseded', ticket: unwanted.ticket, study: unwanted.study });
      next();
    }, PATIENCE);
    impatience.unref();
  }

  return {
    request(order) {
      tickets += 1;
      waiting.delete(order.study);
      waiting.set(order.study, { ...order, ticket: tickets });
      if (running?.study === order.study) supersede();
      next();
      return tickets;
    },
    forget(study) {
      waiting.delete(study);
      held.forget(study);
      if (running?.study === study) supersede();
    },
    async close() {
      closed = true;
      waiting.clear();
      await worker?.terminate();
    },
  };
}

/** Beside this bundle, or beside its folder of chunks. */
function workerFile(): URL {
  const places = ['./compute-worker.js', '../compute-worker.js'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(place)) ?? places[0]!;
}
