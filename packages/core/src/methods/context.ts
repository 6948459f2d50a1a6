// What every table builder needs: the results, the language, and the names of things as a reader knows them.
import type { CategoryPlan, Condition, ValueSet, VariablePlan } from '../contract/variables.ts';
import type { Plan } from './plan.ts';
import { isExecution, type StudyResults, type TermInfo } from './results.ts';
import type { Quantity, QuantityFormat, QuantitySource } from '../contract/quantity.ts';
import type { IntervalCell, NumberCell, TextCell, Unaddressed } from '../show/document.ts';
import { formatPlain, formatQuantity, hiddenText } from '../show/format.ts';
import { labelText } from '../contract/label-text.ts';
import { wordsIn, type Words } from '../words/words.ts';

export interface ReportContext {
  readonly results: StudyResults;
  /** The quantity at an address; reading it computes it where that was not done yet. */
  readonly quantityAt: (address: string) => Quantity | undefined;
  readonly plan: Plan;
  readonly language: string;
  readonly words: Words;
  /** How wide a picture may be, in pixels, its margin included; as wide as it likes where nothing is said. */
  readonly room: number;
  /** Long tables (coefficients in detail, item analysis) are shown too. */
  readonly details: boolean;
  /** Digits of means, coefficients and statistics, as the study's `report` block says. */
  readonly decimals: number;
  /** Bounds of `*`, `**`, `***`, descending. */
  readonly stars: readonly number[];
  /** Label of any declared name in the report's language; the name itself when it has none. */
  readonly labelOf: (name: string) => string;
}

export function contextOf(
  results: StudyResults,
  options: { readonly language?: string; readonly details?: boolean; readonly room?: number },
): ReportContext {
  const plan = results.plan;
  const language = options.language ?? plan.report.language;
  const labels = declaredLabels(plan, language);
  const source: QuantitySource = isExecution(results) ? results.asked : results.quantities;
  return {
    results,
    quantityAt: (address) => source.get(address),
    plan,
    language,
    words: wordsIn(language),
    room: options.room ?? Infinity,
    details: options.details ?? false,
    decimals: plan.report.decimals,
    stars: plan.report.stars,
    labelOf: (name) => labels.get(name) ?? name,
  };
}

function declaredLabels(plan: Plan, language: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const add = (one: { readonly name: string; readonly label: Plan['title'] }): void => {
    labels.set(one.name, labelText(one.label, language, one.name));
  };
  plan.variables.forEach(add);
  plan.groups.forEach(add);
  plan.hypotheses.forEach(add);
  plan.quantities?.forEach(add);
  plan.robustness?.forEach(add);
  for (const job of plan.jobs) {
    add(job);
    if (job.kind === 'index') job.components.forEach(add);
    if (job.kind === 'measurement') for (const one of job.second) add({ ...one, name: `${job.name}.${one.name}` });
  }
  for (const variable of plan.variables) {
    if (variable.kind !== 'category') continue;
    for (const level of variable.levels) labels.set(`${variable.name}.${level.name}`, labelText(level.label, language, level.name));
  }
  return labels;
}

function variableOf(context: ReportContext, name: string): VariablePlan | null {
  return context.plan.variables.find((variable) => variable.name === name) ?? null;
}

export function categoryOf(context: ReportContext, name: string): CategoryPlan | null {
  const variable = variableOf(context, name);
  return variable?.kind === 'category' ? variable : null;
}

/** How a number looks, whatever it is; `starredBy` is the address of the p-value that its stars are made of. */
export type CellLooks = Partial<
  Pick<
    NumberCell,
    'decimals' | 'stars' | 'starredBy' | 'emphasis' | 'muted' | 'mark' | 'parentheses' | 'small' | 'reason' | 'asMark' | 'beside'
  >
>;

/** The study's own decimals where the format leaves them open. */
function decimalsFor(context: ReportContext, format: QuantityFormat): { decimals?: number } {
  return format === 'coefficient' || format === 'mean' || format === 'statistic' || format === 'p' ? { decimals: context.decimals } : {};
}

/** The quantity at an address. An address that holds nothing is a defect of whoever prints it. */
export function quantityAt(context: ReportContext, address: string): Quantity {
  const quantity = context.quantityAt(address);
  if (quantity === undefined) throw new Error(`no quantity at ${address}`);
  return quantity;
}

