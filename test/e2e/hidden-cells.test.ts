// `report { cells N }`: no output of any command, form or file holds a count of fewer respondents, what is computed of so few, or the count
// from which it could be computed by subtraction; without the clause they do, so that the search can fail.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call, madeFolder } from '../support/in-process.ts';
import { textOfFile } from '../support/zipped.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);

const spec = (report: string): string => `study "Few"
data "d.csv" { id who }
scale s 1..5
dimension D on s { indicator a  indicator b  indicator c }
category site "Site" { u = 1  v = 2  w = 3  x = 4 }
category sex { m = 1  f = 2 }
number far
number seldom
number rich when far > 8400
choices needs { k1 "Roads" from k1  k2 "Water" from k2 }
index I "I" { of D  keep 1 }
compare C { of I, far, sex, needs.k1  by site }
compare Two { of far  by seldom2 }
category seldom2 from seldom { no = 0  yes = 1 }
compare T { of far  by site * sex }
compare S { of far  by sex  where site is u }
regression R { explain far by a, b, site }
regression L { explain seldom by a, b  method logit event 1 }
hypothesis H { I.mean(site.u) > 1 }
quantity twice = site.u.count * 2
published "Paper" { site.u.count = 173  site.w.count = 306  C.far.mean(site.u) = 1 }
${report}
`;
// 173 live at site u and 229 at v; some 130 answer a with 1, are `seldom`, `rich`, or chose roads.
const ROWS = 1209;
beforeAll(() => {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const site = i < 173 ? 1 : i < 402 ? 2 : i < 708 ? 3 : 4;
    const far = ((i * 7919 + site * 313) % 9409) + (i % 7) / 8;
    const points = [0, 1, 2].map((k) => (k === 0 && i % 10 === 5 ? 1 : 2 + ((i * (k + 3) + ((i * i) % (k + 2))) % 4)));
    return [`r${i}`, ...points, site, 1 + ((i * i + (i >> 2)) % 2), far, i % 9 === 3 ? 1 : 0, i % 8 === 2 ? 1 : 0, i % 2].join(',');
  });
  folder.write({
    'd.csv': `who,a,b,c,site,sex,far,seldom,k1,k2\n${rows.join('\n')}\n`,
    'hidden.study': spec('report { cells 200 }'),
    'shown.study': spec(''),
    'hidden-word.study': spec('report { cells 200  figures none }'),
    'shown-word.study': spec('report { figures none }'),
    // Only this method tells how many had the event; its intervals take as long as all the rest, so that few calls ask for them.
    'hidden-firth.study': spec('report { cells 200 }').replace('logit', 'logit firth'),
    'shown-firth.study': spec('').replace('logit', 'logit firth'),
    'chinese.study': spec('report { cells 200  language zh }'),
    'paper.md': 'At u {{ site.u.count }} of {{ site.n }}, {{ site.u.percent | percent 2 }}, {{ C.far.mean(site.u) }}.\n\n{{ table:C }}\n',
  });
});

/** What every command says and writes of a study: asked once. */
const everything = (study: string): Promise<Map<string, string>> => {
  const found = known.get(study) ?? allOf(study);
  known.set(study, found);
  return found;
};
const known = new Map<string, Promise<Map<string, string>>>();
async function allOf(study: string): Promise<Map<string, string>> {
  const file = folder.at(study);
  const firth = folder.at(study.replace('.study', '-firth.study'));
  const found = new Map<string, string>();
  const calls: readonly (readonly string[])[] = [
    ['check', file],
    ['check', file, '--columns'],
    ['run', file],
    ['run', file, '--json', '--all-problems'],
    ['run', file, '--format', 'html'],
    ['run', file, '--format', 'markdown'],
    ['run', file, '--format', 'latex'],
    ['run', file, '--format', 'csv'],
    ['run', file, '--format', 'tidy'],
    ['run', file, '--format', 'glance'],
    ['audit', file, '--json'],
    ['codebook', file, '--json'],
    ['codebook', file, '--csv'],
    ['query', file, '--json'],
    ['fill', folder.at('paper.md'), file, '--force'],
    ['run', firth, '--only', 'L'],
    ['query', firth, '--json'],
  ];
  for (const args of calls) {
    const { out, err } = await call(...args);
    expect(out + err, args.join(' ')).not.toBe('');
    found.set(args.map((one) => basename(one)).join(' '), out + err);
  }
  found.set('paper.filled.md', textOfFile(folder.at('paper.filled.md')));
  // Pictures of Word are painted by the bundle; those of the folder below are drawings.
  for (const [ending, of] of [
    ['xlsx', study],
    ['docx', study.replace('.study', '-word.study')],
  ] as const) {
    const path = folder.at(`${study}.${ending}`);
    await call('run', folder.at(of), '-o', path);
    found.set(ending, textOfFile(path));
  }
  const out = folder.at(`out-${study}`);
  const written = await call('run', file, '--out', out, '--no-word');
  expect(written.err).toContain('results.json');
  for (const one of readdirSync(out, { recursive: true, withFileTypes: true }))
    if (one.isFile() && one.name !== 'manifest.json' && !one.name.startsWith('.'))
      found.set(one.name, textOfFile(join(one.parentPath, one.name)));
  return found;
}

