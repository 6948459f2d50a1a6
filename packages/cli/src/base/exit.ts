// How a call ends: 0 all is well, 1 the spec, the data or a claim fails, 2 the call itself is wrong. Telling is the caller's.
import { said } from './speech.ts';

export type ExitCode = 0 | 1 | 2;

/** The call is wrong (not the study): told in one line on stderr, exit 2. */
export class CallError extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = null) {
    super(message);
    this.hint = hint;
  }
}

/** A file could not be read or written: told in one line on stderr, exit 1. */
export class FileError extends Error {}

/** Tells what went wrong and returns the exit code. Anything that is not one of ours is a defect of StudySpec. */
export function endOf(error: unknown, tell: (text: string) => void): ExitCode {
  if (error instanceof CallError) {
    tell(`${said().wrong.error(error.message)}\n${error.hint === null ? '' : `${error.hint}\n`}`);
    return 2;
  }
  if (error instanceof FileError) {
    tell(`${said().wrong.error(error.message)}\n`);
    return 1;
  }
  // What asks for rows where there are counts only.
  if (error instanceof Error && error.name === 'NeedsRows') {
    tell(`${said().wrong.error(said().sums.needsRows)}\n`);
    return 1;
  }
  return internalError(error, tell);
}

export function internalError(error: unknown, tell: (text: string) => void): ExitCode {
  const text = error instanceof Error ? error.message : String(error);
  tell(`${said().wrong.internal(text)}\n`);
  if (process.env['STUDYSPEC_DEBUG'] === '1' && error instanceof Error) tell(`${error.stack ?? ''}\n`);
  return 1;
}
