// The same picture in fewer letters, as a piece of an HTML page: marks of one class that nothing lies between become one path or one group,
// what a page does not need (the name space, a description that the name repeats) is left out. A file of its own stays as svg.ts wrote it.
import { drawnIn, paintedBy, type Painted } from './style.ts';
import { coordinate, escapeMarkup } from './svg.ts';
import { SIZE, textWidth } from './text.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** A mark that may stand with others of its kind: in a path from one place to another, or as an element of a group. */
interface Mark {
  readonly kind: 'path' | 'circle' | 'text' | 'other';
  readonly style: string;
  readonly content: string;
  readonly box: Box;
  readonly from?: readonly [x: number, y: number];
  readonly to?: readonly [x: number, y: number];
  /** Of an area. */
  readonly size?: readonly [width: number, height: number];
}
interface Run {
  readonly key: string;
  readonly marks: Mark[];
  box: Box;
}

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const ELEMENT = /<([a-z]+)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"]*")*)(?:\/>|>([^]*?)<\/\1>)/gu;
/** Strokes reach so far beyond what they are drawn around; those of cells have the colour of paper. */
const STROKE = 1;
/** So many marks of a kind are shorter as one line. */
const FEW = 4;

/** `svg` is a whole picture as svg.ts writes it; `name`: what it is called instead of all that it shows. */
export function compactSvg(svg: string, name?: string): string {
  const [, opening, inner] = /^<svg([^>]*)>([^]*)<\/svg>$/u.exec(svg) ?? [];
  if (opening === undefined || inner === undefined) return svg;
  const runs: Run[] = [];
  for (const [whole, element, attributes, content] of inner.matchAll(ELEMENT)) {
    if (element === 'desc') continue;
    add(runs, markOf(whole, element!, attributesOf(attributes!), content ?? ''));
  }
  const kept = attributesOf(opening);
  kept.delete('xmlns');
  if (name !== undefined) kept.set('aria-label', escapeMarkup(name));
  return `<svg${written([...kept])}>${groupsOf(runs).map(groupText).join('')}</svg>`;
}

/** Paths of one class that follow each other, each with something of its own. */
function groupsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last !== undefined && run.marks[0]!.kind === 'path' && last[0]!.marks[0]!.kind === 'path' && styleOf(last[0]!) === styleOf(run))
      last.push(run);
    else groups.push([run]);
  }
  return groups;
}

const styleOf = ({ key, marks }: Run): string => key.slice(marks[0]!.kind.length + 1).split('|')[0]!;
const extraOf = ({ key }: Run): string => (key.includes('|') ? ` ${key.slice(key.indexOf('|') + 1).replace('=0.', '=.')}` : '');

function groupText(runs: readonly Run[]): string {
  const style = styleOf(runs[0]!);
  return runs.length === 1 || style === ''
    ? runs.map(runText).join('')
    : `<g class=${quoted(style)}>${runs.map((run) => `<path${extraOf(run)} d="${pathOf(run.marks)}"/>`).join('')}</g>`;
}

/** A mark joins an earlier run of its kind unless something that was drawn since lies under it; a new run of paths stands below text. */
function add(runs: Run[], mark: Mark): void {
  const key = `${mark.kind} ${mark.style}`;
  let at = runs.length - 1;
  for (; mark.kind !== 'other' && at >= 0; at -= 1) {
    const run = runs[at]!;
    if (run.key === key) {
      run.marks.push(mark);
      run.box = around(run.box, mark.box);
      return;
    }
    if (touch(run.box, mark.box) && run.marks.some((one) => touch(one.box, mark.box))) break;
  }
  runs.splice(mark.kind === 'path' ? at + 1 : runs.length, 0, { key, marks: [mark], box: mark.box });
}

