// `studyspec watch`: runs a study again at each change of its spec or data, until it is stopped. What a run shows is run's.
import { statSync } from 'node:fs';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { endOf, type ExitCode } from '../base/exit.ts';
import { tell, tellNow } from '../host/output.ts';
import { loadStudy } from '../host/session.ts';
import { run } from './run.ts';

export interface WatchOptions {
  readonly only?: readonly string[];
  readonly lang?: string;
  readonly details?: boolean;
}

/** Programs write in several steps: what is seen is looked at again before anything is run. */
const PAUSE = 200;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Looks at sizes and times instead of asking the system: network folders and editors that replace files tell nothing. */
export async function watch(file: string, options: WatchOptions, terminal: Terminal): Promise<ExitCode> {
  for (let first = true; ; first = false) {
    const paths = [file, ...loadStudy(file).inputs.paths];
    const before = stateOf(paths);
    if (!first) await tell(`\n${said().watch.again(new Date().toTimeString().slice(0, 8))}\n`);
    try {
      await run(file, options, terminal);
    } catch (error) {
      endOf(error, tellNow);
    }
    await tell(`\n${said().watch.waiting}\n`);
    if (!(await changed(paths, before))) return 0;
  }
}

/** Waits for a change; false where that is ended. A signal is caught only here: while a study is run, it ends the process at once. */
async function changed(paths: readonly string[], before: string): Promise<boolean> {
  let stop: () => void = () => undefined;
  const stopping = new Promise<'stop'>((resolve) => {
    stop = () => {
      resolve('stop');
    };
  });
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    let last = before;
    for (;;) {
      if ((await Promise.race([stopping, new Promise((resolve) => setTimeout(resolve, PAUSE))])) === 'stop') return false;
      const now = stateOf(paths);
      if (now !== before && now === last) return true;
      last = now;
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

function stateOf(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat === undefined ? '' : `${stat.mtimeMs} ${stat.size}`;
    })
    .join('\n');
}
