// What the whole folder costs beside the tables in the terminal: `run`, `run --out` without Word, with it, and with PNG figures, in turns.
// `node test/bench/folder.mjs [--smoke]`. Prints medians and ratios, asserts nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = process.argv.includes('--smoke') ? 2 : 15;
const program = join(root, 'packages/cli/bin/studyspec.js');
const study = join(root, 'examples/anshun/anshun.study');
const work = mkdtempSync(join(tmpdir(), 'studyspec-folder-'));
const cache = join(work, 'cache');
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The code that an earlier call left stays; what it kept of the study, pictures included, goes. */
function forgetStudies() {
  for (const build of existsSync(cache) ? readdirSync(cache) : [])
    for (const name of readdirSync(join(cache, build)))
      if (!name.startsWith('code-')) rmSync(join(cache, build, name), { recursive: true });
}

const folder = ['run', study, '--out', join(work, 'out'), '--force'];
const calls = {
  'node -e 0': null,
  run: ['run', study],
  'folder without Word': [...folder, '--no-word'],
  'folder with Word': folder,
  'folder with Word and PNG': [...folder, '--png'],
};
const taken = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
try {
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, args] of Object.entries(calls)) {
      forgetStudies();
      const start = process.hrtime.bigint();
      const done = spawnSync(process.execPath, args === null ? ['-e', '0'] : [program, ...args], {
        stdio: 'ignore',
        env: { ...process.env, STUDYSPEC_CACHE: cache },
      });
      if (done.status !== 0) throw new Error(`${name} ended with ${done.status}`);
      // The first round leaves the code that every other one finds, each call's of itself.
      if (round > 0) taken[name].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const at = Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)]));
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; medians of ${rounds} runs in turns`);
for (const [name, value] of Object.entries(at))
  console.log(`  ${name.padEnd(26)}${value.toFixed(0).padStart(6)} ms   ${(value / at.run).toFixed(2)} × run`);
console.log(
  `  Word adds ${(at['folder with Word'] - at['folder without Word']).toFixed(0)} ms, PNG files another ` +
    `${(at['folder with Word and PNG'] - at['folder with Word']).toFixed(0)} ms.`,
);
