// A study's framework as a diagram, from left to right: what is asked, how it is analysed, what comes out of it. Needs no data.
import { textCell, type ReportContext } from '../methods/context.ts';
import { labelText } from '../contract/label-text.ts';
import { figureOf, nothingToDraw, roomFor, type Drawn } from '../draw/figure.ts';
import { frameworkOf, type Arrow, type Card } from './framework.ts';
import { coordinate, el, linesAt } from '../draw/svg.ts';
import { SIZE, wrapText, type Wrapped } from '../draw/text.ts';

const WIDTHS = [250, 196, 236] as const;
const BETWEEN = 64;
const GAP = 14;
/** Between the dimensions of an index and what belongs to the analyses. */
const LANE = 30;
const PAD = 10;
const TITLE = 15;
const ROW = 14;

interface Part {
  readonly wrapped: Wrapped;
  readonly whole: string;
  readonly class: string;
  readonly indent: number;
  readonly lead: number /** Space above it. */;
  readonly above: number;
}
interface Box {
  readonly card: Card;
  readonly parts: readonly Part[];
  readonly x: number;
  readonly width: number;
  readonly height: number;
  y: number;
}

export function frameworkDiagram(context: ReportContext): Drawn {
  const { words, plan } = context;
  const { cards, arrows } = frameworkOf(context);
  if (cards.length === 0) return nothingToDraw(words.emptyFramework);
  const used = ([0, 1, 2] as const).filter((column) => cards.some((card) => card.column === column));
  const room = roomFor(context.room);
  const whole = used.reduce<number>((sum, one) => sum + WIDTHS[one], 0);
  const between = room.narrow ? Math.max(22, Math.min(BETWEEN, room.width * 0.06)) : BETWEEN;
  const shrunk = Math.min(1, (room.width - 2 - (used.length - 1) * between) / whole);
  const width = (column: 0 | 1 | 2): number => (shrunk < 1 ? Math.floor(WIDTHS[column] * shrunk) : WIDTHS[column]);
  const x = (column: 0 | 1 | 2): number => used.filter((one) => one < column).reduce<number>((sum, one) => sum + width(one) + between, 0);
  const boxes = new Map(cards.map((card) => [card.key, boxOf(card, x(card.column), width(card.column), room.lines)]));
  const heads = [words.asked, words.analysed, words.comesOut];
  const top =
    16 + 12 * Math.max(...used.map((column) => (room.narrow ? wrapText(heads[column]!, width(column), 99, SIZE.small).lines.length : 1)));
  place([...boxes.values()], arrows, top);

  const all = [...boxes.values()];
  const body = [
    ...used.map((column) => {
      const head = wrapText(heads[column]!, width(column), room.lines(1), SIZE.small);
      return linesAt(x(column), 8 + (head.lines.length - 1) * 6, head, heads[column]!, { class: 'ss-small ss-pale' }, 12);
    }),
    ...arrows.map((arrow) => arrowPath(arrow, arrows, boxes)),
    ...all.flatMap(drawn),
  ];
  const inputs = (card: Card): string =>
    arrows
      .filter((arrow) => arrow.to === card.key)
      .map((arrow) => boxes.get(arrow.from)!.card.title)
      .join(words.listComma);
  const told = cards.filter((card) => card.column > 0).map((card) => `${card.kind} ${card.title}${words.comesFrom}${inputs(card)}`);
  return figureOf({
    id: 'study:framework',
    title: words.frameworkPlot,
    width: x(used.at(-1)!) + width(used.at(-1)!) + 2,
    height: Math.max(...all.map((box) => box.y + box.height)) + 4,
    body,
    alternative:
      `${words.frameworkAlternative(labelText(plan.title, context.language))}` +
      `${told.length === 0 ? '' : `${words.sentenceGap}${told.join(words.semicolon)}${words.stop}`}`,
    table: {
      kind: 'table',
      id: 'study:framework:parts',
      title: words.frameworkPlot,
      columns: [words.part, words.consistsOf, words.leadsTo].map((title) => ({ title, align: 'left' as const })),
      notes: [],
      rows: cards.map((card) => [
        textCell(card.title),
        textCell(
          card.rows
            .map((row) => row.text)
            .filter((text) => text !== '')
            .join(words.listComma),
        ),
        textCell(
          arrows
            .filter((arrow) => arrow.from === card.key)
            .map((arrow) => boxes.get(arrow.to)!.card.title)
            .join(words.listComma),
        ),
      ]),
    },
  });
}

