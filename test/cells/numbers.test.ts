// Cells that are numbers, however they are written, and cells that are several answers, labels or words. Cases of public reports of users
// of other programs (a07, b02, b08, b15), with others of their kind.
import { describe, expect, it } from 'vitest';
import { csvOf, runCase, type Case } from './support.ts';

const spec = (declared: string, data = 'id id') => `study "S"\ndata "d.csv" { ${data} }\n${declared}\n`;
const numbers = (cells: readonly (string | number)[], separator = ',', data?: string): Case =>
  runCase({ 'd.csv': csvOf({ x: cells }, separator), 's.study': spec('number x', data) });
const item = (cells: readonly (string | number)[], separator = ',', declared = 'indicator q on 1..5'): Case =>
  runCase({ 'd.csv': csvOf({ q: cells }, separator), 's.study': spec(declared) });

describe('decimal commas', () => {
  it('lose nothing beside a text that is declared missing', () => {
    const found = numbers(['3,5', 2, 3, '3,5', 5, 'k.A.', '3,5', 3, 4, '0,14'], ';', 'id id  missing blank | "k.A."');
    expect([found.value('x.n'), found.value('x.mean')]).toEqual([9, expect.closeTo((3.5 * 3 + 2 + 3 + 5 + 3 + 4 + 0.14) / 9, 12)]);
    expect(found.codes).toEqual(['SS340']);
    expect(found.message('SS340')).toBe('Numbers are read as they are written: decimal commas in x.');
  });

  it('lose nothing beside a word that is not: that word alone is told, and not the numbers', () => {
    const found = numbers(['3,5', 2, 'keine Ahnung', '3,5', '1.234,5'], ';');
    expect([found.value('x.n'), found.value('x.max')]).toEqual([4, 1234.5]);
    expect(found.message('SS322')).toContain('"keine Ahnung" is not a number');
    expect(found.help('SS322')).toContain('`missing "keine Ahnung"`');
    expect(found.help('SS322')).not.toContain('3,5');
  });

  it.each([
    ['tabs', '\t', ['3,5', '2,25', 'k.A.']],
    ['semicolons', ';', ['3,5', '-2,25', '']],
    ['commas, in quotes, with two decimals', ',', ['3,50', '2,25', '0,14']],
  ])('are read in a file with %s', (_, separator, cells) => {
    const found = numbers(cells, separator);
    expect(found.value('x.max')).toBe(3.5);
    expect(found.codes).toContain('SS340');
  });

  it('are told apart from decimal points by other columns of the file', () => {
    const both = (x: readonly string[], y: readonly string[]): Case =>
      runCase({ 'd.csv': csvOf({ x, y }, ';'), 's.study': spec('number x\nnumber y') });
    expect(both(['3,5', '4,25'], ['1,234', '2,500']).value('y.max')).toBe(2.5);
    expect(both(['0.5', '4.25'], ['1,234', '2,500']).value('y.max')).toBe(2500);
    expect(both(['3,5', 'k.A.'], ['1.234', 'k.A.']).value('y.max')).toBe(1234);
    // What only the separator of the cells decides is told.
    const doubtful = both(['1', '2'], ['1,234', '2,500']);
    expect(doubtful.value('y.max')).toBe(2.5);
    expect(doubtful.codes).toEqual(['SS315']);
  });
});

describe('thousands', () => {
  it.each([
    ['commas', ',', ['1,234', '1,000,000.50', '950'], 1000000.5],
    ['points', ';', ['1.234', '1.000.000,50', '950'], 1000000.5],
    ['blanks', ';', ['1 234', '12 500,5', '950'], 12500.5],
    ['narrow blanks', ',', ['1\u202f234', '12\u00a0500', '950'], 12500],
    ['apostrophes', ',', ["1'234", "12'500.5", '950'], 12500.5],
    ['commas as in India', ',', ['1,00,000', '12,34,567', '950'], 1234567],
  ])('are read with %s where the column bears it out', (_, separator, cells, max) => {
    const found = numbers(cells, separator);
    expect([found.value('x.n'), found.value('x.max')]).toEqual([3, max]);
    expect(found.codes).toEqual(['SS340']);
  });

  it('are doubtful where others stand without, and not read where commas mean two things', () => {
    expect(numbers(['1,234', '2,345', '1500']).codes).toEqual(['SS315']);
    const mixed = numbers(['1,5', '1,234,567', '3', '4', '2']);
    expect([mixed.value('x.n'), mixed.codes]).toEqual([3, ['SS337', 'SS322']]);
  });
});

