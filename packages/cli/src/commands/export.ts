// `studyspec export`: a study as a script of another program. What stands in it is core's; here are files and how the script finds them.
import { dirname, relative, resolve } from 'node:path';
import { scriptTargets } from '@studyspec/core';
import type { ExitCode } from '../base/exit.ts';
import { language } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { version } from '../base/version.ts';
import { writeFiles } from '../host/files.ts';
import { openedStudy } from '../host/language.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { printFile, tell } from '../host/output.ts';
import { refuseTarget } from '../host/targets.ts';
import { refuseComparison } from './compared.ts';

export interface ExportOptions {
  readonly to: keyof typeof scriptTargets;
  readonly output?: string;
  readonly lang?: string;
  readonly force?: boolean;
}

export async function exportScript(file: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { output } = options;
  const study = await openedStudy(file, terminal.asked);
  refuseComparison('export', study);
  if (output !== undefined) refuseTarget(output, study.inputs, options.force === true);
  const { compiled, frame } = study;
  const { plan } = compiled;
  if (plan?.data == null || frame === null) return tellNoNumbers(file, study, terminal);
  const from = dirname(resolve(plan.data.from));
  const home = output === undefined ? process.cwd() : dirname(resolve(output));
  // With slashes, which every program reads.
  const path = (name: string): string => relative(home, resolve(from, name)).replaceAll('\\', '/');
  const script = scriptTargets[options.to].write({ plan, frame, language: language(), path, version });
  if (output === undefined) await printFile(script);
  else {
    writeFiles([{ path: output, content: script }]);
    await tell(`Written to ${output}.\n`);
  }
  return 0;
}
