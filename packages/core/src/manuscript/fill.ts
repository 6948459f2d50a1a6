// A manuscript with its numbers, tables and pictures put in, always from the manuscript itself; or everything in it that means
// nothing. What was put in stands at the end in a comment (record.ts). Files are the caller's.
import type { QuantityRange } from '../contract/ranges.ts';
import type { Quantity } from '../contract/quantity.ts';
import { standaloneSvg, type FigureTheme } from '../draw/standalone.ts';
import { labelOf } from '../render/latex-tabular.ts';
import type { ReportDocument } from '../show/document.ts';
import { nearestFew } from '../text/nearest.ts';
import { numberFormatOf, numberFormats, numberText } from './number-formats.ts';
import { cellsOf, figureNamed, figureText, tableNamed, tableText } from './parts.ts';
import { placeAt, placeholdersIn, type ManuscriptKind, type Place, type Placeholder } from './placeholders.ts';

/** What stands at an address: a number with the values it can have; or nothing, and what is near. */
export type AtAddress =
  | { readonly is: 'quantity'; readonly quantity: Quantity; readonly range: QuantityRange }
  | { readonly is: 'nothing'; readonly near: readonly string[] }
  | { readonly is: 'no address' };

export interface ManuscriptSource {
  readonly at: (address: string) => AtAddress;
  readonly report: () => ReportDocument;
}

export type Fault = { readonly place: Place } & (
  | { readonly is: 'unclosed' }
  | { readonly is: 'no address'; readonly given: string }
  | { readonly is: 'nothing there'; readonly address: string; readonly near: readonly string[] }
  | { readonly is: 'no value'; readonly address: string; readonly reason: string }
  | { readonly is: 'no format'; readonly given: string; readonly formats: readonly string[]; readonly near: readonly string[] }
  | { readonly is: 'no table' | 'no figure'; readonly name: string; readonly among: readonly string[] }
  | { readonly is: 'format of a part'; readonly given: string }
);

/** `what` was put in: an address with its format, a cell of a table, a picture by what it holds. */
export type Filled = readonly [what: string, text: string];

export interface FilledManuscript {
  readonly text: string;
  readonly values: readonly Filled[];
  /** Beside what is written, by name in a folder of their own. */
  readonly figures: readonly { readonly name: string; readonly svg: string }[];
  readonly faults: readonly Fault[];
}

export interface FillOptions {
  readonly kind: ManuscriptKind;
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

  function number({ name, format }: Placeholder, place: Place): string {
    const asked = numberFormatOf(format);
    if (asked === null) {
      const near = nearestFew(format!, numberFormats, 1);
      faults.push({ is: 'no format', given: format!, formats: numberFormats, near, place });
      return '';
    }
    const found = source.at(name);
    if (found.is === 'no address') faults.push({ is: 'no address', given: name, place });
    else if (found.is === 'nothing') faults.push({ is: 'nothing there', address: name, near: found.near, place });
    else {
      const { quantity, range } = found;
      if (quantity.value !== null) {
        const shown = numberText(quantity, range, asked, kind);
        values.push([`${quantity.address}${format === null ? '' : ` | ${format}`}`, shown]);
        return shown;
      }
      faults.push({ is: 'no value', address: quantity.address, reason: quantity.reason ?? '', place });
    }
    return '';
  }

  function part({ kind: sort, name, format, start, end }: Placeholder, place: Place): string {
    if (format !== null) {
      faults.push({ is: 'format of a part', given: format, place });
      return '';
    }
    const document = source.report();
    if (sort === 'table') {
      const found = tableNamed(document, name);
      if ('block' in found) {
        for (const [address, cell] of cellsOf(found.block)) values.push([`table:${found.block.id} › ${address}`, cell]);
        return apart(tableText(found.block, kind, { quarto, float: !isWithin('table', start) }), start, end);
      }
      faults.push({ is: 'no table', name, among: found.among, place });
      return '';
    }
    const found = figureNamed(document, name);
    if ('block' in found) {
      const file = `${labelOf(found.block.id)}.svg`;
      const svg = standaloneSvg(found.block.svg, options.theme ?? 'light');
      figures.set(file, svg);
      values.push([`figure:${found.block.id}`, options.digest(svg).slice(0, 16)]);
      return apart(figureText(found.block, kind, `${options.folder}/${file}`, quarto), start, end);
    }
    faults.push({ is: 'no figure', name, among: found.among, place });
    return '';
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
