// A report on its way out: to the terminal or into one file, as what it is, with the pictures that its form holds.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { figuresIn, printedDocument, renderers, type Renderer, type ReportDocument, type ReportFormat } from '@studyspec/core';
import { FileError } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { painter, terminalJson } from '../render/ink.ts';
import { writeFiles } from './files.ts';
import { print, printFile, tell } from './output.ts';

/** A report in its form, and the files that belong beside it. */
export interface Rendered {
  readonly content: string | Uint8Array;
  readonly beside: readonly { readonly path: string; readonly content: Uint8Array }[];
}

/** `output`: the file to write, looked at by `refuseTarget`; else stdout. */
export async function writeReport(
  format: ReportFormat,
  { content, beside }: Rendered,
  { output, force = false }: { readonly output?: string; readonly force?: boolean },
): Promise<void> {
  const written = format === 'json' && typeof content === 'string' ? terminalJson(content) : content;
  if (output !== undefined) {
    const foreign = beside.find((one) => !force && existsSync(one.path) && !readFileSync(one.path).equals(one.content));
    if (foreign !== undefined) throw new FileError(said().files.exists(foreign.path));
    await writeFiles(
      [...beside, { path: output, content: written }],
      beside.slice(0, 1).map(({ path }) => dirname(path)),
    );
    if (beside[0] !== undefined) await tell(`${said().written.figuresBeside(beside.length, dirname(beside[0].path))}\n`);
  }
  // What is no text is asked for with a file only (targets.ts).
  else if (typeof written === 'string') await (format !== 'json' && renderers[format].terminal ? print(written) : printFile(written));
}

/** Results for programs, and whatever else holds no pictures. */
export const alone = (content: string | Uint8Array): Rendered => ({ content, beside: [] });

/** The document as a form takes it: with pictures of the size of its page, or as large as they like. */
export const formed = (format: Exclude<ReportFormat, 'json'>, document: (room?: number) => ReportDocument): ReportDocument =>
  (renderers[format] as Renderer).painted === true ? printedDocument(document) : document();

/** A document in a form of its own: as wide and as coloured as the terminal, or 100 columns in a file. */
export async function rendered(
  format: Exclude<ReportFormat, 'json'>,
  document: ReportDocument,
  terminal: Terminal,
  output?: string,
): Promise<Rendered> {
  const renderer: Renderer = renderers[format];
  if (output === undefined) return alone(renderer.render(document, { width: terminal.out.width, paint: painter(terminal.out.color) }));
  if (renderer.painted !== true) return alone(renderer.render(document, { width: 100 }));
  const { paintedOf } = await import('./paint.ts');
  const pictures = await paintedOf(document);
  if (renderer.bytes === true) return alone(renderer.render(document, { width: 100, pictures }));
  // A text names its pictures, which stand in a folder beside it.
  const folder = `${basename(output)
    .replace(/\.[^.]*$/u, '')
    .replace(/[^\p{L}\p{N}_. -]+/gu, '-')}-figures`;
  const beside = figuresIn(document).map(({ name, svg }) => ({
    path: join(dirname(output), folder, name.replace(/svg$/u, 'png')),
    content: pictures.get(svg)!,
  }));
  return { content: renderer.render(document, { width: 100, pictures, folder }), beside };
}
