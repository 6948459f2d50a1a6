// Sums of a table that this program does not reach: its questions as SQL that somebody else asks, and sums made of the answers. Question by
// question, since what is asked next follows from what was answered.
import { columnsNeeded } from '../../execute/columns-needed.ts';
import type { Plan } from '../../methods/plan.ts';
import { isOfHidden, mayBeAsked } from '../asked.ts';
import { dataDigest } from '../digest.ts';
import type { AskedForm, Ends, Ranges, ScoresPlan } from '../sums.ts';
import { dialects, tableOf, type Dialect, type Rows } from './dialects.ts';
import { sumsOfEngine, type Counted } from './engine.ts';

export type DialectName = keyof typeof dialects;

/** Engines of which SQL is written; ClickHouse is asked by this program alone. */
export const dialectNames = ['trino', 'spark', 'postgres', 'duckdb'] as const satisfies readonly DialectName[];

/** What is to be asked next; all of its statements have one answer, their rows one below another. */
export interface Question {
  readonly statements: readonly string[];
}

class Unanswered extends Error {
  readonly statements: readonly string[];
  constructor(statements: readonly string[]) {
    super('unanswered');
    this.statements = statements;
  }
}

class Otherwise extends Error {}

/** What begins the question for texts, and the cells that a row of its answer has. */
const TEXTS = "SELECT c, COALESCE(v, '') AS v, n FROM (";

/** Whether rows can be the answer: of three cells where texts are asked, else of two where keys are counted, or a single one of ends. */
function canAnswer([first = '']: readonly string[], answer: Rows): boolean {
  if (first.startsWith(TEXTS)) return answer.every(({ length }) => length === 3) && answer.some(([place]) => place === '0');
  return answer.length === 1 || answer.every(({ length }) => length === 2 || length === 4);
}

/**
 * `answers`: of the questions so far, in order, as texts; `scores`: what a later round asks. `wrong`: which answer, from 1, is none;
 * `refused`: which form, from 1, no study of this plan asks for.
 */
export async function sumsByHand(
  plan: Plan,
  given: {
    readonly dialect: DialectName;
    readonly table: string;
    readonly answers: readonly Rows[];
    readonly threshold: number;
    readonly scores?: ScoresPlan;
  },
): Promise<
  | Question
  | { readonly wrong: number }
  | { readonly refused: number }
  | { readonly counted: Counted; readonly ranges: Ranges | null; readonly used: number }
> {
  const { aside: _, ...plain }: Dialect = dialects[given.dialect];
  // Blank is no answer, whatever writes the answers down: so an empty text and null need not be told apart there.
  const dialect: Dialect = {
    ...plain,
    text: (expression) => `NULLIF(TRIM(${plain.text(expression)}), '')`,
    dictionary: (...of) => `${TEXTS}${plain.dictionary(...of)}) AS q`,
  };
  let used = 0;
  const { id: _id, cluster: _cluster, ...data } = plan.data!;
  try {
    const counted = await sumsOfEngine(
      { ...plan, data },
      {
        dialect,
        table: tableOf(given.table, dialect),
        columns: () => Promise.resolve(columnsNeeded(plan).columns ?? []),
        rows: (...statements) => {
          const answer = given.answers[used];
          used += 1;
          if (answer === undefined) return Promise.reject(new Unanswered(statements));
          return canAnswer(statements, answer) ? Promise.resolve(answer) : Promise.reject(new Otherwise());
        },
      },
      given.threshold,
    );
    const digest = dataDigest(plan);
    const { sums } = counted;
    if (given.scores === undefined || sums === null)
      return { counted: { ...counted, sums: sums === null ? null : { ...sums, digest } }, ranges: null, used };
    const may = mayBeAsked(plan, new Map(sums.columns.map((column) => [column.name, column])));
    const forms = given.scores.forms.map((text) => JSON.parse(text) as AskedForm);
    const refused = forms.findIndex((form) => !may(form));
    if (refused >= 0) return { refused: refused + 1 };
    const ranges = await counted.ends(given.scores.forms, Math.max(given.threshold, given.scores.threshold));
    const hidden = isOfHidden(sums.tables);
    const told = (end: Ends, at: number): Ends => (hidden(forms[at]!) ? { form: end.form, low: null, high: null, kept: true } : end);
    return {
      counted: { ...counted, sums: { ...sums, digest } },
      ranges: ranges === null ? null : { ...ranges, digest, ends: ranges.ends.map(told) },
      used,
    };
  } catch (error) {
    if (error instanceof Unanswered) return { statements: error.statements };
    if (error instanceof Otherwise) return { wrong: used };
    throw error;
  }
}
