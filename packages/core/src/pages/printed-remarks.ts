// Findings of the audit by the printed table that they are about, to stand below it.
import type { ReportContext } from '../methods/context.ts';
import type { Remarks } from '../methods/claims/published-tables.ts';
import { printedLot } from '../problems/printed-lot.ts';
import type { Problem } from '../problems/problem.ts';
import type { NoteBlock } from '../show/document.ts';
import { tellReader } from './told-to-readers.ts';

/** What an audit finds; that a figure differs is marked in the table. */
const isFinding = ({ code }: Problem): boolean => code.startsWith('SS8');

export function remarksIn(context: ReportContext, problems: readonly Problem[]): Remarks {
  const blocks = context.results.plan.published;
  const lots = new Map<string, string>();
  for (const [block, { figures }] of blocks.entries())
    for (const figure of figures) {
      const lot = printedLot(figure, block);
      lots.set(figure.at, lot);
      lots.set(lot, lot);
    }
  const found = new Map<string, Problem[]>();
  for (const problem of problems.flatMap((one) => [one, ...(one.parts ?? [])])) {
    const lot = problem.at === undefined ? undefined : lots.get(problem.at);
    if (lot === undefined || !isFinding(problem)) continue;
    // Without what it sums up: each part is told itself.
    const { parts: _, sums: __, ...alone } = problem;
    found.set(lot, [...(found.get(lot) ?? []), alone]);
  }
  return (figures) =>
    (found.get(lots.get(figures[0]!.figure.at) ?? '') ?? []).map(
      (problem): NoteBlock => ({ kind: 'note', tone: 'plain', text: tellReader(context, problem).message, code: problem.code }),
    );
}
