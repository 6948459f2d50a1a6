// GRIM: can whole-number answers have the printed mean? Means of items only; SDs are item-sds.ts.
import { gridOf, inSteps, sumsFor, type AnswerGrid } from './answers.ts';
import { list, show } from '../text/digits.ts';
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
      out.skip(cell.text, 'its answers are not declared to be whole numbers on a scale');
      continue;
    }
    const onScale = meets(inSteps(grid, cell), { low: 0, high: grid.top });
    const ends = endsOf(grid);
    if (!onScale) {
      out.findings.push({
        check: 'item-means',
        certainty: 'impossible',
        at: [cell.at],
        message: `${cell.text} is printed as ${cell.printed}, which is outside its scale ${ends}.`,
        arithmetic: `Every answer lies in ${ends}, so their mean does.`,
        consistent: `A mean within ${ends}; or another scale, or answers outside it that were not removed.`,
      });
      continue;
    }
    const n = own ?? study.sample;
    if (n === null || n < 1) {
      out.skip(cell.text, 'neither its n nor the size of the sample is printed');
      continue;
    }
    if (2 * (cell.high - cell.value) * n >= grid.step * 2) {
      out.skip(cell.text, `with ${cell.decimals} digits after the point, ${n} answers give every mean`);
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
      message: `${named(cell)}, ${cell.printed}, cannot come from ${n} whole answers on ${ends}.`,
      arithmetic: around(grid, cell, n),
      consistent: would.length === 0 ? `No n up to ${upTo} would do.` : `n = ${list(would)} would do (${example(grid, cell, would[0]!)}).`,
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

const endsOf = (grid: AnswerGrid): string => `${show(grid.origin, 0)}..${show(grid.origin + grid.step * grid.top, 0)}`;
const named = (cell: PrintedCell): string => (cell.address.args === null ? `The mean of ${cell.address.path[0]!}` : cell.text);

/** Items whose own n is not printed: one question, since one thing is left out. */
function asked(questions: readonly Question[], sample: number): NewFinding {
  const [first] = questions as [Question];
  const { cell, grid, would } = first;
  const many = questions.length > 1;
  const common = first.would.filter((n) => questions.every((one) => sumsFor(one.grid, one.cell, n).length > 0));
  const each = questions
    .slice(0, 4)
    .map((one) => `${one.cell.address.path[0]!} n = ${list(one.would, 4)}`)
    .join('; ');
  return {
    check: 'item-means',
    certainty: 'worth a look',
    ...(many ? { compound: true as const } : {}),
    at: pathsOf(questions.map((one) => one.cell)),
    involved: pathsOf(questions.flatMap((one) => one.cells)),
    message: many
      ? `The means of ${questions.length} items (${list(
          questions.map((one) => `${one.cell.address.path[0]!} ${one.cell.printed}`),
          8,
        )}) cannot come from ${sample} whole answers: some of the sample did not answer, or the figures are wrong.`
      : `The mean of ${cell.address.path[0]!}, ` +
        `${cell.printed}, cannot come from ` +
        `${sample} whole answers on ` +
        `${endsOf(grid)}: some of the sample did not answer, or the figure is wrong.`,
    arithmetic: `${many ? `${cell.address.path[0]!}: ` : ''}${around(grid, cell, sample)}`,
    consistent: !many
      ? `n = ${list(would)} would do (${example(grid, cell, would[0]!)}).`
      : common.length > 0
        ? `n = ${list(common)} would do for all of them.`
        : `${each}${questions.length > 4 ? ' …' : ''} would do.`,
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

function around(grid: AnswerGrid, cell: PrintedCell, n: number): string {
  const exact = ((cell.value - grid.origin) / grid.step) * n;
  const mean = (sum: number): number => grid.origin + (grid.step * sum) / n;
  const total = (sum: number): string => show(grid.origin * n + grid.step * sum, grid.step === 1 ? 0 : 2);
  const [below, above] = [Math.floor(exact), Math.ceil(exact)];
  return (
    `${cell.printed} × ` +
    `${n} = ${show(cell.value * n, 2)}; ` +
    `${total(below)}/` +
    `${n} = ${show(mean(below), cell.decimals + 2)} and ` +
    `${total(above)}/${n} = ${show(mean(above), cell.decimals + 2)}, and neither ` +
    `prints as ${cell.printed}.`
  );
}

function example(grid: AnswerGrid, cell: PrintedCell, n: number): string {
  const sum = sumsFor(grid, cell, n)[0]!;
  return (
    `${show(grid.origin * n + grid.step * sum, grid.step === 1 ? 0 : 2)}/` +
    `${n} = ${show(grid.origin + (grid.step * sum) / n, cell.decimals + 2)}`
  );
}
