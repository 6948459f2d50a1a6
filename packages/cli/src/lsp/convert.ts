// From offsets to positions and back, and from the editor service's plain values to the protocol's. Positions count UTF-16 units.
import { language } from '../base/speech.ts';
import {
  editorWords,
  tell,
  tellElsewhere,
  tellWhole,
  mostImportant,
  type Edit,
  type Problem,
  type Severity,
  type Span,
} from '@studyspec/core';
import type { Completion, CompletionKind, Hint, SemanticToken, SymbolNode, TextEdit as PlainEdit } from '@studyspec/dsl';
import {
  CompletionItemKind,
  DiagnosticSeverity,
  DocumentSymbol,
  InlayHint,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
  type CompletionItem,
  type Diagnostic,
  type Location,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { leftText } from '../render/diagnostics.ts';

export interface Documents {
  documentOf(path: string): TextDocument | null;
  uriOf(path: string): string;
}

export function rangeOf(document: TextDocument, span: Span): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

export function spanOf(document: TextDocument, range: Range): Span {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** Null when the file is not known (any more). */
export function locationOf(documents: Documents, place: { readonly file: string; readonly span: Span }): Location | null {
  const document = documents.documentOf(place.file);
  return document === null ? null : { uri: documents.uriOf(place.file), range: rangeOf(document, place.span) };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What a problem sums up is shown as links below it; the first stand for all. */
const PARTS = 5;

/** Of one file. Where there are very many, those that matter most, and how many are not shown at the head of the file. */
export function diagnosticsOf(
  documents: Documents,
  document: TextDocument,
  problems: readonly Problem[],
  rowOf: (problem: Problem) => Location | null,
): Diagnostic[] {
  const { shown, left } = mostImportant(problems);
  const diagnostics = shown.map((problem) => diagnosticOf(documents, document, problem, rowOf(problem)));
  return left.length === 0
    ? diagnostics
    : [
        {
          range: rangeOf(document, { start: 0, end: 0 }),
          severity: DiagnosticSeverity.Information,
          source: 'studyspec',
          message: leftText(left),
        },
        ...diagnostics,
      ];
}

export function diagnosticOf(documents: Documents, document: TextDocument, problem: Problem, row: Location | null = null): Diagnostic {
  const parts = (problem.parts ?? [])
    .slice(0, PARTS)
    .flatMap((part) =>
      part.place === undefined ? [] : [{ message: `${part.code}: ${tell(part, language()).message}`, place: part.place }],
    );
  const inData =
    row === null
      ? []
      : [{ message: editorWords(language()).server.dataRow(problem.data!.row!, problem.data?.column ?? null), location: row }];
  const related = [
    ...inData,
    ...[...(problem.related ?? []).map(({ says, place }) => ({ message: tellElsewhere(says, language()), place })), ...parts].flatMap(
      ({ message, place }) => {
        const location = locationOf(documents, place);
        return location === null ? [] : [{ message, location }];
      },
    ),
  ];
  return {
    range: rangeOf(document, problem.place?.span ?? { start: 0, end: 0 }),
    severity: severities[problem.severity],
    code: problem.code,
    source: 'studyspec',
    message: tellWhole(problem, language()),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    data: { name: problem.name, ...(problem.data === undefined ? {} : { data: problem.data }) },
  };
}

export function workspaceEditOf(documents: Documents, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = Object.create(null) as Record<string, TextEdit[]>;
  for (const edit of edits) {
    const document = documents.documentOf(edit.file);
    if (document !== null) (changes[documents.uriOf(edit.file)] ??= []).push({ range: rangeOf(document, edit.span), newText: edit.text });
  }
  return { changes };
}

export function textEditsOf(document: TextDocument, edits: readonly PlainEdit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }));
}

