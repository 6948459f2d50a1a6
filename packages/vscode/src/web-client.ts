// The connection to the server in a browser: a worker of the script that comes with the extension. It has no disk, so it asks for files,
// which are read here by the editor, wherever they lie.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { FILES, STUDIES, type FileSent, type FirstMessage } from './base/protocol.ts';
import { clientOptions } from './client-options.ts';
import type { StaleValues } from './stale-values.ts';
import { addresses } from './web-addresses.ts';

/** Of a worker as much as is used: the compiler knows Node's world only. */
declare const Worker: new (
  script: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { postMessage(message: unknown): void };

/** So many studies of a workspace are known to one another. */
const MOST_STUDIES = 200;

export async function createClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  stale: StaleValues,
): Promise<LanguageClient> {
  const known = addresses();
  const back = (uri: string): vscode.Uri => {
    const address = known.fromServer(uri);
    return address === null ? vscode.Uri.parse(uri) : vscode.Uri.from(address);
  };
  const script = await scriptOf(vscode.Uri.joinPath(context.extensionUri, 'dist', 'web-server.js'));
  const client = new LanguageClient(
    'studyspec',
    'StudySpec',
    () => {
      const worker = new Worker(script);
      worker.postMessage({ role: 'answers', script } satisfies FirstMessage);
      // What the editor hands out as a worker is none to the library, which would ask.
      return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
    },
    {
      ...clientOptions(log, stale, { documents: [{}], runs: false }),
      uriConverters: { code2Protocol: (uri) => known.toServer(uri), protocol2Code: back },
    },
  );
  client.onRequest(FILES, ({ uris }: { readonly uris: readonly string[] }) => Promise.all(uris.map((uri) => fileAt(back(uri)))));
  client.onRequest(STUDIES, async ({ folders }: { readonly folders: readonly string[] }) => {
    const found = await Promise.all(
      folders.map((folder) =>
        vscode.workspace.findFiles(new vscode.RelativePattern(back(folder), '**/*.study'), '**/node_modules/**', MOST_STUDIES),
      ),
    );
    return { uris: found.flat().map((uri) => known.toServer(uri)) };
  });
  return client;
}

/** The address of a script that a worker can be made of: where it is no page's, its text is made one. */
async function scriptOf(uri: vscode.Uri): Promise<string> {
  if (uri.scheme === 'https' || uri.scheme === 'http') return uri.toString(true);
  const text = new Uint8Array(await vscode.workspace.fs.readFile(uri));
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

async function fileAt(uri: vscode.Uri): Promise<FileSent> {
  try {
    return { content: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    const code = error instanceof vscode.FileSystemError ? error.code : '';
    const text = error instanceof Error ? error.message : String(error);
    return { refusal: refusals[code] ?? { is: 'other', text }, beside: await namesIn(vscode.Uri.joinPath(uri, '..')) };
  }
}

/** The editor's words for what a machine's disk says too. */
const refusals: Readonly<Record<string, { readonly is: string }>> = {
  FileNotFound: { is: 'missing' },
  FileIsADirectory: { is: 'folder' },
  FileNotADirectory: { is: 'no folder' },
  NoPermissions: { is: 'forbidden' },
};

async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (all) => all.map(([name]) => name),
    () => [],
  );
}
