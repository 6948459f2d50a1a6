// The folder in which StudySpec keeps what it would otherwise make again: compiled code, audits, whole outputs. Every entry stands under
// the digest of all it depends on, begins with the digest of its own content and is not believed without it; what cannot be kept is made
// again. The folder is bounded: what was not used longest goes first. Nothing here ever fails a command.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, renameSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolders } from './folders.ts';

export interface CacheFolder {
  readonly path: string;
  /** The entry's content; null where there is none, or none that is whole. */
  read(name: string): Buffer | null;
  write(name: string, content: Uint8Array): void;
}

/** Bytes that the folder may hold, of all builds together. */
export const MOST_BYTES = 268_435_456;
const DIGEST = 64;
/** Whoever writes an entry is done long before. */
const LEFT_OVER = 600_000;

export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Where the system keeps such things; `STUDYSPEC_CACHE` names another folder, or `off`. */
export function placeOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | null {
  const wanted = env['STUDYSPEC_CACHE'];
  if (wanted !== undefined && wanted !== '') return wanted === 'off' ? null : isAbsolute(wanted) ? wanted : null;
  const own =
    platform === 'win32'
      ? env['LOCALAPPDATA']
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches')
        : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  return own === undefined || !isAbsolute(own) ? null : join(own, 'studyspec');
}

/** The part of the folder that belongs to one build; null where nothing is to be kept. */
export function cacheFolder(build: string, place: string | null): CacheFolder | null {
  if (place === null) return null;
  const path = join(place, build);
  return {
    path,
    read(name) {
      const file = join(path, name);
      try {
        const whole = readFileSync(file);
        const content = whole.subarray(DIGEST);
        if (digest(content) !== whole.subarray(0, DIGEST).toString('latin1')) {
          unlinkSync(file);
          return null;
        }
        const now = new Date();
        utimesSync(file, now, now);
        return content;
      } catch {
        return null;
      }
    },
    write(name, content) {
      const temporary = join(path, `${name}.${process.pid}.tmp`);
      try {
        makeFolders(path, 0o700);
        writeFileSync(temporary, Buffer.concat([Buffer.from(digest(content), 'latin1'), content]), { mode: 0o600 });
        renameSync(temporary, join(path, name));
        tidy(place);
      } catch {
        try {
          unlinkSync(temporary);
        } catch {
          /* it was never made */
        }
      }
    },
  };
}

/** Brings the folder back to half its bound once it is beyond it, oldest use first; builds of which nothing is left go whole. */
export function tidy(place: string, most: number = MOST_BYTES): void {
  const files: { readonly path: string; readonly size: number; readonly used: number }[] = [];
  const builds = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{16}$/u.test(entry.name))
    .map((entry) => join(place, entry.name));
  for (const build of builds) {
    for (const name of readdirSync(build)) {
      // Of a process that was killed while it wrote.
      if (/\.\d+\.tmp$/u.test(name) && (statSync(join(build, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - LEFT_OVER) {
        rmSync(join(build, name), { force: true });
        continue;
      }
      const stat = statSync(join(build, name), { throwIfNoEntry: false });
      if (stat !== undefined) files.push({ path: join(build, name), size: stat.size, used: stat.mtimeMs });
    }
  }
  let total = files.reduce((sum, file) => sum + file.size, 0);
  if (total <= most) return;
  for (const file of files.sort((a, b) => a.used - b.used)) {
    if (total <= most / 2) break;
    unlinkSync(file.path);
    total -= file.size;
  }
  for (const build of builds) if (readdirSync(build).length === 0) rmSync(build, { recursive: true, force: true });
}
