// Procedures that core has and no word of the language reaches yet: the only list. They are tested against R like all others, and oracles
// use them. One that gets a word leaves the list; the architecture test knows of no other export that nothing uses.
export { countedBy, mergeJoint } from './counts/joint.ts';
export { momentsOfScores, momentsOfSums, scoredItem, scoreRange } from './counts/linear-scores.ts';
export { substitutedOfCounts } from './counts/moments.ts';
export { percentages } from './procedures/compare/association.ts';
export { deprivationOf } from './procedures/compare/deprivation.ts';
export { hedgesCorrection } from './procedures/compare/t-test.ts';
export { minMax } from './procedures/composite/composite.ts';
export { couplingCoordination, obstacleDegrees, topsis, vectorNormalised } from './procedures/composite/systems.ts';
export { multipliedWeights } from './procedures/composite/weights.ts';
export { quantileOf } from './procedures/describe/quantiles.ts';
export { normality, shapiroWilk } from './procedures/describe/normality.ts';
export { polychoric, thresholdsOf } from './procedures/describe/polychoric.ts';
export { chanceFit } from './procedures/outcomes/classification.ts';
export { oddsOf } from './procedures/outcomes/estimates.ts';
export { covariancesAsGlm } from './procedures/outcomes/glm-stop.ts';
export { linkVariance } from './procedures/outcomes/links.ts';
export { profileInterval, termTests } from './procedures/outcomes/profiles.ts';
export { separationInTwo } from './procedures/outcomes/separation.ts';
export { commonMethod } from './procedures/factor/common-method.ts';
export { fitMultiGroup } from './procedures/invariance/fit.ts';
export { mergeMoments } from './moments/moments.ts';
export { reversedValues } from './moments/rows.ts';
export { sampledRows } from './procedures/survey/design.ts';
export { surveyQuantile, surveyTotalError } from './procedures/survey/estimates.ts';
export { fitThroughOrigin } from './procedures/regression/refined.ts';
export { generalisedInflation, prattMeasures, johnsonWeights } from './procedures/regression/importance.ts';
export { analyticFit } from './procedures/regression/weighted.ts';
