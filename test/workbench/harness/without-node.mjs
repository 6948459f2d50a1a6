// A machine without Node: a PATH that has every program of this one's but Node and its companions.
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HIDDEN = /^(?:node|nodejs|npm|npx|corepack|pnpm|yarn)$/u;

/** Makes the folder, and gives it as the whole PATH. The first program of a name is the one that is found, as in the PATH itself. */
export function pathWithoutNode(folder, path = process.env.PATH ?? '') {
  mkdirSync(folder);
  const taken = new Set();
  for (const place of path.split(':').filter((one) => one !== '')) {
    let names = [];
    try {
      names = readdirSync(place);
    } catch {
      // A place that is not there holds nothing.
    }
    for (const name of names) {
      if (HIDDEN.test(name) || taken.has(name)) continue;
      taken.add(name);
      symlinkSync(join(resolve(place), name), join(folder, name));
    }
  }
  return folder;
}
