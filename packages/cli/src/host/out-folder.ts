// A folder that a report is written into. What was written is listed there with its digest, so that the next report replaces and removes
// what this one left, and nothing that anybody else put there or changed. What the files hold is the command's.
import { lstatSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { FileError } from '../base/exit.ts';
import { digestOf, removeIfEmpty, writeFiles, type OutputFile } from './files.ts';
import { reasonOf } from '../base/reason.ts';
import { said } from '../base/speech.ts';
import { holdsSomething, inputAt, refuseInput, type Inputs } from './targets.ts';

/** `name` is relative to the folder: one file, or one in a folder below, with `/` between. */
export interface FolderFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface Written {
  /** Of an earlier report, and of no declaration any more: removed. */
  readonly removed: readonly string[];
  /** The same, but changed since: left. */
  readonly left: readonly string[];
}

const LIST = '.studyspec-files.json';
const NOTE = 'What studyspec wrote here, so that it replaces and removes only that.';
/** Only such names are believed: a list that came with somebody's folder must not lead out of it, nor to what no report holds. */
export const OURS = new RegExp(
  '^(?:report\\.(?:html|docx|txt)|results\\.json|manifest\\.json|CONTENTS\\.txt|data-problems\\.csv|scores\\.(?:csv|sav|dta)|' +
    'figures/[^/\\\\]+\\.(?:svg|png))$',
  'u',
);

/**
 * Everything is looked at before anything is written; then all files are written beside their places, and put there one after the other.
 */
export async function writeFolder(folder: string, files: readonly FolderFile[], inputs: Inputs, force: boolean): Promise<Written> {
  const known = readList(folder);
  const isOurs = (name: string, digest: string): boolean => known.get(name)?.includes(digest) === true;
  const foreign: string[] = [];
  for (const { name, content } of files) {
    const path = join(folder, name);
    refuseInput(path, inputs);
    const digest = digestAt(path);
    if (digest !== null && digest !== digestOf(content) && !isOurs(name, digest)) foreign.push(name);
  }
  refuseInput(join(folder, LIST), inputs);
  if (foreign.length > 0 && !force) {
    throw new FileError(said().files.foreign(folder, foreign.slice(0, 3), Math.max(0, foreign.length - 3)));
  }
  const names = new Set(files.map((file) => file.name));
  // Of declarations that are gone. What was changed since is left unless it was said to be removed; what is read or no file is left anyway.
  const gone = [...known.keys()]
    .filter((name) => !names.has(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const digest = digestAt(path);
      if (digest === null) return [];
      return [{ name, kept: digest === NO_FILE || inputAt(path, inputs) !== null || (!force && !isOurs(name, digest)) }];
    });

  const below = [...new Set(files.flatMap(({ name }) => (name.includes('/') ? [name.slice(0, name.lastIndexOf('/'))] : [])))];
  // Until all files are in their places both the old and the new ones are ours: a run that is killed in between leaves nothing that the
  // next one must refuse. The list comes to its place before them, as the first by name.
  const fresh = new Map(files.map(({ name, content }) => [name, [digestOf(content)]]));
  const either = new Map(
    [...new Set([...known.keys(), ...fresh.keys()])].map((name) => [
      name,
      [...new Set([...(known.get(name) ?? []), ...(fresh.get(name) ?? [])])],
    ]),
  );
  await writeFiles(
    [listFile(folder, either), ...files.map(({ name, content }) => ({ path: join(folder, name), content }))],
    [folder, ...below.map((one) => join(folder, one))],
  );
  const removed = gone.filter((one) => !one.kept).map((one) => one.name);
  for (const name of removed) remove(join(folder, name));
  for (const below of new Set(removed.flatMap((name) => (name.includes('/') ? [name.slice(0, name.lastIndexOf('/'))] : []))))
    removeIfEmpty(join(folder, below));
  await writeFiles([listFile(folder, fresh)]);
  return { removed, left: gone.filter((one) => one.kept).map((one) => one.name) };
}

/** Digests that each file of ours may have; nothing where the list cannot be read, so that nothing counts as ours. */
function readList(folder: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  try {
    const { files } = JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as { readonly files?: unknown };
    for (const one of Array.isArray(files) ? (files as unknown[]) : []) {
      const { name, sha256 } = (one ?? {}) as { readonly name?: unknown; readonly sha256?: unknown };
      if (typeof name === 'string' && OURS.test(name) && Array.isArray(sha256))
        found.set(
          name,
          (sha256 as unknown[]).filter((digest) => typeof digest === 'string'),
        );
    }
  } catch {
    /* none yet, or damaged: --force begins a new one */
  }
  return found;
}

function listFile(folder: string, files: ReadonlyMap<string, readonly string[]>): OutputFile {
  const listed = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sha256]) => ({ name, sha256: [...sha256].sort() }));
  return { path: join(folder, LIST), content: `${JSON.stringify({ note: NOTE, files: listed }, null, 2)}\n` };
}

/** No digest is this. */
const NO_FILE = 'no file';

/** Of what stands under a name; null when nothing does. A link, a folder or what cannot be read is nobody's report. */
function digestAt(path: string): string | null {
  if (!holdsSomething(path)) return null;
  try {
    return lstatSync(path).isFile() ? digestOf(readFileSync(path)) : NO_FILE;
  } catch {
    return NO_FILE;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    throw new FileError(said().files.notRemoved(path, reasonOf(error)));
  }
}
