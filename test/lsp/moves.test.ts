// Files that are renamed in an editor, over the server's pipes: before they move, the editor is told what to write in the specs that name
// them.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { positionOf, startClient, type Client, type Range } from './client.ts';
import { makeProject, replication, spec, type TestProject } from './project.ts';

const open: { client?: Client; project?: TestProject } = {};
afterEach(async () => {
  await open.client?.close();
  open.project?.remove();
  delete open.client;
  delete open.project;
}, 60_000);

type Changes = Readonly<Record<string, readonly { readonly range: Range; readonly newText: string }[]>>;
const will = async (client: Client, ...files: readonly (readonly [string, string])[]): Promise<Changes | null> =>
  (
    await client.request<{ changes: Changes } | null>('workspace/willRenameFiles', {
      files: files.map(([oldUri, newUri]) => ({ oldUri, newUri })),
    })
  )?.changes ?? null;
const rangeOf = (text: string, piece: string): Range => ({ start: positionOf(text, piece), end: positionOf(text, piece, piece.length) });

async function start(): Promise<{ client: Client; project: TestProject; uri: string; elsewhere: string }> {
  const project = (open.project = makeProject('社会 融入'));
  const client = (open.client = await startClient(pathToFileURL(project.folder).href));
  return { client, project, uri: project.uri('study.study'), elsewhere: project.uri('elsewhere.study') };
}

describe('renaming files', () => {
  it('data: in the study that is open and in those that are not', async () => {
    const { client, project, uri, elsewhere } = await start();
    client.open(uri, spec);
    const changes = await will(client, [project.uri('answers.csv'), project.uri('第二轮.csv')]);
    expect(changes).toEqual({
      [uri]: [{ range: rangeOf(spec, 'answers.csv'), newText: '第二轮.csv' }],
      [elsewhere]: [{ range: rangeOf(replication, 'answers.csv'), newText: '第二轮.csv' }],
    });
    // The edit and the move done, the study has its numbers.
    await client.ready(uri, 1);
    const version = client.change(uri, [{ range: changes![uri]![0]!.range, text: '第二轮.csv' }]);
    renameSync(join(project.folder, 'answers.csv'), join(project.folder, '第二轮.csv'));
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: project.uri('answers.csv'), type: 3 },
        { uri: project.uri('第二轮.csv'), type: 1 },
      ],
    });
    await client.until(({ method, params }) => {
      const found = params as { uri?: string; version?: number; state?: string } | undefined;
      return method === 'studyspec/numbers' && found?.uri === uri && found.version === version && found.state === 'ready';
    });
  });

  it('a study, in those that replicate it', async () => {
    const { client, project, uri, elsewhere } = await start();
    expect(await will(client, [uri, project.uri('first.study')])).toEqual({
      [elsewhere]: [{ range: rangeOf(replication, 'study.study'), newText: 'first.study' }],
    });
  });

  it('a folder, whatever is in it, and a study that moves into one', async () => {
    const { client, project, uri } = await start();
    mkdirSync(join(project.folder, 'data'));
    const joined = spec.replace('"answers.csv" {', '"data/answers.csv" {\n  join "data/places.csv" on id');
    writeFileSync(join(project.folder, 'joined.study'), joined);
    client.open(uri, spec);
    const one = project.uri('joined.study');
    client.open(one, joined);
    await client.diagnostics(one, 1);
    expect(await will(client, [project.uri('data'), project.uri('input')])).toEqual({
      [one]: [
        { range: rangeOf(joined, 'data/answers.csv'), newText: 'input/answers.csv' },
        { range: rangeOf(joined, 'data/places.csv'), newText: 'input/places.csv' },
      ],
    });
    expect(await will(client, [one, project.uri('data/joined.study')])).toEqual({
      [one]: [
        { range: rangeOf(joined, 'data/answers.csv'), newText: 'answers.csv' },
        { range: rangeOf(joined, 'data/places.csv'), newText: 'places.csv' },
      ],
    });
  });

  it('of a file that no spec names nothing is said, and nothing of what is malformed', async () => {
    const { client, project } = await start();
    expect(await will(client, [project.uri('notes.txt'), project.uri('other.txt')])).toBeNull();
    expect((await client.ask('workspace/willRenameFiles', {}).answer).id).toBeDefined();
    expect(await will(client)).toBeNull();
  });

  it('the server says that it wants to be told of every file and folder', async () => {
    const { client } = await start();
    const answer = client.messages.find(({ result }) => (result as { capabilities?: unknown } | undefined)?.capabilities !== undefined)!
      .result as { capabilities: { workspace: { fileOperations: unknown } } };
    expect(answer.capabilities.workspace.fileOperations).toEqual({
      willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
    });
  });
});
