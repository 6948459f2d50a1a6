// `studyspec run`: executes a spec and writes its report. Nothing is computed from a spec that has errors.
import { figuresIn, nearest, renderHtml, renderText, reportOf, resultsJson, type StudyResults } from '@studyspec/core';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CallError, type ExitCode } from '../host/exit.ts';
import { makeFolder, writeFiles, type OutputFile } from '../host/files.ts';
import { print, tell } from '../host/output.ts';
import { loadStudy, problemsOf, resultsOf, type Study } from '../host/session.ts';
import type { Terminal } from '../program.ts';
import { csvOf } from '../render/csv.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { painter } from '../render/paint.ts';
import { version } from '../version.ts';

export interface RunOptions { readonly format?: string; readonly json?: boolean; readonly output?: string; readonly out?: string; readonly only?: readonly string[]; readonly lang?: string; readonly details?: boolean }

const FORMATS = ['text', 'json', 'html'] as const;
type Format = (typeof FORMATS)[number];

export async function run(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options);
  const study = loadStudy(file);
  const { plan } = study.compiled;
  if (plan !== null && plan.data === null && !hasErrors(study.problems)) {
    await tell(plan.published.length > 0 ? `"${file}" has no data, only what a paper printed, so there is nothing to run. studyspec audit ${file} checks the figures against each other.\n`
      : `"${file}" is a framework: it has no data, so there is nothing to run. studyspec check ${file} validates it.\n`);
    return 1;
  }
  const results = resultsOf(study);
  const problems = problemsOf(study, results);
  if (results === null) {
    await tell(`${renderDiagnostics(problems, study.texts, terminal.err)}\n${countText(problems)}; nothing was computed.\n`);
    return 1;
  }
  const only = onlyOf(study, options.only);
  const json = (): string => resultsJson(results, { version, problems, inputs: digests(study), ...(only === undefined ? {} : { only }) });
  const document = (figures: boolean) => reportOf(results, { figures, problems, details: options.details ?? false, ...(options.lang === undefined ? {} : { language: options.lang }), ...(only === undefined ? {} : { only }) });
  const text = (width: number, color: boolean): string => renderText(document(false), { width, paint: painter(color) });
  const failed: ExitCode = hasErrors(problems) || results.hypotheses.some((one) => one.verdict === 'fails' || one.verdict === 'partly') ? 1 : 0;

  if (options.out !== undefined) {
    const at = options.out;
    makeFolder(at);
    const report = document(true);
    const figures = figuresIn(report);
    if (figures.length > 0) makeFolder(join(at, 'figures'));
    const files: OutputFile[] = [
      ...figures.map(({ name, svg }): OutputFile => ({ path: join(at, 'figures', name), content: svg })),
      { path: join(at, 'report.html'), content: renderHtml(report) }, { path: join(at, 'report.txt'), content: text(100, false) },
      { path: join(at, 'results.json'), content: json() }, { path: join(at, 'data-problems.csv'), content: dataProblemsCsv(results) },
    ];
    writeFiles(files);
    await tell(`Written to ${at}: report.html, report.txt, results.json, data-problems.csv${figures.length > 0 ? `, figures (${figures.length})` : ''}.\n`);
    return told(failed);
  }
  const content = format === 'json' ? json() : format === 'html' ? renderHtml(document(true)) : options.output === undefined ? text(terminal.out.width, terminal.out.color) : text(100, false);
  if (options.output !== undefined) writeFiles([{ path: options.output, content }]);
  else await print(content);
  return told(failed);

  async function told(code: ExitCode): Promise<ExitCode> {
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0) await tell(`\n${renderDiagnostics(errors, study.texts, terminal.err)}`);
    else if (code === 1) await tell('\nNot every hypothesis holds.\n');
    const count = countText(problems);
    if (count !== '') await tell(`\n${count}: the report lists them, and so does studyspec check ${file}.\n`);
    return code;
  }
}

function formatOf(options: RunOptions): Format {
  const ending = options.output === undefined ? undefined : /\.(json|html?|txt)$/iu.exec(options.output)?.[1]?.toLowerCase();
  const chosen = options.json === true ? 'json' : options.format ?? (ending === 'json' ? 'json' : ending === 'html' || ending === 'htm' ? 'html' : 'text');
  if (!(FORMATS as readonly string[]).includes(chosen)) {
    const near = nearest(chosen, FORMATS);
    throw new CallError(`There is no format "${chosen}"; run writes ${FORMATS.join(', ')}.`, near === null ? null : `Did you mean ${near}?`);
  }
  return chosen as Format;
}

function onlyOf(study: Study, wanted: readonly string[] | undefined): readonly string[] | undefined {
  if (wanted === undefined) return undefined;
  const plan = study.compiled.plan!;
  const known = [...plan.jobs.map((job) => job.name), 'sample', 'descriptives', 'reliability', 'hypotheses', 'published', 'data-problems', 'warnings'];
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new CallError(`The study has no table of "${name}".`, near === null ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`);
  }
  return wanted;
}

/** SHA-256 of everything that was read: two results with the same digests are the same results. */
function digests(study: Study): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [file, text] of study.texts) if (text !== null) out[file] = createHash('sha256').update(text).digest('hex');
  const { dataFile, joinFiles } = study.compiled;
  for (const data of dataFile === null ? [] : [dataFile, ...joinFiles.map((one) => one.path)]) out[data] = createHash('sha256').update(readFileSync(data)).digest('hex');
  return out;
}

function dataProblemsCsv(results: StudyResults): string {
  return csvOf([['file', 'row', 'id', 'variable', 'column', 'value', 'problem', 'expected', 'kept'],
    ...results.dataProblems.map((one) => [one.file, one.row, one.id, one.variable, one.column, one.value, one.kind, one.expected, one.kept ? 'yes' : 'no'])]);
}

