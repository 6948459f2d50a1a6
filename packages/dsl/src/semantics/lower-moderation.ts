// `center` and `slopes` of a regression: which predictors they are of, and whether the model has them.
import { nearest, notAPredictor, notWithMethod, raise, slopesNeedProduct, wordOfMethod } from '@studyspec/core';
import type { MethodKind, RegressionJob } from '@studyspec/core';
import { clauseOf } from './clauses.ts';
import { levelsOf, type Context } from './context.ts';
import { pathText, placeOf, type Declared } from './declared.ts';

type Terms = RegressionJob['terms'];

/** Null: something is wrong (reported). Empty where there is nothing of either. */
export function readModeration(
  context: Context,
  declared: Declared,
  terms: Terms,
  given: { readonly method: MethodKind; readonly missing: string },
): Pick<RegressionJob, 'center' | 'slopes'> | null {
  let fine = true;
  for (const word of ['center', 'slopes']) {
    const clause = clauseOf(declared, word);
    if (clause === null) continue;
    // Rows are needed, and least squares.
    if (given.method === 'linear' && given.missing !== 'pairwise') continue;
    fine = false;
    context.problems.push(
      raise(
        notWithMethod,
        {
          regression: declared.name,
          method: wordOfMethod(given.method),
          clause: word,
          possible: given.method === 'linear' ? ['missing listwise'] : ['method linear'],
        },
        { place: placeOf(clause.file, clause.node.span) },
      ),
    );
  }
  const center = fine ? readCenter(context, declared, terms) : null;
  const slopes = fine ? readSlopes(context, declared, terms) : null;
  if (center === null || slopes === null) return null;
  return { ...(center.length === 0 ? {} : { center }), ...(slopes === undefined ? {} : { slopes }) };
}

/** Numbers among the predictors. */
const numbersOf = (context: Context, terms: Terms): string[] => [
  ...new Set(terms.flatMap(({ term }) => term.filter((name) => context.variables.get(name)?.kind !== 'category'))),
];

function readCenter(context: Context, declared: Declared, terms: Terms): readonly string[] | null {
  const clause = clauseOf(declared, 'center');
  if (clause === null) return [];
  if (clause.node.shape !== 'terms') return null;
  const known = numbersOf(context, terms);
  const found: string[] = [];
  let fine = true;
  for (const node of clause.node.terms) {
    const name = node.factors.map(pathText).join(':');
    if (known.includes(name)) {
      if (!found.includes(name)) found.push(name);
      continue;
    }
    fine = false;
    context.problems.push(
      raise(
        notAPredictor,
        { term: name, regression: declared.name, known, nearest: nearest(name, known) },
        { place: placeOf(clause.file, node.span) },
      ),
    );
  }
  return fine ? found : null;
}

/** Undefined without the clause; null where it is wrong. */
function readSlopes(context: Context, declared: Declared, terms: Terms): RegressionJob['slopes'] | null {
  const clause = clauseOf(declared, 'slopes');
  if (clause === null) return undefined;
  if (clause.node.shape !== 'terms') return null;
  const [node, more] = clause.node.terms;
  const [of, at] = node?.factors.map(pathText) ?? [];
  const numeric = of !== undefined && numbersOf(context, terms).includes(of);
  const product = terms.some(({ term }) => term.length === 2 && term.includes(of ?? '') && term.includes(at ?? ''));
  // A product with a third would make the slope depend on that too.
  const others = terms.flatMap(({ term }) =>
    term.length > 1 && term.includes(of ?? '') && !(term.length === 2 && term.includes(at ?? '')) ? [term.join(' * ')] : [],
  );
  if (node === undefined || more !== undefined || node.factors.length !== 2 || !numeric || !product || others.length > 0 || of === at) {
    context.problems.push(
      raise(
        slopesNeedProduct,
        { regression: declared.name, of: of ?? '', at: at ?? '', numeric, others },
        { place: placeOf(clause.file, clause.node.span) },
      ),
    );
    return null;
  }
  const variable = context.variables.get(at!);
  return { of, at: at!, levels: variable?.kind === 'category' ? levelsOf(variable) : null };
}
