// What `studyspec sums --sql` asks in the SQL of Trino and Spark, statement by statement, is checked against the grammars of both
// (dt-sql-parser), since neither engine is here; the same questions in DuckDB's SQL are asked of DuckDB, and its answers, as each engine's
// own client would write them, make sums in every dialect that are the bytes of the file's. Names of every sort. One line a check; ends
// with `N passed, M failed`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/studyspec.js');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-dialects-'));
let [passed, failed] = [0, 0];
const check = (name, holds, more = '') => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok' : 'FAILED'}: ${name}${more === '' ? '' : ` (${more})`}`);
};
const studyspec = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--no-cache', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C' },
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
};
// It is written for bundlers.
const bundle = join(folder, 'parsers.mjs');
await build({
  stdin: {
    contents: "export { TrinoSQL } from 'dt-sql-parser/dist/parser/trino'; export { SparkSQL } from 'dt-sql-parser/dist/parser/spark';",
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
});
const { TrinoSQL, SparkSQL } = await import(pathToFileURL(bundle).href);
const grammars = { trino: new TrinoSQL(), spark: new SparkSQL() };

/** As the clients write results: Trino quotes everything, Spark and DuckDB what has to be; nulls are blank, or said. */
const writers = {
  trino: (rows) => rows.map((row) => row.map((value) => `"${String(value ?? '').replaceAll('"', '""')}"`).join(',')).join('\n'),
  spark: (rows) => ['c,v,n', ...rows.map((row) => row.map((value) => plain(value ?? '')).join(','))].join('\r\n'),
  duckdb: (rows) => rows.map((row) => row.map((value) => plain(value ?? 'NULL')).join(',')).join('\n'),
};
const plain = (value) => (/[",\s]/u.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** Question by question until the sums are there; `ask`: what DuckDB says to DuckDB's SQL. Gives the names of the answers' files. */
async function asked(name, study, table, ask, further = []) {
  const answers = { trino: [], spark: [], duckdb: [] };
  for (let question = 1; question < 9; question++) {
    const out = {};
    for (const dialect of Object.keys(answers)) {
      const { code, stdout, stderr } = studyspec('sums', study, '--sql', dialect, '--table', table, ...further, ...answers[dialect]);
      if (code !== 0) {
        check(`${name}: ${dialect} asks`, false, stderr.trim().split('\n')[0]);
        return null;
      }
      out[dialect] = { stdout, stderr };
    }
    if (!out.duckdb.stderr.includes('Question')) {
      for (const dialect of Object.keys(answers)) {
        const target = `${study}-${dialect}${further.length > 0 ? '.ranges' : '.sums'}`;
        studyspec(
          'sums',
          study,
          '--sql',
          dialect,
          '--table',
          table,
          ...further,
          ...answers[dialect],
          '-o',
          target,
          ...(further.length > 0 ? [] : ['--threshold', '0']),
        );
      }
      return question - 1;
    }
    for (const [dialect, grammar] of Object.entries(grammars)) {
      const statements = out[dialect].stdout
        .trimEnd()
        .split(/;\n\n|;$/u)
        .filter((one) => one !== '');
      const wrong = statements.flatMap((sql) => grammar.validate(sql).map(({ message, startColumn }) => `${startColumn}: ${message}`));
      check(
        `${name}, question ${question}: the grammar of ${dialect} takes ${out[dialect].stdout.length} signs`,
        wrong.length === 0,
        wrong[0],
      );
    }
    const rows = [];
    for (const sql of out.duckdb.stdout
      .trimEnd()
      .split(/;\n\n|;$/u)
      .filter((one) => one !== ''))
      rows.push(...(await ask(sql)));
    for (const dialect of Object.keys(answers)) {
      const file = `${study}-${dialect}-${further.length}-${question}.csv`;
      writeFileSync(
        join(folder, file),
        `${writers[dialect](question === 1 || rows[0]?.length === 3 ? rows.map(([c, v, n]) => [c, v ?? '', n]) : rows)}\n`,
      );
      answers[dialect].push(file);
    }
  }
  return null;
}

try {
  for (const [dialect, grammar] of Object.entries(grammars)) {
    check(`the grammar of ${dialect} refuses what is wrong`, grammar.validate("SELECT a FROM t WHERE b IN ('x'").length > 0);
    check(`the grammar of ${dialect} refuses a name that ends early`, grammar.validate('SELECT "a"b" FROM `t`u`').length > 0);
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const ask = async (sql) =>
    (await connection.runAndReadAll(sql)).getRows().map((row) => row.map((value) => (value === null ? null : String(value))));

  // The paper's study.
  cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
  await ask(`CREATE TABLE "hou;se--ho""ld's" AS SELECT * FROM read_csv('${join(folder, 'anshun_2020_raw.csv')}', all_varchar = true)`);
  studyspec('sums', 'anshun.study', '--threshold', '0', '-o', 'file.sums');
  const table = '`hou;se--ho"ld\'s`';
  check('Anshun: two questions and no more', (await asked('Anshun', 'anshun.study', table, ask)) === 2);
  for (const dialect of ['trino', 'spark', 'duckdb'])
    check(
      `Anshun: sums of the answers of ${dialect} are the bytes of the file's`,
      readFileSync(join(folder, `anshun.study-${dialect}.sums`), 'utf8') === readFileSync(join(folder, 'file.sums'), 'utf8'),
    );
  studyspec('sums', 'anshun.study', 'file.sums', '--ask', '-o', 'plan.json');
  studyspec('sums', 'anshun.study', '--scores', 'plan.json', '-o', 'file.ranges');
  check(
    'Anshun, a second round: one question more',
    (await asked('Anshun, a second round', 'anshun.study', table, ask, ['--scores', 'plan.json'])) === 3,
  );
  const ends = (file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/"(?:low|high)":(null|[-\d.e]+)/gu)].map(([, end]) =>
      end === 'null' ? null : Number(end),
    );
  const own = ends('file.ranges');
  for (const dialect of ['trino', 'spark', 'duckdb']) {
    const found = ends(`anshun.study-${dialect}.ranges`);
    const same = found.length === own.length && found.every((end, at) => end === own[at] || Math.abs(end - own[at]) < 1e-12);
    check(`Anshun: ${own.length} ends of scores of the answers of ${dialect} are the file's`, own.length > 0 && same);
  }

  // Numbers of many values.
  let seed = 5;
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const paid = Array.from({ length: 500 }, () => {
    const pay = chance() < 0.05 ? ['-99', 'refused', '', '2000000.5'][Math.floor(4 * chance())] : (900_000 * chance() - 400).toFixed(2);
    return [1 + Math.floor(5 * chance()), 1 + Math.floor(2 * chance()), pay, String(Math.floor(1e6 * chance()) / 1000)].join(',');
  });
  writeFileSync(join(folder, 'paid.csv'), `a,sex,pay,far\n${paid.join('\n')}\n`);
  await ask(`CREATE TABLE paid AS SELECT * FROM read_csv('${join(folder, 'paid.csv')}', all_varchar = true)`);
  writeFileSync(
    join(folder, 'paid.study'),
    'study "Paid"\ndata "paid.csv" {\n  missing -99, "refused"\n}\nscale s 1..5\nindicator a on s\n' +
      'number pay within -400..1000000\nnumber far\n' +
      'category sex { male = 1  female = 2 }\ncompare k { of pay, a  by sex }\nregression r { explain pay  by far, a, sex }\n',
  );
  studyspec('sums', 'paid.study', '--threshold', '0', '-o', 'paid-file.sums');
  check('numbers of many values: two questions and no more', (await asked('numbers of many values', 'paid.study', 'paid', ask)) === 2);
  for (const dialect of ['trino', 'spark', 'duckdb']) {
    const [own, whole] = [`paid.study-${dialect}.sums`, 'paid-file.sums'].map((name) => readFileSync(join(folder, name), 'utf8'));
    check(
      `numbers of many values: sums of the answers of ${dialect} are the bytes of the file's`,
      own === whole && own.includes('"kind":"measure","name":"pay"'),
    );
  }

  // Texts and names that would be more than texts and names, and a condition that leaves respondents out.
  const odd = [
    "x'); DROP TABLE t; --",
    'a\\',
    '"',
    '`',
    "O''Brien",
    '中文；--',
    "\\'",
    '0; SELECT 1',
    '${x}',
    'NULL',
    'a\tb',
    'two\nlines',
  ];
  const column = 'q";--\'1';
  await ask(`CREATE SCHEMA "s;--"`);
  await ask(`CREATE TABLE "s;--"."t;""" ("q"";--'1" VARCHAR, v INTEGER, w VARCHAR)`);
  const csv = [`"${column.replaceAll('"', '""')}",v,w`];
  for (const [at, text] of odd.entries())
    for (const v of [(at % 5) + 1, ((at + 2) % 5) + 1]) {
      await ask(
        `INSERT INTO "s;--"."t;""" VALUES ('${text.replaceAll("'", "''")}', ${v}, ${at === 3 ? 'NULL' : at % 2 === 0 ? "''" : "' y '"})`,
      );
      csv.push(`"${text.replaceAll('"', '""')}",${v},${at === 3 || at % 2 === 0 ? '' : 'y'}`);
    }
  writeFileSync(join(folder, 'odd.csv'), `${csv.join('\n')}\n`);
  const levels = odd
    .map((text, at) => `  l${at} = “${text.replaceAll('\n', ' ')}”`)
    .filter((line) => !line.includes('lines') && !line.includes('\t'));
  writeFileSync(
    join(folder, 'odd.study'),
    `study "Odd"\ndata "odd.csv" {\n  missing “a\\”\n  where \`${column}\` is not “"”\n}\nscale s 1..5\n` +
      'indicator score on s from v\nindicator second on s from v\n' +
      `category kind from \`${column}\` {\n${levels.join('\n')}\n}\ncategory blank from w { yes = "y" }\n` +
      'dimension d on s { indicator third from v  indicator fourth from v }\n' +
      'index i { of d, score, second  extract components  keep 1  rescale 0..100 }\ncompare by_kind { of i  by kind }\n',
  );
  const counted = studyspec('sums', 'odd.study', '--threshold', '0', '-o', 'odd-file.sums');
  check('odd names: the file is counted', counted.code === 0, counted.stderr.trim().split('\n')[0]);
  check('odd names: asked and answered', (await asked('odd names', 'odd.study', '`s;--`.`t;"`', ask)) !== null);
  for (const dialect of ['trino', 'spark', 'duckdb'])
    check(
      `odd names: sums of the answers of ${dialect} are the bytes of the file's`,
      readFileSync(join(folder, `odd.study-${dialect}.sums`), 'utf8') === readFileSync(join(folder, 'odd-file.sums'), 'utf8'),
    );
} catch (error) {
  check(`the test itself: ${error.stack}`, false);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
