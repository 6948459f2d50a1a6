// What the text of a token means: names out of backquotes, texts out of their quotes, figures, comparators. Full-width forms count
// as their plain ones.
import type { Comparator, FigureNode, RangeOperator } from './ast.ts';

export function nameText(image: string): string {
  return image.startsWith('`') ? image.slice(1, image.endsWith('`') && image.length > 1 ? -1 : undefined) : image;
}

export function textOf(image: string): string {
  const inner = image.slice(1);
  return /["＂“”'‘’]$/u.test(inner) ? inner.slice(0, -1) : inner;
}

/** Digits and signs in their plain forms. */
export function plainNumber(image: string): string {
  return image.normalize('NFKC').replace(/[−–－]/gu, '-');
}

export function figureParts(image: string): Pick<FigureNode, 'value' | 'text' | 'decimals'> {
  const text = plainNumber(image);
  return { value: Number(text), text, decimals: /\.(\d+)/u.exec(text)?.[1]?.length ?? 0 };
}

export function starsOf(image: string): FigureNode['stars'] {
  if (/^n/iu.test(image)) return 'ns';
  return (['*', '**', '***'] as const)[Math.min(3, [...image].length) - 1] ?? null;
}

export function comparatorOf(image: string): Comparator {
  const plain = image.normalize('NFKC');
  if (plain === '≤') return '<=';
  if (plain === '≥') return '>=';
  return plain === '<' || plain === '<=' || plain === '>' || plain === '>=' ? plain : '=';
}

export function rangeOf(image: string): RangeOperator {
  return image === '..<' || image === '<..' ? image : '..';
}
