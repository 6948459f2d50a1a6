// Problems of the text itself (SS1xx), one file each.
import type { ProblemKind } from '../problem.ts';
import { bulletMark } from './bullet-mark.ts';
import { extraBrace } from './extra-brace.ts';
import { extraComma } from './extra-comma.ts';
import { hashComment } from './hash-comment.ts';
import { headerWithoutColumns } from './header-without-columns.ts';
import { missingBrace } from './missing-brace.ts';
import { missingCode } from './missing-code.ts';
import { missingComma } from './missing-comma.ts';
import { missingDot } from './missing-dot.ts';
import { missingName } from './missing-name.ts';
import { missingParenthesis } from './missing-parenthesis.ts';
import { missingValue } from './missing-value.ts';
import { misspeltWord } from './misspelt-word.ts';
import { mixedConditions } from './mixed-conditions.ts';
import { noEffect } from './no-effect.ts';
import { notUnderstood } from './not-understood.ts';
import { repeatedWord } from './repeated-word.ts';
import { rowWithoutName } from './row-without-name.ts';
import { strayPunctuation } from './stray-punctuation.ts';
import { strayText } from './stray-text.ts';
import { tooDeep } from './too-deep.ts';
import { unclosedText } from './unclosed-text.ts';
import { unexpectedBlock } from './unexpected-block.ts';
import { unknownWord } from './unknown-word.ts';
import { wrongBlock } from './wrong-block.ts';
import { wrongSign } from './wrong-sign.ts';

export * from './bullet-mark.ts';
export * from './extra-brace.ts';
export * from './extra-comma.ts';
export * from './hash-comment.ts';
export * from './header-without-columns.ts';
export * from './missing-brace.ts';
export * from './missing-code.ts';
export * from './missing-comma.ts';
export * from './missing-dot.ts';
export * from './missing-name.ts';
export * from './missing-parenthesis.ts';
export * from './missing-value.ts';
export * from './misspelt-word.ts';
export * from './mixed-conditions.ts';
export * from './no-effect.ts';
export * from './not-understood.ts';
export * from './repeated-word.ts';
export * from './row-without-name.ts';
export * from './stray-punctuation.ts';
export * from './stray-text.ts';
export * from './too-deep.ts';
export * from './unclosed-text.ts';
export * from './unexpected-block.ts';
export * from './unknown-word.ts';
export * from './wrong-block.ts';
export * from './wrong-sign.ts';

export const syntaxProblems: readonly ProblemKind<never>[] = [
  bulletMark,
  extraBrace,
  extraComma,
  hashComment,
  headerWithoutColumns,
  missingBrace,
  missingCode,
  missingComma,
  missingDot,
  missingName,
  missingParenthesis,
  missingValue,
  misspeltWord,
  mixedConditions,
  noEffect,
  notUnderstood,
  repeatedWord,
  rowWithoutName,
  strayPunctuation,
  strayText,
  tooDeep,
  unclosedText,
  unexpectedBlock,
  unknownWord,
  wrongBlock,
  wrongSign,
];
