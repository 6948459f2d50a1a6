// Takes apart what Snappy has packed (its format_description.txt): bytes as they stand, and copies of what came before. Nothing is written
// beyond the size that the page announces.

/** For pages of a usual size. */
const room = new Uint8Array(1 << 21);

/** Null where it is no such stream, or not of that size. Valid until the next call. */
export function unsnapped(packed: Uint8Array, size: number): Uint8Array | null {
  const out = size <= room.length ? room.subarray(0, size) : new Uint8Array(size);
  let at = 0;
  let to = 0;
  // The length comes first, seven bits a byte.
  while (at < packed.length && packed[at]! >= 0x80 && at < 5) at++;
  at++;
  const whole = (bytes: number): number => {
    let value = 0;
    for (let i = bytes - 1; i >= 0; i--) value = value * 256 + (packed[at + i] ?? NaN);
    at += bytes;
    return value;
  };
  while (at < packed.length) {
    const tag = packed[at++]!;
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const length = (short < 60 ? short : whole(short - 59)) + 1;
      if (!(at + length <= packed.length && to + length <= size)) return null;
      out.set(packed.subarray(at, at + length), to);
      at += length;
      to += length;
      continue;
    }
    const length = (tag & 3) === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = (tag & 3) === 1 ? (tag >> 5) * 256 + whole(1) : whole((tag & 3) === 2 ? 2 : 4);
    if (!(back > 0 && back <= to && to + length <= size)) return null;
    // A copy may run into what it writes; a few bytes are faster one by one.
    if (length > back || length < 16) for (let i = 0; i < length; i++) out[to + i] = out[to + i - back]!;
    else out.copyWithin(to, to - back, to - back + length);
    to += length;
  }
  return to === size ? out : null;
}
