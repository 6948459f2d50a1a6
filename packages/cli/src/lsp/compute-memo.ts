// What the computing thread remembers between edits, a memory a study. Between two steps it looks whether the computation is still wanted.
import { boundedMemo, type BoundedMemo, type Memo } from '@studyspec/core';

export class Superseded extends Error {}

/** So many studies have a memory; the one that was longest not asked for loses its own. */
const STUDIES = 4;

export interface StudyMemos {
  /** Steps under this memory throw `Superseded` as soon as `isSuperseded` says so; what was done till then is kept. */
  of(study: string, isSuperseded: () => boolean): Memo;
  /** A computation of the study is done. */
  done(study: string): void;
}

export function studyMemos(): StudyMemos {
  const memos = new Map<string, BoundedMemo>();
  return {
    of(study, isSuperseded) {
      const memo = memos.get(study) ?? boundedMemo();
      memos.delete(study);
      memos.set(study, memo);
      if (memos.size > STUDIES)
        for (const oldest of memos.keys()) {
          memos.delete(oldest);
          break;
        }
      return {
        recall(key, compute) {
          if (isSuperseded()) throw new Superseded();
          return memo.recall(key, compute);
        },
      };
    },
    done: (study) => {
      memos.get(study)?.endGeneration();
    },
  };
}
