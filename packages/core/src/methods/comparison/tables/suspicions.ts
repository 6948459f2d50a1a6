// What nobody declared: a note for each item that looks turned round, or asked on another scale.
import type { Suspicions } from '../suspicions.ts';
import type { ScaleFinding } from '../../../procedures/congruence/scale-checks.ts';
import type { NoteBlock } from '../../../show/document.ts';
import { formatPlain, formatQuantity } from '../../../show/format.ts';
import { leastOf } from '../study.ts';
import type { ComparisonContext } from './context.ts';

export function suspicionNotes(context: ComparisonContext, suspicions: readonly Suspicions[]): NoteBlock[] {
  const { words, labelOf } = context;
  const comma = context.reports[0]!.words.listComma;
  const note = (text: string): NoteBlock => ({ kind: 'note', tone: 'warning', text });
  const r = (value: number): string => formatQuantity(value, 'coefficient', { decimals: 2 });
  return suspicions.flatMap((one) => [
    ...one.reversed.map((item) =>
      note(
        words.looksReversed(labelOf(item.item), context.titleOf(one.study), r(item.other), r(item.original)) +
          (item.orInstead.length === 0 ? '' : ` ${words.orInstead(item.orInstead.map(labelOf).join(comma))}`),
      ),
    ),
    ...one.scales.map((item) =>
      note(
        words.looksRescaled(
          labelOf(item.item),
          context.titleOf(one.study),
          item.findings.map((finding) => findingText(finding, leastIn(one.study))).join('; '),
        ),
      ),
    ),
  ]);

  function leastIn(name: string): number {
    return leastOf(context.studies.find((study) => study.name === name)!);
  }

  function findingText(finding: ScaleFinding, least: number): string {
    const count = (n: number): string => (n < least ? `<${formatQuantity(least, 'count')}` : formatQuantity(n, 'count'));
    switch (finding.finding) {
      case 'outside':
        return words.outsideScale(count(finding.count), formatPlain(finding.low), formatPlain(finding.high));
      case 'between-points':
        return words.betweenPoints(count(finding.count));
      case 'unused':
        return words.unusedPoints(finding.points.map(formatPlain).join(comma));
      case 'spread':
        return words.otherSpread(formatQuantity(finding.ratio, 'coefficient', { decimals: 2 }));
    }
  }
}
