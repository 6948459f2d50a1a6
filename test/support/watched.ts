// A memo that remembers nothing and writes down which steps were computed.
import type { Memo } from '@studyspec/core';

/** Names of the steps that were computed. */
export function watched(): { readonly memo: Memo; readonly steps: string[] } {
  const steps: string[] = [];
  return {
    steps,
    memo: {
      recall: (key, compute) => {
        steps.push(key.split(' ')[0]!);
        return compute();
      },
    },
  };
}
