// Completion of a clause's value: names of the right kinds, columns, levels and codes with counts, options.
import { comparisonSections, formatName, formatQuantity, pointNamed, titleOfSection } from '@studyspec/core';
import { tabled } from '../semantics/lower-report.ts';
import type { ClauseDraft, DeclarationDraft } from '../syntax/draft.ts';
import * as T from '../syntax/tokens.ts';
import type { Token } from '../syntax/tokens.ts';
import { nameText, textOf } from '../syntax/values.ts';
import { completeAddress, completeHeads, offerCandidate, templateOf } from './complete-address.ts';
import { completeCondition } from './complete-condition.ts';
import { completeEntry, mappedCategory, offerHeadClauses } from './complete-entry.ts';
import { alsoExplained, goesWithMethod, predictorsOf } from './complete-method.ts';
import { completeColumns, composedOf, namesIn } from './complete-names.ts';
import type { Offer } from './completion.ts';
import { bodyOf, callAround, inAddress, namesOfDraft, pathBefore, type Cursor } from './cursor.ts';
import { entityOf, levelDetail, nextParts, usableNames, type Usable } from './entities.ts';
import { componentsOf, namesOfSnapshot } from './names.ts';
import { docOf, phrasesOf } from './phrases.ts';
import { inSnippet } from './snippets.ts';
import type { Snapshot } from './snapshot.ts';
import { isColumnClause } from './uses.ts';
import { wordsOf } from './words.ts';

const outcomes = ['index', 'component', 'indicator', 'number', 'dimension'];
const predictors = ['indicator', 'number', 'category', 'block', 'dimension', 'index', 'component'];
/** Which kinds a list takes, by the kind of its declaration and the clause. */
const listed: Readonly<Record<string, readonly string[]>> = {
  'dimension of': ['indicator'],
  'block of': ['indicator', 'number', 'category', 'dimension'],
  'index of': ['indicator', 'dimension', 'block', 'number', 'index', 'component'],
  'compare of': [...outcomes, 'category', 'choices'],
  'compare by': ['category'],
  'compare adjust': outcomes,
  'compare with': outcomes,
  'correlate of': outcomes,
  'correlate control': outcomes,
  'measurement of': ['dimension'],
  'measurement by': ['category'],
  'deprivation of': ['number', 'indicator'],
  'deprivation by': ['category'],
  'mediation explain': outcomes,
  'mediation by': [...outcomes, 'category'],
  'mediation through': outcomes,
  'mediation with': predictors,
  'factor of': ['dimension'],
  'regression explain': outcomes,
  'regression by': predictors,
  'regression random': ['indicator', 'number', 'index', 'component'],
};

const isOpen = (token: Token | undefined): boolean =>
  token === undefined || [T.Comma, T.Bar, T.Times, T.Range, T.LParen].includes(token.tokenType);

/** Inside a clause. Whether what stands of it is whole: another entry may follow, or nothing. */
export function completeClause(s: Snapshot, cursor: Cursor, offer: Offer, clause: ClauseDraft, before: readonly Token[]): boolean {
  const { shape } = clause.entry;
  const owner = cursor.declarations.at(-1);
  const kind = owner?.entry.kind ?? (cursor.block.name === 'map' ? 'map' : '');
  const next = (): void => {
    if (owner !== undefined && owner !== cursor.owner) offerHeadClauses(s, cursor, offer, owner);
    else completeEntry(s, cursor, offer, before);
  };
  switch (shape) {
    case 'flag':
      next();
      return true;
    case 'condition': {
      const whole = completeCondition(s, offer, before, cursor.tokens[cursor.at + 1]);
      if (whole) next();
      return whole;
    }
    case 'columns':
      completeTableColumns(s, cursor, offer, clause);
      return before.length > 0 && before.at(-1)?.tokenType !== T.Equals && !inAddress(cursor);
    case 'terms': {
      const { path } = pathBefore(cursor.tokens, cursor.at);
      if (path.length > 0) {
        const entity = entityOf(s, path);
        if (entity !== null)
          for (const candidate of nextParts(s, entity, false)) if (candidate.kind === 'component') offerCandidate(s, offer, candidate);
        return false;
      }
      if (isOpen(before.at(-1))) {
        completeList(s, cursor, offer, clause, owner, kind);
        return false;
      }
      next();
      return true;
    }
    case 'choices': {
      const whole = completeChoice(s, offer, clause, before, owner, kind);
      if (whole) next();
      return whole;
    }
  }
}

