// Cells of printed tables: what a text such as `0.282**`, `<.001`, `p < .001`, `ns` or `—` says, and which address a cell has once the
// heads of its row and column stand in the table's template. Which cells there are is lower-claims.ts's.
import type { Address, Comparison, PrintedFigure } from '@studyspec/core';
import type { AddressNode, ArgumentNode, CellNode, FigureNode } from '../syntax/ast.ts';
import { comparatorOf, plainNumber } from '../syntax/values.ts';

/** What a cell says: a figure, with `<` and its kin where it is only bounded; or that something is not significant. */
export type CellText = { readonly figure: FigureNode; readonly operator: Comparison } | 'ns' | null;

const blanks = /^(?:\.*|…+|\/|[-−–—―]+|NA|N\/A|n\/a|n\.a\.)$/u;
const figurePattern = /^(?:p\s*(?=[<>=≤≥]))?(<=|>=|[<>=≤≥])?\s*([-−–+]?(?:\d+(?:\.\d+)?|\.\d+))\s*(%?)\s*(\*{1,3}|ns|n\.s\.?)?$/iu;

/** A cell of a CSV file. Undefined when it is neither a figure nor blank. */
export function readCell(cell: string): CellText | undefined {
  const plain = cell.normalize('NFKC').trim();
  if (blanks.test(plain)) return null;
  if (/^n\.?s\.?$/iu.test(plain)) return 'ns';
  const match = figurePattern.exec(plain);
  if (match === null) return undefined;
  const text = plainNumber(match[2]!);
  const stars = match[4] === undefined ? null : /^n/iu.test(match[4]) ? 'ns' : match[4];
  const figure: FigureNode = {
    kind: 'figure',
    value: Number(text),
    text,
    decimals: /\.(\d+)/u.exec(text)?.[1]?.length ?? 0,
    percent: match[3] === '%',
    stars: stars as FigureNode['stars'],
    span: { start: 0, end: 0 },
  };
  return { figure, operator: match[1] === undefined ? '=' : comparatorOf(match[1]) };
}

/** A cell of a row in the spec. */
export function cellOf({ figure, operator, insignificant }: CellNode): CellText {
  return insignificant ? 'ns' : figure === null ? null : { figure, operator };
}

/**
 * A row with fewer cells than columns whose figures are followed by `ns`: with as many `ns` as cells are lacking, each is a cell of its own
 * (`t 1.20 ns` under `t` and `p`), not a mark.
 */
export function splitMarks(cells: readonly CellNode[], columns: number): readonly CellNode[] {
  const marked = cells.filter((cell) => cell.figure?.stars === 'ns').length;
  if (marked === 0 || cells.length + marked !== columns) return cells;
  return cells.flatMap((cell) =>
    cell.figure?.stars !== 'ns'
      ? [cell]
      : [
          { ...cell, figure: { ...cell.figure, stars: null } },
          { figure: null, operator: '=' as const, insignificant: true, span: cell.span },
        ],
  );
}

export function printedOf(figure: FigureNode): PrintedFigure {
  const stars = figure.stars === null ? '' : figure.stars === 'ns' ? ' ns' : figure.stars;
  return {
    value: figure.value,
    text: `${figure.text}${figure.percent ? '%' : ''}${stars}`,
    decimals: figure.decimals,
    percent: figure.percent,
    stars: figure.stars,
  };
}

/** Which quantity tells the significance of another. */
const significanceOf = new Map([
  ['b', 'p'],
  ['beta', 'p'],
  ['t', 'p'],
  ['f', 'p'],
  ['welch.f', 'welch.p'],
  ['kruskal.h', 'kruskal.p'],
  ['difference', 'difference.p'],
  ['bartlett.chi2', 'bartlett.p'],
]);

/**
 * `ns` in the place of a figure says that a p-value is above the loosest level the paper marks; it stands beside the coefficient, its t or
 * its p. Below .05 nobody writes it, above .05 somebody may, so that no more than this is taken from it. Null: the quantity has no p.
 */
export function insignificant(
  { path, args }: Address,
  stars: readonly number[],
): { readonly address: Address; readonly operator: Comparison; readonly printed: PrintedFigure } | null {
  const bound = Math.min(0.05, ...(stars.length === 0 ? [] : [Math.max(...stars)]));
  const text = String(bound);
  const printed: PrintedFigure = { value: bound, text, decimals: text.split('.')[1]?.length ?? 0, percent: false, stars: null };
  if (path.at(-1) === 'p') return { address: { path, args }, operator: '>=', printed };
  for (const length of [2, 1]) {
    const p = path.length > length ? significanceOf.get(path.slice(-length).join('.')) : undefined;
    if (p !== undefined) return { address: { path: [...path.slice(0, -length), ...p.split('.')], args }, operator: '>=', printed };
  }
  return null;
}

export interface Filled {
  readonly address: AddressNode;
  /** The head whose brackets have no place in the template; null when everything was used. */
  readonly unused: AddressNode | null;
}

/**
 * The template with `row` and `column` replaced by the table's own heads. Brackets of a head go to the end of the address, where they
 * belong to what the head names: `beta(age)` in the place of `column` in `full.integration.column`. Anywhere else they have no place.
 */
export function fill(template: AddressNode, row: AddressNode, column: AddressNode): Filled {
  let unused: AddressNode | null = null;
  let args: readonly ArgumentNode[] | null = null;
  const headOf = (text: string): AddressNode | null => (text === 'row' ? row : text === 'column' ? column : null);
  const path = template.path.flatMap((name, at) => {
    const head = headOf(name.quoted ? '' : name.text);
    if (head === null) return [name];
    if (head.args !== null) {
      if (at === template.path.length - 1 && template.args === null) args = head.args;
      else unused ??= head;
    }
    return head.path;
  });
  const own =
    template.args?.map((argument) =>
      argument.kind === 'number'
        ? argument
        : {
            ...argument,
            parts: argument.parts.flatMap((part) => {
              const head = part.path.length === 1 ? headOf(part.path[0]!.text) : null;
              if (head !== null && head.args !== null) unused ??= head;
              return head === null ? [part] : [head];
            }),
          },
    ) ?? null;
  return { address: { kind: 'address', path, args: own ?? args, span: row.span }, unused };
}
