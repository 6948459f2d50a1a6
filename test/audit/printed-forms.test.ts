// How figures stand in print: bounds of p, what is not significant, blanks, brackets in heads; in single figures, rows and CSV files alike.
import { compile, formatText } from '@studyspec/dsl';
import { tell, formatAddress } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { audited } from './support.ts';

const model =
  'study "S"\nindicator y on 1..5\nindicator x1 on 1..5\nindicator x2 on 1..5\nindicator x3 on 1..5\nregression m { explain y by ' +
  'x1, x2, x3 }\n';
const printed = (body: string): string => `published "P" {\n${body}\n}\n`;

function read(spec: string, files: Readonly<Record<string, string>> = {}) {
  const compiled = compile({ entry: 's.study', texts: new Map([['s.study', spec], ...Object.entries(files)]) });
  const figures = compiled.plan?.published.flatMap((one) => one.figures) ?? [];
  return {
    problems: compiled.problems.map((one) => `${one.code} ${tell(one, 'en').message}`),
    figures: figures.map(
      ({ address, operator, printed: { value, decimals, stars } }) =>
        `${formatAddress(address)} ${operator} ${value} (${decimals})${stars ?? ''}`,
    ),
  };
}

/** A p-value as papers write it, and what it says. */
const FORMS: readonly (readonly [string, string])[] = [
  ['.001', '= 0.001 (3)'],
  ['0.001', '= 0.001 (3)'],
  ['<.001', '< 0.001 (3)'],
  ['<0.01', '< 0.01 (2)'],
  ['< .001', '< 0.001 (3)'],
  ['p < .001', '< 0.001 (3)'],
  ['p<.001', '< 0.001 (3)'],
  ['p<0.05', '< 0.05 (2)'],
  ['P < 0.05', '< 0.05 (2)'],
  ['≤.05', '<= 0.05 (2)'],
  ['> .10', '> 0.1 (2)'],
  ['>=0.1', '>= 0.1 (1)'],
  ['p = .034', '= 0.034 (3)'],
  ['p=.034', '= 0.034 (3)'],
  ['＜0.001', '< 0.001 (3)'],
  ['ns', '>= 0.05 (2)'],
  ['NS', '>= 0.05 (2)'],
  ['n.s.', '>= 0.05 (2)'],
];
const BLANKS = ['.', '—', '–', '-', '--', '……', '…', '/', 'NA', '——'];

