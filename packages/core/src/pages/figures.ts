// Which pictures a report holds, and beside which table each stands. How they are drawn is ../figures.
import { agreementStrip } from '../methods/claims/agreement-strip.ts';
import { claimStrip } from '../methods/claims/claim-strip.ts';
import { coefficientPlot } from '../methods/regression/coefficient-plot.ts';
import { pathDiagram } from '../methods/measurement/path-diagram.ts';
import { flowPlot } from './flow-plot.ts';
import { frameworkDiagram } from './framework-diagram.ts';
import { itemBars } from '../methods/describe/item-bars.ts';
import { levelBars } from '../methods/describe/level-bars.ts';
import { loadingsMap } from '../methods/index/loadings-map.ts';
import { meansPlots } from '../methods/compare/means-plot.ts';
import { screePlot } from '../methods/index/scree-plot.ts';
import type { Job } from '../methods/plan.ts';
import type { ReportContext } from '../methods/context.ts';
import { sizeOf } from '../draw/compact.ts';
import type { PublishedResult } from '../methods/results.ts';
import type { Block } from '../show/document.ts';
import { publishedBlocks, type Remarks } from '../methods/claims/published-tables.ts';

export interface Placed {
  /** The table it follows; at the end of the section when there is none of that id. */ readonly after: string;
  readonly blocks: readonly Block[];
}

/** The blocks of a section with its pictures among them. Where there is nothing to draw the tables say so already. */
export function withFigures(context: ReportContext, blocks: readonly Block[], pictures: () => readonly Placed[]): readonly Block[] {
  if (context.plan.report.figures === 'none') return blocks;
  const placed = pictures().map((one) => ({ ...one, blocks: one.blocks.filter((block) => block.kind === 'figure') }));
  const ids = new Set(blocks.flatMap((block) => (block.kind === 'table' ? [block.id] : [])));
  return [
    ...blocks.flatMap((block) => [
      block,
      ...(block.kind === 'table' ? placed.filter((one) => one.after === block.id).flatMap((one) => one.blocks) : []),
    ]),
    ...placed.filter((one) => !ids.has(one.after)).flatMap((one) => one.blocks),
  ];
}

/** Pixels: as wide as a page is; half of it, which is a telephone. */
const WIDE = 880;
const SLIM = 350;
/** A picture that is hardly higher when it is half as wide is drawn so alone. */
const HIGHER = 1.4;
const LOW = 300;
/** More than half of a sheet is too high for half its width. */
const MOST = 700;
/** Nobody follows a picture through so many screens of a telephone: it scrolls in its frame instead. */
const ENDLESS = 1700;

/** Pictures as wide as a page and, where that is worth it, as half of one. */
const drawnTwice =
  <T extends readonly unknown[]>(draw: (context: ReportContext, ...rest: T) => readonly Placed[]) =>
  (context: ReportContext, ...rest: T): readonly Placed[] => {
    if (Number.isFinite(context.room)) return draw(context, ...rest);
    const slim = draw({ ...context, room: SLIM }, ...rest);
    return draw({ ...context, room: WIDE }, ...rest).map((one, at) => ({
      ...one,
      blocks: one.blocks.map((block, position) => fitting(block, slim[at]!.blocks[position]!)),
    }));
  };

function fitting(wide: Block, slim: Block): Block {
  if (wide.kind !== 'figure' || slim.kind !== 'figure') return wide;
  const [usual, half] = [sizeOf(wide.svg), sizeOf(slim.svg)];
  if (half.height <= Math.max(LOW, Math.min(usual.height * HIGHER, MOST))) return { ...slim, half: true };
  if (usual.width <= SLIM) return { ...wide, half: true };
  return half.height > ENDLESS ? wide : { ...wide, narrow: slim.svg };
}

export const sampleFigures = drawnTwice((context) => [{ after: '', blocks: [frameworkDiagram(context)] }]);

export const flowFigures = drawnTwice((context, blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [{ after: block.id, blocks: [flowPlot(context, block)] }] : [])),
);

/** The indicators of all dimensions in one picture, those of the blocks in another, and the categories. */
export const descriptiveFigures = drawnTwice((context) => {
  const { results, plan, words } = context;
  const shown = new Set<string>();
  const sections = (kind: 'dimension' | 'block') =>
    plan.groups
      .filter((group) => group.kind === kind)
      .map((group) => {
        const members = group.members.filter((member) => !shown.has(member));
        members.forEach((member) => shown.add(member));
        return { heading: context.labelOf(group.name), members };
      });
  const dimensions = itemBars(context, 'dimensions', words.itemsByDimension, sections('dimension'));
  const blocks = itemBars(context, 'blocks', words.predictors, sections('block'));
  const categories = results.variables.filter((one) => one.variable.kind === 'category');
  return [
    { after: 'descriptives:dimensions', blocks: dimensions },
    { after: 'descriptives:others', blocks },
    {
      after: 'descriptives:categories',
      blocks: categories.length === 0 ? [] : [levelBars(context, 'respondents', words.respondents, categories)],
    },
  ];
});

export const hypothesisFigures = drawnTwice((context) => [
  { after: 'hypotheses', blocks: context.results.hypotheses.map((one) => claimStrip(context, one)) },
]);

/** Every published block with its own picture. */
export function publishedWithFigures(context: ReportContext, remarks: Remarks): readonly Block[] {
  return context.results.published.flatMap((one, index) =>
    withFigures(context, publishedBlocks({ ...context, results: { ...context.results, published: [one] } }, remarks), () =>
      agreementFigures(context, one, index),
    ),
  );
}

const agreementFigures = drawnTwice((context, one: PublishedResult, index: number) => [
  { after: 'published:summary', blocks: [agreementStrip(context, one, index)] },
]);

export const jobFigures = drawnTwice((context, { kind, name }: Job): readonly Placed[] => {
  const { results } = context;
  switch (kind) {
    case 'index':
      return results.indices
        .filter((one) => one.job.name === name)
        .flatMap((one) => [
          { after: `${name}:retention`, blocks: [screePlot(context, one)] },
          { after: `${name}:loadings`, blocks: [loadingsMap(context, one)] },
        ]);
    // Its members stand in a table.
    case 'composite':
      return [];
    // The means of each category stand after its own table; ids name the category when there are several.
    case 'compare':
      return results.comparisons
        .filter((one) => one.job.name === name)
        .flatMap((one) =>
          meansPlots(context, one).map((block, position) => ({
            after: `${name}:means${one.job.by.length > 1 ? `:${one.job.by[position] ?? ''}` : ''}`,
            blocks: [block],
          })),
        );
    case 'correlate':
    case 'mediation':
    case 'deprivation':
      return [];
    case 'regression':
      return results.regressions
        .filter((one) => one.job.name === name && one.job.method.kind !== 'multinomial')
        .map((one) => ({ after: `${name}:coefficients`, blocks: [coefficientPlot(context, one)] }));
    case 'measurement':
      return results.measurements
        .filter((one) => one.job.name === name)
        .map((one) => ({ after: `${name}:loadings`, blocks: [pathDiagram(context, one)] }));
  }
});
