// Questions to a database that only somebody else reaches: written one after another, answered, sums in the end; what is no answer is said.
// Trino's and Spark's SQL is held to their grammars in test/heavy/dialects.mjs.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';

const quoted = (cell: unknown): string => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`);

let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  folder.write({ 's.study': declared() + models, 'd.csv': answers });
});
afterAll(() => folder.remove());

it('asks question by question, and makes the sums of the file of the answers', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE "a;--" AS SELECT * FROM read_csv('${folder.at('d.csv')}', all_varchar = true)`);
  const given: string[] = [];
  for (let question = 1; ; question++) {
    const { code, out, err } = folder.studyspec('sums', 's.study', '--sql', 'duckdb', '--table', '`a;--`', '--threshold', '0', ...given);
    expect(code, err).toBe(0);
    if (!err.includes('Question')) break;
    expect(err).toMatch(
      new RegExp(`^Question ${question}[^]*\nstudyspec sums s\\.study --sql duckdb --table '\`a;--\`'[^]* ${question}\\.csv\n$`, 'u'),
    );
    const rows = (await connection.runAndReadAll(out.trimEnd().replace(/;$/u, ''))).getRows();
    given.push(`${question}.csv`);
    folder.write({
      [`${question}.csv`]: `${rows.map((row) => row.map(quoted).join()).join('\n')}\n`,
    });
  }
  expect(given).toHaveLength(2);
  const args = ['sums', 's.study', '--sql', 'duckdb', '--table', '`a;--`', '--threshold', '0', ...given];
  expect(folder.studyspec(...args, '-o', 'own.sums').err).toMatch(/^Written to own\.sums: counts of \d+ respondents/u);
  folder.studyspec('sums', 's.study', '--threshold', '0', '-o', 'file.sums');
  expect(readFileSync(folder.at('own.sums'), 'utf8')).toBe(readFileSync(folder.at('file.sums'), 'utf8'));
  const told = (...more: string[]): string => {
    const { code, out, err } = folder.studyspec(...more);
    expect(code).not.toBe(0);
    expect(out).toBe('');
    return err;
  };
  expect(told(...args, '2.csv')).toContain('answered by the first 2 files');
  expect(told('sums', 's.study', '--sql', 'duckdb', '--table', 't', 'd.csv')).toContain('"d.csv" is no answer of a database');
  expect(told('sums', 's.study', '--sql', 'duckdb', '--table', 't', '2.csv')).toContain('"2.csv" is no answer of a database');
});

it('names the dialects, wants a table, and writes what Trino is asked into a file', () => {
  expect(folder.studyspec('sums', 's.study', '--sql', 'trin', '--table', 't').err).toMatch(
    /trino, spark, postgres, duckdb[^]*--sql trino/u,
  );
  expect(folder.studyspec('sums', 's.study', '--sql', 'trino').err).toContain('--table hive.survey.answers');
  expect(folder.studyspec('sums', 's.study', '--table', 't').err).toContain('--table goes with --sql');
  expect(folder.studyspec('sums', 's.study', '--sql', 'trino', '--table', 'hive.survey.answers', '-o', '1.sql').err).toContain(
    'Written to 1.sql.',
  );
  expect(readFileSync(folder.at('1.sql'), 'utf8')).toMatch(
    /FROM "hive"\."survey"\."answers"[^]*UNNEST\(ARRAY\[ROW\(0, CAST\(NULL AS varchar\)\)[^]*;\n$/u,
  );
  folder.write({ 'j.study': (declared() + models).replace('{ id id', '{ join "x.csv" on id  id id') });
  expect(folder.studyspec('sums', 'j.study', '--sql', 'spark', '--table', 't').err).toContain('put them into a view');
});
