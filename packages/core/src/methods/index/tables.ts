// An index: whether the items suit component analysis, how many components there are, the loadings, the scores.
import { unweightedNote } from '../design/tables.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import type { IndexResult } from '../results.ts';
import { correlations } from './basis.ts';
import { extract, hasUniqueParts } from './extract.ts';
import { rotate, valueOfRotation } from './rotate.ts';
import type { indexQuantities } from './quantities.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import type { scoreQuantities } from '../score/quantities.ts';
import { addressCell, conditionText, quantityAt, textAt, textCell, type CellLooks, type ReportContext } from '../context.ts';
import { catalogueIn, inLanguage } from '../../words/words.ts';
import { formatPlain, formatQuantity } from '../../show/format.ts';

type IndexQuantity = keyof typeof indexQuantities;

/** Loadings smaller than this say little: the field leaves them blank or pale. */
export const PALE = 0.4;

export function indexBlocks(context: ReportContext, result: IndexResult): readonly Block[] {
  return [
    factorabilityTable(context, result),
    retentionTable(context, result),
    loadingsTable(context, result),
    structureTable(context, result),
    componentCorrelationsTable(context, result),
    scoresTable(context, result),
  ].filter((block) => block !== null);
}

/** Name of the component in a position of the rotated solution: the author's, or its number. */
export function componentTitle(context: ReportContext, result: IndexResult, position: number): string {
  const named = result.components.find((component) => component.position === position);
  return named === undefined ? context.words.unnamedComponent(formatPlain(position + 1)) : context.labelOf(named.name);
}

/** Positions as the author lists them: named components in their order of declaration, then the others. */
export function componentOrder(result: IndexResult): readonly number[] {
  const named = result.components.map((component) => component.position);
  return [...named, ...Array.from({ length: result.kept }, (_, position) => position).filter((position) => !named.includes(position))];
}

/** Items grouped by the component on which they load highest, in the order of the components, highest first. */
export function itemOrder(result: IndexResult): readonly number[] {
  const order = componentOrder(result);
  const best = result.loadings.map((row) =>
    order.reduce((top, position) => (Math.abs(row[position] ?? 0) > Math.abs(row[top] ?? 0) ? position : top), order[0] ?? 0),
  );
  return result.job.items
    .map((_, item) => item)
    .sort((a, b) => {
      const [x, y] = [best[a] ?? 0, best[b] ?? 0];
      return x !== y
        ? order.indexOf(x) - order.indexOf(y)
        : Math.abs(result.loadings[b]?.[y] ?? 0) - Math.abs(result.loadings[a]?.[x] ?? 0) || a - b;
    });
}

function factorabilityTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const { name } = result.job;
  const row = (title: string, quantity: IndexQuantity, looks: CellLooks = {}): readonly Cell[] => [
    textCell(title),
    addressCell(context, addressFor([name], quantity), looks),
  ];
  const rows = [
    row(words.casesUsed, 'n.correlations'),
    ...(result.filled > 0 ? [row(words.filledCells, 'filled')] : []),
    row(words.kmo, 'kmo'),
    row(words.bartlettChi2, 'bartlett.chi2'),
    row(words.df, 'bartlett.df'),
    row(words.p, 'bartlett.p'),
    row(words.determinant, 'determinant', { small: true }),
  ];
  return {
    kind: 'table',
    id: `${name}:factorability`,
    title: words.factorability,
    columns: [
      { title: words.fact, align: 'left' },
      { title: words.value, align: 'number' },
    ],
    rows,
    notes: [],
  };
}

/** How many components each rule would keep, in words. */
export function rulesOf(context: ReportContext, name: string, rules: readonly ('kaiser' | 'parallel' | 'map')[], comma: string): string {
  const { words } = context;
  const say = { kaiser: words.ruleKaiser, parallel: words.ruleParallel, map: words.ruleMap };
  return words.rulesWouldKeep(
    rules.map((rule) => say[rule](textAt(context, addressFor([name], `kept.${rule}` satisfies IndexQuantity)))).join(comma),
  );
}

function retentionTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const rules = result.retention;
  if (rules === null) return null;
  const { name } = result.job;
  const shown = [
    'eigenvalue(number)',
    'eigenvalue.percent(number)',
    'eigenvalue.cumulative(number)',
    'parallel(number)',
    'parallel.mean(number)',
  ] as const;
  const rows = rules.eigenvalues.map((_, i): readonly Cell[] => [
    textCell(formatPlain(i + 1), { emphasis: i < result.kept }),
    ...shown.map((quantity, column) =>
      addressCell(context, addressFor([name], quantity, [i + 1]), column === 0 ? { emphasis: i < result.kept } : {}),
    ),
  ]);
  const count = (value: number): string => formatQuantity(value, 'count');
  return {
    kind: 'table',
    id: `${name}:retention`,
    title: words.retention,
    columns: [
      { title: words.component, align: 'left' },
      ...[words.eigenvalue, words.percentOfVariance, words.cumulative, words.parallel95, words.parallelMean].map((title) => ({
        title,
        align: 'number' as const,
      })),
    ],
    rows,
    ...(result.kept < rows.length ? { parts: [result.kept] } : {}),
    notes: [
      rulesOf(context, name, ['kaiser', 'parallel', 'map'], words.language === 'zh' ? '，' : '; '),
      words.keptNote(textAt(context, addressFor([name], 'kept'))),
      words.parallelNote(count(rules.parallel.replications), String(rules.parallel.seed)),
    ],
  };
}

