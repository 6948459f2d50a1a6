// Which kind of problem a check of the audit raises.
import type { ProblemKind } from '../problem.ts';
import { claimNotBorneOut } from './claim-not-borne-out.ts';
import { communalityDiffers } from './communality-differs.ts';
import { compositeContradictsParts } from './composite-contradicts-parts.ts';
import { dimensionMeanDiffers } from './dimension-mean-differs.ts';
import { explainedDiffers } from './explained-differs.ts';
import { fContradictsGroups } from './f-contradicts-groups.ts';
import { fitContradictsItself } from './fit-contradicts-itself.ts';
import { groupsMissSd } from './groups-miss-sd.ts';
import { groupsMissTotal } from './groups-miss-total.ts';
import { impossibleMean } from './impossible-mean.ts';
import { impossibleSd } from './impossible-sd.ts';
import { notVarimax } from './not-varimax.ts';
import { otherComposite } from './other-composite.ts';
import { otherMissingPolicy } from './other-missing-policy.ts';
import { partsMissTotal } from './parts-miss-total.ts';
import { percentContradictsCount } from './percent-contradicts-count.ts';
import { figurePrintedTwice } from './printed-twice.ts';
import { starsContradict } from './stars-contradict.ts';
import { structureContradicts } from './structure-contradicts.ts';
import { testContradicts } from './test-contradicts.ts';
import { outsideRange } from './outside-range.ts';
import { spreadContradicts } from './spread-contradicts.ts';
import { reliabilityContradicts } from './reliability-contradicts.ts';
import type { AuditFacts } from './facts.ts';

/** By the name of the check that finds them. */
export const auditProblemKinds = {
  reliability: reliabilityContradicts,
  spread: spreadContradicts,
  ranges: outsideRange,
  'item-means': impossibleMean,
  'item-sds': impossibleSd,
  'dimension-means': dimensionMeanDiffers,
  shares: percentContradictsCount,
  totals: partsMissTotal,
  'group-means': groupsMissTotal,
  'group-sds': groupsMissSd,
  'group-f': fContradictsGroups,
  'model-fit': fitContradictsItself,
  'missing-policy': otherMissingPolicy,
  communalities: communalityDiffers,
  'explained-variance': explainedDiffers,
  rotation: notVarimax,
  'factor-structure': structureContradicts,
  'composite-identity': compositeContradictsParts,
  'composite-parts': otherComposite,
  tests: testContradicts,
  'star-bands': starsContradict,
  'printed-twice': figurePrintedTwice,
  claims: claimNotBorneOut,
} as const satisfies Record<string, ProblemKind<string, AuditFacts>>;
