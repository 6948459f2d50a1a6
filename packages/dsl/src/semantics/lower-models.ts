// Comparisons of groups, regressions, and the conditions that choose their cases.
import { type Essential } from '@studyspec/core';
import {
  compareOptions,
  errors,
  regressionOptions,
  explainsItself,
  missingClause,
  nearest,
  needsResiduals,
  notUnderstood,
  raise,
  repeatedMember,
  unknownLevel,
  unknownOption,
  wrongKind,
  type CategoryPlan,
  type Code,
  type CompareJob,
  type Condition,
  type RegressionJob,
  type Term,
} from '@studyspec/core';
import type { ConditionNode, TermNode } from '../syntax/ast.ts';
import { leaveOut, losing, wordsFor, type Absence } from './absences.ts';
import { clauseOf, codeOf, declaredLabel, numberCode } from './clauses.ts';
import { categoryOf, find, findAll, giveUp, levelsOf, membersOf, run, type Context } from './context.ts';
import { mended, pathText, placeOf, type Declared, type Located } from './declared.ts';
import { reportRepeats } from './lower-groups.ts';
import { conditionNames } from './map.ts';
import { defaultsOfOptions, readOptions } from './read-option.ts';

const OUTCOME_KINDS = ['index', 'component', 'indicator', 'number', 'dimension'];
const PREDICTOR_KINDS = ['indicator', 'number', 'category', 'block', 'dimension'];

export function lowerModels(context: Context): void {
  for (const declared of context.merged.named.values()) {
    if (declared.kind !== 'compare' && declared.kind !== 'regression') continue;
    context.origins.set(declared.name, declared.place);
    for (const [word, clause] of declared.clauses) context.origins.set(`${declared.name}/${word}`, placeOf(clause.file, clause.node.span));
    const before = context.problems.length;
    const cause = absentInCondition(context, declared);
    if (cause !== null) {
      leaveOut(context, declared, cause);
      continue;
    }
    const job = context.merged.broken.has(declared.name)
      ? null
      : declared.kind === 'compare'
        ? lowerCompare(context, declared)
        : lowerRegression(context, declared);
    if (context.absences.has(declared.name)) continue;
    if (job === null || context.problems.slice(before).some((problem) => problem.severity === 'error')) giveUp(context, declared.name);
    else if (job.kind === 'compare') context.compares.set(declared.name, job);
    else context.regressions.set(declared.name, job);
  }
}

/** Cases that are chosen by something that was not asked cannot be chosen. */
function absentInCondition(context: Context, declared: Declared): Absence | null {
  const clause = clauseOf(declared, 'where');
  const names = new Set<string>();
  if (clause?.node.shape === 'condition') conditionNames(clause.node.condition, names);
  for (const name of names) {
    const absence = losing(context, name, wordsFor(declared));
    if (absence !== null) return absence;
  }
  return null;
}

/** The list a clause holds, or null when the clause is missing (reported) or broken (reported by the parser). */
function listOf(context: Context, declared: Declared, word: string, says: Essential): { terms: readonly TermNode[]; file: string } | null {
  const clause = clauseOf(declared, word);
  if (clause === null) {
    if (!declared.broken)
      context.problems.push(
        raise(missingClause, { name: declared.name, kind: declared.kind, clause: word, says }, { place: declared.place }),
      );
    return null;
  }
  return clause.node.shape === 'terms' ? { terms: clause.node.terms, file: clause.file } : null;
}

