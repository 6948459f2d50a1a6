// Manuscripts that are open in an editor: which study each belongs to, what completion and hover say between its braces, what is wrong
// there. The study is followed as if it were open; it is never shown in its stead. What is put where is core's.
import {
  numberAsked,
  numberFormats,
  partAsked,
  partsOfReport,
  placeholdersIn,
  rangeAt,
  reportOf,
  studyBeside,
  studyNamedIn,
  suggest,
  editorWords,
  type ManuscriptSource,
  type Placeholder,
  type ReportDocument,
  type Span,
  type TextKind,
  type Wrong,
} from '@studyspec/core';
import { addressCompletions, addressHover, joinPath, parseRespondentAddress, type Snapshot } from '@studyspec/dsl';
import {
  CompletionItemKind,
  DiagnosticSeverity,
  type CompletionItem,
  type Connection,
  type Diagnostic,
  type Hover,
} from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { language } from '../base/speech.ts';
import { addressOf, numbersAt } from '../host/addresses.ts';
import { toldWrong } from '../render/wrong-places.ts';
import { completionItemOf, markdown, rangeOf } from './convert.ts';
import { isFile, pathOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

export interface Manuscripts {
  /** Whether such a document is one, whatever stands in it. */
  is(uri: string, languageId: string): boolean;
  has(path: string): boolean;
  open(uri: string, languageId: string, version: number, text: string): void;
  edit(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  /** Text or numbers of a study have become others. */
  studyChanged(path: string): void;
  complete(path: string, offset: (document: TextDocument) => number): CompletionItem[];
  hover(path: string, offset: (document: TextDocument) => number): Hover | null;
}

interface Open {
  readonly uri: string;
  readonly kind: TextKind;
  document: TextDocument;
  study: string | null;
  /** It names its study itself: then everything between double braces is meant for it. */
  named: boolean;
  told: string;
}

const KINDS: Readonly<Record<string, TextKind>> = { md: 'markdown', markdown: 'markdown', qmd: 'markdown', rmd: 'markdown', tex: 'latex' };
/** Such files, as an editor is asked for them. */
export const MANUSCRIPTS = '**/*.{md,markdown,qmd,rmd,Rmd,tex}';
/** What other programs write between double braces has no dot within a name, and no `table:`. */
const MEANT = /^(?:(?:table|figure)\s*:|[\p{L}_`][^\s.]*\.[\p{L}_`])/u;

const kindOf = (path: string): TextKind | null => KINDS[/\.([a-z]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null;

export function openManuscripts(connection: Connection, workspace: Workspace): Manuscripts {
  const all = new Map<string, Open>();
  const reports = new WeakMap<object, ReportDocument>();

  /** The study that it names, else the one beside it; nothing where it asks for nothing. */
  function findStudy(path: string, one: Open): void {
    const text = one.document.getText();
    const named = text.includes('{{') ? studyNamedIn(text, one.kind) : null;
    one.named = named !== null;
    const study = !text.includes('{{') || !isFile(path) ? null : named === null ? besideOf(path) : joinPath(path, named);
    if (study === one.study) return;
    const before = one.study;
    one.study = study;
    if (before !== null && ![...all.values()].some((other) => other.study === before)) workspace.unfollow(before);
    if (study !== null) workspace.follow(study);
  }

  function besideOf(path: string): string | null {
    const studies = workspace.studiesIn(path.slice(0, path.lastIndexOf('/')));
    const found = studyBeside(nameOf(path), studies.map(nameOf));
    return found === null ? null : joinPath(path, found);
  }

  const snapshotOf = (one: Open): Snapshot | null => (one.study === null ? null : workspace.snapshot(one.study));

  function sourceOf(s: Snapshot): ManuscriptSource | null {
    const results = s.numbers?.results;
    if (results === undefined) return null;
    const { compiled, entry } = s.study;
    return {
      at: (text) => {
        const address = addressOf(text);
        if (address === null) return { is: 'no address' };
        const found = numbersAt({ compiled, entry }, results.quantities, text, address);
        const [one] = found;
        if (one === undefined) return { is: 'nothing', near: suggest(results.quantities, text) };
        if (found.length > 1) return { is: 'nothing', near: found.slice(0, 5).map((each) => each.address) };
        return { is: 'quantity', quantity: one, range: rangeAt(addressOf(one.address) ?? address) };
      },
      report: () => {
        let report = reports.get(results);
        if (report === undefined) reports.set(results, (report = reportOf(results, { language: language(), figures: true })));
        return report;
      },
    };
  }

  function publish(one: Open): void {
    const s = snapshotOf(one);
    // Of an address that has no number yet nothing is said.
    if (s?.numbers?.partial === true) return;
    const source = s === null ? null : sourceOf(s);
    const diagnostics = source === null ? [] : diagnosticsOf(one, source);
    const told = JSON.stringify(diagnostics);
    if (told === one.told) return;
    one.told = told;
    void connection.sendDiagnostics({ uri: one.uri, version: one.document.version, diagnostics });
  }

  function diagnosticsOf(one: Open, source: ManuscriptSource): Diagnostic[] {
    const text = one.document.getText();
    const { placeholders, unclosed } = placeholdersIn(text, one.kind);
    const at = (span: Span, wrong: Wrong): Diagnostic => ({
      range: rangeOf(one.document, span),
      severity: wrong.is === 'no value' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
      source: 'studyspec',
      message: toldWrong(wrong),
    });
    return [
      ...unclosed.map((start) => at({ start, end: start + 2 }, { is: 'unclosed' })),
      ...placeholders.flatMap((placeholder) => {
        // Answers of single respondents are not kept for an editor.
        if (!one.named && !MEANT.test(placeholder.name)) return [];
        if (placeholder.kind === 'number' && parseRespondentAddress(placeholder.name) !== null) return [];
        const found = placeholder.kind === 'number' ? numberAsked(source, placeholder, one.kind) : partAsked(source, placeholder);
        return 'is' in found ? [at(found.is === 'no format' ? formatSpan(text, placeholder) : nameSpan(text, placeholder), found)] : [];
      }),
    ];
  }

  return {
    is: (uri, languageId) => languageId !== 'studyspec' && kindOf(pathOf(uri)) !== null,
    has: (path) => all.has(path),
    open(uri, languageId, version, text) {
      const path = pathOf(uri);
      const document = TextDocument.create(uri, languageId, version, text);
      const one: Open = { uri, kind: kindOf(path)!, document, study: null, named: false, told: '[]' };
      all.set(path, one);
      findStudy(path, one);
      publish(one);
    },
    edit(uri, version, changes) {
      const path = pathOf(uri);
      const one = all.get(path);
      if (one === undefined) return;
      one.document = TextDocument.update(one.document, [...changes], version);
      findStudy(path, one);
      publish(one);
    },
    close(uri) {
      const path = pathOf(uri);
      const one = all.get(path);
      all.delete(path);
      if (one === undefined) return;
      if (one.study !== null && ![...all.values()].some((other) => other.study === one.study)) workspace.unfollow(one.study);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    studyChanged(study) {
      for (const one of all.values()) if (one.study === study) publish(one);
    },
    complete(path, offsetOf) {
      const one = all.get(path);
      if (one !== undefined) findStudy(path, one);
      const s = one === undefined ? null : snapshotOf(one);
      return one === undefined || s === null ? [] : completionsIn(one, s, sourceOf(s), offsetOf(one.document));
    },
    hover(path, offsetOf) {
      const one = all.get(path);
      if (one !== undefined) findStudy(path, one);
      const s = one === undefined ? null : snapshotOf(one);
      const source = s === null ? null : sourceOf(s);
      if (one === undefined || s === null || source === null) return null;
      const text = one.document.getText();
      const offset = offsetOf(one.document);
      const placeholder = placeholdersIn(text, one.kind).placeholders.find(({ start, end }) => start <= offset && offset <= end);
      if (placeholder === undefined) return null;
      const said = saidOf(s, source, placeholder, offset - nameSpan(text, placeholder).start);
      return said === null ? null : { contents: markdown(said), range: rangeOf(one.document, placeholder) };
    },
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The value as it will stand there, what it is, of which study. */
function saidOf(s: Snapshot, source: ManuscriptSource, placeholder: Placeholder, at: number): string | null {
  const words = editorWords(language()).manuscript;
  const study = nameOf(s.study.entry);
  const stale = s.numbers?.stale === true ? `\n\n*${editorWords(language()).hover.stale}*` : '';
  if (placeholder.kind !== 'number') {
    const found = partAsked(source, placeholder);
    return 'is' in found ? null : `**${found.block.title.replace(/[*_`[\]]/gu, '\\$&')}**\n\n${words.part(found.kind, study)}${stale}`;
  }
  const found = numberAsked(source, placeholder, 'word');
  if ('is' in found) return null;
  const { name } = placeholder;
  // On a format or a brace: of the number itself, which is the last name before its brackets.
  const inside = at >= 0 && at <= name.length ? at : (/^[^(]*/u.exec(name)?.[0].length ?? name.length);
  const more = addressHover(s, name, inside)?.markdown ?? null;
  return `${words.stands(found.filled[1], study)}${more === null ? '' : `\n\n${more}`}${stale}`;
}

/** What may stand at the caret between braces, open or closed. */
function completionsIn(one: Open, s: Snapshot, source: ManuscriptSource | null, offset: number): CompletionItem[] {
  const text = one.document.getText();
  const open = text.lastIndexOf('{{', offset - 1);
  const between = open < 0 ? '' : text.slice(open + 2, offset);
  if (open < 0 || open + 2 > offset || /\}\}|\n[ \t]*\r?\n/u.test(between)) return [];
  // In code, in a comment, behind a backslash nothing is filled.
  const [probe] = placeholdersIn(`${text.slice(0, open)}{{ a.b }}`, one.kind).placeholders.slice(-1);
  if (probe?.start !== open) return [];
  const start = open + 2 + (/^\s*/u.exec(between)?.[0].length ?? 0);
  const rest = /^[^{}|\n\r]*?(?=\s*(?:\}|\||[\r\n]|$))/u.exec(text.slice(offset))?.[0] ?? '';
  const bare = between.replace(/`[^`]*`|"[^"]*"/gu, (quoted) => '_'.repeat(quoted.length));
  const bar = bare.lastIndexOf('|');
  if (bar >= 0) return formatItems(one, source, text.slice(start, open + 2 + bar).trim(), open + 2 + bar + 1, offset, rest);
  const typed = text.slice(start, offset);
  const parts =
    /[.(]/u.test(typed) || source === null
      ? []
      : partsOfReport(source.report()).map(
          ({ kind, name, title }): CompletionItem => ({
            label: `${kind}:${name}`,
            kind: kind === 'table' ? CompletionItemKind.Struct : CompletionItemKind.Color,
            detail: title,
            sortText: `9${kind}:${name}`,
            textEdit: { range: rangeOf(one.document, { start, end: offset + rest.length }), newText: `${kind}:${name}` },
          }),
        );
  if (/^(?:table|figure)\s*:/u.test(typed)) return parts;
  const items = addressCompletions(s, typed + rest, typed.length).map((found) =>
    completionItemOf(one.document, { ...found, replace: { start: found.replace.start + start, end: found.replace.end + start } }),
  );
  return [...items, ...parts];
}

/** Formats behind the bar, each with the number as it would stand. */
function formatItems(
  one: Open,
  source: ManuscriptSource | null,
  name: string,
  from: number,
  offset: number,
  rest: string,
): CompletionItem[] {
  const text = one.document.getText();
  const blank = /^\s*/u.exec(text.slice(from, offset))![0].length;
  const range = rangeOf(one.document, { start: from + blank, end: offset + rest.length });
  const gap = blank === 0 ? ' ' : '';
  return [...numberFormats.filter((format) => format !== 'plain'), '2', '3', 'percent 0', 'plain'].map((format, at): CompletionItem => {
    const found = source === null ? null : numberAsked(source, { kind: 'number', name, format }, 'word');
    return {
      label: format,
      kind: CompletionItemKind.EnumMember,
      sortText: String(at).padStart(2, '0'),
      ...(found === null || 'is' in found ? {} : { detail: found.filled[1] }),
      textEdit: { range, newText: `${gap}${format}` },
    };
  });
}

function nameSpan(text: string, { start, end, name, kind }: Placeholder): Span {
  const whole = text.slice(start, end);
  const at = whole.indexOf(name, kind === 'number' ? 2 : whole.indexOf(':'));
  return at < 0 || name === '' ? { start, end } : { start: start + at, end: start + at + name.length };
}

function formatSpan(text: string, { start, end, format }: Placeholder): Span {
  const at = text.slice(start, end).lastIndexOf(format ?? '');
  return at < 0 || format === '' ? { start, end } : { start: start + at, end: start + at + format!.length };
}
