// A large file's answers are kept as codes, and what is linear follows from counts: the numbers must be those of rows. Here small studies
// are computed both ways, which only the number of rows decides otherwise (`coding.from`).
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { compareStudies, comparisonQuantities, schemaOf, tell, type ComparedStudy, type Schema } from '@studyspec/core';
import { packing } from '../../packages/core/src/counts/packed.ts';
import { coding } from '../../packages/core/src/counts/points.ts';
import { everyClauseData, everyClauseSpec } from '../support/every-clause.ts';
import { EXAMPLES, projectOf, runExample } from '../support/examples.ts';
import { runProject } from '../support/project.ts';
import { randomOf } from '../support/random.ts';

/** More of them are made where somebody waits (`STUDIES=300`), and the exam is sat. */
const STUDIES = Number(process.env['STUDIES'] ?? 12);
const patient = process.env['STUDIES'] !== undefined;

const [whole, halves] = [coding.from, packing.from];
afterEach(() => {
  coding.from = whole;
  packing.from = halves;
});

type Numbers = ReadonlyMap<string, { readonly value: number | null; readonly reason: string | undefined }>;
interface Found {
  readonly numbers: Numbers;
  readonly problems: readonly string[];
  readonly schema: Schema | null;
}

/** Of a study kept as codes from so many rows on. */
function found(files: Readonly<Record<string, string | Uint8Array>>, entry: string, from: number): Found {
  coding.from = from;
  packing.from = packed(from);
  const { results, problems, frame } = runProject(files, entry);
  if (results === null) throw new Error(problems.map((problem) => tell(problem, 'en').message).join('\n'));
  // Numbers are computed when they are read.
  const made = {
    numbers: new Map([...results.quantities.values()].map(({ address, value, reason }) => [address, { value, reason }])),
    schema: schemaOf(frame!),
    problems: problems.map((problem) => `${problem.code} ${problem.at ?? ''} ${tell(problem, 'en').message}`),
  };
  coding.from = whole;
  return made;
}

/** Every second study that is kept as codes has them two a byte. */
let studies = 0;
const packed = (from: number): number => (from === codes && studies++ % 2 === 0 ? 1 : Infinity);

const rowsOnly = Infinity;
const codes = 1;

/** To `digits` of the larger of 1 and the number itself. */
function expectSame(own: Found, wanted: Found, digits = 9): void {
  expect(own.problems).toEqual(wanted.problems);
  expect(own.schema).toEqual(wanted.schema);
  expect([...own.numbers.keys()]).toEqual([...wanted.numbers.keys()]);
  const off: string[] = [];
  for (const [address, { value, reason }] of wanted.numbers) {
    const other = own.numbers.get(address)!;
    const same =
      value === null || other.value === null
        ? value === other.value && reason === other.reason
        : Math.abs(other.value - value) <= 10 ** -digits * Math.max(1, Math.abs(value));
    if (!same && !onEdge(address, value, other.value) && !bySteps(address, value, other.value))
      off.push(`${address}: ${value} ${reason ?? ''} by rows, ${other.value} ${other.reason ?? ''} by codes`);
  }
  expect(off).toEqual([]);
}

/** Studies by chance in which ω was on the edge: which, for whoever reads the list. */
const edges: string[] = [];
/**
 * ω is of a one-factor model that is found by steps: they end within 1e-6 of each other, and where a unique variance ends at 0 it may
 * hang on the last digit whether the solution is proper. Nothing else may be there by rows and not by codes, and this in few studies.
 */
function onEdge(address: string, value: number | null, other: number | null): boolean {
  if (!address.endsWith('.omega')) return false;
  if (value !== null && other !== null) return Math.abs(value - other) <= 1e-6;
  edges.push(address);
  return true;
}

/** The factor model `f` of studies by chance is found by steps too, which end within 1e-6 of each other: more where it fits badly. */
const bySteps = (address: string, value: number | null, other: number | null): boolean =>
  address.startsWith('f.') && value !== null && other !== null && Math.abs(other - value) <= 1e-6 * Math.max(1, Math.abs(value));

/** What rests on the order of the rows, or on who is drawn of them. */
const ordered = /durbin_watson|^v\.(?:indirect|mediated)\b|^b\./u;

const exam = fileURLToPath(new URL('../exam/', import.meta.url));
const designs = readdirSync(exam).filter((name) => /^\d/u.test(name));
/** An oblique rotation goes on until it moves by less than a limit: where it stops follows the last digits of what it began with. */
const iterated: ReadonlySet<string> = new Set(['08-place-attachment-efa']);
const filesIn = (folder: string): Readonly<Record<string, string | Uint8Array>> =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, string | Uint8Array][] => {
      if (!entry.isFile()) return [];
      const content = readFileSync(`${folder}${entry.name}`);
      return [[entry.name, entry.name.endsWith('.study') ? content.toString('utf8') : content]];
    }),
  );