/** The number at an address: its value, format and reason are the quantity's. */
export function addressCell(context: ReportContext, address: string, looks: CellLooks = {}): NumberCell {
  const { value, format, reason, hidden } = quantityAt(context, address);
  const stars = looks.starredBy === undefined ? {} : { stars: starsOf(context, quantityAt(context, looks.starredBy).value) };
  return {
    kind: 'number',
    value,
    format,
    ...decimalsFor(context, format),
    ...(value === null && reason !== undefined ? { reason } : {}),
    ...(hidden === undefined ? {} : { hidden }),
    ...looks,
    ...stars,
    address,
  };
}

/** What stands under a table and a picture in which numbers are hidden. */
export const hiddenNote = ({ words, plan }: Pick<ReportContext, 'words' | 'plan'>): string =>
  words.hiddenCells(formatQuantity(plan.report.cells ?? null, 'count'));

/** An interval is two addresses. */
export function intervalCell(context: ReportContext, addresses: readonly [string, string]): IntervalCell {
  const [low, high] = [quantityAt(context, addresses[0]), quantityAt(context, addresses[1])];
  const reason = low.reason ?? high.reason;
  const hidden = low.hidden ?? high.hidden;
  return {
    kind: 'interval',
    low: low.value,
    high: high.value,
    format: low.format,
    ...decimalsFor(context, low.format),
    ...(reason === undefined ? {} : { reason }),
    ...(hidden === undefined ? {} : { hidden }),
    addresses,
  };
}

/** A number that is no quantity of the study, and why. */
export function statedCell(
  context: ReportContext,
  unaddressed: Unaddressed,
  value: number | null | undefined,
  format: QuantityFormat,
  looks: CellLooks = {},
): NumberCell {
  return {
    kind: 'number',
    value: value === undefined || value === null || !Number.isFinite(value) ? null : value,
    format,
    ...decimalsFor(context, format),
    ...looks,
    unaddressed,
  };
}

/** The number at an address as a sentence has it. */
export function textAt(context: ReportContext, address: string): string {
  const { value, format, hidden } = quantityAt(context, address);
  return hidden === undefined ? formatQuantity(value, format) : hiddenText(hidden);
}

export function textCell(text: string, more: Partial<Omit<TextCell, 'kind' | 'text'>> = {}): TextCell {
  return { kind: 'text', text, ...more };
}

/** A heading over the rows below it, as wide as the table. */
export function headingRow(text: string, columns: number, aside?: string): readonly TextCell[] {
  return [{ kind: 'text', text, emphasis: true, span: columns, ...(aside === undefined ? {} : { aside }) }];
}

/** `**` for a p within the study's bands; empty outside them or without a p. */
export function starsOf(context: ReportContext, p: number | null): string {
  return p === null ? '' : '*'.repeat(context.stars.filter((bound) => p < bound).length);
}

/** A term as readers know it: `Age: 46–69`, `Environmental amenity × Type: Cities`. */
export function termText(context: ReportContext, term: TermInfo): string {
  return term.variables
    .map((name, position) => {
      const level = term.levels[position] ?? null;
      return level === null
        ? context.labelOf(name)
        : `${context.labelOf(name)}${context.words.colon}${context.labelOf(`${name}.${level}`)}`;
    })
    .join(' × ');
}

/** A condition in words, with labels. */
export function conditionText(context: ReportContext, condition: Condition, nested = false): string {
  const { words } = context;
  if (condition.kind === 'compare') return `${context.labelOf(condition.variable)} ${condition.operator} ${formatPlain(condition.value)}`;
  if (condition.kind === 'is') {
    const values =
      condition.levels?.map((level) => words.levelQuoted(context.labelOf(`${condition.variable}.${level}`))) ??
      valueSetTexts(condition.values ?? [], words);
    return (condition.not ? words.isNot : words.is)(context.labelOf(condition.variable), values.reduce(words.or));
  }
  const parts = condition.parts.map((part) => conditionText(context, part, true));
  const text = parts.reduce(condition.kind === 'and' ? words.and : words.or);
  return nested ? words.inBrackets(text) : text;
}

export function valueSetTexts(values: ValueSet, words: Words): readonly string[] {
  return values.map((code) => {
    switch (code.kind) {
      case 'blank':
        return words.blank;
      case 'number':
        return formatPlain(code.value);
      case 'text':
        return `“${code.text}”`;
      case 'range':
        return (
          `${code.low === null ? '' : formatPlain(code.low.value) + (code.low.open ? '<' : '')}..` +
          `${code.high === null ? '' : (code.high.open ? '<' : '') + formatPlain(code.high.value)}`
        );
    }
  });
}
