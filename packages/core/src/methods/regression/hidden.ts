// What of a regression is hidden by `report { cells N }`: cases that its condition leaves out, cases with an event or at a limit, the cells
// of a classification table, slopes within groups. Coefficients are of all cases together and are shown.
import type { Hides } from '../../contract/declared-quantity.ts';
import { anyHides, byLevels, hiddenAs, hiddenLevels, hidesAll, hidesLeftOut, NONE, withheldLevels } from '../cells.ts';
import type { RegressionResult } from '../results.ts';
import { isFew, respondentsIn, type Limited } from '../state.ts';

type Found = Pick<RegressionResult['outcomes'][number], 'fit' | 'model'>;

export function hidesOfModel(state: Limited, { fit, model }: Found, cases: number): Hides | undefined {
  if (state.least === 0) return undefined;
  const n = fit?.n ?? model?.n ?? 0;
  if (isFew(state, n)) return hidesAll(state, 'few', ['left_out']);
  return anyHides(
    hidesLeftOut(state, respondentsIn(state), cases),
    hidesCounts(state, model, n),
    byLevels(state, (name) => {
      const category = state.variables.get(name);
      return category?.kind === 'category' ? hiddenLevels(state, category) : NONE;
    }),
  );
}

function hidesCounts(state: Limited, model: Found['model'], n: number): Hides | undefined {
  if (model === null) return undefined;
  const withheld = (names: readonly string[], counts: readonly number[]) => withheldLevels(state, names, counts);
  const events = model.events == null ? NONE : withheld(['events', 'none'], [model.events, n - model.events]);
  const table = model.classification;
  const classified =
    table !== null && [table.truePositive, table.falsePositive, table.trueNegative, table.falseNegative].some((one) => isFew(state, one));
  const { low = 0, high = 0 } = { low: model.censored?.low ?? 0, high: model.censored?.high ?? 0 };
  const limits = model.censored == null ? NONE : withheld(['censored.low', 'censored.high', 'between'], [low, high, n - low - high]);
  return (key) => {
    const own = key === 'events' ? events.get(key) : limits.get(key);
    if (own !== undefined) return { below: own === 'few' ? state.least : null };
    return key.startsWith('classification') && (classified || events.size > 0) ? hiddenAs('other', key, state.least) : null;
  };
}
