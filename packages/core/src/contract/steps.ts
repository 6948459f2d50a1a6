// What is being done just now, and how far it is, for somebody who waits. Whoever listens has the clock: core has none, and nothing that is
// computed depends on whether anybody listens. A thread has one listener.

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
  | { readonly is: 'computing'; readonly kind: PieceKind; readonly name: string; readonly done: number; readonly of: number };

let listener: ((step: Step) => void) | null = null;
let file = '';
let bytes = 0;

/** From now on each step is told to `listen`, which may throw to end the work; null: to nobody. Gives who listened before. */
export function listenToSteps(listen: ((step: Step) => void) | null): ((step: Step) => void) | null {
  const before = listener;
  listener = listen;
  return before;
}

export function tellStep(step: Step): void {
  listener?.(step);
}

/** The reading of a file begins; what its reader tells by `tellBytes` is of it. */
export function beginReading(name: string, size: number): void {
  file = name;
  bytes = size;
  tellBytes(0);
}

export function tellBytes(done: number): void {
  listener?.({ is: 'reading', file, done: Math.min(done, bytes), of: bytes });
}

/** Work of which only the whole is told, by whoever does it. */
export function unheard<T>(work: () => T): T {
  const before = listenToSteps(null);
  try {
    return work();
  } finally {
    listenToSteps(before);
  }
}
