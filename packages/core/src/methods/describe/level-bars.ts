// Categories: a bar a level, with count and per cent of those who answered; several categories under each other on one axis.
import { asideText } from '../../text/aside.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import type { VariableResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, headingRow, hiddenNote, textAt as textOf, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { formatPercent, formatQuantity, HIDDEN_NUMBER } from '../../show/format.ts';
import { figureOf, nothingToDraw, roomFor, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

const LABELS = 250;
const PLOT = 330;
const ROW = 20;
/** Where there is so much room, so many categories stand in two columns. */
const TWO = { room: 640, categories: 4, gap: 36 } as const;

interface Answered {
  readonly category: CategoryPlan;
  readonly missing: number;
  readonly n: number;
  readonly rows: readonly {
    readonly path: readonly string[];
    readonly label: string;
    readonly percent: number;
    readonly share: string;
    readonly numbers: string;
  }[];
}

/** `id` and `title` are of whatever the categories belong to: a block, the respondents, or the category itself. */
export function levelBars(context: ReportContext, id: string, title: string, results: readonly VariableResult[]): Drawn {
  const { words } = context;
  const answered = results.flatMap((one) => answeredOf(context, one));
  if (answered.length === 0) return nothingToDraw(words.noAnswers(title));
  const most = Math.max(1, ...answered.flatMap((one) => one.rows.map((row) => row.percent)));
  const alone = results.length === 1;
  const heads = answered.map((one) => context.labelOf(one.category.name));
  const room = roomFor(context.room);
  const labels = answered.map((one) =>
    labelColumn(
      one.rows.map((row) => row.label),
      room.part(0.36, LABELS),
      room.lines(2),
    ),
  );
  const left = Math.max(...labels.map((own) => own.width)) + 12;
  const tail = 8 + Math.max(...answered.flatMap((one) => one.rows.map((row) => textWidth(row.numbers, SIZE.small))));
  const two = room.narrow && room.width >= TWO.room && answered.length >= TWO.categories;
  const wide = two ? (room.width - TWO.gap) / 2 : room.width;
  const plot = Math.max(20, Math.min(PLOT, wide - left - tail - 10));
  const right = left + plot + tail;
  const second = two ? halfOf(answered.map((one, index) => 1.5 + Math.max(one.rows.length, labels[index]!.wrapped.length))) : Infinity;
  const body: string[] = [];
  let [y, lowest, origin] = [0, 0, 0];
  for (const [index, one] of answered.entries()) {
    if (index === second) [y, origin] = [0, right + TWO.gap];
    const edge = origin + left;
    const missing = one.missing > 0 ? asideText(words.missingOf(formatQuantity(one.missing, 'count'))) : '';
    if (!alone || missing !== '') {
      y += y === 0 ? 2 : 12;
      const head = wrapText(
        `${alone ? '' : heads[index]!}${missing}`.trim(),
        (alone ? right - left : right) - 4,
        room.lines(1),
        SIZE.strong,
      );
      body.push(
        linesAt(alone ? edge : origin, y + 8 + (head.lines.length - 1) * 7, head, heads[index]!, {
          class: alone ? 'ss-small ss-pale' : 'ss-strong',
        }),
      );
      y += 20 + (head.lines.length - 1) * 14;
    }
    const from = y;
    for (const [position, row] of one.rows.entries()) {
      const lines = labels[index]!.wrapped[position]!;
      const height = Math.max(ROW, lines.lines.length * 14 + 4);
      const width = (row.percent / most) * plot;
      body.push(linesAt(edge - 12, y + height / 2, lines, row.label, { anchor: 'end' }));
      if (width > 0) body.push(el('rect', { x: edge, y: y + 3, width, height: height - 6, class: 'ss-high', 'fill-opacity': 0.72 }));
      body.push(textAt(edge + width + 6, y + height / 2 + 4, row.numbers, { class: 'ss-small' }));
      y += height;
    }
    body.push(line(edge, from, edge, y, 'ss-rule'));
    lowest = Math.max(lowest, y);
  }
  return figureOf({
    id: `${id}:levels`,
    title: alone ? `${words.answersPlot}${words.colon}${title}` : title,
    alternative: answered
      .map(
        (one, index) =>
          `${heads[index]!}` +
          `${words.colon}` +
          `${one.rows.map((row) => words.withNumber(row.label, row.share)).join(words.listComma)}${words.stop}`,
      )
      .join(words.sentenceGap),
    remark: answered.some((one) => one.rows.some(({ share }) => share === HIDDEN_NUMBER)) ? hiddenNote(context) : null,
    width: (two ? 2 * right + TWO.gap : right) + 10,
    height: lowest + 8,
    body,
    table: {
      kind: 'table',
      id: `${id}:levels:numbers`,
      title,
      columns: [
        { title: words.category, align: 'left' },
        { title: words.count, align: 'number' },
        { title: words.validPercent, align: 'number' },
      ],
      rows: answered.flatMap((one, index): (readonly Cell[])[] => [
        headingRow(heads[index]!, 3),
        ...one.rows.map((row): readonly Cell[] => [
          textCell(row.label, { indent: 1 }),
          addressCell(context, addressFor(row.path, 'count')),
          addressCell(context, addressFor(row.path, 'percent')),
        ]),
      ]),
      notes: [words.validPercentNote],
    },
  });
}

/** Where the second column begins, so that both are about as high. */
function halfOf(heights: readonly number[]): number {
  const total = heights.reduce((sum, one) => sum + one, 0);
  let above = 0;
  return heights.findIndex((height) => (above += height) - height / 2 > total / 2);
}

function answeredOf(context: ReportContext, { variable, frequencies }: VariableResult): Answered[] {
  if (variable.kind !== 'category' || frequencies === null || frequencies.n === 0) return [];
  return [
    {
      category: variable,
      missing: frequencies.missing,
      n: frequencies.n,
      rows: frequencies.rows.map((row, index) => {
        const path = [variable.name, variable.levels[index]?.name ?? row.value];
        const share = row.count === null ? HIDDEN_NUMBER : formatPercent(row.validPercent, 1);
        return {
          path,
          label: context.labelOf(path.join('.')),
          // Hidden: there is no bar.
          percent: row.validPercent ?? 0,
          share,
          numbers: row.count === null ? textOf(context, addressFor(path, 'count')) : `${formatQuantity(row.count, 'count')} (${share})`,
        };
      }),
    },
  ];
}
