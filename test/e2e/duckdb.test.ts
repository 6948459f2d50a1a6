// DuckDB files through the command line: by rows everything that a text table tells, by SQL its sums byte for byte; names of every sort;
// and whatever such a file may lack.
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';
import { duckdb } from '../support/duckdb.ts';

let folder: Folder;
const spec = declared() + models;
/** The spec of the text table, on another source. */
const on = (data: string, clauses = 'id id'): string => spec.replace('data "d.csv"', data).replace('{ id id', `{ ${clauses}`);

beforeAll(async () => {
  folder = makeFolder();
  folder.write({
    'd.csv': answers,
    's.study': spec,
    'plain.study': spec.replace('{ id id', '{'),
    'rows.study': on(
      'data "d.duckdb"',
      'table "ans;wers""--"  id id'.replaceAll('""', '”').replace('table "ans;wers”--"', 'table “ans;wers"--”'),
    ),
    'sql.study': on('data duckdb "d.duckdb"', 'table “ans;wers"--”'),
  });
  await duckdb(
    folder.at('d.duckdb'),
    `CREATE TABLE "ans;wers""--" AS SELECT * FROM read_csv('${folder.at('d.csv')}')`,
    'CREATE SCHEMA "s.x"',
    'CREATE TABLE "s.x".t (a INTEGER)',
  );
});
afterAll(() => folder.remove());

