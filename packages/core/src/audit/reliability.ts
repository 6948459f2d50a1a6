// Reliability and factorability as printed: alpha against the SDs it is made of, KMO against its items', Bartlett's test against itself,
// and eigenvalues against each other. What loadings imply is factor-structure.ts's.
import { log } from '../numerics/exponential.ts';
import { chiSquareUpper } from '../numerics/distributions.ts';
import type { GroupPlan } from '../contract/variables.ts';
import type { IndexJob } from '../methods/index/job.ts';
import { componentRelations } from './component-relations.ts';
import { relationOf, finiteEnds, named, report, withinInterval, type CheckReport, type CheckResult } from './finding.ts';
import { divided, exactly, meanOf, meets, multiplied, scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { isOfComponents } from './loadings.ts';
import { answersOf, cellAt, correlatedOf, indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

const SLACK = 1e-9;

export function reliability(study: PrintedStudy): CheckResult {
  const out = report();
  for (const group of study.plan.groups) {
    alpha(study, out, group);
    standardised(study, out, group.name, group.members.length);
    items(
      study,
      out,
      group.name,
      group.members,
      (quantity, item) => cellAt(study, `${group.name}.${quantity}(${item})`) ?? cellAt(study, `${item}.${quantity}`),
    );
  }
  for (const job of indicesOf(study)) {
    standardised(study, out, job.name, job.items.length);
    bartlett(study, out, job);
    adequacy(study, out, job);
    eigenvalues(study, out, job);
    componentRelations(study, out, job);
    items(study, out, job.name, job.items, (quantity, item) => cellAt(study, `${job.name}.${quantity}(${item})`));
  }
  return out;
}

/**
 * The SD of a mean of items is at most the mean of their SDs; and α = p/(p − 1)·(1 − Σs²/(p·S)²), S the SD of the respondents' means
 * (Cronbach 1951, Psychometrika 16:297–334, eq. 2). Exact when all rest on the same answers; with answers missing it is a question.
 */
function alpha(study: PrintedStudy, out: CheckReport, group: GroupPlan): void {
  const items = group.members.filter((name) => study.variables.get(name)?.kind === 'indicator');
  const p = items.length;
  const sds = items.map((name) => cellAt(study, `${name}.sd`));
  const spread = cellAt(study, `${group.name}.sd`);
  if (p < 2 || p < group.members.length || spread === null) return;
  if (!sds.every((sd): sd is PrintedCell => sd !== null)) {
    out.skip(spread.text, 'item-sds-not-printed');
    return;
  }
  const counts = items.map((name) => answersOf(study, name));
  const same = counts.every((n) => n !== null && n === counts[0]) && (study.sample === null || counts[0] === study.sample);
  const certainty = same ? ('inconsistent' as const) : ('worth a look' as const);
  const most = meanOf(sds);
  out.relate(spread.low <= most.high + SLACK, 'reliability', certainty, [spread, ...sds], () => ({
    kind: 'bounded',
    figure: named(spread),
    from: sds.map((cell) => named(cell)),
    relation: relationOf(`(${sds.map((sd) => sd.printed).join(' + ')})/${p}`),
    side: 'at-most',
    bound: most.high,
    decimals: spread.decimals + 1,
  }));
  const printed = cellAt(study, `${group.name}.alpha`);
  if (printed === null || spread.low <= 0) return;
  const share = divided(sumOf(sds.map(squared)), squared(scale(spread, p)));
  const value = scale(subtract(exactly(1), share), p / (p - 1));
  out.relate(
    meets(value, printed),
    'reliability',
    certainty,
    [printed, spread, ...sds],
    () => ({
      kind: 'derived',
      figure: named(printed),
      from: [named(spread), ...sds.map((cell) => named(cell))],
      relation: relationOf(`${p}/${p - 1}·(1 − (${sds.map((sd) => `${sd.printed}²`).join(' + ')})/(${p}·${spread.printed})²)`),
      ...finiteEnds(value),
      decimals: printed.decimals,
      ...(same ? {} : { otherwise: { of: 'missing-answers' } }),
    }),
    { suspects: [printed] },
  );
}

/** Standardised α = p·r̄/(1 + (p − 1)·r̄); α within its interval; the number of items. */
function standardised(study: PrintedStudy, out: CheckReport, name: string, p: number): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${name}.${quantity}`);
  const [items, mean, alphaOfZ] = [at('items'), at('mean_r'), at('alpha.standardized')];
  if (items !== null)
    out.relate(meets(items, exactly(p)), 'reliability', 'inconsistent', [items], () => ({
      kind: 'derived',
      figure: named(items),
      from: [],
      relation: { of: 'items-named', name },
      low: p,
      high: p,
      decimals: 0,
    }));
  withinInterval(out, 'reliability', at('alpha'), at('alpha.low'), at('alpha.high'));
  if (mean === null || alphaOfZ === null || p < 2 || 1 + (p - 1) * mean.low <= 0) return;
  const of = (r: number): number => (p * r) / (1 + (p - 1) * r);
  const value = { low: of(mean.low), high: of(mean.high) };
  out.relate(meets(value, alphaOfZ), 'reliability', 'inconsistent', [alphaOfZ, mean], () => ({
    kind: 'derived',
    figure: named(alphaOfZ),
    from: [named(mean)],
    relation: relationOf(`${p}·${mean.printed}/(1 + ${p - 1}·${mean.printed})`),
    ...finiteEnds(value),
    decimals: alphaOfZ.decimals,
  }));
}

/**
 * Not every item lowers alpha: α₋ᵢ > α for all i would need the covariances of the items to sum to more than (p − 1) times their
 * variances, which they
 * cannot. An item's correlation with the sum of the others is at most its multiple correlation with them. Alpha is of some of those who
 * answered.
 */
function items(
  study: PrintedStudy,
  out: CheckReport,
  name: string,
  members: readonly string[],
  of: (quantity: string, item: string) => PrintedCell | null,
): void {
  const [alphaOf, cases, n] = ['alpha', 'alpha.n', 'n'].map((quantity) => cellAt(study, `${name}.${quantity}`)) as [
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
  ];
  const without = members.map((item) => of('alpha_if_deleted', item));
  if (alphaOf !== null && alphaOf.low > 0 && members.length > 2 && without.every((cell): cell is PrintedCell => cell !== null)) {
    const least = without.reduce((low, cell) => (cell.low < low.low ? cell : low));
    out.bounded(
      'reliability',
      'inconsistent',
      least,
      [alphaOf, ...without.filter((cell) => cell !== least)],
      { of: 'alpha-without-an-item', printed: alphaOf.printed },
      'at-most',
      alphaOf.high,
    );
  }
  for (const item of members) {
    const [correlation, smc] = [of('item_total', item), of('smc', item)];
    if (correlation !== null)
      out.bounded('reliability', 'inconsistent', smc, [correlation], `${correlation.printed}²`, 'at-least', squared(correlation).low);
  }
  if (cases !== null && n !== null && study.plan.groups.some((group) => group.name === name))
    out.relate(cases.low <= n.high, 'reliability', 'inconsistent', [cases, n], () => ({
      kind: 'order',
      less: named(cases),
      more: named(n),
      why: { of: 'alpha-of-those-who-answered' },
    }));
}

/**
 * df = p(p − 1)/2; p is that of χ²; χ² = −(n − 1 − (2p + 5)/6)·ln|R| where the determinant is printed (Bartlett 1951, Biometrika
 * 38:337–344).
 */
function bartlett(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const { name, items } = job;
  const p = items.length;
  const [chi2, df] = [cellAt(study, `${name}.bartlett.chi2`), cellAt(study, `${name}.bartlett.df`)];
  const wanted = (p * (p - 1)) / 2;
  if (df !== null)
    out.relate(meets(df, exactly(wanted)), 'reliability', 'inconsistent', [df], () => ({
      kind: 'derived',
      figure: named(df),
      from: [{ address: name, printed: String(p), of: 'items' }],
      relation: relationOf(`${p}·${p - 1}/2`),
      low: wanted,
      high: wanted,
      decimals: 0,
    }));
  const determinant = cellAt(study, `${name}.determinant`);
  const cases = correlatedOf(study, job);
  const n = cases?.value ?? null;
  if (chi2 !== null && determinant !== null && determinant.low > 0 && n !== null) {
    const factor = n - 1 - (2 * p + 5) / 6;
    const value = { low: -factor * log(determinant.high), high: -factor * log(determinant.low) };
    out.relate(
      meets(value, chi2),
      'reliability',
      'inconsistent',
      [chi2, determinant, cases],
      () => ({
        kind: 'derived',
        figure: named(chi2),
        from: [named(determinant)],
        relation: relationOf(`−(${n} − 1 − (2·${p} + 5)/6)·ln ${determinant.printed}`),
        ...finiteEnds(value),
        decimals: chi2.decimals,
      }),
      { assumed: cases!.text.endsWith('.correlations') ? [] : assumedClauses(job, 'missing') },
    );
  }
  const significance = study.by.get(`${name}.bartlett.p`)?.[0] ?? null;
  if (chi2 === null || significance === null) return;
  const range: Interval = { low: chiSquareUpper(Math.max(0, chi2.high), wanted), high: chiSquareUpper(Math.max(0, chi2.low), wanted) };
  out.relate(meets(range, significance), 'reliability', 'inconsistent', [significance, chi2, df], () => ({
    kind: 'derived',
    figure: named(significance),
    from: [named(chi2)],
    relation: relationOf(`P(χ²(${wanted}) > ${chi2.printed})`),
    ...finiteEnds(range),
    decimals: Math.max(4, significance.decimals),
  }));
}

/** KMO is Σ over all items of what MSA is for each: it lies between the smallest and the largest MSA. */
function adequacy(study: PrintedStudy, out: CheckReport, { name, items }: IndexJob): void {
  const kmo = cellAt(study, `${name}.kmo`);
  const msa = items.map((item) => cellAt(study, `${name}.msa(${item})`));
  if (kmo === null || !msa.every((cell): cell is PrintedCell => cell !== null)) return;
  const range = { low: Math.min(...msa.map((cell) => cell.low)), high: Math.max(...msa.map((cell) => cell.high)) };
  const above = kmo.low > range.high;
  out.relate(meets(range, kmo), 'reliability', 'inconsistent', [kmo, ...msa], () => ({
    kind: 'bounded',
    figure: named(kmo),
    from: msa.map((cell) => named(cell)),
    relation: { of: above ? 'largest-msa' : 'smallest-msa' },
    side: above ? 'at-most' : 'at-least',
    bound: above ? range.high : range.low,
    decimals: kmo.decimals,
  }));
}

/**
 * Eigenvalues fall, sum to the number of items when all are printed and to no more when not; the kept ones give the total that is
 * explained.
 */
function eigenvalues(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const { name, items } = job;
  const p = items.length;
  const all = items.map((_, i) => cellAt(study, `${name}.eigenvalue(${i + 1})`));
  const known = all.filter((cell): cell is PrintedCell => cell !== null);
  for (const [i, cell] of known.slice(1).entries()) {
    const before = known[i]!;
    out.relate(cell.low <= before.high + SLACK, 'reliability', 'impossible', [cell, before], () => ({
      kind: 'order',
      less: named(cell),
      more: named(before),
      why: { of: 'eigenvalues-fall' },
    }));
  }
  proportions(study, out, name, all);
  if (known.length === 0) return;
  const sum = sumOf(known);
  const whole = known.length === p;
  const right = whole ? meets(sum, exactly(p)) : sum.low <= p + SLACK;
  // One alone only says that it is no more than all.
  if (known.length > 1 || !right) {
    out.judge(right, known, () => ({
      check: 'reliability',
      certainty: 'impossible',
      at: known.map((cell) => cell.at),
      fact: {
        kind: 'eigenvalue-sum',
        index: name,
        terms: known.map((cell) => cell.printed),
        sum: known.reduce((total, cell) => total + cell.value, 0).toFixed(known[0]!.decimals),
        items: p,
        whole,
      },
    }));
  }
  const total = cellAt(study, `${name}.explained.total`);
  if (total === null || !isOfComponents(job) || job.keep.kind !== 'fixed' || all.slice(0, job.keep.count).some((cell) => cell === null))
    return;
  const kept = all.slice(0, job.keep.count) as PrintedCell[];
  const value = multiplied(sumOf(kept), exactly(100 / p));
  const assumed = assumedClauses(job, 'keep', 'extract');
  out.relate(
    meets(value, total),
    'reliability',
    assumed.length > 0 ? 'worth a look' : 'inconsistent',
    [total, ...kept],
    () => ({
      kind: 'derived',
      figure: named(total),
      from: kept.map((cell) => named(cell)),
      relation: relationOf(`100·(${kept.map((cell) => cell.printed).join(' + ')})/${p}`),
      ...finiteEnds(value),
      decimals: total.decimals,
    }),
    { assumed },
  );
}

/** An eigenvalue's share is 100·λ/p; cumulative shares never fall, and are the sum of the shares so far. */
function proportions(study: PrintedStudy, out: CheckReport, name: string, roots: readonly (PrintedCell | null)[]): void {
  const p = roots.length;
  const at = (quantity: string): (PrintedCell | null)[] => roots.map((_, i) => cellAt(study, `${name}.${quantity}(${i + 1})`));
  const [shares, sums] = [at('eigenvalue.percent'), at('eigenvalue.cumulative')];
  for (const [i, root] of roots.entries()) {
    const share = shares[i]!;
    if (root !== null && share !== null) {
      const value = scale(root, 100 / p);
      out.relate(meets(value, share), 'reliability', 'inconsistent', [share, root], () => ({
        kind: 'derived',
        figure: named(share),
        from: [named(root)],
        relation: relationOf(`100·${root.printed}/${p}`),
        ...finiteEnds(value),
        decimals: share.decimals,
      }));
    }
    const sum = sums[i]!;
    const before = sums.slice(0, i).findLast((cell) => cell !== null) ?? null;
    if (sum === null) continue;
    if (before !== null)
      out.relate(sum.high >= before.low - SLACK, 'reliability', 'impossible', [sum, before], () => ({
        kind: 'order',
        less: named(before),
        more: named(sum),
        why: { of: 'sums-of-shares-rise' },
      }));
    const parts =
      i === 0 ? [share] : before === sums[i - 1] && before !== null && share !== null ? [before, share] : shares.slice(0, i + 1);
    if (!parts.every((cell): cell is PrintedCell => cell !== null)) continue;
    const value = sumOf(parts);
    out.relate(meets(value, sum), 'reliability', 'inconsistent', [sum, ...parts], () => ({
      kind: 'derived',
      figure: named(sum),
      from: parts.map((cell) => named(cell)),
      relation: relationOf(parts.map((cell) => cell.printed).join(' + ')),
      ...finiteEnds(value),
      decimals: sum.decimals,
    }));
  }
}
