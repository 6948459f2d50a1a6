// A project in memory for tests: specs, tables and data by name, run through the same steps as terminal and server take (dsl/study).
import { raise, readData, unreadableDataFile, type CodedStudy, type Frame, type Problem, type StudyResults } from '@studyspec/core';
import { foundIn, openStudy, resultsOf, type Compiled, type World } from '@studyspec/dsl';

export interface Ran {
  readonly compiled: Compiled;
  readonly problems: readonly Problem[];
  readonly results: StudyResults | null;
  readonly coded?: CodedStudy;
  readonly frame?: Frame;
}

/** Specs and tables are texts; data files of other programs are bytes. */
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** Files by their paths. */
export const worldOf = (files: Readonly<Record<string, string | Uint8Array>>): World => ({
  text: (path) => {
    const content = Object.hasOwn(files, path) ? files[path]! : null;
    return typeof content === 'string' ? { content } : { refusal: { is: content === null ? 'missing' : 'no text' } };
  },
  answers({ name, path }, options) {
    if (Object.hasOwn(files, path)) return readData(bytesOf(files[path]!), name, options);
    const facts = { file: name, reason: { is: 'missing' } as const, nearest: null };
    return { frame: null, problems: [raise(unreadableDataFile, facts, { at: 'data', data: { file: name } })] };
  },
});

export function runProject(files: Readonly<Record<string, string | Uint8Array>>, entry: string, command: 'check' | 'run' = 'run'): Ran {
  const study = openStudy(entry, worldOf(files));
  const results = command === 'check' ? null : resultsOf(study);
  const { compiled, coded, frame } = study;
  return {
    compiled,
    problems: foundIn(study, results),
    results,
    ...(coded === null || frame === null ? {} : { coded, frame }),
  };
}
