// `report { ids hidden }`: no output of any command, form or file holds an id; without the clause they do, so that the search can fail.
// Pictures need the bundle, and no respondent is in them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call, madeFolder } from '../support/in-process.ts';
import { textOfFile } from '../support/zipped.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);

const spec = (report: string): string => `study "Who"
data "d.csv" { id who  join "sites.csv" on who }
scale s 1..5
dimension D on s { indicator a  indicator b  indicator c  indicator d }
category g { u = 1  v = 2 }
number x
number far
index I "I" { of D  keep 1 }
compare C { of I, x  by g }
regression R { explain x by a, b  errors hc3 }
${report}
`;
const id = (i: number): string => (i === 7 ? 'zqx-003' : i === 9 ? 'ZQX-008' : `ZQX-${String(i).padStart(3, '0')}`);
const answer = (i: number, k: number): number => 1 + ((i * (k + 3) + ((i * i) % (k + 2))) % 5);
beforeAll(() => {
  const rows = Array.from({ length: 40 }, (_, i) =>
    [
      id(i),
      ...[0, 1, 2, 3].map((k) => (i === 4 && k === 1 ? 9 : i === 11 && k === 2 ? 'often' : answer(i, k))),
      i === 5 ? 7 : 1 + (i % 2),
      i === 20 ? 9999 : i * 3,
    ].join(','),
  );
  folder.write({
    'd.csv': `who,a,b,c,d,g,x\n${rows.join('\n')}\n`,
    'sites.csv': `who,far\n${Array.from({ length: 38 }, (_, i) => `${id(i)},${i}`)
      .filter((_, i) => i !== 9)
      .join('\n')}\n`,
    'hidden.study': spec('report { ids hidden  figures none }'),
    'shown.study': spec('report { figures none }'),
  });
});

const LEAK = /zqx/iu;

/** What every command says and writes of a study. */
async function everything(study: string): Promise<Map<string, string>> {
  const file = folder.at(study);
  const found = new Map<string, string>();
  const calls: readonly (readonly string[])[] = [
    ['check', file],
    ['check', file, '--json'],
    ['check', file, '--columns'],
    ['check', file, '--format', 'sarif'],
    ['run', file],
    ['run', file, '--json', '--all-problems'],
    ['run', file, '--format', 'html'],
    ['run', file, '--format', 'markdown'],
    ['run', file, '--format', 'latex'],
    ['run', file, '--format', 'tidy'],
    ['codebook', file],
    ['codebook', file, '--format', 'html'],
    ['query', file],
    ['export', file, '--to', 'r'],
    ['export', file, '--to', 'spss'],
    ['export', file, '--to', 'stata'],
  ];
  for (const args of calls) {
    const { out, err } = await call(...args);
    expect(out + err, args.join(' ')).not.toBe('');
    found.set(args.join(' ').replace(file, study), out + err);
  }
  const out = folder.at(`out-${study}`);
  const written = await call('run', file, '--out', out);
  expect(written.code, written.err).toBe(0);
  for (const name of readdirSync(out, { recursive: true, withFileTypes: true }))
    if (name.isFile()) found.set(name.name, textOfFile(join(name.parentPath, name.name)));
  return found;
}

describe('ids that are hidden', () => {
  it('are in no output', async () => {
    const all = await everything('hidden.study');
    expect([...all.keys()]).toContain('scores.sav');
    expect(
      [...all]
        .filter(([, text]) => LEAK.test(text))
        .map(([name, text]) => `${name}: ${text.slice(Math.max(0, text.search(LEAK) - 60), text.search(LEAK) + 20)}`),
    ).toEqual([]);
    expect(all.get('scores.csv')).toMatch(/^\uFEFF?row,|^ï»¿row,/u);
    expect(all.get('CONTENTS.txt')).toContain('No file here holds an id (who)');
    // What is wrong is told all the same.
    expect(all.get('check hidden.study')).toMatch(/SS331[\s\S]*SS335|SS335[\s\S]*SS331/u);
  }, 60_000);

  it('stand where the study does not hide them, and numbers are the same', async () => {
    const all = await everything('shown.study');
    for (const name of ['check shown.study', 'scores.csv', 'scores.sav', 'data-problems.csv', 'results.json'])
      expect(all.get(name), name).toMatch(LEAK);
    expect(all.get('CONTENTS.txt')).toContain('These name respondents by their ids (who)');
    const numbers = async (study: string) => (await call('query', folder.at(study), '--json')).out;
    expect(await numbers('hidden.study')).toBe(await numbers('shown.study'));
  }, 60_000);

  it('leave respondents their rows: a score is asked for by its row, and an id is unknown', async () => {
    const file = folder.at('hidden.study');
    const [byRow, byId] = [await call('query', file, 'I.score("3")'), await call('query', file, 'I.score("ZQX-002")')];
    expect(byRow.out).toBe((await call('query', folder.at('shown.study'), 'I.score("ZQX-002")')).out);
    expect(byId.code).not.toBe(0);
    expect(byId.err.replaceAll('ZQX-002', '')).not.toMatch(LEAK);
  });
});
