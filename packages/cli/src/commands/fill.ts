// `studyspec fill`: a manuscript with its numbers, tables and figures put in, or which of them moved since. The manuscript itself is never
// written. What is put where is core's.
import { posix } from 'node:path';
import {
  fillManuscript,
  movedBetween,
  readRecord,
  withRecord,
  type Fault,
  type FilledManuscript,
  type ManuscriptKind,
  type ManuscriptSource,
} from '@studyspec/core';
import { CallError, FileError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { digestOf, makeFolder, readText, unreadable, writeFiles, type Origin } from '../host/files.ts';
import { openedStudy } from '../host/language.ts';
import { comparedSourceOf, sourceOf } from '../host/manuscript-source.ts';
import { tellNoNumbers } from '../host/no-numbers.ts';
import { print, tell } from '../host/output.ts';
import { comparedListsOf, comparedOf, errorsSoFar, isComparisonFile, resultsOf } from '../host/session.ts';
import { endingOf, holdsSomething, joinInputs, refuseInput, refuseTarget } from '../host/targets.ts';
import { hasErrors, renderDiagnostics } from '../render/diagnostics.ts';

export interface FillOptions {
  readonly output?: string;
  readonly check?: boolean;
  readonly force?: boolean;
}

const KINDS: Readonly<Record<string, ManuscriptKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  tex: 'latex',
};

export async function fill(manuscript: string, file: string, options: FillOptions, terminal: Terminal): Promise<ExitCode> {
  const words = said().manuscripts;
  const ending = endingOf(manuscript) ?? '';
  const kind = Object.hasOwn(KINDS, ending) ? KINDS[ending]! : null;
  if (kind === null) throw new CallError(words.noSuchManuscript(manuscript));
  const given = manuscript.replaceAll('\\', '/');
  const out = (options.output ?? `${given.slice(0, -ending.length)}filled.${given.slice(-ending.length)}`).replaceAll('\\', '/');
  if (KINDS[endingOf(out) ?? ''] !== kind) throw new CallError(words.otherKind(out, ending));
  const { content, origin } = textOf(manuscript);
  const study = await openedStudy(file, terminal.asked);
  const inputs = joinInputs([study.inputs, { origins: [origin], paths: [manuscript] }]);
  refuseInput(out, inputs);
  const source = sourceFor();
  if (source === null) return tellNoNumbers(file, study, terminal);
  const folder = `${posix.basename(out).replace(/\.[^.]+$/u, '')}-figures`;
  const filled = fillManuscript(content, source.of, { kind, quarto: ending === 'qmd', folder, digest: digestOf });
  if (filled.faults.length > 0) {
    await tell(`${filled.faults.map((fault) => toldFault(manuscript, fault)).join('\n')}\n${words.nothingWritten(filled.faults.length)}\n`);
    return 1;
  }
  const note = words.note(posix.basename(given), posix.basename(study.entry));
  const written = withRecord(filled.text, kind, note, { digest: digestOf(filled.text), values: filled.values });
  const pictures = filled.figures.map(({ name, svg }) => ({ path: posix.join(posix.dirname(out), folder, name), content: svg }));
  if (options.check === true) return check(out, written, filled, pictures, kind);
  for (const { path } of pictures) refuseInput(path, inputs);
  if (!isOurs(out, kind)) {
    if (options.force !== true) throw new FileError(words.changedByHand(out));
    refuseTarget(out, inputs, true);
  }
  if (pictures.length > 0) makeFolder(posix.join(posix.dirname(out), folder));
  writeFiles([...pictures, { path: out, content: written }]);
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

  function sourceFor(): { readonly of: ManuscriptSource; readonly errors: () => string } | null {
    if (isComparisonFile(study)) {
      const results = comparedOf(study);
      if (results === null) return null;
      const { problems } = comparedListsOf(study, results);
      const errors = problems.filter((problem) => problem.severity === 'error');
      return {
        of: comparedSourceOf(results),
        errors: () => (hasErrors(errors) ? renderDiagnostics(errors, study.texts, terminal.err) : ''),
      };
    }
    const results = resultsOf(study);
    if (results === null) return null;
    return {
      of: sourceOf(study, results),
      errors: () => {
        const errors = errorsSoFar(study, results);
        return errors.length > 0 ? renderDiagnostics(errors, study.texts, terminal.err) : '';
      },
    };
  }
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
function isOurs(out: string, kind: ManuscriptKind): boolean {
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
  kind: ManuscriptKind,
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
  const { faults } = said().manuscripts;
  const { line, column } = fault.place;
  return faults.at(file, line, column, sentence());

  function sentence(): string {
    switch (fault.is) {
      case 'unclosed':
        return faults.unclosed;
      case 'no address':
        return faults.noAddress(fault.given);
      case 'nothing there':
        return faults.nothingThere(fault.address, fault.near);
      case 'no value':
        return faults.noValue(fault.address, fault.reason === '' ? '' : said().problems.reason(fault.reason));
      case 'no format':
        return faults.noFormat(fault.given, fault.formats, fault.near);
      case 'no table':
        return faults.noTable(fault.name, fault.among);
      case 'no figure':
        return faults.noFigure(fault.name, fault.among);
      case 'format of a part':
        return faults.formatOfPart(fault.given);
    }
  }
}
