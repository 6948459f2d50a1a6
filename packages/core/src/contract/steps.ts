// What is being done just now, and how far it is, for somebody who waits. Whoever listens has the clock: core has none, and nothing that is
// computed depends on whether anybody listens. A thread has one listener.
import { hearingParts } from '../numerics/parts.ts';

/** What the numbers of a piece are of. */
export type PieceKind =
  | 'sample'
  | 'variable'
  | 'group'
  | 'index'
  | 'composite'
  | 'compare'
  | 'correlate'
  | 'regression'
  | 'measurement'
  | 'mediation'
  | 'deprivation'
  | 'robustness'
  | 'published';

/** `done` of `of`: bytes of a file, variables, or the weights of pieces (what they cost, about). */
export type Step =
  | { readonly is: 'reading'; readonly file: string; readonly done: number; readonly of: number }
  | { readonly is: 'coding' | 'auditing'; readonly done: number; readonly of: number }
  | {
      readonly is: 'computing';
      readonly kind: PieceKind;
      readonly name: string;
      readonly done: number;
      readonly of: number;
      /** Of the piece itself what is done, from 0 to 1. */
      readonly share: number;
    };

let listener: ((step: Step) => void) | null = null;

/** From now on each step is told to `listen`, which may throw to end the work; null: to nobody. Gives who listened before. */
export function listenToSteps(listen: ((step: Step) => void) | null): ((step: Step) => void) | null {
  const before = listener;
  listener = listen;
  return before;
}

export function tellStep(step: Step): void {
  listener?.(step);
}

/** A file of so many bytes is read: how far it is, its reader tells by parts. */
export function readingFile<T>(file: string, size: number, read: () => T): T {
  const tell = (share: number): void => {
    listener?.({ is: 'reading', file, done: Math.floor(share * size), of: size });
  };
  tell(0);
  return hearingParts(tell, read);
}

/** Steps of `work` are told as `turned` has them: it is a part of something larger. */
export function heardAs<T>(turned: (step: Step) => Step, work: () => T): T {
  const before = listener;
  if (before !== null)
    listener = (step) => {
      before(turned(step));
    };
  try {
    return work();
  } finally {
    listenToSteps(before);
  }
}