describe('a DuckDB file', () => {
  it('gives by its rows what the text table gives, letter by letter', () => {
    const file = folder.studyspec('query', 's.study', '--json');
    const rows = folder.studyspec('query', 'rows.study', '--json');
    expect(rows.err).toBe(file.err);
    expect(rows.out).toBe(file.out);
    expect(folder.studyspec('scores', 'rows.study', '-o', 'rows.csv').code).toBe(0);
    folder.studyspec('scores', 's.study', '-o', 'file.csv');
    expect(readFileSync(folder.at('rows.csv'), 'utf8')).toBe(readFileSync(folder.at('file.csv'), 'utf8'));
    expect(folder.studyspec('check', 'rows.study').out).toMatch(/"d\.duckdb": DuckDB v[\d.]+; \d+ rows/u);
  });

  it('is counted by SQL, as often as is told, to the same sums', () => {
    for (const [study, sums] of [
      ['plain.study', 'file.sums'],
      ['sql.study', 'sql.sums'],
    ] as const)
      expect(folder.studyspec('sums', study, '--threshold', '0', '-o', sums).code).toBe(0);
    expect(readFileSync(folder.at('sql.sums'), 'utf8')).toBe(readFileSync(folder.at('file.sums'), 'utf8'));
    const found = folder.studyspec('query', 'sql.study', 'D.alpha', 'I.max');
    expect(found.err).toMatch(/^d\.duckdb: \d+ rows, gone through [34] times\.\n$/u);
    expect(found.out).toBe(folder.studyspec('query', 'plain.study', 'D.alpha', 'I.max').out);
    expect(folder.studyspec('run', 'sql.study', '--out', 'report').code).toBe(1);
    expect(folder.files()).not.toContain('report');
  });

  it('is counted aside where rows are many, and gives the same', async () => {
    const large = makeFolder();
    try {
      large.write({
        'l.study': `study "L"\ndata "l.csv" { where sex is female }\nscale s 1..5
dimension D on s {\n  indicator a\n  indicator b\n  indicator c\n}
category sex { female = "f'emale"  male = "m;--" }\nindex I { of D  extract components  rescale 0..100 }\ncompare g { of I  by kind }
category kind { one = 1  two = 2 }\n`,
      });
      await duckdb(
        large.at('l.duckdb'),
        `CREATE TABLE t AS SELECT 1 + (i * 7) % 5 AS a, CASE WHEN i % 17 = 0 THEN NULL ELSE 1 + (i * i) % 5 END AS b, 1 + (i // 3) % 5 AS c,
           (['f''emale', 'm;--'])[1 + CAST(i % 3 = 0 AS INTEGER)] AS sex, 1 + i % 2 AS kind FROM range(30000) r(i)`,
        `COPY t TO '${large.at('l.csv')}'`,
      );
      const text = readFileSync(large.at('l.study'), 'utf8');
      large.write({ 'r.study': text.replace('"l.csv"', '"l.duckdb"'), 'q.study': text.replace('"l.csv"', 'duckdb "l.duckdb"') });
      for (const name of ['l', 'r', 'q'])
        expect(large.studyspec('sums', `${name}.study`, '--threshold', '0', '-o', `${name}.sums`).code).toBe(0);
      const [file, rows, sql] = ['l', 'r', 'q'].map((name) => readFileSync(large.at(`${name}.sums`), 'utf8'));
      expect(rows).toBe(file);
      expect(sql).toBe(file);
      expect(large.studyspec('query', 'q.study', 'I.max').err).toContain('20000 rows, gone through 4 times');
      expect(large.studyspec('query', 'r.study', '--json').out).toBe(large.studyspec('query', 'l.study', '--json').out);
    } finally {
      large.remove();
    }
  });

  it('has to be there, whole, and of DuckDB; its table too, and which one is asked', () => {
    copyFileSync(folder.at('d.duckdb'), folder.at('cut.duckdb'));
    const bytes = readFileSync(folder.at('d.duckdb'));
    folder.write({
      'cut.duckdb': bytes.subarray(0, 30_000),
      'text.duckdb': 'id,a\n1,2\n',
      'broken.duckdb': bytes.map((byte, at) => (at > 9000 && at % 97 === 0 ? byte ^ 255 : byte)),
    });
    const told = (data: string, clauses: string): string => {
      folder.write({ 't.study': on(data, clauses) });
      const { code, out, err } = folder.studyspec('query', 't.study', 'D.alpha');
      expect([code, out]).toEqual([1, '']);
      expect(err).not.toContain('internal');
      return err;
    };
    for (const engine of ['', 'duckdb ']) {
      const of = (file: string, clauses = 'table "t"'): string => told(`data ${engine}"${file}"`, clauses);
      expect(of('dd.duckdb')).toMatch(/^error\[SS301\][^]*there is no such file[^]*Did you mean/u);
      if (engine !== '') expect(of('d.csv')).toMatch(/^error\[SS370\][^]*does not begin as such a file does/u);
      expect(of('text.duckdb', '')).toMatch(/^error\[SS370\][^]*does not begin as such a file does/u);
      expect(of('cut.duckdb')).toMatch(/^error\[SS370\][^]*damaged DuckDB file/u);
      expect(of('broken.duckdb')).toMatch(/^error\[SS370\][^]*damaged DuckDB file/u);
      expect(of('d.duckdb', '')).toMatch(/^error\[SS387\][^]*has 2 tables: "ans;wers"--", "`s\.x`\.t"/u);
      expect(of('d.duckdb', 'table "`s.x`.T"')).toMatch(/^error\[SS303\]/u);
      expect(of('d.duckdb', 'table "answers"')).toMatch(/^error\[SS387\][^]*has no table "answers"/u);
    }
    // Counted by SQL, a table is told as a table, and its respondents are not its different texts.
    const counted = (clauses: string): string => told('data duckdb "d.duckdb"', clauses);
    expect(counted('table "`s.x`.T"')).toContain('The table "d.duckdb" has no rows');
    expect(counted('table “ans;wers"--”  where sexx is 1')).toMatch(/^error\[SS320\][^]*has no column "sexx"/u);
    const rows = answers.trim().split('\n').length - 1;
    folder.write({ 't.study': on('data duckdb "d.duckdb"', 'table “ans;wers"--”').replace('missing blank', 'missing 0..999') });
    expect(folder.studyspec('query', 't.study', 'D.alpha').err).toMatch(new RegExp(`SS328[^]*all ${rows} answers in column`, 'u'));
    expect(told('data duckdb "d.duckdb"', 'id id')).toMatch(/^error\[SS385\][^]*Leave out `duckdb`: then its rows are read/u);
    expect(told('data "d.csv"', 'table "t"')).toMatch(/^error\[SS387\][^]*Take `table` out/u);
  });

  it('is not read while another program writes into it', async () => {
    const writer = spawn(
      process.execPath,
      [
        '-e',
        `const { DuckDBInstance } = require(${JSON.stringify(createRequire(import.meta.url).resolve('@duckdb/node-api'))});
         DuckDBInstance.create(process.argv[1]).then(() => { console.log('open'); setInterval(() => {}, 1000); });`,
        folder.at('d.duckdb'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    try {
      await new Promise((done) => writer.stdout.once('data', done));
      for (const study of ['rows.study', 'sql.study']) {
        const { code, out, err } = folder.studyspec('query', study, 'D.alpha');
        expect([code, out]).toEqual([1, '']);
        expect(err).toMatch(/^error\[SS301\][^]*another program holds it open/u);
      }
    } finally {
      writer.kill('SIGKILL');
      await new Promise((done) => writer.on('exit', done));
    }
  });

  it('says what to install where nothing reads it, and finds it in the home folder', () => {
    const apart = makeFolder();
    try {
      const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url));
      for (const part of ['bin', 'dist', 'package.json']) cpSync(join(cli, part), apart.at('program', part), { recursive: true });
      mkdirSync(apart.at('home'));
      copyFileSync(folder.at('d.duckdb'), apart.at('d.duckdb'));
      for (const name of ['rows.study', 'sql.study']) writeFileSync(apart.at(name), readFileSync(folder.at(name)));
      const asked = (study: string) =>
        spawnSync(process.execPath, [apart.at('program', 'bin', 'studyspec.js'), 'query', study, 'D.alpha'], {
          cwd: apart.path,
          encoding: 'utf8',
          env: {
            PATH: dirname(process.execPath),
            HOME: apart.at('home'),
            USERPROFILE: apart.at('home'),
            NO_COLOR: '1',
            STUDYSPEC_CACHE: 'off',
          },
        });
      for (const study of ['rows.study', 'sql.study']) {
        const { status, stdout, stderr } = asked(study);
        expect([status, stdout]).toEqual([1, '']);
        expect(stderr).toMatch(/^error\[SS386\][^]*not installed[^]*npm install -g @duckdb\/node-api/u);
      }
      const there = dirname(dirname(createRequire(import.meta.url).resolve('@duckdb/node-api')));
      mkdirSync(apart.at('home', 'node_modules', '@duckdb'), { recursive: true });
      symlinkSync(there, apart.at('home', 'node_modules', '@duckdb', 'node-api'), 'junction');
      expect(asked('rows.study').status).toBe(0);
      expect(asked('sql.study').status).toBe(0);
    } finally {
      apart.remove();
    }
  });
});
