// `studyspec fill` of a Word file. What was filled before remembers what each number, table and picture was asked for, so it is filled
// itself: an author's edits stay. What is put where is core's.
import { posix } from 'node:path';
import {
  fillWord,
  movedBetween,
  openWord,
  readWordRecord,
  type FilledWord,
  type WordFault,
  type WordFile,
  type WordPlace,
} from '@studyspec/core';
import { CallError, FileError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { digestOf, readBytes, unreadable, writeFiles } from '../host/files.ts';
import { openedStudy } from '../host/language.ts';
import { studyOf } from '../host/manuscript-study.ts';
import { openSource } from '../host/manuscript-source.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { paintedDrawings } from '../host/paint.ts';
import { print, tell } from '../host/output.ts';
import { endingOf, holdsSomething, inputAt, joinInputs, refuseInput, refuseTarget } from '../host/targets.ts';
import { toldWrong } from '../render/wrong-places.ts';
import type { FillOptions } from './fill.ts';

export async function fillWordFile(
  manuscript: string,
  named: string | undefined,
  options: FillOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const words = said().manuscripts;
  const given = manuscript.replaceAll('\\', '/');
  const read = readBytes(manuscript);
  if ('refusal' in read) throw unreadable(manuscript, read.refusal);
  const opened = openWord(read.content);
  if ('refusal' in opened) throw new FileError(words.word.refused[opened.refusal](manuscript));
  const before = readWordRecord(opened, digestOf);
  const out = (options.output ?? (before === null ? given.replace(/docx$/iu, 'filled.docx') : given)).replaceAll('\\', '/');
  if (endingOf(out) !== 'docx') throw new CallError(words.otherKind(out, 'docx'));
  const file = named ?? studyOf(manuscript, null, 'markdown');
  const study = await openedStudy(file, terminal.asked);
  const own = { origins: [read.origin], paths: [manuscript] };
  // Only what was filled before is written over by itself.
  const again = before !== null && inputAt(out, own) !== null;
  const inputs = again ? study.inputs : joinInputs([study.inputs, own]);
  refuseInput(out, inputs);
  const source = openSource(study, terminal);
  if (source === null) return tellNoNumbers(file, study, terminal);
  const note = words.note(posix.basename(given), posix.basename(study.entry));
  // Once to see which pictures are asked for, and again with their points.
  const drawings = new Set<string>();
  const filledWith = (points: (svg: string) => Uint8Array | null): FilledWord =>
    fillWord(opened, source.of, { digest: digestOf, note, points });
  const seen = filledWith((svg) => {
    drawings.add(svg);
    return null;
  });
  const painted = seen.faults.length > 0 ? new Map<string, Uint8Array>() : await paintedDrawings([...drawings]);
  const filled = painted.size === 0 ? seen : filledWith((svg) => painted.get(svg) ?? null);
  if (filled.faults.length > 0) {
    const told = filled.faults.map((fault: WordFault) => at(manuscript, fault.place, toldWrong(fault)));
    await tell(`${told.join('\n')}\n${words.nothingWritten(filled.faults.length)}\n`);
    return 1;
  }
  if (options.check === true) return check(out, again ? opened : null, filled);
  if (filled.byHand.length > 0 && options.force !== true) {
    const told = filled.byHand.map(({ what, place }) => at(manuscript, place, words.word.byHand(what)));
    await tell(`${told.join('\n')}\n${words.word.keptByHand(filled.byHand.length)}\n`);
    return 1;
  }
  if (!again && !isOurs(out)) {
    if (options.force !== true) throw new FileError(`${words.changedByHand(out)} ${words.word.fillItself(out, file)}`);
    refuseTarget(out, inputs, true);
  }
  await writeFiles([{ path: out, content: filled.bytes }]);
  const names = filled.values.flatMap(([what]) => (what.startsWith('figure:') ? [what.slice('figure:'.length)] : []));
  await tell(`${words.filled(out, filled.values.length - names.length, names)}\n`);
  const errors = source.errors();
  if (errors !== '') await tell(errors);
  return errors === '' ? 0 : 1;
}

const at = (file: string, { part, paragraph, around }: WordPlace, sentence: string): string =>
  said().manuscripts.word.at(file, part, paragraph, around, sentence);

function recordAt(path: string): ReturnType<typeof readWordRecord> {
  const read = readBytes(path);
  const opened = 'refusal' in read ? read : openWord(read.content);
  return 'refusal' in opened ? null : readWordRecord(opened, digestOf);
}

/** Nothing stands there, or what an earlier call wrote and nobody has changed. */
const isOurs = (out: string): boolean => !holdsSomething(out) || recordAt(out)?.untouched === true;

/** `itself`: the file that was filled is the one that is looked at; what its author changed beside the numbers is no matter. */
async function check(out: string, itself: WordFile | null, filled: FilledWord): Promise<ExitCode> {
  const words = said().manuscripts;
  const there = readBytes(out);
  if ('refusal' in there) {
    await print(`${words.notThere(out)}\n`);
    return 1;
  }
  const record = itself === null ? recordAt(out) : readWordRecord(itself, digestOf);
  const told: string[] = [];
  if (itself === null && record?.untouched !== true) told.push(words.handMade(out));
  told.push(...filled.byHand.map(({ what, place }) => at(out, place, words.word.byHand(what))));
  const moved = record === null ? [] : movedBetween(record.values, filled.values);
  const numbers = moved.filter(({ what }) => !what.startsWith('figure:'));
  if (numbers.length > 0)
    told.push(words.numbersMoved(numbers.length), ...numbers.map(({ what, before, now }) => words.moved(what, before, now)));
  told.push(...moved.flatMap(({ what }) => (what.startsWith('figure:') ? [words.figureChanged(`${out}, ${what}`)] : [])));
  if (told.length === 0 && itself === null && digestOf(there.content) !== digestOf(filled.bytes)) told.push(words.textChanged(out));
  await print(`${(told.length === 0 ? [words.same(out)] : told).join('\n')}\n`);
  return told.length === 0 ? 0 : 1;
}