describe('other ways to write', () => {
  it('reads full-width digits, the minus of print and odd blanks, and says so once', () => {
    const found = runCase({
      'd.csv': 'id,q,r,s\n1,3\u00a0,\u3000,３\n2,4,2,４\n3,\u00a05,\u00a0,５\n4,2,4,2\n5,\u22121,5,1\n',
      's.study': spec('indicator q on 1..5\nindicator r on 1..5\nindicator s on 1..5'),
    });
    expect([
      found.value('q.n'),
      found.value('q.mean'),
      found.value('r.n'),
      found.value('r.mean'),
      found.value('s.n'),
      found.value('s.mean'),
    ]).toEqual([4, 3.5, 3, expect.closeTo(11 / 3, 12), 5, 3]);
    expect(found.message('SS321')).toContain('−1 is outside 1..5');
    expect(found.codes.filter((code) => code === 'SS340')).toHaveLength(1);
    expect(found.message('SS340')).toContain('full-width digits and signs in q, s');
  });

  it.each([
    [
      ['１６．８', '−17.4', '－４９．０'],
      [16.8, -17.4, -49],
    ],
    [
      ['–5', '3'],
      [-5, 3],
    ],
    [
      ['42.8%', '46.9%'],
      [0.428, 0.469],
    ],
    [
      ['¥1,234', '¥1,000,000.50', '¥950'],
      [1234, 1000000.5, 950],
    ],
    [
      ['25岁', '31岁'],
      [25, 31],
    ],
    [
      ['609秒', '821秒', '(跳过)'],
      [609, 821, null],
    ],
  ])('reads %j', (cells, expected) => {
    const found = numbers(cells);
    expect([...found.study.coded!.numbers.get('x')!].map((value) => (Number.isNaN(value) ? null : value))).toEqual(expected);
    expect(found.codes).toContain('SS340');
  });

  it.each([
    ['75 years among plain ages', [43, '75 years', 51]],
    ['a multiplied unit', ['5万', '3万']],
    ['two units', ['3 kg', '500 g']],
    ['superscripts', ['5²', '3²']],
    ['a part of a percentage', ['45%', '0.45']],
  ])('does not read %s', (_, cells) => {
    const found = numbers(cells);
    expect(found.codes).toContain('SS322');
    expect(found.codes).not.toContain('SS340');
  });

  it('advises to write a number alone, not to declare it missing', () => {
    const found = numbers([43, '75 years', 51, 'about 78']);
    expect(found.value('x.n')).toBe(2);
    expect(found.help('SS322')).toBe(
      'Write the number alone, without the words of "75 years" and the words of "about 78", or take the answer out of the file.',
    );
  });
});

