// A study as the commands get it: the spec with every file it needs, its data with the files joined to it, coded. The only place that runs
// the compile loop.
import {
  assemble,
  codeStudy,
  execute,
  howToRead,
  idleAcceptances,
  listProblems,
  listStated,
  otherEncoding,
  raise,
  unreadableFile,
  type CodedStudy,
  type CsvOptions,
  type Execution,
  type Frame,
  type Problem,
  type StudyResults,
} from '@studyspec/core';
import { compile, locate, parse, standardFrameworks, type Compiled, type Parsed } from '@studyspec/dsl';
import { hasErrors } from '../render/diagnostics.ts';
import { readAnswers } from './answers.ts';
import { digestOf, readText, type Origin, type TextReading } from './files.ts';
import { auditProblems } from './kept.ts';
import { noteInputs } from './recording.ts';
import type { Inputs } from './targets.ts';

export interface Study {
  /** As given, with `/` between folders. */
  readonly entry: string;
  /** Every text that was read, by the name that places use. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly compiled: Compiled;
  readonly frame: Frame | null;
  readonly coded: CodedStudy | null;
  /** Of the spec and of the data, placed, as they were found; the list that a reader gets is `problemsOf`. */
  readonly problems: readonly Problem[];
  /** Everything that was read, or should have been. */
  readonly inputs: Inputs;
  /** SHA-256 of the bytes that everything here was made of, by the names that places and the plan's files have. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Reads a spec, what it replicates, its tables and its data. Never throws: what cannot be read is a problem. */
export function loadStudy(path: string): Study {
  const study = readStudy(path);
  noteInputs(study.inputs);
  return study;
}

function readStudy(path: string): Study {
  const entry = path.replaceAll('\\', '/');
  const texts = new Map<string, string | null>();
  // A built-in framework can be asked for by its name: `studyspec check std:social-integration`.
  const standard = standardFrameworks.get(entry);
  const origins: Origin[] = [];
  const digests = new Map<string, string>();
  const keep = (name: string, origin: Origin | null): void => {
    if (origin === null) return;
    origins.push(origin);
    digests.set(name, origin.digest);
  };
  const first = standard === undefined ? readText(entry) : { content: standard };
  if ('reason' in first) {
    const problem = {
      ...raise(unreadableFile, { file: path, role: `the spec: ${first.reason}` }),
      place: { file: entry, span: { start: 0, end: 0 } },
    };
    texts.set(entry, null);
    return {
      entry,
      texts,
      compiled: compile({ entry, texts }),
      frame: null,
      coded: null,
      problems: [problem],
      inputs: { origins, paths: [path] },
      digests,
    };
  }
  texts.set(entry, first.content);
  const said: Problem[] = 'origin' in first ? otherwiseEncoded(entry, first) : [];
  if ('origin' in first) keep(entry, first.origin);
  else digests.set(entry, digestOf(first.content));
  // Texts do not change while a study is loaded, so each is parsed once.
  const parsed = new Map<string, Parsed>();
  const once = (text: string, file: string): Parsed => {
    const known = parsed.get(file) ?? parse(text, file);
    parsed.set(file, known);
    return known;
  };
  let compiled = compile({ entry, texts, parse: once });
  // Each round adds at least one text, and a text is asked for once: the loop ends.
  for (let wanted = missingOf(compiled, texts); wanted.length > 0; wanted = missingOf(compiled, texts)) {
    for (const file of wanted) {
      const read = readText(file);
      texts.set(file, 'reason' in read ? null : read.content);
      said.push(...otherwiseEncoded(file, read));
      if ('origin' in read) keep(file, read.origin);
    }
    compiled = compile({ entry, texts, parse: once });
  }
  const plan = compiled.plan;
  // The language's own frameworks are texts like any other: problems in them are shown with their line.
  for (const { place } of compiled.problems)
    if (place !== undefined && !texts.has(place.file)) texts.set(place.file, standardFrameworks.get(place.file) ?? null);
  const readings = plan === null ? [] : howToRead(plan);
  const data = plan?.data == null || compiled.dataFile === null ? null : readAnswers(readings[0]!, plan.data.file, compiled.dataFile, 0);
  const joins = data === null || data.frame === null ? null : readJoins(compiled, readings);
  const assembled =
    plan?.data == null || data === null || data.frame === null || joins === null ? null : assemble(plan.data, data.frame, joins.frames);
  if (compiled.dataFile !== null) keep(compiled.dataFile, data?.origin ?? null);
  for (const { path: joined, origin } of joins?.read ?? []) keep(joined, origin);
  const own = assembled === null || plan === null ? null : codeStudy(plan, assembled.frame);
  const coded = own === null || assembled === null ? null : { ...own, dataProblems: [...assembled.dataProblems, ...own.dataProblems] };
  const placed = locate(
    [...(data?.problems ?? []), ...(joins?.problems ?? []), ...(assembled?.problems ?? []), ...(coded?.problems ?? [])],
    compiled.origins,
  );
  const paths = [
    ...[...texts.keys()].filter((file) => !standardFrameworks.has(file)),
    ...(compiled.dataFile === null ? [] : [compiled.dataFile]),
    ...compiled.joinFiles.map((one) => one.path),
  ];
  return {
    entry,
    texts,
    compiled,
    frame: assembled?.frame ?? null,
    coded,
    problems: [...said, ...compiled.problems, ...placed],
    inputs: { origins, paths },
    digests,
  };
}

/** Said at the head of a text that is in another encoding than UTF-8. */
export function otherwiseEncoded(file: string, read: TextReading): Problem[] {
  if ('reason' in read || read.encoding === null) return [];
  return [raise(otherEncoding, { file, encoding: read.encoding, guessed: read.guessed }, { place: { file, span: { start: 0, end: 0 } } })];
}

/** Executes the plan; null for a study that has errors or no data: nothing is computed from what is not sound. */
export function resultsOf({ compiled: { plan }, coded, frame, problems }: Study): Execution | null {
  return plan === null || coded === null || frame === null || hasErrors(problems) ? null : execute(plan, coded, frame);
}

/** What a reader is shown of what was found: the study's one list, and what the author accepts with a reason. */
export interface StudyProblems {
  readonly problems: readonly Problem[];
  readonly stated: readonly Problem[];
}

/** Of spec and data, of the study's printed figures, and of `results` where it was executed. */
export function listsOf(study: Study, results: StudyResults | null = null): StudyProblems {
  const { plan, origins } = study.compiled;
  const printed = plan === null || plan.published.length === 0 ? [] : auditProblems(plan);
  const found = [...study.problems, ...locate([...printed, ...(results?.problems ?? [])], origins)];
  const all = plan === null || results === null ? found : [...found, ...locate(idleAcceptances(found, plan), origins)];
  const files = [...study.texts.keys()];
  return { problems: listProblems(all, plan, files), stated: listStated(all, plan, files) };
}

/** Errors that stand behind what has been computed so far; whether figures of a paper agree is no error of a number. */
export function errorsSoFar(study: Study, results: Execution): readonly Problem[] {
  const raised = results.raised().filter((problem) => problem.severity === 'error' && !problem.code.startsWith('SS7'));
  return listProblems(locate(raised, study.compiled.origins), study.compiled.plan, [...study.texts.keys()]);
}

/** The study's one list of problems. */
export function problemsOf(study: Study, results: StudyResults | null = null): readonly Problem[] {
  return listsOf(study, results).problems;
}

function missingOf(compiled: Compiled, texts: ReadonlyMap<string, string | null>): string[] {
  return compiled.needs.filter((file) => !texts.has(file));
}

/** The files that the data block joins, by the names that the plan has for them. */
function readJoins(
  compiled: Compiled,
  readings: readonly CsvOptions[],
): {
  frames: readonly (Frame | null)[];
  problems: readonly Problem[];
  read: readonly { readonly path: string; readonly origin: Origin | null }[];
} {
  const read = compiled.joinFiles.map(({ file, path }, index) => ({ path, ...readAnswers(readings[index + 1]!, file, path, index + 1) }));
  return { frames: read.map(({ frame }) => frame), problems: read.flatMap(({ problems }) => problems), read };
}
