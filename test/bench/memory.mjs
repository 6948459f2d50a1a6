// What the language server keeps of files that were opened and closed again: the memory it holds after thousands of them, by the file.
// Driven over its pipes. `npm run bench:memory`, `-- --smoke` for a short run. Ends with 1 when a file leaves more than 20 kB (in a smoke
// run it only shows that it works).
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const smoke = process.argv.includes('--smoke');
const files = smoke ? 60 : 1000;
const MOST = 20;
const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-memory-'));
const hook = `data:text/javascript,${encodeURIComponent(
  "import { Session } from 'node:inspector'; import v8 from 'node:v8'; process.on('SIGUSR2', () => { const s = new Session(); " +
    "s.connect(); for (let i = 0; i < 3; i += 1) s.post('HeapProfiler.collectGarbage'); s.disconnect(); " +
    'process.stderr.write(`heap ${v8.getHeapStatistics().used_heap_size}\\n`); });',
)}`;
const server = spawn(process.execPath, ['--import', hook, program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });

let buffered = Buffer.alloc(0);
const waiting = new Set();
const told = (message) => {
  for (const wake of [...waiting]) wake(message);
};
server.stdout.on('data', (chunk) => {
  buffered = Buffer.concat([buffered, chunk]);
  for (;;) {
    const end = buffered.indexOf('\r\n\r\n');
    const length = Number(/Content-Length: (\d+)/iu.exec(buffered.subarray(0, Math.max(0, end)).toString())?.[1] ?? 0);
    if (end < 0 || buffered.length < end + 4 + length) return;
    const message = JSON.parse(buffered.subarray(end + 4, end + 4 + length).toString());
    buffered = buffered.subarray(end + 4 + length);
    if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    told(message);
  }
});
server.stderr.on('data', (chunk) => {
  for (const [, bytes] of chunk.toString().matchAll(/heap (\d+)/gu)) told({ heap: Number(bytes) });
});
const send = (message) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
};
const until = (fits) =>
  new Promise((resolve) => {
    const wake = (message) => {
      if (fits(message)) {
        waiting.delete(wake);
        resolve(message);
      }
    };
    waiting.add(wake);
  });
let ids = 0;
const request = (method, params) => {
  ids += 1;
  const id = ids;
  const answer = until((message) => message.id === id && message.method === undefined);
  send({ id, method, params });
  return answer;
};
const heap = async () => {
  const answer = until((message) => message.heap !== undefined);
  process.kill(server.pid, 'SIGUSR2');
  return (await answer).heap;
};

// A study with what it replicates beside it, each file under a name of its own.
const text = readFileSync(new URL('../../examples/anshun/anshun.study', import.meta.url), 'utf8').replace(
  /^data .*$/mu,
  'data "no-such.csv" {',
);
async function openAndClose(name) {
  const path = join(folder, `${name}.study`);
  writeFileSync(join(folder, `original-${name}.study`), 'framework "original"\nscale five 1..5\nindicator q on five\n');
  writeFileSync(path, name % 2 === 0 ? text : `study "s" replicates "original-${name}.study"\n`);
  const uri = pathToFileURL(path).href;
  const seen = until(
    (message) => message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && message.params.version === 1,
  );
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'studyspec', version: 1, text: readFileSync(path, 'utf8') } },
  });
  await seen;
  await request('textDocument/semanticTokens/full', { textDocument: { uri } });
  await request('textDocument/documentSymbol', { textDocument: { uri } });
  await request('textDocument/inlayHint', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
  });
  send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
  rmSync(path);
  rmSync(join(folder, `original-${name}.study`));
}

await request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
send({ method: 'initialized', params: {} });
for (let i = 0; i < 30; i += 1) await openAndClose(i);
const before = await heap();
for (let i = 0; i < files; i += 1) await openAndClose(100 + i);
const after = await heap();
const each = (after - before) / files / 1024;
console.log(
  `${files} files opened and closed: ${(before / 1048576).toFixed(1)} MB before, ${(after / 1048576).toFixed(1)} MB after, ` +
    `${each.toFixed(1)} kB a file`,
);
await request('shutdown');
send({ method: 'exit' });
await new Promise((resolve) => {
  server.on('exit', resolve);
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = !smoke && each > MOST ? 1 : 0;
