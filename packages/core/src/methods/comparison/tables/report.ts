// A comparison of studies as a report: which sections there are and in which order.
import type { StudiesComparison } from '../compare-studies.ts';
import type { Block, ReportDocument, SectionBlock } from '../../../show/document.ts';
import { numbered } from '../../../show/numbered.ts';
import { analysedBlocks } from './analysed.ts';
import { askedBlocks } from './asked.ts';
import { coefficientBlocks } from './coefficients.ts';
import { comparisonContext } from './context.ts';
import { firstPageBlocks } from './first-page.ts';
import { invarianceBlocks } from './invariance.ts';
import { scoreBlocks } from './scores.ts';
import { hypothesisTable, itemBlocks, reliabilityTable } from './side-by-side.ts';
import { structureBlocks } from './structure.ts';
import { suspicionNotes } from './suspicions.ts';

export function comparisonReportOf(comparison: StudiesComparison, options: { readonly language?: string } = {}): ReportDocument {
  const { studies } = comparison;
  const language = options.language ?? studies[0]!.plan.report.language;
  const context = comparisonContext(comparison, language);
  const { words } = context;
  const section = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'section', id, title, blocks }];
  const glance = firstPageBlocks(context, comparison.firstPage, language);
  return {
    title: words.title(studies.map((study) => study.name).join(context.reports[0]!.words.listComma)),
    subtitle: words.subtitle(studies[0]!.name, studies.length),
    language,
    blocks: numbered([
      ...section('glance', glance.title, glance.blocks),
      ...section('asked', words.asked, askedBlocks(context, comparison.asked)),
      ...section('analysed', words.analysed, analysedBlocks(context, comparison.analysed)),
      ...section('items', words.items, [
        ...itemBlocks(context, comparison.items),
        ...suspicionNotes(
          context,
          comparison.indices.flatMap((one) => one.suspicions),
        ),
      ]),
      ...section('reliability', words.reliability, reliabilityTable(context, comparison.reliability)),
      ...section('structure', words.structure, [
        ...comparison.left.map(
          (one): Block => ({
            kind: 'note',
            tone: 'warning',
            text: words.indexLeft(context.labelOf(one.index), one.studies.join(context.reports[0]!.words.listComma)),
          }),
        ),
        ...comparison.indices.flatMap((one) => (one.structure === null ? [] : structureBlocks(context, one.structure))),
      ]),
      ...section(
        'invariance',
        words.invariance,
        comparison.indices.flatMap((one) => invarianceBlocks(context, one.invariance)),
      ),
      ...section(
        'scores',
        words.scores,
        comparison.indices.flatMap((one) => (one.scores === null ? [] : scoreBlocks(context, one.scores))),
      ),
      ...section(
        'coefficients',
        words.coefficients,
        comparison.regressions.flatMap((one) => coefficientBlocks(context, one)),
      ),
      ...section('hypotheses', words.hypotheses, hypothesisTable(context, comparison.hypotheses)),
    ]),
  };
}