function lowerCompare(context: Context, declared: Declared): CompareJob | null {
  const of = listOf(context, declared, 'of', 'compared');
  const by = listOf(context, declared, 'by', 'groups');
  const outcomes =
    of === null ? null : findAll(context, of.terms, of.file, OUTCOME_KINDS, { is: 'compared by', of: declared.name }, wordsFor(declared));
  const groups =
    by === null ? null : findAll(context, by.terms, by.file, ['category'], { is: 'groups', of: declared.name }, wordsFor(declared));
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, compareOptions);
  if (outcomes !== null) reportRepeats(context, outcomes.found, [], { is: 'comparison', of: declared.name });
  if (groups !== null) reportRepeats(context, groups.found, [], { is: 'comparison', of: declared.name });
  for (const list of [outcomes, groups])
    if (list?.complete === true && list.found.length === 0 && list.absent.length > 0) return leaveOut(context, declared, list.absent[0]!);
  if (outcomes === null || groups === null || !outcomes.complete || !groups.complete || where === undefined || chosen === null) return null;
  return {
    kind: 'compare',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.map((one) => one.name),
    by: groups.found.map((one) => one.name),
    where,
    missing: chosen.missing.kind,
    postHoc: chosen.postHoc.kind,
    defaults: defaultsOfOptions(declared, compareOptions),
  };
}

function lowerRegression(context: Context, declared: Declared): RegressionJob | null {
  refuseSteps(context, declared);
  const explain = listOf(context, declared, 'explain', 'explained');
  const outcomes =
    explain === null
      ? null
      : findAll(context, explain.terms, explain.file, OUTCOME_KINDS, { is: 'outcome', of: declared.name }, wordsFor(declared));
  if (outcomes !== null) reportRepeats(context, outcomes.found, [], { is: 'outcomes', of: declared.name });
  const by = listOf(context, declared, 'by', 'explaining');
  const terms = by === null ? null : readTerms(context, declared, by.terms, by.file);
  const where = readWhere(context, declared);
  const chosen = readOptions(context, declared, regressionOptions);
  if (outcomes?.complete === true && outcomes.found.length === 0 && outcomes.absent.length > 0)
    return leaveOut(context, declared, outcomes.absent[0]!);
  if (outcomes === null || terms === null || !outcomes.complete || where === undefined || chosen === null) return null;
  for (const outcome of outcomes.found) {
    if (!terms.some(({ term }) => term.includes(outcome.name))) continue;
    context.problems.push(raise(explainsItself, { name: outcome.name, regression: declared.name }, { place: outcome.place }));
  }
  if (errors.choices[chosen.errors.kind].estimate !== null && chosen.missing.kind === 'pairwise') {
    const clause = clauseOf(declared, 'errors')!;
    context.problems.push(
      raise(needsResiduals, { regression: declared.name, errors: chosen.errors.kind }, { place: placeOf(clause.file, clause.node.span) }),
    );
  }
  return {
    kind: 'regression',
    name: declared.name,
    label: declaredLabel(declared),
    outcomes: outcomes.found.map((one) => one.name),
    terms,
    where,
    missing: chosen.missing.kind,
    errors: chosen.errors,
    show: chosen.show,
    confidence: 0.95,
    defaults: defaultsOfOptions(declared, regressionOptions),
  };
}

/** Predictors enter together: `then`, as other programs have it for steps, is no comma. */
function refuseSteps(context: Context, declared: Declared): void {
  for (const word of ['by', 'explain', 'of']) {
    const clause = clauseOf(declared, word);
    if (clause === null || clause.node.shape !== 'terms') continue;
    const { terms } = clause.node;
    for (const [at, term] of terms.entries()) {
      if (at === 0 || term.step === terms[at - 1]!.step) continue;
      const place = placeOf(clause.file, { start: terms[at - 1]!.span.end, end: term.span.start });
      context.problems.push(
        raise(
          notUnderstood,
          { found: 'then', what: { is: 'comma' }, example: `${word} a, b` },
          { place, fixes: [{ act: { do: 'write comma' }, edits: [{ ...place, text: ', ' }] }] },
        ),
      );
    }
  }
}

