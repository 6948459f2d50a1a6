// The server of the web extension in a browser: `test/heavy/browser.sh web.mjs` after a build. The packed worker runs in Chromium, is asked
// what an editor asks, and every answer is held against that of the server on a machine: problems, values, hovers, lenses, previews, the
// report, problems at length; on the examples and on data files of every kind. One line a check; ends with `N passed, M failed`.
import { deepStrictEqual } from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { messagesFrom, writeMessage } from '../support/lsp-client.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(root, 'packages/vscode/dist/web-server.js');
const program = join(root, 'packages/cli/bin/studyspec.js');
const PATIENCE = 120_000;
let passed = 0;
let failed = 0;
let asked = 0;

async function check(name, run) {
  try {
    await run();
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAILED  ${name}\n${String(error.stack ?? error)
        .split('\n')
        .slice(0, 24)
        .join('\n')}`,
    );
  }
}

// ——— the folder: the examples, and a study of a data file of each kind, drafted by the program
const folder = mkdtempSync(join(tmpdir(), 'studyspec-web-'));
const packed = (path, name) => writeFileSync(join(folder, name), gunzipSync(readFileSync(join(root, 'test/platforms', path))));
for (const name of ['anshun', 'bijie', 'provinces']) execFileSync('cp', ['-r', join(root, 'examples', name), join(folder, name)]);
const drafted = [];
for (const [path, name] of [
  ['06-spss-haven/survey_zsav.zsav.gz', 'haven.zsav'],
  ['08-spss-gb18030/gb_record.sav.gz', 'gb18030.sav'],
  ['09-stata-old/survey_v114_gbk.dta.gz', 'old.dta'],
  ['10-stata-new/survey_v118.dta.gz', 'stata.dta'],
  ['05-excel-export/openxlsx_同内容.xlsx.gz', '同内容.xlsx'],
  ['01-wenjuanxing/按序号_codes.csv.gz', '按序号.csv'],
  ['13-encodings/gb18030_rare.csv.gz', 'gb18030.csv'],
  ['13-encodings/big5.csv.gz', 'big5.csv'],
  ['13-encodings/utf16le_tab.txt.gz', 'utf16.txt'],
  ['15-parquet/survey_duckdb_zstd.parquet.gz', 'columns.parquet'],
]) {
  packed(path, name);
  const study = `${basename(name)}.study`;
  try {
    execFileSync(process.execPath, [program, 'init', name, '-o', study], { cwd: folder, stdio: 'ignore' });
  } catch {
    // A draft with problems is a draft.
  }
  if (existsSync(join(folder, study))) drafted.push(study);
}
writeFileSync(
  join(folder, 'misspelt.study'),
  'study "s"\n\ndata "anshun/anshun_2020.cvs" {\n  id id\n}\n\nscale a 1..5\n\nindicator eco_cost on a\n',
);

// ——— the two servers, behind one way of asking
function client(post) {
  const waiting = new Map();
  const told = [];
  const wakers = new Set();
  let ids = 0;
  return {
    told,
    receive(message) {
      if (message.method === undefined) {
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
      } else if (message.id !== undefined) post({ jsonrpc: '2.0', id: message.id, result: null });
      else told.push(message);
      for (const wake of wakers) wake();
    },
    notify: (method, params) => post({ jsonrpc: '2.0', method, params }),
    request: (method, params) =>
      new Promise((done, refused) => {
        ids += 1;
        asked += 1;
        const timer = setTimeout(() => refused(new Error(`${method}: no answer`)), PATIENCE);
        waiting.set(ids, ({ result, error }) => {
          clearTimeout(timer);
          if (error === undefined) done(result);
          else refused(new Error(`${method}: ${error.message}`));
        });
        post({ jsonrpc: '2.0', id: ids, method, params });
      }),
    /** The last message of a kind that fits, as soon as there is one. */
    until: (fits) =>
      new Promise((done, refused) => {
        const timer = setTimeout(() => refused(new Error(`waited in vain; last: ${JSON.stringify(told.at(-1)).slice(0, 600)}`)), PATIENCE);
        const wake = () => {
          const found = told.findLast(fits);
          if (found === undefined) return;
          clearTimeout(timer);
          wakers.delete(wake);
          done(found.params);
        };
        wakers.add(wake);
        wake();
      }),
  };
}

const begin = async (one, locale) => {
  const uri = pathToFileURL(folder).href;
  const initializationOptions = { locale, quiet: 0 };
  const params = { processId: null, rootUri: uri, workspaceFolders: [{ uri, name: 'w' }], capabilities: {}, initializationOptions };
  const { capabilities } = await one.request('initialize', params);
  one.notify('initialized', {});
  return capabilities;
};

function onMachine() {
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const one = client((message) => writeMessage(server.stdin, message));
  messagesFrom(server.stdout, one.receive);
  return { ...one, stop: () => server.kill() };
}

/** What stands in for the editor in the page: hands messages on, and answers what the server asks of files. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>web</title><script>
window.begin = () => {
  const worker = new Worker('/web-server.js');
  window.worker = worker;
  worker.onerror = (event) => window.heard({ method: 'broken', params: { message: event.message } });
  worker.onmessage = async ({ data }) => {
    if (data.method === 'studyspec/files') {
      const result = await Promise.all(data.params.uris.map(async (uri) => {
        const answer = await fetch('/file?uri=' + encodeURIComponent(uri));
        return answer.ok ? { content: new Uint8Array(await answer.arrayBuffer()) } : answer.json();
      }));
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
    } else if (data.method === 'studyspec/studies') {
      const result = await (await fetch('/studies?folders=' + encodeURIComponent(JSON.stringify(data.params.folders)))).json();
      worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
    } else window.heard(data);
  };
  worker.postMessage({ role: 'answers', script: new URL('/web-server.js', location.href).href });
};
</script>`;

function studiesBelow(path) {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.study'))
    .map((name) => pathToFileURL(join(path, name)).href);
}

const host = createServer((request, answer) => {
  const url = new URL(request.url, 'http://localhost');
  const send = (status, type, body) => answer.writeHead(status, { 'content-type': type }).end(body);
  if (url.pathname === '/') send(200, 'text/html', PAGE);
  else if (url.pathname === '/web-server.js') send(200, 'text/javascript', readFileSync(script));
  else if (url.pathname === '/studies')
    send(
      200,
      'application/json',
      JSON.stringify({ uris: JSON.parse(url.searchParams.get('folders')).flatMap((one) => studiesBelow(fileURLToPath(one))) }),
    );
  else if (url.pathname === '/file') {
    const path = fileURLToPath(url.searchParams.get('uri'));
    if (path.startsWith(folder) && existsSync(path) && statSync(path).isFile()) send(200, 'application/octet-stream', readFileSync(path));
    else {
      const beside = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
      send(404, 'application/json', JSON.stringify({ refusal: { is: 'missing' }, beside }));
    }
  } else send(404, 'text/plain', '');
});
await new Promise((done) => host.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${host.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function inBrowser() {
  const page = await browser.newPage();
  const elsewhere = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:blob|data):/u.test(request.url())) elsewhere.push(request.url());
  });
  const one = client((message) => void page.evaluate((given) => window.worker.postMessage(given), message));
  await page.exposeFunction('heard', (message) => one.receive(message));
  await page.goto(origin);
  await page.evaluate(() => window.begin());
  return { ...one, elsewhere, stop: () => page.close() };
}

