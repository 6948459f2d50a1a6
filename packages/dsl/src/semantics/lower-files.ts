// The files of a data block beside the answers' own: those that are joined, those whose rows stand below, and which columns hold names.
// What is said of the answers' own file is compile.ts.
import {
  appendedTwice,
  duplicateClause,
  fileOptions,
  notUnderstood,
  raise,
  shapeOfFile,
  type AppendPlan,
  type DataPlan,
  type EitherColumn,
  type JoinPlan,
  type VariablePlan,
} from '@studyspec/core';
import type { AtomNode, ClauseNode, DeclarationNode, EntryNode } from '../syntax/ast.ts';
import { alternativesOf, atomText, columnName } from './clauses.ts';
import type { Context } from './context.ts';
import { placeOf } from './declared.ts';
import { checkedValues } from './missing-values.ts';
import { plainPath } from './paths.ts';
import { readOptionsAnyway } from './read-option.ts';

/** `text household, village`: columns of names. */
export function textColumns(context: Context, clause: ClauseNode | undefined, file: string): Pick<DataPlan, 'text'> {
  if (clause === undefined || clause.shape === 'broken') return {};
  const names = new Set<string>();
  for (const atoms of alternativesOf(clause)) {
    const [column] = atoms;
    const place = placeOf(file, { start: column!.span.start, end: atoms.at(-1)!.span.end });
    if (!isColumn(column) || atoms.length > 1) {
      context.problems.push(
        raise(
          notUnderstood,
          { found: atoms.map(atomText).join(' '), what: { is: 'columns' }, example: 'text household, village' },
          { place },
        ),
      );
      continue;
    }
    context.origins.set(`data/text/${atomText(column)}`, place);
    names.add(atomText(column));
  }
  return names.size === 0 ? {} : { text: [...names] };
}

export function lowerJoins(context: Context, node: DeclarationNode, file: string): DataPlan['joins'] {
  const joins: JoinPlan[] = [];
  for (const clause of node.clauses.filter((candidate) => candidate.word === 'join' && candidate.shape !== 'broken')) {
    for (const atoms of alternativesOf(clause)) {
      const [name, on, key, equals, other, extra] = atoms;
      const renamed = equals !== undefined;
      const place = placeOf(file, { start: name!.span.start, end: atoms.at(-1)!.span.end });
      if (
        name?.kind !== 'label' ||
        on === undefined ||
        atomText(on) !== 'on' ||
        !isColumn(key) ||
        extra !== undefined ||
        (renamed && (equals.kind !== 'operator' || equals.text !== '=' || !isColumn(other)))
      ) {
        context.problems.push(
          raise(
            notUnderstood,
            {
              found: atoms.map(atomText).join(' '),
              what: { is: 'file and column' },
              example: 'join "sites.csv" on site',
            },
            { place },
          ),
        );
        continue;
      }
      const at = `data/join/${joins.length}`;
      context.origins.set(at, placeOf(file, name.span));
      context.origins.set(`${at}/on`, placeOf(file, key.span));
      if (renamed) context.origins.set(`${at}/key`, placeOf(file, other!.span));
      const own = readingClauses(context, clause.body ?? [], file, at);
      joins.push({
        file: plainPath(atomText(name), placeOf(file, name.span), context.problems),
        on: atomText(key),
        ...(renamed && atomText(other!) !== atomText(key) ? { key: atomText(other!) } : {}),
        ...own,
      });
    }
  }
  return joins;
}

const isColumn = (atom: AtomNode | undefined): atom is AtomNode =>
  atom !== undefined && (atom.kind === 'label' || (atom.kind === 'address' && atom.args === null));

/** What is said of a further file alone. */
function readingClauses(context: Context, body: readonly EntryNode[], file: string, at: string): Omit<JoinPlan, 'file' | 'on' | 'key'> {
  const found = new Map<string, ClauseNode>();
  for (const clause of body) {
    if (clause.type !== 'clause') continue;
    const before = found.get(clause.word);
    if (before !== undefined)
      context.problems.push(
        raise(
          duplicateClause,
          { word: clause.word, name: null },
          { place: placeOf(file, clause.wordSpan), related: [{ says: { is: 'first given' }, place: placeOf(file, before.wordSpan) }] },
        ),
      );
    else found.set(clause.word, clause);
    context.origins.set(`${at}/${clause.word}`, placeOf(file, clause.span));
  }
  const missing = found.get('missing');
  const encoding = found.get('encoding');
  const name = encoding === undefined ? null : columnName(encoding);
  const named = (word: 'sheet' | 'table'): { readonly [word]?: string } => {
    const clause = found.get(word);
    const text = clause === undefined ? null : columnName(clause);
    return text === null ? {} : { [word]: text };
  };
  const shape = readOptionsAnyway(context, { clauses: new Map([...found].map(([word, node]) => [word, { node, file }])) }, fileOptions);
  return {
    ...shapeOfFile(shape),
    ...(missing === undefined ? {} : { missing: checkedValues(context, { node: missing, file }) }),
    ...(name === null ? {} : { encoding: name }),
    ...named('sheet'),
    ...named('table'),
  };
}

/** `append "wave2.csv" as wave`: files whose rows stand below those of `answers`. */
export function lowerAppends(context: Context, node: DeclarationNode, file: string, answers: string): Pick<DataPlan, 'appends'> {
  const appends: AppendPlan[] = [];
  for (const clause of node.clauses.filter((candidate) => candidate.word === 'append' && candidate.shape !== 'broken')) {
    for (const atoms of alternativesOf(clause)) {
      const [name, as, column, extra] = atoms;
      const place = placeOf(file, { start: name!.span.start, end: atoms.at(-1)!.span.end });
      if (
        name?.kind !== 'label' ||
        extra !== undefined ||
        (as !== undefined && (atomText(as) !== 'as' || column?.kind !== 'address' || column.args !== null || column.path.length > 1))
      ) {
        context.problems.push(
          raise(
            notUnderstood,
            { found: atoms.map(atomText).join(' '), what: { is: 'file below' }, example: 'append "wave2.csv" as wave' },
            { place },
          ),
        );
        continue;
      }
      const own = plainPath(atomText(name), placeOf(file, name.span), context.problems);
      // Its respondents would count twice.
      if (own === answers || appends.some((one) => one.file === own)) {
        context.problems.push(raise(appendedTwice, { file: own }, { place: placeOf(file, name.span) }));
        continue;
      }
      const at = `data/append/${appends.length}`;
      context.origins.set(at, placeOf(file, name.span));
      if (column !== undefined) context.origins.set(`${at}/as`, placeOf(file, column.span));
      appends.push({
        file: own,
        ...(column === undefined ? {} : { as: atomText(column) }),
        ...readingClauses(context, clause.body ?? [], file, at),
      });
    }
  }
  return appends.length === 0 ? {} : { appends };
}

/** Columns that have another name in some of the files, as the variables name them. */
export function withEither(data: DataPlan | null, variables: readonly VariablePlan[]): DataPlan | null {
  const either = new Map<string, EitherColumn>();
  for (const { name, column, either: of } of variables)
    if (of !== undefined && column !== null && !either.has(column)) either.set(column, { name: column, of, at: `${name}/from` });
  return data === null || either.size === 0 ? data : { ...data, either: [...either.values()] };
}
