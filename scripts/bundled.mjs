// Which packages of others a bundle holds, from the files that esbuild put into it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Name and version of each, in order of name. A file below `node_modules` belongs to the nearest manifest above it that has both. */
export function packagesIn(files) {
  const found = new Map();
  for (const file of files) {
    const path = /(?:^|:)((?:\.\.\/)*node_modules\/.*)$/u.exec(file)?.[1] ?? (file.includes('/node_modules/') ? file : null);
    if (path === null) continue;
    const { name, version, folder } = manifestAbove(resolve(path));
    found.set(`${name}@${version}`, { name, version, folder: folder.slice(folder.lastIndexOf('/node_modules/.pnpm/') + 1) });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

function manifestAbove(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name !== undefined && version !== undefined) return { name, version, folder };
  }
  throw new Error(`${file} is bundled and belongs to no package`);
}
