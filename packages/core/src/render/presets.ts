// How tables, figures and their captions look by the rules that a paper is handed in under: sizes, rules, where a caption stands. What
// stands in them is the same under each. Read by the Word and LaTeX files; the page and the terminal have a look of their own.
import type { ReportStyle } from '../show/document.ts';

export interface Preset {
  /** Families of Latin and of Chinese letters; of captions where they differ. */
  readonly latin: string;
  readonly chinese: string;
  readonly chineseOfCaptions: string;
  /** Half points: text, captions, cells, notes. */
  readonly size: { readonly text: number; readonly caption: number; readonly cell: number; readonly note: number };
  /** Lines of running text, in 240ths of a line. */
  readonly line: number;
  /** Eighths of a point: above and below a table, under its heads, where a part of it begins (0: none). */
  readonly rule: { readonly thick: number; readonly thin: number; readonly part: number };
  /** A title on a line of its own in italics, under the number (APA); else behind it. */
  readonly titleBelow: boolean;
  readonly boldTitle: boolean;
  /** Between number and title, in place of the language's own. */
  readonly bar: string | null;
  /** Captions in the middle; as the language has it where nothing is said. */
  readonly centred: boolean | null;
  /** Of a figure: above it, or below. */
  readonly figureCaption: 'above' | 'below';
  /** What tells of stars begins a line of its own under a table. */
  readonly starsApart: boolean;
}

const plain: Preset = {
  latin: 'Times New Roman',
  chinese: 'SimSun',
  chineseOfCaptions: 'SimSun',
  size: { text: 22, caption: 20, cell: 18, note: 17 },
  line: 240,
  rule: { thick: 12, thin: 6, part: 4 },
  titleBelow: false,
  boldTitle: false,
  bar: null,
  centred: null,
  figureCaption: 'below',
  starsApart: false,
};

const PRESETS: Readonly<Record<ReportStyle, Preset>> = {
  plain,
  // Publication Manual, 7th edition, sections 2.19, 2.21, 7.8 to 7.14, 7.22 to 7.28.
  apa: {
    ...plain,
    size: { text: 24, caption: 24, cell: 20, note: 20 },
    line: 480,
    rule: { thick: 6, thin: 6, part: 0 },
    titleBelow: true,
    centred: false,
    figureCaption: 'above',
    starsApart: true,
  },
  // GB/T 7713.1: three lines (三线表) of 1.5 and 0.75 pt; 小四 text, 五号 captions, 小五 cells.
  gbt: {
    ...plain,
    chineseOfCaptions: 'SimHei',
    size: { text: 24, caption: 21, cell: 18, note: 18 },
    line: 360,
    rule: { thick: 12, thin: 6, part: 0 },
    centred: true,
  },
  nature: {
    ...plain,
    latin: 'Arial',
    chinese: 'Microsoft YaHei',
    chineseOfCaptions: 'Microsoft YaHei',
    size: { text: 18, caption: 16, cell: 14, note: 14 },
    rule: { thick: 6, thin: 4, part: 2 },
    boldTitle: true,
    bar: ' | ',
    centred: false,
  },
};

export const presetOf = (style: ReportStyle | undefined): Preset => PRESETS[style ?? 'plain'];

/** Notes as lines: what tells of stars on one of its own where a preset wants it so. */
export function noteLines(notes: readonly string[], gap: string, preset: Preset): string[] {
  const lines: string[][] = [[]];
  for (const note of notes) {
    if (preset.starsApart && note.startsWith('*') && lines.at(-1)!.length > 0) lines.push([]);
    lines.at(-1)!.push(note);
  }
  return lines.map((line) => line.join(gap)).filter((line) => line !== '');
}
