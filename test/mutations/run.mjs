// Makes the mistakes of mutations.mjs one by one and asks the related tests; those marked `all` are asked of every test. A mistake that no
// test notices is printed. `node test/mutations/run.mjs [--only TEXT] [--related]` in a checkout without changes: each file is put back,
// also when it is stopped. Ends with `N noticed of M` and with 1 when more than two pass unnoticed or one no longer applies.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mutations } from './mutations.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const related = process.argv.includes('--related');
const UNNOTICED_AT_MOST = 2;

if (execFileSync('git', ['status', '--porcelain', '--', 'packages'], { cwd: root, encoding: 'utf8' }).trim() !== '') {
  console.error('There are changes under packages: commit them first, so that each mistake is made of what is committed.');
  process.exit(2);
}

let restore = () => {};
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    restore();
    process.exit(130);
  });

const unnoticed = [];
const stale = [];
const chosen = mutations.filter((one) => one.what.includes(only));
for (const one of chosen) {
  const path = `${root}${one.file}`;
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const places = before.split(one.from).length - 1;
  if (places !== 1) {
    stale.push(one.what);
    console.log(`stale      ${one.what} (its text stands ${places} times in ${one.file})`);
    continue;
  }
  restore = () => writeFileSync(path, before);
  writeFileSync(
    path,
    before.replace(one.from, () => one.to),
  );
  try {
    // The related tests first: most mistakes are noticed there, and then the others need not be asked.
    const tests = one.tests.filter((file) => existsSync(`${root}${file}`));
    const ask = (files) =>
      spawnSync('npx', ['vitest', 'run', '--bail=1', '--reporter=dot', ...files], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      }).status !== 0;
    const noticed = ask(tests);
    console.log(`${noticed ? 'noticed   ' : 'UNNOTICED '} ${one.what}`);
    if (!noticed) {
      if (one.all === true && !related && ask([])) console.log('           by a test that is not among its related ones');
      else unnoticed.push(one.what);
    }
  } finally {
    restore();
    restore = () => {};
  }
}
console.log(`\n${chosen.length - unnoticed.length - stale.length} noticed of ${chosen.length}`);
process.exitCode = unnoticed.length > UNNOTICED_AT_MOST || stale.length > 0 ? 1 : 0;
