// What the server tells of numbers that lag behind their text, over its pipes: the cause, and the place that mends it, with the numbers and
// with the preview.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { positionOf, replacing, startClient, type Client, type Range } from './client.ts';
import { answers, makeProject, spec, type TestProject } from './project.ts';

const open: { client?: Client; project?: TestProject } = {};
afterEach(async () => {
  await open.client?.close();
  open.project?.remove();
  delete open.client;
  delete open.project;
}, 60_000);

interface Standing {
  readonly kind: string;
  readonly file?: string;
  readonly message?: string;
  readonly code?: string;
  readonly framework?: boolean;
  readonly location?: { readonly uri: string; readonly range: Range };
}
interface Preview {
  readonly html: string;
  readonly stale: boolean;
  readonly standing: Standing;
}

async function start(options: Parameters<typeof startClient>[1] = {}): Promise<{ client: Client; project: TestProject; uri: string }> {
  const project = (open.project = makeProject());
  const client = (open.client = await startClient(pathToFileURL(project.folder).href, options));
  return { client, project, uri: project.uri('study.study') };
}
const told = async (client: Client, uri: string, kind: string, later = false): Promise<Standing> => {
  const message = await client.until(({ method, params }) => {
    const found = params as { uri?: string; standing?: Standing } | undefined;
    return method === 'studyspec/numbers' && found?.uri === uri && found.standing?.kind === kind;
  }, later);
  return (message.params as { standing: Standing }).standing;
};
const preview = (client: Client, uri: string, name: string | null = 'integration'): Promise<Preview> =>
  client.request('studyspec/preview', { uri, name });
const nameAt: Range = { start: positionOf(spec, 'answers.csv'), end: positionOf(spec, 'answers.csv', 'answers.csv'.length) };
const changed = (client: Client, uri: string): void => {
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
};

describe('the cause is told', () => {
  it('computing, current, broken with the place of the mistake, and current again', async () => {
    const { client, uri } = await start();
    client.open(uri, spec);
    expect((await told(client, uri, 'computing')).location).toBeUndefined();
    await told(client, uri, 'current');
    const broken = replacing(spec, 'by sex, age', 'by sex, ages');
    client.change(uri, [broken.change]);
    const standing = await told(client, uri, 'broken');
    expect(standing.message).toContain('ages');
    expect(standing.location).toEqual({ uri, range: { start: positionOf(broken.text, 'ages'), end: positionOf(broken.text, 'ages', 4) } });
    expect(await preview(client, uri, 'model')).toMatchObject({
      stale: true,
      standing: { kind: 'broken' },
      html: expect.stringContaining('<svg') as string,
    });
    client.change(uri, [replacing(broken.text, 'by sex, ages', 'by sex, age').change]);
    await told(client, uri, 'current', true);
    expect(await preview(client, uri, 'model')).toMatchObject({ stale: false, standing: { kind: 'current' } });
  });

  it('data that were read and are gone are deleted: their numbers stay, as stale; where they come back they are current', async () => {
    const { client, project, uri } = await start();
    client.open(uri, spec);
    await told(client, uri, 'current');
    renameSync(join(project.folder, 'answers.csv'), join(project.folder, 'moved.csv'));
    changed(client, project.uri('answers.csv'));
    expect(await told(client, uri, 'deleted')).toMatchObject({ file: 'answers.csv', location: { uri, range: nameAt } });
    expect(await preview(client, uri)).toMatchObject({
      stale: true,
      standing: { kind: 'deleted' },
      html: expect.stringContaining('<svg') as string,
    });
    const hints = await client.request<{ data: { stale: boolean } }[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
    });
    expect(hints.length).toBeGreaterThan(0);
    expect(hints.every(({ data }) => data.stale)).toBe(true);
    renameSync(join(project.folder, 'moved.csv'), join(project.folder, 'answers.csv'));
    changed(client, project.uri('answers.csv'));
    await told(client, uri, 'current', true);
  });

  it('data that never were there are missing; a file that is no table cannot be read', async () => {
    const { client, project, uri } = await start();
    rmSync(join(project.folder, 'answers.csv'));
    client.open(uri, spec);
    expect(await told(client, uri, 'missing')).toMatchObject({ file: 'answers.csv', location: { uri, range: nameAt } });
    project.write('answers.csv', '');
    changed(client, project.uri('answers.csv'));
    expect((await told(client, uri, 'unreadable')).message).toBeTruthy();
    project.write('answers.csv', answers());
    changed(client, project.uri('answers.csv'));
    await told(client, uri, 'current');
  });

  it('a joined file that is missing is told by its own name', async () => {
    const { client, uri } = await start();
    const text = spec.replace('  missing blank\n', '  missing blank\n  join "places.csv" on id\n');
    client.open(uri, text);
    expect(await told(client, uri, 'missing')).toMatchObject({
      file: 'places.csv',
      location: { range: { start: positionOf(text, 'places.csv') } },
    });
  });

  it('untrusted, until there is trust', async () => {
    const { client, uri } = await start({ trusted: false });
    client.open(uri, spec);
    await told(client, uri, 'untrusted');
    expect((await preview(client, uri)).standing).toEqual({ kind: 'untrusted' });
    client.notify('studyspec/trust', { trusted: true });
    await told(client, uri, 'current');
  });

  it('no data, and where they could be named; a framework; an empty file', async () => {
    const { client, project } = await start();
    const bare = project.uri('bare.study');
    client.open(bare, 'study "Bare"\n\nindicator a on 1..5\n');
    expect(await told(client, bare, 'no-data')).toMatchObject({
      framework: false,
      location: { uri: bare, range: { start: { line: 0, character: 12 } } },
    });
    const framework = project.uri('framework.study');
    client.open(framework, 'framework "F"\n\nindicator a on 1..5\n');
    expect(await told(client, framework, 'no-data')).toMatchObject({ framework: true });
    const empty = project.uri('empty.study');
    client.open(empty, '');
    await told(client, empty, 'empty');
  });
});
