// `report { cells N }` where studies are compared, by the comparing file or by a study itself: no output holds a number of fewer
// respondents, or what tells it; without the clause they do, so that the search can fail.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call, madeFolder } from '../support/in-process.ts';
import { textOfFile } from '../support/zipped.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);

const study = (name: string, report = ''): string => `study "${name}"
data "${name}.csv" { id who }
scale s 1..5
scale yes 0..1
dimension D on s { indicator a  indicator b  indicator c  indicator d }
indicator rare on yes
indicator seldom on s
dimension E on s { indicator e  indicator f  indicator g }
number far
number near
index J { of E  keep 1 }
index I { of D  keep 1  rescale 0..100 }
regression R { explain far by a, b }
regression few { explain near by a, b }
hypothesis H { seldom.n > 4 }
${report}
`;
const comparison = (report: string): string => `comparison c { one = "one.study"  two = "two.study"  three = "three.study" }
quantity of_few = c.seldom.n(two) * 3
hypothesis told { c.seldom.n(two) > 100 }
${report}
`;
// 143 answer `seldom` and have `near` in the second study, 137 say yes to `rare`; everywhere else it is hundreds.
beforeAll(() => {
  for (const [k, name] of ['one', 'two', 'three'].entries()) {
    const rows = Array.from({ length: 911 + 2 * k }, (_, i) => {
      const common = ((i * 7919 + k * 31) % 5) - 2;
      const points = [0, 1, 2, 3].map((j) => Math.min(5, Math.max(1, 3 + common + (((i * (j + 3) + i * i) % 3) - 1))));
      const small = k === 1 ? i < 143 : i % 4 > 0;
      const rare = k === 1 ? (i < 137 ? 1 : 0) : i % 2;
      const e = [0, 1, 2].map((j) => (small ? Math.min(5, Math.max(1, 3 + common + (((i * (j + 5)) % 3) - 1))) : ''));
      const near = small ? (((i * i * 17) % 4111) / 7 + points[0]! * (k + 1)).toFixed(4) : '';
      return [
        `r${i}`,
        ...points,
        rare,
        small ? 1 + ((i * i) % 5) : '',
        (((i * 37) % 911) / 3 + points[1]! * 20).toFixed(4),
        near,
        ...e,
      ].join(',');
    });
    folder.write({ [`${name}.csv`]: `who,a,b,c,d,rare,seldom,far,near,e,f,g\n${rows.join('\n')}\n`, [`${name}.study`]: study(name) });
  }
  folder.write({
    'own/one.study': study('../one').replaceAll('study "../one"', 'study "one"'),
    'own/two.study': study('../two', 'report { cells 200 }').replaceAll('study "../two"', 'study "two"'),
    'own/three.study': study('../three').replaceAll('study "../three"', 'study "three"'),
    'hidden.study': comparison('report { cells 200 }'),
    'shown.study': comparison(''),
    'chinese.study': comparison('report { cells 200  language zh }'),
  });
});

const COMPARE = ['--replications', '20'];
async function everything(file: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const at = folder.at(file);
  for (const format of ['text', 'json', 'html', 'markdown', 'latex', 'csv', 'tidy']) {
    const { out, err } = await call('compare', at, ...COMPARE, '--format', format);
    expect(out + err, format).not.toBe('');
    found.set(format, out + err);
  }
  found.set('query', (await call('query', at, '--json')).out);
  found.set('check', (await call('check', at)).out);
  for (const ending of ['xlsx', 'docx']) {
    const path = folder.at(`${file}.${ending}`);
    await call('compare', at, ...COMPARE, '-o', path);
    found.set(ending, textOfFile(path));
  }
  const out = folder.at(`out-${file}`);
  await call('run', at, '--out', out, '--no-word');
  for (const one of readdirSync(out, { recursive: true, withFileTypes: true }))
    if (one.isFile() && one.name !== 'manifest.json') found.set(one.name, textOfFile(join(one.parentPath, one.name)));
  return found;
}

