// A call whose files are as they were is told again: the same bytes to the same streams, the same exit code. It is kept under everything
// else that what it says depends on: the build, the arguments, the folder, the language, what the terminal can show. Its inputs are read
// and their digests compared before a letter is written.
import { readFileSync, statSync } from 'node:fs';
import type { ExitCode } from '../base/exit.ts';
import type { Recording } from '../host/recording.ts';
import { write } from '../base/streams.ts';
import { digest, type CacheFolder } from '../base/cache-folder.ts';

interface Kept {
  readonly code: ExitCode;
  readonly inputs: readonly (readonly [path: string, digest: string])[];
  readonly writes: Recording['writes'];
}

/** What is longer is cheaper to make than to keep. */
const MOST_LETTERS = 8_388_608;

export function nameOfCall(args: readonly string[]): string {
  const { NO_COLOR, FORCE_COLOR, TERM, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const streams = [process.stdout, process.stderr].map((stream) => [stream.isTTY === true, stream.isTTY ? stream.columns : null]);
  const environment = [NO_COLOR, FORCE_COLOR, TERM, LC_ALL, LC_MESSAGES, LANG].map((value) => value ?? null);
  return `output-${digest(JSON.stringify([args, process.cwd(), streams, environment]))}`;
}

/** The exit code of the call as it was; null where it has to be made. */
export async function tellAgain(folder: CacheFolder, name: string): Promise<ExitCode | null> {
  const content = folder.read(name);
  if (content === null) return null;
  const { code, inputs, writes } = JSON.parse(content.toString('utf8')) as Kept;
  if (!inputs.every(([path, was]) => isAsItWas(path, was))) return null;
  for (const [stream, text] of writes) await write(stream === 1 ? process.stdout : process.stderr, text);
  return code;
}

function isAsItWas(path: string, was: string): boolean {
  try {
    // A pipe would lose to this look what the call itself has to read.
    return statSync(path).isFile() && digest(readFileSync(path)) === was;
  } catch {
    return false;
  }
}

export function keep(folder: CacheFolder, name: string, { inputs, writes }: Recording, code: ExitCode): void {
  if (writes.reduce((sum, [, text]) => sum + text.length, 0) > MOST_LETTERS) return;
  const kept: Kept = { code, inputs: [...inputs], writes };
  folder.write(name, Buffer.from(JSON.stringify(kept)));
}
