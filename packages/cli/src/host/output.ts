// Where text goes: results to stdout, everything else to stderr, in colour only where a person is looking. The one place where text becomes what a
// terminal gets: nothing that a file holds acts on it.
import { terminalText } from '../render/ink.ts';
import { FileError } from './exit.ts';
import { reasonOf } from './files.ts';
import { kindOf, writeAll } from './pipes.ts';

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
export const tellNow = (text: string): void => { process.stderr.write(terminalText(text, coloured.has(process.stderr))); };
/** A file's content: as it is, unless a person is looking at it. */
export const printFile = (content: string): Promise<void> => (process.stdout.isTTY ? print(content) : write(process.stdout, content));

/** Writes and waits until the text is on its way, so that nothing is lost and memory stays bounded. What could not be written is an error; that nobody reads on is none. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  if (isOnDisk(stream)) {
    // Node takes a write that a full disk cut short for a whole one, so files are written here.
    try { writeAll(numberOf(stream), text); } catch (error) { throw failure(error); }
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error == null || isClosed(error)) resolve();
      else reject(failure(error));
    });
  });
}

const numberOf = (stream: NodeJS.WriteStream): number => (stream === process.stdout ? 1 : 2);

/** A file or a device such as /dev/full: no pipe, which has to be waited for, and no terminal. */
function isOnDisk(stream: NodeJS.WriteStream): boolean {
  if (stream.isTTY) return false;
  try {
    const kind = kindOf(numberOf(stream));
    return kind === 'file' || kind === 'device';
  } catch {
    return false;
  }
}

const isClosed = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE';
let told = false;
function failure(error: unknown): FileError {
  told = true;
  return new FileError(`The output could not be written: ${reasonOf(error)}.`);
}

/** `studyspec run … | head` closes the pipe early: that is the reader's right and no error. Any other failure ends with 1. */
export function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (isClosed(error)) process.exit(process.exitCode ?? 0);
      process.exitCode = 1;
      // Whoever waited for the write tells it; help and the like are written without waiting.
      setImmediate(() => { if (stream === process.stdout && !told) tellNow(`error: ${failure(error).message}\n`); });
    });
  }
}
