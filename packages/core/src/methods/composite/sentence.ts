// How an index of answers or members was made, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatPlain } from '../../show/format.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { failedStatement, type Prose, type Statement } from '../prose.ts';
import type { Goalposts, MemberWeight, SimpleWeight } from './job.ts';
import { memberWeights, type memberOptions, type WeightSort } from './options.ts';
import type { compositeQuantities } from './quantities.ts';
import type { CompositeResult } from '../results.ts';

type OwnWeight = `by ${WeightSort}`;
type PairOfWeights = Exclude<keyof typeof memberWeights, OwnWeight>;

/** The clauses of members; of weights those that only members have. */
export const memberClauses = ({ composite, index }: MethodsWords) => ({
  ...({
    score: { ...composite.score, ...index.score },
    needs: composite.needs,
    normalize: composite.normalize,
    aggregate: composite.aggregate,
    goalposts: index.goalposts,
  } satisfies ClausesOf<typeof memberOptions>),
  weight: {
    ...({
      'by entropy': composite.weight.entropy,
      'by critic': composite.weight.critic,
      'by cv': composite.weight.cv,
      'by ahp': composite.weight.ahp,
    } satisfies Readonly<Record<Exclude<OwnWeight, 'by equal'>, string>>),
    ...(Object.fromEntries(Object.keys(memberWeights).flatMap((key) => (key.includes(' and ') ? [[key, composite.both]] : []))) as Readonly<
      Record<PairOfWeights, typeof composite.both>
    >),
  },
});

/** `the lowest and the highest score that occurs`. */
export function goalpostsText({ index }: MethodsWords, goalposts: Goalposts): string {
  return goalposts.kind === 'range'
    ? index.goalposts.range(formatPlain(goalposts.low), formatPlain(goalposts.high))
    : index.goalposts[goalposts.kind];
}

function weightText({ composite }: MethodsWords, weight: MemberWeight): string {
  const simple = (one: SimpleWeight): string => composite.weight[one.kind];
  return weight.kind === 'both' ? composite.both(simple(weight.parts[0]), simple(weight.parts[1])) : simple(weight);
}

/** More weights than this are left to their table. */
const MOST_WEIGHTS = 8;

export function compositeStatement(prose: Prose, result: CompositeResult): Statement {
  const { words, number, name, names } = prose;
  const { composite: own } = words;
  const { job } = result;
  if (result.summary === null) return failedStatement(prose, job.name);
  const at = (key: keyof typeof compositeQuantities | 'lost' | 'alpha', ...args: readonly string[]) =>
    number(addressFor([job.name], key, args));
  const lost = at('lost');
  const alpha = at('alpha');
  const shown = job.weight.kind !== 'equal' && job.members.length <= MOST_WEIGHTS && job.score === 'members';
  const weights = shown
    ? job.members.flatMap((member) => {
        const weight = at('weight(item)', member);
        return weight === null ? [] : [{ of: name(member), number: weight }];
      })
    : [];
  const consistency = at('consistency');
  const of = job.score === 'members' ? words.list(names(job.members)) : own.items(job.members.length, names(job.groups));
  const { rescale } = job;
  return {
    label: prose.context.labelOf(job.name),
    what: (label) => own.score[job.score](label, of),
    manner: [
      ...(job.where === null ? [] : [{ aspect: 'cases' as const, text: words.where(prose.condition(job.where)) }]),
      ...(job.unweighted === true ? [{ aspect: 'cases' as const, text: words.unweighted }] : []),
      {
        aspect: 'missing',
        text: words.sentence(
          [
            own.needs[job.needs === job.members.length ? 'all' : 'count'](job.needs, job.members.length),
            ...(job.score === 'sum' && job.needs < job.members.length ? [own.prorated] : []),
            ...(lost === null || lost.value === 0 ? [] : [own.lost(lost)]),
          ].join(''),
        ),
      },
      ...(job.score === 'members'
        ? [
            {
              aspect: 'normalize' as const,
              text: own.combined(
                `${own.normalize[job.normalize]}${job.turned.length === 0 ? '' : own.turned(names(job.turned))}`,
                own.aggregate[job.aggregate],
                weightText(words, job.weight),
              ),
            },
          ]
        : []),
      ...(weights.length === 0 ? [] : [{ aspect: 'composed' as const, text: own.weights(weights) }]),
      ...(consistency === null ? [] : [{ aspect: 'composed' as const, text: own.consistency(consistency) }]),
      {
        aspect: 'rescale',
        text:
          rescale.kind === 'range'
            ? own.rescale.range(formatPlain(rescale.low), formatPlain(rescale.high), goalpostsText(words, job.goalposts))
            : own.rescale[rescale.kind](),
      },
      ...(alpha === null ? [] : [{ aspect: 'suited' as const, text: own.alpha(alpha) }]),
    ],
  };
}
