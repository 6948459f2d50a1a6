// When problems are shown while somebody types: over the pipes of the built server, whose second is as long as a test says.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { positionOf, replacing, startClient, type Client, type Diagnostic, type Position } from './client.ts';
import { makeProject, spec, type TestProject } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** No test lasts so long: as for somebody who types without a pause. */
const NEVER = 3_600_000;
const open: { client?: Client; project?: TestProject; folder?: string } = {};
afterEach(async () => {
  await open.client?.close();
  open.project?.remove();
  if (open.folder !== undefined) rmSync(open.folder, { recursive: true, force: true });
  for (const key of Object.keys(open) as (keyof typeof open)[]) delete open[key];
}, 60_000);

async function start(quiet?: number): Promise<{ client: Client; uri: string }> {
  const project = (open.project = makeProject());
  const client = (open.client = await startClient(pathToFileURL(project.folder).href, quiet === undefined ? {} : { quiet }));
  const uri = project.uri('study.study');
  client.open(uri, spec);
  await client.ready(uri, 1);
  return { client, uri };
}

/** What is shown in a file now. */
const shownIn = (client: Client, uri: string): readonly Diagnostic[] =>
  (
    client.messages.findLast(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && (params as { readonly uri: string }).uri === uri,
    )!.params as { readonly diagnostics: readonly Diagnostic[] }
  ).diagnostics;
const errorsOf = (all: readonly Diagnostic[]): string[] =>
  all.filter(({ severity }) => severity === 1).map(({ code, range }) => `${code} in line ${range.start.line}`);
/** What is shown next with this many errors. */
const shows = (client: Client, uri: string, count: number): Promise<unknown> =>
  client.until(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' &&
      (params as { uri: string }).uri === uri &&
      errorsOf((params as { diagnostics: Diagnostic[] }).diagnostics).length === count,
    true,
  );

/** Types a text sign by sign; how many signs there were, and behind how many something was shown in the file. */
async function typed(
  client: Client,
  uri: string,
  text: string,
): Promise<{ readonly keys: number; readonly red: number; readonly any: number }> {
  client.open(uri, '');
  const counts = { keys: 0, red: 0, any: 0 };
  const at = { line: 0, character: 0 };
  for (const sign of text) {
    const version = client.change(uri, [{ range: { start: { ...at }, end: { ...at } }, text: sign }]);
    if (sign === '\n') {
      at.line += 1;
      at.character = 0;
    } else at.character += sign.length;
    await client.diagnostics(uri, version);
    const shown = shownIn(client, uri);
    counts.keys += 1;
    if (shown.length > 0) counts.any += 1;
    if (errorsOf(shown).length > 0) counts.red += 1;
  }
  return counts;
}

