// Measurement invariance: a row a level, and the verdict in words.
import type { ComparedInvariance } from '../../comparison/invariance.ts';
import type { InvarianceProblem } from '../../procedures/invariance/fit.ts';
import type { Freed } from '../../procedures/invariance/model.ts';
import type { Block, Cell, NoteBlock, TableColumn } from '../document.ts';
import { textCell } from '../context.ts';
import { formatQuantity } from '../format.ts';
import { numberCell, type ComparisonContext } from './context.ts';

const FREED = { loading: 'freedLoading', intercept: 'freedIntercept', residual: 'freedResidual' } as const;

export function invarianceBlocks(context: ComparisonContext, compared: ComparedInvariance): readonly Block[] {
  const { words, reports } = context;
  const [report] = reports;
  if (report === undefined) return [];
  const { result } = compared;
  const list = (names: readonly string[]): string => names.map(context.labelOf).join(report.words.listComma);
  const problems = [...new Set(result.problems.map((problem) => problemText(context, problem)))].map((text): NoteBlock => ({ kind: 'note', tone: 'warning', text }));
  if (result.steps.length === 0) return problems;
  const number = (title: string): TableColumn => ({ title, align: 'number' });
  const cell = (value: number | null | undefined): Cell => numberCell(report, value, 'coefficient');
  const rows = result.steps.map((step): readonly Cell[] => {
    const { fit, difference } = step;
    return [textCell(words.level[step.level]), numberCell(report, fit.chi2, 'statistic', { decimals: 2 }), numberCell(report, fit.df, 'df'), cell(fit.cfi), cell(fit.rmsea), cell(fit.srmr),
      numberCell(report, difference?.chi2, 'statistic', { decimals: 2 }), numberCell(report, difference?.df, 'df'), numberCell(report, difference?.p, 'p'), cell(difference?.cfi), cell(difference?.rmsea), textCell(verdictOf(step.holds, step.partial?.reached === true ? step.partial.steps.map((one) => one.freed) : []))];
  });
  const level = result.reached?.level;
  const note: NoteBlock = { kind: 'note', tone: level === 'scalar' || level === 'strict' ? 'good' : 'warning',
    text: `${level === undefined ? words.verdicts.none : words.verdicts[level]}${(result.reached?.freed.length ?? 0) > 0 ? ` ${words.partial}` : ''}` };
  return [note, {
    kind: 'table', id: `${compared.index}:invariance`, title: words.invarianceOf(context.labelOf(compared.index)),
    columns: [{ title: words.model, align: 'left' }, number('χ²'), number('df'), number('CFI'), number('RMSEA'), number('SRMR'), number('Δχ²'), number('Δdf'), number('p'), number('ΔCFI'), number('ΔRMSEA'), { title: words.verdict, align: 'left' }],
    rows, notes: [words.invarianceNote(list(compared.factors.map((factor) => factor.name))), ...(compared.left.length > 0 ? [words.leftOut(list(compared.left))] : [])],
  }, ...scoreTable(), ...problems];

  /** Equalities that the data would let go, also where the level holds by its change in fit. */
  function scoreTable(): Block[] {
    const tests = result.steps.flatMap((step) => step.scoreTests.filter((test) => test.adjustedP < 0.05).map((test) => ({ level: step.level, test })));
    if (tests.length === 0) return [];
    return [{
      kind: 'table', id: `${compared.index}:score-tests`, title: words.scoreTests(context.labelOf(compared.index)),
      columns: [{ title: words.parameter, align: 'left' }, number('χ²'), number('df'), number('p Holm'), ...context.studies.slice(1).map((study): TableColumn => ({ title: study.name, align: 'number', group: words.change }))],
      rows: tests.map(({ test }): readonly Cell[] => [textCell(words[FREED[test.kind]](context.labelOf(test.item))), numberCell(report!, test.chi2, 'statistic', { decimals: 2 }), numberCell(report!, test.df, 'df'), numberCell(report!, test.adjustedP, 'p'),
        ...context.studies.slice(1).map((study): Cell => numberCell(report!, test.groups.find((one) => one.group === study.name)?.expectedChange, 'coefficient', { decimals: 2 }))]),
      notes: [words.scoreNote],
    }];
  }

  function verdictOf(holds: boolean | null, freed: readonly Freed[]): string {
    if (holds === null) return words.unclear;
    if (holds) return words.yes;
    return freed.length === 0 ? words.no : words.partly(freed.map((one) => words[FREED[one.kind]](context.labelOf(one.item))).join(report!.words.listComma));
  }
}

function problemText(context: ComparisonContext, problem: InvarianceProblem): string {
  const { words, labelOf } = context;
  switch (problem.problem) {
    case 'one-group': case 'no-factor': case 'no-degrees-of-freedom': case 'not-converged': case 'not-identified': return words.problem[problem.problem];
    case 'too-few-items': return words.problem['too-few-items'](labelOf(problem.factor));
    case 'too-few-cases': return words.problem['too-few-cases'](problem.group, formatQuantity(problem.n, 'count'));
    case 'constant-item': return words.problem['constant-item'](problem.group, labelOf(problem.item));
    case 'singular': return words.problem.singular(problem.group);
    case 'negative-variance': return words.problem['negative-variance'](labelOf(problem.what), problem.group);
    case 'correlation-beyond-one': return words.problem['correlation-beyond-one'](labelOf(problem.factors[0]), labelOf(problem.factors[1]), problem.group);
  }
}
