// Manuscripts in an editor, over the built server: between double braces it offers addresses with their values, says what stands there,
// and marks what no study has; of a manuscript that belongs to no study it says nothing.
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, positionOf, replacing, startClient, type Client, type Diagnostic, type Position, type Range } from './client.ts';
import { answers, makeProject, spec, type TestProject } from './project.ts';

let client: Client;
let project: TestProject;
beforeAll(async () => {
  project = makeProject();
  client = await startClient(pathToFileURL(project.folder).href);
}, 60_000);
afterAll(async () => {
  await client.close();
  project.remove();
}, 60_000);

const open = (name: string, text: string, languageId = 'markdown'): string => {
  const uri = project.uri(name);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  return uri;
};
/** Of a version that has some, or none, whenever they come. */
async function marked(uri: string, fits: (all: readonly Diagnostic[]) => boolean, later = false): Promise<readonly Diagnostic[]> {
  const message = await client.until(({ method, params }) => {
    const found = params as { uri?: string; diagnostics?: readonly Diagnostic[] } | undefined;
    return method === 'textDocument/publishDiagnostics' && found?.uri === uri && fits(found.diagnostics ?? []);
  }, later);
  return (message.params as { diagnostics: readonly Diagnostic[] }).diagnostics;
}
interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: { readonly value: string };
  readonly textEdit: { readonly range: Range; readonly newText: string };
}
const complete = async (uri: string, text: string, piece: string): Promise<readonly Item[]> =>
  (
    await client.request<{ items: Item[] }>('textDocument/completion', {
      textDocument: { uri },
      position: positionOf(text, piece, piece.length),
      context: { triggerKind: 1 },
    })
  ).items;
const hover = (uri: string, position: Position) =>
  client.request<{ contents: { value: string }; range: Range } | null>('textDocument/hover', { textDocument: { uri }, position });
/** The text with an item taken. */
function taken(text: string, { textEdit }: Item): string {
  const lines = text.split('\n');
  const at = ({ line, character }: Position): number => lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(0, at(textEdit.range.start)) + textEdit.newText + text.slice(at(textEdit.range.end));
}

const HEAD = '---\ntitle: Paper\nstudyspec: study.study\n---\n\n';

describe('a manuscript that names its study', () => {
  const text =
    `${HEAD}KMO {{ integration.kmo | apa }} and {{ integration.kmoo }}.\n\n{{ table:model }} {{ figure:nix }} {{ nonsense }}\n\n` +
    '`{{ integration.nix }}` {{ model.integration.beta(age) | apaa }} {{ integration.score("3") }}\n';
  let uri: string;
  let found: readonly Diagnostic[];
  beforeAll(async () => {
    uri = open('paper.md', text);
    found = await marked(uri, (all) => all.length > 0);
  }, 60_000);

  it('has what no study has marked, with what is near', () => {
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^nothing is at integration\.kmoo\. Did you mean integration\.kmo[,?]/u) as string,
      expect.stringMatching(/^the study has no one figure "nix"/u) as string,
      expect.stringMatching(/^"nonsense" is no address|^nothing is at nonsense/u) as string,
      expect.stringMatching(/"apaa".*Did you mean apa\?/u) as string,
    ]);
    expect(found[0]!.range).toEqual({ start: positionOf(text, 'integration.kmoo'), end: positionOf(text, 'integration.kmoo', 16) });
    expect(found[3]!.range.start).toEqual(positionOf(text, 'apaa'));
    // The study itself is not open, and shows nothing.
    expect(
      client.messages.some(
        ({ method, params }) => method === 'studyspec/numbers' && (params as { uri: string }).uri === project.uri('study.study'),
      ),
    ).toBe(false);
  });

  it('says what will stand there, and what it is', async () => {
    const said = await hover(uri, positionOf(text, 'kmo |'));
    expect(said!.contents.value).toMatch(/^\*\*\.\d\d\*\* from study\.study\n\n/u);
    expect(said!.contents.value).toContain('Kaiser');
    expect(said!.range.start).toEqual(positionOf(text, '{{ integration.kmo'));
    expect((await hover(uri, positionOf(text, 'integration.kmo | apa')))!.contents.value).toContain('Integration');
    expect((await hover(uri, positionOf(text, 'table:model')))!.contents.value).toContain('Table of the report of study.study');
    expect(await hover(uri, positionOf(text, 'KMO'))).toBeNull();
    expect(await hover(uri, positionOf(text, 'integration.nix'))).toBeNull();
  });

  it('follows the data and the study on disk', async () => {
    const before = (await hover(uri, positionOf(text, 'kmo |')))!.contents.value;
    project.write('answers.csv', answers(3));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri('answers.csv'), type: 2 }] });
    const said = async (): Promise<string> => (await hover(uri, positionOf(text, 'kmo |')))!.contents.value;
    expect(await eventually(said, (now) => now !== before && !now.includes('before the last change'))).not.toBe(before);
    project.write('study.study', spec.replace('index integration ', 'index belonging_together '));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri('study.study'), type: 2 }] });
    const all = await marked(uri, (list) => list.some(({ message }) => message.startsWith('nothing is at integration.kmo.')));
    expect(all.length).toBeGreaterThan(4);
    project.write('study.study', spec);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: project.uri('study.study'), type: 2 }] });
    await marked(uri, (list) => list.length === 4, true);
  });

  it('is marked anew with every edit, and not at all once it is closed', async () => {
    const { change } = replacing(text, 'integration.kmoo', 'integration.kmo');
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [change] });
    expect((await marked(uri, (all) => all.length === 3)).map(({ message }) => message).join()).not.toContain('kmoo');
    client.notify('textDocument/didClose', { textDocument: { uri } });
    await marked(uri, (all) => all.length === 0, true);
  });
});

