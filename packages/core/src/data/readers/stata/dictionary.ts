// What stands around the data of a Stata file, versions 113 to 119, as bytes: header, variables, characteristics, value labels, long
// texts. As Stata's "File formats .dta" describes them. Cells are cells.ts'; letters are made of bytes in dta.ts.
import { Damage, ascii, countOf, cursorAt, grouped, i32, pass, take, trimmed, u16, u32, u64, u8, type Cursor } from '../binary/cursor.ts';

export type Storage = 'byte' | 'int' | 'long' | 'float' | 'double' | 'str' | 'strL';

export interface StataVariable {
  readonly name: Uint8Array;
  readonly storage: Storage;
  /** Bytes in a row, and where in it they begin. */
  readonly width: number;
  readonly from: number;
  readonly format: string;
  /** Name of its table of value labels; empty without one. */
  readonly labels: string;
  readonly label: Uint8Array;
}

export interface StataFile {
  readonly bytes: Uint8Array;
  readonly little: boolean;
  readonly version: number;
  readonly rows: number;
  /** Bytes a row. */
  readonly width: number;
  readonly label: Uint8Array;
  readonly variables: readonly StataVariable[];
  /** Positions of variables, from 0. */
  readonly sortedBy: readonly number[];
  readonly notes: readonly Uint8Array[];
  readonly data: number;
  /** Long texts by `longKey`; empty before version 117. */
  readonly longTexts: ReadonlyMap<number, Uint8Array>;
  readonly labelTables: ReadonlyMap<string, readonly { readonly value: number; readonly label: Uint8Array }[]>;
}

/** How wide the fields of a version are. */
interface Widths {
  readonly name: number;
  readonly format: number;
  readonly label: number;
}

const KNOWN = [113, 114, 115, 117, 118, 119];

export type Version = { readonly version: number; readonly known: boolean };

/** The version that the first bytes state; null where it is no Stata file. */
export function versionOf(bytes: Uint8Array): Version | null {
  const head = ascii(bytes.subarray(0, 60));
  if (head.startsWith('<stata_dta>')) {
    const stated = /^<stata_dta><header><release>(\d{1,6})<\/release>/u.exec(head)?.[1];
    return stated === undefined
      ? { version: 0, known: false }
      : { version: Number(stated), known: KNOWN.includes(Number(stated)) && stated.length === 3 };
  }
  // Version, byte order, kind of file, a zero.
  const [version = 0, order = 0, kind = 0, zero = 1] = bytes;
  if (version < 102 || version > 116 || ![1, 2].includes(order) || kind !== 1 || zero !== 0) return null;
  return { version, known: KNOWN.includes(version) };
}

export function readDictionary(bytes: Uint8Array, version: number): StataFile {
  return version < 117 ? readOld(bytes, version) : readNew(bytes, version);
}

/** A long text is named by a variable and an observation. */
export function longKey(variable: number, observation: number): number {
  return observation * 131072 + variable;
}

function readOld(bytes: Uint8Array, version: number): StataFile {
  const little = bytes[1] === 2;
  const head = cursorAt(bytes, little, 4, 'its header');
  const count = u16(head);
  const rows = i32(head);
  const label = textIn(take(head, 81));
  pass(head, 18);
  const cursor = cursorAt(bytes, little, head.at, 'its dictionary');
  const widths: Widths = { name: 33, format: version === 113 ? 12 : 49, label: 81 };
  const types = Array.from(take(cursor, count), (code) => typeOf(code < 245 ? code : 65781 - code, cursor.at));
  const names = fields(cursor, count, widths.name);
  const sortedBy = sortList(take(cursor, 2 * (count + 1)), little, 2, count);
  const formats = fields(cursor, count, widths.format);
  const labels = fields(cursor, count, widths.name);
  const variableLabels = fields(cursor, count, widths.label);
  const notes: Uint8Array[] = [];
  for (;;) {
    const kind = u8(cursor);
    const length = u32(cursor);
    if (kind === 0 && length === 0) break;
    noteIn(take(cursor, length), widths.name, notes);
  }
  const { variables, width } = put(types, names, formats, labels, variableLabels);
  const data = cursor.at;
  checkRows(bytes, data, rows, width);
  const tables = cursorAt(bytes, little, data + rows * width, 'its value labels');
  const labelTables = new Map<string, { value: number; label: Uint8Array }[]>();
  while (tables.at < bytes.length) {
    const length = i32(tables);
    const name = ascii(textIn(take(tables, widths.name)));
    pass(tables, 3);
    labelTables.set(name, labelTable(take(tables, length), little));
  }
  return { bytes, little, version, rows, width, label, variables, sortedBy, notes, data, longTexts: new Map(), labelTables };
}

