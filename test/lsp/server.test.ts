// The built language server over its pipes: what is pushed, what changes when texts and files change, how it bears what is wrong.
// Features one by one are features.test.ts.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, positionOf, replacing, startClient, type Client, type Diagnostic } from './client.ts';
import { answers, makeProject, replication, spec, type TestProject } from './project.ts';

const open: { client?: Client; project?: TestProject } = {};
afterEach(async () => {
  await open.client?.close();
  open.project?.remove();
  delete open.client;
  delete open.project;
}, 60_000);
async function start(
  options: Parameters<typeof startClient>[1] & { readonly folder?: string } = {},
): Promise<{ client: Client; project: TestProject; uri: string }> {
  const project = (open.project = makeProject(options.folder));
  const client = (open.client = await startClient(pathToFileURL(project.folder).href, options));
  return { client, project, uri: project.uri('study.study') };
}
const messagesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map((one) => `${one.code} ${one.message.split('\n')[0]}`);

interface Hint {
  readonly label: string;
  readonly position: { readonly line: number };
  readonly data: { readonly stale: boolean };
}
const hints = (client: Client, uri: string): Promise<Hint[]> =>
  client.request('textDocument/inlayHint', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
  });
const label = async (client: Client, uri: string, line: number): Promise<string> =>
  (await hints(client, uri))
    .filter((hint) => hint.position.line === line)
    .map((hint) => hint.label)
    .join(' ');
const indexLine = positionOf(spec, 'index integration').line;

