// The program as one script whose compiled code is kept from the first run on: without it every start compiles a megabyte anew. The code is
// V8's own, of one version and one set of flags; where it does not fit, V8 says so and compiles.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import vm from 'node:vm';
import type { CacheFolder } from '../base/cache-folder.ts';
import type { Start } from './start.ts';

/**
 * Runs of a second or less end before code that V8 optimises pays for its making, so it waits longer with it: a quarter to a third of all
 * processor time, and nothing lost at 100,000 rows (test/bench). Flags belong to the compiled code's identity: they are set before it is
 * asked for.
 */
export function tuneCompiler(version: string): void {
  const major = Number(version.split('.')[0]);
  const flags =
    major < 22
      ? ['--interrupt-budget=600000']
      : major <= 24
        ? ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000']
        : [];
  for (const flag of flags) v8.setFlagsFromString(flag);
}

export interface Program {
  readonly start: Start /** Keeps what this run has compiled, when nothing was kept or it did not fit. */;
  readonly keepCode: () => void;
}

/**
 * The program is written in ASCII (scripts/bundle.mjs). `way`: each command, called so, has code of its own, so that a start reads no
 * other's and compiles little.
 */
export function compiledProgram(folder: CacheFolder | null, way: string): Program {
  const file = fileURLToPath(new URL('./once.cjs', import.meta.url));
  const name = `code-${process.version}-${process.arch}-${way}`;
  const cachedData = folder?.read(name) ?? undefined;
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const loaded: { exports: Partial<{ start: Start }> } = { exports: {} };
  (script.runInThisContext() as (...given: unknown[]) => void)(loaded.exports, createRequire(file), loaded, file, dirname(file));
  const { start } = loaded.exports;
  if (start === undefined) throw new Error('The program has no beginning.');
  const fits = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    start,
    keepCode: () => {
      if (!fits) folder?.write(name, script.createCachedData());
    },
  };
}
