// Coefficients with standard errors, t and p: each against the others. Stars, intervals and signs are marks.ts's.
import { excusedBy, freedomOf, pRange, rowsOf, testOf, type CoefficientRow, type Freedom } from './coefficient-rows.ts';
import { coefficientRelations } from './coefficient-relations.ts';
import { slipsInto } from '../text/digits.ts';
import { pathsOf, report, withinInterval, type CheckReport, type CheckResult, type NewFinding } from './finding.ts';
import { divided, meets, multiplied, type Interval } from './interval.ts';
import { intervals, signs, stars } from './marks.ts';
import { isDrawn } from '../methods/regression/errors.ts';
import { modelsOf, type Model } from './models.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { slipFact, slipOf } from './row-slips.ts';

/** t = b/SE; p two-sided of t with n − k − 1 degrees of freedom; stars by p; intervals around b; one sign. */
export function coefficientTests(study: PrintedStudy): CheckResult {
  const out = report();
  for (const model of modelsOf(study)) {
    const rows = rowsOf(study, model);
    if (rows.length === 0) continue;
    const freedom = freedomOf(study, model, rows);
    ratios(out, model, rows);
    // p-values and intervals of samples are no functions of b and SE.
    const drawn = isDrawn(model.job.errors);
    if (!drawn) significance(out, model, rows, freedom);
    if (!drawn) stars(study, out, rows, freedom);
    if (!drawn) intervals(out, rows, freedom, model.job.confidence);
    signs(out, rows);
    coefficientRelations(study, out, model, rows, freedom);
    const at = (quantity: string, term: string): PrintedCell | null =>
      cellAt(study, `${model.job.name}.${model.outcome}.${quantity}(${term})`);
    for (const { term, beta } of rows) withinInterval(out, 'tests', beta, at('beta.low', term), at('beta.high', term));
  }
  return out;
}

function ratios(out: CheckReport, model: Model, rows: readonly CoefficientRow[]): void {
  const whole = rows.flatMap((row) =>
    row.b !== null && row.se !== null && row.t !== null && row.se.low > 0 ? [{ ...row, b: row.b, se: row.se, t: row.t }] : [],
  );
  const fits = (b: Interval, se: Interval, t: Interval): boolean => se.low <= 0 || meets(divided(b, se), t);
  const failing = whole.flatMap(({ b, se, t }, i) => {
    if (fits(b, se, t)) {
      out.holds([t, b, se]);
      return [];
    }
    return [i];
  });
  const slip = slipOf(
    whole.map((row) => ({ name: row.term, cells: [row.b, row.se, row.t] })),
    failing,
    [[2], [0], [1]],
    ([b, se, t]) => fits(b!, se!, t!),
  );
  if (slip === null) {
    for (const i of failing) out.findings.push({ ...ratioFinding(whole[i]!), involved: pathsOf([whole[i]!.b, whole[i]!.se, whole[i]!.t]) });
    return;
  }
  const block = whole.slice(slip.from, slip.to + 1);
  const { b, se, t } = whole[failing[0]!]!;
  const ratio = divided(b, se);
  out.findings.push({
    check: 'tests',
    certainty: 'inconsistent',
    at: pathsOf(block.flatMap((row) => slip.columns.map((column) => [row.b, row.se, row.t][column]))),
    involved: pathsOf(block.flatMap((row) => [row.b, row.se, row.t, row.p])),
    fact: {
      kind: 'ratios-slipped',
      model: `${model.job.name}.${model.outcome}`,
      failing: failing.length,
      slip: slipFact(
        slip,
        whole.map((row) => ({ name: row.term, cells: [] })),
        ['b', 'se', 't'],
      ),
      first: {
        term: whole[failing[0]!]!.term,
        b: b.printed,
        se: se.printed,
        t: t.printed,
        ratio: { ...ratio, decimals: t.decimals + 1 },
      },
      block: { restored: slip.restored, rows: block.length },
    },
    repairs: slip.repairs,
  });
}

