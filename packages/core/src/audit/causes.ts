// Findings with one cause are one finding: a cell that takes part in several contradictions, and in fewer relations that hold, is the
// shortest explanation of them all.
import { CHECKS, type Certainty, type NewFinding } from './finding.ts';
import type { PrintedStudy } from './printed-study.ts';

const CERTAINTY: Readonly<Record<Certainty, number>> = { impossible: 0, inconsistent: 1, 'worth a look': 2 };

/** One cell of so many explains a relation; of more, only those that the finding suspects. */
const FEW = 12;
const cellsOf = (one: NewFinding): readonly string[] => (one.involved === undefined || one.involved.length > FEW ? one.at : one.involved);

/** Claims and data are about other things than cells. */
const APART: ReadonlySet<string> = new Set(['claims', 'computed']);

/**
 * Merges findings greedily: the cell with most contradictions beyond the relations that it satisfies first. The most certain finding leads,
 * the others stand behind it. The n of a regression's outcomes counts as one cell where the same number is printed for all.
 */
export function byCause(study: PrintedStudy, findings: readonly NewFinding[], held: readonly (readonly string[])[]): NewFinding[] {
  const keys = causeKeys(study);
  const keyOf = (at: string): string => keys.get(at) ?? at;
  const holds = new Map<string, number>();
  for (const cells of held) if (cells.length <= FEW) for (const key of new Set(cells.map(keyOf))) holds.set(key, (holds.get(key) ?? 0) + 1);
  let open: readonly NewFinding[] = findings;
  for (;;) {
    const fails = new Map<string, NewFinding[]>();
    for (const one of open) {
      if (APART.has(one.check) || one.compound === true) continue;
      for (const key of new Set(cellsOf(one).map(keyOf))) fails.set(key, [...(fails.get(key) ?? []), one]);
    }
    let best: { readonly key: string; readonly all: readonly NewFinding[]; readonly score: number } | null = null;
    for (const [key, all] of fails) {
      const kept = holds.get(key) ?? 0;
      if (all.length < 2 || all.length <= kept) continue;
      // Of cells that explain as much, one that the findings themselves suspect.
      const score = all.length - kept + all.filter((one) => keyOf(one.at[0]!) === key).length / (all.length + 1);
      if (best === null || score > best.score) best = { key, all, score };
    }
    if (best === null) return [...open];
    const { key, all } = best;
    const merged = merge(all, (at) => keyOf(at) === key);
    open = open.flatMap((one) => (one === all[0] ? [merged] : all.includes(one) ? [] : [one]));
  }
}

function merge(all: readonly NewFinding[], isCause: (at: string) => boolean): NewFinding {
  // That a figure is out of its range says least of what it should be.
  const rank = (one: NewFinding): number => (one.check === 'ranges' ? CHECKS.length : CHECKS.indexOf(one.check));
  const [lead, ...others] = [...all].sort(
    (a, b) =>
      Number(a.check === 'ranges') - Number(b.check === 'ranges') || CERTAINTY[a.certainty] - CERTAINTY[b.certainty] || rank(a) - rank(b),
  ) as [NewFinding, ...NewFinding[]];
  const certainty = all.reduce((most, one) => (CERTAINTY[one.certainty] < CERTAINTY[most] ? one.certainty : most), lead.certainty);
  const cells = [...new Set(all.flatMap((one) => one.at))];
  const causes = [...new Set(all.flatMap(cellsOf))].filter(isCause);
  const repairs = lead.repairs ?? [];
  return {
    ...lead,
    certainty,
    at: [...new Set([...causes, ...cells])],
    involved: [...new Set(all.flatMap((one) => one.involved ?? one.at))],
    repairs: repairs.every((repair) => isCause(repair.at)) ? repairs : [],
    also:
      all.length === 1
        ? (lead.also ?? [])
        : [...(lead.also ?? []), ...others.flatMap((one) => [{ check: one.check, fact: one.fact }, ...(one.also ?? [])])],
  };
}

/** Cells that stand for one figure: the number of cases of a regression, printed for each of its outcomes. */
function causeKeys(study: PrintedStudy): ReadonlyMap<string, string> {
  const jobs = new Set(study.plan.jobs.flatMap((job) => (job.kind === 'regression' ? [job.name] : [])));
  return new Map(
    study.cells.flatMap((cell) => {
      const { path } = cell.address;
      return path.length === 3 && path[2] === 'n' && jobs.has(path[0]!) ? [[cell.at, `n of ${path[0]!}: ${cell.printed}`] as const] : [];
    }),
  );
}
