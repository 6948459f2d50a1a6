// A report on its way out: to the terminal or into one file, as what it is.
import { renderers, type ReportDocument, type ReportFormat } from '@studyspec/core';
import type { Terminal } from '../base/terminal.ts';
import { painter, terminalJson } from '../render/ink.ts';
import { writeFiles } from './files.ts';
import { print, printFile } from './output.ts';

/** `output`: the file to write, looked at by `refuseTarget`; else stdout. */
export async function writeReport(format: ReportFormat, content: string | Uint8Array, output?: string): Promise<void> {
  const written = format === 'json' && typeof content === 'string' ? terminalJson(content) : content;
  if (output !== undefined) writeFiles([{ path: output, content: written }]);
  // What is no text is asked for with a file only (targets.ts).
  else if (typeof written === 'string') await (format !== 'json' && renderers[format].terminal ? print(written) : printFile(written));
}

/** A document in a form of its own: as wide and as coloured as the terminal, or 100 columns in a file. */
export function rendered(
  format: Exclude<ReportFormat, 'json'>,
  document: ReportDocument,
  terminal: Terminal,
  output?: string,
): string | Uint8Array {
  const page = output === undefined ? { width: terminal.out.width, paint: painter(terminal.out.color) } : { width: 100 };
  return renderers[format].render(document, page);
}
