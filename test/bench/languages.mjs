// What a language more costs a call: nothing. `check` in English with the files of other languages and without them, in turns; and which
// of them each call reads. `node test/bench/languages.mjs [--smoke]` ends with 1 when a call reads words that it does not speak.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = process.argv.includes('--smoke') ? 3 : 15;
const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url));
const study = fileURLToPath(new URL('../../examples/anshun/anshun-clean.study', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'studyspec-languages-'));
try {
  for (const name of ['with', 'without'])
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(cli, part), join(work, name, part), { recursive: true });
  const files = readdirSync(join(work, 'with/dist/words')).sort();
  rmSync(join(work, 'without/dist/words'), { recursive: true });
  // Every module that is required is named on stderr.
  const hook = join(work, 'hook.cjs');
  writeFileSync(
    hook,
    `const Module = require('node:module');
const load = Module._load;
Module._load = function (request, ...rest) {
  if (/words/.test(request)) process._rawDebug('read ' + request);
  return load.call(this, request, ...rest);
};
`,
  );
  const call = (name, hooked, ...args) => {
    const env = { ...process.env, STUDYSPEC_CACHE: hooked ? 'off' : join(work, `cache-${name}`), LC_ALL: 'C', NO_COLOR: '1' };
    const from = process.hrtime.bigint();
    const own = [...(hooked ? ['--require', hook] : []), join(work, name, 'bin/studyspec.js'), ...args];
    const { stdout, stderr, status } = spawnSync(process.execPath, own, { encoding: 'utf8', env });
    const read = [...stderr.matchAll(/^read .*?([\w-]+\.cjs)$/gmu)]
      .map((match) => match[1])
      .sort()
      .filter((one, at, all) => one !== all[at - 1]);
    return { ms: Number(process.hrtime.bigint() - from) / 1e6, stdout, status, read };
  };
  const wrong = [];
  const expect = (what, found, wanted) => {
    console.log(`${what}: reads ${found.join(', ') || 'no words'}`);
    if (found.join() !== wanted.join()) wrong.push(`${what}: ${wanted.join(', ') || 'nothing'} was to be read`);
  };
  console.log(`languages beside English: ${files.join(', ')}`);
  expect('check in English', call('with', true, 'check', study, '--no-cache').read, []);
  expect('help in English', call('with', true, 'check', '--help').read, []);
  expect('check in Chinese', call('with', true, 'check', study, '--no-cache', '--lang', 'zh').read, ['zh-cli.cjs', 'zh.cjs']);
  expect('help in Chinese', call('with', true, 'check', '--help', '--lang', 'zh').read, ['zh-cli.cjs']);
  const times = { with: [], without: [] };
  for (let round = 0; round <= rounds; round++)
    for (const name of round % 2 === 0 ? ['with', 'without'] : ['without', 'with']) {
      // Another claim each time, so that no call is told again; the first compiles and is not counted.
      writeFileSync(join(work, 't.study'), `study "t"\ndata "t.csv"\nscale s 1..5\nindicator a on s\nindicator b_${round} on s from b\n`);
      writeFileSync(join(work, 't.csv'), 'a,b\n1,2\n2,3\n4,4\n5,5\n');
      const { ms, status } = call(name, false, 'check', join(work, 't.study'));
      if (round > 0) times[name].push(ms);
      if (status !== 0) wrong.push(`${name} the files of other languages the call ends with ${status}`);
    }
  const middle = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)].toFixed(0);
  console.log(
    `check, ${rounds} calls each in turns, median: ${middle(times.with)} ms with those files, ${middle(times.without)} ms without`,
  );
  for (const one of wrong) console.error(`FAILED ${one}`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
