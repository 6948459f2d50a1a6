// One respondent's score, by id: `integration.score("AS-D-056")`. Which scores there are is the execution's; how an address is read is
// dsl's.
import { rowNumber } from '../../data/frame.ts';
import { keyOf } from '../../data/keys.ts';
import type { Texts } from '../../data/texts.ts';
import { listed } from '../../text/listed.ts';
import { nearestFew } from '../../text/nearest.ts';
import { formatName, type Quantity } from '../../contract/quantity.ts';
import { scoreNames } from '../plan.ts';
import { valuesOf, type State } from '../state.ts';
import { ofRespondents, type Answered } from './of-respondents.ts';

export type RespondentScore =
  | { readonly found: Quantity }
  /** Nothing that respondents have a number of is called so; what is nearest. */
  | { readonly unknown: 'name'; readonly near: readonly string[] }
  /** Nobody has the id; those that are nearest. */
  | { readonly unknown: 'id'; readonly near: readonly string[] };

/** Of an index, a component, a dimension, an indicator or a number. Without `id` in the data block respondents have the numbers of rows. */
export function scoreOfRespondent(answered: Answered, name: string, id: string): RespondentScore {
  // Other indices are not asked, and their mistakes are none of this number's.
  const state = ofRespondents({ ...answered, results: answered.results.only([name]) });
  const reason = state.failed.get(name);
  const values = valuesOf(state, name);
  if (values === null && reason === undefined) return { unknown: 'name', near: nearestFew(name, scoredNames(state)) };
  const { coded, frame } = state;
  const ids: Texts = coded.ids ?? Array.from({ length: coded.rows }, (_, row) => String(rowNumber(frame, row)));
  const wanted = keyOf(id);
  const rows = ids.flatMap((one, row) => (keyOf(one) === wanted ? [row] : []));
  if (rows.length === 0) return { unknown: 'id', near: nearestIds(id, ids) };
  const address = `${formatName(name)}.score(${JSON.stringify(id)})`;
  const none = (why: string): RespondentScore => ({ found: { address, value: null, reason: why, format: 'score' } });
  if (values === null) return none(reason!);
  if (rows.length > 1)
    return none(`${rows.length} respondents have this id: rows ${listed(rows.map((row) => String(rowNumber(frame, row))))}`);
  const value = values[rows[0]!]!;
  return Number.isNaN(value)
    ? none('this respondent has none: an answer that it needs is missing')
    : { found: { address, value, format: 'score' } };
}

/** What respondents can have a number of. */
const scoredNames = ({ plan, coded, groups }: State): readonly string[] => [
  ...coded.numbers.keys(),
  ...groups.keys(),
  ...plan.jobs.flatMap(scoreNames),
];

/** By spelling; else those that begin alike, the longest beginning first. */
function nearestIds(id: string, ids: Texts): readonly string[] {
  const near = nearestFew(id, ids);
  if (near.length > 0) return near;
  for (let length = id.length - 1; length > 0; length--) {
    const alike = ids.filter((one) => one.startsWith(id.slice(0, length)));
    if (alike.length > 0) return alike.slice(0, 3);
  }
  return [];
}
