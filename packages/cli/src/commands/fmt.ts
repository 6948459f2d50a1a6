// `studyspec fmt`: formats specs in place. A file is written only when it changes, and then whole.
// Bringing specs up to the present language is upgrade.ts'.
import { CallError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { writeFiles } from '../host/files.ts';
import { print, printFile, tell } from '../host/output.ts';
import { formattedAs, specText } from '../host/spec-text.ts';
import { upgradeFiles } from './upgrade.ts';

export interface FmtOptions {
  readonly check?: boolean;
  readonly stdin?: boolean;
  readonly upgrade?: boolean;
}

export async function fmt(files: readonly string[], options: FmtOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.stdin === true) {
    if (files.length > 0) throw new CallError(said().wrong.stdinAlone);
    const text = await readAll(process.stdin);
    const formatted = formattedAs(text);
    if (options.check === true) return formatted === text ? 0 : 1;
    await printFile(formatted);
    return 0;
  }
  if (files.length === 0) throw new CallError(said().wrong.fmtNeedsFiles);
  if (options.upgrade === true) return upgradeFiles(files, options.check === true, terminal);
  let stale = 0;
  for (const file of files) {
    const text = specText(file);
    const formatted = formattedAs(text);
    if (formatted === text) continue;
    stale += 1;
    if (options.check === true) await print(`${file}\n`);
    else {
      await writeFiles([{ path: file, content: formatted }]);
      await tell(`${said().written.formatted(file)}\n`);
    }
  }
  return options.check === true && stale > 0 ? 1 : 0;
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
