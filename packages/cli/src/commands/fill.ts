// `studyspec fill`: a manuscript with its numbers, tables and figures put in, or which of them moved since. The manuscript itself is never
// written. What is put where is core's.
import { posix } from 'node:path';
import { fillManuscript, movedBetween, readRecord, withRecord, type Fault, type FilledManuscript, type TextKind } from '@studyspec/core';
import { CallError, FileError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { digestOf, readText, unreadable, writeFiles, type Origin } from '../host/files.ts';
import { openedStudy } from '../host/language.ts';
import { studyOf } from '../host/manuscript-study.ts';
import { openSource } from '../host/manuscript-source.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { print, tell } from '../host/output.ts';
import { endingOf, holdsSomething, joinInputs, refuseInput, refuseTarget } from '../host/targets.ts';
import { toldWrong } from '../render/wrong-places.ts';

export interface FillOptions {
  readonly output?: string;
  readonly check?: boolean;
  readonly force?: boolean;
}

const KINDS: Readonly<Record<string, TextKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  tex: 'latex',
};

export async function fill(manuscript: string, named: string | undefined, options: FillOptions, terminal: Terminal): Promise<ExitCode> {
  const words = said().manuscripts;
  const ending = endingOf(manuscript) ?? '';
  if (ending === 'docx') return (await import('./fill-word.ts')).fillWordFile(manuscript, named, options, terminal);
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending]! : null;
  if (kind === null)
    throw new CallError(
      words.noSuchManuscript(manuscript),
      /^(?:doc|dot|docm|dotx|odt|rtf|wps|pages)$/u.test(ending) ? words.saveAsDocx : null,
    );
  const given = manuscript.replaceAll('\\', '/');
  const out = (options.output ?? `${given.slice(0, -ending.length)}filled.${given.slice(-ending.length)}`).replaceAll('\\', '/');
  if (KINDS[endingOf(out) ?? ''] !== kind) throw new CallError(words.otherKind(out, ending));
  const { content, origin } = textOf(manuscript);
  const file = named ?? studyOf(manuscript, content, kind);
  const study = await openedStudy(file, terminal.asked);
  const inputs = joinInputs([study.inputs, { origins: [origin], paths: [manuscript] }]);
  refuseInput(out, inputs);
  const source = openSource(study, terminal);
  if (source === null) return tellNoNumbers(file, study, terminal);
  const folder = `${posix.basename(out).replace(/\.[^.]+$/u, '')}-figures`;
  const filled = fillManuscript(content, source.of, { kind, quarto: ending === 'qmd', folder, digest: digestOf });
  if (filled.faults.length > 0) {
    await tell(`${filled.faults.map((fault) => toldFault(manuscript, fault)).join('\n')}\n${words.nothingWritten(filled.faults.length)}\n`);
    return 1;
  }
  const note = words.note(posix.basename(given), posix.basename(study.entry));
  const written = withRecord(filled.text, kind, { note, digest: digestOf(filled.text), values: filled.values });
  const pictures = filled.figures.map(({ name, svg }) => ({ path: posix.join(posix.dirname(out), folder, name), content: svg }));
  if (options.check === true) return check(out, written, filled, pictures, kind);
  for (const { path } of pictures) refuseInput(path, inputs);
  if (!isOurs(out, kind)) {
    if (options.force !== true) throw new FileError(words.changedByHand(out));
    refuseTarget(out, inputs, true);
  }
  const folders = pictures.length > 0 ? [posix.join(posix.dirname(out), folder)] : [];
  await writeFiles([...pictures, { path: out, content: written }], folders);
  await tell(
    `${words.filled(
      out,
      filled.values.length - pictures.length,
      filled.figures.map(({ name }) => name),
    )}\n`,
  );
  const errors = source.errors();
  if (errors !== '') await tell(errors);
  return errors === '' ? 0 : 1;
}

/** Bytes that are no text would be lost in what is written. */
function textOf(file: string): { readonly content: string; readonly origin: Origin } {
  const read = readText(file);
  if ('refusal' in read) throw unreadable(file, read.refusal);
  if (read.guessed) throw new FileError(said().files.encodingGuessed(file, read.encoding!));
  if (read.content.includes('\ufffd')) throw new FileError(said().files.notUtf8(file));
  return read;
}

/** Nothing stands there, or what an earlier call wrote and nobody has changed. */
function isOurs(out: string, kind: TextKind): boolean {
  if (!holdsSomething(out)) return true;
  const read = readText(out);
  const record = 'refusal' in read ? null : readRecord(read.content, kind);
  return record !== null && sameText(record.text, record.digest);
}

/** A last line that had no end has one before its record. */
const sameText = (text: string, digest: string): boolean => [text, text.replace(/\r?\n$/u, '')].some((one) => digestOf(one) === digest);

async function check(
  out: string,
  written: string,
  filled: FilledManuscript,
  pictures: readonly { readonly path: string; readonly content: string }[],
  kind: TextKind,
): Promise<ExitCode> {
  const words = said().manuscripts;
  const read = readText(out);
  if ('refusal' in read) {
    await print(`${words.notThere(out)}\n`);
    return 1;
  }
  const record = readRecord(read.content, kind);
  const told: string[] = [];
  if (record === null || !sameText(record.text, record.digest)) told.push(words.handMade(out));
  const moved = record === null ? [] : movedBetween(record.values, filled.values);
  const numbers = moved.filter(({ what }) => !what.startsWith('figure:'));
  if (numbers.length > 0)
    told.push(words.numbersMoved(numbers.length), ...numbers.map(({ what, before, now }) => words.moved(what, before, now)));
  const stale = pictures.filter(({ path, content }) => {
    const there = readText(path);
    return 'refusal' in there || there.content !== content;
  });
  told.push(...stale.map(({ path }) => words.figureChanged(path)));
  if (told.length === 0 && read.content !== written) told.push(words.textChanged(out));
  await print(`${(told.length === 0 ? [words.same(out)] : told).join('\n')}\n`);
  return told.length === 0 ? 0 : 1;
}

function toldFault(file: string, fault: Fault): string {
  const { line, column } = fault.place;
  return said().manuscripts.faults.at(file, line, column, toldWrong(fault));
}
