// Which study a manuscript belongs to: the one that it names in its first lines, else the one that stands beside it. Which files stand
// there is the caller's to see.
import type { TextKind } from './placeholders.ts';

/** A manuscript says so where nobody reads it: not further down than here. */
const LINES = 40;

/** `studyspec: anshun.study` in front matter or in a comment; null where nothing is named. */
export function studyNamedIn(text: string, kind: TextKind): string | null {
  const lines = text.split(/\r?\n/u, LINES);
  const named = (pattern: RegExp, among: readonly string[]): string | null => {
    for (const line of among) {
      const found = pattern
        .exec(line)?.[1]
        ?.trim()
        .replace(/^(["'])(.*)\1$/u, '$2');
      if (found !== undefined && found !== '') return found;
    }
    return null;
  };
  if (kind === 'latex') return named(/^\s*%+\s*studyspec\s*:\s*(.*\.study["']?)\s*$/u, lines);
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(line)) : -1;
  return (
    named(/^studyspec\s*:\s*(.*\.study["']?)\s*(?:#.*)?$/u, lines.slice(1, Math.max(1, end))) ??
    named(/^\s*<!--\s*studyspec\s*:\s*(.*\.study["']?)\s*-->\s*$/u, lines)
  );
}

/** Of the names of a folder: its only study, or the one that is called as the manuscript is. */
export function studyBeside(manuscript: string, names: readonly string[]): string | null {
  const studies = names.filter((name) => name.endsWith('.study'));
  if (studies.length === 1) return studies[0]!;
  const stem = manuscript.replace(/(?:\.filled)?\.[^.]+$/u, '');
  return studies.find((name) => name === `${stem}.study`) ?? null;
}
