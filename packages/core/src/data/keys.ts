// Keys are names: how the cells of `id`, `cluster`, `join … on` and text codes are compared. Which columns hold keys is reading.ts; what
// numbers cells read as is values.ts.

import { PackedTexts } from './packed-texts.ts';
import type { Texts } from './texts.ts';

const PLAIN_WORD = /^[\x21-\x7e]+$/u;
const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u;

/**
 * What two cells must share to be one key: the letters as written, without the blanks around them, letters of another width as their plain
 * ones (Unicode NFKC). `01` is not `1`, `A1` is not `a1`, and no digit of a long number is lost.
 */
export function keyOf(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').trim();
}

/**
 * What two cells share that a person would hardly tell apart: case, blanks, marks that are not seen, the width of letters, and how Excel is
 * told to leave a number alone (`'007`, `="007"`) left aside.
 */
export function likenessOf(text: string): string {
  return PLAIN_WORD.test(text) && !/^['=]/u.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKC')
        .trim()
        .replace(/^=?"(.*)"$/u, '$1')
        .replace(/^['‘’`]/u, '')
        .replace(/[\s\p{Cf}]/gu, '')
        .replace(/[\u2010-\u2015\u2212]/gu, '-')
        .toLowerCase();
}

/** The same, with what spreadsheets and programs do to numbers left aside too: zeros in front, `.0` behind. */
export function numberLikenessOf(text: string): string {
  const likeness = likenessOf(text);
  return /^\d+(?:\.0+)?$/u.test(likeness) ? likeness.replace(/\.0+$/u, '').replace(/^0+(?=\d)/u, '') : likeness;
}

/** `5.20424E+17`: what Excel leaves of a long number; the digits behind are lost. */
export function isShortened(text: string): boolean {
  return text.includes('+') && /^\d(?:[.,]\d+)?E\+(?:1[1-9]|[2-9]\d)$/iu.test(text.trim());
}

/**
 * Whether texts of which none is there twice stay apart under `alike`, as is known of their signs without looking at each: all are plain,
 * and of letters there are capitals or small ones alone.
 */
export function stayApart(texts: Texts, alike: typeof keyOf | typeof likenessOf): boolean {
  if (!(texts instanceof PackedTexts)) return false;
  const holds = (first: number, last: number): boolean => {
    for (let sign = first; sign <= last; sign++) if (texts.holds(sign)) return true;
    return false;
  };
  if (holds(0, 0x20) || holds(0x7f, 0xff)) return false;
  return alike === keyOf || (!texts.holds(0x27) && !texts.holds(0x3d) && !(holds(0x41, 0x5a) && holds(0x61, 0x7a)));
}

/** Texts that are looked up at once; more are in turns, so that the table of places stays small, and in the processor's cache. */
const AT_ONCE = 1 << 20;

/**
 * Of each text the first one that is `alike`. By hashes of what they share, in a table of places: of a million keys no string is kept.
 */
export function firstAlike(texts: Texts, alike: typeof keyOf | typeof likenessOf, atOnce = AT_ONCE): Int32Array {
  const hashes = new Int32Array(texts.length);
  const own = new Int32Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    hashes[at] = alike === likenessOf ? likenessHash(texts.at(at)!) : hashOf(alike(texts.at(at)!));
    own[at] = at;
  }
  const { turns, turnOf, most } = turnsOf(hashes, atOnce);
  const slots = new Int32Array(powerAbove(most * 2));
  for (let turn = 0; turn < turns; turn++) {
    slots.fill(-1);
    for (let at = 0; at < texts.length; at++) {
      const hash = hashes[at]!;
      if (turns > 1 && turnOf(hash) !== turn) continue;
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
      for (let before = slots[slot]!; before >= 0; before = slots[slot]!) {
        if (hashes[before] === hash && alike(texts.at(before)!) === alike(texts.at(at)!)) {
          own[at] = before;
          break;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      if (own[at] === at) slots[slot] = at;
    }
  }
  return own;
}

/** Into how many turns hashes are parted, so that about so many are looked at in each; `most`: in one of them. */
function turnsOf(hashes: Int32Array, atOnce: number): { turns: number; turnOf: (hash: number) => number; most: number } {
  let bits = 0;
  while (atOnce << bits < hashes.length) bits++;
  if (bits === 0) return { turns: 1, turnOf: () => 0, most: hashes.length };
  const turnOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
  const counts = new Int32Array(1 << bits);
  for (let at = 0; at < hashes.length; at++) counts[turnOf(hashes[at]!)]!++;
  return { turns: 1 << bits, turnOf, most: counts.reduce((a, b) => Math.max(a, b)) };
}

/** FNV-1a, of the signs' numbers. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The same of its likeness, which a plain word need not be made for. */
function likenessHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign < 0x21 || sign > 0x7e || (at === 0 && (sign === 0x27 || sign === 0x3d))) return hashOf(likenessOf(text));
    hash = Math.imul(hash ^ (sign >= 0x41 && sign <= 0x5a ? sign + 0x20 : sign), 0x01000193);
  }
  return hash;
}

/** A power of 2 that is at least 16. */
export function powerAbove(size: number): number {
  let power = 16;
  while (power < size) power *= 2;
  return power;
}
