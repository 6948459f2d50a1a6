// A text table that is too large to be held in memory: read part by part, on all cores. What is read as a whole is files.ts'.
import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createHash } from 'node:crypto';
import { readParts, type FileRefusal, type ReadOptions } from '@studyspec/core';
import { kindOf } from '../base/pipes.ts';
import { refusalOf } from '../base/reason.ts';
import { identityOf, readerOf, ShorterFile } from './file-bytes.ts';
import { isChanged, mayBeChanged, realOf, type Origin } from './files.ts';
import { scanThreads, type ScanThreads } from './scan-ahead.ts';

/** Smaller files are read before threads have begun. */
const LARGE = 20 << 20;
/** More threads than this wait for the one that puts together what they found. */
const MOST_THREADS = 8;

export type LargeReading =
  | { readonly read: NonNullable<ReturnType<typeof readParts>>; readonly origin: Origin }
  | { readonly refusal: FileRefusal };

/** Null where the file is small, no text table, or has to be decoded as a whole. `threads`: all that scan, this one among them. */
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
  let scanning: ScanThreads | null = null;
  try {
    descriptor = openSync(path, 'r');
    const before = fstatSync(descriptor, { bigint: true });
    const size = Number(before.size);
    const read = readerOf(descriptor);
    const identity = identityOf(before);
    scanning = scanThreads({ path, identity }, { size, read }, threads - 1);
    const found = readParts({ size, read, ahead: scanning.ahead }, name, options);
    if (found === null) return null;
    const sum = scanning.digest() ?? digestOfOpen(size, read);
    const after = fstatSync(descriptor, { bigint: true });
    // Its time may have been set back; what was only renamed or protected is what it was.
    if (isChanged(before, after) || (mayBeChanged(before, after) && digestOfOpen(size, read) !== sum))
      return { refusal: { is: 'changed' } };
    return { read: found, origin: { path, real: realOf(path), identity, digest: sum } };
  } catch (error) {
    return { refusal: error instanceof ShorterFile ? { is: 'changed' } : refusalOf(error) };
  } finally {
    scanning?.end();
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** SHA-256 of all bytes. */
export function digestOfOpen(size: number, read: (from: number, to: number) => Uint8Array): string {
  const hash = createHash('sha256');
  const PIECE = 1 << 22;
  for (let at = 0; at < size; at += PIECE) hash.update(read(at, Math.min(size, at + PIECE)));
  return hash.digest('hex');
}
