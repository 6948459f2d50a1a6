// What a server in a browser asks its editor for, since it has no disk: files and lists of studies, by their addresses. Bytes cross as they
// are: messages between workers are no text.
import type { FileRefusal } from '@studyspec/core';

/** `{ uris }` → a `FileSent` each, in order. */
export const FILES = 'studyspec/files';
/** `{ folders }` → `{ uris }` of every study below them. */
export const STUDIES = 'studyspec/studies';

export type FileSent =
  | { readonly content: Uint8Array }
  /** `beside`: names in the same folder, of which one may have been meant. */
  | { readonly refusal: FileRefusal; readonly beside: readonly string[] };

/** The first message to a worker of this script: what it is, and where the script lies, for it to start the other one. */
export type FirstMessage = { readonly role: 'answers'; readonly script: string } | { readonly role: 'computes' };

/** A file as the thread that computes is sent it, once a stamp. */
export interface FileCrossing {
  readonly path: string;
  readonly stamp: string;
  readonly file: FileSent;
}
