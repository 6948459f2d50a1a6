// Which counts a plan needs: for each way in which rows are let in, the columns whose joint counts its methods ask for. What asks for rows
// (ranks of scores, robust errors) asks for no counts, and is told apart where the study is executed.
import { conditionVariables } from '../data/condition.ts';
import { waitingFor } from '../data/coding.ts';
import type { Condition } from '../contract/variables.ts';
import { indexOfScore, type Plan } from '../methods/plan.ts';
import { crossedOf, crossName, MOST_PRODUCTS } from '../rowless/products.ts';
import { union } from '../rowless/source.ts';
import { clusterOfJob } from './groups.ts';
import { meanName } from './sums.ts';

export interface Needed {
  readonly where: readonly Condition[];
  readonly complete: readonly string[];
  /** A table of its own for each level of this category. */
  readonly by: string | null;
  readonly columns: readonly string[];
}

/** The counted columns that something is a sum of, those that it cannot do without, and the condition that it has besides. */
interface Leaves {
  readonly columns: readonly string[];
  readonly needs: readonly string[];
  readonly where: readonly Condition[];
}

const NOTHING = { columns: [], needs: [], where: [] } as const;

/** In an order that follows from the plan alone; the first entry is of all rows and all columns. */
export function countsNeeded(plan: Plan): readonly Needed[] {
  const waiting = waitingFor(plan, new Map());
  const variables = new Map(plan.variables.filter((one) => !waiting.has(one.name)).map((one) => [one.name, one]));
  const groups = new Map(plan.groups.map((group) => [group.name, group]));
  const categories = [...variables.values()].filter((one) => one.kind === 'category').map((one) => one.name);
  const means = meansNeeded(plan);
  const found = new Map<string, { readonly needed: Needed; readonly columns: Set<string> }>();
  const add = (where: readonly Condition[], complete: readonly string[], by: string | null, columns: readonly string[]): void => {
    // What tests a score cannot be counted before there are scores.
    if (where.some((one) => conditionVariables(one).some((name) => indexOfScore(plan, name) !== undefined || waiting.has(name)))) return;
    const unique = [...new Map(where.map((one) => [JSON.stringify(one), one])).entries()].sort(([a], [b]) => (a < b ? -1 : 1));
    const needed: Needed = { where: unique.map(([, one]) => one), complete: union(complete, []), by, columns: [] };
    const key = JSON.stringify([unique.map(([text]) => text), needed.complete, by]);
    const known = found.get(key) ?? { needed, columns: new Set<string>() };
    found.set(key, known);
    for (const column of columns) known.columns.add(column);
  };
  const leavesOf = (name: string): Leaves => {
    const index = indexOfScore(plan, name);
    if (index?.kind === 'composite') return NOTHING;
    if (index !== undefined) {
      const items = index.items.map(leavesOf);
      const columns = items.reduce<string[]>((all, one) => union(all, one.columns), []);
      return { columns, needs: index.missing === 'mean' ? [] : columns, where: index.where === null ? [] : [index.where] };
    }
    if (variables.has(name)) return { columns: [name], needs: [name], where: [] };
    const group = groups.get(name);
    if (group === undefined || group.kind === 'choices') return NOTHING;
    return { columns: [meanName(group.members)], needs: [meanName(group.members)], where: [] };
  };
  const together = (names: readonly string[], where: Condition | null): Leaves =>
    names.map(leavesOf).reduce<Leaves>(
      (all, one) => ({
        columns: union(all.columns, one.columns),
        needs: union(all.needs, one.needs),
        where: [...all.where, ...one.where],
      }),
      { columns: [], needs: [], where: where === null ? [] : [where] },
    );

  add([], [], null, [...variables.keys(), ...means.map(meanName)]);
  for (const group of groups.values()) {
    const items = group.members.filter((member) => variables.get(member)?.kind === 'indicator');
    if (items.length > 1) add([], items, null, items);
  }
  for (const job of plan.jobs) {
    const where = 'where' in job && job.where !== null ? [job.where] : [];
    if (job.kind === 'index') {
      const own = leavesOf(job.name);
      add(where, [], null, own.columns);
      add(where, own.columns, null, own.columns);
      add(own.where, own.needs, null, own.columns);
      for (const by of categories) add(own.where, own.needs, by, own.columns);
    } else if (job.kind === 'compare') {
      const all = together([...job.outcomes, ...(job.with ?? [])], job.where);
      add(where, [], null, [...all.columns, ...job.by]);
      for (const outcome of job.outcomes) {
        const own = together([outcome], job.where);
        const complete = job.missing === 'listwise' ? all.needs : own.needs;
        add([...all.where, ...own.where], complete, null, [...own.columns, ...job.by]);
        add(own.where, complete, null, [...own.columns, ...job.by]);
        if (own.columns.length > 1) for (const by of job.by) add(own.where, complete, by, own.columns);
      }
    } else if (job.kind === 'regression' || job.kind === 'correlate') {
      const terms = job.kind === 'correlate' ? [...job.variables, ...job.controls] : [...new Set(job.terms.flatMap(({ term }) => term))];
      add(where, [], null, together(terms, job.where).columns);
      const products = job.kind === 'correlate' ? [] : job.terms.flatMap(({ term }) => (term.length > 1 ? [term] : []));
      const crossed = new Set<string>();
      for (const names of [...terms.map((name) => [name]), ...products]) {
        const own = together(names, job.where);
        const crosses = crossesOf(names.map((name) => leavesOf(name).columns));
        for (const cross of crosses) crossed.add(cross);
        add(own.where, own.needs, null, [...own.columns, ...crosses]);
      }
      const sets = job.kind === 'correlate' ? [terms] : job.outcomes.map((outcome) => [...terms, outcome]);
      const cluster = clusterOfJob(job);
      /** Those in no cluster take no part; of each cluster its own counts. */
      const fitted = (where_: readonly Condition[], needs: readonly string[], columns: readonly string[]): void => {
        add(where_, needs, null, columns);
        if (cluster === null) return;
        add(where_, union(needs, [cluster]), null, columns);
        add(where_, union(needs, [cluster]), cluster, columns);
      };
      for (const names of sets) {
        const plain = together(names, job.where);
        const all = { ...plain, columns: [...plain.columns, ...crossed] };
        const outcome = together(names.slice(-1), job.where);
        if (job.missing === 'pairwise') {
          add(all.where, [], null, all.columns);
          const pieces = [...names.map((name) => [name]), ...products];
          for (const [i, a] of pieces.entries())
            for (const b of pieces.slice(0, i)) {
              const pair = together([...a, ...b], job.where);
              const crosses = [a, b].flatMap((one) => crossesOf(one.map((name) => leavesOf(name).columns)));
              if (pair.columns.length > 2) add(pair.where, pair.needs, null, [...pair.columns, ...crosses]);
            }
        } else if (job.missing === 'mean') {
          const scores = together(
            names.filter((name) => indexOfScore(plan, name) !== undefined),
            job.where,
          );
          fitted(all.where, scores.needs, all.columns);
          add(all.where, outcome.needs, null, all.columns);
        } else fitted(all.where, all.needs, all.columns);
      }
    }
  }
  return [...found.values()].map(({ needed, columns }) => ({ ...needed, columns: [...columns] }));
}