// ——— what is asked of both
const uriOf = (name) => pathToFileURL(join(folder, name)).href;
const openIn = (one, name, text) =>
  one.notify('textDocument/didOpen', { textDocument: { uri: uriOf(name), languageId: 'studyspec', version: 1, text } });
const numbersOf = (one, name, version) =>
  one.until(
    ({ method, params }) =>
      method === 'studyspec/numbers' &&
      params.uri === uriOf(name) &&
      params.version === version &&
      params.state !== 'computing' &&
      params.audited,
  );
const problemsOf = (one, name) =>
  one.told.findLast(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.uri === uriOf(name))?.params.diagnostics;

/** Everything that an editor shows of a study. */
async function seen(one, name, version = 1) {
  const uri = uriOf(name);
  const textDocument = { uri };
  const text = readFileSync(join(folder, name), 'utf8');
  const lines = text.split('\n');
  const numbers = await numbersOf(one, name, version);
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const [hints, lenses, symbols, tokens] = await Promise.all([
    one.request('textDocument/inlayHint', { textDocument, range }),
    one.request('textDocument/codeLens', { textDocument }),
    one.request('textDocument/documentSymbol', { textDocument }),
    one.request('textDocument/semanticTokens/full', { textDocument }),
  ]);
  const hovers = [];
  for (let line = 0; line < lines.length; line += Math.max(1, Math.floor(lines.length / 12))) {
    const character = Math.max(0, lines[line].search(/\S/u)) + 1;
    hovers.push(await one.request('textDocument/hover', { textDocument, position: { line, character } }));
  }
  const previews = [];
  for (const { range: at } of (symbols ?? []).slice(0, 40))
    previews.push(await one.request('studyspec/preview', { uri, position: { line: at.start.line, character: 2 }, width: 640 }));
  const report = await one.request('workspace/executeCommand', { command: 'studyspec.server.report', arguments: [uri] });
  return { numbers, problems: problemsOf(one, name), hints, lenses, symbols, tokens: tokens?.data, hovers, previews, report };
}

