// One sentence such as "components weighted by explained variance, normalised to 0–100" can be executed in several ways. Each reading here
// is a small scoring program; the printed tables say which of them can have made the index.
import type { ReadingFact, ReadingLine } from '../contract/audit-facts/index.ts';
import { givenWeight, type IndexJob } from '../methods/index/job.ts';
import { identityTablesOf, type IdentityTable } from './composite-identity.ts';
import { unitWeights, wholeSample } from './composite-parts.ts';
import { feasibleWithin, type Row } from './identity-region.ts';
import { divided, meets, multiplied, sumOf, type Interval } from './interval.ts';
import { cellAt, indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

export interface ScoringProgram {
  readonly parts: readonly string[];
  readonly weights: 'explained' | 'equal' | 'given';
  /**
   * What is brought to the range: the weighted sum of z-scores, each component before the weighted mean, or nothing but the raw answers.
   */
  readonly order: 'composite, then min–max' | 'min–max, then weighted mean' | 'mean of answers in percent of their scale';
}

export interface Reading {
  readonly program: ScoringProgram;
  readonly fact: ReadingFact;
  /** `open`: nothing printed speaks for or against it. */
  readonly verdict: 'compatible' | 'incompatible' | 'open';
  readonly lines: readonly ReadingLine[];
}

export interface IndexReadings {
  readonly index: string;
  readonly readings: readonly Reading[];
  readonly compatible: readonly Reading[];
}

/** For every index of two or more components whose composite is printed beside them. */
export function readingsOf(study: PrintedStudy): IndexReadings[] {
  const { tables } = identityTablesOf(study);
  return indicesOf(study).flatMap((job): IndexReadings[] => {
    if (job.components.length < 2) return [];
    const own = tables.filter((table) => table.index.name === job.name);
    const means = meanRows(study, job);
    if (own.length === 0 && means.length === 0) return [];
    const evidence = own.map((table) => ({ table, rows: table.consensus.good.map((i): Row => table.rows[i]!), bounds: table.bounds }));
    const readings = programsOf(study, job).map((program) => judge(study, job, program, evidence, means));
    return [{ index: job.name, readings, compatible: readings.filter((one) => one.verdict === 'compatible') }];
  });
}

/**
 * All components, and all but one; each weighted as the study could mean; composed before or after the rescaling; and the plain mean of the
 * answers.
 */
function programsOf(study: PrintedStudy, job: IndexJob): ScoringProgram[] {
  const all = job.components.map((component) => component.name);
  const subsets = [all, ...(all.length > 2 ? all.map((left) => all.filter((name) => name !== left)) : [])];
  const rules: ScoringProgram['weights'][] = [
    ...(all.every((name) => cellAt(study, `${job.name}.explained(${name})`) !== null) ? ['explained' as const] : []),
    'equal',
    ...(job.weight.kind === 'given' ? ['given' as const] : []),
  ];
  const programs = subsets.flatMap((parts) =>
    rules.flatMap((weights) =>
      (['composite, then min–max', 'min–max, then weighted mean'] as const).map((order): ScoringProgram => ({ parts, weights, order })),
    ),
  );
  return [...programs, { parts: all, weights: 'equal', order: 'mean of answers in percent of their scale' }];
}

interface MeanRow {
  /** Null: all cases. */
  readonly name: string | null;
  readonly index: PrintedCell;
  readonly parts: ReadonlyMap<string, PrintedCell>;
}

/** Groups (and all cases) of which the index's mean is printed. */
function meanRows(study: PrintedStudy, job: IndexJob): MeanRow[] {
  const rows: MeanRow[] = [];
  for (const cell of study.cells) {
    if (cell.operator !== '=' || cell.address.path.length !== 2 || cell.address.path[0] !== job.name || cell.address.path[1] !== 'mean')
      continue;
    const rest = cell.text.slice(job.name.length);
    const parts = new Map(
      job.components.flatMap((component) => {
        const found = cellAt(study, `${component.name}${rest}`);
        return found === null ? [] : [[component.name, found] as const];
      }),
    );
    rows.push({ name: cell.row, index: cell, parts });
  }
  return rows;
}

function sharesOf(study: PrintedStudy, job: IndexJob, program: ScoringProgram): Interval[] | null {
  const shares = program.parts.map((part): Interval | null => {
    if (program.weights === 'equal') return { low: 1, high: 1 };
    if (program.weights === 'explained') return cellAt(study, `${job.name}.explained(${part})`);
    const given = givenWeight(job.weight, part);
    return given === undefined ? null : { low: given, high: given };
  });
  return shares.every((share) => share !== null) ? (shares as Interval[]) : null;
}

interface Evidence {
  readonly table: IdentityTable;
  readonly rows: readonly Row[];
  readonly bounds: readonly Interval[] | null;
}

function judge(
  study: PrintedStudy,
  job: IndexJob,
  program: ScoringProgram,
  evidence: readonly Evidence[],
  means: readonly MeanRow[],
): Reading {
  const lines: Judged[] = [];
  const shares = sharesOf(study, job, program);
  if (program.order === 'mean of answers in percent of their scale') lines.push(...ofAnswers(study, job, means));
  else if (shares !== null) {
    if (program.order === 'min–max, then weighted mean') lines.push(...ofMeans(program, shares, means));
    for (const one of evidence) lines.push(...ofCoefficients(study, program, shares, one));
  }
  const verdict = lines.some((line) => !line.right) ? 'incompatible' : lines.length > 0 ? 'compatible' : 'open';
  return {
    program,
    fact: factOf(job, program),
    verdict,
    lines: lines.filter((one) => verdict !== 'incompatible' || !one.right).map((one) => one.line),
  };
}

function factOf(job: IndexJob, { parts, weights, order }: ScoringProgram): ReadingFact {
  if (order === 'mean of answers in percent of their scale') return { of: 'answers', items: job.items.length };
  return {
    of: order === 'composite, then min–max' ? 'composed' : 'rescaled-first',
    weights,
    parts: parts.length,
    left: job.components.map((component) => component.name).filter((name) => !parts.includes(name)),
  };
}

/** A line of arithmetic, and whether it comes out. */
interface Judged {
  readonly right: boolean;
  readonly line: ReadingLine;
}

/** With components rescaled first, every group's mean of the index is the weighted mean of its means of the components. */
function ofMeans(program: ScoringProgram, shares: readonly Interval[], means: readonly MeanRow[]): Judged[] {
  return means.flatMap((row) => {
    const cells = program.parts.map((part) => row.parts.get(part));
    if (cells.some((cell) => cell === undefined)) return [];
    const known = cells as PrintedCell[];
    const low =
      known.reduce((total, cell, j) => total + shares[j]!.low * cell.low, 0) / shares.reduce((total, share) => total + share.high, 0);
    const high =
      known.reduce((total, cell, j) => total + shares[j]!.high * cell.high, 0) / shares.reduce((total, share) => total + share.low, 0);
    const point =
      known.reduce((total, cell, j) => total + ((shares[j]!.low + shares[j]!.high) / 2) * cell.value, 0) /
      shares.reduce((total, share) => total + (share.low + share.high) / 2, 0);
    const decimals = program.weights === 'equal' ? 0 : 3;
    const middles = shares.map((share) => (share.low + share.high) / 2);
    return [
      {
        right: meets({ low, high }, row.index),
        line: {
          of: 'means',
          name: row.name,
          parts: known.map((cell, j) => ({ weight: { value: middles[j]!, decimals }, printed: cell.printed })),
          sum: { value: middles.reduce((total, middle) => total + middle, 0), decimals },
          value: { value: point, decimals: 2 },
          printed: row.index.printed,
        },
      },
    ];
  });
}

/**
 * Coefficients: parts outside have weight 0; inside, composed z-scores show their weights (in the whole sample), rescaled ones some
 * positive weight.
 */
function ofCoefficients(
  study: PrintedStudy,
  program: ScoringProgram,
  shares: readonly Interval[],
  { table, rows, bounds }: Evidence,
): Judged[] {
  if (bounds === null) return [];
  const exact = program.order === 'composite, then min–max' && wholeSample(study, table);
  const wanted = unitWeights(shares);
  const box = table.parts.map((part): Interval => {
    const at = program.parts.indexOf(part);
    return at < 0 ? { low: 0, high: 0 } : exact ? wanted[at]! : { low: 0.02, high: 100 };
  });
  const where = table.rows[0]!.y.table ?? table.job.name;
  const right = feasibleWithin(rows, box);
  return [
    {
      right,
      line: {
        of: 'coefficients',
        needs: table.parts.map((part, j) => ({
          part,
          range: box[j]!.high === 0 || exact ? { low: box[j]!.low, high: box[j]!.high, decimals: 3 } : null,
        })),
        left: { where, parts: table.parts.map((part, j) => ({ part, low: bounds[j]!.low, high: bounds[j]!.high })) },
      },
    },
  ];
}

/** The mean of all answers in percent of their scale is that of the items' means. */
function ofAnswers(study: PrintedStudy, job: IndexJob, means: readonly MeanRow[]): Judged[] {
  const all = means.find((row) => row.index.address.args === null || row.index.text.endsWith('(all)'));
  const parts = job.items.map((item): Interval | null => {
    const cell = cellAt(study, `${item}.mean`);
    const variable = study.variables.get(item);
    if (cell === null || variable?.kind !== 'indicator' || variable.scale === null) return null;
    const { low, high } = variable.scale;
    return multiplied(divided({ low: cell.low - low, high: cell.high - low }, { low: high - low, high: high - low }), {
      low: 100,
      high: 100,
    });
  });
  if (all === undefined || parts.some((part) => part === null)) return [];
  const sum = sumOf(parts as Interval[]);
  const mean = { low: sum.low / parts.length, high: sum.high / parts.length };
  return [
    {
      right: meets(mean, all.index),
      line: { of: 'answers', mean: { ...mean, decimals: 2 }, printed: all.index.printed },
    },
  ];
}
