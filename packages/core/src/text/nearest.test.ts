import { expect, it } from 'vitest';
import { editDistance, nearest, nearestFew } from './nearest.ts';

it('counts inserted, deleted, replaced and swapped letters', () => {
  expect(editDistance('income', 'income')).toBe(0);
  expect(editDistance('incmoe', 'income')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('收入满意度', '收入满意')).toBe(1);
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBeNull();
});

it('offers a name only when it is near for its length', () => {
  const columns = ['com_amenity', 'com_access', 'sex', 'age', 'Income Change'];
  expect(nearest('com_amenty', columns)).toBe('com_amenity');
  expect(nearest('income_change', columns)).toBe('Income Change');
  expect(nearest('agr', columns)).toBe('age');
  expect(nearest('xyz', columns)).toBeNull();
  expect(nearest('x', ['y'])).toBeNull();
  expect(nearest('X', ['x'])).toBe('x');
  expect(nearestFew('q11', ['q1', 'q111', 'q12', 'zz'])).toEqual(['q1', 'q111', 'q12']);
});
