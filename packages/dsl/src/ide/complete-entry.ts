// Completion of declarations, clauses and their values: which words may begin an entry, and which names, columns and options a clause takes.
import { formatName, formatQuantity, type ColumnSchema } from '@studyspec/core';
import type { ClauseDraft, DeclarationDraft, Draft } from '../syntax/draft.ts';
import * as T from '../syntax/tokens.ts';
import { isName, type Token } from '../syntax/tokens.ts';
import { nameText, textOf } from '../syntax/values.ts';
import { clauses, kinds, mapClauses, type ClauseEntry, type ClauseWord, type Kind } from '../syntax/vocabulary.ts';
import { completeAddress, completeHeads, offerCandidate, templateOf } from './complete-address.ts';
import { completeCondition, completeFormula } from './complete-condition.ts';
import type { Offer } from './completion.ts';
import { bodyOf, callAround, headsOf, namesOfDraft, pathBefore, usedClauses, type Cursor } from './cursor.ts';
import { entityOf, levelDetail, nextParts, usableNames, type Usable } from './entities.ts';
import { columnDetail, columnMarkdown } from './hover.ts';
import { componentsOf, namesOfSnapshot } from './names.ts';
import { phrasesOf } from './phrases.ts';
import { columnText } from './references.ts';
import { clauseSnippets, inSnippet, kindSnippets } from './snippets.ts';
import type { Snapshot } from './snapshot.ts';
import { isColumnClause } from './uses.ts';

/** Declared, but refused when they are run: the language has the words, the numbers come later. */
const laterKinds: ReadonlySet<string> = new Set<Kind>(['robustness']);
const laterClauses: ReadonlySet<string> = new Set<ClauseWord>(['sheet', 'stratum']);

const outcomes = ['index', 'component', 'indicator', 'number', 'dimension'];
const predictors = ['indicator', 'number', 'category', 'block', 'dimension'];
/** Which kinds a list takes, by the kind of its declaration and the clause. */
const listed: Readonly<Record<string, readonly string[]>> = {
  'dimension of': ['indicator'], 'block of': ['indicator', 'number', 'category', 'dimension'], 'index of': ['indicator', 'dimension', 'block', 'number'],
  'compare of': outcomes, 'compare by': ['category'], 'regression explain': outcomes, 'regression by': predictors,
};

/** Where an entry may begin. */
export function completeEntry(s: Snapshot, cursor: Cursor, offer: Offer, after: readonly Token[]): void {
  const { block } = cursor;
  const caret = cursor.tokens[cursor.at];
  if (block.name === 'file') { if (after.length === 0) completeKinds(s, cursor, offer); return; }
  if (block.items === 'map') { completeMap(s, cursor, offer, after); return; }
  if (block.name === 'levels') { completeMappedLevels(s, cursor, offer); return; }
  const owner = cursor.owner;
  if (owner?.type === 'declaration') {
    const used = usedClauses(owner, caret);
    for (const entry of block.clauses.values()) if (!used.has(entry) || entry.word === 'join') offerClause(offer, entry, owner.entry.kind);
    for (const kind of block.declarations) if (!laterKinds.has(kind)) offerKind(offer, kind as Kind, 1);
  }
  if (block.items === 'claim') completeAddress(s, cursor, offer, false);
  else if (block.items === 'row' && after.length === 0) completeHeads(s, cursor, offer, 'row', templateOf(cursor), headsOf(cursor));
  else if (block.items === 'weight') completeWeights(s, cursor, offer);
}

function offerKind(offer: Offer, kind: Kind, rank: number): void {
  offer({ kind: 'kind', label: kind, insert: kindSnippets[kind], snippet: true, detail: kinds[kind].doc, documentation: `${kinds[kind].doc}\n\n\`\`\`study\n${kinds[kind].example}\n\`\`\``, rank });
}

function offerClause(offer: Offer, entry: ClauseEntry, kind: string): void {
  if (laterClauses.has(entry.word) || (entry.word === 'weight' && kind === 'data')) return;
  const snippet = clauseSnippets[entry.word];
  const insert = snippet ?? (entry.shape === 'flag' ? entry.word : `${entry.word} `);
  offer({ kind: 'clause', label: entry.word, insert, snippet: snippet?.includes('$') === true, detail: entry.doc, documentation: `${entry.doc}\n\n\`\`\`study\n${entry.example}\n\`\`\``, rank: 0 });
}

