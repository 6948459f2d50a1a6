// `report { … }`: the options of a report, and which tables it holds: `all`, `none`, or parts of the study and declarations in the order in
// which a reader meets them.
import { nearest, raise, repeatedMember, reportOptions, unknownOption, type Plan } from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import { alternativesOf, atomText } from './clauses.ts';
import { ofKinds, type Context } from './context.ts';
import { mended, placeOf, type Located } from './declared.ts';
import { readOptionsAnyway } from './read-option.ts';

/** What has tables of its own. */
export const tabled: readonly string[] = [
  'index',
  'compare',
  'correlate',
  'regression',
  'measurement',
  'mediation',
  'deprivation',
  'robustness',
];

/** They stand alone. */
const WHOLE: readonly string[] = ['all', 'none'];

/** `parts`: what a report has besides declarations; a study's unless a file compares studies. */
export function lowerReport(context: Context, parts: readonly string[] = Object.keys(reportOptions.tables.choices)): Plan['report'] {
  const { tables: _, ...options } = reportOptions;
  const { language, decimals, figures, captions, style, stars, ids, cells } = readOptionsAnyway(
    context,
    { clauses: context.merged.report },
    options,
  );
  const stated = context.merged.report.has('language');
  const clause = context.merged.report.get('tables');
  const shown = clause === undefined ? ['all'] : shownBy(context, clause, parts);
  const whole = shown[0] === 'all' || shown[0] === 'none' || shown.length === 0;
  return {
    language: stated ? language.kind : context.language,
    decimals: decimals.count,
    tables: shown[0] === 'none' ? 'none' : 'all',
    ...(whole ? {} : { shown }),
    figures: figures.kind,
    ...(captions.kind === 'both' ? { captions: 'both' as const } : {}),
    ...(style.kind === 'plain' ? {} : { style: style.kind }),
    stars,
    ids: ids.kind,
    ...(cells.kind === 'least' ? { cells: cells.count } : {}),
  };
}

/** Names in order, each once; `all` and `none` stand alone. */
function shownBy(context: Context, { node, file }: Located<ClauseNode>, parts: readonly string[]): readonly string[] {
  const shown: string[] = [];
  const alternatives = alternativesOf(node);
  for (const atoms of alternatives) {
    const [atom, extra] = atoms;
    if (atom === undefined) continue;
    const text = atomText(atom);
    const place = placeOf(file, { start: atom.span.start, end: atoms.at(-1)!.span.end });
    const alone = WHOLE.includes(text) && alternatives.length > 1;
    const known = [...ofKinds(context, tabled).names, ...parts.filter((part) => alternatives.length === 1 || !WHOLE.includes(part))];
    if (extra !== undefined || atom.kind !== 'address' || alone || !known.includes(text)) {
      const value = atoms.map(atomText).join(' ');
      const near = alone ? null : nearest(value, known);
      const facts = { value, clause: { is: 'clause' as const, word: node.word }, options: known, nearest: near };
      context.problems.push(raise(unknownOption, facts, mended(place, near)));
      continue;
    }
    if (shown.includes(text))
      context.problems.push(raise(repeatedMember, { name: text, list: { is: 'clause', word: node.word } }, { place }));
    else shown.push(text);
  }
  return shown;
}
