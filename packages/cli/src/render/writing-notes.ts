// What a file of scores could not hold as it was, in sentences.
import type { WritingNote } from '@studyspec/core';
import { said } from '../base/speech.ts';

/** So many of a kind are named. */
const NAMED = 8;

/** A line a kind; '' where there is nothing to tell. */
export function toldNotes(file: string, notes: readonly WritingNote[]): string {
  const words = said().notes;
  const of = <K extends WritingNote['kind']>(kind: K) =>
    notes.filter((note): note is Extract<WritingNote, { kind: K }> => note.kind === kind);
  const listed = (parts: readonly string[]): string => words.more(parts.slice(0, NAMED), Math.max(0, parts.length - NAMED));
  const lines: string[] = [];
  const renamed = of('renamed').map(({ from, to }) => words.renaming(from, to));
  if (renamed.length > 0) lines.push(words.renamed(listed(renamed)));
  const cut = of('shortened');
  if (cut.length > 0) lines.push(words.shortened(listed([...new Set(cut.map(({ column }) => column))])));
  const blanked = of('blanked').map(({ column, codes }) => words.blanking(column, codes));
  if (blanked.length > 0) lines.push(words.blanked(listed(blanked)));
  for (const { cells } of of('guarded')) lines.push(words.guarded(cells));
  return lines.map((line) => `${words.of(file, line)}\n`).join('');
}
