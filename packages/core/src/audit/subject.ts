// What a printed figure is of: the declaration, the level or outcome, and the quantity, read off its address.
import { comparedAs, outcomeCalled } from '../methods/compare/job.ts';
import { indexOfScore } from '../methods/plan.ts';
import type { Address } from '../contract/address.ts';
import type { PrintedStudy } from './printed-study.ts';

export interface Subject {
  readonly kind:
    | 'sample'
    | 'indicator'
    | 'number'
    | 'category'
    | 'level'
    | 'group'
    | 'index'
    | 'component'
    | 'comparison'
    | 'regression'
    | 'other';
  readonly name: string;
  /** The level, the outcome or the category after the name, as in the address: `A`, `y`, `y.sex`. */
  readonly part: string | null;
  /** Dotted: `bartlett.chi2`. */
  readonly quantity: string;
}

export function subjectOf(study: PrintedStudy, { path }: Address): Subject {
  const [name = '', second] = path;
  const rest = (from: number): string => path.slice(from).join('.');
  if (name === 'sample' && !study.variables.has(name) && path.length > 1)
    return { kind: 'sample', name, part: null, quantity: path.join('.') };
  if (path.length === 1) return { kind: name === 'sample' ? 'sample' : 'other', name, part: null, quantity: name };
  const variable = study.variables.get(name);
  if (variable?.kind === 'category' && path.length > 2 && variable.levels.some((level) => level.name === second))
    return { kind: 'level', name, part: second!, quantity: rest(2) };
  if (variable !== undefined) return { kind: variable.kind, name, part: null, quantity: rest(1) };
  if (study.plan.groups.some((group) => group.name === name)) return { kind: 'group', name, part: null, quantity: rest(1) };
  const job = study.plan.jobs.find((one) => one.name === name);
  if (job?.kind === 'index') return { kind: 'index', name, part: null, quantity: rest(1) };
  if (job?.kind === 'regression') return { kind: 'regression', name, part: second!, quantity: rest(2) };
  if (job?.kind === 'compare') {
    const by = job.by.length > 1 && job.by.includes(path[2] ?? '');
    const kind = comparedAs(job, outcomeCalled(job, second!)) === 'outcome of compare' ? 'comparison' : 'other';
    return { kind, name, part: by ? `${second!}.${path[2]!}` : second!, quantity: rest(by ? 3 : 2) };
  }
  if (study.plan.jobs.some((one) => one.kind === 'index' && one.components.some((component) => component.name === name)))
    return { kind: 'component', name, part: null, quantity: rest(1) };
  return { kind: 'other', name, part: null, quantity: rest(1) };
}

/** The ends of the scale that scores of a name are on, and the clause that is assumed for it; null when there is none. */
export interface ScoreScale {
  readonly low: number;
  readonly high: number;
  readonly assumed: string | null;
}

export function scaleOf(study: PrintedStudy, name: string): ScoreScale | null {
  const variable = study.variables.get(name);
  if (variable?.kind === 'indicator')
    return variable.scale === null ? null : { low: variable.scale.low, high: variable.scale.high, assumed: null };
  const group = study.plan.groups.find((one) => one.name === name);
  if (group !== undefined) {
    const scales = group.members.map((member) => scaleOf(study, member));
    return scales.length === 0 || scales.includes(null)
      ? null
      : { low: Math.min(...scales.map((scale) => scale!.low)), high: Math.max(...scales.map((scale) => scale!.high)), assumed: null };
  }
  const job = indexOfScore(study.plan, name);
  if (job === undefined || (job.rescale.kind !== 'range' && job.rescale.kind !== 'components')) return null;
  return { low: job.rescale.low, high: job.rescale.high, assumed: assumedClause(job, 'rescale') };
}

/** The clause of a job that the study leaves to the language's default, as it would be written; null when the study states it. */
function assumedClause(job: { readonly defaults: readonly string[] }, word: string): string | null {
  return job.defaults.find((one) => one.startsWith(`${word} `)) ?? null;
}

export const assumedClauses = (job: { readonly defaults: readonly string[] }, ...words: readonly string[]): string[] =>
  words.flatMap((word) => assumedClause(job, word) ?? []);
