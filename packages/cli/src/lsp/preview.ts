// The picture of one declaration, as a piece of HTML for a preview beside the text; and the same as a table for the clipboard.
import { renderHtml, reportOf } from '@studyspec/core';
import { previewTargetAt, type Snapshot } from '@studyspec/dsl';
import type { Connection, Position } from 'vscode-languageserver/node';
import { pathOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

export interface PreviewRequest { readonly uri: string; readonly position?: Position; readonly name?: string | null }
export interface Preview { readonly name: string | null; readonly title: string; /** A fragment, no whole page. */ readonly html: string; readonly stale: boolean; readonly version: number }

export function answerPreviews(connection: Connection, workspace: Workspace): void {
  const answer = (params: PreviewRequest): Preview | null => {
    const path = pathOf(params.uri);
    const snapshot = workspace.snapshot(path);
    const document = workspace.documentOf(path);
    if (snapshot === null || document === null) return null;
    const name = params.name !== undefined ? params.name : params.position === undefined ? null : previewTargetAt(snapshot, document.offsetAt(params.position));
    return { ...previewOf(snapshot, name), version: document.version };
  };
  connection.onRequest('studyspec/preview', answer);
  connection.onRequest('studyspec/table', (params: PreviewRequest) => { const preview = answer(params); return preview === null ? null : { name: preview.name, title: preview.title, html: preview.html, version: preview.version }; });
}

function previewOf(snapshot: Snapshot, name: string | null): Omit<Preview, 'version'> {
  if (snapshot.numbers === null) return { name, title: name ?? '', html: '', stale: false };
  const report = reportOf(snapshot.numbers.results, name === null ? {} : { only: [name] });
  const whole = renderHtml(report);
  const html = /<main>\n([^]*)\n<\/main>/u.exec(whole)?.[1] ?? '';
  return { name, title: report.title, html, stale: snapshot.numbers.stale };
}
