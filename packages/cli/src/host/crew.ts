// Threads that help with the rows of a large study (crew-worker.ts), begun when they are first of use. Whoever asks does parts itself and
// never goes back to its event loop meanwhile. What is done in parts, core says (counts/crew.ts).
import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { hire, type Crew } from '@studyspec/core';
import { AT, type CrewAnswer, type CrewOrder, type CrewStart } from './crew-work.ts';
import { threadScript } from './thread-script.ts';

/** More threads than this wait for memory. */
const MOST_THREADS = 8;
/** A thread from which nothing is heard for so long (ms) is not waited for any more. */
const PATIENCE = 10_000;

/** `threads`: all that compute, this one among them. */
export function hireCrew(threads = Math.min(availableParallelism(), MOST_THREADS), to: (crew: Crew | null) => void = hire): void {
  const script = threads < 2 ? null : threadScript('crew-worker.mjs');
  to(script === null ? null : crewOf(script, threads - 1));
}

function crewOf(script: string, threads: number): Crew {
  const bell = new Int32Array(new SharedArrayBuffer(8));
  let ports: readonly MessagePort[] | null = null;
  let id = 0;
  return {
    run(work, parts, here, take) {
      ports ??= Array.from({ length: threads }, () => begin(script, bell));
      id++;
      const next = new Int32Array(new SharedArrayBuffer(4));
      const order: CrewOrder = { id, work, parts, next };
      for (const port of ports) port.postMessage(order);
      Atomics.add(bell, AT.work, 1);
      Atomics.notify(bell, AT.work);
      const found = new Map<number, { readonly value: unknown }>();
      const does = (part: number): void => {
        found.set(part, { value: here(part) });
      };
      /** Takes what has come. */
      const listen = (): void => {
        for (const port of ports!)
          for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port)) {
            const answer = message.message as CrewAnswer;
            // Of earlier work nobody waited for it.
            if (answer.id !== id) continue;
            if (answer.found === undefined) does(answer.part);
            else if (!found.has(answer.part)) found.set(answer.part, answer.found);
          }
      };
      try {
        for (let taken = 0; taken < parts; ) {
          const own = Atomics.add(next, 0, 1);
          const answers = Atomics.load(bell, AT.answers);
          if (own < parts) does(own);
          listen();
          for (let one = found.get(taken); one !== undefined; one = found.get(taken)) {
            found.delete(taken);
            take(one.value, taken++);
          }
          // All is begun: what lacks is another's, unless that one is gone.
          if (own >= parts && taken < parts && Atomics.wait(bell, AT.answers, answers, PATIENCE) === 'timed-out') {
            listen();
            if (!found.has(taken)) does(taken);
          }
        }
      } finally {
        // Whoever waited may have ended the work.
        Atomics.store(next, 0, parts);
      }
    },
  };
}

function begin(script: string, bell: Int32Array): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const start: CrewStart = { port: port2, bell };
  // What a thread does not do is done here.
  new Worker(script, { workerData: start, transferList: [port2] }).on('error', () => undefined).unref();
  port1.unref();
  return port1;
}
