// The bivariate normal distribution with unit variances.
import { once } from './once.ts';
import { exp } from './exponential.ts';
import { square } from './powers.ts';
import { asin, cos, sin } from './trigonometry.ts';
import { normalCdf } from './distributions.ts';

/** Density at (h, k) with correlation |rho| < 1. */
export function bivariateNormalDensity(h: number, k: number, rho: number): number {
  const rest = (1 - rho) * (1 + rho);
  return exp(-(square(h - k) + 2 * h * k * (1 - rho)) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
}

/**
 * P(X ≤ h, Y ≤ k) with correlation |rho| < 1: Φ(h)Φ(k) + (1/2π)∫ exp(−(h² + k² − 2hk·sin θ)/(2cos²θ)) dθ for θ from 0 to arcsin rho
 * (Plackett 1954, Biometrika 41:351–360, in Drezner & Wesolowsky's variable, 1990). Gauss–Legendre on panels that halve towards the
 * end, where the integrand turns sharp when |rho| nears 1. Absolute error below 1e-13.
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  const end = asin(rho);
  // Distance from the edge ±π/2, from which the panels are measured.
  const edge = Math.PI / 2 - Math.abs(end);
  const sign = Math.sign(rho);
  const [nodes, weights] = quadrature();
  let total = 0;
  let from = Math.PI / 2;
  while (from > edge) {
    const to = Math.max(edge, from / 2);
    for (let i = 0; i < nodes.length; i++) {
      const distance = (from + to) / 2 + ((from - to) / 2) * nodes[i]!;
      // ±1 − sin θ, without cancellation near the edge.
      const short = 2 * square(sin(distance / 2));
      const long = square(sin(distance));
      total += weights[i]! * ((from - to) / 2) * exp(-(square(h - sign * k) + 2 * h * k * sign * short) / (2 * long));
    }
    from = to;
  }
  return normalCdf(h) * normalCdf(k) + (sign * total) / (2 * Math.PI);
}

/** Points and weights of the quadrature. */
const quadrature = once(() => gaussLegendre(24));

/** Nodes and weights on −1..1 by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): readonly [Float64Array, Float64Array] {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let before = 1;
      let value = x;
      for (let j = 2; j <= n; j++) [before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j];
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return [nodes, weights];
}
