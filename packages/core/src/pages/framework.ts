// What a study's framework consists of, from the plan alone: cards (what is asked, how it is analysed, what comes out) and the arrows
// between them, in an order that keeps arrows apart. Where they stand is framework-diagram.ts.
import { indexOfScore, madeOf } from '../methods/plan.ts';
import type { CompareJob } from '../methods/compare/job.ts';
import type { Condition, GroupPlan, VariablePlan } from '../contract/variables.ts';
import type { CompositeJob } from '../methods/composite/job.ts';
import type { IndexJob } from '../methods/index/job.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import { conditionText, type ReportContext } from '../methods/context.ts';

export interface CardRow {
  readonly text: string /** In brackets behind the text. */;
  readonly tag?: string /** On a line under it. */;
  readonly aside?: string;
  readonly muted?: boolean;
}
export interface Card {
  readonly key: string;
  readonly column: 0 | 1 | 2;
  readonly kind: string;
  readonly title: string;
  readonly rows: readonly CardRow[];
  readonly style: 'ss-card' | 'ss-step' | 'ss-goal';
}
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly dashed: boolean;
}
export interface Framework {
  readonly cards: readonly Card[];
  readonly arrows: readonly Arrow[];
}

type Analysis = CompareJob | RegressionJob;

export function frameworkOf(context: ReportContext): Framework {
  const { plan } = context;
  const cards = new Map<string, Card>();
  const arrows = new Map<string, Arrow>();
  const put = (card: Card): string => {
    if (!cards.has(card.key)) cards.set(card.key, card);
    return card.key;
  };
  const arrow = (from: string, to: string, dashed: boolean): void => {
    arrows.set(`${from} → ${to}`, { from, to, dashed });
  };
  const groups = new Map(plan.groups.map((group) => [group.name, group]));

  for (const job of plan.jobs) {
    if (job.kind !== 'index' && job.kind !== 'composite') continue;
    const goal = put(indexCard(context, job));
    const own = job.groups.flatMap((name) => groups.get(name) ?? []);
    for (const group of own) arrow(put(groupCard(context, group)), goal, false);
    const loose = madeOf(job).filter((item) => !own.some((group) => group.name === item || group.members.includes(item)));
    if (loose.length > 0)
      arrow(
        put({
          key: `items:${job.name}`,
          column: 0,
          kind: '',
          title: context.words.items,
          rows: loose.map((name) => variableRow(context, name)),
          style: 'ss-card',
        }),
        goal,
        false,
      );
  }
  for (const analysis of alike(plan.jobs.filter((job): job is Analysis => job.kind === 'compare' || job.kind === 'regression'))) {
    const [first] = analysis as [Analysis, ...Analysis[]];
    const dashed = first.kind === 'compare';
    const step = put(analysisCard(context, analysis));
    for (const source of sourcesOf(context, first, groups)) arrow(put(source), step, dashed);
    for (const outcome of first.outcomes) {
      const index = indexOfScore(plan, outcome);
      arrow(
        step,
        index === undefined
          ? put({
              key: `outcome:${outcome}`,
              column: 2,
              kind: context.words.outcome,
              title: context.labelOf(outcome),
              rows: [],
              style: 'ss-goal',
            })
          : `index:${index.name}`,
        dashed,
      );
    }
  }
  // A framework without an analysis still shows what it asks.
  if (cards.size === 0) {
    for (const group of plan.groups) put(groupCard(context, group));
    const loose = plan.variables.filter((variable) => !plan.groups.some((group) => group.members.includes(variable.name)));
    if (loose.length > 0)
      put({
        key: 'others',
        column: 0,
        kind: '',
        title: context.words.otherVariables,
        rows: loose.map((one) => variableRow(context, one.name)),
        style: 'ss-card',
      });
  }
  return { cards: [...cards.values()], arrows: [...arrows.values()] };
}

