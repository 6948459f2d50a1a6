// Which way a component is turned that no marker names. Named ones are signed by their marker (run-index.ts).

/** Loadings whose sum is less than this share of their sizes point both ways. */
const BOTH_WAYS = 0.1;
/** Sums and differences of loadings below it are rounding. */
const ROUNDING = 1e-8;

/**
 * Which way a component without a marker is turned: its loadings sum to more than 0, as in SPSS. Where they sum to 0 but for rounding, the
 * item with the largest loading loads positively, of equal ones the first by name: so that no order of lines decides.
 */
export function directionOf(loadings: readonly { readonly item: string; readonly loading: number }[]): {
  readonly sign: 1 | -1;
  readonly bothWays: boolean;
  readonly pivot: string;
} {
  const total = loadings.reduce((sum, one) => sum + one.loading, 0);
  const size = loadings.reduce((sum, one) => sum + Math.abs(one.loading), 0);
  const largest = Math.max(...loadings.map((one) => Math.abs(one.loading)));
  const pivot = loadings
    .filter((one) => Math.abs(one.loading) >= largest - ROUNDING)
    .reduce((first, one) => (one.item < first.item ? one : first));
  const leading = Math.abs(total) > ROUNDING * size ? total : pivot.loading;
  return { sign: leading < 0 ? -1 : 1, bothWays: Math.abs(total) < BOTH_WAYS * size, pivot: pivot.item };
}