function readNew(bytes: Uint8Array, version: number): StataFile {
  const head = cursorAt(bytes, true, '<stata_dta><header><release>118</release>'.length, 'its header');
  tag(head, '<byteorder>');
  const order = ascii(take(head, 3));
  if (order !== 'LSF' && order !== 'MSF') throw new Damage('its header names no order of bytes', head.at - 2, 'unknown');
  const little = order === 'LSF';
  const cursor = cursorAt(bytes, little, head.at, 'its header');
  const long = version >= 118;
  tag(cursor, '</byteorder><K>');
  const count = version === 119 ? u32(cursor) : u16(cursor);
  tag(cursor, '</K><N>');
  const rows = long ? u64(cursor) : u32(cursor);
  tag(cursor, '</N><label>');
  const label = take(cursor, long ? u16(cursor) : u8(cursor));
  tag(cursor, '</label><timestamp>');
  pass(cursor, u8(cursor));
  tag(cursor, '</timestamp></header>');
  const places: number[] = [0, cursor.at];
  tag(cursor, '<map>');
  const map = Array.from({ length: 14 }, () => u64(cursor));
  tag(cursor, '</map>');
  cursor.room = 'its dictionary';
  const section = <T>(name: string, read: () => T): T => {
    places.push(cursor.at);
    tag(cursor, `<${name}>`);
    const value = read();
    tag(cursor, `</${name}>`);
    return value;
  };
  const widths: Widths = long ? { name: 129, format: 57, label: 321 } : { name: 33, format: 49, label: 81 };
  countOf(cursor, count, 2, 'variables');
  const types = section('variable_types', () => Array.from({ length: count }, () => typeOf(u16(cursor), cursor.at)));
  const names = section('varnames', () => fields(cursor, count, widths.name));
  const wide = version === 119 ? 4 : 2;
  const sortedBy = section('sortlist', () => sortList(take(cursor, wide * (count + 1)), little, wide, count));
  const formats = section('formats', () => fields(cursor, count, widths.format));
  const labels = section('value_label_names', () => fields(cursor, count, widths.name));
  const variableLabels = section('variable_labels', () => fields(cursor, count, widths.label));
  const notes: Uint8Array[] = [];
  section('characteristics', () => {
    while (at(cursor, '<ch>')) {
      tag(cursor, '<ch>');
      noteIn(take(cursor, u32(cursor)), widths.name, notes);
      tag(cursor, '</ch>');
    }
  });
  const { variables, width } = put(types, names, formats, labels, variableLabels);
  cursor.room = 'its data';
  const data = section('data', () => {
    checkRows(bytes, cursor.at, rows, width);
    return pass(cursor, rows * width);
  });
  cursor.room = 'its long texts';
  const longTexts = new Map<number, Uint8Array>();
  section('strls', () => {
    while (at(cursor, 'GSO')) {
      tag(cursor, 'GSO');
      const variable = u32(cursor);
      const observation = long ? u64(cursor) : u32(cursor);
      const kind = u8(cursor);
      const text = take(cursor, u32(cursor));
      longTexts.set(longKey(variable, observation), kind === 130 ? textIn(text) : text);
    }
  });
  cursor.room = 'its value labels';
  const labelTables = new Map<string, { value: number; label: Uint8Array }[]>();
  section('value_labels', () => {
    while (at(cursor, '<lbl>')) {
      tag(cursor, '<lbl>');
      const length = i32(cursor);
      const name = ascii(textIn(take(cursor, widths.name)));
      pass(cursor, 3);
      labelTables.set(name, labelTable(take(cursor, length), little));
      tag(cursor, '</lbl>');
    }
  });
  places.push(cursor.at);
  tag(cursor, '</stata_dta>');
  places.push(cursor.at);
  const lost = map.findIndex((place, n) => place !== places[n]);
  if (lost >= 0)
    throw new Damage(`its map says that part ${lost + 1} begins at byte ${map[lost]! + 1}, where it does not`, places[1]! + 6 + lost * 8);
  return { bytes, little, version, rows, width, label, variables, sortedBy, notes, data, longTexts, labelTables };
}

