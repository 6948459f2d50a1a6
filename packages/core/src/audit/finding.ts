// What an audit finds: findings as typed facts, and what one check returns. Sentences are made of them by told.ts, where they are shown.
import type {
  FigureOf,
  FindingFact,
  NamedFigure,
  OtherwiseFact,
  PaddedFigure,
  RelationFact,
  Skipped,
  SkippedWhat,
  SkippedWhy,
} from '../contract/audit-facts/index.ts';
import { meets, SLACK, type Interval } from './interval.ts';
import type { PrintedCell } from './printed-study.ts';

/** Certain whatever the data were; certain if the paper is about one set of answers, analysed as it says; a question to the authors. */
export type Certainty = 'impossible' | 'inconsistent' | 'worth a look';

export const CHECKS = [
  'ranges',
  'item-means',
  'item-sds',
  'spread',
  'dimension-means',
  'shares',
  'totals',
  'group-means',
  'group-sds',
  'group-f',
  'model-fit',
  'missing-policy',
  'reliability',
  'communalities',
  'explained-variance',
  'rotation',
  'factor-structure',
  'composite-identity',
  'composite-parts',
  'tests',
  'star-bands',
  'printed-twice',
  'claims',
  'computed',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Another text for a printed cell. */
export interface Repair {
  readonly at: string;
  readonly text: string;
}

/** A further contradiction with the same cause. */
export interface AlsoFound {
  readonly check: CheckName;
  readonly fact: FindingFact;
}

export interface Finding {
  readonly check: CheckName;
  readonly certainty: Certainty;
  /** Title of the printed table of the first offending cell; null for a figure outside tables. */
  readonly table: string | null;
  /** Plan paths of the offending cells, the likeliest first. */
  readonly at: readonly string[];
  /** What cannot be, its arithmetic, and what would do. */
  readonly fact: FindingFact;
  /** Figures whose zeros at the end, if they were only added, explain it. */
  readonly padded: readonly PaddedFigure[];
  /** Cells as they would have to read, where only one reading is left. */
  readonly repairs: readonly Repair[];
  /** Clauses that the study does not state and of which the language's default was taken. */
  readonly assumed: readonly string[];
  /** What else is wrong for the same cause. */
  readonly also: readonly AlsoFound[];
  /** The claims of the study that rest on the offending cells. */
  readonly touches: readonly { readonly hypothesis: string; readonly claim: string; readonly at: string }[];
}

export type NewFinding = Pick<Finding, 'check' | 'certainty' | 'at' | 'fact'> &
  Partial<Pick<Finding, 'repairs' | 'assumed' | 'also' | 'padded'>> & {
    /** All cells of the relation that fails; `at` when left out. */
    readonly involved?: readonly string[];
    /** Made of several contradictions already: no single cell explains it. */
    readonly compound?: true;
    /**
     * Where it is open which of several cells are wrong: the ways to put them right, one of which `repairs` becomes when it explains more
     * than the others.
     */
    readonly mends?: readonly (readonly Repair[])[];
  };

export interface CheckResult {
  readonly findings: readonly NewFinding[];
  /** How many relations between figures were checked and hold: `held`. */
  readonly right: number;
  /** Plan paths of the cells of each relation that holds. */
  readonly held: readonly (readonly string[])[];
  /** What could not be checked, and why. */
  readonly skipped: readonly Skipped[];
}

export type Check = (study: import('./printed-study.ts').PrintedStudy) => CheckResult;

/** Reasons without anything to put in. */
type PlainReason = { [K in SkippedWhy['of']]: { readonly of: K } extends SkippedWhy ? K : never }[SkippedWhy['of']];

const whatOf = (what: string | SkippedWhat): SkippedWhat => (typeof what === 'string' ? { of: 'figure', address: what } : what);
const whyOf = (why: SkippedWhy | PlainReason): SkippedWhy => (typeof why === 'string' ? { of: why } : why);

type Cells = readonly (PrintedCell | null | undefined)[];

interface More {
  readonly assumed?: readonly string[];
  readonly otherwise?: OtherwiseFact;
  readonly decimals?: number;
  /** What the figure is of the printed one: its square. */
  readonly of?: FigureOf;
}

/** Collects what a check finds. */
export class CheckReport implements CheckResult {
  readonly findings: NewFinding[] = [];
  readonly held: (readonly string[])[] = [];
  readonly skipped: Skipped[] = [];

  get right(): number {
    return this.held.length;
  }

  /** A relation between these cells was looked at, and holds. */
  holds(cells: Cells): void {
    this.held.push(pathsOf(cells));
  }

  /** A figure by its address, or what else could not be checked. */
  skip(what: string | SkippedWhat, why: SkippedWhy | PlainReason): void {
    this.skipped.push({ what: whatOf(what), why: whyOf(why) });
  }

  /** A relation that holds, or what is to be said when it does not. */
  judge(right: boolean, cells: Cells, finding: () => NewFinding): void {
    if (right) {
      this.holds(cells);
      return;
    }
    const found = finding();
    this.findings.push({ involved: pathsOf(cells), ...found });
  }

  /** The same, told by its cells and fact alone. `suspects`: the likeliest first, all cells when left out. */
  relate(
    right: boolean,
    check: CheckName,
    certainty: Certainty,
    cells: Cells,
    fact: () => FindingFact,
    more: Partial<Pick<NewFinding, 'repairs' | 'assumed'>> & { readonly suspects?: Cells } = {},
  ): void {
    this.judge(right, cells, () => {
      const { suspects, ...rest } = more;
      return { check, certainty, at: pathsOf([...(suspects ?? []), ...cells]), fact: fact(), ...rest };
    });
  }

  /**
   * A figure that others give: `relation` is their arithmetic with the numbers put in, `range` what comes out of it. Nothing where no
   * figure is printed.
   */
  follows(
    check: CheckName,
    certainty: Certainty,
    figure: PrintedCell | null | undefined,
    from: readonly PrintedCell[],
    relation: string | RelationFact,
    range: Interval,
    more: More = {},
  ): void {
    if (figure == null || Number.isNaN(range.low) || Number.isNaN(range.high)) return;
    const { assumed = [], otherwise, decimals = figure.decimals } = more;
    this.relate(
      meets(range, figure),
      check,
      certainty,
      [figure, ...from],
      () => ({
        kind: 'derived',
        figure: named(figure, more.of),
        from: from.map((cell) => named(cell)),
        relation: relationOf(relation),
        ...finiteEnds(range),
        decimals,
        ...(otherwise === undefined ? {} : { otherwise }),
      }),
      { assumed },
    );
  }

  /** A figure that others keep on one side of a bound. */
  bounded(
    check: CheckName,
    certainty: Certainty,
    figure: PrintedCell | null | undefined,
    from: readonly PrintedCell[],
    relation: string | RelationFact,
    side: 'at-least' | 'at-most',
    bound: number,
    more: More = {},
  ): void {
    if (figure == null || !Number.isFinite(bound)) return;
    const { assumed = [], decimals = figure.decimals + 1 } = more;
    const right =
      side === 'at-least'
        ? figure.high >= bound - SLACK * Math.max(1, Math.abs(bound))
        : figure.low <= bound + SLACK * Math.max(1, Math.abs(bound));
    this.relate(
      right,
      check,
      certainty,
      [figure, ...from],
      () => ({
        kind: 'bounded',
        figure: named(figure, more.of),
        from: from.map((cell) => named(cell)),
        relation: relationOf(relation),
        side,
        bound,
        decimals,
      }),
      { assumed },
    );
  }
}

/** A printed figure as sentences name it, with its sign of relation and its stars. */
export function named(cell: PrintedCell, of?: FigureOf): NamedFigure {
  return {
    address: cell.text,
    printed: `${cell.operator === '=' ? '' : `${cell.operator} `}${cell.printed}${cell.stars === 'ns' ? ' ns' : (cell.stars ?? '')}`,
    ...(of === undefined ? {} : { of }),
  };
}

/** A formula in figures and signs needs no words. */
export const relationOf = (relation: string | RelationFact): RelationFact =>
  typeof relation === 'string' ? { of: 'formula', formula: relation } : relation;

/** An interval as facts have it: null where it has no end. */
export const finiteEnds = ({ low, high }: Interval): { readonly low: number | null; readonly high: number | null } => ({
  low: Number.isFinite(low) ? low : null,
  high: Number.isFinite(high) ? high : null,
});

/** An estimate lies between the ends of its interval, and these stand in their order. */
export function withinInterval(
  out: CheckReport,
  check: CheckName,
  estimate: PrintedCell | null,
  low: PrintedCell | null,
  high: PrintedCell | null,
): boolean {
  if (low === null || high === null) return true;
  if (low.low > high.high) {
    out.relate(false, check, 'impossible', [low, high], () => ({
      kind: 'order',
      less: named(low),
      more: named(high),
      why: { of: 'ends-of-an-interval' },
    }));
    return false;
  }
  if (estimate === null) return true;
  const right = estimate.high >= low.low && estimate.low <= high.high;
  out.relate(right, check, 'impossible', [estimate, low, high], () => ({
    kind: 'interval',
    figure: named(estimate),
    low: named(low),
    high: named(high),
  }));
  return right;
}

/** Paths of cells, each once. */
export function pathsOf(cells: Cells): string[] {
  return [...new Set(cells.flatMap((cell) => (cell == null ? [] : [cell.at])))];
}

export const report = (): CheckReport => new CheckReport();
