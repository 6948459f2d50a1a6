// Where a row of the answers stands in its file: a problem of the data leads there. Lines are counted in the bytes, cells of several lines
// included.
import type { DataPlace } from '@studyspec/core';
import type { Location } from 'vscode-languageserver';
import type { Files } from './host.ts';
import { uriOf } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** A larger file is taken to have a line a row: nobody waits for it to be read. */
const MOST_BYTES = 8 << 20;
/** So many files are remembered. */
const FILES = 8;

export interface Rows {
  /** Null for what is in no row, or in no file of the study. */
  locationOf(study: string, data: DataPlace | undefined): Location | null;
}

export function rowsOf(workspace: Workspace, files: Files): Rows {
  const known = new Map<string, { readonly stamp: string; readonly lines: readonly number[] | null }>();

  function linesOf(path: string): readonly number[] | null {
    const stamp = files.stampOf(path);
    const before = known.get(path);
    if (before?.stamp === stamp) return before.lines;
    const bytes = files.readBytes(path, MOST_BYTES);
    // What is gone, or may not be read: a line a row.
    const lines = bytes === null ? null : firstLines(bytes);
    known.delete(path);
    known.set(path, { stamp, lines });
    if (known.size > FILES)
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    return lines;
  }

  return {
    locationOf(study, data) {
      if (data?.row === undefined) return null;
      const { plan, dataFile, joinFiles } = workspace.engine.compiled(study);
      const path = plan?.data?.file === data.file ? dataFile : (joinFiles.find(({ file }) => file === data.file)?.path ?? null);
      if (path === null || !/\.(?:csv|tsv|txt|dat)$/iu.test(path)) return null;
      const line = linesOf(path)?.[data.row] ?? data.row;
      return { uri: uriOf(path), range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } };
    },
  };
}

const [NEWLINE, RETURN, QUOTE] = [10, 13, 34];
const BETWEEN: ReadonlySet<number> = new Set([44, 59, 9, 124]);

/**
 * The line (from 0) on which each row begins, the heading being row 0; an empty line between rows counts as one, as it does in a
 * spreadsheet.
 */
export function firstLines(bytes: Uint8Array): number[] {
  const lines: number[] = [];
  let line = 0;
  let begun = -1;
  let quoted = false;
  let fieldStart = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (quoted) {
      if (byte === QUOTE) {
        if (bytes[at + 1] === QUOTE) at += 1;
        else quoted = false;
      } else if (byte === NEWLINE) line += 1;
      continue;
    }
    if (byte === NEWLINE) {
      if (begun >= 0 || lines.length > 0) lines.push(begun >= 0 ? begun : line);
      begun = -1;
      line += 1;
      fieldStart = true;
      continue;
    }
    if (byte === RETURN) continue;
    if (begun < 0) begun = line;
    if (byte === QUOTE && fieldStart) quoted = true;
    fieldStart = BETWEEN.has(byte);
  }
  if (begun >= 0) lines.push(begun);
  return lines;
}
