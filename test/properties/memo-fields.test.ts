// A warm memory gives what a cold one gives, whatever changes: every field of everything in a plan is changed, in the order of steps that
// the computing thread takes (reading, joining, coding, executing, auditing). A field that is new in a plan does not compile here until it
// has a change of its own.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { tell, type Condition, type Plan } from '@studyspec/core';
import { compiled, unmapped, original, type Computed, cold, warmth, numbersOf, type Edit } from '../support/plan-changes.ts';
import { edits } from '../support/plan-edits.ts';

/** With a mapped column only those of it, and every third of the others, which are all made without one. */
const editsFor = (base: Plan): readonly Edit[] => edits.filter((edit, at) => base !== original || edit.mapped || at % 3 === 0);

/** Each edit that can be made of a plan, with what comes of it from cold. */
const made = (base: Plan): readonly { readonly edit: Edit; readonly plan: Plan; readonly wanted: Computed }[] =>
  editsFor(base).flatMap((edit) => {
    const plan = edit.apply(base);
    return (edit.mapped && base !== original) || isDeepStrictEqual(plan, base) || !isWhole(plan)
      ? []
      : [{ edit, plan, wanted: cold(plan) }];
  });

describe.each([
  ['without mapped columns', unmapped],
  ['with a mapped column', original],
])('a warm memory, %s', (_name, base) => {
  const first = cold(base);
  const all = made(base);
  // One memory for all of them: before each change it is of the study as it stands, whatever it has seen besides.
  const kept = warmth();
  kept(base);

  it('starts from a study that computes everything, and everything can be changed', () => {
    expect(compiled.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(first.results!.regressions.flatMap((one) => one.outcomes.flatMap((outcome) => outcome.reason ?? []))).toEqual([]);
    expect(first.results!.comparisons.flatMap((one) => one.cells.flatMap((cell) => cell.reason ?? []))).toEqual([]);
    expect(first.results!.indices.map((one) => one.kept)).toEqual([2, 1, 2]);
    const without = editsFor(base)
      .filter((edit) => edit.numbers !== null && !all.some((one) => one.edit === edit))
      .map((edit) => edit.name);
    expect(without).toEqual(base === original ? [] : edits.filter((edit) => edit.mapped).map((edit) => edit.name));
  });

  it.each(all.map((one) => [one.edit.name, one] as const))(
    '%s changes there and back as it does from cold',
    (_field, { edit, plan, wanted }) => {
      if (edit.numbers !== null) expect(isDeepStrictEqual(numbersOf(wanted), numbersOf(first))).toBe(!edit.numbers);
      expect(isDeepStrictEqual(kept(plan), wanted)).toBe(true);
      expect(isDeepStrictEqual(kept(base), first)).toBe(true);
    },
  );

  it('gives what a cold one gives from one change to the next', () => {
    const warm = warmth();
    expect(all.filter(({ plan, wanted }) => !isDeepStrictEqual(warm(plan), wanted)).map((one) => one.edit.name)).toEqual([]);
  });

  it('gives what a cold one gives after any changes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edits), { minLength: 2, maxLength: 6 }), (chain) => {
        const warm = warmth();
        let plan = base;
        for (const { apply } of chain) {
          const next = apply(plan);
          // A change may no longer make sense behind another one: a marker that is no item of the index any more.
          if (!isWhole(next)) continue;
          plan = next;
          expect(isDeepStrictEqual(warm(plan), cold(plan)), chain.map((one) => one.name).join(', ')).toBe(true);
        }
      }),
      { seed: 20240914, numRuns: 15 },
    );
  });
});

const spoken = (condition: Condition): readonly string[] => ('parts' in condition ? condition.parts.flatMap(spoken) : [condition.variable]);

/** Every name that a job speaks of is there. */
function isWhole(plan: Plan): boolean {
  const indices = plan.jobs.filter((one) => one.kind === 'index');
  const names = new Set([
    'town',
    ...[...plan.variables, ...plan.groups, ...indices, ...indices.flatMap((one) => one.components)].map((one) => one.name),
  ]);
  const known = (list: readonly string[]): boolean => list.every((name) => names.has(name));
  return (
    plan.groups.every((one) => known(one.members)) &&
    plan.jobs.every((one) => {
      switch (one.kind) {
        case 'index':
          return (
            known(one.items) &&
            one.components.every(({ marker }) => one.items.includes(marker)) &&
            one.compose.every((name) => one.components.some((component) => component.name === name)) &&
            (one.weight.kind !== 'given' ||
              one.compose.every((name) =>
                (one.weight as { readonly weights: readonly (readonly [string, number])[] }).weights.some(
                  ([component]) => component === name,
                ),
              ))
          );
        case 'compare':
          return known(one.outcomes) && known(one.by) && (one.where === null || spoken(one.where).every((name) => names.has(name)));
        case 'mediation':
          return known([one.outcome, one.predictor, ...one.mediators.map(({ name }) => name)]);
        case 'correlate':
          return known(one.variables) && known(one.controls) && (one.where === null || spoken(one.where).every((name) => names.has(name)));
        case 'regression':
          return (
            known(one.outcomes) &&
            one.terms.every(({ term }) => known(term)) &&
            (one.where === null || spoken(one.where).every((name) => names.has(name)))
          );
      }
    })
  );
}
