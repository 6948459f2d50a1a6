// Conditions: what chooses cases (`where`) and what makes a number of 1 and 0 (`when`).
import {
  impossibleNumber,
  nearest,
  raise,
  unknownLevel,
  unknownOption,
  wrongKind,
  type CategoryPlan,
  type Code,
  type Condition,
  type Place,
  type Span,
} from '@studyspec/core';
import type { ConditionNode } from '../syntax/ast.ts';
import { clauseOf, codeOf, numberCode } from './clauses.ts';
import { categoryOf, find, levelsOf, type Context } from './context.ts';
import { mended, pathText, placeOf, type Declared, type Located } from './declared.ts';

/** The `where` clause; undefined when it could not be read (reported). */
export function readWhere(context: Context, declared: Declared): Condition | null | undefined {
  const clause = clauseOf(declared, 'where');
  if (clause === null) return null;
  return clause.node.shape === 'condition'
    ? (lowerCondition(context, { node: clause.node.condition, file: clause.file }) ?? undefined)
    : undefined;
}

export function lowerCondition(context: Context, { node, file }: Located<ConditionNode>): Condition | null {
  if (node.kind === 'and' || node.kind === 'or') {
    const parts = node.parts.map((part) => lowerCondition(context, { node: part, file }));
    return parts.some((part) => part === null) ? null : { kind: node.kind, parts: parts as Condition[] };
  }
  return lowerTest(context, node as Exclude<ConditionNode, { kind: 'and' | 'or' }>, file);
}

function lowerTest(context: Context, node: Exclude<ConditionNode, { kind: 'and' | 'or' }>, file: string): Condition | null {
  const name = pathText(node.variable);
  const place = placeOf(file, node.variable.span);
  const declared = context.merged.named.get(name);
  // A name that is not declared is a column of the file; whether the file has it is known when the data are.
  if (
    declared !== undefined &&
    find(context, name, place, ['category', 'choices', 'indicator', 'number', 'index', 'component', 'dimension'], { is: 'tested' }) === null
  )
    return null;
  if (declared === undefined && context.merged.broken.has(name)) return null;
  if (declared === undefined) context.origins.set(`where/${name}`, place);
  if (declared?.kind === 'choices') return conditionOnOptions(context, node, declared, place, file);
  const category = categoryOf(context, name);
  if (node.kind === 'compare') {
    if (category !== null) {
      context.problems.push(
        raise(
          wrongKind,
          { name, found: 'category', expected: ['number', 'indicator'], role: { is: 'operand', operator: node.operator } },
          { place },
        ),
      );
      return null;
    }
    if (!Number.isFinite(node.value.value)) {
      context.problems.push(
        raise(
          impossibleNumber,
          { found: node.value.text, expected: { is: 'no division by 0' }, what: { is: 'limit', of: name } },
          { place: placeOf(file, node.value.span) },
        ),
      );
      return null;
    }
    const code = node.operator === '=' ? numberCode(node.value) : null;
    if (code?.kind === 'text') return { kind: 'is', variable: name, not: false, levels: null, values: [code] };
    return { kind: 'compare', variable: name, operator: node.operator, value: node.value.value };
  }
  return category !== null ? conditionOnLevels(context, node, category, file) : conditionOnValues(context, node, name, file);
}

/** `needs is food | water`: any of these was chosen; `is not`: none of them. */
function conditionOnOptions(
  context: Context,
  node: Exclude<ConditionNode, { kind: 'and' | 'or' }>,
  question: Declared,
  place: Place,
  file: string,
): Condition | null {
  const options = [...question.items.keys()];
  if (node.kind === 'compare') {
    const role = { is: 'operand', operator: node.operator } as const;
    context.problems.push(raise(wrongKind, { name: question.name, found: 'choices', expected: ['number', 'indicator'], role }, { place }));
    return null;
  }
  const parts: Condition[] = [];
  for (const code of node.codes) {
    const text = code.kind === 'address' ? pathText(code.address) : code.kind === 'text' ? code.text : '';
    const option = options.find((one) => one === text || `${question.name}.${one}` === text);
    if (option === undefined) {
      const near = nearest(text, options);
      context.problems.push(
        raise(
          unknownLevel,
          { level: text, category: question.name, levels: options, nearest: near },
          mended(placeOf(file, code.span), near),
        ),
      );
      return null;
    }
    parts.push({ kind: 'compare', variable: `${question.name}.${option}`, operator: '=', value: node.not ? 0 : 1 });
  }
  return parts.length === 1 ? parts[0]! : { kind: node.not ? 'and' : 'or', parts };
}

function conditionOnLevels(
  context: Context,
  node: Extract<ConditionNode, { kind: 'is' }>,
  category: CategoryPlan,
  file: string,
): Condition | null {
  const names = levelsOf(category);
  const levels: string[] = [];
  let blank = false;
  const values: Code[] = [];
  for (const code of node.codes) {
    const text = code.kind === 'address' ? pathText(code.address) : code.kind === 'text' ? code.text : null;
    const front = `${category.name}.`;
    const level =
      text === null
        ? null
        : names.includes(text)
          ? text
          : text.startsWith(front) && names.includes(text.slice(front.length))
            ? text.slice(front.length)
            : null;
    if (level !== null) levels.push(level);
    else if (text === 'blank' && code.kind === 'address') blank = true;
    else if (code.kind === 'address') {
      context.problems.push(
        raise(
          unknownLevel,
          { level: text!, category: category.name, levels: names, nearest: nearest(text!, names) },
          mended(placeOf(file, code.span), nearest(text!, names)),
        ),
      );
      return null;
    } else values.push(codeOf(code)!);
  }
  // Codes instead of names: every level that holds one of them.
  for (const value of values) {
    const asJson = JSON.stringify(value);
    const holder = category.levels.find((level) => level.codes.some((code) => code.kind === value.kind && JSON.stringify(code) === asJson));
    if (holder === undefined) {
      const text = value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.value) : 'this range';
      context.problems.push(
        raise(
          unknownLevel,
          { level: text, category: category.name, levels: names, nearest: nearest(text, names) },
          { place: placeOf(file, node.span) },
        ),
      );
      return null;
    }
    if (!levels.includes(holder.name)) levels.push(holder.name);
  }
  return { kind: 'is', variable: category.name, not: node.not, levels, values: blank ? [{ kind: 'blank' }] : null };
}

function conditionOnValues(context: Context, node: Extract<ConditionNode, { kind: 'is' }>, name: string, file: string): Condition | null {
  const values: Code[] = [];
  for (const code of node.codes) {
    const lowered =
      codeOf(code) ??
      (code.kind === 'address' && context.merged.named.get(name) === undefined
        ? { kind: 'text' as const, text: pathText(code.address) }
        : null);
    if (lowered === null) {
      const text = code.kind === 'address' ? pathText(code.address) : '';
      context.problems.push(
        raise(
          unknownOption,
          { value: text, clause: { is: 'condition', name }, options: ['1', '1..3', `"${text}"`], nearest: null },
          { place: placeOf(file, code.span) },
        ),
      );
      return null;
    }
    values.push(lowered);
  }
  return { kind: 'is', variable: name, not: node.not, levels: null, values };
}

/** The names that a condition tests, each with its place. */
export function testedIn(node: ConditionNode): readonly { readonly name: string; readonly span: Span }[] {
  if ('parts' in node) return node.parts.flatMap(testedIn);
  return [{ name: pathText(node.variable), span: node.variable.span }];
}