describe('several answers in a cell', () => {
  it.each([
    ['2,3', ','],
    ['2,3', ';'],
    ['2,3', '\t'],
    ['2;3', ','],
    ['2┋3', ','],
    ['2|3', ','],
    ['2、3', ','],
    ['2/3', ','],
    ['2 3', ','],
    ['2，3', ','],
    ['[2, 3]', ','],
    ['2 and 3', ','],
    ['2-3', ','],
    ['1,2,3', ';'],
    ['２，３', ','],
  ])('%j (cells parted by %j) is never 2.3 in an item', (cell, separator) => {
    const found = item([1, 2, cell, 4, 3, 5], separator);
    expect([found.value('q.n'), found.value('q.mean')]).toEqual([5, 3]);
    expect(found.codes).toEqual(['SS337']);
    expect(found.message('SS337')).toBe(`Row 3 (3), q: "${cell}" holds several answers, each on 1..5; it is treated as missing.`);
  });

  it('is not taken for a decimal comma because another column has them', () => {
    const found = runCase({
      'd.csv': csvOf({ q: [1, 2, '2,3', '4,5', 3], x: ['0,14', '2,75', '3,1'] }, ';'),
      's.study': spec('indicator q on 1..5\nnumber x'),
    });
    expect([found.value('q.n'), found.value('x.n')]).toEqual([3, 5]);
    expect(found.message('SS337')).toContain('(2 such cells)');
    expect(found.message('SS340')).toBe('Numbers are read as they are written: decimal commas in x.');
  });

  it('is a decimal comma where another number of the item proves it', () => {
    const found = item(['2,3', '3,67', '4,0', '2,5'], ';');
    expect([found.value('q.n'), found.value('q.max')]).toEqual([4, 4]);
    expect(found.codes).toEqual(['SS340']);
  });

  it('is told of numbers and of categories', () => {
    const number = numbers(['1,2', 3, '2,3', 1, 5]);
    expect([number.value('x.n'), number.codes]).toEqual([3, ['SS337']]);
    expect(number.help('SS337')).toContain('a column of 0 and 1 for each choice');
    const category = runCase({ 'd.csv': csvOf({ g: [1, 2, '1;2', 1, 2, 2] }), 's.study': spec('category g { a = 1  b = 2 }') });
    expect(category.codes).toEqual(['SS337']);
    expect(
      runCase({ 'd.csv': csvOf({ g: ['务农', '打工', '务农┋做生意', '打工'] }), 's.study': spec('category g { a = "务农"  b = "打工" }') })
        .codes,
    ).toEqual(['SS337']);
  });

  it('leaves telephone numbers, dates and names alone', () => {
    expect(numbers(['2020-01-04', 3, 4]).codes).toEqual(['SS322']);
    expect(
      runCase({ 'd.csv': csvOf({ g: ['New York', 'Paris'] }), 's.study': spec('category g { a = "New York"  b = "Paris" }') }).codes,
    ).toEqual([]);
  });
});

describe('labelled answers', () => {
  const scale = 'scale agree 1..5 "非常不同意" .. "非常同意"\nindicator q on agree';

  it('are told with the line that says which text is which point, and the line mends them', () => {
    const found = item(['5 - strongly agree', 4, 3, 2, '1 - strongly disagree']);
    expect(found.codes).toEqual(['SS338']);
    expect(found.help('SS338')).toContain(
      '`scale answers 1..5 { "1 - strongly disagree" = 1  "5 - strongly agree" = 5 }`, and `on answers` at the indicator',
    );
    const mended = item(
      ['5 - strongly agree', 4, 3, 2, '1 - strongly disagree'],
      ',',
      'scale answers 1..5 { "1 - strongly disagree" = 1  "5 - strongly agree" = 5 }\nindicator q on answers',
    );
    expect([mended.codes, mended.value('q.n'), mended.value('q.mean')]).toEqual([[], 5, 3]);
  });

  it.each([
    '5 = strongly agree',
    '5: agree',
    '(5) agree',
    '5. Agree',
    '5非常同意',
    '5、非常同意',
    '非常同意（5）',
    'agree (5)',
    'agree = 5',
    '5 分',
    '5分',
    '５ － 非常同意',
  ])('%j names a point, and is no missing code', (text) => {
    const found = item([4, 3, text, 2, 1, 3]);
    expect(found.codes).toEqual(['SS338']);
    expect(found.help('SS338')).toContain(`"${text}" = 5`);
    expect(found.help('SS338')).not.toContain('missing');
  });

  it.each(['5-10 times', '4.5 agree', '99 - refused', '6 - more', '2 bis 3 mal'])('%j names none', (text) => {
    expect(item([4, 3, text, 2, 1, 3]).codes).toEqual(['SS322']);
  });

  it('are read by the labels of points and ends, in every language and case, and the rest is told', () => {
    const points =
      'scale agree 1..5 {\n "Strongly disagree" zh "非常不同意" = 1\n "Disagree" = 2\n "Neither" zh "一般" = 3\n "Agree" = 4\n ' +
      '"Strongly agree" zh "非常同意" = 5 | "5 - yes"\n}\nindicator q on agree reversed';
    const read = item(['strongly agree', 'Disagree ', '一般', 'AGREE', '5 - yes', '非常不同意'], ',', points);
    expect([read.codes, [...read.study.coded!.numbers.get('q')!]]).toEqual([[], [1, 4, 3, 2, 1, 5]]);
    const ends = item(['非常同意', '同意', '一般', '不同意', '非常不同意'], ',', scale);
    expect([ends.value('q.n'), ends.codes]).toEqual([2, ['SS338']]);
    expect(ends.message('SS338')).toContain('"同意" is a label');
    expect(ends.help('SS338')).not.toContain('missing');
  });

  it('are told as such when no answer is a number, and words for no answer as what they are', () => {
    const words = item(['often', 'never', 'often', 'sometimes']);
    expect(words.codes).toEqual(['SS338']);
    // Nobody but the author knows which point is which.
    expect(words.help('SS338')).toContain('"often", "never", "sometimes"');
    expect(words.help('SS338')).not.toMatch(/= \d/u);
    const some = item(['5 - yes', 4, 'refused', 3, '1 - no', 2]);
    expect(some.codes).toEqual(['SS338', 'SS322']);
    expect(some.help('SS322')).toContain('`missing "refused"`');
  });

  it('in a category are told with the level that they name', () => {
    const found = runCase({
      'd.csv': csvOf({ g: [1, 2, '1 - male', 'Female', 1, 2, 2, 2, 1, 1] }),
      's.study': spec('category g { m "Male" = 1  f "Female" = 2 }'),
    });
    expect(found.help('SS323')).toContain('If "1 - male" is m, list the text too: `m = 1 | "1 - male"`');
  });
});

