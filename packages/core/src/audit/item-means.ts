// GRIM: can whole-number answers have the printed mean? Means of items only; SDs are item-sds.ts.
import type { AroundMean, Ends, SumOfAnswers } from '../contract/audit-facts/index.ts';
import { gridOf, inSteps, sumsFor, type AnswerGrid } from './answers.ts';
import type { IndicatorPlan } from '../contract/variables.ts';
import { pathsOf, report, type CheckResult, type NewFinding } from './finding.ts';
import { meets } from './interval.ts';
import { answersOf, cellAt, countAt, indicatorsOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/**
 * A mean of n whole answers is a fraction with denominator n (Brown & Heathers 2017, Social Psychological and Personality Science
 * 8:363–369). Where the item's own n is printed, a mean that no sum gives is impossible. Where only the sample's size is, some answers
 * may be missing: the mean is impossible only when no n up to the sample's would do, and else a question, one for all such items.
 */
export function itemMeans(study: PrintedStudy): CheckResult {
  const out = report();
  const questions: Question[] = [];
  for (const { indicator, cell, own, ownCell } of means(study)) {
    const grid = gridOf(indicator);
    if (grid === null) {
      out.skip(cell.text, 'not-whole-answers');
      continue;
    }
    const onScale = meets(inSteps(grid, cell), { low: 0, high: grid.top });
    const ends = endsOf(grid);
    if (!onScale) {
      out.findings.push({
        check: 'item-means',
        certainty: 'impossible',
        at: [cell.at],
        fact: { kind: 'mean-off-scale', address: cell.text, printed: cell.printed, ends },
      });
      continue;
    }
    const n = own ?? study.sample;
    if (n === null || n < 1) {
      out.skip(cell.text, 'n-not-printed');
      continue;
    }
    if (2 * (cell.high - cell.value) * n >= grid.step * 2) {
      out.skip(cell.text, { of: 'every-mean', decimals: cell.decimals, n });
      continue;
    }
    const cells = [cell, ownCell ?? cellAt(study, 'sample')];
    if (sumsFor(grid, cell, n).length > 0) {
      out.holds(cells);
      continue;
    }
    const upTo = own === null ? n : n * 2;
    const would = nearestCounts(grid, cell, n, upTo);
    if (own === null && would.length > 0) {
      questions.push({ cell, grid, would, cells });
      continue;
    }
    out.findings.push({
      check: 'item-means',
      certainty: 'impossible',
      at: [cell.at],
      involved: pathsOf(cells),
      fact: {
        kind: 'mean-of-wholes',
        name: cell.address.args === null ? cell.address.path[0]! : cell.text,
        level: cell.address.args !== null,
        printed: cell.printed,
        n,
        ends,
        around: around(grid, cell, n),
        upTo,
        fits: would,
        example: would.length === 0 ? null : example(grid, cell, would[0]!),
      },
    });
  }
  if (questions.length > 0) out.findings.push(asked(questions, study.sample!));
  return out;
}

interface Question {
  readonly cell: PrintedCell;
  readonly grid: AnswerGrid;
  readonly would: readonly number[];
  readonly cells: readonly (PrintedCell | null)[];
}

/** Means of items, of all cases and at levels of which the cases are printed. */
function means(
  study: PrintedStudy,
): { readonly indicator: IndicatorPlan; readonly cell: PrintedCell; readonly own: number | null; readonly ownCell: PrintedCell | null }[] {
  return indicatorsOf(study).flatMap((indicator) =>
    study.cells.flatMap((cell) => {
      const { path, args } = cell.address;
      if (path.length !== 2 || path[0] !== indicator.name || path[1] !== 'mean' || cellAt(study, cell.text) !== cell) return [];
      const level = args === null || cell.text.endsWith('(all)') ? null : cell.text.slice(cell.text.indexOf('('));
      const ownCell =
        level === null
          ? (cellAt(study, `${indicator.name}.n`) ?? cellAt(study, `${indicator.name}.n(all)`))
          : cellAt(study, `${indicator.name}.n${level}`);
      const own = level === null ? answersOf(study, indicator.name) : countAt(study, `${indicator.name}.n${level}`);
      return level !== null && own === null ? [] : [{ indicator, cell, own, ownCell }];
    }),
  );
}

const endsOf = (grid: AnswerGrid): Ends => ({ low: grid.origin, high: grid.origin + grid.step * grid.top });

/** Items whose own n is not printed: one question, since one thing is left out. */
function asked(questions: readonly Question[], sample: number): NewFinding {
  const [first] = questions as [Question];
  const { cell, grid, would } = first;
  const many = questions.length > 1;
  const common = first.would.filter((n) => questions.every((one) => sumsFor(one.grid, one.cell, n).length > 0));
  return {
    check: 'item-means',
    certainty: 'worth a look',
    ...(many ? { compound: true as const } : {}),
    at: pathsOf(questions.map((one) => one.cell)),
    involved: pathsOf(questions.flatMap((one) => one.cells)),
    fact: {
      kind: 'means-of-wholes',
      items: questions.map((one) => ({ name: one.cell.address.path[0]!, printed: one.cell.printed, fits: one.would })),
      sample,
      ends: endsOf(grid),
      around: around(grid, cell, sample),
      example: example(grid, cell, would[0]!),
      common,
    },
  };
}

/** The n nearest to the stated one that would do; below it only, when it is the size of the sample. */
function nearestCounts(grid: AnswerGrid, cell: PrintedCell, n: number, upTo: number): readonly number[] {
  const found: number[] = [];
  for (let distance = 1; distance < n && found.length < 8; distance++) {
    for (const candidate of [n - distance, n + distance])
      if (candidate >= 2 && candidate <= upTo && sumsFor(grid, cell, candidate).length > 0) found.push(candidate);
  }
  return found.slice(0, 8);
}

function around(grid: AnswerGrid, cell: PrintedCell, n: number): AroundMean {
  const exact = ((cell.value - grid.origin) / grid.step) * n;
  return {
    printed: cell.printed,
    product: { value: cell.value * n, decimals: 2 },
    below: sumOfAnswers(grid, cell, n, Math.floor(exact)),
    above: sumOfAnswers(grid, cell, n, Math.ceil(exact)),
  };
}

const example = (grid: AnswerGrid, cell: PrintedCell, n: number): SumOfAnswers => sumOfAnswers(grid, cell, n, sumsFor(grid, cell, n)[0]!);

/** `sum` in steps above the origin. */
function sumOfAnswers(grid: AnswerGrid, cell: PrintedCell, n: number, sum: number): SumOfAnswers {
  return {
    total: { value: grid.origin * n + grid.step * sum, decimals: grid.step === 1 ? 0 : 2 },
    n,
    mean: { value: grid.origin + (grid.step * sum) / n, decimals: cell.decimals + 2 },
  };
}
