// A manuscript with its numbers, tables and pictures put in, always from the manuscript itself; or everything in it that means
// nothing. What was put in stands at the end in a comment (record.ts). Files are the caller's.
import { standaloneSvg, type FigureTheme } from '../draw/standalone.ts';
import { labelOf } from '../render/latex-tabular.ts';
import { figureFilled, numberAsked, partAsked, type Filled, type ManuscriptSource, type Wrong } from './asked.ts';
import { figureText, tableText } from './parts.ts';
import { placeAt, placeholdersIn, type Place, type Placeholder, type TextKind } from './placeholders.ts';

export type Fault = { readonly place: Place } & Wrong;

export interface FilledManuscript {
  readonly text: string;
  readonly values: readonly Filled[];
  /** Beside what is written, by name in a folder of their own. */
  readonly figures: readonly { readonly name: string; readonly svg: string }[];
  readonly faults: readonly Fault[];
}

export interface FillOptions {
  readonly kind: TextKind;
  /** Captions as Quarto numbers them. */
  readonly quarto: boolean;
  /** The folder of the pictures, from the file that is written. */
  readonly folder: string;
  readonly theme?: FigureTheme;
  /** Of a picture: what its record holds. */
  readonly digest: (text: string) => string;
}

export function fillManuscript(text: string, source: ManuscriptSource, options: FillOptions): FilledManuscript {
  const { kind, quarto } = options;
  const { placeholders, unclosed } = placeholdersIn(text, kind);
  const faults: Fault[] = unclosed.map((at) => ({ is: 'unclosed', place: placeAt(text, at) }));
  const values: Filled[] = [];
  const figures = new Map<string, string>();
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const pieces: string[] = [];
  let last = 0;
  for (const one of placeholders) {
    const place = placeAt(text, one.start);
    pieces.push(text.slice(last, one.start), one.kind === 'number' ? number(one, place) : part(one, place));
    last = one.end;
  }
  pieces.push(text.slice(last));
  faults.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return {
    text: pieces.join(''),
    values,
    figures: [...figures].map(([name, svg]) => ({ name, svg })),
    faults,
  };

  function number(one: Placeholder, place: Place): string {
    const found = numberAsked(source, one, kind);
    if ('is' in found) {
      faults.push({ ...found, place });
      return '';
    }
    values.push(found.filled);
    return found.filled[1];
  }

  function part(one: Placeholder, place: Place): string {
    const found = partAsked(source, one);
    if ('is' in found) {
      faults.push({ ...found, place });
      return '';
    }
    const { start, end } = one;
    if (found.kind === 'table') {
      values.push(...found.filled);
      return apart(tableText(found.block, kind, { quarto, float: !isWithin('table', start) }), start, end);
    }
    const file = `${labelOf(found.block.id)}.svg`;
    const svg = standaloneSvg(found.block.svg, options.theme ?? 'light');
    figures.set(file, svg);
    values.push(figureFilled(found.block.id, svg, options.digest));
    return apart(figureText(found.block, kind, `${options.folder}/${file}`, quarto), start, end);
  }

  /** A block of its own: with empty lines around it, and as far to the right as the line it stands in. */
  function apart(block: string, start: number, end: number): string {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const before = text.slice(from, start);
    const after = text.slice(end).split(/\r?\n/u, 1)[0]!;
    const indent = /^[ \t>]*$/u.test(before) ? before : '';
    const lines = block.split('\n').map((line, at) => (at === 0 ? line : line === '' ? indent.trimEnd() : indent + line));
    const gap = kind === 'latex' ? newline : newline + newline;
    const head = before.trim() === '' || indent === before ? '' : gap;
    return `${head}${lines.join(newline)}${after.trim() === '' ? '' : gap}`;
  }

  /** Between `\begin{table}` and its end: an author who wrote the caption needs the tabular only. */
  function isWithin(environment: string, at: number): boolean {
    const before = text.slice(0, at);
    return (
      Math.max(...['', '*'].map((star) => before.lastIndexOf(`\\begin{${environment}${star}}`))) >
      before.lastIndexOf(`\\end{${environment}`)
    );
  }
}