function readTerms(context: Context, declared: Declared, nodes: readonly TermNode[], file: string): RegressionJob['terms'] | null {
  const terms: { term: Term; block: string | null; step: number }[] = [];
  const seen = new Set<string>();
  let complete = true;
  let missed: Absence | null = null;
  /** Skips what was not asked, and notes the loss. */
  const asked = (one: Declared): boolean => {
    const absence = losing(context, one.name, wordsFor(declared));
    for (const lost of context.thinned.get(one.name) ?? []) lost.lost.add(wordsFor(declared));
    missed ??= absence;
    return absence === null;
  };
  const add = (term: Term, block: string | null, node: TermNode, step: number): void => {
    const key = [...term].sort().join(':');
    if (seen.has(key))
      context.problems.push(
        raise(
          repeatedMember,
          { name: term.join(' * '), list: { is: 'predictors', of: declared.name } },
          { place: placeOf(file, node.span) },
        ),
      );
    else terms.push({ term, block, step });
    seen.add(key);
  };
  for (const node of nodes) {
    const factors: Declared[] = [];
    for (const factor of node.factors) {
      const found = find(context, pathText(factor), placeOf(file, factor.span), PREDICTOR_KINDS, { is: 'predictor', of: declared.name });
      if (found === null) complete = false;
      else factors.push(found);
    }
    if (factors.length < node.factors.length) continue;
    if (node.to !== null) {
      const end = find(context, pathText(node.to), placeOf(file, node.to.span), PREDICTOR_KINDS, { is: 'predictor', of: declared.name });
      if (end === null) {
        complete = false;
        continue;
      }
      for (const one of run(context, factors[0]!, end, ['indicator', 'number', 'category']))
        if (asked(one)) add([one.name], null, node, node.step);
    } else if (factors.length === 1) {
      const [one] = factors as [Declared];
      if (!asked(one)) continue;
      const isGroup = context.groups.has(one.name);
      for (const member of membersOf(context, one.name)) add([member], isGroup ? one.name : null, node, node.step);
    } else {
      const group = factors.find((factor) => context.groups.has(factor.name));
      if (group !== undefined) {
        context.problems.push(
          raise(
            wrongKind,
            { name: group.name, found: group.kind, expected: ['indicator', 'number', 'category'], role: { is: 'factor' } },
            { place: placeOf(file, node.span) },
          ),
        );
        complete = false;
        continue;
      }
      // A product comes with its main effects.
      const present = factors.filter(asked);
      for (const factor of present) if (!seen.has(factor.name)) add([factor.name], null, node, node.step);
      if (present.length === factors.length)
        add(
          factors.map((factor) => factor.name),
          null,
          node,
          node.step,
        );
    }
  }
  if (complete && terms.length === 0 && missed !== null) return leaveOut(context, declared, missed);
  return complete ? terms : null;
}

/** The `where` clause; undefined when it could not be read (reported). */
function readWhere(context: Context, declared: Declared): Condition | null | undefined {
  const clause = clauseOf(declared, 'where');
  if (clause === null) return null;
  return clause.node.shape === 'condition'
    ? (lowerCondition(context, { node: clause.node.condition, file: clause.file }) ?? undefined)
    : undefined;
}

function lowerCondition(context: Context, { node, file }: Located<ConditionNode>): Condition | null {
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
    find(context, name, place, ['category', 'indicator', 'number', 'index', 'component', 'dimension'], { is: 'tested' }) === null
  )
    return null;
  if (declared === undefined && context.merged.broken.has(name)) return null;
  if (declared === undefined) context.origins.set(`where/${name}`, place);
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
    const code = node.operator === '=' ? numberCode(node.value) : null;
    if (code?.kind === 'text') return { kind: 'is', variable: name, not: false, levels: null, values: [code] };
    return { kind: 'compare', variable: name, operator: node.operator, value: node.value.value };
  }
  return category !== null ? conditionOnLevels(context, node, category, file) : conditionOnValues(context, node, name, file);
}

function conditionOnLevels(
  context: Context,
  node: Extract<ConditionNode, { kind: 'is' }>,
  category: CategoryPlan,
  file: string,
): Condition | null {
  const names = levelsOf(category);
  const levels: string[] = [];
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
  return { kind: 'is', variable: category.name, not: node.not, levels, values: null };
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
