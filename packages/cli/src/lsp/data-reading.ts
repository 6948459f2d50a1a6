// Data files as the computing thread reads them: bytes once a stamp, columns once a way of reading them, joined once a data block.
import {
  answersOf,
  respondentsRestOn,
  cellText,
  readFiles,
  schemaOf,
  type ReadOptions,
  type DataGlance,
  type Answers,
  type Frame,
  type Plan,
  type Problem,
  type Schema,
} from '@studyspec/core';
import type { StampedFile } from './compute-protocol.ts';
import { ABSENT } from './host.ts';

export interface DataReading extends Answers {
  readonly schema: Schema | null;
  /** For somebody who wants to look at them. */
  readonly glance: DataGlance | null;
  /** Paths of files that were not there when they were to be read. */
  readonly absent: readonly string[];
  /** Of all bytes and of how they were read. */
  readonly digest: string;
}

/** One file of answers as columns, or why there are none. */
export interface OneFile {
  readonly frame: Frame | null;
  readonly encoding: string | null;
  readonly absent: boolean;
  readonly problems: readonly Problem[];
  readonly digest: string;
}

/** Where the bytes come from: a disk (node/disk-source.ts), or what an editor sent (browser/). */
export interface DataSource {
  read(options: ReadOptions, file: StampedFile): OneFile;
  /** A short name for a text, another for another text. */
  digestOf(text: string): string;
}

/** Keeps the last few values: an editor has one or two studies at a time. */
function keep<T>(limit: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    known.delete(key);
    known.set(key, value);
    if (known.size > limit)
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    return value;
  };
}

export function dataReader(source: DataSource): (plan: Plan, files: readonly StampedFile[]) => DataReading {
  const single = keep<OneFile>(8);
  const whole = keep<DataReading>(4);
  return (plan, files) => {
    const data = plan.data!;
    // What was not there may have come since: it is looked for again.
    const read = readFiles(plan, files, (file, options) =>
      file.stamp === ABSENT ? source.read(options, file) : single(JSON.stringify([file, options]), () => source.read(options, file)),
    );
    // A mapped column has the data block's missing codes where its line has none of its own.
    const mapped = (data.columns ?? []).length === 0 ? null : [data.columns, data.missing];
    const digest = source.digestOf(
      JSON.stringify([
        read.map((one) => one.digest),
        data.joins,
        data.appends ?? [],
        data.either ?? [],
        mapped,
        data.id ?? null,
        plan.report.ids,
        respondentsRestOn(plan),
      ]),
    );
    return whole(digest, () => {
      const answers = answersOf(plan, read);
      const absent = files.flatMap(({ path }, at) => (read[at]!.absent ? [path] : []));
      const { frame } = answers;
      return {
        ...answers,
        schema: frame === null ? null : schemaOf(frame),
        glance: frame === null ? null : glanceAt(frame, read[0]!.encoding),
        absent,
        digest,
      };
    });
  };
}

/** So many rows are looked at. */
const FIRST = 6;

function glanceAt({ columns, rows }: Frame, encoding: string | null): DataGlance {
  return { encoding, first: Array.from({ length: Math.min(FIRST, rows) }, (_, row) => columns.map((column) => cellText(column, row))) };
}