describe('numbers by codes are those of rows', () => {
  it.each(EXAMPLES.filter((name) => runExample(name).results !== null))('%s', (example) => {
    expectSame(found(projectOf(), example, codes), found(projectOf(), example, rowsOnly));
  });

  it.each(patient ? designs : designs.slice(0, 2))('the exam’s %s', (design) => {
    const files = filesIn(`${exam}${design}/`);
    expectSame(found(files, 'study.study', codes), found(files, 'study.study', rowsOnly), iterated.has(design) ? 6 : 9);
  });

  it('of every clause that changes a number', () => {
    const files = { 'x.study': everyClauseSpec, 'd.csv': everyClauseData };
    expectSame(found(files, 'x.study', codes), found(files, 'x.study', rowsOnly));
  });

  it('of a category from a number with a code for no answer: what is no answer is in no level', () => {
    const study = 'study "S"\ndata "d.csv" { missing 99 }\nnumber age\ncategory old from age { young = ..35  elder = 36.. }\n';
    const files = { 'x.study': study, 'd.csv': `age\n${[20, 99, 40, 99, 70, 30].join('\n')}\n` };
    const own = found(files, 'x.study', codes);
    expect(own.numbers.get('old.elder.count')?.value).toBe(2);
    expectSame(own, found(files, 'x.study', rowsOnly));
  });

  it.each([
    ['sex', ''],
    ['sex, place', ''],
    ['sex, place', 'weight w'],
    ['place, sex', 'weight w  stratum st  lonely average'],
    ['sex, place', 'weight w  stratum st  cluster psu  lonely certainty'],
  ])('of weights brought to the margins of %s, %s', (margins, design) => {
    const files = calibrated(margins, design);
    const own = found(files, 'x.study', codes);
    expect(own.numbers.get('q1.se')?.value).toBeGreaterThan(0);
    expect(own.numbers.get('y.mean(edu.some)')?.value).not.toBeNull();
    expectSame(own, found(files, 'x.study', rowsOnly));
  });

  it(
    'of studies made at random',
    () => {
      for (let seed = 1; seed <= STUDIES; seed++) {
        const files = made(seed);
        const [own, wanted] = [found(files, 'x.study', codes), found(files, 'x.study', rowsOnly)];
        expect(wanted.numbers.size, String(seed)).toBeGreaterThan(50);
        expectSame(own, wanted);
      }
      expect(edges.length).toBeLessThanOrEqual(Math.max(1, STUDIES / 100));
    },
    Math.max(60_000, STUDIES * 10_000),
  );
});

describe('studies compared', () => {
  it.each([101, 104])('give the numbers of rows (%i)', (seed) => {
    const compared = (from: number): Numbers => {
      const studies = ['one', 'two'].map((name, at): ComparedStudy => {
        coding.from = from;
        packing.from = packed(from);
        // Two thirds of the answers each, one third in both.
        const files = made(seed);
        const lines = files['d.csv']!.split('\n').filter((_, line) => line === 0 || line % 3 !== at);
        const { results, coded, frame } = runProject({ ...files, 'd.csv': lines.join('\n') }, 'x.study');
        return { name, plan: results!.plan, coded: coded!, frame: frame!, results: results! };
      });
      const found = comparisonQuantities(compareStudies(studies, { replications: 25 }));
      return new Map([...found.values()].map(({ address, value, reason }) => [address, { value, reason }]));
    };
    const [own, wanted] = [compared(codes), compared(rowsOnly)];
    expect(wanted.size).toBeGreaterThan(100);
    expectSame({ numbers: own, problems: [], schema: null }, { numbers: wanted, problems: [], schema: null });
  });
});

describe('shuffled rows', () => {
  it('change no digit of what follows from counts, and nothing else but for rounding', () => {
    for (let seed = 101; seed <= 103; seed++) {
      const files = made(seed);
      const random = randomOf(seed);
      const [head, ...lines] = files['d.csv']!.trimEnd().split('\n');
      const order = lines.map((line) => [random(), line] as const).sort((a, b) => a[0] - b[0]);
      const shuffled = { ...files, 'd.csv': `${head}\n${order.map(([, line]) => line).join('\n')}\n` };
      const [own, other] = [found(files, 'x.study', codes), found(shuffled, 'x.study', codes)];
      const off: string[] = [];
      for (const [address, { value }] of own.numbers) {
        const moved = other.numbers.get(address)!.value;
        if (ordered.test(address) || Object.is(value, moved)) continue;
        if (COUNTED.test(address) && !isDrawn(seed)) off.push(`${address}: ${value} and ${moved}`);
        else if (value === null || moved === null || Math.abs(value - moved) > 1e-9 * Math.max(1, Math.abs(value)))
          off.push(`${address}: ${value} and ${moved}`);
      }
      expect(off, String(seed)).toEqual([]);
    }
  });
});

