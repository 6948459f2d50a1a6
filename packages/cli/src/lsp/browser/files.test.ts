import { describe, expect, it } from 'vitest';
import { ABSENT } from '../host.ts';
import { fetchedFiles } from './files.ts';
import type { FileSent } from './protocol.ts';

const bytes = (text: string): FileSent => ({ content: new TextEncoder().encode(text) });

function editor(holds: Record<string, string>) {
  const asked: string[][] = [];
  const files = fetchedFiles({
    files(uris) {
      asked.push([...uris]);
      const missing: FileSent = { refusal: { is: 'missing' }, beside: Object.keys(holds).map((one) => one.split('/').at(-1)!) };
      return Promise.resolve(uris.map((uri) => (Object.hasOwn(holds, uri) ? bytes(holds[uri]!) : missing)));
    },
    studies: () => Promise.resolve(Object.keys(holds).filter((one) => one.endsWith('.study'))),
  });
  return { files, asked, holds };
}

describe('files of a browser', () => {
  it('are waited for, asked for once, and then there', async () => {
    const { files, asked } = editor({ 'file:///w/a.csv': 'x' });
    const first = files.fetched(['/w/a.csv']);
    const second = files.fetched(['/w/a.csv']);
    expect(first).not.toBeNull();
    expect(second).not.toBeNull();
    await Promise.all([first, second]);
    expect(asked).toEqual([['file:///w/a.csv']]);
    expect(files.fetched(['/w/a.csv'])).toBeNull();
    expect(files.readText('/w/a.csv')).toEqual({ content: 'x', encoding: null, guessed: false });
    expect(files.readBytes('/w/a.csv', 0)).toBeNull();
  });
  it('have another stamp when, and only when, they hold something else', async () => {
    const { files, holds } = editor({ 'file:///w/a.csv': 'x' });
    await files.fetched(['/w/a.csv']);
    const stamp = files.stampOf('/w/a.csv');
    await files.refreshed(['/w/a.csv']);
    expect(files.stampOf('/w/a.csv')).toBe(stamp);
    holds['file:///w/a.csv'] = 'y';
    await files.refreshed(['/w/a.csv']);
    expect(files.stampOf('/w/a.csv')).not.toBe(stamp);
    delete holds['file:///w/a.csv'];
    await files.refreshed(['/w/a.csv']);
    expect(files.stampOf('/w/a.csv')).toBe(ABSENT);
    // Nobody asked for it: nothing is fetched.
    expect(files.refreshed(['/w/other.csv'])).toBeNull();
    expect(files.refreshed(null)).toBeNull();
  });
  it('are refused with a reason when the editor fails', async () => {
    const files = fetchedFiles({ files: () => Promise.reject(new Error('offline')), studies: () => Promise.reject(new Error('offline')) });
    await files.fetched(['/w/a.csv']);
    expect(files.readText('/w/a.csv')).toMatchObject({ refusal: { is: 'other', text: 'offline' } });
    expect(files.stampOf('/w/a.csv')).not.toBe(ABSENT);
    await files.listed(['/w']);
    expect(files.studiesBelow('/w')).toEqual([]);
  });
  it('that are studies of a folder are listed with their texts, and again when one comes', async () => {
    const { files, holds } = editor({ 'file:///w/a.study': 'study "a"', 'file:///w2/b.study': 'study "b"' });
    await files.listed(['/w']);
    expect(files.studiesBelow('/w')).toEqual(['/w/a.study']);
    expect(files.fetched(['/w/a.study'])).toBeNull();
    expect(files.listed(['/w'])).toBeNull();
    holds['file:///w/c.study'] = 'study "c"';
    expect(files.refreshed(['/w/c.study'])).toBeNull();
    await files.listed(['/w']);
    expect(files.studiesBelow('/w')).toEqual(['/w/a.study', '/w/c.study']);
  });
});
