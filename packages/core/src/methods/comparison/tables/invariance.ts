// Measurement invariance: a row a level, and the verdict in words.
import { itemsApart, type ComparedInvariance } from '../invariance.ts';
import type { Freed, Invariance, InvarianceProblem } from '../../../procedures/invariance/index.ts';
import type { Block, Cell, NoteBlock, TableBlock, TableColumn } from '../../../show/document.ts';
import { textCell, type ReportContext } from '../../context.ts';
import { formatQuantity } from '../../../show/format.ts';
import { cellsAt, type ComparisonContext } from './context.ts';
import type { ComparisonWords } from '../../../words/en/comparison.ts';

const FREED = { loading: 'freedLoading', intercept: 'freedIntercept', residual: 'freedResidual' } as const;

export function invarianceBlocks(context: ComparisonContext, compared: ComparedInvariance): readonly Block[] {
  const { words, reports, labelOf } = context;
  const [report] = reports;
  if (report === undefined) return [];
  const list = (names: readonly string[]): string => names.map(labelOf).join(report.words.listComma);
  const { result, without } = compared;
  const apart = itemsApart(compared);
  const problems = [
    ...new Set(
      [...result.problems, ...compared.own.flatMap((one) => one.structure.problems)].map((problem) => problemText(context, problem)),
    ),
  ].map((text): NoteBlock => ({ kind: 'note', tone: 'warning', text }));
  if (result.steps.length === 0) return problems;
  const index = labelOf(compared.index);
  return [
    // What a single study's answers deny, no pooled fit can grant.
    ...(apart.length === 0
      ? [verdictNote(words, result)]
      : [{ kind: 'note' as const, tone: 'warning' as const, text: words.verdictMoved(list(apart)) }]),
    ...(without === null ? [] : [verdictNote(words, without.result, words.withoutItems(list(apart)))]),
    ownTable(),
    stepsTable(context, report, {
      id: `${compared.index}:invariance`,
      path: [compared.index],
      title: words.invarianceOf(index),
      result,
      notes: [
        words.invarianceNote(list(compared.factors.map((factor) => factor.name))),
        ...(compared.left.length > 0 ? [words.leftOut(list(compared.left))] : []),
      ],
    }),
    ...scoreTable(context, compared.index, result),
    ...(without === null
      ? []
      : [
          stepsTable(context, report, {
            id: `${compared.index}:invariance:without`,
            path: [compared.index, 'without'],
            title: words.invarianceWithout(index, list(apart)),
            result: without.result,
            notes: [words.invarianceNote(list(without.factors.map((factor) => factor.name)))],
          }),
        ]),
    ...problems,
  ];

  /** Each study by itself: does the declared form fit, and which items stand elsewhere? */
  function ownTable(): TableBlock {
    const at = cellsAt(context, [compared.index]);
    const rows = compared.own.map(({ study, structure: { moves } }): readonly Cell[] => [
      textCell(context.titleOf(study)),
      at.number('form.n(study)', [study]),
      at.number('form.chi2(study)', [study], { decimals: 2 }),
      at.number('form.df(study)', [study]),
      at.number('form.cfi(study)', [study]),
      at.number('form.rmsea(study)', [study]),
      at.number('form.srmr(study)', [study]),
      textCell(
        moves
          .map((move) =>
            words.movedTo(
              labelOf(move.item),
              labelOf(move.to),
              formatQuantity(move.modificationIndex, 'statistic', { decimals: 2 }),
              formatQuantity(move.chi2Before, 'statistic', { decimals: 2 }),
              formatQuantity(move.chi2After, 'statistic', { decimals: 2 }),
            ),
          )
          .join(words.semicolon),
      ),
    ]);
    return {
      kind: 'table',
      id: `${compared.index}:own-form`,
      title: words.ownForm(index),
      columns: [
        { title: words.study, align: 'left' },
        ...[report!.words.n, 'χ²', 'df', 'CFI', 'RMSEA', 'SRMR'].map((title): TableColumn => ({ title, align: 'number' })),
        { title: words.belongsElsewhere, align: 'left' },
      ],
      rows,
      notes: [words.ownFormNote],
    };
  }
}

function verdictNote(words: ComparisonWords, result: Invariance, lead = ''): NoteBlock {
  const level = result.reached?.level;
  return {
    kind: 'note',
    tone: level === 'scalar' || level === 'strict' ? 'good' : 'warning',
    text:
      `${lead}${level === undefined ? words.verdicts.none : words.verdicts[level]}` +
      `${(result.reached?.freed.length ?? 0) > 0 ? ` ${words.partial}` : ''}`,
  };
}

