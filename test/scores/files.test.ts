// What is written of respondents, as SPSS and Stata files: what haven 2.5.1 and GNU PSPP 1.6.2 read there (read.R), and what our own
// readers get back, whatever the columns hold.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cellText,
  columnOf,
  readData,
  respondentsTable,
  writers,
  type Answered,
  type Frame,
  type OutNumber,
  type OutTable,
  type WrittenFormat,
} from '@studyspec/core';
import { openStudy, resultsOf } from '@studyspec/dsl';
import { worldOf } from '../support/project.ts';

const here = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const executed = (files: Readonly<Record<string, string | Uint8Array>>, entry: string): Answered => {
  const study = openStudy(entry, worldOf(files));
  return { results: resultsOf(study)!, coded: study.coded!, frame: study.frame! };
};
const small = executed({ 'small.study': here('small.study'), 'small.csv': here('small.csv') }, 'small.study');
const frameOf = (format: WrittenFormat, table: OutTable): Frame => readData(writers[format].write(table).bytes, `x.${format}`).frame!;
const cells = (frame: Frame, name: string): readonly (string | null)[] =>
  Array.from({ length: frame.rows }, (_, row) => cellText(columnOf(frame, name)!, row));

interface Facts {
  readonly label: string;
  readonly columns: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly values: readonly (string | number | null)[];
        readonly labels: Readonly<Record<string, string>> | null;
        readonly missing: number | string | readonly (number | string | null)[] | null;
      }
    >
  >;
}
const haven = JSON.parse(here('haven.json')) as Readonly<Record<'sav' | 'dta', Facts>>;

describe.each(['sav', 'dta'] as const)('a written .%s file', (format) => {
  const table = respondentsTable(small);
  const frame = frameOf(format, table);
  const known = haven[format];

  it('has the columns, labels and values that haven reads', () => {
    expect(frame.columns.map(({ name, label }) => [name, label])).toEqual(
      Object.entries(known.columns).map(([name, { label }]) => [name, label]),
    );
    expect(frame.about!.label).toBe(known.label);
    for (const [name, { values, labels }] of Object.entries(known.columns)) {
      const column = columnOf(frame, name)!;
      const own = column.valueLabels?.map(({ value, label }) => [label, String(value).replace(/^\./u, '')] as const);
      expect([name, own === undefined ? null : Object.fromEntries(own)]).toEqual([name, labels]);
      for (const [row, value] of values.entries()) {
        const cell = cellText(column, row);
        if (typeof value === 'number') expect(Math.abs(Number(cell) - value)).toBeLessThanOrEqual(1e-13 * Math.abs(value));
        else expect(cell).toBe(value);
      }
    }
  });

  it('declares the codes for no answer that haven reads', () => {
    for (const [name, { missing }] of Object.entries(known.columns)) {
      const column = columnOf(frame, name)!;
      if (format === 'sav') {
        const declared = (column.declaredMissing ?? []).map((code) => (code.kind === 'number' ? code.value : NaN));
        expect([name, declared]).toEqual([name, missing === null ? [] : [missing].flat()]);
      } else {
        const reasons = column.kind === 'number' && column.reasons !== undefined ? column.reasons : new Uint8Array(frame.rows);
        const tags = Array.from(reasons, (one) => (one === 0 ? null : String.fromCharCode(96 + one)));
        expect([name, tags]).toEqual([name, Array.isArray(missing) ? missing : tags.map(() => null)]);
      }
    }
  });

  it('is the same, byte by byte, when it is written again', () => {
    expect(writers[format].write(respondentsTable(small)).bytes).toEqual(writers[format].write(table).bytes);
  });
});

it('a code that an SPSS file declares as missing is no cluster, whether the study says so or not', () => {
  const rows = 120;
  const of = (name: string, value: (row: number) => number): OutTable['columns'][number] => ({
    kind: 'number',
    name,
    label: '',
    measure: 'scale',
    values: Float64Array.from({ length: rows }, (_, row) => value(row)),
    decimals: 0,
    labels: [],
    missing: name === 'site' ? [{ text: '99', value: 99, label: '' }] : [],
    ...(name === 'site' ? { gone: Uint8Array.from({ length: rows }, (_, row) => (row % 13 === 12 ? 1 : 0)) } : {}),
  });
  const site = (row: number): number => (row % 13 === 12 ? NaN : row % 13);
  const columns = [of('y', (row) => (row * 7) % 11), of('x', (row) => (row * 5) % 13), of('site', site)];
  const data = writers.sav.write({ title: '', rows, columns }).bytes;
  const fits = ['', 'missing 99'].map((missing) => {
    const text =
      `study "S"\ndata "d.sav" { cluster site  ${missing} }\nnumber y\nnumber x\n` +
      'regression R { explain y by x  errors cluster site }\n';
    const { results } = executed({ 's.study': text, 'd.sav': data }, 's.study');
    return ['R.y.n', 'R.y.se(x)', 'R.y.p(x)'].map((address) => results.asked.get(address)?.value);
  });
  expect(fits[0]![0]).toBe(rows - 9);
  expect(fits[0]).toEqual(fits[1]);
});

