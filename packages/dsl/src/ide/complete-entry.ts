// Completion of what begins an entry: kinds of declaration, clauses, and what a declaration's own line takes.
import { formatName } from '@studyspec/core';
import type { DeclarationDraft } from '../syntax/draft.ts';
import * as T from '../syntax/tokens.ts';
import { isName, type Token } from '../syntax/tokens.ts';
import { nameText } from '../syntax/values.ts';
import type { EngineEntry } from '../syntax/engine-words.ts';
import {
  clauseIn,
  clauses,
  isFurtherFile,
  kinds,
  mapClauses,
  type ClauseEntry,
  type ClauseWord,
  type Kind,
  type KindEntry,
} from '../syntax/vocabulary.ts';
import { completeAddress, completeHeads, templateOf } from './complete-address.ts';
import { completeFigures, completeFormula } from './complete-condition.ts';
import { completeNames, composedOf } from './complete-names.ts';
import type { Offer } from './completion.ts';
import { bodyOf, callAround, headsOf, namesOfDraft, usedClauses, type Cursor } from './cursor.ts';
import { usableNames } from './entities.ts';
import { namesOfSnapshot } from './names.ts';
import { clauseSnippets, inSnippet, kindSnippets } from './snippets.ts';
import type { Snapshot } from './snapshot.ts';
import { told, wordsOf } from './words.ts';

/** Where an entry may begin. */
export function completeEntry(s: Snapshot, cursor: Cursor, offer: Offer, after: readonly Token[]): void {
  const { block } = cursor;
  const caret = cursor.tokens[cursor.at];
  if (block.name === 'file') {
    if (after.length === 0) completeKinds(s, cursor, offer);
    return;
  }
  if (block.items === 'map') {
    completeMap(s, cursor, offer, after);
    return;
  }
  if (block.name === 'levels') {
    completeMappedLevels(s, cursor, offer);
    return;
  }
  const owner = cursor.owner;
  if (owner?.type === 'declaration') {
    const used = usedClauses(owner, caret);
    for (const entry of block.clauses.values())
      if (fits(owner, entry.word) && (!used.has(entry.word) || isFurtherFile(entry.word))) offerClause(s, offer, entry);
    for (const kind of block.declarations) offerKind(s, offer, kind as Kind, 1);
  }
  if (owner?.type === 'clause') {
    const given = new Set(bodyOf(owner).flatMap((draft) => (draft.type === 'clause' && draft.first !== caret ? [draft.entry] : [])));
    for (const entry of block.clauses.values()) if (!given.has(entry)) offerClause(s, offer, entry);
  }
  if (block.items === 'claim') completeAddress(s, cursor, offer, false);
  else if (block.items === 'row' && after.length === 0) completeHeads(s, cursor, offer, 'row', templateOf(cursor), headsOf(cursor));
  else if (block.items === 'weight') completeWeights(s, cursor, offer);
}

function offerKind(s: Snapshot, offer: Offer, kind: Kind, rank: number): void {
  const doc = told(s, kinds[kind].doc);
  offer({
    kind: 'kind',
    label: kind,
    insert: kindSnippets[kind](wordsOf(s).written),
    snippet: true,
    detail: doc,
    documentation: `${doc}\n\n\`\`\`study\n${kinds[kind].example}\n\`\`\``,
    rank,
  });
}

function offerClause(s: Snapshot, offer: Offer, entry: ClauseEntry): void {
  const doc = told(s, entry.doc);
  const snippet = clauseSnippets[entry.word];
  const insert = snippet ?? (entry.shape === 'flag' ? entry.word : `${entry.word} `);
  offer({
    kind: 'clause',
    label: entry.word,
    insert,
    snippet: snippet?.includes('$') === true,
    detail: doc,
    documentation: `${doc}\n\n\`\`\`study\n${entry.example}\n\`\`\``,
    rank: 0,
  });
}

const ONCE: ReadonlySet<Kind> = new Set(['source', 'data', 'studyspec', 'seed', 'report', 'map']);

