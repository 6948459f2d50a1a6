// A large table is read part by part by several threads: the same as the whole in memory, whatever stands at the ends of parts; a file
// that is written to meanwhile is told.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { listenToSteps, type Column } from '@studyspec/core';
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
    ? { name: column.name, levels: [...column.levels], codes: Buffer.from(Int32Array.from(column.codes).buffer).toString('base64') }
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

/** As a person writes ids, and what they are: some stand twice, far apart and near, in blanks, quotation marks, with zeros in front. */
function idOf(row: number): readonly [written: string, meant: string | null] {
  const id = `V${String((row * 7919) % 100_003).padStart(6, '0')}`;
  if (row % 9973 === 5) return ['V000001', 'V000001'];
  if (row % 7001 === 3) return row % 2 === 0 ? ['007', '007'] : [' 7', '7'];
  if (row % 5003 === 2) return row % 2 === 0 ? ['', null] : ['"  "', null];
  if (row % 401 === 0) return [`"${id}, the ""first"""`, `${id}, the "first"`];
  if (row % 307 === 0) return [`  ${id.toLowerCase()} `, id.toLowerCase()];
  return row % 1009 === 0 ? [`'=${id}`, `=${id}`] : row % 811 === 0 ? [`村民${id}`, `村民${id}`] : [id, id];
}

it('reads ids of all sorts as what they are, however many threads read them', () => {
  const ids = Array.from({ length: 60_000 }, (_, row) => idOf(row));
  const file = join(folder, 'ids.csv');
  const answers = Array.from({ length: 60 }, (_, at) => (at % 5) + 1).join();
  const names = Array.from({ length: 60 }, (_, at) => `q${at}`).join();
  writeFileSync(file, `id,${names}\n${ids.map(([id]) => `${id},${answers}\n`).join('')}`);
  const levels = [...new Set(ids.flatMap(([, id]) => id ?? []))];
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = ids.map(([, id]) => (id === null ? -1 : codeOf.get(id)!));
  expect(levels.length).toBeLessThan(59_980);
  for (const threads of [1, 2, 4]) {
    const large = readLargeFile(file, 'ids.csv', { id: 'id' }, threads, 0)!;
    if (!('read' in large)) throw new Error(large.refusal.is);
    const column = large.read.frame!.columns[0]!;
    if (column.kind !== 'text') throw new Error(column.kind);
    expect(Array.isArray(column.levels)).toBe(false);
    expect([...column.levels].join('\n')).toBe(levels.join('\n'));
    expect([...column.codes].join()).toBe(codes.join());
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

/** What is read where something happens as soon as reading has begun: before any thread has opened the file. */
function meanwhile(file: string, change: () => void): ReturnType<typeof readLargeFile> {
  let changed = false;
  const before = listenToSteps(() => {
    if (!changed) change();
    changed = true;
  });
  try {
    return readLargeFile(file, 'one.csv', {}, 3, 0);
  } finally {
    listenToSteps(before);
  }
}

it('reads the file that it opened though another takes its place, and tells one whose time was set back', () => {
  const [one, other] = [join(folder, 'one.csv'), join(folder, 'other.csv')];
  const [old, young] = [1, 2].map((answer) => `id,a,b\n${`${answer},${answer},${answer}\n`.repeat(900_000)}`) as [string, string];
  writeFileSync(one, old);
  utimesSync(one, 1, 1);
  writeFileSync(other, young);
  const replaced = meanwhile(one, () => renameSync(other, one))!;
  if (!('read' in replaced)) throw new Error(replaced.refusal.is);
  for (const column of replaced.read.frame!.columns)
    expect(new Set(column.kind === 'number' ? column.points?.values : [])).toEqual(new Set([1]));
  expect(replaced.origin.digest).toBe(createHash('sha256').update(old).digest('hex'));
  writeFileSync(one, old);
  utimesSync(one, 1, 1);
  const setBack = meanwhile(one, () => {
    // Behind what is read before threads are asked.
    const to = openSync(one, 'r+');
    writeSync(to, young.slice(-1000), old.length - 1000);
    closeSync(to);
    utimesSync(one, 1, 1);
  })!;
  // Whatever of it was read: it is all new, or it is told.
  if ('read' in setBack) expect(setBack.origin.digest).toBe(createHash('sha256').update(readFileSync(one)).digest('hex'));
  else expect(setBack.refusal).toEqual({ is: 'changed' });
  // Written to when all but the end was read.
  writeFileSync(one, old);
  utimesSync(one, 1, 1);
  let changed = false;
  const before = listenToSteps((step) => {
    if (changed || step.is !== 'reading' || step.done < step.of / 2) return;
    changed = true;
    const to = openSync(one, 'r+');
    writeSync(to, young.slice(7, 1000), 7);
    closeSync(to);
    utimesSync(one, 1, 1);
  });
  const written = readLargeFile(one, 'one.csv', {}, 3, 0)!;
  listenToSteps(before);
  expect(changed).toBe(true);
  // Its beginning had been read before: it is read again.
  if (!('read' in written)) throw new Error(written.refusal.is);
  expect(written.origin.digest).toBe(createHash('sha256').update(readFileSync(one)).digest('hex'));
  for (const column of written.read.frame!.columns)
    expect(new Set(column.kind === 'number' ? column.points?.values : [])).toEqual(new Set([1, 2]));
});
