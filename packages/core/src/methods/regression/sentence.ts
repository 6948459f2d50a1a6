// What explains what in a regression, and how, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Explained } from '../../contract/methods-facts.ts';
import { labelText } from '../../contract/label-text.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { categoryOf } from '../context.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { RegressionResult } from '../results.ts';
import type { RegressionJob } from './job.ts';
import type { Method } from './method.ts';
import type { regressionOptions } from './options.ts';
import type { regressionQuantities } from './quantities.ts';

const clausesOf = ({ regression }: MethodsWords) =>
  ({
    missing: regression.missing,
    method: regression.method,
    errors: regression.errors,
    show: regression.show,
  }) satisfies ClausesOf<typeof regressionOptions>;

export function regressionStatement(prose: Prose, { job, outcomes: all }: RegressionResult): Statement {
  const outcomes = all.filter(({ fit, model }) => fit !== null || model !== null);
  if (outcomes.length === 0) return failedStatement(prose, job.name);
  const { words, name, names, spread } = prose;
  const own = words.regression;
  const clauses = clausesOf(words);
  const at = (key: keyof typeof regressionQuantities) => spread(outcomes.map(({ outcome }) => addressFor([job.name, outcome], key)));
  const [n, lost, filled, clusters] = [at('n'), at('lost'), at('filled'), at('clusters')];
  const { seed } = prose.context.plan;
  const method = clauses.method[job.method.kind] as (facts: Explained, rule: Method) => string;
  const steps = [...new Set(job.terms.map(({ step }) => step))].map((step) => predictorsOf(prose, job, step));
  const missing = clauses.missing[job.missing] as (lost: (typeof n)[0] | null, facts: object) => string;
  const errors = clauses.errors[job.errors.kind] as (linear: boolean, facts: object) => string;
  const column = 'column' in job.errors ? name(job.errors.column) : '';
  const draws = 'draws' in job.errors ? job.errors.draws : 0;
  const references = [...new Set(job.terms.flatMap(({ term }) => term))].flatMap((one) => {
    const category = categoryOf(prose.context, one);
    return category === null ? [] : [{ category: name(one), reference: prose.context.labelOf(`${one}.${category.reference}`) }];
  });
  const event = 'event' in job.method ? job.method.event : null;
  const say = (aspect: Manner['aspect'], text: string): Manner => ({ aspect, text });
  const [slopes] = job.slopes === undefined ? [] : [job.slopes];
  return {
    label: prose.context.labelOf(job.name),
    what: (label) =>
      [
        method(
          {
            label,
            outcomes: names(outcomes.map(({ outcome }) => outcome)),
            predictors: words.list(steps.flat(), 15),
            weighted: job.errors.kind === 'survey',
          },
          job.method,
        ),
        ...(steps.length > 1 ? [own.steps(steps)] : []),
        ...(event === null ? [] : [own.event(levelText(prose, job, event))]),
        ...(job.method.kind === 'mixed' ? [own.groups(name(job.method.site), names(job.random))] : []),
      ].join(prose.context.words.sentenceGap),
    manner: [
      ...(job.where === null ? [] : [say('cases', words.where(prose.condition(job.where)))]),
      ...(job.unweighted === true ? [say('cases', words.unweighted)] : []),
      ...(n.length === 0 ? [] : [say('cases', own.cases(n, outcomes.length > 1))]),
      say('missing', missing(lost.at(-1) ?? null, { filled, copies: job.copies ?? 0, seed })),
      ...((job.center ?? []).length === 0 ? [] : [say('coding', own.center(names(job.center!)))]),
      ...(references.length === 0 ? [] : [say('coding', own.dummies(references))]),
      ...(slopes === undefined ? [] : [say('coding', own.slopes(name(slopes.of), name(slopes.at), slopes.levels !== null))]),
      ...(job.method.kind === 'mixed'
        ? []
        : [say('errors', errors(job.method.kind === 'linear', { column, clusters: clusters[0] ?? null, draws, seed }))]),
      say('shown', own.shown(job.show.map((one) => clauses.show[one]))),
    ],
  };
}

/** Blocks by their names, others one by one, products as such. */
function predictorsOf({ words, name, names, context }: Prose, { terms }: RegressionJob, step: number): string[] {
  const own = words.regression;
  const here = terms.filter((one) => one.step === step);
  const said = new Set<string>();
  return here.flatMap(({ term, block }) => {
    if (block !== null) {
      if (said.has(block)) return [];
      said.add(block);
      return [own.block(context.labelOf(block), here.filter((one) => one.block === block).length)];
    }
    return [term.length === 1 ? name(term[0]!) : own.product(names(term))];
  });
}

/** A level by its label; a value as it stands. */
function levelText({ context }: Prose, { outcomes }: RegressionJob, event: string): string {
  const level = categoryOf(context, outcomes[0]!)?.levels.find((one) => one.name === event);
  return level === undefined ? event : labelText(level.label, context.language, level.name);
}
