// Regressions by other methods than least squares, from the text to the numbers: what is counted as 1, what separates, what has no answer,
// and addresses that a method has not.
import { describe, expect, it } from 'vitest';
import { lookUp, reportOf, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';

const n = 60;
const rows = Array.from({ length: n }, (_, i) => {
  const age = 20 + ((i * 37) % 50);
  const yes = (i * 7 + (age > 45 ? 3 : 0)) % 10 > 5 ? 1 : 0;
  return [
    i + 1,
    age,
    yes,
    1 + yes,
    1 + ((i * 5) % 4),
    age > 44 ? 1 : 0,
    i % 12 === 0 ? 1 : 0,
    3,
    i % 5,
    (i * 3) % 7,
    i % 2 === 0 ? '' : 1,
  ].join(',');
});
const header = 'id,age,yes,sex,mood,old,rare,same,site,count,half';
const spec = (body: string): string => `study "S"
data "d.csv" { id id }
number age
number yes
number old
number rare
number same
number count
number half
indicator mood on 1..4
category sex { male = 1  female = 2 }
category feeling from mood { bad = 1  fair = 2  good = 3  best = 4 }
${body}
`;
const run = (body: string, lines: readonly string[] = rows) =>
  runProject({ 'x.study': spec(body), 'd.csv': `${header}\n${lines.join('\n')}\n` }, 'x.study');
const codes = (body: string, lines?: readonly string[]): string[] => run(body, lines).problems.map((problem) => problem.code);
const value = (found: ReturnType<typeof run>, address: string): number | null =>
  lookUp(found.results!.quantities, toAddress(parseAddress(address)!))?.value ?? null;
const of = (body: string, address: string): number | null => value(run(body), address);

describe('what is counted as 1', () => {
  it('is 1 of a number, the level that is no reference of two, and what event names', () => {
    const b = of('regression r { explain yes  by age  method logit }', 'r.yes.b(age)')!;
    expect(of('regression r { explain sex  by age  method logit }', 'r.sex.b(age)')).toBeCloseTo(b, 12);
    expect(of('regression r { explain sex  by age  method logit event female }', 'r.sex.b(age)')).toBeCloseTo(b, 12);
    expect(of('regression r { explain sex  by age  method logit event male }', 'r.sex.b(age)')).toBeCloseTo(-b, 12);
    expect(of('regression r { explain yes  by age  method probit event 0 }', 'r.yes.b(age)')!).toBeCloseTo(
      -of('regression r { explain yes  by age  method probit }', 'r.yes.b(age)')!,
      12,
    );
    expect(of('regression r { explain mood  by age  method logit event 4 }', 'r.mood.events')).toBe(15);
    expect(of('regression r { explain feeling  by age  method logit event best }', 'r.feeling.events')).toBe(15);
  });

  it('is asked for where nobody can say', () => {
    expect(codes('regression r { explain mood  by age  method logit }')).toEqual(['SS429']);
    expect(codes('regression r { explain feeling  by age  method probit }')).toContain('SS429');
    expect(codes('regression r { explain mood  by age  method logit event 9 }')).toEqual(['SS428']);
    expect(codes('regression r { explain sex  by age  method logit event woman }')).toContain('SS428');
    expect(codes('regression r { explain half  by age  method logit }', rows)).toContain('SS510');
  });
});

describe('separation', () => {
  it('is told with its terms and its kind, alone or together', () => {
    const found = run('regression r { explain old  by age, mood  method logit }');
    const [problem] = found.problems.filter(({ code }) => code === 'SS430');
    expect(tell(problem!, 'en').message).toContain('age separates the values of old in r (complete separation)');
    expect(value(found, 'r.old.b(age)')).toBeNull();
    const level = run('regression r { explain rare  by sex, feeling  method logit }');
    const [second] = level.problems.filter(({ code }) => code === 'SS430');
    expect(tell(second!, 'en').message).toMatch(/quasi-complete/u);
    const together = run(
      'number sum = age + 10 * mood\nnumber high when sum > 60\nregression r { explain high  by age, mood  method logit }',
    );
    const [third] = together.problems.filter(({ code }) => code === 'SS430');
    expect(tell(third!, 'en').message).toContain('age, mood separate the values of high in r');
  });

  it('is mended by firth, and is found of ordered, unordered and counted outcomes too', () => {
    const firth = run('regression r { explain old  by age, mood  method logit firth }');
    expect(firth.problems.map(({ code }) => code)).toEqual([]);
    expect(value(firth, 'r.old.b(age)')).toBeGreaterThan(0);
    expect(value(firth, 'r.old.aic')).toBeNull();
    const third = 'category third from age { low = ..<35  middle = 35..<55  high = 55.. }\n';
    expect(codes(`${third}regression r { explain third  by age  method ordered }`)).toContain('SS430');
    expect(codes(`${third}regression r { explain third  by age, mood  method multinomial }`)).toContain('SS430');
    expect(
      codes('number none when age > 44\nnumber visits = none * (count + 1)\nregression r { explain visits  by none  method poisson }'),
    ).toContain('SS430');
  });
});

describe('few events', () => {
  const told = (by: string): boolean =>
    run(`regression r { explain mood  by ${by}  method logit event 4 }`).problems.some(({ name }) => name === 'few-events');
  it('are told by how many there are a slope', () => {
    expect([told('age'), told('age, count')]).toEqual([false, true]);
  });
});

describe('random slopes', () => {
  it('of a block are those of its members', () => {
    const model = (random: string) =>
      run(`block both { of mood, count }\nregression x { explain age  by both  method mixed within site  random ${random} }`);
    const [block, single] = [model('both'), model('mood, count')];
    expect(block.problems.map(({ code }) => code)).toEqual(single.problems.map(({ code }) => code));
    expect(value(block, 'x.age.variance(count)')).toBe(value(single, 'x.age.variance(count)'));
    expect(value(block, 'x.age.variance(count)')).not.toBeNull();
  });
});

describe('what has no answer says why', () => {
  it.each([
    ['a constant outcome', 'explain same  by age  method poisson', ['SS510']],
    ['a fraction', 'explain share  by count  method poisson', ['SS432']],
    ['limits that leave nothing', 'explain age  by count  method tobit 100..200', ['SS433']],
    ['a twin', 'explain yes  by age, twin  method logit', ['SS509']],
    ['many levels', 'explain age  by count  method ordered', ['SS439']],
    ['a group a case', 'explain age  by count  method mixed within id', ['SS438']],
    ['mean substitution', 'explain yes  by age  method logit  missing mean', ['SS427']],
    ['pairwise deletion', 'explain yes  by age  method tobit 0..1  missing pairwise', ['SS427']],
    ['steps', 'explain yes  by age then mood  method logit', ['SS427']],
    ['leverage', 'explain mood  by age  method ordered  errors hc3', ['SS427']],
    ['firth with robust errors', 'explain yes  by age  method logit firth  errors hc0', ['SS427']],
    ['clusters of a mixed model', 'explain age  by count  method mixed within site  errors cluster site', ['SS427']],
    ['a random slope of least squares', 'explain age  by count  random count', ['SS427']],
    ['a random slope that is no predictor', 'explain age  by count  method mixed within site  random mood', ['SS216']],
    ['a category by least squares', 'explain sex  by age', ['SS204']],
    ['turned limits', 'explain age  by count  method tobit 50..20', ['SS211']],
    ['β of a logit', 'explain yes  by age  method logit  show standardized', ['SS426']],
    ['odds of least squares', 'explain yes  by age  show odds', ['SS426']],
  ])('%s', (_, clauses, [expected]) => {
    const found = codes(`number twin = 2 * age\nnumber share = age / 7\nregression r { ${clauses} }`);
    expect(found).toContain(expected);
    // Once: the same mistake is not told twice.
    expect(found.filter((one) => one === 'SS427').length).toBeLessThan(2);
  });

  it('where respondents come in clusters and errors are classical, of models that could have clustered ones', () => {
    const told = (clauses: string): boolean =>
      runProject(
        {
          'x.study': spec(`regression r { ${clauses} }`).replace('id id }', 'id id  cluster site }'),
          'd.csv': `${header}\n${rows.join('\n')}\n`,
        },
        'x.study',
      ).problems.some((problem) => problem.code === 'SS614');
    expect(told('explain age  by count')).toBe(true);
    expect(told('explain yes  by age  method logit')).toBe(true);
    expect(told('explain age  by count  method mixed within site')).toBe(false);
    expect(told('explain yes  by age  method logit firth')).toBe(false);
  });

  it('for none, one, two and three cases', () => {
    const methods = ['logit', 'logit firth', 'probit', 'ordered', 'multinomial', 'poisson', 'tobit 0..1', 'mixed within site'];
    for (const few of [0, 1, 2, 3]) {
      const body = methods.map((method, at) => `regression r${at} { explain yes  by age  method ${method}  where age < ${20 + few} }`);
      const found = run(body.join('\n'));
      for (const [address, { value: number }] of found.results!.quantities)
        if (/^r\d/u.test(address)) expect(number === null || Number.isFinite(number), address).toBe(true);
      for (const [at, method] of methods.entries()) {
        expect(value(found, `r${at}.yes.loglik`), method).toBeNull();
        expect(
          found.problems.some((problem) => problem.at?.startsWith(`r${at}/`) === true),
          `${method} ${few}`,
        ).toBe(true);
      }
    }
  });
});

describe('addresses', () => {
  it('that a method has not are problems, with what it has', () => {
    const help = (claim: string, method: string): string => {
      const found = run(`regression r { explain yes  by age  method ${method} }\nhypothesis h { r.yes.${claim} > 0 }`);
      const [problem] = found.problems.filter(({ code }) => code === 'SS425');
      return problem === undefined ? '' : tell(problem, 'en').help;
    };
    expect(help('r2', 'logit')).toContain('nagelkerke');
    expect(help('t(age)', 'probit')).toContain('z(term)');
    expect(help('vif(age)', 'tobit 0..1')).toContain('linear');
    expect(help('odds(age)', 'linear')).toMatch(/logit/u);
    expect(help('b(age)', 'multinomial')).toContain('b(term, outcome)');
    expect(help('f', 'mixed within site')).toContain('linear');
  });

  it('of levels take a level with or without its category, and numbers of numbers', () => {
    const body = 'regression m { explain feeling  by age  method multinomial }\nregression o { explain mood  by age  method ordered }';
    const claims = (claim: string): string[] => codes(`${body}\nhypothesis h { ${claim} > -1000 }`).filter((code) => /^SS[24]/u.test(code));
    expect(claims('m.feeling.b(age, fair)')).toEqual([]);
    expect(claims('m.feeling.b(age, feeling.fair)')).toEqual([]);
    expect(claims('m.feeling.margin(age, each)')).toEqual([]);
    expect(claims('o.mood.margin(age, 3)')).toEqual([]);
    expect(claims('o.mood.threshold(2)')).toEqual([]);
    expect(claims('m.feeling.b(age, fiar)')).toEqual(['SS205']);
    expect(claims('m.feeling.b(age, 2)')).toEqual(['SS207']);
  });

  it('of a mixed model’s variances name the groups, a random slope or the residual', () => {
    const claims = (source: string): string[] =>
      codes(
        'regression x { explain age  by count, mood  method mixed within site  random mood }\n' +
          `hypothesis h { x.age.variance(${source}) > -1 }`,
      ).filter((code) => code.startsWith('SS2'));
    for (const source of ['site', 'mood', 'residual', 'each']) expect(claims(source), source).toEqual([]);
    expect(claims('count').length).toBe(1);
  });
});

describe('equivalences', () => {
  it('margins of a dummy alone are the difference of shares; levels’ margins sum to 0', () => {
    const found = run('regression r { explain yes  by sex  method logit firth }\nregression l { explain old  by sex  method logit }');
    expect(value(found, 'l.old.margin(sex.female)')).toBeCloseTo(shareDifference(), 10);
    const several = run('regression m { explain feeling  by age, sex  method multinomial }');
    const sum = ['bad', 'fair', 'good', 'best'].reduce((total, level) => total + value(several, `m.feeling.margin(age, ${level})`)!, 0);
    expect(sum).toBeCloseTo(0, 14);
  });

  it('an ordered outcome of two values is a logit with the threshold’s sign turned', () => {
    const found = run(
      'regression o { explain yes  by age, mood  method ordered }\nregression l { explain yes  by age, mood  method logit }',
    );
    for (const number of ['b(age)', 'se(age)', 'p(mood)'])
      expect(value(found, `o.yes.${number}`)).toBeCloseTo(value(found, `l.yes.${number}`)!, 10);
    expect(value(found, 'o.yes.threshold(1)')).toBeCloseTo(-value(found, 'l.yes.b(intercept)')!, 10);
    expect(value(found, 'o.yes.loglik')).toBeCloseTo(value(found, 'l.yes.loglik')!, 10);
  });

  it('a Tobit whose limits nothing reaches has the coefficients of least squares', () => {
    const found = run(
      'regression t { explain age  by count, mood  method tobit -1000..1000 }\nregression l { explain age  by count, mood  show b }',
    );
    expect(value(found, 't.age.b(count)')).toBeCloseTo(value(found, 'l.age.b(count)')!, 9);
    expect(value(found, 't.age.sigma')! ** 2).toBeCloseTo((value(found, 'l.age.rmse')! ** 2 * (n - 3)) / n, 6);
  });
});

describe('the report', () => {
  it.each(['en', 'zh'])('has coefficients, fit and classification in %s, every number at its address', (language) => {
    const found = run(
      'regression l { explain sex  by age, mood  method logit  show b, se, t, p, intervals, odds, margins }\n' +
        'regression m { explain feeling  by age, sex  method multinomial  show b, odds, margins }\n' +
        'regression x { explain age  by count, mood  method mixed within site  random mood  show b, se, t, p, intervals }',
    );
    const flat = (blocks: ReturnType<typeof reportOf>['blocks']): ReturnType<typeof reportOf>['blocks'] =>
      blocks.flatMap((block) => (block.kind === 'section' ? flat(block.blocks) : [block]));
    const tables = flat(reportOf(found.results!, { language }).blocks).filter((block) => block.kind === 'table');
    const ids = tables.map((table) => table.id);
    expect(ids).toEqual(
      expect.arrayContaining(['l:coefficients', 'l:sex:classification', 'm:coefficients', 'm:feeling:effects', 'x:coefficients']),
    );
    let cells = 0;
    for (const table of tables)
      if (/^[lmx]:/u.test(table.id))
        for (const cell of table.rows.flat())
          if (cell?.kind === 'number' && cell.value !== null) {
            cells += 1;
            expect(cell.value).toBe(found.results!.quantities.get(cell.address ?? '')?.value);
          }
    expect(cells).toBeGreaterThan(60);
  });
});

function shareDifference(): number {
  const at = header.split(',');
  const share = (sex: string): number => {
    const own = rows.map((row) => row.split(',')).filter((row) => row[at.indexOf('sex')] === sex);
    return own.filter((row) => row[at.indexOf('old')] === '1').length / own.length;
  };
  return share('2') - share('1');
}
