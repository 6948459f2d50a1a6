// What was found, at a glance: the first page of a report. Each number is the quantity at its address; what is only a count of claims or
// printed figures says so. A study in which nothing was asked that has one answer has no such page.
import { addressFor, type LevelPath } from '../contract/declared-quantity.ts';
import { addressCell, statedCell, type CellLooks, type ReportContext } from '../methods/context.ts';
import { countsOf } from '../methods/claims/counts.ts';
import { comparedAs, comparePath } from '../methods/compare/job.ts';
import type { MediationJob } from '../methods/mediation/job.ts';
import { quantityText } from '../methods/address-label.ts';
import type { CompareResult, HypothesisResult, RegressionResult } from '../methods/results.ts';
import type { Block, NumberCell, Statement, Tile } from '../show/document.ts';
import { formatPlain } from '../show/format.ts';
import { equalsSign, phraseOf } from '../show/phrase.ts';

/** More would be no glance. */
const MOST = { indices: 3, models: 2, sentences: 5 } as const;
/** Groups are said to differ below it; the p stands beside. */
const LEVEL = 0.05;

export function summaryBlocks(context: ReportContext): readonly Block[] {
  const tiles = [
    ...scoreTiles(context),
    ...context.results.deprivations.flatMap((one) => povertyTile(context, one.job.name)),
    ...context.results.measurements.flatMap((one) => measurementTile(context, one.job.name)),
    ...context.results.regressions.flatMap((one) => modelTile(context, one)).slice(0, MOST.models),
    ...hypothesesTile(context),
    ...publishedTile(context),
  ];
  const findings = [
    ...context.results.hypotheses.map((one) => verdictOn(context, one)),
    ...[
      ...context.results.comparisons.flatMap((one) => groupsIn(context, one)),
      ...context.results.mediations.flatMap((one) => mediated(context, one.job)),
    ].slice(0, MOST.sentences),
  ];
  return tiles.length + findings.length === 0 ? [] : [{ kind: 'summary', id: 'summary:findings', tiles, findings }];
}

/** Null where there is no such quantity, or no value. */
function known(context: ReportContext, address: string, looks: CellLooks = {}): NumberCell | null {
  return (context.quantityAt(address)?.value ?? null) === null ? null : addressCell(context, address, looks);
}

const allKnown = (cells: readonly (NumberCell | null)[]): cells is readonly NumberCell[] => cells.every((cell) => cell !== null);

function tileOf(cells: readonly (NumberCell | null)[], label: (...rest: readonly string[]) => string): readonly Tile[] {
  if (!allKnown(cells)) return [];
  return [{ figure: [cells[0]!], label: phraseOf(cells.slice(1), label) }];
}

/** Of an index its score; of one that is not composed how much its components keep of the answers. */
function scoreTiles(context: ReportContext): readonly Tile[] {
  const { results, words } = context;
  const scored = (name: string): readonly Tile[] =>
    tileOf(
      (['mean', 'sd', 'min', 'max'] as const).map((quantity) => known(context, addressFor([name], quantity))),
      (sd, low, high) => words.tileMean(context.labelOf(name), sd!, low!, high!),
    );
  return [
    ...results.indices.flatMap(({ job: { name } }) => {
      const own = scored(name);
      if (own.length > 0) return own;
      const cells = [known(context, addressFor([name], 'explained.total')), known(context, addressFor([name], 'kept'))];
      return tileOf(cells, (kept) => words.tileExplained(context.labelOf(name), kept!));
    }),
    ...results.composites.flatMap(({ job: { name } }) => scored(name)),
  ].slice(0, MOST.indices);
}

function povertyTile(context: ReportContext, name: string): readonly Tile[] {
  const cells = (['m0', 'h', 'a'] as const).map((quantity) => known(context, addressFor([name], quantity)));
  return tileOf(cells, (h, a) => context.words.tilePoor(context.labelOf(name), h!, a!));
}

function measurementTile(context: ReportContext, name: string): readonly Tile[] {
  const cells = (['cfi', 'rmsea'] as const).map((quantity) => known(context, addressFor([name], quantity)));
  return tileOf(cells, (rmsea) => context.words.tileModelFit('CFI', context.labelOf(name), rmsea!));
}

/** How well a model fits its first outcome; where its method has no such measure, how many cases it has. */
function modelTile(context: ReportContext, { job, outcomes }: RegressionResult): readonly Tile[] {
  const { words, labelOf } = context;
  const first = outcomes[0];
  if (first === undefined) return [];
  const path = [job.name, first.outcome];
  const n = known(context, addressFor(path, 'n'));
  if (n === null) return [];
  for (const measure of ['adjusted_r2', 'mcfadden', 'nagelkerke'] as const) {
    const cell = known(context, addressFor(path, measure));
    const title = quantityText(context, measure, 0, ['outcome of regression']);
    if (cell !== null && title !== null)
      return tileOf([cell, n], (cases) => words.tileFit(title, labelOf(job.name), labelOf(first.outcome), cases!));
  }
  return tileOf([n], () => words.tileCases(labelOf(job.name)));
}

