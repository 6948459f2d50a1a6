// The colours of reports and pictures and what each class of a picture is painted with. In a page colours are custom properties that a
// theme may set; a picture that is a file of its own (standalone.ts) has them as literal attributes. Both are made of the same table. Blue
// and orange keep apart for every kind of colour vision and in grey print; none of them says anything alone.

export type Colour = 'ink' | 'paper' | 'pale' | 'line' | 'tint' | 'good' | 'bad' | 'warn' | 'positive' | 'negative' | 'neutral';
export type Palette = Readonly<Record<Colour, string>>;

export const LIGHT: Palette = {
  ink: '#1c1e21',
  paper: '#ffffff',
  pale: '#5d646b',
  line: '#c9ced4',
  tint: '#f4f6f8',
  good: '#0a6b3d',
  bad: '#b3261e',
  warn: '#8a5a00',
  positive: '#1f6cb0',
  negative: '#c8661b',
  neutral: '#a9b0b8',
};
export const DARK: Palette = {
  ink: '#e4e7ea',
  paper: '#16181b',
  pale: '#a2aab3',
  line: '#3d444c',
  tint: '#1f2327',
  good: '#5cc996',
  bad: '#ff8a80',
  warn: '#e6b450',
  positive: '#62a8e5',
  negative: '#e8954f',
  neutral: '#6d757e',
};
const PRINT: Palette = { ...LIGHT, ink: '#000000', pale: '#444444', line: '#999999', tint: '#ffffff' };
const FORCED: Palette = {
  ink: 'CanvasText',
  paper: 'Canvas',
  pale: 'CanvasText',
  line: 'GrayText',
  tint: 'Canvas',
  good: 'CanvasText',
  bad: 'CanvasText',
  warn: 'CanvasText',
  positive: 'LinkText',
  negative: 'Highlight',
  neutral: 'GrayText',
};

const propertiesOf = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--ss-${name}: ${value};`)
    .join(' ');

/** The default colours on `selector`: light, dark, printed, and those of a person who chose his or her own. */
export function colourCss(selector: string): string {
  return `${selector} { ${propertiesOf(LIGHT)} }
