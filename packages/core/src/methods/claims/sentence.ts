// What was claimed, printed and marked, as sentences have it. The words stand in words/<language>/methods.
import { labelText } from '../../contract/label-text.ts';
import { formatThreshold } from '../../show/format.ts';
import type { Prose } from '../prose.ts';

/** `version`: of the program; empty where nobody says it. */
export function closingSentences({ words, context }: Prose, version: string): readonly string[] {
  const { plan, language, stars } = context;
  const named = (all: readonly { readonly name: string; readonly label: typeof plan.title }[]): string[] =>
    all.map((one) => labelText(one.label, language, one.name));
  const sorted = [...stars].sort((a, b) => b - a);
  const tested = plan.jobs.some(({ kind }) => kind !== 'composite' && kind !== 'deprivation');
  const chance = plan.jobs.some((job) => job.kind === 'index') ? String(plan.seed) : null;
  return [
    ...(plan.quantities === undefined ? [] : [words.quantities(named(plan.quantities))]),
    ...(plan.hypotheses.length === 0 ? [] : [words.hypotheses(named(plan.hypotheses))]),
    ...(tested && sorted.length > 0
      ? [words.stars(words.list(sorted.map((level, at) => words.star('*'.repeat(at + 1), formatThreshold(level)))))]
      : []),
    ...(plan.published.length === 0 ? [] : [words.printed(words.list(plan.published.map((one) => labelText(one.label, language))))]),
    ...(chance === null ? [] : [words.chance(chance)]),
    ...(plan.report.cells === undefined ? [] : [words.cells(String(plan.report.cells))]),
    words.software(version),
  ];
}
