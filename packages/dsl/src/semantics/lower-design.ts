// How respondents were drawn, as the data block says it: weight, stratum, population, margins. And what follows for the jobs of a study
// with a design: which of them are weighted, and that nothing without a weighted form stands among them.
import {
  badMarginsFile,
  cyclicDefinition,
  noDesign,
  notUnderstood,
  notWeighted,
  optionsOf,
  raise,
  readCsvCells,
  unreadableFile,
  weightedJob,
  withoutWeightedForm,
  wrongKind,
  type AnyOption,
  type DesignMargin,
  type DesignPlan,
  type BadMargins,
  type Job,
  type Where,
} from '@studyspec/core';
import type { ClauseNode, DeclarationNode } from '../syntax/ast.ts';
import { alternativesOf, atomText, columnName, figureOf } from './clauses.ts';
import { find, giveUp, type Context } from './context.ts';
import { placeOf } from './declared.ts';
import { chainToScore } from './lower-respondents.ts';
import { joinPath, plainPath } from './paths.ts';

export function lowerDesign(context: Context, node: DeclarationNode, file: string): { readonly design?: DesignPlan } {
  const byWord = new Map(node.clauses.map((clause) => [clause.word as string, clause]));
  const weight = named(context, byWord.get('weight'), file, ['number', 'indicator']);
  const stratum = named(context, byWord.get('stratum'), file, ['category', 'number', 'indicator']);
  const clause = byWord.get('population');
  const figure = clause === undefined ? null : figureOf(clause);
  const population = figure?.value ?? named(context, clause, file, ['number', 'indicator']);
  const margins = byWord.has('calibrate') ? lowerMargins(context, byWord.get('calibrate')!, file) : null;
  const stated = ['weight', 'stratum', 'population', 'calibrate'].some((word) => byWord.has(word));
  if (!stated) return {};
  return {
    design: {
      ...(weight === null ? {} : { weight }),
      ...(stratum === null ? {} : { stratum }),
      ...(population === null ? {} : { population }),
      ...(margins === null ? {} : { margins }),
    },
  };
}

/** A column, or something declared of one of these kinds. A score cannot weigh what it is made of. */
function named(context: Context, clause: ClauseNode | undefined, file: string, kinds: readonly string[]): string | null {
  if (clause === undefined || clause.shape === 'broken') return null;
  const name = columnName(clause);
  if (name === null) return null;
  const place = placeOf(file, clause.span);
  const chain = chainToScore(context, name);
  if (chain !== null) {
    context.problems.push(raise(cyclicDefinition, { chain: ['data', ...chain, 'data'], what: 'computed' }, { place }));
    return null;
  }
  const declared = context.merged.named.get(name);
  if (declared !== undefined && !kinds.includes(declared.kind)) {
    context.problems.push(raise(wrongKind, { name, found: declared.kind, expected: kinds, role: { is: 'in the design' } }, { place }));
    return null;
  }
  return name;
}

/** `region, sex from "margins.csv"`. */
function lowerMargins(context: Context, clause: ClauseNode, file: string): readonly DesignMargin[] | null {
  if (clause.shape === 'broken') return null;
  const place = placeOf(file, clause.span);
  const atoms = alternativesOf(clause).map((one) => [...one]);
  const [from, label, extra] = atoms.at(-1)?.splice(1) ?? [];
  const categories = atoms.map(([name]) => name);
  if (
    from === undefined ||
    extra !== undefined ||
    atomText(from) !== 'from' ||
    label?.kind !== 'label' ||
    atoms.some((one) => one.length !== 1) ||
    categories.some((one) => one?.kind !== 'address')
  ) {
    const found = alternativesOf(clause)
      .map((one) => one.map(atomText).join(' '))
      .join(', ');
    context.problems.push(
      raise(notUnderstood, { found, what: { is: 'file and column' }, example: 'calibrate region, sex from "margins.csv"' }, { place }),
    );
    return null;
  }
  const path = joinPath(file, plainPath(atomText(label), place, context.problems));
  const text = context.texts.get(path);
  if (text === undefined) {
    context.needs.add(path);
    return null;
  }
  if (text === null) {
    context.problems.push(raise(unreadableFile, { file: atomText(label), role: { is: 'margins' } }, { place: placeOf(file, label.span) }));
    return null;
  }
  const margins: DesignMargin[] = [];
  for (const atom of categories) {
    const declared = find(context, atomText(atom!), placeOf(file, atom!.span), ['category'], { is: 'in the design' });
    if (declared === null) return null;
    const levels = marginOf(context, { file: atomText(label), text, place: placeOf(file, label.span) }, declared.name);
    if (levels === null) return null;
    margins.push(levels);
  }
  return margins;
}

