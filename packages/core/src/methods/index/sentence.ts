// How an index of components or factors was made, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatPlain } from '../../show/format.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { goalpostsText, memberClauses } from '../composite/sentence.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { IndexResult } from '../results.ts';
import { hasUniqueParts } from './extract.ts';
import type { Keep } from './keep.ts';
import type { indexOptions } from './options.ts';
import type { indexQuantities } from './quantities.ts';
import { isOblique, type Rule } from './rotate.ts';

const clausesOf = (words: MethodsWords) => {
  const { index } = words;
  const members = memberClauses(words);
  return {
    ...members,
    missing: index.missing,
    correlations: index.correlations,
    extract: index.extract,
    keep: index.keep,
    rotate: index.rotate,
    weight: { ...members.weight, ...index.weight },
    rescale: index.rescale,
  } satisfies ClausesOf<typeof indexOptions>;
};

export function indexStatement(prose: Prose, result: IndexResult): Statement {
  const { words, number, name, names } = prose;
  const own = words.index;
  const clauses = clausesOf(words);
  const { job } = result;
  if (result.correlations.length === 0) return failedStatement(prose, job.name);
  const at = (key: keyof typeof indexQuantities | 'alpha', ...args: readonly string[]) => number(addressFor([job.name], key, args));
  const sort = hasUniqueParts(job.extract) ? 'factor' : 'component';
  const many = result.kept > 1;
  const n = job.missing === 'pairwise' ? at('n.pairwise') : at('n.correlations');
  const [kmo, chi2, df, p] = [at('kmo'), at('bartlett.chi2'), at('bartlett.df'), at('bartlett.p')];
  const alpha = at('alpha');
  const said: Manner[] = [
    ...(job.where === null ? [] : [{ aspect: 'cases' as const, text: words.where(prose.condition(job.where)) }]),
    ...(job.unweighted === true ? [{ aspect: 'cases' as const, text: words.unweighted }] : []),
    { aspect: 'missing', text: clauses.missing[job.missing](n, at('lost'), at('filled')) },
    ...(kmo === null || chi2 === null || df === null || p === null
      ? []
      : [{ aspect: 'suited' as const, text: own.suited(kmo, chi2, df, p) }]),
    ...(alpha === null ? [] : [{ aspect: 'suited' as const, text: own.alpha(alpha) }]),
  ];
  const rotation = many ? clauses.rotate[job.rotate.kind] : null;
  const kept: Manner[] =
    result.kept === 0
      ? []
      : [
          { aspect: 'keep', text: keepText(prose, result, sort) },
          {
            aspect: 'rotation',
            text: own.rotated(
              rotation === null ? null : rotation(job.rotate as Rule & typeof job.rotate),
              many,
              isOblique(job.rotate),
              at('explained.total'),
            ),
          },
          ...(result.components.length === 0
            ? []
            : [
                {
                  aspect: 'named' as const,
                  text: own.named(result.components.map((one) => ({ name: name(one.name), marker: name(one.marker) }))),
                },
              ]),
        ];
  return {
    label: prose.context.labelOf(job.name),
    what: (label) =>
      own.what(label, job.items.length, names(job.groups), clauses.extract[job.extract.kind], clauses.correlations[job.correlations.kind]),
    manner: [...said, ...kept, ...(result.components.length === 0 ? [] : scoring(prose, result, sort))],
  };
}

function keepText({ words, number }: Prose, { job, kept, retention }: IndexResult, sort: 'component' | 'factor'): string {
  const own = words.index;
  const say = own.keep[job.keep.kind] as (parts: string, rule: Keep) => string;
  const rule = (key: 'kept.kaiser' | 'kept.parallel') => {
    const found = number(addressFor([job.name], key));
    return found === null || found.value === kept ? null : found;
  };
  const others = own.rules(
    job.keep.kind === 'eigenvalue' ? null : rule('kept.kaiser'),
    job.keep.kind === 'parallel' ? null : rule('kept.parallel'),
    retention?.parallel.replications ?? 0,
  );
  return words.sentence(`${say(own.parts[sort](kept), job.keep)}${others}`);
}

/** How the components became scores and, where it is composed of them, an index. */
function scoring({ words, number, name, names, context }: Prose, { job, components }: IndexResult, sort: 'component' | 'factor'): Manner[] {
  const own = words.index;
  const composed = job.compose.filter((one) => components.some((component) => component.name === one));
  const shares = composed.flatMap((one) => number(addressFor([job.name], 'weight(component)', [one])) ?? []);
  const { rescale } = job;
  const from = goalpostsText(words, job.goalposts);
  return [
    { aspect: 'score', text: own.score[job.score](own.scored[sort]) },
    ...(composed.length === 0
      ? []
      : [
          {
            aspect: 'composed' as const,
            text: own.composed(
              context.labelOf(job.name),
              names(composed),
              own.weight[job.weight.kind](composed.length > 1 ? shares : []),
              components
                .map((one) => one.name)
                .filter((one) => !composed.includes(one))
                .map(name),
            ),
          },
        ]),
    {
      aspect: 'rescale',
      text:
        rescale.kind === 'range'
          ? own.rescale.range(formatPlain(rescale.low), formatPlain(rescale.high), from)
          : rescale.kind === 'components'
            ? own.rescale[rescale.low === 0 && rescale.high === 100 ? 'components' : 'componentsTo'](
                formatPlain(rescale.low),
                formatPlain(rescale.high),
                from,
              )
            : own.rescale[rescale.kind](),
    },
  ];
}
