// A store for what has been computed: the same key means the same inputs, so the same result. Steps of coding and execution ask it before
// they compute; the editor keeps one alive between edits, the command line needs none. It holds values only, never knows what they are.

export interface Memo {
  /** The value of `key`, computed when it is not known. Keys are hashes or JSON of everything the value depends on. */
  recall<T>(key: string, compute: () => T): T;
}

export const noMemo: Memo = { recall: (_key, compute) => compute() };
