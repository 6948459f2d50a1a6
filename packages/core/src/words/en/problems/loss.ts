// How a problem says that much of a variable is lost.
import type { LossFacts } from '../../../problems/data/loss.ts';

export function lossText(loss: LossFacts | null | undefined): string {
  if (loss == null) return '';
  const share = `${loss.lost} of ${loss.answered} answers (${Math.round((100 * loss.lost) / loss.answered)} %) are lost`;
  return loss.severe ? ` With that, ${share}: too many to compute from.` : ` With that, ${share}.`;
}

/** The paragraph that every problem about lost answers shares. */
export const lossExplanation = `\n\nAnswers that are neither blank nor declared missing and cannot be used are *lost*. Each is told; when
a fifth of a variable's answers is lost, and at least five, it is an error, since then it is not single cells that are wrong but the way
the file is read.`;
