// The way from the rows of the file to the cases of each model as bars: how many are left at each step.
import type { ReportContext } from '../methods/context.ts';
import type { TableBlock } from '../show/document.ts';
import { formatQuantity } from '../show/format.ts';
import { figureOf, roomFor, type Drawn } from '../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../draw/svg.ts';
import { SIZE, textWidth } from '../draw/text.ts';

const LABELS = 260;
const PLOT = 320;
const ROW = 22;

/** One bar a row of the table that has cases; the loss stands beside the bar. */
export function flowPlot(context: ReportContext, table: TableBlock): Drawn {
  const { words } = context;
  let before = 0;
  const steps = table.rows.flatMap(([step, cases, left, , lost]) => {
    const number = (cell: typeof cases): number => (cell?.kind === 'number' ? (cell.value ?? 0) : 0);
    const [leftOut, missing] = [number(left ?? null), number(lost ?? null)];
    const label = step?.kind === 'text' ? step.text : '';
    // A rule leaves over what came to it, without the rows that it takes.
    const n = cases?.kind === 'number' ? number(cases) : before - leftOut - missing;
    before = n;
    return [{ label, n, leftOut, missing, counted: cases?.kind === 'number' }];
  });
  const most = Math.max(1, ...steps.map((step) => step.n));
  const room = roomFor(context.room);
  const labels = labelColumn(
    steps.map((step) => step.label),
    room.part(0.42, LABELS),
    room.lines(2),
  );
  // How many a rule leaves is drawn, and told where the rules end: only what has an address is written.
  const told = ({ n, leftOut, missing, counted }: (typeof steps)[number]): string => {
    const count = (value: number): string => formatQuantity(value, 'count');
    const gone = [leftOut === 0 ? [] : [words.flowGone(count(leftOut))], missing === 0 ? [] : [words.flowMissing(count(missing))]].flat();
    if (!counted) return gone.join(words.listComma);
    return gone.length === 0 ? count(n) : words.flowBeside(count(n), gone.join(words.listComma));
  };
  const left = labels.width + 12;
  const tail = 8 + Math.max(...steps.map((step) => textWidth(told(step), SIZE.small)));
  const plot = Math.max(20, Math.min(PLOT, room.width - left - tail - 10));
  const body: string[] = [];
  let y = 2;
  for (const [position, step] of steps.entries()) {
    const lines = labels.wrapped[position]!;
    const height = Math.max(ROW, lines.lines.length * 14 + 4);
    const width = (step.n / most) * plot;
    body.push(linesAt(left - 12, y + height / 2, lines, step.label, { anchor: 'end' }));
    if (width > 0) body.push(el('rect', { x: left, y: y + 3, width, height: height - 6, class: 'ss-high', 'fill-opacity': 0.72 }));
    body.push(textAt(left + width + 6, y + height / 2 + 4, told(step), { class: 'ss-small' }));
    y += height;
  }
  body.push(line(left, 2, left, y, 'ss-rule'));
  return figureOf({
    id: 'flow:plot',
    title: words.flow,
    alternative: `${steps.map((step) => words.withNumber(step.label, told(step))).join(words.listComma)}${words.stop}`,
    width: left + plot + tail + 10,
    height: y + 8,
    body,
    table: {
      kind: 'table',
      id: 'flow:plot:numbers',
      title: words.flow,
      columns: table.columns,
      rows: table.rows,
      notes: [],
    },
  });
}