@media (prefers-color-scheme: dark) { ${selector} { ${propertiesOf(DARK)} } }
@media (forced-colors: active) { ${selector} { ${propertiesOf(FORCED)} } }
@media print { ${selector} { ${propertiesOf(PRINT)} } }
`;
}

/** What a class paints: presentation attributes of SVG; a colour is one of the palette, or none. */
type Paint = Readonly<Record<string, Colour | string>>;

const DASHES = '5 3';

/** In the order in which they override each other. */
export const MARKS: Readonly<Record<string, Paint>> = {
  'ss-small': { 'font-size': '11' },
  'ss-strong': { 'font-weight': '600' },
  'ss-pale': { fill: 'pale' },
  'ss-rule': { stroke: 'ink', 'stroke-width': '1', fill: 'none' },
  'ss-grid': { stroke: 'line', 'stroke-width': '.75', 'stroke-opacity': '.75', fill: 'none' },
  'ss-zero': { stroke: 'pale', 'stroke-width': '1', fill: 'none' },
  'ss-dash': { stroke: 'pale', 'stroke-width': '1.25', 'stroke-dasharray': DASHES, fill: 'none' },
  'ss-dots': { stroke: 'pale', 'stroke-width': '1.5', 'stroke-dasharray': '.1 3.5', 'stroke-linecap': 'round', fill: 'none' },
  'ss-curve': { stroke: 'positive', 'stroke-width': '1.75', fill: 'none' },
  'ss-span': { stroke: 'positive', 'stroke-width': '1.75', fill: 'none' },
  'ss-solid': { fill: 'positive', stroke: 'positive', 'stroke-width': '1.5' },
  'ss-hollow': { fill: 'paper', stroke: 'positive', 'stroke-width': '1.5' },
  'ss-below': { stroke: 'negative' },
  'ss-against': { fill: 'negative', stroke: 'negative', 'stroke-width': '1.5' },
  'ss-high': { fill: 'positive' },
  'ss-low': { fill: 'negative' },
  'ss-middle': { fill: 'neutral' },
  'ss-cell': { stroke: 'paper', 'stroke-width': '1.5' },
  'ss-outline': { fill: 'none', stroke: 'ink', 'stroke-width': '1.5' },
  'ss-card': { fill: 'tint', stroke: 'line', 'stroke-width': '1' },
  'ss-goal': { fill: 'paper', stroke: 'positive', 'stroke-width': '1.75' },
  'ss-step': { fill: 'paper', stroke: 'pale', 'stroke-width': '1' },
  'ss-edge': { stroke: 'pale', 'stroke-width': '1.25', fill: 'none' },
  'ss-edge-dash': { stroke: 'pale', 'stroke-width': '1.25', 'stroke-dasharray': DASHES, fill: 'none' },
  'ss-tip': { fill: 'pale' },
  'ss-band': { fill: 'positive', 'fill-opacity': '.12' },
};
/** Of the colours of marks, those that lines of any width are drawn in: a class each. */
const DRAWN = ['positive', 'negative', 'neutral', 'paper'] as const;
type Drawn = (typeof DRAWN)[number];
export const drawnIn = (colour: Drawn): string => `ss-in-${colour}`;
const isDrawn = (value: string | undefined): value is Drawn => DRAWN.some((one) => one === value);

/** `width`: of the stroke. */
export type Painted =
  | { readonly fill: Drawn; readonly stroke: null; readonly width: 0 }
  | { readonly fill: Drawn; readonly stroke: Drawn; readonly width: number };

/** What classes paint; null where it is more than a fill and a stroke in such colours. */
export function paintedBy(classes: string): Painted | null {
  const names = classes.split(' ');
  if (!names.every((name) => Object.hasOwn(MARKS, name))) return null;
  const {
    fill,
    stroke,
    'stroke-width': width,
    ...more
  } = Object.assign({}, ...Object.keys(MARKS).flatMap((name) => (names.includes(name) ? [MARKS[name]] : []))) as Paint;
  if (!isDrawn(fill) || Object.keys(more).length > 0) return null;
  if (stroke === undefined) return width === undefined ? { fill, stroke: null, width: 0 } : null;
  return isDrawn(stroke) && width !== undefined ? { fill, stroke, width: Number(width) } : null;
}

/** Text over marks has a rim of paper around its letters. */
export const HALO = 'ss-halo';
export const HALO_RIM: Paint = { stroke: 'paper', 'stroke-width': '3', 'stroke-linejoin': 'round' };

export const FONTS = [
  'Segoe UI',
  'Roboto',
  'Helvetica Neue',
  'Arial',
  'Noto Sans',
  'Noto Sans CJK SC',
  'PingFang SC',
  'Microsoft YaHei',
  'sans-serif',
] as const;
export const FONT_SIZE = 12;

const isColour = (value: string): value is Colour => value in LIGHT;
const declared = (paint: Paint): string =>
  Object.entries(paint)
    .map(([name, value]) => `${name}: ${isColour(value) ? `var(--ss-${value})` : name === 'font-size' ? `${value}px` : value}`)
    .join('; ');
const family = ['system-ui', ...FONTS].map((name) => (/\s/u.test(name) ? `"${name}"` : name)).join(', ');

export const figureCss = `.ss-figure { color: var(--ss-ink); fill: var(--ss-ink); font: ${FONT_SIZE}px/1.2 ${family}; \
font-variant-numeric: tabular-nums; forced-color-adjust: none; print-color-adjust: exact; }
${Object.entries(MARKS)
  .map(([name, paint]) => `.ss-figure .${name} { ${declared(paint)} }`)
  .join('\n')}
${DRAWN.map((colour) => `.ss-figure .${drawnIn(colour)} { fill: none; stroke: var(--ss-${colour}) }`).join('\n')}
.ss-figure .${HALO} { paint-order: stroke; ${declared(HALO_RIM)} }
@media (forced-colors: active) { .ss-figure text { paint-order: stroke; stroke: Canvas; stroke-width: 3px; stroke-linejoin: round; } }
`;

/** The attributes that a class paints with, its colours those of the palette. */
export function attributesOf(paint: Paint, palette: Palette): ReadonlyMap<string, string> {
  return new Map(Object.entries(paint).map(([name, value]) => [name, isColour(value) ? palette[value] : value]));
}
