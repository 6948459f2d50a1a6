// From the files of a data block to coded answers: the one way, whoever reads the files (terminal, server, tests, benches) and whatever
// they keep between readings. Which bytes a path has is the host's.
import { codedFrame } from '../data/coded-frame.ts';
import { assemble } from '../data/assemble.ts';
import type { CodedStudy } from '../data/coding.ts';
import { inDeclaredOrder } from '../data/declared-order.ts';
import type { DataProblem } from '../data/data-problem.ts';
import { fileOf, rowNumber, type Frame } from '../data/frame.ts';
import { stack } from '../data/stack.ts';
import type { ReadOptions } from '../data/readers/binary/reading.ts';
import { noMemo, type Memo } from '../memo/memo.ts';
import type { Plan } from '../methods/plan.ts';
import type { Problem } from '../problems/problem.ts';
import { codeStudy } from './code-study.ts';
import { idsAreHidden, withoutId, withoutIds } from './hidden-ids.ts';
import { howToRead } from './how-to-read.ts';
import { takeRespondents } from './respondents.ts';

/** A file of the data block as the plan names it, and its path. */
export interface DataFile {
  readonly name: string;
  readonly path: string;
}

/** One file as columns; null with the problem that says why there are none. */
export interface FileReading {
  readonly frame: Frame | null;
  readonly problems: readonly Problem[];
}

/** The answers of a study in one frame; null where the file of answers cannot be read. */
export interface Answers {
  readonly frame: Frame | null;
  /** Of reading and of putting together, each with its plan path. */
  readonly problems: readonly Problem[];
  readonly dataProblems: readonly DataProblem[];
}

/**
 * The file of answers first, then those that it joins, then those that stand below it, each read as the plan says; what is wrong with one
 * of these stands at its clause.
 */
export function readFiles<F extends DataFile, R extends FileReading>(
  plan: Plan,
  files: readonly F[],
  read: (file: F, options: ReadOptions, at: number) => R,
): readonly R[] {
  const ways = howToRead(plan);
  const joins = plan.data?.joins.length ?? 0;
  return files.map((file, at) => {
    const found = read(file, ways[at]!, at);
    const place = at <= joins ? `data/join/${at - 1}` : `data/append/${at - joins - 1}`;
    return at === 0
      ? found
      : { ...found, problems: found.problems.map((problem) => ({ ...problem, at: problem.at?.replace(/^data/u, place) ?? place })) };
  });
}

/** Puts what was read together, what is joined where the plan joins it; then leaves out who is no respondent. Ids that are hidden go. */
export function answersOf(plan: Plan, readings: readonly FileReading[]): Answers {
  const answers = put(plan, readings);
  return idsAreHidden(plan) ? { ...answers, ...hidden(plan, answers) } : answers;
}

/** The same for this plan alone: of a large study no column is kept in another order than its category's levels. */
export function answersFor(plan: Plan, readings: readonly FileReading[]): Answers {
  const answers = answersOf(plan, readings);
  return answers.frame === null ? answers : { ...answers, frame: inDeclaredOrder(plan, answers.frame) };
}

const hidden = (plan: Plan, { problems, dataProblems }: Pick<Answers, 'problems' | 'dataProblems'>) => ({
  problems: problems.map((problem) => withoutIds(problem, plan.data?.id)),
  dataProblems: dataProblems.map((problem) => withoutId(problem, plan.data?.id)),
});

function put(plan: Plan, readings: readonly FileReading[]): Answers {
  const problems = readings.flatMap((one) => one.problems);
  const main = readings[0]?.frame ?? null;
  if (plan.data === null || main === null) return { frame: null, problems, dataProblems: [] };
  const { data } = plan;
  const [joined, appended] = [readings.slice(1, 1 + data.joins.length), readings.slice(1 + data.joins.length)];
  const below = stack(
    data,
    main,
    appended.map((one) => one.frame),
  );
  const {
    frame: assembled,
    problems: found,
    dataProblems,
  } = assemble(
    data,
    below.frame,
    joined.map((one) => one.frame),
  );
  const whole = codedFrame(assembled);
  const { frame, problems: left } = takeRespondents(plan, whole);
  const inside =
    frame === whole ? null : new Set(Array.from({ length: frame.rows }, (_, row) => `${rowNumber(frame, row)} ${fileOf(frame, row)}`));
  return {
    frame,
    problems: [...problems, ...below.problems, ...found, ...left],
    dataProblems: inside === null ? dataProblems : dataProblems.filter(({ row, file }) => inside.has(`${row} ${file}`)),
  };
}

/** Answers as what they were declared to mean. What could not be used is listed, the joined files' first. */
export function codeAnswers(plan: Plan, answers: Answers & { readonly frame: Frame }, memo: Memo = noMemo): CodedStudy {
  const coded = codeStudy(plan, answers.frame, memo);
  const own = idsAreHidden(plan) ? { ...coded, ids: null, ...hidden(plan, coded) } : coded;
  return { ...own, dataProblems: [...answers.dataProblems, ...own.dataProblems] };
}
