// `studyspec run`: executes a spec and writes its report. Nothing is computed from a spec that has errors.
import { language, said } from '../base/speech.ts';
import { writeFiles } from '../host/files.ts';
import { glanceCsv, nearest, once, renderers, reportOf, resultsJson, tidyCsv, type FigureTheme, type Execution } from '@studyspec/core';
import { runCompared } from './compared.ts';
import { CallError, type ExitCode } from '../base/exit.ts';
import { namesBeside } from '../base/names.ts';
import { writeFolder, type FolderFile } from '../host/out-folder.ts';
import { folderOptions, manifestOf, studyFolder, type FolderOptions } from '../host/study-folder.ts';
import { printFile, tell } from '../host/output.ts';
import { rendered, writeReport } from '../host/report-output.ts';
import { openedStudy } from '../host/language.ts';
import { isComparisonFile, listsOf, listsSoFar, resultsOf, type Study } from '../host/session.ts';
import { endingOf, formatOf, refuseReport, refuseTarget } from '../host/targets.ts';
import type { Terminal } from '../base/terminal.ts';
import { toldNotes } from '../render/writing-notes.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { placedIn } from '../render/positions.ts';
import { version } from '../base/version.ts';

export interface RunOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly out?: string;
  readonly figures?: FigureTheme;
  readonly force?: boolean;
  readonly only?: readonly string[];
  readonly lang?: string;
  readonly details?: boolean;
  readonly allProblems?: boolean;
}

export async function run(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf('run', options, tables);
  const study = await openedStudy(file, terminal.asked);
  if (options.figures !== undefined && options.out === undefined) refuseFigures(file, options.figures);
  if (isComparisonFile(study)) return runCompared('run', study, options, terminal);
  const force = options.force === true;
  const allProblems = options.allProblems === true;
  const err = { ...terminal.err, all: allProblems };
  if (options.output !== undefined) refuseOutput(options.output, study, format, force);
  const { plan } = study.compiled;
  if (plan !== null && plan.data === null && !hasErrors(study.problems)) {
    await tell(`${plan.published.length > 0 ? said().nothing.onlyPrinted(file) : said().nothing.framework(file)}\n`);
    return 1;
  }
  const results = resultsOf(study);
  if (results === null) {
    const { problems } = listsOf(study);
    await tell(`${renderDiagnostics(problems, study.texts, err)}\n${said().nothing.computed(countText(problems))}\n`);
    return 1;
  }
  const only = onlyOf(study, options.only);
  const given = folderOptions(only, options);
  const asked = (section: string): boolean => only === undefined || only.includes(section);
  const refuted = (): boolean =>
    asked('hypotheses') && results.hypotheses.some((one) => one.verdict === 'fails' || one.verdict === 'partly');
  const reports = reportsOf(study, results, given);
  const { lists, json, document } = reports;
  if (options.out !== undefined) {
    const { files, figures, guarded, scores } = studyFolder(study, results, reports, given.figures);
    const { written } = said();
    const { removed, left } = writeFolder(options.out, [...files, manifestOf(study, options.out, given, files)], study.inputs, force);
    await tell(
      `${written.report(options.out, figures)}\n` +
        (removed.length === 0 ? '' : `${written.removed(removed)}\n`) +
        (left.length === 0 ? '' : `${written.left(left)}\n`) +
        (guarded === 0 ? '' : `${written.guarded(guarded)}\n`) +
        scores.map(({ name, notes }) => toldNotes(name, notes)).join(''),
    );
    return told();
  }
  if (format === 'tidy' || format === 'glance') {
    const { csv } = (format === 'tidy' ? tidyCsv : glanceCsv)(results, { language: language(), ...(only === undefined ? {} : { only }) });
    if (options.output === undefined) await printFile(csv);
    else writeFiles([{ path: options.output, content: csv }]);
    return told();
  }
  const content = format === 'json' ? json() : rendered(format, document(renderers[format].pictures), terminal, options.output);
  await writeReport(format, content, options.output);
  return told();

  async function told(): Promise<ExitCode> {
    const { problems } = lists();
    const code: ExitCode = hasErrors(problems) || refuted() ? 1 : 0;
    const errors = problems.filter((problem) => problem.severity === 'error');
    if (errors.length > 0) await tell(`\n${renderDiagnostics(errors, study.texts, err)}`);
    else if (code === 1) await tell(`\n${said().written.notEveryHolds}\n`);
    const count = countText(problems);
    if (count !== '') await tell(`\n${said().written[asked('warnings') ? 'reportListsThem' : 'checkLists'](count, file)}\n`);
    return code;
  }
}

function reportsOf(study: Study, results: Execution, { only: wanted, details, allProblems }: FolderOptions) {
  const only = wanted ?? undefined;
  const asked = (section: string): boolean => only === undefined || only.includes(section);
  // With --only nothing is computed but what is shown, and told is what that brought up; so the lists are made after the rest.
  const everything = asked('warnings') || asked('stated');
  const lists = once(() => (everything ? listsOf(study, results) : listsSoFar(study, results)));
  const name = namesBeside(study.entry);
  const inputs = new Map([...study.digests].map(([file, digest]) => [name(file), digest]));
  const json = (): string =>
    resultsJson(results, {
      version,
      language: language(),
      inputs,
      allProblems,
      problems: () => lists().problems,
      stated: () => lists().stated,
      placed: placedIn(study.texts, name),
      ...(only === undefined ? {} : { only }),
    });
  const document = (figures: boolean) =>
    reportOf(results, {
      figures,
      allProblems,
      ...(everything ? lists() : {}),
      details,
      version,
      language: language(),
      ...(only === undefined ? {} : { only }),
    });
  return { lists, json, document };
}

/** What `run --out` with these options would write, without its manifest; null where there are no numbers. */
export function folderOfStudy(study: Study, given: FolderOptions): readonly FolderFile[] | null {
  const results = resultsOf(study);
  if (results === null) return null;
  const known = { ...given, only: onlyOf(study, given.only ?? undefined) ?? null };
  return studyFolder(study, results, reportsOf(study, results, known), known.figures).files;
}

/** Forms that a run has beside those of a report. */
const tables = ['tidy', 'glance'] as const;

function refuseOutput(output: string, study: Study, format: string, force: boolean): void {
  if (!tables.some((one) => one === format)) return refuseReport('run', output, study.inputs, force);
  const ending = endingOf(output) ?? '';
  if (ending !== 'csv') throw new CallError(said().wrong.endingAgainstFormat(output, ending, format), said().wrong.tidyIsCsv);
  refuseTarget(output, study.inputs, force);
}

function refuseFigures(file: string, theme: FigureTheme): never {
  throw new CallError(said().wrong.figuresNeedFolder, `studyspec run ${file} --out report --figures ${theme}`);
}

function onlyOf(study: Study, wanted: readonly string[] | undefined): readonly string[] | undefined {
  if (wanted === undefined) return undefined;
  const plan = study.compiled.plan!;
  const known = [
    ...plan.jobs.map((job) => job.name),
    ...(plan.robustness ?? []).map((one) => one.name),
    ...(plan.quantities ?? []).map((one) => one.name),
    'methods',
    'sample',
    'descriptives',
    'reliability',
    ...(plan.quantities === undefined ? [] : ['quantities']),
    'hypotheses',
    'published',
    'flow',
    'data-problems',
    'warnings',
    'stated',
  ];
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new CallError(said().wrong.noTableOfStudy(name), near === null ? said().wrong.thereAre(known) : said().wrong.didYouMean([near]));
  }
  return wanted;
}
