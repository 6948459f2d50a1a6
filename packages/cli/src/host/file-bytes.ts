// Bytes of an open file, piece by piece into one buffer.
import { readSync } from 'node:fs';

/** Those from `from` to `to` (exclusive), valid until the next call. Fewer where the file has become shorter: an error. */
export function readerOf(descriptor: number): (from: number, to: number) => Uint8Array {
  let buffer = new Uint8Array(1 << 16);
  return (from, to) => {
    const length = to - from;
    if (buffer.length < length) buffer = new Uint8Array(length);
    for (let got = 0; got < length; ) {
      const some = readSync(descriptor, buffer, got, length - got, from + got);
      if (some === 0) throw new ShorterFile();
      got += some;
    }
    return buffer.subarray(0, length);
  };
}

/** Device and inode. */
export function identityOf(stat: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${stat.dev} ${stat.ino}`;
}

/** A file that ends before it did. */
export class ShorterFile extends Error {}
