// A run that is ended from its terminal while it computes or writes: the terminal is told so, and nothing half is left. What a kill leaves
// that nobody can catch is files.test.ts'; more moments, and disks that fill, are test/heavy/waiting.mjs'.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => {
  folder.remove();
});

/** A signal right after the nth time that something is made, opened to be written, renamed or removed. */
const ENDING = `const fs = require('node:fs');
let left = Number(process.env.END_AFTER);
for (const name of ['mkdirSync', 'openSync', 'renameSync', 'unlinkSync', 'rmdirSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    try {
      return real(...given);
    } finally {
      if ((name !== 'openSync' || /^[wa]/u.test(given[1])) && (left -= 1) === 0) process.kill(process.pid, 'SIGINT');
    }
  };
}
require('node:module').syncBuiltinESMExports();
`;

describe('a folder of reports', () => {
  it('is there whole or not at all at whatever step of its writing the signal comes', () => {
    folder.write({ 's.study': declared() + models, 'd.csv': answers, 'ending.cjs': ENDING });
    const run = (at: number) =>
      folder.shell(`END_AFTER=${at} STUDYSPEC_CACHE=off NODE_OPTIONS="-r ./ending.cjs" $S run s.study --no-word --out in/o; exit $?`);
    const before = folder.files();
    expect(run(0).code).toBe(0);
    const whole = folder.files();
    const ends: string[] = [];
    // The first steps make the folders and open the files; how many there are after them is the report's.
    for (let at = 1; at < 200; at += at < 8 ? 1 : 15) {
      rmSync(folder.at('in'), { recursive: true, force: true });
      const { code } = run(at);
      const left = folder.files();
      ends.push(left.length === before.length ? 'nothing' : 'all');
      if (code === 0) expect(left).toEqual(whole);
      else {
        expect(code).toBe(130);
        expect([before, whole], `a signal at step ${at}`).toContainEqual(left);
        expect(existsSync(folder.at('in'))).toBe(left.length > before.length);
      }
      if (code === 0) break;
    }
    expect([...new Set(ends)]).toEqual(['nothing', 'all']);
  }, 240_000);

  it('is there whole or not at all when the run is ended by its terminal, which is told so', async () => {
    folder.write({ 's.study': declared() + models, 'd.csv': answers });
    const before = folder.files();
    // The first call compiles what later ones find; how long these last is what signals come into.
    expect(folder.studyspec('run', 's.study', '--no-word', '--out', 'o').code).toBe(0);
    rmSync(folder.at('o'), { recursive: true, force: true });
    const begun = performance.now();
    expect(folder.studyspec('run', 's.study', '--no-word', '--out', 'o').code).toBe(0);
    const lasts = (performance.now() - begun) / 1000;
    const files = folder.files();
    const ends = new Set<number>();
    for (const signal of ['INT', 'TERM'] as const) {
      for (const at of [0.1, 0.6]) {
        rmSync(folder.at('o'), { recursive: true, force: true });
        // The shell says how a process ended that a signal ended: with 128 and the signal's number.
        const delay = (lasts * (at + 0.3 * Math.random())).toFixed(3);
        const { code } = folder.shell(
          `$S run s.study --no-word --out o & P=$!; sleep ${delay}; kill -${signal} $P 2>/dev/null; wait $P; exit $?`,
        );
        ends.add(code!);
        const left = folder.files();
        if (code === 0) expect(left).toEqual(files);
        else {
          expect(code, delay).toBe(signal === 'INT' ? 130 : 143);
          expect([before, files], `${signal} after ${delay} s`).toContainEqual(left);
          if (existsSync(folder.at('o'))) expect(readdirSync(folder.at('o')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        }
      }
    }
    expect([...ends]).toEqual(expect.arrayContaining([130, 143]));
  }, 240_000);
});
