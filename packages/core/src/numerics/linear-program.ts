// Small dense linear programs: maximise c·x subject to A·x ≤ b with x ≥ 0. For a handful of unknowns and a few hundred constraints.
// The two-phase simplex method with Bland's rule (Bland 1977, Mathematics of Operations Research 2:103–107), which cannot cycle.

export type Program =
  | { readonly status: 'optimal'; readonly value: number; readonly x: readonly number[] }
  | { readonly status: 'infeasible' | 'unbounded' };

const TINY = 1e-11;
const LONGEST = 20_000;

/** `slack` is how far a constraint may be missed and still count as met. */
export function linearProgram(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  bounds: readonly number[],
  slack = 1e-9,
): Program {
  const n = objective.length;
  const m = rows.length;
  // One column an unknown, one artificial (the last but one), and the right-hand side; the basis is implied by `basic`.
  const table = rows.map((row, i) => {
    const line = new Float64Array(n + 2);
    line.set(row);
    line[n] = -1;
    line[n + 1] = bounds[i]!;
    return line;
  });
  const basic = rows.map((_, i) => n + 1 + i);
  const free = Array.from({ length: n + 1 }, (_, j) => (j === n ? n : j));
  const lowest = bounds.reduce((best, bound, i) => (bound < (bounds[best] ?? Infinity) ? i : best), 0);
  if (m > 0 && bounds[lowest]! < 0) {
    // Phase one: bring the artificial unknown in where it is needed most, then drive it to zero.
    const cost = new Float64Array(n + 2);
    cost[n] = -1;
    pivot(table, cost, basic, free, lowest, n);
    if (!climb(table, cost, basic, free)) return { status: 'infeasible' };
    if (-cost[n + 1]! < -slack) return { status: 'infeasible' };
    const stays = basic.indexOf(n);
    if (stays >= 0) {
      const column = free.findIndex((_, j) => Math.abs(table[stays]![j]!) > TINY);
      if (column >= 0) pivot(table, cost, basic, free, stays, column);
    }
  }
  // Phase two: the artificial unknown is barred; the objective is written in the free unknowns.
  const barred = free.indexOf(n);
  const cost = new Float64Array(n + 2);
  for (const [j, name] of free.entries()) if (name < n) cost[j] = objective[name]!;
  for (const [i, name] of basic.entries()) {
    if (name >= n) continue;
    for (let j = 0; j <= n + 1; j++) cost[j] = cost[j]! - objective[name]! * table[i]![j]!;
  }
  if (barred >= 0) for (const row of table) row[barred] = 0;
  if (barred >= 0) cost[barred] = 0;
  if (!climb(table, cost, basic, free)) return { status: 'unbounded' };
  const x = Array.from({ length: n }, () => 0);
  for (const [i, name] of basic.entries()) if (name < n) x[name] = table[i]![n + 1]!;
  return { status: 'optimal', value: -cost[n + 1]!, x };
}

/** Goes up until no free unknown helps; false when nothing bounds it. `cost` holds the gains, and minus the value at its end. */
function climb(table: readonly Float64Array[], cost: Float64Array, basic: number[], free: number[]): boolean {
  const end = cost.length - 1;
  for (let step = 0; step < LONGEST; step++) {
    let column = -1;
    for (let j = 0; j < end; j++) if (cost[j]! > TINY && (column < 0 || free[j]! < free[column]!)) column = j;
    if (column < 0) return true;
    let row = -1;
    let least = Infinity;
    for (let i = 0; i < table.length; i++) {
      const slope = table[i]![column]!;
      if (slope <= TINY) continue;
      const ratio = table[i]![end]! / slope;
      if (ratio < least - TINY || (ratio <= least + TINY && row >= 0 && basic[i]! < basic[row]!)) {
        least = Math.min(least, ratio);
        row = i;
      }
    }
    if (row < 0) return false;
    pivot(table, cost, basic, free, row, column);
  }
  return true;
}

/** Exchanges a basic and a free unknown in the condensed tableau. */
function pivot(table: readonly Float64Array[], cost: Float64Array, basic: number[], free: number[], row: number, column: number): void {
  const line = table[row]!;
  const centre = line[column]!;
  for (let j = 0; j < line.length; j++) line[j] = j === column ? 1 / centre : line[j]! / centre;
  for (const other of table) if (other !== line) eliminate(other, line, column, centre);
  eliminate(cost, line, column, centre);
  [basic[row], free[column]] = [free[column]!, basic[row]!];
}

function eliminate(other: Float64Array, line: Float64Array, column: number, centre: number): void {
  const factor = other[column]!;
  if (factor === 0) return;
  for (let j = 0; j < other.length; j++) other[j] = other[j]! - factor * line[j]!;
  other[column] = -factor / centre;
}
