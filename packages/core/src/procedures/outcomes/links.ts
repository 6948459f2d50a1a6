// Distribution functions behind discrete outcomes: logistic, normal, extreme value.
import { exp, expm1, log, log1p } from '../../numerics/exponential.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../numerics/distributions.ts';
import { inverseMills, logNormalCdf } from './normal-tails.ts';

export type Link = 'logit' | 'probit' | 'cloglog';

export interface LinkFunction {
  /** P(Y = 1) at η, its first and its second derivative. */
  p(eta: number): number;
  density(eta: number): number;
  slope(eta: number): number;
  /** η at which P is p. */
  at(p: number): number;
  /** ln P(Y = y) with its first and second derivative by η. */
  likelihood(yes: boolean, eta: number): readonly [number, number, number];
  /** Expected information; the observed one when it is the same. */
  readonly information: ((eta: number) => number) | null;
}

/** Variance of the link's own distribution: what a latent outcome has beside its predictors. */
export const linkVariance = (link: Link): number => ({ logit: (Math.PI * Math.PI) / 3, probit: 1, cloglog: (Math.PI * Math.PI) / 6 })[link];

const logistic = (eta: number): number => (eta >= 0 ? 1 / (1 + exp(-eta)) : exp(eta) / (1 + exp(eta)));

export const links: Readonly<Record<Link, LinkFunction>> = {
  logit: {
    p: logistic,
    density: (eta) => logistic(eta) * logistic(-eta),
    slope: (eta) => logistic(eta) * logistic(-eta) * (logistic(-eta) - logistic(eta)),
    at: (p) => log(p / (1 - p)),
    likelihood(yes, eta) {
      const own = yes ? eta : -eta;
      const value = own >= 0 ? -log1p(exp(-own)) : own - log1p(exp(own));
      return [value, yes ? logistic(-eta) : -logistic(eta), -logistic(eta) * logistic(-eta)];
    },
    information: null,
  },
  probit: {
    p: normalCdf,
    density: normalDensity,
    slope: (eta) => -eta * normalDensity(eta),
    at: normalQuantile,
    likelihood(yes, eta) {
      const own = yes ? eta : -eta;
      const mills = inverseMills(own);
      return [logNormalCdf(own), yes ? mills : -mills, -mills * (mills + own)];
    },
    information: (eta) => inverseMills(eta) * inverseMills(-eta),
  },
  cloglog: {
    p: (eta) => -expm1(-exp(eta)),
    density: (eta) => exp(eta - exp(eta)),
    slope: (eta) => exp(eta - exp(eta)) * (1 - exp(eta)),
    at: (p) => log(-log1p(-p)),
    likelihood(yes, eta) {
      const t = exp(eta);
      if (!yes) return [-t, -t, -t];
      const rest = expm1(t);
      if (!Number.isFinite(rest)) return [0, 0, 0];
      return [log(-expm1(-t)), t / rest, (t / rest) * (1 - (t * (rest + 1)) / rest)];
    },
    information(eta) {
      const t = exp(eta);
      const rest = expm1(t);
      return Number.isFinite(rest) ? (t * t) / rest : 0;
    },
  },
};
