// Every quantity that a study has knows its range (or that it has none), and a figure outside is found under every kind of declaration.
import { declaredQuantities, methodHas, signatureOf, type QuantityRange } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { audited } from './support.ts';

const STUDY = `study "S"
scale s 1..5
dimension q on s {
  indicator qa
  indicator qb
}
block bl of qa, qb
indicator a on 1..5
indicator b on 1..5
indicator c on 1..5
indicator d on 1..5
number income from income
category sex { f = 1  m = 2 }
choices needs from q5 split ";" { food = 1  water = 2 }
category region { north = 1  south = 2  west = 3 }
index i {
  of a, b, c, d
  keep 2
  component x marked by a
  component y marked by c
  rescale 0..100
}
compare groups { of i, sex, needs  by region }
compare net { of i  by region  adjust b }
compare twice { of a  with b }
compare norm { of i  by none against 60 }
compare both { of i  by region * sex }
regression m {
  explain a
  by b, c
}
index mc { of a, b, income  normalize range  weight equal }
correlate co { of a, b, c }
measurement me { of q }
number poor when income < 3
deprivation de { of one { poor } }
mediation th { explain a  by income  through b }
`;
const NAMES: Readonly<Record<string, string>> = {
  indicator: 'a',
  number: 'income',
  category: 'sex',
  level: 'sex.f',
  choices: 'needs',
  option: 'needs.food',
  dimension: 'q',
  block: 'bl',
  index: 'i',
  component: 'x',
  composite: 'mc',
  correlate: 'co',
  measurement: 'me',
  mediation: 'th',
  deprivation: 'de',
  'outcome of compare': 'groups.i',
  'category of compare': 'groups.sex',
  'option of compare': 'groups.food',
  'adjusted outcome of compare': 'net.i',
  'crossed outcome of compare': 'both.i',
  'paired outcome of compare': 'twice.a',
  'single outcome of compare': 'norm.i',
  'outcome of regression': 'm.a',
};
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  item: ['a'],
  component: ['x'],
  part: ['x', 'a'],
  level: ['region.north', 'region.south'],
  term: ['b'],
  number: ['1'],
  option: ['food'],
};
/** Of what is a category itself the first level is its own. */
const levelsOf = (kind: string, name: string): readonly string[] => {
  if (kind === 'crossed outcome of compare' && !name.startsWith('difference')) return ['region.north', 'sex.f'];
  return [...(kind === 'category of compare' ? ['sex.f'] : []), ...ARGUMENTS['level']!];
};
const termOf = (kind: string): readonly string[] => (kind === 'crossed outcome of compare' ? ['region'] : ARGUMENTS['term']!);
const itemOf = (kind: string): string => (['dimension', 'block', 'measurement'].includes(kind) ? 'qa' : 'a');

/** Addresses of a kind, each with its range. Left out are numbers of models that the study has not, and those of a grid of studies. */
function addressesOf(kind: string): { readonly address: string; readonly range: QuantityRange }[] {
  if (kind.includes('robustness')) return [];
  return Object.entries(declaredQuantities[kind]!).flatMap(([key, { range }]) => {
    const { name, args } = signatureOf(key);
    if (args.some((arg) => ARGUMENTS[arg] === undefined) || (kind === 'outcome of regression' && !methodHas('linear', key))) return [];
    if (kind === 'composite' && args.some((arg) => arg === 'part' || arg === 'component')) return [];
    if (kind === 'measurement' && /^(?:metric|scalar|strict|configural)\./u.test(name)) return [];
    const given = args.map((arg, at) => {
      const known = arg === 'level' ? levelsOf(kind, name) : arg === 'term' ? termOf(kind) : ARGUMENTS[arg]!;
      return arg === 'item' ? itemOf(kind) : (known[at] ?? known[0]!);
    });
    const front = kind === 'study' ? name : `${NAMES[kind]!}.${name}`;
    return [{ address: args.length === 0 ? front : `${front}(${given.join(', ')})`, range }];
  });
}

describe.each(Object.keys(declaredQuantities))('the quantities of %s', (kind) => {
  it('are found outside their range, and left alone within', () => {
    for (const { address, range } of addressesOf(kind)) {
      // Numbers have no scale, nor have options, which are numbers; and what lies on one has none to leave.
      const onScale = typeof range === 'string' && kind !== 'number' && kind !== 'option';
      const [low, high] =
        range === null || (typeof range === 'string' && !onScale)
          ? [-Infinity, Infinity]
          : typeof range === 'object'
            ? [range.low, range.high]
            : range === 'scale'
              ? ['indicator', 'dimension', 'block'].includes(kind)
                ? [1, 5]
                : [0, 100]
              : range === 'width'
                ? [-100, 100]
                : [0, ['indicator', 'dimension', 'block'].includes(kind) ? 4 : 100];
      const outside = [...(range === 'spread' ? [-3] : low === -Infinity ? [] : [low - 3]), ...(high === Infinity ? [] : [high + 3])];
      for (const value of outside) {
        const found = audited(`${STUDY}published "P" {\n${address} = ${value}\n}\n`).audit.findings;
        expect(
          found.some((one) => [one, ...one.also].some(({ check }) => check === 'ranges' || check === 'item-means')),
          `${address} = ${value}`,
        ).toBe(true);
      }
      const inside = typeof range === 'object' && range !== null ? Math.max(low, Math.min(high, 1)) : range === 'scale' ? 3 : 1;
      expect(
        audited(`${STUDY}published "P" {\n${address} = ${inside}\n}\n`)
          .audit.findings.filter((one) => one.check === 'ranges')
          .map((one) => one.message),
        address,
      ).toEqual([]);
    }
  });
});

describe('a figure outside its range', () => {
  const said = (figure: string): string =>
    audited(`${STUDY}published "P" {\n${figure}\n}\n`)
      .of('ranges')
      .map((one) => one.consistent)
      .join();
  it('is shown with its point moved, or without its sign, where that would do', () => {
    expect(said('i.kmo = 81.2')).toContain('0.812');
    expect(said('sex.f.percent = 617')).toContain('61.7');
    expect(said('income.sd = -0.91')).toContain('0.91');
    expect(said('m.a.p(b) = -0.013')).toContain('0.013');
  });

  it('is a question where the study does not say which scores they are', () => {
    const open = audited(`${STUDY.replace('  rescale 0..100\n', '')}published "P" {\ni.mean = 141.2\n}\n`).of('ranges');
    expect(open).toMatchObject([{ certainty: 'worth a look', assumed: ['rescale 0..100'] }]);
    expect(audited(`${STUDY.replace('rescale 0..100', 'rescale none')}published "P" {\ni.mean = 141.2\n}\n`).audit.findings).toEqual([]);
  });

  it('with a percent sign is read as what it says', () => {
    expect(audited(`${STUDY}published "P" {\ni.kmo = 81.2%\nsex.f.percent = 61.7%\n}\n`).audit.findings).toEqual([]);
    expect(audited(`${STUDY}published "P" {\ni.kmo = 112%\n}\n`).of('ranges').length).toBe(1);
  });
});
