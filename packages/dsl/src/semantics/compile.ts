// From texts to a plan: parse, merge, resolve, check, lower. Synchronous and pure: what it lacks it asks for in `needs`.
import {
  byCodeUnits,
  comparisonSections,
  dataOptions,
  besideEngine,
  missingClause,
  noData,
  raise,
  shapeOfFile,
  type ComparisonPlan,
  type DataPlan,
  type DesignPlan,
  type MappedColumn,
  type Place,
  type Plan,
  type PlanPath,
  type Problem,
} from '@studyspec/core';
import { parse } from '../syntax/parse.ts';
import type { ClauseNode, DeclarationNode } from '../syntax/ast.ts';
import { reportAbsences } from './absences.ts';
import { columnName, labelOf } from './clauses.ts';
import type { Context } from './context.ts';
import { checkMissing } from './contradictions.ts';
import { placeOf, type Located } from './declared.ts';
import { checkEnds, checkTurned } from './lower-composite.ts';
import { lowerAccepted } from './lower-accepted.ts';
import { lowerReport } from './lower-report.ts';
import { checkApart, isComparison, lowerComparison } from './lower-comparison.ts';
import { lowerHypotheses, lowerPublished } from './lower-claims.ts';
import { checkCycles } from './lower-formula.ts';
import { designJobs, lowerDesign, othersDesigned } from './lower-design.ts';
import { lowerGroups } from './lower-groups.ts';
import { lowerIndices } from './lower-index.ts';
import { lowerModels } from './lower-models.ts';
import { lowerQuantities } from './lower-quantities.ts';
import { lowerRobustness } from './lower-robustness.ts';
import { lowerRespondents } from './lower-respondents.ts';
import { lowerColumns } from './lower-columns.ts';
import { lowerScales, lowerVariables } from './lower-variables.ts';
import { mergeChain, type Merged } from './merge.ts';
import { checkedValues } from './missing-values.ts';
import { lowerAppends, lowerJoins, textColumns, withEither } from './lower-files.ts';
import { engineEntries } from '../syntax/engine-words.ts';
import { joinPath, plainPath } from './paths.ts';
import { readOptionsAnyway, statingOf } from './read-option.ts';
import { placeUnmapped, reportInheritedWeights } from './replicated.ts';
import { openProject, type Reader, type SourceFile, type Texts } from './project.ts';

export type Origins = ReadonlyMap<PlanPath, Place>;

export interface Compiled {
  /** What can be executed; declarations with errors, and what depends on them, are not in it. Null without any header. */
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
  /** Further text files to load before compiling again: specs and printed tables. */
  readonly needs: readonly string[];
  readonly origins: Origins;
  /** The files of the study as far as they are known, from the first original to the file asked for. */
  readonly chain: readonly string[];
  /** Path of the data file, beside the spec that names it; null for a framework. */
  readonly dataFile: string | null;
  /** Files to be joined to it, then those whose rows stand below: as the plan names them, and their paths. */
  readonly joinFiles: readonly { readonly file: string; readonly path: string }[];
  /** Of a file that compares studies: what is to be done; then there is no plan of a study. Null where one of them cannot be compared. */
  readonly comparison: ComparisonPlan | null;
  /** Everything known of names, for look-ups after the fact (`query`, the editor). */
  readonly context: Context | null;
}

export interface CompileInput {
  readonly entry: string /** By path; null: cannot be read. */;
  readonly texts: Texts;
  readonly parse?: Reader;
  /** Of the report of a study that states none; English when left out. */
  readonly language?: string;
}

