// Files of sums: read, checked against the spec, merged; and written. What they hold and mean is core's.
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  dataDigest,
  mergeRanges,
  mergeSums,
  readSums,
  relativeVariables,
  samePart,
  studyOfSums,
  tablesFor,
  type CountedStudy,
  type CountedSums,
  type Plan,
  type Ranges,
  type SumsFile,
} from '@studyspec/core';
import { CallError, FileError } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { readBytes, unreadable, type Origin } from './files.ts';

/** As text, or as bytes where its name asks for them packed. */
export const packed = (path: string, text: string): string | Uint8Array => (path.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);

/** A file of sums as it is called: what is in it is looked at when it is read. */
export const isSumsFile = (path: string): boolean => /\.(?:sums|ranges)(?:\.gz)?$/u.test(path);

export function readSumsFile(path: string): { readonly file: SumsFile; readonly origin: Origin } {
  const read = readBytes(path);
  if ('refusal' in read) throw unreadable(path, read.refusal);
  const { content, origin } = read;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content);
  } catch {
    throw new FileError(said().sums.foreign(path));
  }
  const file = readSums(text);
  if (!('refusal' in file)) return { file, origin };
  const { refusal } = file;
  switch (refusal.is) {
    case 'foreign':
      throw new FileError(said().sums.foreign(path));
    case 'newer':
      throw new FileError(said().sums.newer(path, refusal.version));
    case 'edited':
      throw new FileError(said().sums.edited(path));
    case 'damaged':
      throw new FileError(said().sums.damaged(path, refusal.line));
  }
}

export interface Merged {
  readonly sums: CountedSums;
  /** What later rounds have told, one for each. */
  readonly ranges: readonly Ranges[];
  readonly origins: readonly Origin[];
}

/** All parts as one, whatever their order. */
export function mergedSums(plan: Plan, paths: readonly string[]): Merged {
  if (plan.data?.design !== undefined) throw new CallError(said().sums.weighted);
  const read = paths.map((path) => ({ path, ...readSumsFile(path) }));
  const digest = dataDigest(plan);
  const sums: CountedSums[] = [];
  const counted: string[] = [];
  const ranges: Ranges[] = [];
  for (const { path, file } of read) {
    if (file.holds === 'question') throw new CallError(said().sums.isQuestion(path));
    const own = file.holds === 'counts' ? file.sums.digest : file.ranges.digest;
    if (own !== digest) throw new CallError(said().sums.otherSpec(path));
    if (file.holds === 'counts') {
      const before = sums.findIndex((one) => samePart(one, file.sums));
      if (before >= 0) throw new CallError(said().sums.samePart(counted[before]!, path));
      sums.push(file.sums);
      counted.push(path);
    } else ranges.push(file.ranges);
  }
  if (sums.length === 0) throw new CallError(said().sums.noCounts);
  const relative = relativeVariables(plan);
  const each = mergeSums(sums, relative);
  // Houses may compute different things, as long as each has counted what this study needs.
  const all =
    each === 'other tables'
      ? mergeSums(
          sums.map((one) => tablesFor(plan, one)),
          relative,
        )
      : each;
  if (typeof all === 'string') throw new CallError(said().sums.unmergeable);
  const ends = mergeRanges(ranges);
  // Ends of some parts are none of all.
  const lacking = ends.find(({ parts }) => parts.join() !== all.parts.join());
  if (lacking !== undefined) throw new CallError(said().sums.partsLack(all.parts.length, lacking.parts.length));
  return { sums: all, ranges: ends, origins: read.map(({ origin }) => origin) };
}

export function countedStudy(plan: Plan, paths: readonly string[]): { readonly study: CountedStudy; readonly origins: readonly Origin[] } {
  const { sums, ranges, origins } = mergedSums(plan, paths);
  return { study: studyOfSums(plan, sums, ranges), origins };
}