describe('answers between points', () => {
  it('are told where nearly all others are points', () => {
    const found = item([2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, '3.14159', '3.0526']);
    expect(found.codes).toEqual(['SS339']);
    expect(found.message('SS339')).toBe(
      'Row 20 (20), q: 3.14159 is no point of 1..5, as 19 other answers are; it is used as it stands (2 such answers).',
    );
    expect(found.value('q.n')).toBe(21);
    expect(item(['4,4', 4, 3, 2, 5, 1, 2, 2, '3,67'], ';').message('SS339')).toContain('4,4 is no point of 1..5');
  });

  it('are silent where the item is a mean of several', () => {
    expect(item([3.33, 2.67, 4, 1.33, 5, 2]).codes).toEqual([]);
  });
});

describe('lost answers', () => {
  it('are told one by one, with their share from a twentieth on, and are an error from a fifth and five cells', () => {
    const lost = (count: number, of = 100): Case => item(Array.from({ length: of }, (_, row) => (row < count ? 9 : 1 + (row % 5))));
    expect(lost(4).problems.map(({ code, severity }) => [code, severity])).toEqual([['SS321', 'warning']]);
    expect(lost(4).message('SS321')).not.toContain('lost');
    expect(lost(5).message('SS321')).toContain('With that, 5 of 100 answers (5 %) are lost.');
    expect(lost(19).problems[0]!.severity).toBe('warning');
    expect(lost(20).problems[0]!.severity).toBe('error');
    expect(lost(20).message('SS321')).toContain('20 of 100 answers (20 %) are lost: too many to compute from.');
    expect(lost(4, 8).problems[0]!.severity).toBe('warning');
    // Of several kinds together.
    const mixed = item([...Array.from({ length: 20 }, (_, row) => 1 + (row % 5)), 9, 9, 'refused', 'refused', '2,3']);
    expect(mixed.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['SS321', 'error'],
      ['SS337', 'error'],
      ['SS322', 'error'],
    ]);
    // Blank, or declared missing, is not lost.
    expect(
      runCase({ 'd.csv': csvOf({ q: [1, 2, 9, '', 9, 3, 9, '', 9, 9] }), 's.study': spec('indicator q on 1..5', 'id id  missing 9') })
        .codes,
    ).toEqual([]);
  });

  it('of a category and of a number computed from a column are lost too', () => {
    const category = runCase({ 'd.csv': csvOf({ g: [1, 2, 3, 3, 3, 3, 3, 1] }), 's.study': spec('category g { a = 1  b = 2 }') });
    expect(category.problems[0]).toMatchObject({ code: 'SS323', severity: 'error' });
    const formula = runCase({ 'd.csv': csvOf({ a: [1, 'x', 3], b: [1, 2, 3] }), 's.study': spec('number s = a + b') });
    expect(formula.message('SS322')).toContain('s: "x" is not a number');
  });
});
