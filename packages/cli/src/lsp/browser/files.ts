// The files of a browser's editor, as the language server asks for them: fetched once, kept until the editor says that they may be others.
// What is not there yet is waited for (host.ts): nothing is taken to be absent that only has not come.
import { decodeText } from '@studyspec/core';
import { ABSENT, type Files } from '../host.ts';
import { pathOf, uriOf } from '../uris.ts';
import type { FileSent } from './protocol.ts';

export interface FetchedFiles extends Files {
  /** As it was sent last; undefined while it was not asked for. */
  sent(path: string): FileSent | undefined;
}

/** How the editor is asked, by addresses. */
export interface FileAsker {
  files(uris: readonly string[]): Promise<readonly FileSent[]>;
  studies(folders: readonly string[]): Promise<readonly string[]>;
}

interface Known {
  readonly sent: FileSent;
  readonly stamp: string;
}

export function fetchedFiles(ask: FileAsker): FetchedFiles {
  const known = new Map<string, Known>();
  const underWay = new Map<string, Promise<void>>();
  const studies = new Map<string, readonly string[]>();
  let versions = 0;

  function take(path: string, sent: FileSent): void {
    const before = known.get(path);
    if (before !== undefined && isSame(before.sent, sent)) return;
    versions += 1;
    known.set(path, { sent, stamp: 'refusal' in sent && sent.refusal.is === 'missing' ? ABSENT : String(versions) });
  }

  async function fetchAll(paths: readonly string[]): Promise<void> {
    try {
      const answers = await ask.files(paths.map(uriOf));
      for (const [at, path] of paths.entries()) take(path, answers[at] ?? missing);
    } catch (error) {
      // An editor that cannot say is one that has no such files: something has to be said of them.
      const text = error instanceof Error ? error.message : String(error);
      for (const path of paths) take(path, { refusal: { is: 'other', text }, beside: [] });
    } finally {
      for (const path of paths) underWay.delete(path);
    }
  }

  /** Of what is under way already only the end is waited for. */
  function fetchThese(paths: readonly string[]): Promise<void> | null {
    const wanted = [...new Set(paths)].filter((path) => !underWay.has(path));
    if (wanted.length > 0) {
      const fetching = fetchAll(wanted);
      for (const path of wanted) underWay.set(path, fetching);
    }
    const all = [...new Set(paths.flatMap((path) => underWay.get(path) ?? []))];
    return all.length === 0 ? null : Promise.all(all).then(() => undefined);
  }

  return {
    fetched: (paths) => fetchThese(paths.filter((path) => !known.has(path) || underWay.has(path))),
    listed(folders) {
      const wanted = folders.filter((folder) => !studies.has(folder));
      if (wanted.length === 0) return null;
      return ask.studies(wanted.map(uriOf)).then(
        async (uris) => {
          const found = uris.map(pathOf);
          for (const folder of wanted)
            studies.set(
              folder,
              found.filter((path) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)),
            );
          // They are looked through as soon as somebody asks who uses a name.
          await fetchThese(found.filter((path) => !known.has(path)));
        },
        () => {
          for (const folder of wanted) studies.set(folder, []);
        },
      );
    },
    refreshed(paths) {
      // Unasked nothing is fetched: the editor tells of changes.
      if (paths === null) return null;
      if (paths.some((path) => path.endsWith('.study') && !known.has(path))) studies.clear();
      return fetchThese(paths.filter((path) => known.has(path)));
    },
    stampOf: (path) => known.get(path)?.stamp ?? ABSENT,
    readText(path) {
      const { sent } = known.get(path) ?? { sent: missing };
      if ('refusal' in sent) return sent;
      const { text, encoding, guessed } = decodeText(sent.content);
      return { content: text, encoding: encoding === 'utf-8' ? null : encoding, guessed };
    },
    readBytes(path, most) {
      const { sent } = known.get(path) ?? { sent: missing };
      return 'refusal' in sent || sent.content.length > most ? null : sent.content;
    },
    studiesBelow: (folder) => studies.get(folder) ?? [],
    within: (folder, path) => `${folder.replace(/\/+$/u, '')}/${path}`,
    sent: (path) => known.get(path)?.sent,
  };
}

const missing: FileSent = { refusal: { is: 'missing' }, beside: [] };

function isSame(one: FileSent, other: FileSent): boolean {
  if ('refusal' in one || 'refusal' in other) return 'refusal' in one && 'refusal' in other && one.refusal.is === other.refusal.is;
  return one.content.length === other.content.length && one.content.every((byte, at) => byte === other.content[at]);
}