function completeList(
  s: Snapshot,
  cursor: Cursor,
  offer: Offer,
  clause: ClauseDraft,
  owner: DeclarationDraft | undefined,
  kind: string,
): void {
  const { word } = clause.entry;
  const self = owner === undefined ? [] : namesOfDraft(owner);
  const caret = cursor.tokens[cursor.at]!;
  const taken = new Set([...namesIn(clause.value.filter((token) => token !== caret)), ...self]);
  if (word === 'marked by' || word === 'compose') {
    completeOfIndex(s, cursor, offer, word, taken);
    return;
  }
  const wanted = [...(listed[`${kind} ${word}`] ?? []), ...(kind === 'regression' && word === 'explain' ? alsoExplained(owner) : [])];
  const within = kind === 'regression' && word === 'random' ? predictorsOf(owner) : null;
  if (kind === 'regression' && within === null) {
    const other = [...(owner?.clauses ?? []), ...(owner === undefined ? [] : bodyOf(owner))].find(
      (draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === (word === 'by' ? 'explain' : 'by'),
    );
    for (const name of other === undefined ? [] : namesIn(other.value)) taken.add(name);
  }
  const covered = membersCovered(s, taken);
  for (const one of usableNames(s)) {
    if (within?.has(one.name) === false) continue;
    if (
      !wanted.includes(one.kind) ||
      taken.has(one.name) ||
      covered.has(one.name) ||
      (one.parent === self[0] && (one.kind === 'indicator' || one.kind === 'component'))
    )
      continue;
    if ((one.kind === 'block' || one.kind === 'dimension') && overlapping(s, one, taken, covered, kind)) continue;
    offer({
      kind: one.kind === 'component' ? 'component' : 'declaration',
      label: one.name,
      insert: formatName(one.name),
      detail: wordsOf(s).kind(one.kind),
      documentation: one.label,
      rank: one.kind === 'dimension' || one.kind === 'block' || one.kind === 'index' ? 0 : 1,
    });
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
  return (
    kind !== 'compare' && kind !== 'correlate' && kind !== 'mediation' && members.some((member) => taken.has(member) || covered.has(member))
  );
}

/** Items that may mark a component, components that may be composed. */
function completeOfIndex(s: Snapshot, cursor: Cursor, offer: Offer, word: 'marked by' | 'compose', taken: ReadonlySet<string>): void {
  const index = cursor.declarations.findLast((one) => one.entry.kind === 'index');
  if (index === undefined) return;
  const name = namesOfDraft(index)[0] ?? '';
  if (word === 'compose') {
    for (const component of componentsOf(namesOfSnapshot(s), name))
      if (!taken.has(component))
        offer({
          kind: 'component',
          label: component,
          insert: formatName(component),
          detail: wordsOf(s).completion.part('component'),
          rank: 0,
        });
    return;
  }
  const context = s.study.compiled.context;
  const of = bodyOf(index).find((draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'of');
  const items =
    context?.indices.get(name)?.items ??
    (of === undefined ? [] : namesIn(of.value)).flatMap((one) => context?.groups.get(one)?.members ?? [one]);
  const caret = cursor.tokens[cursor.at];
  const markers = new Set(
    bodyOf(index).flatMap((draft) =>
      draft.type === 'declaration'
        ? draft.clauses.flatMap((one) => (one.entry.word === 'marked by' && !one.value.includes(caret!) ? namesIn(one.value) : []))
        : [],
    ),
  );
  const usable = new Map(usableNames(s).map((one) => [one.name, one]));
  for (const item of items)
    if (!markers.has(item) && usable.has(item))
      offer({
        kind: 'declaration',
        label: item,
        insert: formatName(item),
        detail: wordsOf(s).completion.part('item'),
        documentation: usable.get(item)!.label,
        rank: 0,
      });
}

/** Whether what stands there may be followed by another entry. */
function completeChoice(
  s: Snapshot,
  offer: Offer,
  clause: ClauseDraft,
  before: readonly Token[],
  owner: DeclarationDraft | undefined,
  kind: string,
): boolean {
  const { word } = clause.entry;
  const names = namesOfSnapshot(s);
  const cut = Math.max(before.findLastIndex((token) => token.tokenType === T.Bar || token.tokenType === T.Comma) + 1, 0);
  const typed = before.slice(cut);
  const first = typed.length === 0;
  if (isColumnClause(word, kind) || (kind === 'map' && word === 'from')) {
    if (!first) return true;
    completeColumns(s, offer, false);
    if (word === 'per') for (const one of usableNames(s)) if (one.kind === 'category') offerDeclared(s, offer, one);
    if (kind === 'category')
      for (const one of usableNames(s))
        if (one.kind === 'number' || one.kind === 'indicator')
          offer({
            kind: 'declaration',
            label: one.name,
            insert: formatName(one.name),
            detail: wordsOf(s).completion.binned(wordsOf(s).kind(one.kind)),
            documentation: one.label,
            rank: 3,
          });
    return false;
  }
  if (word === 'join') {
    // A file, `on`, its column, and what the column is called in the file.
    if (typed.length === 1 && typed[0]!.tokenType === T.Text)
      offer({ kind: 'option', label: 'on', insert: 'on ', detail: wordsOf(s).completion.columnOfBoth, rank: 0 });
    else if (typed.length === 2) completeColumns(s, offer, false);
    return typed.length === 3 || typed.length > 4;
  }
  if (word === 'append') {
    // A file, `as`, and a name of the author's own.
    if (typed.length === 1 && typed[0]!.tokenType === T.Text)
      offer({ kind: 'option', label: 'as', insert: 'as ${1:wave}', snippet: true, detail: wordsOf(s).completion.columnOfFiles, rank: 0 });
    return typed.length !== 2;
  }
  if (word === 'on') {
    if (!first) return true;
    for (const scale of names.scales.values())
      offer({ kind: 'declaration', label: scale.name, insert: formatName(scale.name), detail: wordsOf(s).kind('scale'), rank: 0 });
    if (kind !== 'dimension')
      offer({ kind: 'option', label: '1..5', insert: '${1:1}..${2:5}', snippet: true, detail: wordsOf(s).completion.ends, rank: 1 });
    return false;
  }
  if (word === 'tables' && kind === 'report') {
    if (!first) return true;
    completeTables(s, offer, before);
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

function offerDeclared(s: Snapshot, offer: Offer, { name, kind, label }: ReturnType<typeof usableNames>[number]): void {
  offer({ kind: 'declaration', label: name, insert: formatName(name), detail: wordsOf(s).kind(kind), documentation: label, rank: 0 });
}

/** Parts of the study and declarations, or the sections of a comparison, each once; `all` and `none` alone. */
function completeTables(s: Snapshot, offer: Offer, before: readonly Token[]): void {
  const taken = new Set(before.map((token) => token.image));
  const isWhole = (label: string): boolean => label === 'all' || label === 'none';
  const sections = s.study.compiled.context?.comparison == null ? null : comparisonSections;
  for (const label of taken.has('all') || taken.has('none') ? [] : (sections ?? []))
    if (!taken.has(label)) offer({ kind: 'option', label, insert: label, detail: titleOfSection(label, s.language), rank: 1 });
  for (const phrase of phrasesOf('report', 'tables')) {
    const label = phrase.text;
    const whole = isWhole(label);
    if (sections !== null && !whole) continue;
    if (taken.has(label) || (whole && before.length > 0) || namesOfSnapshot(s).named.has(label)) continue;
    offer({ kind: 'option', label, insert: label, detail: docOf(s, phrase), rank: 1 });
  }
  if (taken.has('all') || taken.has('none')) return;
  for (const one of usableNames(s)) if (tabled.includes(one.kind) && !taken.has(formatName(one.name))) offerDeclared(s, offer, one);
}

function completeLike(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined, kind: string): void {
  const self = owner === undefined ? [] : namesOfDraft(owner);
  for (const one of usableNames(s)) if (one.kind === kind && !self.includes(one.name)) offerDeclared(s, offer, one);
}

function completeReference(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined): void {
  const category = owner === undefined ? undefined : namesOfDraft(owner)[0];
  for (const level of namesOfSnapshot(s)
    .named.get(category ?? '')
    ?.levels.keys() ?? [])
    offer({ kind: 'level', label: level, insert: formatName(level), detail: levelDetail(s, category!, level), rank: 0 });
}

/** Values of the column that lie outside the scale: 99, 97. */
function completeMissing(s: Snapshot, offer: Offer, owner: DeclarationDraft | undefined): void {
  const name = owner === undefined ? undefined : namesOfDraft(owner)[0];
  const variable = s.study.compiled.context?.variables.get(name ?? '');
  const column = s.schema?.columns.find((one) => one.name === (variable?.column ?? name));
  const scale = variable?.kind === 'indicator' ? (variable.askedOn ?? variable.scale) : null;
  if (column === undefined || scale === null) return;
  for (const [value, count] of column.distinct) {
    const number = Number(value);
    // Neither an answer nor what begins with one, as `5 - agree` does, is a code for none.
    if ((number >= scale.low && number <= scale.high) || pointNamed(value, scale) !== null) continue;
    offer({ kind: 'code', label: column.kind === 'number' ? value : `"${value}"`, detail: rowsText(s, count), rank: 0 });
  }
}

const rowsText = (s: Snapshot, count: number): string => wordsOf(s).completion.rows(count, formatQuantity(count, 'count'));

/** The words of an option, from what is typed of it on. */
function completePhrase(
  s: Snapshot,
  offer: Offer,
  clause: ClauseDraft,
  typed: readonly Token[],
  kind: string,
  owner: DeclarationDraft | undefined,
): boolean {
  const text = typed.map((token) => token.image).join(' ');
  const others = new Set(clause.entry.word === 'show' ? namesIn(clause.value) : []);
  const known = phrasesOf(kind, clause.entry.word);
  let complete = typed.length > 0 && known.length === 0;
  for (const phrase of known) {
    if (phrase.text === text || (text !== '' && phrase.pattern?.test(text) === true)) complete = true;
    if (text !== '' && !phrase.text.startsWith(`${text} `)) continue;
    if (others.has(phrase.text) || (kind === 'regression' && !goesWithMethod(owner, clause.entry.word, phrase.text))) continue;
    const rest = text === '' ? phrase.text : phrase.text.slice(text.length + 1);
    if (phrase.body === true) {
      if (text === '')
        offer({
          kind: 'option',
          label: `${phrase.text} { … }`,
          insert: givenSnippet(s, owner),
          snippet: true,
          documentation: docOf(s, phrase),
          rank: 1,
        });
      continue;
    }
    const snippet = text === '' ? phrase.snippet : undefined;
    offer({
      kind: 'option',
      label: rest,
      insert: snippet ?? rest,
      snippet: snippet !== undefined,
      documentation: docOf(s, phrase),
      rank: 1,
    });
  }
  return complete;
}

/** Figures for the components of an index, or for the levels of a category. */
function givenSnippet(s: Snapshot, owner: DeclarationDraft | undefined): string {
  const names =
    owner === undefined
      ? []
      : owner.entry.kind === 'category'
        ? [
            ...(namesOfSnapshot(s)
              .named.get(namesOfDraft(owner)[0] ?? '')
              ?.levels.keys() ?? []),
          ]
        : composedOf(s, owner);
  return names.length === 0
    ? 'given { $0 }'
    : `given { ${names.map((name, at) => `${inSnippet(formatName(name))} = \${${at + 1}:1}`).join(', ')} }$0`;
}

function completeTableColumns(s: Snapshot, cursor: Cursor, offer: Offer, clause: ClauseDraft): void {
  const { tokens, at } = cursor;
  const call = callAround(tokens, at);
  const { from } = pathBefore(tokens, call === null ? at : call.from);
  if (tokens[(call === null ? from : call.from) - 1]?.tokenType === T.Equals) {
    completeAddress(s, cursor, offer, true);
    return;
  }
  if (call !== null) return;
  completeHeads(s, cursor, offer, 'column', templateOf(cursor), new Set(namesIn(clause.value.filter((token) => token !== tokens[at]))));
}

/** Codes of a level: values of the column that no other level has. */
export function completeCodes(s: Snapshot, cursor: Cursor, offer: Offer): void {
  const category = cursor.declarations.findLast((one) => one.entry.kind === 'category');
  const holder = category ?? (cursor.owner?.type === 'item' ? cursor.owner : undefined);
  if (holder === undefined || cursor.owner === null) return;
  const from = [...holder.clauses, ...bodyOf(holder)].find(
    (draft): draft is ClauseDraft => draft.type === 'clause' && draft.entry.word === 'from',
  );
  const source = from?.value[0];
  const name =
    source === undefined
      ? category === undefined
        ? mappedCategory(cursor)
        : namesOfDraft(category)[0]
      : source.tokenType === T.Text
        ? textOf(source.image)
        : nameText(source.image);
  const column = s.schema?.columns.find((one) => one.name === name);
  if (column === undefined) return;
  const caret = cursor.tokens[cursor.at]!;
  const used = new Set(
    bodyOf(cursor.owner)
      .flatMap((draft) =>
        draft.type === 'item' ? draft.head.slice(draft.head.findIndex((token) => token.tokenType === T.Equals) + 1) : [],
      )
      .filter((token) => token !== caret)
      .map((token) => (token.tokenType === T.Text ? textOf(token.image) : token.image)),
  );
  for (const [value, count] of column.distinct)
    if (!used.has(value))
      offer({ kind: 'code', label: column.kind === 'text' ? `"${value}"` : value, detail: rowsText(s, count), rank: 0 });
}
