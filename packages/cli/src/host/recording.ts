// What a call wrote, and of which files it was made: enough to tell it again as long as those files stay as they are
// (launch/kept-output.ts). Only calls that write to nothing but the two streams are recorded, and only those whose every input was an
// ordinary file that could be read.
import type { Inputs } from './targets.ts';

export interface Recording {
  readonly writes: (readonly [stream: 1 | 2, text: string])[];
  /** SHA-256 by path, as the call named them. */
  readonly inputs: Map<string, string>;
  /** False: some input was missing, a pipe or a device, so that nothing says when the call would tell something else. */
  whole: boolean;
}

let current: Recording | null = null;

/** To be called by a command before it reads or writes. */
export function record(): void {
  current ??= { writes: [], inputs: new Map(), whole: true };
}

export function noteWritten(stream: 1 | 2, text: string): void {
  if (text !== '') current?.writes.push([stream, text]);
}

export function noteInputs({ origins, paths }: Inputs): void {
  if (current === null) return;
  const read = new Map(origins.map((origin) => [origin.path, origin]));
  for (const path of paths) {
    const origin = read.get(path);
    if (origin === undefined || origin.identity === null || (current.inputs.get(path) ?? origin.digest) !== origin.digest)
      current.whole = false;
    else current.inputs.set(path, origin.digest);
  }
}

/** Something was asked that no file has: nothing says when it would be answered otherwise. */
export function noteElsewhere(): void {
  if (current !== null) current.whole = false;
}

export function recorded(): Recording | null {
  return current?.whole === true ? current : null;
}
