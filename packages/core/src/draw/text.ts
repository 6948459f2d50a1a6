// How wide a text is in a picture, and where it breaks. SVG neither measures nor wraps, and there is no font to ask here: widths
// are those of Helvetica with a margin, so that a wider fallback font still fits; East Asian characters take a whole em.
import { displayWidth } from '../text/width.ts';

/** Advance widths of U+0020 … U+007E in thousandths of an em (Adobe's Helvetica metrics). */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
const MARGIN = 1.18;
/** Sizes of text in a picture, in pixels; bold letters are wider, so that their size counts as more. */
export const SIZE = { body: 12, small: 11, strong: 13 } as const;
const ELLIPSIS = '…';
/** Signs that may not open a line. */
const CLOSING = /^[、，。；：！？）」』》〉】〕”’%‰,.;:!?)\]}·…°]/u;

export function textWidth(text: string, size: number = SIZE.body): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    width +=
      code >= 0x20 && code <= 0x7e
        ? (HELVETICA[code - 0x20]! / 1000) * MARGIN
        : displayWidth(character) === 2
          ? 1.02
          : displayWidth(character) * 0.66;
  }
  return width * size;
}

export interface Wrapped {
  readonly lines: readonly string[] /** Not the whole text: the rest is cut off, marked by an ellipsis. */;
  readonly cut: boolean;
}

/**
 * Lines no wider than `width`, at most `most` of them. Breaks at blanks, between East Asian characters, and inside a word only where it
 * must.
 */
export function wrapText(text: string, width: number, most: number, size: number = SIZE.body): Wrapped {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text.replace(/\s+/gu, ' ').trim(), width, size)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), size) > width && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  if (lines.length <= most) return { lines, cut: false };
  return { lines: [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), width, size)], cut: true };
}

/** One line no wider than `width`, with an ellipsis where it was cut. */
function shortened(text: string, width: number, size: number): string {
  const characters = [...text];
  while (characters.length > 0 && textWidth(characters.join('') + ELLIPSIS, size) > width) characters.pop();
  return characters.join('').trimEnd() + ELLIPSIS;
}

function piecesOf(text: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/[^ ]+ ?| /gu) ?? []) {
    let piece = '';
    for (const character of word) {
      const wide = displayWidth(character) === 2;
      if (
        piece !== '' &&
        (wide || displayWidth([...piece].at(-1)!) === 2 || /[-/–—]$/u.test(piece) || textWidth(piece + character, size) > width)
      ) {
        pieces.push(piece);
        piece = '';
      }
      piece += character;
    }
    pieces.push(piece);
  }
  return pieces;
}