/** A study whose weights are brought to margins, with missing answers elsewhere and a stratum of one respondent. */
function calibrated(margins: string, design: string): Readonly<Record<string, string>> {
  const random = randomOf(23);
  const rows = Array.from({ length: 240 }, (_, row) => {
    const tendency = random() - 0.5;
    const item = (): string =>
      random() < 0.05 ? '' : String(Math.max(1, Math.min(5, Math.round(3 + 3 * tendency + 2 * (random() - 0.5)))));
    const stratum = row === 7 ? 9 : row % 3;
    return [
      item(),
      item(),
      item(),
      item(),
      random() < 0.4 ? 'm' : 'f',
      1 + Math.floor(random() * 3),
      random() < 0.05 ? '' : random() < 0.6 ? 'some' : 'none',
      (20 + 40 * random()).toFixed(2),
      row === 11 ? 0 : (0.3 + 2 * random()).toFixed(2),
      `s${stratum}`,
      `${stratum}-${Math.floor(random() * 5)}`,
    ].join(',');
  });
  return {
    'm.csv': `category,level,population\nsex,male,5000\nsex,female,5500\nplace,one,4000\nplace,two,3000\nplace,three,3500\n`,
    'd.csv': `q1,q2,q3,q4,sex,place,edu,age,w,st,psu\n${rows.join('\n')}\n`,
    'x.study': `study "S"
data "d.csv" { missing blank  ${design}  calibrate ${margins} from "m.csv" }
scale s 1..5
dimension one on s { indicator q1  indicator q2  indicator q3  indicator q4 }
category sex { male = "m"  female = "f" }
category place { one = 1  two = 2  three = 3 }
category edu { some = "some"  none = "none" }
number age
index y { of one  keep 1  rescale none }
compare g { of y, q1, age  by place, edu  where q2 >= 2 }
regression r { explain y, q3  by sex, edu, age }
regression l { explain edu  by sex, q1  method logit }
`,
  };
}

/** Numbers of answers, of dimensions, and of an index before anything is scored. */
const COUNTED = new RegExp(
  String.raw`^(?:q\d|one|two|three|age|kids|late|sex|place|edu)\b.*\.` +
    String.raw`|^(?:y|z)\.(?:alpha|omega|kmo|bartlett|eigenvalue|explained|loading|communality|correlation|n\b)`,
  'u',
);

/** Sums of weights are no whole numbers: they are rounded. */
const isDrawn = (seed: number): boolean => seed % 3 === 0;

