// A text table, or a Parquet file, that is too large to be held in memory: read part by part, on all cores.
// What is read as a whole is files.ts'.
import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createHash } from 'node:crypto';
import { readers, readParts, type FileRefusal, type ReadOptions } from '@studyspec/core';
import { kindOf } from '../base/pipes.ts';
import { refusalOf } from '../base/reason.ts';
import { digestThread } from './digest-thread.ts';
import { identityOf, readerOf, ShorterFile } from './file-bytes.ts';
import { isChanged, mayBeChanged, realOf, type Origin } from './files.ts';
import { scanThreads } from './scan-ahead.ts';

/** Smaller files are read before threads have begun. */
const LARGE = 20 << 20;
/** More threads than this wait for the one that puts together what they found. */
const MOST_THREADS = 8;

export type LargeReading =
  | { readonly read: NonNullable<ReturnType<typeof readParts>>; readonly origin: Origin }
  | { readonly refusal: FileRefusal };

/**
 * Null where the file is small, neither a text table nor Parquet, or has to be decoded as a whole.
 * `threads`: all that scan, this one among them.
 */
export function readLargeFile(
  path: string,
  name: string,
  options: ReadOptions,
  threads = Math.min(availableParallelism(), MOST_THREADS),
  large = LARGE,
): LargeReading | null {
  try {
    const stat = statSync(path);
    if (kindOf(stat) !== 'file' || stat.size < large) return null;
  } catch {
    return null;
  }
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, 'r');
    const file = { path, descriptor, name, options, threads };
    // What was renamed, protected or written to while its time was set back is read again: as it is now, or it is never at rest.
    const found = readAtRest(file);
    return found === 'moved' ? orChanged(readAtRest(file)) : found;
  } catch (error) {
    return { refusal: error instanceof ShorterFile ? { is: 'changed' } : refusalOf(error) };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
  readonly name: string;
  readonly options: ReadOptions;
  readonly threads: number;
}

/** `moved`: something happened to the file meanwhile that its time does not tell. Its parts and its digest are read apart, by several. */
function readAtRest({ path, descriptor, name, options, threads }: OpenFile): LargeReading | 'moved' | null {
  const before = fstatSync(descriptor, { bigint: true });
  const size = Number(before.size);
  const read = readerOf(descriptor);
  const identity = identityOf(before);
  const scanning = scanThreads({ path, identity }, { size, read }, threads - 1);
  // Row groups are read by the crew, which knows no files.
  const beside = threads > 1 && readers.parquet.isIn(read(0, Math.min(size, 8))) ? digestThread({ path, identity, size }) : null;
  try {
    const found = readParts({ size, read, ahead: scanning.ahead }, name, options);
    if (found === null) return null;
    const sum = beside?.digest() ?? scanning.digest() ?? digestOfOpen(size, read);
    const after = fstatSync(descriptor, { bigint: true });
    if (isChanged(before, after)) return { refusal: { is: 'changed' } };
    return mayBeChanged(before, after) ? 'moved' : { read: found, origin: { path, real: realOf(path), identity, digest: sum } };
  } finally {
    scanning.end();
    beside?.end();
  }
}

const orChanged = (found: LargeReading | 'moved' | null): LargeReading | null =>
  found === 'moved' ? { refusal: { is: 'changed' } } : found;

/** SHA-256 of all bytes. */
export function digestOfOpen(size: number, read: (from: number, to: number) => Uint8Array): string {
  const hash = createHash('sha256');
  const PIECE = 1 << 22;
  for (let at = 0; at < size; at += PIECE) hash.update(read(at, Math.min(size, at + PIECE)));
  return hash.digest('hex');
}
