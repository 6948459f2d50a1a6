// Whether whoever waits at a terminal is told what is being done: from half a second on, in a line that is gone before anything else is
// written. It is no output: nothing of it is recorded, and pipes and logs never see it. What it says is render/progress-line.ts'.
import { listenToSteps } from '@studyspec/core';
import { progressLine, type Doing, type Line } from '../render/progress-line.ts';

let line: Line | null = null;
let partly = false;

/** From now on what is done is told, where somebody looks: at a terminal that can redraw a line, not in a log of a machine. */
export function beginProgress({ quiet, machine }: { readonly quiet: boolean; readonly machine: boolean }): void {
  const { CI, TERM } = process.env;
  if (line !== null || quiet || machine || !process.stderr.isTTY || TERM === 'dumb' || (CI !== undefined && CI !== '' && CI !== 'false'))
    return;
  line = progressLine(
    (text) => {
      process.stderr.write(text);
    },
    () => process.stderr.columns || 80,
    () => performance.now(),
    () => !partly,
  );
  listenToSteps(line.at);
}

/** Only some of the numbers are asked for: how many pieces that runs nobody knows. */
export function onlyPartly(): void {
  partly = true;
}

export const showDoing = (doing: Doing): void => line?.at(doing);
/** To be called before anything is written to a terminal. */
export const clearProgress = (): void => line?.clear();
