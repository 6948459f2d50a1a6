// Words of the language within a sentence: they stand in backquotes, which a form that has a typewriter face prints in it instead.

export interface Run {
  readonly text: string;
  readonly code: boolean;
}

/** A text in runs; a backquote that nothing closes, and one around nothing, stands as it is. */
export function codeRuns(text: string): readonly Run[] {
  return text
    .split(/(`[^`\n]+`)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.length > 2 && part.startsWith('`') && part.endsWith('`') ? { text: part.slice(1, -1), code: true } : { text: part, code: false },
    );
}

/** Each run in its own way, joined. */
export const withCode = (text: string, plain: (text: string) => string, code: (text: string) => string): string =>
  codeRuns(text)
    .map((run) => (run.code ? code(run.text) : plain(run.text)))
    .join('');