describe('a p-value', () => {
  it.each(FORMS)('is read as it stands: %s', (form, says) => {
    const wanted = [`m.y.p(x1) ${says}`];
    expect(read(model + printed(`m.y.p(x1) = ${form}`)), 'a single figure').toEqual({ problems: [], figures: wanted });
    const around = [`m.y.t(x1) = 2.6 (2)`, ...wanted, 'm.y.b(x1) = 0.3 (2)'];
    expect(read(model + printed(`table "T" m.y.column(row) {\ncolumns t p b\nx1 2.60 ${form} 0.30\n}`)), 'a cell of a row').toEqual({
      problems: [],
      figures: around,
    });
    expect(
      read(model + printed('table "T" m.y.column(row) from "t.csv"'), { 't.csv': `term,t,p,b\nx1,2.60,${form},0.30\n` }),
      'a cell of a file',
    ).toEqual({ problems: [], figures: around });
  });

  it('stands first and last in a row, and in a row of its own', () => {
    expect(read(model + printed('table "T" m.y.column(row) {\ncolumns p t\nx1 <.001 2.60\nx2 p < .05 -2.1\nx3 ns 0.4\n}')).figures).toEqual(
      [
        'm.y.p(x1) < 0.001 (3)',
        'm.y.t(x1) = 2.6 (2)',
        'm.y.p(x2) < 0.05 (2)',
        'm.y.t(x2) = -2.1 (1)',
        'm.y.p(x3) >= 0.05 (2)',
        'm.y.t(x3) = 0.4 (1)',
      ],
    );
    expect(read(model + printed('table "T" m.column.row {\ncolumns y\nf 12.1***\np <.001\n}'))).toEqual({
      problems: [],
      figures: ['m.y.f = 12.1 (1)***', 'm.y.p < 0.001 (3)'],
    });
    expect(read(model + printed('m.y.p(x1) < .001\nm.y.p(x2) = .034 // two\nm.y.p(x3) = ns')).figures).toEqual([
      'm.y.p(x1) < 0.001 (3)',
      'm.y.p(x2) = 0.034 (3)',
      'm.y.p(x3) >= 0.05 (2)',
    ]);
  });

  it('that is not significant is said beside its coefficient or test too', () => {
    expect(read(model + printed('table "T" m.y.column(row) {\ncolumns beta t\nx1 ns 0.4\nx2 0.2 ns\n}\nm.y.f = ns')).figures).toEqual([
      'm.y.p(x1) >= 0.05 (2)',
      'm.y.t(x1) = 0.4 (1)',
      'm.y.beta(x2) = 0.2 (1)',
      'm.y.p(x2) >= 0.05 (2)',
      'm.y.p >= 0.05 (2)',
    ]);
    expect(read(model + printed('stars 0.01, 0.001\nm.y.p(x1) = ns')).figures).toEqual(['m.y.p(x1) >= 0.01 (2)']);
    expect(read(model + printed('m.y.r2 = ns')).problems).toEqual([expect.stringContaining('ns is said of a p-value')]);
  });

  it('is a mark, not a cell, where the row has its figures', () => {
    expect(read(model + printed('table "T" m.y.column(row) {\ncolumns beta\nx1 0.10 ns\nx2 0.20 n.s.\n}')).figures).toEqual([
      'm.y.beta(x1) = 0.1 (2)ns',
      'm.y.beta(x2) = 0.2 (2)ns',
    ]);
  });

  it('is kept by the formatter', () => {
    const text = formatText(
      model +
        printed(
          'm.y.p(x1) = <.001\nm.y.p(x2) = p < .05\ntable "T" m.y.column(row) {\ncolumns t p\nx1 2.6 <.001\nx2 — p<.05\nx3 0.1 n.s.\n}',
        ),
    );
    expect(formatText(text)).toBe(text);
    for (const part of ['<.001', 'p < .05', 'p<.05', 'n.s.', '—']) expect(text).toContain(part);
  });
});

describe('a blank cell', () => {
  it.each(BLANKS)('is read as it stands: %s', (blank) => {
    const wanted = { problems: [], figures: ['m.y.t(x1) = 2.6 (2)', 'm.y.b(x1) = 0.3 (2)'] };
    expect(read(model + printed(`table "T" m.y.column(row) {\ncolumns t p b\nx1 2.60 ${blank} 0.30\n}`))).toEqual(wanted);
    expect(
      read(
        model +
          printed(
            `table "T" m.y.column(row) {\ncolumns p t se b\nx1 ${blank} 2.60 ${blank} 0.30\nx2 ${blank} ${blank} ${blank} ${blank}\n}`,
          ),
      ),
    ).toEqual(wanted);
    expect(read(model + printed('table "T" m.y.column(row) from "t.csv"'), { 't.csv': `term,t,p,b\nx1,2.60,${blank},0.30\n` })).toEqual(
      wanted,
    );
  });

  it('is no minus of the figure behind it', () => {
    expect(read(model + printed('table "T" m.y.column(row) {\ncolumns t p b\nx1 - -2.60 −0.30\n}')).figures).toEqual([
      'm.y.p(x1) = -2.6 (2)',
      'm.y.b(x1) = -0.3 (2)',
    ]);
  });
});

