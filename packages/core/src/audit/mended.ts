// The same paper with cells put right: which other contradictions a mend would settle. A mend that settles what it was not made for is the
// likelier for it.
import type { Plan, PrintedFigure } from '../plan/plan.ts';
import type { NewFinding, Repair } from './finding.ts';
import { printedStudyOf } from './printed-study.ts';
import { starBands } from './star-bands.ts';

/** Star findings, each told whether the mends of composites settle it: after them no contradiction is left on its cells. */
export function settledByMends(plan: Plan, stars: readonly NewFinding[], composites: readonly NewFinding[]): readonly NewFinding[] {
  const settling = composites.filter((one) => (one.repairs ?? []).length > 0);
  if (stars.length === 0 || settling.length === 0) return stars;
  return stars.map((star) => {
    const mend = settling.find((one) => {
      const touched = new Set(one.repairs!.map((repair) => repair.at));
      return star.at.some((at) => touched.has(at) || one.at.includes(at)) && !stillWrong(plan, one.repairs!, star);
    });
    return mend === undefined ? star : { ...star, consistent: `It is gone when the cells are put right that break the identity (${mend.message.replace(/\.$/u, '').replace(/^./u, (letter) => letter.toLowerCase())}). ${star.consistent}` };
  });
}

function stillWrong(plan: Plan, repairs: readonly Repair[], star: NewFinding): boolean {
  const after = starBands(printedStudyOf(withRepairs(plan, repairs))).findings;
  return after.some((one) => one.at.some((at) => star.at.includes(at)));
}

/** The plan with other figures in some cells. */
function withRepairs(plan: Plan, repairs: readonly Repair[]): Plan {
  const texts = new Map(repairs.map((repair) => [repair.at, repair.text]));
  return { ...plan, published: plan.published.map((published) => ({ ...published, figures: published.figures.map((figure) => { const text = texts.get(figure.at); return text === undefined ? figure : { ...figure, printed: printedOf(text) }; }) })) };
}

function printedOf(text: string): PrintedFigure {
  const [, digits = '', stars = ''] = /^(.*?)(\**|ns)$/u.exec(text) ?? [];
  return { value: Number(digits), text, decimals: (digits.split('.')[1] ?? '').length, percent: false, stars: stars === '' ? null : stars as NonNullable<PrintedFigure['stars']> };
}
