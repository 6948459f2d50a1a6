// Where the numbers of a study stand, as it is told to an editor: the cause by its name, and the place in the text that mends it.
import { language } from '../base/speech.ts';
import { tell } from '@studyspec/core';
import type { Standing, StandingKind } from '@studyspec/dsl';
import type { Location } from 'vscode-languageserver';
import { locationOf, type Documents } from './convert.ts';

export interface StandingMessage {
  readonly kind: StandingKind;
  /** The file that is missing or cannot be read, as the spec names it. */
  readonly file?: string;
  /** What is wrong, and its code. */
  readonly message?: string;
  readonly code?: string;
  /** `no-data`: none are meant to be. */
  readonly framework?: boolean;
  /** Of the mistake; of the file's name; where a data block may be put. */
  readonly location?: Location;
}

export function standingMessage(documents: Documents, standing: Standing): StandingMessage {
  const at = (place: Parameters<typeof locationOf>[1] | null | undefined): { location?: Location } => {
    const location = place == null ? null : locationOf(documents, place);
    return location === null ? {} : { location };
  };
  switch (standing.kind) {
    case 'broken':
      return {
        kind: standing.kind,
        message: tell(standing.problem, language()).message,
        code: standing.problem.code,
        ...at(standing.problem.place),
      };
    case 'unreadable':
      return {
        kind: standing.kind,
        file: standing.file,
        message: tell(standing.problem, language()).message,
        code: standing.problem.code,
        ...at(standing.problem.place),
      };
    case 'missing':
    case 'deleted':
      return { kind: standing.kind, file: standing.file, ...at(standing.place) };
    case 'no-data':
      return { kind: standing.kind, framework: standing.framework, ...at(standing.end) };
    default:
      return { kind: standing.kind };
  }
}
