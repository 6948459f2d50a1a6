// One sentence such as "components weighted by explained variance, normalised to 0–100" can be executed in several ways. Each reading here
// is a small scoring program; the printed tables say which of them can have made the index.
import { givenWeight, type IndexJob } from '../methods/index/job.ts';
import { identityTablesOf, type IdentityTable } from './composite-identity.ts';
import { unitWeights, wholeSample } from './composite-parts.ts';
import { list, show, showInterval } from '../text/digits.ts';
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
  readonly sentence: string;
  /** `open`: nothing printed speaks for or against it. */
  readonly verdict: 'compatible' | 'incompatible' | 'open';
  readonly arithmetic: readonly string[];
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
  readonly name: string;
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
    rows.push({ name: cell.row ?? 'all', index: cell, parts });
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
  const sentence = sentenceOf(job, program);
  const lines: { right: boolean; text: string }[] = [];
  const shares = sharesOf(study, job, program);
  if (program.order === 'mean of answers in percent of their scale') lines.push(...ofAnswers(study, job, means));
  else if (shares !== null) {
    if (program.order === 'min–max, then weighted mean') lines.push(...ofMeans(program, shares, means));
    for (const one of evidence) lines.push(...ofCoefficients(study, program, shares, one));
  }
  const verdict = lines.some((line) => !line.right) ? 'incompatible' : lines.length > 0 ? 'compatible' : 'open';
  return {
    program,
    sentence,
    verdict,
    arithmetic: lines.filter((line) => verdict !== 'incompatible' || !line.right).map((line) => line.text),
  };
}

function sentenceOf(job: IndexJob, program: ScoringProgram): string {
  if (program.order === 'mean of answers in percent of their scale')
    return `The mean of all ${job.items.length} answers, each in percent of its scale.`;
  const left = job.components.map((component) => component.name).filter((name) => !program.parts.includes(name));
  const which = left.length === 0 ? `all ${program.parts.length} components` : `the components without ${list(left)}`;
  const how =
    program.weights === 'explained'
      ? 'weighted by explained variance'
      : program.weights === 'equal'
        ? 'weighted equally'
        : 'weighted as given';
  return program.order === 'composite, then min–max'
    ? `The standardised scores of ${which}, ${how}, summed; the sum then rescaled by min–max.`
    : `Each of ${which} rescaled by min–max first; then their mean, ${how}.`;
}

/** With components rescaled first, every group's mean of the index is the weighted mean of its means of the components. */
function ofMeans(program: ScoringProgram, shares: readonly Interval[], means: readonly MeanRow[]): { right: boolean; text: string }[] {
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
    const weights = shares.map((share) => show((share.low + share.high) / 2, program.weights === 'equal' ? 0 : 3));
    return [
      {
        right: meets({ low, high }, row.index),
        text: `${row.name}: (${known.map((cell, j) => `${weights[j]!}·${cell.printed}`).join(' + ')})/${show(
          shares.reduce((total, share) => total + (share.low + share.high) / 2, 0),
          program.weights === 'equal' ? 0 : 3,
        )} = ${show(point, 2)}, printed ${row.index.printed}`,
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
): { right: boolean; text: string }[] {
  if (bounds === null) return [];
  const exact = program.order === 'composite, then min–max' && wholeSample(study, table);
  const wanted = unitWeights(shares);
  const box = table.parts.map((part): Interval => {
    const at = program.parts.indexOf(part);
    return at < 0 ? { low: 0, high: 0 } : exact ? wanted[at]! : { low: 0.02, high: 100 };
  });
  const where = table.rows[0]!.y.table ?? table.job.name;
  const right = feasibleWithin(rows, box);
  const shown = table.parts.map((part, j) => `${part} ${showInterval(bounds[j]!.low, bounds[j]!.high, 3)}`);
  const asked = table.parts.map(
    (part, j) => `${part} ${box[j]!.high === 0 ? '0' : exact ? showInterval(box[j]!.low, box[j]!.high, 3) : 'above 0'}`,
  );
  return [{ right, text: `${where}: needs ${list(asked)}; its rows leave ${list(shown)}` }];
}

/** The mean of all answers in percent of their scale is that of the items' means. */
function ofAnswers(study: PrintedStudy, job: IndexJob, means: readonly MeanRow[]): { right: boolean; text: string }[] {
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
      text: `all: the items' means give ${showInterval(mean.low, mean.high, 2)}, printed ${all.index.printed}`,
    },
  ];
}
