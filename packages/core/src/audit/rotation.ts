// Is the printed solution the varimax that the study says? At the maximum no pair of columns wants to be turned any further.
import { atan2 } from '../numerics/trigonometry.ts';
import { report, type CheckResult } from './finding.ts';
import { loadingTablesOf, valuesOf, type LoadingValues } from './loadings.ts';
import type { PrintedStudy } from './printed-study.ts';

/**
 * For columns x, y (divided by √communality under Kaiser's normalisation) with u = x² − y², v = 2xy the criterion rises along
 * X = 2Σuv − 2ΣuΣv/p; it is 0 at a varimax solution (Kaiser 1958). X is compared with what half a unit in every printed digit can do.
 * Never more than a question: programs stop their iterations at different points.
 */
export function rotation(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    if (table.job.rotate.kind !== 'varimax' || table.components.length < 2) continue;
    const tables = valuesOf(table);
    const what = { of: 'rotation', name: table.job.name } as const;
    if (tables.length === 0) {
      out.skip(what, 'loadings-not-printed');
      continue;
    }
    if (!table.whole) {
      out.skip(what, 'components-not-in-table');
      continue;
    }
    const worst = (kaiser: boolean): Turn | null => {
      const turns = tables.map((one) => worstTurn(one, table.components, kaiser));
      // With a blank filled in both ways, the way that is nearer to a maximum counts.
      return turns.includes(null) ? null : turns.reduce((best, turn) => (turn!.angle < best!.angle ? turn : best))!;
    };
    const stated = worst(table.job.rotate.kaiser);
    if (stated === null) {
      out.holds(table.cells.flat());
      continue;
    }
    const other = worst(!table.job.rotate.kaiser);
    out.findings.push({
      check: 'rotation',
      certainty: 'worth a look',
      at: table.cells.flatMap((row) => [row[stated.a], row[stated.b]].flatMap((cell) => (cell == null ? [] : [cell.at]))),
      fact: {
        kind: 'rotation',
        index: table.job.name,
        kaiser: table.job.rotate.kaiser,
        pair: stated.pair,
        angle: stated.angle,
        otherwise: other === null,
      },
    });
  }
  return out;
}

interface Turn {
  readonly pair: readonly [string, string];
  readonly angle: number;
  readonly a: number;
  readonly b: number;
}

/** The pair of columns that wants to be turned most. */
function worstTurn(table: LoadingValues, names: readonly string[], kaiser: boolean): Turn | null {
  let found: Turn | null = null;
  for (let a = 0; a < names.length; a++) {
    for (let b = a + 1; b < names.length; b++) {
      const angle = excess(table, a, b, kaiser);
      if (angle > (found?.angle ?? 0)) found = { pair: [names[a]!, names[b]!], angle, a, b };
    }
  }
  return found;
}

/** Degrees by which a pair wants to be turned beyond what rounding explains; 0 when it does not. */
function excess({ values, halves }: LoadingValues, a: number, b: number, kaiser: boolean): number {
  const parts = (rows: readonly (readonly number[])[]): { x: number; y: number } => {
    let [sumU, sumV, sumC, sumD] = [0, 0, 0, 0];
    for (const row of rows) {
      const h = kaiser ? Math.sqrt(row.reduce((total, value) => total + value * value, 0)) || 1 : 1;
      const x = row[a]! / h;
      const y = row[b]! / h;
      const u = x * x - y * y;
      const v = 2 * x * y;
      sumU += u;
      sumV += v;
      sumC += u * u - v * v;
      sumD += 2 * u * v;
    }
    const p = rows.length;
    return { x: sumD - (2 * sumU * sumV) / p, y: sumC - (sumU * sumU - sumV * sumV) / p };
  };
  const centre = parts(values);
  let reach = 0;
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < values[i]!.length; j++) {
      const moved = values.map((row, k) => (k === i ? row.map((value, l) => (l === j ? value + halves[i]![j]! : value)) : row));
      reach += Math.abs(parts(moved).x - centre.x);
    }
  }
  const beyond = Math.abs(centre.x) - 1.2 * reach - 1e-9;
  return beyond <= 0 ? 0 : (Math.abs(atan2(centre.x, centre.y)) / 4) * (180 / Math.PI);
}
