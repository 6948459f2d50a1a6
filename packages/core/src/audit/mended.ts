// The same paper with cells put right: which other contradictions a mend of several cells settles. A mend that settles what it was not made
// for is the likelier for it, and what it settles has the same cause.
import type { Plan, PublishedPlan } from '../methods/plan.ts';
import type { PrintedFigure } from '../contract/address.ts';
import { report, type AlsoFound, type Certainty, type Check, type CheckName, type NewFinding, type Repair } from './finding.ts';
import { printedStudyOf, type PrintedStudy } from './printed-study.ts';
import { starContradictions, starFact, type StarContradiction } from './star-bands.ts';

export interface Settled {
  readonly findings: readonly NewFinding[];
  /** Stars that a mend settles: they are told with it. */
  readonly isSettled: (one: StarContradiction) => boolean;
}

type Run = Readonly<Partial<Record<CheckName, Check>>>;
const CERTAINTIES: readonly Certainty[] = ['impossible', 'inconsistent', 'worth a look'];
const keyOf = ({ job, term }: StarContradiction): string => `${job.name} ${term}`;

/** Findings other than stars, each that a mend of another settles moved behind it. */
export function settledByMends(study: PrintedStudy, findings: readonly NewFinding[], run: Run): Settled {
  const stars = findings.some((one) => mendsOf(one).length > 0) ? starContradictions(study, report()) : [];
  const settled = new Set<string>();
  const gone = new Set<NewFinding>();
  const told = new Map<NewFinding, NewFinding>();
  for (const one of findings) {
    if (gone.has(one)) continue;
    const tried = mendsOf(one)
      .map((mend) => {
        const after = printedStudyOf(withRepairs(study.plan, mend));
        const touched = new Set(mend.map((repair) => repair.at));
        const known = new Map<CheckName, readonly NewFinding[]>();
        const afterOf = (check: CheckName): readonly NewFinding[] => {
          const before = known.get(check) ?? run[check]?.(after).findings ?? [];
          known.set(check, before);
          return before;
        };
        const others = findings.filter(
          (other) =>
            other !== one &&
            !gone.has(other) &&
            !told.has(other) &&
            run[other.check] !== undefined &&
            other.compound !== true &&
            (other.involved ?? other.at).some((at) => touched.has(at)) &&
            !afterOf(other.check).some((still) => still.at.some((at) => other.at.includes(at))),
        );
        const wrong = new Set(stars.length === 0 ? [] : starContradictions(after, report()).map(keyOf));
        return {
          mend,
          others,
          stars: stars.filter(
            (star) => !settled.has(keyOf(star)) && !wrong.has(keyOf(star)) && star.bands.some((band) => touched.has(band.cell.at)),
          ),
        };
      })
      .sort((a, b) => b.others.length + b.stars.length - a.others.length - a.stars.length);
    const [best, next] = tried;
    const count = best === undefined ? 0 : best.others.length + best.stars.length;
    if (best === undefined || count === 0) continue;
    for (const other of best.others) gone.add(other);
    for (const star of best.stars) settled.add(keyOf(star));
    const also = [
      ...best.others.map(({ check, fact }): AlsoFound => ({ check, fact })),
      ...best.stars.map((star): AlsoFound => ({ check: 'star-bands', fact: starFact(star) })),
    ];
    const certainty = CERTAINTIES.find((level) => [one, ...best.others].some((other) => other.certainty === level))!;
    const only = next === undefined || next.others.length + next.stars.length < count;
    told.set(one, {
      ...one,
      certainty,
      also: [...(one.also ?? []), ...also],
      ...((one.repairs ?? []).length === 0 && only ? { repairs: best.mend } : {}),
    });
  }
  return {
    findings: findings.flatMap((one) => (gone.has(one) ? [] : [told.get(one) ?? one])),
    isSettled: (one) => settled.has(keyOf(one)),
  };
}

/** The ways in which a finding may be put right that change several cells at once. */
function mendsOf(one: NewFinding): readonly (readonly Repair[])[] {
  return one.mends ?? ((one.repairs ?? []).length > 1 ? [one.repairs!] : []);
}

/** The plan with other figures in some cells. */
function withRepairs(plan: Plan, repairs: readonly Repair[]): Plan {
  const texts = new Map(repairs.map((repair) => [repair.at, repair.text]));
  return {
    ...plan,
    published: plan.published.map(
      (published): PublishedPlan => ({
        ...published,
        figures: published.figures.map((figure) => {
          const text = texts.get(figure.at);
          return text === undefined ? figure : { ...figure, printed: printedOf(text) };
        }),
      }),
    ),
  };
}

function printedOf(text: string): PrintedFigure {
  const [, digits = '', stars = ''] = /^(.*?)(\**|ns)$/u.exec(text) ?? [];
  return {
    value: Number(digits),
    text,
    decimals: (digits.split('.')[1] ?? '').length,
    percent: false,
    stars: stars === '' ? null : (stars as NonNullable<PrintedFigure['stars']>),
  };
}
