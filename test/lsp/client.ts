// A small client of the language server, of the tests' own: JSON-RPC over the pipes of the built program. Waits for messages, never for
// time.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}
export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface Diagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly message: string;
}
export interface Numbers {
  readonly uri: string;
  readonly version: number;
  readonly state: string;
  readonly audited: boolean;
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  readonly cases: number | null;
}
export interface Change {
  readonly range: Range;
  readonly text: string;
}

export interface Client {
  request<T>(method: string, params: unknown): Promise<T>;
  /** Its id, to cancel it by, and its answer, an error being an answer. */
  ask(method: string, params: unknown): { readonly id: number; readonly answer: Promise<Message> };
  notify(method: string, params: unknown): void;
  raw(text: string): void;
  /** What `work` sends arrives in one piece. */
  together<T>(work: () => T): T;
  /** The first message that fits, past ones included unless `later`. */
  until(fits: (message: Message) => boolean, later?: boolean): Promise<Message>;
  readonly messages: readonly Message[];
  open(uri: string, text: string): void;
  /** Replaces what stands between two positions, and counts the version up. */
  change(uri: string, changes: readonly Change[]): number;
  /** Problems of this version, as soon as they come. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]>;
  /** The study has numbers that belong to this version, and its printed figures are audited. */
  ready(uri: string, version: number): Promise<Numbers>;
  readonly stderr: () => string;
  readonly pid: number;
  /** Ends the server as an editor does, and says with which code it ended. */
  close(): Promise<number | null>;
}

const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));

export const richCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

export async function startClient(
  root: string | null,
  options: {
    readonly trusted?: boolean;
    readonly capabilities?: object;
    readonly quiet?: number;
    readonly patience?: number;
    readonly locale?: string;
  } = {},
): Promise<Client> {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const messages: Message[] = [];
  const waiting = new Set<(message: Message) => void>();
  const versions = new Map<string, number>();
  /** The first problems of each version of a file: whoever types has thousands of messages behind them. */
  const problems = new Map<string, Message>();
  let stderr = '';
  let ids = 0;
  let buffered = Buffer.alloc(0);
  const exited = new Promise<number | null>((resolve) => {
    server.on('exit', (code) => {
      resolve(code);
    });
  });
  server.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  server.stdin.on('error', () => undefined);
  server.stdout.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const end = buffered.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/iu.exec(buffered.subarray(0, Math.max(0, end)).toString())?.[1] ?? 0);
      if (end < 0 || buffered.length < end + 4 + length) return;
      const message = JSON.parse(buffered.subarray(end + 4, end + 4 + length).toString()) as Message;
      buffered = buffered.subarray(end + 4 + length);
      messages.push(message);
      if (message.method === 'textDocument/publishDiagnostics') {
        const { uri, version } = message.params as { readonly uri: string; readonly version?: number };
        if (!problems.has(`${version} ${uri}`)) problems.set(`${version} ${uri}`, message);
      }
      // What the server asks of its client is granted.
      if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
      for (const wake of [...waiting]) wake(message);
    }
  });
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };
  const until: Client['until'] = (fits, later = false) => {
    const past = later ? undefined : messages.find(fits);
    if (past !== undefined) return Promise.resolve(past);
    return new Promise((resolve, reject) => {
      const wake = (message: Message): void => {
        if (fits(message)) {
          waiting.delete(wake);
          resolve(message);
        }
      };
      waiting.add(wake);
      void exited.then((code) => {
        if (waiting.delete(wake)) reject(new Error(`the server ended with ${code}: ${stderr}`));
      });
    });
  };
  const ask: Client['ask'] = (method, params) => {
    const id = ++ids;
    const answer = until((message) => message.id === id && message.method === undefined, true);
    send({ id, method, params });
    return { id, answer };
  };
  const client: Client = {
    messages,
    until,
    ask,
    async request<T>(method: string, params: unknown): Promise<T> {
      const answer = await ask(method, params).answer;
      if (answer.error !== undefined) throw new Error(answer.error.message);
      return answer.result as T;
    },
    notify: (method, params) => {
      send({ method, params });
    },
    raw: (text) => {
      server.stdin.write(text);
    },
    together(work) {
      server.stdin.cork();
      try {
        return work();
      } finally {
        server.stdin.uncork();
      }
    },
    open(uri, text) {
      versions.set(uri, 1);
      send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'studyspec', version: 1, text } } });
    },
    change(uri, changes) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      send({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: changes } });
      return version;
    },
    async diagnostics(uri, version) {
      const key = `${version} ${uri}`;
      const message = problems.get(key) ?? (await until((one) => problems.get(key) === one, true));
      return (message.params as { diagnostics: Diagnostic[] }).diagnostics;
    },
    async ready(uri, version) {
      const message = await until(({ method, params }) => {
        const found = params as Numbers | undefined;
        return (
          method === 'studyspec/numbers' && found?.uri === uri && found.version === version && found.state !== 'computing' && found.audited
        );
      });
      return message.params as Numbers;
    },
    stderr: () => stderr,
    pid: server.pid ?? 0,
    async close() {
      await ask('shutdown', undefined).answer;
      send({ method: 'exit' });
      return exited;
    },
  };
  await client.request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: root === null ? null : [{ uri: root, name: 'test' }],
    capabilities: options.capabilities ?? richCapabilities,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    // Problems are told at once, unless a test is about when they are.
    initializationOptions: {
      quiet: options.quiet ?? 0,
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      ...(options.trusted === undefined ? {} : { trusted: options.trusted }),
    },
  });
  client.notify('initialized', {});
  return client;
}

/** Where a piece of text stands, in lines and UTF-16 units. */
export function positionOf(text: string, piece: string, shift = 0): Position {
  const found = text.indexOf(piece);
  if (found < 0) throw new Error(`"${piece}" is not in the text`);
  const before = text.slice(0, found + shift).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The edit that puts `by` in the place of the first `piece`. */
export function replacing(text: string, piece: string, by: string): { readonly change: Change; readonly text: string } {
  return {
    change: { range: { start: positionOf(text, piece), end: positionOf(text, piece, piece.length) }, text: by },
    text: text.replace(piece, () => by),
  };
}

/** The last answer, asked for again and again until it fits (or the test's own time is nearly up). */
export async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (let tries = 0; tries < 400 && !fits(answer); tries += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    answer = await ask();
  }
  return answer;
}
