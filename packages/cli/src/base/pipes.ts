// Pipes are read and written within bounds: one that nobody is at the other end of, or that never ends, must not hold a command for ever.
// Files are files.ts'. Nothing here is used by the language server, which leaves pipes alone.
import type { FileRefusal } from '@studyspec/core';
import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Nobody came to the other end in this time. */
const PARTNER_MS = 10_000;
/** Somebody is there, and did nothing for so long: a query of a data base or an unpacking may take a while. */
const SILENCE_MS = 120_000;
/** What a pipe may send; a survey of a million rows and 100 columns is a quarter of it. */
const MOST_BYTES = 1 << 29;
const CHUNK = 1 << 16;

const pause = new Int32Array(new SharedArrayBuffer(4));
const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;

/** Waits a little longer each time, up to a twentieth of a second. */
function waiter(): { wait(limit: number): boolean; begin(): void } {
  let since = Date.now();
  let step = 1;
  return {
    wait(limit) {
      if (Date.now() - since >= limit) return false;
      Atomics.wait(pause, 0, 0, step);
      step = Math.min(50, step * 2);
      return true;
    },
    begin() {
      since = Date.now();
      step = 1;
    },
  };
}

/** All that comes out of a pipe until its writer closes it, or why it is not read. */
export function readPipe(path: string): { readonly content: Uint8Array } | { readonly refusal: FileRefusal } {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const pieces: Buffer[] = [];
    const chunk = Buffer.alloc(CHUNK);
    const { wait, begin } = waiter();
    let total = 0;
    let met = false;
    for (;;) {
      const got = readSome(descriptor, chunk);
      if (got === null) {
        if (!met) begin();
        met = true;
        if (!wait(SILENCE_MS)) return { refusal: { is: 'silent pipe', seconds: SILENCE_MS / 1000 } };
      } else if (got > 0) {
        met = true;
        total += got;
        if (total > MOST_BYTES) return { refusal: { is: 'large pipe', mebibytes: MOST_BYTES / (1 << 20) } };
        pieces.push(Buffer.from(chunk.subarray(0, got)));
        begin();
      } else if (met) return { content: Buffer.concat(pieces, total) };
      else if (!wait(PARTNER_MS)) return { refusal: { is: 'unwritten pipe' } };
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes read; 0 where nobody writes (any more), null where somebody may still. */
function readSome(descriptor: number, into: Buffer): number | null {
  try {
    return readSync(descriptor, into, 0, into.length, null);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return null;
    throw error;
  }
}

/** Opens a pipe for writing as soon as somebody reads it; null when nobody does. */
export function openPipe(path: string): number | null {
  const { wait } = waiter();
  for (;;) {
    try {
      return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      if (codeOf(error) !== 'ENXIO') throw error;
      if (!wait(PARTNER_MS)) return null;
    }
  }
}

/** Every byte, however full the pipe is at the moment. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { wait, begin } = waiter();
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
      begin();
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN' || !wait(SILENCE_MS)) throw error;
    }
  }
}

/** A device has no end (or is a disk, which is not a table): it is neither read nor, where it holds something, written to. */
export function kindOf(
  descriptor:
    | number
    | { isFIFO(): boolean; isSocket(): boolean; isCharacterDevice(): boolean; isBlockDevice(): boolean; isFile(): boolean },
): 'file' | 'pipe' | 'device' | 'disk' | 'other' {
  const stat = typeof descriptor === 'number' ? fstatSync(descriptor) : descriptor;
  return stat.isFile() ? 'file' : stat.isFIFO() ? 'pipe' : stat.isCharacterDevice() ? 'device' : stat.isBlockDevice() ? 'disk' : 'other';
}
