// What whoever waits is told: what is being done, how far it is and how long that still takes; at a terminal in one line that is redrawn in
// its place. When there is one is host/progress.ts'.
import { displayWidth, type Step } from '@studyspec/core';
import { said } from '../base/speech.ts';
import { terminalText } from './ink.ts';

/** What is done besides what core does. */
export type Doing =
  | Step
  | { readonly is: 'painting'; readonly done: number; readonly of: number }
  | { readonly is: 'writing'; readonly file: string };

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

/** `whole`: all pieces will be computed, so that their number says how far the computing is. Its clock counts milliseconds. */
export function progressLine(
  write: (text: string) => void,
  width: () => number,
  clock: () => number,
  whole: () => boolean = () => true,
): Line {
  const begun = clock();
  let shown = false;
  let drawn = -Infinity;
  let drawnSort = '';
  let stage = '';
  let since = 0;
  let first = 0;
  let left: { seconds: number; at: number } | null = null;

  const lasting = (share: number | null, now: number): number | null => {
    if (share === null || share - first < ENOUGH || share >= 1) return null;
    const found = ((now - since) * (1 - share)) / (share - first) / 1000;
    const before = left === null ? null : Math.max(0, left.seconds - (now - left.at) / 1000);
    left = { seconds: before === null ? found : before + NEW * (found - before), at: now };
    return left.seconds;
  };
  return {
    at(doing) {
      const now = clock();
      const known = 'of' in doing && doing.of > 0 && (doing.is !== 'computing' || doing.kind === 'robustness' || whole());
      const share = known ? doing.done / doing.of : null;
      const name = doing.is === 'reading' || doing.is === 'writing' ? `${doing.is} ${doing.file}` : doing.is;
      if (name !== stage) {
        stage = name;
        since = now;
        first = share ?? 0;
        left = null;
      }
      // Another sort of work is shown at once: what comes next may last.
      const sort = doing.is === 'computing' ? doing.kind : name;
      if (now - begun < PATIENCE || (now - drawn < EVERY && sort === drawnSort)) return;
      drawn = now;
      drawnSort = sort;
      const seconds = lasting(share, now);
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