function ratioFinding({
  name,
  b,
  se,
  t,
}: {
  readonly name: string;
  readonly b: PrintedCell;
  readonly se: PrintedCell;
  readonly t: PrintedCell;
}): NewFinding {
  const ratio = divided(b, se);
  const half = (cell: PrintedCell): number => cell.high - cell.value;
  const options = [
    ['t', t, ratio],
    ['b', b, multiplied(t, se)],
  ] as const;
  const slips = options.flatMap(([what, cell, wanted]) => {
    const texts = slipsInto(cell.printed, cell.decimals, wanted.low - half(cell), wanted.high + half(cell));
    return texts.length === 0 ? [] : [{ what, cell, texts }];
  });
  return {
    check: 'tests',
    certainty: 'inconsistent',
    at: pathsOf([...slips.map((one) => one.cell), t, b, se]),
    fact: {
      kind: 'ratio',
      name,
      b: b.printed,
      se: se.printed,
      t: t.printed,
      ratio: { ...ratio, decimals: t.decimals },
      options: slips.map((one) => ({ name: one.what, texts: one.texts })),
    },
  };
}

/** p against t. Several rows that fail with one n are one finding where another n makes all fit. */
function significance(out: CheckReport, model: Model, rows: readonly CoefficientRow[], freedom: Freedom): void {
  const known = rows.flatMap((row) => (row.p !== null && row.statistic !== null ? [{ ...row, p: row.p, statistic: row.statistic }] : []));
  const fits = (statistic: Interval, p: Interval, own: Freedom = freedom): boolean => meets(pRange(statistic, own), p);
  const failing = known.flatMap((row, i) => {
    if (fits(row.statistic, row.p)) {
      out.holds([row.p, ...row.from, freedom.n]);
      return [];
    }
    return [i];
  });
  if (failing.length === 0) return;
  const finding = (row: (typeof known)[number]): NewFinding => {
    return {
      check: 'tests',
      certainty: 'inconsistent',
      assumed: excusedBy(row.statistic, row.p, freedom),
      at: pathsOf([row.p, row.t]),
      involved: pathsOf([row.p, ...row.from, freedom.n]),
      fact: {
        kind: 'p-of-t',
        name: row.name,
        p: `${row.p.operator === '=' ? '' : `${row.p.operator} `}${row.p.printed}`,
        test: testOf(row, freedom),
        decimals: Math.max(3, row.p.decimals),
      },
    };
  };
  const slip = slipOf(
    known.map((row) => ({ name: row.term, cells: [row.t ?? row.from[0]!, row.p] })),
    failing,
    [[1]],
    (cells, row) => fits(known[row]!.statistic, cells[1]!),
  );
  const counts = failing.length < 2 || slip !== null || freedom.df === null ? [] : countsThatFit(model, known, freedom, fits);
  const first = finding(known[failing[0]!]!);
  if (slip !== null) {
    const block = known.slice(slip.from, slip.to + 1);
    out.findings.push({
      ...first,
      assumed: [],
      at: pathsOf(block.map((row) => row.p)),
      involved: pathsOf(block.flatMap((row) => [row.p, ...row.from])),
      fact: {
        kind: 'ps-slipped',
        model: `${model.job.name}.${model.outcome}`,
        failing: failing.length,
        slip: slipFact(
          slip,
          known.map((row) => ({ name: row.term, cells: [] })),
          ['t', 'p'],
        ),
        test: testOf(known[failing[0]!]!, freedom),
        block: { restored: slip.restored, rows: block.length },
      },
      repairs: slip.repairs,
    });
  } else if (counts.length > 0) {
    const wrong = failing.map((i) => known[i]!);
    out.findings.push({
      ...first,
      at: pathsOf([freedom.n, ...wrong.map((row) => row.p)]),
      involved: pathsOf([freedom.n, ...wrong.flatMap((row) => [row.p, ...row.from])]),
      fact: {
        kind: 'ps-with-other-n',
        model: `${model.job.name}.${model.outcome}`,
        terms: wrong.map((row) => row.term),
        n: freedom.df! + model.k + 1,
        test: testOf(known[failing[0]!]!, freedom),
        fits: counts,
      },
    });
  } else for (const i of failing) out.findings.push(finding(known[i]!));
}

function countsThatFit(
  model: Model,
  rows: readonly { readonly statistic: Interval; readonly p: Interval }[],
  freedom: Freedom,
  fits: (statistic: Interval, p: Interval, own: Freedom) => boolean,
): number[] {
  const found: number[] = [];
  const n = freedom.df! + model.k + 1;
  for (let df = 1; df + model.k + 1 <= 2 * n && df <= 5000; df++)
    if (rows.every((row) => fits(row.statistic, row.p, { ...freedom, df }))) found.push(df + model.k + 1);
  return found;
}