it('an SPSS file has the bias of 100 that SPSS writes: some programs take no other', () => {
  const { bytes } = writers.sav.write(respondentsTable(small));
  expect(new DataView(bytes.buffer, bytes.byteOffset).getFloat64(84, true)).toBe(100);
});

it('GNU PSPP 1.6.2 lists formats, levels of measurement and codes for no answer so (DISPLAY DICTIONARY of small.sav)', () => {
  const frame = frameOf('sav', respondentsTable(small));
  const listed = (name: string): unknown[] => {
    const { measure, format, declaredMissing } = columnOf(frame, name)!;
    return [measure, format, declaredMissing?.map((code) => (code.kind === 'number' ? code.value : code)).join('; ') ?? ''];
  };
  expect(listed('id')).toEqual(['nominal', 'A3', '']);
  expect(listed('a')).toEqual(['ordinal', 'F8.0', '']);
  expect(listed('b')).toEqual(['ordinal', 'F8.0', '-8; 9']);
  expect(listed('d')).toEqual(['ordinal', 'F8.0', '-9; -7']);
  expect(listed('x')).toEqual(['scale', 'F8.2', '-99']);
  expect(listed('x.y')).toEqual(['scale', 'F8.1', '']);
  expect(listed('g')).toEqual(['nominal', 'F8.0', '-8']);
  expect(listed('I')).toEqual(['scale', 'F8.3', '']);
});

it('labels are in the language that is asked for, those of an item asked the other way round at the other end', () => {
  const frame = frameOf('sav', respondentsTable(small, 'zh'));
  expect(columnOf(frame, 'b')!.valueLabels).toEqual([
    { value: 1, label: '总是' },
    { value: 5, label: '从不' },
  ]);
  expect(columnOf(frame, 'g')!.label).toBe('组');
  expect(columnOf(frame, 'used_in_I')!.label).toBe('进入分析：指数');
});

const wide = (columns: OutTable['columns'], rows = 3): OutTable => ({ title: 'T', rows, columns });
const numbers = (name: string, values: readonly number[], more: Partial<OutNumber> = {}): OutNumber => ({
  kind: 'number',
  name,
  label: '',
  measure: 'scale',
  decimals: 0,
  labels: [],
  missing: [],
  values: Float64Array.from(values),
  ...more,
});

