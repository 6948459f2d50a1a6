import { describe, expect, test } from 'vitest';
import { noncentralityOfT } from './noncentral-t.ts';

describe('non-centrality of t', () => {
  // mpmath 1.3.0 in 40 digits: root of ∫ Φ(ts − δ)·f(s) ds − p, f the density of the root of χ²/df. R 4.2.2 leaves its series where δ
  // passes 37.62.
  const reference: readonly (readonly [number, number, number, number])[] = [
    [30, 9000, 0.975, 27.990840148788],
    [-12, 20_000, 0.025, -10.03636180432],
    [36, 50_000, 0.975, 34.027198578975],
    [36, 50_000, 0.025, 37.972445784446],
    [60, 8192, 0.025, 62.16308376179],
    [170, 1_000_000, 0.975, 168.025884141954],
    [170, 1_000_000, 0.025, 171.974032004826],
  ];
  test.each(reference)('t = %f on %i degrees of freedom, P = %f', (t, df, p, delta) => {
    expect(Math.abs(noncentralityOfT(t, df, p) / delta - 1)).toBeLessThan(1e-10);
  });
});
