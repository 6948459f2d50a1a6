// Parquet files of DuckDB and hyparquet-writer, in each compression: every cell as expected, whole numbers of 64 bits digit by digit.
import { describe, expect, it } from 'vitest';
import { coding } from '../../packages/core/src/counts/points.ts';
import type { Frame } from '../../packages/core/src/data/frame.ts';
import { runProject } from '../support/project.ts';
import { expectedFiles, platformBytes, readPlatform } from './expected.ts';
import { differences, type TextColumnWanted } from './results.ts';

const files = expectedFiles('15-parquet').map((want) => [want.file, want] as const);

describe('Parquet files', () => {
  it('are there', () => expect(files).toHaveLength(4));

  it.each(files)('%s is read cell by cell', (file, want) => {
    const { frame, problems } = readPlatform('15-parquet', file);
    expect(problems).toEqual([]);
    expect(frame!.rows).toBe(want.respondents);
    expect(frame!.about).toMatchObject({ format: 'parquet', names: want.columns.map(({ name }) => name) });
    expect(differences(frame!, want.columns as readonly TextColumnWanted[])).toEqual([]);
    expect(frame!.columns.map(({ name, storedAs }) => [name, storedAs])).toEqual(want.columns.map((one) => [one.name, one.stored_as]));
  });

  it.each(files)('%s has few distinct numbers as points in a large file, and the same cells', (file) => {
    const usual = coding.from;
    const options = { id: 'id', text: ['hh', 'income'] };
    const small = [readPlatform('15-parquet', file).frame!, readPlatform('15-parquet', file, options).frame!];
    try {
      coding.from = 2;
      const large = [readPlatform('15-parquet', file).frame!, readPlatform('15-parquet', file, options).frame!];
      const cells = ({ columns }: Frame): unknown =>
        columns.map((column) => {
          if (column.kind === 'text') return { ...column, codes: [...column.codes] };
          const { points: _, values, ...rest } = column;
          return { ...rest, values: [...values] };
        });
      expect(large.map(cells)).toEqual(small.map(cells));
      const points = large[0]!.columns.flatMap((column) => (column.kind === 'number' ? [column.points] : []));
      expect(points.length).toBeGreaterThan(3);
      for (const one of points) expect(one?.codes.length).toBe(small[0]!.rows);
    } finally {
      coding.from = usual;
    }
  });

  it.each(files)('%s gives the named columns alone, the same as among all', (file) => {
    const all = readPlatform('15-parquet', file).frame!;
    const names = ['income', 'hh', 'no such column'];
    const some = readPlatform('15-parquet', file, { columns: names }).frame!;
    expect(some.columns).toEqual(all.columns.filter(({ name }) => names.includes(name)));
    expect(some.about).toEqual(all.about);
  });

  it('run a study, with whole numbers beyond 2^53 as clusters and keys', () => {
    const bytes = platformBytes('15-parquet', 'survey_duckdb_zstd.parquet');
    const spec =
      'study "P"\n\ndata "p.parquet" {\n  id id\n  cluster hh\n  join "h.csv" on hh\n}\n\n' +
      'indicator q1 on 1..5\nnumber income\nnumber green\ncategory town { zy "紫云" = "紫云"  zn "镇宁" = "镇宁"  gl "关岭" = "关岭" }\n';
    const households = new Set(
      readPlatform('15-parquet', 'survey_duckdb_zstd.parquet').frame!.columns.flatMap((one) =>
        one.name === 'hh' && one.kind === 'text' ? [...one.levels] : [],
      ),
    );
    const rows = [...households].map((household, at) => `${household},${at}`);
    const { problems, coded } = runProject(
      { 's.study': spec, 'p.parquet': bytes, 'h.csv': `hh,green\n${rows.join('\n')}\n` },
      's.study',
      'check',
    );
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(coded!.numbers.get('green')!.filter((value) => !Number.isNaN(value))).toHaveLength(200);
    expect(coded!.numbers.get('income')!.filter((value) => !Number.isNaN(value))).toHaveLength(175);
  });

  it('ask for no encoding and no sheet', () => {
    const bytes = platformBytes('15-parquet', 'survey_plain.parquet');
    const { problems } = runProject(
      { 's.study': 'study "P"\n\ndata "p.parquet" { sheet "a" }\n\nnumber q1\n', 'p.parquet': bytes },
      's.study',
      'check',
    );
    expect(problems.map(({ code }) => code)).toEqual(['SS375']);
  });
});