const counted = (context: ReportContext, value: number): NumberCell => statedCell(context, 'count of claims', value, 'count');

function hypothesesTile(context: ReportContext): readonly Tile[] {
  const { hypotheses } = context.results;
  if (hypotheses.length === 0) return [];
  const held = hypotheses.filter((one) => one.verdict === 'holds').length;
  return [
    {
      figure: phraseOf([counted(context, held), counted(context, hypotheses.length)], (some, all) => context.words.outOf(some!, all!)),
      label: [context.words.tileHypotheses(hypotheses.length)],
    },
  ];
}

function publishedTile(context: ReportContext): readonly Tile[] {
  const figures = context.results.published.flatMap((one) => one.figures);
  if (figures.length === 0) return [];
  const { total, off, open } = countsOf(figures);
  const cells = [total - off - open, total].map((value) => statedCell(context, 'count of printed figures', value, 'count'));
  return [{ figure: phraseOf(cells, (some, all) => context.words.outOf(some!, all!)), label: [context.words.tileFigures(total)] }];
}

function verdictOn(context: ReportContext, { plan, claims, verdict }: HypothesisResult): Statement {
  const kept = claims.filter((one) => one.holds === true).length;
  return {
    verdict,
    text: [context.labelOf(plan.name)],
    aside: phraseOf([counted(context, kept), counted(context, claims.length)], (some, all) =>
      context.words.claimsKept(context.words[verdict], some!, all!, claims.length),
    ),
  };
}

/** Of each comparison its first outcome: which groups stand highest and lowest, and the test of all. */
function groupsIn(context: ReportContext, { job, cells }: CompareResult): readonly Statement[] {
  const { words, labelOf } = context;
  return job.by.flatMap((by): readonly Statement[] => {
    const cell = cells.find((one) => one.category.name === by && comparedAs(job, one.outcome) === 'outcome of compare');
    if (cell === undefined || cell.comparison === null) return [];
    const path = comparePath(job, cell.outcome, by);
    const test = ['f', 'df1', 'df2', 'p'].map((quantity) => known(context, addressFor(path, quantity)));
    if (!allKnown(test)) return [];
    const means = cell.comparison.groups.flatMap(({ level }) => {
      const at: LevelPath = [by, level];
      const mean = known(context, addressFor(path, 'mean(level)', [at]));
      return mean === null ? [] : [{ label: labelOf(at.join('.')), mean }];
    });
    if (means.length < 2) return [];
    const [f, df1, df2, p] = test;
    const eta = known(context, addressFor(path, 'eta2'));
    const low = means.reduce((best, one) => (one.mean.value! < best.mean.value! ? one : best));
    const high = means.reduce((best, one) => (one.mean.value! > best.mean.value! ? one : best));
    const numbers = [high.mean, low.mean, f!, df1!, df2!, p!, ...(eta === null ? [] : [eta])];
    const told = (...slots: readonly string[]): string =>
      `F(${slots[3]}, ${slots[4]}) = ${slots[2]}, p${equalsSign(p!)}${slots[5]}${eta === null ? '' : `, η² = ${slots[6]}`}`;
    const text = phraseOf(numbers, (...slots) =>
      p!.value! < LEVEL
        ? words.groupsDiffer(labelOf(cell.outcome), labelOf(by), high.label, slots[0]!, low.label, slots[1]!, told(...slots))
        : words.groupsAlike(labelOf(cell.outcome), labelOf(by), slots[1]!, slots[0]!, told(...slots)),
    );
    return [{ text }];
  });
}

/** The indirect effects together, and whether their interval leaves out zero. */
function mediated(context: ReportContext, job: MediationJob): readonly Statement[] {
  const { words, labelOf } = context;
  const cells = (['indirect.total', 'indirect.total.low', 'indirect.total.high'] as const).map((quantity) =>
    known(context, addressFor([job.name], quantity)),
  );
  if (!allKnown(cells)) return [];
  const values: readonly NumberCell[] = cells;
  const [, low, high] = values.map(({ value }) => value!);
  const text = phraseOf(cells, (effect, from, to) =>
    words.goesThrough(
      labelOf(job.predictor),
      labelOf(job.outcome),
      effect!,
      words.ci(formatPlain(job.confidence * 100)),
      `[${from}, ${to}]`,
      low! > 0 || high! < 0,
    ),
  );
  return [{ text }];
}
