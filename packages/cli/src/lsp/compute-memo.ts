// The memory that the computing thread keeps between edits: the least recently used values go first. Between two steps it looks whether
// the computation is still wanted.
import type { Memo } from '@studyspec/core';

export class Superseded extends Error {}

export interface BoundedMemo extends Memo {
  /** How many values are known. */
  size(): number;
}

/** Keys begin with the digest of the data, so values of files that are gone leave as others come in. */
export function boundedMemo(limit: number, isSuperseded: () => boolean): BoundedMemo {
  const values = new Map<string, unknown>();
  return {
    recall<T>(key: string, compute: () => T): T {
      if (isSuperseded()) throw new Superseded();
      if (values.has(key)) {
        const known = values.get(key) as T;
        values.delete(key);
        values.set(key, known);
        return known;
      }
      const value = compute();
      values.set(key, value);
      if (values.size > limit) for (const oldest of values.keys()) { values.delete(oldest); break; }
      return value;
    },
    size: () => values.size,
  };
}
