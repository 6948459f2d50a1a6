// Coefficients side by side, tests of their equality, and what they amount to together.
import type { ComparedOutcome, ComparedRegression } from '../coefficients.ts';
import { forestPlot } from '../forest-plot.ts';
import type { LinearFit } from '../../../procedures/regression/ols.ts';
import { headingRow, starsOf, termText, textCell, type ReportContext } from '../../context.ts';
import type { Block, Cell, NoteBlock, TableBlock, TableColumn } from '../../../show/document.ts';
import { formatQuantity } from '../../../show/format.ts';
import { intervalOf, numberCell, type ComparisonContext } from './context.ts';

export function coefficientBlocks(context: ComparisonContext, regression: ComparedRegression): readonly Block[] {
  const { words, labelOf } = context;
  return [
    ...regression.outcomes.flatMap((outcome, at) => [
      equalityTable(context, regression.name, outcome),
      ...(at === 0 ? [forestOf(context, regression.name, outcome)] : []),
      ...notesOf(context, regression.name, outcome),
    ]),
    ...regression.left.map(
      (one): NoteBlock => ({
        kind: 'note',
        tone: 'warning',
        text:
          one.why === 'own-units'
            ? words.ownUnits(labelOf(regression.name), labelOf(one.outcome))
            : words.outcomeLeft(labelOf(regression.name), labelOf(one.outcome), one.reason ?? ''),
      }),
    ),
  ];
}

export function labelOfTerm(context: ComparisonContext, regression: string, text: string): string {
  for (const [k, study] of context.studies.entries()) {
    const term = study.results.regressions.find((one) => one.job.name === regression)?.terms.find((one) => one.text === text);
    if (term !== undefined) return termText(context.reports[k]!, term);
  }
  return text;
}

const coefficientOf = (fit: LinearFit | null, term: string): LinearFit['coefficients'][number] | undefined =>
  fit?.coefficients.find((one) => one.term === term);

function equalityTable(context: ComparisonContext, regression: string, compared: ComparedOutcome): TableBlock {
  const { words, studies, labelOf } = context;
  const report = context.reports[0]!;
  const many = studies.length > 2;
  const rows = compared.equality.terms.map((one): readonly Cell[] => {
    const meta = compared.metas.find((entry) => entry.term === one.term)?.meta;
    return [
      textCell(labelOfTerm(context, regression, one.term)),
      ...compared.studies.flatMap(({ fit }): Cell[] => {
        const found = coefficientOf(fit, one.term);
        return found === undefined
          ? [null, null]
          : [
              numberCell(report, found.b, 'coefficient', { small: true, stars: starsOf(report, found.p) }),
              numberCell(report, found.se, 'coefficient', { small: true, parentheses: true }),
            ];
      }),
      numberCell(report, one.chi2, 'statistic', { decimals: 2 }),
      numberCell(report, one.p, 'p'),
      numberCell(report, one.holm, 'p', { emphasis: one.holm !== null && one.holm < 0.05 }),
      numberCell(report, meta?.random?.estimate, 'coefficient', { small: true, stars: starsOf(report, meta?.random?.p ?? null) }),
      intervalOf(meta?.random, 2),
      numberCell(report, meta?.i2, 'percent', { decimals: 0 }),
      ...(many ? [numberCell(report, meta?.tau, 'coefficient', { small: true }), intervalOf(meta?.prediction, 2)] : []),
    ];
  });
  const footer = (title: string, pick: (fit: LinearFit) => number | null, format: 'count' | 'coefficient'): readonly Cell[] => [
    textCell(title),
    ...compared.studies.flatMap(({ fit }): Cell[] => [fit === null ? null : numberCell(report, pick(fit), format), null]),
  ];
  const columns: TableColumn[] = [
    { title: report.words.predictor, align: 'left' },
    ...studies.flatMap(({ name }) => ['b', 'SE'].map((title) => ({ title, align: 'number' as const, group: name }))),
    ...['χ²', 'p', 'p Holm'].map((title) => ({ title, align: 'number' as const, group: words.equal })),
    ...['b', report.words.interval95, 'I²'].map((title) => ({ title, align: 'number' as const, group: words.together })),
    ...(many ? ['τ', words.prediction].map((title) => ({ title, align: 'number' as const, group: words.together })) : []),
  ];
  return {
    kind: 'table',
    id: `${regression}:${compared.outcome}`,
    title: words.coefficientsOf(labelOf(regression), labelOf(compared.outcome)),
    columns,
    parts: [rows.length],
    rows: [...rows, footer(report.words.n, (fit) => fit.n, 'count'), footer('R²', (fit) => fit.r2, 'coefficient')],
    notes: [...testNotes(context, report, regression, compared), words.coefficientsNote],
  };
}

