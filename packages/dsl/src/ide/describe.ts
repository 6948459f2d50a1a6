// What a hover says of a declaration: its words, how its answers are coded, its numbers, the defaults in force.
import {
  claimsBriefly,
  formatAddress,
  formatName,
  formatQuantity,
  writeCondition,
  writeFormula,
  formatPlain,
  type CategoryPlan,
  type Code,
  type CompositeJob,
  type IndicatorPlan,
  type Label,
  type NumberPlan,
  type ValueSet,
} from '@studyspec/core';
import { codeText } from '../semantics/clauses.ts';
import { effectsTable, correlationsTable, comparisonTable, regressionTable } from './describe-models.ts';
import { bars, code, escape, sparkline, table } from './markdown.ts';
import { labelNode, type Declaration } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { pText, quantityAt, quantityOf, textOfQuantity } from './values.ts';

const join = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n');

/** Markdown of a declared name; its parts hold whatever is known, down to the name alone. */
export function describeDeclaration(s: Snapshot, declaration: Declaration): string {
  const { name, kind } = declaration;
  return join(
    heading(declaration),
    labels(declaration),
    body(s, name, kind),
    s.numbers?.stale === true && hasNumbers(kind) && '*Numbers of the text before the last change.*',
  );
}

const hasNumbers = (kind: string): boolean => kind !== 'scale';

function heading({ name, kind, parent }: Declaration): string {
  return `**${kind}** ${code(name)}${parent === null ? '' : ` · in ${code(parent)}`}`;
}

function labels(declaration: Declaration): string {
  const node = labelNode(declaration);
  return node === null ? '' : node.texts.map(({ lang, text }) => (lang === null ? escape(text) : `${lang}: ${escape(text)}`)).join('  \n');
}

export function labelText(label: Label): string {
  return label[0]?.text ?? '';
}

function body(s: Snapshot, name: string, kind: string): string {
  // While a declaration is broken, what was last computed of it still stands.
  const variable =
    s.study.compiled.context?.variables.get(name) ?? s.numbers?.results.variables.find((one) => one.variable.name === name)?.variable;
  switch (kind) {
    case 'indicator':
      return join(variable?.kind === 'indicator' && coding(s, variable), histogram(s, name), variableNumbers(s, name));
    case 'number':
      return join(variable?.kind === 'number' && numberCoding(variable), variableNumbers(s, name));
    case 'category':
      return variable?.kind === 'category' ? categoryBody(s, variable) : '';
    case 'dimension':
    case 'block':
      return groupBody(s, name);
    case 'index':
      return indexBody(s, name);
    case 'component':
      return componentBody(s, name);
    case 'compare':
      return compareBody(s, name);
    case 'correlate':
      return correlateBody(s, name);
    case 'regression':
      return regressionBody(s, name);
    case 'deprivation':
      return deprivationBody(s, name);
    case 'mediation':
      return mediationBody(s, name);
    case 'measurement':
      return measurementBody(s, name);
    case 'quantity':
      return quantityBody(s, name);
    case 'hypothesis':
      return hypothesisBody(s, name);
    default:
      return '';
  }
}

const valueSet = (set: ValueSet): string => set.map((one: Code) => code(codeText(one))).join(', ');

function missingText(s: Snapshot, own: ValueSet | null): string {
  const set = own ?? s.study.compiled.plan?.data?.missing ?? [];
  const listed = set.filter((one) => one.kind !== 'blank');
  return `missing: blank${listed.length === 0 ? '' : `, ${valueSet(listed)}`}`;
}

