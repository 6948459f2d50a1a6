// What stands around a coefficient: stars, the ends of its interval, and one sign for b, β and t.
import { tQuantile } from '../numerics/distributions.ts';
import { excusedBy, pRange, testOf, type CoefficientRow, type Freedom } from './coefficient-rows.ts';
import { named, pathsOf, withinInterval, type CheckReport } from './finding.ts';
import { absolute, add, meets, multiplied, subtract, type Interval } from './interval.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';
import { starBand } from './star-levels.ts';

/** Stars of b and β against the p that stands beside them, or that of their t. In a table without any star the lack of one says nothing. */
export function stars(study: PrintedStudy, out: CheckReport, rows: readonly CoefficientRow[], freedom: Freedom): void {
  const starredTables = new Set(study.cells.filter((cell) => cell.stars !== null && cell.stars !== 'ns').map((cell) => cell.table));
  for (const row of rows) {
    for (const starred of [row.beta, row.b, row.t]) {
      if (
        starred === null ||
        !starredTables.has(starred.table) ||
        (starred.stars === null && starred === row.t && [row.b, row.beta].some((cell) => cell !== null && cell.stars !== null))
      )
        continue;
      const band = starBand(starred);
      const assumed = [...(starred.bandsAssumed === null ? [] : [starred.bandsAssumed])];
      const certainty = assumed.length > 0 ? ('worth a look' as const) : ('inconsistent' as const);
      if (row.statistic !== null) {
        const range = pRange(row.statistic, freedom);
        out.judge(meets(range, band), [starred, ...row.from, freedom.n], () => {
          const right = starred.bands.filter((bound) => (range.low + range.high) / 2 < bound).length;
          const marks = '*'.repeat(right);
          const text = freedom.df === null ? '' : `${starred.printed}${marks}`;
          return {
            check: 'tests',
            certainty,
            assumed: [...assumed, ...excusedBy(row.statistic!, band, freedom)],
            at: [starred.at],
            fact: {
              kind: 'stars-of-t',
              name: row.name,
              printed: starred.printed,
              stars: starred.stars,
              right: marks,
              test: testOf(row, freedom),
            },
            repairs: text === '' ? [] : [{ at: starred.at, text }],
          };
        });
      } else if (row.p !== null) {
        const { p } = row;
        out.relate(
          meets(p, band),
          'tests',
          certainty,
          [starred, p],
          () => ({
            kind: 'levels',
            figure: named(starred),
            other: named(p),
            says: { p: 'between', ...band },
            saysOther: { p: 'printed', printed: `${p.operator} ${p.printed}` },
          }),
          { assumed },
        );
      }
    }
  }
}

/**
 * The estimate is the middle of its interval, the ends are b ± t·SE, and an interval that holds 0 goes with a p above 1 − its confidence.
 */
export function intervals(out: CheckReport, rows: readonly CoefficientRow[], freedom: Freedom, confidence: number): void {
  for (const { name, b, se, p, low, high, statistic } of rows) {
    if (low === null || high === null) {
      if (b !== null && se !== null && freedom.df !== null) ends(out, name, b, se, low, high, freedom, confidence);
      continue;
    }
    if (!withinInterval(out, 'tests', b, low, high)) continue;
    if (b !== null) {
      const middle = { low: (low.low + high.low) / 2, high: (low.high + high.high) / 2 };
      out.judge(meets(middle, b), [b, low, high], () => ({
        check: 'tests',
        certainty: 'inconsistent',
        at: [b.at, low.at, high.at],
        fact: {
          kind: 'middle-of-interval',
          name,
          b: b.printed,
          low: low.printed,
          high: high.printed,
          middle: { value: (middle.low + middle.high) / 2, decimals: b.decimals + 1 },
        },
      }));
      if (se !== null && freedom.df !== null) ends(out, name, b, se, low, high, freedom, confidence);
    }
    const level = 1 - confidence;
    const excludes = low.low > 0 || high.high < 0;
    const holds = low.high < 0 && high.low > 0;
    if (!excludes && !holds) continue;
    const range: Interval | null = p ?? (statistic === null ? null : pRange(statistic, freedom));
    const other = p ?? (statistic === null || se !== null ? null : rows.find((row) => row.name === name)!.t);
    if (range === null || other === null) continue;
    const right = excludes ? range.low <= level : range.high >= level;
    out.relate(right, 'tests', 'inconsistent', [other, low, high], () => ({
      kind: 'levels',
      figure: named(other),
      other: { address: name, printed: `${low.printed}…${high.printed}`, of: 'interval' },
      says: { p: excludes ? 'above' : 'below', level },
      saysOther: { p: excludes ? 'below' : 'above', level, zero: excludes ? 'left-out' : 'held' },
    }));
  }
}

function ends(
  out: CheckReport,
  name: string,
  b: PrintedCell,
  se: PrintedCell,
  low: PrintedCell | null,
  high: PrintedCell | null,
  freedom: Freedom,
  confidence: number,
): void {
  const quantile = tQuantile((1 + confidence) / 2, freedom.df!);
  // Where the study does not say which errors these are, the normal quantile will do as well.
  const least = freedom.assumed.length > 0 ? Math.min(quantile, NORMAL) : quantile;
  const reach = multiplied({ low: confidence === 0.95 ? least : quantile, high: quantile }, se);
  for (const [cell, wanted] of [
    [low, subtract(b, reach)],
    [high, add(b, reach)],
  ] as const) {
    if (cell === null) continue;
    // Fewer degrees of freedom make an interval wider, never narrower than the normal one.
    const wider = absolute(subtract(cell, b)).high >= least * se.low;
    out.judge(meets(cell, wanted), [cell, b, se, freedom.n], () => ({
      check: 'tests',
      certainty: 'inconsistent',
      assumed: wider ? freedom.assumed : [],
      at: pathsOf([cell, b, se]),
      fact: {
        kind: 'end-of-interval',
        name,
        end: cell.printed,
        b: b.printed,
        se: se.printed,
        quantile,
        wanted: { ...wanted, decimals: cell.decimals },
      },
    }));
  }
}

/** The .975 quantile of the normal distribution. */
const NORMAL = 1.959963984540054;

/** β = b·s(x)/s(y) and t = b/SE have the sign of b. */
export function signs(out: CheckReport, rows: readonly CoefficientRow[]): void {
  for (const { b, beta, t } of rows) {
    const cells = [b, beta, t].filter((cell): cell is PrintedCell => cell !== null);
    if (cells.length < 2) continue;
    const clear = cells.flatMap((cell) => (cell.low > 0 ? [1] : cell.high < 0 ? [-1] : []));
    out.relate(new Set(clear).size < 2, 'tests', 'impossible', cells, () => ({
      kind: 'signs',
      figures: cells.map((cell) => named(cell)),
    }));
  }
}
