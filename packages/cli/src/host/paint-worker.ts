// The thread that paints pictures as points (PNG), by a renderer and fonts that ship with the program: no font of the system is looked at,
// so that the same drawing gives the same bytes everywhere. Who wants them is paint.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

export interface PaintRequest {
  readonly ticket: number;
  readonly svg: string;
  /** Points for a pixel of the drawing. */
  readonly zoom: number;
}
export interface PaintReply {
  readonly ticket: number;
  readonly png: Uint8Array;
}

const port = parentPort!;
const { folder } = workerData as { readonly folder: string };
const ready = initWasm(readFileSync(join(folder, 'resvg.wasm')));
/** Those of Latin letters first: what they lack is looked for in the order of the list. */
const fonts = [
  'noto-sans-regular.ttf',
  'noto-sans-bold.ttf',
  'noto-sans-math.ttf',
  'noto-sans-sc-regular.otf',
  'noto-sans-sc-bold.otf',
  'noto-sans-symbols-2.ttf',
].map((name) => readFileSync(join(folder, name)));

/** What a font lacks is looked for in others whatever their weight: bold Chinese has to ask for its own. */
function strongInOneFont(svg: string): string {
  return svg.replace(/<text([^<>]* font-weight="600"[^<>]*)>([^]*?)<\/text>/gu, (text, attributes: string, content: string) =>
    /\p{Script=Han}/u.test(content) ? `<text font-family="Noto Sans CJK SC"${attributes}>${content}</text>` : text,
  );
}

port.on('message', ({ ticket, svg, zoom }: PaintRequest) => {
  void ready.then(() => {
    const painter = new Resvg(strongInOneFont(svg), {
      font: { fontBuffers: fonts, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
      fitTo: { mode: 'zoom', value: zoom },
    });
    const image = painter.render();
    const png = image.asPng();
    image.free();
    painter.free();
    port.postMessage({ ticket, png } satisfies PaintReply, [png.buffer as ArrayBuffer]);
  });
});
