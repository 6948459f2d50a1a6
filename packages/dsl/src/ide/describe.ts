// What a hover says of a declaration: its words, how its answers are coded, its numbers, the defaults in force.
import {
  claimsBriefly,
  formatAddress,
  formatName,
  formatQuantity,
  labelText,
  writeCondition,
  writeFormula,
  formatPlain,
  type CategoryPlan,
  type Code,
  type CompositeJob,
  type EditorWords,
  type IndicatorPlan,
  type NumberPlan,
  type ValueSet,
} from '@studyspec/core';
import { codeText } from '../semantics/clauses.ts';
import { deprivationBody, mediationBody } from './describe-effects.ts';
import { defaultsText, join } from './describe-parts.ts';
import { correlationsTable, comparisonTable, regressionTable } from './describe-models.ts';
import { bars, code, escape, sparkline, table } from './markdown.ts';
import { labelNode, type Declaration } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { pText, quantityAt, quantityOf, textOfQuantity } from './values.ts';
import { wordsOf } from './words.ts';

/** Markdown of a declared name; its parts hold whatever is known, down to the name alone. */
export function describeDeclaration(s: Snapshot, declaration: Declaration): string {
  const { name, kind } = declaration;
  return join(
    heading(wordsOf(s), declaration),
    labels(declaration),
    body(s, name, kind),
    s.numbers?.stale === true && hasNumbers(kind) && `*${wordsOf(s).hover.stale}*`,
  );
}

const hasNumbers = (kind: string): boolean => kind !== 'scale';

function heading(words: EditorWords, { name, kind, parent }: Declaration): string {
  return words.hover.heading(words.kind(kind), code(name), parent === null ? null : code(parent));
}

function labels(declaration: Declaration): string {
  const node = labelNode(declaration);
  return node === null ? '' : node.texts.map(({ lang, text }) => (lang === null ? escape(text) : `${lang}: ${escape(text)}`)).join('  \n');
}

