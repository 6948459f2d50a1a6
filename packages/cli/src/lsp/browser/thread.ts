// The two sides of the computing thread in a browser: a worker that is sent a request with the files it has not seen, and the reading of
// them. It has no memory that both share, so what is not wanted any more it computes to its end, or until it is replaced (compute.ts).
import { nearest, raise, readData, unreadableDataFile } from '@studyspec/core';
import type { ComputeRequest, PostedReply } from '../compute-protocol.ts';
import { computer } from '../computing.ts';
import type { DataSource } from '../data-reading.ts';
import { ABSENT, type Thread, type ThreadListener } from '../host.ts';
import type { FetchedFiles } from './files.ts';
import type { FileCrossing, FileSent } from './protocol.ts';

/** A worker, as much of it as is used. */
export interface BrowserWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}

interface Order {
  readonly request: ComputeRequest;
  readonly files: readonly FileCrossing[];
}

export function threadIn(worker: BrowserWorker, files: FetchedFiles, listener: ThreadListener): Thread {
  /** What the worker has, by path. */
  const there = new Map<string, string>();
  worker.onmessage = ({ data }) => {
    listener.posted(data as PostedReply);
  };
  worker.onerror = ({ message }) => {
    listener.lost(message ?? 'the computing thread ended');
  };
  return {
    post(request) {
      const crossing = request.files.flatMap(({ path, stamp }): FileCrossing[] => {
        const file = files.sent(path);
        if (file === undefined || there.get(path) === stamp) return [];
        there.set(path, stamp);
        return [{ path, stamp, file }];
      });
      worker.postMessage({ request, files: crossing } satisfies Order);
    },
    giveUp: () => undefined,
    end: () => Promise.resolve(worker.terminate()),
  };
}

/** The worker's own side. */
export function computeFor(
  scope: { onmessage: ((event: { readonly data: unknown }) => void) | null },
  post: (reply: PostedReply) => void,
): void {
  const known = new Map<string, FileCrossing>();
  const compute = computer(sourceOf(known), () => false, post);
  scope.onmessage = ({ data }) => {
    const { request, files } = data as Order;
    for (const file of files) known.set(file.path, file);
    compute(request);
  };
}

const gone: FileSent = { refusal: { is: 'missing' }, beside: [] };

function sourceOf(known: ReadonlyMap<string, FileCrossing>): DataSource {
  return {
    read(options, { name, path, stamp }) {
      const file = known.get(path)?.file ?? gone;
      const digest = JSON.stringify([name, path, stamp, options]);
      if ('content' in file) return { ...readData(file.content, name, options), absent: false, digest };
      const facts = { file: name, reason: file.refusal, nearest: nearest(path.slice(path.lastIndexOf('/') + 1), file.beside) };
      return {
        frame: null,
        encoding: null,
        absent: stamp === ABSENT,
        problems: [raise(unreadableDataFile, facts, { at: 'data', data: { file: name } })],
        digest,
      };
    },
    // Never sent anywhere, so it need not be short.
    digestOf: (text) => text,
  };
}
