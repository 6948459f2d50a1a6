// Problems of one file while it is read. One a line: the earliest pass wins, because what goes wrong later on the same
// line most often follows from it.
import { raise, type Act, type Fix, type Problem, type ProblemKind, type Span } from '@studyspec/core';
import { endOf, type Token } from './tokens.ts';

/** Offsets and the text that takes their place. */
export type Change = readonly [start: number, end: number, text: string];

export interface Reports {
  readonly problems: Problem[];
  /** Reports unless its line has a problem already; false when it has. */
  add<F>(
    kind: ProblemKind<string, F>,
    facts: NoInfer<F>,
    token: Token,
    more?: { readonly span?: Span; readonly fixes?: readonly Fix[] },
  ): boolean;
  fix(act: Act, ...changes: readonly Change[]): Fix;
  /** Whatever is wrong on this line has been said elsewhere. */
  take(line: number): void;
}

export function reportsOf(file: string, length: number): Reports {
  const problems: Problem[] = [];
  const taken = new Set<number>();
  return {
    problems,
    add(kind, facts, token, more = {}) {
      if (taken.has(token.line)) return false;
      taken.add(token.line);
      // A brace that was put in stands behind the text's end.
      const span = more.span ?? spanFrom(token, token);
      const within = { start: Math.min(span.start, length), end: Math.min(span.end, length) };
      problems.push(raise(kind, facts, { place: { file, span: within }, ...(more.fixes === undefined ? {} : { fixes: more.fixes }) }));
      return true;
    },
    fix: (act, ...changes) => ({ act, edits: changes.map(([start, end, text]) => ({ file, span: { start, end }, text })) }),
    take: (line) => {
      taken.add(line);
    },
  };
}

export function spanFrom(first: Token, last: Token): Span {
  return { start: first.startOffset, end: Math.max(endOf(last), first.startOffset) };
}
