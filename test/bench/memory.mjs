// What the language server keeps of files that were opened and closed again: the memory it holds after thousands of them, by the file.
// Driven over its pipes. `npm run bench:memory`, `-- --smoke` for a short run. Ends with 1 when a file leaves more than 20 kB (in a smoke
// run it only shows that it works).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect } from '../support/lsp-client.mjs';

const smoke = process.argv.includes('--smoke');
const files = smoke ? 60 : 1000;
const MOST = 20;
const folder = mkdtempSync(join(tmpdir(), 'studyspec-memory-'));
const hook = `data:text/javascript,${encodeURIComponent(
  "import { Session } from 'node:inspector'; import v8 from 'node:v8'; process.on('SIGUSR2', () => { const s = new Session(); " +
    "s.connect(); for (let i = 0; i < 3; i += 1) s.post('HeapProfiler.collectGarbage'); s.disconnect(); " +
    'process.stderr.write(`heap ${v8.getHeapStatistics().used_heap_size}\\n`); });',
)}`;
const { server, pid, tell, until, request, notify, close } = connect({ node: ['--import', hook], stderr: 'pipe' });
server.stderr.on('data', (chunk) => {
  for (const [, bytes] of chunk.toString().matchAll(/heap (\d+)/gu)) tell({ heap: Number(bytes) });
});
const heap = async () => {
  const answer = until((message) => message.heap !== undefined);
  process.kill(pid, 'SIGUSR2');
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
  notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version: 1, text: readFileSync(path, 'utf8') } });
  await seen;
  await request('textDocument/semanticTokens/full', { textDocument: { uri } });
  await request('textDocument/documentSymbol', { textDocument: { uri } });
  await request('textDocument/inlayHint', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
  });
  notify('textDocument/didClose', { textDocument: { uri } });
  rmSync(path);
  rmSync(join(folder, `original-${name}.study`));
}

await request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
notify('initialized', {});
for (let i = 0; i < 30; i += 1) await openAndClose(i);
const before = await heap();
for (let i = 0; i < files; i += 1) await openAndClose(100 + i);
const after = await heap();
const each = (after - before) / files / 1024;
console.log(
  `${files} files opened and closed: ${(before / 1048576).toFixed(1)} MB before, ${(after / 1048576).toFixed(1)} MB after, ` +
    `${each.toFixed(1)} kB a file`,
);
await close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = !smoke && each > MOST ? 1 : 0;
