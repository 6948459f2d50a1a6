// What is wrong in a file, from wherever it was found: the text, the data, the results. Each problem once.
import { idleAcceptances, listProblems, listStated, type Problem } from '@studyspec/core';
import { locate, sortProblems } from '../semantics/compile.ts';
import type { Snapshot } from './snapshot.ts';

/** Problems of the snapshot's file, in order of text. */
export function problemsOf(s: Snapshot): Problem[] {
  return problemsByFile(s).get(s.file.path) ?? [];
}

/** The study's list, as every command has it: wherever they stand, those that matter most first. A snapshot is asked several times. */
export function problemList(s: Snapshot): readonly Problem[] {
  let list = listed.get(s);
  if (list === undefined) listed.set(s, (list = listProblems(foundIn(s), s.study.compiled.plan, filesOf(s))));
  return list;
}
const listed = new WeakMap<Snapshot, readonly Problem[]>();

/** What the author accepts with a reason, which no list of problems has. */
export function statedList(s: Snapshot): readonly Problem[] {
  return listStated(foundIn(s), s.study.compiled.plan, filesOf(s));
}

const filesOf = ({ study }: Snapshot): readonly string[] => [study.entry, ...study.chain.toReversed()];

function foundIn(s: Snapshot): readonly Problem[] {
  const { compiled, chain } = s.study;
  // A file outside the chain it was opened with still has its own.
  const own = chain.includes(s.file.path) ? [] : s.file.parsed.problems;
  // What stale numbers warn of is kept while one types, where its place is known by name; figures and claims are counted and may have
  // moved.
  const computed =
    s.numbers === null
      ? []
      : s.numbers.stale
        ? s.numbers.results.problems.filter((problem) => problem.at === undefined || !/^published\/|\/claim\//u.test(problem.at))
        : s.numbers.results.problems;
  const found = [...own, ...compiled.problems, ...locate([...s.dataProblems, ...computed], compiled.origins)];
  // What is not needed shows when all is known.
  return compiled.plan === null || s.numbers === null || s.numbers.stale || s.numbers.partial === true || s.audited === false
    ? found
    : [...found, ...locate(idleAcceptances(found, compiled.plan), compiled.origins)];
}

/** Problems of every file of the study, by path; those without a place stand at the head of the study's own file. */
export function problemsByFile(s: Snapshot): Map<string, Problem[]> {
  const byFile = new Map<string, Problem[]>();
  for (const given of problemList(s)) {
    const problem = given.place === undefined ? { ...given, place: { file: s.study.entry, span: { start: 0, end: 0 } } } : given;
    const { file, span } = problem.place!;
    const length = s.sources.get(file)?.text.length ?? (file === s.file.path ? s.file.text.length : undefined);
    const within =
      length === undefined
        ? problem
        : { ...problem, place: { file, span: { start: Math.min(span.start, length), end: Math.min(span.end, length) } } };
    byFile.set(file, [...(byFile.get(file) ?? []), within]);
  }
  for (const [file, list] of byFile) byFile.set(file, sortProblems(list));
  return byFile;
}

/** Problems of the file with those that they sum up: what can be mended where the caret stands. */
export function everyProblemOf(s: Snapshot): Problem[] {
  const all = [...problemsByFile(s).values()].flat();
  return [...all, ...all.flatMap((problem) => problem.parts ?? [])].filter((problem) => problem.place?.file === s.file.path);
}
