// `studyspec check`: everything that can be known without computing: syntax, names, columns, levels, answers.
import { problemCatalogue, type Problem } from '@studyspec/core';
import type { ExitCode } from '../host/exit.ts';
import { print, printFile } from '../host/output.ts';
import { auditedProblems, loadStudy } from '../host/session.ts';
import type { Terminal } from '../program.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { terminalJson } from '../render/ink.ts';
import { problemsGithub, problemsJson, problemsSarif } from '../render/problem-json.ts';

export interface CheckOptions { readonly format: string; readonly json?: boolean }

export async function check(files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const texts = new Map<string, string | null>();
  const problems: Problem[] = [];
  const facts: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const study = loadStudy(file);
    for (const [name, text] of study.texts) texts.set(name, text);
    // A file that several specs replicate tells its problems once.
    for (const problem of auditedProblems(study)) {
      const key = JSON.stringify([problem.code, problem.message, problem.place, problem.data]);
      if (!seen.has(key)) { seen.add(key); problems.push(problem); }
    }
    const plan = study.compiled.plan;
    if (plan !== null) facts.push(`${file}: ${plan.variables.length} variables, ${plan.jobs.length} analyses${study.coded === null ? '' : `, ${study.coded.rows} cases`}`);
  }
  const code: ExitCode = hasErrors(problems) ? 1 : 0;
  const format = options.json === true ? 'json' : options.format;
  if (format === 'json') await printFile(terminalJson(problemsJson(files, problems, texts)));
  else if (format === 'sarif') await printFile(terminalJson(problemsSarif(problems, texts, problemCatalogue)));
  else if (format === 'github') await print(problemsGithub(problems, texts));
  else {
    const style = terminal.out;
    const count = countText(problems);
    await print(`${renderDiagnostics(problems, texts, style)}${problems.length === 0 ? '' : '\n'}${count === '' ? 'No problems.' : `${count}.`}${code === 0 && facts.length > 0 ? ` ${facts.join('; ')}.` : ''}\n`);
  }
  return code;
}
