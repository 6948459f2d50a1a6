// Comparisons with covariates and of crossed categories, as papers print them: observed and adjusted means side by side, the effects of the
// model, and the pairs of adjusted means.
import { inLanguage } from '../../words/words.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { addressFor, type LevelPath } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import { bandsNote } from '../bands.ts';
import { addressCell, categoryOf, conditionText, headingRow, intervalCell, quantityAt, textCell, type ReportContext } from '../context.ts';
import { unweightedNote } from '../design/tables.ts';
import { defaultsNote } from '../index/tables.ts';
import type { CompareResult, OtherCell } from '../results.ts';
import { effectsOf } from './effects.ts';
import { comparePath, type CompareJob } from './job.ts';
import { postHocOf } from './post-hoc.ts';

export function adjustedBlocks(context: ReportContext, { job, others }: CompareResult): readonly Block[] {
  const ours = others.filter(({ kind }) => kind === 'adjusted outcome of compare' || kind === 'crossed outcome of compare');
  const sets: readonly (readonly string[])[] = job.factors === undefined ? job.by.map((by) => [by]) : [job.factors];
  return sets.flatMap((names): readonly Block[] => {
    const factors = names.map((name) => categoryOf(context, name)).filter((one) => one !== null);
    const cells = ours.filter((cell) => job.factors !== undefined || cell.by === names[0]);
    if (cells.length === 0 || factors.length === 0) return [];
    const of: Compared = { context, job, factors, cells };
    const pairs = pairsTable(of);
    return [meansTable(of), effectsTable(of), ...(pairs === null ? [] : [pairs])];
  });
}

interface Compared {
  readonly context: ReportContext;
  readonly job: CompareJob;
  readonly factors: readonly CategoryPlan[];
  readonly cells: readonly OtherCell[];
}

const idOf = ({ job, factors }: Compared, part: string): string => `${job.name}:${part}${job.by.length > 1 ? `:${factors[0]!.name}` : ''}`;
const pathOf = ({ job }: Compared, cell: OtherCell): readonly string[] => comparePath(job, cell.outcome, cell.by ?? '');
const levelsOf = ({ name, levels }: CategoryPlan): readonly LevelPath[] => levels.map((level): LevelPath => [name, level.name]);
const labelOf = (context: ReportContext, levels: readonly LevelPath[]): string =>
  levels.map((level) => context.labelOf(level.join('.'))).join(' × ');

function meansTable(of: Compared): TableBlock {
  const { context, job, factors, cells } = of;
  const { words } = context;
  const [first, second, ...more] = factors;
  const crossed = second === undefined || more.length > 0 ? [] : levelsOf(first!).flatMap((a) => levelsOf(second).map((b) => [a, b]));
  const parts = [
    ...factors.map((factor) => ({ title: context.labelOf(factor.name), lines: levelsOf(factor).map((level) => [level]) })),
    ...(crossed.length === 0 ? [] : [{ title: `${context.labelOf(first!.name)} × ${context.labelOf(second!.name)}`, lines: crossed }]),
  ];
  const line = (levels: readonly LevelPath[], indent: number): readonly Cell[] => {
    const inside = levels.map(() => 'level').join(', ');
    return [
      textCell(labelOf(context, levels), { indent }),
      ...cells.flatMap((cell): Cell[] => {
        const at = (part: string): string => addressFor(pathOf(of, cell), `${part}(${inside})`, levels);
        return [
          ...['n', 'mean', 'sd', 'adjusted_mean', 'adjusted_mean.se'].map((part) => addressCell(context, at(part))),
          ...(crossed.length > 0 ? [] : [intervalCell(context, [at('adjusted_mean.low'), at('adjusted_mean.high')])]),
        ];
      }),
    ];
  };
  const rows: (readonly Cell[])[] = [];
  const starts: number[] = [];
  const titles = [words.n, words.mean, words.sd, words.adjustedMean, words.se, ...(crossed.length > 0 ? [] : [words.interval95])];
  for (const { title, lines } of parts) {
    if (parts.length > 1) {
      if (rows.length > 0) starts.push(rows.length);
      rows.push(headingRow(title, 1 + titles.length * cells.length));
    }
    rows.push(...lines.map((levels) => line(levels, parts.length > 1 ? 1 : 0)));
  }
  return {
    kind: 'table',
    id: idOf(of, 'adjusted'),
    title: `${context.labelOf(job.name)}${job.by.length > 1 ? ` (${context.labelOf(first!.name)})` : ''}`,
    columns: [
      { title: factors.map(({ name }) => context.labelOf(name)).join(' × '), align: 'left' },
      ...cells.flatMap((cell) => titles.map((title): TableColumn => ({ title, align: 'number', group: context.labelOf(cell.outcome) }))),
    ],
    rows,
    parts: starts,
    notes: [
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
      ...(job.missing === 'listwise' && job.outcomes.length > 1 ? [words.compareListwise] : []),
      ...(job.adjust === undefined ? [] : [words.adjustedAt(job.adjust.map((name) => context.labelOf(name)).join(words.listComma))]),
      ...(factors.length > 1 ? [words.cellsAlike] : []),
    ],
  };
}

