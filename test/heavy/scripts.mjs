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

/** Cells of a line of PSPP's CSV. */
const cellsOf = (line) =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
/** The tables behind each line that the script says, by their headings. */
function tablesIn(text) {
  const tables = [];
  let [said, heading] = ['', null];
  for (const line of text.split('\n')) {
    const title = /^"?Table: ([^"]*)/u.exec(line);
    if (title !== null) tables.push({ said, title: title[1], rows: [] });
    heading = title === null ? heading : title[1];
    if (/^(?:descriptives|(?:index|group|category|compare|correlate|regression) \S.*)$/u.test(line)) said = line;
    else if (title === null && line !== '') tables.at(-1)?.rows.push(cellsOf(line));
    if (line === '') tables.push({ said, title: '', rows: [] });
  }
  return tables.filter((table) => table.title !== '');
}
/** Addresses and values that PSPP's tables hold; those it prints with three digits are left out. */
function numbersOfPspp(text, ours) {
  const found = [];
  const say = (address, cell) => found.push([address, cell === '' || cell === undefined ? null : Number(cell)]);
  const ordered = (start) => Object.keys(ours).filter((address) => address.startsWith(`${start}(`) && ours[address] !== null);
  for (const { said, title, rows } of tablesIn(text)) {
    const [kind, name, , by] = said.split(' ');
    const column = (heading) => rows[0].indexOf(heading);
    if (kind === 'descriptives')
      for (const row of rows
        .slice(1)
        .filter((one) => !/ N \(/u.test(one[0]) && !one[0].includes('(listwise)') && `${one[0]}.mean(all)` in ours)) {
        say(`${row[0]}.mean(all)`, row[column('Mean')]);
        say(`${row[0]}.sd(all)`, row[column('Std Dev')]);
        say(`${row[0]}.se(all)`, row[column('S.E. Mean')]);
        if (`${row[0]}.skewness` in ours) say(`${row[0]}.skewness`, row[column('Skewness')]);
        if (`${row[0]}.kurtosis` in ours) say(`${row[0]}.kurtosis`, row[column('Kurtosis')]);
      }
    if (title === 'Reliability Statistics') say(`${name}.alpha`, rows[1][0]);
    if (title === 'Item-Total Statistics' && kind === 'group')
      for (const row of rows.slice(1)) say(`${name}.item_total(${row[0]})`, row[3]);
    if (title.startsWith('KMO')) {
      say(`${name}.kmo`, rows[0][2]);
      say(`${name}.bartlett.chi2`, rows[1][2]);
    }
    if (title === 'Total Variance Explained') for (const row of rows.slice(2)) say(`${name}.eigenvalue(${row[0]})`, row[1]);
    if (kind === 'compare') {
      const means = ordered(`${name}.mean`).filter((address) => address.includes(`(${by}.`));
      if (title === 'Descriptives')
        for (const [at, row] of rows.slice(2).entries()) {
          const address = row[1] === 'Total' ? `${name}.mean(all)` : (means[at] ?? `${name}.mean(${row[1]})`);
          say(address, row[3]);
          say(address.replace('.mean(', '.sd('), row[4]);
        }
      if (title === 'ANOVA') {
        say(`${name}.f`, rows[1][5]);
        say(`${name}.df2`, rows[2][3]);
      }
      if (title.startsWith('Multiple Comparisons')) {
        const levels = means.map((address) => address.slice(address.indexOf('(') + 1, -1));
        const pairs = levels.flatMap((a) => levels.flatMap((b) => (a === b ? [] : [`(${a}, ${b})`])));
        for (const [at, row] of rows.slice(2).entries()) {
          say(`${name}.difference${pairs[at]}`, row[3]);
          say(`${name}.difference.se${pairs[at]}`, row[4]);
          say(`${name}.difference.low${pairs[at]}`, row[6]);
        }
      }
      if (title === 'Test Statistics') say(`${name}.kruskal.h`, rows[1][1]);
      if (title === 'Independent Samples Test') {
        say(`${name}.t`, rows[3][4]);
        say(`${name}.welch.df`, rows[4][5]);
      }
    }
    if (kind === 'regression') {
      if (title.startsWith('Model Summary')) {
        say(`${name}.r2`, rows[1][1]);
        say(`${name}.adjusted_r2`, rows[1][2]);
        say(`${name}.rmse`, rows[1][3]);
      }
      if (title.startsWith('ANOVA')) say(`${name}.f`, rows[1][4]);
      if (title.startsWith('Coefficients')) {
        const terms = ordered(`${name}.b`).map((address) => address.slice(address.indexOf('(')));
        for (const [at, term] of terms.entries()) {
          const row = rows[at + 2] ?? [];
          for (const [what, cell] of [
            ['b', 1],
            ['se', 2],
            ['t', 4],
            ['low', 6],
            ['high', 7],
            ...(at === 0
              ? []
              : [
                  ['beta', 3],
                  ['vif', 9],
                ]),
          ])
            say(`${name}.${what}${term}`, row[cell]);
        }
      }
    }
  }
  return found;
}

/** How a target's script is run, and the numbers that come of it. `least`: of each study that it is run for. */
const programs = {
  r: {
    name: 'R',
    ending: 'R',
    run: (script) => run('Rscript', ['--vanilla', script], folder),
    read: (text) => numbersIn(text),
    least: null,
  },
  spss: {
    name: 'PSPP',
    ending: 'sps',
    run: (script) => run('pspp', ['-O', 'format=csv', script], folder),
    read: numbersOfPspp,
    least: {
      anshun: 900,
      'anshun, cleaned': 900,
      bijie: 250,
      'exam 01': 50,
      'exam 04': 200,
      'exam 07': 50,
      'exam 10': 40,
      'hostile labels': 5,
    },
  },
};
for (const [target, { name: runner, ending, run: runScript, read, least: counts }] of Object.entries(programs))
  for (const [name, file, enough] of studies) {
    const least = counts === null ? enough : counts[name];
    if (least === undefined) continue;
    const ours = JSON.parse(run('node', [program, 'query', file, '--json'], folder).out);
    const script = join(folder, `script.${ending}`);
    const told = run('node', [program, 'export', file, '--to', target, '-o', script, '--force'], folder);
    const ran = runScript(script);
    const theirs = read(ran.out, ours);
    const wrong = [told, ran].flatMap(({ status, err }) => (status === 0 ? [] : [err.trim()]));
    if (theirs.length < least) wrong.push(`only ${theirs.length} numbers`);
    for (const [address, value] of theirs) {
      const own = ours[address];
      if (own === undefined) wrong.push(`${address} is no address`);
      else if (own === null || value === null ? own !== value : !(Math.abs(own - value) <= TOLERANCE * Math.max(1, Math.abs(own))))
        wrong.push(`${address}: ours ${own}, ${runner}'s ${value}`);
    }
    if (existsSync(join(folder, 'harmed'))) wrong.push('a label was run');
    tell(`${runner}, ${name}`, wrong, `${theirs.length} numbers agree to ${TOLERANCE}`);
  }
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
