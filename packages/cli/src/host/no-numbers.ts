// What a command says when a study has errors or no data: the errors, and that nothing came of it.
import type { ExitCode } from '../base/exit.ts';
import type { Terminal } from '../base/terminal.ts';
import { said } from '../base/speech.ts';
import { countText, renderDiagnostics } from '../render/diagnostics.ts';
import { tell } from './output.ts';
import { problemsOf, type Study } from './session.ts';

/** `wanted`: what came to nothing. */
export async function tellNoNumbers(
  file: string,
  study: Study,
  { err }: Terminal,
  wanted: 'computed' | 'compared' | 'shown' = 'computed',
): Promise<ExitCode> {
  const errors = problemsOf(study).filter((problem) => problem.severity === 'error');
  const { nothing } = said();
  await tell(
    errors.length === 0
      ? `${wanted === 'shown' ? nothing.noDataToShow(file) : nothing.noDataToCompute(file)}\n`
      : `${renderDiagnostics(errors, study.texts, err)}\n${nothing[wanted](countText(errors))}\n`,
  );
  return 1;
}
