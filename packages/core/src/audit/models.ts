// What the checks of regressions share: the outcomes in print, their terms, how many coefficients a model has, and how many cases it can
// have.
import type { Condition } from '../contract/variables.ts';
import type { RegressionJob } from '../methods/regression/job.ts';
import { answersOf, cellAt, countAt, regressionsOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

export interface Model {
  readonly job: RegressionJob;
  readonly outcome: string;
  /** Coefficients without the intercept. */
  readonly k: number;
  /** False where the cases of a model may leave out levels of its predictors, and nothing in print says how many coefficients there are. */
  readonly known: boolean;
  readonly n: PrintedCell | null;
  /** Null with other than classical standard errors: their F is no function of R². */
  readonly f: PrintedCell | null;
  readonly r2: PrintedCell | null;
  readonly adjusted: PrintedCell | null;
}

/** Every outcome of every regression, with what is printed of its fit. */
export function modelsOf(study: PrintedStudy): Model[] {
  return regressionsOf(study).flatMap((job) =>
    job.outcomes.map((outcome): Model => {
      const at = (quantity: string): PrintedCell | null => cellAt(study, `${job.name}.${outcome}.${quantity}`);
      const restricted = restrictsTerms(study, job);
      const df1 = countAt(study, `${job.name}.${outcome}.df1`);
      return {
        job,
        outcome,
        k: restricted && df1 !== null ? df1 : coefficientsOf(study, job),
        known: !restricted || df1 !== null,
        n: at('n'),
        f: job.errors.kind === 'classical' ? at('f') : null,
        r2: at('r2'),
        adjusted: at('adjusted_r2'),
      };
    }),
  );
}

/** A category has one coefficient a level but the reference; a product as many as its factors' together. */
export function coefficientsOf(study: PrintedStudy, job: RegressionJob): number {
  const own = (name: string): number => {
    const variable = study.variables.get(name);
    return variable?.kind === 'category' ? variable.levels.length - 1 : 1;
  };
  return job.terms.reduce((total, { term }) => total + term.reduce((product, name) => product * own(name), 1), 0);
}

/**
 * Whether `where` asks for values of a predictor that is a category, or of what one is made of: levels without cases have no coefficient.
 */
function restrictsTerms(study: PrintedStudy, job: RegressionJob): boolean {
  if (job.where === null) return false;
  const sourceOf = (name: string): string => {
    const variable = study.variables.get(name);
    if (variable?.kind !== 'category') return variable?.column ?? name;
    return variable.variable === null ? (variable.column ?? name) : sourceOf(variable.variable);
  };
  const asked = new Set(variablesOf(job.where).map(sourceOf));
  return job.terms.some(({ term }) => term.some((name) => study.variables.get(name)?.kind === 'category' && asked.has(sourceOf(name))));
}

const variablesOf = (condition: Condition): string[] =>
  'parts' in condition ? condition.parts.flatMap(variablesOf) : [condition.variable];

/** The cases of a model in print: its own n, or what its policy says (mean substitution keeps everybody). */
export function casesOf(study: PrintedStudy, model: Model): number | null {
  if (!model.known) return null;
  if (model.n !== null) return model.n.decimals === 0 ? model.n.value : null;
  const df2 = countAt(study, `${model.job.name}.${model.outcome}.df2`);
  if (df2 !== null) return df2 + model.k + 1;
  return model.job.missing === 'mean' && model.job.where === null ? study.sample : null;
}

/**
 * Listwise cases cannot be more than the valid answers of the predictor with fewest: that predictor and its answers, where they are
 * printed.
 */
export function listwiseLimit(
  study: PrintedStudy,
  job: RegressionJob,
): { readonly name: string; readonly n: number; readonly cells: readonly PrintedCell[] } | null {
  if (job.where !== null) return null;
  let least: { name: string; n: number; cells: readonly PrintedCell[] } | null = null;
  for (const name of new Set(job.terms.flatMap(({ term }) => term))) {
    const variable = study.variables.get(name);
    const own = answersOf(study, name);
    let cells = [cellAt(study, `${name}.n`) ?? cellAt(study, `${name}.missing`)];
    let n = own;
    if (variable?.kind === 'category' && own === null) {
      cells = variable.levels.map((level) => cellAt(study, `${name}.${level.name}.count`));
      n = cells.every((cell) => cell !== null && cell.decimals === 0) ? cells.reduce((total, cell) => total + cell!.value, 0) : null;
    }
    if (n !== null && (least === null || n < least.n))
      least = { name, n, cells: cells.filter((cell): cell is PrintedCell => cell !== null) };
  }
  return least;
}
