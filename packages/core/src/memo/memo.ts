// A store for what has been computed: the same key means the same inputs, so the same result. Steps of coding and execution ask it before
// they compute; the editor keeps one alive between edits, the command line one for a run. It holds values only, never knows what they are.

export interface Memo {
  /**
   * The value of `key`, computed when it is not known. A key says which step it is and everything that the value depends on: plan as JSON,
   * columns and other large values by `idOf`. What is recalled is shared: nobody may change it.
   */
  recall<T>(key: string, compute: () => T): T;
}

export const noMemo: Memo = { recall: (_key, compute) => compute() };

export interface BoundedMemo extends Memo {
  /**
   * To be called after each edit's execution: forgets what was not recalled, by itself or as part of something else, in the last
   * generations.
   */
  endGeneration(): void;
  /** Values that are kept now. */
  readonly size: number;
}

interface Entry {
  readonly value: unknown /** Keys that were asked for while it was computed. */;
  readonly parts: readonly string[];
  generation: number;
}

/**
 * Keeps what was recalled in the last `generations` of them. What a kept value was made of is kept with it, since the next edit may need
 * just that.
 */
export function boundedMemo(generations = 5): BoundedMemo {
  const entries = new Map<string, Entry>();
  const open: Set<string>[] = [];
  let now = 0;
  const touch = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined || entry.generation === now) return;
    entry.generation = now;
    entry.parts.forEach(touch);
  };
  return {
    recall<T>(key: string, compute: () => T): T {
      open.at(-1)?.add(key);
      const known = entries.get(key);
      if (known !== undefined) {
        touch(key);
        return known.value as T;
      }
      const parts = new Set<string>();
      open.push(parts);
      try {
        const value = compute();
        entries.set(key, { value, parts: [...parts], generation: now });
        return value;
      } finally {
        open.pop();
      }
    },
    endGeneration() {
      now += 1;
      for (const [key, entry] of entries) if (entry.generation <= now - generations) entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}

const ids = new WeakMap<object, number>();
let issued = 0;

/**
 * A number that stands for this very object (column, matrix, frame) in keys, as long as it lives: recalled values are the same objects
 * again.
 */
export function idOf(value: object): number {
  const known = ids.get(value);
  if (known !== undefined) return known;
  issued += 1;
  ids.set(value, issued);
  return issued;
}

/** Several objects in a key; `-` for one that there is not. */
export function idsOf(values: Iterable<object | null | undefined>): string {
  return Array.from(values, (value) => (value == null ? '-' : idOf(value))).join(',');
}
