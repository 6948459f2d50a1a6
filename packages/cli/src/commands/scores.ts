// `studyspec scores`: respondents with their recoded answers and scores, as a file for SPSS, Stata or a spreadsheet. What stands in it is
// core's.
import { language, said } from '../base/speech.ts';
import { nearest, respondentsTable, writers, writtenFormat, type WrittenFormat } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { writeFiles } from '../host/files.ts';
import { printFile, tell } from '../host/output.ts';
import { openedStudy } from '../host/language.ts';
import { answeredBy, errorsSoFar, resultsOf } from '../host/session.ts';
import { endingOf, refuseTarget } from '../host/targets.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { refuseComparison } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { renderDiagnostics } from '../render/diagnostics.ts';
import { toldNotes } from '../render/writing-notes.ts';

export interface ScoresOptions {
  readonly output?: string;
  readonly format?: string;
  readonly lang?: string;
  readonly force?: boolean;
}

export async function scores(file: string, options: ScoresOptions, terminal: Terminal): Promise<ExitCode> {
  const { output } = options;
  const format = formatOf(options);
  if (output === undefined && format !== 'csv')
    throw new CallError(said().wrong.notInTerminal[format], `studyspec scores ${file} -o scores.${format}`);
  const study = await openedStudy(file, terminal.asked);
  refuseComparison('scores', study);
  if (output !== undefined) refuseTarget(output, study.inputs, options.force === true);
  const results = resultsOf(study);
  if (results === null) return tellNoNumbers(file, study, terminal);
  const table = respondentsTable(answeredBy(study, results), language());
  const { bytes, notes } = writers[format].write(table);
  if (output === undefined) await printFile(new TextDecoder().decode(bytes));
  else {
    await writeFiles([{ path: output, content: bytes }]);
    await tell(`${said().written.scores(output, table.rows, table.columns.length)}\n`);
  }
  await tell(toldNotes(output ?? 'scores', notes));
  const errors = errorsSoFar(study, results);
  if (errors.length > 0) await tell(renderDiagnostics(errors, study.texts, terminal.err));
  return errors.length > 0 ? 1 : 0;
}

/** By `--format`, else by the ending of `-o`, else text. */
function formatOf({ output, format }: ScoresOptions): WrittenFormat {
  const endings = Object.keys(writers);
  const ending = output === undefined ? null : endingOf(output);
  const asked = format ?? ending ?? 'csv';
  const found = writtenFormat(asked);
  if (found === undefined) {
    const near = nearest(asked, endings);
    throw new CallError(said().wrong.noEnding('scores', endings, asked), near === null ? null : said().wrong.didYouMean([`.${near}`]));
  }
  if (format !== undefined && ending !== null && ending !== format)
    throw new CallError(said().wrong.endingAgainstFormat(output!, ending, format), said().wrong.leaveOutOne);
  return found;
}
