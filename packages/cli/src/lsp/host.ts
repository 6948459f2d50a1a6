// What the language server asks of where it runs: files, and a thread that computes. On a machine that is node/, in a browser browser/;
// nothing else here knows either (test/architecture.test.ts).
import type { FileRefusal } from '@studyspec/core';
import type { ComputeRequest, PostedReply } from './compute-protocol.ts';

/** A pipe or a device: whoever reads it may wait for ever, so nobody does. */
export const SPECIAL = 'special';
export const ABSENT = 'absent';

/** A text's letters, or why there are none; `encoding` is null for UTF-8. */
export type TextFound =
  | { readonly content: string; readonly encoding: string | null; readonly guessed: boolean }
  | { readonly refusal: FileRefusal };

export interface Files {
  /** A promise where some of these are still under way (asking begins it): whoever waits asks again then. Null: all can be read now. */
  fetched(paths: readonly string[]): Promise<void> | null;
  /** The same for the studies of folders. */
  listed(folders: readonly string[]): Promise<void> | null;
  /** Files may be other than they were: the same for what is known of them. */
  refreshed(paths: readonly string[] | null): Promise<void> | null;
  /** Changes whenever the file does, as far as its folder entry tells. */
  stampOf(path: string): string;
  readText(path: string): TextFound;
  /** Null for what is larger, or cannot be read. */
  readBytes(path: string, most: number): Uint8Array | null;
  /** Every `.study` file below the folder. */
  studiesBelow(folder: string): readonly string[];
  /** A path that an unsaved document has, as one of the folder. */
  within(folder: string, path: string): string;
}

export interface Thread {
  post(request: ComputeRequest): void;
  /** The request under this ticket is not wanted any more; the thread looks at it between two steps, if it can. */
  giveUp(ticket: number): void;
  end(): Promise<unknown>;
}

export interface ThreadListener {
  posted(reply: PostedReply): void;
  /** The thread is gone. */
  lost(message: string): void;
}

export interface Host {
  readonly files: Files;
  readonly startThread: (listener: ThreadListener) => Thread;
}
