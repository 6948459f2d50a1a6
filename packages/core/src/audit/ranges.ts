// Can a printed figure be a value of its quantity at all? Ranges of every kind of address; means of items are item-means.ts's.
import { tenTo } from '../numerics/powers.ts';
import { isOblique } from '../methods/index/rotate.ts';
import { declarationOf } from '../methods/quantities.ts';
import type { RangeFact } from '../contract/audit-facts/index.ts';
import { comparedAs, outcomeCalled } from '../methods/compare/job.ts';
import type { QuantityRange, ValueRange } from '../contract/ranges.ts';
import { show } from '../text/digits.ts';
import { finiteEnds, report, type CheckResult } from './finding.ts';
import { meets } from './interval.ts';
import { indicesOf, cellAt, countAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { scaleOf, subjectOf, type Subject } from './subject.ts';

interface Bounds extends Omit<ValueRange, 'why'> {
  readonly why: RangeFact;
  readonly assumed: string | null;
}

/** Every figure that rounds to a value in the range will do. A range that rests on a clause the study does not state is a question. */
export function ranges(study: PrintedStudy): CheckResult {
  const out = report();
  for (const cell of study.cells) {
    const subject = subjectOf(study, cell.address);
    const bounds = boundsOf(study, cell, subject);
    if (bounds === null) continue;
    const whole = bounds.whole === true && cell.operator === '=';
    const right = meets(cell, bounds) && (!whole || (cell.value >= bounds.low && Number.isInteger(cell.value)));
    out.relate(
      right,
      'ranges',
      bounds.assumed === null ? 'impossible' : 'worth a look',
      [cell],
      () => ({
        kind: 'outside',
        figure: { address: cell.text, printed: signed(cell) },
        ...finiteEnds(bounds),
        whole,
        why: bounds.why,
        reading: readingOf(cell, bounds),
      }),
      bounds.assumed === null ? {} : { assumed: [bounds.assumed] },
    );
  }
  return out;
}

const signed = (cell: PrintedCell): string => (cell.operator === '=' ? cell.printed : `${cell.operator} ${cell.printed}`);

/** Whose numbers those of a subject are; of a number it may be an option's, of a group a question's. */
const KINDS: Readonly<Record<Subject['kind'], readonly string[]>> = {
  sample: ['study'],
  indicator: ['indicator'],
  number: ['number', 'option'],
  category: ['category'],
  level: ['level'],
  group: ['dimension', 'choices'],
  index: ['index'],
  component: ['component'],
  comparison: ['outcome of compare'],
  regression: ['outcome of regression'],
  other: [],
};

/** The range that the registry has for a figure's quantity; null where it has none, or the figure is no number that is declared. */
function declared(study: PrintedStudy, cell: PrintedCell, { kind, name, quantity }: Subject): QuantityRange {
  const job = study.plan.jobs.find((one) => one.name === name);
  const own = job?.kind === 'compare' ? comparedAs(job, outcomeCalled(job, cell.address.path[1] ?? '')) : job?.kind;
  for (const of of (kind === 'other' || kind === 'comparison') && own !== undefined ? [own] : KINDS[kind]) {
    const found = declarationOf(of, quantity, cell.address.args?.length ?? 0);
    if (found !== null) return found.range;
  }
  return null;
}

/** The values a figure can have; null for any number. */
export function boundsOf(study: PrintedStudy, cell: PrintedCell, subject: Subject): Bounds | null {
  // A figure made of figures may be called as one of another kind is, and have any value.
  if (study.plan.quantities?.some((one) => one.name === cell.address.path[0]) === true) return null;
  // A pattern of factors that correlate is no correlation: it may lie beyond 1.
  if (subject.quantity === 'loading' && indicesOf(study).some((job) => job.name === subject.name && isOblique(job.rotate))) return null;
  const range = declared(study, cell, subject);
  if (range === null) return null;
  if (typeof range === 'object') return { ...range, why: { of: range.why }, assumed: null };
  // The score: of a comparison, its outcome.
  const job = study.plan.jobs.find((one) => one.name === subject.name);
  const name = job?.kind === 'compare' ? outcomeCalled(job, cell.address.path[1] ?? '') : subject.name;
  const scale = scaleOf(study, name);
  if (scale === null) return range === 'spread' ? { low: 0, high: Infinity, why: { of: 'root-of-squares' }, assumed: null } : null;
  const { low, high, assumed } = scale;
  const width = high - low;
  if (range === 'width') return { low: -width, high: width, why: { of: 'scores', low, high }, assumed };
  if (range === 'spread') {
    const args = /\(.*\)$/u.exec(cell.text)?.[0] ?? '';
    // Beside its mean, the SD of whole answers is item-sds.ts's, which knows more.
    if (
      subject.kind === 'indicator' &&
      args === '' &&
      cellAt(study, `${name}.mean`) !== null &&
      (study.sample ?? countAt(study, `${name}.n`)) !== null
    )
      return null;
    const n = countAt(study, `${name}.n${args}`) ?? 2;
    return {
      low: 0,
      high: (width / 2) * Math.sqrt(n / Math.max(1, n - 1)),
      why: { of: 'scores-at-the-ends', low, high },
      assumed,
    };
  }
  // Means of whole answers have a check of their own, which knows n.
  if (subject.kind === 'indicator' && subject.quantity === 'mean' && cell.address.args === null && cellAt(study, cell.text) === cell)
    return null;
  return { low, high, why: { of: 'scores', low, high }, assumed };
}

/** The same digits with another decimal point, or without the sign, that lie in the range. */
function readingOf(cell: PrintedCell, bounds: Bounds): string | null {
  const value = cell.value < bounds.low && bounds.low >= 0 ? -cell.value : cell.value;
  for (const places of [0, 1, 2, 3]) {
    const moved = value / tenTo(places);
    if (
      (places > 0 || value !== cell.value) &&
      moved >= bounds.low &&
      moved <= bounds.high &&
      (bounds.whole !== true || Number.isInteger(moved))
    )
      return show(moved, bounds.whole === true ? 0 : cell.decimals + places);
  }
  return null;
}
