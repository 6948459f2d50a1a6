// The engine behind an editor: texts, data and results go in; snapshots, needs and work come out, each remembered until what it rests on
// changes. Pure: it reads no file and computes no number; what it lacks it asks for (`needs`, `work`), and the host sees to it.
import {
  auditOf,
  checkColumns,
  keepLost,
  partOfPlan,
  sameNumbers,
  withPlan,
  type BareResults,
  type DataFile,
  type Plan,
  type Problem,
  type Schema,
  type StudyResults,
} from '@studyspec/core';
import type { Numbers, Snapshot, SourceFile, StudyFiles } from '../ide/snapshot.ts';
import { compile, locate, type Compiled } from '../semantics/compile.ts';
import { standardFrameworks } from '../stdlib/frameworks.ts';
import { parse, type Parsed } from '../syntax/parse.ts';
import { rereader } from '../syntax/reread.ts';
import { dataFilesOf } from '../study/study.ts';
import { memory } from './memo.ts';
import { standingOf, type Standing } from './standing.ts';

/** What is known of a study's data file: of its bytes, not of what the study makes of them. */
export interface DataState {
  readonly digest: string;
  readonly schema: Schema | null /** Of reading it, each with a plan path. */;
  readonly problems: readonly Problem[];
  /** Paths of those files that are not there. */ readonly absent?: readonly string[];
}

/** A computation that a study asks for. The same object as long as the numbers asked for are the same. */
export interface Work {
  readonly plan: Plan;
  /** The file of answers, then those joined to it: as the plan names them, and their paths. */
  readonly files: readonly DataFile[];
  /** The whole text can be read and every name is known; else the plan holds what is left. */
  readonly sound: boolean;
  /** False when a column is missing: answers are coded, to find what is wrong with them, but nothing is computed. */
  readonly execute: boolean;
}

/** What became of a computation. */
export interface Outcome {
  readonly work: Work;
  readonly digest: string;
  readonly results: BareResults | null /** Of coding the answers, each with a plan path. */;
  readonly problems: readonly Problem[];
  /** Jobs that are not computed yet have no results, and nothing is said of figures and claims: more is under way. */
  readonly partial?: true;
  /** Somebody ended it. */
  readonly halted?: true;
}

/** What the audit found in the printed figures of a plan, each with a plan path. */
export interface Audited {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
}

export type NumbersState = 'none' | 'computing' | 'ready' | 'stale';

export interface Engine {
  /** `null`: the file cannot be read. `said`: what is to be said of how it was read, with its place. */
  setText(path: string, text: string | null, said?: readonly Problem[]): void;
  /** Nothing is known of the text any more, nor kept of what was made of it. */
  forgetText(path: string): void;
  /** Every text that the study read or would read. */
  textsRead(study: string): ReadonlySet<string>;
  /** The studies that are known of, open or not: what renames and references look through. */
  setStudies(paths: readonly string[]): void;
  /** Without trust nothing is asked for. */
  setTrusted(trusted: boolean): void;
  /** The language in which whoever edits reads. */
  setLanguage(language: string): void;
  /** False when these bytes, read in this way, are what is known already. */
  setData(study: string, data: DataState | null): boolean;
  /** Digest of the data that are known. */
  digest(study: string): string | null;
  setOutcome(study: string, outcome: Outcome | null): void;
  /** It comes after the numbers, and stays true while nothing that it looks at becomes another. */
  setAudit(study: string, audit: Audited | null): void;
  textOf(path: string): string | null | undefined;
  parsed(path: string): Parsed | null;
  compiled(study: string): Compiled;
  /** Texts that the study still lacks. */
  needs(study: string): readonly string[];
  work(study: string): Work | null;
  numbersState(study: string): NumbersState;
  /** Why the numbers are not those of the text, when they are not. */
  standing(study: string): Standing;
  /** Every study known of. */
  studies(): readonly StudyFiles[];
  /** Every spec of which the text is known. */
  sources(): readonly SourceFile[];
  /** Null when the text is not known. */
  snapshot(path: string): Snapshot | null;
  /** Runs `work`, given up (by throwing `Cancelled`) as soon as `cancelled` says so. */
  cancellable<T>(cancelled: () => boolean, work: () => T): T;
  /** How often each query has run. */
  runs(): Readonly<Record<'parsed' | 'compiled' | 'work' | 'numbers' | 'audited', number>>;
}

