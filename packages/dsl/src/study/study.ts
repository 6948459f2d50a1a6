// A study from its files to its one list of problems: texts → plan → answers → coded → numbers → audit → places. The one home of these
// steps, given a world that reads; the editor's engine takes the same ones, each remembered until what it rests on changes.
import { joinPath } from '../semantics/paths.ts';
import {
  answersFor,
  auditOf,
  codeAnswers,
  execute,
  idleAcceptances,
  listProblems,
  listStated,
  notComparable,
  raise,
  readFiles,
  runComparison,
  unreadableFile,
  type CodedStudy,
  type ComparedStudy,
  type CompareOptions,
  type ComparisonResults,
  type CsvOptions,
  type DataFile,
  type Execution,
  type FileReading,
  type Frame,
  type Plan,
  type Problem,
  type StudyResults,
  type FileRefusal,
  withoutIds,
} from '@studyspec/core';
import { compile, locate, type Compiled } from '../semantics/compile.ts';
import type { LoweredComparison } from '../semantics/lower-comparison.ts';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import { parse, type Parsed } from '../syntax/parse.ts';

/** What a study is read from. Neither throws. */
export interface World {
  /** In which whoever reads it reads; the study may state another. English when left out. */
  readonly language?: string;
  /** A spec or a printed table; `said`: what is to be told of how it was read. */
  readonly text: (path: string) => { readonly content: string; readonly said?: readonly Problem[] } | { readonly refusal: FileRefusal };
  /** A file of answers (at 0) or one that is joined to it, as the plan names it. */
  readonly answers: (file: DataFile, options: CsvOptions, at: number) => FileReading;
  /** Where the rows are elsewhere: what was counted of them, in the place of any file of answers. */
  readonly counted?: (plan: Plan) => { readonly coded: CodedStudy; readonly frame: Frame };
}

export interface Study {
  readonly entry: string;
  /** Every text that was read, by the name that places use; null is one that cannot be read. */
  readonly texts: ReadonlyMap<string, string | null>;
  readonly compiled: Compiled;
  readonly frame: Frame | null;
  readonly coded: CodedStudy | null;
  /** Of a file that compares studies: each of them, opened by itself, in order; of a study none. */
  readonly members: readonly Study[];
  /** Of the spec and of the data, placed, as they were found; the list that a reader gets is `listsOf`. */
  readonly problems: readonly Problem[];
}

/** Reads a spec, what it replicates, its tables and its data. What cannot be read is a problem. */
export function openStudy(entry: string, world: World): Study {
  const texts = new Map<string, string | null>();
  const said: Problem[] = [];
  // A built-in framework can be asked for by its name: `studyspec check std:social-integration`.
  const standard = standardFrameworks.get(entry);
  const first = standard === undefined ? world.text(entry) : { content: standard };
  texts.set(entry, 'refusal' in first ? null : first.content);
  if ('refusal' in first) {
    const place = { file: entry, span: { start: 0, end: 0 } };
    const problem = raise(unreadableFile, { file: entry, role: { is: 'spec', reason: first.refusal } }, { place });
    return { entry, texts, compiled: compile({ entry, texts }), frame: null, coded: null, members: [], problems: [problem] };
  }
  said.push(...(first.said ?? []));
  // Texts do not change while a study is loaded, so each is parsed once.
  const parsed = new Map<string, Parsed>();
  const once = (text: string, file: string): Parsed => {
    const known = parsed.get(file) ?? parse(text, file);
    parsed.set(file, known);
    return known;
  };
  let compiled = compile({ entry, texts, parse: once, ...spokenIn(world) });
  // Each round adds at least one text, and a text is asked for once: the loop ends.
  for (let wanted = lacking(compiled, texts); wanted.length > 0; wanted = lacking(compiled, texts)) {
    for (const file of wanted) {
      const read = world.text(file);
      texts.set(file, 'refusal' in read ? null : read.content);
      if ('said' in read) said.push(...(read.said ?? []));
    }
    compiled = compile({ entry, texts, parse: once, ...spokenIn(world) });
  }
  // The language's own frameworks are texts like any other: problems in them are shown with their line.
  for (const { place } of compiled.problems)
    if (place !== undefined && !texts.has(place.file)) texts.set(place.file, standardFrameworks.get(place.file) ?? null);
  const { plan } = compiled;
  const files = dataFilesOf(compiled);
  const counted = plan === null || plan.data === null ? undefined : world.counted?.(plan);
  const answers =
    plan === null || files.length === 0 || counted !== undefined ? null : answersFor(plan, readFiles(plan, files, world.answers));
  const frame = counted?.frame ?? answers?.frame ?? null;
  const coded = counted?.coded ?? (plan === null || answers === null || frame === null ? null : codeAnswers(plan, { ...answers, frame }));
  const placed = locate([...(answers?.problems ?? []), ...(coded?.problems ?? [])], compiled.origins);
  const opened = { entry, texts, compiled, frame, coded, members: [], problems: [...said, ...compiled.problems, ...placed] };
  return compiled.context?.comparison == null ? opened : withMembers(opened, compiled.context.comparison, world);
}

/** What stops a study of a comparison, told at its line; its own errors, from wherever they are, beside it. */
function withMembers(study: Study, { members }: LoweredComparison, world: World): Study {
  const problems = [...study.problems];
  const texts = new Map(study.texts);
  const opened = members.flatMap(({ name, file, path, place, compiled }) => {
    if (compiled?.plan == null) return [];
    const one = openStudy(path, world);
    const errors = one.problems.filter((problem) => problem.severity === 'error');
    const known = new Set(problems.map((problem) => JSON.stringify(problem)));
    if (errors.length > 0 && !hasErrors(compiled.problems))
      problems.push(raise(notComparable, { name, file, why: { is: 'errors', errors: errors.length } }, { place }));
    problems.push(...errors.filter((problem) => !known.has(JSON.stringify(problem))));
    return [one];
  });
  for (const member of opened) for (const [file, text] of member.texts) if (!texts.has(file)) texts.set(file, text);
  return { ...study, texts, members: opened, problems };
}

