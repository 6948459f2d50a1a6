// What a file of scores could not hold as it was, in sentences.
import type { WritingNote } from '@studyspec/core';

/** So many of a kind are named. */
const NAMED = 8;

/** A line a kind; '' where there is nothing to tell. */
export function toldNotes(file: string, notes: readonly WritingNote[]): string {
  const of = <K extends WritingNote['kind']>(kind: K) =>
    notes.filter((note): note is Extract<WritingNote, { kind: K }> => note.kind === kind);
  const listed = (parts: readonly string[]): string =>
    parts.slice(0, NAMED).join(', ') + (parts.length > NAMED ? ` and ${parts.length - NAMED} more` : '');
  const lines: string[] = [];
  const renamed = of('renamed').map(({ from, to }) => `${from} is ${to}`);
  if (renamed.length > 0) lines.push(`names that the format does not allow were changed: ${listed(renamed)}`);
  const cut = of('shortened');
  if (cut.length > 0) lines.push(`words longer than the format allows were cut: ${listed([...new Set(cut.map(({ column }) => column))])}`);
  const blanked = of('blanked').map(({ column, codes }) => `${column} (${codes.join(', ')})`);
  if (blanked.length > 0) lines.push(`codes for no answer that the format cannot declare beside the others are blank: ${listed(blanked)}`);
  for (const { cells } of of('guarded'))
    lines.push(
      cells === 1
        ? 'a cell would be taken for a formula by a spreadsheet: an apostrophe stands before it'
        : `${cells} cells would be taken for formulas by a spreadsheet: an apostrophe stands before them`,
    );
  return lines.map((line) => `${file}: ${line}.\n`).join('');
}