/** The same object each time: an audit that has nothing to look at changes nothing when it ends. */
const NOTHING: readonly Problem[] = [];

const hasErrors = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'error');
const sameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

const sameFiles = (a: Work['files'], b: Work['files']): boolean =>
  a.length === b.length && a.every(({ name, path }, at) => name === b[at]!.name && path === b[at]!.path);

function sameWork(a: Work | null, b: Work | null): boolean {
  if (a === null || b === null) return a === b;
  return sameFiles(a.files, b.files) && a.sound === b.sound && a.execute === b.execute && sameNumbers(a.plan, b.plan);
}

/** What an audit looks at. */
const audible = ({ published, hypotheses, jobs, groups, variables }: Plan): readonly unknown[] => [
  published,
  hypotheses,
  jobs,
  groups,
  variables,
];

export function createEngine(): Engine {
  const memo = memory();
  const text = memo.input<string | null | undefined>(undefined);
  const said = memo.input<readonly Problem[]>([], (a, b) => a.length === 0 && b.length === 0);
  const data = memo.input<DataState | null>(null, (a, b) => a?.digest === b?.digest);
  const outcome = memo.input<Outcome | null>(null);
  // Most edits leave what was found as it is: then nothing is told again.
  const audit = memo.input<Audited | null>(
    null,
    (a, b) =>
      a === b ||
      (a !== null &&
        b !== null &&
        sameNumbers(audible(a.plan), audible(b.plan)) &&
        JSON.stringify(a.problems) === JSON.stringify(b.problems)),
  );
  /** The last outcome of a text without errors. */
  const whole = memo.input<Outcome | null>(null);
  const studies = memo.input<readonly string[]>([], sameList);
  const trusted = memo.input<boolean>(true);
  const language = memo.input<string>('en');
  for (const [path, content] of standardFrameworks) text.set(path, content);

  const readers = new Map<string, (content: string) => Parsed>();
  const parsed = memo.query<Parsed | null>((path) => {
    const content = text.get(path);
    if (typeof content !== 'string') {
      readers.delete(path);
      return null;
    }
    let read = readers.get(path);
    if (read === undefined) readers.set(path, (read = rereader(path)));
    return read(content);
  });
  const source = memo.query<SourceFile | null>((path) => {
    const content = text.get(path);
    const tree = parsed.get(path);
    return typeof content === 'string' && tree !== null ? { path, text: content, parsed: tree } : null;
  });
  const read = new Map<string, Set<string>>();
  const compiled = memo.query<Compiled>((study) => {
    const asked = new Set<string>();
    read.set(study, asked);
    return compile({
      entry: study,
      texts: {
        get: (path) => {
          asked.add(path);
          return text.get(path);
        },
      },
      parse: (content, path) => parsed.get(path) ?? parse(content, path),
    });
  });
  const files = memo.query<StudyFiles>((study) => ({ entry: study, chain: compiled.get(study).chain, compiled: compiled.get(study) }));
  const needs = memo.query<readonly string[]>((study) => (trusted.get('') ? compiled.get(study).needs : []), sameList);

  /** What the schema alone says of the study. */
  const columns = memo.query<readonly Problem[]>((study) => {
    const { plan } = compiled.get(study);
    const schema = data.get(study)?.schema ?? null;
    return plan === null || schema === null ? [] : checkColumns(plan, schema);
  });

  // While no plan can be made of the text, the work is that of the last text of which one could: its numbers stay.
  const work = memo.query<Work | null>((study, before) => {
    const { plan, problems } = compiled.get(study);
    if (!trusted.get('')) return null;
    const files = dataFilesOf(compiled.get(study));
    if (plan === null || files.length === 0) return hasErrors(problems) ? (before ?? null) : null;
    const execute = !hasErrors(columns.get(study));
    return {
      plan,
      files,
      sound: !hasErrors(problems) && execute,
      execute,
    };
  }, sameWork);

  const isCurrent = (study: string, last: Outcome): boolean =>
    last.work === work.get(study) && last.digest === (data.get(study)?.digest ?? '');
  /** All that it asked for is there. */
  const isDone = (study: string, last: Outcome): boolean => isCurrent(study, last) && last.partial !== true;
  const isWhole = (study: string): boolean => !hasErrors(compiled.get(study).problems) && !hasErrors(columns.get(study));

  /** What is there of numbers that arrive in waves, beside what an earlier text had of the rest. */
  function partOf(study: string, { results, work: { plan } }: Outcome & { results: BareResults }, earlier: StudyResults | null): Numbers {
    const names = [...results.indices, ...results.composites, ...results.measurements].map(({ name }) => name);
    const own = withPlan(results, partOfPlan(plan, new Set(names)))!;
    if (earlier === null) return { results: own, stale: false, partial: true };
    const { context } = compiled.get(study);
    const { results: both } = keepLost(own, earlier, (name) => context === null || context.merged.named.has(name));
    const { published, hypotheses } = earlier;
    return {
      results: {
        ...both,
        plan: { ...both.plan, published: earlier.plan.published, hypotheses: earlier.plan.hypotheses },
        published,
        hypotheses,
      },
      stale: true,
      partial: true,
    };
  }

  const numbers = memo.query<Numbers | null>((study) => {
    const [last, sound] = [outcome.get(study), whole.get(study)];
    const { plan, context } = compiled.get(study);
    const resultsOf = (one: Outcome | null): StudyResults | null => {
      if (one === null || one.results === null) return null;
      // Labels are the text's, numbers the outcome's.
      return (plan === null || !isCurrent(study, one) ? null : withPlan(one.results, plan)) ?? withPlan(one.results, one.work.plan);
    };
    const earlier = sound === last ? null : resultsOf(sound);
    if (last?.partial === true && last.results !== null) return partOf(study, last as Outcome & { results: BareResults }, earlier);
    const own = resultsOf(last);
    if (own === null) return earlier === null ? null : { results: earlier, stale: true };
    const stale = !isCurrent(study, last!) || !isWhole(study);
    if (earlier === null || last!.work.sound) return { results: own, stale };
    const { results } = keepLost(own, earlier, (name) => plan?.data == null || context === null || context.merged.named.has(name));
    return { results, stale: true };
  });

  // Printed figures are audited again only when they, or what is declared of them, became others: not for a space or a label's place.
  const auditable = memo.query<Plan | null>(
    (study) => compiled.get(study).plan,
    (a, b) => a === b || (a !== null && b !== null && sameNumbers(audible(a), audible(b))),
  );
  const audited = memo.query<readonly Problem[]>((study) => {
    const plan = auditable.get(study);
    return plan === null || plan.published.length === 0 ? [] : auditOf(plan).problems;
  });
  // What was found elsewhere, as long as it is of the figures as they stand; null until it is known.
  const foundByAudit = memo.query<readonly Problem[] | null>((study) => {
    const [plan, found] = [auditable.get(study), audit.get(study)];
    if (plan === null || plan.published.length === 0) return NOTHING;
    return found !== null && (found.plan === plan || sameNumbers(audible(found.plan), audible(plan))) ? found.problems : null;
  });

  const dataProblems = memo.query<readonly Problem[]>((study) => {
    const last = outcome.get(study);
    // Printed figures are told by their position: those of an earlier text may stand elsewhere now.
    const answers =
      last === null
        ? []
        : isCurrent(study, last)
          ? last.problems
          : last.problems.filter((problem) => problem.at?.startsWith('published/') !== true);
    const found = [
      ...compiled.get(study).chain.flatMap((path) => said.get(path)),
      ...(work.get(study) === null ? audited.get(study) : (foundByAudit.get(study) ?? [])),
      ...(data.get(study)?.problems ?? []),
      ...columns.get(study),
      ...answers,
    ];
    return locate(found, compiled.get(study).origins).filter((problem) => problem.place !== undefined);
  });

  const standing = memo.query<Standing>(
    (study) => {
      const state = data.get(study);
      const now = compiled.get(study);
      const last = outcome.get(study);
      const before = new Set(whole.get(study)?.work.files.map(({ path }) => path));
      const named = dataFilesOf(now);
      return standingOf({
        source: source.get(study),
        compiled: now,
        trusted: trusted.get(''),
        columns: locate(columns.get(study), now.origins),
        reading: locate(state?.problems ?? [], now.origins),
        readable: state === null ? null : state.schema !== null,
        absent: named
          .filter(({ path }) => state?.absent?.includes(path) === true)
          .map(({ name, path }) => ({ file: name, before: before.has(path) })),
        done: last !== null && isDone(study, last),
        computed: last?.results != null,
        halted: last?.halted === true,
      });
    },
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );

  const snapshot = memo.query<Snapshot | null>((path) => {
    const file = source.get(path);
    if (file === null) return null;
    return {
      file,
      language: language.get(''),
      study: files.get(path),
      schema: data.get(path)?.schema ?? null,
      dataProblems: dataProblems.get(path),
      numbers: numbers.get(path),
      audited: work.get(path) === null || foundByAudit.get(path) !== null,
      // Read only by features that cross files, so found only then.
      get studies() {
        return studyPaths(path).map((study) => files.get(study));
      },
      get sources() {
        return sources.get('');
      },
    };
  });

  function studyPaths(path: string): readonly string[] {
    const known = studies.get('');
    return known.includes(path) ? known : [...known, path];
  }

  /** Specs among the texts that are known; tables are texts too. */
  const sources = memo.query<ReadonlyMap<string, SourceFile>>(
    () =>
      new Map(
        text.keys().flatMap((path) => {
          const found = /\.(?:csv|tsv|txt)$/iu.test(path) ? null : source.get(path);
          return found === null ? [] : [[path, found] as const];
        }),
      ),
  );

  const queries = [
    parsed,
    source,
    compiled,
    files,
    needs,
    columns,
    work,
    numbers,
    auditable,
    audited,
    foundByAudit,
    dataProblems,
    standing,
    snapshot,
  ];

  return {
    setText: (path, content, found = []) => {
      text.set(path, content);
      said.set(path, found);
    },
    forgetText(path) {
      text.delete(path);
      said.delete(path);
      readers.delete(path);
      read.delete(path);
      for (const query of queries) query.forget(path);
    },
    textsRead(study) {
      compiled.get(study);
      return read.get(study) ?? new Set();
    },
    setStudies: (paths) => {
      studies.set('', [...paths]);
    },
    setTrusted: (value) => {
      trusted.set('', value);
    },
    setLanguage: (value) => {
      language.set('', value);
    },
    setData: (study, state) => data.set(study, state),
    digest: (study) => data.get(study)?.digest ?? null,
    setAudit: (study, found) => {
      audit.set(study, found);
    },
    setOutcome(study, last) {
      outcome.set(study, last);
      if (last === null || (last.work.sound && last.results !== null && last.partial !== true)) whole.set(study, last);
    },
    textOf: (path) => text.get(path),
    parsed: (path) => parsed.get(path),
    compiled: (study) => compiled.get(study),
    needs: (study) => needs.get(study),
    work: (study) => work.get(study),
    numbersState(study) {
      const wanted = work.get(study);
      const last = outcome.get(study);
      if (wanted !== null && (last === null || !isDone(study, last))) return 'computing';
      const shown = numbers.get(study);
      return shown === null ? 'none' : shown.stale ? 'stale' : 'ready';
    },
    standing: (study) => standing.get(study),
    studies: () => studies.get('').map((study) => files.get(study)),
    sources: () => [...sources.get('').values()],
    snapshot: (path) => snapshot.get(path),
    cancellable: (test, run) => memo.cancellable(test, run),
    runs: () => ({ parsed: parsed.runs(), compiled: compiled.runs(), work: work.runs(), numbers: numbers.runs(), audited: audited.runs() }),
  };
}
