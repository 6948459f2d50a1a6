// What a regression's method allows: outcomes with levels, random slopes, clauses and columns that go with it.
import {
  columnsOfMethod,
  errorsOfMethod,
  nearest,
  notAPredictor,
  notShownByMethod,
  notTwoValued,
  notWithMethod,
  raise,
  unknownEvent,
  usualColumns,
  wordOfMethod,
  type ChosenOf,
  type MethodKind,
  type regressionOptions,
  type RegressionJob,
} from '@studyspec/core';
import { clauseOf } from './clauses.ts';
import { membersOf, type Context } from './context.ts';
import { mended, pathText, placeOf, type Declared } from './declared.ts';

type Chosen = ChosenOf<typeof regressionOptions>;

/** Does the method explain the levels of a category? */
export const explainsLevels = (kind: MethodKind): boolean =>
  kind === 'logit' || kind === 'probit' || kind === 'ordered' || kind === 'multinomial';

/** The columns that are shown: those asked for, or the method's usual ones. */
export const shownBy = (declared: Declared, chosen: Chosen): Chosen['show'] =>
  clauseOf(declared, 'show') === null ? usualColumns(chosen.method.kind) : chosen.show;

const place = (declared: Declared, word: string) => {
  const clause = clauseOf(declared, word);
  return clause === null ? { place: declared.place } : { place: placeOf(clause.file, clause.node.span) };
};

/** Steps are of least squares. */
export function refuseSteps(context: Context, declared: Declared, kind: MethodKind, terms: RegressionJob['terms']): void {
  if (kind === 'linear' || terms.every((one) => one.step === 0)) return;
  context.problems.push(
    raise(
      notWithMethod,
      { regression: declared.name, method: wordOfMethod(kind), clause: 'by … then …', possible: ['by a, b', 'method linear'] },
      place(declared, 'by'),
    ),
  );
}

/** Clauses that the method cannot do, each a problem of its own. */
export function holdToMethod(context: Context, declared: Declared, chosen: Chosen, outcomes: readonly string[]): void {
  const { method } = chosen;
  const columns = columnsOfMethod(method.kind);
  const strange = clauseOf(declared, 'show') === null ? [] : chosen.show.filter((column) => !columns.includes(column));
  const facts = { regression: declared.name, method: wordOfMethod(method.kind) };
  if (strange.length > 0)
    context.problems.push(raise(notShownByMethod, { ...facts, columns: strange, possible: columns }, place(declared, 'show')));
  if (method.kind === 'linear') return;
  const refuse = (word: string, clause: string, possible: readonly string[]): void => {
    context.problems.push(raise(notWithMethod, { ...facts, clause, possible }, place(declared, word)));
  };
  if (chosen.missing.kind !== 'listwise') refuse('missing', `missing ${chosen.missing.kind}`, ['missing listwise']);
  const possible = errorsOfMethod(method.kind, method.kind === 'logit' && method.firth);
  if (!possible.includes(chosen.errors.kind))
    refuse(
      'errors',
      `errors ${chosen.errors.kind}`,
      possible.map((one) => `errors ${one}${one === 'cluster' ? ' SITE' : ''}`),
    );
  if (method.kind !== 'logit' && method.kind !== 'probit') return;
  for (const outcome of outcomes) {
    const variable = context.variables.get(outcome);
    if (variable?.kind !== 'category') continue;
    const values = variable.levels.map((level) => level.name);
    const { event } = method;
    if (event !== null && !values.includes(event)) {
      const near = nearest(event, values);
      context.problems.push(
        raise(
          unknownEvent,
          { regression: declared.name, outcome, event, values: values.slice(0, 12), nearest: near },
          place(declared, 'method'),
        ),
      );
    }
    if (event === null && values.length !== 2)
      context.problems.push(
        raise(notTwoValued, { ...facts, outcome, values: values.slice(0, 12), count: values.length }, place(declared, 'explain')),
      );
  }
}

/** The names behind `random`: numbers among the predictors. Null when something is wrong (reported). */
export function readRandom(
  context: Context,
  declared: Declared,
  kind: MethodKind,
  terms: RegressionJob['terms'],
): readonly string[] | null {
  const clause = clauseOf(declared, 'random');
  if (clause === null) return [];
  if (clause.node.shape !== 'terms') return null;
  if (kind !== 'mixed') {
    context.problems.push(
      raise(
        notWithMethod,
        { regression: declared.name, method: wordOfMethod(kind), clause: 'random', possible: ['method mixed within SITE'] },
        place(declared, 'random'),
      ),
    );
    return null;
  }
  const known = terms.flatMap(({ term }) => (term.length === 1 && context.variables.get(term[0]!)?.kind !== 'category' ? term : []));
  const found: string[] = [];
  let fine = true;
  for (const node of clause.node.terms) {
    const name = node.factors.map(pathText).join(':');
    const members = node.factors.length === 1 && !known.includes(name) && context.groups.has(name) ? membersOf(context, name) : [name];
    for (const member of members) {
      if (known.includes(member)) {
        if (!found.includes(member)) found.push(member);
        continue;
      }
      fine = false;
      const near = nearest(member, known);
      context.problems.push(
        raise(
          notAPredictor,
          { term: member, regression: declared.name, known, nearest: near },
          mended(placeOf(clause.file, node.span), near),
        ),
      );
    }
  }
  return fine ? found : null;
}
