// Problems of names and of what declarations say (SS2xx), one file each.
import type { ProblemKind } from '../problem.ts';
import { ambiguousShare } from './ambiguous-share.ts';
import { badTableFile } from './bad-table-file.ts';
import { backslashPath } from './backslash-path.ts';
import { bracketsInHead } from './brackets-in-head.ts';
import { badWeights } from './bad-weights.ts';
import { cyclicDefinition } from './cyclic-definition.ts';
import { duplicateClause } from './duplicate-clause.ts';
import { duplicateName } from './duplicate-name.ts';
import { explainsItself } from './explains-itself.ts';
import { foreignMarker } from './foreign-marker.ts';
import { idleAcceptance } from './idle-acceptance.ts';
import { impossibleNumber } from './impossible-number.ts';
import { missingClause } from './missing-clause.ts';
import { missingHeader } from './missing-header.ts';
import { missingIsAnswer } from './missing-is-answer.ts';
import { noCodes } from './no-codes.ts';
import { noData } from './no-data.ts';
import { noScale } from './no-scale.ts';
import { notAPredictor } from './not-a-predictor.ts';
import { notAcceptable } from './not-acceptable.ts';
import { notAnOutcome } from './not-an-outcome.ts';
import { otherEncoding } from './other-encoding.ts';
import { needsResiduals } from './needs-residuals.ts';
import { nothingYet } from './nothing-yet.ts';
import { overlappingCodes } from './overlapping-codes.ts';
import { referenceCoefficient } from './reference-coefficient.ts';
import { repeatedMember } from './repeated-member.ts';
import { severalHeaders } from './several-headers.ts';
import { tooManyComponents } from './too-many-components.ts';
import { unevenRow } from './uneven-row.ts';
import { unknownLevel } from './unknown-level.ts';
import { unknownName } from './unknown-name.ts';
import { unknownOption } from './unknown-option.ts';
import { unknownQuantity } from './unknown-quantity.ts';
import { unknownReference } from './unknown-reference.ts';
import { unlikeMissing } from './unlike-missing.ts';
import { unreadableFile } from './unreadable-file.ts';
import { wrongArguments } from './wrong-arguments.ts';
import { wrongKind } from './wrong-kind.ts';

export * from './ambiguous-share.ts';
export * from './bad-table-file.ts';
export * from './backslash-path.ts';
export * from './bad-weights.ts';
export * from './brackets-in-head.ts';
export * from './cyclic-definition.ts';
export * from './duplicate-clause.ts';
export * from './duplicate-name.ts';
export * from './explains-itself.ts';
export * from './foreign-marker.ts';
export * from './idle-acceptance.ts';
export * from './impossible-number.ts';
export * from './missing-clause.ts';
export * from './missing-header.ts';
export * from './nothing-yet.ts';
export * from './missing-is-answer.ts';
export * from './no-codes.ts';
export * from './no-data.ts';
export * from './no-scale.ts';
export * from './not-a-predictor.ts';
export * from './not-acceptable.ts';
export * from './not-an-outcome.ts';
export * from './other-encoding.ts';
export * from './needs-residuals.ts';
export * from './overlapping-codes.ts';
export * from './reference-coefficient.ts';
export * from './repeated-member.ts';
export * from './several-headers.ts';
export * from './too-many-components.ts';
export * from './uneven-row.ts';
export * from './unknown-level.ts';
export * from './unknown-name.ts';
export * from './unknown-option.ts';
export * from './unknown-quantity.ts';
export * from './unknown-reference.ts';
export * from './unlike-missing.ts';
export * from './unreadable-file.ts';
export * from './wrong-arguments.ts';
export * from './wrong-kind.ts';

export const namesProblems: readonly ProblemKind<never>[] = [
  ambiguousShare,
  badTableFile,
  backslashPath,
  badWeights,
  bracketsInHead,
  cyclicDefinition,
  duplicateClause,
  duplicateName,
  explainsItself,
  foreignMarker,
  idleAcceptance,
  impossibleNumber,
  missingClause,
  missingHeader,
  missingIsAnswer,
  noCodes,
  noData,
  noScale,
  notAPredictor,
  notAcceptable,
  notAnOutcome,
  nothingYet,
  otherEncoding,
  needsResiduals,
  overlappingCodes,
  referenceCoefficient,
  repeatedMember,
  severalHeaders,
  tooManyComponents,
  unevenRow,
  unknownLevel,
  unknownName,
  unknownOption,
  unknownQuantity,
  unknownReference,
  unlikeMissing,
  unreadableFile,
  wrongArguments,
  wrongKind,
];