/** Kinds of the file: those that may stand once are offered once. */
function completeKinds(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const there = new Set(cursor.drafts.flatMap((draft) => draft.type === 'declaration' ? [draft.entry.kind] : []));
  const replicates = s.study.chain.length > 1;
  const headed = there.has('study') || there.has('framework');
  for (const kind of cursor.block.declarations as ReadonlySet<Kind>) {
    if (laterKinds.has(kind)) continue;
    if ((kind === 'study' || kind === 'framework') && headed) continue;
    if ((kind === 'source' || kind === 'data' || kind === 'seed' || kind === 'report' || kind === 'map') && there.has(kind)) continue;
    if (kind === 'data' && there.has('framework')) continue;
    if ((kind === 'without' || kind === 'map') && !replicates) continue;
    offerKind(offer, kind, headed ? 1 : kind === 'study' || kind === 'framework' ? 0 : 2);
  }
}

function completeMap(s: Snapshot, cursor: Cursor, offer: Offer, after: readonly Token[]): void {
  if (after.some(isName)) {
    for (const word of mapClauses) if (!after.some((token) => token.image === word)) offerClause(offer, clauses[word], 'map');
    return;
  }
  const mapped = headsOf(cursor);
  for (const one of usableNames(s)) if (['indicator', 'category', 'number'].includes(one.kind) && !mapped.has(one.name)) offer({ kind: 'declaration', label: one.name, insert: formatName(one.name), detail: one.kind, documentation: one.label, rank: 1 });
}

/** The category whose levels a map line codes. */
function mappedCategory(cursor: Cursor): string | null {
  const head = cursor.owner?.type === 'item' ? cursor.owner.head.find(isName) : undefined;
  return head === undefined ? null : nameText(head.image);
}

function completeMappedLevels(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const category = mappedCategory(cursor);
  const given = headsOf(cursor);
  for (const level of namesOfSnapshot(s).named.get(category ?? '')?.levels.keys() ?? []) {
    if (!given.has(level)) offer({ kind: 'level', label: level, insert: `${inSnippet(formatName(level))} = $0`, snippet: true, detail: `level of ${category!}`, rank: 0 });
  }
}

function completeWeights(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const index = cursor.declarations.findLast((one) => one.entry.kind === 'index');
  if (index === undefined) return;
  const given = headsOf(cursor);
  for (const name of composedOf(s, index)) if (!given.has(name)) offer({ kind: 'component', label: name, insert: `${inSnippet(formatName(name))} = $0`, snippet: true, detail: 'component', rank: 1 });
}

/** Components that an index composes, by what its text says. */
function composedOf(s: Snapshot, index: DeclarationDraft): string[] {
  const name = namesOfDraft(index)[0] ?? '';
  const compose = bodyOf(index).find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'compose');
  const stated = compose === undefined ? [] : namesIn(compose.value);
  return stated.length > 0 ? stated : componentsOf(namesOfSnapshot(s), name);
}

const isOpen = (token: Token | undefined): boolean => token === undefined || [T.Comma, T.Then, T.Bar, T.Times, T.Range, T.LParen].includes(token.tokenType);

/** After the word that begins a declaration: its name, its label, its clauses. */
export function completeHead(s: Snapshot, cursor: Cursor, offer: Offer, declaration: DeclarationDraft, before: readonly Token[]): void {
  const { entry } = declaration;
  const last = before.at(-1);
  if (entry.formula && before.some((token) => token.tokenType === T.Equals)) { completeFormula(s, cursor, offer, last); return; }
  if (entry.names !== 'none' && (!before.some(isName) || (entry.names === 'many' && last?.tokenType === T.Comma))) {
    if (!before.some((token) => token.tokenType === T.Text)) completeNames(s, cursor, offer, declaration);
    return;
  }
  const call = callAround(cursor.tokens, cursor.at);
  const inAddress = call !== null || last?.tokenType === T.Dot;
  if (entry.template && (inAddress || !before.some(isName))) {
    if (before.some((token) => token.tokenType === T.Text)) completeAddress(s, cursor, offer, true);
    if (inAddress) return;
  }
  if (last?.tokenType === T.Text) completeLanguages(s, cursor, offer, before);
  if (inAddress) return;
  if (entry.kind === 'scale' && !before.some((token) => token.tokenType === T.NumberToken)) offer({ kind: 'option', label: '1..5', insert: '${1:1}..${2:5} "${3:strongly disagree}" .. "${4:strongly agree}"', snippet: true, detail: 'its two ends', rank: 0 });
  offerHeadClauses(cursor, offer, declaration);
}

