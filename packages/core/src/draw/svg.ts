// The pencil: elements, text and the frame of a picture as strings of SVG. It knows no study and no statistics.
import { SIZE, textWidth, wrapText, type Wrapped } from './text.ts';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text for XML and HTML. What XML 1.0 does not allow (control characters, half surrogates) becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An attribute of HTML, markup already: without quotes where it can be. */
export function attribute(name: string, value: string): string {
  const text = escapeMarkup(value);
  return ` ${name}=${/^[^\s"'`=<>&]+$/u.test(text) ? text : `"${text}"`}`;
}

/** An element; attributes that are undefined are left out. Children are markup already. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeMarkup(value)}"`))
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** A number with at most two digits after the point. Not finite is a mistake of the builder, which has to sort such values out. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('A picture was given a coordinate that is not finite.');
  const text = String(Math.round(value * 100) / 100);
  return text === '-0' ? '0' : text;
}

export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly class?: string;
  readonly title?: string;
}

/** One line of text, its baseline at y. */
export function textAt(x: number, y: number, text: string, style: TextStyle = {}): string {
  return el(
    'text',
    { x, y, 'text-anchor': style.anchor === 'start' ? undefined : style.anchor, class: style.class },
    ...(style.title === undefined ? [] : [el('title', {}, escapeMarkup(style.title))]),
    escapeMarkup(text),
  );
}

const LINE = 14;

/** Lines of text centred on y; a text that was cut has the whole in its title. */
export function linesAt(x: number, y: number, wrapped: Wrapped, whole: string, style: TextStyle = {}, lead: number = LINE): string {
  const first = y + 4 - ((wrapped.lines.length - 1) * lead) / 2;
  const titled = wrapped.cut ? { ...style, title: whole } : style;
  if (wrapped.lines.length === 1) return textAt(x, first, wrapped.lines[0]!, titled);
  return el(
    'text',
    { 'text-anchor': style.anchor === 'start' ? undefined : style.anchor, class: style.class },
    ...(titled.title === undefined ? [] : [el('title', {}, escapeMarkup(titled.title))]),
    ...wrapped.lines.map((line, index) => el('tspan', { x, y: first + index * lead }, escapeMarkup(line))),
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, style: string): string {
  return el('line', { x1, y1, x2, y2, class: style });
}

export interface Labels {
  readonly width: number;
  readonly wrapped: readonly Wrapped[];
}

/** A column of labels: as wide as the widest of them, but at most `widest`, each in at most `most` lines. */
export function labelColumn(texts: readonly string[], widest: number, most = 2, size: number = SIZE.body): Labels {
  const wrapped = texts.map((text) => wrapText(text, widest, most, size));
  return { wrapped, width: Math.max(0, ...wrapped.flatMap((one) => one.lines.map((text) => textWidth(text, size)))) };
}

/** Around a picture, so that nothing touches the edge of its file. */
export const MARGIN = 4;

/** The whole picture. Its name for those who do not see it is title and alternative. */
export function picture(
  frame: { readonly title: string; readonly alternative: string; readonly width: number; readonly height: number },
  body: readonly string[],
): string {
  const [width, height] = [Math.ceil(frame.width) + 2 * MARGIN, Math.ceil(frame.height) + 2 * MARGIN];
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'ss-figure',
      role: 'img',
      'aria-label': `${frame.title}. ${frame.alternative}`,
      viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}`,
      width,
      height,
    },
    el('desc', {}, escapeMarkup(frame.alternative)),
    ...body,
  );
}
