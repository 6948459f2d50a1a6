// Large files beside other programs: reading a table of 30 columns (scan), and a whole job on it (20 items, components, scores, a
// regression on eight categories and a rating), at 323, 100,000 and a million rows. StudySpec's first call ever, and one of which a call
// of another study has kept the code before, as R's packages are compiled when they are installed. Medians on the clock and of the
// processor, peak memory of the whole process, ratios to the fastest other. `npm run bench:rows`; `-- --smoke` for few rows,
// `-- --rows 5000000,9600000` for others, `-- --times 3`, `-- --parquet` for Parquet and joint counts alone. R (data.table) and PSPP are
// asked where they are; DuckDB, by `@duckdb/node-api`, reads the same table and counts the same pairs of answers, from CSV and Parquet.
// Asserts that R finds our R², and DuckDB our counts.
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = join(here, '../../packages/cli/bin/studyspec.js');
const argument = (name, usual) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual);
const smoke = process.argv.includes('--smoke');
const sizes = argument('--rows', smoke ? '323,9000' : '323,100000,1000000')
  .split(',')
  .map(Number);
const times = Number(argument('--times', smoke ? 1 : 3));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-rows-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const CATEGORIES = {
  sex: ['male', 'female'],
  age: ['0-18', '19-45', '46-69', '>69'],
  edu: ['none', 'primary', 'middle', 'high', 'college'],
  hh: ['<4', '4', '>4'],
  income: ['down', 'same', 'up'],
  movein: ['<0.5', '0.5-1', '>1'],
  dist: ['<3', '3-15', '15-40', '>40'],
  site: ['s1', 's2', 's3', 's4', 's5'],
};
const ITEMS = Array.from({ length: 20 }, (_, at) => `q${at + 1}`);

/** Columns of few values. */
const COUNTED = [...ITEMS, ...Object.keys(CATEGORIES), 'sat'];

