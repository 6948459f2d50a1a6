// The cells of a text column as bytes, each distinct one kept once: letters are made of them when the encoding is known. What a cell of a
// CSV file is, is text-builder.ts.

export interface ByteTexts {
  /** Sets the cell of `row` to the bytes `from` to `to` (exclusive). */
  readonly set: (row: number, bytes: Uint8Array, from: number, to: number) => void;
  /** The distinct cells, in order of first appearance. */
  readonly distinct: () => Uint8Array[];
  /** The first `rows` cells. A cell of white space only is blank. */
  readonly read: (rows: number, letters: (bytes: Uint8Array) => string) => { codes: Int32Array; levels: string[] };
}

export function byteTexts(capacity: number): ByteTexts {
  const cells = new Int32Array(capacity).fill(-1);
  // Open addressing on an FNV-1a hash of the bytes.
  let slots = new Int32Array(256).fill(-1);
  let pool = new Uint8Array(1024);
  let used = 0;
  const starts: number[] = [];
  const hashes: number[] = [];

  const place = (entry: number): void => {
    const mask = slots.length - 1;
    let slot = hashes[entry]! & mask;
    while (slots[slot]! >= 0) slot = (slot + 1) & mask;
    slots[slot] = entry;
  };
  const add = (bytes: Uint8Array, from: number, to: number, hash: number): number => {
    if (used + to - from > pool.length) {
      const larger = new Uint8Array(Math.max(pool.length * 2, used + to - from));
      larger.set(pool);
      pool = larger;
    }
    pool.set(bytes.subarray(from, to), used);
    const entry = starts.push(used) - 1;
    hashes.push(hash);
    used += to - from;
    if (hashes.length * 2 > slots.length) {
      slots = new Int32Array(slots.length * 2).fill(-1);
      for (let known = 0; known < hashes.length; known++) place(known);
    } else place(entry);
    return entry;
  };
  const endOf = (entry: number): number => starts[entry + 1] ?? used;
  const same = (entry: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const start = starts[entry]!;
    if (endOf(entry) - start !== to - from) return false;
    for (let i = from, j = start; i < to; i++, j++) if (pool[j] !== bytes[i]) return false;
    return true;
  };

  const set = (row: number, bytes: Uint8Array, from: number, to: number): void => {
    if (from >= to) return;
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry >= 0; entry = slots[slot]!) {
      if (hashes[entry] === hash && same(entry, bytes, from, to)) {
        cells[row] = entry;
        return;
      }
      slot = (slot + 1) & mask;
    }
    cells[row] = add(bytes, from, to, hash);
  };
  const distinct = (): Uint8Array[] => starts.map((start, entry) => pool.subarray(start, endOf(entry)));
  const read = (rows: number, letters: (bytes: Uint8Array) => string): { codes: Int32Array; levels: string[] } => {
    const levels: string[] = [];
    // Different bytes may read alike: a letter that is cut off at the end is none.
    const known = new Map<string, number>();
    const codeOf = Int32Array.from(distinct(), (bytes) => {
      const text = letters(bytes);
      if (text.trim() === '') return -1;
      const code = known.get(text) ?? levels.push(text) - 1;
      known.set(text, code);
      return code;
    });
    const codes = Int32Array.from(cells.subarray(0, rows), (cell) => (cell < 0 ? -1 : codeOf[cell]!));
    return { codes, levels };
  };
  return { set, distinct, read };
}
