// The answering thread's side of computing: one computation at a time, the newest of each study; one that is no longer wanted is told so,
// and its thread replaced when it does not listen. Never waits.
import type { ComputeReply, ComputeRequest } from './compute-protocol.ts';
import { heldNumbers } from './held-numbers.ts';
import type { Host, Thread } from './host.ts';

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

export function startComputing(startThread: Host['startThread'], onReply: (reply: ComputeReply) => void): Computing {
  const waiting = new Map<string, Omit<ComputeRequest, 'held'>>();
  const held = heldNumbers();
  let worker: Thread | null = null;
  let running: ComputeRequest | null = null;
  let impatience: ReturnType<typeof setTimeout> | null = null;
  /** What was being computed when something was last told. */
  let piece: string | null = null;
  let tickets = 0;
  let closed = false;

  function start(): Thread {
    held.clear();
    const fresh = startThread({
      posted(reply) {
        const whole = fresh === worker ? held.whole(reply) : null;
        if (whole !== null) receive(whole);
      },
      lost(message) {
        if (fresh === worker) lose(message);
      },
    });
    return fresh;
  }

  function receive(reply: ComputeReply): void {
    if (reply.kind === 'step') {
      // It has not run wild: a large file is read to its end, whoever wants something else meanwhile. A piece that is still the same is
      // what nobody waits for.
      const { step } = reply;
      const name = step.is === 'computing' ? `${step.kind} ${step.name}` : null;
      const goesOn = name !== null && name === piece;
      piece = name;
      if (!goesOn && impatience !== null && running?.ticket === reply.ticket) {
        clearTimeout(impatience);
        impatience = null;
        supersede();
      }
      onReply(reply);
      return;
    }
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
      worker.post(running);
      return;
    }
  }

  function supersede(): void {
    const unwanted = running;
    if (unwanted === null || impatience !== null) return;
    worker?.giveUp(unwanted.ticket);
    impatience = setTimeout(() => {
      impatience = null;
      if (running !== unwanted) return;
      const old = worker;
      worker = null;
      running = null;
      void old?.end();
      onReply({ kind: 'superseded', ticket: unwanted.ticket, study: unwanted.study });
      next();
    }, PATIENCE);
    // No process is kept by it; a browser's number knows no such thing.
    if (typeof impatience === 'object') impatience.unref();
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
      await worker?.end();
    },
  };
}
