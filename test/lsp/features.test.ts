// Every feature through the built server: that it is offered, asked and answered in the protocol's terms. What each finds is tested in
// dsl/src/ide.
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { positionOf, startClient, type Client, type Position, type Range } from './client.ts';
import { makeProject, replication, spec, type TestProject } from './project.ts';

let client: Client;
let project: TestProject;
let uri = '';
let elsewhere = '';
beforeAll(async () => {
  project = makeProject();
  client = await startClient(pathToFileURL(project.folder).href);
  uri = project.uri('study.study');
  elsewhere = project.uri('elsewhere.study');
  client.open(uri, spec);
  await client.ready(uri, 1);
}, 60_000);
afterAll(async () => {
  await client.close();
  project.remove();
}, 60_000);

const document = (): { readonly uri: string } => ({ uri });
const at = (piece: string, shift = 0): { readonly textDocument: { readonly uri: string }; readonly position: Position } => ({
  textDocument: document(),
  position: positionOf(spec, piece, shift),
});
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
interface Edit {
  readonly range: Range;
  readonly newText: string;
}
/** A text with edits applied, the last first. */
function apply(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((so, edit) => so.slice(0, offset(edit.range.start)) + edit.newText + so.slice(offset(edit.range.end)), text);
}

describe('features over the protocol', () => {
  it('hover', async () => {
    const hover = await client.request<{ contents: { kind: string; value: string }; range: Range }>(
      'textDocument/hover',
      at('归属感 "Feels'),
    );
    expect(hover.contents.kind).toBe('markdown');
    expect(hover.contents.value).toContain('Feels at home 🏠');
    expect(hover.range).toEqual({ start: positionOf(spec, '归属感 "Feels'), end: positionOf(spec, '归属感 "Feels', 3) });
  });

  it('completion', async () => {
    const list = await client.request<{ items: { label: string; textEdit: Edit }[] }>(
      'textDocument/completion',
      at('marked by 归属感', 'marked by '.length),
    );
    expect(list.items.map((item) => item.label)).toEqual(expect.arrayContaining(['归属感', 'stays', 'talks', 'helps']));
    expect(list.items[0]?.textEdit.range.start.line).toBe(positionOf(spec, 'marked by').line);
  });

  it('completion of databases and of what stands beside their tables', async () => {
    const typed = project.uri('typed-engine.study');
    const lines = ['study "A"', 'data ', 'data duckdb "r.duckdb" {', '  ', '}', ''];
    client.open(typed, lines.join('\n'));
    const offered = async (line: number): Promise<string[]> =>
      (
        await client.request<{ items: { label: string }[] }>('textDocument/completion', {
          textDocument: { uri: typed },
          position: { line, character: lines[line]!.length },
        })
      ).items.map(({ label }) => label);
    expect(await offered(1)).toEqual(['postgres', 'clickhouse', 'duckdb']);
    expect((await offered(3)).sort()).toEqual(['missing', 'out of range', 'table', 'text', 'where']);
  });

  it('completion that nobody asked for: gone with the whole word, there again for whoever asks a second time', async () => {
    interface List {
      readonly isIncomplete: boolean;
      readonly items: { readonly label: string; readonly filterText: string; readonly commitCharacters?: unknown }[];
    }
    const typed = project.uri('typed.study');
    const line = positionOf(spec, '  keep 1').line + 1;
    client.open(typed, spec.replace('  keep 1\n', '  keep 1\n  rotate \n'));
    let character = '  rotate '.length;
    const type = (text: string): void => {
      client.change(typed, [{ range: { start: { line, character }, end: { line, character } }, text }]);
      character += text.length;
    };
    const asked = (context: object): Promise<List> =>
      client.request<List>('textDocument/completion', { textDocument: { uri: typed }, position: { line, character }, context });
    type('v');
    const first = await asked({ triggerKind: 1 });
    expect(first.items.map(({ label, filterText }) => [label, filterText])).toEqual([
      ['varimax', 'varimax'],
      ['varimax raw', 'varimax'],
    ]);
    // It is asked for again with every letter, and no character but Tab and Enter takes anything.
    expect(first.isIncomplete).toBe(true);
    expect(first.items.some((item) => item.commitCharacters !== undefined)).toBe(false);
    type('arima');
    expect((await asked({ triggerKind: 3 })).items).toHaveLength(2);
    type('x');
    expect((await asked({ triggerKind: 3 })).items).toEqual([]);
    const second = await asked({ triggerKind: 1 });
    expect(second.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['varimax', 'none']));
    expect(second.isIncomplete).toBe(false);
    type(' ');
    expect((await asked({ triggerKind: 2, triggerCharacter: ' ' })).items).toEqual([]);
    expect((await asked({ triggerKind: 1 })).items.map(({ label }) => label)).toContain('raw');
    client.notify('textDocument/didClose', { textDocument: { uri: typed } });
  });

  it('inlay hints, within the range asked for', async () => {
    const hints = await client.request<{ label: string; position: Position }[]>('textDocument/inlayHint', {
      textDocument: document(),
      range: everything,
    });
    expect(hints.length).toBeGreaterThan(5);
    const line = positionOf(spec, 'index integration').line;
    const some = await client.request<{ position: Position }[]>('textDocument/inlayHint', {
      textDocument: document(),
      range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
    });
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((hint) => hint.position.line === line)).toBe(true);
  });

  it('code lenses, with the address and the name as arguments', async () => {
    const lenses = await client.request<{ command: { title: string; command: string; arguments: [string, string | null] } }[]>(
      'textDocument/codeLens',
      { textDocument: document() },
    );
    expect(lenses.map((lens) => lens.command)).toContainEqual({
      title: 'Preview',
      command: 'studyspec.preview',
      arguments: [uri, 'integration'],
    });
  });

  it('definition, references and highlights', async () => {
    const places = await client.request<{ uri: string; range: Range }[]>(
      'textDocument/definition',
      at('explain integration', 'explain '.length),
    );
    expect(places).toEqual([
      { uri, range: { start: positionOf(spec, 'index integration', 6), end: positionOf(spec, 'index integration', 17) } },
    ]);
    const uses = await client.request<{ uri: string }[]>('textDocument/references', {
      ...at('index integration', 6),
      context: { includeDeclaration: true },
    });
    expect(uses.length).toBe(3);
    const marks = await client.request<{ kind: number }[]>('textDocument/documentHighlight', at('index integration', 6));
    expect(marks.map((mark) => mark.kind).sort()).toEqual([2, 2, 3]);
  });

  it('rename across two files, one of them not open', async () => {
    project.write('elsewhere.study', `${replication}\nregression model { by sex, age, talks }\n`);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: elsewhere, type: 2 }] });
    expect(await client.request('textDocument/prepareRename', at('talks "Talks'))).toMatchObject({ placeholder: 'talks' });
    const edit = await client.request<{ changes: Record<string, Edit[]> }>('textDocument/rename', {
      ...at('talks "Talks'),
      newName: '邻里',
    });
    expect(Object.keys(edit.changes).sort()).toEqual([elsewhere, uri].sort());
    expect(apply(`${replication}\nregression model { by sex, age, talks }\n`, edit.changes[elsewhere]!)).toContain('by sex, age, 邻里');
    expect(apply(spec, edit.changes[uri]!)).toContain('indicator 邻里 ');
    const refused = await client.ask('textDocument/rename', { ...at('talks "Talks'), newName: 'stays' }).answer;
    expect(refused.error?.message).toMatch(/stays/u);
  });

  it('symbols of the document and of the workspace', async () => {
    const symbols = await client.request<{ name: string; children: { name: string }[] }[]>('textDocument/documentSymbol', {
      textDocument: document(),
    });
    expect(symbols.find((symbol) => symbol.name === 'belonging')?.children.map((child) => child.name)).toEqual([
      '归属感',
      'stays',
      'talks',
      'helps',
    ]);
    const found = await client.request<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: '归属' });
    expect(found.map((symbol) => [symbol.name, symbol.location.uri])).toContainEqual(['归属感', uri]);
  });

  it('folding, selection ranges, links', async () => {
    const folds = await client.request<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', { textDocument: document() });
    expect(folds).toContainEqual(
      expect.objectContaining({ startLine: positionOf(spec, 'dimension').line, endLine: positionOf(spec, 'indicator helps').line + 1 }),
    );
    const [selection] = await client.request<{ range: Range; parent: { range: Range } }[]>('textDocument/selectionRange', {
      textDocument: document(),
      positions: [positionOf(spec, 'keep 1', 5)],
    });
    expect(selection?.range.start.line).toBe(positionOf(spec, 'keep 1').line);
    expect(selection?.parent.range).toBeDefined();
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument: document() });
    expect(links.map((link) => link.target)).toContain(project.uri('answers.csv'));
  });

  it('semantic tokens: full, range, and what changed', async () => {
    const full = await client.request<{ resultId: string; data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: document(),
    });
    expect(full.data.length % 5).toBe(0);
    expect(full.data.length).toBeGreaterThan(100);
    const part = await client.request<{ data: number[] }>('textDocument/semanticTokens/range', {
      textDocument: document(),
      range: { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } },
    });
    expect(part.data).toEqual(full.data.slice(0, part.data.length));
    const delta = await client.request<{ edits: unknown[] }>('textDocument/semanticTokens/full/delta', {
      textDocument: document(),
      previousResultId: full.resultId,
    });
    expect(delta.edits).toEqual([]);
  });

  it('formatting: document, range, on type', async () => {
    const messy = project.uri('messy.study');
    const text = 'study "M"\nblock  b   of a,b\nnumber a\nnumber   b\ncategory c {\nx=1\n}\n';
    client.open(messy, text);
    const edits = await client.request<Edit[]>('textDocument/formatting', {
      textDocument: { uri: messy },
      options: { tabSize: 2, insertSpaces: true },
    });
    expect(apply(text, edits)).toContain('block b of a, b');
    expect(apply(text, edits)).toContain('  x = 1');
    const range = await client.request<Edit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: messy },
      range: { start: { line: 4, character: 0 }, end: { line: 6, character: 1 } },
      options: {},
    });
    expect(apply(text, range)).toContain('  x = 1');
    expect(apply(text, range)).toContain('number   b');
    const typed = await client.request<Edit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri: messy },
      position: { line: 6, character: 1 },
      ch: '}',
      options: {},
    });
    expect(apply(text, typed)).toContain('  x = 1');
    client.notify('textDocument/didClose', { textDocument: { uri: messy } });
  });

  it('signature help', async () => {
    const claims = project.uri('claims.study');
    const text = `${spec}\nhypothesis h { model.integration.beta() > 0 }\n`;
    client.open(claims, text);
    const help = await client.request<{ signatures: { label: string }[] }>('textDocument/signatureHelp', {
      textDocument: { uri: claims },
      position: positionOf(text, 'beta(', 5),
    });
    expect(help.signatures[0]?.label).toContain('beta(');
    client.notify('textDocument/didClose', { textDocument: { uri: claims } });
  });

  it('quick fixes: a wrong column gets the nearest', async () => {
    const wrong = project.uri('wrong.study');
    const text = spec.replace('indicator stays "Would stay"', 'indicator stays "Would stay" from stay');
    client.open(wrong, text);
    await client.until(
      (message) =>
        message.method === 'textDocument/publishDiagnostics' &&
        (message.params as { uri: string; diagnostics: { message: string }[] }).uri === wrong &&
        (message.params as { diagnostics: { message: string }[] }).diagnostics.some((one) => one.message.includes('"stays"')),
    );
    const actions = await client.request<
      { title: string; kind: string; isPreferred?: boolean; edit: { changes: Record<string, Edit[]> } }[]
    >('textDocument/codeAction', {
      textDocument: { uri: wrong },
      range: { start: positionOf(text, 'from stay'), end: positionOf(text, 'from stay', 9) },
      context: { diagnostics: [] },
    });
    const fix = actions.find((action) => action.kind === 'quickfix' && action.edit.changes[wrong] !== undefined);
    expect(fix).toBeDefined();
    expect(apply(text, fix!.edit.changes[wrong]!)).toMatch(/from stays\n/u);
    client.notify('textDocument/didClose', { textDocument: { uri: wrong } });
  });

  it('call hierarchy of replicates', async () => {
    const [item] = await client.request<{ name: string; uri: string }[]>('textDocument/prepareCallHierarchy', at('study "Belonging'));
    expect(item?.name).toBe('Belonging 🏘️ in new homes');
    const incoming = await client.request<{ from: { uri: string } }[]>('callHierarchy/incomingCalls', { item });
    expect(incoming.map((call) => call.from.uri)).toEqual([elsewhere]);
    const outgoing = await client.request<{ to: { uri: string } }[]>('callHierarchy/outgoingCalls', { item: incoming[0]!.from });
    expect(outgoing.map((call) => call.to.uri)).toEqual([uri]);
  });

  it('preview and table of the declaration at a position or by name', async () => {
    const preview = await client.request<{ name: string; title: string; html: string; stale: boolean; version: number }>(
      'studyspec/preview',
      { uri, position: positionOf(spec, 'keep 1') },
    );
    expect(preview).toMatchObject({ name: 'integration', title: 'Integration', stale: false, version: 1 });
    expect(preview.html).toContain('<svg');
    expect(preview.html).toContain('<table');
    expect(preview.html).not.toMatch(/<script|<html|https?:\/\/(?!www\.w3\.org)/u);
    const table = await client.request<{ html: string }>('studyspec/table', { uri, name: 'model' });
    expect(table.html).toMatch(/^<table>/u);
    expect(table.html).not.toContain('<svg');
    expect(await client.request('studyspec/preview', { uri: 'file:///not/open.study', name: null })).toBeNull();
  });

  it('commands of the server: the whole report, and everything computed again', async () => {
    const report = await client.request<{ html: string }>('workspace/executeCommand', {
      command: 'studyspec.server.report',
      arguments: [uri],
    });
    expect(report.html).toMatch(/^<!doctype html>/iu);
    const again = client.until(
      (message) =>
        message.method === 'studyspec/numbers' &&
        (message.params as { state: string; uri: string }).state === 'ready' &&
        (message.params as { uri: string }).uri === uri,
      true,
    );
    expect(await client.request('workspace/executeCommand', { command: 'studyspec.server.recompute', arguments: [uri] })).toBeNull();
    expect((await again).params).toMatchObject({ cases: 40 });
  });
});
