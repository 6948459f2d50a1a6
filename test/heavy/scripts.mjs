// Exported scripts against our own numbers, to 1e-8: the examples, designs of the exam, a study with every clause, and one whose labels
// would be commands. Called by scripts.sh with a folder to work in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TOLERANCE = 1e-8;
const folder = process.argv[2];
const root = resolve('.');
const program = join(root, 'packages/cli/bin/studyspec.js');
const { everyClauseData, everyClauseSpec } = await import(join(folder, 'support/every-clause.mjs'));
const { hostileData, hostileName, hostileSpec } = await import(join(folder, 'export/hostile.mjs'));

const made = (name, files) => {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
  return join(folder, name, 'study.study');
};
const exam = (number) =>
  join(
    root,
    'test/exam',
    readdirSync(join(root, 'test/exam')).find((name) => name.startsWith(number)),
    'study.study',
  );
/** At least so many numbers, that an empty script agrees with nothing. */
const studies = [
  ['anshun', join(root, 'examples/anshun/anshun.study'), 8000],
  ['anshun, cleaned', join(root, 'examples/anshun/anshun-clean.study'), 8000],
  ['bijie', join(root, 'examples/bijie/bijie.study'), 8000],
  ['exam 01', exam('01'), 1000],
  ['exam 03', exam('03'), 2000],
  ['exam 04', exam('04'), 1500],
  ['exam 07', exam('07'), 1500],
  ['exam 10', exam('10'), 1000],
  ['every clause', made('every', { 'study.study': everyClauseSpec, 'd.csv': everyClauseData }), 500],
  ['hostile labels', made('hostile', { 'study.study': hostileSpec, [hostileName]: hostileData }), 200],
];

const run = (command, args, cwd) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C.UTF-8', STUDYSPEC_CACHE: 'off' },
  });
  return { status, out: stdout ?? '', err: stderr ?? '' };
};
/** Address and value of each line behind the heading. */
const numbersIn = (text) =>
  [...text.slice(text.indexOf('address,value')).matchAll(/^ ?"((?:[^"]|"")*)",(\S+)$/gmu)].map((match) => [
    match[1].replaceAll('""', '"'),
    Number.isFinite(Number(match[2])) ? Number(match[2]) : null,
  ]);

let passed = 0;
let failed = 0;
const tell = (name, wrong, said) => {
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(wrong.length === 0 ? `${name}: ${said}` : `FAILED: ${name}: ${wrong.slice(0, 8).join('\n  ')}`);
};
for (const [name, file, least] of studies) {
  const ours = JSON.parse(run('node', [program, 'query', file, '--json'], folder).out);
  const script = join(folder, 'script.R');
  const told = run('node', [program, 'export', file, '--to', 'r', '-o', script, '--force'], folder);
  const ran = run('Rscript', ['--vanilla', script], folder);
  const theirs = numbersIn(ran.out);
  const wrong = [told, ran].flatMap(({ status, err }) => (status === 0 ? [] : [err.trim()]));
  if (theirs.length < least) wrong.push(`only ${theirs.length} numbers`);
  for (const [address, value] of theirs) {
    const own = ours[address];
    if (own === undefined) wrong.push(`${address} is no address`);
    else if (own === null || value === null ? own !== value : !(Math.abs(own - value) <= TOLERANCE * Math.max(1, Math.abs(own))))
      wrong.push(`${address}: ours ${own}, R's ${value}`);
  }
  if (existsSync(join(folder, 'harmed'))) wrong.push('a label was run');
  tell(`R, ${name}`, wrong, `${theirs.length} numbers agree to ${TOLERANCE}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
