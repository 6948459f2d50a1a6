// The host of the engine: open documents, files on disk, data, computing. Sees to what the engine asks for, and says what changed.
// Knows documents and paths, but no protocol: that is server.ts and features.ts.
import type { DataGlance, Step } from '@studyspec/core';
import { createEngine, type Engine, type NumbersState, type Snapshot, type Standing, type StudyFiles, type Work } from '@studyspec/dsl';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { otherwiseEncoded } from '../base/other-encoding.ts';
import { startComputing } from './compute.ts';
import type { ComputeReply, StampedFile } from './compute-protocol.ts';
import { SPECIAL, type Host } from './host.ts';
import { inNextTurn } from './turns.ts';
import { isFile, pathOf, uriOf } from './uris.ts';

/** What the workspace tells: the server passes it on. */
export interface Listener {
  /** The study of an open document has another state: problems, numbers or both. */
  changed(path: string, numbersChanged: boolean): void;
  computing(path: string, running: boolean): void;
  /** What is being done for it. */
  step(path: string, step: Step): void;
  failed(path: string, message: string): void;
}

/** One piece of text in the place of another, in offsets of the text as it was right before. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

export interface Workspace {
  readonly engine: Engine;
  open(uri: string, languageId: string, version: number, text: string): void;
  /** What was changed, one after the other. */
  edit(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): readonly Splice[];
  close(uri: string): void;
  /** A study that somebody else's document rests on: kept and computed as if it were open. */
  follow(path: string): void;
  unfollow(path: string): void;
  /** Paths of open documents. */
  opened(): readonly string[];
  /** Open, or made of a text that is known. */
  documentOf(path: string): TextDocument | null;
  isOpen(path: string): boolean;
  uriOf(path: string): string;
  /** The state of an open or followed document, everything that it needs read; null for any other. */
  snapshot(path: string): Snapshot | null;
  /** Reads every study of the folders, for features that cross files. */
  readStudies(): void;
  /** Every study of the folders and every open one, read. */
  studies(): readonly StudyFiles[];
  /** Studies of the folders that stand in this one. */
  studiesIn(folder: string): readonly string[];
  setFolders(paths: readonly string[]): void;
  setTrusted(trusted: boolean): void;
  setLanguage(language: string): void;
  /** Files may have changed on disk: `null` means any of them. */
  filesChanged(paths: readonly string[] | null): void;
  /** Looks at the disk, unless that was done a moment ago. */
  lookAround(): void;
  /** Reads the data and computes again, whatever is known. */
  recompute(path: string): void;
  /** Nothing more is computed of it until the text, the data or somebody asks for others. */
  halt(path: string): void;
  /** Sees to the study of a document and tells the listener; then to all other open ones. */
  settle(path: string): void;
  numbersState(path: string): NumbersState;
  standing(path: string): Standing;
  /** What the data of a study look like; null while they are not read. */
  glance(path: string): DataGlance | null;
  dispose(): Promise<void>;
}

interface Asked {
  readonly ticket: number;
  readonly work: Work;
  readonly files: readonly StampedFile[];
}

/** Between two looks at the disk that nobody asked for. */
const LOOK_EVERY = 1000;