const spokenIn = ({ language }: World): { readonly language?: string } => (language === undefined ? {} : { language });

function lacking(compiled: Compiled, texts: ReadonlyMap<string, string | null>): string[] {
  return compiled.needs.filter((file) => !texts.has(file));
}

/** The file of answers and those joined to it; none for a framework, or while texts are lacking. */
export function dataFilesOf({ plan, dataFile, joinFiles }: Compiled): readonly DataFile[] {
  return plan === null || plan.data === null || dataFile === null
    ? []
    : [{ name: plan.data.file, path: dataFile }, ...joinFiles.map(({ file, path }) => ({ name: file, path }))];
}

/** Path of the file that a database opens by itself; null where the answers stand on a server, or are read from files. */
export function openedByEngine({ plan }: Compiled): string | null {
  return plan?.data?.engine === 'duckdb' ? joinPath(plan.data.from, plan.data.file) : null;
}

const hasErrors = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'error');

/** Executes the plan; null for a study that has errors or no data: nothing is computed from what is not sound. */
export function resultsOf({ compiled: { plan }, coded, frame, problems }: Study): Execution | null {
  return plan === null || coded === null || frame === null || hasErrors(problems) ? null : execute(plan, coded, frame);
}

/** Executes a file that compares studies; null where one of them, or the file, has errors. */
export function comparedOf(
  { compiled: { comparison, origins }, members, problems }: Study,
  options: CompareOptions = {},
): ComparisonResults | null {
  if (comparison === null || hasErrors(problems) || members.length < comparison.studies.length) return null;
  const studies: ComparedStudy[] = [];
  for (const [at, { name }] of comparison.studies.entries()) {
    const member = hiding(members[at]!, comparison.report.cells);
    const results = resultsOf(member);
    if (results === null) return null;
    studies.push({ name, plan: member.compiled.plan!, coded: member.coded!, frame: member.frame!, results });
  }
  const found = runComparison(comparison, studies, options);
  return { ...found, problems: locate(found.problems, origins) };
}

/** What the file that compares a study hides, the study hides too, however little it would hide by itself. */
function hiding(member: Study, least: number | undefined): Study {
  const { plan } = member.compiled;
  if (plan === null || least === undefined || least <= (plan.report.cells ?? 0)) return member;
  return { ...member, compiled: { ...member.compiled, plan: { ...plan, report: { ...plan.report, cells: least } } } };
}

/** Whether the file compares studies, soundly or not. */
export const isComparisonFile = ({ compiled }: Pick<Study, 'compiled'>): boolean => compiled.context?.comparison != null;

/** What is wrong with the file, the errors of its studies, and what came of its claims. What studies warn of is their own to tell. */
export function comparedListsOf(study: Study, results: ComparisonResults | null): StudyProblems {
  const all = [...study.problems, ...(results?.problems ?? [])];
  const found = study.compiled.comparison?.report.ids === 'hidden' ? all.map((problem) => withoutIds(problem, null)) : all;
  return { problems: listProblems(found, null, [...study.texts.keys()]), stated: [] };
}

/** What a reader is shown of what was found: the study's one list, and what the author accepts with a reason. */
export interface StudyProblems {
  readonly problems: readonly Problem[];
  readonly stated: readonly Problem[];
}

/** How the printed figures of a plan are audited: the host may keep what came of it. */
export type Auditor = (plan: Plan) => readonly Problem[];

const audited: Auditor = (plan) => auditOf(plan).problems;

/** Of spec and data, of the study's printed figures, and of `results` where it was executed: placed, as they were found. */
export function foundIn(study: Study, results: StudyResults | null, audit: Auditor = audited): readonly Problem[] {
  const { plan, origins } = study.compiled;
  const printed = plan === null || plan.published.length === 0 ? [] : audit(plan);
  const found = [...study.problems, ...locate([...printed, ...(results?.problems ?? [])], origins)];
  return plan === null || results === null ? found : [...found, ...locate(idleAcceptances(found, plan), origins)];
}

/** The same as the two lists that a reader gets. */
export function listsOf(study: Study, results: StudyResults | null = null, audit: Auditor = audited): StudyProblems {
  const found = foundIn(study, results, audit);
  const files = [...study.texts.keys()];
  const { plan } = study.compiled;
  return { problems: listProblems(found, plan, files), stated: listStated(found, plan, files) };
}

/** The lists of what was found so far: nothing is computed for them. Printed figures are not audited, and no acceptance is idle yet. */
export function listsSoFar(study: Study, results: Execution): StudyProblems {
  const { plan, origins } = study.compiled;
  const found = [...study.problems, ...locate(results.raised(), origins)];
  const files = [...study.texts.keys()];
  return { problems: listProblems(found, plan, files), stated: listStated(found, plan, files) };
}

/** Errors that stand behind what has been computed so far; whether figures of a paper agree is no error of a number. */
export function errorsSoFar(study: Study, results: Execution): readonly Problem[] {
  const raised = results.raised().filter((problem) => problem.severity === 'error' && !problem.code.startsWith('SS7'));
  return listProblems(locate(raised, study.compiled.origins), study.compiled.plan, [...study.texts.keys()]);
}
