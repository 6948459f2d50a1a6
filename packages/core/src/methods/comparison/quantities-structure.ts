// Numbers of a comparison about the components of an index: congruence, loadings, items that moved. One entry each.
import type { ComparedStructure } from './structure.ts';
import type { InStudies } from './quantities-items.ts';
import type { ItemComparison, StructureComparison } from '../index/structures.ts';
import type { IntervalEstimate } from '../../procedures/congruence/interval.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

type Structures = InStudies<ComparedStructure>;
type Component = string | number;
const foundIn = ({ of }: Structures, study: string): StructureComparison | null => {
  const found = of.against.find((one) => one.study === study)?.found;
  return found === undefined || 'problem' in found ? null : found;
};
/** How a component is called in an address: by the first study's name, else by its place. */
export const componentKey = (of: ComparedStructure, at: number): Component => of.components[at] ?? at + 1;
const placeOf = (of: ComparedStructure, component: Component): number =>
  of.components.findIndex((_, at) => componentKey(of, at) === component);
const componentIn = (all: Structures, component: Component, study: string) => foundIn(all, study)?.components[placeOf(all.of, component)];
const itemAt = (all: Structures, item: string, study: string): ItemComparison | undefined =>
  foundIn(all, study)?.items.find((one) => one.item === item);
export const comparedComponents = ({ of, studies }: Structures): readonly [Component, string][] =>
  studies.slice(1).flatMap((study) => of.components.map((_, at): [Component, string] => [componentKey(of, at), study]));
export const comparedItemsOf = ({ of, studies }: Structures): readonly [string, string][] =>
  studies.slice(1).flatMap((study) => of.items.map((item): [string, string] => [item, study]));
const noComponents = (all: Structures, study: string): string | null =>
  foundIn(all, study) === null ? 'too few cases, an item without variance, or too many components' : null;
const noPhi = (all: Structures, _: Component, study: string): string | null => noComponents(all, study) ?? 'no component answers to it';
const noBootstrap = (all: Structures, of: Component, study: string): string | null =>
  noComponents(all, study) ?? `${foundIn(all, study)!.bootstrap === null ? 'no' : 'too few usable'} bootstrap samples for ${of}`;
const tucker = 'Tucker 1951; Lorenzo-Seva & ten Berge 2006, Methodology 2:57–64';
const target = 'McCrae et al. 1996, Journal of Personality and Social Psychology 70:552–566';
const end = (of: IntervalEstimate | null | undefined, which: 'low' | 'high'): number | undefined => of?.[which];
const draws = (quantile: string): string => `${quantile} of bootstrapped values, respondents drawn within each study`;
/** The item's row of a matrix of loadings. */
const rowOf = ({ of }: Structures, loadings: readonly (readonly number[])[] | undefined, item: string): readonly number[] | undefined =>
  loadings?.[of.items.indexOf(item)];

export const comparedStructureQuantities = quantities<Structures, never>()({
  'congruence(component, study)': {
    range: within.correlation,
    doc: 'Tucker’s φ of a component with the first study’s, as found',
    label: 'φ',
    format: 'coefficient',
    formula: 'φ = Σab / √(Σa² · Σb²), columns matched and signed',
    source: tucker,
    over: comparedComponents,
    why: noPhi,
    value: (all, component, study) => componentIn(all, component, study)?.phi,
  },
  'congruence.low(component, study)': {
    range: within.correlation,
    doc: 'lower end of its percentile bootstrap interval',
    label: 'φ, low',
    format: 'coefficient',
    formula: draws('2.5 % quantile'),
    source: tucker,
    over: comparedComponents,
    why: noBootstrap,
    value: (all, component, study) => end(componentIn(all, component, study)?.interval, 'low'),
  },
  'congruence.high(component, study)': {
    range: within.correlation,
    doc: 'upper end',
    label: 'φ, high',
    format: 'coefficient',
    formula: draws('97.5 % quantile'),
    source: tucker,
    over: comparedComponents,
    why: noBootstrap,
    value: (all, component, study) => end(componentIn(all, component, study)?.interval, 'high'),
  },
  'congruence.rotated(component, study)': {
    range: within.correlation,
    doc: 'φ after rotation of the whole solution to the first study’s',
    label: 'φ rotated',
    format: 'coefficient',
    formula: 'φ of B·T, T the orthogonal matrix with the least Σ(A − B·T)²',
    source: target,
    over: comparedComponents,
    why: noPhi,
    value: (all, component, study) => componentIn(all, component, study)?.rotatedPhi,
  },
  'congruence.rotated.low(component, study)': {
    range: within.correlation,
    doc: 'lower end of its percentile bootstrap interval',
    label: 'φ rotated, low',
    format: 'coefficient',
    formula: draws('2.5 % quantile'),
    source: target,
    over: comparedComponents,
    why: noBootstrap,
    value: (all, component, study) => end(componentIn(all, component, study)?.rotatedInterval, 'low'),
  },
  'congruence.rotated.high(component, study)': {
    range: within.correlation,
    doc: 'upper end',
    label: 'φ rotated, high',
    format: 'coefficient',
    formula: draws('97.5 % quantile'),
    source: target,
    over: comparedComponents,
    why: noBootstrap,
    value: (all, component, study) => end(componentIn(all, component, study)?.rotatedInterval, 'high'),
  },
  'loading(item, component, study)': {
    range: within.loading,
    doc: 'loading that a study is held against: the first study’s own, or another’s rotated to it',
    label: 'Loading',
    format: 'coefficient',
    formula: 'first study: a; others: the row of B·T',
    source: target,
    over: ({ of, studies }) =>
      studies.flatMap((study) =>
        of.items.flatMap((item) => of.components.map((_, at): [string, Component, string] => [item, componentKey(of, at), study])),
      ),
    why: (all, _, __, study) => noComponents(all, study) ?? 'not defined',
    value: (all, item, component, study) => {
      const first = study === all.studies[0];
      const found = first ? all.studies.slice(1).flatMap((one) => foundIn(all, one) ?? [])[0] : foundIn(all, study);
      return rowOf(all, first ? found?.original : found?.rotated, item)?.[placeOf(all.of, component)];
    },
  },
  'moved(item, study)': {
    range: within.share,
    doc: 'whether an item’s highest loading is elsewhere and the bootstrap bears it out: 1, else 0',
    label: 'Moved',
    format: 'count',
    formula: '1 where the interval of the lead lies below 0 in the study and above 0 in the first',
    source: target,
    over: comparedItemsOf,
    why: (all, _, study) => noComponents(all, study),
    value: (all, item, study) => {
      const found = itemAt(all, item, study);
      return found === undefined ? null : found.moved === 'established' ? 1 : 0;
    },
  },
  'lead(item, study)': {
    range: null,
    doc: 'an item’s loading at home less its largest elsewhere: below 0 when it has left',
    label: 'Lead',
    format: 'coefficient',
    formula: '|a at home| − max |a elsewhere|, rotated to the first study',
    source: target,
    over: comparedItemsOf,
    why: (all, _, study) => noComponents(all, study) ?? 'a single component has no elsewhere',
    value: (all, item, study) => itemAt(all, item, study)?.lead,
  },
});
