// The pictures of a report as files of their own, light or dark.
import { standaloneSvg, type FigureTheme } from '../draw/standalone.ts';
import type { Block, FigureBlock, ReportDocument } from '../show/document.ts';

export interface FigureFile {
  readonly name: string;
  readonly svg: string;
}

/** In the order of the report; names are safe on every file system and differ in more than capitals. */
export function figuresIn(document: ReportDocument, theme: FigureTheme = 'light'): readonly FigureFile[] {
  const taken = new Set<string>();
  return document.blocks.flatMap(figuresOf).map((figure) => {
    const stem =
      figure.id
        .replace(/[^\p{L}\p{N}_]+/gu, '-')
        .replace(/^-+|-+$/gu, '')
        .slice(0, 80) || 'figure';
    let name = stem;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${stem}-${copy}`;
    taken.add(name.toLowerCase());
    return { name: `${name}.svg`, svg: standaloneSvg(figure.svg, theme) };
  });
}

function figuresOf(block: Block): FigureBlock[] {
  return block.kind === 'section' ? block.blocks.flatMap(figuresOf) : block.kind === 'figure' ? [block] : [];
}
