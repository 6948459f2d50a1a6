// What whoever waits is told: what is being done, how far it is and how long that still takes; at a terminal in one line that is redrawn in
// its place. When there is one is host/progress.ts'.
import { displayWidth, type Step } from '@studyspec/core';
import { said } from '../base/speech.ts';
import { terminalText } from './ink.ts';

/** What is done besides what core does. */
export type Doing =
  | Step
  | { readonly is: 'painting'; readonly done: number; readonly of: number }
  | { readonly is: 'writing'; readonly file: string }
  /** An answer of a database is waited for. */
  | { readonly is: 'asking'; readonly table: string; readonly question: number };

/** Whoever waits for less than this wants to know nothing; and nobody reads a line that changes more often. */
const PATIENCE = 500;
const EVERY = 100;
/** Of so little nothing can be said of the rest. */
const ENOUGH = 0.05;
/** How much a new estimate of what is left counts against the one before. */
const NEW = 0.3;

export interface Line {
  readonly at: (doing: Doing) => void;
  /** The line goes; the next step shows it again. */
  readonly clear: () => void;
}

/** How far something is, from 0 to 1, and in how many seconds it may be done; null where that cannot be said. */
export interface Estimate {
  readonly share: number | null;
  readonly seconds: number | null;
}

/** `whole`: all pieces will be computed, so that their number says how far the computing is. Its clock counts milliseconds. */
export function estimates(clock: () => number, whole: () => boolean = () => true): (doing: Doing) => Estimate {
  let stage = '';
  let since = 0;
  let first = 0;
  let last = 0;
  let seen: { readonly at: number; readonly share: number }[] = [];
  let left: { seconds: number; at: number } | null = null;

  const lasting = (share: number | null, now: number): number | null => {
    if (share === null || share - first < ENOUGH || share >= 1) return null;
    const before = left === null ? null : Math.max(0, left.seconds - (now - left.at) / 1000);
    if (before !== null && now - left!.at < EVERY) return before;
    // By its pace since about half of the time: what comes first, when nothing is warm, is no measure.
    while (seen.length > 1 && seen[1]!.at <= since + (now - since) / 2) seen.shift();
    const from =
      seen.length > 0 && seen[0]!.at < now && seen[0]!.at >= since + (now - since) / 4 && share > seen[0]!.share
        ? seen[0]!
        : { at: since, share: first };
    seen.push({ at: now, share });
    const found = ((now - from.at) * (1 - share)) / (share - from.share) / 1000;
    left = { seconds: before === null ? found : before + NEW * (found - before), at: now };
    return left.seconds;
  };
  return (doing) => {
    const now = clock();
    // Of some of the numbers nobody knows how many pieces run: then it is told how far each of them is.
    const apart = doing.is === 'computing' && (doing.kind === 'robustness' || !whole());
    const known = 'of' in doing && doing.of > 0;
    const share = apart ? (doing.share > 0 ? doing.share : null) : known ? doing.done / doing.of : null;
    const name =
      doing.is === 'reading' || doing.is === 'writing' ? `${doing.is} ${doing.file}` : apart ? `${doing.kind} ${doing.name}` : doing.is;
    // What falls began anew.
    if (name !== stage || (share ?? 0) < last) {
      stage = name;
      since = now;
      first = share ?? 0;
      left = null;
      seen = [];
    }
    last = share ?? 0;
    return { share, seconds: lasting(share, now) };
  };
}

/** A line of progress; the clock and `whole` are those of `estimates`. */
export function progressLine(
  write: (text: string) => void,
  width: () => number,
  clock: () => number,
  whole: () => boolean = () => true,
): Line {
  const begun = clock();
  const estimate = estimates(clock, whole);
  let shown = false;
  let drawn = -Infinity;
  let drawnSort = '';
  return {
    at(doing) {
      const now = clock();
      const { share, seconds } = estimate(doing);
      // Another sort of work is shown at once: what comes next may last.
      const sort = doing.is === 'computing' ? doing.kind : 'file' in doing ? `${doing.is} ${doing.file}` : doing.is;
      if (now - begun < PATIENCE || (now - drawn < EVERY && sort === drawnSort)) return;
      drawn = now;
      drawnSort = sort;
      write(`\r\u001B[2K${fitting(terminalText(toldProgress(doing, share, seconds), false), width() - 1)}`);
      shown = true;
    },
    clear() {
      if (shown) write('\r\u001B[2K');
      shown = false;
      drawn = -Infinity;
    },
  };
}

/** In one line: what, how far in percent, how long still. */
export function toldProgress(doing: Doing, share: number | null, seconds: number | null): string {
  const { progress } = said();
  return progress.line(
    toldStep(doing),
    share === null || doing.is === 'painting' ? null : Math.floor(share * 100),
    seconds === null ? null : Math.max(1, Math.ceil(seconds)),
  );
}

/** What is being done. */
function toldStep(doing: Doing): string {
  const { progress } = said();
  switch (doing.is) {
    case 'reading':
      return progress.reading(doing.file);
    case 'writing':
      return progress.writing(doing.file);
    case 'asking':
      return progress.asking(doing.table, doing.question);
    case 'painting':
      return progress.painting(doing.done, doing.of);
    case 'computing':
      return progress.computing[doing.kind](doing.name);
    default:
      return progress[doing.is];
  }
}

function fitting(text: string, width: number): string {
  let cut = text.replace(/\s+/gu, ' ');
  while (displayWidth(cut) > width) cut = `${cut.replace(/…$/u, '').slice(0, -1)}…`;
  return cut;
}
