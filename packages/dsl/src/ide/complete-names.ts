// Names that completion offers for something new: columns that nothing reads yet, inherited names, components of an index.
import { tell, wordsOfProblem, formatName, problemCatalogue, type ColumnSchema } from '@studyspec/core';
import type { ClauseDraft, DeclarationDraft, Draft } from '../syntax/draft.ts';
import * as T from '../syntax/tokens.ts';
import { isName, type Token } from '../syntax/tokens.ts';
import { nameText } from '../syntax/values.ts';
import type { Offer } from './completion.ts';
import { bodyOf, namesOfDraft, type Cursor } from './cursor.ts';
import { usableNames } from './entities.ts';
import { columnDetail, columnMarkdown } from './hover.ts';
import { componentsOf, namesOfSnapshot } from './names.ts';
import { problemList } from './problems.ts';
import { columnText } from './references.ts';
import type { Snapshot } from './snapshot.ts';
import { isColumnClause } from './uses.ts';
import { wordsOf } from './words.ts';

/** Names of a list, without what follows their dots. */
export function namesIn(tokens: readonly Token[]): string[] {
  return tokens.filter((token, at) => isName(token) && tokens[at - 1]?.tokenType !== T.Dot).map((token) => nameText(token.image));
}

/** Components that an index composes, by what its text says. */
export function composedOf(s: Snapshot, index: DeclarationDraft): string[] {
  const name = namesOfDraft(index)[0] ?? '';
  const compose = bodyOf(index).find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'compose');
  const stated = compose === undefined ? [] : namesIn(compose.value);
  return stated.length > 0 ? stated : componentsOf(namesOfSnapshot(s), name);
}

/** Names for a new declaration: columns that nothing reads yet; in a replication what may be refined or dropped. */
export function completeNames(s: Snapshot, cursor: Cursor, offer: Offer, declaration: DeclarationDraft): void {
  const { kind } = declaration.entry;
  if (kind === 'accept') {
    completeCodes(s, offer);
    return;
  }
  const names = namesOfSnapshot(s);
  const here = new Set(cursor.drafts.flatMap((draft) => [...draftNames(draft)]));
  for (const one of usableNames(s)) {
    const inherited = names.named.get(one.name)?.sites.some((site) => site.file !== s.file.path) === true;
    if (
      inherited &&
      !here.has(one.name) &&
      (kind === 'without' || (one.kind === kind && (one.parent === null || cursor.block.name !== 'file')))
    ) {
      offer({
        kind: 'declaration',
        label: one.name,
        insert: formatName(one.name),
        detail: wordsOf(s).completion.inherited(wordsOf(s).kind(one.kind)),
        documentation: one.label,
        rank: 0,
      });
    }
  }
  if (kind !== 'indicator' && kind !== 'category' && kind !== 'number') return;
  const read = columnsRead(s);
  for (const column of s.schema?.columns ?? [])
    if (!read.has(column.name) && !names.named.has(column.name)) offerColumn(s, offer, column, formatName(column.name), 1);
}

/** Codes of warnings and notes: those that the study has first, then every other that may come. */
function completeCodes(s: Snapshot, offer: Offer): void {
  const found = new Map(
    problemList(s)
      .flatMap((problem) => [problem, ...(problem.parts ?? [])])
      .map((problem) => [problem.code, problem]),
  );
  for (const kind of problemCatalogue) {
    if (kind.severity === 'error') continue;
    const here = found.get(kind.code);
    offer({
      kind: 'option',
      label: kind.code,
      insert: kind.code,
      detail: wordsOfProblem(kind.name, s.language).title,
      documentation: here === undefined ? wordsOfProblem(kind.name, s.language).explanation : tell(here, s.language).message,
      rank: here === undefined ? 2 : 0,
    });
  }
}

function* draftNames(draft: Draft): Generator<string> {
  if (draft.type !== 'declaration') return;
  yield* namesOfDraft(draft);
  for (const child of bodyOf(draft)) yield* draftNames(child);
}

function columnsRead(s: Snapshot): ReadonlySet<string> {
  const plan = s.study.compiled.plan;
  return new Set([
    ...(plan?.variables ?? []).flatMap((variable) => variable.column ?? []),
    ...[plan?.data?.id, plan?.data?.cluster, plan?.data?.design?.weight, plan?.data?.design?.stratum].flatMap((name) => name ?? []),
  ]);
}

function offerColumn(s: Snapshot, offer: Offer, column: ColumnSchema, insert: string, rank: number): void {
  offer({
    kind: 'column',
    label: column.name,
    insert,
    detail: columnDetail(wordsOf(s), column),
    documentation: columnMarkdown(s, column.name) ?? '',
    rank,
  });
}

/** Columns of the data, those that nothing reads yet first. */
export function completeColumns(s: Snapshot, offer: Offer, quoted: boolean): void {
  const read = columnsRead(s);
  for (const column of s.schema?.columns ?? [])
    offerColumn(s, offer, column, quoted ? `"${column.name}"` : columnText(column.name), read.has(column.name) ? 2 : 1);
}

/** Inside quotation marks: whether the text is the value of a clause that names a column. */
export function isColumnValue(cursor: Cursor, before: readonly Token[]): boolean {
  const word = before.at(-1);
  return word !== undefined && isName(word) && isColumnClause(word.image, cursor.declarations.at(-1)?.entry.kind ?? '');
}
