// A first spec for any data file: it checks clean and runs; what it does not call a guess is right; and whatever format the same answers
// come in, the same numbers come out.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellText, readData, readCsvRows, workbookOf, writers, type Frame, type OutTable, type Quantities } from '@studyspec/core';
import { foundIn, newStudy, openStudy, resultsOf, type NewStudy, type NewStudyInput } from '@studyspec/dsl';
import { worldOf } from '../support/project.ts';
import { platformBytes } from '../platforms/expected.ts';

const file = (path: string): Uint8Array => readFileSync(new URL(`../../${path}`, import.meta.url));
const frameOf = (bytes: Uint8Array, name: string): Frame => readData(bytes, name).frame!;
const draft = (bytes: Uint8Array, name: string, more: Partial<NewStudyInput> = {}): NewStudy =>
  newStudy({ frame: frameOf(bytes, name), dataFile: name, codebook: null, ...more });

function run(
  bytes: Uint8Array,
  name: string,
  { text }: NewStudy,
): { readonly errors: readonly string[]; readonly quantities: Quantities | null } {
  const study = openStudy('new.study', worldOf({ 'new.study': text, [name]: bytes }));
  const results = resultsOf(study);
  const errors = foundIn(study, results).filter(({ severity }) => severity === 'error');
  return { errors: errors.map(({ code }) => code), quantities: results?.quantities ?? null };
}

/** GBK bytes of a text, by what the platform's decoder reads: no program has an encoder at hand. */
function gbkOf(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xf7; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    [...text].flatMap((letter) => (letter.charCodeAt(0) < 128 ? [letter.charCodeAt(0)] : (bytes.get(letter) ?? [63]))),
  );
}

/** The example's raw answers, its sites by their Chinese names so that letters matter. */
const SITES: Readonly<Record<string, string>> = { A: '镇宁', B: '镇宁集镇', C: '紫云', D: '关岭', E: '西秀' };
const raw = new TextDecoder()
  .decode(file('examples/anshun/anshun_2020_raw.csv'))
  .replace(/^(AS-[A-E]-\d+,[^,]*),([A-E]),/gmu, (_, front: string, site: string) => `${front},${SITES[site]!},`);
const utf8 = new TextEncoder().encode(raw);

function tableOf(frame: Frame): OutTable {
  return {
    title: 'Anshun',
    rows: frame.rows,
    columns: frame.columns.map((column) =>
      column.kind === 'number'
        ? { kind: 'number', name: column.name, label: '', measure: 'nominal', decimals: 0, labels: [], missing: [], values: column.values }
        : {
            kind: 'text',
            name: column.name,
            label: '',
            measure: 'nominal',
            values: Array.from({ length: frame.rows }, (_, row) => cellText(column, row) ?? ''),
          },
    ),
  };
}

