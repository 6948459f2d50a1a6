// A study as the commands get it: what dsl/study makes of the files, with the bytes that it was made of. The steps are dsl/study's; what a
// file holds is files.ts' and answers.ts'.
import { resolve } from 'node:path';
import { studyOfSums, type Answered, type Execution, type Plan, type Problem, type StudyResults } from '@studyspec/core';
import { dataFilesOf, listsOf as lists, locate, openedByEngine, openStudy, standardFrameworks, type Study as Opened } from '@studyspec/dsl';
import { otherwiseEncoded } from '../base/other-encoding.ts';
import { language } from '../base/speech.ts';
import { readAnswers } from './answers.ts';
import { hireCrew } from './crew.ts';
import { digestOf, readText, type Origin, type TextReading } from './files.ts';
import type { EngineCounts } from './engines/count.ts';
import { auditProblems } from './kept.ts';
import { noteInputs } from './recording.ts';
import { countedStudy } from './sums-files.ts';
import type { Inputs } from './targets.ts';

export { comparedListsOf, comparedOf, errorsSoFar, isComparisonFile, listsSoFar, resultsOf, type StudyProblems } from '@studyspec/dsl';

export interface Study extends Opened {
  /** Everything that was read, or should have been. */
  readonly inputs: Inputs;
  /** SHA-256 of the bytes that everything here was made of, by the names that places and the plan's files have. */
  readonly digests: ReadonlyMap<string, string>;
  /** What a database counted, where the answers are a table of it. */
  readonly counts?: EngineCounts;
}

/** Answers from elsewhere than the spec says: a part of them, or what was counted of all parts. */
export interface AnswersFrom {
  readonly part?: string;
  readonly sums?: readonly string[];
  /** What a database counted of its table. */
  readonly counts?: EngineCounts;
  /** Nothing is read of answers. */
  readonly unread?: boolean;
  /** The smallest count that a database may tell. */
  readonly threshold?: number;
}

/**
 * Reads a spec (its path as given), what it replicates, its tables and its data. Never throws: what cannot be read is a problem.
 * `instead`: texts that are not written yet, by the whole names of their files.
 */
export function loadStudy(path: string, instead: ReadonlyMap<string, string> = new Map(), from: AnswersFrom = {}): Study {
  hireCrew();
  const entry = path.replaceAll('\\', '/');
  const origins: Origin[] = [];
  const digests = new Map<string, string>();
  const keep = (name: string, origin: Origin | null): void => {
    if (origin === null) return;
    origins.push(origin);
    digests.set(name, origin.digest);
  };
  const standard = standardFrameworks.get(entry);
  if (standard !== undefined) digests.set(entry, digestOf(standard));
  // The studies of a comparison are opened one by one, and may share files.
  const known = new Map<string, TextReading>();
  const study = openStudy(entry, {
    language: language(),
    text: (file) => {
      const unwritten = instead.get(resolve(file));
      if (unwritten !== undefined) return { content: unwritten };
      const read = known.get(file) ?? readText(file);
      known.set(file, read);
      if ('refusal' in read) return read;
      keep(file, read.origin);
      return { content: read.content, said: otherwiseEncoded(file, read) };
    },
    ...(from.sums === undefined
      ? {}
      : {
          counted: (plan: Plan) => {
            const { study: found, origins: read } = countedStudy(plan, from.sums!);
            for (const origin of read) keep(origin.path, origin);
            return found;
          },
        }),
    ...(from.counts?.sums == null ? {} : { counted: (plan: Plan) => studyOfSums(plan, from.counts!.sums!, from.counts!.ranges) }),
    answers: ({ name, path: stated }, options, at) => {
      if (from.unread === true) return { frame: null, problems: [], encoding: null };
      const file = at === 0 ? (from.part ?? stated) : stated;
      const read = readAnswers(options, at === 0 ? (from.part ?? name) : name, file);
      keep(file, read.origin);
      return read;
    },
  });
  const paths = [
    ...(from.sums ?? []),
    ...(from.part === undefined ? [] : [from.part]),
    ...[...study.texts.keys()].filter((file) => !standardFrameworks.has(file)),
    ...[study, ...study.members].flatMap(({ compiled }) => dataFilesOf(compiled).map((file) => file.path)),
    ...[openedByEngine(study.compiled)].filter((path) => path !== null),
  ];
  const inputs = { origins, paths };
  noteInputs(inputs);
  const told = locate(from.counts?.problems ?? [], study.compiled.origins);
  return {
    ...study,
    problems: [...study.problems, ...told],
    inputs,
    digests,
    ...(from.counts === undefined ? {} : { counts: from.counts }),
  };
}

/** The respondents of a study that was executed. */
export const answeredBy = ({ coded, frame }: Study, results: Execution): Answered => ({ results, coded: coded!, frame: frame! });

/** The study's lists of problems; what the audit found may be kept from an earlier call. */
export const listsOf = (study: Study, results: StudyResults | null = null) => lists(study, results, auditProblems);

/** The study's one list of problems. */
export const problemsOf = (study: Study, results: StudyResults | null = null): readonly Problem[] => listsOf(study, results).problems;
