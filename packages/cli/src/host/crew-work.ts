// What the threads that help with rows are told and tell: crew.ts asks, crew-worker.ts answers.
import type { MessagePort } from 'node:worker_threads';
import type { CrewWork } from '@studyspec/core';

/** Numbers in shared memory: how much work there has been, and how often somebody answered. */
export const AT = { work: 0, answers: 1 } as const;

export interface CrewStart {
  readonly port: MessagePort;
  readonly bell: Int32Array;
}

export interface CrewOrder {
  readonly id: number;
  readonly work: CrewWork;
  readonly parts: number;
  /** The next part that nobody has begun. */
  readonly next: Int32Array;
}

/** Without `found` somebody else has to do it. */
export interface CrewAnswer {
  readonly id: number;
  readonly part: number;
  readonly found?: { readonly value: unknown };
}
