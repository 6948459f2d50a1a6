// What is printed of a comparison of groups: its F against the groups, its p, degrees of freedom and effect sizes against F.
import { chiSquareUpper, fUpper } from '../numerics/distributions.ts';
import { showInterval } from './digits.ts';
import { named, pathsOf, report, withinInterval, type CheckReport, type CheckResult } from './finding.ts';
import { betweenSquares, groupsOf, withinSquares, type Groups } from './groups.ts';
import { add, between, divided, exactly, meets, multiplied, scale, subtract, type Interval } from './interval.ts';
import { cellAt, comparisonsOf, ofSameCases, type ComparisonPart, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import type { NamedFigure } from './sentences.ts';
import { assumedClauses } from './subject.ts';

/** One-way F from the groups' n, means and SDs: MSB/MSW. No row for all cases is needed. */
export function groupF(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = groupsOf(study, null);
  for (const part of comparisonsOf(study)) {
    const { job, outcome, by, front } = part;
    const ofScore = job.where === null ? groups.find((candidate) => candidate.score === outcome && candidate.category === by) ?? null : null;
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
  if (f === null) return;
  if (one === null || one.sds === null) { out.skip(f.text, 'means, SDs and cases of all groups are not all printed'); return; }
  const k = one.means.length;
  const { sds } = one;
  if (one.n <= k) return;
  const numerator = scale(betweenSquares(one), 1 / (k - 1));
  const denominator = scale(withinSquares(one, sds), 1 / (one.n - k));
  const value = divided(numerator, denominator);
  out.judge(meets(value, f), [f, ...one.means, ...sds, ...one.counts], () => ({
    check: 'group-f', certainty: 'inconsistent', assumed, at: pathsOf([f, ...one.means]), message: `${f.text}, ${f.printed}, does not follow from the groups' n, means and SDs.`,
    arithmetic: `MSB/MSW = ${showInterval(numerator.low, numerator.high, 3)} / ${showInterval(denominator.low, denominator.high, 3)} = ${showInterval(value.low, value.high, f.decimals)}.`, consistent: `F = ${showInterval(value.low, value.high, f.decimals)} would do.`,
  }));
}

/** p of F(df1, df2); df1 = k − 1; df2 = n − k; η² = df1·F/(df1·F + df2); ω² = df1(F − 1)/(df1(F − 1) + n) (Hays 1963, ch. 12); p of H as χ²(k − 1). */
function amongThemselves(study: PrintedStudy, out: CheckReport, { job, front, by }: ComparisonPart, one: Groups | null): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${front}.${quantity}`);
  const [f, df1, df2, eta2, omega2, h] = ['f', 'df1', 'df2', 'eta2', 'omega2', 'kruskal.h'].map(at) as [PrintedCell | null, PrintedCell | null, PrintedCell | null, PrintedCell | null, PrintedCell | null, PrintedCell | null];
  const variable = study.variables.get(by);
  // A group nobody belongs to has no part in it.
  const k = variable?.kind === 'category' && job.where === null ? variable.levels.length : null;
  const emptied = one !== null && one.counts.some((cell) => cell.value === 0);
  if (k !== null && !emptied) {
    if (df1 !== null) out.relate(meets(df1, exactly(k - 1)), 'group-f', 'inconsistent', [df1], () => ({ kind: 'derived', figure: named(df1), from: [{ address: `${by}, groups`, printed: String(k) }], relation: `${k} − 1`, low: k - 1, high: k - 1, decimals: 0 }));
    if (df2 !== null && one !== null) out.relate(meets(df2, exactly(one.n - k)), 'group-f', 'inconsistent', [df2, ...one.counts], () => ({ kind: 'derived', figure: named(df2), from: one.counts.map(named), relation: `${one.n} − ${k}`, low: one.n - k, high: one.n - k, decimals: 0 }));
  }
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
    derived(out, eta2, sources, ratio(scale(size, first), second), given([f, df1, df2]), `${first}·${f.printed}/(${first}·${f.printed} + ${second})`);
    derived(out, omega2, sources, ratio(scale(subtract(size, exactly(1)), first), total!), given([f, df1, df2]), `${first}·(${f.printed} − 1)/(${first}·(${f.printed} − 1) + ${total!})`);
  }
  if (h !== null && first !== null) {
    const p = study.by.get(`${front}.kruskal.p`)?.[0] ?? null;
    derived(out, p, [h], { low: chiSquareUpper(Math.max(0, h.high), first), high: chiSquareUpper(Math.max(0, h.low), first) }, [named(h)], `P(χ²(${first}) > ${h.printed})`, 4);
  }
}

function derived(out: CheckReport, cell: PrintedCell | null, sources: readonly (PrintedCell | null)[], range: Interval, from: readonly NamedFigure[], relation: string, decimals = 0): void {
  if (cell === null) return;
  out.relate(meets(range, cell), 'group-f', 'inconsistent', [cell, ...sources], () => ({ kind: 'derived', figure: named(cell), from, relation, ...range, decimals: Math.max(cell.decimals, decimals) }), { suspects: [cell, ...sources.slice(0, 1)] });
}

/** The difference of two groups is that of their means. */
function differences(study: PrintedStudy, out: CheckReport, { job, front, outcome }: ComparisonPart): void {
  for (const cell of study.cells) {
    if (cell.operator !== '=' || !cell.text.startsWith(`${front}.difference(`)) continue;
    const [a, b] = /\((.*)\)$/u.exec(cell.text)![1]!.split(', ');
    const pair = cell.text.slice(`${front}.difference`.length);
    withinInterval(out, 'group-f', cell, cellAt(study, `${front}.difference.low${pair}`), cellAt(study, `${front}.difference.high${pair}`));
    const apart = job.where !== null || ofSameCases(study.plan, job) === 'no';
    const mean = (level: string): PrintedCell | null => cellAt(study, `${front}.mean(${level})`) ?? (apart ? null : cellAt(study, `${outcome}.mean(${level})`));
    const [one, other] = [mean(a!), mean(b!)];
    if (one !== null && other !== null) {
      const value = add(one, multiplied(other, exactly(-1)));
      derived(out, cell, [one, other], value, [named(one), named(other)], `${one.printed} − ${other.printed}`);
    }
  }
}
