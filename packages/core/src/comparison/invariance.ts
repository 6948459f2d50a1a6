// Is the index measured alike everywhere? The dimensions that the index is made of, as a multi-group factor model over the items that all studies asked.
import { invariance, type Invariance } from '../procedures/invariance/index.ts';
import { comparableItems, type ComparedStudy } from './study.ts';

export interface ComparedInvariance {
  readonly index: string;
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** Common items that the model leaves out: their dimension has no other item that everyone asked. */
  readonly left: readonly string[];
  readonly result: Invariance;
}

/** One model an index of the first study; factors are its dimensions (one factor over all items where it has none). */
export function comparedInvariance(studies: readonly ComparedStudy[], index: string): ComparedInvariance {
  const items = comparableItems(studies, index);
  const first = studies[0]!;
  const dimensions = first.plan.groups.filter((group) => group.kind === 'dimension').map((group) => ({ name: group.name, items: group.members.filter((member) => items.includes(member)) })).filter((one) => one.items.length > 0);
  const covered = new Set(dimensions.flatMap((one) => one.items));
  const all = items.every((item) => covered.has(item)) ? dimensions : [{ name: index, items }];
  const factors = all.filter((one) => one.items.length > 1);
  const order = factors.flatMap((one) => one.items);
  const groups = studies.map((study) => ({ name: study.name, columns: order.map((item) => study.coded.numbers.get(item)!) }));
  return { index, factors, left: items.filter((item) => !order.includes(item)), result: invariance({ factors }, groups) };
}