/** Marsaglia's xorshift32, as a number below 1. */
function random(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** A survey: four factors of five items each, categories by chance, a rating and a weight of 15,001 values. */
function write(file, rows) {
  const next = random(20261130);
  const normal = () => Math.sqrt(-2 * Math.log(next() || 1e-9)) * Math.cos(2 * Math.PI * next());
  const point = (z) => (z < -1.5 ? 1 : z < -0.6 ? 2 : z < 0.3 ? 3 : z < 1.2 ? 4 : 5);
  const columns = Object.values(CATEGORIES);
  const descriptor = openSync(file, 'w');
  let text = `${[...ITEMS, ...Object.keys(CATEGORIES), 'sat', 'w'].join()}\n`;
  for (let row = 0; row < rows; row++) {
    const factors = [normal(), normal(), normal(), normal()];
    for (let item = 0; item < 20; item++) {
      const own = 0.75 - 0.03 * (item % 5);
      const factor = Math.floor(item / 5);
      const z = own * factors[factor] + 0.15 * factors[(factor + 1) % 4];
      text += `${point(z + Math.sqrt(1 - own * own - 0.15 * 0.15) * normal())},`;
    }
    for (const levels of columns) text += `${levels[Math.floor(next() * levels.length)]},`;
    text += `${1 + Math.floor(next() * 5)},${(0.5 + 1.5 * next()).toFixed(4)}\n`;
    if (text.length > 1 << 20) {
      writeSync(descriptor, text);
      text = '';
    }
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}

function study(name) {
  const dimensions = ['one', 'two', 'three', 'four'].map(
    (dimension, at) =>
      `dimension ${dimension} on agreement {\n${ITEMS.slice(at * 5, at * 5 + 5)
        .map((item) => `  indicator ${item}\n`)
        .join('')}}`,
  );
  const categories = Object.entries(CATEGORIES).map(
    ([category, levels]) => `category ${category} {\n${levels.map((level, at) => `  level${at + 1} = "${level}"\n`).join('')}}`,
  );
  return [
    `study "Large"\ndata "${name}"\nscale agreement 1..5`,
    ...dimensions,
    ...categories,
    'indicator sat on agreement',
    'index y {\n  of one, two, three, four\n  extract components\n  keep 4\n  rotate varimax\n}',
    `regression r {\n  explain y\n  by ${Object.keys(CATEGORIES).join(', ')}, sat\n}`,
    'report {\n  figures none\n}\n',
  ].join('\n');
}

/** PSPP cannot keep scores of components: it explains the mean of the items. */
function syntax(file) {
  const dummies = Object.entries(CATEGORIES).flatMap(([name, levels]) =>
    levels.slice(1).map((level, at) => ({ name, level, as: `${name}_${at}` })),
  );
  return `GET DATA /TYPE=TXT /FILE='${file}' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /FIRSTCASE=2
  /VARIABLES=${ITEMS.map((item) => `${item} F1.0`).join(' ')} ${Object.keys(CATEGORIES)
    .map((name) => `${name} A8`)
    .join(' ')} sat F1.0 w F8.4.
COMPUTE y=MEAN(${ITEMS.join()}).
${dummies.map(({ name, level, as }) => `COMPUTE ${as}=(RTRIM(${name})='${level}').`).join('\n')}
FACTOR /VARIABLES=${ITEMS.join(' ')} /PRINT=INITIAL KMO EXTRACTION ROTATION /EXTRACTION=PC /CRITERIA=FACTORS(4) /ROTATION=VARIMAX.
REGRESSION /VARIABLES=${dummies.map(({ as }) => as).join(' ')} sat /DEPENDENT=y /STATISTICS=COEFF R ANOVA.
`;
}

const timer = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0 ? ['/usr/bin/time', '-f', 'peak %M %U %S'] : [];
/** Wall and processor time in ms, peak in MB; `alone`: of the part that the process itself times. `cache`: where StudySpec keeps code. */
function run(called, alone, cache = 'off') {
  const [command, ...args] = [...timer, ...called];
  const start = process.hrtime.bigint();
  const done = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, STUDYSPEC_CACHE: cache },
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (done.status !== 0) throw new Error(`${called.join(' ')} ended with ${done.status}\n${done.stderr.slice(-2000)}`);
  const [, peak, user, system] = /peak (\d+) ([\d.]+) ([\d.]+)/u.exec(done.stderr) ?? [];
  const own = /^seconds ([\d.]+)/mu.exec(done.stdout)?.[1];
  return {
    wall: own === undefined || !alone ? wall : Number(own) * 1000,
    cpu: (Number(user) + Number(system)) * 1000,
    peak: Number(peak) / 1024,
    out: done.stdout,
  };
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const has = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasR = has('Rscript', '-e', 'library(data.table)');
const hasPspp = has('pspp', '--version');
const duckdb = await import('@duckdb/node-api').catch(() => null);
if (!hasR) console.log('R with data.table is not here.');
if (!hasPspp) console.log('PSPP is not here.');

// How the parts of core that are measured alone, in processes of their own, open their file.
const reading = (names) => `import { openSync, readSync, fstatSync } from 'node:fs';
import { ${names} } from ${JSON.stringify(new URL('../../packages/core/dist/index.js', import.meta.url).href)};
const started = performance.now();
const file = openSync(process.argv[2], 'r');
const { size } = fstatSync(file);
const read = (from, to) => {
  const bytes = new Uint8Array(to - from);
  for (let got = 0; got < bytes.length; ) got += readSync(file, bytes, got, bytes.length - got, from + got);
  return bytes;
};
`;

// The scan alone, in a process of its own: core in one thread, from the disk.
const scan = join(folder, 'scan.mjs');
writeFileSync(
  scan,
  `${reading('readData, readParts')}const found = size < 1 << 18 ? readData(read(0, size), 'x.csv') : readParts({ size, read }, 'x.csv');
console.log('seconds ' + ((performance.now() - started) / 1000).toFixed(4) + '\\nrows ' + found.frame.rows);
`,
);
const quick = join(folder, 'duck.mjs');
const joint = join(folder, 'joint.mjs');
if (duckdb !== null) {
  const opened = `import { DuckDBInstance } from ${JSON.stringify(import.meta.resolve('@duckdb/node-api'))};
const [, , file, threads, parquet] = process.argv;
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
const started = performance.now();
const table = (file.endsWith('.parquet') ? 'read_parquet' : 'read_csv') + "('" + file + "')";
`;
  writeFileSync(
    quick,
    `${opened}if (parquet === undefined) await connection.run('CREATE TABLE t AS SELECT * FROM ' + table);
else await connection.run('COPY (SELECT * FROM ' + table + ") TO '" + parquet + "' (FORMAT parquet)");
console.log('seconds ' + ((performance.now() - started) / 1000).toFixed(4));
`,
  );
  // Codes of a byte, then each pair grouped by itself: of five ways that were tried (a row for each pair, grouping sets, histograms, four
  // columns at a time, this) the fastest.
  writeFileSync(
    joint,
    `${opened}const columns = ${JSON.stringify(COUNTED)};
await connection.run('CREATE TABLE t AS SELECT ' + columns.join() + ' FROM ' + table);
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const codes = [];
for (const column of columns) {
  const texts = (await rows('SELECT DISTINCT CAST(' + column + ' AS VARCHAR) FROM t ORDER BY 1')).map(([text]) => "'" + text + "'");
  codes.push('CAST(enum_code(CAST(CAST(' + column + ' AS VARCHAR) AS ENUM(' + texts + '))) AS UTINYINT) AS ' + column);
}
await connection.run('CREATE TABLE codes AS SELECT ' + codes + ' FROM t');
const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => a + ', ' + b));
const counts = await rows(pairs.map((pair) => 'SELECT ' + pair + ', count(*) FROM codes GROUP BY ' + pair).join(' UNION ALL '));
const sum = counts.reduce((before, [, , count]) => before + Number(count) ** 2, 0);
console.log('seconds ' + ((performance.now() - started) / 1000).toFixed(4) + '\\nsum ' + sum);
`,
  );
}
// The same counts by core in one thread.
const own = join(folder, 'own.mjs');
writeFileSync(
  own,
  `${reading('jointCounts, readData, readParts')}const columns = ${JSON.stringify(COUNTED)};
const found = readParts({ size, read }, process.argv[2], { columns }) ?? readData(read(0, size), process.argv[2], { columns });
const coded = columns.map((name) => {
  const { codes, levels, points } = found.frame.columns.find((one) => one.name === name);
  return points === undefined ? { codes, levels: levels.length } : { codes: points.codes, levels: points.values.length };
});
const { counts, starts, levels, size: wide } = jointCounts(coded);
let sum = 0;
for (let a = 0; a < coded.length; a++)
  for (let b = a + 1; b < coded.length; b++)
    for (let i = 0; i < levels[a]; i++)
      for (let j = 0; j < levels[b]; j++) sum += counts[(starts[a] + i) * wide + starts[b] + j] ** 2;
console.log('seconds ' + ((performance.now() - started) / 1000).toFixed(4) + '\\nsum ' + sum);
`,
);

const isOurs = (name) => ['StudySpec', 'code kept', 'from Parquet'].includes(name);
let bad = 0;
for (const rows of sizes) {
  const file = join(folder, `rows-${rows}.csv`);
  write(file, rows);
  writeFileSync(join(folder, `rows-${rows}.study`), study(`rows-${rows}.csv`));
  writeFileSync(join(folder, `rows-${rows}.sps`), syntax(file));
  const threads = String(Math.min(2, availableParallelism()));
  const r = (what, cores) => ['Rscript', join(here, 'rows.R'), what, file, cores];
  // Of another study's call the code is kept, and nothing of this one.
  const kept = join(folder, 'cache');
  const again = (turn) => {
    copyFileSync(join(folder, `rows-${rows}.study`), join(folder, `again-${rows}-${turn}.study`));
    return [process.execPath, program, 'run', `again-${rows}-${turn}.study`, '--format', 'json'];
  };
  // DuckDB writes the Parquet file.
  const parquet = duckdb === null ? null : file.replace(/csv$/u, 'parquet');
  if (parquet !== null) {
    run([process.execPath, quick, file, threads, parquet], false);
    writeFileSync(join(folder, `parquet-${rows}.study`), study(`rows-${rows}.parquet`));
  }
  const called = (name) => [process.execPath, program, 'run', `${name}-${rows}.study`, '--format', 'json'];
  const all = {
    'scan, one core': {
      StudySpec: [process.execPath, scan, file],
      ...(hasR ? { 'R fread': r('read', '1') } : {}),
      ...(duckdb === null ? {} : { DuckDB: [process.execPath, quick, file, '1'] }),
    },
    [`the whole job, ${threads} cores`]: {
      StudySpec: called('rows'),
      ...(parquet === null ? {} : { 'from Parquet': called('parquet') }),
      'code kept': again,
      ...(hasR ? { 'R data.table': r('fast', threads), 'R plain': r('plain', threads) } : {}),
      ...(hasPspp ? { PSPP: ['pspp', join(folder, `rows-${rows}.sps`), '-o', join(folder, 'pspp.txt')] } : {}),
    },
  };
  // Below so many rows nothing is kept as codes.
  if (parquet !== null && rows >= 8192)
    all['joint counts, one core'] = {
      StudySpec: [process.execPath, own, file],
      'from Parquet': [process.execPath, own, parquet],
      DuckDB: [process.execPath, joint, file, '1'],
      'DuckDB, Parquet': [process.execPath, joint, parquet, '1'],
    };
  const alone = (peers) => Object.fromEntries(Object.entries(peers).filter(([name]) => /^(?:StudySpec$|from |DuckDB)/u.test(name)));
  const groups = process.argv.includes('--parquet')
    ? Object.fromEntries(Object.entries(all).flatMap(([what, peers]) => (what.startsWith('scan') ? [] : [[what, alone(peers)]])))
    : all;
  console.log(`\n${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB; medians of ${times}`);
  for (const [what, peers] of Object.entries(groups)) {
    // One after another, again and again: whoever else computes disturbs all alike.
    const took = new Map(Object.keys(peers).map((name) => [name, []]));
    if ('code kept' in peers) run(again('before'), false, kept);
    for (let turn = 0; turn < times; turn++)
      for (const [name, called] of Object.entries(peers))
        took.get(name).push(typeof called === 'function' ? run(called(turn), false, kept) : run(called, !what.startsWith('the whole')));
    const of = (name, key) => median(took.get(name).map((one) => one[key]));
    const fastest = Math.min(
      ...Object.keys(peers)
        .filter((name) => !isOurs(name))
        .map((name) => of(name, 'wall')),
    );
    for (const name of Object.keys(peers)) {
      const figures = [
        `${of(name, 'wall').toFixed(0).padStart(7)} ms`,
        `processor ${of(name, 'cpu').toFixed(0).padStart(7)} ms`,
        `peak ${of(name, 'peak').toFixed(0).padStart(5)} MB`,
      ];
      if (isOurs(name) && Number.isFinite(fastest))
        figures.push(`${(fastest / of(name, 'wall')).toFixed(2)} times as fast as the fastest other`);
      console.log(`  ${what.padEnd(22)} ${name.padEnd(15)} ${figures.join(', ')}`);
    }
    if (what.startsWith('joint')) {
      const sums = Object.keys(peers).map((name) => /^sum (\d+)/mu.exec(took.get(name)[0].out)?.[1]);
      const same = sums[0] !== undefined && sums.every((sum) => sum === sums[0]);
      if (!same) bad++;
      console.log(`  counts of DuckDB and ours are ${same ? 'the same' : `NOT THE SAME: ${sums.join(', ')}`}`);
    }
    const theirs = /R2 ([\d.]+)/u.exec(took.get('R data.table')?.[0].out ?? '')?.[1];
    const results = theirs === undefined ? null : JSON.parse(took.get('StudySpec')[0].out);
    const ours = results === null ? null : JSON.stringify(results).match(/"r\.y\.r2":\{?"?(?:value"?:)?([\d.e-]+)/u)?.[1];
    if (theirs === undefined) continue;
    const same = ours !== undefined && ours !== null && Math.abs(Number(ours) - Number(theirs)) < 2e-6;
    if (!same) bad++;
    console.log(`  R² of R ${theirs}, ours ${ours ?? 'not found'}${same ? '' : ': NOT THE SAME'}`);
  }
}
process.exitCode = bad === 0 ? 0 : 1;
