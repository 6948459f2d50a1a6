// The linear identity: under one model and one set of cases the coefficients of a composite are the weighted sum of those of its parts.
// Which rows of a printed table break it, and what would restore them. Which parts are in the composite is composite-parts.ts's.
import type {
  IdentityCellFact,
  IdentityEvidence,
  IdentityFact,
  IdentityRowFact,
  PartWeight,
  Skipped,
} from '../contract/audit-facts/index.ts';
import type { IndexJob } from '../methods/index/job.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import { pathsOf, report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { explain, type CellRef, type Explanation } from './identity-locate.ts';
import { consensusOf, feasible, fitsAt, predicted, weightBounds, type Consensus } from './identity-region.ts';
import type { Interval } from './interval.ts';
import { isPadded, softened, widened } from './padded.ts';
import { indicesOf, regressionsOf, termOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

export interface IdentityTable {
  readonly job: RegressionJob;
  readonly index: IndexJob;
  /** `beta` or `b`. */
  readonly quantity: string;
  readonly parts: readonly string[];
  readonly rows: readonly { readonly term: string; readonly y: PrintedCell; readonly x: readonly PrintedCell[] }[];
  /** Terms with a blank cell. */
  readonly blank: readonly string[];
  readonly consensus: Consensus;
  /** Each part's smallest and largest weight over all that satisfy the good rows. */
  readonly bounds: readonly Interval[] | null;
}

interface Identities {
  readonly tables: readonly IdentityTable[] /** Tables whose rows have no weights in common, not even half of them. */;
  readonly lost: readonly Omit<IdentityTable, 'bounds'>[];
  readonly skipped: readonly Skipped[];
}

/** Three checks look at the same tables, and finding the weights is most of the audit's work: it is done once a study. */
const known = new WeakMap<PrintedStudy, Identities>();

/** Every regression that explains an index and its components, with the rows in which all of them are printed. */
export function identityTablesOf(study: PrintedStudy): Identities {
  const before = known.get(study);
  if (before !== undefined) return before;
  const found = findTables(study);
  known.set(study, found);
  return found;
}

function findTables(study: PrintedStudy): Identities {
  const tables: IdentityTable[] = [];
  const lost: Omit<IdentityTable, 'bounds'>[] = [];
  const skipped: Skipped[] = [];
  for (const job of regressionsOf(study)) {
    for (const index of indicesOf(study)) {
      if (!job.outcomes.includes(index.name)) continue;
      for (const quantity of ['beta', 'b']) {
        const of = (outcome: string): PrintedCell[] =>
          study.cells.filter(
            (cell) =>
              cell.operator === '=' &&
              cell.address.path.length === 3 &&
              cell.address.path[0] === job.name &&
              cell.address.path[1] === outcome &&
              cell.address.path[2] === quantity,
          );
        const composite = of(index.name);
        if (composite.length === 0) continue;
        if (index.components.every((component) => of(component.name).length === 0)) continue;
        const what = { of: 'coefficients', quantity, model: `${job.name}.${index.name}` } as const;
        const named = index.components.map((component) => component.name);
        const columns = new Map(named.map((name) => [name, new Map(of(name).map((cell) => [termOf(cell), cell]))]));
        const parts = named.filter((name) => columns.get(name)!.size > 0);
        const lacking = index.compose.filter((name) => !parts.includes(name));
        if (lacking.length > 0) {
          skipped.push({ what, why: { of: 'parts-not-printed', parts: lacking } });
          continue;
        }
        const rows: { term: string; y: PrintedCell; x: PrintedCell[] }[] = [];
        const blank: string[] = [];
        for (const y of composite) {
          const term = termOf(y);
          if (term === 'intercept') continue;
          const x = parts.map((name) => columns.get(name)!.get(term));
          if (x.every((cell) => cell !== undefined)) rows.push({ term, y, x: x as PrintedCell[] });
          else blank.push(term);
        }
        const consensus = consensusOf(rows);
        if (consensus === null) {
          skipped.push({ what, why: { of: 'too-few-rows', rows: rows.length, weights: parts.length } });
          continue;
        }
        if (consensus.good.length < Math.max(parts.length + 2, rows.length / 2)) {
          lost.push({ job, index, quantity, parts, rows, blank, consensus });
          continue;
        }
        tables.push({ job, index, quantity, parts, rows, blank, consensus, bounds: weightBounds(consensus.good.map((i) => rows[i]!)) });
      }
    }
  }
  return { tables, lost, skipped };
}

export function compositeIdentity(study: PrintedStudy): CheckResult {
  const out = report();
  const { tables, lost, skipped } = identityTablesOf(study);
  out.skipped.push(...skipped);
  for (const { job, index, parts, rows, consensus } of lost) {
    // Which components there are, and which are composed, need not be said.
    const assumed = assumedClauses(index, 'compose', 'keep');
    const worst = rows[consensus.bad[0]!]!;
    out.findings.push({
      check: 'composite-identity',
      certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
      assumed,
      at: rows.map((row) => row.y.at),
      involved: pathsOf(rows.flatMap((row) => [row.y, ...row.x])),
      fact: {
        kind: 'no-identity',
        index: index.name,
        job: job.name,
        good: consensus.good.length,
        rows: rows.length,
        weights: partWeights(parts, consensus.weights),
        worst: { term: worst.term, sum: { ...predicted(consensus.weights, worst.x), decimals: 4 }, printed: worst.y.printed },
      },
    });
  }
  for (const table of tables) {
    const { consensus } = table;
    for (const i of consensus.good) out.holds([table.rows[i]!.y, ...table.rows[i]!.x]);
    for (const term of table.blank) out.skip({ of: 'row', term, job: table.job.name }, 'cell-not-printed');
    if (consensus.bad.length === 0) continue;
    const bounds = table.bounds ?? consensus.weights.map((weight) => ({ low: weight, high: weight }));
    for (const one of explain(table.rows, consensus)) {
      const cells = rowsOf(one).flatMap((i) => [table.rows[i]!.y, ...table.rows[i]!.x]);
      const finding: NewFinding = { involved: pathsOf(cells), ...findingOf(study, table, one, bounds) };
      const zeros = cells.some(isPadded) ? cells : table.rows.flatMap((row) => [row.y, ...row.x]);
      out.findings.push(fitsWithoutZeros(table, rowsOf(one)) ? softened(finding, cells, zeros) : finding);
    }
  }
  return out;
}

type IdentityRow = IdentityTable['rows'][number];
const isLoose = (row: IdentityRow): boolean => [row.y, ...row.x].some(isPadded);
const loosened = (row: IdentityRow): IdentityRow => ({ ...row, y: widened(row.y), x: row.x.map(widened) });

/** Do these rows satisfy the weights of the others once zeros at the end of any figures are left out? */
function fitsWithoutZeros({ rows, consensus: { good, weights } }: IdentityTable, bad: readonly number[]): boolean {
  const all = [...good, ...bad].map((i) => rows[i]!);
  if (!all.some(isLoose)) return false;
  const own = bad.map((i) => loosened(rows[i]!));
  return own.every((row) => fitsAt(row, weights)) || feasible(all.map(loosened), weights) !== null;
}

function rowsOf(one: Explanation): readonly number[] {
  switch (one.kind) {
    case 'shift':
      return Array.from({ length: one.to - one.from + 1 }, (_, at) => one.from + at);
    case 'reorder':
      return one.rows;
    case 'swap':
      return [one.a.row, one.b.row];
    case 'slip':
      return [one.row];
  }
}

export const partWeights = (parts: readonly string[], weights: readonly number[]): PartWeight[] =>
  parts.map((part, j) => ({ part, weight: weights[j]! }));

function findingOf(study: PrintedStudy, table: IdentityTable, one: Explanation, bounds: readonly Interval[]): NewFinding {
  const weights = table.consensus.weights;
  const cell = (ref: CellRef): PrintedCell => {
    const row = table.rows[ref.row]!;
    return ref.column === 0 ? row.y : row.x[ref.column - 1]!;
  };
  const name = (column: number): string => (column === 0 ? table.index.name : table.parts[column - 1]!);
  const rowFact = (row: number, read: (column: number) => PrintedCell): IdentityRowFact => ({
    term: table.rows[row]!.term,
    parts: table.parts.map((_, j) => ({ weight: weights[j]!, printed: read(j + 1).printed })),
    sum: {
      ...predicted(
        weights,
        table.parts.map((_, j) => read(j + 1)),
      ),
      decimals: 4,
    },
    composite: read(0).printed,
  });
  const cellFact = (ref: CellRef): IdentityCellFact => ({
    term: table.rows[ref.row]!.term,
    column: name(ref.column),
    printed: cell(ref).printed,
    stars: cell(ref).stars ?? '',
  });
  const of: IdentityFact = {
    index: table.index.name,
    table: table.rows[0]!.y.table,
    weights: partWeights(table.parts, weights),
    good: table.consensus.good.length,
    rows: table.rows.length,
  };
  const common = { check: 'composite-identity' as const, certainty: 'inconsistent' as const };
  switch (one.kind) {
    case 'shift': {
      const rows = Array.from({ length: one.to - one.from + 1 }, (_, at) => one.from + at);
      const length = rows.length;
      const moved = (i: number, by: number): PrintedCell =>
        cell({ row: one.from + ((i - one.from + by + length) % length), column: one.column });
      const evidence = one.column === 0 ? otherTable(study, table, rows, one.by) : null;
      const columns =
        one.column > 0 || evidence?.of === 'composite' ? [one.column] : evidence === null ? [] : table.parts.map((_, j) => j + 1);
      const mendOf = (moving: readonly number[]): Repair[] =>
        moving.flatMap((column) =>
          rows.map((i): Repair => {
            const by = one.column === column ? one.by : -one.by;
            const from = cell({ row: one.from + ((i - one.from + by + length) % length), column });
            return { at: cell({ row: i, column }).at, text: `${from.printed}${from.stars ?? ''}` };
          }),
        );
      const repairs = mendOf(columns);
      const mends = columns.length > 0 ? [repairs] : [mendOf([0]), mendOf(table.parts.map((_, j) => j + 1))];
      return {
        ...common,
        at: [
          ...rows.map((i) => cell({ row: i, column: one.column }).at),
          ...(one.column === 0 ? rows.flatMap((i) => table.rows[i]!.x.map((x) => x.at)) : []),
        ],
        fact: {
          kind: 'identity-slipped',
          of,
          from: table.rows[one.from]!.term,
          to: table.rows[one.to]!.term,
          column: name(one.column),
          composite: one.column === 0,
          by: one.by,
          broken: rows.slice(0, 2).map((i) => rowFact(i, (column) => cell({ row: i, column }))),
          restored: rows.map((i) => ({
            term: table.rows[i]!.term,
            text: `${moved(i, one.by).printed}${moved(i, one.by).stars ?? ''}`,
          })),
          evidence,
        },
        repairs,
        mends,
      };
    }
    case 'reorder':
      return {
        ...common,
        at: one.rows.map((i) => table.rows[i]!.y.at),
        fact: {
          kind: 'identity-reordered',
          of,
          broken: rowFact(one.rows[0]!, (column) => cell({ row: one.rows[0]!, column })),
          order: one.rows.map((i, at) => ({ term: table.rows[i]!.term, text: table.rows[one.order[at]!]!.y.printed })),
        },
        repairs: one.rows.map((i, at) => ({
          at: table.rows[i]!.y.at,
          text: `${table.rows[one.order[at]!]!.y.printed}${table.rows[one.order[at]!]!.y.stars ?? ''}`,
        })),
      };
    case 'swap': {
      const [a, b] = [cell(one.a), cell(one.b)];
      const exchanged =
        (row: number) =>
        (column: number): PrintedCell => {
          const own = cell({ row, column });
          return own === a ? b : own === b ? a : own;
        };
      return {
        ...common,
        at: [a.at, b.at],
        fact: {
          kind: 'identity-swapped',
          of,
          one: cellFact(one.a),
          other: cellFact(one.b),
          sameRow: one.a.row === one.b.row,
          broken: rowFact(one.a.row, (column) => cell({ row: one.a.row, column })),
          exchanged: rowFact(one.a.row, exchanged(one.a.row)),
          others: one.others > 0,
        },
        repairs:
          one.others > 0
            ? []
            : [
                { at: a.at, text: `${b.printed}${b.stars ?? ''}` },
                { at: b.at, text: `${a.printed}${a.stars ?? ''}` },
              ],
      };
    }
    case 'slip': {
      const row = table.rows[one.row]!;
      const refs = one.cells.map((candidate) => candidate.cell);
      const certain = one.cells.length === 1 && one.cells[0]!.texts.length === 1;
      return {
        ...common,
        at: [...refs.map((ref) => cell(ref).at), ...[row.y, ...row.x].map((one_) => one_.at)].filter((at, i, all) => all.indexOf(at) === i),
        fact: {
          kind: 'identity-misprint',
          of,
          broken: rowFact(one.row, (column) => cell({ row: one.row, column })),
          options: one.cells.map(({ cell: ref, texts }) => ({ column: name(ref.column), texts, printed: cell(ref).printed })),
          needed: one.needed.flatMap((needed, column) =>
            Number.isFinite(needed.low) && needed.high - needed.low < 1
              ? [{ column: name(column), range: { low: needed.low, high: needed.high, decimals: 3 } }]
              : [],
          ),
          bounds: bounds.map((bound) => ({ low: bound.low, high: bound.high, decimals: 3 })),
        },
        repairs: certain ? [{ at: cell(refs[0]!).at, text: `${one.cells[0]!.texts[0]!}${cell(refs[0]!).stars ?? ''}` }] : [],
      };
    }
  }
}

/**
 * Another regression with the same terms: does its composite agree better with the order as printed, or its parts? Says which side has
 * slipped.
 */
function otherTable(study: PrintedStudy, table: IdentityTable, rows: readonly number[], by: number): IdentityEvidence | null {
  const others = identityTablesOf(study).tables.filter(
    (one) => one.job.name !== table.job.name && one.quantity === table.quantity && one.index.name === table.index.name,
  );
  const length = rows.length;
  for (const other of others) {
    const known = new Map(other.rows.map((row, i) => [row.term, { row, good: other.consensus.good.includes(i) }]));
    const twins = rows.map((i) => known.get(table.rows[i]!.term));
    if (twins.some((twin) => twin === undefined || !twin.good)) continue;
    const distance = (read: (row: IdentityTable['rows'][number]) => number[], offset: number): number =>
      rows.reduce((total, _, at) => {
        const own = read(table.rows[rows[(at + offset + length) % length]!]!);
        return total + read(twins[at]!.row).reduce((sum, value, j) => sum + Math.abs(value - own[j]!), 0);
      }, 0);
    const composite = { printed: distance((row) => [row.y.value], 0), moved: distance((row) => [row.y.value], by) };
    const parts = { printed: distance((row) => row.x.map((x) => x.value), 0), moved: distance((row) => row.x.map((x) => x.value), -by) };
    const where = other.rows[0]!.y.table ?? other.job.name;
    if (composite.printed < composite.moved && parts.moved < parts.printed) return { of: 'parts', where, composite, parts };
    if (composite.printed > composite.moved && parts.moved > parts.printed) return { of: 'composite', where };
  }
  return null;
}
