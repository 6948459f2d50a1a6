// Pieces that Chinese sentences of the audit share: figures by name, ranges, slips.
import type { Ends, FigureOf, NamedFigure, Restored, SaidOfP, Shown, ShownRange, SlipFact } from '../../../contract/audit-facts/index.ts';
import { tenTo } from '../../../numerics/powers.ts';
import { show } from '../../../text/digits.ts';
import { listed, names, oneOf, quoted, zh } from '../text.ts';

const OF: { readonly [K in FigureOf]: (address: string) => string } = {
  square: (address) => `${address} 的平方`,
  'sum-of-shares': () => '各成分方差解释率之和',
  interval: (address) => `${address} 的置信区间`,
  'interval-of-difference': (address) => `差值 ${address} 的置信区间`,
  items: (address) => `${address} 的题项`,
  coefficients: (address) => `${address} 的系数`,
  groups: (address) => `${address} 的各组`,
  'p-of-it': () => '其 p 值',
};

export const addressed = (address: string): string => `\`${address}\``;
export const nameOf = ({ address, of }: NamedFigure): string => (of === undefined ? addressed(address) : OF[of](addressed(address)));
/** A figure with the sign of its relation, without the blank that English has there (`<0.001`), and intervals as here. */
export const asPrinted = (printed: string): string =>
  printed
    .replace(/^= /u, '')
    .replace(/^([<>])(=?) /u, (_, sign: string, equal: string) => (equal === '' ? sign : sign === '<' ? '≤' : '≥'))
    .replace('…', '～');
export const printedFigure = (figure: NamedFigure): string => `${nameOf(figure)}（发表值 ${asPrinted(figure.printed)}）`;
export const figuresInBrackets = (figures: readonly NamedFigure[]): string =>
  listed(
    figures.map((one) => `${nameOf(one)}（${asPrinted(one.printed)}）`),
    6,
  );

/** Formulae have no blanks around their signs. */
export const tight = (formula: string): string => formula.replaceAll(/ ?([+−=<>≤≥×±·]) ?/gu, '$1');
export const number = ({ value, decimals }: Shown): string => show(value, decimals);
/** `1.2～1.4`, or one number where both ends read alike. */
export function between(low: number, high: number, decimals: number): string {
  const [from, to] = [show(low, decimals), show(high, decimals)];
  return from === to ? from : `${from}～${to}`;
}
/** `17.78%～17.84%`. */
export const percents = (low: number, high: number, decimals: number): string =>
  between(low, high, decimals)
    .split('～')
    .map((one) => `${one}%`)
    .join('～');
/** `p=0.011`; never `p=0.000`. */
export const pIs = (low: number, high: number, decimals: number): string =>
  Number(show(high, decimals)) === 0 ? `p<${show(1 / tenTo(decimals), decimals)}` : `p=${between(low, high, decimals)}`;
export const range = ({ low, high, decimals }: ShownRange): string => between(low, high, decimals);
/** In brackets behind a sign. */
export const negative = (term: string): string => (/^[-−]/u.test(term) ? `(${term})` : term);
export const plus = (terms: readonly string[]): string => terms.map((term, at) => (at > 0 ? negative(term) : term)).join('+');

/** `p<0.05`. */
export function saidOfP(said: SaidOfP): string {
  switch (said.p) {
    case 'between':
      return said.low === 0 ? `p<${show(said.high, 3)}` : `p 在 ${show(said.low, 3)}～${show(said.high, 3)} 之间`;
    case 'printed':
      return zh`p 值为${asPrinted(said.printed)}`;
    case 'range':
      return pIs(said.range.low, said.range.high, said.range.decimals);
    case 'below':
    case 'above': {
      const since = said.zero === undefined ? '' : `（区间${said.zero === 'held' ? '包含' : '不含'} 0）`;
      return `p${said.p === 'below' ? '<' : '>'}${show(said.level, 2)}${since}`;
    }
  }
}

/** `“x2”至“x6”之间“t”列错开一行`; `“x2”与“x3”的“t”互换`. */
export function slipped({ columns, from, to, exchanged }: SlipFact): string {
  return exchanged
    ? `${quoted(from)}与${quoted(to)}两行的${names(columns)}列数值互换`
    : `${quoted(from)}至${quoted(to)}各行的${names(columns)}列整体错开 1 行`;
}

export const degreesOfFreedom = (df: number | null): string => (df === null ? '无论自由度为多少' : `自由度为 ${df}`);

/** The first three. */
export const few = (texts: readonly string[]): string => oneOf(texts.slice(0, 3));

export const movedBack = ({ restored, rows }: Restored): string => `移回原位后，${rows} 行中有 ${restored} 行相符。`;

/** `321～323 或 330`. */
export function runs(all: readonly number[]): string {
  const found: number[][] = [];
  for (const n of all)
    if (found.at(-1)?.at(-1) === n - 1) found.at(-1)!.push(n);
    else found.push([n]);
  return oneOf(
    found.map((run) => (run.length === 1 ? `${run[0]!}` : `${run[0]!}～${run.at(-1)!}`)),
    5,
  );
}

export const scaleEnds = ({ low, high }: Ends): string => `${show(low, 0)}～${show(high, 0)}`;
