// A picture in a line of a Word document (DrawingML, ECMA-376 part 1, 20.4): as points, and as SVG for those who can show it.
import { escapeMarkup } from '../draw/svg.ts';
import { printedSize } from '../render/figure-files.ts';
import type { FigureBlock } from '../show/document.ts';

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

export function pictureXml(
  { title, alternative, svg }: FigureBlock,
  /** Relations of its part; `width` of the text, in twentieths of a point. */
  { vector, points, width, id }: { readonly vector: string; readonly points: string; readonly width: number; readonly id: number },
): string {
  const printed = printedSize(svg);
  // A pixel is 9525 of Word's units, a twentieth of a point 635.
  const scale = Math.min(1, (width * 635) / (printed.width * 9525));
  const [cx, cy] = [printed.width, printed.height].map((one) => Math.round(one * 9525 * scale));
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${WP}" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:docPr id="${70_000 + id}" name="${escapeMarkup(title)}" descr="${escapeMarkup(alternative)}"/>` +
    `<a:graphic xmlns:a="${A}"><a:graphicData uri="${PIC}"><pic:pic xmlns:pic="${PIC}">` +
    `<pic:nvPicPr><pic:cNvPr id="0" name="${escapeMarkup(title)}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${R}" r:embed="${points}"><a:extLst>` +
    '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip ' +
    `xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst></a:blip>` +
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill>' +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>' +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}