it('an editor that can is asked for manuscripts, and for nothing but what is answered of them', async () => {
  const dynamic = { dynamicRegistration: true };
  const other = await startClient(pathToFileURL(project.folder).href, {
    capabilities: { textDocument: { synchronization: dynamic, completion: dynamic, hover: dynamic } },
  });
  const { params } = await other.until(({ method }) => method === 'client/registerCapability');
  const asked = (params as { registrations: { method: string; registerOptions: { documentSelector: { pattern: string }[] } }[] })
    .registrations;
  expect(asked.map(({ method }) => method.replace('textDocument/', ''))).toEqual([
    'didOpen',
    'didChange',
    'didClose',
    'completion',
    'hover',
  ]);
  for (const { registerOptions } of asked) expect(registerOptions.documentSelector[0]!.pattern).toContain('{md,');
  await other.close();
}, 60_000);

describe('completion between braces', () => {
  it('offers addresses with their values, parts of the report, and formats with what they give', async () => {
    const text =
      `${HEAD}{{ int }} {{ integration. }} {{ model.integration.beta( }} {{ integration.kmo | }} {{ table:mo }} {{\n\n` + '`{{ a.` out\n';
    const uri = open('completed.md', text);
    await eventually(
      () => complete(uri, text, '{{ integration.'),
      (items) => items.some(({ detail }) => /\d/u.test(detail ?? '')),
    );
    const names = await complete(uri, text, '{{ int');
    const integration = names.find(({ label }) => label === 'integration')!;
    expect(taken(text, integration)).toContain('{{ integration }} {{ integration. }}');
    expect(names.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['model', 'sample', 'table:model:coefficients', 'figure:integration:scree-plot']),
    );
    const numbers = await complete(uri, text, '{{ integration.');
    const kmo = numbers.find(({ label }) => label === 'kmo')!;
    expect(kmo.detail).toMatch(/^0\.\d{3}( |$)/u);
    expect(taken(text, kmo)).toContain('{{ integration.kmo }} {{ model');
    const terms = await complete(uri, text, 'beta(');
    expect(terms.find(({ label }) => label === 'age')!.detail).toMatch(/^-?\d\.\d+/u);
    const formats = await complete(uri, text, 'integration.kmo |');
    expect(formats.map(({ label }) => label)).toEqual(['apa', 'p', 'percent', '2', '3', 'percent 0', 'plain']);
    expect(formats[0]!.detail).toMatch(/^\.\d\d$/u);
    expect(taken(text, formats[0]!)).toContain('{{ integration.kmo | apa }}');
    const parts = await complete(uri, text, '{{ table:mo');
    expect(parts.every(({ label }) => /^(?:table|figure):/u.test(label))).toBe(true);
    expect(taken(text, parts.find(({ label }) => label === 'table:model:coefficients')!)).toContain('{{ table:model:coefficients }} {{\n');
    // Behind braces that are not closed yet; in code, and outside of braces, nothing.
    expect((await complete(uri, text, 'table:mo }} {{')).length).toBeGreaterThan(3);
    expect(await complete(uri, text, '`{{ a.')).toEqual([]);
    expect(await complete(uri, text, ' out')).toEqual([]);
    client.notify('textDocument/didClose', { textDocument: { uri } });
  }, 60_000);
});

