// `studyspec check`: what is wrong with specs, their data and what comes of them: the same list as `run`, the report and the editor have.
// `--quick` stops before numbers.
import { language, said } from '../base/speech.ts';
import {
  codesOf,
  countProblems,
  howRead,
  problemCatalogue,
  tellColumnRead,
  tellFileRead,
  type DataRead,
  type Problem,
} from '@studyspec/core';
import type { ExitCode } from '../base/exit.ts';
import { print, printFile, tell } from '../host/output.ts';
import { openedStudy } from '../host/language.ts';
import { comparedListsOf, comparedOf, isComparisonFile, listsOf, resultsOf } from '../host/session.ts';
import type { Terminal } from '../base/terminal.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { terminalJson } from '../render/ink.ts';
import { safe } from '../render/terminal-text.ts';
import { problemsGithub, problemsJson, problemsSarif, type CheckedStudy } from '../render/problem-json.ts';

export interface CheckOptions {
  readonly format: string;
  readonly json?: boolean;
  readonly quick?: boolean;
  readonly allProblems?: boolean;
  readonly columns?: boolean;
}

export async function check(files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const texts = new Map<string, string | null>();
  const problems: Problem[] = [];
  const stated: Problem[] = [];
  const facts: string[] = [];
  const reads = new Map<string, readonly string[]>();
  const studies: CheckedStudy[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const study = await openedStudy(file, terminal.asked || studies.length > 0);
    for (const [name, text] of study.texts) texts.set(name, text);
    const compares = isComparisonFile(study);
    const compared = options.quick === true || !compares ? null : comparedOf(study);
    const results = options.quick === true || compares ? null : resultsOf(study);
    const { problems: found, stated: accepted } = compares ? comparedListsOf(study, compared) : listsOf(study, results);
    // A file that several specs replicate tells its problems once.
    for (const problem of [...found, ...accepted]) {
      const key = JSON.stringify([problem.code, problem.facts, problem.place, problem.data]);
      if (!seen.has(key)) {
        seen.add(key);
        (problem.stated === undefined ? problems : stated).push(problem);
      }
    }
    const plan = study.compiled.plan;
    const computed = results !== null || compared !== null;
    const reason = computed ? null : hasErrors(study.problems) ? 'errors' : plan?.data == null && !compares ? 'no data' : 'quick';
    const data = plan === null || study.frame === null ? null : howRead(plan, study.frame);
    studies.push({ file, computed, reason, counts: countProblems(found), data });
    // Specs that read the same file are told of it once; columns of two files may read alike.
    if (data !== null) for (const lines of linesOf(data, options.columns === true)) reads.set(lines.join('\n'), lines);
    const { comparison } = study.compiled;
    if (comparison !== null) facts.push(said().check.compared(file, comparison.studies.length, comparison.hypotheses.length));
    if (plan !== null)
      facts.push(said().check.planned(file, plan.variables.length, plan.jobs.length, study.coded === null ? null : study.coded.rows));
  }
  const code: ExitCode = hasErrors(problems) ? 1 : 0;
  const stopped = (['errors', 'quick'] as const).filter((reason) => studies.some((one) => one.reason === reason));
  const format = options.json === true ? 'json' : options.format;
  const all = options.allProblems === true;
  if (format === 'json') await printFile(terminalJson(problemsJson(files, problems, stated, texts, studies, all)));
  else if (format === 'sarif') await printFile(terminalJson(problemsSarif(problems, texts, problemCatalogue, all)));
  else if (format === 'github') await print(problemsGithub(problems, texts, all));
  else {
    const summary = said().check.summary({
      count: countText(problems),
      accepted: codesOf(stated),
      facts: code === 0 ? facts : [],
      stopped,
    });
    const read = [...reads.values()]
      .flat()
      .map((line) => `${safe(line)}\n`)
      .join('');
    await print(`${renderDiagnostics(problems, texts, { ...terminal.out, all })}${problems.length === 0 ? '' : '\n'}${read}${summary}\n`);
  }
  if (stopped.length > 0 && (format === 'sarif' || format === 'github')) await tell(`${said().check.stopped(stopped)}\n`);
  return code;
}

/** Of each file a line; with `columns` one a column below it. */
function linesOf({ files, columns }: DataRead, each: boolean): string[][] {
  return files.map((one) => [
    tellFileRead(one, language()),
    ...(each ? columns.filter(({ file }) => file === one.file).map((column) => `  ${tellColumnRead(column, language())}`) : []),
  ]);
}
