// Questions with several answers: each option a number of 1 and 0, read from a part of one cell or from a column of its own.
import { missingClause, noCodes, notUnderstood, raise, type GroupPlan, type NumberPlan, type ValueSet } from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import { alternativesOf, atomText, clauseOf, columnName, declaredLabel, numberCode } from './clauses.ts';
import { giveUp, type Context } from './context.ts';
import { placeOf, type Declared } from './declared.ts';
import { readCodes } from './lower-codes.ts';
import type { Reading } from './lower-number.ts';

const optionsOf = (context: Context, question: Declared): readonly Declared[] =>
  [...question.items.keys()].flatMap((option) => context.merged.named.get(`${question.name}.${option}`) ?? []);

/** Null when part of it could not be read (reported). */
export function lowerOption(context: Context, question: Declared, option: Declared, { mark, read }: Reading): NumberPlan | null {
  const [entry] = [...option.items];
  if (entry === undefined || entry[1].node.broken) return null;
  const [name, item] = entry;
  const { missing } = read(clauseOf(question, 'missing'), true);
  const plan = { kind: 'number', name: option.name, label: declaredLabel(option), formula: null, missing } as const;
  const own = clauseOf(option, 'from');
  if (own !== null) {
    const ticked = clauseOf(question, 'ticked');
    mark(`${option.name}/from`, placeOf(own.file, own.node.span));
    return {
      ...plan,
      column: columnOfOption(option),
      chosen: {
        split: null,
        codes: ticked === null ? [{ kind: 'number', value: 1 }] : codesOf(ticked.node),
        beside: optionsOf(context, question).map(columnOfOption),
      },
    };
  }
  const codes = readCodes(context, item, name, question.name);
  if (codes === null) return null;
  const split = clauseOf(question, 'split');
  const first = [...question.items.keys()][0] === name;
  if (split === null) {
    if (first && !question.broken)
      context.problems.push(
        raise(missingClause, { name: question.name, kind: 'choices', clause: 'split ";"', says: 'separator' }, { place: question.place }),
      );
    return null;
  }
  const separator = columnName(split.node);
  if (separator === null) return null;
  if (separator === '') {
    const place = placeOf(split.file, split.node.span);
    if (first)
      context.problems.push(
        raise(notUnderstood, { found: '""', what: { is: 'one value after', word: 'split' }, example: 'split ";"' }, { place }),
      );
    return null;
  }
  const from = clauseOf(question, 'from');
  const column = from === null ? question.name : (columnName(from.node) ?? question.name);
  if (from !== null) mark(`${option.name}/from`, placeOf(from.file, from.node.span));
  if (!first) return { ...plan, column, chosen: { split: separator, codes, beside: [column] } };
  // What is wrong with the codes of another option is said where that one is read.
  const quiet: Context = { ...context, problems: [] };
  const listed = [...question.items].flatMap(([each, other]) => {
    const own = other.node.broken ? null : readCodes(quiet, other, each, question.name);
    return own === null ? [] : [{ name: each, codes: own }];
  });
  return { ...plan, column, chosen: { split: separator, codes, beside: [column], listed } };
}

function columnOfOption(option: Declared): string {
  const from = clauseOf(option, 'from');
  return from === null ? option.name : (columnName(from.node) ?? option.name);
}

function codesOf(clause: ClauseNode): ValueSet {
  return alternativesOf(clause).flatMap(([atom]) =>
    atom === undefined ? [] : [atom.kind === 'figure' ? numberCode(atom) : { kind: 'text' as const, text: atomText(atom) }],
  );
}

/** The question as a list of its options; nothing where one of them could not be read. */
export function lowerChoices(context: Context): void {
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'choices') continue;
    context.origins.set(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
    const members = optionsOf(context, declared).map((option) => option.name);
    if (members.length === 0 && !declared.broken)
      context.problems.push(raise(noCodes, { name: declared.name, category: null, choices: true }, { place: declared.place }));
    if (members.length === 0 || members.some((member) => !context.variables.has(member))) giveUp(context, declared.name);
    else {
      const plan: GroupPlan = { kind: 'choices', name: declared.name, label: declaredLabel(declared), members };
      context.groups.set(declared.name, plan);
    }
  }
}
