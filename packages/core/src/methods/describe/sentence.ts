// What was asked and how variables were made of the answers, as sentences have it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import { labelText } from '../../contract/label-text.ts';
import type { IndicatorPlan, NumberPlan, ScalePlan, VariablePlan } from '../../contract/variables.ts';
import type { categoryOptions, numberOptions } from '../../data/options.ts';
import { formatPlain } from '../../show/format.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import type { Prose } from '../prose.ts';

const clausesOf = ({ sample }: MethodsWords) => ({
  number: sample.number satisfies ClausesOf<typeof numberOptions>,
  category: sample.category satisfies ClausesOf<typeof categoryOptions>,
});

export function measureSentences(prose: Prose): readonly string[] {
  const { words, name, names, context } = prose;
  const own = words.sample;
  const { variables } = context.plan;
  const indicators = variables.filter((one): one is IndicatorPlan => one.kind === 'indicator');
  const scales = scalesOf(prose, indicators);
  const asked = new Map<string, IndicatorPlan[]>();
  for (const one of indicators)
    if (one.askedOn !== null) {
      const key = `${one.askedOn.low} ${one.askedOn.high}`;
      asked.set(key, [...(asked.get(key) ?? []), one]);
    }
  const reversed = indicators.filter((one) => one.reversed).map((one) => one.name);
  return [
    ...(scales.length === 0 ? [] : [own.scales(scales)]),
    ...[...asked.values()].map((all) =>
      own.askedOn(names(all.map((one) => one.name)), formatPlain(all[0]!.askedOn!.low), formatPlain(all[0]!.askedOn!.high)),
    ),
    ...(reversed.length === 0 ? [] : [own.reversed(names(reversed))]),
    ...reliabilitySentences(prose),
    ...variables.flatMap((one) => madeOf(prose, one)),
    ...listed(
      variables,
      (one) => one.kind === 'number' && one.formula !== null,
      (all) => own.computed(names(all)),
    ),
    ...listed(
      variables,
      (one) => one.kind === 'number' && one.when !== undefined,
      (all) => own.flags(names(all)),
    ),
    ...listed(
      variables,
      (one) => one.kind === 'number' && one.reversed === true,
      (all) => own.turned(names(all)),
    ),
    ...groupedSentence(),
  ];

  function groupedSentence(): readonly string[] {
    const pairs = variables.flatMap((one) =>
      one.kind === 'category' && one.variable !== null && one.quantiles === undefined
        ? [{ category: name(one.name), from: name(one.variable) }]
        : [],
    );
    return pairs.length === 0 ? [] : [own.grouped(pairs)];
  }
}

function listed(
  variables: readonly VariablePlan[],
  when: (one: VariablePlan) => boolean,
  say: (names: readonly string[]) => string,
): readonly string[] {
  const found = variables.filter(when).map((one) => one.name);
  return found.length === 0 ? [] : [say(found)];
}

/** Scales by what they are, with the dimensions and other items that are on them. */
function scalesOf({ name, context }: Prose, indicators: readonly IndicatorPlan[]) {
  const { groups } = context.plan;
  const keyOf = (scale: ScalePlan): string => JSON.stringify([scale.low, scale.high, endLabel(scale, 'low'), endLabel(scale, 'high')]);
  const endLabel = (scale: ScalePlan, which: 'low' | 'high'): string => {
    const stated = labelText(which === 'low' ? scale.lowLabel : scale.highLabel, context.language);
    if (stated !== '') return stated;
    const point = scale.points.find((one) => one.value === scale[which]);
    return point === undefined ? '' : labelText(point.label, context.language);
  };
  const scaleOf = new Map(indicators.flatMap((one) => (one.scale === null ? [] : [[one.name, one.scale] as const])));
  const keys = [...new Set([...scaleOf.values()].map(keyOf))];
  return keys.map((key) => {
    const on = (item: string): boolean => scaleOf.has(item) && keyOf(scaleOf.get(item)!) === key;
    const dimensions = groups.filter(({ kind, members }) => kind === 'dimension' && members.length > 0 && members.every(on));
    const items = new Set(dimensions.flatMap(({ members }) => members));
    const all = indicators.filter((one) => on(one.name));
    const scale = scaleOf.get(all[0]!.name)!;
    return {
      low: formatPlain(scale.low),
      high: formatPlain(scale.high),
      lowLabel: endLabel(scale, 'low'),
      highLabel: endLabel(scale, 'high'),
      dimensions: dimensions.map((one) => name(one.name)),
      items: items.size,
      others: all.length - items.size,
    };
  });
}

function reliabilitySentences({ words, name, number, context }: Prose): readonly string[] {
  const groups = context.results.groups.filter((one) => one.reliability !== null).map((one) => one.group.name);
  const of = (key: 'alpha' | 'omega') =>
    groups.flatMap((group) => {
      const found = number(addressFor([group], key));
      return found === null ? [] : [{ of: name(group), number: found }];
    });
  const [alpha, omega] = [of('alpha'), of('omega')];
  return [...(alpha.length === 0 ? [] : [words.sample.alpha(alpha)]), ...(omega.length === 0 ? [] : [words.sample.omega(omega)])];
}

/** How the values of one variable were made, where that is told of it alone. */
function madeOf({ words, name, number, context }: Prose, variable: VariablePlan): readonly string[] {
  const own = words.sample;
  const clauses = clausesOf(words);
  if (variable.kind === 'category')
    return [
      ...(variable.quantiles === undefined
        ? []
        : [clauses.category.quantiles.groups(name(variable.name), name(variable.variable ?? variable.column ?? ''), variable.quantiles)]),
      ...populationSentence(variable.name),
    ];
  if (variable.kind === 'indicator') return [];
  const { within, rescale, per } = variable;
  const needs = needsOf(variable);
  const range = (low: number, high: number): readonly [string, string] => [formatPlain(low), formatPlain(high)];
  return [
    ...(within === undefined
      ? []
      : [
          own.within(
            name(variable.name),
            within.low === null ? null : formatPlain(within.low.value),
            within.high === null ? null : formatPlain(within.high.value),
          ),
        ]),
    ...(rescale === undefined
      ? []
      : [
          clauses.number.rescale.range(
            name(variable.name),
            ...range(rescale.low, rescale.high),
            rescale.goalposts === null
              ? clauses.number.goalposts.observed
              : clauses.number.goalposts.range(...range(rescale.goalposts.low, rescale.goalposts.high)),
          ),
        ]),
    ...(needs === undefined ? [] : [clauses.number.needs.count(name(variable.name), formatPlain(needs))]),
    ...(per === undefined ? [] : [own.averaged(name(variable.name), plainKey(per))]),
  ];

  function populationSentence(category: string): readonly string[] {
    const of = (quantity: string) => number(addressFor([category], quantity));
    const n = of('n');
    if (variable.kind !== 'category' || variable.population === undefined || n === null) return [];
    return [clauses.category.population.given(name(category), n, of('population'), of('sampled'))];
  }

  function plainKey(key: string): string {
    return context.plan.variables.some((one) => one.name === key) ? name(key) : key;
  }
}

function needsOf({ formula }: NumberPlan): number | undefined {
  return formula?.kind === 'call' ? formula.needs : undefined;
}