/** The numbers that are hidden, as the study that shows them has them: in full, as printed, and with separators. */
async function secrets(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { out } = await call('query', folder.at('shown-firth.study'), '--json');
  const values = new Map(Object.entries(JSON.parse(out) as Record<string, number | null>));
  const texts = (value: number): readonly string[] =>
    Number.isInteger(value)
      ? [String(value), String(value).replace(/\B(?=(?:\d{3})+$)/gu, ',')]
      : [String(value).slice(0, 9), ...(Math.abs(value) > 10 ? [value.toFixed(3)] : [])];
  const addresses = [
    ...['u', 'v'].flatMap((level) => [
      `site.${level}.count`,
      `site.${level}.percent`,
      `I.mean(site.${level})`,
      `I.sd(site.${level})`,
      `far.mean(site.${level})`,
      `C.far.mean(site.${level})`,
      `C.far.sd(site.${level})`,
      `C.sex.count(sex.m, site.${level})`,
      `C.sex.percent(sex.m, site.${level})`,
    ]),
    'C.far.difference(site.u, site.w)',
    'T.far.mean(site.u, sex.m)',
    'T.far.mean(site.u)',
    'S.far.mean(sex.m)',
    'a.count(1)',
    'a.percent(1)',
    'seldom.mean',
    'seldom.sd',
    'rich.count',
    'rich.mean',
    'needs.k1.count',
    'needs.k1.percent',
    'seldom2.yes.count',
    'L.seldom.events',
    'Two.far.mean(seldom2.yes)',
    'Two.far.mean(seldom2.no)',
    'Two.far.d',
    'far.histogram.count(1)',
  ];
  return new Map(
    addresses.map((address) => {
      const value = values.get(address);
      if (typeof value !== 'number') throw new Error(`the study has no ${address}`);
      return [address, texts(value)];
    }),
  );
}
const readText = (text: string): string => text.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>|<[^<>]*>/gu, ' ');
/** Digits of a fraction are its own; a whole number may be a coordinate, so it is looked for in what one reads. */
const holds = (text: string, secret: string): boolean =>
  secret.includes('.') ? text.includes(secret) : new RegExp(`(?<![\\w#&-]|\\d[.,])${secret}(?!\\w|[.,]\\d)`, 'u').test(readText(text));
/** What the author wrote or printed may be there. */
const WRITTEN = new Set(['173', '306']);

describe('cells of few respondents', () => {
  it('are in no output, nor what they could be computed from', async () => {
    const [all, hidden] = [await everything('hidden.study'), await secrets()];
    const leaks = [...all].flatMap(([name, text]) =>
      [...hidden].flatMap(([address, texts]) =>
        texts.filter((one) => !WRITTEN.has(one) && holds(text, one)).map((one) => `${name}: ${address} = ${one}`),
      ),
    );
    expect(leaks).toEqual([]);
    expect([...all.keys()].filter((name) => name.startsWith('scores.'))).toEqual([]);
  }, 120_000);

  it('stand where the study shows them', async () => {
    const [all, hidden] = [await everything('shown.study'), await secrets()];
    const text = [...all.values()].join('\n');
    expect([...hidden].filter(([, texts]) => !texts.some((one) => holds(text, one))).map(([address]) => address)).toEqual([]);
    expect([...all.keys()]).toContain('scores.csv');
  }, 120_000);

  it('are said to be hidden: under tables and pictures, in the methods, in the folder, in a manuscript', async () => {
    const all = await everything('hidden.study');
    const report = all.get('run hidden.study')!.replace(/(\S)\n(?=\S)/gu, '$1 ');
    expect(report).toMatch(/u +<200 +–/u);
    expect(report).toContain('Not shown (<200, –): counts of fewer than 200 respondents');
    expect(report).toContain('Counts of fewer than 200 respondents are withheld');
    expect(report).not.toMatch(/SS602|SS612[^\n]*\(\d/u);
    expect(all.get('CONTENTS.txt')).toMatch(/`cells 200`[\s\S]*scores\.csv, scores\.sav and scores\.dta are left out/u);
    expect(all.get('paper.filled.md')).toContain('At u <200 of 1,209, –, –.');
    const results = JSON.parse(all.get('results.json')!) as { readonly quantities: Record<string, { value: unknown; reason?: string }> };
    expect(results.quantities['site.u.count']).toMatchObject({ value: null, reason: expect.stringContaining('hidden') as string });
    expect(results.quantities['site.x.count']).toMatchObject({ value: 501 });
    const svg = [...all].filter(([name]) => name.endsWith('.svg')).map(([, text]) => text);
    expect(svg.some((text) => text.includes('&lt;200') && text.includes('Not shown'))).toBe(true);
    expect((await call('run', folder.at('chinese.study'))).out).toMatch(/不予显示的数值（<200、–）[\s\S]*少于 200 名受访者的频数/u);
  }, 120_000);

  it('are asked for as a whole number from 2', async () => {
    folder.write({ 'one.study': spec('report { cells 1 }'), 'words.study': spec('report { cells few }') });
    expect((await call('check', folder.at('one.study'))).out).toMatch(/error\[/u);
    expect((await call('check', folder.at('words.study'))).out).toMatch(/error\[/u);
  });
});
