// How groups were compared, as a sentence has it. The words stand in words/<language>/methods.
import type { MethodsWords } from '../../words/en/methods/index.ts';
import { formatPlain } from '../../show/format.ts';
import type { ClausesOf } from '../clauses.ts';
import { categoryOf } from '../context.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { CompareResult } from '../results.ts';
import { comparedAs } from './job.ts';
import type { compareOptions } from './options.ts';

const clausesOf = ({ compare }: MethodsWords) =>
  ({ missing: compare.missing, postHoc: compare.post_hoc }) satisfies ClausesOf<typeof compareOptions>;

export function compareStatement(prose: Prose, { job, cells, others }: CompareResult): Statement {
  const { words, name, names } = prose;
  const own = words.compare;
  if ([...cells.map((cell) => cell.comparison !== null), ...others.map(({ reason }) => reason === null)].every((known) => !known))
    return failedStatement(prose, job.name);
  const clauses = clausesOf(words);
  const { plan } = prose.context;
  const drawn = plan.data?.design !== undefined && job.unweighted !== true;
  const table = (outcome: string): boolean => ['category of compare', 'option of compare'].includes(comparedAs(job, outcome));
  const tables = job.outcomes.filter(table);
  const means = job.outcomes.filter((one) => !table(one));
  const factors = job.factors ?? job.by;
  // An outcome that has no numbers has no groups, and says nothing of the others.
  const groupsOf = (category: string): number =>
    cells.find((cell) => cell.category.name === category && cell.groups.length > 0)?.groups.length ??
    others.find((cell) => cell.by === category)?.groups.length ??
    categoryOf(prose.context, category)?.levels.length ??
    0;
  const sizes = factors.map(groupsOf);
  // Pairs of two groups are the comparison itself.
  const pairs = means.length > 0 && job.with === undefined && job.against === undefined && sizes.some((size) => size > 2);
  const simple = job.factors === undefined && job.adjust === undefined && job.with === undefined && job.against === undefined;
  const what = (label: string): string => {
    if (job.with !== undefined)
      return own.pairs(
        label,
        job.outcomes.map((one, at): [string, string] => [name(one), name(job.with![at]!)]),
      );
    if (job.against !== undefined) return own.single(label, names(job.outcomes), formatPlain(job.against));
    const first =
      means.length === 0
        ? []
        : [
            job.factors !== undefined
              ? own.crossed(label, names(means), names(job.factors))
              : job.adjust !== undefined
                ? own.adjusted(label, names(means), names(job.by))
                : own.means(
                    label,
                    names(means),
                    job.by.map((one, at) => ({ name: name(one), levels: sizes[at]! })),
                  ),
          ];
    const second = tables.length === 0 ? [] : [own.crossTables(label, names(tables), names(factors), means.length === 0)];
    return [...first, ...second].join(prose.context.words.sentenceGap);
  };
  const tests = [
    ...(means.length > 0 && simple
      ? drawn
        ? [own.tests.drawn]
        : [
            ...(sizes.some((one) => one > 2) ? [own.tests.many(!sizes.includes(2))] : []),
            ...(sizes.includes(2) ? [own.tests.two(sizes.every((one) => one <= 2))] : []),
          ]
      : []),
    ...(job.factors !== undefined || job.adjust !== undefined ? [own.effects] : []),
    ...(tables.length > 0 ? [drawn ? own.tests.drawnTable : own.tests.table] : []),
  ];
  const say = (aspect: Manner['aspect'], text: string): Manner => ({ aspect, text });
  return {
    label: prose.context.labelOf(job.name),
    what,
    manner: [
      ...(job.where === null ? [] : [say('cases', words.where(prose.condition(job.where)))]),
      ...(job.unweighted === true ? [say('cases', words.unweighted)] : []),
      ...(job.adjust === undefined ? [] : [say('covariates', own.adjustedFor(names(job.adjust)))]),
      ...(tests.length === 0 ? [] : [say('tests', tests.join(prose.context.words.sentenceGap))]),
      ...(pairs ? [say('pairs', clauses.postHoc[job.postHoc])] : []),
      ...(job.outcomes.length > 1 || job.missing === 'listwise' ? [say('missing', clauses.missing[job.missing])] : []),
    ],
  };
}
