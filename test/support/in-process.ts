// The command line called in this process, in a folder of its own: for what the boundary of a process has no part in. A test file that
// uses it mocks `base/streams.ts` by `streamsInto`
// (caught-streams.ts), since what goes to a file is written past the streams.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { caught } from './caught-streams.ts';
import { runProgram } from '../../packages/cli/src/program.ts';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `args` that name files are joined to the folder with `at`. */
export async function call(...args: string[]): Promise<Called> {
  [caught.out, caught.err] = ['', ''];
  const catching = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      caught[name === 'stdout' ? 'out' : 'err'] += String(text);
      return true;
    }),
  );
  try {
    return { code: await runProgram(args), ...caught };
  } finally {
    for (const one of catching) one.mockRestore();
  }
}

/** As from a terminal that stands in the folder. */
export async function callIn(folder: string, ...args: string[]): Promise<Called> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await call(...args);
  } finally {
    process.chdir(before);
  }
}

export function madeFolder(): {
  readonly at: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'studyspec-'));
  return {
    at: (name) => join(path, name),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
