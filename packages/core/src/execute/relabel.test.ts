// Which changes of a plan ask for other numbers.
import { expect, it } from 'vitest';
import { sameNumbers } from './relabel.ts';

it('looks at a weight whatever its component is called, and at no label', () => {
  expect(
    sameNumbers(
      {
        weights: [
          ['label', 1],
          ['source', 2],
        ],
      },
      {
        weights: [
          ['label', 1],
          ['source', 3],
        ],
      },
    ),
  ).toBe(false);
  expect(sameNumbers({ label: [{ lang: null, text: 'a' }], keep: 4 }, { label: [{ lang: null, text: 'b' }], keep: 4 })).toBe(true);
  expect(sameNumbers({ label: [], keep: 4 }, { label: [], keep: 5 })).toBe(false);
});
