// What the language server knows of the disk: stamps (did a file change?) and the studies of a folder. Reading is host/files.ts'.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A pipe or a device: whoever reads it may wait for ever, so nobody does. */
export const SPECIAL = 'special';
export const ABSENT = 'absent';

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
export function studiesBelow(root: string): string[] {
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