export function openWorkspace({ files: disk, startThread }: Host, listener: Listener): Workspace {
  const engine = createEngine();
  const documents = new Map<string, { readonly uri: string; document: TextDocument }>();
  const followed = new Set<string>();
  /** Texts that were read from disk, with the stamp they had. */
  const stamps = new Map<string, string>();
  const asked = new Map<string, Asked>();
  const made = new Map<string, TextDocument>();
  const glances = new Map<string, DataGlance | null>();
  /** Studies of which files are under way. */
  const waiting = new Set<string>();
  let folders: readonly string[] = [];
  let found: readonly string[] = [];
  let trusted = true;
  let lookedAt = 0;
  const computing = startComputing(startThread, receive);

  const watched = (): Set<string> => new Set([...documents.keys(), ...followed]);

  function knowStudies(): void {
    engine.setStudies([...new Set([...watched(), ...found])]);
  }

  /** Where a path lies on disk; null for what does not lie there. */
  function diskPath(path: string): string | null {
    const bare = path.replace(/^untitled:/u, '');
    if (!isFile(bare)) return null;
    if (bare.startsWith('/') || /^[A-Za-z]:\//u.test(bare)) return bare;
    return folders[0] === undefined ? null : disk.within(folders[0], bare);
  }

  function readFromDisk(path: string): void {
    const file = trusted ? diskPath(path) : null;
    if (file === null) {
      engine.setText(path, null);
      return;
    }
    const stamp = disk.stampOf(file);
    if (stamps.get(path) === stamp) return;
    stamps.set(path, stamp);
    const read = stamp === SPECIAL ? null : disk.readText(file);
    engine.setText(path, read === null || 'refusal' in read ? null : read.content, read === null ? [] : otherwiseEncoded(path, read));
  }

  /** Of what no open study reads and no folder holds, nothing is kept. */
  function forgetUnused(): void {
    const used = new Set([
      ...watched(),
      ...found,
      ...[...watched(), ...found.filter((path) => engine.textOf(path) !== undefined)].flatMap((study) => [...engine.textsRead(study)]),
    ]);
    for (const path of [...stamps.keys()]) {
      if (used.has(path)) continue;
      stamps.delete(path);
      engine.forgetText(path);
    }
    for (const path of [...made.keys()]) if (!used.has(path)) made.delete(path);
  }

  /**
   * Each round adds a text that was not known, so it ends; a cap guards against a defect. False: some are under way, and the listener is
   * told when they are there.
   */
  function fetchTexts(study: string): boolean {
    for (let round = 0; round < 100 && trusted; round += 1) {
      const missing = engine.needs(study).filter((path) => engine.textOf(path) === undefined);
      if (missing.length === 0) return true;
      if (waitsFor(study, missing)) return false;
      for (const path of missing) readFromDisk(path);
    }
    return true;
  }

  /** Whether one of these is still to come; the study is looked at again when it has. */
  function waitsFor(study: string, paths: readonly string[]): boolean {
    const fetched = disk.fetched(paths.flatMap((path) => diskPath(path) ?? []));
    if (fetched === null) return false;
    if (waiting.has(study)) return true;
    waiting.add(study);
    void fetched.then(() => {
      waiting.delete(study);
      tell(study, true);
    });
    return true;
  }

  /** Asks for numbers when the study wants others than were asked for, or its data changed. */
  function orderNumbers(study: string): void {
    const work = engine.work(study);
    if (work === null || !trusted) {
      if (asked.delete(study)) computing.forget(study);
      return;
    }
    const before = asked.get(study);
    if (before?.work === work) return;
    if (
      waitsFor(
        study,
        work.files.map(({ path }) => path),
      )
    )
      return;
    const files = work.files.map(({ name, path }): StampedFile => {
      const at = diskPath(path) ?? path;
      return { name, path: at, stamp: disk.stampOf(at) };
    });
    const ticket = computing.request({ study, plan: work.plan, files, known: engine.digest(study), execute: work.execute });
    asked.set(study, { ticket, work, files });
    listener.computing(study, true);
  }

  function receive(reply: ComputeReply): void {
    const { study } = reply;
    const order = asked.get(study);
    if (order === undefined || order.ticket !== reply.ticket) return;
    switch (reply.kind) {
      case 'data':
        glances.set(study, reply.glance);
        if (
          !engine.setData(study, {
            digest: reply.digest,
            schema: reply.schema,
            problems: reply.problems,
            absent: order.work.files.flatMap(({ path }, at) => (reply.absent.includes(order.files[at]?.path ?? path) ? [path] : [])),
          })
        )
          return;
        // The schema may change what is asked for: a missing column, say.
        tell(study, true);
        return;
      case 'done':
        engine.setAudit(study, { plan: order.work.plan, problems: reply.audited });
        tell(study, true);
        return;
      case 'numbers':
        engine.setOutcome(study, {
          work: order.work,
          digest: reply.digest,
          results: reply.results,
          problems: reply.problems,
          ...(reply.partial ? { partial: true } : {}),
        });
        if (!reply.partial) listener.computing(study, false);
        tell(study, true);
        return;
      case 'failed':
        // A defect, or no memory left: not asked for again until the text or the data are others.
        engine.setOutcome(study, { work: order.work, digest: engine.digest(study) ?? '', results: null, problems: [] });
        listener.computing(study, false);
        listener.failed(study, reply.message);
        return;
      case 'step':
        listener.step(study, reply.step);
        return;
      case 'superseded':
        return;
    }
  }

  function tell(study: string, numbersChanged: boolean): void {
    if (!documents.has(study) && !followed.has(study)) return;
    // Of what is half read nothing is said.
    if (!fetchTexts(study)) return;
    orderNumbers(study);
    listener.changed(study, numbersChanged);
  }

  function forgetStudy(path: string): void {
    asked.delete(path);
    computing.forget(path);
    engine.setData(path, null);
    glances.delete(path);
    engine.setOutcome(path, null);
    engine.setAudit(path, null);
    forgetText(path);
    knowStudies();
    forgetUnused();
  }

  function forgetText(path: string): void {
    engine.forgetText(path);
    stamps.delete(path);
    made.delete(path);
  }

  /** Reads again what is other than it was, and sees to the studies that rest on it. */
  function compareWithDisk(paths: readonly string[] | null): void {
    if (paths !== null && paths.some((path) => path.endsWith('.study') && !stamps.has(path) && !documents.has(path)))
      workspace.setFolders(folders);
    let textsChanged = false;
    for (const [path, stamp] of stamps) {
      if (documents.has(path)) continue;
      const file = diskPath(path);
      if (file === null || disk.stampOf(file) === stamp) continue;
      readFromDisk(path);
      textsChanged = true;
    }
    for (const study of watched()) {
      const order = asked.get(study);
      const dataChanged = order !== undefined && order.files.some(({ path, stamp }) => disk.stampOf(path) !== stamp);
      if (dataChanged) asked.delete(study);
      if (dataChanged || textsChanged) tell(study, true);
    }
  }

  const workspace: Workspace = {
    engine,
    open(uri, languageId, version, text) {
      const path = pathOf(uri);
      documents.set(path, { uri, document: TextDocument.create(uri, languageId, version, text) });
      stamps.delete(path);
      engine.setText(path, text);
      knowStudies();
      workspace.settle(path);
    },
    edit(uri, version, changes) {
      const path = pathOf(uri);
      const one = documents.get(path);
      if (one === undefined) return [];
      const splices = changes.map((change): Splice => {
        const range = 'range' in change ? change.range : null;
        const [start, end] =
          range === null ? [0, one.document.getText().length] : [one.document.offsetAt(range.start), one.document.offsetAt(range.end)];
        one.document = TextDocument.update(one.document, [change], version);
        return { start: Math.min(start, end), end: Math.max(start, end), length: change.text.length };
      });
      engine.setText(path, one.document.getText());
      return splices;
    },
    close(uri) {
      const path = pathOf(uri);
      documents.delete(path);
      // What the disk holds counts. A manuscript that rests on it keeps its numbers, as stale, until those of the disk are there.
      if (followed.has(path)) forgetText(path);
      else forgetStudy(path);
      workspace.settle(path);
    },
    follow(path) {
      if (followed.has(path)) return;
      followed.add(path);
      knowStudies();
      tell(path, true);
    },
    unfollow(path) {
      if (followed.delete(path) && !documents.has(path)) forgetStudy(path);
    },
    opened: () => [...documents.keys()],
    documentOf(path) {
      const one = documents.get(path);
      if (one !== undefined) return one.document;
      const text = engine.textOf(path);
      if (typeof text !== 'string') return null;
      let document = made.get(path);
      if (document === undefined || document.getText() !== text)
        made.set(path, (document = TextDocument.create(uriOf(path), 'studyspec', 0, text)));
      return document;
    },
    isOpen: (path) => documents.has(path),
    uriOf: (path) => documents.get(path)?.uri ?? uriOf(path),
    snapshot(path) {
      if (!documents.has(path) && !followed.has(path)) return null;
      fetchTexts(path);
      return engine.snapshot(path);
    },
    readStudies() {
      for (const path of found) {
        if (engine.textOf(path) === undefined && (!trusted || disk.fetched([path]) === null)) readFromDisk(path);
        fetchTexts(path);
      }
    },
    studies() {
      workspace.readStudies();
      return engine.studies();
    },
    studiesIn: (folder) => found.filter((path) => path.slice(0, path.lastIndexOf('/')) === folder),
    setFolders(paths) {
      folders = paths;
      const listed = trusted ? disk.listed(paths) : null;
      if (listed !== null)
        void listed.then(() => {
          if (folders === paths) workspace.setFolders(paths);
        });
      found = trusted ? [...new Set(paths.flatMap((path) => (isFile(path) ? disk.studiesBelow(path) : [])))] : [];
      knowStudies();
    },
    setLanguage: (language) => {
      engine.setLanguage(language);
    },
    setTrusted(value) {
      if (trusted === value) return;
      trusted = value;
      engine.setTrusted(value);
      for (const path of stamps.keys()) engine.forgetText(path);
      stamps.clear();
      for (const path of watched()) {
        if (value) continue;
        engine.setData(path, null);
        engine.setOutcome(path, null);
        engine.setAudit(path, null);
        if (asked.delete(path)) computing.forget(path);
      }
      workspace.setFolders(folders);
      for (const path of watched()) tell(path, true);
    },
    filesChanged(paths) {
      if (!trusted) return;
      lookedAt = Date.now();
      const refreshed = disk.refreshed(paths);
      if (refreshed === null) compareWithDisk(paths);
      else
        void refreshed.then(() => {
          compareWithDisk(paths);
        });
    },
    lookAround() {
      if (trusted && Date.now() - lookedAt >= LOOK_EVERY) workspace.filesChanged(null);
    },
    recompute(path) {
      asked.delete(path);
      engine.setOutcome(path, null);
      tell(path, true);
    },
    halt(path) {
      const order = asked.get(path);
      if (order === undefined || engine.numbersState(path) !== 'computing') return;
      computing.forget(path);
      // The order stays: the same is not asked for again.
      asked.set(path, { ...order, ticket: -1 });
      engine.setOutcome(path, { work: order.work, digest: engine.digest(path) ?? '', results: null, problems: [], halted: true });
      listener.computing(path, false);
      tell(path, true);
    },
    settle(path) {
      tell(path, false);
      for (const other of watched())
        if (other !== path && (engine.compiled(other).chain.includes(path) || engine.textsRead(other).has(path)))
          inNextTurn(() => {
            tell(other, false);
          });
    },
    numbersState: (path) => engine.numbersState(path),
    standing: (path) => engine.standing(path),
    glance: (path) => glances.get(path) ?? null,
    dispose: () => computing.close(),
  };
  return workspace;
}
