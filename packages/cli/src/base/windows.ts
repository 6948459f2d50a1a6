// What Windows does otherwise, as pure functions of names and of what the system is called, so that they are tested anywhere: names that it
// keeps for devices or changes silently, the roots of its paths, files that another program holds open.
import { renameSync } from 'node:fs';

/** Why Windows would not keep a file under a name. */
export type OddName = 'reserved name' | 'odd ending' | 'odd sign';

const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:\.|$)/iu;
/** A drive (`C:`), or a server with what it shares (`//server/share`). */
const ROOT = /^(?:[A-Za-z]:|[\\/]{2}[^\\/]+[\\/]+[^\\/]+)/u;

/** Of a path to be written; null where every part of it is kept as it is. Other systems know no such names. */
export function oddName(path: string, platform: NodeJS.Platform = process.platform): OddName | null {
  if (platform !== 'win32') return null;
  const parts = path.replace(ROOT, '').split(/[\\/]/u);
  if (parts.some((part) => DEVICE.test(part.trimEnd()))) return 'reserved name';
  if (parts.some((part) => /[<>:"|?*\p{Cc}]/u.test(part))) return 'odd sign';
  return parts.some((part) => /[. ]$/u.test(part) && !/^\.{1,2}$/u.test(part)) ? 'odd ending' : null;
}

/** The drive or the share that a path with `/` between its folders begins with; empty for any other. */
export const rootOf = (path: string): string => ROOT.exec(path)?.[0].toLowerCase() ?? '';

/** While a program shows a file, or a scanner reads one that was just written, Windows refuses to replace it. The latter passes. */
export const isHeld = (error: unknown, platform: NodeJS.Platform = process.platform): boolean => {
  const { code } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'EBUSY' || (platform === 'win32' && (code === 'EPERM' || code === 'EACCES'));
};

const pause = new Int32Array(new SharedArrayBuffer(4));
/** Milliseconds between tries: a second in all. */
const WAITS = [10, 20, 40, 80, 150, 300, 400];

/** Puts a file in another's place; where Windows says that it is held, again until it has been said for a second. */
export function replaceFile(
  from: string,
  to: string,
  {
    platform = process.platform,
    rename = renameSync,
    wait = (milliseconds: number): unknown => Atomics.wait(pause, 0, 0, milliseconds),
  }: { readonly platform?: NodeJS.Platform; readonly rename?: typeof renameSync; readonly wait?: (milliseconds: number) => unknown } = {},
): void {
  for (const milliseconds of platform === 'win32' ? WAITS : []) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      wait(milliseconds);
    }
  }
  rename(from, to);
}
