// Completion inside addresses: names that have numbers, what follows their dots, what goes into their brackets, heads of tables.
import { formatName } from '@studyspec/core';
import * as T from '../syntax/tokens.ts';
import { isName, type Token } from '../syntax/tokens.ts';
import { nameText } from '../syntax/values.ts';
import type { ArgumentKind } from '../semantics/quantities.ts';
import { argumentsOfCompared, comparisonOf, partsOfCompared } from './compared.ts';
import { callAround, pathBefore, type Cursor } from './cursor.ts';
import { argumentList, argumentsOf, entityOf, nextParts, signaturesOf, usableNames, valueWith, type Candidate } from './entities.ts';
import { inSnippet } from './snippets.ts';
import type { Offer } from './completion.ts';
import type { Snapshot } from './snapshot.ts';
import { wordsOf } from './words.ts';

const withNumbers = new Set([
  'indicator',
  'number',
  'category',
  'dimension',
  'block',
  'index',
  'component',
  'compare',
  'correlate',
  'regression',
  'robustness',
  'measurement',
  'mediation',
  'deprivation',
  'quantity',
  'comparison',
]);

/** What fits at the caret in a claim, a printed figure or a template. */
export function completeAddress(s: Snapshot, cursor: Cursor, offer: Offer, inTemplate: boolean): void {
  const { tokens, at } = cursor;
  const { part } = wordsOf(s).completion;
  const call = callAround(tokens, at);
  const { path } = pathBefore(tokens, at);
  const compared = comparisonOf(s, call?.path ?? path);
  if (compared !== null) {
    const fitting =
      call === null
        ? partsOfCompared(s, compared, path)
        : path.length > 0
          ? []
          : argumentsOfCompared(s, compared, call.path, call.argument);
    for (const candidate of fitting) offerCandidate(s, offer, candidate);
    return;
  }
  if (call !== null) {
    const last = path.length === 0 && tokens[at - 1]?.tokenType === T.Colon;
    completeArgument(s, offer, call.path, call.argument, last ? null : path, inTemplate);
    return;
  }
  if (path.length > 0) {
    const entity = entityOf(s, path);
    if (entity !== null) for (const candidate of nextParts(s, entity, inTemplate)) offerCandidate(s, offer, candidate);
    return;
  }
  if (tokens[at - 1]?.tokenType === T.Dot && tokens[at]?.touches === true) return;
  for (const one of usableNames(s))
    if (withNumbers.has(one.kind))
      offer({
        kind: 'declaration',
        label: one.name,
        insert: formatName(one.name),
        detail: wordsOf(s).kind(one.kind),
        documentation: one.label,
        rank: one.kind === 'regression' || one.kind === 'index' ? 1 : 2,
      });
  if (inTemplate)
    for (const word of ['row', 'column'] as const)
      offer({ kind: 'argument', label: word, detail: part(`the head of the ${word}`), rank: 0 });
  else if (s.study.compiled.context?.comparison == null)
    offer({ kind: 'declaration', label: 'sample', detail: part('rows of the data'), rank: 3 });
}

/** `begun`: null inside a product, where any factor fits. */
function completeArgument(
  s: Snapshot,
  offer: Offer,
  callee: readonly string[],
  position: number,
  begun: readonly string[] | null,
  inTemplate: boolean,
): void {
  const entity = entityOf(s, callee);
  if (entity === null) return;
  const { part } = wordsOf(s).completion;
  if (inTemplate && (begun === null || begun.length === 0))
    for (const word of ['row', 'column'] as const)
      offer({ kind: 'argument', label: word, detail: part(`the head of the ${word}`), rank: 0 });
  const quantity = entity.rest.join('.');
  const kinds = [
    ...new Set(
      signaturesOf(s, entity)
        .filter((one) => one.name === quantity)
        .flatMap((one) => one.args[position] ?? []),
    ),
  ];
  const free = entity.kind === 'placeholder' && quantity !== '' ? (['level'] as ArgumentKind[]) : kinds;
  for (const kind of free)
    for (const candidate of argumentsOf(s, entity, kind, begun ?? [], valueWith(s, callee))) offerCandidate(s, offer, candidate);
}

export function offerCandidate(s: Snapshot, offer: Offer, { text, kind, detail, documentation, args }: Candidate): void {
  const written = text
    .split('.')
    .map((part) => (part.includes(':') ? part : formatName(part)))
    .join('.');
  const more = { kind, label: text, detail, ...(documentation === undefined ? {} : { documentation }), rank: kind === 'argument' ? 5 : 2 };
  if (args === undefined || args.length === 0) offer({ ...more, insert: written });
  else
    offer({
      ...more,
      label: `${text}${argumentList(wordsOf(s), args)}`,
      insert: `${inSnippet(written)}(${args.map((arg, at) => `\${${at + 1}:${wordsOf(s).completion.argument(arg)}}`).join(', ')})$0`,
      snippet: true,
    });
}

