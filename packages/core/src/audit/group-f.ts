// What is printed of a comparison of groups: its F against the groups, its p, degrees of freedom and effect sizes against F.
import { chiSquareUpper, fUpper } from '../numerics/distributions.ts';
import { showInterval } from '../text/digits.ts';
import { finiteEnds, relationOf, named, pathsOf, report, withinInterval, type CheckReport, type CheckResult } from './finding.ts';
import { betweenSquares, groupsOf, withinSquares, type Groups } from './groups.ts';
import { add, between, divided, exactly, meets, scale, subtract, type Interval } from './interval.ts';
import { cellAt, comparisonsOf, ofSameCases, type ComparisonPart, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import type { NamedFigure } from '../contract/audit-facts/index.ts';
import { starBand } from './star-levels.ts';
import { assumedClauses } from './subject.ts';

/** One-way F from the groups' n, means and SDs: MSB/MSW. No row for all cases is needed. */
export function groupF(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = groupsOf(study, null);
  for (const part of comparisonsOf(study)) {
    const { job, outcome, by, front } = part;
    const ofScore =
      job.where === null ? (groups.find((candidate) => candidate.score === outcome && candidate.category === by) ?? null) : null;
    const own = groups.find((candidate) => candidate.score === front) ?? null;
    // Outcomes that are compared together may leave each other's cases out.
    const same = ofSameCases(study.plan, job);
    const assumed = own === null && same === 'unless stated otherwise' ? assumedClauses(job, 'missing') : [];
    const given = own ?? (same === 'no' ? null : ofScore);
    againstGroups(study, out, front, given, assumed);
    amongThemselves(study, out, part, given);
    differences(study, out, part);
  }
  return out;
}

function againstGroups(study: PrintedStudy, out: CheckReport, front: string, one: Groups | null, assumed: readonly string[]): void {
  const f = cellAt(study, `${front}.f`);
  if (one !== null && one.sds !== null && one.n > one.means.length && f === null) {
    const [among, inside] = [betweenSquares(one), withinSquares(one, one.sds)];
    const share = { low: among.low / (among.low + inside.high), high: among.high / (among.high + inside.low) };
    out.follows(
      'group-f',
      'inconsistent',
      cellAt(study, `${front}.eta2`),
      [...one.means, ...one.sds],
      { of: 'between-over-all-squares' },
      share,
      { assumed },
    );
  }
  if (f === null) return;
  if (one === null || one.sds === null) {
    out.skip(f.text, 'groups-not-printed');
    return;
  }
  const k = one.means.length;
  const { sds } = one;
  if (one.n <= k) return;
  const numerator = scale(betweenSquares(one), 1 / (k - 1));
  const denominator = scale(withinSquares(one, sds), 1 / (one.n - k));
  const value = divided(numerator, denominator);
  out.judge(meets(value, f), [f, ...one.means, ...sds, ...one.counts], () => ({
    check: 'group-f',
    certainty: 'inconsistent',
    assumed,
    at: pathsOf([f, ...one.means]),
    fact: {
      kind: 'f-of-groups',
      address: f.text,
      printed: f.printed,
      between: { ...numerator, decimals: 3 },
      within: { ...denominator, decimals: 3 },
      f: { ...value, decimals: f.decimals },
    },
  }));
}

/**
 * p of F(df1, df2); df1 = k − 1; df2 = n − k; η² = df1·F/(df1·F + df2); ω² = df1(F − 1)/(df1(F − 1) + n) (Hays 1963, ch. 12); p of H as
 * χ²(k − 1).
 */
function amongThemselves(study: PrintedStudy, out: CheckReport, { job, front, by }: ComparisonPart, one: Groups | null): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${front}.${quantity}`);
  const [f, df1, df2, eta2, omega2, h] = ['f', 'df1', 'df2', 'eta2', 'omega2', 'kruskal.h'].map(at) as [
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
  ];
  const variable = study.variables.get(by);
  // A group nobody belongs to has no part in it.
  const k = variable?.kind === 'category' && job.where === null ? variable.levels.length : null;
  const emptied = one !== null && one.counts.some((cell) => cell.value === 0);
  if (k !== null && !emptied) {
    if (df1 !== null)
      out.relate(meets(df1, exactly(k - 1)), 'group-f', 'inconsistent', [df1], () => ({
        kind: 'derived',
        figure: named(df1),
        from: [{ address: by, printed: String(k), of: 'groups' }],
        relation: relationOf(`${k} − 1`),
        low: k - 1,
        high: k - 1,
        decimals: 0,
      }));
    if (df2 !== null && one !== null)
      out.relate(meets(df2, exactly(one.n - k)), 'group-f', 'inconsistent', [df2, ...one.counts], () => ({
        kind: 'derived',
        figure: named(df2),
        from: one.counts.map((cell) => named(cell)),
        relation: relationOf(`${one.n} − ${k}`),
        low: one.n - k,
        high: one.n - k,
        decimals: 0,
      }));
  }
  const everybody = cellAt(study, `${front}.n(all)`);
  if (k !== null && one === null && everybody !== null && everybody.decimals === 0 && df1?.value !== undefined && df1.value === k - 1)
    out.follows('group-f', 'inconsistent', df2, [everybody], `${everybody.printed} − ${k}`, exactly(everybody.value - k));
  else if (df2 !== null && everybody !== null && one === null)
    out.bounded('group-f', 'inconsistent', df2, [everybody], `${everybody.printed} − 2`, 'at-most', everybody.value - 2, { decimals: 0 });
  const first = df1?.value ?? (k === null ? null : k - 1);
  const second = df2?.value ?? (one === null || k === null ? null : one.n - k);
  const total = first === null || second === null ? null : first + second + 1;
  if (f !== null && first !== null && second !== null && first > 0 && second > 0) {
    const size = { low: Math.max(0, f.low), high: Math.max(0, f.high) };
    const sources = [f, df1, df2, ...(df2 === null && one !== null ? one.counts : [])];
    const given = (cells: readonly (PrintedCell | null)[]): NamedFigure[] => cells.flatMap((cell) => (cell === null ? [] : [named(cell)]));
    const p = study.by.get(`${front}.p`)?.[0] ?? null;
    const range = { low: fUpper(size.high, first, second), high: fUpper(size.low, first, second) };
    derived(out, p, sources, range, given([f, df1, df2]), `P(F(${first}, ${second}) > ${f.printed})`, 4);
    const ratio = (top: Interval, rest: number): Interval => between(top.low / (top.low + rest), top.high / (top.high + rest));
    derived(
      out,
      eta2,
      sources,
      ratio(scale(size, first), second),
      given([f, df1, df2]),
      `${first}·${f.printed}/(${first}·${f.printed} + ${second})`,
    );
    derived(
      out,
      omega2,
      sources,
      ratio(scale(subtract(size, exactly(1)), first), total!),
      given([f, df1, df2]),
      `${first}·(${f.printed} − 1)/(${first}·(${f.printed} − 1) + ${total!})`,
    );
  }
  const sample = cellAt(study, 'sample');
  if (df2 !== null && first !== null && sample !== null && study.sample !== null)
    out.bounded('group-f', 'inconsistent', df2, [sample], `${sample.printed} − ${first} − 1`, 'at-most', study.sample - first - 1, {
      decimals: 0,
    });
  if (f === null && eta2 !== null && eta2.high < 1 && first !== null && second !== null && first > 0 && second > 0) {
    const ratio = (share: number): number => (Math.max(0, share) / (1 - share)) * (second / first);
    out.follows(
      'group-f',
      'inconsistent',
      study.by.get(`${front}.p`)?.[0],
      [eta2],
      { of: 'p-of-f-from-eta2', df1: first, df2: second, f: { value: ratio(eta2.value), decimals: 2 } },
      { low: fUpper(ratio(eta2.high), first, second), high: fUpper(ratio(eta2.low), first, second) },
      { decimals: 4 },
    );
  }
  if (eta2 !== null && omega2 !== null)
    out.relate(omega2.low <= eta2.high, 'group-f', 'impossible', [omega2, eta2], () => ({
      kind: 'order',
      less: named(omega2),
      more: named(eta2),
      why: { of: 'omega-below-eta' },
    }));
  if (f !== null) starsOf(study, out, front, f, first, second);
  if (h !== null && total !== null)
    out.bounded(
      'group-f',
      'impossible',
      h,
      [df1, df2].filter((cell): cell is PrintedCell => cell !== null),
      `n − 1, n = ${total},`,
      'at-most',
      total - 1,
    );
  if (first !== null) welch(study, out, front, first);
  if (h !== null && first !== null) {
    const p = study.by.get(`${front}.kruskal.p`)?.[0] ?? null;
    derived(
      out,
      p,
      [h],
      { low: chiSquareUpper(Math.max(0, h.high), first), high: chiSquareUpper(Math.max(0, h.low), first) },
      [named(h)],
      `P(χ²(${first}) > ${h.printed})`,
      4,
    );
  }
}

/** The stars of F against its printed p, or that of F. */
function starsOf(study: PrintedStudy, out: CheckReport, front: string, f: PrintedCell, first: number | null, second: number | null): void {
  if (f.stars === null) return;
  const p = study.by.get(`${front}.p`)?.[0] ?? null;
  const range =
    p ??
    (first === null || second === null || first < 1 || second < 1
      ? null
      : { low: fUpper(Math.max(0, f.high), first, second), high: fUpper(Math.max(0, f.low), first, second) });
  if (range === null) return;
  const band = starBand(f);
  const assumed = f.bandsAssumed === null ? [] : [f.bandsAssumed];
  out.relate(
    meets(range, band),
    'group-f',
    'inconsistent',
    [f, p],
    () => ({
      kind: 'levels',
      figure: named(f),
      other: p === null ? { address: f.text, printed: showInterval(range.low, range.high, 4), of: 'p-of-it' } : named(p),
      says: { p: 'between', ...band },
      saysOther:
        p === null
          ? { p: 'range', range: { low: range.low, high: range.high, decimals: 4 } }
          : { p: 'printed', printed: `${p.operator} ${p.printed}` },
    }),
    { assumed },
  );
}

/** Welch's F has k − 1 and other, unprinted degrees of freedom: its p lies between those of the fewest and of infinitely many. */
function welch(study: PrintedStudy, out: CheckReport, front: string, first: number): void {
  const [f, p] = [cellAt(study, `${front}.welch.f`), study.by.get(`${front}.welch.p`)?.[0] ?? null];
  if (f === null || p === null || first < 1) return;
  const tails = [1, 1.5, 2, 3, 4, 6, 10, 20, 50, 200, 1000, 1e6].flatMap((df) => [
    fUpper(Math.max(0, f.low), first, df),
    fUpper(Math.max(0, f.high), first, df),
  ]);
  const range = { low: 0.9 * Math.min(...tails), high: Math.min(1, 1.1 * Math.max(...tails)) };
  out.follows('group-f', 'inconsistent', p, [f], { of: 'welch', df1: first, f: f.printed }, range, { decimals: 4 });
}

function derived(
  out: CheckReport,
  cell: PrintedCell | null,
  sources: readonly (PrintedCell | null)[],
  range: Interval,
  from: readonly NamedFigure[],
  relation: string,
  decimals = 0,
): void {
  if (cell === null) return;
  out.relate(
    meets(range, cell),
    'group-f',
    'inconsistent',
    [cell, ...sources],
    () => ({
      kind: 'derived',
      figure: named(cell),
      from,
      relation: relationOf(relation),
      ...finiteEnds(range),
      decimals: Math.max(cell.decimals, decimals),
    }),
    { suspects: [cell, ...sources.slice(0, 1)] },
  );
}

/** The difference of b and a is that of a and b with the other sign. */
function oneWayAndBack(study: PrintedStudy, out: CheckReport, front: string, cell: PrintedCell, a: string, b: string): void {
  const back = cellAt(study, `${front}.difference(${b}, ${a})`);
  if (back !== null && study.cells.indexOf(back) > study.cells.indexOf(cell))
    out.follows('group-f', 'inconsistent', back, [cell], `−(${cell.printed})`, scale(cell, -1));
}

/** A difference is the middle of its interval. */
function intervalOf(study: PrintedStudy, out: CheckReport, front: string, cell: PrintedCell, pair: string): void {
  const [low, high] = ['low', 'high'].map((end) => cellAt(study, `${front}.difference.${end}${pair}`)) as [
    PrintedCell | null,
    PrintedCell | null,
  ];
  // Outside its interval is told as that.
  if (low === null || high === null || cell.high < low.low || cell.low > high.high) return;
  out.follows('group-f', 'inconsistent', cell, [low, high], `(${low.printed} + ${high.printed})/2`, scale(add(low, high), 0.5), {
    decimals: cell.decimals + 1,
  });
}

/**
 * An interval that holds 0 goes with a p above .05. The other way round only where both are adjusted alike: intervals beside Holm's p,
 * and those of many
 * papers, are not.
 */
function zeroes(study: PrintedStudy, out: CheckReport, front: string): void {
  for (const [text, [p]] of study.by) {
    if (p === undefined || !text.startsWith(`${front}.difference.p(`)) continue;
    const pair = text.slice(`${front}.difference.p`.length);
    const [low, high] = ['low', 'high'].map((end) => cellAt(study, `${front}.difference.${end}${pair}`)) as [
      PrintedCell | null,
      PrintedCell | null,
    ];
    if (low === null || high === null) continue;
    const holds = low.high < 0 && high.low > 0;
    if (!holds && !(low.low > 0 || high.high < 0)) continue;
    out.relate(holds ? p.high >= 0.05 : p.low <= 0.05, 'group-f', holds ? 'inconsistent' : 'worth a look', [p, low, high], () => ({
      kind: 'levels',
      figure: named(p),
      other: { address: pair, printed: `${low.printed}…${high.printed}`, of: 'interval-of-difference' },
      says: { p: holds ? 'below' : 'above', level: 0.05 },
      saysOther: { p: holds ? 'above' : 'below', level: 0.05, zero: holds ? 'held' : 'left-out' },
    }));
  }
}

/** The difference of two groups is that of their means. */
function differences(study: PrintedStudy, out: CheckReport, { job, front, outcome }: ComparisonPart): void {
  zeroes(study, out, front);
  for (const cell of study.cells) {
    if (cell.operator !== '=' || !cell.text.startsWith(`${front}.difference(`)) continue;
    const [a, b] = /\((.*)\)$/u.exec(cell.text)![1]!.split(', ');
    const pair = cell.text.slice(`${front}.difference`.length);
    oneWayAndBack(study, out, front, cell, a!, b!);
    intervalOf(study, out, front, cell, pair);
    withinInterval(out, 'group-f', cell, cellAt(study, `${front}.difference.low${pair}`), cellAt(study, `${front}.difference.high${pair}`));
    const same = job.where !== null ? 'no' : ofSameCases(study.plan, job);
    const mean = (level: string): PrintedCell | null =>
      cellAt(study, `${front}.mean(${level})`) ?? (same === 'no' ? null : cellAt(study, `${outcome}.mean(${level})`));
    const [one, other] = [mean(a!), mean(b!)];
    if (one === null || other === null) continue;
    const assumed = same === 'unless stated otherwise' && one.text.startsWith(`${outcome}.`) ? assumedClauses(job, 'missing') : [];
    out.follows('group-f', 'inconsistent', cell, [one, other], `${one.printed} − ${other.printed}`, subtract(one, other), { assumed });
  }
}
