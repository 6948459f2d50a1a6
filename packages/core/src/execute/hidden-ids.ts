// `report { ids hidden }`: what names a respondent is taken out where answers enter the program, so that nothing behind it has it:
// problems, answers that could not be used, scores, results. Respondents then have the numbers of their rows, as in a study without `id`.
import type { DataProblem } from '../data/data-problem.ts';
import type { Plan } from '../methods/plan.ts';
import { duplicateId } from '../problems/data/duplicate-id.ts';
import { inexactKeys } from '../problems/data/inexact-keys.ts';
import { lookAlikeKeys } from '../problems/data/look-alike-keys.ts';
import { shortenedKeys } from '../problems/data/shortened-keys.ts';
import type { Fact, Facts, Problem } from '../problems/problem.ts';
import { joinDuplicateKey } from '../problems/replication/join-duplicate-key.ts';
import { joinUnmatched } from '../problems/replication/join-unmatched.ts';

/** Stands for an id. */
export const HIDDEN_ID = '…';

export const idsAreHidden = ({ report }: Pick<Plan, 'report'>): boolean => report.ids === 'hidden';

/** Problems that quote keys: ids, where the key is the id. */
const ofKeys = new Set<string>(
  [duplicateId, inexactKeys, lookAlikeKeys, shortenedKeys, joinDuplicateKey, joinUnmatched].map(({ code }) => code),
);
const QUOTED = new Set(['id', 'first', 'second', 'example', 'value', 'values', 'nearest', 'known', 'alike']);

/** `column`: the one with the ids; undefined where there is none; null for whatever is a key, of several studies. */
export function withoutIds(problem: Problem, column: string | null | undefined): Problem {
  const { data, parts } = problem;
  const facts = problem.facts as Facts & { readonly column?: Fact; readonly key?: Fact };
  const isKey = column === null || facts.column === column || facts.key === column;
  const isOfKeys = ofKeys.has(problem.code) && (problem.code === duplicateId.code || isKey);
  const isOfIds = isOfKeys || (data?.value !== undefined && data.column === column);
  const { id: _, ...place } = data ?? {};
  return {
    ...problem,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]): [string, Fact] => {
        if (isOfIds && QUOTED.has(name)) return [name, covered(fact)];
        return [name, name === 'id' && typeof fact === 'string' ? null : fact];
      }),
    ),
    ...(data === undefined
      ? {}
      : { data: { ...place, file: data.file, ...(data.value !== undefined && isOfIds ? { value: HIDDEN_ID } : {}) } }),
    ...(parts === undefined ? {} : { parts: parts.map((part) => withoutIds(part, column)) }),
  };
}

/** Texts in it, but not the counts beside them. */
function covered(fact: Fact): Fact {
  if (typeof fact === 'string') return HIDDEN_ID;
  if (Array.isArray(fact)) return fact.map(covered);
  return typeof fact === 'object' && fact !== null
    ? Object.fromEntries(Object.entries(fact).map(([name, one]): [string, Fact] => [name, covered(one)]))
    : fact;
}

export const withoutId = (problem: DataProblem, column: string | undefined): DataProblem => ({
  ...problem,
  id: null,
  ...(problem.column === column ? { value: HIDDEN_ID } : {}),
});