describe('the same answers in every format', () => {
  const original = frameOf(utf8, 'a.csv');
  const first = draft(utf8, 'a.csv');
  const wanted = run(utf8, 'a.csv', first);
  const rows = readCsvRows(raw).map((row, at) =>
    at === 0 ? row : row.map((cell) => (/^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell)),
  );
  const files: Readonly<Record<string, Uint8Array>> = {
    'a.sav': writers.sav.write(tableOf(original)).bytes,
    'a.dta': writers.dta.write(tableOf(original)).bytes,
    'a.xlsx': workbookOf([{ name: 'answers', rows }]),
    'gbk.csv': gbkOf(raw),
  };

  it('is read from UTF-8 as the questionnaire has it', () => {
    expect(wanted.errors).toEqual([]);
    for (const [address, value] of [
      ['sample', 323],
      ['eco_cost.mean', 3.5139],
      ['psy.alpha', 0.812],
      ['site.西秀.count', 132],
    ] as const)
      expect([address, wanted.quantities!.get(address)?.value ?? null]).toEqual([address, expect.closeTo(value, 3)]);
  });

  it.each(Object.keys(files))('%s gives the same numbers as the UTF-8 file', (name) => {
    const own = draft(files[name]!, name);
    expect(own.text.replace(name, 'a.csv').replace(/study "[^"]*"/u, '')).toBe(first.text.replace(/study "[^"]*"/u, ''));
    const { errors, quantities } = run(files[name]!, name, own);
    expect(own.text).toMatch(/^studyspec 1\nstudy "/mu);
    expect(errors).toEqual([]);
    expect(quantities!.size).toBe(wanted.quantities!.size);
    expect(quantities!.size).toBeGreaterThan(1000);
    expect([...quantities!].filter(([address, { value }]) => wanted.quantities!.get(address)?.value !== value)).toEqual([]);
  });
});

const platform = [
  ['01-wenjuanxing', '按文本_labels.csv'],
  ['01-wenjuanxing', '按序号_codes.csv'],
  ['01-wenjuanxing', '按文本_labels.xlsx'],
  ['02-qualtrics', 'qualtrics_choice_text.csv'],
  ['02-qualtrics', 'qualtrics_numeric.csv'],
  ['03-google-forms', 'Neighbourhood survey (Responses) - Form Responses 1.csv'],
  ['04-kobo-odk', 'household_-_all_versions_-_False.csv'],
  ['06-spss-haven', 'survey_byte.sav'],
  ['07-spss-pspp', 'pspp.zsav'],
  ['08-spss-gb18030', 'gb_says_ascii.sav'],
  ['09-stata-old', 'survey_v114_gbk.dta'],
  ['10-stata-new', 'survey_v119.dta'],
  ['12-wvs-ess', 'wvs_like.dta'],
  ['12-wvs-ess', 'ess_like.sav'],
  ['11-wide-public-file', 'cfps_like_adult.dta'],
  ['14-numbers', 'decimal_comma.csv'],
  ['15-parquet', 'survey_plain.parquet'],
  ['14-numbers', 'choices_in_a_cell.csv'],
] as const;

describe('files of platforms', () => {
  it.each(platform)('%s/%s gets a first spec that checks clean and runs', (folder, name) => {
    const bytes = platformBytes(folder, name);
    const own = draft(bytes, name);
    const { errors, quantities } = run(bytes, name, own);
    expect([own.text, errors]).toEqual([own.text, []]);
    expect(quantities!.get('sample')!.value).toBe(frameOf(bytes, name).rows);
    expect(own.guesses).toBe(own.text.match(/\/\/ guess:|\(guess:/gu)?.length ?? 0);
    // Every column is declared, named as the design's, or said not to be declared.
    const told = new Set([...own.columns.values(), ...own.aside]);
    for (const column of frameOf(bytes, name).columns)
      if (!told.has(column.name)) expect(own.text).toMatch(new RegExp(`(?:Weights|Strata|Primary sampling units): ${column.name}`, 'u'));
  });

  it('an SPSS file: labels, points, ids and weights as its dictionary has them', () => {
    const { text } = draft(platformBytes('06-spss-haven', 'survey_byte.sav'), 'survey_byte.sav');
    for (const line of [
      '  id id',
      '// Weights: wt (guess:',
      '  "非常不同意" = 1',
      'scale agreement 1..5 {',
      'category sex "性别" {',
      '  男 "男" = 1',
      '  贵州 "贵州" = "GZ"',
      'number age ',
    ])
      expect(text).toContain(line);
    // Ends alone are labelled in the fourth item: it is the same scale.
    expect(text.match(/^scale /gmu)).toHaveLength(1);
    expect(text).toMatch(/indicator a4 +"我听得懂当地话"/u);
  });

  it('codes that are missing by their labels alone are proposed, once, as guesses', () => {
    const { text } = draft(platformBytes('12-wvs-ess', 'wvs_like.dta'), 'wvs_like.dta');
    expect(text).toMatch(/missing -5 \| -4 \| -2 \| -1 {2}\/\/ guess: -5 \(Missing; Unknown\) stands for no answer/u);
    expect(text).toContain('scale satisfaction 1..10 "Completely dissatisfied" .. "Completely satisfied"');
    expect(text).toContain('indicator Q49 "Satisfaction with your life" on satisfaction\n');
  });

  it('weights, strata and sampling units of a public file are named as such, and none of them is an answer', () => {
    const { text, columns } = draft(platformBytes('11-wide-public-file', 'cfps_like_adult.dta'), 'adult.dta');
    expect(text).toContain('// Weights: rswt_natcs18n (guess:');
    expect(text).toContain('// Primary sampling units: psu (guess:');
    expect(text).toContain('// Strata: subpopulation (guess:');
    expect(text).toContain('  id pid\n');
    expect([...columns.values()]).not.toContain('psu');
  });

  it('numbers beside a word for no answer are numbers', () => {
    const bytes = new TextEncoder().encode(
      `id,years\n${Array.from({ length: 30 }, (_, at) => `${at},${at % 3 === 0 ? '(跳过)' : at * 2}`).join('\n')}\n`,
    );
    const spec = draft(bytes, 'export.csv');
    expect(spec.text).toMatch(/^number years missing "\(跳过\)" within 2\.\.58 /mu);
    expect(run(bytes, 'export.csv', spec)).toMatchObject({ errors: [] });
    expect(run(bytes, 'export.csv', spec).quantities?.get('years.n')?.value).toBe(20);
  });

  it('words of an agreement scale are its points in their order, whichever occur', () => {
    const { text } = draft(platformBytes('01-wenjuanxing', '按文本_labels.csv'), 'w.csv');
    expect(text).toContain(
      'scale agreement 1..5 {\n  "非常不同意" = 1\n  "不同意"     = 2\n  "一般"       = 3\n  "同意"       = 4\n  "非常同意"   = 5\n}',
    );
    expect(text).toMatch(/dimension q3 on agreement/u);
    expect(text).toContain('Several answers in a cell, not declared: 4、');
  });
});

it('bfi: five dimensions of five items, those reversed that its authors key so', () => {
  const bytes = file('test/numbers/data/bfi.csv');
  const own = draft(bytes, 'bfi.csv');
  expect(run(bytes, 'bfi.csv', own).errors).toEqual([]);
  expect([...own.text.matchAll(/^dimension (\w)/gmu)].map(([, name]) => name)).toEqual(['A', 'C', 'E', 'N', 'O']);
  // psych's bfi.keys: -A1, -C4, -C5, -E1, -E2, -O2, -O5.
  expect([...own.text.matchAll(/indicator (\w\d) reversed/gu)].map(([, name]) => name)).toEqual(['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5']);
  expect(own.text).toContain('scale points_6 1..6');
});

describe('what is said beside the data', () => {
  it('a codebook gives labels in two languages, codes, dimensions and scales: nothing of them is a guess', () => {
    const bytes = file('examples/anshun/anshun_2020_raw.csv');
    const codebook = readCsvRows(new TextDecoder().decode(file('examples/anshun/codebook.csv')));
    const own = draft(bytes, 'a.csv', { codebook });
    expect(run(bytes, 'a.csv', own).errors).toEqual([]);
    expect(own.guesses).toBe(0);
    expect([...own.text.matchAll(/^dimension (\w+)/gmu)].map(([, name]) => name)).toEqual([
      'economy',
      'society',
      'psychology',
      'culture',
      'community_support',
    ]);
    expect(own.text).toMatch(/male +"Male" +zh "男" = 1/u);
    expect(own.text).toContain('category site');
    expect(own.text).toMatch(/= "A"/u);
  });

  it('a small codebook of names, labels and values', () => {
    const data = new TextEncoder().encode('pid,q1,q2,q3\n1,1,5,20\n2,2,4,99\n3,1,1,31\n4,2,3,44\n');
    const codebook = [
      ['name', 'label', 'values', 'missing'],
      ['q1', 'Sex', '1=Male; 2=Female', ''],
      ['q2', 'Trust', '1-5 reversed', ''],
      ['q3', 'Age', 'years', '99'],
    ];
    const own = draft(data, 'd.csv', { codebook });
    const { errors, quantities } = run(data, 'd.csv', own);
    expect(errors).toEqual([]);
    expect(own.text).toContain('indicator q2 "Trust" on points_5 reversed');
    expect(own.text).toMatch(/number q3 "Age" missing 99 within 20\.\.44/u);
    expect(quantities!.get('q3.n')!.value).toBe(3);
  });

  it('an XLSForm gives questions, choices and what has several answers', () => {
    const bytes = platformBytes('04-kobo-odk', 'household_-_all_versions_-_False.csv');
    const survey = [
      ['type', 'name', 'label::English', 'label::中文'],
      ['begin_group', 'grp_hh', 'Household', ''],
      ['select_one sexes', 'sex', 'Sex of the head', '户主性别'],
      ['integer', 'size', 'Household size', '家庭人口'],
      ['select_multiple wants', 'needs', 'What is needed', '需求'],
      ['end_group', '', '', ''],
      ['select_one agree', 'access', 'Town is easy to reach', ''],
    ];
    const choices = [
      ['list_name', 'name', 'label::English', 'label::中文'],
      ['sexes', 'female', 'Woman', '女'],
      ['sexes', 'male', 'Man', '男'],
      ...[1, 2, 3, 4, 5].map((n) => [
        'agree',
        String(n),
        ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'][n - 1]!,
        '',
      ]),
    ];
    const own = draft(bytes, 'h.csv', { codebook: { survey, choices } });
    expect(run(bytes, 'h.csv', own).errors).toEqual([]);
    expect(own.text).toContain('"Sex of the head" zh "户主性别"');
    expect(own.text).toMatch(/woman "Woman" zh "女" = "female"/u);
    expect(own.text).toContain('"Strongly disagree" = 1');
    expect(own.text).toMatch(/Several answers in a cell, not declared: .*grp_hh\/needs/u);
  });
});

it('names, words and quotation marks of any file make a spec that can be read', () => {
  const heads = ['1st "x"', 'of', 'missing', 'a b', '很长'.repeat(40), 'x`y', 'A', 'a', '=cmd()', 'guess'];
  const data = [
    heads,
    ...Array.from({ length: 12 }, (_, at) => heads.map((_, n) => (n % 3 === 0 ? ['yes "so"', 'no'][at % 2]! : String((at * (n + 1)) % 5)))),
  ]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  const bytes = new TextEncoder().encode(data);
  const own = draft(bytes, 'odd.csv');
  expect([own.text, run(bytes, 'odd.csv', own).errors]).toEqual([own.text, []]);
});