describe('names', () => {
  const long = '很'.repeat(30);
  const table = wide(
    ['all', 'a.b', 'a_b', 'A_b', '2nd', `${long}一`, `${long}二`, 'with', 'second.economic', 'x.'].map((name) => numbers(name, [1, 2, 3])),
  );

  it.each(['sav', 'dta'] as const)('are made ones that .%s allows, no two alike, and said', (format) => {
    const { bytes, notes } = writers[format].write(table);
    const { frame, problems } = readData(bytes, `x.${format}`);
    expect(problems).toEqual([]);
    const names = frame!.columns.map(({ name }) => name);
    expect(new Set(names.map((name) => (format === 'sav' ? name.toLowerCase() : name))).size).toBe(names.length);
    for (const name of names) {
      expect(Buffer.from(name).length).toBeLessThanOrEqual(format === 'sav' ? 64 : 128);
      expect([...name].length).toBeLessThanOrEqual(format === 'sav' ? 64 : 32);
      expect(name).toMatch(format === 'sav' ? /^[\p{L}@][\p{L}\p{N}._$#@]*[^.]$/u : /^[\p{L}_][\p{L}\p{N}_]*$/u);
      expect(['all', 'with']).not.toContain(format === 'sav' ? name.toLowerCase() : name === 'all' ? 'fine' : name);
    }
    const told = notes.flatMap((note) => (note.kind === 'renamed' ? [[note.from, note.to]] : []));
    expect(told).toEqual(table.columns.flatMap(({ name }, at) => (names[at] === name ? [] : [[name, names[at]]])));
    expect(told.length).toBeGreaterThan(3);
  });
});

it('texts of any length come back, those that SPSS cuts into pieces too', () => {
  const values = ['', 'é'.repeat(400), `${'长'.repeat(170)}ends`];
  const table = wide([{ kind: 'text', name: 't', label: 'L', measure: 'nominal', values }, numbers('n', [1, 2, 3])]);
  for (const format of ['sav', 'dta'] as const) {
    const frame = frameOf(format, table);
    expect(cells(frame, 't')).toEqual(values.map((value) => (value === '' ? null : value)));
    expect(cells(frame, 'n')).toEqual(['1', '2', '3']);
  }
});

it('codes for no answer beyond three are a range where no answer lies in it; else the rarest are blank, and that is said', () => {
  const missing = [-9, -8, -7, -6].map((value) => ({ text: String(value), value, label: `L${value}` }));
  const gone = Uint8Array.from([1, 2, 3, 4, 4, 0]);
  const none = [NaN, NaN, NaN, NaN, NaN];
  const range = frameOf('sav', wide([numbers('x', [...none, 3], { missing, gone })], 6));
  expect(columnOf(range, 'x')!.declaredMissing).toEqual([
    { kind: 'range', low: { value: -9, open: false }, high: { value: -6, open: false } },
  ]);
  expect(cells(range, 'x')).toEqual(['-9', '-8', '-7', '-6', '-6', '3']);
  const apart = [0, 10, 20, 30, 40].map((value) => ({ text: String(value), value, label: '' }));
  const two = wide([numbers('x', [5, 15, NaN, NaN, NaN, 25, 35], { missing: apart, gone: Uint8Array.from([0, 0, 3, 4, 4, 0, 0]) })], 7);
  const { notes } = writers.sav.write(two);
  expect(notes).toEqual([]);
  const three = wide(
    [numbers('x', [5, 15, NaN, NaN, NaN, NaN, 25, 35], { missing: apart, gone: Uint8Array.from([0, 0, 1, 2, 3, 4, 0, 0]) })],
    8,
  );
  expect(writers.sav.write(three).notes).toEqual([{ kind: 'blanked', column: 'x', codes: ['30'] }]);
  const clash = wide([numbers('x', [1, NaN, 9], { missing: [{ text: '9', value: 9, label: '' }], gone: Uint8Array.from([0, 1, 0]) })]);
  expect(writers.sav.write(clash).notes).toEqual([{ kind: 'blanked', column: 'x', codes: ['9'] }]);
  expect(cells(frameOf('sav', clash), 'x')).toEqual(['1', null, '9']);
});

it('any columns come back cell by cell, from files of any size', () => {
  const text = fc.stringMatching(/^[A-Za-zé长0-9=+@' ]{0,40}$/u).map((one) => one.trimEnd());
  const number = fc.oneof(
    fc.constant(NaN),
    fc.integer({ min: -200, max: 300 }),
    fc.integer({ min: -40000, max: 3_000_000_000 }),
    fc.double({ noNaN: true, min: -1e300, max: 1e300 }).map((one) => one + 0),
  );
  const column = (rows: number): fc.Arbitrary<OutTable['columns'][number]> =>
    fc.oneof(
      fc
        .array(text, { minLength: rows, maxLength: rows })
        .map((values) => ({ kind: 'text' as const, name: 'c', label: 'c', measure: 'nominal' as const, values })),
      fc.array(number, { minLength: rows, maxLength: rows }).map((values) => numbers('c', values)),
    );
  const tables = fc
    .integer({ min: 1, max: 60 })
    .chain((rows) => fc.array(column(rows), { minLength: 1, maxLength: 12 }).map((columns) => ({ rows, columns })));
  fc.assert(
    fc.property(tables, fc.constantFrom('sav' as const, 'dta' as const), fc.integer({ min: 1, max: 40 }), (made, format, times) => {
      const columns = Array.from({ length: times }, () => made.columns)
        .flat()
        .map((one, at) => ({ ...one, name: `c${at}` }));
      const frame = frameOf(format, wide(columns, made.rows));
      for (const [at, one] of columns.entries())
        for (let row = 0; row < made.rows; row++) {
          const wanted =
            one.kind === 'text' ? one.values.at(row)! || null : Number.isNaN(one.values[row]!) ? null : String(one.values[row]!);
          if (cellText(frame.columns[at]!, row) !== wanted)
            throw new Error(`${format} ${at} ${row}: ${cellText(frame.columns[at]!, row)} for ${wanted}`);
        }
    }),
    { numRuns: 200 },
  );
});
