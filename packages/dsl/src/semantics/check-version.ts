// Whether a file is written in the language that this program reads. What brings an older one up is upgrades.ts.
import { otherLanguage, raise, type Problem } from '@studyspec/core';
import type { DeclarationNode } from '../syntax/ast.ts';
import { LANGUAGE } from '../syntax/language-version.ts';
import { placeOf, type Located } from './declared.ts';

/** Each file of a chain states its own: read as another language, its words would mean something else. */
export function checkVersion({ node, file }: Located<DeclarationNode>, problems: Problem[]): void {
  const found = node.range?.low.value;
  if (found === undefined || found === LANGUAGE || !Number.isSafeInteger(found) || found < 0) return;
  problems.push(raise(otherLanguage, { found, known: LANGUAGE, file }, { place: placeOf(file, node.range!.span) }));
}
