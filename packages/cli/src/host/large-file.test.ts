// A large table is read part by part by several threads: the same as the whole in memory, whatever stands at the ends of parts; a file
// that is written to meanwhile is told.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Column } from '@studyspec/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAnswers } from './answers.ts';
import { readBytes } from './files.ts';
import { readLargeFile } from './large-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspec-large-'));
const path = join(folder, 'large.csv');
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 90_000;
/** Rows of some 100 bytes: points, ids, texts with line breaks in quotation marks, numbers that become texts only at the end. */
function line(row: number): string {
  const answer = (at: number): number => ((row * 7919 + at * 104729) % 5) + 1;
  const words = row % 3 === 0 ? `"line ${row % 50}\nand ""another"", of ${'many '.repeat(8)}"` : `plain ${row % 700}`;
  return [
    `R${row}`,
    ...Array.from({ length: 12 }, (_, at) => answer(at)),
    (row % 30_011) / 8,
    row === ROWS - 5 ? 'none' : row,
    words,
    '',
  ].join();
}
beforeAll(() => {
  const names = ['id', ...Array.from({ length: 12 }, (_, at) => `q${at}`), 'w', 'late', 'words', 'nothing'].join();
  writeFileSync(path, `${names}\n`);
  for (let row = 0; row < ROWS; row += 10_000)
    appendFileSync(path, Array.from({ length: 10_000 }, (_, at) => `${line(row + at)}\n`).join(''));
});

const seen = (column: Column): unknown =>
  column.kind === 'text'
    ? { name: column.name, levels: column.levels, codes: Buffer.from(Int32Array.from(column.codes).buffer).toString('base64') }
    : { name: column.name, values: Buffer.from(column.values.slice().buffer).toString('base64') };

it('gives the same table and the same digest, however many threads read it', () => {
  const whole = readAnswers({ id: 'id' }, 'large.csv', path, readBytes(path));
  for (const threads of [1, 2, 4]) {
    const large = readLargeFile(path, 'large.csv', { id: 'id' }, threads, 0)!;
    if (!('read' in large)) throw new Error(large.refusal.is);
    const { columns, ...frame } = large.read.frame!;
    const { columns: own, ...rest } = whole.frame!;
    expect(frame).toEqual(rest);
    expect(frame.rows).toBe(ROWS);
    expect(columns.map(seen)).toEqual(own.map(seen));
    expect(columns.map(({ kind }) => kind)).toEqual(['text', ...Array.from({ length: 13 }, () => 'number'), 'text', 'text', 'number']);
    expect(large.read.problems).toEqual(whole.problems);
    expect(large.origin).toEqual(whole.origin);
  }
});

it('leaves small files, other formats and other encodings to those who read the whole', () => {
  expect(readLargeFile(path, 'large.csv', {})).toBeNull();
  const other = join(folder, 'other.csv');
  writeFileSync(other, Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), Buffer.from('\n')]));
  expect(readLargeFile(other, 'other.csv', { encoding: 'gb18030' }, 2, 0)).toBeNull();
  expect(readLargeFile(join(folder, 'none.csv'), 'none.csv', {}, 2, 0)).toBeNull();
});

it('tells a file that is written to while it is read', async () => {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const writer = new Worker(
    `const { appendFileSync } = require('node:fs');
     const { workerData: { path, state } } = require('node:worker_threads');
     while (Atomics.load(state, 1) === 0) { appendFileSync(path, '\\n'); Atomics.store(state, 0, 1); Atomics.notify(state, 0); }`,
    { eval: true, workerData: { path, state } },
  );
  try {
    Atomics.wait(state, 0, 0, 10_000);
    expect(readLargeFile(path, 'large.csv', {}, 2, 0)).toEqual({ refusal: { is: 'changed' } });
    // Reading the whole takes so short that some reading may fall between two writes.
    const told = Array.from({ length: 50 }, () => readBytes(path)).find((read) => 'refusal' in read);
    expect(told).toEqual({ refusal: { is: 'changed' } });
  } finally {
    Atomics.store(state, 1, 1);
    await writer.terminate();
  }
});
