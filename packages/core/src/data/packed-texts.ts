// Millions of texts that are hardly ever read, as ids are, in few bytes: of some thousands that stand one behind another it is known which
// signs stand in which place, and each sign is kept as its number among those. P0000001, P0000002 and so on take two bytes each, and
// eighteen digits by chance eight. A text is made when somebody asks for it.
import { decodeCell } from './readers/text-builder.ts';
import { MadeTexts, type Texts } from './texts.ts';

/** Texts that are packed together. */
const TOGETHER = 4096;
/** And bytes of them, at most but for the last one. */
const MOST_BYTES = 1 << 18;
/** Longer ones are kept as they stand. */
const LONGEST = 64;

/** What is known of texts that are packed together. */
export interface PackedPart {
  readonly count: number;
  /** 1 for each byte that stands in one of them. */
  readonly bytes: Uint8Array;
  /** Bytes of the longest. */
  readonly longest: number;
  /** In one place all of them have a digit. */
  readonly numbered: boolean;
  /** Bytes that they take. */
  readonly size: number;
}

interface Pack extends PackedPart {
  readonly kept: Uint8Array;
  /** Where each ends in `kept`; null where signs are numbered. */
  readonly ends: Int32Array | null;
  /** Of each place the bits of its signs' numbers, and where its signs begin among `signs`. */
  readonly widths: Uint8Array;
  readonly tables: Int32Array;
  /** 0: the text ends before this place. */
  readonly signs: Uint8Array;
  /** Bits of a text. */
  readonly bits: number;
}

export class PackedTexts extends MadeTexts {
  readonly length: number;
  readonly #packs: readonly Pack[];
  /** The place of the first text of each pack; one more says how many there are. */
  readonly #starts: Int32Array;
  /** The pack that was asked last. */
  #last = 0;
  readonly #scratch = new Uint8Array(LONGEST);
  readonly #other = new Uint8Array(LONGEST);
  readonly #bytes = new Uint8Array(256);

  constructor(packs: readonly Pack[]) {
    super();
    this.#packs = packs;
    this.#starts = new Int32Array(packs.length + 1);
    for (const [at, pack] of packs.entries()) {
      this.#starts[at + 1] = this.#starts[at]! + pack.count;
      for (let byte = 0; byte < 256; byte++) this.#bytes[byte]! |= pack.bytes[byte]!;
    }
    this.length = this.#starts[packs.length]!;
  }

  /** Texts that stand one behind another, in order. */
  get parts(): readonly PackedPart[] {
    return this.#packs;
  }

  /** Whether some text has the byte. */
  holds(byte: number): boolean {
    return this.#bytes[byte] === 1;
  }

  protected textAt(place: number): string {
    const { bytes, from, to } = this.#read(place, this.#scratch);
    return decodeCell(bytes, from, to);
  }

  /** Whether two are the same, byte by byte. */
  areSame(place: number, other: number): boolean {
    const a = this.#read(place, this.#scratch);
    const b = this.#read(other, this.#other);
    if (a.to - a.from !== b.to - b.from) return false;
    for (let at = a.from, of = b.from; at < a.to; at++, of++) if (a.bytes[at] !== b.bytes[of]) return false;
    return true;
  }

  /** Without some, given in order. */
  without(gone: Int32Array): PackedTexts {
    const packer = new TextPacker();
    let next = 0;
    for (const [at, pack] of this.#packs.entries()) {
      const start = this.#starts[at]!;
      const end = start + pack.count;
      if (next === gone.length || gone[next]! >= end) {
        packer.addPack(pack);
        continue;
      }
      for (let place = start; place < end; place++) {
        if (gone[next] === place) next++;
        else {
          const { bytes, from, to } = readFrom(pack, place - start, this.#scratch);
          packer.add(bytes, from, to);
        }
      }
    }
    return packer.finish();
  }

  /** Those that stand there, in that order. */
  picked(places: readonly number[]): PackedTexts {
    const packer = new TextPacker();
    for (const place of places) {
      const { bytes, from, to } = this.#read(place, this.#scratch);
      packer.add(bytes, from, to);
    }
    return packer.finish();
  }

  #read(place: number, scratch: Uint8Array): Found {
    const starts = this.#starts;
    let pack = this.#last;
    if (place < starts[pack]! || place >= starts[pack + 1]!) {
      let low = 0;
      let high = this.#packs.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= place) low = middle;
        else high = middle - 1;
      }
      pack = this.#last = low;
    }
    return readFrom(this.#packs[pack]!, place - starts[pack]!, scratch);
  }
}

/** The texts of some places, kept as they all are. */
export const picked = (texts: Texts, places: readonly number[]): Texts =>
  texts instanceof PackedTexts ? texts.picked(places) : places.map((place) => texts.at(place)!);

