// What stands above a table and below a figure: its number, its title, and that it continues. The words and signs are a language's.
import type { FigureBlock, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';

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

/** The caption in its second language, below; null where there is none, or nothing is known of that language. */
export function secondCaption(block: TableBlock | FigureBlock, more = false): (Caption & { readonly language: string }) | null {
  if (block.also === undefined) return null;
  const { language, title } = block.also;
  const words = wordsIn(language);
  return words.language === language ? { ...captionOf(words, numberedName(words, block), title, more), language } : null;
}

export const captionText = ({ name, gap, title }: Caption): string => `${name}${gap}${title}`;

/** A line a language. */
export function captionLines(words: Words, block: TableBlock | FigureBlock, more = false): readonly string[] {
  const second = secondCaption(block, more);
  return [captionOf(words, numberedName(words, block), block.title, more), ...(second === null ? [] : [second])].map(captionText);
}
