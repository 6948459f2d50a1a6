// `robustness`: what it rests on, what its alternatives are called, what it refuses, and when it is computed.
import { execute, executeRead, lookUp, renderText, reportOf, tell } from '@studyspec/core';
import { formatText, parseAddress, toAddress } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

const rows = Array.from({ length: 60 }, (_, i) =>
  [
    i + 1,
    1 + ((i * 7) % 5),
    Math.min(5, 1 + ((i * 7) % 5) + (i % 3 === 0 ? 1 : 0)),
    1 + ((i * i) % 5),
    Math.min(5, 1 + ((i * i) % 5) + (i % 4 === 0 ? 1 : 0)),
    1 + (i % 2),
    i % 11 === 0 ? '' : 20 + ((i * 13) % 40),
    'xyzuvw'[i % 6],
  ].join(','),
);
const base = `study "S"
data "d.csv" { id id }
scale agreement 1..5
dimension ties on agreement { indicator a  indicator b  indicator c  indicator d }
category sex { male = 1  female = 2 }
number age
index score { of ties  keep 2  component first marked by a  component second marked by c }
index other { of a, b  keep 1 }
regression r { explain score, a  by sex, age }
compare k { of score  by sex }
`;
const run = (more: string): Ran =>
  runProject({ 'd.csv': `id,a,b,c,d,sex,age,site\n${rows.join('\n')}\n`, 's.study': `${base}${more}\n` }, 's.study', 'check');
const errors = (more: string): readonly string[] =>
  run(more).problems.flatMap((problem) => (problem.severity === 'error' ? [`${problem.code} ${tell(problem, 'en').message}`] : []));
const executed = (ran: Ran) => execute(ran.compiled.plan!, ran.coded!, ran.frame!);
const at = (ran: Ran, address: string): number | null | undefined => lookUp(executed(ran).asked, toAddress(parseAddress(address)!))?.value;
const planned = (more: string) => run(more).compiled.plan!.robustness![0]!;
const named = (block: string): readonly string[] =>
  planned(`robustness g of r.score.b(age) { ${block} }`).axes.flatMap((axis) => axis.alternatives.map((one) => one.name));

describe('what a robustness changes', () => {
  it('is the declaration of its number and the indices behind it, and nothing else', () => {
    const plan = planned('robustness g of r.score.b(age) { missing listwise | mean  rotate varimax | none  errors classical | hc3 }');
    expect(plan.changes.map(({ declaration, axes }) => [declaration, axes])).toEqual([
      ['score', [0, 1]],
      ['r', [0, 2]],
    ]);
  });

  it('gives what the study gives when it is written so', () => {
    const grid = run('robustness g of r.score.b(age) { weight equal | by explained variance  errors hc3 | cluster site }');
    const alone = runProject(
      { 'd.csv': `id,a,b,c,d,sex,age,site\n${rows.join('\n')}\n`, 's.study': base.replace('keep 2', 'keep 2  weight equal') },
      's.study',
    );
    expect(at(grid, 'g.equal')).toBe(alone.results!.quantities.get('r.score.b(age)')!.value);
    expect(at(grid, 'g.equal')).not.toBe(at(grid, 'g.explained'));
  });

  it('holds through `like`, and for the numbers of a comparison', () => {
    const ran = run('robustness g of k.score.f { rescale 0..100 | t }\nrobustness h like g { weight equal | by explained variance }');
    expect(errors('robustness g of k.score.f { rescale 0..100 | t }')).toEqual([]);
    expect(at(ran, 'h.specifications')).toBe(4);
    expect(at(ran, 'g.low')).toBeCloseTo(at(ran, 'k.score.f')!, 9);
  });

  it('counts what cannot be written or computed, and why', () => {
    const ran = run('robustness g of r.score.b(age) { missing listwise | pairwise  errors classical | hc3 }');
    expect(at(ran, 'g.specifications')).toBe(4);
    expect(at(ran, 'g.computed')).toBe(3);
    const text = renderText(reportOf(executed(ran), { only: ['g'] }), { width: 100 });
    expect(text).toMatch(/1 specifications without the number: .*SS\d{3}/u);
  });
});

it('the share with the stated sign leaves out what is as sure of the other sign', () => {
  const ran = run('regression rr { explain score  by a }\nrobustness g of rr.score.b(intercept) { rescale t | none }');
  const [stated, other] = [at(ran, 'rr.score.b(intercept)')!, at(ran, 'g.t')!];
  expect(Math.sign(other)).toBe(-Math.sign(stated));
  const sure = executed(ran).robustness![0]!.specifications.filter(({ p }) => p! < 0.05);
  expect(sure.length).toBe(2);
  expect(at(ran, 'g.share')).toBe(0.5);
});

describe('what its alternatives are called', () => {
  it.each([
    ['missing listwise | mean', ['listwise', 'mean']],
    ['weight by explained variance | equal', ['explained', 'equal']],
    ['errors classical | cluster site', ['classical', 'cluster']],
    ['keep 2 | 3', ['keep_2', 'keep_3']],
    ['rotate none | varimax  rescale none | t', ['rotate_none', 'varimax', 'rescale_none', 't']],
  ])('%s', (block, names) => {
    expect(named(block)).toEqual(names);
  });

  it('is any of their names that is no other’s', () => {
    const ran = run('robustness g of r.score.b(age) { weight by explained variance | equal }');
    expect(at(ran, 'g.explained')).not.toBeUndefined();
    expect(
      errors('robustness g of r.score.b(age) { weight by explained variance | equal }\nhypothesis h { g.explained_variance > -99 }'),
    ).toEqual([]);
  });
});

