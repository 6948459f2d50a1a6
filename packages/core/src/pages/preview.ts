// What an editor shows beside one declaration: its pictures, then its tables. From a plan alone (nothing computed yet) there is the
// framework; everything else says in a sentence that it waits for numbers. Nothing here throws, whatever the name.
import { agreementStrip } from '../methods/claims/agreement-strip.ts';
import { claimStrip } from '../methods/claims/claim-strip.ts';
import { coefficientPlot } from '../methods/regression/coefficient-plot.ts';
import { pathDiagram } from '../methods/measurement/path-diagram.ts';
import { measurementBlocks } from '../methods/measurement/tables.ts';
import { nothingToDraw } from '../draw/figure.ts';
import { frameworkDiagram } from './framework-diagram.ts';
import { histogram } from '../methods/describe/histogram.ts';
import { itemBars } from '../methods/describe/item-bars.ts';
import { levelBars } from '../methods/describe/level-bars.ts';
import { loadingsMap } from '../methods/index/loadings-map.ts';
import { meansPlots } from '../methods/compare/means-plot.ts';
import { screePlot } from '../methods/index/scree-plot.ts';
import type { Schema } from '../data/schema.ts';
import type { GroupPlan, VariablePlan } from '../contract/variables.ts';
import type { Job, Plan } from '../methods/plan.ts';
import type { StudyResults } from '../methods/results.ts';
import type { Block } from '../show/document.ts';
import { contextOf, type ReportContext } from '../methods/context.ts';
import { labelText } from '../contract/label-text.ts';
import { publishedBlocks } from '../methods/claims/published-tables.ts';
import { hypothesisBlocks } from '../methods/claims/tables.ts';
import { compositeBlocks } from '../methods/composite/tables.ts';
import { compareBlocks } from '../methods/compare/tables.ts';
import { correlateBlocks } from '../methods/correlate/tables.ts';
import { descriptiveBlocks } from '../methods/describe/tables.ts';
import { indexBlocks } from '../methods/index/tables.ts';
import { deprivationBlocks } from '../methods/deprivation/tables.ts';
import { mediationBlocks } from '../methods/mediation/tables.ts';
import { quantityBlocks } from '../methods/quantity/tables.ts';
import { regressionBlocks } from '../methods/regression/tables.ts';
import { catalogueIn } from '../words/words.ts';
import { dataBlocks, type DataGlance } from './data-view.ts';
import { reliabilityBlocks } from '../methods/reliability/tables.ts';
import { sampleBlocks } from './sample-table.ts';

/** What the data block is called here: no declaration can have that name. */
export const DATA_VIEW = 'data:';

export interface PreviewOptions {
  /** For the data themselves; without it they wait. */ readonly data?: { readonly schema: Schema; readonly glance: DataGlance } | null;
  readonly language?: string /** Pixels that pictures may be wide: they wrap, and are not made smaller. */;
  readonly room?: number /** Long tables too. */;
  readonly details?: boolean;
}

/**
 * Blocks for the declaration `name`: an index (or one of its components), regression, comparison, dimension, block, indicator,
 * number, category (or one of its levels, `mode.cities`), quantity, hypothesis; `hypotheses`; `published` or the label of a published
 * block; the study itself when null. `plan` is the text as it stands now, `results` may be of an earlier one: a declaration that it does
 * not know waits.
 */
export function previewOf(plan: Plan, results: StudyResults | null, name: string | null, options: PreviewOptions = {}): readonly Block[] {
  const context = { ...contextOf({ ...(results ?? nothing(plan)), plan }, options), plan };
  if (name === DATA_VIEW)
    return options.data == null
      ? [nothingToDraw(context.words.nothingComputed(plan.data?.file ?? ''))]
      : dataBlocks(context, options.data.schema, options.data.glance);
  if (name === null) return [frameworkDiagram(context), ...(results === null ? [] : sampleBlocks(context))];
  const job = plan.jobs.find(
    (one) => one.name === name || (one.kind === 'index' && one.components.some((component) => component.name === name)),
  );
  if (job !== undefined) return jobBlocks(context, job);
  const group = plan.groups.find((one) => one.name === name);
  if (group !== undefined) return groupBlocks(context, group, results !== null);
  const variable =
    plan.variables.find((one) => one.name === name) ??
    plan.variables.find((one) => one.kind === 'category' && name.startsWith(`${one.name}.`));
  if (variable !== undefined) return variableBlocks(context, variable);
  if (plan.quantities?.some((one) => one.name === name) === true) {
    const blocks = quantityBlocks(context, new Set([name]));
    return blocks.length === 0 ? [waiting(context, name)] : blocks;
  }
  if (plan.robustness?.some((one) => one.name === name) === true)
    return [nothingToDraw(catalogueIn(context.language).robustness.later(context.labelOf(name)))];
  if (name === 'hypotheses' || plan.hypotheses.some((one) => one.name === name)) return hypothesesOf(context, name);
  const alone = printedTable(plan, name);
  const block = alone === null ? undefined : context.results.published[alone.index];
  if (alone !== null) {
    if (block === undefined) return [waiting(context, alone.table)];
    const one = { ...block, figures: block.figures.filter(({ figure }) => figure.table === alone.table) };
    return [
      agreementStrip(context, one, alone.index),
      ...publishedBlocks({ ...context, results: { ...context.results, published: [one] } }).filter(
        (found) => found.kind !== 'table' || found.id !== 'published:summary',
      ),
    ];
  }
  const printed = context.results.published
    .map((one, index) => ({ one, index }))
    .filter(
      ({ one }) =>
        name === 'published' || labelText(one.plan.label, context.language) === name || one.plan.label.some((label) => label.text === name),
    );
  if (printed.length > 0)
    return printed.flatMap(({ one, index }) => [
      agreementStrip(context, one, index),
      ...publishedBlocks({ ...context, results: { ...context.results, published: [one] } }),
    ]);
  return [
    name === 'published' || plan.published.some((one) => one.label.some((label) => label.text === name))
      ? waiting(context, name)
      : nothingToDraw(context.words.noPicture(name)),
  ];
}

