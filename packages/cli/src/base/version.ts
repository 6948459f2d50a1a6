// The version that `--version` and the reports print. test/architecture.test.ts keeps it equal to package.json's.
export const version = '0.1.0';
