// Of a file that compares studies, in the editor: what may follow in an address of it, what a number of it is, which study a line names.
// Read off the studies' texts; its numbers are computed in the terminal.
import { comparisonQuantitiesOf, formatAddress } from '@studyspec/core';
import { toAddress } from '../syntax/address.ts';
import type { AddressNode } from '../syntax/ast.ts';
import type { ComparedMember, LoweredComparison } from '../semantics/lower-comparison.ts';
import { comparedOutcomes, comparedSignatures, comparedThing, comparedThings, namesFor } from '../semantics/resolve-compared.ts';
import { argumentList, type Candidate } from './entities.ts';
import { code, escape } from './markdown.ts';
import type { Snapshot } from './snapshot.ts';
import { contains } from './tree.ts';
import { told, wordsOf } from './words.ts';

/** The comparison that the first name of a path means. */
export function comparisonOf(s: Snapshot, path: readonly string[]): LoweredComparison | null {
  const comparison = s.study.compiled.context?.comparison ?? null;
  return comparison !== null && comparison.name === path[0] ? comparison : null;
}

/** What may follow the dot behind a path. */
export function partsOfCompared(s: Snapshot, comparison: LoweredComparison, path: readonly string[]): Candidate[] {
  const words = wordsOf(s);
  if (path.length === 1)
    return comparedThings(comparison).map(({ name, kind }): Candidate => ({ text: name, kind: 'declaration', detail: words.kind(kind) }));
  const found = comparedThing(comparison, path.slice(1));
  if (found === null) return [];
  if (found.thing.kind === 'regression')
    return comparedOutcomes(comparison, found.thing.name).map(
      (name): Candidate => ({ text: name, kind: 'declaration', detail: words.completion.part('outcome') }),
    );
  const rest = path.slice(1 + found.taken);
  const begun = rest.length === 0 ? '' : `${rest.join('.')}.`;
  return comparedSignatures[found.thing.kind]
    .filter(({ name }) => name.startsWith(begun))
    .map(
      ({ name, args, doc }): Candidate => ({
        text: name.slice(begun.length),
        kind: 'quantity',
        detail: argumentList(words, args),
        documentation: told(s, doc),
        ...(args.length > 0 ? { args } : {}),
      }),
    );
}

/** What fits the brackets behind a path, at a position. */
export function argumentsOfCompared(s: Snapshot, comparison: LoweredComparison, path: readonly string[], position: number): Candidate[] {
  const found = comparedThing(comparison, path.slice(1));
  if (found === null) return [];
  const quantity = path.slice(1 + found.taken).join('.');
  const all = comparedSignatures[found.thing.kind].filter(({ name }) => name === quantity);
  const words = wordsOf(s);
  const out = new Map<string, Candidate>();
  for (const { args, later } of all) {
    const kind = args[position];
    if (kind === undefined) continue;
    const names = kind === 'term' ? termsOf(comparison, found.thing.name) : namesFor(comparison, found.thing.name, kind, later);
    for (const name of names) out.set(name, { text: name, kind: 'declaration', detail: words.completion.argument(kind) });
    if (kind !== 'term') out.set('each', { text: 'each', kind: 'argument', detail: words.completion.part('everything that fits') });
  }
  return [...out.values()];
}

/** Terms of a regression, as the first study that has it states them. */
function termsOf({ members }: LoweredComparison, regression: string): readonly string[] {
  for (const { compiled } of members) {
    const job = compiled?.context?.regressions.get(regression);
    if (job === undefined) continue;
    return job.terms.flatMap(({ term }) => {
      const variable = term.length === 1 ? compiled!.context!.variables.get(term[0]!) : undefined;
      return variable?.kind === 'category'
        ? variable.levels.flatMap(({ name }) => (name === variable.reference ? [] : [`${term[0]!}.${name}`]))
        : [term.join(':')];
    });
  }
  return [];
}

/** What a number of a comparison is, with its formula and source. */
export function comparedMarkdown(s: Snapshot, node: AddressNode): string | null {
  const path = node.path.map((name) => name.text);
  const comparison = comparisonOf(s, path);
  const found = comparison === null ? null : comparedThing(comparison, path.slice(1));
  if (found === null) return null;
  const quantity = path.slice(1 + found.taken).join('.');
  const named = comparedSignatures[found.thing.kind].filter(({ name }) => name === quantity);
  const one = named.find(({ args }) => args.length === (node.args?.length ?? 0)) ?? named[0];
  if (one === undefined) return null;
  const entries: Readonly<Record<string, { readonly formula: unknown; readonly source?: string }>> = comparisonQuantitiesOf[one.of];
  const { formula, source } = entries[one.key]!;
  return [
    `**${escape(told(s, one.doc))}** · ${code(formatAddress(toAddress(node)))}`,
    typeof formula === 'string' ? `${code(told(s, formula))}  \n*${escape(told(s, source ?? ''))}*` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The study that a line of the comparison names, where the offset is on its name or its file. */
export function memberAt(s: Snapshot, offset: number): ComparedMember | null {
  const { context } = s.study.compiled;
  const comparison = context?.comparison ?? null;
  if (comparison === null) return null;
  return (
    comparison.members.find(({ name, place }) => {
      const line = context!.origins.get(`${comparison.name}/${name}`);
      return place.file === s.file.path && line !== undefined && (contains(place.span, offset) || contains(line.span, offset));
    }) ?? null
  );
}

export function memberMarkdown(s: Snapshot, { name, file, compiled }: ComparedMember): string {
  const plan = compiled?.plan ?? null;
  const { hover } = wordsOf(s);
  const title = plan?.title[0]?.text ?? '';
  const errors = compiled?.problems.filter((problem) => problem.severity === 'error').length ?? 0;
  return [
    hover.study(code(name), code(file)),
    title === '' ? '' : escape(title),
    plan === null ? '' : hover.size(plan.variables.length, plan.jobs.length),
    errors === 0 ? '' : hover.errors(errors),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