/** A study of twelve items, three categories, a count and a number, with clauses and answers by chance; one in three has a design. */
function made(seed: number): Readonly<Record<string, string>> {
  const random = randomOf(seed);
  const one = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)]!;
  const drawn = isDrawn(seed);
  const draw = randomOf(seed + 1_000_000);
  // Strata of many respondents and of few, units within them, weights that some have not got.
  const sampledAs = (row: number): readonly (string | number)[] => {
    if (!drawn) return [];
    const stratum = row % 17 === 0 ? 4 : Math.floor(draw() * 4);
    const weight = draw() < 0.03 ? ['', 0, '99'][Math.floor(draw() * 3)]! : (0.3 + 2 * draw() * draw()).toFixed(2);
    return [weight, `s${stratum}`, stratum * 10 + Math.floor(draw() * (stratum === 4 ? 1 : 6))];
  };
  const units = draw() < 0.5;
  const lonely = ['adjust', 'certainty', 'average'][Math.floor(draw() * 3)]!;
  const population = draw() < 0.3 ? 'population 4000' : '';
  const design = drawn ? `weight w  stratum st  ${units ? 'cluster psu' : ''}  lonely ${lonely}  ${population}` : '';
  const plain = drawn ? 'unweighted' : '';
  const unless = (text: string): string => (drawn ? '' : text);
  const high = one(3, 5, 7);
  const lost = one(0, 0.02, 0.1);
  const rows = Array.from({ length: 150 + Math.floor(random() * 150) }, (_, row) => {
    const [a, b, c] = [random() - 0.5, random() - 0.5, random() - 0.5];
    const cell = (value: string | number): string => (random() < lost ? one('', '99', '') : String(value));
    const items = Array.from({ length: 12 }, (__, i) => {
      const factor = [a, b, c][Math.floor(i / 4)]!;
      const at = (factor * 1.4 + a * 0.5 + (random() - 0.5)) * high * 0.6 + (high + 1) / 2;
      return cell(Math.max(1, Math.min(high, Math.round(at))));
    });
    return [
      row + 1,
      ...items,
      cell(one('m', 'f')),
      cell(one(1, 2, 3, 4)),
      cell(one('none', 'some', 'much')),
      cell(18 + Math.floor(random() * 60)),
      cell(Math.floor(random() * random() * 6)),
      cell((random() * 1000 + a * 300).toFixed(3)),
      ...sampledAs(row),
    ].join(',');
  });
  const q = (from: number): string =>
    Array.from({ length: 4 }, (_, i) => `indicator q${from + i}${random() < 0.2 ? ' reversed' : ''}`).join('  ');
  const missing = one('listwise', 'pairwise', 'mean');
  const pairs = unless(`post_hoc ${one('tukey', 'games_howell', 'holm')}`);
  const where = one('', '', 'where sex is male', 'where age > 30', 'where place is not one and kids <= 3', 'where q3 >= 2');
  const rescale = one('0..100', 'components 0..10', 'none', 't');
  // What came to codes later draws for itself, so that the studies above stay what they were.
  const later = randomOf(seed + 2_000_000);
  const any = (...choices: readonly string[]): string => choices[Math.floor(later() * choices.length)]!;
  const event = any('elder', 'middle');
  const model = unless(any('', `errors ${any('hc0', 'hc3', 'cluster place')}`));
  const others = `measurement f { ${plain}  of one, two  ${any('', 'estimator mlr', 'missing fiml', 'by sex')}
  ${any('', 'where age > 30')} }
mediation v { ${plain}  explain ${any('q1', 'income', 'y')}  by ${any('sex', 'q2', 'kids')}  through q3, q4 then q5
  with ${any('edu', 'place, q9')}
  ${any('', 'errors bootstrap 100', 'errors bootstrap 100 bca')}  ${any('', 'where q10 >= 2')} }
regression b { ${plain}  explain q4  by sex, kids, q9  errors bootstrap 100 ${any('', 'bca')} }
regression o { explain old  by ${any('kids, edu', 'sex, edu', 'sex * edu', 'sex, place')}  method logit event ${event}  ${model} }
regression k { ${plain}  explain kids  by ${any('sex', 'sex, place', 'sex, q9, edu')}  method ${any('poisson', 'ordered', 'tobit 0..')} }
regression n { ${plain}  explain edu  by ${any('sex', 'place', 'sex, q9')}  method multinomial  ${any('', 'where age > 30')} }
`;
  const spec = `study "S"
data "d.csv" { id id  missing blank | 99  ${design}  ${one('', '', 'where age >= 20 and q5 is not blank', 'where edu is not "none"')} }
scale s 1..${high}
dimension one on s { ${q(1)} }
dimension two on s { ${q(5)} }
dimension three on s { ${q(9)} }
category sex { male = "m"  female = "f" }
category place { one = 1  two = 2  three = 3  four = 4 }
category edu { none = "none"  some = "some"  much = "much" }
category old from age { young = ..35  middle = 36..55  elder = 56.. }
number age
number kids
number income
number mean_one = mean(q1, q2, q3)
number place_one when place is one
number late when age > 50 and sex is male
index y { of one, two, three  missing ${missing}  keep ${one('2', '3', 'eigenvalue > 1')}  rotate ${one('varimax', 'none', 'quartimax')}
  ${random() < 0.6 ? 'component a marked by q1' : ''}  rescale ${rescale}  ${where} }
index z { of q1, q2, q3, q5, q6, q9  missing ${one('listwise', 'mean')}  keep 1  rescale ${one('0..100', 'none')}
  ${unless(one('', '', 'correlations spearman', 'correlations polychoric'))} }
index m { of one, two, three  normalize ${one('range', 'z', 'none')}  rescale 0..1 }
compare g { of y, one, q2, kids, income  by sex, place, edu, old  ${pairs}  ${one('', where)} }
correlate c { ${plain}  of one, two, kids, age, y  missing ${one('listwise', 'pairwise')}  ${one('', 'method spearman', 'method kendall')} }
correlate d { ${plain}  of one, q5, q7, age, late  ${one('', where)}
  ${one('missing pairwise', 'method spearman  missing pairwise', 'control q9, q10', 'method spearman  control kids, q9')} }
correlate e { ${plain}  of two, q5, kids, late  method kendall  ${one('', where, 'missing pairwise', 'control q9, place_one')} }
regression r { explain y, z, q4  by sex, place, edu, age, kids  ${one('', where)}
  ${unless(one('', 'missing mean', 'errors hc3', 'errors hc4m', 'errors cluster place', 'errors cluster edu cr2'))} }
regression l { explain income, two  by one, three, sex * kids }
${others}`;
  const names = Array.from({ length: 12 }, (_, i) => `q${i + 1}`);
  return {
    'x.study': spec,
    'd.csv': `id,${names.join(',')},sex,place,edu,age,kids,income${drawn ? ',w,st,psu' : ''}\n${rows.join('\n')}\n`,
  };
}
