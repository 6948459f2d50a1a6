// What stands above a table and below a figure: its number, its title, and that it continues. The words and signs are a language's.
import type { FigureBlock, TableBlock } from '../show/document.ts';
import type { Words } from '../words/words.ts';

export interface Caption {
  /** With the sign behind it; empty without a number. */
  readonly name: string;
  readonly gap: string;
  readonly title: string;
}

/** `Table 1.` and `Means`; of a later part of the same table `Means (continued)`. */
export function captionOf(words: Words, name: string | null, title: string, more = false): Caption {
  const shown = more ? words.continuedTitle(title, name ?? '') : title;
  if (name === null) return { name: '', gap: '', title: shown };
  const sign = words.captionGap.trimEnd();
  return { name: `${more ? words.continuedName(name) : name}${sign}`, gap: words.captionGap.slice(sign.length), title: shown };
}

/** `Table 1`, `Figure A2`; null without a number. */
export function numberedName(words: Words, { kind, number, series }: TableBlock | FigureBlock): string | null {
  return number === undefined ? null : words[kind](`${series ?? ''}${number}`);
}

export const captionText = ({ name, gap, title }: Caption): string => `${name}${gap}${title}`;
