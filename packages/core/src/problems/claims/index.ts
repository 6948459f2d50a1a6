// Printed figures and hypotheses (SS7xx), one file each.
import type { ProblemKind } from '../problem.ts';
import { claimFails } from './claim-fails.ts';
import { claimUndecided } from './claim-undecided.ts';
import { figureDiffers } from './figure-differs.ts';
import { figureNotComputed } from './figure-not-computed.ts';

export * from './claim-fails.ts';
export * from './claim-undecided.ts';
export * from './figure-differs.ts';
export * from './figure-not-computed.ts';

export const claimsProblems: readonly ProblemKind<never>[] = [claimFails, claimUndecided, figureDiffers, figureNotComputed];
