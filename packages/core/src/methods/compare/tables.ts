// Scores by group: the table of a paper (paper-table.ts), then its tests in detail, two groups alone, and the pairs of groups.
import { inLanguage } from '../../words/words.ts';
import { paperTable } from './paper-table.ts';
import { postHocOf } from './post-hoc.ts';
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import type { CompareResult } from '../results.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { adjustedBlocks } from './adjusted-tables.ts';
import { dependentBlocks } from './dependent-tables.ts';
import { associationBlocks } from './association-tables.ts';
import { comparePath, type CompareJob } from './job.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, headingRow, intervalCell, quantityAt, textCell, type ReportContext } from '../context.ts';
import { bandsNote } from '../bands.ts';
import { weighted } from '../design/tables.ts';
import { defaultsNote } from '../index/tables.ts';

type CompareCell = CompareResult['cells'][number];

export function compareBlocks(context: ReportContext, result: CompareResult): readonly Block[] {
  const categories = result.job.by.flatMap((by) => result.cells.find((cell) => cell.category.name === by)?.category ?? []);
  const means = categories.flatMap((category) => {
    const cells = result.cells.filter((cell) => cell.category.name === category.name);
    if (cells.length === 0) return [];
    return [
      paperTable(context, result.job, category, cells, identifier(result.job, category.name, 'means')),
      testsTable(context, result.job, category, cells),
      twoTable(context, result.job, category, cells),
      pairsTable(context, result.job, category, cells),
    ].filter((table) => table !== null);
  });
  return [...means, ...dependentBlocks(context, result), ...adjustedBlocks(context, result), ...associationBlocks(context, result)];
}

export const identifier = (job: CompareJob, category: string, part: string): string =>
  `${job.name}:${part}${job.by.length > 1 ? `:${category}` : ''}`;

function testsTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock | null {
  const { words } = context;
  const shown = ['f', 'df1', 'df2', 'p', 'eta2', 'welch.f', 'welch.p', 'levene.p', 'kruskal.h', 'kruskal.p'] as const;
  const rows = cells.map((cell): readonly Cell[] => {
    const path = comparePath(job, cell.outcome, category.name);
    return [
      textCell(context.labelOf(cell.outcome)),
      ...shown.map((quantity) =>
        addressCell(context, addressFor(path, quantity), quantity === 'f' ? { starredBy: addressFor(path, 'p') } : {}),
      ),
    ];
  });
  if (rows.length === 0) return null;
  const titles: readonly [string, string | null][] = [
    [words.f, null],
    ['df1', null],
    ['df2', null],
    [words.p, null],
    [words.eta2, null],
    ['F', 'Welch'],
    ['p', 'Welch'],
    ['p', 'Levene'],
    ['H', 'Kruskal–Wallis'],
    ['p', 'Kruskal–Wallis'],
  ];
  return {
    kind: 'table',
    id: identifier(job, category.name, 'tests'),
    title: words.testsOfDifference,
    columns: [
      { title: words.outcome, align: 'left' },
      ...titles.map(([title, group]) => ({ title, align: 'number' as const, ...(group === null ? {} : { group }) })),
    ],
    rows,
    notes: [weighted(context, job) ? words.weightedTestsNote : words.compareNote, bandsNote(context)],
  };
}

/** Two groups as journals print them: t, Welch's t, d with its interval, Mann and Whitney's U. */
function twoTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock | null {
  const { words } = context;
  const computed = cells.filter((cell) => cell.groups.length === 2);
  const known = (cell: CompareCell): boolean =>
    quantityAt(context, addressFor(comparePath(job, cell.outcome, category.name), 'mann_whitney.u')).value !== null;
  if (!computed.some(known)) return null;
  const shown = [
    't',
    'df',
    'p',
    'welch.t',
    'welch.df',
    'welch.p',
    'd',
    'd.low',
    'mann_whitney.u',
    'mann_whitney.z',
    'mann_whitney.p',
  ] as const;
  const titles: readonly [string, string | null][] = [
    ['t', null],
    ['df', null],
    [words.p, null],
    ['t', 'Welch'],
    ['df', 'Welch'],
    ['p', 'Welch'],
    ['d', null],
    [words.interval95, null],
    ['U', 'Mann–Whitney'],
    ['z', 'Mann–Whitney'],
    ['p', 'Mann–Whitney'],
  ];
  const [first, second] = computed[0]!.groups.map((level) => context.labelOf(`${category.name}.${level}`));
  return {
    kind: 'table',
    id: identifier(job, category.name, 'two'),
    title: words.twoGroups,
    columns: [
      { title: words.outcome, align: 'left' },
      ...titles.map(([title, group]) => ({ title, align: 'number' as const, ...(group === null ? {} : { group }) })),
    ],
    rows: computed.map((cell): readonly Cell[] => {
      const path = comparePath(job, cell.outcome, category.name);
      return [
        textCell(context.labelOf(cell.outcome)),
        ...shown.map((quantity) =>
          quantity === 'd.low'
            ? intervalCell(context, [addressFor(path, 'd.low'), addressFor(path, 'd.high')])
            : addressCell(context, addressFor(path, quantity), quantity === 't' ? { starredBy: addressFor(path, 'p') } : {}),
        ),
      ];
    }),
    notes: [words.twoGroupsNote(first ?? '', second ?? ''), bandsNote(context)],
  };
}

function pairsTable(context: ReportContext, job: CompareJob, category: CategoryPlan, cells: readonly CompareCell[]): TableBlock | null {
  const { words } = context;
  // With two groups the pair is the comparison itself.
  const computed = cells.filter((cell) => (cell.comparison?.pairs.length ?? 0) > 1);
  if (computed.length === 0) return null;
  const level = (name: string): string => context.labelOf(`${category.name}.${name}`);
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const cell of computed) {
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(cell.outcome), 3));
    const path = comparePath(job, cell.outcome, category.name);
    for (const pair of cell.comparison?.pairs ?? []) {
      const of = (quantity: 'difference(level, level)' | 'difference.p(level, level)'): string =>
        addressFor(path, quantity, [
          [category.name, pair.i],
          [category.name, pair.j],
        ]);
      const p = of('difference.p(level, level)');
      rows.push([
        textCell(words.pair(level(pair.i), level(pair.j)), { indent: 1 }),
        addressCell(context, of('difference(level, level)'), { starredBy: p }),
        addressCell(context, p),
      ]);
    }
  }
  return {
    kind: 'table',
    id: identifier(job, category.name, 'pairs'),
    title: words.pairwise,
    columns: [
      { title: words.pairwise, align: 'left' },
      { title: words.difference, align: 'number' },
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
