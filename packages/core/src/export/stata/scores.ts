// Indices in Stata: of components (`factor, pcf`, rotated, scores by regression), and of answers.
import { labelText } from '../../contract/label-text.ts';
import { declarationsOf } from '../../methods/composite/declarations.ts';
import { rawEnds } from '../../methods/composite/ends.ts';
import type { CompositeJob } from '../../methods/composite/job.ts';
import { givenWeight, type IndexJob } from '../../methods/index/job.ts';
import type { Writing } from './read.ts';
import { comment, conditionText, labelled, listed, figure, numeral } from './text.ts';

export function componentsCode(writing: Writing, job: IndexJob): readonly string[] | string {
  const { words, reading, language } = writing;
  const { names } = reading;
  if (job.keep.kind !== 'fixed' || job.rescale.kind === 'components') return 'keep';
  const condition = job.where === null ? { holds: '1' } : conditionText(job.where, reading);
  if (condition === undefined) return 'where';
  const lines = [`quietly replace inside_ = ${condition.holds}`];
  let items = job.items.map((item) => names.of(item));
  if (job.missing === 'mean')
    items = items.map((item) => {
      const filled = names.of(`${job.name} ${item}`);
      lines.push(
        `summarize ${item} if inside_, meanonly`,
        `generate double ${filled} = cond(missing(${item}), r(mean), ${item}) if inside_`,
      );
      return filled;
    });
  const [kept, p] = [job.keep.count, items.length];
  const own = (what: string): string => names.of(`${job.name} ${what}`);
  const [chi2, df] = [own('chi2'), (p * (p - 1)) / 2];
  const kaiser = !('kaiser' in job.rotate) || job.rotate.kaiser !== false;
  const rotated = job.rotate.kind === 'varimax' && kept > 1;
  const factors = Array.from({ length: kept }, (_, at) => own(`f${at + 1}`));
  const [L, R] = [own('L'), own('R')];
  lines.push(
    // Without `mineigen(0)` Stata keeps no component whose eigenvalue is below 1, however many are asked for.
    `factor ${listed(items)} if inside_, pcf factors(${kept}) mineigen(0)`,
    ...(rotated ? [`rotate, varimax${kaiser ? ' normalize' : ''}`] : []),
    `matrix ${L} = e(${rotated ? 'r_L' : 'L'})`,
    `predict double ${listed(factors)} if e(sample)`,
    comment(words.adequacy),
    'estat kmo',
    `quietly correlate ${listed(items)} if e(sample)`,
    `matrix ${R} = r(C)`,
    `scalar ${chi2} = -(r(N) - 1 - (2 * ${p} + 5) / 6) * ln(det(${R}))`,
    `display "chi2 = " ${chi2} ", df = ${df}, p = " chi2tail(${df}, ${chi2})`,
    `alpha ${listed(items)} if inside_, asis casewise item`,
    comment(words.scores),
  );
  const parts =
    job.components.length > 0
      ? job.components.map((one) => ({ one, row: job.items.indexOf(one.marker) + 1, name: names.of(one.name), key: one.name }))
      : factors.map((_, at) => ({ one: null, row: at + 1, name: own(`score ${at + 1}`), key: String(at + 1) }));
  for (const [at, { one, row, name, key }] of parts.entries()) {
    lines.push(`local at = ${one === null ? at + 1 : 1}`);
    if (one !== null)
      lines.push(`forvalues a = 1/${kept} {`, `    if abs(${L}[${row}, \`a']) > abs(${L}[${row}, \`at']) local at = \`a'`, '}');
    const [share, turn] = [own(`share ${key}`), own(`turn ${key}`)];
    // The marker's loading is above 0; without a marker the loadings sum to more than 0.
    lines.push(
      `scalar ${share} = 0`,
      `scalar ${turn} = ${one === null ? '0' : `${L}[${row}, \`at']`}`,
      `forvalues j = 1/${p} {`,
      `    scalar ${share} = ${share} + 100 * ${L}[\`j', \`at']^2 / ${p}`,
      ...(one === null ? [`    scalar ${turn} = ${turn} + ${L}[\`j', \`at']`] : []),
      '}',
      `generate double ${name} = .`,
      ...factors.map((factor, column) => `if \`at' == ${column + 1} replace ${name} = cond(${turn} < 0, -1, 1) * ${factor}`),
      `display "% " ${share}`,
    );
  }
  const composed = job.components.length === 0 ? parts : job.compose.map((one) => parts.find(({ key }) => key === one)!);
  const weights = composed.map(({ key }) =>
    job.weight.kind === 'explained' ? own(`share ${key}`) : job.weight.kind === 'equal' ? '1' : numeral(givenWeight(job.weight, key) ?? 0),
  );
  const name = names.of(job.name);
  lines.push(
    `generate double ${name} = ///`,
    `    (${composed.map((part, at) => `${weights[at]!} * ${part.name}`).join(' + ')}) / (${weights.join(' + ')})`,
  );
  for (const { one, own: variable } of [
    { one: job, own: name },
    ...job.components.map((component) => ({ one: component, own: names.of(component.name) })),
  ])
    lines.push(...rescaled(job, variable), `label variable ${variable} ${labelled(labelText(one.label, language, one.name))}`);
  return [
    ...lines,
    `tabstat ${name}, statistics(n mean sd min max)`,
    comment(words.absent(words.numbers(job.name, 'structure, parallel, n.correlations, filled, lost, omega'))),
  ];
}

function rescaled({ rescale, goalposts }: IndexJob, name: string): readonly string[] {
  if (rescale.kind === 't') return [`quietly summarize ${name}`, `replace ${name} = 50 + 10 * (${name} - r(mean)) / r(sd)`];
  if (rescale.kind !== 'range') return [];
  return brought(name, rescale, goalposts.kind === 'range' ? goalposts : null);
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** From its own ends, or from stated ones, onto a range; what lies beyond an end is held there. */
function brought(name: string, onto: Ends, from: Ends | null): readonly string[] {
  const width = figure(onto.high - onto.low);
  if (from === null)
    return [`summarize ${name}, meanonly`, `replace ${name} = ${numeral(onto.low)} + (${name} - r(min)) * ${width} / (r(max) - r(min))`];
  return [
    `replace ${name} = min(max(${name}, ${numeral(from.low)}), ${numeral(from.high)}) if !missing(${name})`,
    `replace ${name} = ${numeral(onto.low)} + (${name} - ${figure(from.low)}) * ${width} / ${figure(from.high - from.low)}`,
  ];
}

/** The mean or the sum of answers. */
export function answersCode({ reading, plan, language, words }: Writing, job: CompositeJob): readonly string[] | string {
  if (job.where !== null) return 'where';
  if (job.turned.length > 0) return 'reversed';
  const { names } = reading;
  const name = names.of(job.name);
  const answered = names.of(`${job.name} answered`);
  const list = listed(job.members.map((member) => names.of(member)));
  const lines = [
    `egen double ${name} = rowmean(${list})`,
    `egen double ${answered} = rownonmiss(${list})`,
    `replace ${name} = . if ${answered} < ${Math.max(1, job.needs)}`,
    ...(job.score === 'mean' ? [] : [`replace ${name} = ${job.members.length} * ${name}`]),
  ];
  if (job.rescale.kind === 'range') {
    const stated =
      job.goalposts.kind === 'range' ? job.goalposts : job.goalposts.kind === 'scale' ? rawEnds(job, declarationsOf(plan)) : null;
    if (stated === null && job.goalposts.kind !== 'observed') return 'goalposts scale';
    lines.push(...brought(name, job.rescale, stated));
  }
  return [
    ...lines,
    `label variable ${name} ${labelled(labelText(job.label, language, job.name))}`,
    comment(words.absent(words.numbers(job.name, 'filled, lost, omega'))),
  ];
}
