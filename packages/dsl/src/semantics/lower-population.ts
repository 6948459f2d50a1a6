// `population given { a = 148, b = 80 }`: how many the population has of each level of a category.
import {
  impossibleNumber,
  missingValue,
  nearest,
  raise,
  repeatedMember,
  unknownLevel,
  type categoryOptions,
  type Chosen,
} from '@studyspec/core';
import type { ItemNode } from '../syntax/ast.ts';
import { clauseOf, codeText, codeOf } from './clauses.ts';
import type { Context } from './context.ts';
import { mended, pathText, placeOf, type Declared } from './declared.ts';

/** No village has more people. */
const MOST = 1e10;

/**
 * In order of the levels, null for one that nobody speaks of; null where the clause says nothing that holds. What an original states is
 * of its own place: where another survey asked, by a map line, it says nothing.
 */
export function readPopulation(
  context: Context,
  declared: Declared,
  levels: readonly string[],
  chosen: Chosen<typeof categoryOptions.population>,
): readonly (number | null)[] | null {
  const clause = clauseOf(declared, 'population');
  if (chosen.kind === 'unknown' || clause === null) return null;
  if (declared.asking !== null && declared.asking.place.file !== clause.file) return null;
  const items = (clause.node.body ?? []).filter((entry): entry is ItemNode => entry.type === 'item');
  if (items.length === 0) {
    context.problems.push(
      raise(
        missingValue,
        { word: 'population given', example: `population given { ${levels[0]!} = 148 }` },
        { place: placeOf(clause.file, clause.node.span) },
      ),
    );
    return null;
  }
  const found = new Map<string, number>();
  let fine = true;
  for (const { subject, codes, span, broken } of items) {
    if (broken) {
      fine = false;
      continue;
    }
    const level = subject.address === null ? (subject.label?.texts[0]?.text ?? '') : pathText(subject.address);
    const place = placeOf(clause.file, subject.span);
    const [code] = codes ?? [];
    if (!levels.includes(level) || subject.over !== null) {
      const near = nearest(level, levels);
      context.problems.push(raise(unknownLevel, { level, category: declared.name, levels, nearest: near }, mended(place, near)));
      fine = false;
    } else if (found.has(level)) {
      context.problems.push(raise(repeatedMember, { name: level, list: { is: 'clause', word: 'population' } }, { place }));
      fine = false;
    } else if (code?.kind !== 'number' || !(code.figure.value >= 1 && code.figure.value <= MOST && Number.isInteger(code.figure.value))) {
      const lowered = code === undefined ? null : codeOf(code);
      context.problems.push(
        raise(
          impossibleNumber,
          {
            found: lowered === null ? '' : codeText(lowered),
            expected: { is: 'whole within', low: 1, high: MOST },
            what: { is: 'value of', of: level },
          },
          { place: placeOf(clause.file, span) },
        ),
      );
      fine = false;
    } else found.set(level, code.figure.value);
  }
  return fine ? levels.map((level) => found.get(level) ?? null) : null;
}
