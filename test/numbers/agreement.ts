// Compares a result with a golden document by the document's own tolerances. Factor solutions, whose columns may be reflected and
// permuted, need more than this.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readOracleData } from '../oracles/read-data.ts';
import type { Adapter } from '../oracles/types.ts';

export interface GoldenDocument {
  readonly id: string;
  readonly dataset: string;
  readonly procedure: string;
  readonly options: Record<string, unknown>;
  readonly tolerance: Record<string, { readonly rel?: number; readonly abs?: number }>;
  readonly values: Record<string, unknown>;
}

const here = fileURLToPath(new URL('.', import.meta.url));

export function readGolden(id: string): GoldenDocument {
  return JSON.parse(readFileSync(`${here}golden/${id}.json`, 'utf8')) as GoldenDocument;
}

/** Runs a golden document's options through an adapter and lists every path that differs or is absent, and how many agree. */
export function disagreements(
  document: GoldenDocument,
  adapt: Adapter,
): { readonly compared: number; readonly differences: readonly string[] } {
  const found = adapt(readOracleData(`${here}data`, document.dataset), document.options);
  const differences: string[] = [];
  let compared = 0;
  const visit = (expected: unknown, actual: unknown, path: string): void => {
    // A null in a golden document says that the value is not defined there; what an engine shows then is its own affair.
    if (expected === null) return;
    if (typeof expected === 'object') {
      for (const [key, value] of Object.entries(expected))
        visit(value, (actual as Record<string, unknown> | null | undefined)?.[key], path === '' ? key : `${path}.${key}`);
      return;
    }
    compared++;
    const agrees =
      typeof expected === 'number'
        ? typeof actual === 'number' && Math.abs(actual - expected) <= allowed(document, path, expected)
        : actual === expected;
    if (!agrees) differences.push(`${path}: expected ${String(expected)}, got ${String(actual)}`);
  };
  visit(document.values, found, '');
  return { compared, differences };
}

/**
 * A test a document: everything agrees but lines that `passed` fits, and at least so many values: a document or an adapter that lost
 * its own would pass unseen otherwise. `absent`: what R reports beyond core's results may be missing, never different.
 */
export function holdTo(
  documents: readonly (readonly [id: string, adapt: Adapter, values: number])[],
  { absent = false, passed }: { readonly absent?: boolean; readonly passed?: RegExp } = {},
): void {
  test.each(documents)('%s', (id, adapt, values) => {
    const { compared, differences } = disagreements(readGolden(id), adapt);
    const missing = absent ? differences.filter((line) => line.endsWith('got undefined')) : [];
    expect(differences.filter((line) => !missing.includes(line) && passed?.test(line) !== true)).toEqual([]);
    expect(compared - missing.length).toBeGreaterThanOrEqual(values);
  });
}

function allowed(document: GoldenDocument, path: string, expected: number): number {
  const special = Object.keys(document.tolerance).find((key) => key !== 'default' && path.includes(key));
  const tolerance = document.tolerance[special ?? 'default'] ?? { rel: 1e-9, abs: 1e-10 };
  return Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
}
