// A study as the commands get it: the spec with every file it needs, its data with the files joined to it, coded. The only place that runs the compile loop.
import { assemble, auditOf, codeStudy, raise, howToRead, unreadableFile, type CodedStudy, type CsvOptions, type Frame, type Problem } from '@studyspec/core';
import { compile, locate, parse, standardFrameworks, type Compiled, type Parsed } from '@studyspec/dsl';
import { readAnswers } from './answers.ts';
import { digestOf, readText, type Origin } from './files.ts';
import type { Inputs } from './targets.ts';

export interface Study {
  /** As given, with `/` between folders. */
  readonly entry: string;
  /** Every text that was read, by the name that places use. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly compiled: Compiled;
  readonly frame: Frame | null;
  readonly coded: CodedStudy | null;
  /** Of the spec and of the data, placed and in order of text. What its printed figures contradict is `auditedProblems`. */
  readonly problems: readonly Problem[];
  /** Everything that was read, or should have been. */
  readonly inputs: Inputs;
  /** SHA-256 of the bytes that everything here was made of, by the names that places and the plan's files have. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Reads a spec, what it replicates, its tables and its data. Never throws: what cannot be read is a problem. */
export function loadStudy(path: string): Study {
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
    const problem = { ...raise(unreadableFile, { file: path, role: `the spec: ${first.reason}` }), place: { file: entry, span: { start: 0, end: 0 } } };
    texts.set(entry, null);
    return { entry, texts, compiled: compile({ entry, texts }), frame: null, coded: null, problems: [problem], inputs: { origins, paths: [path] }, digests };
  }
  texts.set(entry, first.content);
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
      if ('origin' in read) keep(file, read.origin);
    }
    compiled = compile({ entry, texts, parse: once });
  }
  const plan = compiled.plan;
  // The language's own frameworks are texts like any other: problems in them are shown with their line.
  for (const { place } of compiled.problems) if (place !== undefined && !texts.has(place.file)) texts.set(place.file, standardFrameworks.get(place.file) ?? null);
  const readings = plan === null ? [] : howToRead(plan);
  const data = plan?.data == null || compiled.dataFile === null ? null : readAnswers(readings[0]!, plan.data.file, compiled.dataFile, 0);
  const joins = data === null || data.frame === null ? null : readJoins(compiled, readings);
  const assembled = plan?.data == null || data === null || data.frame === null || joins === null ? null : assemble(plan.data, data.frame, joins.frames);
  if (compiled.dataFile !== null) keep(compiled.dataFile, data?.origin ?? null);
  for (const { path: joined, origin } of joins?.read ?? []) keep(joined, origin);
  const own = assembled === null || plan === null ? null : codeStudy(plan, assembled.frame);
  const coded = own === null || assembled === null ? null : { ...own, dataProblems: [...assembled.dataProblems, ...own.dataProblems] };
  const placed = locate([...(data?.problems ?? []), ...(joins?.problems ?? []), ...(assembled?.problems ?? []), ...(coded?.problems ?? [])], compiled.origins);
  const paths = [...[...texts.keys()].filter((file) => !standardFrameworks.has(file)), ...(compiled.dataFile === null ? [] : [compiled.dataFile]), ...compiled.joinFiles.map((one) => one.path)];
  return { entry, texts, compiled, frame: assembled?.frame ?? null, coded, problems: inOrder([...compiled.problems, ...placed], texts), inputs: { origins, paths }, digests };
}

/** Problems that executing the plan raised, placed and merged with those of the study. */
export function withProblems(study: Study, found: readonly Problem[]): readonly Problem[] {
  return inOrder([...study.problems, ...locate(found, study.compiled.origins)], study.texts);
}

/** The study's problems with those of its printed figures among them. `found`: what executing it raised. */
export function auditedProblems(study: Study, found: readonly Problem[] = []): readonly Problem[] {
  const plan = study.compiled.plan;
  return plan === null || plan.published.length === 0 ? withProblems(study, found) : withProblems(study, [...auditOf(plan).problems, ...found]);
}

function missingOf(compiled: Compiled, texts: ReadonlyMap<string, string | null>): string[] {
  return compiled.needs.filter((file) => !texts.has(file));
}

/** The files that the data block joins, by the names that the plan has for them. */
function readJoins(compiled: Compiled, readings: readonly CsvOptions[]): { frames: readonly (Frame | null)[]; problems: readonly Problem[]; read: readonly { readonly path: string; readonly origin: Origin | null }[] } {
  const read = compiled.joinFiles.map(({ file, path }, index) => ({ path, ...readAnswers(readings[index + 1]!, file, path, index + 1) }));
  return { frames: read.map(({ frame }) => frame), problems: read.flatMap(({ problems }) => problems), read };
}

/** By file (the one asked for first), then by place; a problem that was found twice is told once. */
function inOrder(problems: readonly Problem[], texts: ReadonlyMap<string, string | null>): Problem[] {
  const rank = new Map([...texts.keys()].map((file, index) => [file, index]));
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const key = JSON.stringify([problem.code, problem.message, problem.place, problem.data]);
      return !seen.has(key) && seen.add(key);
    })
    .map((problem, index) => ({ problem, index, file: problem.place === undefined ? Infinity : rank.get(problem.place.file) ?? texts.size, start: problem.place?.span.start ?? 0 }))
    .sort((a, b) => (a.file === b.file ? a.start - b.start || a.index - b.index : a.file - b.file))
    .map((entry) => entry.problem);
}
