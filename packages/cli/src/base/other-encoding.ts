// What is said of a text that is in another encoding than UTF-8.
import { otherEncoding, raise, type FileRefusal, type Problem } from '@studyspec/core';

/** How a text was read, or why it was not. `encoding` is null for UTF-8; `guessed`: no mark says which it is. */
export type Decoded = { readonly encoding: string | null; readonly guessed: boolean } | { readonly refusal: FileRefusal };

/** Said at the head of the text. */
export function otherwiseEncoded(file: string, read: Decoded): Problem[] {
  if ('refusal' in read || read.encoding === null) return [];
  return [raise(otherEncoding, { file, encoding: read.encoding, guessed: read.guessed }, { place: { file, span: { start: 0, end: 0 } } })];
}