/** How an address names the component in a position of the solution: by its name, or by its place. */
export function componentAt(result: IndexResult, position: number): string | number {
  return result.components.find((component) => component.position === position)?.name ?? position + 1;
}

function loadingsTable(context: ReportContext, result: IndexResult): TableBlock | null {
  if (result.kept === 0 || result.loadings.length === 0) return null;
  const { words } = context;
  const { job } = result;
  const order = componentOrder(result);
  const nameAt = new Map(result.components.map((component) => [component.position, component]));
  const columns: TableColumn[] = [
    { title: words.itemOfScale, align: 'left' },
    ...order.map((position) => ({ title: componentTitle(context, result, position), align: 'number' as const })),
    { title: words.communality, align: 'number' },
  ];
  const rows: (readonly Cell[])[] = itemOrder(result).map((item) => {
    const itemName = job.items[item] ?? '';
    return [
      textCell(context.labelOf(itemName)),
      ...order.map((position): Cell => {
        const address = addressFor([job.name], 'loading(item, component)', [itemName, componentAt(result, position)]);
        const { value } = quantityAt(context, address);
        return addressCell(context, address, {
          ...(nameAt.get(position)?.marker === itemName ? { stars: '°' } : {}),
          ...(value !== null && Math.abs(value) < PALE ? { muted: true } : {}),
        });
      }),
      addressCell(context, addressFor([job.name], 'communality(item)', [itemName])),
    ];
  });
  const body = rows.length;
  const open = { decimals: context.decimals };
  rows.push([
    textCell(job.rotate.kind === 'none' ? words.explained : words.explainedRotated),
    ...order.map(
      (position): Cell => addressCell(context, addressFor([job.name], 'explained(component)', [componentAt(result, position)]), open),
    ),
    addressCell(context, addressFor([job.name], 'explained.total'), open),
  ]);
  if (result.components.some((component) => component.weight !== null)) {
    rows.push([
      textCell(words.weight),
      ...order.map((position): Cell => {
        const component = nameAt.get(position);
        return component === undefined || component.weight === null
          ? null
          : addressCell(context, addressFor([job.name], 'weight(component)', [component.name]));
      }),
      null,
    ]);
  }
  return {
    kind: 'table',
    id: `${job.name}:loadings`,
    title: loadingsTitle(context, result),
    columns,
    rows,
    parts: [body],
    notes: [...suitsNote(context, result), ...loadingNotes(context, result)],
  };
}

/** How well the items suit, in one line under the loadings. */
function suitsNote(context: ReportContext, { job, factorability }: IndexResult): readonly string[] {
  if (factorability === null) return [];
  const at = (quantity: IndexQuantity): string => textAt(context, addressFor([job.name], quantity));
  const p = at('bartlett.p');
  return [context.words.suitsNote(at('kmo'), at('bartlett.chi2'), at('bartlett.df'), `p ${/^[<>]/u.test(p) ? p : `= ${p}`}`)];
}

export function loadingsTitle({ words }: Pick<ReportContext, 'words'>, { job, factorCorrelations }: IndexResult): string {
  if (factorCorrelations !== null) return words.patternMatrix;
  const turned = job.rotate.kind !== 'none';
  if (hasUniqueParts(job.extract)) return turned ? words.rotatedFactorLoadings : words.factorLoadings;
  return turned ? words.rotatedLoadings : words.loadings;
}

function structureTable(context: ReportContext, result: IndexResult): TableBlock | null {
  if (result.factorCorrelations === null) return null;
  const { words } = context;
  const { job } = result;
  const order = componentOrder(result);
  return {
    kind: 'table',
    id: `${job.name}:structure`,
    title: words.structureMatrix,
    columns: [
      { title: words.itemOfScale, align: 'left' },
      ...order.map((position) => ({ title: componentTitle(context, result, position), align: 'number' as const })),
    ],
    rows: itemOrder(result).map((item) => [
      textCell(context.labelOf(job.items[item]!)),
      ...order.map(
        (position): Cell =>
          addressCell(context, addressFor([job.name], 'structure(item, component)', [job.items[item]!, componentAt(result, position)])),
      ),
    ]),
    notes: [words.structureNote],
  };
}

