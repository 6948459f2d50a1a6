// Exported scripts against our own numbers, to 1e-8: all examples with answers, all designs of the exam, a study with every clause, and one
// whose labels would be commands; and whether each number that a script does not compute is said in it. Called by scripts.sh with a folder
// to work in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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
/** Every design of the exam. PSPP reads no workbook: of a study on one it gets a copy on the same cells as text (`asText`). */
const exams = readdirSync(join(root, 'test/exam'), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => [`exam ${name.slice(0, 2)}`, join(root, 'test/exam', name, 'study.study')]);
/** At least so many numbers of R, that an empty script agrees with nothing. */
const atLeast = { 'exam 08': 500, 'exam 09': 300, 'exam 06': 700 };
const studies = [
  ['anshun', join(root, 'examples/anshun/anshun.study'), 8000],
  ['anshun, cleaned', join(root, 'examples/anshun/anshun-clean.study'), 8000],
  ['bijie', join(root, 'examples/bijie/bijie.study'), 8000],
  ...exams.map(([name, file]) => [name, file, atLeast[name] ?? 1000]),
  // Of SPSS, 0 times a missing value is 0.
  [
    'zero and missing',
    made('zero', {
      'study.study': [
        'study "Z"',
        'data "d.csv" { id id }',
        'number a',
        'number b within 0..9',
        'number p = a * b',
        'number q = a / b',
        'number r = 2 * a',
        'number v = b rescale 0..100 goalposts 2..8',
        'category g { one = 1  two = 2 }',
        'regression m { explain p  by a, g * b  missing mean }',
      ].join('\n'),
      'd.csv': [
        'id,a,b,g',
        ...Array.from({ length: 40 }, (_, i) => `${i},${(i * 7) % 5},${i % 6 === 0 ? '' : (i * 5) % 9},${i % 11 === 0 ? '' : 1 + (i % 2)}`),
        '',
      ].join('\n'),
    }),
    50,
  ],
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
/** A copy of a study whose workbook is a text table; the file itself where it is on none. Beside it, in another folder. */
function asText(name, file) {
  const spec = readFileSync(file, 'utf8');
  const workbook = /^data "([^"]+\.xlsx)"/mu.exec(spec)?.[1];
  if (workbook === undefined) return file;
  const sheet = /^\s*sheet\s+"([^"]+)"/mu.exec(spec)?.[1];
  const code = [
    `sheet <- ${sheet === undefined ? 'NULL' : `"${sheet}"`}`,
    'book <- readxl::read_excel(commandArgs(TRUE)[1], sheet = sheet, col_names = FALSE, col_types = "text")',
    'write.table(book, "d.csv", sep = ",", qmethod = "double", row.names = FALSE, col.names = FALSE, na = "")',
  ];
  const copy = made(name, {
    'study.study': spec.replace(`"${workbook}"`, '"d.csv"').replace(/^\s*sheet\s+"[^"]+"$/mu, ''),
    'copy.R': code.join('\n'),
  });
  const { status, err } = run('Rscript', ['--vanilla', 'copy.R', join(dirname(file), workbook)], dirname(copy));
  if (status !== 0) throw new Error(err);
  return copy;
}
/** What a script says that it leaves out: whole declarations with what they make, and of some of them the numbers. */
function saidIn(script) {
  const [whole, parts] = [new Set(), []];
  const text = script.replace(/\n\* (?!not in this script)(?=[^-\n]*\.$)/gmu, ' ');
  for (const [, what] of text.matchAll(/not in this script: (.*?)\.?$/gmu)) {
    const numbers = /^of (.+?) the numbers (.*)$/u.exec(what);
    if (numbers !== null) parts.push([numbers[1], numbers[2].split(', ').map((one) => one.replace(/\(.*/u, ''))]);
    else
      for (const one of /^[^,:(]+/u
        .exec(what)[0]
        .trim()
        .split(' ')
        .concat(/^\S+ \(([^)]*)\)/u.exec(what)?.[1].split(', ') ?? []))
        whole.add(one);
  }
  return { whole, parts };
}
/** Addresses that have a number of ours, none of theirs, and no sentence. */
function silentIn(script, ours, theirs) {
  const { whole, parts } = saidIn(script);
  const there = new Set(theirs.map(([address]) => address));
  return Object.keys(ours).filter((address) => {
    if (there.has(address) || ours[address] === null) return false;
    const head = address.replace(/\(.*/u, '');
    if ([...whole].some((one) => head === one || head.startsWith(`${one}.`))) return false;
    return !parts.some(
      ([name, which]) =>
        (name.startsWith('Descriptives') || head === name || head.startsWith(`${name}.`)) &&
        which.some((one) => `.${head}.`.includes(`.${one}.`)),
    );
  });
}
/** Declarations that have numbers of ours, and neither a command nor a sentence in a script of SPSS. */
function unnamedIn(script, ours) {
  const { whole } = saidIn(script);
  const commands = script.replace(/^\*.*$/gmu, '');
  const heads = new Set(Object.keys(ours).map((address) => address.replace(/[.(].*/u, '')));
  heads.delete('sample');
  return [...heads].filter(
    (name) =>
      !whole.has(name) && !commands.includes(name) && !new RegExp(`\\bv?${name.replace(/[^A-Za-z0-9_]+/gu, '_')}`, 'u').test(commands),
  );
}
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
  const say = (address, cell) => found.push([address, cell === '' || !Number.isFinite(Number(cell)) ? null : Number(cell)]);
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
    silent: silentIn,
    study: (_, file) => file,
    least: null,
  },
  spss: {
    name: 'PSPP',
    ending: 'sps',
    run: (script) => run('pspp', ['-O', 'format=csv', script], folder),
    read: numbersOfPspp,
    silent: unnamedIn,
    study: asText,
    least: {
      anshun: 900,
      'anshun, cleaned': 900,
      bijie: 250,
      'exam 01': 50,
      'exam 02': 20,
      'exam 03': 20,
      'exam 04': 200,
      'exam 05': 50,
      'exam 06': 50,
      'exam 07': 50,
      'exam 08': 50,
      'exam 09': 20,
      'exam 10': 40,
      'zero and missing': 30,
      'every clause': 5,
      'hostile labels': 5,
    },
  },
};
for (const [target, { name: runner, ending, run: runScript, read, silent, study, least: counts }] of Object.entries(programs))
  for (const [name, original, enough] of studies) {
    const least = counts === null ? enough : counts[name];
    if (least === undefined) continue;
    const file = study(name.replace(' ', '-'), original);
    const ours = JSON.parse(run('node', [program, 'query', file, '--json'], folder).out);
    const script = join(folder, `script.${ending}`);
    const told = run('node', [program, 'export', file, '--to', target, '-o', script, '--force'], folder);
    const ran = runScript(script);
    // PSPP prints the pooled standard error beside Games-Howell, which the script says.
    const isPooled = readFileSync(script, 'utf8').includes('/POSTHOC=GH');
    const theirs = read(ran.out, ours).filter(([address]) => !(isPooled && address.includes('.difference.se(')));
    const wrong = [told, ran].flatMap(({ status, err }) => (status === 0 ? [] : [err.trim()]));
    if (theirs.length < least) wrong.push(`only ${theirs.length} numbers`);
    for (const [address, value] of theirs) {
      const own = ours[address];
      if (own === undefined) wrong.push(`${address} is no address`);
      else if (own === null || value === null ? own !== value : !(Math.abs(own - value) <= TOLERANCE * Math.max(1, Math.abs(own))))
        wrong.push(`${address}: ours ${own}, ${runner}'s ${value}`);
    }
    const unsaid = silent(readFileSync(script, 'utf8'), ours, theirs);
    if (unsaid.length > 0) wrong.push(`neither computed nor said: ${unsaid.slice(0, 8).join(', ')}`);
    if (existsSync(join(folder, 'harmed'))) wrong.push('a label was run');
    tell(`${runner}, ${name}`, wrong, `${theirs.length} numbers agree to ${TOLERANCE}`);
  }
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
