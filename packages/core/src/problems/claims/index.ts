// Printed figures and hypotheses (SS7xx), one file each.
export * from './claim-fails.ts';
export * from './claim-undecided.ts';
export * from './figure-differs.ts';
export * from './figure-not-computed.ts';
