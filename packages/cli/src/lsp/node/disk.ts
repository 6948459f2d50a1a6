// The files of a machine, as the language server asks for them: stamps (did a file change?), texts, the studies of a folder. Reading is
// host/files.ts'.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readText } from '../../host/files.ts';
import { ABSENT, SPECIAL, type Files } from '../host.ts';

/** Changes whenever the file does, as far as its folder entry tells. */
export function stampOf(path: string): string {
  try {
    const stat = statSync(path);
    if (!stat.isFile() && !stat.isDirectory()) return SPECIAL;
    const { mtimeMs, ctimeMs, size, ino } = stat;
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return ABSENT;
  }
}

const skipped: ReadonlySet<string> = new Set(['node_modules', 'dist', 'build', 'out', '__pycache__']);
/** A home folder opened by mistake must not be walked through to its end. */
const MOST_FOLDERS = 2000;
const MOST_STUDIES = 500;

/** Every `.study` file below the folder, breadth first, hidden folders left out. */
function studiesBelow(root: string): string[] {
  const found: string[] = [];
  const folders = [root];
  for (let at = 0; at < folders.length && at < MOST_FOLDERS && found.length < MOST_STUDIES; at += 1) {
    let entries;
    try {
      entries = readdirSync(folders[at]!, { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const path = join(folders[at]!, entry.name).replaceAll('\\', '/');
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path);
      else if (entry.isFile() && entry.name.endsWith('.study')) found.push(path);
    }
  }
  return found;
}

export const disk: Files = {
  // Whatever is on the disk can be read at once.
  fetched: () => null,
  listed: () => null,
  refreshed: () => null,
  stampOf,
  readText,
  readBytes(path, most) {
    try {
      return stampOf(path) !== SPECIAL && statSync(path).size <= most ? readFileSync(path) : null;
    } catch {
      // It is gone, or may not be read.
      return null;
    }
  },
  studiesBelow,
  within: resolve,
};