function markOf(written: string, name: string, attributes: Map<string, string>, content: string): Mark {
  const style = attributes.get('class') ?? '';
  const at = (key: string): number => Number(attributes.get(key) ?? 0);
  const only = (...names: readonly string[]): boolean => [...attributes.keys()].every((key) => key === 'class' || names.includes(key));
  if (name === 'line' && only('x1', 'y1', 'x2', 'y2')) {
    const [x1, y1, x2, y2] = [at('x1'), at('y1'), at('x2'), at('y2')].map(rounded) as [number, number, number, number];
    const to = y1 === y2 ? `h${near(x2 - x1)}` : x1 === x2 ? `v${near(y2 - y1)}` : `l${near(x2 - x1)} ${near(y2 - y1)}`;
    return {
      kind: 'path',
      style,
      content: to,
      from: [x1, y1],
      to: [x2, y2],
      box: boxOf(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)),
    };
  }
  if (name === 'rect' && only('x', 'y', 'width', 'height', 'fill-opacity')) {
    const [x, y, width, height] = [at('x'), at('y'), at('width'), at('height')].map(rounded) as [number, number, number, number];
    const opacity = attributes.get('fill-opacity');
    return {
      kind: 'path',
      style: opacity === undefined ? style : `${style}|fill-opacity=${opacity}`,
      content: `h${near(width)}v${near(height)}h${near(-width)}z`,
      from: [x, y],
      to: [x, y],
      size: [width, height],
      box: { left: x, top: y, right: x + width, bottom: y + height },
    };
  }
  if (name === 'circle' && only('cx', 'cy', 'r')) {
    const [x, y, r] = [rounded(at('cx')), rounded(at('cy')), at('r')] as const;
    return {
      kind: 'circle',
      style,
      from: [x, y],
      to: [x, y],
      size: [2 * r, 2 * r],
      content: `<circle cx=${near(x)} cy=${near(y)} r=${near(r)} />`,
      box: boxOf(x - r, y - r, x + r, y + r),
    };
  }
  if (name === 'text' && only('x', 'y', 'text-anchor')) {
    const anchor = attributes.get('text-anchor');
    const place = attributes.has('x') ? ` x=${whole(at('x'))} y=${whole(at('y'))}` : '';
    const inner = content.replace(
      /<tspan x="([^"]*)" y="([^"]*)">/gu,
      (_, x: string, y: string) => `<tspan x=${whole(+x)} y=${whole(+y)}>`,
    );
    return {
      kind: 'text',
      style: anchor === undefined ? style : `${style}|text-anchor=${anchor}`,
      content: `<text${place}>${inner}</text>`,
      box: textBox(content, at('x'), at('y'), anchor, style),
    };
  }
  return { kind: 'other', style: '', content: plainer(written), box: EVERYWHERE };
}

const PLACES: ReadonlySet<string> = new Set(['x', 'y', 'width', 'height', 'd', 'points', 'transform']);