function coding(s: Snapshot, variable: IndicatorPlan): string {
  const { scale, askedOn } = variable;
  const range =
    scale === null
      ? 'no scale'
      : `scale ${scale.name === null ? '' : `${code(scale.name)} `}${formatPlain(scale.low)}..${formatPlain(scale.high)}` +
        `${scale.lowLabel.length === 0 ? '' : ` (${escape(labelText(scale.lowLabel))} … ${escape(labelText(scale.highLabel))})`}`;
  return [
    `column ${code(variable.column)}`,
    range,
    variable.reversed && '**reversed** (x becomes low + high − x)',
    askedOn !== null && `asked on ${formatPlain(askedOn.low)}..${formatPlain(askedOn.high)}`,
    missingText(s, variable.missing),
  ]
    .filter(Boolean)
    .join(' · ');
}

function numberCoding({ column, when, within, per, rescale, reversed }: NumberPlan): string {
  const source =
    when !== undefined
      ? `1 where ${code(writeCondition(when))}, else 0`
      : column === null
        ? 'computed from a formula'
        : `column ${code(column)}`;
  return [
    source,
    within !== undefined && `within ${valueSet([{ kind: 'range', ...within }])}`,
    per !== undefined && `mean of its ${code(per)}`,
    rescale !== undefined &&
      `brought to ${formatPlain(rescale.low)}..${formatPlain(rescale.high)} from ` +
        (rescale.goalposts === null ? 'its ends' : `${formatPlain(rescale.goalposts.low)}..${formatPlain(rescale.goalposts.high)}`),
    reversed === true && '**reversed** (x becomes low + high − x)',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One line a scale point; of data that were read but not computed with, nothing. */
function histogram(s: Snapshot, name: string): string {
  const found = s.numbers?.results.variables.find((one) => one.variable.name === name);
  const frequencies = found?.frequencies;
  if (found === undefined || frequencies == null || found.variable.kind !== 'indicator' || frequencies.n === 0) return '';
  const { scale } = found.variable;
  const labelOf = (value: string): string => {
    const number = Number(value);
    const named =
      scale?.points.find((point) => point.value === number)?.label ??
      (number === scale?.low ? scale.lowLabel : number === scale?.high ? scale.highLabel : []);
    return labelText(named);
  };
  return bars(
    frequencies.rows.map(({ value, count, validPercent }) => ({
      name: value,
      count,
      note:
        `${textOfQuantity({ address: '', value: validPercent, format: 'percent' }) ?? '.'}` +
        `${labelOf(value) === '' ? '' : `  ${labelOf(value)}`}`,
    })),
  );
}

/** The answers in one word, for lists of items. */
export function shape(s: Snapshot, name: string): string {
  const rows = s.numbers?.results.variables.find((one) => one.variable.name === name)?.frequencies?.rows ?? [];
  return rows.length < 2 ? '' : sparkline(rows.map((row) => row.count));
}

function variableNumbers(s: Snapshot, name: string): string {
  const quantities = s.numbers?.results.quantities;
  if (quantities === undefined) return '';
  const text = (quantity: string): string | null => textOfQuantity(quantityAt(quantities, name, quantity));
  const parts = [
    ['n', 'n'],
    ['missing', 'missing'],
    ['mean', 'mean'],
    ['SD', 'sd'],
    ['median', 'median'],
    ['skewness', 'skewness'],
    ['item–total r', 'item_total'],
    ['α without it', 'alpha_if_deleted'],
  ] as const;
  const range = text('min') === null ? null : `${text('min')!} to ${text('max') ?? '.'}`;
  return [
    ...parts.flatMap(([words, quantity]) => {
      const value = text(quantity);
      return value === null ? [] : [`${words} ${value}`];
    }),
    ...(range === null ? [] : [`range ${range}`]),
  ].join(' · ');
}

function categoryBody(s: Snapshot, variable: CategoryPlan): string {
  const quantities = s.numbers?.results.quantities;
  const rows = variable.levels.map((level) => {
    const count = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, variable.name, level.name, 'count'));
    const percent = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, variable.name, level.name, 'percent'));
    return [
      `${code(level.name)}${level.name === variable.reference ? ' (reference)' : ''}`,
      escape(labelText(level.label)),
      valueSet(level.codes),
      count ?? '',
      percent ?? '',
    ];
  });
  const source = variable.variable === null ? `column ${code(variable.column ?? variable.name)}` : `from ${code(variable.variable)}`;
  const n = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, variable.name, 'n'));
  const missing = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, variable.name, 'missing'));
  const heads = ['level', 'label', 'codes', 'n', '%'];
  const wide = quantities !== undefined ? 5 : 3;
  return join(
    [source, missingText(s, variable.missing), n === null ? null : `n ${n}`, missing === null ? null : `missing ${missing}`]
      .filter(Boolean)
      .join(' · '),
    table(
      heads.slice(0, wide),
      rows.map((row) => row.slice(0, wide)),
      3,
    ),
  );
}

