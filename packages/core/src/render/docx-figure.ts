// A picture in a Word file: drawn (SVG) for a Word that can, as points of 300 dpi for all others; no wider and no higher than the page.
// Nothing here paints points: the host does, from the same drawing.
import { standaloneSvg } from '../draw/standalone.ts';
import type { FigureBlock } from '../show/document.ts';
import { paragraph, xmlText } from './docx-xml.ts';
import { printedSize } from './figure-files.ts';

/** What stands in `word/media`, by its relation. */
export interface Media {
  readonly relation: string;
  readonly name: string;
  readonly content: Uint8Array | string;
}

const EMU = 9525;

/** Null without its points. `id` is the drawing's own number in the document. */
export function figureXml(
  block: FigureBlock,
  pictures: ReadonlyMap<string, Uint8Array> | undefined,
  id: number,
  keep: boolean,
): { readonly xml: string; readonly media: readonly Media[] } | null {
  if (pictures === undefined) return null;
  const svg = standaloneSvg(block.svg);
  const png = pictures.get(svg);
  if (png === undefined) return null;
  const { width, height } = printedSize(svg);
  const [cx, cy] = [Math.round(width * EMU), Math.round(height * EMU)];
  const [points, drawn] = [`rIdP${id}`, `rIdS${id}`];
  const name = `Figure ${id}`;
  const named = `id="${id}" name="${name}" descr="${xmlText(block.alternative)}" title="${xmlText(block.title)}"`;
  const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const inline =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    `distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${A}"><a:graphicData uri="${PIC}"><pic:pic xmlns:pic="${PIC}">` +
    `<pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${points}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${drawn}"/>` +
    '</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  return {
    xml: paragraph(inline, { style: 'Picture', keep }),
    media: [
      { relation: points, name: `figure${id}.png`, content: png },
      { relation: drawn, name: `figure${id}.svg`, content: svg },
    ],
  };
}
