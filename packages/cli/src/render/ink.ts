// Colours of the terminal. Whoever paints puts marks into the text; they become the terminal's codes where text is written
// (host/output.ts), which lets no other code through. So what a file holds can never be taken for a colour of ours, nor act on a terminal.
import { plainText, type Paint } from '@studyspec/core';
import pc from 'picocolors';

const STYLES = ['bold', 'dim', 'italic', 'red', 'green', 'yellow', 'blue', 'cyan'] as const;
export type Style = (typeof STYLES)[number];
export type Ink = Readonly<Record<Style, (text: string) => string>>;

/** Noncharacters, which no text may hold (Unicode, section 23.7): one a style, and one that ends the style begun last. */
const FIRST = 0xfdd0;
const END = '\ufdef';
const MARKS = /[\ufdd0-\ufdef]/gu;

/** What paints; without colour it leaves text as it is. */
export function inkOf(color: boolean): Ink {
  return Object.fromEntries(
    STYLES.map((style, at) => [style, (text: string) => (color && text !== '' ? `${String.fromCharCode(FIRST + at)}${text}${END}` : text)]),
  ) as unknown as Ink;
}

/** Colours of a text report. */
export function painter(color: boolean): Paint {
  const ink = inkOf(color);
  return (style, text) => {
    switch (style) {
      case 'title':
      case 'heading':
        return ink.bold(text);
      case 'muted':
        return ink.dim(text);
      case 'good':
        return ink.green(text);
      case 'warning':
        return ink.yellow(text);
      case 'error':
        return ink.red(text);
    }
  };
}

const codes = STYLES.map((style) => {
  const [open, close] = pc.createColors(true)[style]('\n').split('\n');
  return { open: open!, close: close! };
});

/** Text as the terminal gets it. A style ends with its line at the latest. */
export function terminalText(text: string, color: boolean): string {
  const plain = plainText(text);
  if (!color) return plain.replace(MARKS, '');
  const begun: string[] = [];
  const painted = plain.replace(/[\ufdd0-\ufdef\n]/gu, (mark) => {
    if (mark === '\n') return `${begun.splice(0).reverse().join('')}\n`;
    if (mark === END) return begun.pop() ?? '';
    const code = codes[mark.charCodeAt(0) - FIRST];
    if (code === undefined) return '';
    begun.push(code.close);
    return code.open;
  });
  return painted + begun.reverse().join('');
}

/** JSON with everything that could act on a terminal written as `\uXXXX`: the same value, in letters that only stand there. */
export function terminalJson(json: string): string {
  return json.replace(
    /[\u007F-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
