// A few of the simulated papers of `npm run bench:audit`: nothing is found in clean ones, and every kind of planted error is.
import * as core from '@studyspec/core';
import * as dsl from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';

interface Paper {
  readonly design: unknown;
  readonly tables: unknown;
  readonly solve: (rows: readonly number[][], y: readonly number[]) => number[];
}
interface Planted {
  readonly tables: unknown;
  readonly cells: readonly [string, string, string][];
  readonly checks: readonly string[];
}
interface Simulation {
  readonly paperOf: (tools: unknown, seed: number) => Omit<Paper, 'solve'>;
  readonly auditOfPaper: (
    tools: unknown,
    design: unknown,
    tables: unknown,
  ) => { readonly audit: core.Audit; readonly pathOf: (title: string, row: string, column: string) => string | null };
}
const simulation = (await import(new URL('../bench/simulated-paper.mjs', import.meta.url).href)) as Simulation;
const { KINDS } = (await import(new URL('../bench/planted-errors.mjs', import.meta.url).href)) as {
  readonly KINDS: Readonly<Record<string, { readonly plant: (paper: Paper, random: core.SeededRandom, tools: unknown) => Planted | null }>>;
};
const tools = { core, dsl };

function solve(rows: readonly number[][], y: readonly number[]): number[] {
  const k = rows[0]!.length;
  const a = Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  return core
    .solve(
      a,
      Array.from({ length: k }, (_, i) => [rows.reduce((sum, row, r) => sum + row[i]! * y[r]!, 0)]),
    )!
    .map((one) => one[0]!);
}

const seeds = Array.from({ length: 12 }, (_, i) => 100 + i);
const papers = seeds.map((seed): Paper => ({ ...simulation.paperOf(tools, seed), solve }));
const certain = (audit: core.Audit): core.Finding[] => audit.findings.filter((one) => one.certainty !== 'worth a look');

describe('simulated papers', () => {
  it('raise nothing when they are clean', () => {
    for (const [i, { design, tables }] of papers.entries())
      expect(
        certain(simulation.auditOfPaper(tools, design, tables).audit).map((one) => core.toldFinding(one).message),
        `seed ${seeds[i]!}`,
      ).toEqual([]);
  });

  it.each(Object.keys(KINDS))('show one planted error: %s', (kind) => {
    let placed = 0;
    for (const [i, paper] of papers.entries()) {
      const planted = KINDS[kind]!.plant(paper, core.seededRandom(7 * i + 1), tools);
      if (planted === null || placed === 3) continue;
      placed += 1;
      const { audit, pathOf } = simulation.auditOfPaper(tools, paper.design, planted.tables);
      const hits = certain(audit).filter((one) => [one, ...one.also].some(({ check }) => planted.checks.includes(check)));
      const paths = planted.cells.map((cell) => pathOf(...cell));
      expect(
        hits.some((one) => one.at.some((at) => paths.includes(at))),
        `${kind}, seed ${seeds[i]!}: ${planted.cells[0]!.join(' ')}`,
      ).toBe(true);
    }
    expect(placed).toBeGreaterThan(0);
  });
});
