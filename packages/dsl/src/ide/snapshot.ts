// What every editor feature is given: one file at one moment, the study it belongs to, and the numbers as far as they are known.
// Plain values and UTF-16 offsets; no editor's types, no protocol. How a snapshot comes about is the engine's.
import type { Problem, Schema, StudyResults } from '@studyspec/core';
import type { Compiled } from '../semantics/compile.ts';
import type { Parsed } from '../syntax/parse.ts';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly parsed: Parsed;
}

/** A study of the workspace: the file that states it, all files of its chain (itself last), and what they compile to. */
export interface StudyFiles {
  readonly entry: string;
  readonly chain: readonly string[];
  readonly compiled: Compiled;
}

export interface Numbers {
  /** The last results that were computed; scores of single respondents may have been left out. */
  readonly results: StudyResults;
  /** They belong to an earlier text: shown paler until new ones arrive. */
  readonly stale: boolean;
  /** They arrive in waves, and these are not all: of what has none nothing can be said yet. */
  readonly partial?: true;
}

export interface Snapshot {
  /** In which sentences are given. */
  readonly language: string;
  readonly file: SourceFile;
  /** The study that this file states; a file that another study replicates states one of its own. */
  readonly study: StudyFiles;
  /** Every study known of, this one among them: renames and references cross files. */
  readonly studies: readonly StudyFiles[];
  /** Every text known of, by path. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** What is known of the data without its rows; null while unread, unreadable or not to be read (an untrusted workspace). */
  readonly schema: Schema | null;
  /**
   * Of the printed figures (the audit) and of the data (columns, answers out of range, unlisted codes; none while unread), placed by
   * `locate`.
   */
  readonly dataProblems: readonly Problem[];
  readonly numbers: Numbers | null;
  /** False while the printed figures as they stand are still being audited. */
  readonly audited?: boolean;
}
