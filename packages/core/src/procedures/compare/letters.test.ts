// Letters of groups against what they have to say: two groups share one exactly where they are not held to differ.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf } from './letters.ts';

const lettersFor = (groups: readonly string[], differing: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(lettersOf(groups, (a, b) => differing.some(([x, y]) => (x === a && y === b) || (x === b && y === a))));

describe('letters of groups', () => {
  it('are what the rule gives by hand', () => {
    expect(lettersFor(['A', 'B', 'C'], [])).toEqual({ A: 'a', B: 'a', C: 'a' });
    expect(lettersFor(['A', 'B', 'C'], [['A', 'C']])).toEqual({ A: 'a', B: 'ab', C: 'b' });
    expect(
      lettersFor(
        ['A', 'B', 'C'],
        [
          ['A', 'B'],
          ['A', 'C'],
          ['B', 'C'],
        ],
      ),
    ).toEqual({ A: 'a', B: 'b', C: 'c' });
    expect(
      lettersFor(
        ['A', 'B', 'C', 'D'],
        [
          ['A', 'C'],
          ['A', 'D'],
          ['B', 'D'],
        ],
      ),
    ).toEqual({ A: 'a', B: 'ab', C: 'bc', D: 'c' });
  });

  it('are shared by two groups exactly where these do not differ, and none is superfluous', () => {
    const GROUPS = ['A', 'B', 'C', 'D', 'E', 'F'];
    const pairs = GROUPS.flatMap((a, at) => GROUPS.slice(at + 1).map((b): readonly [string, string] => [a, b]));
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: pairs.length, maxLength: pairs.length }), (differ) => {
        const letters = lettersFor(
          GROUPS,
          pairs.filter((_, at) => differ[at]),
        );
        for (const [at, [a, b]] of pairs.entries())
          expect(
            [...letters[a]!].some((letter) => letters[b]!.includes(letter)),
            `${a} ${b}`,
          ).toBe(!differ[at]);
        // No set of groups lies within another.
        const used = [...new Set(Object.values(letters).join(''))];
        const holders = used.map((letter) => GROUPS.filter((group) => letters[group]!.includes(letter)));
        for (const [at, one] of holders.entries())
          for (const [place, other] of holders.entries()) if (at !== place) expect(one.every((group) => other.includes(group))).toBe(false);
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });
});