function offerHeadClauses(cursor: Cursor, offer: Offer, declaration: DeclarationDraft): void {
  const used = usedClauses(declaration, cursor.tokens[cursor.at]);
  for (const word of declaration.entry.clauses) if (!used.has(clauses[word])) offerClause(offer, clauses[word], declaration.entry.kind);
}

/** Languages of other labels that this one lacks. */
function completeLanguages(s: Snapshot, cursor: Cursor, offer: Offer, before: readonly Token[]): void {
  if (cursor.tokens[cursor.at + 1]?.tokenType === T.Text) return;
  const used = new Set(before.filter((token) => token.tokenType === T.Lang).map((token) => token.image));
  const known = new Set(['zh', ...[...s.file.text.matchAll(/["”]\s+([a-z]{2})\s+["“]/gu)].map((match) => match[1]!)]);
  for (const language of known) if (!used.has(language) && !['on', 'of', 'by'].includes(language)) offer({ kind: 'language', label: language, insert: `${language} "$1"$0`, snippet: true, detail: 'the same in another language', rank: 0 });
}

/** Names for a new declaration: columns that nothing reads yet; in a replication what may be refined or dropped. */
function completeNames(s: Snapshot, cursor: Cursor, offer: Offer, declaration: DeclarationDraft): void {
  const { kind } = declaration.entry;
  const names = namesOfSnapshot(s);
  const here = new Set(cursor.drafts.flatMap((draft) => [...draftNames(draft)]));
  for (const one of usableNames(s)) {
    const inherited = names.named.get(one.name)?.sites.some((site) => site.file !== s.file.path) === true;
    if (inherited && !here.has(one.name) && (kind === 'without' || (one.kind === kind && (one.parent === null || cursor.block.name !== 'file')))) {
      offer({ kind: 'declaration', label: one.name, insert: formatName(one.name), detail: `inherited ${one.kind}`, documentation: one.label, rank: 0 });
    }
  }
  if (kind !== 'indicator' && kind !== 'category' && kind !== 'number') return;
  const read = columnsRead(s);
  for (const column of s.schema?.columns ?? []) if (!read.has(column.name) && !names.named.has(column.name)) offerColumn(s, offer, column, formatName(column.name), 1);
}

function* draftNames(draft: Draft): Generator<string> {
  if (draft.type !== 'declaration') return;
  yield* namesOfDraft(draft);
  for (const child of bodyOf(draft)) yield* draftNames(child);
}

function columnsRead(s: Snapshot): ReadonlySet<string> {
  const plan = s.study.compiled.plan;
  return new Set([...(plan?.variables ?? []).flatMap((variable) => variable.column ?? []), ...[plan?.data?.id, plan?.data?.cluster].flatMap((name) => name ?? [])]);
}

function offerColumn(s: Snapshot, offer: Offer, column: ColumnSchema, insert: string, rank: number): void {
  offer({ kind: 'column', label: column.name, insert, detail: columnDetail(column), documentation: columnMarkdown(s, column.name) ?? '', rank });
}

/** Columns of the data, those that nothing reads yet first. */
export function completeColumns(s: Snapshot, offer: Offer, quoted: boolean): void {
  const read = columnsRead(s);
  for (const column of s.schema?.columns ?? []) offerColumn(s, offer, column, quoted ? `"${column.name}"` : columnText(column.name), read.has(column.name) ? 2 : 1);
}

