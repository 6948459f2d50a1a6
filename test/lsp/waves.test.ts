// A large file in the editor, over the server's pipes: its numbers arrive in waves, the cheap ones first; what is being done is told as
// work-done progress, which can be ended. Small files have one message (server.test.ts).
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { positionOf, replacing, startClient, type Client, type Message } from './client.ts';
import { answers, makeProject, spec, type TestProject } from './project.ts';

/** More than are computed in one go, and enough that somebody waits. */
const ROWS = 600_000;
let project: TestProject;
beforeAll(() => {
  project = makeProject();
  const [head, ...rows] = answers().trimEnd().split('\n');
  const cells = rows.map((row) => row.slice(row.indexOf(',')));
  project.write('answers.csv', `${head}\n${Array.from({ length: ROWS }, (_, at) => `${at + 1}${cells[at % cells.length]}`).join('\n')}\n`);
});
afterAll(() => {
  project.remove();
});

interface Told {
  readonly uri: string;
  readonly version: number;
  readonly state: string;
  readonly standing: { readonly kind: string };
}
const numbers = ({ method, params }: Message): Told | null => (method === 'studyspec/numbers' ? (params as Told) : null);
async function start(): Promise<{ client: Client; uri: string }> {
  const client = await startClient(pathToFileURL(project.folder).href, { patience: 0 });
  const uri = project.uri('study.study');
  client.open(uri, spec);
  return { client, uri };
}
/** The values shown at the line of a piece of the text. */
async function shown(client: Client, uri: string, piece: string, text = spec): Promise<string> {
  const hints = await client.request<{ label: string; position: { line: number } }[]>('textDocument/inlayHint', {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
  });
  return hints
    .filter(({ position }) => position.line === positionOf(text, piece).line)
    .map(({ label }) => label)
    .join(' ');
}
interface Progress {
  readonly token: number | string;
  readonly value: { readonly kind: string; readonly cancellable?: boolean; readonly message?: string };
}
const progressOf = ({ method, params }: Message, kind: string): Progress | null =>
  method === '$/progress' && (params as Progress).value.kind === kind ? (params as Progress) : null;

describe('a large file', () => {
  it('has the numbers of its items before those of its regressions; while an edit is computed, those of the text before stay', async () => {
    const { client, uri } = await start();
    const first = client.until(
      (message) => message.method === 'workspace/inlayHint/refresh' && client.messages.some((one) => numbers(one)?.state === 'computing'),
    );
    await first;
    let items = '';
    // Between the first wave and the last one: what is there is shown, and nothing is said of the rest.
    for (;;) {
      items = await shown(client, uri, 'indicator stays');
      if (/\d\.\d/u.test(items)) break;
      await client.until((message) => numbers(message) !== null || message.method === 'workspace/inlayHint/refresh', true);
    }
    const then = client.messages.findLast((one) => numbers(one) !== null)!;
    expect(numbers(then)!.state).toBe('computing');
    expect(await shown(client, uri, 'regression model')).toBe('');
    expect((await client.ready(uri, 1)).state).toBe('ready');
    expect(await shown(client, uri, 'indicator stays')).toBe(items);
    const model = await shown(client, uri, 'regression model');
    expect(model).toMatch(/R²/u);
    // An edit: until its own are there, those of the text before stand.
    const edit = replacing(spec, 'keep 1', 'keep 2');
    const version = client.change(uri, [edit.change]);
    await client.diagnostics(uri, version);
    expect(await shown(client, uri, 'regression model', edit.text)).toBe(model);
    expect((await client.ready(uri, version)).state).toBe('ready');
    // The waves add up to what one go gives.
    const other = await startClient(pathToFileURL(project.folder).href);
    other.open(uri, edit.text);
    await other.ready(uri, 1);
    const html = (one: Client): Promise<string> =>
      one.request<{ html: string }>('studyspec/preview', { uri, name: 'model' }).then((found) => found.html);
    expect(await html(client)).toBe(await html(other));
    await other.close();
    const said = client.messages.flatMap((message) => progressOf(message, 'report')?.value.message ?? []);
    expect(said.length).toBeGreaterThan(0);
    for (const one of said)
      expect(one).toMatch(/^(?:Reading|Coding|Computing|Describing|Counting|Holding|Auditing) .*, \d+ %(?:, about \d+ (?:s|min) left)?$/u);
    expect(client.stderr()).toBe('');
    await client.close();
  }, 120_000);

  it('tells what is being done, and ends it when asked; what was ended is computed when somebody asks for it', async () => {
    const { client, uri } = await start();
    const begun = await client.until((message) => progressOf(message, 'begin') !== null);
    const { token, value } = progressOf(begun, 'begin')!;
    expect(value).toMatchObject({ cancellable: true, message: 'study.study' });
    client.notify('window/workDoneProgress/cancel', { token });
    await client.until((message) => numbers(message)?.standing.kind === 'halted');
    await client.until((message) => progressOf(message, 'end')?.token === token);
    // Nothing of the text asks for other numbers; then somebody does.
    const version = client.change(uri, [replacing(spec, '"Would stay"', '"Would stay here"').change]);
    expect((await client.ready(uri, version)).state).toBe('none');
    await client.request('workspace/executeCommand', { command: 'studyspec.server.recompute', arguments: [uri] });
    await client.until((message) => numbers(message)?.version === version && numbers(message)?.standing.kind === 'current');
    await client.close();
  }, 120_000);

  it('is given up in the middle of a long piece when the text is edited, and what was read and computed before is kept', async () => {
    const client = await startClient(pathToFileURL(project.folder).href, { patience: 0 });
    const uri = project.uri('study.study');
    // Samples of 600,000 rows: some ten minutes.
    const long = replacing(spec, '  by sex, age\n', '  by sex, age\n  errors bootstrap 50000\n').text;
    client.open(uri, long);
    const said = (): readonly string[] => client.messages.flatMap((message) => progressOf(message, 'report')?.value.message ?? []);
    await client.until((message) => progressOf(message, 'report')?.value.message?.startsWith('Computing the regression model') === true);
    // Far enough into it that it is no step before it that gives way.
    await client.until(
      (message) => progressOf(message, 'report')?.value.message?.startsWith('Computing the regression model') === true,
      true,
    );
    const told = said().length;
    const begun = performance.now();
    const edit = replacing(long, '  errors bootstrap 50000\n', '');
    const version = client.change(uri, [edit.change]);
    expect((await client.ready(uri, version)).state).toBe('ready');
    const took = performance.now() - begun;
    expect(await shown(client, uri, 'regression model', edit.text)).toMatch(/R²/u);
    expect(
      said()
        .slice(told)
        .filter((one) => one.startsWith('Reading')),
    ).toEqual([]);
    // Whoever does not listen is replaced after three seconds, and reads the file again.
    expect(took).toBeLessThan(3000);
    await client.close();
  }, 120_000);
});
