// What the server says unasked: the problems of each file, with the version they belong to, and where the numbers stand.
import { countProblems, type Counts, type Problem } from '@studyspec/core';
import { problemList, problemsByFile, type NumbersState, type Snapshot, type Standing } from '@studyspec/dsl';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Calm } from './calm.ts';
import { diagnosticsOf } from './convert.ts';
import type { Files } from './host.ts';
import { rowsOf } from './rows.ts';
import { standingMessage, type StandingMessage } from './standing.ts';
import type { Workspace } from './workspace.ts';

export interface NumbersMessage {
  readonly uri: string;
  readonly version: number;
  readonly state: NumbersState /** False while the printed figures are still being audited: problems of theirs are to come. */;
  readonly audited: boolean /** Of the whole study, in whatever file they stand: the numbers that every command gives. */;
  readonly counts: Counts;
  readonly cases: number | null /** Why the numbers are not those of the text, when they are not. */;
  readonly standing: StandingMessage;
}

export interface Publisher {
  /** Publishes what an open study has become; nothing when that is what was published last. */
  study(path: string): void;
  /** Publishes it again: more of it is to be shown, or less. */
  again(path: string): void;
  closed(path: string, uri: string): void;
}

export function publisher(connection: Connection, workspace: Workspace, files: Files, calm: Calm): Publisher {
  const rows = rowsOf(workspace, files);
  /** Files that are not open themselves but of which a study showed problems: by file, the studies. */
  const elsewhere = new Map<string, Map<string, readonly Diagnostic[]>>();
  const last = new Map<string, { readonly snapshot: Snapshot; readonly version: number; readonly standing: Standing }>();

  function showElsewhere(file: string): void {
    if (workspace.isOpen(file)) return;
    const seen = new Set<string>();
    const diagnostics = [...(elsewhere.get(file)?.values() ?? [])].flat().filter((one) => {
      const key = JSON.stringify([one.range, one.code, one.message]);
      return !seen.has(key) && seen.add(key);
    });
    void connection.sendDiagnostics({ uri: workspace.uriOf(file), diagnostics });
  }

  function putElsewhere(study: string, found: ReadonlyMap<string, readonly Diagnostic[]>): void {
    for (const [file, diagnostics] of found) {
      let studies = elsewhere.get(file);
      if (studies === undefined) elsewhere.set(file, (studies = new Map()));
      studies.set(study, diagnostics);
      showElsewhere(file);
    }
    for (const [file, studies] of elsewhere) {
      if (found.has(file) || !studies.delete(study)) continue;
      showElsewhere(file);
      if (studies.size === 0) elsewhere.delete(file);
    }
  }

  const publish: Publisher = {
    study(path) {
      const snapshot = workspace.snapshot(path);
      const document = workspace.documentOf(path);
      if (snapshot === null || document === null) return;
      const before = last.get(path);
      const standing = workspace.standing(path);
      if (before?.snapshot === snapshot && before.version === document.version && before.standing === standing) return;
      last.set(path, { snapshot, version: document.version, standing });
      const uri = workspace.uriOf(path);
      const byFile = problemsByFile(snapshot);
      const found = byFile.get(path) ?? [];
      const own = calm.shown(path, snapshot.file, found);
      const rowOf = ({ data }: Problem) => rows.locationOf(path, data);
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnosticsOf(workspace, document, own, rowOf) });
      const others = new Map<string, readonly Diagnostic[]>();
      for (const [file, problems] of byFile) {
        const other = file === path ? null : workspace.documentOf(file);
        if (other !== null) others.set(file, diagnosticsOf(workspace, other, problems, rowOf));
      }
      putElsewhere(path, others);
      const numbers: NumbersMessage = {
        uri,
        version: document.version,
        state: workspace.numbersState(path),
        audited: snapshot.audited !== false,
        counts: without(countProblems(problemList(snapshot)), found, own),
        cases: snapshot.numbers?.results.sample ?? snapshot.schema?.rows ?? null,
        standing: standingMessage(workspace, standing),
      };
      void connection.sendNotification('studyspec/numbers', numbers);
    },
    again(path) {
      last.delete(path);
      publish.study(path);
    },
    closed(path, uri) {
      last.delete(path);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
      putElsewhere(path, new Map());
    },
  };
  return publish;
}

/** What is not shown while somebody types is not counted either. */
function without(all: Counts, found: readonly Problem[], shown: readonly Problem[]): Counts {
  if (found.length === shown.length) return all;
  const [whole, seen] = [countProblems(found), countProblems(shown)];
  return {
    error: all.error - whole.error + seen.error,
    warning: all.warning - whole.warning + seen.warning,
    info: all.info - whole.info + seen.info,
  };
}