/** Inside quotation marks: whether the text is the value of a clause that names a column. */
export function isColumnValue(cursor: Cursor, before: readonly Token[]): boolean {
  const word = before.at(-1);
  return word !== undefined && isName(word) && isColumnClause(word.image, cursor.declarations.at(-1)?.entry.kind ?? '');
}

/** Inside a clause. */
export function completeClause(s: Snapshot, cursor: Cursor, offer: Offer, clause: ClauseDraft, before: readonly Token[]): void {
  const { shape } = clause.entry;
  const owner = cursor.declarations.at(-1);
  const kind = owner?.entry.kind ?? (cursor.block.name === 'map' ? 'map' : '');
  const next = (): void => { if (owner !== undefined && owner !== cursor.owner) offerHeadClauses(cursor, offer, owner); else completeEntry(s, cursor, offer, before); };
  switch (shape) {
    case 'flag': next(); return;
    case 'condition': if (completeCondition(s, offer, before, cursor.tokens[cursor.at + 1])) next(); return;
    case 'columns': completeTableColumns(s, cursor, offer, clause); return;
    case 'terms': {
      if (kind === 'robustness') { completeAddress(s, cursor, offer, false); return; }
      const { path } = pathBefore(cursor.tokens, cursor.at);
      if (path.length > 0) {
        const entity = entityOf(s, path);
        if (entity !== null) for (const candidate of nextParts(s, entity, false)) if (candidate.kind === 'component') offerCandidate(offer, candidate);
      } else if (isOpen(before.at(-1))) completeList(s, cursor, offer, clause, owner, kind);
      else next();
      return;
    }
    case 'choices': if (completeChoice(s, offer, clause, before, owner, kind)) next();
  }
}

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.filter((token, at) => isName(token) && tokens[at - 1]?.tokenType !== T.Dot).map((token) => nameText(token.image));
}

function completeList(s: Snapshot, cursor: Cursor, offer: Offer, clause: ClauseDraft, owner: DeclarationDraft | undefined, kind: string): void {
  const { word } = clause.entry;
  const self = owner === undefined ? [] : namesOfDraft(owner);
  const caret = cursor.tokens[cursor.at]!;
  const taken = new Set([...namesIn(clause.value.filter((token) => token !== caret)), ...self]);
  if (word === 'marked by' || word === 'compose') { completeOfIndex(s, cursor, offer, word, taken); return; }
  const wanted = listed[`${kind} ${word}`] ?? [];
  if (kind === 'regression') {
    const other = [...(owner?.clauses ?? []), ...(owner === undefined ? [] : bodyOf(owner))].find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === (word === 'by' ? 'explain' : 'by'));
    for (const name of other === undefined ? [] : namesIn(other.value)) taken.add(name);
  }
  const covered = membersCovered(s, taken);
  for (const one of usableNames(s)) {
    if (!wanted.includes(one.kind) || taken.has(one.name) || covered.has(one.name) || one.parent === self[0] && one.kind === 'indicator') continue;
    if ((one.kind === 'block' || one.kind === 'dimension') && overlapping(s, one, taken, covered, kind)) continue;
    offer({ kind: one.kind === 'component' ? 'component' : 'declaration', label: one.name, insert: formatName(one.name), detail: one.kind, documentation: one.label, rank: one.kind === 'dimension' || one.kind === 'block' || one.kind === 'index' ? 0 : 1 });
  }
}

/** Members of the groups that a list names. */
function membersCovered(s: Snapshot, taken: ReadonlySet<string>): ReadonlySet<string> {
  const groups = s.study.compiled.context?.groups;
  return new Set([...taken].flatMap((name) => groups?.get(name)?.members ?? []));
}

function overlapping(s: Snapshot, group: Usable, taken: ReadonlySet<string>, covered: ReadonlySet<string>, kind: string): boolean {
  const context = s.study.compiled.context;
  const members = context?.groups.get(group.name)?.members ?? [];
  // Items of an index are numbers; a block may hold categories.
  if (kind === 'index' && members.some((member) => context?.variables.get(member)?.kind === 'category')) return true;
  return kind !== 'compare' && members.some((member) => taken.has(member) || covered.has(member));
}

