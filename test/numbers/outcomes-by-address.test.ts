// Every number of regressions by other methods than least squares, at its address, against R (r/outcomes-by-address.R): a number that is
// new does not compile here until it has a reference.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress, lookUp, methodHas, signatureOf, tell, type MethodKind, type modelQuantities } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}
const golden = readReference<{
  readonly tolerance: { readonly default: Tolerance };
  readonly values: Readonly<Record<string, number | null>>;
}>('outcomes-by-address');
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');

const main = 'by age, mood, place';
const spec = `study "Outcomes by address"
data "d.csv" { id id }
number mood
number age
number hours
indicator u on 1..5
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
regression lo { explain sex  ${main}  method logit }
regression lc { explain sex  ${main}  method logit event male  errors cluster site }
${['0', '1', '2', '3', '4'].map((kind) => `regression l${kind} { explain sex  ${main}  method logit  errors hc${kind} }`).join('\n')}
regression pr { explain sex  ${main}  method probit }
regression p3 { explain sex  ${main}  method probit event female  errors hc3 }
regression fi { explain sex  ${main}  method logit firth }
regression li { explain sex  by age * mood, place  method logit }
regression od { explain mood  by age, sex, place  method ordered }
regression op { explain mood  by age, sex, place  method ordered probit  errors hc1 }
regression oc { explain mood  by age, sex, place  method ordered  errors cluster site }
regression mn { explain place  by age, mood, sex  method multinomial }
regression m0 { explain place  by age, mood, sex  method multinomial  errors hc0 }
regression po { explain mood  by age, sex, place  method poisson }
regression p4 { explain mood  by age, sex, place  method poisson  errors hc3 }
regression to { explain hours  by age, sex, place  method tobit 15..26 }
regression tc { explain hours  by age, sex, place  method tobit 15..26  errors cluster site }
regression tf { explain hours  by age, sex, place  method tobit 15.. }
regression tt { explain hours  by age, sex, place  method tobit ..26 }
regression mx { explain hours  by age, sex, place  method mixed within site }
regression ml { explain hours  by age, sex, place  method mixed within site ml }
regression mr { explain hours  by u, age  method mixed within site  random u }
`;
const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
const quantities = results!.quantities;

const derived = { abs: 1e-7, rel: 1e-5 }; // numerical derivatives of R
const variances = { abs: 1e-6, rel: 1e-4 }; // lme4's optimum is flat
/** To which tolerance each number equals R: the default's, or its own with the reason beside it. */
const tolerances: { readonly [S in keyof typeof modelQuantities | 'df(term)']: 'R' | Tolerance } = {
  events: 'R',
  chi2: 'R',
  df: 'R',
  loglik: 'R',
  mcfadden: 'R',
  cox_snell: 'R',
  nagelkerke: 'R',
  classification: 'R',
  'classification.true_positive': 'R',
  'classification.false_negative': 'R',
  'classification.false_positive': 'R',
  'classification.true_negative': 'R',
  'classification.sensitivity': 'R',
  'classification.specificity': 'R',
  auc: 'R',
  'hosmer_lemeshow.chi2': 'R',
  'hosmer_lemeshow.df': 'R',
  'hosmer_lemeshow.p': 'R',
  sigma: 'R',
  'censored.low': 'R',
  'censored.high': 'R',
  groups: 'R',
  icc: variances,
  'variance(source)': variances,
  'z(term)': derived,
  'df(term)': { abs: 1e-3, rel: 1e-3 }, // lmerTest's derivatives are numerical
  'odds(term)': 'R',
  'odds.low(term)': derived,
  'odds.high(term)': derived,
  'rate_ratio(term)': 'R',
  'rate_ratio.low(term)': 'R',
  'rate_ratio.high(term)': 'R',
  'margin(term)': derived,
  'margin.se(term)': derived,
  'margin.p(term)': derived,
  'margin.low(term)': derived,
  'margin.high(term)': derived,
  'margin(term, outcome)': derived,
  'margin.se(term, outcome)': derived,
  'margin.p(term, outcome)': derived,
  'threshold(number)': derived,
  'threshold.se(number)': derived,
  'b(term, outcome)': 'R',
  'se(term, outcome)': 'R',
  'z(term, outcome)': 'R',
  'p(term, outcome)': 'R',
  'low(term, outcome)': 'R',
  'high(term, outcome)': 'R',
  'odds(term, outcome)': 'R',
  'odds.low(term, outcome)': 'R',
  'odds.high(term, outcome)': 'R',
};
/** Those that all methods share: Hessians of R by numerical derivatives, and of the mixed model a flat optimum. */
const shared = { abs: 1e-6, rel: 1e-5 };

const methodOf = (name: string): MethodKind => {
  const job = results!.plan.jobs.find((one) => one.name === name);
  if (job?.kind !== 'regression') throw new Error(name);
  return job.method.kind;
};
function signatureAt(address: string): string {
  const node = toAddress(parseAddress(address)!);
  const name = node.path.slice(2).join('.');
  const kinds = node.args?.length ?? 0;
  const kind = methodOf(node.path[0]!);
  const found = [...Object.keys(tolerances), ...sharedSignatures].find(
    (one) => signatureOf(one).name === name && signatureOf(one).args.length === kinds && methodHas(kind, one),
  );
  if (found === undefined) throw new Error(`${address} is no number of ${kind}`);
  return found;
}
const sharedSignatures = ['n', 'p', 'aic', 'bic', 'clusters', 'b(term)', 'se(term)', 't(term)', 'p(term)', 'low(term)', 'high(term)'];

describe('every number of a regression that is no least squares', () => {
  const expected = Object.entries(golden.values);

  it('comes of a spec without mistakes', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(expected.length).toBeGreaterThan(2000);
  });

  it('equals R', () => {
    const differences: string[] = [];
    for (const [address, wanted] of expected) {
      const node = toAddress(parseAddress(address)!);
      const found = lookUp(quantities, node);
      if (found === null || formatAddress(node) !== address) {
        differences.push(`${address}: nothing there`);
        continue;
      }
      const own = (tolerances as Readonly<Record<string, 'R' | Tolerance>>)[signatureAt(address)] ?? shared;
      const tolerance = own === 'R' ? golden.tolerance.default : own;
      if (wanted === null ? found.value !== null : !agree(found.value, wanted, tolerance))
        differences.push(`${address}: R ${wanted}, here ${found.value}${found.reason === undefined ? '' : ` (${found.reason})`}`);
    }
    expect(differences).toEqual([]);
  });

  it('has a value by R, all of them', () => {
    const own = (address: string): boolean => /^(?:l[0-9ocimt]|p[r34o]|fi|o[dpc]|m[n0xlr]|t[octf]|po|tt|ml)\./u.test(address);
    const without = [...quantities.keys()].filter(
      (address) => own(address) && !Object.hasOwn(golden.values, address) && !/\.(?:left_out|lost)$/u.test(address),
    );
    expect(without).toEqual([]);
  });

  it('is there for every signature', () => {
    const seen = new Set(expected.filter(([, value]) => value !== null).map(([address]) => signatureAt(address)));
    expect(Object.keys(tolerances).filter((signature) => !seen.has(signature))).toEqual([]);
  });
});