interface Found {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** `scratch` is where it may be put together. */
function readFrom({ kept, ends, widths, tables, signs, bits }: Pack, at: number, scratch: Uint8Array): Found {
  if (ends !== null) return { bytes: kept, from: at === 0 ? 0 : ends[at - 1]!, to: ends[at]! };
  let bit = at * bits;
  let length = 0;
  for (; length < widths.length; length++) {
    const width = widths[length]!;
    const byte = bit >> 3;
    const number = ((kept[byte]! | (kept[byte + 1]! << 8)) >> (bit & 7)) & ((1 << width) - 1);
    const sign = signs[tables[length]! + number]!;
    if (sign === 0) break;
    scratch[length] = sign;
    bit += width;
  }
  return { bytes: scratch, from: 0, to: length };
}

/** Takes texts as bytes of UTF-8, one behind another. */
export class TextPacker {
  readonly #packs: Pack[] = [];
  #bytes = new Uint8Array(1 << 16);
  readonly #ends = new Int32Array(TOGETHER);
  #count = 0;

  add(bytes: Uint8Array, from: number, to: number): void {
    let into = this.#count === 0 ? 0 : this.#ends[this.#count - 1]!;
    const end = into + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let at = from; at < to; at++) this.#bytes[into++] = bytes[at]!;
    this.#ends[this.#count++] = end;
    if (this.#count === TOGETHER || end > MOST_BYTES) this.#close();
  }

  addPack(pack: Pack): void {
    this.#close();
    this.#packs.push(pack);
  }

  finish(): PackedTexts {
    this.#close();
    return new PackedTexts(this.#packs);
  }

  #close(): void {
    if (this.#count === 0) return;
    this.#packs.push(packed(this.#bytes, this.#ends, this.#count));
    this.#count = 0;
  }
}

/** Of each place 256 numbers: which signs stand there, then their numbers. */
const seen = new Uint8Array(LONGEST << 8);

function packed(all: Uint8Array, ends: Int32Array, count: number): Pack {
  const used = ends[count - 1]!;
  const bytes = new Uint8Array(256);
  for (let at = 0; at < used; at++) bytes[all[at]!] = 1;
  let longest = 0;
  let shortest = Infinity;
  for (let at = 0, from = 0; at < count; at++) {
    longest = Math.max(longest, ends[at]! - from);
    shortest = Math.min(shortest, ends[at]! - from);
    from = ends[at]!;
  }
  const asTheyStand = (numbered: boolean): Pack => ({
    ...{ count, bytes, longest, numbered, size: used + 4 * count, kept: all.slice(0, used), ends: ends.slice(0, count) },
    ...{ widths: NONE, tables: NOWHERE, signs: NONE, bits: 0 },
  });
  if (longest > LONGEST || bytes[0] === 1) return asTheyStand(false);
  seen.fill(0, 0, longest << 8);
  for (let at = 0, from = 0; at < count; at++) {
    const to = ends[at]!;
    let place = 0;
    for (; from < to; from++, place += 256) seen[place | all[from]!] = 1;
    // None of the places behind its end is looked at.
    if (place < longest << 8) seen[place] = 1;
  }
  const widths = new Uint8Array(longest);
  const tables = new Int32Array(longest);
  const signs: number[] = [];
  let bits = 0;
  let numbered = false;
  for (let place = 0; place < longest; place++) {
    const start = (tables[place] = signs.length);
    let digits = place < shortest;
    for (let sign = 0; sign < 256; sign++) {
      if (seen[(place << 8) | sign] !== 1) continue;
      seen[(place << 8) | sign] = signs.length - start;
      signs.push(sign);
      if (sign < 48 || sign > 57) digits = false;
    }
    numbered ||= digits;
    let width = 0;
    while (1 << width < signs.length - start) width++;
    widths[place] = width;
    bits += width;
  }
  const size = Math.ceil((bits * count) / 8);
  if (size >= used + 4 * count) return asTheyStand(numbered);
  // A sign's bits may be looked for in a byte that is one too far.
  const kept = new Uint8Array(size + 2);
  let held = 0;
  let bit = 0;
  let byte = 0;
  for (let at = 0, from = 0; at < count; at++) {
    const to = ends[at]!;
    for (let place = 0; place < longest; place++) {
      if (from < to) held |= seen[(place << 8) | all[from++]!]! << bit;
      bit += widths[place]!;
      if (bit >= 8) {
        kept[byte++] = held;
        held >>>= 8;
        bit -= 8;
      }
    }
  }
  kept[byte] = held;
  return { count, bytes, longest, numbered, size, kept, ends: null, widths, tables, signs: Uint8Array.from(signs), bits };
}

const NONE = new Uint8Array(0);
const NOWHERE = new Int32Array(0);
