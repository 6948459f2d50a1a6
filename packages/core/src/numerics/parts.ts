// How far a computation is that may take long, told between two of its parts for somebody who waits. Nothing that is computed depends on
// whether anybody listens; who listens may throw, to end the work. What pieces there are, and what is told of them, is contract/steps.ts'.

let listener: ((share: number) => void) | null = null;
/** Of which share of the whole what is told now is, the outermost first. */
let within: (readonly [from: number, to: number])[] = [];
let last = 0;

/** What `work` tells is told to `listen`, as a share from 0 to 1 that never falls. */
export function hearingParts<T>(listen: ((share: number) => void) | null, work: () => T): T {
  const before = { listener, within, last };
  [listener, within, last] = [listen, [], 0];
  try {
    return work();
  } finally {
    ({ listener, within, last } = before);
  }
}

/** `done` of `of` parts of about one length are done. */
export function tellPart(done: number, of: number): void {
  if (listener === null) return;
  let share = of > 0 ? done / of : 0;
  for (let at = within.length - 1; at >= 0; at--) share = within[at]![0] + share * (within[at]![1] - within[at]![0]);
  last = Math.max(last, Math.min(1, share));
  listener(last);
}

/** Whoever wants to end the work may do so here; how far it is nobody knows. */
export function mayEnd(): void {
  listener?.(last);
}

/** What `work` tells is of one of `of` parts of about one length. */
export function inPart<T>(at: number, of: number, work: () => T): T {
  return inShare(at / of, (at + 1) / of, work);
}

/** What `work` tells is of the share between `from` and `to`. */
export function inShare<T>(from: number, to: number, work: () => T): T {
  within.push([from, to]);
  try {
    tellPart(0, 1);
    return work();
  } finally {
    within.pop();
  }
}