/** One printed table of a published block, by the name that `printedTableName` makes; `whole` is the block's. */
export function printedTable(plan: Plan, name: string): { readonly index: number; readonly table: string; readonly whole: string } | null {
  for (const [index, one] of plan.published.entries()) {
    for (const whole of [...one.label.map((label) => label.text), 'published']) {
      const figure = one.figures.find(({ table }) => table !== null && printedTableName(whole, table) === name);
      if (figure !== undefined) return { index, table: figure.table!, whole };
    }
  }
  return null;
}

export function printedTableName(published: string, table: string): string {
  return `${published}/${table}`;
}

function nothing(plan: Plan): StudyResults {
  return {
    plan,
    sample: 0,
    variables: [],
    groups: [],
    indices: [],
    composites: [],
    comparisons: [],
    correlations: [],
    regressions: [],
    measurements: [],
    mediations: [],
    deprivations: [],
    published: [],
    hypotheses: [],
    quantities: new Map(),
    dataProblems: [],
    problems: [],
  };
}

function waiting(context: ReportContext, name: string): Block {
  return nothingToDraw(context.words.nothingComputed(context.labelOf(name)));
}

function jobBlocks(context: ReportContext, job: Job): readonly Block[] {
  const { results } = context;
  switch (job.kind) {
    case 'index': {
      const found = results.indices.find((one) => one.job.name === job.name);
      return found === undefined
        ? [waiting(context, job.name)]
        : [loadingsMap(context, found), screePlot(context, found), ...indexBlocks(context, found)];
    }
    case 'composite': {
      const found = results.composites.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : compositeBlocks(context, found);
    }
    case 'compare': {
      const found = results.comparisons.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : [...meansPlots(context, found), ...compareBlocks(context, found)];
    }
    case 'correlate': {
      const found = results.correlations.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : correlateBlocks(context, found);
    }
    case 'regression': {
      const found = results.regressions.find((one) => one.job.name === job.name);
      if (found === undefined) return [waiting(context, job.name)];
      const pictures = job.method.kind === 'multinomial' ? [] : [coefficientPlot(context, found)];
      return [...pictures, ...regressionBlocks(context, found)];
    }
    case 'deprivation': {
      const found = results.deprivations.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : deprivationBlocks(context, found);
    }
    case 'mediation': {
      const found = results.mediations.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : mediationBlocks(context, found);
    }
    case 'measurement': {
      const found = results.measurements.find((one) => one.job.name === job.name);
      return found === undefined ? [waiting(context, job.name)] : [pathDiagram(context, found), ...measurementBlocks(context, found)];
    }
  }
}

/** The context of some declarations only: tables of everything become tables of these. */
function narrowed(context: ReportContext, variables: readonly VariablePlan[], groups: readonly GroupPlan[]): ReportContext {
  const plan: Plan = { ...context.plan, variables, groups };
  const names = new Set([...variables, ...groups].map((one) => one.name));
  const { results } = context;
  return {
    ...context,
    plan,
    results: {
      ...results,
      plan,
      indices: [],
      composites: [],
      variables: results.variables.filter((one) => names.has(one.variable.name)),
      groups: results.groups.filter((one) => names.has(one.group.name)),
    },
  };
}

function groupBlocks(context: ReportContext, group: GroupPlan, computed: boolean): readonly Block[] {
  if (!computed || !context.results.groups.some((one) => one.group.name === group.name)) return [waiting(context, group.name)];
  const own = narrowed(
    context,
    context.plan.variables.filter((one) => group.members.includes(one.name)),
    [group],
  );
  return [...groupFigures(context, group), ...descriptiveBlocks(own), ...reliabilityBlocks(own)];
}

/** Bars of the indicators, then of the categories; what is on no short scale gets its histogram. */
function groupFigures(context: ReportContext, group: GroupPlan): readonly Block[] {
  const members = group.members.flatMap((name) => context.results.variables.find((one) => one.variable.name === name) ?? []);
  const categories = members.filter((one) => one.variable.kind === 'category');
  const apart = members.filter((one) => one.histogram !== null);
  const bars = itemBars(context, group.name, context.labelOf(group.name), [{ heading: null, members: group.members }]);
  return [
    ...(apart.length > 0 ? bars.filter((block) => block.kind === 'figure') : bars),
    ...(categories.length === 0 ? [] : [levelBars(context, group.name, context.labelOf(group.name), categories)]),
    ...apart.map((one) => histogram(context, one)),
  ];
}

function variableBlocks(context: ReportContext, variable: VariablePlan): readonly Block[] {
  const found = context.results.variables.find((one) => one.variable.name === variable.name);
  if (found === undefined) return [waiting(context, variable.name)];
  const figure =
    variable.kind === 'category' ? levelBars(context, variable.name, context.labelOf(variable.name), [found]) : histogram(context, found);
  return [figure, ...descriptiveBlocks(narrowed(context, [variable], []))];
}

function hypothesesOf(context: ReportContext, name: string): readonly Block[] {
  const own = context.results.hypotheses.filter((one) => name === 'hypotheses' || one.plan.name === name);
  if (own.length === 0) return [waiting(context, name)];
  return [
    ...own.map((one) => claimStrip(context, one)),
    ...hypothesisBlocks({ ...context, results: { ...context.results, hypotheses: own } }),
  ];
}
