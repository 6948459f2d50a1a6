// What every table of a comparison needs: the studies, the language, and the names of things as the first study has them.
import type { ComparedStudy } from '../study.ts';
import type { IntervalCell, NumberCell } from '../../../show/document.ts';
import type { QuantityFormat } from '../../../contract/quantity.ts';
import { contextOf, statedCell, type CellLooks, type ReportContext } from '../../context.ts';
import { comparisonWordsIn, type ComparisonWords } from '../../../words/comparison.ts';

export interface ComparisonContext {
  readonly studies: readonly ComparedStudy[];
  /** Of each study, in order: for labels of what only it has, and for cells. */
  readonly reports: readonly ReportContext[];
  readonly words: ComparisonWords;
  /** Label of a declared name: the first study's, else the first that has one. */
  readonly labelOf: (name: string) => string;
}

export function comparisonContext(studies: readonly ComparedStudy[], language: string): ComparisonContext {
  const reports = studies.map((study) => contextOf(study.results, { language }));
  return {
    studies,
    reports,
    words: comparisonWordsIn(language),
    labelOf: (name) => reports.map((report) => report.labelOf(name)).find((label) => label !== name) ?? name,
  };
}

/** Numbers between studies have no addresses yet. */
export function numberCell(
  report: ReportContext,
  value: number | null | undefined,
  format: QuantityFormat,
  looks: CellLooks = {},
): NumberCell {
  return statedCell(report, 'comparison of studies', value, format, looks);
}

export function intervalOf(
  ends: { readonly low: number | null; readonly high: number | null } | null | undefined,
  decimals?: number,
  format: QuantityFormat = 'coefficient',
): IntervalCell {
  return {
    kind: 'interval',
    low: ends?.low ?? null,
    high: ends?.high ?? null,
    format,
    ...(decimals === undefined ? {} : { decimals }),
    unaddressed: 'comparison of studies',
  };
}
