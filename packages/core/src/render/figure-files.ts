// The pictures of a report as files of their own, light or dark; how large they are printed, and what says so in a file of points.
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

/** Of A4 less margins of 2.54 cm, in pixels of 1/96 inch: a line of text, and what a page has beside a caption and a short table. */
const PRINTED = { width: 601, height: 720 } as const;
/** Drawings that are tried where the narrowest is too high to be read in print. */
const WIDER = [780, 960, 1300] as const;
const LEGIBLE = 0.75;

/** The size at which a picture is printed, in pixels: its own, or what the page has room for. */
export function printedSize(svg: string): { readonly width: number; readonly height: number } {
  const [width = 1, height = 1] = ['width', 'height'].map((name) =>
    Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`, 'u').exec(svg)?.[1]),
  );
  const scale = Math.min(1, PRINTED.width / width, PRINTED.height / height);
  return { width: width * scale, height: height * scale };
}

/**
 * The document as a page of paper takes it: pictures as narrow as a line of text, or wider and smaller where they would be too high;
 * without what a page on screen folds, unless `folded` asks for it.
 */
export function printedDocument(drawn: (room: number) => ReportDocument, folded = false): ReportDocument {
  const best = new Map<string, FigureBlock>();
  const whole = drawn(PRINTED.width);
  const narrow = folded ? whole : unfolded(whole);
  const figures = narrow.blocks.flatMap(figuresOf);
  for (const room of WIDER) {
    if (figures.every((one) => scaleOf(best.get(one.id) ?? one) >= LEGIBLE)) break;
    for (const other of drawn(room).blocks.flatMap(figuresOf)) {
      const known = best.get(other.id) ?? figures.find((one) => one.id === other.id);
      if (known !== undefined && scaleOf(known) < LEGIBLE && scaleOf(other) > scaleOf(known)) best.set(other.id, other);
    }
  }
  const chosen = (block: Block): Block =>
    block.kind === 'section'
      ? { ...block, blocks: block.blocks.map(chosen) }
      : block.kind === 'figure'
        ? (best.get(block.id) ?? block)
        : block;
  return best.size === 0 ? narrow : { ...narrow, blocks: narrow.blocks.map(chosen) };
}

function unfolded(document: ReportDocument): ReportDocument {
  const kept = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block): Block[] =>
      block.kind !== 'section' ? [block] : block.folded === true ? [] : [{ ...block, blocks: kept(block.blocks) }],
    );
  return { ...document, blocks: kept(document.blocks) };
}

const scaleOf = ({ svg }: FigureBlock): number => pictureZoom(svg, 96);

/** Points for each pixel of a drawing, so that its print has `density` of them an inch. */
export const pictureZoom = (svg: string, density: number): number =>
  ((printedSize(svg).width / Number(/<svg[^>]* width="([\d.]+)"/u.exec(svg)?.[1])) * density) / 96;

const INCH = 0.0254;
/** Signature and IHDR, behind which the others may stand. */
const HEAD = 33;

/** A PNG that says how many points of it are an inch (chunk pHYs): programs place it at the size of its print. */
export function withDensity(png: Uint8Array, density: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  for (const at of [8, 12]) view.setUint32(at, Math.round(density / INCH));
  chunk[16] = 1;
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, HEAD));
  whole.set(chunk, HEAD);
  whole.set(png.subarray(HEAD), HEAD + chunk.length);
  return whole;
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 0 ? sum >>> 1 : (sum >>> 1) ^ 0xedb88320;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
