// A hypothesis: each claim on a line of its own, the computed value as a mark, the value it is held against as a rule, and the side
// on which the claim holds shaded. The verdict stands beside it as sign and word.
import type { CheckedClaim, HypothesisResult } from '../results.ts';
import { formatAddress, type QuantityFormat } from '../../contract/quantity.ts';
import { statedCell, textCell, type ReportContext } from '../context.ts';
import { claimedCell } from './tables.ts';
import type { Cell } from '../../show/document.ts';
import { axisOver, figureOf, finite, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth } from '../../draw/text.ts';

const LABELS = 330;
const PLOT = 260;
const ROW = 42;

export function claimStrip(context: ReportContext, result: HypothesisResult): Drawn {
  const { words } = context;
  const name = context.labelOf(result.plan.name);
  if (result.claims.length === 0) return nothingToDraw(words.nothingComputed(name));
  const verdicts = result.claims.map((one) =>
    one.holds === null ? `– ${words.undecided}` : one.holds ? `✓ ${words.holds}` : `✗ ${words.fails}`,
  );
  const room = roomFor(context.room);
  const tail = 18 + Math.max(...verdicts.map((text) => textWidth(text))) + 6;
  // Where there is no room beside it the claim stands above its strip.
  const stacked = room.width < LABELS + 16 + 160 + tail;
  const labels = labelColumn(
    result.claims.map((one) => one.claim.text),
    stacked ? room.width - 4 : LABELS,
    room.lines(3),
  );
  const left = stacked ? 4 : labels.width + 16;
  const plot = Math.min(PLOT, room.width - left - tail);
  const body: string[] = [];
  let y = 4;
  for (const [row, one] of result.claims.entries()) {
    const said = labels.wrapped[row]!.lines.length * 14;
    const height = stacked ? said + 8 + ROW : Math.max(ROW, said + 12);
    const middle = stacked ? y + said + 8 + ROW / 2 : y + height / 2;
    body.push(
      linesAt(0, stacked ? y + 4 + said / 2 : middle, labels.wrapped[row]!, one.claim.text),
      ...stripOf(context, one, left, middle, plot),
      textAt(left + plot + 18, middle + 4, verdicts[row]!, { class: one.holds === false ? 'ss-strong' : '' }),
    );
    y += height;
    body.push(line(0, y, left + plot + (room.narrow ? tail : 130), y, 'ss-grid'));
  }
  return figureOf({
    id: `${result.plan.name}:claims`,
    title: `${name}${words.colon}${words[result.verdict]}`,
    alternative:
      result.claims
        .map((one, row) => `${one.claim.text}${words.colon}${shown(finite(one.left), formatOf(context, one))}, ${verdicts[row]!.slice(2)}`)
        .join(words.semicolon) + words.stop,
    width: left + plot + tail,
    height: y + 4,
    body,
    table: {
      kind: 'table',
      id: `${result.plan.name}:claims:numbers`,
      title: name,
      columns: [
        { title: words.claim, align: 'left' },
        { title: words.left, align: 'number' },
        { title: words.right, align: 'number' },
        { title: words.verdict, align: 'left' },
      ],
      rows: result.claims.map((one, row): readonly Cell[] => [
        textCell(one.claim.text),
        claimedCell(context, formatAddress(one.claim.left), { small: true }),
        boundCell(context, one),
        textCell(verdicts[row]!.slice(2)),
      ]),
      notes: [],
    },
  });
}

/** Both sides of a claim are the same kind of number. */
function formatOf(context: ReportContext, { claim }: CheckedClaim): QuantityFormat {
  return context.quantityAt(formatAddress(claim.left))?.format ?? 'coefficient';
}

/** What a claim is held against: another quantity, or a number as the author wrote it. */
function boundCell(context: ReportContext, one: CheckedClaim): Cell {
  const { right } = one.claim;
  return right.kind === 'number'
    ? statedCell(context, 'as the spec states it', right.value, formatOf(context, one), { small: true })
    : claimedCell(context, formatAddress(right.address), { small: true });
}

function stripOf(context: ReportContext, one: CheckedClaim, left: number, middle: number, plot: number): string[] {
  const text = (number: number): string => shown(number, formatOf(context, one), { small: true });
  const [value, bound] = [finite(one.left), finite(one.right)];
  if (value === null || bound === null)
    return [
      line(left, middle, left + plot, middle, 'ss-grid'),
      ...(value === null ? [] : [textAt(left + plot / 2, middle - 8, text(value), { anchor: 'middle', class: 'ss-small' })]),
    ];
  const room = Math.max(Math.abs(value - bound), Math.abs(bound) * 0.05, 1e-9);
  const axis = axisOver([Math.min(value, bound) - 0.4 * room, Math.max(value, bound) + 0.4 * room], left, left + plot);
  const [from, to] = one.claim.operator.startsWith('>')
    ? [axis(bound), left + plot]
    : one.claim.operator.startsWith('<')
      ? [left, axis(bound)]
      : [axis(bound) - 2, axis(bound) + 2];
  const label = (number: number, y: number, style: string): string => {
    const half = textWidth(text(number), SIZE.small) / 2;
    return textAt(Math.max(left + half, Math.min(left + plot - half, axis(number))), y, text(number), { anchor: 'middle', class: style });
  };
  return [
    el('rect', { x: from, y: middle - 6, width: Math.max(0, to - from), height: 12, class: 'ss-band' }),
    line(left, middle, left + plot, middle, 'ss-zero'),
    line(axis(bound), middle - 8, axis(bound), middle + 8, 'ss-rule'),
    label(bound, middle + 18, 'ss-small ss-pale'),
    one.holds === false
      ? el('rect', { x: axis(value) - 4, y: middle - 4, width: 8, height: 8, class: 'ss-against' })
      : el('circle', { cx: axis(value), cy: middle, r: 4.5, class: 'ss-solid' }),
    label(value, middle - 10, 'ss-small'),
  ];
}
