// A data file as the computing thread reads it: bytes once a stamp, columns once a way of reading them.
import { raise, readCsv, schemaOf, unreadableDataFile, type Frame, type Plan, type Problem, type Schema } from '@studyspec/core';
import { createHash } from 'node:crypto';
import { readBytes } from '../host/files.ts';
import { nearestFile } from '../host/session.ts';

export interface DataReading { readonly frame: Frame | null; readonly schema: Schema | null; readonly problems: readonly Problem[]; /** Of the bytes and of how they were read. */ readonly digest: string }

/** Remembers the last few readings: an editor has one or two data files at a time. */
export function dataReader(limit = 3): (plan: Plan, path: string, stamp: string) => DataReading {
  const known = new Map<string, DataReading>();
  return (plan, path, stamp) => {
    const data = plan.data!;
    const how = JSON.stringify([data.file, data.encoding ?? null, data.id ?? null]);
    const key = `${path}\n${stamp}\n${how}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = read();
    known.set(key, reading);
    if (known.size > limit) for (const oldest of known.keys()) { known.delete(oldest); break; }
    return reading;

    function read(): DataReading {
      const bytes = readBytes(path);
      if ('reason' in bytes) {
        const problem = raise(unreadableDataFile, { file: data.file, reason: bytes.reason, nearest: nearestFile(path) }, { at: 'data', data: { file: data.file } });
        return { frame: null, schema: null, problems: [problem], digest: `unreadable ${how} ${bytes.reason}` };
      }
      const { frame, problems } = readCsv(bytes.content, data.file, { text: data.id === undefined ? [] : [data.id], ...(data.encoding === undefined ? {} : { encoding: data.encoding }) });
      return { frame, schema: frame === null ? null : schemaOf(frame), problems, digest: createHash('sha256').update(bytes.content).update(how).digest('hex') };
    }
  };
}