/** What is drawn otherwise, without quotes and digits that it does without; text holds no quotation mark (svg.ts). */
const plainer = (markup: string): string =>
  markup
    .replaceAll(' class=""', '')
    .replace(
      / ([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/gu,
      (_, name: string, value: string) =>
        ` ${name}=${quoted(PLACES.has(name) ? value.replace(/-?\d+\.\d\d+/gu, (number) => near(Number(number))) : value)}`,
    )
    .replace(/(?<! )\/>/gu, ' />');

function textBox(content: string, x: number, y: number, anchor: string | undefined, style: string): Box {
  const size = style.includes('ss-small') ? SIZE.small : SIZE.strong;
  const lines = content.includes('<tspan')
    ? [...content.matchAll(/<tspan x="([^"]*)" y="([^"]*)">([^<]*)/gu)].map(
        (match) => [Number(match[1]), Number(match[2]), match[3]!] as const,
      )
    : [[x, y, content.replace(/<title>[^<]*<\/title>/u, '')] as const];
  return lines
    .map(([from, base, text]) => {
      const width = textWidth(text.replace(/&[a-z#\d]+;/gu, 'n'), size);
      const left = anchor === 'middle' ? from - width / 2 : anchor === 'end' ? from - width : from;
      return boxOf(left, base - size, left + width, base + size / 3);
    })
    .reduce(around);
}

function runText(run: Run): string {
  const { marks } = run;
  const [first] = marks;
  if (first === undefined || first.kind === 'other') return marks.map((mark) => mark.content).join('');
  const style = styleOf(run);
  const lines = extraOf(run) === '' ? linesOf(first.kind, style, marks) : [];
  const rest = lines.length === 0 ? marks : marks.filter((mark) => !lines.some((line) => line.marks.includes(mark)));
  return lines.map(({ text }) => text).join('') + (rest.length === 0 ? '' : plainText(rest, style, extraOf(run)));
}

function plainText(marks: readonly Mark[], style: string, extra: string): string {
  const { kind } = marks[0]!;
  const more = `${style === '' ? '' : ` class=${quoted(style)}`}${extra}`;
  if (kind === 'path') return `<path${more} d="${pathOf(marks)}"/>`;
  const inner = marks.map((mark) => mark.content).join('');
  if (more === '') return inner;
  return marks.length === 1 ? inner.replace(`<${kind}`, `<${kind}${more}`) : `<g${more}>${inner}</g>`;
}

/**
 * Dots of one size as ends of lines that have no length, areas of one size as short and broad lines; dots with a rim of another colour are
 * two of each.
 */
function linesOf(
  kind: Mark['kind'],
  style: string,
  all: readonly Mark[],
): readonly { readonly marks: readonly Mark[]; readonly text: string }[] {
  const paint = paintedBy(style);
  if (paint === null || (kind === 'path' && paint.stroke !== null)) return [];
  const along = (colour: Painted['fill'], broad: number, more: string, path: string): string =>
    `<path class=${drawnIn(colour)} stroke-width=${near(broad)}${more} d="${path}"/>`;
  const sizes = new Set(all.flatMap(({ size }) => size?.join() ?? []));
  return [...sizes].flatMap((size) => {
    const marks = all.filter((one) => one.size?.join() === size);
    const [width, height] = marks[0]!.size!;
    if (marks.length < FEW) return [];
    if (kind === 'path') {
      const lines = marks.map(({ from }): Way => {
        const [x, y] = [from![0], from![1] + height / 2];
        return { from: [x, y], to: [x + width, y], content: `h${near(width)}` };
      });
      return [{ marks, text: along(paint.fill, height, '', pathOf(lines)) }];
    }
    const dots = pathOf(marks.map(({ from, to }): Way => ({ from: from!, to: to!, content: 'h0' })));
    const dotted = (colour: Painted['fill'], broad: number): string => along(colour, broad, ' stroke-linecap=round', dots);
    const text =
      paint.stroke === null || paint.stroke === paint.fill
        ? dotted(paint.fill, width + paint.width)
        : dotted(paint.stroke, width + paint.width) + dotted(paint.fill, width - paint.width);
    return [{ marks, text }];
  });
}

type Way = Required<Pick<Mark, 'from' | 'to' | 'content'>>;

/** From mark to mark by the way between them, which takes fewer digits than where they stand; in whichever order that takes fewest. */
function pathOf(marks: readonly Pick<Mark, 'from' | 'to' | 'content'>[]): string {
  const ways = marks as readonly Way[];
  const orders = [
    ways,
    ...[0, 1].map((first) => [...ways].sort((a, b) => a.from[first]! - b.from[first]! || a.from[1 - first]! - b.from[1 - first]!)),
  ];
  return orders.map(pathAlong).reduce((best, path) => (path.length < best.length ? path : best));
}

function pathAlong(ways: readonly Way[]): string {
  let at: readonly [number, number] | null = null;
  let path = '';
  for (const { from, to, content } of ways) {
    const [x, y] = from;
    path += `${at === null ? `M${near(x)} ${near(y)}` : `m${near(x - at[0])} ${near(y - at[1])}`}${content}`.replace(/ -/u, '-');
    at = to;
  }
  return path;
}

const boxOf = (left: number, top: number, right: number, bottom: number): Box => ({
  left: left - STROKE,
  top: top - STROKE,
  right: right + STROKE,
  bottom: bottom + STROKE,
});
const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
/** A tenth of a pixel is seen by nobody. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
/** Nor a half of one, of words. */
const whole = (value: number): string => coordinate(Math.round(value));
const near = (value: number): string => coordinate(rounded(value)).replace(/^(-?)0\./u, '$1.');
/** Attributes that are markup already. */
const quoted = (value: string): string => (/^[^\s"'`=<>&]+$/u.test(value) ? value : `"${value}"`);
const attributesOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/gu)].map((match) => [match[1]!, match[2]!]));
const written = (attributes: readonly (readonly [string, string])[]): string =>
  attributes.map(([name, value]) => ` ${name}=${quoted(value)}`).join('');

/** How wide and high a picture is, its margin included. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '0', height = '0'] = / viewBox="\S+ \S+ (\S+) (\S+)"/u.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
