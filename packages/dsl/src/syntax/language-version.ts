// The version of the language that this program reads. It rises where something that could be written means something else from then on;
// what brings older files up is semantics/upgrades.ts.

/** 0 is the language of before specs stated a version. */
export const LANGUAGE = 1;