/** Items that may mark a component, components that may be composed. */
function completeOfIndex(s: Snapshot, cursor: Cursor, offer: Offer, word: 'marked by' | 'compose', taken: ReadonlySet<string>): void {
  const index = cursor.declarations.findLast((one) => one.entry.kind === 'index');
  if (index === undefined) return;
  const name = namesOfDraft(index)[0] ?? '';
  if (word === 'compose') {
    for (const component of componentsOf(namesOfSnapshot(s), name)) if (!taken.has(component)) offer({ kind: 'component', label: component, insert: formatName(component), detail: 'component', rank: 0 });
    return;
  }
  const context = s.study.compiled.context;
  const of = bodyOf(index).find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'of');
  const items = context?.indices.get(name)?.items ?? (of === undefined ? [] : namesIn(of.value)).flatMap((one) => context?.groups.get(one)?.members ?? [one]);
  const caret = cursor.tokens[cursor.at];
  const markers = new Set(bodyOf(index).flatMap((draft) => draft.type === 'declaration' ? draft.clauses.flatMap((one) => (one.entry.word === 'marked by' && !one.value.includes(caret!) ? namesIn(one.value) : [])) : []));
  const usable = new Map(usableNames(s).map((one) => [one.name, one]));
  for (const item of items) if (!markers.has(item) && usable.has(item)) offer({ kind: 'declaration', label: item, insert: formatName(item), detail: 'item', documentation: usable.get(item)!.label, rank: 0 });
}

/** Whether what stands there may be followed by another entry. */
function completeChoice(s: Snapshot, offer: Offer, clause: ClauseDraft, before: readonly Token[], owner: DeclarationDraft | undefined, kind: string): boolean {
  const { word } = clause.entry;
  const names = namesOfSnapshot(s);
  const cut = Math.max(before.findLastIndex((token) => token.tokenType === T.Bar || token.tokenType === T.Comma) + 1, 0);
  const typed = before.slice(cut);
  const first = typed.length === 0;
  if (isColumnClause(word, kind) || (kind === 'map' && word === 'from')) {
    if (!first) return true;
    completeColumns(s, offer, false);
    if (kind === 'category') for (const one of usableNames(s)) if (one.kind === 'number' || one.kind === 'indicator') offer({ kind: 'declaration', label: one.name, insert: formatName(one.name), detail: `${one.kind}, to be binned`, documentation: one.label, rank: 3 });
    return false;
  }
  if (word === 'on') {
    if (!first) return true;
    for (const scale of names.scales.values()) offer({ kind: 'declaration', label: scale.name, insert: formatName(scale.name), detail: 'scale', rank: 0 });
    if (kind !== 'dimension') offer({ kind: 'option', label: '1..5', insert: '${1:1}..${2:5}', snippet: true, detail: 'its two ends', rank: 1 });
    return false;
  }
  if (word === 'like' || word === 'reference') {
    if (!first) return true;
    if (word === 'like') completeLike(s, offer, owner, kind);
    else completeReference(s, offer, owner);
    return false;
  }
  if (word === 'missing' && ['indicator', 'category', 'number', 'map'].includes(kind)) completeMissing(s, offer, owner);
  return completePhrase(s, offer, clause, typed, kind, owner);
}

function completeLike(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined, kind: string): void {
  const self = owner === undefined ? [] : namesOfDraft(owner);
  for (const one of usableNames(s)) if (one.kind === kind && !self.includes(one.name)) offer({ kind: 'declaration', label: one.name, insert: formatName(one.name), detail: one.kind, documentation: one.label, rank: 0 });
}

function completeReference(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined): void {
  const category = owner === undefined ? undefined : namesOfDraft(owner)[0];
  for (const level of namesOfSnapshot(s).named.get(category ?? '')?.levels.keys() ?? []) offer({ kind: 'level', label: level, insert: formatName(level), detail: levelDetail(s, category!, level), rank: 0 });
}

