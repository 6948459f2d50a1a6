// Writes a Stata data file (.dta, version 118, little end first, UTF-8) as Stata's "File formats .dta" describes it. What is read of such
// files is readers/stata.
import { byteSink, fitted, fittedTexts, NO_TEXT, utf8, type ByteSink } from './bytes.ts';
import { allowedNames, stataNames } from './names.ts';
import type { MissingCode, OutColumn, OutTable, WritingNote, Written } from './table.ts';

const LONGEST_TEXT = 2045;
const LONGEST_POINT = 32000;
/** In letters. */
const LONGEST_LABEL = 80;
/** The number of `.` among the four-byte whole numbers; `.a` is the next. */
const DOT = 2147483621;
const WHOLE = {
  byte: { code: 65530, size: 1, low: -127, high: 100 },
  int: { code: 65529, size: 2, low: -32767, high: 32740 },
  long: { code: 65528, size: 4, low: -2147483647, high: 2147483620 },
} as const;

interface Prepared {
  readonly column: OutColumn;
  readonly name: string;
  readonly storage: keyof typeof WHOLE | 'double' | 'text';
  readonly code: number;
  readonly size: number;
  /** Of a text: its bytes in a row. */
  readonly textOf: (row: number) => Uint8Array;
  /** Per code for no answer which of `.a` to `.z` it is, from 1; 0: `.`. */
  readonly letters: readonly number[];
}

export function writeDta(table: OutTable): Written {
  const { rows } = table;
  const { names, notes: renamed } = allowedNames(
    table.columns.map(({ name }) => name),
    stataNames,
  );
  const notes: WritingNote[] = [...renamed];
  const columns = table.columns.map((column, at) => prepare(column, names[at]!, notes));
  const sink = byteSink();
  const title = [...table.title].slice(0, LONGEST_LABEL).join('');
  sink.ascii('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>');
  sink.u16(columns.length);
  sink.ascii('</K><N>');
  sink.u64(rows);
  sink.ascii('</N><label>');
  sink.u16(utf8(title).length);
  sink.raw(utf8(title));
  // The same table gives the same bytes, whenever it is written.
  sink.ascii('</label><timestamp>');
  sink.u8(0);
  sink.ascii('</timestamp></header>');
  const places = [0, sink.length()];
  sink.ascii('<map>');
  const map = sink.length();
  for (let n = 0; n < 14; n++) sink.u64(0);
  sink.ascii('</map>');
  const section = (name: string, write: () => void): void => {
    places.push(sink.length());
    sink.ascii(`<${name}>`);
    write();
    sink.ascii(`</${name}>`);
  };
  const fields = (name: string, size: number, text: (one: Prepared) => string): void => {
    section(name, () => {
      for (const one of columns) sink.field(utf8(text(one)), size, 0);
    });
  };
  const tables = columns.map((one) => labelsOf(one, notes));
  section('variable_types', () => {
    for (const { code } of columns) sink.u16(code);
  });
  fields('varnames', 129, ({ name }) => name);
  section('sortlist', () => {
    for (let n = 0; n <= columns.length; n++) sink.u16(0);
  });
  fields('formats', 57, formatOf);
  section('value_label_names', () => {
    columns.forEach(({ name }, at) => sink.field(utf8(tables[at]!.length === 0 ? '' : name), 129, 0));
  });
  fields('variable_labels', 321, ({ column }) => {
    const label = [...column.label];
    if (label.length > LONGEST_LABEL) notes.push({ kind: 'shortened', what: 'label', column: column.name, bytes: LONGEST_LABEL });
    return label.slice(0, LONGEST_LABEL).join('');
  });
  section('characteristics', () => undefined);
  section('data', () => {
    for (let row = 0; row < rows; row++) for (const one of columns) cell(sink, one, row);
  });
  section('strls', () => undefined);
  section('value_labels', () => {
    columns.forEach(({ name }, at) => {
      if (tables[at]!.length > 0) labelTable(sink, name, tables[at]!);
    });
  });
  places.push(sink.length());
  sink.ascii('</stata_dta>');
  places.push(sink.length());
  places.forEach((place, n) => sink.u64At(map + n * 8, place));
  return { bytes: sink.done(), notes };
}

