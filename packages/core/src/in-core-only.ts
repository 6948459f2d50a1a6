// Procedures that core has and no word of the language reaches yet: the only list. They are tested against R like all others, and oracles
// use them. One that gets a word leaves the list; the architecture test knows of no other export that nothing uses.
export { crossTable } from './procedures/compare/chi-square.ts';
export { hedgesCorrection, oneSampleTest, pairedTest } from './procedures/compare/t-test.ts';
export { minMax, standardScores } from './procedures/composite/composite.ts';
export { couplingCoordination, obstacleDegrees, topsis, vectorNormalised } from './procedures/composite/systems.ts';
export { multipliedWeights } from './procedures/composite/weights.ts';
export { correlationTable, partialCorrelations } from './procedures/describe/correlation.ts';
export { codesOfNumbers } from './procedures/describe/frequencies.ts';
export { polychoric, polychoricTable, thresholdsOf } from './procedures/describe/polychoric.ts';
export { fitMultiGroup } from './procedures/invariance/fit.ts';
export { mergeMoments } from './moments/moments.ts';
export { reversedValues } from './moments/rows.ts';
