// Codes that are said to mean two things: a missing code that is a point of a scale or the code of a level. Found from the spec alone.
import { type Answer } from '@studyspec/core';
import { codesShared, missingIsAnswer, raise, writeValueSet, type Code, type ValueSet, type VariablePlan } from '@studyspec/core';
import type { Context } from './context.ts';

interface Use {
  readonly name: string;
  readonly kind: 'indicator' | 'category';
  readonly what: Answer;
  readonly shared: ValueSet;
}

/**
 * One problem for each `missing` clause that contradicts what it holds for. `inherited`: the data block's codes, null without a data block.
 */
export function checkMissing(context: Context, inherited: ValueSet | null): void {
  const byClause = new Map<string, Use[]>();
  /** A clause of a dimension or a block holds for several variables, and is the first one's here. */
  const firstAt = new Map<string, string>();
  for (const variable of context.variables.values()) {
    const missing = variable.missing ?? inherited ?? [];
    const stated = context.origins.get(`${variable.name}/missing`);
    const at = stated === undefined ? variable.name : `${stated.file} ${stated.span.start}`;
    if (!firstAt.has(at)) firstAt.set(at, variable.name);
    const clause = variable.missing === null ? 'data/missing' : `${firstAt.get(at)!}/missing`;
    for (const { what, codes } of answersOf(variable)) {
      const shared = missing.filter((code) => codesShared(code, codes));
      if (shared.length === 0 || variable.kind === 'number') continue;
      byClause.set(clause, [...(byClause.get(clause) ?? []), { name: variable.name, kind: variable.kind, what, shared }]);
    }
  }
  for (const [clause, uses] of byClause) {
    const own = clause !== 'data/missing';
    const place = context.origins.get(clause) ?? context.origins.get(own ? uses[0]!.name : 'data');
    const codes = [...new Set(uses.flatMap(({ shared }) => shared.map((code) => writeValueSet([code]))))];
    const related = own
      ? []
      : uses.slice(0, 3).flatMap(({ name, what, shared }) => {
          const at = context.origins.get(name);
          return at === undefined ? [] : [{ says: { is: 'answer' as const, codes: writeValueSet(shared), answer: what }, place: at }];
        });
    context.problems.push(
      raise(
        missingIsAnswer,
        { codes, uses: uses.map(({ name, kind, what }) => ({ name, kind, what })), own },
        place === undefined ? {} : { place, ...(related.length === 0 ? {} : { related }) },
      ),
    );
  }
}

/**
 * What a variable takes for answers, as far as the spec says it: the points of its scale, and codes of levels but those with an open end.
 */
function answersOf(variable: VariablePlan): { what: Answer; codes: ValueSet }[] {
  if (variable.kind === 'indicator') {
    const asked = variable.askedOn ?? variable.scale;
    return asked === null
      ? []
      : [
          {
            what: { is: 'point', low: asked.low, high: asked.high },
            codes: [{ kind: 'range', low: { value: asked.low, open: false }, high: { value: asked.high, open: false } }],
          },
        ];
  }
  // A category that bins a number takes what the number has.
  if (variable.kind !== 'category' || variable.variable !== null) return [];
  return variable.levels.map((level) => ({ what: { is: 'level', level: level.name }, codes: level.codes.filter(isClosed) }));
}

const isClosed = (code: Code): boolean =>
  code.kind === 'number' || code.kind === 'text' || (code.kind === 'range' && code.low !== null && code.high !== null);
