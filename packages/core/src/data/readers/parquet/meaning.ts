// What the values of a column mean: numbers, texts or moments, by its type in the file's schema. How they are stored is values.ts.
import type { SchemaElement } from 'hyparquet';
import type { Moment } from '../../codebook.ts';
import { decodeCell } from '../text-builder.ts';
import { isFast, numbersAt, plain, type Numbers, type Place, type Stored, type StoredType } from './values.ts';

export interface Meaning {
  readonly type: StoredType;
  /** Bytes of a value of fixed length. */
  readonly fixed: number;
  readonly storedAs: string;
  /** Its cells are kept as texts: those that are none in the file too, digit by digit. */
  readonly asTexts: boolean;
  readonly moment?: Moment;
  /** How many of its units make a second. */
  readonly perSecond?: number;
  readonly scale?: number;
  readonly unsigned?: boolean;
}

/** Micro- and nanoseconds are brought to seconds as whole numbers first, so that no digit is lost of them. */
const PER_SECOND: Readonly<Record<string, number>> = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 };

/** `isName`: the study uses its values as names. */
export function meaningOf(element: SchemaElement, isName: boolean): Meaning {
  const type = element.type ?? 'INT32';
  const about = aboutOf(element);
  const isWhole = type === 'INT64' && about.scale === undefined && about.moment === undefined;
  const asTexts = about.storedAs === 'STRING' || about.storedAs === 'UUID' || (isWhole && isName);
  return { ...about, type, fixed: Number(element.type_length ?? 0), asTexts };
}

function aboutOf({
  type,
  converted_type: converted,
  logical_type: logical,
  scale: stated,
}: SchemaElement): Omit<Meaning, 'type' | 'fixed' | 'asTexts'> {
  const scale = Number(stated ?? 0);
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') return { storedAs: 'DECIMAL', scale };
  if (converted === 'DATE' || logical?.type === 'DATE') return { storedAs: 'DATE', moment: 'date' };
  if (type === 'INT96') return { storedAs: 'TIMESTAMP', moment: 'datetime', perSecond: 1e9 };
  if (logical?.type === 'TIMESTAMP') return { storedAs: 'TIMESTAMP', moment: 'datetime', perSecond: PER_SECOND[logical.unit] ?? 1e3 };
  if (logical?.type === 'TIME') return { storedAs: 'TIME', moment: 'time', perSecond: PER_SECOND[logical.unit] ?? 1e3 };
  const [, what, unit] = /^(TIMESTAMP|TIME)_(MILLIS|MICROS)$/u.exec(converted ?? '') ?? [];
  if (what !== undefined) return { storedAs: what, moment: what === 'TIME' ? 'time' : 'datetime', perSecond: PER_SECOND[unit!]! };
  if (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY') return { storedAs: logical?.type === 'UUID' ? 'UUID' : 'STRING' };
  const whole = /^(?<sign>U?)INT_(?<bits>\d+)$/u.exec(converted ?? '')?.groups;
  if (whole !== undefined) return { storedAs: `${whole['sign']}INT${whole['bits']}`, unsigned: whole['sign'] === 'U' };
  return { storedAs: type ?? 'INT32' };
}

/** Values that are written one after another as they are. */
export function plainNumbers(place: Place, count: number, meaning: Meaning): Numbers {
  const { type, fixed, scale = 0, moment, unsigned = false } = meaning;
  if (isFast(type) && moment === undefined && scale === 0) return numbersAt(place, type, count, unsigned);
  return numbersOf(plain(place, type, count, fixed), meaning);
}

/** Numbers, or a moment's days or seconds; NaN where there is none: not a number and infinite are no answers. */
export function numbersOf(values: readonly Stored[], meaning: Meaning): Numbers {
  const { type, moment, perSecond = 1, scale, unsigned = false } = meaning;
  const bits = type === 'INT64' ? 64 : 32;
  const inexact: number[] = [];
  const made = Float64Array.from(values, (value, at) => {
    if (moment !== undefined && moment !== 'date') return secondsOf(value, perSecond);
    if (typeof value === 'bigint' && scale === undefined && (value > EXACT || value < -EXACT)) inexact.push(at);
    const number = numberOf(value, unsigned, bits, scale);
    return Number.isFinite(number) ? number + 0 : NaN;
  });
  return { values: made, inexact };
}

const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function numberOf(value: Stored, unsigned: boolean, bits: number, scale: number | undefined): number {
  if (value === null) return NaN;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const signed = value instanceof Uint8Array ? wholeOf(value) : value;
  const whole = unsigned && signed < 0 ? Number(BigInt.asUintN(bits, BigInt(signed))) : Number(signed);
  return scale === undefined || scale === 0 ? whole : whole / Number(`1e${scale}`);
}

/** A whole number of any length, its highest byte first, in two's complement. */
function wholeOf(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

/** Days and nanoseconds of the old 96 bits come as one number. */
function secondsOf(value: Stored, perSecond: number): number {
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return NaN;
  if (typeof value === 'number') return value / perSecond;
  if (perSecond === 1e9 && value > 1n << 64n) {
    const days = (value >> 64n) - 2440588n;
    return Number(days) * 86400 + Number((value & 0xffffffffffffffffn) / 1000n) / 1e6;
  }
  // To the millionth, which a double still tells apart in these centuries.
  return Number(perSecond === 1e9 ? value / 1000n : value) / (perSecond === 1e9 ? 1e6 : perSecond);
}

/** A value as a text; one of white space only is empty. */
export function textOf(value: Stored, { storedAs, unsigned = false }: Meaning): string {
  if (value instanceof Uint8Array) return storedAs === 'UUID' ? uuidOf(value) : decodeCell(value, 0, value.length).trim();
  return String(unsigned && typeof value === 'bigint' ? BigInt.asUintN(64, value) : value);
}

function uuidOf(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
