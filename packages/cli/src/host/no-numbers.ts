// What a command says when a study has errors or no data: the errors, and that nothing came of it.
import type { ExitCode } from '../base/exit.ts';
import type { Terminal } from '../base/terminal.ts';
import { countText, renderDiagnostics } from '../render/diagnostics.ts';
import { tell } from './output.ts';
import { problemsOf, type Study } from './session.ts';

/** `wanted`: what there are no data for; `outcome`: how it ends. */
export async function tellNoNumbers(
  file: string,
  study: Study,
  { err }: Terminal,
  wanted = 'to compute from',
  outcome = 'nothing was computed',
): Promise<ExitCode> {
  const errors = problemsOf(study).filter((problem) => problem.severity === 'error');
  await tell(
    errors.length === 0
      ? `"${file}" has no data ${wanted}.\n`
      : `${renderDiagnostics(errors, study.texts, err)}\n${countText(errors)}; ${outcome}.\n`,
  );
  return 1;
}
