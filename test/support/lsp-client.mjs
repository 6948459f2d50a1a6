// The built language server over its pipes, for benches and what is too heavy for a test: messages framed and parted, requests answered,
// whatever it asks answered with nothing. Tests have a client of their own with more to see (test/lsp/client.ts).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const builtProgram = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));

/** Parts a stream of bytes into messages. */
export function messagesFrom(stream, take) {
  let buffered = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    for (;;) {
      const end = buffered.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/iu.exec(buffered.subarray(0, end).toString())[1]);
      if (buffered.length < end + 4 + length) return;
      const message = JSON.parse(buffered.subarray(end + 4, end + 4 + length).toString());
      buffered = buffered.subarray(end + 4 + length);
      take(message);
    }
  });
}

export function writeMessage(stream, message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  stream.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}

/** `node`: options of Node; `ended`: told of a server that ends by itself. */
export function connect({ program = builtProgram, node = [], cwd, stderr = 'inherit', ended = () => {} } = {}) {
  const server = spawn(process.execPath, [...node, program, 'lsp', '--stdio'], { cwd, stdio: ['pipe', 'pipe', stderr] });
  let ids = 0;
  const waiting = new Set();
  const tell = (message) => {
    for (const wake of [...waiting]) wake(message);
  };
  messagesFrom(server.stdout, (message) => {
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    tell(message);
  });
  server.on('exit', ended);
  const send = (message) => writeMessage(server.stdin, message);
  /** The next message that fits. */
  const until = (fits) =>
    new Promise((resolve) => {
      const wake = (message) => {
        if (!fits(message)) return;
        waiting.delete(wake);
        resolve(message);
      };
      waiting.add(wake);
    });
  const request = (method, params) => {
    const id = ++ids;
    const answer = until((message) => message.id === id && message.method === undefined);
    send({ id, method, params });
    return answer;
  };
  return {
    server,
    pid: server.pid,
    tell,
    until,
    request,
    notify: (method, params) => send({ method, params }),
    async close() {
      await request('shutdown');
      const exit = new Promise((resolve) => {
        server.on('exit', resolve);
      });
      send({ method: 'exit' });
      await exit;
    },
  };
}
