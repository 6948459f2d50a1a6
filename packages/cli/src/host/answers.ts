// One file of answers as columns, or why there are none: the only place that knows how a data block's files are read. What is kept between
// readings, and what becomes of the columns, is the caller's.
import { isDuckdb, raise, readData, unreadableDataFile, type Frame, type Problem, type ReadOptions } from '@studyspec/core';
import { isDuckdbFile } from './duckdb/open.ts';
import { readDuckdb } from './duckdb/read.ts';
import { readLargeFile } from './large-file.ts';
import { readBytes, type Origin, type Reading } from './files.ts';
import { nearestFile } from './near.ts';

export interface Answers {
  readonly frame: Frame | null;
  readonly problems: readonly Problem[] /** Of the bytes that the columns were made of. */;
  readonly origin: Origin | null /** In which it was read; null where it was not. */;
  readonly encoding: string | null;
}

/** `name` is as the plan has it, `options` what it says of reading. */
export function readAnswers(options: ReadOptions, name: string, path: string, given?: Reading<Uint8Array>): Answers {
  if (given === undefined ? isDuckdbFile(path) : 'content' in given && isDuckdb(given.content)) {
    const { read, origin } = readDuckdb(path, name, options);
    return { frame: read.frame, problems: read.problems, encoding: read.encoding, origin };
  }
  const large = given === undefined ? readLargeFile(path, name, options) : null;
  if (large !== null && 'read' in large) {
    const { frame, problems, encoding } = large.read;
    return { frame, problems, encoding, origin: large.origin };
  }
  const read = large ?? given ?? readBytes(path);
  if ('refusal' in read)
    return {
      frame: null,
      origin: null,
      encoding: null,
      problems: [
        raise(unreadableDataFile, { file: name, reason: read.refusal, nearest: nearestFile(path) }, { at: 'data', data: { file: name } }),
      ],
    };
  const { origin } = read;
  const { frame, problems, encoding } = readData(read.content, name, options);
  return { frame, origin, encoding, problems };
}