interface MarginFile {
  readonly file: string;
  readonly text: string;
  readonly place: ReturnType<typeof placeOf>;
}

/** The population of each level: by lines of category, level and count, or by a column a category and one of counts. */
function marginOf(context: Context, { file, text, place }: MarginFile, category: string): DesignMargin | null {
  const variable = context.variables.get(category);
  if (variable?.kind !== 'category') return null;
  const complain = (found: BadMargins): null => {
    context.problems.push(raise(badMarginsFile, { file, found }, { place }));
    return null;
  };
  const [heads, ...lines] = readCsvCells(text).map((line) => line.map((cell) => cell.text.trim()));
  if (heads === undefined || heads.length < 2 || lines.length === 0) return complain({ is: 'no table' });
  const own = heads.indexOf(category);
  const last = heads.length - 1;
  const counts =
    own >= 0 ? heads.findIndex((head, at) => at !== own && /^(?:population|count|n|freq|frequency|人口|总体|人数)$/iu.test(head)) : 2;
  const sums = new Map<string, number>();
  let mentioned = false;
  for (const [at, line] of lines.entries()) {
    if (line.every((cell) => cell === '')) continue;
    if (own < 0 && line[0] !== category) continue;
    mentioned = true;
    const written = own >= 0 ? line[own]! : (line[1] ?? '');
    const level = variable.levels.find(
      (one) =>
        one.name === written ||
        one.label.some((label) => label.text === written) ||
        one.codes.some(
          (code) => (code.kind === 'text' && code.text === written) || (code.kind === 'number' && String(code.value) === written),
        ),
    );
    if (level === undefined) return complain({ is: 'no level', category, level: written, names: variable.levels.map((one) => one.name) });
    const cell = line[own >= 0 && counts < 0 ? last : counts] ?? '';
    const count = cell === '' ? NaN : Number(cell.replaceAll(/[,\s](?=\d{3})/gu, ''));
    if (!(count >= 0 && count < Infinity)) return complain({ is: 'no count', line: at + 2, text: cell });
    sums.set(level.name, (sums.get(level.name) ?? 0) + count);
  }
  if (!mentioned) return complain({ is: 'no category', category, names: own < 0 ? [...new Set(lines.map((line) => line[0]!))] : heads });
  const lost = variable.levels.find((one) => !sums.has(one.name));
  if (lost !== undefined) return complain({ is: 'missing level', category, level: lost.name });
  return { category, levels: variable.levels.map(({ name }) => ({ name, population: sums.get(name)! })) };
}

/** Every job as a study with this design does it; one that has no weighted form is refused. Without a design the jobs stay as they are. */
export function designJobs<J extends Job>(context: Context, jobs: Map<string, J>, design: DesignPlan | undefined): void {
  for (const [name, job] of jobs) {
    asked(context).add(name);
    const designed = designedJob(context, job, design);
    if (designed !== null) jobs.set(name, designed as J);
    else {
      jobs.delete(name);
      giveUp(context, name);
    }
  }
}

/** The jobs of a study whose kind nobody has asked about its weights: none stands unweighted because it was forgotten. */
export function othersDesigned(context: Context, jobs: readonly Job[], design: DesignPlan | undefined): readonly Job[] {
  return jobs.flatMap((job) => (asked(context).has(job.name) ? [job] : (designedJob(context, job, design) ?? [])));
}

const askedOf = new WeakMap<Context, Set<string>>();
function asked(context: Context): Set<string> {
  const names = askedOf.get(context) ?? new Set<string>();
  askedOf.set(context, names);
  return names;
}

/** The job as the study's design has it; null where it cannot be so (reported). */
export function designedJob(context: Context, job: Job, design: DesignPlan | undefined): Job | null {
  const declared = context.merged.named.get(job.name);
  const unweighted = declared?.clauses.has('unweighted') === true;
  const at = (word: string | null): Where => {
    const clause = word === null ? undefined : declared?.clauses.get(word);
    return { place: clause === undefined ? declared!.place : placeOf(clause.file, clause.node.span) };
  };
  if (job.kind === 'regression' && job.errors.kind === 'survey' && (design === undefined || unweighted)) {
    context.problems.push(raise(noDesign, { regression: job.name }, at('errors')));
    return null;
  }
  if (unweighted) return { ...job, unweighted: true };
  if (design === undefined) return job;
  const stated = Object.values<AnyOption>(optionsOf[job.kind === 'composite' ? 'index' : job.kind]).filter(
    (option) => declared?.clauses.has(option.word) === true,
  );
  const refused = withoutWeightedForm(job, stated);
  if (refused === null) return weightedJob(job, new Set(stated.map((option) => option.word)));
  context.problems.push(raise(notWeighted, { name: job.name, kind: job.kind, word: refused.text }, at(refused.clause)));
  return null;
}
