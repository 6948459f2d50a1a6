// Who is a respondent: the data block's `where`.
import { cyclicDefinition, raise, usedNames, type DataPlan } from '@studyspec/core';
import type { ClauseNode } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { placeOf } from './declared.ts';
import { lowerCondition, testedIn } from './lower-condition.ts';

/** Scores are made of respondents' answers: nothing that is computed from them can choose who they are. */
export function lowerRespondents(context: Context, clause: ClauseNode | undefined, file: string): Pick<DataPlan, 'where'> {
  if (clause?.shape !== 'condition') return {};
  const tested = testedIn(clause.condition);
  for (const { name, span } of tested) context.origins.set(`data/where/${name}`, placeOf(file, span));
  for (const { name, span } of tested) {
    const chain = chainToScore(context, name);
    if (chain === null) continue;
    const place = placeOf(file, span);
    context.problems.push(raise(cyclicDefinition, { chain: ['data', ...chain, 'data'], what: 'computed' }, { place }));
    return {};
  }
  const where = lowerCondition(context, { node: clause.condition, file });
  return where === null ? {} : { where };
}

/** From a name through what it is computed from to a score; null where there is none. */
export function chainToScore(context: Context, name: string, seen: ReadonlySet<string> = new Set()): readonly string[] | null {
  if (seen.has(name)) return null;
  if (context.indices.has(name) || context.composites.has(name) || context.components.has(name)) return [name];
  const variable = context.variables.get(name);
  for (const used of variable === undefined ? [] : usedNames(variable)) {
    const chain = chainToScore(context, used, new Set([...seen, name]));
    if (chain !== null) return [name, ...chain];
  }
  return null;
}