/** One level: its codes and how many. */
export function describeLevel(s: Snapshot, category: string, level: string): string | null {
  const variable = s.study.compiled.context?.variables.get(category);
  const quantities = s.numbers?.results.quantities;
  if (variable?.kind !== 'category') return null;
  const found = variable.levels.find((one) => one.name === level);
  if (found === undefined) return null;
  const count = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, category, level, 'count'));
  const percent = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, category, level, 'percent'));
  const words = found.label.map(({ lang, text }) => (lang === null ? escape(text) : `${lang}: ${escape(text)}`)).join('  \n');
  return join(
    `**level** ${code(level)} of ${code(category)}` +
      `${variable.reference === level ? ' · the reference: the others are compared with it' : ''}`,
    words,
    [`codes ${valueSet(found.codes)}`, count === null ? null : `n ${count}${percent === null ? '' : ` (${percent} of the valid answers)`}`]
      .filter(Boolean)
      .join(' · '),
  );
}

function groupBody(s: Snapshot, name: string): string {
  const quantities = s.numbers?.results.quantities;
  const group = s.study.compiled.context?.groups.get(name) ?? s.numbers?.results.groups.find((one) => one.group.name === name)?.group;
  if (group === undefined) return '';
  if (quantities === undefined)
    return `${group.members.length} ${group.members.length === 1 ? 'member' : 'members'}: ${group.members.map(code).join(', ')}`;
  const text = (quantity: readonly string[]): string | null => textOfQuantity(quantityAt(quantities, name, ...quantity));
  const numbers = [
    ['Cronbach’s α', ['alpha']],
    ['standardised α', ['alpha', 'standardized']],
    ['ω', ['omega']],
    ['mean', ['mean']],
    ['SD', ['sd']],
  ] as const;
  const line = numbers
    .flatMap(([words, quantity]) => {
      const value = text(quantity);
      return value === null ? [] : [`${words} ${value}`];
    })
    .join(' · ');
  const of = (member: string, quantity: string): string => textOfQuantity(quantityAt(quantities, member, quantity)) ?? '';
  return join(
    line,
    table(
      ['item', 'answers', 'mean', 'SD', 'item–total r', 'α without'],
      group.members.map((member) => [
        code(member),
        shape(s, member),
        of(member, 'mean'),
        of(member, 'sd'),
        of(member, 'item_total'),
        of(member, 'alpha_if_deleted'),
      ]),
      2,
    ),
  );
}

function defaultsText(defaults: readonly string[]): string {
  return defaults.length === 0 ? '' : `Defaults in force: ${defaults.map((one) => code(one)).join(', ')}.`;
}

/** An index without components: what it is made of, and what came of it. */
function compositeBody(s: Snapshot, job: CompositeJob): string {
  const results = s.numbers?.results;
  const head = `${job.members.length} members${job.groups.length === 0 ? '' : ` of ${job.groups.map(code).join(', ')}`}`;
  if (results === undefined) return join(head, defaultsText(job.defaults));
  const text = (...path: string[]): string => textOfQuantity(quantityAt(results.quantities, job.name, ...path)) ?? '.';
  const members = table(
    ['member', 'weight'],
    job.members.map((member) => [code(member), textOfQuantity(quantityOf(results.quantities, [job.name, 'weight'], [member])) ?? '.']),
    1,
  );
  return join(
    head,
    `n ${text('n')} · α ${text('alpha')}${job.weight.kind === 'ahp' ? ` · consistency ratio ${text('consistency')}` : ''}`,
    job.score === 'members' && members,
    `scores: mean ${text('mean')} · SD ${text('sd')} · range ${text('min')} to ${text('max')}`,
    defaultsText(job.defaults),
  );
}

