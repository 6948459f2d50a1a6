// A spec that is to be written over: its text, and the same text formatted, with the line ends that it has.
import { formatText } from '@studyspec/dsl';
import { FileError } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { readText, unreadable } from './files.ts';

/** Throws where writing the text back would lose what is in the file. */
export function specText(file: string): string {
  const read = readText(file);
  if ('refusal' in read) throw unreadable(file, read.refusal);
  // Bytes that are no text would be lost by writing them back, and a guess is none to write over a file by.
  if (read.guessed) throw new FileError(said().files.encodingGuessed(file, read.encoding!));
  if (read.content.includes('\ufffd')) throw new FileError(said().files.notUtf8(file));
  return read.content;
}

/** With the line ends that the text has throughout: those of Windows where an editor or git wrote them. */
export function formattedAs(text: string): string {
  const formatted = formatText(text);
  return /\r\n/u.test(text) && !/(?<!\r)\n/u.test(text) ? formatted.replaceAll('\n', '\r\n') : formatted;
}