/** Kinds of the file: those that may stand once are offered once. */
function completeKinds(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const there = new Set(cursor.drafts.flatMap((draft) => (draft.type === 'declaration' ? [draft.entry.kind] : [])));
  const replicates = s.study.chain.length > 1;
  const headed = there.has('study') || there.has('framework');
  for (const kind of cursor.block.declarations as ReadonlySet<Kind>) {
    if ((kind === 'study' || kind === 'framework') && headed) continue;
    if (ONCE.has(kind) && there.has(kind)) continue;
    if (kind === 'data' && there.has('framework')) continue;
    if ((kind === 'without' || kind === 'map') && !replicates) continue;
    offerKind(s, offer, kind, headed ? 1 : kind === 'study' || kind === 'framework' ? 0 : 2);
  }
}

function completeMap(s: Snapshot, cursor: Cursor, offer: Offer, after: readonly Token[]): void {
  if (after.some(isName)) {
    for (const word of mapClauses) if (!after.some((token) => token.image === word)) offerClause(s, offer, clauses[word]);
    return;
  }
  const mapped = headsOf(cursor);
  for (const one of usableNames(s))
    if (['indicator', 'category', 'number'].includes(one.kind) && !mapped.has(one.name))
      offer({
        kind: 'declaration',
        label: one.name,
        insert: formatName(one.name),
        detail: wordsOf(s).kind(one.kind),
        documentation: one.label,
        rank: 1,
      });
}

/** The category whose levels a map line codes. */
export function mappedCategory(cursor: Cursor): string | null {
  const head = cursor.owner?.type === 'item' ? cursor.owner.head.find(isName) : undefined;
  return head === undefined ? null : nameText(head.image);
}

function completeMappedLevels(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const category = mappedCategory(cursor);
  const given = headsOf(cursor);
  for (const level of namesOfSnapshot(s)
    .named.get(category ?? '')
    ?.levels.keys() ?? []) {
    if (!given.has(level))
      offer({
        kind: 'level',
        label: level,
        insert: `${inSnippet(formatName(level))} = $0`,
        snippet: true,
        detail: wordsOf(s).completion.levelOf(category!),
        rank: 0,
      });
  }
}

/** What a figure is given for: components or members of an index, levels of a category. */
function completeWeights(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const given = headsOf(cursor);
  const owner = cursor.declarations.at(-1);
  if (owner?.entry.kind === 'category') {
    for (const level of namesOfSnapshot(s)
      .named.get(namesOfDraft(owner)[0] ?? '')
      ?.levels.keys() ?? [])
      if (!given.has(level))
        offer({
          kind: 'level',
          label: level,
          insert: `${inSnippet(formatName(level))} = $0`,
          snippet: true,
          detail: wordsOf(s).completion.part('level'),
          rank: 1,
        });
    return;
  }
  const index = cursor.declarations.findLast((one) => one.entry.kind === 'index');
  if (index === undefined) return;
  const components = composedOf(s, index);
  const members = s.study.compiled.context?.composites.get(namesOfDraft(index)[0] ?? '')?.members ?? [];
  const kind = components.length > 0 ? 'component' : 'declaration';
  for (const name of components.length > 0 ? components : members)
    if (!given.has(name))
      offer({
        kind,
        label: name,
        insert: `${inSnippet(formatName(name))} = $0`,
        snippet: true,
        detail: wordsOf(s).completion.part(kind === 'component' ? 'component' : 'member'),
        rank: 1,
      });
}

