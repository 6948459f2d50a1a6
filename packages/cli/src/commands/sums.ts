// `studyspec sums`: what whoever holds rows counts of them, so that others can run the study without the rows; parts' sums as one; and the
// second round, which asks for the ends of scores and answers it.
import { execute, questionText, rangesOf, rangesText, studyOfSums, sumsOf, sumsText, type CountedSums, type Plan } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { writeFiles } from '../host/files.ts';
import { openedStudy } from '../host/language.ts';
import { printFile, tell } from '../host/output.ts';
import { isSumsFile, mergedSums, packed, readSumsFile } from '../host/sums-files.ts';
import { refuseTarget } from '../host/targets.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import type { Study } from '../host/session.ts';
import { refuseComparison } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { hasErrors } from '../render/diagnostics.ts';

export interface SumsOptions {
  readonly output?: string;
  readonly threshold?: number;
  readonly scores?: string;
  readonly sql?: string;
  readonly table?: string;
  readonly ask?: boolean;
  readonly force?: boolean;
  readonly lang?: string;
}

/** The smallest count that leaves a house which says nothing else. */
export const USUAL_THRESHOLD = 5;

export async function sums(file: string, data: readonly string[], options: SumsOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.sql !== undefined) return (await import('./sums-by-hand.ts')).sumsOfStatements(file, data, options, terminal);
  if (options.table !== undefined) throw new CallError(said().sums.tableOfSql);
  const { output } = options;
  const merging = data.some(isSumsFile);
  if (merging && !data.every(isSumsFile)) throw new CallError(said().sums.eitherOr);
  if (!merging && data.length > 1) throw new CallError(said().sums.onePart, `studyspec sums ${file} ${data[0]!} -o part.sums`);
  if (options.ask === true && !merging) throw new CallError(said().sums.askOfSums, `studyspec sums ${file} *.sums --ask -o plan.json`);
  if (merging && (options.scores !== undefined || options.threshold !== undefined)) throw new CallError(said().sums.ofRows);
  const threshold = options.threshold ?? USUAL_THRESHOLD;
  const from = merging ? { sums: data } : data[0] === undefined ? { threshold } : { part: data[0] };
  const study = await openedStudy(file, terminal.asked, from);
  refuseComparison('sums', study);
  if (output !== undefined) refuseTarget(output, study.inputs, options.force === true);
  const { plan } = study.compiled;
  if (plan === null || study.coded === null || study.frame === null || hasErrors(study.problems))
    return tellNoNumbers(file, study, terminal);
  if (plan.data?.design !== undefined) throw new CallError(said().sums.weighted);
  if (study.counts !== undefined && (data.length > 0 || options.scores !== undefined))
    throw new CallError(said().sums.ofTable(plan.data!.file));
  const [text, told] = merging ? merged(plan, data, options.ask === true) : counted(plan, study, { ...options, threshold });
  if (output === undefined) await printFile(text);
  else {
    await writeFiles([{ path: output, content: packed(output, text) }]);
    await tell(`${told(output)}\n`);
  }
  return 0;
}

type Told = (file: string) => string;

export const tellCounted =
  (found: CountedSums, threshold: number): Told =>
  (target) =>
    said().sums.counted(target, found.rows, tablesIn(found), keptBackIn(found), threshold);

function counted(
  plan: Plan,
  { coded, frame, counts }: Study,
  { scores, threshold }: Pick<SumsOptions, 'scores'> & { readonly threshold: number },
): [text: string, told: Told] {
  if (scores !== undefined) {
    const { file } = readSumsFile(scores);
    if (file.holds !== 'question') throw new CallError(said().sums.noQuestion(scores));
    const ranges = rangesOf(plan, coded!, frame!, file.question, threshold);
    if (ranges !== null && 'refused' in ranges) throw new CallError(said().sums.notOfSpec(scores, ranges.refused));
    if (ranges === null) throw new CallError(said().sums.otherSpec(scores));
    return [rangesText(ranges), (target) => said().sums.ranges(target, ranges.ends.length, ranges.rows)];
  }
  if (frame!.rows < threshold) throw new CallError(said().sums.fewRows(frame!.rows, threshold));
  const found = counts?.sums ?? sumsOf(plan, coded!, frame!, threshold);
  return [sumsText(found), tellCounted(found, threshold)];
}

function merged(plan: Plan, paths: readonly string[], ask: boolean): [text: string, told: Told] {
  const { sums: all, ranges } = mergedSums(plan, paths);
  if (!ask) return [sumsText(all), (target) => said().sums.merged(target, all.parts.length, all.rows)];
  const study = studyOfSums(plan, all, ranges);
  // Everything is computed, so that everything asks.
  void execute(plan, study.coded, study.frame).quantities.size;
  return [
    questionText({ digest: all.digest, threshold: all.threshold, forms: [...study.asked] }),
    (target) => said().sums.question(target, study.asked.size),
  ];
}

const tablesIn = ({ tables }: CountedSums): number =>
  tables.reduce((sum, { frequencies, pairs }) => sum + frequencies.length + pairs.length, 0);
const keptBackIn = ({ tables }: CountedSums): number =>
  tables.reduce((sum, { frequencies, pairs }) => sum + [...frequencies, ...pairs].filter((one) => one === null).length, 0);