function at({ bytes, at: from }: Cursor, word: string): boolean {
  return ascii(bytes.subarray(from, from + word.length)) === word;
}

function tag(cursor: Cursor, word: string): void {
  if (at(cursor, word)) cursor.at += word.length;
  else if (cursor.at + word.length > cursor.bytes.length) throw new Damage(`it ends within ${cursor.room}`, cursor.bytes.length, 'cut off');
  else throw new Damage(`${cursor.room} has no ${word} where it should stand`, cursor.at + 1);
}

/** Up to the first zero. */
function textIn(bytes: Uint8Array): Uint8Array {
  const zero = bytes.indexOf(0);
  return zero < 0 ? bytes : bytes.subarray(0, zero);
}

function fields(cursor: Cursor, count: number, width: number): Uint8Array[] {
  const all = take(cursor, count * width);
  return Array.from({ length: count }, (_, n) => textIn(all.subarray(n * width, (n + 1) * width)));
}

/** Codes as versions 117 and later have them. */
function typeOf(code: number, place: number): { storage: Storage; width: number } {
  if (code >= 1 && code <= 2045) return { storage: 'str', width: code };
  if (code === 32768) return { storage: 'strL', width: 8 };
  if (code === 65526) return { storage: 'double', width: 8 };
  if (code === 65527) return { storage: 'float', width: 4 };
  if (code === 65528) return { storage: 'long', width: 4 };
  if (code === 65529) return { storage: 'int', width: 2 };
  if (code === 65530) return { storage: 'byte', width: 1 };
  throw new Damage(`its dictionary stores a variable as ${code}, which is no kind that Stata has`, place, 'unknown');
}

/** Up to the first zero, numbers of variables from 1. */
function sortList(bytes: Uint8Array, little: boolean, size: 2 | 4, count: number): number[] {
  const cursor = cursorAt(bytes, little, 0, 'its order of rows');
  const list: number[] = [];
  for (let n = 0; n < count; n++) {
    const one = size === 2 ? u16(cursor) : u32(cursor);
    if (one === 0) break;
    if (one > count) throw new Damage(`its rows are in order of a variable ${one} that it does not have`, null);
    list.push(one - 1);
  }
  return list;
}

/** Notes of the data are characteristics of `_dta` called `note1`, `note2` …; `note0` counts them. */
function noteIn(bytes: Uint8Array, width: number, notes: Uint8Array[]): void {
  if (ascii(textIn(bytes.subarray(0, width))) === '_dta' && /^note[1-9]\d*$/u.test(ascii(textIn(bytes.subarray(width, 2 * width)))))
    notes.push(textIn(bytes.subarray(2 * width)));
}

function put(
  types: readonly { storage: Storage; width: number }[],
  names: readonly Uint8Array[],
  formats: readonly Uint8Array[],
  labels: readonly Uint8Array[],
  variableLabels: readonly Uint8Array[],
): { variables: StataVariable[]; width: number } {
  let width = 0;
  const variables = types.map((type, n): StataVariable => {
    const from = width;
    width += type.width;
    if (trimmed(names[n]!).length === 0) throw new Damage('its dictionary has a variable without a name', null);
    return { ...type, from, name: names[n]!, format: ascii(formats[n]!), labels: ascii(labels[n]!), label: variableLabels[n]! };
  });
  if (variables.length === 0) throw new Damage('it has no variables', null);
  return { variables, width };
}

function checkRows(bytes: Uint8Array, from: number, rows: number, width: number): void {
  const room = Math.max(0, Math.floor((bytes.length - from) / width));
  if (rows < 0 || rows > room)
    throw new Damage(`it announces ${grouped(rows)} rows, and has room for ${grouped(room)}`, null, 'more than it holds');
}

/** Offsets, codes and texts of a table of value labels. */
function labelTable(bytes: Uint8Array, little: boolean): { value: number; label: Uint8Array }[] {
  const cursor = cursorAt(bytes, little, 0, 'a table of value labels');
  const count = i32(cursor);
  const length = i32(cursor);
  countOf(cursor, count, 8, 'value labels');
  const offsets = Array.from({ length: count }, () => i32(cursor));
  const values = Array.from({ length: count }, () => i32(cursor));
  const texts = take(cursor, length);
  return values.map((value, n) => {
    const from = offsets[n]!;
    if (from < 0 || from > length) throw new Damage('a table of value labels points beyond its texts', null);
    return { value, label: textIn(texts.subarray(from)) };
  });
}
