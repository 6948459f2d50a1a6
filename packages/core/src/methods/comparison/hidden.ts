// What of a comparison is hidden by `report { cells N }`, of the file that compares or of one of its studies. What a study's few
// respondents gave is left out before anything is computed of several studies together (compare-studies.ts, coefficients.ts), so that
// nothing that is made of them needs hiding; here is which numbers say so, and which counts of respondents are withheld. What a study hides
// of itself (the mean of two answers, one of which few gave) its comparison hides too.
import { addressFor, type Hides } from '../../contract/declared-quantity.ts';
import type { Hidden } from '../../contract/quantity.ts';
import { withheldLevels } from '../cells.ts';
import type { ComparedItem, ComparedReliability } from './side-by-side.ts';
import type { ComparedScores } from './scores.ts';
import { leastOf, type ComparedStudy } from './study.ts';

/** Nothing but that there is something. */
const CLOSED: Hidden = { below: null };

export const anyHides = (studies: readonly ComparedStudy[]): boolean => studies.some((study) => leastOf(study) > 0);

const byStudy =
  (studies: readonly ComparedStudy[], hidden: (at: number, key: string) => Hidden | null): Hides =>
  (key, given) => {
    const at = studies.findIndex(({ name }) => name === given.at(-1));
    return at < 0 ? null : hidden(at, key);
  };

/** Of few respondents, or of a share that few have: then of a test against the first study too. */
export function hidesOfItem(studies: readonly ComparedStudy[], item: ComparedItem): Hides | undefined {
  if (!anyHides(studies)) return undefined;
  const few = (at: number): boolean => item.studies[at]?.few === true;
  const share = (at: number): boolean => hiddenInStudy(studies[at]!, addressFor([item.name], 'mean'));
  return byStudy(studies, (at, key) => {
    if (key === 'n(study)') return few(at) ? { below: leastOf(studies[at]!) } : null;
    const own = key === 'mean(study)' || key === 'sd(study)';
    return (own ? [at] : [0, at]).some((one) => few(one) || share(one)) ? CLOSED : null;
  });
}

/** How many items a scale has is no number of respondents. */
export const hidesOfScale = (studies: readonly ComparedStudy[], scale: ComparedReliability): Hides | undefined =>
  anyHides(studies)
    ? byStudy(studies, (at, key) => (key !== 'items(study)' && scale.studies[at]?.few === true ? CLOSED : null))
    : undefined;

/** Respondents beyond the first study's goalposts, beside all who have a score. */
export const hidesOfScores = (studies: readonly ComparedStudy[], scores: ComparedScores): Hides | undefined =>
  anyHides(studies)
    ? byStudy(studies, (at, key) => (key === 'frozen.outside(study)' ? hiddenOutside(studies[at]!, scores, at) : null))
    : undefined;

function hiddenOutside(study: ComparedStudy, { ways }: ComparedScores, at: number): Hidden | null {
  const { scores, index } = ways.studies[at]!.frozen;
  const outside = scores.outside.index.below + scores.outside.index.above;
  const least = leastOf(study);
  const withheld = withheldLevels({ least }, ['outside', 'within'], [outside, index.n - outside]).get('outside');
  return withheld === undefined ? null : { below: withheld === 'few' ? least : null };
}

/** What each study's own model is made of is told with its number of cases. */
export const hidesOfOutcome = (studies: readonly ComparedStudy[], few: readonly (number | null)[]): Hides | undefined =>
  few.every((one) => one === null)
    ? undefined
    : byStudy(studies, (at, key) => (few[at] == null ? null : { below: key === 'n(study)' ? few[at] : null }));

const hiddenInStudy = ({ results }: ComparedStudy, address: string): boolean => results.quantities.get(address)?.hidden !== undefined;