/** After the word that begins a declaration: its name, its label, its clauses. Whether the line may end there. */
export function completeHead(s: Snapshot, cursor: Cursor, offer: Offer, declaration: DeclarationDraft, before: readonly Token[]): boolean {
  const { entry } = declaration;
  const last = before.at(-1);
  if (entry.formula && before.some((token) => token.tokenType === T.Equals))
    return !(entry.kind === 'quantity' ? completeFigures(s, cursor, offer, last) : completeFormula(s, cursor, offer, last));
  if (entry.names !== 'none' && (!before.some(isName) || (entry.names === 'many' && last?.tokenType === T.Comma))) {
    if (!before.some((token) => token.tokenType === T.Text)) completeNames(s, cursor, offer, declaration);
    return false;
  }
  if (entry.engines.length > 0 && before.length === 0) {
    completeEngines(s, cursor, offer, entry);
    return false;
  }
  const call = callAround(cursor.tokens, cursor.at);
  const inAddress = call !== null || last?.tokenType === T.Dot;
  const wantsTemplate = entry.template && !before.some(isName) && before.some((token) => token.tokenType === T.Text);
  if (entry.template && (inAddress || !before.some(isName))) {
    if (before.some((token) => token.tokenType === T.Text)) completeAddress(s, cursor, offer, true);
    if (inAddress) return false;
  }
  if (last?.tokenType === T.Text) completeLanguages(s, cursor, offer, before);
  if (inAddress) return false;
  const wantsEnds = entry.kind === 'scale' && !before.some((token) => token.tokenType === T.NumberToken);
  if (wantsEnds)
    offer({
      kind: 'option',
      label: '1..5',
      insert: `\${1:1}..\${2:5} "\${3:${wordsOf(s).written.low}}" .. "\${4:${wordsOf(s).written.high}}"`,
      snippet: true,
      detail: wordsOf(s).completion.ends,
      rank: 0,
    });
  offerHeadClauses(s, cursor, offer, declaration);
  return !wantsTemplate && !wantsEnds;
}

/** The database that a declaration names before its label. */
function engineOf({ entry, head }: DeclarationDraft): EngineEntry | undefined {
  const [first, second] = head;
  return first !== undefined && second?.tokenType === T.Text && isName(first)
    ? entry.engines.find((one) => one.word === nameText(first.image))
    : undefined;
}

/** Whether what a declaration is about takes a clause. */
const fits = (declaration: DeclarationDraft, word: ClauseWord): boolean => engineOf(declaration)?.clauses.includes(word) !== false;

/** Where a label is to follow, databases that have what it names; where it stands already, their words alone. */
function completeEngines(s: Snapshot, cursor: Cursor, offer: Offer, { engines }: KindEntry): void {
  const labelled = cursor.tokens[cursor.at + 1]?.tokenType === T.Text;
  for (const { word, doc, example, label } of engines)
    offer({
      kind: 'option',
      label: word,
      insert: labelled ? word : `${word} "\${1:${label}}"`,
      snippet: !labelled,
      detail: told(s, doc),
      documentation: `${told(s, doc)}\n\n\`\`\`study\n${example}\n\`\`\``,
      rank: 0,
    });
}

/** Clauses that a declaration lacks. */
export function offerHeadClauses(s: Snapshot, cursor: Cursor, offer: Offer, declaration: DeclarationDraft): void {
  const used = usedClauses(declaration, cursor.tokens[cursor.at]);
  for (const word of declaration.entry.clauses)
    if (fits(declaration, word) && !used.has(word)) offerClause(s, offer, clauseIn(declaration.entry.kind, word));
}

/** Languages of other labels that this one lacks. */
function completeLanguages(s: Snapshot, cursor: Cursor, offer: Offer, before: readonly Token[]): void {
  if (cursor.tokens[cursor.at + 1]?.tokenType === T.Text) return;
  const used = new Set(before.filter((token) => token.tokenType === T.Lang).map((token) => token.image));
  const known = new Set(['zh', ...[...s.file.text.matchAll(/["”]\s+([a-z]{2})\s+["“]/gu)].map((match) => match[1]!)]);
  for (const language of known)
    if (!used.has(language) && !['on', 'of', 'by'].includes(language))
      offer({
        kind: 'language',
        label: language,
        insert: `${language} "$1"$0`,
        snippet: true,
        detail: wordsOf(s).completion.otherLanguage,
        rank: 0,
      });
}
