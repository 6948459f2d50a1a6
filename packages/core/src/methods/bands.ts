// The note that says what stars mean, and the note parts that several tables share.
import type { ReportContext } from './context.ts';
import { formatThreshold } from '../show/format.ts';

/** `* p < 0.10, ** p < 0.05, *** p < 0.01`. */
export function bandsNote(context: ReportContext): string {
  return context.words.starsNote(
    context.stars.map((bound, position) => `${'*'.repeat(position + 1)} p < ${formatThreshold(bound)}`).join(', '),
  );
}
