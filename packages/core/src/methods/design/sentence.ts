// Who answered, how they were drawn, and what was made of answers that are missing or impossible, as sentences have it. The words stand in
// words/<language>/methods.
import { labelText } from '../../contract/label-text.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { dataOptions } from '../../data/options.ts';
import type { ClausesOf } from '../clauses.ts';
import { valueSetTexts } from '../context.ts';
import type { Prose } from '../prose.ts';
import { baseName } from './base-name.ts';

/** How a file is read changes no answer. */
type Reading = 'header' | 'decimal';

const clausesOf = ({ sample }: MethodsWords) =>
  ({ outOfRange: sample.outOfRange, lonely: sample.design.lonely }) satisfies ClausesOf<Omit<typeof dataOptions, Reading>>;

export function sampleSentences(prose: Prose): readonly string[] {
  const { words, number, name, names, context } = prose;
  const own = words.sample;
  const { plan } = context;
  const { data } = plan;
  if (data === null) return [];
  const asked = plan.variables.some((one) => one.kind === 'indicator');
  const [n, rows, left, kept, unusable] = [
    number('sample'),
    number('sample.rows'),
    number('sample.left_out'),
    number('sample.kept'),
    number('sample.unusable'),
  ];
  const codes = valueSetTexts(
    data.missing.filter((code) => code.kind !== 'blank'),
    context.words,
  );
  const further = plan.variables
    .filter((one) => one.missing !== null && one.missing.some((code) => code.kind !== 'blank'))
    .map((one) => one.name);
  const outOfRange = clausesOf(words).outOfRange;
  return [
    ...(n === null ? [] : [own.who[asked ? 'respondents' : 'cases'](n)]),
    ...(plan.replicates === undefined ? [] : [own.replicates(labelText(plan.replicates, context.language))]),
    ...(data.where === undefined || left === null || rows === null ? [] : [own.leftOut(prose.condition(data.where), left, rows)]),
    ...(data.joins.length === 0
      ? []
      : [
          own.joined(
            data.joins.map(({ file }) => `“${baseName(file)}”`),
            names(data.joins.map(({ on }) => on)),
          ),
        ]),
    own.missingCodes(codes),
    ...(further.length === 0 ? [] : [own.ownCodes(names(further))]),
    ...(data.outOfRange === 'kept'
      ? [outOfRange.kept(kept ?? { value: 0, shown: '0', text: '0' })]
      : unusable === null || unusable.value === 0
        ? []
        : [outOfRange.dropped(unusable)]),
    ...(data.design === undefined ? (data.cluster === undefined ? [] : [own.clustered(name(data.cluster))]) : designSentences(prose)),
  ];
}

function designSentences({ words, number, name, names, context }: Prose): readonly string[] {
  const own = words.sample.design;
  const data = context.plan.data!;
  const { weight, stratum, population, margins } = data.design!;
  const [strata, units] = [number('sample.strata'), number('sample.psus')];
  const lonely = clausesOf(words).lonely[data.lonely ?? 'refused'];
  return [
    ...(weight === undefined ? [] : [own.weight(name(weight))]),
    ...(margins === undefined ? [] : [own.margins(names(margins.map(({ category }) => category)))]),
    ...(strata === null || units === null
      ? []
      : [
          own.drawn(stratum === undefined ? null : { name: name(stratum), count: strata }, {
            name: data.cluster === undefined ? null : name(data.cluster),
            count: units,
          }),
        ]),
    own.errors(number('sample.df')),
    ...(population === undefined ? [] : [own.population]),
    ...(lonely === null ? [] : [lonely]),
  ];
}
