// What the extension and the server say to each other beyond the language server protocol.
import { NotificationType, RequestType, type Position } from 'vscode-languageclient/node';

/** The declaration at a position, or the one called `name` (null: the study as a whole) while the preview is pinned to it. */
export interface PreviewParams { readonly textDocument: { readonly uri: string }; readonly position: Position; readonly name?: string | null }

export interface PreviewResult {
  /** Declaration that is drawn; null is the study as a whole. */
  readonly name: string | null;
  readonly title: string;
  /** Figures and tables, as core renders them: no script, no style of its own, nothing remote. */
  readonly html: string;
  /** The language of its words. */
  readonly language: string;
  /** The numbers belong to an earlier text: because they are being computed, or because the text does not compile. */
  readonly stale: boolean;
  readonly broken: boolean;
}

export const previewRequest = new RequestType<PreviewParams, PreviewResult | null, void>('studyspec/preview');

export interface StatusParams {
  readonly uri: string;
  readonly state: 'computing' | 'ready' | 'broken' | 'restricted' | 'framework';
  /** Cases that were read; null while there is no data. */
  readonly cases: number | null;
}

/** From the server: how far it is with a study. A preview of that study is asked for again. */
export const statusNotification = new NotificationType<StatusParams>('studyspec/status');

/** To the server, once, when the person trusts the workspace. */
export const trustNotification = new NotificationType<{ readonly trusted: boolean }>('studyspec/trust');

export interface ServerOptions { readonly trusted: boolean; readonly locale: string }
