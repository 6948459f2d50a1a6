// Where a manuscript asks for a number, a table or a figure: `{{ integration.kmo | 2 }}`, `{{ table:full }}`. What stands in code, in
// comments, or behind a backslash is text. What is put there is fill.ts'.

/** Those that are text; and Word. */
export type TextKind = 'markdown' | 'latex';
export type ManuscriptKind = TextKind | 'word';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface Placeholder {
  readonly kind: 'number' | 'table' | 'figure';
  /** The address, or the name of a table or figure. */
  readonly name: string;
  /** What stands behind `|`; null where nothing does. */
  readonly format: string | null;
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  readonly placeholders: readonly Placeholder[];
  /** Where braces open that nothing closes. */
  readonly unclosed: readonly number[];
}

/** In quotation marks or backquotes a name may hold any sign but a line's end. */
const INSIDE = /\{\{\s*((?:`[^`\n]*`|"[^"\n]*"|[^{}`"\r\n]|\r?\n(?![ \t]*\r?\n))*?)\s*\}\}/uy;
/** `full.integration.kmo`, `table:full`: what is a placeholder even where braces are common. */
const SHAPE = /^(?:(?:table|figure)\s*:|[\p{L}_][\p{L}\p{M}\p{N}_]*\.[\p{L}_`])/u;
const RAW = String.raw`verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|comment|alltt|filecontents`;

/** Skipped as it stands, at `at`: how far; 0 where nothing begins. */
type Skip = (text: string, at: number) => number;

const matched = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

const FENCE = /[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})[^\n]*(?:\n|$)/uy;
const COMMENT = /<!--[^]*?(?:-->|$)/uy;
const TICKS = /`+/uy;

const skipMarkdown: Skip = (text, at) => {
  const sign = text[at];
  if (at === 0 || text[at - 1] === '\n') {
    FENCE.lastIndex = at;
    const open = FENCE.exec(text);
    if (open !== null && !(open[1]!.startsWith('`') && open[0].slice(open[0].indexOf(open[1]!) + open[1]!.length).includes('`'))) {
      const [mark, from] = [open[1]!, at + open[0].length];
      const close = new RegExp(String.raw`^[ \t>]*${mark[0]!}{${mark.length},}[ \t]*\r?$`, 'mu').exec(text.slice(from));
      return close === null ? text.length - at : open[0].length + close.index + close[0].length;
    }
  }
  if (sign === '<') return matched(COMMENT, text, at);
  if (sign === '`') {
    const ticks = matched(TICKS, text, at);
    const rest = text.slice(at + ticks);
    const close = new RegExp(`(?<!\`)\`{${ticks}}(?!\`)`, 'u').exec(rest);
    return close === null || /\n[ \t]*\r?\n/u.test(rest.slice(0, close.index)) ? ticks : ticks + close.index + ticks;
  }
  return 0;
};

const BEGIN = new RegExp(String.raw`\\begin\{((?:${RAW})\*?)\}`, 'uy');
const INLINE = /\\(?:verb\*?|lstinline(?:\[[^\]\n]*\])?)([^a-zA-Z*\s\n])[^\n]*?\1/uy;
const REMARK = /%[^\n]*/uy;

const skipLatex: Skip = (text, at) => {
  if (text[at] === '%') return matched(REMARK, text, at);
  if (text[at] !== '\\') return 0;
  BEGIN.lastIndex = at;
  const begun = BEGIN.exec(text);
  if (begun === null) return matched(INLINE, text, at);
  const ending = `\\end{${begun[1]!}}`;
  const end = text.indexOf(ending, at);
  return end < 0 ? text.length - at : end + ending.length - at;
};

export function placeholdersIn(text: string, kind: ManuscriptKind): Scan {
  const placeholders: Placeholder[] = [];
  const unclosed: number[] = [];
  const skip = { latex: skipLatex, markdown: skipMarkdown, word: () => 0 }[kind];
  let at = 0;
  while (at < text.length) {
    const skipped = skip(text, at);
    if (skipped > 0) at += skipped;
    else if (text[at] === '\\') at += text.startsWith('{{', at + 1) ? 3 : 2;
    else if (text.startsWith('{{', at)) at = take(at);
    else at += 1;
  }
  return { placeholders, unclosed };

  /** Where to go on. Shortcodes of Quarto and Hugo, `{{{`, and braces as formulas and LaTeX have them are none of ours. */
  function take(start: number): number {
    const run = /^\{+/u.exec(text.slice(start, start + 40))![0].length;
    if (run > 2 || /[<%]/u.test(text[start + 2] ?? '')) return start + run;
    const spaced = /\s/u.test(text[start + 2] ?? '');
    INSIDE.lastIndex = start;
    const inside = INSIDE.exec(text);
    if (inside === null) {
      const line = text
        .slice(start + 2)
        .split('\n', 1)[0]!
        .trim();
      if (SHAPE.test(line) && !line.includes('\\')) unclosed.push(start);
      return start + 2;
    }
    const content = inside[1]!;
    const isOurs = SHAPE.test(content) || (!content.includes('\\') && (spaced || (kind !== 'latex' && !isInFormula(start))));
    if (!isOurs) return start + 2;
    placeholders.push({ ...partsOf(content), start, end: start + inside[0].length });
    return start + inside[0].length;
  }

  /** `\frac{{a}}{{b}}`, `x^{{2}}`. */
  function isInFormula(start: number): boolean {
    return start > 0 && /[\p{L}\p{N}}^_]/u.test(text[start - 1]!);
  }
}

/** What stands between braces, without them. */
export const placeholderIn = (content: string): Placeholder => ({ ...partsOf(content), start: 0, end: content.length });

function partsOf(content: string): Pick<Placeholder, 'kind' | 'name' | 'format'> {
  // The last bar that stands in no quotation.
  const bare = content.replace(/`[^`]*`|"[^"]*"/gu, (quoted) => '_'.repeat(quoted.length));
  const bar = bare.lastIndexOf('|');
  const name = (bar < 0 ? content : content.slice(0, bar)).trim();
  const format = bar < 0 ? null : content.slice(bar + 1).trim();
  const kind = /^(table|figure)\s*:\s*/u.exec(name);
  return kind === null
    ? { kind: 'number', name: name.replace(/\s+/gu, ' '), format }
    : { kind: kind[1] as 'table' | 'figure', name: name.slice(kind[0].length), format };
}

/** Line and column of an offset, both from 1, in signs as a person counts them. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const from = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(from)].length + 1 };
}