/** The tests of all coefficients at once, in a sentence each. */
function testNotes(context: ComparisonContext, report: ReportContext, regression: string, compared: ComparedOutcome): string[] {
  const { words } = context;
  const { joint } = compared.equality;
  const p = (value: number | null): string => formatQuantity(value, 'p');
  const statistic = (value: number | null): string => formatQuantity(value, 'statistic', { decimals: 2 });
  const df = (value: number): string => formatQuantity(value, 'df');
  const out: string[] = [];
  if (joint !== null) out.push(words.joint(statistic(joint.chi2), df(joint.df), p(joint.p)));
  if (compared.pooled !== null && !('problem' in compared.pooled.models)) {
    const { chow, slopes, intercepts } = compared.pooled.models;
    out.push(
      words.chow(statistic(chow.f), df(chow.df1), df(chow.df2), p(chow.p)),
      words.pooledModels(statistic(intercepts.f), p(intercepts.p), statistic(slopes.f), p(slopes.p)),
    );
  }
  for (const effect of compared.effects)
    out.push(
      words.studyEffect(
        effect.study,
        context.studies[0]!.name,
        statistic(effect.estimate),
        `[${statistic(effect.low)}, ${statistic(effect.high)}]`,
        p(effect.p),
      ),
    );
  const incomplete = compared.equality.incomplete.map((one) => labelOfTerm(context, regression, one.term));
  if (incomplete.length > 0) out.push(words.incomplete(incomplete.join(report.words.listComma)));
  return out;
}

function notesOf(context: ComparisonContext, regression: string, compared: ComparedOutcome): NoteBlock[] {
  const { words, labelOf } = context;
  const opposite = compared.equality.terms.flatMap((one) =>
    one.opposite.map((pair) =>
      words.opposite(labelOf(compared.outcome), labelOfTerm(context, regression, one.term), pair.first, pair.second),
    ),
  );
  return [
    ...opposite.map((text): NoteBlock => ({ kind: 'note', tone: 'warning', text })),
    ...(compared.units === 'first'
      ? [{ kind: 'note' as const, tone: 'plain' as const, text: words.firstUnits(labelOf(compared.outcome), context.studies[0]!.name) }]
      : []),
  ];
}

function forestOf(context: ComparisonContext, regression: string, compared: ComparedOutcome): Block {
  const { words, studies, labelOf } = context;
  const report = context.reports[0]!;
  const title = words.forestOf(labelOf(regression), labelOf(compared.outcome));
  const panels = compared.metas.map(({ term, meta }) => ({
    title: labelOfTerm(context, regression, term),
    rows: studies.map(({ name }) => {
      const found = meta.studies.find((one) => one.study === name);
      return {
        label: name,
        estimate: found?.estimate ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        weight: found === undefined ? null : 100 * found.weight,
      };
    }),
    pooled:
      meta.k < 2 || meta.random === null
        ? null
        : { label: words.together, estimate: meta.random.estimate, low: meta.random.low, high: meta.random.high },
    prediction: meta.prediction === null ? null : { low: meta.prediction.low, high: meta.prediction.high },
  }));
  const rows = panels.flatMap((panel): (readonly Cell[])[] => [
    headingRow(panel.title, 4),
    ...[...panel.rows, ...(panel.pooled === null ? [] : [{ ...panel.pooled, weight: null }])].map((row): readonly Cell[] => [
      textCell(row.label, { indent: 1 }),
      numberCell(report, row.estimate, 'coefficient', { small: true }),
      intervalOf(row),
      numberCell(report, row.weight, 'percent'),
    ]),
  ]);
  return forestPlot({
    id: `${regression}:${compared.outcome}:forest`,
    title,
    alternative: words.forestAlternative(labelOf(compared.outcome)),
    axis: 'b',
    panels,
    nothing: words.nothingToCompare,
    table: {
      kind: 'table',
      id: `${regression}:${compared.outcome}:forest:numbers`,
      title,
      columns: [
        { title: words.study, align: 'left' },
        ...['b', report.words.interval95, words.weight].map((one) => ({ title: one, align: 'number' as const })),
      ],
      rows,
      notes: [],
    },
  });
}
