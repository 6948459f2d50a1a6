// Writes an SPSS data file (.sav, bytecode, UTF-8): records as PSPP's developers describe them in "System File Format". What is read of
// such files is readers/spss.
import { decimalExponent } from '../../numerics/powers.ts';
import { byteSink, fitted, fittedTexts, NO_TEXT, utf8, type ByteSink } from './bytes.ts';
import { allowedNames, spssNames } from './names.ts';
import { declarable, type Declared } from './sav-missing.ts';
import type { OutColumn, OutTable, PointLabel, WritingNote, Written } from './table.ts';

const SYSMIS = -Number.MAX_VALUE;
const BIAS = 100;
const BLANK = 32;
/** Bytes of a text in one piece, and of all texts there can be. */
const PIECE = 255;
const LONGEST_TEXT = 32767;
/** Each piece of a longer text but the last is declared so many bytes wide in the sum. */
const COUNTED = 252;
const LONGEST_LABEL = 255;
/** SPSS shows no more of a value's label. */
const LONGEST_POINT = 120;

/** A variable record: a column, or a piece of a long text. */
interface Segment {
  readonly column: number;
  readonly short: string;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  readonly octets: number;
  /** Of a long text: which piece, from 0. */
  readonly piece: number;
}

interface Prepared {
  readonly column: OutColumn;
  readonly name: string;
  /** Of a text: bytes of its longest cell. */
  readonly width: number;
  /** Of a text: its bytes in a row. */
  readonly textOf: (row: number) => Uint8Array;
  readonly declared: Declared | null;
  readonly labels: readonly PointLabel[];
}

const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;

export function writeSav(table: OutTable): Written {
  const { names, notes: renamed } = allowedNames(
    table.columns.map(({ name }) => name),
    spssNames,
  );
  const notes: WritingNote[] = [...renamed];
  const prepared = table.columns.map((column, at) => prepare(column, names[at]!, notes));
  const segments = prepared
    .flatMap((one, at) => piecesOf(one, at))
    .map((piece, at): Segment => ({ ...piece, short: `V${at.toString(36).toUpperCase()}` }));
  const octets = segments.reduce((sum, one) => sum + one.octets, 0);
  const sink = byteSink();
  header(sink, table, octets);
  for (const segment of segments) variable(sink, segment, prepared[segment.column]!, notes);
  let position = 1;
  for (const segment of segments) {
    const { labels, column } = prepared[segment.column]!;
    if (labels.length > 0) valueLabels(sink, labels, position, column.name, notes);
    position += segment.octets;
  }
  extension(sink, 3, 4, [20, 0, 0, -1, 1, 1, 2, 65001].map(int));
  extension(sink, 4, 8, [SYSMIS, Number.MAX_VALUE, -1.7976931348623155e308].map(double));
  extension(
    sink,
    11,
    4,
    segments.flatMap(({ width, column }) => [
      int(MEASURES[prepared[column]!.column.measure]),
      int(width > 0 ? Math.min(32, Math.max(8, width)) : 10),
      int(width > 0 ? 0 : 1),
    ]),
  );
  const long = segments.filter(({ piece }) => piece === 0).map(({ short, column }) => `${short}=${prepared[column]!.name}`);
  extension(sink, 13, 1, [utf8(long.join('\t'))]);
  const wide = segments.filter(({ piece, column }) => piece === 0 && prepared[column]!.width > PIECE);
  if (wide.length > 0)
    extension(sink, 14, 1, [
      utf8(wide.map(({ short, column }) => `${short}=${String(prepared[column]!.width).padStart(5, '0')}\0\t`).join('')),
    ]);
  extension(sink, 16, 8, [whole(1), whole(table.rows)]);
  extension(sink, 20, 1, [utf8('UTF-8')]);
  sink.i32(999);
  sink.i32(0);
  cases(sink, table, segments, prepared);
  return { bytes: sink.done(), notes };
}

function prepare(column: OutColumn, name: string, notes: WritingNote[]): Prepared {
  if (column.kind === 'number') {
    const { declared, blanked } = declarable(column);
    if (blanked.length > 0) notes.push({ kind: 'blanked', column: column.name, codes: blanked });
    const worded = declared.codes.filter(({ label }) => label !== '').map(({ value, label }) => ({ value, label }));
    return {
      column,
      name,
      width: 0,
      textOf: () => NO_TEXT,
      declared,
      labels: [...column.labels.filter(({ label }) => label !== ''), ...worded],
    };
  }
  const { size: width, whole, textOf } = fittedTexts(column.values, LONGEST_TEXT);
  if (!whole) notes.push({ kind: 'shortened', what: 'text', column: column.name, bytes: LONGEST_TEXT });
  return { column, name, width, textOf, declared: null, labels: [] };
}

function piecesOf({ width }: Prepared, column: number): Omit<Segment, 'short'>[] {
  if (width <= PIECE) return [{ column, width, octets: Math.max(1, Math.ceil(width / 8)), piece: 0 }];
  const count = Math.ceil(width / COUNTED);
  return Array.from({ length: count }, (_, piece) => {
    const own = piece < count - 1 ? PIECE : width - COUNTED * piece;
    return { column, width: own, octets: Math.ceil(own / 8), piece };
  });
}

