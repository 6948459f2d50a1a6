// Which problems are shown while somebody types. None on the entry of the last edit, and none that came up since elsewhere, until another
// entry is edited, the caret leaves, the file is saved, or nothing was typed for a while; what was seen before stays. So a study that is
// right never looks wrong while it is written, and whoever stops to look sees everything.
import type { Problem } from '@studyspec/core';
import { sameEntry, unfinishedAt, waitsForMore, type SourceFile } from '@studyspec/dsl';
import type { Splice } from './workspace.ts';

/** After so long without an edit everything is shown, in ms. */
export const QUIET = 1000;

export interface Calm {
  edited(path: string, splices: readonly Splice[]): void;
  /** The caret stands here; whether that shows more. */
  caret(path: string, file: SourceFile, offset: number): boolean;
  /** Everything is to be shown. */
  settle(path: string): void;
  shown(path: string, file: SourceFile, problems: readonly Problem[]): readonly Problem[];
  forget(path: string): void;
  /** The server ends. */
  close(): void;
}

/** A problem that was there, moved along with the text. */
interface Mark {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly start: number;
  readonly end: number;
}

interface Typing {
  /** Where the entry under way was first edited, and last; null when nothing is under way. */
  from: number | null;
  at: number;
  /** Edited since problems were last asked about. */
  edited: boolean;
  latest: readonly Mark[];
  visible: readonly Mark[];
  timer: ReturnType<typeof setTimeout> | null;
}

/** `quiet`: 0 shows everything at once. `passed`: nothing was typed for so long. */
export function keepCalm(quiet: () => number, passed: (path: string) => void): Calm {
  const known = new Map<string, Typing>();

  function stop(typing: Typing | undefined): void {
    if (typing?.timer != null) clearTimeout(typing.timer);
    if (typing !== undefined) typing.timer = null;
  }

  const calm: Calm = {
    edited(path, splices) {
      const typing = known.get(path);
      const last = splices.at(-1);
      if (typing === undefined || last === undefined || quiet() <= 0) return;
      if (typing.from === null) typing.visible = typing.latest;
      for (const splice of splices) {
        typing.latest = typing.latest.map((mark) => moved(mark, splice));
        typing.visible = typing.visible.map((mark) => moved(mark, splice));
        if (typing.from !== null) typing.from = after(typing.from, splice);
      }
      typing.at = last.start + last.length;
      typing.from ??= typing.at;
      typing.edited = true;
      stop(typing);
      typing.timer = setTimeout(() => {
        calm.settle(path);
        passed(path);
      }, quiet());
    },
    caret(path, file, offset) {
      const typing = known.get(path);
      if (typing === undefined || typing.from === null || typing.edited || sameEntry(file, typing.at, offset)) return false;
      calm.settle(path);
      return true;
    },
    settle(path) {
      const typing = known.get(path);
      stop(typing);
      if (typing !== undefined) typing.from = null;
    },
    shown(path, file, problems) {
      let typing = known.get(path);
      if (typing === undefined) known.set(path, (typing = { from: null, at: 0, edited: false, latest: [], visible: [], timer: null }));
      const { from, at, latest } = typing;
      typing.latest = problems.map(({ code, severity, place }) => ({
        code,
        severity,
        start: place?.span.start ?? 0,
        end: place?.span.end ?? 0,
      }));
      if (from === null) return problems;
      if (typing.edited && !sameEntry(file, from, at)) {
        // What was wrong with the entry before is told now; advice waits until somebody looks.
        typing.visible = [...typing.visible, ...latest.filter((mark) => mark.severity === 'error' && !waitsForMore(file, at, mark))];
        typing.from = at;
      }
      typing.edited = false;
      const unfinished = unfinishedAt(file, at);
      const { visible } = typing;
      return problems.filter((problem) => !unfinished(problem) && visible.some((mark) => isSame(mark, problem)));
    },
    forget(path) {
      stop(known.get(path));
      known.delete(path);
    },
    close() {
      for (const path of known.keys()) calm.forget(path);
    },
  };
  return calm;
}

const isSame = (mark: Mark, { code, place }: Problem): boolean =>
  mark.code === code && (mark.start === (place?.span.start ?? 0) || mark.end === (place?.span.end ?? 0));

/** An offset after an edit; what is put in right at it comes behind it. */
function after(offset: number, { start, end, length }: Splice): number {
  return offset <= start ? offset : offset >= end ? offset + length - (end - start) : start;
}

/** What is put in right before or behind a mark is no part of it. */
function moved(mark: Mark, splice: Splice): Mark {
  const start = mark.start === splice.start && splice.end === splice.start ? mark.start + splice.length : after(mark.start, splice);
  return { ...mark, start, end: Math.max(start, after(mark.end, splice)) };
}
