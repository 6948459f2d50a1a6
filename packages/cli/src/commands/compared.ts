// A file that compares studies, as the commands take it: run, compare, query. What a study's own file does is in theirs.
import {
  addressUnder,
  comparisonJson,
  comparisonReportOf,
  comparisonSections,
  nearest,
  nearestFew,
  renderHtml,
  renderText,
  type ComparisonResults,
  type FigureTheme,
  type Problem,
  type Quantity,
  type ReportDocument,
  type ReportStyle,
} from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { namesBeside, renamed } from '../base/names.ts';
import { version } from '../base/version.ts';
import { language, said } from '../base/speech.ts';
import { writeFolder, type FolderFile } from '../host/out-folder.ts';
import { folderOptions, manifestOf, namesIn, pictureFiles, wordReport, type FolderOptions } from '../host/study-folder.ts';
import { tell } from '../host/output.ts';
import { alone, rendered, formed, writeReport } from '../host/report-output.ts';
import { comparedListsOf, comparedOf, isComparisonFile, type Study } from '../host/session.ts';
import { formatOf, refuseReport } from '../host/targets.ts';
import type { Terminal } from '../base/terminal.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';
import { terminalJson } from '../render/ink.ts';

export interface ComparedOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly out?: string;
  readonly figures?: FigureTheme;
  readonly png?: boolean;
  readonly word?: boolean;
  readonly style?: ReportStyle;
  readonly force?: boolean;
  readonly only?: readonly string[];
  readonly lang?: string;
  readonly replications?: number;
  readonly allProblems?: boolean;
}

/** Ends with 1 when a claim of the file fails, and when it or one of its studies has errors. */
export async function runCompared(
  command: 'run' | 'compare',
  study: Study,
  options: ComparedOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = formatOf(command, options);
  const force = options.force === true;
  const err = { ...terminal.err, all: options.allProblems === true };
  if (options.output !== undefined) refuseReport(command, options.output, study.inputs, force);
  const only = onlyOf(study, options.only);
  const results = comparedOf(study, options.replications === undefined ? {} : { replications: options.replications });
  const { problems } = comparedListsOf(study, results);
  if (results === null) {
    await tell(`${renderDiagnostics(problems, study.texts, err)}\n${said().nothing.compared(countText(problems))}\n`);
    return 1;
  }
  const { json, document } = reportsOf(study, results, folderOptions(only, options), problems);
  if (options.out !== undefined) {
    const given = folderOptions(only, options);
    const { files, figures } = await comparisonFolder(document, json(), given);
    const manifest = manifestOf(study, options.out, given, files);
    const { removed, left } = await writeFolder(options.out, [...files, manifest], study.inputs, force);
    await tell(
      `${said().written.report(options.out, namesIn([...files, manifest]), figures)}\n` +
        (removed.length === 0 ? '' : `${said().written.removedOfComparison(removed)}\n`) +
        (left.length === 0 ? '' : `${said().written.leftOfComparison(left)}\n`),
    );
  } else {
    const report = format === 'json' ? alone(json()) : await rendered(format, formed(format, document), terminal, options.output);
    await writeReport(format, report, options);
  }
  const asked = only === undefined || only.includes('hypotheses');
  const refuted = asked && results.hypotheses.some(({ verdict }) => verdict === 'fails' || verdict === 'partly');
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) await tell(`\n${renderDiagnostics(errors, study.texts, err)}`);
  else if (refuted) await tell(`\n${said().written.notEveryHolds}\n`);
  const count = countText(problems);
  if (count !== '') await tell(`\n${said().written.checkLists(count, study.entry)}\n`);
  return hasErrors(problems) || refuted ? 1 : 0;
}

function reportsOf(study: Study, results: ComparisonResults, { only, style }: FolderOptions, problems: readonly Problem[]) {
  const name = namesBeside(study.entry);
  const inputs = new Map([...study.digests].map(([file, digest]) => [name(file), digest]));
  const json = (): string =>
    comparisonJson(results.comparison, version, { results, inputs, problems: problems.map((one) => renamed(one, name)) });
  const document = (room?: number): ReportDocument => ({
    ...comparisonReportOf(results.comparison, {
      of: results,
      language: language(),
      ...(room === undefined ? {} : { room }),
      ...(only === null ? {} : { only }),
    }),
    ...(style === undefined ? {} : { style }),
  });
  return { json, document };
}

async function comparisonFolder(
  document: (room?: number) => ReportDocument,
  json: string,
  { figures: theme, png, word }: FolderOptions,
): Promise<{ files: readonly FolderFile[]; figures: number }> {
  const forWord = word === false ? null : wordReport(document);
  const report = document();
  const figures = await pictureFiles(report, theme, png === true);
  return {
    files: [
      ...figures.files,
      { name: 'report.html', content: renderHtml(report) },
      ...(forWord === null ? [] : [{ name: 'report.docx', content: await forWord }]),
      { name: 'report.txt', content: renderText(report, { width: 100 }) },
      { name: 'results.json', content: terminalJson(json) },
    ],
    figures: figures.count,
  };
}

/** What `run --out` with these options would write, without its manifest; null where nothing is compared. */
export async function folderOfComparison(study: Study, given: FolderOptions): Promise<readonly FolderFile[] | null> {
  const only = onlyOf(study, given.only ?? undefined);
  const results = comparedOf(study);
  if (results === null) return null;
  const known = { ...given, only: only ?? null };
  const { json, document } = reportsOf(study, results, known, comparedListsOf(study, results).problems);
  return (await comparisonFolder(document, json(), known)).files;
}

function onlyOf(study: Study, wanted: readonly string[] | undefined): readonly string[] | undefined {
  const known = [...comparisonSections, ...(study.compiled.comparison?.quantities ?? []).map((one) => one.name)];
  for (const name of study.compiled.comparison === null ? [] : (wanted ?? [])) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new CallError(
      said().wrong.noTableOfComparison(name),
      near === null ? said().wrong.thereAre(known) : said().wrong.didYouMean([near]),
    );
  }
  return wanted;
}

/** The number at an address, else all whose address begins so. */
export function comparedAt({ plan, quantities }: ComparisonResults, text: string): readonly Quantity[] {
  const one = quantities.get(text);
  if (one !== undefined) return [one];
  const below = [...quantities.values()].filter(({ address }) => address.startsWith(`${text}.`) || address.startsWith(`${text}(`));
  if (below.length > 0) return below;
  const all = [...quantities.keys()];
  // An address as `compare` has it lacks the comparison's name.
  const full = addressUnder(plan, text);
  const near = quantities.has(full) ? [full] : nearestFew(text, all, 3);
  throw new CallError(said().wrong.nothingAt(text), near.length === 0 ? said().wrong.queryLists : said().wrong.didYouMean(near));
}

/** For commands that are about the answers of one study. */
export function refuseComparison(command: string, study: Study): void {
  if (!isComparisonFile(study)) return;
  const first = study.compiled.context?.comparison?.members[0]?.path ?? 'first.study';
  throw new CallError(said().wrong.comparesStudies(study.entry, command), `studyspec ${command} ${first}`);
}
