// `report { cells N }` in a codebook: of each variable the counts that are hidden, as where a study is executed.
import type { Hidden } from '../contract/quantity.ts';
import { levelCells, withheldCells } from '../procedures/disclosure/small-cells.ts';
import type { SeenData, SeenValue, SeenVariable } from './seen-through.ts';

export function withoutSmallCells(seen: SeenData, least: number | undefined): SeenData {
  if (least === undefined) return seen;
  const few = (count: number | null): number | null => (count !== null && count > 0 && count < least ? null : count);
  return {
    ...seen,
    variables: seen.variables.map((one) => shown(one, least)),
    straightLining: seen.straightLining.map((one) => ({ ...one, straight: few(one.straight) })),
    time: seen.time.map((one) => ({ ...one, fast: few(one.fast) })),
  };
}

const NO_NUMBERS = { mean: null, sd: null, min: null, q25: null, median: null, q75: null, max: null };

function shown(one: SeenVariable, least: number): SeenVariable {
  const hide = (values: readonly SeenValue[], besides: readonly number[] = []): readonly SeenValue[] => {
    const found = withheldCells(levelCells([...values.map(({ count }) => count ?? 0), ...besides]), least);
    return values.map((value, at): SeenValue => {
      const withheld = found[at]!;
      const hidden: Hidden = { below: withheld === 'few' ? least : null };
      return withheld === null ? value : { ...value, count: null, hidden };
    });
  };
  const values = one.values === null ? null : hide(one.values);
  const answered = values?.filter(({ count }) => count !== 0) ?? [];
  // The mean of two values is a percentage; so few answers have no statistic at all.
  const bare = (one.n > 0 && one.n < least) || (answered.length === 2 && answered.some(({ hidden }) => hidden !== undefined));
  return {
    ...one,
    ...(bare ? NO_NUMBERS : {}),
    values,
    missingByCode: hide(one.missingByCode, [one.blank, one.unusable]),
  };
}
