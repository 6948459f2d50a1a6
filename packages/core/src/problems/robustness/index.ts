// Problems of robustness (SS540–554), one file each.
export * from './idle-alternatives.ts';
export * from './robustness-of-robustness.ts';
export * from './too-many-specifications.ts';
