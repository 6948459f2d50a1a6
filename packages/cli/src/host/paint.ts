// Pictures as points: painted by threads beside (paint-worker.ts), kept in the cache folder by what they are painted from, so that a
// picture that did not change is painted once. What has no letter in the fonts that ship is told.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { figuresIn, pictureZoom, withDensity, type ReportDocument } from '@studyspec/core';
import { said } from '../base/speech.ts';
import { keptBytes } from './kept.ts';
import { tell } from './output.ts';
import { showDoing } from './progress.ts';
import type { PaintReply, PaintRequest } from './paint-worker.ts';

/** Points of an inch in print. */
const DENSITY = 300;
/** A thread is worth its beginning from so many pictures on. */
const PICTURES_A_THREAD = 3;

/** PNG by drawing, of every picture in a document; it begins at once, and is waited for where it is needed. */
export const paintedOf = (document: ReportDocument): Promise<ReadonlyMap<string, Uint8Array>> =>
  paintedDrawings(figuresIn(document).map(({ svg }) => svg));

/** The same of drawings as files of their own. */
export async function paintedDrawings(all: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawings = [...new Set(all)];
  if (drawings.length === 0) return new Map();
  await tellUnknown(drawings);
  const painted = new Map<string, Uint8Array>();
  const missing = drawings.filter((svg) => {
    const kept = keptBytes('png', `${DENSITY} ${svg}`);
    if (kept !== null) painted.set(svg, kept);
    return kept === null;
  });
  const made = missing.length === 0 ? [] : await paint(missing);
  for (const [at, png] of made.entries()) {
    painted.set(missing[at]!, png);
    keptBytes('png', `${DENSITY} ${missing[at]!}`, png);
  }
  return painted;
}

function paint(drawings: readonly string[]): Promise<readonly Uint8Array[]> {
  const folder = paintFolder();
  const threads = Math.max(1, Math.min(availableParallelism(), 4, Math.ceil(drawings.length / PICTURES_A_THREAD)));
  const workers = Array.from({ length: threads }, () => new Worker(join(folder, 'paint-worker.mjs'), { workerData: { folder } }));
  const done: Uint8Array[] = [];
  let [next, left] = [0, drawings.length];
  return new Promise<readonly Uint8Array[]>((resolve, reject) => {
    const feed = (worker: Worker): void => {
      if (next >= drawings.length) return;
      const svg = drawings[next]!;
      worker.postMessage({ ticket: next, svg, zoom: pictureZoom(svg, DENSITY) } satisfies PaintRequest);
      next += 1;
    };
    for (const worker of workers) {
      worker.on('message', ({ ticket, png }: PaintReply) => {
        done[ticket] = withDensity(png, DENSITY);
        left -= 1;
        showDoing({ is: 'painting', done: drawings.length - left, of: drawings.length });
        if (left === 0) resolve(done);
        else feed(worker);
      });
      worker.on('error', reject);
      feed(worker);
    }
  }).finally(() => {
    for (const worker of workers) void worker.terminate();
  });
}

/** Beside the program, wherever that is bundled to; of its sources, where the last build put it. */
function paintFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const places = [join(here, 'paint'), join(here, '..', 'paint'), join(here, '..', '..', 'dist', 'paint')];
  return places.find((place) => existsSync(join(place, 'paint-worker.mjs'))) ?? places[0]!;
}

async function tellUnknown(drawings: readonly string[]): Promise<void> {
  const ranges = JSON.parse(readFileSync(join(paintFolder(), 'signs.json'), 'utf8')) as readonly (readonly [number, number])[];
  const known = (sign: string): boolean => {
    const code = sign.codePointAt(0)!;
    return ranges.some(([first, last]) => first <= code && code <= last);
  };
  const texts = drawings.flatMap((svg) => [...svg.matchAll(/>([^<]+)<\/(?:text|tspan)>/gu)].map((found) => found[1]!));
  const unknown = [...new Set(texts.join(''))].filter((sign) => !known(sign));
  if (unknown.length > 0) await tell(`${said().written.unpainted(unknown)}\n`);
}