export function compile(input: CompileInput): Compiled {
  const project = openProject(input.entry, input.texts, input.parse);
  const problems: Problem[] = [...project.problems];
  const needs = new Set(project.needs);
  const chain = project.chain.map((file) => file.path);
  if (project.chain.length === 0 || needs.size > 0)
    return {
      plan: null,
      problems,
      needs: [...needs],
      origins: new Map(),
      chain,
      dataFile: null,
      joinFiles: [],
      comparison: null,
      context: null,
    };
  const merged = mergeChain(project.chain, problems);
  const context: Context = {
    language: input.language ?? 'en',
    merged,
    problems,
    origins: new Map(),
    scales: new Map(),
    variables: new Map(),
    groups: new Map(),
    indices: new Map(),
    composites: new Map(),
    turned: new Map(),
    components: new Map(),
    compares: new Map(),
    correlates: new Map(),
    regressions: new Map(),
    measurements: new Map(),
    mediations: new Map(),
    deprivations: new Map(),
    robustness: new Map(),
    comparison: null,
    absences: new Map(),
    thinned: new Map(),
    missed: new Set(),
    brokenColumns: new Set(),
    texts: input.texts,
    needs,
  };
  const own = project.chain.at(-1)!;
  checkApart(context, own.tree, own.path);
  if (isComparison(own.tree)) return compileComparison(input, context, chain);
  lowerScales(context);
  const columns = lowerColumns(context);
  lowerVariables(context);
  placeUnmapped(context, project.chain);
  lowerGroups(context);
  lowerIndices(context);
  const { design } = merged.data === null ? {} : lowerDesign(context, merged.data.node, merged.data.file);
  designJobs(context, context.indices, design);
  designJobs(context, context.composites, design);
  checkEnds(context);
  checkCycles(context);
  reportInheritedWeights(context, project.chain);
  lowerModels(context);
  checkTurned(context);
  designJobs(context, context.compares, design);
  designJobs(context, context.correlates, design);
  designJobs(context, context.regressions, design);
  designJobs(context, context.measurements, design);
  designJobs(context, context.mediations, design);
  designJobs(context, context.deprivations, design);
  const robustness = lowerRobustness(context, design);
  const quantities = lowerQuantities(context);
  const hypotheses = lowerHypotheses(context);
  const report = lowerReport(context);
  const published = lowerPublished(context, report.stars);
  const accepted = lowerAccepted(context);
  const data = lowerData(context, columns, design);
  checkMissing(context, data === null ? null : data.missing);
  reportAbsences(context);
  // Without the original nothing can be said of names: what it declares would all be missed here.
  // Nor of an empty file.
  const empty = chain.length === 1 && project.chain[0]!.tree.declarations.length === 0;
  const orphan = project.chain[0]!.header?.clauses.some((clause) => clause.word === 'replicates') === true;
  if (orphan || empty)
    return {
      plan: null,
      problems: sortProblems(project.problems),
      needs: [...needs],
      origins: context.origins,
      chain,
      dataFile: null,
      joinFiles: [],
      comparison: null,
      context,
    };
  const header = merged.header;
  const title = header === null ? [] : labelOf(header.node.label);
  // A study that only sets down what a paper printed needs no data: it is audited, not run.
  if (data === null && own.header?.kind === 'study' && merged.data === null && merged.published.length === 0) {
    problems.push(raise(noData, { title: title[0]?.text ?? '' }, { place: placeOf(own.path, own.header.kindSpan) }));
  }
  const order = [...merged.named.keys()];
  const inOrder = <T extends { readonly name: string }>(table: ReadonlyMap<string, T>): T[] => {
    const found: T[] = [];
    if (table.size > 0)
      for (const name of order) {
        const one = table.get(name);
        if (one !== undefined) found.push(one);
      }
    return found;
  };
  const plan: Plan = {
    revision: 1,
    title,
    source: lowerSource(merged.source),
    data: withEither(data, inOrder(context.variables)),
    variables: inOrder(context.variables),
    groups: inOrder(context.groups),
    jobs: othersDesigned(
      context,
      [
        ...inOrder(context.indices),
        ...inOrder(context.composites),
        ...inOrder(context.compares),
        ...inOrder(context.correlates),
        ...inOrder(context.regressions),
        ...inOrder(context.measurements),
        ...inOrder(context.mediations),
        ...inOrder(context.deprivations),
      ],
      design,
    ),
    hypotheses,
    published,
    ...(quantities.length === 0 ? {} : { quantities }),
    ...(robustness.length === 0 ? {} : { robustness }),
    report,
    ...originalOf(project.chain),
    ...guessesOf(merged),
    ...(accepted.length === 0 ? {} : { accepted }),
    seed: merged.seed?.node.range?.low.value ?? 20240914,
  };
  return {
    plan,
    problems: sortProblems(problems),
    needs: [...needs],
    origins: context.origins,
    chain,
    dataFile: data === null || data.engine !== undefined ? null : joinPath(data.from, data.file),
    joinFiles: data === null ? [] : [...data.joins, ...(data.appends ?? [])].map(({ file }) => ({ file, path: joinPath(data.from, file) })),
    comparison: null,
    context,
  };
}

/** A file that compares studies: each is compiled by itself, of the same texts. */
function compileComparison(input: CompileInput, context: Context, chain: readonly string[]): Compiled {
  const { parse: read = parse } = input;
  // One that compares studies itself is not gone into: it may lead back here.
  const lowered = lowerComparison(context, (path, text) =>
    isComparison(read(text, path).file) ? 'comparison' : compile({ ...input, entry: path }),
  );
  context.comparison = lowered;
  const quantities = lowerQuantities(context);
  const hypotheses = lowerHypotheses(context);
  const report = lowerReport(context, ['all', 'none', ...comparisonSections]);
  const studies = lowered?.members.map(({ name, label, file }) => ({ name, label, file })) ?? [];
  return {
    plan: null,
    problems: sortProblems(context.problems),
    needs: [...context.needs],
    origins: context.origins,
    chain,
    dataFile: null,
    joinFiles: [],
    comparison:
      lowered === null || !lowered.sound ? null : { name: lowered.name, label: lowered.label, studies, quantities, hypotheses, report },
    context,
  };
}

