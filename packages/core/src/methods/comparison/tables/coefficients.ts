// Coefficients side by side, tests of their equality, and what they amount to together.
import type { ComparedOutcome, ComparedRegression } from '../coefficients.ts';
import { forestPlot } from '../forest-plot.ts';
import type { LinearFit } from '../../../procedures/regression/ols.ts';
import { headingRow, statedCell, termText, textCell, type ReportContext } from '../../context.ts';
import type { Block, Cell, NoteBlock, TableBlock, TableColumn } from '../../../show/document.ts';
import { formatQuantity } from '../../../show/format.ts';
import { cellsAt, type ComparisonContext } from './context.ts';

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

const pathOf = (regression: string, compared: ComparedOutcome): readonly string[] => [regression, ...compared.outcome.split('.')];

function equalityTable(context: ComparisonContext, regression: string, compared: ComparedOutcome): TableBlock {
  const { words, studies, labelOf } = context;
  const report = context.reports[0]!;
  const many = studies.length > 2;
  const at = cellsAt(context, pathOf(regression, compared));
  const rows = compared.equality.terms.map(({ term }): readonly Cell[] => [
    textCell(labelOfTerm(context, regression, term)),
    ...compared.studies.flatMap(({ fit, few }, k): Cell[] => {
      const of = [term, studies[k]!.name];
      return coefficientOf(fit, term) === undefined && few === undefined
        ? [null, null]
        : [
            at.number('b(term, study)', of, { small: true, starredBy: at.address('p(term, study)', of) }),
            at.number('se(term, study)', of, { small: true, parentheses: true }),
          ];
    }),
    at.number('equal.chi2(term)', [term], { decimals: 2 }),
    at.number('equal.p(term)', [term]),
    at.number('equal.holm(term)', [term], { emphasis: (at.value('equal.holm(term)', [term]) ?? 1) < 0.05 }),
    at.number('pooled.b(term)', [term], { small: true, starredBy: at.address('pooled.p(term)', [term]) }),
    at.interval(['pooled.low(term)', 'pooled.high(term)'], [term], 2),
    at.number('i2(term)', [term], { decimals: 0 }),
    ...(many
      ? [at.number('tau(term)', [term], { small: true }), at.interval(['prediction.low(term)', 'prediction.high(term)'], [term], 2)]
      : []),
  ]);
  const footer = (title: string, key: string): readonly Cell[] => [
    textCell(title),
    ...compared.studies.flatMap(({ fit, few }, k): Cell[] => [
      fit === null && few === undefined ? null : at.number(key, [studies[k]!.name]),
      null,
    ]),
  ];
  const columns: TableColumn[] = [
    { title: report.words.predictor, align: 'left' },
    ...studies.flatMap(({ name }) => ['b', 'SE'].map((title) => ({ title, align: 'number' as const, group: context.titleOf(name) }))),
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
    rows: [...rows, footer(report.words.n, 'n(study)'), footer('R²', 'r2(study)')],
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
        context.titleOf(effect.study),
        context.titleOf(context.studies[0]!.name),
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
      ? [
          {
            kind: 'note' as const,
            tone: 'plain' as const,
            text: words.firstUnits(labelOf(compared.outcome), context.titleOf(context.studies[0]!.name)),
          },
        ]
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
        label: context.titleOf(name),
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
  const at = cellsAt(context, pathOf(regression, compared));
  const rows = panels.flatMap((panel, i): (readonly Cell[])[] => {
    const { term } = compared.metas[i]!;
    return [
      headingRow(panel.title, 4),
      ...studies.map(({ name }): readonly Cell[] => [
        textCell(context.titleOf(name), { indent: 1 }),
        at.number('b(term, study)', [term, name], { small: true }),
        at.interval(['low(term, study)', 'high(term, study)'], [term, name], 3),
        at.number('weight(term, study)', [term, name]),
      ]),
      ...(panel.pooled === null
        ? []
        : [
            [
              textCell(panel.pooled.label, { indent: 1 }),
              at.number('pooled.b(term)', [term], { small: true }),
              at.interval(['pooled.low(term)', 'pooled.high(term)'], [term], 3),
              statedCell(context.cells, 'not among the results', null, 'percent'),
            ],
          ]),
    ];
  });
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
