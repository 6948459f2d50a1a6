// `studyspec fmt`: formats specs in place. A file is written only when it changes, and then whole.
import { formatText } from '@studyspec/dsl';
import { CallError, FileError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { readText, unreadable, writeFiles } from '../host/files.ts';
import { print, printFile, tell } from '../host/output.ts';

export interface FmtOptions {
  readonly check?: boolean;
  readonly stdin?: boolean;
}

export async function fmt(files: readonly string[], options: FmtOptions): Promise<ExitCode> {
  if (options.stdin === true) {
    if (files.length > 0) throw new CallError(said().wrong.stdinAlone);
    const text = await readAll(process.stdin);
    const formatted = formattedAs(text);
    if (options.check === true) return formatted === text ? 0 : 1;
    await printFile(formatted);
    return 0;
  }
  if (files.length === 0) throw new CallError(said().wrong.fmtNeedsFiles);
  let stale = 0;
  for (const file of files) {
    const read = readText(file);
    if ('refusal' in read) throw unreadable(file, read.refusal);
    // Bytes that are no text would be lost by writing them back, and a guess is none to write over a file by.
    if (read.guessed) throw new FileError(said().files.encodingGuessed(file, read.encoding!));
    if (read.content.includes('\ufffd')) throw new FileError(said().files.notUtf8(file));
    const formatted = formattedAs(read.content);
    if (formatted === read.content) continue;
    stale += 1;
    if (options.check === true) await print(`${file}\n`);
    else {
      writeFiles([{ path: file, content: formatted }]);
      await tell(`${said().written.formatted(file)}\n`);
    }
  }
  return options.check === true && stale > 0 ? 1 : 0;
}

/** With the line ends that the text has throughout: those of Windows where an editor or git wrote them. */
function formattedAs(text: string): string {
  const formatted = formatText(text);
  return /\r\n/u.test(text) && !/(?<!\r)\n/u.test(text) ? formatted.replaceAll('\n', '\r\n') : formatted;
}

async function readAll(stream: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