describe('the language server', () => {
  it('computes what is opened, pushes problems with their version, and asks the editor to paint again', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    const numbers = await client.ready(uri, 1);
    expect(numbers).toMatchObject({ state: 'ready', cases: 40, version: 1 });
    await client.until((message) => message.method === 'workspace/inlayHint/refresh');
    expect(await label(client, uri, indexLine)).toMatch(/KMO|α/u);
    expect(client.stderr()).toBe('');
  });

  it('words values in the language of the editor, whichever editor it is', async () => {
    const { client, uri } = await start({ locale: 'zh-CN' });
    client.open(uri, spec);
    await client.ready(uri, 1);
    const all = await hints(client, uri);
    expect(all.map((hint) => hint.label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^40 行$/u), expect.stringMatching(/^均值 \d\.\d\d$/u)]),
    );
    const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', { textDocument: { uri } });
    expect([...new Set(lenses.map(({ command }) => command.title))]).toEqual(['预览', '运行', '打开报告']);
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: indexLine, character: 'index '.length },
    });
    expect(hover.contents.value).toMatch(/^\*\*指数\*\* `/u);
  });

  it('says of an empty file what it can become, and makes it that', async () => {
    const { client, project } = await start();
    const fresh = project.uri('fresh.study');
    client.open(fresh, '');
    expect((await client.diagnostics(fresh, 1)).map(({ severity }) => severity)).toEqual([3]);
    const lenses = await client.request<{ command: { command: string } }[]>('textDocument/codeLens', { textDocument: { uri: fresh } });
    expect(lenses.map(({ command }) => command.command)).toEqual(['studyspec.begin']);
    const start0 = { line: 0, character: 0 };
    const actions = await client.request<{ title: string; edit: { changes: Record<string, { newText: string }[]> } }[]>(
      'textDocument/codeAction',
      { textDocument: { uri: fresh }, range: { start: start0, end: start0 }, context: { diagnostics: [] } },
    );
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['A new study', 'A replication of study.study', 'A replication of elsewhere.study', 'A small example']),
    );
    expect(actions.find(({ title }) => title === 'A replication of study.study')!.edit.changes[fresh]![0]!.newText).toContain(
      'replicates "study.study"',
    );
    const offered = await client.request<{ items: { label: string }[] }>('textDocument/completion', {
      textDocument: { uri: fresh },
      position: start0,
    });
    expect(offered.items.map(({ label }) => label)).toContain('A replication of elsewhere.study');
  });

  it(
    'reports a wrong column with the nearest one as soon as the data are known, ' + 'and in UTF-16 units behind Chinese and emoji',
    async () => {
      const { client, uri } = await start();
      client.open(uri, spec);
      await client.ready(uri, 1);
      const edit = replacing(spec, '"Feels at home 🏠" zh "归属感"', '"Feels at home 🏠" zh "归属感" from 归属');
      const found = await client.diagnostics(uri, client.change(uri, [edit.change]));
      const problem = found.find((one) => one.message.includes('归属感'));
      expect(problem?.range).toEqual({ start: positionOf(edit.text, 'from 归属\n', 5), end: positionOf(edit.text, 'from 归属\n', 7) });
      expect(problem?.range.end.character).toBe('  indicator 归属感 "Feels at home 🏠" zh "归属感" from 归属'.length);
    },
  );

  it('keeps the numbers that stand while a line is broken, and takes up the text when it is whole', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    await client.ready(uri, 1);
    const before = await label(client, uri, indexLine);
    const broken = replacing(spec, 'marked by 归属感', 'marked by ');
    let version = client.change(uri, [broken.change]);
    expect((await client.ready(uri, version)).state).toBe('stale');
    expect(await label(client, uri, indexLine)).toBe(before);
    expect((await hints(client, uri)).find((hint) => hint.position.line === indexLine)?.data.stale).toBe(true);
    const mended = replacing(broken.text, 'marked by ', 'marked by talks');
    version = client.change(uri, [mended.change]);
    expect((await client.ready(uri, version)).state).toBe('ready');
  });

  it('recomputes nothing for a comment or a label', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    await client.ready(uri, 1);
    const edit = replacing(spec, '"Would stay"', '"Would stay for ever" // asked last');
    const version = client.change(uri, [edit.change]);
    await client.diagnostics(uri, version);
    await client.ready(uri, version);
    const states = client.messages
      .filter((message) => message.method === 'studyspec/numbers' && (message.params as { version: number }).version === version)
      .map((message) => (message.params as { state: string }).state);
    expect(states).toEqual(['ready']);
  });

  it('follows the data on disk when told, and when looked at without being told', async () => {
    const { client, project, uri } = await start();
    client.open(uri, spec);
    await client.ready(uri, 1);
    const before = await label(client, uri, indexLine);
    project.write('answers.csv', `${answers()}41,5,1,1,1,1,30\n42,1,5,5,1,2,31\n43,9,5,1,5,2,40\n`);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri('answers.csv'), type: 2 }] });
    const told = await client.until(
      (message) =>
        message.method === 'studyspec/numbers' &&
        (message.params as { cases: number; state: string }).cases === 43 &&
        (message.params as { state: string }).state === 'ready',
    );
    expect(told).toBeDefined();
    expect(await label(client, uri, indexLine)).not.toBe(before);
    const outside = await client.until(
      (message) =>
        message.method === 'textDocument/publishDiagnostics' &&
        (message.params as { diagnostics: Diagnostic[] }).diagnostics.some((one) => one.message.includes('9')),
    );
    expect(messagesOf((outside.params as { diagnostics: Diagnostic[] }).diagnostics).join('\n')).toMatch(/43/u);
    project.write('answers.csv', `${answers()}`);
    // Nobody tells; some request comes a little later, and the look around finds it.
    const cases = async (): Promise<number> => {
      await hints(client, uri);
      return (client.messages.filter((message) => message.method === 'studyspec/numbers').at(-1)!.params as { cases: number }).cases;
    };
    expect(await eventually(cases, (found) => found === 40)).toBe(40);
  });

  it('follows the replicated study on disk, and in the editor once it is open there', async () => {
    const { client, project, uri } = await start();
    const elsewhere = project.uri('elsewhere.study');
    client.open(elsewhere, replication);
    await client.ready(elsewhere, 1);
    project.write('study.study', spec.replace('by sex, age', 'by sex'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    const term = (): Promise<string> =>
      client.request<{ html: string }>('studyspec/preview', { uri: elsewhere, name: 'model' }).then(({ html }) => html);
    expect(await eventually(term, (html) => html !== '' && !html.includes('Age'))).not.toContain('Age');
    client.open(uri, spec);
    expect(await eventually(term, (html) => html.includes('Age'))).toContain('Age');
  });

  it('reads nothing beyond the texts it is given without trust, and everything with it', async () => {
    const { client, project, uri } = await start({ trusted: false });
    // Whoever opened this file would wait for ever: nobody writes into it.
    execFileSync('rm', [join(project.folder, 'answers.csv')]);
    execFileSync('mkfifo', [join(project.folder, 'answers.csv'), join(project.folder, 'absent.study')]);
    client.open(uri, spec.replace('marked by 归属感', 'marked by nobody'));
    const found = await client.diagnostics(uri, 1);
    expect(messagesOf(found).join('\n')).toContain('nobody');
    expect(found.every((one) => !one.message.includes('answers.csv'))).toBe(true);
    client.open(project.uri('other.study'), 'study "Other" replicates "absent.study"\n');
    expect(await client.diagnostics(project.uri('other.study'), 1)).toEqual([]);
    expect(await hints(client, uri)).toEqual([]);
    expect(await client.request('workspace/symbol', { query: '' })).toBeDefined();
    const lines = await client.request<readonly unknown[]>('textDocument/foldingRange', { textDocument: { uri } });
    expect(lines.length).toBeGreaterThan(3);
    expect(
      client.messages
        .filter((message) => message.method === 'studyspec/numbers')
        .map((message) => (message.params as { state: string }).state),
    ).toEqual(['none', 'none']);
    execFileSync('rm', [join(project.folder, 'answers.csv'), join(project.folder, 'absent.study')]);
    project.write('answers.csv', answers());
    client.change(uri, [replacing(spec.replace('marked by 归属感', 'marked by nobody'), 'marked by nobody', 'marked by stays').change]);
    client.notify('studyspec/trust', { trusted: true });
    expect((await client.ready(uri, 2)).state).not.toBe('stale');
    await client.until((message) => message.method === 'studyspec/numbers' && (message.params as { state: string }).state === 'ready');
    expect((await hints(client, uri)).length).toBeGreaterThan(0);
  });

  it('knows files by any way of writing their address, and documents that are no files', async () => {
    const { client, project } = await start({ folder: '社会 融入 50% #1' });
    const escaped = project.uri('study.study');
    const plain = `file://${project.folder}/study.study`.replace('%', '%25').replace('#', '%23');
    client.open(plain, spec);
    await client.ready(plain, 1);
    expect(
      await client.request('textDocument/hover', { textDocument: { uri: escaped }, position: positionOf(spec, 'keep 1') }),
    ).not.toBeNull();
    const untitled = 'untitled:Untitled-1';
    client.open(untitled, spec);
    expect((await client.ready(untitled, 1)).state).toBe('ready');
    const windows = 'file:///c%3A/Users/%E6%BD%98/study.study';
    client.open(windows, spec);
    const found = await client.diagnostics(windows, 1);
    expect(found).toBeDefined();
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: 'file:///C:/Users/潘/study.study' },
        position: positionOf(spec, 'keep 1'),
      }),
    ).not.toBeNull();
  });

  it('gives up requests that are cancelled, and answers by the text as it is when edits came in between', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    await client.ready(uri, 1);
    const asked = client.together(() => {
      const request = client.ask('textDocument/semanticTokens/full', { textDocument: { uri } });
      client.notify('$/cancelRequest', { id: request.id });
      return request;
    });
    expect((await asked.answer).error?.code).toBe(-32800);
    const late = client.together(() => {
      const request = client.ask('textDocument/documentSymbol', { textDocument: { uri } });
      client.change(uri, [replacing(spec, 'index integration', 'index belonging_index').change]);
      return request;
    });
    expect(JSON.stringify((await late.answer).result)).toContain('belonging_index');
  });

  it(
    'bears what is malformed: unknown methods, missing parameters, positions ' +
      'outside, documents ' +
      'that are not ' +
      'open, bytes ' +
      'that are no JSON',
    async () => {
      const { client, uri } = await start();
      client.open(uri, spec);
      const before = await client.diagnostics(uri, 1);
      for (const [method, params] of [
        ['textDocument/hover', undefined],
        ['textDocument/hover', {}],
        ['textDocument/hover', { textDocument: { uri: 7 }, position: null }],
        ['textDocument/completion', { textDocument: { uri } }],
        ['studyspec/preview', null],
        ['studyspec/preview', { uri: 3 }],
        ['no/such', {}],
        ['textDocument/rename', { textDocument: { uri }, position: { line: 0, character: 0 } }],
        ['textDocument/hover', { textDocument: { uri }, position: { line: -5, character: -1 } }],
        ['textDocument/inlayHint', { textDocument: { uri }, range: {} }],
        ['textDocument/hover', { textDocument: { uri }, position: { line: 1e9, character: 1e9 } }],
        ['textDocument/hover', { textDocument: { uri: 'file:///no/such.study' }, position: { line: 0, character: 0 } }],
        ['callHierarchy/incomingCalls', {}],
        ['workspace/executeCommand', { command: 'no.such' }],
        ['textDocument/selectionRange', { textDocument: { uri }, positions: [{ line: 99999, character: 3 }] }],
        ['textDocument/semanticTokens/full/delta', { textDocument: { uri }, previousResultId: 'x' }],
      ] as const)
        expect((await client.ask(method, params).answer).id).toBeDefined();
      for (const method of [
        'textDocument/didChange',
        'textDocument/didOpen',
        'textDocument/didClose',
        'workspace/didChangeWatchedFiles',
        'studyspec/trust',
        'textDocument/didSave',
      ])
        client.notify(method, undefined);
      client.notify('textDocument/didChange', {
        textDocument: { uri: 'file:///not/open.study', version: 2 },
        contentChanges: [{ text: 'x' }],
      });
      client.raw('Content-Length: 9\r\n\r\n{nothing}');
      expect(await client.request('textDocument/hover', { textDocument: { uri }, position: positionOf(spec, 'keep 1') })).not.toBeNull();
      const again = client.change(uri, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '// 😀\n' }]);
      expect(messagesOf(await client.diagnostics(uri, again))).toEqual(messagesOf(before));
    },
  );

  it('ends when told, and when its editor is gone', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    delete open.client;
    expect(await client.close()).toBe(0);
  });
});
