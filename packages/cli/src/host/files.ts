// Reading and writing files. A file is written whole or not at all: into a temporary file in the same folder, flushed, renamed. What may be
// written over is targets.ts'; pipes are pipes.ts'.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { makeFolders } from '../base/folders.ts';
import { decodeText, type FileRefusal } from '@studyspec/core';
import type { WritingRefusal } from '@studyspec/core/words/cli';
import { FileError } from '../base/exit.ts';
import { kindOf, openPipe, readPipe, writeAll } from '../base/pipes.ts';
import { refusalOf, tellRefusal } from '../base/reason.ts';
import { said } from '../base/speech.ts';
import { identityOf, readerOf } from './file-bytes.ts';
import { isHeld, oddName, replaceFile } from '../base/windows.ts';

/** Which file it was that was read, whatever stands under its name later. */
export interface Origin {
  /** As it was asked for. */
  readonly path: string;
  /** Links followed. */
  readonly real: string;
  /** Device and inode: the same for every hard link and every spelling of a name. Null for a pipe. */
  readonly identity: string | null;
  /** SHA-256 of the bytes that were read. */
  readonly digest: string;
}

/** A file's bytes, or why there are none. */
export type Reading<T> = { readonly content: T; readonly origin: Origin } | { readonly refusal: FileRefusal };

