// Marks of significance in every place where a report shows them: as often as the p-value or the paper says, never more.
import { describe, expect, it } from 'vitest';
import {
  previewOf,
  renderFragment,
  renderHtml,
  renderText,
  reportOf,
  type Block,
  type ReportDocument,
  type StudyResults,
} from '@studyspec/core';
import { cellText } from '../../packages/core/src/render/cells.ts';
import { cellsIn, isNumber } from '../support/cells.ts';
import { EXAMPLES, exampleText, runExample } from '../support/examples.ts';

/** `10.127***`, `−0.05 *`: what carries stars, as often as it stands there. */
const starred = (text: string): string[] => [...text.matchAll(/[-−]?\d[\d.]*%?\s?\*+/gu)].map((match) => match[0]);
const counted = (texts: readonly string[]): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const text of [...texts].sort()) out[text] = (out[text] ?? 0) + 1;
  return out;
};
const tagless = (html: string): string => html.replace(/<[^>]*>/gu, '').replaceAll('&lt;', '<');
/** What a paper printed, as its tables show it: beside what comes out, or, where that reads alike, with its mark alone. */
const printedTexts = (document: ReportDocument): readonly string[] =>
  cellsIn(document.blocks)
    .filter((one) => /^published:\d+$/u.test(one.table.id) && one.column > 0 && one.table.columns[one.column]!.title !== 'Here')
    .flatMap(({ cell }) => (cell === null ? [] : [cellText(cell).replace(/ ✓$/u, '')]));

const withResults = EXAMPLES.filter((example) => runExample(example).results !== null);
const resultsOf = (example: (typeof EXAMPLES)[number]): StudyResults => runExample(example).results!;
const named = ({ plan }: StudyResults): readonly (string | null)[] => [
  null,
  ...[...plan.variables, ...plan.groups, ...plan.jobs, ...plan.hypotheses].map((one) => one.name),
  ...plan.jobs.flatMap((job) => (job.kind === 'index' ? job.components.map((one) => one.name) : [])),
  'published',
];

describe.each(withResults)('the stars of %s', (example) => {
  const results = resultsOf(example);
  const plans = results.published.flatMap((one) => one.figures.map(({ figure }) => figure));
  const report = (language: string): ReportDocument => reportOf(results, { language, details: true });

  it.each(['en', 'zh'])('are at most three in a row, in every cell of every table, in words of %s', (language) => {
    const document = report(language);
    const cells = cellsIn(document.blocks);
    expect(cells.filter((one) => isNumber(one) && /^\*+$/u.test(one.cell.stars ?? '')).length).toBeGreaterThan(0);
    for (const { cell, where } of cells) {
      if (cell?.kind === 'number') expect(cell.stars ?? '', where).toMatch(/^(?:\*{0,3}|°|[a-z]+)$/u);
      if (cell?.kind === 'text') expect(cell.text, where).not.toMatch(/\*{4}|%%|\bns\b.*\bns\b/u);
    }
    for (const text of [renderHtml(document), renderText(document, { width: 80 }), renderText(document, { width: 120 })])
      expect(starred(tagless(text)).filter((one) => /\*{4}/u.test(one))).toEqual([]);
  });

  it('are shown as the paper printed them', () => {
    const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll(' ', '')).sort();
    expect(plain(printedTexts(report('en')))).toEqual(
      plain(plans.map((figure) => `${figure.operator === '=' ? '' : figure.operator}${figure.printed.text}`)),
    );
  });

  it('are the same in text, page and preview', () => {
    const tables = (blocks: readonly Block[]): Block[] =>
      blocks.flatMap((block) =>
        block.kind === 'section' ? tables(block.blocks) : block.kind === 'table' ? [{ ...block, notes: [] }] : [],
      );
    for (const name of named(results)) {
      const blocks = tables(previewOf(results.plan, results, name, { language: 'en', details: true }));
      const page = blocks.map((block) => starred(tagless(renderFragment([block], { language: 'en' }).replace(/<t[dh]\b/gu, '\n$&'))));
      const text = blocks.map((block) =>
        starred(renderText({ title: '', subtitle: '', language: 'en', blocks: [block] }, { width: 1000 })),
      );
      const cells = cellsIn(blocks).flatMap(({ cell }) =>
        cell?.kind === 'number' && /^\*+$/u.test(cell.stars ?? '') && !(cell.asMark === true && cell.mark === 'agrees')
          ? [cell.stars!]
          : cell?.kind === 'text' && /^[-−]?\d/u.test(cell.text) && /\*+$/u.test(cell.text)
            ? [/\*+$/u.exec(cell.text)![0]]
            : [],
      );
      expect(counted(page.flat()), String(name)).toEqual(counted(text.flat()));
      expect(counted(page.flat().map((one) => one.replace(/^[^*]*/u, ''))), String(name)).toEqual(counted(cells));
    }
  });
});

it('every starred figure of the paper’s tables stands in the report with the stars it has in print', () => {
  const spec = exampleText('examples/anshun/anshun.study');
  const block = spec.slice(spec.indexOf('published "Pan')).replace(/\/\/.*$/gmu, '');
  const printed = [
    ...starred(block),
    ...[...block.matchAll(/from "([^"]+)"/gu)].flatMap(([, name]) => starred(exampleText(`examples/anshun/${name}`))),
  ];
  expect(printed.length).toBeGreaterThan(60);
  const shown = printedTexts(reportOf(resultsOf('examples/anshun/anshun.study'), { language: 'en' })).flatMap(starred);
  expect(counted(shown)).toEqual(counted(printed));
});