function header(sink: ByteSink, { title, rows }: OutTable, octets: number): void {
  sink.ascii('$FL2');
  sink.field(utf8('@(#) SPSS DATA FILE StudySpec'), 60, BLANK);
  for (const value of [2, octets, 1, 0, rows]) sink.i32(value);
  sink.f64(BIAS);
  // The same table gives the same bytes, whenever it is written.
  sink.ascii('01 Jan 7000:00:00');
  sink.field(fitted(title, 64).bytes, 64, BLANK);
  sink.field(new Uint8Array(0), 3, 0);
}

function variable(sink: ByteSink, segment: Segment, { column, declared }: Prepared, notes: WritingNote[]): void {
  const { width, piece, octets, short } = segment;
  const label = piece === 0 ? fitted(column.label, LONGEST_LABEL) : { bytes: new Uint8Array(0), whole: true };
  if (!label.whole) notes.push({ kind: 'shortened', what: 'label', column: column.name, bytes: LONGEST_LABEL });
  const values = declared?.values ?? [];
  const format = width > 0 ? (1 << 16) | (width << 8) : numberFormat(column);
  sink.i32(2);
  sink.i32(width);
  sink.i32(label.bytes.length > 0 ? 1 : 0);
  sink.i32(declared?.kind ?? 0);
  sink.i32(format);
  sink.i32(format);
  sink.field(utf8(short), 8, BLANK);
  if (label.bytes.length > 0) {
    sink.i32(label.bytes.length);
    sink.field(label.bytes, Math.ceil(label.bytes.length / 4) * 4, BLANK);
  }
  for (const value of values) sink.f64(value);
  for (let more = 1; more < octets; more++) {
    for (const value of [2, -1, 0, 0, 0, 0]) sink.i32(value);
    sink.field(new Uint8Array(0), 8, BLANK);
  }
}

/** F: as wide as its longest number, at least 8. */
function numberFormat(column: OutColumn): number {
  if (column.kind === 'text') return 0;
  const { decimals } = column;
  let most = 0;
  let sign = 0;
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    most = Math.max(most, Math.abs(value));
    if (value < 0) sign = 1;
  }
  const before = most < 1 ? 1 : decimalExponent(most) + 1;
  const width = Math.min(40, Math.max(8, sign + before + (decimals > 0 ? 1 + decimals : 0)));
  return (5 << 16) | (width << 8) | decimals;
}

function valueLabels(sink: ByteSink, labels: readonly PointLabel[], position: number, column: string, notes: WritingNote[]): void {
  sink.i32(3);
  sink.i32(labels.length);
  let whole = true;
  for (const { value, label } of labels) {
    const words = fitted(label, LONGEST_POINT);
    whole &&= words.whole;
    sink.f64(value);
    sink.u8(words.bytes.length);
    sink.field(words.bytes, Math.ceil((words.bytes.length + 1) / 8) * 8 - 1, BLANK);
  }
  if (!whole) notes.push({ kind: 'shortened', what: 'label', column, bytes: LONGEST_POINT });
  for (const value of [4, 1, position]) sink.i32(value);
}

function extension(sink: ByteSink, subtype: number, size: number, parts: readonly Uint8Array[]): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  for (const value of [7, subtype, size, length / size]) sink.i32(value);
  for (const part of parts) sink.raw(part);
}

const one = (put: (sink: ByteSink) => void): Uint8Array => {
  const sink = byteSink();
  put(sink);
  return sink.done();
};
const int = (value: number): Uint8Array => one((sink) => sink.i32(value));
const double = (value: number): Uint8Array => one((sink) => sink.f64(value));
const whole = (value: number): Uint8Array => one((sink) => sink.u64(value));

/** A byte a piece of eight: a small whole number is its byte, all else follows after every eight bytes. */
function cases(sink: ByteSink, { rows }: OutTable, segments: readonly Segment[], prepared: readonly Prepared[]): void {
  const codes = new Uint8Array(8);
  let held: (number | Uint8Array)[] = [];
  let filled = 0;
  const flush = (): void => {
    sink.raw(codes);
    for (const one of held) {
      if (typeof one === 'number') sink.f64(one);
      else sink.field(one, 8, BLANK);
    }
    codes.fill(0);
    held = [];
    filled = 0;
  };
  const put = (code: number, more?: number | Uint8Array): void => {
    codes[filled++] = code;
    if (more !== undefined) held.push(more);
    if (filled === 8) flush();
  };
  for (let row = 0; row < rows; row++) {
    for (const { column, width, octets, piece } of segments) {
      const { column: out, textOf, declared } = prepared[column]!;
      if (width > 0 || out.kind === 'text') {
        const text = textOf(row).subarray(piece * PIECE, (piece + 1) * PIECE);
        for (let octet = 0; octet < octets; octet++) {
          const part = text.subarray(octet * 8, octet * 8 + 8);
          if (part.length === 0) put(254);
          else put(253, part);
        }
        continue;
      }
      const value = Number.isNaN(out.values[row]!) ? declared!.written(out.gone?.[row] ?? 0) : out.values[row]!;
      if (value === null) put(255);
      else if (Number.isInteger(value) && value > -BIAS && value <= 251 - BIAS && !Object.is(value, -0)) put(value + BIAS);
      else put(253, value);
    }
  }
  if (filled > 0) flush();
}
