// Indices without components (SS390 to SS409), one file each.
export * from './bad-judgements.ts';
export * from './constant-score.ts';
export * from './geometric-zeros.ts';
export * from './inconsistent-judgements.ts';
export * from './no-ends.ts';
export * from './scores-beyond-goalposts.ts';
export * from './turned-elsewhere.ts';
export * from './two-kinds-of-index.ts';
export * from './unweightable-members.ts';
export * from './weights-brought-to-one.ts';
