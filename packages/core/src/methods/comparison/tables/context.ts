// What every table of a comparison needs: the studies, the language, and the names of things as the first study has them.
import type { ComparedStudy } from '../study.ts';
import type { StudiesComparison } from '../compare-studies.ts';
import { comparisonQuantities } from '../quantities.ts';
import type { IntervalCell, NumberCell } from '../../../show/document.ts';
import { addressFor } from '../../../contract/declared-quantity.ts';
import { addressCell, contextOf, intervalCell, type CellLooks, type ReportContext } from '../../context.ts';
import { comparisonWordsIn, type ComparisonWords } from '../../../words/comparison.ts';

export interface ComparisonContext {
  readonly studies: readonly ComparedStudy[];
  /** Of each study, in order: for labels of what only it has. */
  readonly reports: readonly ReportContext[];
  /** As the first study's, with the numbers of the comparison: for cells. */
  readonly cells: ReportContext;
  readonly words: ComparisonWords;
  /** Label of a declared name: the first study's, else the first that has one. */
  readonly labelOf: (name: string) => string;
}

export function comparisonContext(comparison: StudiesComparison, language: string): ComparisonContext {
  const { studies } = comparison;
  const reports = studies.map((study) => contextOf(study.results, { language }));
  const quantities = comparisonQuantities(comparison);
  return {
    studies,
    reports,
    cells: { ...reports[0]!, quantityAt: (address) => quantities.get(address) },
    words: comparisonWordsIn(language),
    labelOf: (name) => reports.map((report) => report.labelOf(name)).find((label) => label !== name) ?? name,
  };
}

/** Cells of one thing's numbers: its path, and where each stands in brackets. */
export function cellsAt(
  context: ComparisonContext,
  path: readonly string[],
): {
  readonly number: (key: string, args?: readonly (string | number)[], looks?: CellLooks) => NumberCell;
  readonly interval: (ends: readonly [low: string, high: string], args: readonly (string | number)[], decimals: number) => IntervalCell;
  readonly value: (key: string, args?: readonly (string | number)[]) => number | null;
  readonly address: (key: string, args?: readonly (string | number)[]) => string;
} {
  const address = (key: string, args: readonly (string | number)[] = []): string => addressFor(path, key, args);
  const number = (key: string, args: readonly (string | number)[] = [], looks: CellLooks = {}): NumberCell =>
    addressCell(context.cells, address(key, args), looks);
  return {
    address,
    number,
    value: (key, args) => number(key, args).value,
    interval: ([low, high], args, decimals) => ({ ...intervalCell(context.cells, [address(low, args), address(high, args)]), decimals }),
  };
}
