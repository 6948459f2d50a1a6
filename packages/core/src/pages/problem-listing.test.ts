import { tell } from '../words/tell.ts';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../methods/plan.ts';
import { fewCells, keptByAHair, raise } from '../problems/catalogue.ts';
import { countProblems, idleAcceptances, listProblems, listStated } from './problem-listing.ts';

const plan = {
  published: [],
  jobs: [],
  accepted: [{ code: fewCells.code, reason: [{ lang: null, text: 'known' }], at: `accept/${fewCells.code}` }],
} as unknown as Plan;
const rare = raise(fewCells, { category: 'c', levels: [{ level: 'one', count: 2 }] }, { at: 'c' });
const grave = raise(fewCells, { category: 'd', levels: [{ level: 'one', count: 0 }] }, { at: 'd', severity: 'error' });
const other = raise(keptByAHair, { index: 'i', kept: 2, eigenvalue: 1.01, position: 2, parallel: 2 }, { at: 'i/keep' });

describe('the list of problems', () => {
  it('leaves out what is accepted, but no error of the same code', () => {
    expect(listProblems([rare, grave, other], plan).map((one) => tell(one, 'en').message)).toEqual([
      tell(grave, 'en').message,
      tell(other, 'en').message,
    ]);
    expect(countProblems(listProblems([rare, grave, other], plan))).toEqual({ error: 1, warning: 1, info: 0 });
    expect(listStated([rare, grave, other], plan)).toEqual([{ ...rare, stated: [{ lang: null, text: 'known' }] }]);
    expect(listProblems([rare], null)).toEqual([rare]);
  });

  it('tells an acceptance that nothing needs', () => {
    expect(idleAcceptances([rare], plan)).toEqual([]);
    expect(idleAcceptances([other], plan).map((one) => [one.name, one.at])).toEqual([['idle-acceptance', `accept/${fewCells.code}`]]);
  });
});