describe('a study that is right, typed without a pause', () => {
  /** Rows of printed tables are alike: two of each will do. */
  const thinned = (text: string): string => text.replaceAll(/(?<=\{\n {4}columns .*\n(?: {4}.*\n){2})(?: {4}\S.*\n)+/gu, '');
  /** Indices before what they are made of. */
  const upsideDown = (text: string): string => {
    const parts = text.split(/\n(?=\w)/u);
    return [...parts.slice(0, 2), ...parts.slice(2).reverse()].join('\n');
  };
  const anshun = readFileSync(join(root, 'examples/anshun/anshun.study'), 'utf8');
  it.each([
    ['the example', thinned(anshun)],
    ['one with a line of every kind', readFileSync(join(root, 'test/workbench/lines.study'), 'utf8')],
    ['one whose names are used before they are declared', upsideDown(spec.replace('answers.csv', 'anshun_2020_raw.csv'))],
  ])(
    'shows something on at most a tenth of the keys: %s',
    async (_, text) => {
      const folder = (open.folder = mkdtempSync(join(tmpdir(), 'studyspec-calm-')));
      cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
      const client = (open.client = await startClient(pathToFileURL(folder).href, { quiet: NEVER }));
      const { keys, red, any } = await typed(client, pathToFileURL(join(folder, 'typed.study')).href, text);
      expect(keys).toBe([...text].length);
      expect(red / keys).toBeLessThanOrEqual(0.1);
      expect(any / keys).toBeLessThanOrEqual(0.1);
    },
    600_000,
  );
});

describe('what is wrong', () => {
  const wrong = replacing(spec, 'of belonging\n', 'of belongin\n');
  const elsewhere = (
    text: string,
  ): {
    readonly change: { readonly range: { readonly start: Position; readonly end: Position }; readonly text: string };
    readonly text: string;
  } => replacing(text, 'number age "Age"', 'number age "Years"');

  it('is shown when the file is opened', async () => {
    const { client } = await start(NEVER);
    const other = open.project!.uri('wrong.study');
    client.open(other, wrong.text);
    expect(errorsOf(await client.diagnostics(other, 1))).toHaveLength(1);
  });

  it('is not shown on the entry under way, and is as soon as another one is edited', async () => {
    const { client, uri } = await start(NEVER);
    expect(errorsOf(await client.diagnostics(uri, client.change(uri, [wrong.change])))).toEqual([]);
    expect(errorsOf(await client.diagnostics(uri, client.change(uri, [elsewhere(wrong.text).change])))).toEqual([
      `SS201 in line ${positionOf(wrong.text, 'of belongin').line}`,
    ]);
  });

  it('stays where it was seen, though its lines move, while something else is typed', async () => {
    const { client, uri } = await start(NEVER);
    await client.diagnostics(uri, client.change(uri, [wrong.change]));
    await client.diagnostics(uri, client.change(uri, [elsewhere(wrong.text).change]));
    const above = { line: 0, character: 0 };
    const shown = await client.diagnostics(uri, client.change(uri, [{ range: { start: above, end: above }, text: '// begun\n' }]));
    expect(errorsOf(shown)).toEqual([`SS201 in line ${positionOf(wrong.text, 'of belongin').line + 1}`]);
    // Somebody mends it: nothing is said of half a word.
    const end = { line: positionOf(wrong.text, 'of belongin').line + 1, character: '  of belongin'.length };
    expect(
      errorsOf(
        await client.diagnostics(uri, client.change(uri, [{ range: { start: { ...end, character: end.character - 1 }, end }, text: '' }])),
      ),
    ).toEqual([]);
  });

  it('is shown after a while without an edit', async () => {
    const { client, uri } = await start(40);
    const shown = shows(client, uri, 1);
    client.change(uri, [wrong.change]);
    await shown;
    // Typed on, it is gone again, and there again.
    const [gone, again] = [shows(client, uri, 0), shows(client, uri, 1)];
    const end = positionOf(wrong.text, 'of belongin', 'of belongin'.length);
    client.change(uri, [{ range: { start: end, end }, text: 'x' }]);
    await gone;
    await again;
  });

  it('is shown when the file is saved, and when an editor tells that the caret has left', async () => {
    const { client, uri } = await start(NEVER);
    await client.diagnostics(uri, client.change(uri, [wrong.change]));
    const saved = shows(client, uri, 1);
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await saved;
    const end = positionOf(wrong.text, 'of belongin', 'of belongin'.length);
    const hidden = client.change(uri, [{ range: { start: end, end }, text: 'x' }]);
    expect(errorsOf(await client.diagnostics(uri, hidden))).toEqual([]);
    client.notify('studyspec/caret', { uri, position: end });
    client.notify('studyspec/caret', null);
    await client.request('textDocument/hover', { textDocument: { uri }, position: end });
    expect(errorsOf(shownIn(client, uri))).toEqual([]);
    const left = shows(client, uri, 1);
    client.notify('studyspec/caret', { uri, position: positionOf(wrong.text, 'regression model') });
    await left;
  });

  it('counts in the status as far as it is shown', async () => {
    const { client, uri } = await start(NEVER);
    const version = client.change(uri, [wrong.change]);
    expect(await client.ready(uri, version)).toMatchObject({ counts: { error: 0 } });
    const saved = client.until(
      ({ method, params }) => method === 'studyspec/numbers' && (params as { counts: { error: number } }).counts.error === 1,
      true,
    );
    client.notify('textDocument/didSave', { textDocument: { uri } });
    await saved;
  });
});