function prepare(column: OutColumn, name: string, notes: WritingNote[]): Prepared {
  if (column.kind === 'text') {
    const { size, whole, textOf } = fittedTexts(column.values, LONGEST_TEXT);
    if (!whole) notes.push({ kind: 'shortened', what: 'text', column: column.name, bytes: LONGEST_TEXT });
    return { column, name, storage: 'text', code: size, size, textOf, letters: [] };
  }
  const letters = lettersOf(column.missing);
  const lost = column.missing.filter((_, at) => letters[at] === 0).map(({ text }) => text);
  if (lost.length > 0) notes.push({ kind: 'blanked', column: column.name, codes: lost });
  const fits = (['byte', 'int', 'long'] as const).find((kind) =>
    column.values.every(
      (value) => Number.isNaN(value) || (Number.isInteger(value) && value >= WHOLE[kind].low && value <= WHOLE[kind].high),
    ),
  );
  const stored = fits === undefined ? { code: 65526, size: 8 } : WHOLE[fits];
  return { column, name, storage: fits ?? 'double', code: stored.code, size: stored.size, textOf: () => NO_TEXT, letters };
}

/** `.a` to `.z` keep their letter; other codes get the next that is free, in their order. */
function lettersOf(missing: readonly MissingCode[]): number[] {
  const own = missing.map(({ text }) => (/^\.[a-z]$/u.test(text) ? text.charCodeAt(1) - 96 : 0));
  const taken = new Set(own);
  let next = 1;
  return own.map((letter) => {
    if (letter > 0) return letter;
    while (taken.has(next)) next++;
    return next > 26 ? 0 : next++;
  });
}

function formatOf({ column, storage, size }: Prepared): string {
  if (column.kind === 'text') return `%${Math.min(size, 2045)}s`;
  return storage === 'double' ? `%${Math.max(9, 6 + column.decimals)}.${column.decimals}f` : '%8.0g';
}

/** Only whole numbers can be labelled. */
function labelsOf({ column, letters }: Prepared, notes: WritingNote[]): { readonly value: number; readonly label: Uint8Array }[] {
  if (column.kind === 'text') return [];
  const all = [
    ...column.labels.filter(({ value, label }) => label !== '' && Number.isInteger(value) && Math.abs(value) < DOT),
    ...column.missing.flatMap(({ text, label }, at) =>
      letters[at] === 0 || (label === '' && text.startsWith('.'))
        ? []
        : [{ value: DOT + letters[at]!, label: text.startsWith('.') ? label : label === '' ? text : `${label} (${text})` }],
    ),
  ];
  const worded = all.map(({ value, label }) => ({ value, label: fitted(label, LONGEST_POINT) }));
  if (worded.some(({ label }) => !label.whole)) notes.push({ kind: 'shortened', what: 'label', column: column.name, bytes: LONGEST_POINT });
  return worded.map(({ value, label }) => ({ value, label: label.bytes })).sort((a, b) => a.value - b.value);
}

function cell(sink: ByteSink, { column, storage, size, textOf, letters }: Prepared, row: number): void {
  if (column.kind === 'text') {
    sink.field(textOf(row), size, 0);
    return;
  }
  const value = column.values[row]!;
  const none = Number.isNaN(value);
  const gone = none ? (column.gone?.[row] ?? 0) : 0;
  const letter = gone === 0 ? 0 : letters[gone - 1]!;
  switch (storage) {
    case 'byte':
      sink.u8((none ? 101 + letter : value) & 255);
      break;
    case 'int':
      sink.u16((none ? 32741 + letter : value) & 65535);
      break;
    case 'long':
      sink.i32(none ? DOT + letter : value);
      break;
    default:
      if (!none) sink.f64(value);
      else {
        // 2^1023 is `.`; each letter adds 2^-12 of it.
        sink.i32(0);
        sink.i32(0x7fe00000 + letter * 256);
      }
  }
}

function labelTable(sink: ByteSink, name: string, labels: readonly { readonly value: number; readonly label: Uint8Array }[]): void {
  const text = labels.reduce((sum, { label }) => sum + label.length + 1, 0);
  sink.ascii('<lbl>');
  sink.i32(8 + 8 * labels.length + text);
  sink.field(utf8(name), 129, 0);
  sink.field(new Uint8Array(0), 3, 0);
  sink.i32(labels.length);
  sink.i32(text);
  let at = 0;
  for (const { label } of labels) {
    sink.i32(at);
    at += label.length + 1;
  }
  for (const { value } of labels) sink.i32(value);
  for (const { label } of labels) sink.field(label, label.length + 1, 0);
  sink.ascii('</lbl>');
}
