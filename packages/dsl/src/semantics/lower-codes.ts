// Codes of the levels of a category: read, and held against each other.
import { impossibleNumber, noCodes, overlappingCodes, raise, unknownOption, type Code, type LevelPlan, type Place } from '@studyspec/core';
import type { CodeNode, ItemNode } from '../syntax/ast.ts';
import { codeOf, codeText } from './clauses.ts';
import type { Context } from './context.ts';
import { pathText, placeOf, type Located } from './declared.ts';
import { overlapsOf } from './overlaps.ts';

/** The codes that an item gives to a level; null when they were reported, or could not be read. */
export function readCodes(context: Context, { node, file }: Located<ItemNode>, level: string, owner: string): Code[] | null {
  if (node.codes === null || node.codes.length === 0) {
    if (!node.broken) context.problems.push(raise(noCodes, { name: level, category: owner }, { place: placeOf(file, node.subject.span) }));
    return null;
  }
  const codes: Code[] = [];
  let complete = true;
  for (const code of node.codes) {
    const lowered = codeOf(code);
    if (lowered === null) {
      const text = code.kind === 'address' ? pathText(code.address) : '';
      context.problems.push(
        raise(
          unknownOption,
          { value: text, clause: { is: 'codes', of: level }, options: ['1', '1 | 2', '19..45', `"${text}"`], nearest: null },
          { place: placeOf(file, code.span) },
        ),
      );
      complete = false;
    } else if (lowered.kind === 'range' && lowered.low !== null && lowered.high !== null && lowered.low.value > lowered.high.value) {
      context.problems.push(
        raise(
          impossibleNumber,
          { found: codeText(lowered), expected: { is: 'not falling' }, what: { is: 'range of', of: level } },
          { place: placeOf(file, code.span) },
        ),
      );
      complete = false;
    } else codes.push(lowered);
  }
  return complete ? codes : null;
}

export function checkOverlaps(
  context: Context,
  owner: string,
  levels: readonly LevelPlan[],
  coders: readonly (Located<ItemNode> | null)[],
): boolean {
  const pairs = overlapsOf(levels);
  for (const { first, at, second, other } of pairs) {
    const [a, b] = [levels[first]!.codes[at]!, levels[second]!.codes[other]!];
    const codes = codeText(a.kind === 'range' ? b : a);
    const partly = a.kind === 'range' && b.kind === 'range';
    const placed = (coder: Located<ItemNode> | null | undefined, index: number): { place: Place } | Record<never, never> => {
      const code: CodeNode | undefined = coder?.node.codes?.[index];
      return coder == null || code === undefined ? {} : { place: placeOf(coder.file, code.span) };
    };
    const before = placed(coders[first], at);
    context.problems.push(
      raise(
        overlappingCodes,
        { category: owner, first: levels[first]!.name, second: levels[second]!.name, codes, partly },
        {
          ...placed(coders[second], other),
          ...('place' in before ? { related: [{ says: { is: 'has' as const, name: levels[first]!.name }, place: before.place }] } : {}),
        },
      ),
    );
  }
  return pairs.length === 0;
}
