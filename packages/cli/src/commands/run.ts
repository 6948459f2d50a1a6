// `studyspec run`: executes a spec and writes its report. Nothing is computed from a spec that has errors.
import { basename } from 'node:path';
import { language, said } from '../base/speech.ts';
import { writeFiles } from '../host/files.ts';
import {
  figuresIn,
  glanceCsv,
  nearest,
  once,
  printedDocument,
  renderers,
  reportOf,
  resultsJson,
  tidyCsv,
  type Execution,
  type FigureTheme,
  type ReportDocument,
  type ReportStyle,
} from '@studyspec/core';
import { runCompared } from './compared.ts';
import { CallError, type ExitCode } from '../base/exit.ts';
import { namesBeside } from '../base/names.ts';
import { writeFolder, type FolderFile } from '../host/out-folder.ts';
import { folderOptions, manifestOf, namesIn, studyFolder, type FolderOptions } from '../host/study-folder.ts';
import { printFile, tell } from '../host/output.ts';
import { onlyPartly } from '../host/progress.ts';
import { alone, rendered, formed, writeReport } from '../host/report-output.ts';
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
  readonly png?: boolean;
  /** False: no report.docx in the folder. */
  readonly word?: boolean;
  readonly style?: ReportStyle;
  readonly force?: boolean;
  readonly only?: readonly string[];
  readonly lang?: string;
  readonly details?: boolean;
  readonly allProblems?: boolean;
  /** Files of counts, in the place of the answers. */
  readonly sums?: readonly string[];
}