/** Numbers of few respondents of the second study, and numbers of all studies from which they follow. */
const SECRET = [
  'c.seldom.n(two)',
  'c.seldom.mean(two)',
  'c.seldom.sd(two)',
  'c.seldom.d(two)',
  'c.rare.mean(two)',
  'c.rare.sd(two)',
  'c.J.form.n(two)',
  'c.J.frozen.mean(two)',
  'c.J.frozen.difference(two)',
  'c.E.alpha(two)',
  'c.few.near.n(two)',
  'c.few.near.b(a, two)',
  'c.few.near.se(a, two)',
  'c.few.near.r2(two)',
  'c.few.near.pooled.b(a)',
  'c.few.near.chow.f',
  'c.few.near.effect(two)',
  'of_few',
];
const texts = (value: number): readonly string[] =>
  Number.isInteger(value) ? [String(value)] : [String(value).slice(0, 9), ...(Math.abs(value) > 10 ? [value.toFixed(3)] : [])];
const readText = (text: string): string => text.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>|<[^<>]*>/gu, ' ');
const holds = (text: string, secret: string): boolean =>
  secret.includes('.') ? text.includes(secret) : new RegExp(`(?<![\\w#&-]|\\d[.,])${secret}(?!\\w|[.,]\\d)`, 'u').test(readText(text));

describe('few respondents of a study that is compared', () => {
  let secrets: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    const values = JSON.parse((await call('query', folder.at('shown.study'), '--json')).out) as Record<string, number | null>;
    secrets = new Map(
      SECRET.map((address) => {
        if (typeof values[address] !== 'number') throw new Error(`the comparison has no ${address}`);
        return [address, texts(values[address])];
      }),
    );
  }, 60_000);
  const leaks = (all: ReadonlyMap<string, string>): readonly string[] =>
    [...all].flatMap(([name, text]) =>
      [...secrets].flatMap(([address, own]) => own.filter((one) => holds(text, one)).map((one) => `${name}: ${address} = ${one}`)),
    );

  it('are in no output when the comparing file hides them', async () => {
    const all = await everything('hidden.study');
    expect(leaks(all)).toEqual([]);
    expect(all.get('text')!.replace(/\s+/gu, ' ')).toContain('Not shown (<200, –): counts of fewer than 200 respondents');
    const json = JSON.parse(all.get('results.json')!) as {
      readonly quantities: readonly {
        readonly address: string;
        readonly value: number | null;
        readonly hidden?: { readonly below: number };
      }[];
      readonly claims: readonly { readonly verdict: string }[];
    };
    const at = (address: string) => json.quantities.find((one) => one.address === address);
    expect(at('c.seldom.n(two)')).toMatchObject({ value: null, hidden: { below: 200 } });
    expect(at('c.few.near.n(two)')).toMatchObject({ value: null, hidden: { below: 200 } });
    expect(at('of_few')).toMatchObject({ value: null, hidden: { below: null } });
    expect(
      json.quantities.filter(({ address }) => address.startsWith('c.J.') && !address.includes('alpha') && !address.includes('items')),
    ).toEqual([]);
    expect(all.get('text')!.replace(/\s+/gu, ' ')).toContain('J is not compared: in two too few respondents answered it to be shown.');
    // What the others have in common is compared all the same.
    expect(at('c.few.near.pooled.b(a)')!.value).toBeTypeOf('number');
    expect(at('c.seldom.d(three)')!.value).toBeTypeOf('number');
    expect(json.claims.map(({ verdict }) => verdict)).toEqual(['undecided']);
  }, 60_000);

  it('are in no output when the study hides them itself', async () => {
    const files = ['one', 'two', 'three'].map((name) => folder.at(`own/${name}.study`));
    const all = new Map<string, string>();
    for (const format of ['text', 'json', 'html']) all.set(format, (await call('compare', ...files, ...COMPARE, '--format', format)).out);
    const { out } = await call('compare', ...files, ...COMPARE, '--json');
    expect((JSON.parse(out) as { readonly studies: readonly unknown[] }).studies).toHaveLength(3);
    expect(leaks(all)).toEqual([]);
    expect(all.get('text')!.replace(/\s+/gu, ' ')).toContain('Not shown (<200, –)');
  }, 60_000);

  it('stand where nobody hides them', async () => {
    const all = [...(await everything('shown.study')).values()].join('\n');
    expect([...secrets].filter(([, own]) => !own.some((one) => holds(all, one))).map(([address]) => address)).toEqual([]);
    expect((await call('compare', folder.at('chinese.study'), ...COMPARE)).out).toMatch(/不予显示的数值（<200、–）/u);
  }, 60_000);
});
