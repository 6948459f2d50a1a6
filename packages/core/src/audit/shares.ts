// Percentages of levels against their counts, and counts against the sample: frequency tables and sampling tables.
import type { LevelShare, ShareOption } from '../contract/audit-facts/index.ts';
import { show, slipBetween } from '../text/digits.ts';
import type { CategoryPlan } from '../contract/variables.ts';
import { pathsOf, report, type CheckReport, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { divided, exactly, meets, scale, sumOf, wholesIn } from './interval.ts';
import { categoriesOf, cellAt, countAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { pointShares } from './points.ts';
import { slipFact, slipOf, type SlipRow } from './row-slips.ts';
import { sharesOfCases } from './several-answers.ts';

interface Level {
  readonly name: string;
  readonly count: PrintedCell | null;
  readonly percent: PrintedCell | null;
}

/**
 * Valid percent = 100 · count / Σ counts. Where all percents fit the whole sample instead, they are shares of all cases, which is a
 * question of definition only.
 */
export function shares(study: PrintedStudy): CheckResult {
  const out = report();
  const wrong: Wrong[] = [];
  const rows: ShareRow[] = [];
  for (const category of categoriesOf(study)) {
    const levels = category.levels.map(
      (level): Level => ({
        name: `${category.name}.${level.name}`,
        count: cellAt(study, `${category.name}.${level.name}.count`),
        percent: cellAt(study, `${category.name}.${level.name}.percent`),
      }),
    );
    const found = percentsOf(study, category, levels, out);
    if (found !== null) wrong.push(found);
    const valid = levels.reduce((total, level) => total + (level.count?.value ?? NaN), 0);
    for (const { name, count, percent } of levels)
      if (count !== null && percent !== null && valid > 0) rows.push({ name, cells: [count, percent], valid });
    sampledOf(study, category.name, levels, out);
    single(study, category.name, levels, out);
  }
  pointShares(study, out);
  const slipped = wrong.length < 2 ? null : slippedColumn(wrong, rows);
  if (slipped !== null) out.findings.push(slipped);
  else
    for (const { name, levels, valid, off } of wrong)
      out.findings.push({
        ...percentFinding(study, name, levels, valid, off),
        involved: pathsOf([...off.map((level) => level.percent), ...levels.map((level) => level.count)]),
      });
  return out;
}

/**
 * A percentage without its count is that of some count; one with its count, where the cases are not printed, is at least that of the
 * whole sample.
 */
function single(study: PrintedStudy, name: string, levels: readonly Level[], out: CheckReport): void {
  const [n, sample] = [cellAt(study, `${name}.n`), cellAt(study, 'sample')];
  const counted = levels.every((level) => level.count !== null);
  // Of three answers or more several may have been allowed, and percentages be of answers.
  const certainty = levels.length > 2 ? ('worth a look' as const) : ('inconsistent' as const);
  const percents = levels.flatMap(({ count, percent }) => (count === null && percent !== null ? [percent] : []));
  const shareOfAll = n !== null && percents.length === levels.length && percents.length > 1;
  if (shareOfAll && !meets(sumOf(percents), exactly(100))) {
    out.judge(false, percents, () => ({ ...sumFinding(name, percents), ...(levels.length > 2 ? { certainty } : {}) }));
    return;
  }
  for (const { count, percent } of levels) {
    if (percent === null) continue;
    if (count === null && n !== null && n.decimals === 0 && n.value > 0) {
      const parts = wholesIn({ low: (percent.low * n.value) / 100, high: (percent.high * n.value) / 100 });
      const nearest = Math.round((percent.value * n.value) / 100);
      out.judge(parts.length > 0, [percent, n], () => ({
        check: 'shares',
        certainty,
        at: pathsOf([percent, n]),
        fact: {
          kind: 'no-share',
          address: percent.text,
          percent: percent.printed,
          decimals: percent.decimals,
          n: n.value,
          cases: n.printed,
          nearest,
        },
      }));
    } else if (count !== null && n === null && !counted && study.sample !== null && sample !== null && study.sample > 0) {
      out.bounded(
        'shares',
        certainty,
        percent,
        [count, sample],
        `100·${count.printed}/${sample.printed}`,
        'at-least',
        (100 * count.value) / study.sample,
      );
    }
  }
}

/** A category whose percentages contradict its counts. */
interface Wrong {
  readonly name: string;
  readonly levels: readonly Level[];
  readonly valid: number;
  readonly off: readonly Level[];
}
interface ShareRow extends SlipRow {
  readonly valid: number;
}

/** Several categories of a table at once: percentages that slipped by a row. */
function slippedColumn(wrong: readonly Wrong[], all: readonly ShareRow[]): NewFinding | null {
  const off = wrong.flatMap((one) => one.off);
  const [first] = off as [Level];
  const { table } = first.percent!;
  const rows = all.filter((row) => row.cells[1]!.table === table);
  if (off.some((level) => level.percent!.table !== table)) return null;
  const slip = slipOf(
    rows,
    off.map((level) => rows.findIndex((row) => row.cells[1] === level.percent)),
    [[1]],
    (cells, at) => meets(exactly((100 * rows[at]!.cells[0]!.value) / rows[at]!.valid), cells[1]!),
  );
  if (slip === null) return null;
  const block = rows.slice(slip.from, slip.to + 1);
  const { valid } = wrong[0]!;
  return {
    check: 'shares',
    certainty: 'inconsistent',
    at: pathsOf(block.map((row) => row.cells[1])),
    involved: pathsOf(block.flatMap((row) => row.cells)),
    fact: {
      kind: 'shares-slipped',
      names: wrong.map((one) => one.name),
      slip: slipFact(slip, rows, ['count', 'percent']),
      first: levelShare(first),
      valid,
      block: { restored: slip.restored, rows: block.length },
    },
    repairs: slip.repairs,
  };
}

function percentsOf(study: PrintedStudy, category: CategoryPlan, levels: readonly Level[], out: CheckReport): Wrong | null {
  const { name } = category;
  const percents = levels.flatMap((level) => (level.percent === null ? [] : [level.percent]));
  if (percents.length === 0) return null;
  const valid = levels.every((level) => level.count !== null)
    ? levels.reduce((total, level) => total + level.count!.value, 0)
    : countAt(study, `${name}.n`);
  if (valid === null || valid <= 0) {
    if (percents.length < levels.length) out.skip({ of: 'percentages', name }, 'counts-not-printed');
    else out.judge(meets(sumOf(percents), exactly(100)), percents, () => sumFinding(name, percents));
    return null;
  }
  const wrong = (base: number): Level[] =>
    levels.filter(
      (level) => level.percent !== null && level.count !== null && !meets(exactly((100 * level.count.value) / base), level.percent),
    );
  const off = wrong(valid);
  const counts = levels.map((level) => level.count);
  for (const level of levels)
    if (level.percent !== null && level.count !== null && !off.includes(level)) out.holds([level.percent, ...counts]);
  if (off.length === 0) return null;
  const several = sharesOfCases(study, category);
  const all = study.sample;
  if (several !== null) out.findings.push(baseFinding(name, off, valid, several, counts, true));
  else if (all !== null && all !== valid && wrong(all).length === 0) out.findings.push(baseFinding(name, off, valid, all, counts, false));
  else return { name, levels, valid, off };
  return null;
}

const levelShare = ({ name, count, percent }: Level): LevelShare => ({
  name,
  count: count!.printed,
  value: count!.value,
  percent: percent!.printed,
  decimals: percent!.decimals,
});

/** Percentages of something else than the valid answers: a question of definition only. */
function baseFinding(
  name: string,
  off: readonly Level[],
  valid: number,
  base: number,
  counts: readonly (PrintedCell | null)[],
  several: boolean,
): NewFinding {
  return {
    check: 'shares',
    certainty: 'worth a look',
    at: off.map((level) => level.percent!.at),
    involved: pathsOf([...off.map((level) => level.percent), ...counts]),
    fact: { kind: 'shares-of-others', name, several, base, valid, first: levelShare(off[0]!) },
  };
}

/** Without counts: of three answers or more several may have been allowed; where the sum falls short, some may not have answered. */
function sumFinding(name: string, percents: readonly PrintedCell[]): NewFinding {
  const sum = percents.reduce((total, cell) => total + cell.value, 0);
  const more = sum > 100;
  const open = !more || percents.length > 2;
  return {
    check: 'shares',
    certainty: open ? 'worth a look' : 'inconsistent',
    at: pathsOf(percents),
    fact: {
      kind: 'shares-sum',
      name,
      percents: percents.map((cell) => cell.printed),
      sum: { value: sum, decimals: percents[0]!.decimals },
    },
  };
}

function percentFinding(study: PrintedStudy, name: string, levels: readonly Level[], valid: number, off: readonly Level[]): NewFinding {
  const first = off[0]!;
  // A wrong count changes the total, so it puts most percentages out; a wrong percentage stands alone.
  const counts = levels.flatMap((level) => {
    if (level.count === null || level.percent === null || levels.some((one) => one.count === null)) return [];
    const rest = valid - level.count.value;
    const share = scale(level.percent, 0.01);
    const needed = divided(scale(share, rest), { low: 1 - share.high, high: 1 - share.low });
    const fits: number[] = [];
    for (let count = Math.max(0, Math.ceil(needed.low - 1e-9)); count <= needed.high + 1e-9 && fits.length < 50; count++) {
      if (study.sample !== null && rest + count > study.sample) break;
      if (
        levels.every(
          (one) => one.percent === null || meets(exactly((100 * (one === level ? count : one.count!.value)) / (rest + count)), one.percent),
        )
      )
        fits.push(count);
    }
    const near = fits.filter((count) => slipBetween(level.count!.printed, String(count)) !== 'other');
    const kept = near.length > 0 ? near : fits;
    return kept.length === 0 ? [] : [{ level, fits: kept }];
  });
  const percentFits = off.length === 1 && first.percent !== null;
  const wanted = show((100 * first.count!.value) / valid, first.percent!.decimals);
  const options: ShareOption[] = [
    ...(percentFits ? [{ of: 'percent' as const, name: first.name, text: wanted }] : []),
    ...counts.map((one) => ({ of: 'counts' as const, name: one.level.name, counts: one.fits })),
  ];
  const repairs: Repair[] =
    percentFits && counts.length === 0
      ? [{ at: first.percent!.at, text: wanted }]
      : !percentFits && counts.length === 1 && counts[0]!.fits.length === 1
        ? [{ at: counts[0]!.level.count!.at, text: String(counts[0]!.fits[0]!) }]
        : [];
  return {
    check: 'shares',
    certainty: 'inconsistent',
    at: [
      ...(percentFits ? [first.percent!.at] : counts.map((one) => one.level.count!.at)),
      ...off.map((level) => level.percent!.at),
    ].filter((at, i, all) => all.indexOf(at) === i),
    fact: { kind: 'shares', name, valid, off: off.map(levelShare), single: percentFits, options },
    repairs,
  };
}

/** Sampling rates: `sampled` = 100 · count / `population`, level by level and for the category as a whole. */
function sampledOf(study: PrintedStudy, name: string, levels: readonly Level[], out: CheckReport): void {
  const total = { name, count: cellAt(study, `${name}.n`) ?? cellAt(study, 'sample') };
  for (const one of [...levels, total]) {
    const population = cellAt(study, `${one.name}.population`);
    const rate = cellAt(study, `${one.name}.sampled`);
    if (population === null || rate === null) continue;
    const count = one.count;
    if (count === null) {
      out.skip(rate.text, 'count-not-printed');
      continue;
    }
    const exact = (100 * count.value) / population.value;
    if (meets(exactly(exact), rate)) {
      out.holds([rate, count, population]);
      continue;
    }
    out.findings.push({
      check: 'shares',
      certainty: 'inconsistent',
      at: [rate.at, count.at, population.at],
      fact: {
        kind: 'sampled',
        name: one.name,
        rate: rate.printed,
        count: count.printed,
        population: population.printed,
        exact: { value: exact, decimals: rate.decimals },
        wantedCount: (rate.value * population.value) / 100,
        wantedPopulation: rate.value > 0 ? (100 * count.value) / rate.value : null,
      },
    });
  }
}