function indexCard(context: ReportContext, job: IndexJob | CompositeJob): Card {
  const { words } = context;
  const rows = (job.kind === 'index' ? job.components : []).map((component): CardRow => {
    const left = job.kind === 'index' && job.compose.length > 0 && !job.compose.includes(component.name);
    return {
      text: context.labelOf(component.name),
      aside: [words.markedBy(context.labelOf(component.marker)), ...(left ? [words.notComposed] : [])].join(words.semicolon),
      ...(left ? { muted: true } : {}),
    };
  });
  return { key: `index:${job.name}`, column: 2, kind: words.index, title: context.labelOf(job.name), rows, style: 'ss-goal' };
}

function groupCard(context: ReportContext, group: GroupPlan): Card {
  const { words } = context;
  return {
    key: `group:${group.name}`,
    column: 0,
    kind: group.kind === 'dimension' ? words.dimension : words.block,
    title: context.labelOf(group.name),
    rows: group.members.map((name) => variableRow(context, name)),
    style: 'ss-card',
  };
}

function variableRow(context: ReportContext, name: string): CardRow {
  const variable: VariablePlan | undefined = context.plan.variables.find((one) => one.name === name);
  return { text: context.labelOf(name), ...(variable?.kind === 'indicator' && variable.reversed ? { tag: context.words.reversed } : {}) };
}

/** Analyses with the same predictors and outcomes share a card: the same model in other cases, for instance. */
function alike(jobs: readonly Analysis[]): readonly (readonly Analysis[])[] {
  const found = new Map<string, Analysis[]>();
  for (const job of jobs) {
    const key = JSON.stringify([
      job.kind,
      job.outcomes,
      job.kind === 'compare'
        ? [job.by, job.factors ?? [], job.with ?? [], job.against ?? null]
        : job.terms.map((one) => [one.term, one.block]),
    ]);
    found.set(key, [...(found.get(key) ?? []), job]);
  }
  return [...found.values()];
}

function analysisCard(context: ReportContext, jobs: readonly Analysis[]): Card {
  const { words } = context;
  const [first, ...others] = jobs as [Analysis, ...Analysis[]];
  const where = (condition: Condition | null): { aside?: string } =>
    condition === null ? {} : { aside: conditionText(context, condition) };
  return {
    key: `analysis:${first.name}`,
    column: 1,
    kind: first.kind === 'compare' ? words.comparison : words.regression,
    title: context.labelOf(first.name),
    style: 'ss-step',
    rows: [
      ...(first.where === null ? [] : [{ text: '', ...where(first.where) }]),
      ...others.map((job) => ({ text: context.labelOf(job.name), ...where(job.where) })),
    ],
  };
}

function sourcesOf(context: ReportContext, job: Analysis, groups: ReadonlyMap<string, GroupPlan>): Card[] {
  const { words, plan } = context;
  if (job.kind === 'compare') {
    return [...job.by, ...(job.factors ?? [])].map((name) => {
      const category = plan.variables.find((one) => one.name === name);
      return {
        key: `category:${name}`,
        column: 0,
        kind: words.category,
        title: context.labelOf(name),
        rows: category?.kind === 'category' ? category.levels.map((level) => ({ text: context.labelOf(`${name}.${level.name}`) })) : [],
        style: 'ss-card',
      };
    });
  }
  const blocks = [...new Set(job.terms.flatMap((one) => (one.block === null ? [] : [one.block])))].flatMap(
    (name) => groups.get(name) ?? [],
  );
  const loose = [
    ...new Set(
      job.terms
        .filter((one) => one.block === null || !groups.has(one.block))
        .map((one) => one.term.map((name) => context.labelOf(name)).join(' × ')),
    ),
  ];
  const rest: Card[] =
    loose.length === 0
      ? []
      : [
          {
            key: `predictors:${JSON.stringify(loose)}`,
            column: 0,
            kind: '',
            title: blocks.length === 0 ? words.predictor : words.otherPredictors,
            rows: loose.map((text) => ({ text })),
            style: 'ss-card',
          },
        ];
  return [...blocks.map((group) => groupCard(context, group)), ...rest];
}
