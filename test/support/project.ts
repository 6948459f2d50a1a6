// A project in memory for tests: specs, tables and data by name, run through the same steps as terminal and server take (dsl/study).
import { raise, readCsv, unreadableDataFile, type CodedStudy, type Frame, type Problem, type StudyResults } from '@studyspec/core';
import { foundIn, openStudy, resultsOf, type Compiled, type World } from '@studyspec/dsl';

export interface Ran {
  readonly compiled: Compiled;
  readonly problems: readonly Problem[];
  readonly results: StudyResults | null;
  readonly coded?: CodedStudy;
  readonly frame?: Frame;
}

/** Files by their paths. */
export const worldOf = (files: Readonly<Record<string, string>>): World => ({
  text: (path) => (Object.hasOwn(files, path) ? { content: files[path]! } : { reason: 'there is no such file' }),
  answers({ name, path }, options) {
    if (Object.hasOwn(files, path)) return readCsv(new TextEncoder().encode(files[path]), name, options);
    const facts = { file: name, reason: 'there is no such file', nearest: null };
    return { frame: null, problems: [raise(unreadableDataFile, facts, { at: 'data', data: { file: name } })] };
  },
});

export function runProject(files: Readonly<Record<string, string>>, entry: string, command: 'check' | 'run' = 'run'): Ran {
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
