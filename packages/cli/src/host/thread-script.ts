// Where the scripts of threads are that help with large files.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the program, wherever that is bundled to; of its sources, where the last build put it. Null where it is nowhere. */
export function threadScript(name: string): string | null {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const places = [join(here, 'scan'), join(here, '..', 'scan'), join(here, '..', '..', 'dist', 'scan')];
  return places.map((place) => join(place, name)).find((file) => existsSync(file)) ?? null;
}
