// Files that come and go while they are asked for: what is read is what is there then, whatever a stamp said.
import { compile } from '@studyspec/dsl';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { dataReader } from './data-reading.ts';
import { ABSENT } from './host.ts';
import { diskSource } from './node/disk-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspec-reading-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('a file that came since it was looked for is read, and once it is gone it is absent', () => {
  const { plan } = compile({
    entry: 's.study',
    texts: new Map([['s.study', 'study "S"\n\ndata "d.csv" { id id }\n\nindicator a on 1..5\n']]),
  });
  const path = join(folder, 'd.csv');
  const read = dataReader(diskSource);
  const files = [{ name: 'd.csv', path, stamp: ABSENT }];
  expect(read(plan!, files)).toMatchObject({ frame: null, absent: [path] });
  writeFileSync(path, 'id,a\n1,3\n');
  const there = read(plan!, files);
  expect(there).toMatchObject({ absent: [], glance: { encoding: 'utf-8', first: [['1', '3']] } });
  expect(there.frame?.rows).toBe(1);
  rmSync(path);
  expect(read(plan!, files)).toMatchObject({ frame: null, absent: [path] });
});

it('two studies that miss a file of one name miss each its own', () => {
  const { plan } = compile({
    entry: 's.study',
    texts: new Map([['s.study', 'study "S"\n\ndata "d.csv" { id id }\n\nindicator a on 1..5\n']]),
  });
  const read = dataReader(diskSource);
  for (const path of [join(folder, 'one', 'd.csv'), join(folder, 'two', 'd.csv')])
    expect(read(plan!, [{ name: 'd.csv', path, stamp: ABSENT }]).absent).toEqual([path]);
});