export async function run(file: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const format = pictureWanted(options) ? 'png' : formatOf('run', options, more);
  const study = await openedStudy(file, terminal.asked, options.sums === undefined ? {} : { sums: options.sums });
  if (options.figures !== undefined && options.out === undefined && format !== 'png') refuseFigures(file, options.figures);
  if (options.png === true && options.out === undefined)
    throw new CallError(said().wrong.pngNeedsFolder, `studyspec run ${file} --out report --png`);
  if (options.word === false && options.out === undefined)
    throw new CallError(said().wrong.wordNeedsFolder, `studyspec run ${file} --out report --no-word`);
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
  if (only !== undefined) onlyPartly();
  const given = folderOptions(only, options);
  const asked = (section: string): boolean => only === undefined || only.includes(section);
  const refuted = (): boolean =>
    asked('hypotheses') && results.hypotheses.some((one) => one.verdict === 'fails' || one.verdict === 'partly');
  const reports = reportsOf(study, results, given);
  const { lists, json, document } = reports;
  if (options.out !== undefined) {
    const { files, figures, guarded, scores } = await studyFolder(study, results, reports, given);
    const { written } = said();
    const all = [...files, manifestOf(study, options.out, given, files)];
    const { removed, left } = await writeFolder(options.out, all, study.inputs, force);
    await tell(
      `${written.report(options.out, namesIn(all), figures)}\n` +
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
    else await writeFiles([{ path: options.output, content: csv }]);
    return told();
  }
  if (format === 'png') {
    await writePicture(
      printedDocument((room) => document(true, room), true),
      options.output,
      given.figures,
    );
    return told();
  }
  const report =
    format === 'json'
      ? alone(json())
      : await rendered(
          format,
          formed(format, (room) => document(renderers[format].pictures, room)),
          terminal,
          options.output,
        );
  await writeReport(format, report, options);
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

function reportsOf(study: Study, results: Execution, { only: wanted, details, allProblems, style }: FolderOptions) {
  const only = wanted ?? undefined;
  const asked = (section: string): boolean => only === undefined || only.includes(section);
  // With --only nothing is computed but what is shown, and told is what that brought up; so the lists are made after the rest.
  const everything = asked('warnings') || asked('stated');
  const lists = once(() => (everything ? listsOf(study, results) : listsSoFar(study, results)));
  const name = namesBeside(study.entry);
  const inputs = new Map([...study.digests].map(([file, digest]) => [name(file), digest]));
  const json = (report?: ReportDocument): string =>
    resultsJson(results, {
      ...(report === undefined ? {} : { report }),
      version,
      language: language(),
      inputs,
      allProblems,
      problems: () => lists().problems,
      stated: () => lists().stated,
      placed: placedIn(study.texts, name),
      ...(only === undefined ? {} : { only }),
    });
  const document = (figures: boolean, room?: number) => ({
    ...reportOf(results, {
      figures,
      ...(room === undefined ? {} : { room }),
      allProblems,
      ...(everything ? lists() : {}),
      details,
      version,
      language: language(),
      origin: { version, command: commandOf(name(study.entry), study, { only: wanted, details, allProblems }), inputs },
      ...(only === undefined ? {} : { only }),
    }),
    ...(style === undefined ? {} : { style }),
  });
  return { lists, json, document };
}

/** The call that makes the same report, in the folder of the spec. */
function commandOf(
  file: string,
  study: Study,
  { only, details, allProblems }: Pick<FolderOptions, 'only' | 'details' | 'allProblems'>,
): string {
  const quoted = (text: string): string => (/^[\w./-]+$/u.test(text) ? text : `"${text}"`);
  return [
    'studyspec run',
    quoted(file),
    ...(only === null ? [] : ['--only', ...only.map(quoted)]),
    ...(details ? ['--details'] : []),
    ...(allProblems ? ['--all-problems'] : []),
    ...(study.compiled.plan?.report.language === language() ? [] : ['--lang', language()]),
  ].join(' ');
}

/** What `run --out` with these options would write, without its manifest; null where there are no numbers. */
export async function folderOfStudy(study: Study, given: FolderOptions): Promise<readonly FolderFile[] | null> {
  const results = resultsOf(study);
  if (results === null) return null;
  const known = { ...given, only: onlyOf(study, given.only ?? undefined) ?? null };
  return (await studyFolder(study, results, reportsOf(study, results, known), known)).files;
}

/** Forms that a run has beside those of a report. */
const tables = ['tidy', 'glance'] as const;
const more = [...tables, 'png'] as const;

/** The ending asks for it, and nothing else does; a picture is no form of a whole report. */
const pictureWanted = ({ format, json, output }: RunOptions): boolean =>
  format === undefined && json !== true && output !== undefined && endingOf(output) === 'png';

/** The only figure of what was asked for, or the one that the file is called after. */
async function writePicture(document: ReportDocument, output: string | undefined, theme: FigureTheme): Promise<void> {
  if (output === undefined) throw new CallError(said().wrong.noFileInTerminal('png'), said().wrong.giveFile('-o figure.png'));
  const all = figuresIn(document, theme);
  const stem = basename(output).replace(/\.png$/iu, '');
  const named = all.find(({ name }) => name === `${stem}.svg`) ?? (all.length === 1 ? all[0] : undefined);
  if (all.length === 0) throw new CallError(said().wrong.noFigure, null);
  if (named === undefined) {
    const names = all.map(({ name }) => name.replace(/\.svg$/u, ''));
    throw new CallError(said().wrong.whichFigure(output, names), said().wrong.nameFigure(`-o ${names[0]!}.png`));
  }
  const { paintedDrawings } = await import('../host/paint.ts');
  const painted = await paintedDrawings([named.svg]);
  await writeFiles([{ path: output, content: painted.get(named.svg)! }]);
  await tell(`${said().written.to(output)}\n`);
}

function refuseOutput(output: string, study: Study, format: string, force: boolean): void {
  if (format === 'png') {
    const ending = endingOf(output) ?? '';
    if (ending !== 'png') throw new CallError(said().wrong.endingAgainstFormat(output, ending, format), said().wrong.leaveOutOne);
    return refuseTarget(output, study.inputs, force);
  }
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
    'summary',
    'before-citing',
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
    'repeat',
  ];
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new CallError(said().wrong.noTableOfStudy(name), near === null ? said().wrong.thereAre(known) : said().wrong.didYouMean([near]));
  }
  return wanted;
}
