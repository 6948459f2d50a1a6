// What the extension and the server say to each other beyond the language server protocol; the other side is cli/src/lsp.
// Types and names only: the client's own library is loaded after the extension is active.
import type { Location, Position } from 'vscode-languageclient';

/** Where the numbers of a study stand to its text; if they lag behind it, or there are none, why. */
export interface Standing {
  readonly kind:
    | 'current'
    | 'computing'
    | 'broken'
    | 'missing'
    | 'deleted'
    | 'unreadable'
    | 'untrusted'
    | 'no-data'
    | 'comparison'
    | 'empty'
    | 'failed'
    | 'halted';
  /** The file that is missing or cannot be read, as the spec names it. */
  readonly file?: string;
  /** What is wrong. */
  readonly message?: string;
  readonly code?: string;
  /** `no-data`: none are meant to be. */
  readonly framework?: boolean;
  /** Of the mistake; of the file's name; where a data block may be put. */
  readonly location?: Location;
}

/** The declaration at a position, or the one called `name` (null: the study as a whole) while the preview is pinned to it. */
export interface PreviewParams {
  readonly uri: string;
  readonly position: Position;
  readonly name?:
    | string
    | null /** Pixels that the preview is wide: pictures and tables wrap to it, tables in letters of 12 or 11 pixels. */;
  readonly width?: number;
}

export interface PreviewResult {
  /** Declaration that is drawn; null is the study as a whole. */
  readonly name: string | null;
  readonly title: string;
  /** What this is one table of: the name of the rest. */
  readonly whole?: string;
  /** Figures and tables, as core renders them: no script, no style of its own, nothing remote. Empty while there are no numbers. */
  readonly html: string;
  /** The numbers belong to an earlier text. */
  readonly stale: boolean;
  readonly standing: Standing;
}

/** `PreviewParams` → `PreviewResult | null`. */
export const PREVIEW = 'studyspec/preview';

/** `stale`: the text does not compile, and what is shown belongs to the last one that did. */
export type NumbersState = 'none' | 'computing' | 'ready' | 'stale';
export interface NumbersParams {
  readonly uri: string;
  readonly state: NumbersState;
  /** Problems of the whole study, in whatever file they stand. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** Null while no data were read. */
  readonly cases: number | null;
  readonly standing: Standing;
}

/** A command of the server: data are read and everything is computed again. */
export const RECOMPUTE = 'studyspec.server.recompute';

/** `NumbersParams` from the server, whenever a study has other problems or numbers. */
export const NUMBERS = 'studyspec/numbers';

/** `{ trusted: boolean }` to the server, once, when the person trusts the workspace. */
export const TRUST = 'studyspec/trust';

/**
 * `{ uri, position }` to the server, when the caret has moved to another line: problems of what was typed are held back until it leaves.
 */
export const CARET = 'studyspec/caret';

export interface ServerOptions {
  readonly trusted: boolean;
  readonly locale: string;
}

/** What the server calls the commands of its lenses; their arguments are the file's address and a declaration's name. */
export const lensCommands: Readonly<Record<string, 'preview' | 'run' | 'report' | 'begin'>> = {
  'studyspec.preview': 'preview',
  'studyspec.run': 'run',
  'studyspec.openReport': 'report',
  'studyspec.begin': 'begin',
};

/** `{ code }` → `{ text } | null`: what there is to say of a problem. */
export const EXPLAIN = 'studyspec/explain';

/** A command of the server: `[uri]` → `{ html, stale } | null`, the whole report as one page. */
export const REPORT = 'studyspec.server.report';

/** From a server in a browser: `{ uris }` → a `FileSent` each. */
export const FILES = 'studyspec/files';

/** From a server in a browser: `{ folders }` → `{ uris }` of every study below them. */
export const STUDIES = 'studyspec/studies';

/** `beside`: names in the same folder. What a refusal `is` is core's to tell. */
export type FileSent =
  | { readonly content: Uint8Array }
  | { readonly refusal: { readonly is: string; readonly text?: string }; readonly beside: readonly string[] };

/** The first message to the script of a server in a browser. */
export interface FirstMessage {
  readonly role: 'answers';
  readonly script: string;
}