function boxOf(card: Card, x: number, width: number, lines: (usual: number) => number): Box {
  const room = width - 2 * PAD;
  const parts: Part[] = [];
  const add = (text: string, style: string, size: number, most: number, indent: number, lead: number, above = 0): void => {
    if (text !== '')
      parts.push({ wrapped: wrapText(text, room - indent, lines(most), size), whole: text, class: style, indent, lead, above });
  };
  add(card.kind, 'ss-small ss-pale', SIZE.small, 1, 0, ROW);
  add(card.title, 'ss-strong', SIZE.strong, 3, 0, TITLE);
  for (const row of card.rows) {
    add(
      row.tag === undefined ? row.text : `${row.text} (${row.tag})`,
      row.muted === true ? 'ss-small ss-pale' : 'ss-small',
      SIZE.small,
      2,
      0,
      ROW,
      2,
    );
    if (row.aside !== undefined) add(row.aside, 'ss-small ss-pale', SIZE.small, 2, row.text === '' ? 0 : 10, ROW - 1);
  }
  return {
    card,
    parts,
    x,
    width,
    y: 0,
    height: parts.reduce((sum, part) => sum + part.above + part.wrapped.lines.length * part.lead, 0) + 2 * PAD - 4,
  };
}

/** Stacks the first column; the others stand at the height of what leads to them, pushed down where they would overlap. */
function place(boxes: readonly Box[], arrows: readonly Arrow[], top: number): void {
  const into = (box: Box): Box[] =>
    arrows.filter((arrow) => arrow.to === box.card.key).map((arrow) => boxes.find((one) => one.card.key === arrow.from)!);
  const centre = (box: Box): number => box.y + box.height / 2;
  const feedsIndex = (box: Box): boolean =>
    arrows.some((arrow) => arrow.from === box.card.key && boxes.find((one) => one.card.key === arrow.to)!.card.column === 2);
  let y = top;
  let lane = top;
  const first = boxes.filter((box) => box.card.column === 0).sort((a, b) => Number(feedsIndex(b)) - Number(feedsIndex(a)));
  for (const [index, box] of first.entries()) {
    if (index > 0 && feedsIndex(first[index - 1]!) && !feedsIndex(box)) {
      y += LANE;
      lane = y;
    }
    box.y = y;
    y += box.height + GAP;
  }
  if (first.length > 0 && first.every(feedsIndex)) lane = y + LANE;
  const stack = (column: readonly Box[], from: number, sources: (box: Box) => readonly Box[]): void => {
    const wish = new Map(
      column.map((box) => {
        const own = sources(box);
        return [box, own.length === 0 ? from : own.reduce((sum, source) => sum + centre(source), 0) / own.length - box.height / 2];
      }),
    );
    let least = from;
    for (const box of [...column].sort((a, b) => wish.get(a)! - wish.get(b)!)) {
      box.y = Math.max(least, wish.get(box)!);
      least = box.y + box.height + GAP;
    }
  };
  stack(
    boxes.filter((box) => box.card.column === 1),
    lane,
    into,
  );
  // An index stands beside its dimensions, not half way to its regressions: those arrows come from below.
  stack(
    boxes.filter((box) => box.card.column === 2),
    top,
    (box) => {
      const own = into(box);
      const asked = own.filter((one) => one.card.column === 0);
      return asked.length > 0 ? asked : own;
    },
  );
}

function arrowPath(arrow: Arrow, arrows: readonly Arrow[], boxes: ReadonlyMap<string, Box>): string {
  const from = boxes.get(arrow.from)!;
  const to = boxes.get(arrow.to)!;
  // Arrows arrive in the order of where they come from, so that they do not cross before the card.
  const arriving = arrows
    .filter((one) => one.to === arrow.to)
    .map((one) => boxes.get(one.from)!)
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const port = to.y + (to.height * (arriving.indexOf(from) + 1)) / (arriving.length + 1);
  const [x1, y1, x2] = [from.x + from.width, from.y + from.height / 2, to.x];
  const bend = Math.max(Math.min(24, x2 - x1), (x2 - x1) * 0.5);
  const c = coordinate;
  return (
    el('path', {
      d: `M${c(x1)} ${c(y1)}C${c(x1 + bend)} ${c(y1)} ${c(x2 - bend)} ${c(port)} ${c(x2 - 6)} ${c(port)}`,
      class: arrow.dashed ? 'ss-edge-dash' : 'ss-edge',
    }) + el('path', { d: `M${c(x2 - 1)} ${c(port)}l-7 -3.5v7z`, class: 'ss-tip' })
  );
}

function drawn(box: Box): string[] {
  const out = [
    el('rect', {
      x: box.x + 1,
      y: box.y,
      width: box.width - 2,
      height: box.height,
      rx: box.card.style === 'ss-step' ? 10 : 3,
      class: box.card.style,
    }),
  ];
  let y = box.y + PAD - 3;
  for (const part of box.parts) {
    const height = part.wrapped.lines.length * part.lead;
    y += part.above;
    out.push(linesAt(box.x + PAD + part.indent, y + height / 2, part.wrapped, part.whole, { class: part.class }, part.lead));
    y += height;
  }
  return out;
}