function body(s: Snapshot, name: string, kind: string): string {
  // While a declaration is broken, what was last computed of it still stands.
  const variable =
    s.study.compiled.context?.variables.get(name) ?? s.numbers?.results.variables.find((one) => one.variable.name === name)?.variable;
  switch (kind) {
    case 'indicator':
      return join(variable?.kind === 'indicator' && coding(s, variable), histogram(s, name), variableNumbers(s, name));
    case 'number':
      return join(variable?.kind === 'number' && numberCoding(wordsOf(s), variable), variableNumbers(s, name));
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

const valueSet = (words: EditorWords, set: ValueSet): string => words.list(set.map((one: Code) => code(codeText(one))));

function missingText(s: Snapshot, own: ValueSet | null): string {
  const set = own ?? s.study.compiled.plan?.data?.missing ?? [];
  const words = wordsOf(s);
  return words.hover.missing(
    valueSet(
      words,
      set.filter((one) => one.kind !== 'blank'),
    ),
  );
}

function coding(s: Snapshot, variable: IndicatorPlan): string {
  const { scale, askedOn } = variable;
  const { hover } = wordsOf(s);
  const range =
    scale === null
      ? hover.noScale
      : hover.scale({
          name: scale.name === null ? null : code(scale.name),
          low: formatPlain(scale.low),
          high: formatPlain(scale.high),
          ends:
            scale.lowLabel.length === 0
              ? null
              : `${escape(labelText(scale.lowLabel, s.language))} … ${escape(labelText(scale.highLabel, s.language))}`,
        });
  return [
    hover.column(code(variable.column)),
    range,
    variable.reversed && hover.reversed,
    askedOn !== null && hover.askedOn(formatPlain(askedOn.low), formatPlain(askedOn.high)),
    missingText(s, variable.missing),
  ]
    .filter(Boolean)
    .join(' · ');
}

function numberCoding(words: EditorWords, { column, when, within, per, rescale, reversed }: NumberPlan): string {
  const { hover } = words;
  const source =
    when !== undefined ? hover.where(code(writeCondition(when))) : column === null ? hover.computed : hover.column(code(column));
  const ends = ({ low, high }: { readonly low: number; readonly high: number }) => ({ low: formatPlain(low), high: formatPlain(high) });
  return [
    source,
    within !== undefined && hover.within(valueSet(words, [{ kind: 'range', ...within }])),
    per !== undefined && hover.per(code(per)),
    rescale !== undefined && hover.rescaled(ends(rescale), rescale.goalposts === null ? null : ends(rescale.goalposts)),
    reversed === true && hover.reversed,
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
    return labelText(named, s.language);
  };
  return bars(
    frequencies.rows.map(({ value, count, validPercent }) => ({
      name: value,
      // Hidden: there is no bar.
      count: count ?? 0,
      note:
        `${count === null ? '–' : (textOfQuantity(wordsOf(s), { address: '', value: validPercent, format: 'percent' }) ?? '.')}` +
        `${labelOf(value) === '' ? '' : `  ${labelOf(value)}`}`,
    })),
  );
}

/** The answers in one word, for lists of items. */
export function shape(s: Snapshot, name: string): string {
  const rows = s.numbers?.results.variables.find((one) => one.variable.name === name)?.frequencies?.rows ?? [];
  return rows.length < 2 ? '' : sparkline(rows.map((row) => row.count ?? 0));
}

function variableNumbers(s: Snapshot, name: string): string {
  const quantities = s.numbers?.results.quantities;
  if (quantities === undefined) return '';
  const words = wordsOf(s);
  const text = (quantity: string): string | null => textOfQuantity(words, quantityAt(quantities, name, quantity));
  const parts = ['n', 'missing', 'mean', 'sd', 'median', 'skewness', 'item_total', 'alpha_if_deleted'] as const;
  return [
    ...parts.flatMap((quantity) => {
      const value = text(quantity);
      return value === null ? [] : [words.number(quantity, value)];
    }),
    ...(text('min') === null ? [] : [words.hover.range(text('min')!, text('max') ?? '.')]),
  ].join(' · ');
}

function categoryBody(s: Snapshot, variable: CategoryPlan): string {
  const quantities = s.numbers?.results.quantities;
  const words = wordsOf(s);
  const { hover } = words;
  const of = (...path: string[]): string | null =>
    quantities === undefined ? null : textOfQuantity(words, quantityAt(quantities, variable.name, ...path));
  const rows = variable.levels.map((level) => [
    level.name === variable.reference ? hover.reference(code(level.name)) : code(level.name),
    escape(labelText(level.label, s.language)),
    valueSet(words, level.codes),
    of(level.name, 'count') ?? '',
    of(level.name, 'percent') ?? '',
  ]);
  const source =
    variable.variable === null ? hover.column(code(variable.column ?? variable.name)) : hover.fromVariable(code(variable.variable));
  const [n, missing] = [of('n'), of('missing')];
  const heads = (['level', 'label', 'codes', 'n', 'percent'] as const).map(words.head);
  const wide = quantities !== undefined ? 5 : 3;
  return join(
    [
      source,
      missingText(s, variable.missing),
      n === null ? null : words.number('n', n),
      missing === null ? null : words.number('missing', missing),
    ]
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
  const words = wordsOf(s);
  const of = (quantity: string): string | null =>
    quantities === undefined ? null : textOfQuantity(words, quantityAt(quantities, category, level, quantity));
  const count = of('count');
  return join(
    words.hover.level(code(level), code(category), variable.reference === level),
    found.label.map(({ lang, text }) => (lang === null ? escape(text) : `${lang}: ${escape(text)}`)).join('  \n'),
    [words.hover.codes(valueSet(words, found.codes)), count === null ? null : words.hover.levelCount(count, of('percent'))]
      .filter(Boolean)
      .join(' · '),
  );
}

function groupBody(s: Snapshot, name: string): string {
  const quantities = s.numbers?.results.quantities;
  const group = s.study.compiled.context?.groups.get(name) ?? s.numbers?.results.groups.find((one) => one.group.name === name)?.group;
  if (group === undefined) return '';
  const words = wordsOf(s);
  if (quantities === undefined) return words.hover.members(group.members.length, group.members.map(code));
  const numbers = [
    ['cronbach', ['alpha']],
    ['standardized', ['alpha', 'standardized']],
    ['omega', ['omega']],
    ['mean', ['mean']],
    ['sd', ['sd']],
  ] as const;
  const line = numbers
    .flatMap(([shown, quantity]) => {
      const value = textOfQuantity(words, quantityAt(quantities, name, ...quantity));
      return value === null ? [] : [words.number(shown, value)];
    })
    .join(' · ');
  const of = (member: string, quantity: string): string => textOfQuantity(words, quantityAt(quantities, member, quantity)) ?? '';
  return join(
    line,
    table(
      (['item', 'answers', 'mean', 'sd', 'item_total', 'alpha_if_deleted'] as const).map(words.head),
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

/** An index without components: what it is made of, and what came of it. */
function compositeBody(s: Snapshot, job: CompositeJob): string {
  const results = s.numbers?.results;
  const words = wordsOf(s);
  const head = words.hover.membersOf(job.members.length, job.groups.map(code));
  const defaults = defaultsText(words, job.defaults);
  if (results === undefined) return join(head, defaults);
  const text = (...path: string[]): string => textOfQuantity(words, quantityAt(results.quantities, job.name, ...path)) ?? '.';
  const members = table(
    (['member', 'weight'] as const).map(words.head),
    job.members.map((member) => [
      code(member),
      textOfQuantity(words, quantityOf(results.quantities, [job.name, 'weight'], [member])) ?? '.',
    ]),
    1,
  );
  return join(
    head,
    (['n', 'alpha', ...(job.weight.kind === 'ahp' ? (['consistency'] as const) : [])] as const)
      .map((one) => words.number(one, text(one)))
      .join(' · '),
    job.score === 'members' && members,
    words.hover.scores(text('mean'), text('sd'), text('min'), text('max')),
    defaults,
  );
}

function indexBody(s: Snapshot, name: string): string {
  const results = s.numbers?.results;
  const composite = s.study.compiled.context?.composites.get(name);
  if (composite !== undefined) return compositeBody(s, composite);
  const job = s.study.compiled.context?.indices.get(name) ?? results?.indices.find((one) => one.job.name === name)?.job;
  if (job === undefined) return '';
  const words = wordsOf(s);
  const head = words.hover.itemsOf(job.items.length, job.groups.map(code));
  const defaults = defaultsText(words, job.defaults);
  if (results === undefined) return join(head, defaults);
  const { quantities } = results;
  const found = results.indices.find((one) => one.job.name === name);
  const text = (...path: string[]): string => textOfQuantity(words, quantityAt(quantities, name, ...path)) ?? '.';
  const checks = words.hover.checks({
    n: text('n'),
    kmo: text('kmo'),
    chi2: text('bartlett', 'chi2'),
    df: text('bartlett', 'df'),
    p: pText(quantityAt(quantities, name, 'bartlett', 'p')),
    alpha: text('alpha'),
  });
  const kept = found === undefined ? '' : words.hover.kept(found.kept, job.items.length, text('explained', 'total'));
  const components = table(
    (['component', 'marked by', 'explained', 'weight'] as const).map(words.head),
    job.components.map((component) => [
      code(component.name),
      code(component.marker),
      textOfQuantity(words, quantityOf(quantities, [name, 'explained'], [component.name])) ?? '.',
      textOfQuantity(words, quantityOf(quantities, [name, 'weight'], [component.name])) ?? words.hover.notComposed,
    ]),
    2,
  );
  return join(
    head,
    checks,
    kept,
    components,
    words.hover.scores(text('mean'), text('sd'), text('min'), text('max')),
    found !== undefined && found.filled > 0 && words.hover.filled(found.filled),
    defaults,
  );
}

function componentBody(s: Snapshot, name: string): string {
  const context = s.study.compiled.context;
  const index = context?.components.get(name);
  const component = context?.indices.get(index ?? '')?.components.find((one) => one.name === name);
  if (index === undefined || component === undefined) return '';
  const results = s.numbers?.results;
  const words = wordsOf(s);
  const marked = words.hover.component(code(index), code(component.marker));
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
  const text = (...path: string[]): string => textOfQuantity(words, quantityAt(quantities, name, ...path)) ?? '.';
  return join(
    marked,
    words.hover.componentNumbers({
      explained: textOfQuantity(words, quantityOf(quantities, [index, 'explained'], [name])) ?? '.',
      weight: textOfQuantity(words, quantityOf(quantities, [index, 'weight'], [name])),
      mean: text('mean'),
      sd: text('sd'),
    }),
    table(
      [words.head('highest loadings'), ''],
      loadings.map(({ item, quantity }) => [code(item), textOfQuantity(words, quantity) ?? '.']),
    ),
  );
}

function compareBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.comparisons.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.compares.get(name) ?? found?.job;
  if (job === undefined) return '';
  const words = wordsOf(s);
  return join(
    words.hover.compared(job.outcomes.map(code), job.by.map(code)),
    found !== undefined && comparisonTable(words, s.numbers!.results, found),
    defaultsText(words, job.defaults),
  );
}

function correlateBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.correlations.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.correlates.get(name) ?? found?.job;
  if (job === undefined) return '';
  const words = wordsOf(s);
  return join(
    words.hover.correlated(job.method, job.variables.map(code), job.controls.map(code)),
    found !== undefined && correlationsTable(words, s.numbers!.results, found),
    defaultsText(words, job.defaults),
  );
}

function regressionBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.regressions.find((one) => one.job.name === name);
  const job = s.study.compiled.context?.regressions.get(name) ?? found?.job;
  if (job === undefined) return '';
  const words = wordsOf(s);
  return join(
    words.hover.predictors(job.terms.length, job.missing),
    found !== undefined && regressionTable(words, s.numbers!.results, found),
    defaultsText(words, job.defaults),
  );
}

function measurementBody(s: Snapshot, name: string): string {
  const job = s.study.compiled.context?.measurements.get(name);
  if (job === undefined) return '';
  const quantities = s.numbers?.results.quantities;
  const words = wordsOf(s);
  const line = (['chi2', 'df', 'p', 'cfi', 'tli', 'rmsea', 'srmr', 'n'] as const).flatMap((one) => {
    const text = quantities === undefined ? null : textOfQuantity(words, quantityAt(quantities, name, one));
    return text === null ? [] : [words.hover.fit(one, text)];
  });
  const items = job.factors.reduce((sum, factor) => sum + factor.items.length, 0);
  return join(words.hover.factors(job.factors.length, items), line.join(' · '), defaultsText(words, job.defaults));
}

const reasonText = (s: Snapshot, reason: string | undefined): string => (reason === undefined ? '' : escape(wordsOf(s).reason(reason)));

/** What it is made of and what comes out, or why nothing does. */
function quantityBody(s: Snapshot, name: string): string {
  const plan = s.study.compiled.plan?.quantities?.find((one) => one.name === name);
  const found = s.numbers?.results.quantities.get(formatName(name));
  return join(
    plan !== undefined && code(writeFormula(plan.formula)),
    found !== undefined && (found.value === null ? reasonText(s, found.reason) : `**${formatQuantity(found.value, found.format)}**`),
  );
}

function hypothesisBody(s: Snapshot, name: string): string {
  const found = s.numbers?.results.hypotheses.find((one) => one.plan.name === name);
  if (found === undefined) return '';
  const words = wordsOf(s);
  const counts = claimsBriefly(s.language, {
    total: found.claims.length,
    off: found.claims.filter(({ holds }) => holds === false).length,
    marks: 0,
    open: found.claims.filter(({ holds }) => holds === null).length,
  });
  return join(
    words.hover.verdict(found.verdict, counts),
    table(
      ['', words.head('claim')],
      found.claims.map(({ claim, holds }) => [holds === null ? '?' : holds ? '✓' : '✗', code(claim.text)]),
      2,
    ),
  );
}
