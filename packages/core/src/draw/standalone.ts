// A picture as a file of its own: every colour, width and font stands as a literal attribute of the element that has it, so that any
// program shows it: no style sheet, no custom property, no rule that a viewer may not know.
import { attributesOf, DARK, FONT_SIZE, FONTS, HALO, HALO_RIM, LIGHT, MARKS, type Palette } from './style.ts';

export type FigureTheme = 'light' | 'dark';

const PALETTES: Readonly<Record<FigureTheme, Palette>> = { light: LIGHT, dark: DARK };

/** `svg` is a whole picture as svg.ts writes it: an attribute holds neither `<`, `>` nor `"`. */
export function standaloneSvg(svg: string, theme: FigureTheme = 'light'): string {
  const palette = PALETTES[theme];
  const paints = new Map<string, ReadonlyMap<string, string>>();
  /** Marks of the same classes are painted alike. */
  const paintOf = (attributes: string): ReadonlyMap<string, string> => {
    const classes = classesOf(attributes);
    const key = classes.join(' ');
    const paint = paints.get(key) ?? paintBy(classes, palette);
    paints.set(key, paint);
    return paint;
  };
  const painted = rimmed(svg).replace(
    /<([a-z]+)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"]*")*)(\/?)>/gu,
    (_, name: string, attributes: string, end: string) => {
      if (name === 'svg') return `<svg${withoutClass(attributes)}${written(rootOf(palette))}>`;
      const kept = withoutClass(attributes);
      // What an element says itself, such as how deep a shade is, no class says of it.
      const painted = [...paintOf(attributes)].filter(([key]) => !kept.includes(` ${key}="`));
      return `<${name}${kept}${written(painted)}${end}>`;
    },
  );
  // Behind its description, which comes first so that a reader aloud finds it.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${painted.replace('</desc>', `</desc>${ground(svg, palette)}`)}\n`;
}

const RIM = 'ss-rim';

/** Programs that know no `paint-order` would draw the rim over the letters: it becomes a text of its own under them. */
function rimmed(svg: string): string {
  return svg.replace(/<text((?: [a-zA-Z][a-zA-Z0-9-]*="[^"]*")*)>[^]*?<\/text>/gu, (text, attributes: string) => {
    const classes = classesOf(attributes);
    if (!classes.includes(HALO)) return text;
    const rest = classes.filter((name) => name !== HALO);
    const below = text.replace(/ class="[^"]*"/u, ` class="${[...rest, RIM].join(' ')}"`).replace(/<title>[^<]*<\/title>/u, '');
    return (
      `${below.replace('<text', '<text aria-hidden="true"')}` +
      `${text.replace(/ class="[^"]*"/u, rest.length === 0 ? '' : ` class="${rest.join(' ')}"`)}`
    );
  });
}

const classesOf = (attributes: string): string[] =>
  / class="([^"]*)"/u
    .exec(attributes)?.[1]
    ?.split(' ')
    .filter((name) => name !== '') ?? [];
const withoutClass = (attributes: string): string => attributes.replace(/ class="[^"]*"/u, '');
const written = (attributes: Iterable<readonly [string, string]>): string =>
  [...attributes].map(([name, value]) => ` ${name}="${value}"`).join('');

/** What classes paint. */
function paintBy(classes: readonly string[], palette: Palette): ReadonlyMap<string, string> {
  const painted = new Map(
    Object.entries(MARKS).flatMap(([name, paint]) => (classes.includes(name) ? [...attributesOf(paint, palette)] : [])),
  );
  if (classes.includes(RIM)) for (const [name, value] of attributesOf({ ...HALO_RIM, fill: 'paper' }, palette)) painted.set(name, value);
  return painted;
}

/** Text has no class for its ink: it inherits. */
function rootOf(palette: Palette): ReadonlyMap<string, string> {
  return new Map([
    ['fill', palette.ink],
    ['font-family', FONTS.map((name) => (/\s/u.test(name) ? `'${name}'` : name)).join(', ')],
    ['font-size', String(FONT_SIZE)],
  ]);
}

/** Paper behind the picture, for viewers whose own ground is dark or has a pattern. */
function ground(svg: string, palette: Palette): string {
  const [x, y, width, height] = / viewBox="([^"]*)"/u.exec(svg)![1]!.split(' ');
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.paper}"/>`;
}
