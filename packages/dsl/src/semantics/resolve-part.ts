// What follows the name of a regression or a comparison in an address: one of its outcomes, or all of them, and with several categories
// the one whose groups are meant. And what in brackets is one name of a list: an option of a question, a hypothesis.
import {
  comparedAs,
  effectsOf,
  membersOfOptions,
  nearest,
  outcomeName,
  raise,
  unknownName,
  type AddressArgument,
  type CompareJob,
  type Place,
  type RegressionJob,
  type Role,
} from '@studyspec/core';
import { membersOf, ofKinds, type Context } from './context.ts';
import { mended } from './declared.ts';
import { signatures } from './quantities.ts';

export interface Part {
  readonly kind: string;
  /** As the address has it. */
  readonly path: readonly string[];
  /** How many names of the path it takes, and the outcome by its declared name. */
  readonly taken: number;
  readonly outcome: string;
}

/** Empty where the second name is no outcome. An option goes by its own name or behind its question's, which stands for all of them. */
export function partsOf(context: Context, path: readonly string[]): readonly Part[] {
  const [first = '', second, third] = path;
  const regression = context.regressions.get(first);
  if (regression !== undefined)
    return outcomesAt(regression, second, third).map(({ outcome, taken }) => ({
      kind: 'outcome of regression',
      path: [first, outcome],
      taken,
      outcome,
    }));
  const job = context.compares.get(first);
  const parts =
    job === undefined
      ? []
      : outcomesAt(job, second, third).map(({ outcome, taken }): Part => {
          const by = job.by.length > 1 && job.by.includes(path[taken] ?? '') ? [path[taken]!] : [];
          return {
            kind: comparedAs(job, outcome),
            path: [first, outcomeName(job, outcome), ...by],
            taken: taken + by.length,
            outcome,
          };
        });
  // Of outcomes of several kinds `each` stands for those that have the number.
  const having = parts.filter(({ kind, taken }) => signatures[kind]?.some(({ name }) => name === path.slice(taken).join('.')));
  return second === 'each' && having.length > 0 ? having : parts;
}

function outcomesAt(
  job: CompareJob | RegressionJob,
  second: string | undefined,
  third: string | undefined,
): readonly { readonly outcome: string; readonly taken: number }[] {
  const { outcomes } = job;
  if (second === undefined) return [];
  if (second === 'each') return outcomes.map((outcome) => ({ outcome, taken: 2 }));
  const whole = outcomes.filter((outcome) => outcome === second || (job.kind === 'compare' && outcomeName(job, outcome) === second));
  if (whole.length > 0) return whole.map((outcome) => ({ outcome, taken: 2 }));
  const dotted = third === undefined ? [] : outcomes.filter((outcome) => outcome === `${second}.${third}`);
  if (dotted.length > 0) return dotted.map((outcome) => ({ outcome, taken: 3 }));
  return job.kind === 'compare' ? membersOfOptions(job, second).map((outcome) => ({ outcome, taken: 2 })) : [];
}

/** Names that may follow that of the declaration. */
export const partNamesOf = (job: CompareJob | RegressionJob): readonly string[] =>
  job.kind === 'compare' ? job.outcomes.map((outcome) => outcomeName(job, outcome)) : job.outcomes;

/** An option behind its question, by its own name or its whole one; `each` is all of them. */
export function resolveOption(context: Context, question: string, text: string, place: Place): readonly AddressArgument[] | null {
  const known = membersOf(context, question).map((member) => member.slice(question.length + 1));
  if (text === 'each') return known.map(named);
  const own = text.startsWith(`${question}.`) ? text.slice(question.length + 1) : text;
  return oneOf(context, own, known, { is: 'with numbers' }, place);
}

export const resolveHypothesis = (context: Context, text: string, place: Place): readonly AddressArgument[] | null =>
  oneOf(context, text, ofKinds(context, ['hypothesis']).names, { is: 'hypothesis' }, place);

const named = (name: string): AddressArgument => ({ kind: 'term', parts: [[name]] });

function oneOf(context: Context, text: string, known: readonly string[], role: Role, place: Place): readonly AddressArgument[] | null {
  if (known.includes(text)) return [named(text)];
  const near = nearest(text, known);
  context.problems.push(raise(unknownName, { name: text, role, nearest: near, known }, mended(place, near)));
  return null;
}

/** An effect of a model of groups: a category, a covariate, or a product of categories in any order; `each` is all of them. */
export function resolveEffect(context: Context, compare: string, text: string, place: Place): readonly AddressArgument[] | null {
  const job = context.compares.get(compare)!;
  const known = effectsOf(job.adjust ?? [], job.factors ?? job.by);
  const term = (name: string): AddressArgument => ({ kind: 'term', parts: name.split(':').map((part) => part.split('.')) });
  if (text === 'each') return known.map(term);
  const sorted = (name: string): string => name.split(':').sort().join(':');
  const found = known.find((name) => sorted(name) === sorted(text));
  if (found !== undefined) return [term(found)];
  const near = nearest(text, known);
  context.problems.push(raise(unknownName, { name: text, role: { is: 'with numbers' }, nearest: near, known }, mended(place, near)));
  return null;
}
