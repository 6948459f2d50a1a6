// A project in memory for tests: specs, tables and data by name, run through the same steps as the CLI takes.
import {
  assemble,
  auditOf,
  codeStudy,
  execute,
  howToRead,
  idleAcceptances,
  readData,
  unreadableDataFile,
  raise,
  type CodedStudy,
  type Frame,
  type Problem,
  type StudyResults,
} from '@studyspec/core';
import { compile, locate, type Compiled } from '@studyspec/dsl';

export interface Ran {
  readonly compiled: Compiled;
  readonly problems: readonly Problem[];
  readonly results: StudyResults | null;
  readonly coded?: CodedStudy;
  readonly frame?: Frame;
}

/** Specs and tables are texts; data files of other programs are bytes. */
const textOf = (content: string | Uint8Array | undefined): string | null => (typeof content === 'string' ? content : null);
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

export function runProject(files: Readonly<Record<string, string | Uint8Array>>, entry: string, command: 'check' | 'run' = 'run'): Ran {
  const texts = new Map<string, string | null>([[entry, textOf(files[entry])]]);
  let compiled = compile({ entry, texts });
  for (let round = 0; round < 20 && compiled.needs.some((file) => !texts.has(file)); round += 1) {
    for (const file of compiled.needs) if (!texts.has(file)) texts.set(file, textOf(files[file]));
    compiled = compile({ entry, texts });
  }
  const { plan } = compiled;
  const audited = plan === null ? [] : locate(auditOf(plan).problems, compiled.origins);
  if (plan === null || plan.data === null || compiled.dataFile === null)
    return { compiled, problems: [...compiled.problems, ...audited], results: null };
  const content = files[compiled.dataFile];
  if (content === undefined) {
    const problem = raise(
      unreadableDataFile,
      { file: plan.data.file, reason: 'there is no such file', nearest: null },
      { at: 'data', data: { file: plan.data.file } },
    );
    return { compiled, problems: [...compiled.problems, ...locate([problem], compiled.origins)], results: null };
  }
  const [answers = {}, ...others] = howToRead(plan);
  const read = readData(bytesOf(content), plan.data.file, answers);
  if (read.frame === null) return { compiled, problems: [...compiled.problems, ...locate(read.problems, compiled.origins)], results: null };
  const joined: (Frame | null)[] = [];
  const joinProblems: Problem[] = [];
  for (const [at, { file, path }] of compiled.joinFiles.entries()) {
    const other = readData(bytesOf(files[path] ?? ''), file, others[at]);
    joinProblems.push(...other.problems.map((problem) => ({ ...problem, at: `data/join/${at}` })));
    joined.push(other.frame);
  }
  const assembled = assemble(plan.data, read.frame, joined);
  const own = codeStudy(plan, assembled.frame);
  const coded = { ...own, dataProblems: [...assembled.dataProblems, ...own.dataProblems] };
  const before = [
    ...compiled.problems,
    ...audited,
    ...locate([...read.problems, ...joinProblems, ...assembled.problems, ...coded.problems], compiled.origins),
  ];
  if (command === 'check' || before.some((problem) => problem.severity === 'error'))
    return { compiled, problems: before, results: null, coded, frame: assembled.frame };
  const results = execute(plan, coded, assembled.frame);
  const found = [...before, ...locate(results.problems, compiled.origins)];
  return {
    compiled,
    problems: [...found, ...locate(idleAcceptances(found, plan), compiled.origins)],
    results,
    coded,
    frame: assembled.frame,
  };
}
