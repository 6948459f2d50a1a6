// Runs of columns in formulas, `mean(s1..s4)`: everything from one to the other in the order of the file, as SPSS's TO.
import type { SurveyPlan } from './survey-plan.ts';
import type { VariablePlan } from '../contract/variables.ts';

type Named = Pick<{ readonly name: string }, 'name'>;

/** The column that an end of a run means: a declared variable's own, else the column of that name; null where there is none. */
export function columnMeant(plan: SurveyPlan, columns: readonly Named[], name: string): string | null {
  const declared = plan.variables.find((variable) => variable.name === name);
  const column = declared === undefined ? name : declared.column;
  return column !== null && columns.some((one) => one.name === column) ? column : null;
}

/**
 * The names that a run stands for; none when it is no run (`checkColumns` has said so). A column whose name is declared, or that a declared
 * end's neighbours read under another name, brings the coded values.
 */
export function columnsBetween(plan: SurveyPlan, columns: readonly Named[], first: string, last: string): readonly string[] {
  const [from, to] = [first, last].map((name) => columns.findIndex((column) => column.name === columnMeant(plan, columns, name))) as [
    number,
    number,
  ];
  if (from < 0 || to < from) return [];
  const read = (variable: VariablePlan): variable is Extract<VariablePlan, { kind: 'indicator' | 'number' }> =>
    variable.kind !== 'category';
  const numeric = plan.variables.filter(read);
  const renamed = numeric.some((variable) => (variable.name === first || variable.name === last) && variable.column !== variable.name);
  return columns.slice(from, to + 1).map(({ name }) => {
    const own =
      numeric.find((variable) => variable.name === name) ?? (renamed ? numeric.find((variable) => variable.column === name) : undefined);
    return own?.name ?? name;
  });
}
