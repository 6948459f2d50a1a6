// The rows of a Stata file: numbers of five kinds with their missing values, texts, and texts that stand elsewhere. Only the variables that
// are wanted are read.
import { byteTexts, type ByteTexts } from '../binary/byte-texts.ts';
import { Damage, grouped, trimmedEnd } from '../binary/cursor.ts';
import { tellPart } from '../../../numerics/parts.ts';
import { longKey, type StataFile, type StataVariable } from './dictionary.ts';

/** After so many rows it is told how far it is. */
const TOLD = 1 << 16;

export type Cells = { readonly numbers: Float64Array; readonly reasons: Uint8Array | null } | { readonly texts: ByteTexts };

export function readCells(file: StataFile, variable: StataVariable): Cells {
  if (variable.storage === 'str') return { texts: texts(file, variable) };
  if (variable.storage === 'strL') return { texts: longTexts(file, variable) };
  const { rows, width, data, bytes, little } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float64Array(rows);
  let reasons: Uint8Array | null = null;
  const read = reader(view, variable.storage, little);
  for (let row = 0; row < rows; row++) {
    if (row % TOLD === 0) tellPart(row, rows);
    const found = read(data + row * width + variable.from);
    if (found < MISSING) numbers[row] = found + 0;
    else {
      numbers[row] = NaN;
      if (found > MISSING) {
        reasons ??= new Uint8Array(rows);
        reasons[row] = Math.min(26, found / MISSING - 1);
      }
    }
  }
  return { numbers, reasons };
}

/**
 * Larger than any number that Stata stores. A missing value comes as this much for `.`, twice as much for `.a` … Stata's own largest double
 * is 2^1023, so they stay finite.
 */
const MISSING = 2.8088955232223686e306;

function missing(reason: number): number {
  return MISSING * (reason + 1);
}

/** The codes above each kind's largest number are `.`, `.a` to `.z`. */
function reader(view: DataView, storage: StataVariable['storage'], little: boolean): (at: number) => number {
  switch (storage) {
    case 'byte':
      return (at) => {
        const value = view.getInt8(at);
        return value > 100 ? missing(value - 101) : value;
      };
    case 'int':
      return (at) => {
        const value = view.getInt16(at, little);
        return value > 32740 ? missing(value - 32741) : value;
      };
    case 'long':
      return (at) => {
        const value = view.getInt32(at, little);
        return value > 2147483620 ? missing(value - 2147483621) : value;
      };
    case 'float':
      return (at) => {
        const bits = view.getUint32(at, little);
        const value = view.getFloat32(at, little);
        // Not a number and infinite are no numbers that Stata stores.
        if (bits >= 0x7f000000 && bits < 0x80000000) return missing(bits <= 0x7f00d000 ? (bits - 0x7f000000) >>> 11 : 0);
        return Number.isFinite(value) ? value : missing(0);
      };
    default:
      return (at) => {
        const bits = view.getUint32(little ? at + 4 : at, little);
        const value = view.getFloat64(at, little);
        if (bits >= 0x7fe00000 && bits < 0x80000000) return missing(bits <= 0x7fe01a00 ? (bits - 0x7fe00000) >>> 8 : 0);
        return Number.isFinite(value) ? value : missing(0);
      };
  }
}

function texts({ bytes, rows, width, data }: StataFile, variable: StataVariable): ByteTexts {
  const into = byteTexts(rows);
  for (let row = 0; row < rows; row++) {
    if (row % TOLD === 0) tellPart(row, rows);
    const from = data + row * width + variable.from;
    let to = from;
    while (to < from + variable.width && bytes[to] !== 0) to++;
    into.set(row, bytes, from, trimmedEnd(bytes, from, to));
  }
  return into;
}

function longTexts({ bytes, rows, width, data, little, version, longTexts: known }: StataFile, variable: StataVariable): ByteTexts {
  const into = byteTexts(rows);
  // Eight bytes name the text: a variable and an observation, in 4 + 4, 2 + 6 or 3 + 5 bytes.
  const first = version === 117 ? 4 : version === 118 ? 2 : 3;
  const whole = (from: number, length: number): number => {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + bytes[little ? from + length - 1 - i : from + i]!;
    return value;
  };
  for (let row = 0; row < rows; row++) {
    if (row % TOLD === 0) tellPart(row, rows);
    const at = data + row * width + variable.from;
    const column = whole(at, first);
    const observation = whole(at + first, 8 - first);
    if (column === 0 && observation === 0) continue;
    const text = known.get(longKey(column, observation));
    if (text === undefined) throw new Damage(`row ${grouped(row + 1)} points to a long text that is not there`, at + 1);
    into.set(row, text, 0, trimmedEnd(text, 0, text.length));
  }
  return into;
}
