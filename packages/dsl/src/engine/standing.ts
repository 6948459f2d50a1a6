// Where the numbers of a study stand to its text, and if they lag behind it, or there are none, why: the one place where the causes are
// told apart. A cause holds what helps against it. What is said of it, and what a button does, is the editor's.
import type { Place, Problem } from '@studyspec/core';
import type { Compiled } from '../semantics/compile.ts';
import type { SourceFile } from '../ide/snapshot.ts';

export type Standing =
  /** The numbers are those of the text. */
  | { readonly kind: 'current' }
  | { readonly kind: 'computing' }
  /** The text, or what it says of its data, is wrong: the first of its mistakes. */
  | { readonly kind: 'broken'; readonly problem: Problem }
  /** A file of the data block is not there: never was; was read before. */
  | {
      readonly kind: 'missing' | 'deleted';
      readonly file: string /** Of its name in the spec, without quotation marks. */;
      readonly place: Place | null;
    }
  /** It is there, and cannot be read. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly problem: Problem }
  /** Nothing is read in a workspace that nobody has said to trust. */
  | { readonly kind: 'untrusted' }
  /** The study names no data. `framework`: nor is it meant to. `end`: where a data block may be put. */
  | { readonly kind: 'no-data'; readonly framework: boolean; readonly end: Place | null }
  /** The file compares studies: its numbers come from the terminal. */
  | { readonly kind: 'comparison' }
  /** Nothing is declared yet. */
  | { readonly kind: 'empty' }
  /** The computation ended without numbers: a defect, or no memory left. */
  | { readonly kind: 'failed' }
  /** Somebody ended it. */
  | { readonly kind: 'halted' };

export type StandingKind = Standing['kind'];

export interface StandingFacts {
  readonly source: SourceFile | null;
  readonly compiled: Compiled;
  readonly trusted: boolean;
  /** What reading the data raised, and what the schema says of the columns, with their places. */
  readonly reading: readonly Problem[];
  readonly columns: readonly Problem[];
  /** The data were read to columns; null while nothing is known of them. */
  readonly readable: boolean | null;
  /** Files of the data block that are not there, as the plan names them, and whether they were read before. */
  readonly absent: readonly { readonly file: string; readonly before: boolean }[];
  /** The text's own computation is done, and whether it gave numbers. */
  readonly done: boolean;
  readonly computed: boolean;
  readonly halted: boolean;
}

/** The nearest cause: what has to be mended before any other one matters. */
export function standingOf(facts: StandingFacts): Standing {
  const { source, compiled, trusted, absent, readable, done, computed, halted } = facts;
  if (source !== null && source.parsed.file.declarations.length === 0 && source.parsed.problems.length === 0) return { kind: 'empty' };
  const wrong = firstError(
    compiled.problems.filter((problem) => problem.name !== 'no-data'),
    source,
  );
  // Whether the original of a study can be read is not known without trust.
  if (!trusted && (compiled.plan === null || compiled.plan.data !== null) && wrong === null) return { kind: 'untrusted' };
  if (wrong !== null) return { kind: 'broken', problem: wrong };
  if (compiled.context?.comparison != null) return { kind: 'comparison' };
  if (compiled.plan === null) return { kind: 'computing' };
  if (compiled.plan.data === null) return { kind: 'no-data', framework: isFramework(compiled, source), end: headerEnd(source) };
  const gone = absent[0];
  if (gone !== undefined) return { kind: gone.before ? 'deleted' : 'missing', file: gone.file, place: placeOfFile(facts, gone.file) };
  const unread = firstError(facts.reading, source);
  if (readable === false && unread !== null)
    return { kind: 'unreadable', file: unread.data?.file ?? compiled.plan.data.file, problem: unread };
  const misnamed = firstError(facts.columns, source);
  if (misnamed !== null) return { kind: 'broken', problem: misnamed };
  return !done ? { kind: 'computing' } : { kind: computed ? 'current' : halted ? 'halted' : 'failed' };
}

/** In the study's own file, from the top; else the first in another. */
function firstError(problems: readonly Problem[], source: SourceFile | null): Problem | null {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const own = errors.filter((problem) => problem.place?.file === source?.path).sort((a, b) => a.place!.span.start - b.place!.span.start);
  return own[0] ?? errors[0] ?? null;
}

const isHeader = (kind: string): boolean => kind === 'study' || kind === 'framework';

function isFramework(compiled: Compiled, source: SourceFile | null): boolean {
  const own = source?.parsed.file.declarations.find((one) => isHeader(one.kind));
  return (own?.kind ?? compiled.context?.merged.header?.node.kind) === 'framework';
}

/** Behind the header, and the source that stands below it. */
function headerEnd(source: SourceFile | null): Place | null {
  const declarations = source?.parsed.file.declarations ?? [];
  const at = declarations.findLastIndex((one) => isHeader(one.kind) || one.kind === 'source');
  if (source === null || at < 0) return null;
  const { end } = declarations[at]!.span;
  return { file: source.path, span: { start: end, end } };
}

/** Where the data block, one of its joins or of the files that stand below names a file. */
function placeOfFile({ compiled, source }: StandingFacts, file: string): Place | null {
  const joins = compiled.plan?.data?.joins ?? [];
  const isOf = (one: { readonly file: string }): boolean => one.file === file && compiled.plan?.data?.file !== file;
  const [join, append] = [joins.findIndex(isOf), (compiled.plan?.data?.appends ?? []).findIndex(isOf)];
  const place = compiled.origins.get(join >= 0 ? `data/join/${join}` : append >= 0 ? `data/append/${append}` : 'data');
  if (place === undefined) return null;
  const text = source?.path === place.file ? source.text.slice(place.span.start, place.span.end) : '';
  return /^["“”＂]/u.test(text) ? { file: place.file, span: { start: place.span.start + 1, end: place.span.end - 1 } } : place;
}
