// The two streams of the process: what is written arrives whole, a full disk is told, a closed pipe is nobody's fault. What is written is
// output.ts'.
import { FileError } from './exit.ts';
import { kindOf, writeAll } from './pipes.ts';
import { reasonOf } from './reason.ts';
import { said } from './speech.ts';

/**
 * Writes and waits until the text is on its way, so that nothing is lost and memory stays bounded. What could not be written is an error;
 * that nobody reads on is none.
 */
export function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  if (isOnDisk(stream)) {
    // Node takes a write that a full disk cut short for a whole one, so files are written here.
    try {
      writeAll(numberOf(stream), text);
    } catch (error) {
      throw failure(error);
    }
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
/** What is told of an error that kept the output from being written. */
export const lossOf = (error: unknown): string => said().files.outputLost(reasonOf(error));
function failure(error: unknown): FileError {
  told = true;
  return new FileError(lossOf(error), { cause: error });
}

/** `studyspec run … | head` closes the pipe early: that is the reader's right and no error. Any other failure ends with 1. */
export function watchStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (isClosed(error)) process.exit(process.exitCode ?? 0);
      process.exitCode = 1;
      // Whoever waited for the write tells it; help and the like are written without waiting.
      setImmediate(() => {
        if (stream === process.stdout && !told) process.stderr.write(`${said().wrong.error(failure(error).message)}\n`);
      });
    });
  }
}
