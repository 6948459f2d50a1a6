// What every table of a comparison needs: the studies, the language, and the names of things as the first study has them.
import type { ComparedStudy } from '../study.ts';
import type { StudiesComparison } from '../compare-studies.ts';
import type { ComparisonResults } from '../run.ts';
import { labelText } from '../../../contract/label-text.ts';
import { comparisonQuantities } from '../quantities.ts';
import type { IntervalCell, NumberCell } from '../../../show/document.ts';
import { addressFor } from '../../../contract/declared-quantity.ts';
import { addressCell, contextOf, intervalCell, type CellLooks, type ReportContext } from '../../context.ts';
import type { ComparisonWords } from '../../../words/en/comparison.ts';
import { catalogueIn } from '../../../words/words.ts';

export interface ComparisonContext {
  readonly studies: readonly ComparedStudy[];
  /** Of each study, in order: for labels of what only it has. */
  readonly reports: readonly ReportContext[];
  /** As the first study's, with the numbers of the comparison: for cells. */
  readonly cells: ReportContext;
  readonly words: ComparisonWords;
  readonly language: string;
  /** What addresses begin with: the name of the comparison where a file gives it one. */
  readonly prefix: readonly string[];
  /** What stands over a study's column: its label, else its name. */
  readonly titleOf: (study: string) => string;
  /** Label of a declared name: the first study's, else the first that has one. */
  readonly labelOf: (name: string) => string;
}

/** `own`: of a file that compares studies, with names, labels and ways of printing of its own. */
export function comparisonContext(
  comparison: StudiesComparison,
  language: string,
  own: ComparisonResults | null = null,
  room: number = Infinity,
): ComparisonContext {
  const { studies } = comparison;
  const reports = studies.map((study) => contextOf(study.results, { language, room }));
  const quantities = own?.quantities ?? comparisonQuantities(comparison);
  const titles = new Map(own?.plan.studies.map(({ name, label }) => [name, labelText(label, language, name)]));
  const printed = own === null ? {} : { decimals: own.plan.report.decimals, stars: own.plan.report.stars };
  return {
    studies,
    reports,
    cells: { ...reports[0]!, ...printed, quantityAt: (address) => quantities.get(address) },
    words: catalogueIn(language).comparison,
    language,
    prefix: own === null ? [] : [own.plan.name],
    titleOf: (study) => titles.get(study) ?? study,
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
  const address = (key: string, args: readonly (string | number)[] = []): string => addressFor([...context.prefix, ...path], key, args);
  const number = (key: string, args: readonly (string | number)[] = [], looks: CellLooks = {}): NumberCell =>
    addressCell(context.cells, address(key, args), looks);
  return {
    address,
    number,
    value: (key, args) => number(key, args).value,
    interval: ([low, high], args, decimals) => ({ ...intervalCell(context.cells, [address(low, args), address(high, args)]), decimals }),
  };
}