/** The columns that a product of terms is a sum of: each summand of one with each of the others. Of too many none. */
function crossesOf(terms: readonly (readonly string[])[]): readonly string[] {
  const [first, ...others] = terms;
  const all = others.reduce<readonly string[]>(
    (crosses, columns) =>
      crosses.length * columns.length > MOST_PRODUCTS ? [] : crosses.flatMap((a) => columns.map((b) => crossName([a, b]))),
    first ?? [],
  );
  return terms.length < 2 ? [] : [...new Set(all)].filter((name) => crossedOf(name).length > 1);
}

/** Lists of columns of which each row's mean is counted: the members of dimensions and blocks, and those of them that are indicators. */
export function meansNeeded(plan: Plan): readonly (readonly string[])[] {
  const waiting = waitingFor(plan, new Map());
  const kinds = new Map(plan.variables.filter((one) => !waiting.has(one.name)).map((one) => [one.name, one.kind]));
  const lists = plan.groups
    .filter((group) => group.kind !== 'choices')
    .flatMap(({ members }) => [members, members.filter((member) => kinds.get(member) === 'indicator')])
    .filter((members) => members.length > 0 && members.every((name) => (kinds.get(name) ?? 'category') !== 'category'));
  return [...new Map(lists.map((members) => [meanName(members), members])).values()];
}
