// How the sample was drawn, at the head of a report: weights, strata, sampling units, and what follows for errors.
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import { addressCell, statedCell, textCell, type ReportContext } from '../context.ts';
import type { sampleDesignQuantities } from './quantities.ts';

/** Nothing in a study that states no design. */
export function designBlocks(context: ReportContext): readonly Block[] {
  return context.plan.data?.design === undefined ? [] : [designTable(context)];
}

function designTable(context: ReportContext): TableBlock {
  const { words, plan } = context;
  const { design, cluster, lonely } = plan.data!;
  const rows: (readonly Cell[])[] = [];
  const add = (title: string, value: string | undefined): void => {
    if (value !== undefined) rows.push([textCell(title), textCell(context.labelOf(value)), null]);
  };
  const count = (title: string, by: string | undefined, address: keyof typeof sampleDesignQuantities): void => {
    rows.push([textCell(title), by === undefined ? null : textCell(context.labelOf(by)), addressCell(context, address)]);
  };
  count(words.designCases, design!.weight, 'sample.weighted');
  count(words.designSum, undefined, 'sample.weights');
  count(words.kishN, undefined, 'sample.n.kish');
  count(words.designStrata, design!.stratum, 'sample.strata');
  count(words.designUnits, cluster, 'sample.psus');
  count(words.designDf, undefined, 'sample.df');
  const { population } = design!;
  if (typeof population === 'number')
    rows.push([textCell(words.designPopulation), null, statedCell(context, 'as the spec states it', population, 'count')]);
  else add(words.designPopulation, population);
  if (design!.margins !== undefined)
    rows.push([
      textCell(words.designMargins),
      textCell(design!.margins.map(({ category }) => context.labelOf(category)).join(words.listComma)),
      null,
    ]);
  add(words.designLonely, lonely);
  return {
    kind: 'table',
    id: 'sample:design',
    title: words.design,
    columns: [
      { title: words.fact, align: 'left' },
      { title: words.dataColumn, align: 'left' },
      { title: words.value, align: 'number' },
    ],
    rows,
    notes: [words.designNote],
  };
}

/** Whether a job of this study is computed by its design. */
export const weighted = ({ plan }: ReportContext, job: { readonly unweighted?: true }): boolean =>
  plan.data?.design !== undefined && job.unweighted !== true;

/** What is printed under a table that is not weighted, in a study that is. */
export const unweightedNote = ({ plan, words }: ReportContext, job: { readonly unweighted?: true }): readonly string[] =>
  plan.data?.design !== undefined && job.unweighted === true ? [words.unweightedNote] : [];
