// `studyspec export`: a study as a script of another program. What stands in it is core's; here are files and how the script finds them.
import { dirname, relative, resolve } from 'node:path';
import { scriptTargets } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { language, said } from '../base/speech.ts';
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
  // Without the rows of the other files every number of the script would be another one.
  if (plan.data.appends !== undefined && !scriptTargets[options.to].appends)
    throw new CallError(said().wrong.noAppendIn(options.to), `studyspec export ${file} --to r`);
  const from = dirname(resolve(plan.data.from));
  const home = output === undefined ? process.cwd() : dirname(resolve(output));
  // With slashes, which every program reads.
  const path = (name: string): string => relative(home, resolve(from, name)).replaceAll('\\', '/');
  const script = scriptTargets[options.to].write({ plan, frame, language: language(), path, version });
  if (output === undefined) await printFile(script);
  else {
    await writeFiles([{ path: output, content: script }]);
    await tell(`${said().written.to(output)}\n`);
  }
  return 0;
}
