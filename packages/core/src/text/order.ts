// The order of texts that nobody reads as a list of words: file names, codes. By code units, which is the same everywhere; the order of a
// language differs from one version of ICU to the next.

export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