function effectsTable(of: Compared): TableBlock {
  const { context, job, factors, cells } = of;
  const { words } = context;
  const names = factors.map(({ name }) => name);
  const crossed = factors.length > 1;
  const terms = effectsOf(job.adjust ?? [], names);
  const shown = ['ss(term)', 'df1(term)', 'f(term)', 'p(term)', 'eta2(term)', ...(crossed ? ['type2.f(term)', 'type2.p(term)'] : [])];
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  const empty = (count: number): Cell[] => Array.from({ length: count }, () => textCell(''));
  for (const cell of cells) {
    const path = pathOf(of, cell);
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(cell.outcome), 1 + shown.length));
    for (const term of terms)
      rows.push([
        textCell(
          term
            .split(':')
            .map((name) => context.labelOf(name))
            .join(' × '),
          { indent: 1 },
        ),
        ...shown.map((quantity) => {
          const looks = quantity === 'f(term)' ? { starredBy: addressFor(path, 'p(term)', [term]) } : {};
          return addressCell(context, addressFor(path, quantity, [term]), looks);
        }),
      ]);
    rows.push([
      textCell(words.residualRow, { indent: 1 }),
      addressCell(context, addressFor(path, 'ss')),
      addressCell(context, addressFor(path, 'df2')),
      ...empty(shown.length - 2),
    ]);
    if (job.adjust !== undefined)
      rows.push([
        textCell(words.equalSlopes, { indent: 1 }),
        ...empty(2),
        addressCell(context, addressFor(path, 'slopes.f')),
        addressCell(context, addressFor(path, 'slopes.p')),
        ...empty(shown.length - 4),
      ]);
    rows.push([
      textCell(words.leveneRow, { indent: 1 }),
      ...empty(2),
      addressCell(context, addressFor(path, 'levene.f')),
      addressCell(context, addressFor(path, 'levene.p')),
      ...empty(shown.length - 4),
    ]);
  }
  const titles: readonly (readonly [string, string | null])[] = [
    [words.sumOfSquares, null],
    ['df', null],
    [words.f, null],
    [words.p, null],
    [words.partialEta2, null],
    ...(crossed
      ? ([
          ['F', words.typeTwo],
          ['p', words.typeTwo],
        ] as const)
      : []),
  ];
  return {
    kind: 'table',
    id: idOf(of, 'effects'),
    title: words.effects,
    columns: [
      { title: words.effect, align: 'left' },
      ...titles.map(([title, group]): TableColumn => ({ title, align: 'number', ...(group === null ? {} : { group }) })),
    ],
    rows,
    parts,
    notes: [words.effectsNote, bandsNote(context)],
  };
}

function pairsTable(of: Compared): TableBlock | null {
  const { context, job, factors, cells } = of;
  const { words } = context;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const cell of cells) {
    const path = pathOf(of, cell);
    const lines = factors.flatMap((factor) =>
      levelsOf(factor).flatMap((a, at) =>
        levelsOf(factor)
          .slice(at + 1)
          .map((b): [LevelPath, LevelPath] => [a, b])
          .filter((pair) => quantityAt(context, addressFor(path, 'difference(level, level)', pair)).value !== null),
      ),
    );
    if (lines.length === 0) continue;
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(cell.outcome), 4));
    for (const pair of lines) {
      const p = addressFor(path, 'difference.p(level, level)', pair);
      rows.push([
        textCell(words.pair(labelOf(context, [pair[0]]), labelOf(context, [pair[1]])), { indent: 1 }),
        addressCell(context, addressFor(path, 'difference(level, level)', pair), { starredBy: p }),
        addressCell(context, addressFor(path, 'difference.se(level, level)', pair)),
        addressCell(context, p),
      ]);
    }
  }
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: idOf(of, 'pairs'),
    title: words.adjustedPairs,
    columns: [
      { title: words.pairwise, align: 'left' },
      { title: words.difference, align: 'number' },
      { title: words.se, align: 'number' },
      { title: words.p, align: 'number' },
    ],
    rows,
    parts,
    notes: [
      words.postHocNote(inLanguage(context.language, postHocOf(job.postHoc).label)),
      bandsNote(context),
      ...defaultsNote(context, job.defaults),
    ],
  };
}
