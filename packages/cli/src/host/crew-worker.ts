// A thread that helps with rows: it waits for work, takes parts of it as long as there are some, and sends what they give.
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { helpWith } from '@studyspec/core';
import { AT, type CrewAnswer, type CrewOrder, type CrewStart } from './crew-work.ts';

const { port, bell } = workerData as CrewStart;

/** Arrays that were made for the answer are handed over. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null) return [];
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return Object.values(value).flatMap(buffersOf);
}

function help({ id, work, parts, next }: CrewOrder): void {
  for (let part = Atomics.add(next, 0, 1); part < parts; part = Atomics.add(next, 0, 1)) {
    let answer: CrewAnswer = { id, part };
    try {
      answer = { id, part, found: { value: helpWith(work, part) } };
    } catch {
      // Whoever asked does it, and learns what is wrong.
    }
    port.postMessage(answer, buffersOf(answer.found?.value));
    Atomics.add(bell, AT.answers, 1);
    Atomics.notify(bell, AT.answers);
  }
}

for (;;) {
  const heard = Atomics.load(bell, AT.work);
  for (let message = receiveMessageOnPort(port); message !== undefined; message = receiveMessageOnPort(port))
    help(message.message as CrewOrder);
  Atomics.wait(bell, AT.work, heard);
}
