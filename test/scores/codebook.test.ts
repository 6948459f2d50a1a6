// What the codebook says of rows and of time where only a part of the file was decoded, or where codes for no answer stand among times.
import { expect, it } from 'vitest';
import { seenThrough, writers, type SeenData } from '@studyspec/core';
import { runProject } from '../support/project.ts';

function seen(files: Readonly<Record<string, string | Uint8Array>>): SeenData {
  const { compiled, coded, frame } = runProject(files, 's.study', 'check');
  return seenThrough(compiled.plan!, coded!, frame!, 'en');
}

it('rows of a wide file that differ in columns nobody named are no repeated rows', () => {
  const column = (name: string, values: readonly number[]) => ({
    kind: 'number' as const,
    name,
    label: '',
    measure: 'scale' as const,
    decimals: 0,
    labels: [],
    missing: [],
    values: Float64Array.from(values),
  });
  const columns = [column('id', [1, 2, 3]), column('a', [1, 1, 2]), column('b', [4, 4, 1])];
  const study = 'study "S"\ndata "d.sav" { id id }\nnumber a\n';
  const repeated = (more: readonly number[]): unknown =>
    seen({ 'd.sav': writers.sav.write({ title: '', rows: 3, columns: [...columns, column('c', more)] }).bytes, 's.study': study })
      .duplicates.rows;
  expect(repeated([7, 8, 9])).toEqual([]);
});

it('a code for no answer is no time', () => {
  const times = (missing: string): readonly unknown[] =>
    seen({
      'd.csv': 'id,用时\n1,60秒\n2,90秒\n3,999\n4,120秒\n',
      's.study': `study "S"\ndata "d.csv" { id id  missing blank${missing} }\nnumber x from id\n`,
    }).time.map(({ n, max }) => [n, max]);
  expect(times('')).toEqual([[4, 999]]);
  expect(times(' | 999')).toEqual([[3, 120]]);
});
