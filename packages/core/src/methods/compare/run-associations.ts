// Outcomes that are categories or options, against the groups: cross tables, weighted where respondents were drawn by a design.
import type { Codes } from '../../counts/points.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import { fewExpected, notCompared, raise } from '../../problems/catalogue.ts';
import { association, columnTests, risksOf } from '../../procedures/compare/association.ts';
import { crossTable } from '../../procedures/compare/chi-square.ts';
import { surveyCrosstab } from '../../procedures/survey/crosstab.ts';
import { linearOf } from '../../rowless/columns.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import type { StudyDesign } from '../design/study-design.ts';
import type { OtherCell } from '../results.ts';
import { respondentsIn, type Limited } from '../state.ts';
import { categoryOutcomeQuantities, optionOutcomeQuantities } from './associations.ts';
import { CHOSEN, type AssociationNumbers, type Crossing } from './crossing.ts';
import { anyHides, hidesLeftOut } from '../cells.ts';
import { hidesCrossing } from './hidden-crossing.ts';
import { comparedAs, comparePath, type CompareJob } from './job.ts';

interface Given {
  readonly job: CompareJob;
  readonly outcome: string;
  readonly category: CategoryPlan;
  /** -1: no group, or not among the cases. */
  readonly codes: Codes;
  readonly cases: number;
  /** Why there is none; null where there may be. */
  readonly failed: string | null;
}

export function runAssociation(state: Limited, { job, outcome, category, codes, cases, failed }: Given): OtherCell {
  const kind = comparedAs(job, outcome);
  const variable = state.variables.get(outcome);
  const own = variable?.kind === 'category' ? variable : null;
  const answers = failed === null ? codesOf(state, outcome) : null;
  const groups = category.levels.map((level) => level.name);
  const levels = own === null ? [CHOSEN, 'not'] : own.levels.map((level) => level.name);
  const { design } = state;
  const crossing = answers === null ? null : crossed(state.memo, { groups, codes, levels, answers });
  const drawn =
    answers === null || crossing === null || design === null
      ? null
      : crossedByDesign(state.memo, { codes, groups: groups.length, answers, levels: levels.length, design });
  const reason = failed ?? (crossing === null ? 'no case has an answer and a group' : null);
  const result: AssociationNumbers = {
    job,
    outcome: own,
    category,
    crossing,
    drawn,
    rows: respondentsIn(state),
    cases,
    reason: reason ?? '',
  };
  const path = comparePath(job, outcome, category.name);
  const ofCells = hidesCrossing(state, result);
  const hides = anyHides(hidesLeftOut(state, result.rows, cases), ofCells);
  if (own === null) state.quantities.under(path, optionOutcomeQuantities, { ...result, hides });
  else state.quantities.under(path, categoryOutcomeQuantities, { ...result, hides });
  // Expected counts tell the totals that are hidden; and χ² is not shown.
  if (failed === null) complain(state, { job, outcome, category }, crossing, ofCells !== undefined);
  return { kind, outcome, by: category.name, reason, groups: crossing?.table.rows ?? [] };
}

function complain(
  state: Limited,
  { job, outcome, category }: Pick<Given, 'job' | 'outcome' | 'category'>,
  crossing: Crossing | null,
  hidden: boolean,
): void {
  const of = { name: job.name, outcome, category: category.name };
  const { rows, columns, df, percentBelow5, leastExpected } = crossing?.table ?? { rows: [], columns: [], df: 0 };
  if (df === 0)
    state.problems.push(
      raise(
        notCompared,
        {
          ...of,
          why: rows.length === 0 ? { is: 'no case' } : rows.length < 2 ? { is: 'one group' } : { is: 'one answer', level: columns[0]! },
        },
        { at: `${job.name}/of` },
      ),
    );
  // Cochran's rule, and SPSS's note under a table.
  else if (!hidden && state.design === null && (percentBelow5! > 20 || leastExpected! < 1))
    state.problems.push(raise(fewExpected, { ...of, percent: percentBelow5!, least: leastExpected! }, { at: `${job.name}/of` }));
}

/** Level of each row: of a category its own; of an option 0 where it was chosen. */
function codesOf(state: Limited, outcome: string): Codes {
  const own = state.coded.categories.get(outcome);
  return own ?? chosen(state.memo, { values: state.coded.numbers.get(outcome)! });
}
const chosen = derivation('chosen', { values: same<Float64Array>() }, ({ values }) => {
  const counted = linearOf(values);
  if (counted !== null) throw new NeedsRows();
  return Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value === 1 ? 0 : 1));
});

const crossed = derivation(
  'crossing',
  { groups: plain<readonly string[]>(), codes: same<Codes>(), levels: plain<readonly string[]>(), answers: same<Codes>() },
  ({ groups, codes, levels, answers }): Crossing | null => {
    const table = crossTable(codes, groups, answers, levels);
    const turned = table === null ? null : crossTable(answers, levels, codes, groups);
    return table === null ? null : { table, more: association(table), risks: risksOf(table), shares: columnTests(turned!) };
  },
);

const crossedByDesign = derivation(
  'crossing by design',
  {
    codes: same<Codes>(),
    groups: plain<number>(),
    answers: same<Codes>(),
    levels: plain<number>(),
    design: same<StudyDesign>(),
  },
  ({ codes, groups, answers, levels, design: { survey, broken } }) => {
    const found = surveyCrosstab(survey, codes, answers, groups, levels);
    // A design without standard errors has no test either.
    return broken === null ? found : { ...found, f: null, df1: null, df2: null, p: null, firstOrderP: null };
  },
);
