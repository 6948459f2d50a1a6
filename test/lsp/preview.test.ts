// What the preview shows beside declarations of its own kind, over the server's pipes: the data, one printed table, a width to wrap to; and
// where a problem leads.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { positionOf, startClient, type Client, type Range } from './client.ts';

const open: { client?: Client; folder?: string } = {};
afterEach(async () => {
  await open.client?.close();
  if (open.folder !== undefined) rmSync(open.folder, { recursive: true, force: true });
  delete open.client;
  delete open.folder;
}, 60_000);

interface Preview {
  readonly name: string | null;
  readonly title: string;
  readonly html: string;
  readonly whole?: string;
}

const spec = `study "S" zh "研究"

data "答案.csv" {
  id id
  missing blank | 99
  join "places.csv" on place
}

indicator a "A" on 1..5
number area from area

published "Somebody (2024)" {
  sample = 3
  table "Table 1" row.column {
    columns mean sd
    a 3.0 1.0
  }
  table "Table 2" row.column {
    columns mean
    area 10.5
  }
}
`;
const csv = 'id,place,a,note\nr1,x,3,"two\nlines"\nr2,y,99,\n\nr4,x,55,<b>&</b>\n';

async function start(): Promise<{ client: Client; uri: string; folder: string; at: (piece: string, width?: number) => Promise<Preview> }> {
  const folder = (open.folder = mkdtempSync(join(tmpdir(), 'studyspec-lsp-')));
  writeFileSync(join(folder, '答案.csv'), csv);
  writeFileSync(join(folder, 'places.csv'), 'place,area\nx,10\ny,11\n');
  const client = (open.client = await startClient(pathToFileURL(folder).href));
  const uri = pathToFileURL(join(folder, 's.study')).href;
  client.open(uri, spec);
  await client.ready(uri, 1);
  return {
    client,
    uri,
    folder,
    at: (piece, width) =>
      client.request('studyspec/preview', { uri, position: positionOf(spec, piece, 2), ...(width === undefined ? {} : { width }) }),
  };
}
const text = (html: string): string => html.replace(/<[^>]+>/gu, '|').replace(/\|+/gu, '|');

describe('the preview', () => {
  it('of the data block shows the file: encoding, rows, columns, what is missing, and the first rows, as text', async () => {
    const { at } = await start();
    const { title, html } = await at('join "places');
    expect(title).toBe('答案.csv');
    const shown = text(html);
    for (const part of ['|Encoding|utf-8|', '|Rows|3|', '|Columns|5|', '|a|2|1|3, 55, 99|', '|area|3|0|10, 11|', '|note|2|1|', '|r4|x|55|'])
      expect(shown).toContain(part);
    expect(html).toContain('&lt;b&gt;&amp;&lt;/b&gt;');
    expect(html).not.toContain('<b>&');
  });

  it('of a printed table shows that table alone, and says what it is of', async () => {
    const { at, client, uri } = await start();
    const one = await at('area 10.5');
    expect(one).toMatchObject({ name: 'Somebody (2024)/Table 2', title: 'Table 2', whole: 'Somebody (2024)' });
    expect(one.html).toContain('area.mean');
    expect(one.html).not.toContain('a.sd');
    const all = await client.request<Preview>('studyspec/preview', { uri, name: one.whole });
    expect(all.html).toContain('a.sd');
    expect(all.whole).toBeUndefined();
    expect((await at('sample = 3')).name).toBe('Somebody (2024)');
  });

  it('wraps to a width, and takes one that makes no sense for none', async () => {
    const { at, client, uri } = await start();
    const widest = ({ html }: Preview): number =>
      Math.max(...[...html.matchAll(/<svg[^>]* width="([\d.]+)"/gu)].map((match) => Number(match[1])));
    expect(widest(await at('table "Table 1"', 360))).toBeLessThanOrEqual(360);
    expect(widest(await at('table "Table 1"'))).toBeGreaterThan(360);
    for (const width of [-5, 0, NaN, '480', 1e9, 3])
      expect((await client.request<Preview>('studyspec/preview', { uri, name: 'a', width })).html).toContain('<svg');
  });
});

describe('a problem of an answer', () => {
  it('leads to its row in the file, cells of several lines and empty lines counted', async () => {
    const { client, uri, folder } = await start();
    const found = (
      await client.until(
        ({ method, params }) =>
          method === 'textDocument/publishDiagnostics' &&
          (params as { diagnostics: { code: string }[] }).diagnostics.some(({ code }) => code === 'SS321'),
      )
    ).params as { diagnostics: { code: string; relatedInformation?: { message: string; location: { uri: string; range: Range } }[] }[] };
    const [row] = found.diagnostics.find(({ code }) => code === 'SS321')!.relatedInformation!;
    expect(row).toMatchObject({
      message: 'row 4, a',
      location: { uri: pathToFileURL(join(folder, '答案.csv')).href, range: { start: { line: 5, character: 0 } } },
    });
    expect(uri).not.toBe(row!.location.uri);
  });
});
