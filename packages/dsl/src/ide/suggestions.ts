// What is shown unasked while somebody types. Whoever writes a whole line and presses Enter wants a new line: so nothing is shown where
// the text may end as it is, and what is shown begins with what is typed. Everything else may be asked for (completion.ts).
import type { Problem } from '@studyspec/core';
import { caretAt, completionsOf } from './completion.ts';
import { callAround, pathBefore, type Cursor } from './cursor.ts';
import type { Snapshot } from './snapshot.ts';
import { lineStart } from './tree.ts';
import type { Completion } from './types.ts';

/** Characters after which something must follow, in some places: there a list opens without a letter being typed. */
export const suggestionTriggers = ['.', '(', '（', '"', '“', '＂', ' '] as const;

/** `trigger`: the character just typed, when it is one of those above; null when the last one belongs to a word. */
export function suggestionsAt(s: Snapshot, offset: number, trigger: string | null): Completion[] {
  const cursor = caretAt(s, offset);
  if (cursor === null || (trigger !== null && !mayOpen(cursor, trigger))) return [];
  const { items, whole } = completionsOf(s, cursor);
  const { prefix, spot } = cursor;
  if (spot.kind === 'text') return items;
  if (prefix === '') return whole || trigger === null ? [] : items;
  // A figure is never half typed; a word that is known needs no more letters, nor does one that nothing is wrong with.
  if (/^[\d０-９]/u.test(prefix) || items.some((one) => isWhole(one, prefix)) || isSound(s, offset)) return [];
  return items.filter((one) => begins(one.label, prefix));
}

const isWhole = (one: Completion, prefix: string): boolean =>
  one.label.split('(', 1)[0] === prefix || (!one.snippet && one.insert.trimEnd() === prefix);

/** Nothing is wrong with the line, as far as it goes. */
function isSound(s: Snapshot, offset: number): boolean {
  const from = lineStart(s.file.text, offset);
  const touches = ({ severity, place }: Problem): boolean =>
    severity === 'error' && place?.file === s.file.path && place.span.start <= offset && from <= place.span.end;
  return !s.study.compiled.problems.some(touches) && !s.dataProblems.some(touches);
}

function mayOpen(cursor: Cursor, trigger: string): boolean {
  const { tokens, at, spot, prefix } = cursor;
  switch (trigger) {
    // A quotation mark that opens a text; the one that closes it stands outside.
    case '"':
    case '“':
    case '＂':
      return spot.kind === 'text' && prefix.length === 1;
    case '.':
      return spot.kind !== 'text' && pathBefore(tokens, at).path.length > 0;
    case '(':
    case '（':
      return spot.kind !== 'text' && prefix === '' && callAround(tokens, at) !== null;
    default:
      return spot.kind !== 'text' && prefix === '';
  }
}

/** Whether the whole or one of its parts begins so: `sat` finds `eco_income_sat`. */
function begins(text: string, prefix: string): boolean {
  const [whole, part] = [text.toLowerCase(), prefix.toLowerCase()];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(whole.charAt(at - 1)) || /[\p{Script=Han}]/u.test(part)) return true;
  return false;
}
