// One file of answers as columns, or why there are none: the only place that knows how a data block's files are read. What is kept between
// readings, and what becomes of the columns, is the caller's.
import { nearest, raise, readData, unreadableDataFile, type Frame, type Problem, type ReadOptions } from '@studyspec/core';
import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readBytes, type Origin, type Reading } from './files.ts';

export interface Answers {
  readonly frame: Frame | null;
  readonly problems: readonly Problem[] /** Of the bytes that the columns were made of. */;
  readonly origin: Origin | null /** In which it was read; null where it was not. */;
  readonly encoding: string | null;
}

/**
 * The data block's own file is at 0; the others are those that it joins, and their problems are at their `join`. `name` is as the plan has
 * it, `options` what it says of reading.
 */
export function readAnswers(
  options: ReadOptions,
  name: string,
  path: string,
  at: number,
  read: Reading<Uint8Array> = readBytes(path),
): Answers {
  const place = at === 0 ? 'data' : `data/join/${at - 1}`;
  if ('reason' in read)
    return {
      frame: null,
      origin: null,
      encoding: null,
      problems: [
        raise(unreadableDataFile, { file: name, reason: read.reason, nearest: nearestFile(path) }, { at: place, data: { file: name } }),
      ],
    };
  const { origin } = read;
  const { frame, problems, encoding } = readData(read.content, name, options);
  return at === 0
    ? { frame, origin, encoding, problems }
    : { frame, origin, encoding, problems: problems.map((problem) => ({ ...problem, at: problem.at?.replace(/^data/u, place) ?? place })) };
}

function nearestFile(path: string): string | null {
  try {
    return nearest(basename(path), readdirSync(dirname(path)));
  } catch {
    return null;
  }
}