describe('a manuscript of', () => {
  it('LaTeX names its study in a comment; Chinese is spoken where the editor speaks it', async () => {
    const chinese = await startClient(pathToFileURL(project.folder).href, { locale: 'zh-cn' });
    const uri = project.uri('a.tex');
    const text = '% studyspec: study.study\n$p$ {{ integration.kmoo }} \\textbf{{x}}\n';
    chinese.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'latex', version: 1, text } });
    const message = await chinese.until(({ method, params }) => {
      const all = (params as { diagnostics?: readonly Diagnostic[] } | undefined)?.diagnostics ?? [];
      return method === 'textDocument/publishDiagnostics' && all.length > 0;
    });
    const { diagnostics } = message.params as { diagnostics: readonly Diagnostic[] };
    expect(diagnostics.map((one) => one.message)).toEqual([
      expect.stringMatching(/^地址 `integration\.kmoo` 没有统计量。是否应为 `integration\.kmo`/u) as string,
    ]);
    await chinese.close();
  }, 60_000);

  it('no study, in a folder of several, has nothing said of it; nor has what other programs write in one that names none', async () => {
    const none = open('readme.md', '{{ integration.kmo }} {{ page.title }}\n');
    expect(await hover(none, { line: 0, character: 6 })).toBeNull();
    expect(await complete(none, '{{ integration.kmo', '{{ integration.')).toEqual([]);
    // It is called as one of the studies is: that one is meant, by addresses only.
    const beside = open('study.qmd', '{{ integration.kmoo }} {{ title }}\n', 'quarto');
    const all = await marked(beside, (list) => list.length > 0);
    expect(all.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^nothing is at integration\.kmoo\. Did you mean integration\.kmo[,?]/u) as string,
    ]);
    expect(
      client.messages.some(
        ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri === none,
      ),
    ).toBe(false);
    for (const uri of [none, beside]) client.notify('textDocument/didClose', { textDocument: { uri } });
  }, 60_000);

  it('an open study rests on the text as it is typed', async () => {
    const study = project.uri('study.study');
    client.open(study, spec);
    await client.ready(study, 1);
    const uri = open('live.md', `${HEAD}{{ integration.kmo }}\n{{ belonging.alpha }}\n`);
    const { change } = replacing(spec, 'index integration ', 'index settled ');
    client.change(study, [change]);
    await marked(uri, (all) => all.length === 1);
    // Closed, it is followed on disk: its numbers stay until those are there, and at no moment is nothing said.
    const told = marked(uri, (all) => all.length === 0, true);
    const between = client.together(() => {
      client.notify('textDocument/didClose', { textDocument: { uri: study } });
      return hover(uri, { line: 6, character: 6 });
    });
    expect((await between)?.contents.value).toMatch(/^\*\*0\.\d{3}\*\*/u);
    await told;
    expect((await hover(uri, { line: 5, character: 18 }))!.contents.value).toMatch(/^\*\*0\.\d{3}\*\*/u);
  }, 60_000);
});
