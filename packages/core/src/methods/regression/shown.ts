// Which columns of a coefficients' table a method has, and which it shows when none are asked for.
import type { Chosen } from '../../contract/option.ts';
import type { MethodKind } from './method.ts';
import type { show } from './options.ts';

type Column = Chosen<typeof show>[number];

const tests = ['b', 'se', 't', 'p', 'intervals'] as const;
const tobit = { possible: [...tests, 'margins'], usual: ['b', 'se', 'p'] } as const;
const columns: Readonly<Record<MethodKind, { readonly possible: readonly Column[]; readonly usual: readonly Column[] }>> = {
  linear: { possible: ['standardized', ...tests, 'vif', 'importance'], usual: ['standardized'] },
  logit: { possible: [...tests, 'odds', 'margins'], usual: ['b', 'se', 'odds'] },
  probit: { possible: [...tests, 'margins'], usual: ['b', 'se', 'p'] },
  ordered: { possible: [...tests, 'odds', 'margins'], usual: ['b', 'se', 'odds'] },
  multinomial: { possible: [...tests, 'odds', 'margins'], usual: ['b', 'se', 'odds'] },
  poisson: { possible: [...tests, 'odds', 'margins'], usual: ['b', 'se', 'odds'] },
  tobit,
  tobitFrom: tobit,
  tobitTo: tobit,
  mixed: { possible: tests, usual: ['b', 'se', 'p'] },
};

/** `t` is the column of z where the statistic is z. */
export const columnsOfMethod = (kind: MethodKind): readonly Column[] => columns[kind].possible;
export const usualColumns = (kind: MethodKind): readonly Column[] => columns[kind].usual;
