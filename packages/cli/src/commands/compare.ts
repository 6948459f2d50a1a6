// `studyspec compare`: studies side by side, the first one as what the others are held against.
import { language, said } from '../base/speech.ts';
import { compareStudies, comparisonJson, comparisonReportOf, execute, type ComparedStudy } from '@studyspec/core';
import { basename } from 'node:path';
import { CallError, type ExitCode } from '../base/exit.ts';
import { formatOf, joinInputs, refuseReport } from '../host/targets.ts';
import { alone, rendered, formed, writeReport } from '../host/report-output.ts';
import { openedStudy } from '../host/language.ts';
import { isComparisonFile, type Study } from '../host/session.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { refuseComparison, runCompared } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { hasErrors } from '../render/diagnostics.ts';
import { version } from '../base/version.ts';

export interface CompareOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly lang?: string;
  readonly replications?: number;
}

export async function compare(files: readonly string[], options: CompareOptions, terminal: Terminal): Promise<ExitCode> {
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    const file = await openedStudy(only, terminal.asked);
    if (isComparisonFile(file)) return runCompared('compare', file, options, terminal);
  }
  if (files.length < 2) throw new CallError(said().wrong.twoStudies, 'studyspec compare anshun.study bijie.study');
  const format = formatOf('compare', options);
  const names = shortNames(files);
  const loaded: Study[] = [];
  for (const file of files) loaded.push(await openedStudy(file, terminal.asked || loaded.length > 0));
  for (const study of loaded) refuseComparison('compare', study);
  if (options.output !== undefined)
    refuseReport('compare', options.output, joinInputs(loaded.map((study) => study.inputs)), options.force === true);
  const studies: ComparedStudy[] = [];
  for (const [i, file] of files.entries()) {
    const study = loaded[i]!;
    const { plan } = study.compiled;
    if (hasErrors(study.problems) || plan === null || study.coded === null || study.frame === null)
      return tellNoNumbers(file, study, terminal, 'compared');
    studies.push({ name: names[i]!, plan, coded: study.coded, frame: study.frame, results: execute(plan, study.coded, study.frame) });
  }
  const comparison = compareStudies(studies, options.replications === undefined ? {} : { replications: options.replications });
  const document = (room?: number) => comparisonReportOf(comparison, { language: language(), ...(room === undefined ? {} : { room }) });
  const report =
    format === 'json'
      ? alone(comparisonJson(comparison, version))
      : await rendered(format, formed(format, document), terminal, options.output);
  await writeReport(format, report, options);
  return 0;
}

/** The files' names without ending; with as much of their folders as it takes to tell them apart. */
function shortNames(files: readonly string[]): string[] {
  const parts = files.map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/\.study$/iu, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.'),
  );
  for (let depth = 1; depth <= Math.max(...parts.map((one) => one.length)); depth += 1) {
    const names = parts.map((one) => one.slice(-depth).join('/'));
    if (new Set(names).size === names.length) return names;
  }
  return files.map((file, i) => `${basename(file)} (${i + 1})`);
}