function componentCorrelationsTable(context: ReportContext, result: IndexResult): TableBlock | null {
  if (result.factorCorrelations === null) return null;
  const { words } = context;
  const { name } = result.job;
  const order = componentOrder(result);
  return {
    kind: 'table',
    id: `${name}:component-correlations`,
    title: words.componentCorrelations,
    columns: [
      { title: words.component, align: 'left' },
      ...order.slice(0, -1).map((position) => ({ title: componentTitle(context, result, position), align: 'number' as const })),
    ],
    // The half below the diagonal: a correlation stands once.
    rows: order
      .slice(1)
      .map((position, at) => [
        textCell(componentTitle(context, result, position)),
        ...order
          .slice(0, -1)
          .map(
            (other, column): Cell =>
              column > at
                ? null
                : addressCell(
                    context,
                    addressFor([name], 'correlation(part, part)', [componentAt(result, position), componentAt(result, other)]),
                  ),
          ),
      ]),
    notes: [],
  };
}

function loadingNotes(context: ReportContext, result: IndexResult): readonly string[] {
  const { words } = context;
  const { job } = result;
  const method = inLanguage(
    context.language,
    result.rotation === null ? rotate.choices.none.note() : rotate.choices[job.rotate.kind].note(job.rotate),
    {
      extraction: inLanguage(context.language, extract.choices[job.extract.kind].note),
      iterations: formatPlain(result.rotation?.iterations ?? 0),
      value: valueOfRotation(job.rotate),
    },
  );
  const weighting = { explained: words.weightExplained, equal: words.weightEqual, given: words.weightGiven }[job.weight.kind];
  const parts = job.compose.map((name) => context.labelOf(name)).join(words.listComma);
  return [
    ...unweightedNote(context, job),
    ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
    method,
    ...(job.correlations.kind === 'pearson' ? [] : [inLanguage(context.language, correlations.choices[job.correlations.kind].note)]),
    ...(result.rotation !== null && !result.rotation.converged ? [words.notConverged] : []),
    ...(result.factorFit === null
      ? []
      : [
          words.factorFitNote(
            ...((['fit.chi2', 'fit.df', 'fit.p'] as const).map((quantity) =>
              textAt(context, addressFor([job.name], quantity satisfies IndexQuantity)),
            ) as [string, string, string]),
          ),
        ]),
    ...(result.factorCorrelations === null ? [] : [words.sharedNote]),
    ...(result.components.length > 0 ? [words.markerNote] : []),
    words.paleNote(formatQuantity(PALE, 'coefficient', { decimals: 1 })),
    ...(parts === ''
      ? []
      : [
          words.composeNote(context.labelOf(job.name), `${parts}${words.language === 'zh' ? '，' : ', '}${weighting}`),
          rescaleNote(context, result),
        ]),
    ...defaultsNote(context, job.defaults),
  ];
}

function rescaleNote(context: ReportContext, { job }: IndexResult): string {
  const { words } = context;
  const rule = job.rescale;
  const { goalposts } = job;
  if ((rule.kind === 'range' || rule.kind === 'components') && goalposts.kind !== 'observed') {
    const own = catalogueIn(words.language).composite;
    const from =
      goalposts.kind === 'range' ? own.goalposts.range(formatPlain(goalposts.low), formatPlain(goalposts.high)) : own.goalposts.scale;
    return own.rescale.range(formatPlain(rule.low), formatPlain(rule.high), from);
  }
  switch (rule.kind) {
    case 'range':
      return words.rescaleRange(formatPlain(rule.low), formatPlain(rule.high));
    case 'components':
      return words.rescaleComponents(formatPlain(rule.low), formatPlain(rule.high));
    case 'none':
      return words.rescaleNone;
    case 't':
      return words.rescaleT;
  }
}

export function defaultsNote(context: ReportContext, defaults: readonly string[]): readonly string[] {
  return defaults.length === 0 ? [] : [context.words.defaultsNote(defaults.join('; '))];
}

function scoresTable(context: ReportContext, result: IndexResult): TableBlock | null {
  const { words } = context;
  const { job } = result;
  const rows = [job.name, ...job.components.map((component) => component.name)].flatMap((name): (readonly Cell[])[] => {
    if (!result.summaries.has(name)) return [];
    return [
      [
        textCell(context.labelOf(name)),
        ...(['n', 'mean', 'sd', 'min', 'max'] as const).map((quantity) =>
          addressCell(context, addressFor([name], quantity satisfies keyof typeof scoreQuantities)),
        ),
      ],
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: `${job.name}:scores`,
    title: words.scores,
    columns: [
      { title: words.score, align: 'left' },
      ...[words.n, words.mean, words.sd, words.min, words.max].map((title) => ({ title, align: 'number' as const })),
    ],
    rows,
    notes: [],
  };
}