/** The study that the last of the chain replicates. */
function originalOf(chain: readonly SourceFile[]): Pick<Plan, 'replicates'> {
  const original = chain.at(-2)?.header;
  return original === undefined || original === null ? {} : { replicates: labelOf(original.label) };
}

/** Map lines in force that nobody has checked. */
function guessesOf(merged: Merged): Pick<Plan, 'guesses'> {
  const asked = [...[...merged.named.values()].map((one) => [one.name, one.asking] as const), ...merged.columns];
  const guesses = asked.flatMap(([name, asking]) => (asking?.clauses.has('guess') === true ? [name] : []));
  return guesses.length === 0 ? {} : { guesses };
}

function lowerSource(source: Located<DeclarationNode> | null): Plan['source'] {
  if (source === null) return null;
  const doi = source.node.clauses.find((clause) => clause.word === 'doi');
  return { text: source.node.label?.texts[0]?.text ?? '', doi: doi === undefined ? null : columnName(doi) };
}

function lowerData(context: Context, columns: readonly MappedColumn[], design: DesignPlan | undefined): DataPlan | null {
  const block = context.merged.data;
  if (block === null) return null;
  const { node, file } = block;
  const text = node.label?.texts[0];
  const database = engineEntries.find((one) => one.word === node.engine?.path[0]!.text);
  const engine = database?.word;
  const isFile = engine === undefined || engine === 'duckdb';
  const name = text === undefined || !isFile ? text?.text : plainPath(text.text, placeOf(file, text.span), context.problems);
  context.origins.set('data', placeOf(file, node.label?.span ?? node.kindSpan));
  if (name === undefined) {
    if (!node.broken)
      context.problems.push(
        raise(
          missingClause,
          { name: '', kind: 'data', clause: 'data "file.csv"', says: 'answers' },
          { place: placeOf(file, node.kindSpan) },
        ),
      );
    return null;
  }
  const byWord = new Map<string, ClauseNode>();
  for (const clause of node.clauses) {
    context.origins.set(`data/${clause.word}`, placeOf(file, clause.span));
    byWord.set(clause.word, clause);
    if (database !== undefined && !database.clauses.some((one) => one === clause.word))
      context.problems.push(raise(besideEngine, { word: clause.word, engine: database.word }, { place: placeOf(file, clause.wordSpan) }));
  }
  const column = (word: string): string | undefined => {
    const clause = byWord.get(word);
    return clause === undefined ? undefined : (columnName(clause) ?? undefined);
  };
  const missing = byWord.get('missing');
  const { outOfRange, lonely, ...shape } = readOptionsAnyway(context, statingOf(node, file), dataOptions);
  const optional = Object.fromEntries(
    (['encoding', 'sheet', 'table', 'id', 'cluster'] as const).flatMap((word) => {
      const value = column(word);
      return value === undefined ? [] : [[word, value]];
    }),
  );
  return {
    file: name,
    ...(engine === undefined ? {} : { engine }),
    from: file,
    ...optional,
    ...(design === undefined ? {} : { design }),
    ...(lonely.kind === 'refused' ? {} : { lonely: lonely.kind }),
    ...shapeOfFile(shape),
    missing: missing === undefined ? [] : checkedValues(context, { node: missing, file }),
    ...lowerRespondents(context, byWord.get('where'), file),
    ...textColumns(context, byWord.get('text'), file),
    outOfRange: outOfRange.kind,
    joins: lowerJoins(context, node, file),
    ...lowerAppends(context, node, file, name),
    columns,
  };
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  const rank = (problem: Problem): string => problem.place?.file ?? '';
  return [...problems].sort((a, b) => byCodeUnits(rank(a), rank(b)) || (a.place?.span.start ?? 0) - (b.place?.span.start ?? 0));
}

/** Puts a place to problems that core raised with a plan path: the path itself, or the nearest front part of it that has one. */
export function locate(problems: readonly Problem[], origins: Origins): Problem[] {
  return problems.map((problem) => {
    if (problem.place !== undefined || problem.at === undefined) return problem;
    const fixes = fixesOf(problem, origins);
    for (let path = problem.at; ; path = path.slice(0, path.lastIndexOf('/'))) {
      const place = origins.get(path);
      if (place !== undefined) return { ...problem, place, ...(fixes === null ? {} : { fixes }) };
      if (!path.includes('/')) return problem;
    }
  });
}

/** Printed cells as they would have to read, as one fix: all of them or none. */
function fixesOf(problem: Problem, origins: Origins): NonNullable<Problem['fixes']> | null {
  const edits = (problem.repairs ?? []).flatMap((repair) => {
    const place = origins.get(repair.at);
    return place === undefined ? [] : [{ ...place, text: repair.text }];
  });
  if (edits.length === 0 || edits.length < (problem.repairs?.length ?? 0)) return null;
  return [...(problem.fixes ?? []), { act: { do: 'put implied', figures: edits.map((edit) => edit.text) }, edits }];
}
