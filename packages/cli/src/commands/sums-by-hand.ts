// `studyspec sums --sql trino`: the questions to a database that this program does not reach, to be asked by whoever does, and the sums
// when all are answered.
import {
  dataDigest,
  dialectNames,
  nearest,
  rangesText,
  readCsvRows,
  sumsByHand,
  sumsText,
  type DialectName,
  type Plan,
} from '@studyspec/core';
import { locate } from '@studyspec/dsl';
import { CallError, FileError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { readText, unreadable, writeFiles } from '../host/files.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { printFile, tell } from '../host/output.ts';
import { loadStudy } from '../host/session.ts';
import { packed, readSumsFile } from '../host/sums-files.ts';
import { refuseTarget } from '../host/targets.ts';
import { hasErrors } from '../render/diagnostics.ts';
import { refuseComparison } from './compared.ts';
import { tellCounted, USUAL_THRESHOLD, type SumsOptions } from './sums.ts';

export async function sumsOfStatements(
  file: string,
  answers: readonly string[],
  options: SumsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const dialect = dialectOf(options.sql!);
  const study = loadStudy(file, new Map(), { unread: true });
  refuseComparison('sums', study);
  const { plan, origins } = study.compiled;
  if (plan?.data == null || hasErrors(study.compiled.problems)) return tellNoNumbers(file, study, terminal);
  refuseFiles(plan);
  if (options.table === undefined && plan.data.engine === undefined) throw new CallError(said().sums.whichTable);
  const { output } = options;
  const paths = [...study.inputs.paths, ...answers, ...(options.scores === undefined ? [] : [options.scores])];
  if (output !== undefined) refuseTarget(output, { ...study.inputs, paths }, options.force === true);
  const table = options.table ?? plan.data.table ?? plan.data.file;
  const question = options.scores === undefined ? null : readSumsFile(options.scores).file;
  if (question !== null && question.holds !== 'question') throw new CallError(said().sums.noQuestion(options.scores!));
  if (question !== null && question.question.digest !== dataDigest(plan)) throw new CallError(said().sums.otherSpec(options.scores!));
  const found = await sumsByHand(plan, {
    dialect,
    table,
    answers: answers.map(answerIn),
    threshold: options.threshold ?? USUAL_THRESHOLD,
    ...(question === null ? {} : { scores: question.question }),
  });
  if ('refused' in found) throw new CallError(said().sums.notOfSpec(options.scores!, found.refused));
  if ('wrong' in found) throw new FileError(said().sums.noAnswer(answers[found.wrong - 1]!));
  const write = async (text: string, told: (target: string) => string): Promise<ExitCode> => {
    if (output === undefined) await printFile(text);
    else {
      await writeFiles([{ path: output, content: packed(output, text) }]);
      await tell(`${told(output)}\n`);
    }
    return 0;
  };
  if ('statements' in found) {
    const more = [file, '--sql', dialect, ...(options.table === undefined ? [] : ['--table', options.table]), ...answers];
    const next = ['studyspec sums', ...more.map(quoted), `${answers.length + 1}.csv`].join(' ');
    const text = `${found.statements.join(';\n\n')};\n`;
    const ended = await write(text, (target) => said().sums.written(target));
    await tell(`${said().sums.asks(answers.length + 1, found.statements.length, next)}\n`);
    return ended;
  }
  const { counted, ranges, used } = found;
  if (counted.refused.length > 0) throw new FileError(said().sums.notAsked(counted.refused));
  if (counted.changed) throw new FileError(said().sums.changed(table));
  if (counted.sums === null) return tellNoNumbers(file, { ...study, problems: locate(counted.problems, origins) }, terminal);
  if (used < answers.length) throw new CallError(said().sums.manyAnswers(used, answers.length));
  if (question !== null && ranges === null) throw new CallError(said().sums.needsRows);
  if (ranges !== null) return write(rangesText(ranges), (target) => said().sums.ranges(target, ranges.ends.length, ranges.rows));
  return write(sumsText(counted.sums), tellCounted(counted.sums, options.threshold ?? USUAL_THRESHOLD));
}

function dialectOf(given: string): DialectName {
  const found = dialectNames.find((name) => name === given.toLowerCase());
  if (found !== undefined) return found;
  const near = nearest(given.toLowerCase(), dialectNames);
  throw new CallError(said().sums.dialect(given, dialectNames), near === null ? null : said().wrong.didYouMean([`--sql ${near}`]));
}

/** What a table has no place for. */
function refuseFiles({ data }: Plan): void {
  if (data!.design !== undefined) throw new CallError(said().sums.weighted);
  if (data!.joins.length > 0 || (data!.appends ?? []).length > 0 || (data!.columns ?? []).length > 0)
    throw new CallError(said().sums.severalFiles);
}

const NUMBER = /^-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/u;
const isNull = (cell: string): boolean => ['', 'NULL', '\\N'].includes(cell.trim());

/** A first row without a number is one of heads. Texts stand in rows of three, where what is asked sees to it that null is blank. */
function answerIn(path: string): readonly (readonly (string | null)[])[] {
  const read = readText(path);
  if ('refusal' in read) throw unreadable(path, read.refusal);
  const rows = readCsvRows(read.content);
  const numbers = (row: readonly string[]): boolean => row.every((cell) => isNull(cell) || NUMBER.test(cell.trim()));
  const told = rows.filter((row) => (row.length === 3 && NUMBER.test(row[0]!.trim()) && NUMBER.test(row[2]!.trim())) || numbers(row));
  if (told.length < Math.max(1, rows.length - 1)) throw new FileError(said().sums.noAnswer(path));
  return told.map((row) => row.map((cell) => ((row.length === 3 ? cell.trim() === '' : isNull(cell)) ? null : cell)));
}

const quoted = (word: string): string => (/^[\w./:@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
