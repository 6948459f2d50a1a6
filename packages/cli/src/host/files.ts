// Reading and writing files. A file is written whole or not at all: into a temporary file in the same folder, flushed, renamed.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decodeText } from '@studyspec/core';
import { FileError } from './exit.ts';

/** A file's bytes, or why there are none, as part of a sentence: "there is no such file". */
export type Reading<T> = { readonly content: T } | { readonly reason: string };

export function readBytes(path: string): Reading<Uint8Array> {
  try {
    return { content: readFileSync(path) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** A text's letters, and in which encoding they were found when that is not UTF-8. `guessed`: no mark says so. */
export type TextReading = { readonly content: string; readonly encoding: string | null; readonly guessed: boolean } | { readonly reason: string };

/** Text of a spec, a printed table or a codebook, which can name no encoding: it is recognised as that of data is. Bytes that are no letters become U+FFFD. */
export function readText(path: string): TextReading {
  const read = readBytes(path);
  if ('reason' in read) return read;
  const { text, encoding, guessed } = decodeText(read.content);
  return { content: text, encoding: encoding === 'utf-8' ? null : encoding, guessed };
}

export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  switch (code) {
    case 'ENOENT': return 'there is no such file';
    case 'EISDIR': return 'it is a folder';
    case 'ENOTDIR': return 'a part of its path is not a folder';
    case 'EACCES': case 'EPERM': return 'this account may not open it';
    case 'ENOSPC': return 'the disk is full';
    case 'EROFS': return 'the disk may not be written to';
    case 'ENAMETOOLONG': return 'its name is too long';
    case 'ERR_FS_FILE_TOO_LARGE': return 'it is larger than 2 GiB';
    default: return code ?? (error instanceof Error ? error.message : 'for an unknown reason');
  }
}

export interface OutputFile { readonly path: string; readonly content: string | Uint8Array }

/** Temporary files that exist right now: removed when a signal ends the process. */
const open = new Set<string>();
let counter = 0;

/**
 * Writes every file whole or not at all: all are written beside their targets first, then renamed in order of name. A failure or a signal
 * removes what is temporary; a kill that cannot be caught leaves at most a `.NAME.studyspec-PID-N.tmp`, never part of a target.
 */
export function writeFiles(files: readonly OutputFile[]): void {
  const waiting: { temporary: string; target: string }[] = [];
  catchSignals();
  try {
    for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
      const target = targetOf(file.path);
      if (target === null) writeThrough(file);
      else waiting.push({ temporary: writeBeside(target.path, target.mode, file), target: target.path });
    }
    for (const { temporary, target } of waiting) {
      try {
        renameSync(temporary, target);
      } catch (error) {
        throw new FileError(`"${target}" cannot be written: ${reasonOf(error)}.`);
      }
      open.delete(temporary);
    }
  } finally {
    removeTemporary();
    releaseSignals();
  }
}

export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FileError(`The folder "${path}" cannot be made: ${(error as NodeJS.ErrnoException).code === 'EEXIST' ? 'there is a file of that name' : reasonOf(error)}.`);
  }
}

/** Where a path really leads, and the permissions to keep. Null for a pipe or a device, which cannot be replaced. */
function targetOf(path: string): { path: string; mode: number } | null {
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    if (stat.isDirectory()) throw new FileError(`"${path}" cannot be written: it is a folder.`);
    return stat.isFile() ? { path: target, mode: stat.mode & 0o777 } : null;
  } catch (error) {
    if (error instanceof FileError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path, mode: 0o666 };
    throw new FileError(`"${path}" cannot be written: ${reasonOf(error)}.`);
  }
}

function writeBeside(target: string, mode: number, file: OutputFile): string {
  const temporary = join(dirname(target), `.${basename(target).slice(0, 120)}.studyspec-${process.pid}-${counter++}.tmp`);
  try {
    const descriptor = openSync(temporary, 'wx', mode);
    open.add(temporary);
    try {
      writeAll(descriptor, file.content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
    throw new FileError(`"${file.path}" cannot be written: ${reason}.`);
  }
  return temporary;
}

function writeThrough(file: OutputFile): void {
  try {
    const descriptor = openSync(file.path, 'w');
    try {
      writeAll(descriptor, file.content);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw new FileError(`"${file.path}" cannot be written: ${reasonOf(error)}.`);
  }
}

function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

function removeTemporary(): void {
  for (const path of open) {
    try { unlinkSync(path); } catch { /* already gone: nothing is left to remove */ }
  }
  open.clear();
}

// Signals are caught only while temporary files exist; at all other times they end the process at once, as they should.
function onSignal(signal: NodeJS.Signals): void {
  removeTemporary();
  releaseSignals();
  process.kill(process.pid, signal);
}
function catchSignals(): void {
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
}
function releaseSignals(): void {
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
}
