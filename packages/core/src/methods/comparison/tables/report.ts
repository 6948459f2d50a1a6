// A comparison of studies as a report: which sections there are and in which order.
import type { StudiesComparison } from '../compare-studies.ts';
import type { Block, ReportDocument, SectionBlock } from '../../../show/document.ts';
import { secondLanguage, withSecondTitles } from '../../../show/second-titles.ts';
import { numbered } from '../../../show/numbered.ts';
import { analysedBlocks } from './analysed.ts';
import { askedBlocks } from './asked.ts';
import { coefficientBlocks } from './coefficients.ts';
import { comparisonContext, type ComparisonContext } from './context.ts';
import type { ComparisonResults } from '../run.ts';
import { labelText } from '../../../contract/label-text.ts';
import { hypothesisBlocks } from '../../claims/tables.ts';
import { quantityBlocks } from '../../quantity/tables.ts';
import { firstPageBlocks } from './first-page.ts';
import { invarianceBlocks } from './invariance.ts';
import { scoreBlocks } from './scores.ts';
import { hypothesisTable, itemBlocks, reliabilityTable } from './side-by-side.ts';
import { structureBlocks } from './structure.ts';
import { suspicionNotes } from './suspicions.ts';
import { withNote } from '../../hidden-notes.ts';
import { formatQuantity } from '../../../show/format.ts';
import { catalogueIn } from '../../../words/words.ts';
import { leastOf } from '../study.ts';

/** The sections that a report may be asked for by name. */
export const comparisonSections = [
  'glance',
  'asked',
  'analysed',
  'items',
  'reliability',
  'structure',
  'invariance',
  'scores',
  'coefficients',
  'quantities',
  'hypotheses',
] as const;
export type ComparisonSection = (typeof comparisonSections)[number];

/** What stands over it. */
export function titleOfSection(id: ComparisonSection, language: string): string {
  const { comparison, firstPage, report } = catalogueIn(language);
  if (id === 'glance') return firstPage.title;
  return id === 'quantities' ? report.quantities : comparison[id];
}

export interface ComparisonReportOptions {
  readonly language?: string;
  /** Of a file that compares studies: its names, labels, figures and claims. */
  readonly of?: ComparisonResults;
  /** How wide a picture may be, in pixels. */
  readonly room?: number;
  /** Only these sections, and these quantities of the file; all when left out. */
  readonly only?: readonly string[];
}

/** With captions in two languages where its file wants them. */
export function comparisonReportOf(comparison: StudiesComparison, options: ComparisonReportOptions = {}): ReportDocument {
  const document = reportIn(comparison, options);
  return options.of?.plan.report.captions === undefined
    ? document
    : withSecondTitles(document, reportIn(comparison, { ...options, language: secondLanguage(document.language) }));
}

function reportIn(comparison: StudiesComparison, options: ComparisonReportOptions): ReportDocument {
  const { studies } = comparison;
  const { of: own = null, only } = options;
  const language = options.language ?? own?.plan.report.language ?? studies[0]!.plan.report.language;
  const context = comparisonContext(comparison, language, own, options.room);
  const { words, titleOf } = context;
  const report = context.reports[0]!.words;
  const section = (id: ComparisonSection, title: string, blocks: readonly Block[]): SectionBlock[] => {
    const shown = blocks.filter(({ kind }) => !hidden.has(kind));
    return shown.length === 0 || only?.includes(id) === false ? [] : [{ kind: 'section', id, title, blocks: shown }];
  };
  // Figures that the file makes and what it claims are shown whatever it says of tables.
  const hidden = new Set<Block['kind']>([
    ...(own?.plan.report.tables === 'none' ? (['table'] as const) : []),
    ...(own?.plan.report.figures === 'none' ? (['figure'] as const) : []),
  ]);
  const titles = studies.map((study) => titleOf(study.name)).join(report.listComma);
  const ofFile = ownBlocks(context, own, only);
  const drawn = studies.filter((study) => study.plan.data?.design !== undefined).map((study) => titleOf(study.name));
  const unweighted: readonly Block[] =
    drawn.length === 0 ? [] : [{ kind: 'note', tone: 'warning', text: report.unweightedStudies(drawn.join(report.listComma)) }];
  const glance = firstPageBlocks(context, comparison.firstPage, language);
  return {
    title: own === null ? words.title(titles) : labelText(own.plan.label, language, words.title(titles)),
    subtitle: words.subtitle(titleOf(studies[0]!.name), studies.length),
    language,
    ...(own?.plan.report.style === undefined ? {} : { style: own.plan.report.style }),
    blocks: numbered(
      inOrder(
        own,
        only,
        withNote(noteOfHidden(context), [
          ...section('glance', glance.title, [...unweighted, ...glance.blocks]),
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
                text: words.indexLeft(context.labelOf(one.index), one.studies.map(titleOf).join(report.listComma), one.why),
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
          ...ofFile.quantities,
          ...ofFile.hypotheses,
          ...section('hypotheses', words.hypotheses, hypothesisTable(context, comparison.hypotheses)),
        ]),
      ),
    ),
  };
}

/** Who chooses tables wants these sections, in this order; its own claims are among the hypotheses. */
function inOrder(
  own: ComparisonResults | null,
  only: readonly string[] | undefined,
  blocks: readonly SectionBlock[],
): readonly SectionBlock[] {
  const shown = only === undefined ? own?.plan.report.shown : undefined;
  const belongs = (id: string, name: string): boolean => id === name || (id === 'claims' && name === 'hypotheses');
  return shown === undefined ? blocks : shown.flatMap((name) => blocks.filter(({ id }) => belongs(id, name)));
}

/** What the signs for hidden numbers mean, for every bound that a study has. */
function noteOfHidden({ studies, reports }: ComparisonContext): string | null {
  const bounds = [...new Set(studies.map(leastOf))].filter((least) => least > 0).sort((a, b) => a - b);
  return bounds.length === 0 ? null : bounds.map((least) => reports[0]!.words.hiddenCells(formatQuantity(least, 'count'))).join(' ');
}

/** What the file makes of the numbers, and what it claims of them. */
function ownBlocks(
  context: ComparisonContext,
  own: ComparisonResults | null,
  only: readonly string[] | undefined,
): { readonly quantities: readonly SectionBlock[]; readonly hypotheses: readonly SectionBlock[] } {
  if (own === null) return { quantities: [], hypotheses: [] };
  const { words } = context.cells;
  const labels = new Map(
    [...own.plan.quantities, ...own.plan.hypotheses].map(({ name, label }) => [name, labelText(label, context.language, name)]),
  );
  const cells = { ...context.cells, labelOf: (name: string) => labels.get(name) ?? name };
  const section = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'section', id, title, blocks }];
  const all = only === undefined || only.includes('quantities');
  const claims = only === undefined || only.includes('hypotheses') ? hypothesisBlocks(cells, own.hypotheses) : [];
  return {
    quantities: section('quantities', words.quantities, quantityBlocks(cells, all ? null : new Set(only), own.plan.quantities)),
    hypotheses: section(
      'claims',
      context.words.ownHypotheses,
      claims.map((block) => (block.kind === 'table' ? { ...block, id: 'claims', title: context.words.ownHypotheses } : block)),
    ),
  };
}
