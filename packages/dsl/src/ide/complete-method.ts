// What goes with a regression's method: columns and errors that it has, outcomes that it explains, predictors whose slopes may vary.
import { columnsOfMethod, errorsOfMethod, methodKinds, type MethodKind } from '@studyspec/core';
import type { ClauseDraft, DeclarationDraft } from '../syntax/draft.ts';
import { namesIn } from './complete-names.ts';
import { bodyOf } from './cursor.ts';
import { explainsLevels } from '../semantics/lower-method.ts';

const clauseWith = (owner: DeclarationDraft | undefined, word: string): ClauseDraft | undefined =>
  owner === undefined
    ? undefined
    : [...owner.clauses, ...bodyOf(owner)].find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === word);

/** As far as the text says. */
function methodOf(owner: DeclarationDraft | undefined): { readonly kind: MethodKind; readonly firth: boolean } {
  const words = (clauseWith(owner, 'method')?.value ?? []).map((token) => token.image);
  return { kind: methodKinds.find((kind) => kind === words[0]) ?? 'linear', firth: words.includes('firth') };
}

/** May this stand behind `show` or `errors` beside the method? */
export function goesWithMethod(owner: DeclarationDraft | undefined, word: string, text: string): boolean {
  const { kind, firth } = methodOf(owner);
  if (word === 'show') return columnsOfMethod(kind).some((column) => column === text);
  if (word === 'missing' && kind !== 'linear') return text === 'listwise';
  if (word !== 'errors' || kind === 'linear') return true;
  return errorsOfMethod(kind, firth).some((one) => text.split(' ')[0] === one);
}

/** Kinds of what a regression may explain beside those that all do. */
export const alsoExplained = (owner: DeclarationDraft | undefined): readonly string[] =>
  explainsLevels(methodOf(owner).kind) ? ['category'] : [];

/** The names behind `by`: those that `random` may name. */
export const predictorsOf = (owner: DeclarationDraft | undefined): ReadonlySet<string> =>
  new Set(namesIn(clauseWith(owner, 'by')?.value ?? []));
