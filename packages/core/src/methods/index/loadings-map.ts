// An index: the loadings of its items on its components as a heat map. Colour says what the number in the cell says.
import type { IndexResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { componentAt, componentOrder, componentTitle, itemOrder, loadingsTitle, PALE } from './tables.ts';
import { figureOf, finite, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

const LABELS = 270;
const ROW = 22;
const CLUSTER = 7;
/** A loading with its sign and mark fits. */
const NARROWEST_CELL = 54;
/** Of the shades in the key. */
const STEP = 20;

export function loadingsMap(context: ReportContext, result: IndexResult): Drawn {
  const { words } = context;
  const { job } = result;
  if (result.kept === 0 || result.loadings.length === 0) return nothingToDraw(words.nothingComputed(context.labelOf(job.name)));
  const components = componentOrder(result);
  const items = itemOrder(result);
  const loading = (item: number, position: number): number | null => finite(result.loadings[item]?.[position]);
  const strongest = (item: number): number =>
    components.reduce(
      (best, position) => (Math.abs(loading(item, position) ?? 0) > Math.abs(loading(item, best) ?? 0) ? position : best),
      components[0]!,
    );
  const markerOf = (position: number): string | undefined => result.components.find((one) => one.position === position)?.marker;
  const names = items.map((item) => context.labelOf(job.items[item]!));
  const titles = components.map((position) => componentTitle(context, result, position));

  const room = roomFor(context.room);
  const labels = labelColumn(names, room.part(0.32, LABELS), room.lines(2));
  const explained = wrapText(
    job.rotate.kind === 'none' ? words.explained : words.explainedRotated,
    room.narrow ? Math.max(labels.width, 90) : Infinity,
    99,
    SIZE.small,
  );
  const left = Math.max(labels.width, ...explained.lines.map((text) => textWidth(text, SIZE.small))) + 12;
  // As wide as the longest word over a column, within reason; where there is no room, narrower, then components go on below.
  const word = Math.max(...titles.flatMap((title) => title.split(/\s+/u)).map((text) => textWidth(text, SIZE.small)));
  const wish = Math.max(components.length > 6 ? 66 : 84, Math.min(120, word + 8));
  const most = Math.max(
    1,
    Math.min(
      components.length,
      Math.floor((room.width - left - 2) / (room.narrow ? Math.max(NARROWEST_CELL, Math.min(120, word + 8)) : wish)),
    ),
  );
  // As many below as above.
  const abreast = Math.ceil(components.length / Math.ceil(components.length / most));
  const cell = room.narrow ? Math.max(NARROWEST_CELL, Math.min(wish, (room.width - left - 2) / abreast)) : wish;
  const heads = titles.map((title) => wrapText(title, cell - 6, room.lines(3), SIZE.small));
  const body: string[] = [];
  let y = 0;
  for (let start = 0; start < components.length; start += abreast) {
    const here = components.slice(start, start + abreast);
    y += start === 0 ? 0 : 18;
    const top = y + 12 * Math.max(...heads.slice(start, start + abreast).map((head) => head.lines.length)) + 8;
    for (const column of here.keys()) {
      const head = heads[start + column]!;
      body.push(
        linesAt(
          left + (column + 0.5) * cell,
          top - 8 - (head.lines.length * 12) / 2 + 4,
          head,
          titles[start + column]!,
          { anchor: 'middle', class: 'ss-small' },
          12,
        ),
      );
    }
    y = top;
    for (const [row, item] of items.entries()) {
      const height = Math.max(ROW, labels.wrapped[row]!.lines.length * 14 + 4);
      if (row > 0 && strongest(item) !== strongest(items[row - 1]!)) y += CLUSTER;
      body.push(linesAt(left - 12, y + height / 2, labels.wrapped[row]!, names[row]!, { anchor: 'end' }));
      for (const [column, position] of here.entries()) {
        const value = loading(item, position);
        const x = left + column * cell;
        const size = value === null ? 0 : Math.min(1, Math.abs(value));
        body.push(
          el('rect', {
            x,
            y,
            width: cell,
            height,
            class: `ss-cell ${value !== null && value < 0 ? 'ss-low' : 'ss-high'}`,
            'fill-opacity': size * 0.62,
          }),
        );
        const marker = markerOf(position) === job.items[item];
        if (marker) body.push(el('rect', { x: x + 2, y: y + 2, width: cell - 4, height: height - 4, class: 'ss-outline' }));
        body.push(
          textAt(x + cell / 2, y + height / 2 + 4, `${shown(value, 'coefficient', { decimals: 2 })}${marker ? '°' : ''}`, {
            anchor: 'middle',
            class: size < PALE ? 'ss-small ss-pale' : size >= 0.6 ? 'ss-strong' : '',
          }),
        );
      }
      y += height;
    }
    body.push(line(left, y + 5, left + here.length * cell, y + 5, 'ss-rule'));
    body.push(
      linesAt(left - 12, y + 16 + (explained.lines.length - 1) * 6, explained, '', { anchor: 'end', class: 'ss-small ss-pale' }, 12),
    );
    for (const [column, position] of here.entries())
      body.push(
        textAt(left + (column + 0.5) * cell, y + 20, shown(finite(result.explained[position]), 'percent'), {
          anchor: 'middle',
          class: 'ss-small',
        }),
      );
    y += 34 + (explained.lines.length - 1) * 12;
  }
  const right = left + abreast * cell;
  const shades = Math.min(left, room.narrow ? room.width - 9 * STEP : Infinity);
  const key = keyOfShades(shades, y);
  const beside = !room.narrow || room.width - shades - key.width - 24 >= 200;
  const flagRoom = beside ? Math.max(160, Math.min(right, room.width) - shades - key.width - 24) : room.width;
  const flag = result.components.length === 0 ? null : wrapText(words.markerNote, flagRoom, room.lines(3), SIZE.small);
  const [flagX, flagY] = beside ? [shades + key.width + 24, y] : [0, y + 36];
  body.push(
    ...key.body,
    ...(flag === null
      ? []
      : [linesAt(flagX, flagY + 9 + (flag.lines.length - 1) * 6, flag, words.markerNote, { class: 'ss-small ss-pale' }, 12)]),
  );
  const flagWidth = flag === null ? 0 : flagX + Math.max(...flag.lines.map((text) => textWidth(text, SIZE.small)));
  const bottom = Math.max(y + 34, flag === null ? 0 : flagY + 12 * flag.lines.length + 10);

  return figureOf({
    id: `${job.name}:loadings-map`,
    title: `${loadingsTitle(context, result)}${words.colon}${context.labelOf(job.name)}`,
    alternative: alternativeOf(context, result, components, items),
    width: Math.max(right, shades + key.width, flagWidth) + 2,
    height: bottom,
    body,
    table: {
      kind: 'table',
      id: `${job.name}:loadings-map:numbers`,
      title: words.loadingsMap,
      columns: [{ title: words.itemOfScale, align: 'left' }, ...titles.map((title) => ({ title, align: 'number' as const }))],
      rows: [
        ...items.map((item, row): readonly Cell[] => [
          textCell(names[row]!),
          ...components.map((position) =>
            addressCell(
              context,
              addressFor([job.name], 'loading(item, component)', [job.items[item]!, componentAt(result, position)]),
              Math.abs(loading(item, position) ?? 0) < PALE ? { muted: true } : {},
            ),
          ),
        ]),
        [
          textCell(job.rotate.kind === 'none' ? words.explained : words.explainedRotated),
          ...components.map((position) =>
            addressCell(context, addressFor([job.name], 'explained(component)', [componentAt(result, position)])),
          ),
        ],
      ],
      parts: [items.length],
      notes: [],
    },
  });
}

/** What the shades mean, from −1 to 1. */
function keyOfShades(x: number, y: number): { readonly body: string[]; readonly width: number } {
  const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];
  return {
    width: steps.length * STEP,
    body: steps.flatMap((value, index) => [
      el('rect', {
        x: x + index * STEP,
        y,
        width: STEP,
        height: 10,
        class: `ss-cell ${value < 0 ? 'ss-low' : 'ss-high'}`,
        'fill-opacity': Math.abs(value) * 0.62,
      }),
      ...(index % 2 === 0
        ? [
            textAt(x + (index + 0.5) * STEP, y + 22, shown(value, 'coefficient', { decimals: Number.isInteger(value) ? 0 : 1 }), {
              anchor: 'middle',
              class: 'ss-small ss-pale',
            }),
          ]
        : []),
    ]),
  };
}

/** Each component with the items that load on it, highest first. */
function alternativeOf(context: ReportContext, result: IndexResult, components: readonly number[], items: readonly number[]): string {
  const { words } = context;
  const parts = components.map((position) => {
    const high = items
      .map((item) => ({ item, value: finite(result.loadings[item]?.[position]) ?? 0 }))
      .filter((one) => Math.abs(one.value) >= PALE)
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    const list = high
      .map((one) => words.withNumber(context.labelOf(result.job.items[one.item]!), shown(one.value, 'coefficient', { decimals: 2 })))
      .join(words.listComma);
    return `${componentTitle(context, result, position)}${words.colon}${list === '' ? words.noneOfThem : list}`;
  });
  return `${words.loadingsAlternative(context.labelOf(result.job.name))}${words.sentenceGap}${parts.join(words.semicolon)}${words.stop}`;
}
