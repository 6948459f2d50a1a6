// `studyspec init`: a first spec for a data file. What is proposed is dsl's; here are files, and the check that what is written runs.
import {
  cellText,
  noSuchTable,
  readData,
  severalSheets,
  type FileRefusal,
  type Frame,
  type Problem,
  type ReadOptions,
} from '@studyspec/core';
import { foundIn, newStudy, openStudy, resultsOf, type NewStudy, type NewStudyInput } from '@studyspec/dsl';
import { dirname, relative, resolve } from 'node:path';
import { CallError, type ExitCode } from '../base/exit.ts';
import { language, said } from '../base/speech.ts';
import { readAnswers } from '../host/answers.ts';
import { codebookRows } from '../host/codebook-rows.ts';
import { readBytes, unreadable, writeFiles, type Reading } from '../host/files.ts';
import { printFile, tell } from '../host/output.ts';
import { endingOf, refuseInput, refuseTarget, type Inputs } from '../host/targets.ts';
import type { Terminal } from '../base/terminal.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';

export interface InitOptions {
  readonly output?: string;
  readonly codebook?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly table?: string;
  readonly force?: boolean;
}

/** A draft is checked and mended so often; each time something more is left out, so the last is clean. */
const ROUNDS = 5;

export async function init(data: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const out = options.output;
  if (endingOf(data) === 'study') throw new CallError(said().wrong.specNotData(data), `studyspec check ${data}`);
  if (out !== undefined) {
    const inputs: Inputs = { origins: [], paths: [data, ...(options.codebook === undefined ? [] : [options.codebook])] };
    const ending = endingOf(out);
    refuseInput(out, inputs);
    if (ending !== null && ending !== 'study') throw new CallError(said().wrong.onlyStudyFiles('init', ending, out));
    refuseTarget(out, inputs, options.force === true);
  }
  const read = readBytes(data);
  if ('refusal' in read) throw unreadable(data, read.refusal);
  const how: ReadOptions = {
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(options.table === undefined ? {} : { table: options.table }),
  };
  const { frame, problems } = readAnswers(how, data, data, read);
  if (frame === null || hasErrors(problems)) {
    await tell(`${renderDiagnostics(problems, new Map(), terminal.err)}\n${said().nothing.ofData(countText(problems))}\n`);
    const sheets = problems.find(({ code }) => code === severalSheets.code)?.facts as { readonly sheets?: unknown } | undefined;
    const names = Array.isArray(sheets?.sheets) ? (sheets.sheets as { readonly name: string; readonly rows: number }[]) : [];
    const fullest = [...names].sort((a, b) => b.rows - a.rows)[0];
    if (fullest !== undefined) await tell(`${said().nothing.whichSheet(data, fullest.name)}\n`);
    const table = problems.find(({ code }) => code === noSuchTable.code)?.facts as
      | { readonly tables?: readonly string[] | null }
      | undefined;
    if (table?.tables?.[0] !== undefined) await tell(`${said().nothing.whichTable(data, table.tables[0])}\n`);
    return 1;
  }
  const dataFile = relative(out === undefined ? '.' : dirname(resolve(out)), resolve(data)).replaceAll('\\', '/');
  const { draft, left } = checked({ frame, dataFile, codebook: codebookOf(options.codebook, frame), ...how }, data, read);
  if (out === undefined) await printFile(draft.text);
  else await writeFiles([{ path: out, content: draft.text }]);
  await tell(summary(draft, out));
  if (left.length > 0) {
    await tell(`${renderDiagnostics(left, new Map([['new.study', draft.text]]), terminal.err)}\n`);
    return 1;
  }
  return 0;
}

/** What the check of a draft finds wrong is left out of the next; what cannot be, is told. */
function checked(
  input: NewStudyInput,
  data: string,
  read: Exclude<Reading<Uint8Array>, { readonly refusal: FileRefusal }>,
): { readonly draft: NewStudy; readonly left: readonly Problem[] } {
  const without = new Map<string, string>();
  for (let round = 1; ; round++) {
    const draft = newStudy({ ...input, without, language: language() });
    const study = openStudy('new.study', {
      text: (path) => (path === 'new.study' ? { content: draft.text } : { refusal: { is: 'missing' } }),
      answers: ({ name }, options) => readAnswers(options, name, data, read),
    });
    const errors = foundIn(study, resultsOf(study)).filter(({ severity }) => severity === 'error');
    const before = without.size;
    for (const { at, code } of errors) {
      const [name = ''] = (at ?? '').split('/');
      const column = draft.columns.get(name);
      if (column !== undefined) without.set(column, code);
    }
    if (errors.length === 0 || round === ROUNDS || without.size === before) return { draft, left: errors };
  }
}

function codebookOf(file: string | undefined, frame: Frame): NewStudyInput['codebook'] {
  if (file === undefined) return null;
  if (!/\.xls[xm]?$/iu.test(file)) return codebookRows(file);
  const read = readBytes(file);
  if ('refusal' in read) throw unreadable(file, read.refusal);
  const sheet = (name: string): string[][] | null => {
    const { frame: found } = readData(read.content, file, { sheet: name });
    return found === null ? null : rowsOf(found);
  };
  const [survey, choices] = [sheet('survey'), sheet('choices')];
  if (survey !== null) return { survey, choices: choices ?? [] };
  const { frame: only } = readData(read.content, file);
  if (only === null || only.file === frame.file) throw new CallError(said().wrong.neitherCodebookNorForm(file));
  return rowsOf(only);
}

const rowsOf = (frame: Frame): string[][] => [
  frame.columns.map(({ name }) => name),
  ...Array.from({ length: frame.rows }, (_, row) => frame.columns.map((column) => cellText(column, row) ?? '')),
];

/** So many columns are named. */
const NAMED = 12;

function summary(draft: NewStudy, out: string | undefined): string {
  const { written } = said();
  const { aside } = draft;
  return (
    `${written.draft(out ?? null, draft)}\n` +
    (aside.length === 0 ? '' : `${written.notDeclared(aside.slice(0, NAMED), Math.max(0, aside.length - NAMED))}\n`)
  );
}
