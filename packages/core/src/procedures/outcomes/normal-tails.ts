// ln Φ and φ/Φ, also far out where Φ is no number any more: what probit, ordered probit and Tobit are made of.
import { log } from '../../numerics/exponential.ts';
import { normalCdf, normalDensity } from '../../numerics/distributions.ts';

const FAR = -30;

/** φ(z)/Φ(z); far out by Laplace's continued fraction (Abramowitz & Stegun 26.2.14). */
export function inverseMills(z: number): number {
  if (z > FAR) return normalDensity(z) / normalCdf(z);
  let fraction = -z;
  for (let j = 20; j >= 1; j--) fraction = -z + j / fraction;
  return fraction;
}

export function logNormalCdf(z: number): number {
  return z > FAR ? log(normalCdf(z)) : -0.5 * z * z - 0.5 * log(2 * Math.PI) - log(inverseMills(z));
}
