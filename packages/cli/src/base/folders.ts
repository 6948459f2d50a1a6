// Folders with all that lie above them. Node's own way never ends where a folder exists in which none can be made (under /proc, say).
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Throws what the file system says where it cannot be made, or where something else has its name. */
export function makeFolders(path: string, mode?: number): void {
  const options = mode === undefined ? {} : { mode };
  try {
    mkdirSync(path, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path || existsSync(above)) throw error;
    makeFolders(above, mode);
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) mkdirSync(path, options);
  }
}
