// The one list of a study's problems, as every command, the report and the editor show it: each problem once, one a printed table, those
// that matter most first. What a problem sums up stays with it as its parts. What the author accepts is a list of its own.
import type { Label } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';
import { idleAcceptance } from '../problems/names/idle-acceptance.ts';
import { printedLot } from '../problems/printed-lot.ts';
import { raise, type Problem, type Severity, type Sums } from '../problems/problem.ts';

export type Counts = Readonly<Record<Severity, number>>;

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function countProblems(problems: readonly Problem[]): Counts {
  const of = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

/**
 * `problems` from wherever they were found, placed; `files` in the order in which a reader goes through them, the study's own first. The
 * list is sorted by severity, then by what is at stake (an answer that changes numbers before a figure that a paper printed), then by
 * place.
 */
export function listProblems(problems: readonly Problem[], plan: Plan | null, files: readonly string[] = []): readonly Problem[] {
  return ordered(
    problems.filter((problem) => reasonFor(problem, plan) === null),
    plan,
    files,
  );
}

/** What the author accepts of `problems`, each with the reason; in the same order, summed up in the same way. */
export function listStated(problems: readonly Problem[], plan: Plan | null, files: readonly string[] = []): readonly Problem[] {
  const stated = problems.flatMap((problem) => {
    const reason = reasonFor(problem, plan);
    return reason === null ? [] : [{ ...problem, stated: reason }];
  });
  return ordered(stated, plan, files);
}

/** Why the author lets a problem stand; null where it must be seen. Errors always must. */
function reasonFor(problem: Problem, plan: Plan | null): Label | null {
  if (problem.severity === 'error') return null;
  return plan?.accepted?.find((one) => one.code === problem.code)?.reason ?? null;
}

/** Acceptances that none of `problems` needs: everything that a study can have, found after the numbers. */
export function idleAcceptances(problems: readonly Problem[], plan: Plan): readonly Problem[] {
  return (plan.accepted ?? [])
    .filter((one) => !problems.some((problem) => problem.code === one.code))
    .map(({ code, at }) => raise(idleAcceptance, { code }, { at }));
}

function ordered(problems: readonly Problem[], plan: Plan | null, files: readonly string[]): readonly Problem[] {
  const once = eachOnce(problems);
  const rank = new Map(files.map((file, index) => [file, index]));
  return summed(once, plan)
    .map((problem, index) => ({
      problem,
      index,
      severity: SEVERITIES.indexOf(problem.severity),
      stake: stakeOf(problem),
      file: problem.place === undefined ? Infinity : (rank.get(problem.place.file) ?? files.length),
      start: problem.place?.span.start ?? 0,
    }))
    .sort((a, b) => a.severity - b.severity || a.stake - b.stake || compareFiles(a.file, b.file) || a.start - b.start || a.index - b.index)
    .map(({ problem }) => problem);
}

/** Without those that say the same of the same place. What they say is written out only where one stands at the place already. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const byPlace = new Map<string, { readonly first: Problem; readonly said: Set<string> }>();
  const saying = ({ facts, data }: Problem): string => JSON.stringify([facts, data]);
  return problems.filter((problem) => {
    const { code, place, data } = problem;
    const key = `${code} ${place?.span.start ?? ''} ${place?.span.end ?? ''} ${data?.row ?? ''} ${place?.file ?? ''}`;
    const known = byPlace.get(key);
    if (known === undefined) {
      byPlace.set(key, { first: problem, said: new Set() });
      return true;
    }
    if (known.said.size === 0) known.said.add(saying(known.first));
    const said = saying(problem);
    return !known.said.has(said) && known.said.add(said);
  });
}

/**
 * So many problems are shown where nobody asked for all: nobody reads more, and a mistake that is made in every row makes tens of
 * thousands.
 */
const MOST_PROBLEMS = 200;

export interface Shown {
  readonly shown: readonly Problem[] /** What is not shown; all are counted. */;
  readonly left: readonly Problem[];
}

/**
 * The problems of a list that are shown: errors before warnings, these before notes; within each, one kind of problem takes no more than a
 * quarter of the room while others wait. The order stays.
 */
export function mostImportant(problems: readonly Problem[], most = MOST_PROBLEMS): Shown {
  if (problems.length <= most) return { shown: problems, left: [] };
  const chosen = new Set<Problem>();
  for (const severity of SEVERITIES) {
    const own = problems.filter((problem) => problem.severity === severity);
    const taken = new Map<string, number>();
    for (const problem of own) {
      const count = taken.get(problem.code) ?? 0;
      if (chosen.size >= most) break;
      if (count >= most / 4) continue;
      taken.set(problem.code, count + 1);
      chosen.add(problem);
    }
    for (const problem of own) {
      if (chosen.size >= most) break;
      chosen.add(problem);
    }
  }
  return { shown: problems.filter((problem) => chosen.has(problem)), left: problems.filter((problem) => !chosen.has(problem)) };
}

const compareFiles = (a: number, b: number): number => (a === b ? 0 : a - b);

/** By the hundreds of a problem's code: what is said of the text, of answers, of methods, of what was claimed and printed. */
function stakeOf(problem: Problem): number {
  const hundred = Number(problem.code.charAt(2));
  // A warning about the text changes no number; an error in it stops everything.
  const text = problem.severity === 'error' ? 0 : 3;
  return [text, text, text, problem.data?.value === undefined ? 2 : 1, text, 4, 4, 5, 6][hundred] ?? 7;
}

/** Problems that are one matter become one: all of a printed table, and a remark that several regressions share. */
function summed(problems: readonly Problem[], plan: Plan | null): Problem[] {
  const matterOf = plan === null ? () => null : mattersOf(plan);
  const matters = new Map<string, Problem[]>();
  const out: (Problem | string)[] = [];
  for (const problem of problems) {
    const matter = matterOf(problem);
    if (matter === null) {
      out.push(problem);
      continue;
    }
    const own = matters.get(matter.key);
    if (own === undefined) {
      matters.set(matter.key, [problem]);
      out.push(matter.key);
    } else own.push(problem);
  }
  return out.map((one) => (typeof one === 'string' ? sumOf(matters.get(one)!, (problem) => matterOf(problem)?.name ?? null) : one));
}

/** What a problem is about: problems with the same key are told as one. `name`: the table, null outside tables; or the regression. */
type Matter = { readonly key: string; readonly name: string | null };

function mattersOf(plan: Plan): (problem: Problem) => Matter | null {
  const lots = new Map<string, Matter>();
  for (const [block, { figures }] of plan.published.entries()) {
    for (const figure of figures) {
      const key = printedLot(figure, block);
      const lot = { key, name: figure.table };
      lots.set(figure.at, lot);
      if (figure.table !== null) lots.set(key, lot);
    }
  }
  const regressions = new Set(plan.jobs.flatMap((job) => (job.kind === 'regression' ? [job.name] : [])));
  return ({ at, code }) => {
    if (at === undefined) return null;
    const [head = ''] = at.split('/');
    if (regressions.has(head) && code.startsWith('SS6')) return { key: `${code} of regressions`, name: head };
    return lots.get(at) ?? null;
  };
}

/** The one that says most leads: printed against computed, then the gravest; the others are its parts. */
function sumOf(problems: readonly Problem[], nameOf: (problem: Problem) => string | null): Problem {
  const lead = problems.reduce((best, one) => (leads(one, best) ? one : best));
  const parts = problems.filter((one) => one !== lead);
  if (parts.length === 0) return lead;
  const sums: Sums = /^SS[78]/u.test(lead.code)
    ? { of: 'printed table', table: nameOf(lead) }
    : { of: 'regressions', others: [...new Set(parts.flatMap((part) => nameOf(part) ?? []))] };
  return { ...lead, parts, sums };
}

const ORDER = ['SS701', 'SS702'];

function leads(one: Problem, other: Problem): boolean {
  const order = (problem: Problem): number => {
    const at = ORDER.indexOf(problem.code);
    return at < 0 ? ORDER.length : at;
  };
  return (
    order(one) < order(other) || (order(one) === order(other) && SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity))
  );
}
