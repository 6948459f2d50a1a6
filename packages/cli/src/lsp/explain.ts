// What there is to say of a problem at length, for an editor that starts no program.
import { findProblemKind } from '@studyspec/core';
import type { Connection } from 'vscode-languageserver';
import { explained } from '../render/explained.ts';

/** As wide as a text beside the spec is read. */
const WIDTH = 80;

export function answerExplanations(connection: Connection): void {
  connection.onRequest('studyspec/explain', (params: { readonly code?: unknown } | null) => {
    const kind = typeof params?.code === 'string' ? findProblemKind(params.code) : null;
    return kind === null ? null : { text: explained(kind, { color: false, width: WIDTH }) };
  });
}
