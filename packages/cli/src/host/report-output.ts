// A report on its way out: to the terminal or into one file, as what it is.
import { terminalJson } from '../render/ink.ts';
import { writeFiles } from './files.ts';
import { print, printFile } from './output.ts';
import type { Format } from './targets.ts';

/** `output`: the file to write, looked at by `refuseTarget`; else stdout. */
export async function writeReport(format: Format, content: string, output?: string): Promise<void> {
  const written = format === 'json' ? terminalJson(content) : content;
  if (output !== undefined) writeFiles([{ path: output, content: written }]);
  else await (format === 'text' ? print(written) : printFile(written));
}
