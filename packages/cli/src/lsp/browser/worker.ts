// The server in a browser: a script of a worker. One worker answers the editor, and starts a second one of the same script, which computes.
// The first message says which it is.
import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { serve } from '../server.ts';
import { nextMessage } from '../turns.ts';
import { fetchedFiles } from './files.ts';
import { FILES, STUDIES, type FileSent, type FirstMessage } from './protocol.ts';
import { computeFor, threadIn, type BrowserWorker } from './thread.ts';

/** What of a worker's world is used; the compiler knows Node's only. */
declare const self: {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
};
declare const Worker: new (script: string) => BrowserWorker;

self.onmessage = ({ data }) => {
  const first = data as FirstMessage;
  if (first.role === 'computes')
    computeFor(self, (reply) => {
      self.postMessage(reply);
    });
  else answer(first.script);
};

function answer(script: string): void {
  const scope = self as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
  // Nothing is asked before the editor has been answered that the server is there.
  const files = fetchedFiles({
    async files(uris) {
      await nextMessage();
      return connection.sendRequest<readonly FileSent[]>(FILES, { uris });
    },
    async studies(folders) {
      await nextMessage();
      return (await connection.sendRequest<{ readonly uris: readonly string[] }>(STUDIES, { folders })).uris;
    },
  });
  // A script of another origin may be imported, not started.
  const starter = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' }));
  const { ended } = serve(connection, {
    files,
    startThread(listener) {
      const worker = new Worker(starter);
      worker.postMessage({ role: 'computes' } satisfies FirstMessage);
      return threadIn(worker, files, listener);
    },
  });
  void ended.then(() => {
    self.close();
  });
  connection.listen();
}
