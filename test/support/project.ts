// A project in memory for tests: specs, tables and data by name, run through the same steps as the CLI takes.
import { auditOf, codeStudy, execute, readCsv, unreadableDataFile, raise, type Problem, type StudyResults } from '@studyspec/core';
import { compile, locate, type Compiled } from '@studyspec/dsl';

export interface Ran { readonly compiled: Compiled; readonly problems: readonly Problem[]; readonly results: StudyResults | null }

export function runProject(files: Readonly<Record<string, string>>, entry: string, command: 'check' | 'run' = 'run'): Ran {
  const texts = new Map<string, string | null>([[entry, files[entry] ?? null]]);
  let compiled = compile({ entry, texts });
  for (let round = 0; round < 20 && compiled.needs.some((file) => !texts.has(file)); round += 1) {
    for (const file of compiled.needs) if (!texts.has(file)) texts.set(file, files[file] ?? null);
    compiled = compile({ entry, texts });
  }
  const { plan } = compiled;
  const audited = plan === null ? [] : locate(auditOf(plan).problems, compiled.origins);
  if (plan === null || plan.data === null || compiled.dataFile === null) return { compiled, problems: [...compiled.problems, ...audited], results: null };
  const content = files[compiled.dataFile];
  if (content === undefined) {
    const problem = raise(unreadableDataFile, { file: plan.data.file, reason: 'there is no such file', nearest: null }, { at: 'data', data: { file: plan.data.file } });
    return { compiled, problems: [...compiled.problems, ...locate([problem], compiled.origins)], results: null };
  }
  const text = plan.data.id === undefined ? [] : [plan.data.id];
  const read = readCsv(new TextEncoder().encode(content), plan.data.file, plan.data.encoding === undefined ? { text } : { text, encoding: plan.data.encoding });
  if (read.frame === null) return { compiled, problems: [...compiled.problems, ...locate(read.problems, compiled.origins)], results: null };
  const coded = codeStudy(plan, read.frame);
  const before = [...compiled.problems, ...audited, ...locate([...read.problems, ...coded.problems], compiled.origins)];
  if (command === 'check' || before.some((problem) => problem.severity === 'error')) return { compiled, problems: before, results: null };
  const results = execute(plan, coded, read.frame);
  return { compiled, problems: [...before, ...locate(results.problems, compiled.origins)], results };
}