/** Values of the column that lie outside the scale: 99, 97. */
function completeMissing(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined): void {
  const name = owner === undefined ? undefined : namesOfDraft(owner)[0];
  const variable = s.study.compiled.context?.variables.get(name ?? '');
  const column = s.schema?.columns.find((one) => one.name === (variable?.column ?? name));
  const scale = variable?.kind === 'indicator' ? variable.askedOn ?? variable.scale : null;
  if (column === undefined || scale === null) return;
  for (const [value, count] of column.distinct) {
    const number = Number(value);
    if (column.kind === 'number' && number >= scale.low && number <= scale.high) continue;
    offer({ kind: 'code', label: column.kind === 'number' ? value : `"${value}"`, detail: rowsText(count), rank: 0 });
  }
}

const rowsText = (count: number): string => `${formatQuantity(count, 'count')} ${count === 1 ? 'row' : 'rows'}`;

/** The words of an option, from what is typed of it on. */
function completePhrase(s: Snapshot, offer: Offer, clause: ClauseDraft, typed: readonly Token[], kind: string, owner: DeclarationDraft | undefined): boolean {
  const text = typed.map((token) => token.image).join(' ');
  const others = new Set(clause.entry.word === 'show' ? namesIn(clause.value) : []);
  const known = phrasesOf(kind, clause.entry.word);
  let complete = typed.length > 0 && known.length === 0;
  for (const phrase of known) {
    if (phrase.text === text || (text !== '' && phrase.pattern?.test(text) === true)) complete = true;
    if (text !== '' && !phrase.text.startsWith(`${text} `)) continue;
    if (others.has(phrase.text)) continue;
    const rest = text === '' ? phrase.text : phrase.text.slice(text.length + 1);
    if (phrase.text.startsWith('given')) { if (text === '') offer({ kind: 'option', label: phrase.text, insert: givenSnippet(s, owner), snippet: true, documentation: phrase.doc, rank: 1 }); continue; }
    const snippet = text === '' ? phrase.snippet : undefined;
    offer({ kind: 'option', label: rest, insert: snippet ?? rest, snippet: snippet !== undefined, documentation: phrase.doc, rank: 1 });
  }
  return complete;
}

function givenSnippet(s: Snapshot, index: DeclarationDraft | undefined): string {
  const composed = index === undefined ? [] : composedOf(s, index);
  return composed.length === 0 ? 'given { $0 }' : `given { ${composed.map((name, at) => `${inSnippet(formatName(name))} = \${${at + 1}:1}`).join(', ')} }$0`;
}

function completeTableColumns(s: Snapshot, cursor: Cursor, offer: Offer, clause: ClauseDraft): void {
  const { tokens, at } = cursor;
  const call = callAround(tokens, at);
  const { from } = pathBefore(tokens, call === null ? at : call.from);
  if (tokens[(call === null ? from : call.from) - 1]?.tokenType === T.Equals) { completeAddress(s, cursor, offer, true); return; }
  if (call !== null) return;
  completeHeads(s, cursor, offer, 'column', templateOf(cursor), new Set(namesIn(clause.value.filter((token) => token !== tokens[at]))));
}

/** Codes of a level: values of the column that no other level has. */
export function completeCodes(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const category = cursor.declarations.findLast((one) => one.entry.kind === 'category');
  const holder = category ?? (cursor.owner?.type === 'item' ? cursor.owner : undefined);
  if (holder === undefined || cursor.owner === null) return;
  const from = [...holder.clauses, ...bodyOf(holder)].find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'from');
  const source = from?.value[0];
  const name = source === undefined ? (category === undefined ? mappedCategory(cursor) : namesOfDraft(category)[0]) : source.tokenType === T.Text ? textOf(source.image) : nameText(source.image);
  const column = s.schema?.columns.find((one) => one.name === name);
  if (column === undefined) return;
  const caret = cursor.tokens[cursor.at]!;
  const used = new Set(bodyOf(cursor.owner).flatMap((draft) => draft.type === 'item' ? draft.head.slice(draft.head.findIndex((token) => token.tokenType === T.Equals) + 1) : []).filter((token) => token !== caret).map((token) => token.tokenType === T.Text ? textOf(token.image) : token.image));
  for (const [value, count] of column.distinct) if (!used.has(value)) offer({ kind: 'code', label: column.kind === 'text' ? `"${value}"` : value, detail: rowsText(count), rank: 0 });
}
