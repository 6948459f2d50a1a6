// Where text goes: results to stdout, everything else to stderr, in colour only where a person is looking.
import type { Writable } from 'node:stream';

/** As given on the command line and in the environment; decides for one stream whether it gets colour. */
export function usesColor(stream: { readonly isTTY?: boolean }, wanted: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (!wanted || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Columns of a terminal; 100 where there is none, so that files and pipes do not depend on somebody's window. */
export function widthOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return stream.isTTY === true && stream.columns !== undefined && stream.columns > 0 ? Math.max(40, stream.columns) : 100;
}

/** Writes and waits until the text is on its way, so that nothing is lost and memory stays bounded. */
export function write(stream: Writable, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((resolve) => { stream.write(text, () => { resolve(); }); });
}

export const print = (text: string): Promise<void> => write(process.stdout, text);
export const tell = (text: string): Promise<void> => write(process.stderr, text);

/** `studyspec run … | head` closes the pipe early: that is the reader's right and no error. */
export function quietPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(process.exitCode ?? 0);
    });
  }
}