export const markdown = (value: string): { kind: typeof MarkupKind.Markdown; value: string } => ({ kind: MarkupKind.Markdown, value });

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  kind: CompletionItemKind.Keyword,
  clause: CompletionItemKind.Keyword,
  option: CompletionItemKind.EnumMember,
  declaration: CompletionItemKind.Variable,
  level: CompletionItemKind.EnumMember,
  component: CompletionItemKind.Class,
  quantity: CompletionItemKind.Property,
  column: CompletionItemKind.Field,
  code: CompletionItemKind.Value,
  argument: CompletionItemKind.Value,
  language: CompletionItemKind.Unit,
};

/**
 * What is typed is held against this. A list that shows itself closes once a first word is whole, or a text closed: the rest is not typed
 * into it.
 */
function filterOf(document: TextDocument, one: Completion, unasked: boolean): string {
  const quoted = one.replace.end > one.replace.start && /["“＂]/u.test(document.getText().charAt(one.replace.start));
  return quoted ? one.insert.slice(0, -1) : unasked ? one.label.split(' ', 1)[0]! : one.label;
}

export function completionItemOf(document: TextDocument, one: Completion, unasked = false): CompletionItem {
  return {
    label: one.label,
    kind: completionKinds[one.kind],
    sortText: one.sort,
    filterText: filterOf(document, one, unasked),
    insertTextFormat: one.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(document, one.replace), newText: one.insert },
    ...(one.detail === undefined ? {} : { detail: one.detail }),
    ...(one.documentation === undefined ? {} : { documentation: markdown(one.documentation) }),
  };
}

export function inlayHintOf(document: TextDocument, hint: Hint): InlayHint {
  return {
    position: document.positionAt(hint.offset),
    label: hint.text,
    ...(hint.tooltip === '' ? {} : { tooltip: markdown(hint.tooltip) }),
    ...(hint.before ? { paddingRight: true } : { paddingLeft: true }),
    data: { stale: hint.stale, tone: hint.tone },
  };
}

/** What outline and search show for each kind of declaration; whatever is not listed is a field. */
const symbolKinds: Readonly<Partial<Record<SymbolNode['kind'], SymbolKind>>> = {
  study: SymbolKind.Module,
  framework: SymbolKind.Module,
  source: SymbolKind.String,
  data: SymbolKind.File,
  scale: SymbolKind.TypeParameter,
  dimension: SymbolKind.Namespace,
  indicator: SymbolKind.Variable,
  category: SymbolKind.Enum,
  level: SymbolKind.EnumMember,
  number: SymbolKind.Number,
  block: SymbolKind.Package,
  index: SymbolKind.Class,
  component: SymbolKind.Property,
  compare: SymbolKind.Method,
  regression: SymbolKind.Function,
  hypothesis: SymbolKind.Boolean,
  quantity: SymbolKind.Number,
  claim: SymbolKind.Boolean,
  published: SymbolKind.Object,
  table: SymbolKind.Array,
  row: SymbolKind.Array,
  map: SymbolKind.Interface,
};

export function symbolKindOf(kind: SymbolNode['kind']): SymbolKind {
  return symbolKinds[kind] ?? SymbolKind.Field;
}

export function documentSymbolOf(document: TextDocument, node: SymbolNode): DocumentSymbol {
  return {
    name: node.name === '' ? node.kind : node.name,
    detail: node.detail,
    kind: symbolKindOf(node.kind),
    range: rangeOf(document, node.span),
    selectionRange: rangeOf(document, node.nameSpan),
    children: node.children.map((child) => documentSymbolOf(document, child)),
  };
}

/** The protocol's five numbers a token, each relative to the one before. A token that spans lines is cut at their ends. */
export function encodeTokens(document: TextDocument, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of tokens) {
    const start = document.positionAt(span.start);
    const end = document.positionAt(span.end);
    for (let row = start.line; row <= end.line; row += 1) {
      const from = row === start.line ? start.character : 0;
      const to =
        row === end.line
          ? end.character
          : document.positionAt(document.offsetAt({ line: row, character: Number.MAX_SAFE_INTEGER })).character;
      if (to <= from) continue;
      data.push(row - line, row === line ? from - character : from, to - from, type, modifiers);
      line = row;
      character = from;
    }
  }
  return data;
}