/** Reads a file once; what is known of it afterwards is of the bytes that were read. `read`: of a test. */
export function readBytes(path: string, read: (descriptor: number) => Uint8Array = readFileSync): Reading<Uint8Array> {
  try {
    const kind = kindOf(statSync(path));
    if (kind === 'device' || kind === 'disk') return { refusal: { is: 'device' } };
    if (kind === 'pipe') {
      const sent = readPipe(path);
      return 'refusal' in sent
        ? sent
        : { content: sent.content, origin: { path, real: resolve(path), identity: null, digest: digestOf(sent.content) } };
    }
    const descriptor = openSync(path, 'r');
    try {
      const before = fstatSync(descriptor, { bigint: true });
      const identity = identityOf(before);
      const content = read(descriptor);
      const after = fstatSync(descriptor, { bigint: true });
      const digest = digestOf(content);
      // Its time may have been set back; what was only renamed or protected is what it was.
      if (isChanged(before, after) || (mayBeChanged(before, after) && digestOf(readAgain(descriptor, content.length)) !== digest))
        return { refusal: { is: 'changed' } };
      return { content, origin: { path, real: realOf(path), identity, digest } };
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

function readAgain(descriptor: number, size: number): Uint8Array {
  try {
    return readerOf(descriptor)(0, size);
  } catch {
    return new Uint8Array(0);
  }
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

interface Stamp {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  /** Moves also when a file is renamed, linked or protected; nobody can set it back. */
  readonly ctimeNs: bigint;
}

/** Somebody wrote into a file between two looks at it, for all that is known. */
export const isChanged = (before: Stamp, after: Stamp): boolean => before.size !== after.size || before.mtimeNs !== after.mtimeNs;
/** Somebody may have written into it and set its time back. */
export const mayBeChanged = (before: Stamp, after: Stamp): boolean => isChanged(before, after) || before.ctimeNs !== after.ctimeNs;

/** A path with links followed and, where the disk knows only one, in its own spelling; of what is not there, its folder's. */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    try {
      return join(realpathSync.native(dirname(resolve(path))), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

/** A text's letters, and in which encoding they were found when that is not UTF-8. `guessed`: no mark says so. */
export type TextReading =
  | { readonly content: string; readonly encoding: string | null; readonly guessed: boolean; readonly origin: Origin }
  | { readonly refusal: FileRefusal };

/**
 * Text of a spec, a printed table or a codebook, which can name no encoding: it is recognised as that of data is. Bytes that are no letters
 * become U+FFFD.
 */
export function readText(path: string): TextReading {
  const read = readBytes(path);
  if ('refusal' in read) return read;
  const { text, encoding, guessed } = decodeText(read.content);
  return { content: text, encoding: encoding === 'utf-8' ? null : encoding, guessed, origin: read.origin };
}

export const unreadable = (file: string, refusal: FileRefusal): FileError =>
  new FileError(said().files.notRead(file, tellRefusal(refusal)));
export const unwritable = (file: string, refusal: FileRefusal | WritingRefusal): FileError =>
  new FileError(said().files.notWritten(file, tellRefusal(refusal)));

export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** How a temporary file is called; the process that made it stands in its name. */
const TEMPORARY = /^\.(.+)\.studyspec-(\d+)-\d+\.tmp$/u;

/** As much of a name as leaves room for the rest, in letters that may take three bytes each. */
const stemOf = (target: string): string => basename(target).slice(0, 60);

/** Temporary files that exist right now: removed when a signal ends the process. */
const open = new Set<string>();
let counter = 0;
/** Bytes that are written before somebody is let in who wants to end it. */
const PIECE = 1 << 22;
const flush = promisify(fsync);
/** Files that the disk is asked for together: it brings several home in the time of one. */
const AT_ONCE = 16;
const thisProcess = process.pid;

/**
 * Writes every file whole or not at all: all are written beside their targets first, then renamed in order of name. A failure removes what
 * is temporary; so does a signal, heard between two pieces of a file, which then ends the process. A kill that cannot be caught leaves
 * at most a `.NAME.studyspec-PID-N.tmp`, never part of a target, and the next writing of the same file removes it. `folders`: made for the
 * files, and taken back where none of them comes to its place.
 */
export async function writeFiles(files: readonly OutputFile[], folders: readonly string[] = []): Promise<void> {
  const waiting: { temporary: string; target: string; flushed: Promise<Flushed> }[] = [];
  catchSignals();
  try {
    for (const folder of folders) makeFolder(folder);
    for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
      const target = targetOf(file.path);
      if (target === null) writeThrough(file);
      else {
        removeLeftOver(target.path);
        await waiting.at(-AT_ONCE)?.flushed;
        waiting.push({ ...(await writeBeside(target.path, target.mode, file)), target: target.path });
      }
    }
    for (const { flushed } of waiting) {
      const { failed } = await flushed;
      if (failed !== null) throw failed;
    }
    made.length = 0;
    for (const { temporary, target } of waiting) {
      try {
        replaceFile(temporary, target);
      } catch (error) {
        throw unwritable(target, isHeld(error) ? { is: 'in use' } : refusalOf(error));
      }
      open.delete(temporary);
    }
    // A signal that came meanwhile is heard now: without this it would be lost.
    await letIn();
  } finally {
    // Windows removes nothing that is open.
    for (const { flushed } of waiting) await flushed;
    removeTemporary();
    removeMade();
    releaseSignals();
  }
}

function makeFolder(path: string): void {
  refuseOddName(path);
  // Of a folder in folders that are not there either, the outermost first.
  const missing: string[] = [];
  for (let at = path; !existsSync(at) && !missing.includes(at); at = dirname(at)) missing.unshift(at);
  made.push(...missing);
  try {
    makeFolders(path);
  } catch (error) {
    const reason = tellRefusal((error as NodeJS.ErrnoException).code === 'EEXIST' ? { is: 'taken name' } : refusalOf(error));
    throw new FileError(said().files.noFolder(path, reason));
  }
}

export function removeIfEmpty(path: string): void {
  try {
    if (readdirSync(path).length === 0) rmdirSync(path);
  } catch {
    /* a folder more does no harm */
  }
}

/** A name that Windows would not keep is refused before anything is written: `NUL.html` would take the report and hold nothing. */
function refuseOddName(path: string): void {
  const odd = oddName(path);
  if (odd !== null) throw unwritable(path, { is: odd });
}

/** Where a path really leads, and the permissions to keep. Null for a pipe or a device, which cannot be replaced. */
function targetOf(path: string): { path: string; mode: number } | null {
  refuseOddName(path);
  try {
    const target = realpathSync(path);
    const stat = statSync(target);
    if (stat.isDirectory()) throw unwritable(path, { is: 'folder' });
    if (kindOf(stat) === 'disk') throw unwritable(path, { is: 'disk' });
    // Replacing needs a right on the folder only: that a file is protected has to be seen here.
    if (stat.isFile() && (stat.mode & 0o222) === 0) throw unwritable(path, { is: 'write-protected' });
    return stat.isFile() ? { path: target, mode: stat.mode & 0o777 } : null;
  } catch (error) {
    if (error instanceof FileError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path, mode: 0o666 };
    throw unwritable(path, refusalOf(error));
  }
}

/** Signals and the like are heard between two turns of the event loop. */
const letIn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** On the disk and closed, or why not. */
interface Flushed {
  readonly failed: FileError | null;
}

async function writeBeside(
  target: string,
  mode: number,
  file: OutputFile,
): Promise<{ readonly temporary: string; readonly flushed: Promise<Flushed> }> {
  const temporary = join(dirname(target), `.${stemOf(target)}.studyspec-${process.pid}-${counter++}.tmp`);
  const refused = (error: unknown): FileError =>
    unwritable(file.path, (error as NodeJS.ErrnoException).code === 'ENOENT' ? { is: 'missing folder' } : refusalOf(error));
  try {
    const descriptor = openSync(temporary, 'wx', mode);
    open.add(temporary);
    try {
      const bytes = typeof file.content === 'string' ? Buffer.from(file.content) : file.content;
      for (let at = 0; at < bytes.length; at += PIECE) {
        writeAll(descriptor, bytes.subarray(at, at + PIECE));
        await letIn();
      }
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
    return { temporary, flushed: flushAndClose(descriptor, refused) };
  } catch (error) {
    throw refused(error);
  }
}

async function flushAndClose(descriptor: number, refused: (error: unknown) => FileError): Promise<Flushed> {
  try {
    try {
      await flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
    return { failed: null };
  } catch (error) {
    return { failed: refused(error) };
  }
}

function writeThrough(file: OutputFile): void {
  try {
    const descriptor = kindOf(statSync(file.path)) === 'pipe' ? openPipe(file.path) : openSync(file.path, 'w');
    if (descriptor === null) throw unwritable(file.path, { is: 'unread pipe' });
    try {
      writeAll(descriptor, file.content);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof FileError) throw error;
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw unwritable(file.path, refusalOf(error));
  }
}

/** What a process that was killed while it wrote this file left beside it. */
function removeLeftOver(target: string): void {
  const folder = dirname(target);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, of, process] = TEMPORARY.exec(name) ?? [];
    const path = join(folder, name);
    // In a container the process that was killed may have had the number of this one.
    if (of !== stemOf(target) || open.has(path) || (Number(process) !== thisProcess && isAlive(Number(process)))) continue;
    try {
      unlinkSync(path);
    } catch {
      /* another run removed it, or it is not ours to remove */
    }
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Folders that are taken back when nothing is written in the end, outer ones first; none once files are in their places. */
const made: string[] = [];
function removeMade(): void {
  for (const folder of made.splice(0).reverse()) removeIfEmpty(folder);
}

function removeTemporary(): void {
  for (const path of open) {
    try {
      unlinkSync(path);
    } catch {
      /* already gone: nothing is left to remove */
    }
  }
  open.clear();
}

// Signals are caught only while there are temporary files and folders; at all other times they end the process at once, as they should.
function onSignal(signal: NodeJS.Signals): void {
  removeTemporary();
  removeMade();
  releaseSignals();
  process.kill(process.pid, signal);
}
function catchSignals(): void {
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onSignal);
}
function releaseSignals(): void {
  process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
}
