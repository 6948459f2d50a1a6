// Where text goes: results to stdout, everything else to stderr, in colour only where a person is looking. The one place where text becomes
// what a terminal gets: nothing that a file holds acts on it. How it is written is streams.ts'.
import { terminalText } from '../render/ink.ts';
import { clearProgress } from './progress.ts';
import { noteWritten } from './recording.ts';
import { write as send } from '../base/streams.ts';

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

/** Every text on its way out passes here, so that a call that is kept can be told again. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  clearProgress();
  noteWritten(stream === process.stdout ? 1 : 2, text);
  return send(stream, text);
}

const coloured = new Set<NodeJS.WriteStream>();

/** Which of the two streams show our colours; neither does before this was called. */
export function showColors(out: boolean, err: boolean): void {
  coloured.clear();
  if (out) coloured.add(process.stdout);
  if (err) coloured.add(process.stderr);
}

/** Text for a person: results. */
export const print = (text: string): Promise<void> => write(process.stdout, terminalText(text, coloured.has(process.stdout)));
/** Text for a person: everything else. */
export const tell = (text: string): Promise<void> => write(process.stderr, terminalText(text, coloured.has(process.stderr)));
/** At once, for what ends the process. */
export const tellNow = (text: string): void => {
  const written = terminalText(text, coloured.has(process.stderr));
  clearProgress();
  noteWritten(2, written);
  process.stderr.write(written);
};
/** A file's content: as it is, unless a person is looking at it. */
export const printFile = (content: string): Promise<void> => (process.stdout.isTTY ? print(content) : write(process.stdout, content));
