// The built command line in a folder of its own: output as bytes and text, exit codes, files. Needs `npm run build`, which `npm test` does.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  at(...names: string[]): string;
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Every file below, without those that begin with a dot, in order. */
  files(): string[];
  studyspec(...args: string[]): Ended;
  /** With stdout going into a file or a device. */
  into(target: string, ...args: string[]): Ended;
  /** Runs a shell's command line in which `$S` is the program. */
  shell(command: string): Ended;
  /** The program while it runs, for what has to happen meanwhile. */
  start(...args: string[]): { readonly kill: (signal: NodeJS.Signals) => void; readonly ended: Promise<Ended> };
  remove(): void;
}

/**
 * Compiled code is kept from call to call, or a third of all time would go into compiling the same program anew; what a call says never
 * is (test/e2e/cache.test.ts has the cache's own tests).
 */
const codeFolder = fileURLToPath(new URL('../../node_modules/.cache/studyspec-tests', import.meta.url));
function forgetOutputs(): void {
  if (!existsSync(codeFolder)) return;
  for (const entry of readdirSync(codeFolder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !entry.name.startsWith('code-')) rmSync(join(entry.parentPath, entry.name), { force: true });
}

const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', STUDYSPEC_CACHE: codeFolder, S: `${process.execPath} ${program}` };
// Whatever a defect makes wait for ever, a test does not: the limit is far beyond what any command takes.
const limits = { encoding: 'utf8' as const, maxBuffer: 2 ** 27, env, timeout: 120_000 };

/** A call from a folder that is there already. */
export function studyspecIn(folder: string, ...args: string[]): Ended {
  forgetOutputs();
  const done = spawnSync(process.execPath, [program, ...args], { ...limits, cwd: folder });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'studyspec-'));
  const options = { ...limits, cwd: path };
  const folder: Folder = {
    path,
    at: (...names) => join(path, ...names),
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    files: () =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .sort(),
    studyspec: (...args) => studyspecIn(path, ...args),
    into(target, ...args) {
      forgetOutputs();
      const descriptor = openSync(target, 'w');
      try {
        const done = spawnSync(process.execPath, [program, ...args], { ...options, stdio: ['ignore', descriptor, 'pipe'] });
        return { code: done.status, out: '', err: done.stderr };
      } finally {
        closeSync(descriptor);
      }
    },
    shell(command) {
      forgetOutputs();
      const done = spawnSync('bash', ['-c', command], options);
      return { code: done.status, out: done.stdout, err: done.stderr };
    },
    start(...args) {
      forgetOutputs();
      const child = spawn(process.execPath, [program, ...args], { cwd: path, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const text = { out: '', err: '' };
      child.stdout.on('data', (chunk: Buffer) => {
        text.out += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        text.err += chunk.toString();
      });
      return {
        kill: (signal) => {
          child.kill(signal);
        },
        ended: new Promise((resolve) => {
          child.on('close', (code) => {
            resolve({ code, ...text });
          });
        }),
      };
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
  return folder;
}

/** Forty respondents: four items on 1..5, a number, three groups. */
export const answers = `id,a,b,c,d,x,g
1,5,4,4,3,10.06,3
2,3,1,3,2,11.75,1
3,2,3,2,3,11.05,1
4,4,5,4,4,12.05,1
5,1,2,1,1,12.48,2
6,5,4,5,5,9.57,3
7,5,5,5,5,6.9,2
8,1,1,1,2,9.61,3
9,2,1,2,1,11.67,2
10,1,1,1,1,10.89,1
11,2,2,2,3,10.84,3
12,2,3,3,4,9.61,3
13,4,3,5,5,8.47,2
14,1,2,1,3,6.11,3
15,2,3,2,3,9.29,2
16,2,1,2,2,11.44,3
17,1,1,2,2,7.32,3
18,1,2,1,2,8.6,3
19,5,4,5,5,11.55,3
20,4,4,4,4,9.13,3
21,2,2,4,4,10.29,2
22,3,3,5,5,9.24,2
23,3,4,3,3,8.84,3
24,2,3,1,1,7.74,2
25,4,2,4,3,12.55,1
26,3,3,3,3,10.34,2
27,2,3,3,3,9.62,1
28,4,5,5,5,9.49,3
29,4,4,4,5,8.38,2
30,5,4,5,3,13.61,2
31,4,3,5,4,8.22,1
32,3,2,4,4,8.05,3
33,1,1,1,1,10.62,3
34,5,2,2,3,11.34,2
35,5,3,2,2,10.19,1
36,3,1,4,3,10.83,1
37,1,1,2,2,10.81,2
38,3,2,2,3,9.42,1
39,3,3,3,4,12.75,1
40,5,3,3,3,10.92,1
`;

/** Declares them; `data` is the file's name. */
export const declared = (data = 'd.csv'): string => `study "S"
data "${data}" { id id  missing blank }
scale s 1..5
dimension D "D" on s { indicator a
 indicator b
 indicator c
 indicator d }
number x
category g { u = 1  v = 2  w = 3 }
index I { of D  keep 2 }
`;
export const models = 'compare C { of I, D, x by g }\nregression R { explain I, x by a, g }\n';