describe('what it refuses', () => {
  it.each([
    ['robustness g of r.a.b(age) { rotate varimax | none }', /^SS540 rotate changes nothing/u],
    ['robustness g of r.score.b(age) { missing listwise | meen }', /meen/u],
    ['robustness g of r.score.b(age) { keep 2 | 99 }', /99/u],
    ['robustness g of r.score.b(sex) { errors hc0 | hc1  missing listwise | listwise }', /listwise/u],
    ['robustness g of r.score.b(each) { errors hc0 | hc1 }', /^SS/u],
    ['robustness g of r.score.bb(age) { errors hc0 | hc1 }', /bb/u],
    ['robustness g of r.score.b(age) { }', /alternatives|options/u],
    ['robustness g { errors hc0 | hc1 }', /which number/u],
    ['robustness g of r.score.b(age) { weight equal | by explained variance { first = 1 } }', /^SS/u],
    [
      'robustness g of r.score.b(age) { errors hc0 | hc1 }\nrobustness h of g.share { errors hc0 | hc1 }',
      /^SS542 .*g\.share.*robustness g/u,
    ],
    [
      'robustness g of r.score.b(age) { errors hc0 | hc1 }\nquantity wide = g.high - g.low\nrobustness h of wide { errors hc0 | hc1 }',
      /^SS542 .*wide.*robustness g/u,
    ],
    ['robustness g of r.score.b(age) { errors hc0 | hc1 }\nhypothesis h { g.hc9 > 0 }', /hc9/u],
    ['robustness g of r.score.b(age) { errors hc0 | hc1 }\nhypothesis h { g.share(nobody) > 0 }', /nobody/u],
  ])('%s', (more, says) => {
    const found = errors(more);
    expect(
      found.some((one) => says.test(one)),
      found.join('\n'),
    ).toBe(true);
  });
});

describe('when it is computed', () => {
  const more = `robustness g of r.score.b(age) { errors classical | hc3 }
hypothesis h { g.share >= 0  r.score.b(age) > -100 }
published "P" { g.low = 0.1 }`;

  it('not with the numbers of an editor, where what is claimed of it stays open and is no problem', () => {
    const ran = run(more);
    const results = executeRead(ran.compiled.plan!, ran.coded!, ran.frame!);
    expect(results.robustness).toEqual([]);
    expect([...results.quantities.keys()].filter((address) => address.startsWith('g.'))).toEqual([]);
    expect(results.hypotheses[0]!.claims.map((one) => one.holds)).toEqual([null, true]);
    expect(results.problems.filter((problem) => problem.code.startsWith('SS7'))).toEqual([]);
  });

  it('nor of a number that is made of one of its', () => {
    const made = 'quantity wide = g.high - g.low\nquantity twice = 2 * wide\nhypothesis w { twice > 0 }\npublished "Q" { twice = 0.1 }';
    const ran = run(`${more}\n${made}`);
    const results = executeRead(ran.compiled.plan!, ran.coded!, ran.frame!);
    expect(results.problems.filter((problem) => problem.code.startsWith('SS7'))).toEqual([]);
    expect(executed(ran).problems.filter((problem) => problem.code.startsWith('SS7'))).not.toEqual([]);
  });

  it('when somebody asks', () => {
    const results = executed(run(more));
    expect(results.hypotheses[0]!.verdict).toBe('holds');
    expect(results.robustness!.map((one) => one.plan.name)).toEqual(['g']);
  });

  it('and what is claimed of a grid is no part of what a grid counts', () => {
    expect(at(run(more), 'g.share(h)')).toBe(1);
  });
});

it('a report has its curve, its numbers and its specifications, in either language', () => {
  const results = executed(
    run('robustness g "Other ways" zh "其他做法" of r.score.b(age) { missing listwise | mean  errors classical | hc3 }'),
  );
  for (const language of ['en', 'zh']) {
    const document = reportOf(results, { language });
    const section = document.blocks.find((block) => block.kind === 'section' && block.id === 'g');
    const ids = section?.kind === 'section' ? section.blocks.map((block) => ('id' in block ? block.id : '')) : [];
    expect(ids).toEqual(['g:overall', 'g:specification-curve', 'g:alternatives', 'g:more']);
    const [part] = reportOf(results, { language, only: ['g'] }).blocks;
    const all = part?.kind === 'section' ? part.blocks.map((block) => ('id' in block ? block.id : '')) : [];
    expect(all).toEqual(['g:overall', 'g:specification-curve', 'g:alternatives', 'g:specifications']);
  }
});

it('is laid out like other declarations', () => {
  const text = 'robustness g of r.score.b(age) {\n missing listwise|mean\n    errors hc0   | hc1\n}\n';
  const laid = formatText(text);
  expect(laid).toBe('robustness g of r.score.b(age) {\n  missing listwise | mean\n  errors  hc0 | hc1\n}\n');
});