function indexBody(s: Snapshot, name: string): string {
  const results = s.numbers?.results;
  const composite = s.study.compiled.context?.composites.get(name);
  if (composite !== undefined) return compositeBody(s, composite);
  const job = s.study.compiled.context?.indices.get(name) ?? results?.indices.find((one) => one.job.name === name)?.job;
  if (job === undefined) return '';
  const head = `${job.items.length} items${job.groups.length === 0 ? '' : ` of ${job.groups.map(code).join(', ')}`}`;
  if (results === undefined) return join(head, defaultsText(job.defaults));
  const { quantities } = results;
  const found = results.indices.find((one) => one.job.name === name);
  const text = (...path: string[]): string => textOfQuantity(quantityAt(quantities, name, ...path)) ?? '.';
  const checks =
    `n ${text('n')} · KMO ${text('kmo')} · Bartlett χ² ${text('bartlett', 'chi2')}, df ${text('bartlett', 'df')}, ` +
    `${pText(quantityAt(quantities, name, 'bartlett', 'p')) ?? 'p .'} · α ${text('alpha')}`;
  const kept =
    found === undefined ? '' : `${found.kept} of ${job.items.length} components kept, ${text('explained', 'total')} of the variance`;
  const components = table(
    ['component', 'marked by', 'explained', 'weight'],
    job.components.map((component) => [
      code(component.name),
      code(component.marker),
      textOfQuantity(quantityOf(quantities, [name, 'explained'], [component.name])) ?? '.',
      textOfQuantity(quantityOf(quantities, [name, 'weight'], [component.name])) ?? 'not composed',
    ]),
    2,
  );
  return join(
    head,
    checks,
    kept,
    components,
    `scores: mean ${text('mean')} · SD ${text('sd')} · range ${text('min')} to ${text('max')}`,
    found !== undefined && found.filled > 0 && `${found.filled} missing answers replaced by the item’s mean`,
    defaultsText(job.defaults),
  );
}

function componentBody(s: Snapshot, name: string): string {
  const context = s.study.compiled.context;
  const index = context?.components.get(name);
  const component = context?.indices.get(index ?? '')?.components.find((one) => one.name === name);
  if (index === undefined || component === undefined) return '';
  const results = s.numbers?.results;
  const marked =
    `of ${code(index)}, marked by ${code(component.marker)}: the component on which it loads highest, signed so that it loads ` +
    `positively`;
  if (results === undefined) return marked;
  const { quantities } = results;
  const job = context!.indices.get(index)!;
  const loadings = job.items
    .flatMap((item) => {
      const quantity = quantities.get(
        formatAddress({ path: [index, 'loading'], args: [item, name].map((term) => ({ kind: 'term', parts: [[term]] })) }),
      );
      return quantity?.value == null ? [] : [{ item, quantity, size: Math.abs(quantity.value) }];
    })
    .sort((a, b) => b.size - a.size)
    .slice(0, 5);
  const text = (...path: string[]): string => textOfQuantity(quantityAt(quantities, name, ...path)) ?? '.';
  return join(
    marked,
    `explains ${textOfQuantity(quantityOf(quantities, [index, 'explained'], [name])) ?? '.'} · weight ` +
      `${textOfQuantity(quantityOf(quantities, [index, 'weight'], [name])) ?? '. (not composed)'} · scores: mean ` +
      `${text('mean')}, SD ${text('sd')}`,
    table(
      ['highest loadings', ''],
      loadings.map(({ item, quantity }) => [code(item), textOfQuantity(quantity) ?? '.']),
    ),
  );
}

function compareBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.comparisons.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.compares.get(name) ?? found?.job;
  if (job === undefined) return '';
  return join(
    `${job.outcomes.map(code).join(', ')} by ${job.by.map(code).join(', ')}`,
    found !== undefined && comparisonTable(s.numbers!.results, found),
    defaultsText(job.defaults),
  );
}

function correlateBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.correlations.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.correlates.get(name) ?? found?.job;
  if (job === undefined) return '';
  return join(
    `${job.method} correlations of ${job.variables.map(code).join(', ')}` +
      (job.controls.length === 0 ? '' : `, held constant: ${job.controls.map(code).join(', ')}`),
    found !== undefined && correlationsTable(s.numbers!.results, found),
    defaultsText(job.defaults),
  );
}

function regressionBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.regressions.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.regressions.get(name) ?? found?.job;
  if (job === undefined) return '';
  const policy = {
    listwise: 'cases with a missing answer are left out (listwise)',
    pairwise: 'correlations of all pairs of answers (pairwise)',
    mean: 'missing answers are replaced by the mean (as SPSS MEANSUB)',
    multiple: 'missing answers are filled in several times over',
  }[job.missing];
  return join(
    `${job.terms.length} predictors · ${policy}`,
    found !== undefined && regressionTable(s.numbers!.results, found),
    defaultsText(job.defaults),
  );
}

function measurementBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.measurements.get(name);
  if (job === undefined) return '';
  const quantities = s.numbers?.results.quantities;
  const line = (['chi2', 'df', 'p', 'cfi', 'tli', 'rmsea', 'srmr', 'n'] as const).flatMap((one) => {
    const text = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, name, one));
    return text === null ? [] : [`${one} ${text}`];
  });
  const items = job.factors.reduce((sum, factor) => sum + factor.items.length, 0);
  return join(`${job.factors.length} factors · ${items} items`, line.join(' · '), defaultsText(job.defaults));
}

function deprivationBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.deprivations.get(name);
  const quantities = s.numbers?.results.quantities;
  const line = (['h', 'a', 'm0', 'n'] as const).flatMap((one) => {
    const text = quantities === undefined ? null : textOfQuantity(quantityAt(quantities, name, one));
    return text === null ? [] : [`${{ h: 'H', a: 'A', m0: 'M0', n: 'n' }[one]} ${text}`];
  });
  return job === undefined ? '' : join(line.join(' · '), defaultsText(job.defaults));
}

function mediationBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.mediations.get(name);
  const found = s.numbers?.results.mediations.find((one) => one.job.name === name);
  return job === undefined
    ? ''
    : join(found !== undefined && (effectsTable(s.numbers!.results, found) || escape(found.reason)), defaultsText(job.defaults));
}

/** What it is made of and what comes out, or why nothing does. */
function quantityBody(s: Snapshot, name: string): string {
  const plan = s.study.compiled.plan?.quantities?.find((one) => one.name === name);
  const found = s.numbers?.results.quantities.get(formatName(name));
  return join(
    plan !== undefined && code(writeFormula(plan.formula)),
    found !== undefined && (found.value === null ? escape(found.reason ?? '') : `**${formatQuantity(found.value, found.format)}**`),
  );
}

function hypothesisBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.hypotheses.find((one) => one.plan.name === name);
  if (found === undefined) return '';
  const words = { holds: '✓ holds', fails: '✗ fails', partly: '✗ holds in part', undecided: 'undecided' }[found.verdict];
  const counts = claimsBriefly('en', {
    total: found.claims.length,
    off: found.claims.filter(({ holds }) => holds === false).length,
    marks: 0,
    open: found.claims.filter(({ holds }) => holds === null).length,
  });
  return join(
    `**${words}** · ${counts}`,
    table(
      ['', 'claim'],
      found.claims.map(({ claim, holds }) => [holds === null ? '?' : holds ? '✓' : '✗', code(claim.text)]),
      2,
    ),
  );
}
