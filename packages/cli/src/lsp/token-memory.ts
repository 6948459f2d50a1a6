// The tokens that each document's editor was given last, so that it can be given what differs: one run of numbers in another's place.
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';

export interface TokenMemory {
  full(path: string, data: number[]): SemanticTokens;
  delta(path: string, previousId: string, data: number[]): SemanticTokens | SemanticTokensDelta;
  forget(path: string): void;
}

export function tokenMemory(): TokenMemory {
  const given = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  let count = 0;
  const remember = (path: string, data: readonly number[]): string => {
    count += 1;
    const id = String(count);
    given.set(path, { id, data });
    return id;
  };
  return {
    full: (path, data) => ({ resultId: remember(path, data), data }),
    delta(path, previousId, data) {
      const before = given.get(path);
      const resultId = remember(path, data);
      if (before === undefined || before.id !== previousId) return { resultId, data };
      const old = before.data;
      let start = 0;
      while (start < old.length && start < data.length && old[start] === data[start]) start += 1;
      let tail = 0;
      while (tail < old.length - start && tail < data.length - start && old[old.length - 1 - tail] === data[data.length - 1 - tail])
        tail += 1;
      const same = start === old.length && start === data.length;
      return {
        resultId,
        edits: same ? [] : [{ start, deleteCount: old.length - start - tail, data: data.slice(start, data.length - tail) }],
      };
    },
    forget: (path) => {
      given.delete(path);
    },
  };
}