/** Heads of a printed table: what its template leaves to the row or the column. */
export function completeHeads(
  s: Snapshot,
  cursor: Cursor,
  offer: Offer,
  which: 'row' | 'column',
  template: readonly Token[],
  used: ReadonlySet<string>,
): void {
  const { path } = pathBefore(cursor.tokens, cursor.at);
  const take: Offer = (one) => {
    if (!used.has(one.label)) offer(one);
  };
  if (path.length > 0) {
    // `mode.village`, or a quantity in several parts.
    const entity = entityOf(s, path);
    if (entity !== null && entity.kind === 'category')
      for (const candidate of nextParts(s, entity, false))
        if (candidate.kind === 'level' && !used.has(`${path.join('.')}.${candidate.text}`)) offerCandidate(s, offer, candidate);
    return;
  }
  for (const candidate of headCandidates(s, template, which)) offerCandidate(s, take, candidate);
}

function headCandidates(s: Snapshot, template: readonly Token[], which: string): Candidate[] {
  const open = template.findIndex((token) => token.tokenType === T.LParen);
  const path = template
    .slice(0, open < 0 ? undefined : open)
    .filter(isName)
    .map((token) => nameText(token.image));
  const args =
    open < 0
      ? []
      : template
          .slice(open + 1)
          .filter(isName)
          .map((token) => nameText(token.image));
  const other = which === 'row' ? 'column' : 'row';
  const inPath = path.indexOf(which);
  if (inPath === 0) {
    const quantity = path
      .slice(1)
      .filter((part) => part !== other)
      .join('.');
    return usableNames(s).flatMap((one): Candidate[] => {
      if (!withNumbers.has(one.kind) || one.kind === 'regression' || one.kind === 'compare' || one.kind === 'measurement') return [];
      const entity = entityOf(s, [one.name]);
      const own = entity === null ? [] : signaturesOf(s, entity);
      const fits = quantity === '' ? own.length > 0 : own.some((sign) => sign.name === quantity && sign.args.length === args.length);
      const levels =
        one.kind === 'category' && args.length === 0 && (quantity === '' || quantity === 'count' || quantity === 'percent')
          ? nextParts(s, { kind: 'category', name: one.name, path: [one.name], rest: [] }, false).filter((part) => part.kind === 'level')
          : [];
      return [
        ...(fits ? [{ text: one.name, kind: 'declaration' as const, detail: wordsOf(s).kind(one.kind), documentation: one.label }] : []),
        ...levels.map((level): Candidate => ({ text: `${one.name}.${level.text}`, kind: 'level', detail: level.detail })),
      ];
    });
  }
  const front = path.slice(0, inPath < 0 ? undefined : inPath);
  if (inPath > 0) {
    const entity = entityOf(s, front.includes(other) && front[0] !== other ? [front[0]!, other] : front);
    if (entity === null) return [];
    return nextParts(s, entity, false)
      .filter((one) => one.kind !== 'argument' && (one.kind !== 'quantity' || (one.args?.length ?? 0) === args.length))
      .map(
        (one): Candidate => ({
          text: one.text,
          kind: one.kind,
          detail: one.args === undefined ? one.detail : '',
          ...(one.documentation === undefined ? {} : { documentation: one.documentation }),
        }),
      );
  }
  const position = args.indexOf(which);
  const entity = entityOf(s, path);
  if (position < 0 || entity === null) return [];
  const quantity = entity.rest.filter((part) => part !== other).join('.');
  const kinds =
    entity.kind === 'placeholder'
      ? (['level'] as const)
      : [
          ...new Set(
            signaturesOf(s, entity)
              .filter((one) => (quantity === '' ? one.args.length === args.length : one.name === quantity))
              .flatMap((one) => one.args[position] ?? []),
          ),
        ];
  return kinds.flatMap((kind) => argumentsOf(s, entity, kind, [], () => null)).filter((one) => one.text !== 'each');
}

/** Outcome of the template's quantity when the row or column is one: for signatures. */
export function templateOf(cursor: Cursor): readonly Token[] {
  const table = cursor.declarations.findLast((one) => one.entry.kind === 'table');
  return table === undefined ? [] : table.head.filter((token) => token.tokenType !== T.Text && token.tokenType !== T.Lang);
}
