// Parts against totals: counts of levels against the category's n and the sample, groups against all, populations against their sum, valid
// and missing answers against the sample.
import type { OrderReason } from '../contract/audit-facts/index.ts';
import { relationOf, named, pathsOf, report, type CheckReport, type CheckResult } from './finding.ts';
import { categoriesOf, cellAt, comparisonsOf, indicesOf, scoresOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { sharesOfCases } from './several-answers.ts';
import { subsampleOf } from './subsamples.ts';

/** Last words of what counts some of the respondents. */
const COUNTED: ReadonlySet<string> = new Set(['n', 'count', 'missing', 'correlations', 'pairwise']);

type Whole = (text: string) => PrintedCell | null;

/** Exact sums of printed whole numbers; a valid n may fall short of the sample, never exceed it. */
export function totals(study: PrintedStudy): CheckResult {
  const out = report();
  const whole: Whole = (text) => {
    const cell = cellAt(study, text);
    return cell !== null && cell.decimals === 0 ? cell : null;
  };
  const sample = whole('sample');
  for (const category of categoriesOf(study)) {
    const of = (quantity: string): (PrintedCell | null)[] =>
      category.levels.map((level) => whole(`${category.name}.${level.name}.${quantity}`));
    const several = sharesOfCases(study, category);
    if (several !== null) out.skip({ of: 'sum-of-counts', name: category.name }, { of: 'several-answers', cases: several });
    else if (whole(`${category.name}.n`) !== null) compare(out, category.name, of('count'), whole(`${category.name}.n`), 'equal', true);
    else compare(out, category.name, of('count'), sample, 'at-most', true);
    compare(out, category.name, of('population'), whole(`${category.name}.population`), 'equal');
    const counts = of('count');
    // Nobody is without a level: then everyone who has a score is in one of the groups.
    const everybody =
      whole(`${category.name}.missing`)?.value === 0 ||
      (several === null &&
        sample !== null &&
        counts.every((cell) => cell !== null) &&
        counts.reduce((sum, cell) => sum + cell!.value, 0) === sample.value);
    for (const name of scoresOf(study)) {
      const parts = category.levels.map((level) => whole(`${name}.n(${category.name}.${level.name})`));
      compare(out, name, parts, whole(`${name}.n(all)`) ?? whole(`${name}.n`), everybody ? 'equal' : 'at-most');
      for (const [i, level] of category.levels.entries())
        atMost(out, parts[i]!, whole(`${category.name}.${level.name}.count`), { of: 'level', level: `${category.name}.${level.name}` });
    }
  }
  if (sample !== null) {
    for (const cell of study.cells) {
      if (cell.operator !== '=' || cell.decimals !== 0 || cell === sample || !COUNTED.has(cell.address.path.at(-1)!)) continue;
      if (cell.value <= sample.value) {
        out.holds([cell, sample]);
        continue;
      }
      out.findings.push({
        check: 'totals',
        certainty: 'impossible',
        at: [cell.at, sample.at],
        fact: { kind: 'more-than-sample', address: cell.text, printed: cell.printed, sample: sample.printed },
      });
    }
    for (const { name } of [...study.plan.variables, ...indicesOf(study)])
      answered(out, whole(`${name}.n`), whole(`${name}.missing`), sample);
  }
  for (const { job, by, front } of comparisonsOf(study)) {
    const subsample = job.where === null ? null : subsampleOf(study, job.where);
    if (subsample !== null)
      out.bounded(
        'totals',
        'inconsistent',
        cellAt(study, `${front}.n(all)`),
        subsample.cells,
        subsample.cells.map((cell) => cell.printed).join(' + '),
        'at-most',
        subsample.n,
        { decimals: 0 },
      );
    const category = categoriesOf(study).find((one) => one.name === by);
    const groups = category?.levels.map((level) => whole(`${front}.n(${by}.${level.name})`)) ?? [];
    compare(out, front, groups, whole(`${front}.n(all)`), 'equal');
    for (const [i, level] of (category?.levels ?? []).entries())
      atMost(out, groups[i]!, whole(`${by}.${level.name}.count`), { of: 'level', level: `${by}.${level.name}` });
  }
  return out;
}

function atMost(out: CheckReport, part: PrintedCell | null, whole: PrintedCell | null, why: OrderReason): void {
  if (part === null || whole === null) return;
  out.relate(part.value <= whole.value, 'totals', 'inconsistent', [part, whole], () => ({
    kind: 'order',
    less: named(part),
    more: named(whole),
    why,
  }));
}

/** Whoever was asked answered or did not: n + missing is the sample. */
function answered(out: CheckReport, n: PrintedCell | null, missing: PrintedCell | null, sample: PrintedCell): void {
  if (n === null || missing === null) return;
  out.relate(n.value + missing.value === sample.value, 'totals', 'inconsistent', [n, missing, sample], () => {
    const value = sample.value - missing.value;
    return {
      kind: 'derived',
      figure: named(n),
      from: [sample, missing].map((cell) => named(cell)),
      relation: relationOf(`${sample.printed} − ${missing.printed}`),
      low: value,
      high: value,
      decimals: 0,
    };
  });
}

/** `exclusive`: nobody is in two parts only if nobody may give two answers. */
function compare(
  out: CheckReport,
  name: string,
  parts: readonly (PrintedCell | null)[],
  total: PrintedCell | null,
  relation: 'equal' | 'at-most',
  exclusive = false,
): void {
  const known = parts.filter((part): part is PrintedCell => part !== null);
  if (total === null || known.length < parts.length || known.length < 2) return;
  const sum = known.reduce((so, part) => so + part.value, 0);
  if (sum === total.value || (relation === 'at-most' && sum < total.value)) {
    out.holds([...known, total]);
    return;
  }
  // Of three answers or more several may have been allowed; of two, such as male and female, that would be said.
  const several = exclusive && sum > total.value && known.length > 2 && known.every((part) => part.value <= total.value);
  const instead = known.flatMap((part) => {
    const value = part.value + total.value - sum;
    return value < 0 ? [] : [{ name: part.row ?? part.text, value }];
  });
  out.findings.push({
    check: 'totals',
    certainty: several ? 'worth a look' : 'inconsistent',
    at: pathsOf([...known, total]),
    fact: {
      kind: 'parts-of-total',
      name,
      relation,
      total: total.printed,
      parts: known.map((part) => part.printed),
      sum,
      several,
      instead,
    },
  });
}
