// `studyspec codebook`: the data through the spec. What is found is core's; here are formats, files and words.
import { language, said } from '../base/speech.ts';
import { codebookDocument, codebookRows, csvOf, nearest, renderers, seenThrough, withoutSmallCells, workbookOf } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { version } from '../base/version.ts';
import { writeFiles } from '../host/files.ts';
import { print, printFile, tell } from '../host/output.ts';
import { rendered } from '../host/report-output.ts';
import { openedStudy } from '../host/language.ts';
import { problemsOf } from '../host/session.ts';
import { endingOf, refuseTarget } from '../host/targets.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { refuseComparison } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { terminalJson } from '../render/ink.ts';

export interface CodebookOptions {
  readonly html?: boolean;
  readonly csv?: boolean;
  readonly json?: boolean;
  readonly xlsx?: boolean;
  readonly markdown?: boolean;
  readonly out?: string;
  readonly lang?: string;
  readonly force?: boolean;
}

const FORMATS = ['text', 'html', 'markdown', 'csv', 'json', 'xlsx'] as const;
type CodebookFormat = (typeof FORMATS)[number];
const ENDINGS: Readonly<Record<string, CodebookFormat>> = {
  txt: 'text',
  htm: 'html',
  html: 'html',
  md: 'markdown',
  csv: 'csv',
  json: 'json',
  xlsx: 'xlsx',
};

export async function codebook(file: string, options: CodebookOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf(options);
  if (format === 'xlsx' && options.out === undefined)
    throw new CallError(said().wrong.noWorkbookInTerminal, `studyspec codebook ${file} --out codebook.xlsx`);
  const study = await openedStudy(file, terminal.asked);
  refuseComparison('codebook', study);
  if (options.out !== undefined) refuseTarget(options.out, study.inputs, options.force === true);
  const { compiled, coded, frame } = study;
  const { plan } = compiled;
  if (plan === null || coded === null || frame === null) return tellNoNumbers(file, study, terminal, 'shown');
  const seen = withoutSmallCells(seenThrough(plan, coded, frame, language()), plan.report.cells);
  const problems = problemsOf(study);
  const errors = problems.filter((problem) => problem.severity === 'error');
  const contentOf = async (): Promise<string | Uint8Array> => {
    if (format === 'json') return terminalJson(`${JSON.stringify({ codebook: 1, version, ...seen }, null, 2)}\n`);
    if (format === 'csv') return csvOf(codebookRows(seen)).csv;
    if (format === 'xlsx') return workbookOf([{ name: 'codebook', rows: codebookRows(seen) }]);
    return (await rendered(format, codebookDocument(plan, seen, problems, language()), terminal, options.out)).content;
  };
  const content = await contentOf();
  if (options.out !== undefined) {
    await writeFiles([{ path: options.out, content }]);
    await tell(`${said().written.to(options.out)}\n`);
  } else if (typeof content === 'string')
    await (format === 'json' || format === 'csv' || !renderers[format === 'xlsx' ? 'text' : format].terminal
      ? printFile(content)
      : print(content));
  if (errors.length > 0) await tell(`${renderDiagnostics(errors, study.texts, terminal.err)}\n`);
  return errors.length > 0 ? 1 : 0;
}

/** By one of the options, else by the ending of `--out`, else text. */
function formatOf(options: CodebookOptions): CodebookFormat {
  const asked = FORMATS.filter((format) => format !== 'text' && options[format] === true);
  if (asked.length > 1) throw new CallError(said().wrong.contradicting(`--${asked[0]}`, `--${asked[1]}`));
  const ending = options.out === undefined ? null : endingOf(options.out);
  const byEnding = ending !== null && Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (ending !== null && byEnding === undefined) {
    const near = nearest(ending, Object.keys(ENDINGS));
    throw new CallError(
      said().wrong.noEnding('codebook', Object.keys(ENDINGS), ending),
      near === null ? null : said().wrong.didYouMean([`.${near}`]),
    );
  }
  if (asked[0] !== undefined && byEnding !== undefined && asked[0] !== byEnding)
    throw new CallError(said().wrong.endingAgainstFormat(options.out!, byEnding, asked[0]), said().wrong.leaveOutOne);
  return asked[0] ?? byEnding ?? 'text';
}