const examples = [
  'anshun/anshun.study',
  'anshun/anshun-clean.study',
  'anshun/published.study',
  'bijie/bijie.study',
  ...drafted,
  'misspelt.study',
].filter((name) => existsSync(join(folder, name)));

try {
  for (const locale of ['en', 'zh-cn']) {
    const [machine, web] = [onMachine(), await inBrowser()];
    const capabilities = await Promise.all([machine, web].map((one) => begin(one, locale)));
    await check(`${locale}: a browser's server can what a machine's can`, () => deepStrictEqual(capabilities[1], capabilities[0]));
    for (const name of locale === 'en' ? examples : examples.slice(0, 2)) {
      await check(`${locale}: ${name} looks the same`, async () => {
        const text = readFileSync(join(folder, name), 'utf8');
        for (const one of [machine, web]) openIn(one, name, text);
        const [there, here] = await Promise.all([seen(machine, name), seen(web, name)]);
        for (const part of Object.keys(there)) deepStrictEqual(here[part], there[part], part);
        const figures = here.previews.filter((one) => /<svg/u.test(one?.html ?? '')).length;
        console.log(
          `        ${here.problems.length} problems, ${here.hints.length} values, ${here.previews.length} previews ` +
            `(${figures} with pictures), report ${Math.round((here.report?.html.length ?? 0) / 1024)} kB`,
        );
        if (name !== 'misspelt.study' && here.numbers.state !== 'ready' && name !== 'anshun/published.study')
          throw new Error(`no numbers: ${JSON.stringify(here.numbers)}`);
        for (const one of [machine, web]) one.notify('textDocument/didClose', { textDocument: { uri: uriOf(name) } });
      });
    }
    await check(`${locale}: an edit, and a data file that changes, are followed alike`, async () => {
      const name = 'anshun/anshun-clean.study';
      const text = readFileSync(join(folder, name), 'utf8');
      for (const one of [machine, web]) {
        openIn(one, name, text);
        await numbersOf(one, name, 1);
        const edited = text.replace('missing mean', 'missing listwise');
        one.notify('textDocument/didChange', { textDocument: { uri: uriOf(name), version: 2 }, contentChanges: [{ text: edited }] });
      }
      const [there, here] = await Promise.all([seen(machine, name, 2), seen(web, name, 2)]);
      for (const part of Object.keys(there)) deepStrictEqual(here[part], there[part], part);
      const data = 'anshun/anshun_2020.csv';
      const before = readFileSync(join(folder, data), 'utf8');
      const fewer = `${before.trimEnd().split('\n').slice(0, -20).join('\n')}\n`;
      writeFileSync(join(folder, data), fewer);
      const was = here.numbers.cases;
      for (const one of [machine, web]) {
        one.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(data), type: 2 }] });
        const now = await one.until(
          ({ method, params }) =>
            method === 'studyspec/numbers' &&
            params.uri === uriOf(name) &&
            params.cases !== was &&
            params.state === 'ready' &&
            params.audited,
        );
        deepStrictEqual(now.cases < was, true);
      }
      deepStrictEqual((await seen(web, name, 2)).previews, (await seen(machine, name, 2)).previews);
      writeFileSync(join(folder, data), before);
    });
    await check(`${locale}: a problem is explained at length`, async () => {
      const [there, here] = await Promise.all([machine, web].map((one) => one.request('studyspec/explain', { code: 'SS201' })));
      deepStrictEqual(here, there);
      deepStrictEqual(here.text.startsWith('SS201 '), true);
    });
    await check(`${locale}: no request leaves the page's own host`, () => deepStrictEqual(web.elsewhere, []));
    machine.stop();
    await web.stop();
  }
} finally {
  await browser.close();
  host.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${asked} questions asked\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