function stepsTable(
  context: ComparisonContext,
  report: ReportContext,
  about: {
    readonly id: string;
    readonly path: readonly string[];
    readonly title: string;
    readonly result: Invariance;
    readonly notes: readonly string[];
  },
): TableBlock {
  const { words } = context;
  const number = (title: string): TableColumn => ({ title, align: 'number' });
  const rows = about.result.steps.map((step): readonly Cell[] => {
    const at = cellsAt(context, [...about.path, step.level]);
    return [
      textCell(words.level[step.level]),
      at.number('chi2', [], { decimals: 2 }),
      at.number('df'),
      at.number('cfi'),
      at.number('rmsea'),
      at.number('srmr'),
      at.number('change.chi2', [], { decimals: 2 }),
      at.number('change.df'),
      at.number('change.p'),
      at.number('change.cfi'),
      at.number('change.rmsea'),
      textCell(verdictOf(step.holds, step.partial?.reached === true ? step.partial.steps.map((one) => one.freed) : [])),
    ];
  });
  return {
    kind: 'table',
    id: about.id,
    title: about.title,
    columns: [
      { title: words.model, align: 'left' },
      number('χ²'),
      number('df'),
      number('CFI'),
      number('RMSEA'),
      number('SRMR'),
      number('Δχ²'),
      number('Δdf'),
      number('p'),
      number('ΔCFI'),
      number('ΔRMSEA'),
      { title: words.verdict, align: 'left' },
    ],
    rows,
    notes: about.notes,
  };

  function verdictOf(holds: boolean | null, freed: readonly Freed[]): string {
    if (holds === null) return words.unclear;
    if (holds) return words.yes;
    return freed.length === 0
      ? words.no
      : words.partly(freed.map((one) => words[FREED[one.kind]](context.labelOf(one.item))).join(report.words.listComma));
  }
}

/** Equalities that the data would let go, also where the level holds by its change in fit. */
function scoreTable(context: ComparisonContext, index: string, result: Invariance): Block[] {
  const { words } = context;
  const number = (title: string): TableColumn => ({ title, align: 'number' });
  const tests = result.steps.flatMap(({ level, scoreTests }) =>
    scoreTests.filter((test) => test.adjustedP < 0.05).map((test) => ({ ...test, at: cellsAt(context, [index, level]) })),
  );
  if (tests.length === 0) return [];
  return [
    {
      kind: 'table',
      id: `${index}:score-tests`,
      title: words.scoreTests(context.labelOf(index)),
      columns: [
        { title: words.parameter, align: 'left' },
        number('χ²'),
        number('df'),
        number('p Holm'),
        ...context.studies
          .slice(1)
          .map((study): TableColumn => ({ title: context.titleOf(study.name), align: 'number', group: words.change })),
      ],
      rows: tests.map(({ at, kind, item }): readonly Cell[] => [
        textCell(words[FREED[kind]](context.labelOf(item))),
        at.number('free.chi2(item)', [item], { decimals: 2 }),
        at.number('free.df(item)', [item]),
        at.number('free.holm(item)', [item]),
        ...context.studies.slice(1).map((study) => at.number('free.change(item, study)', [item, study.name], { decimals: 2 })),
      ]),
      notes: [words.scoreNote],
    },
  ];
}

function problemText(context: ComparisonContext, problem: InvarianceProblem): string {
  const { words, labelOf } = context;
  switch (problem.problem) {
    case 'one-group':
    case 'no-factor':
    case 'no-degrees-of-freedom':
    case 'not-converged':
    case 'not-identified':
      return words.problem[problem.problem];
    case 'too-few-items':
      return words.problem['too-few-items'](labelOf(problem.factor));
    case 'too-few-cases':
      return words.problem['too-few-cases'](problem.group, formatQuantity(problem.n, 'count'));
    case 'constant-item':
      return words.problem['constant-item'](problem.group, labelOf(problem.item));
    case 'singular':
      return words.problem.singular(problem.group);
    case 'negative-variance':
      return words.problem['negative-variance'](labelOf(problem.what), problem.group);
    case 'correlation-beyond-one':
      return words.problem['correlation-beyond-one'](labelOf(problem.factors[0]), labelOf(problem.factors[1]), problem.group);
  }
}