describe('the shared case b36', () => {
  const figures = (p: string): string =>
    `${model.replace('x1, x2, x3', 'x1, x2')}` +
    `${printed(`m.y.n = 203\nm.y.t(x1) = 2.60\nm.y.p(x1) = ${p}\nm.y.t(x2) = 3.60\nm.y.p(x2) = <.001`)}`;
  it('is readable, and what rounding of t explains is no finding', () => {
    // t = 2.60 with 200 df has p = .0100; 2.595 … 2.605 have .0099 … .0102, so that p < .01 may be.
    for (const p of ['<0.01', '<.01', '< .01', 'p < .01', '.010', '.01']) expect(audited(figures(p)).audit.findings, p).toEqual([]);
  });

  it('is a finding where no rounding explains it', () => {
    for (const p of ['<.005', 'p < 0.001', 'ns', '> .05', '.034']) expect(audited(figures(p)).of('tests').length, p).toBe(1);
  });
});

describe('brackets in a head', () => {
  const scores =
    'study "S"\nindicator a on 1..5\nindicator b on 1..5\ncategory sex { f = 1  m = 2 }\nindex i { of a, b  keep 1  component x ' +
    'marked by a }\n';
  const table = (columns: string, cells: string): string =>
    scores + printed(`table "T" column.mean(row) {\ncolumns ${columns}\nsex.f ${cells}\nsex.m ${cells}\n}`);

  it('are refused where the address has no place for them, once a head', () => {
    const { problems, figures } = read(table('x x (Z) i', '50.0 0.10 51.0'));
    expect(problems).toEqual([
      "SS260 The head x(Z) has brackets, and the table's address column.mean(row) has no place for them; expected a head without brackets.",
    ]);
    expect(figures.length).toBe(4);
    expect(
      read(scores + printed('table "T" column.mean(row) from "t.csv"'), { 't.csv': 'group,x,x (Z)\nsex.f,50.0,0.1\nsex.m,51.0,0.2\n' })
        .problems,
    ).toEqual([expect.stringContaining('SS260')]);
    expect(read(scores + printed('table "T" i.loading(row, column) {\ncolumns x\na(rotated) 0.8\n}')).problems).toEqual([
      expect.stringContaining('SS260 The head a(rotated)'),
    ]);
  });

  it('are used at the end of an address', () => {
    expect(read(model + printed('table "T" m.row.column {\ncolumns beta(x1) t (x1)\ny 0.20 2.1\n}'))).toEqual({
      problems: [],
      figures: ['m.y.beta(x1) = 0.2 (2)', 'm.y.t(x1) = 2.1 (1)'],
    });
    expect(read(model + printed('table "T" m.row.column from "t.csv"'), { 't.csv': 'outcome,beta(x1),t (x1)\ny,0.20,2.1\n' })).toEqual({
      problems: [],
      figures: ['m.y.beta(x1) = 0.2 (2)', 'm.y.t(x1) = 2.1 (1)'],
    });
    expect(read(scores + printed('table "T" row.column {\ncolumns mean (sd)\na 3.1\n}')).problems.length).toBe(1);
  });

  it('are only part of the name where the column says what it holds', () => {
    expect(read(table('x x (Z) = i.mean(row)', '50.0 51.0'))).toMatchObject({
      problems: [],
      figures: ['x.mean(sex.f) = 50 (1)', 'i.mean(sex.f) = 51 (1)', expect.anything(), expect.anything()],
    });
    expect(
      read(scores + printed('table "T" column.mean(row) from "t.csv" { columns x  y (Z) = i.mean(row) }'), {
        't.csv': 'group,y (Z),x\nsex.f,51.0,50.0\n',
      }),
    ).toEqual({ problems: [], figures: ['x.mean(sex.f) = 50 (1)', 'i.mean(sex.f) = 51 (1)'] });
  });

  it('within brackets are refused', () => {
    expect(read(model + printed('m.y.beta(x1(full)) = 0.2')).problems.length).toBe(1);
  });
});
