// Studies set side by side, from specs to report: a study against itself, against its replication, against one with planted differences.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  tell,
  compareStudies,
  comparisonJson,
  comparisonReportOf,
  renderHtml,
  renderText,
  scaleChecks,
  seededRandom,
  type ComparedStudy,
  type StudiesComparison,
} from '@studyspec/core';
import { runProject } from '../support/project.ts';

const read = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
const published = [
  'table1_sites',
  'table2_categories',
  'table2_dimensions',
  'table2_items',
  'table3_loadings',
  'table3_variance',
  'table4_scores',
  'table5_beta',
  'table5_fit',
  'table6_beta',
  'table6_fit',
  'single_figures',
];
const files: Record<string, string> = Object.fromEntries([
  ...[
    'anshun/anshun.study',
    'anshun/anshun-clean.study',
    'anshun/anshun_2020_raw.csv',
    'anshun/anshun_2020.csv',
    'bijie/bijie.study',
    'bijie/bijie_2021.csv',
    'bijie/bijie_2021_sites.csv',
    ...published.map((name) => `anshun/published/${name}.csv`),
  ].map((file) => [file, read(file)]),
]);

function study(entry: string, name: string, more: Readonly<Record<string, string>> = {}): ComparedStudy {
  const ran = runProject({ ...files, ...more }, entry);
  expect(ran.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  return { name, plan: ran.results!.plan, coded: ran.coded!, frame: ran.frame!, results: ran.results! };
}

const anshun = study('anshun/anshun.study', 'anshun');
const bijie = study('bijie/bijie.study', 'bijie');
const outcomeOf = (comparison: StudiesComparison, regression: string, outcome: string) =>
  comparison.regressions.find((one) => one.name === regression)!.outcomes.find((one) => one.outcome === outcome)!;

describe('a study against itself', () => {
  const comparison = compareStudies([anshun, { ...anshun, name: 'again' }], { replications: 20 });

  it('was asked alike', () => {
    expect(comparison.asked.flatMap((one) => one.studies.flatMap((own) => own.differences))).toEqual([]);
  });

  it('has the same items', () => {
    expect(comparison.items.length).toBeGreaterThan(10);
    for (const item of comparison.items) expect(item.studies[1]!.d).toBeCloseTo(0, 12);
  });

  it('has congruent components, and no item moved', () => {
    const { found } = comparison.indices[0]!.structure!.against[0]!;
    if ('problem' in found) throw new Error(found.problem);
    for (const component of found.components) expect(component.phi).toBeCloseTo(1, 10);
    expect(found.items.filter((item) => item.moved !== 'no')).toEqual([]);
    expect(comparison.indices[0]!.structure!.components).toEqual(['psychological', 'economic', 'communicative', 'cultural']);
  });

  it('is measured alike to the last digit', () => {
    const { steps } = comparison.indices[0]!.invariance.result;
    expect(steps.map((step) => step.level)).toEqual(['configural', 'metric', 'scalar']);
    for (const step of steps.slice(1)) expect(step.difference!.chi2).toBeCloseTo(0, 5);
  });

  it('has the scores of its report, by its own rule and by the first one’s', () => {
    const { ways, fewer } = comparison.indices[0]!.scores!;
    const mean = anshun.results.quantities.get('integration.mean(all)')!.value!;
    expect(fewer).toBe(false);
    for (const own of ways.studies) {
      expect(own.frozen.index.mean).toBeCloseTo(mean, 9);
      expect(own.pooled!.index.mean).toBeCloseTo(mean, 6);
      expect(own.frozen.scores.outside.index).toEqual({ below: 0, above: 0 });
    }
  });

  it('has equal coefficients, and F of Chow’s test is 0', () => {
    const outcome = outcomeOf(comparison, 'full', 'integration');
    for (const term of outcome.equality.terms) expect(term.chi2).toBeCloseTo(0, 10);
    const { models } = outcome.pooled!;
    if ('problem' in models) throw new Error(models.problem);
    expect(models.chow.f).toBeCloseTo(0, 8);
    expect(models.studies[0]!.fit.r2).toBeCloseTo(anshun.results.quantities.get('full.integration.r2')!.value!, 12);
  });
});

describe('Anshun against Bijie', () => {
  const comparison = compareStudies([anshun, bijie], { replications: 50 });

  it('says what was asked differently', () => {
    const differences = (name: string) => comparison.asked.find((one) => one.name === name)!.studies[1]!.differences.map((one) => one.kind);
    expect(differences('psy_happier')).toEqual(['direction']);
    expect(differences('eco_cost')).toEqual(['asked-on']);
    expect(differences('sex')).toEqual(['binning']);
    expect(differences('psy_enjoy')).toEqual([]);
    expect(comparison.asked.filter((one) => one.studies[1]!.differences.length === 0).length).toBe(7);
  });

  it('warns that scores fill each study’s own range', () => {
    const text = renderText(comparisonReportOf(comparison), { width: 100 });
    expect(text).toMatch(/fill each study’s own range/u);
    expect(comparison.indices[0]!.scores!.ways.stretches).toBe(true);
  });

  it('tests levels and coefficients by the first study’s rule only', () => {
    const scores = comparison.indices[0]!.scores!;
    const { difference, own } = scores.studies[1]!;
    expect(difference!.estimate).toBeCloseTo(scores.ways.studies[1]!.frozen.index.mean! - scores.ways.studies[0]!.frozen.index.mean!, 10);
    expect(difference!.low! < difference!.estimate && difference!.estimate < difference!.high!).toBe(true);
    expect(own!.mean).toBe(bijie.results.quantities.get('integration.mean(all)')!.value);
    expect(own!.mean).not.toBeCloseTo(scores.ways.studies[1]!.frozen.index.mean!, 2);
    for (const outcome of comparison.regressions.flatMap((one) => one.outcomes)) expect(outcome.units).toBe('first');
    const outcome = outcomeOf(comparison, 'full', 'integration');
    // The first study's own scores are by its rule; the second's are not those of its report.
    const b = (k: number) => outcome.studies[k]!.fit!.coefficients.find((one) => one.term === 'com_amenity')!.b;
    expect(b(0)).toBeCloseTo(anshun.results.quantities.get('full.integration.b(com_amenity)')!.value!, 9);
    expect(Math.abs(b(1) - bijie.results.quantities.get('full.integration.b(com_amenity)')!.value!)).toBeGreaterThan(1e-3);
    const { models } = outcome.pooled!;
    if ('problem' in models) throw new Error(models.problem);
    expect(models.studies[1]!.fit.coefficients.find((one) => one.term === 'com_amenity')!.b).toBeCloseTo(b(1), 9);
    expect(outcome.effects.map((one) => one.study)).toEqual(['bijie']);
    expect(outcome.effects[0]!.low! < outcome.effects[0]!.estimate && outcome.effects[0]!.estimate < outcome.effects[0]!.high!).toBe(true);
  });

  it('says what was analysed differently, and nothing else', () => {
    expect(comparison.analysed.map((one) => [one.name, one.clause])).toEqual([
      ['full', 'errors'],
      ['towns', null],
      ['greener', null],
      [null, 'out of range'],
    ]);
    expect(comparison.analysed[0]!.studies).toEqual(['classical', 'cluster site']);
  });

  it('opens with what can be compared, what differs and what cannot be said', () => {
    expect(comparison.firstPage.can.map((one) => one.say)).toEqual(['means-comparable', 'level', 'coefficients-alike', 'hypotheses-alike']);
    expect(comparison.firstPage.differs.map((one) => one.say)).toEqual(['analysed', 'asked']);
    const text = renderText(comparisonReportOf(comparison), { width: 100 });
    expect(text.indexOf('At a glance')).toBeLessThan(text.indexOf('What was asked differently'));
  });

  it('tests single coefficients where errors are clustered, and pools each over the studies', () => {
    const outcome = outcomeOf(comparison, 'full', 'integration');
    expect(outcome.equality.joint).toBeNull();
    expect(outcome.equality.terms.length).toBe(25);
    const { meta } = outcome.metas.find((one) => one.term === 'com_amenity')!;
    const [first, second] = meta.studies;
    expect(meta.random!.estimate).toBeGreaterThan(Math.min(first!.estimate, second!.estimate));
    expect(meta.random!.estimate).toBeLessThan(Math.max(first!.estimate, second!.estimate));
    expect(meta.prediction).toBeNull();
  });

  it('sets the verdicts on the same hypotheses side by side', () => {
    expect(comparison.hypotheses.map((one) => one.studies.every((result) => result !== null))).toEqual([true, true, true]);
  });

  it.each(['en', 'zh'])('is written without a gap (%s)', (language) => {
    const document = comparisonReportOf(comparison, { language });
    expect(document.blocks.length).toBe(10);
    for (const text of [renderText(document, { width: 100 }), renderHtml(document), comparisonJson(comparison, '0')])
      expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object/u);
    expect(renderHtml(document)).toContain('ss-figure');
    expect(() => JSON.parse(comparisonJson(comparison, '0')) as unknown).not.toThrow();
  });
});

describe('what nobody declared', () => {
  const spec = read('bijie/bijie.study');
  const turned = (from: string, to: string): ComparedStudy => {
    expect(spec).toContain(from);
    return study('bijie/bijie.study', 'bijie', { 'bijie/bijie.study': spec.replace(from, to) });
  };
  const line = /^ *psy_happier .*reversed.*$/mu.exec(spec)![0];

  it('is silent where all is declared', () => {
    expect(compareStudies([anshun, bijie], { replications: 0 }).indices[0]!.suspicions).toEqual([]);
  });

  it('an item turned round', () => {
    const { suspicions } = compareStudies([anshun, turned(line, line.replace(' reversed', ''))], { replications: 0 }).indices[0]!;
    expect(suspicions.flatMap((one) => one.reversed.map((item) => item.item))).toEqual(['psy_happier']);
  });
});

describe('simulated pairs', () => {
  const names = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3'];
  const homes = [0, 0, 0, 1, 1, 1, 2, 2, 2];
  /** Answers on 1..5 with loadings of .7; `columns` says which question stands under which name. */
  const answersOf = (seed: number, own: readonly number[], columns: readonly number[] = names.map((_, i) => i), n = 320): string => {
    const random = seededRandom(seed);
    const rows = Array.from({ length: n }, (_, row) => {
      const common = random.normal();
      const factors = [0, 1, 2].map(() => 0.6 * common + 0.8 * random.normal());
      const answers = own.map((home) =>
        Math.max(1, Math.min(5, Math.round(3 + 0.9 * (0.7 * factors[home]! + Math.sqrt(0.51) * random.normal())))),
      );
      return [row + 1, ...columns.map((column) => answers[column]!), 1 + random.integer(5)].join(',');
    });
    return `id,${names.join(',')},x\n${rows.join('\n')}\n`;
  };
  const spec = (clauses = '') => `study "S"\ndata "d.csv" { id id }\nscale s 1..5\nnumber x\n${['a', 'b', 'c']
    .map((name) => `dimension ${name} "${name.toUpperCase()}" on s { indicator ${name}1  indicator ${name}2  indicator ${name}3 }`)
    .join('\n')}
index i { of a, b, c  keep 3  component ka marked by a1  component kb marked by b1  component kc marked by c1  ${clauses} }
regression r { explain i  by x }\n`;
  const pair = (second: string, clauses = '') =>
    compareStudies(
      [
        study('one.study', 'one', { 'one.study': spec(), 'd.csv': answersOf(1, homes) }),
        study('two.study', 'two', { 'two.study': spec(clauses), 'd.csv': second }),
      ],
      { replications: 0 },
    );

  it('an item that stands elsewhere: named with its modification index, and the verdict is not that means can be compared', () => {
    const comparison = pair(answersOf(2, [0, 0, 1, 1, 1, 1, 2, 2, 2]));
    const moved = comparison.firstPage.differs.filter((one) => one.say === 'moved');
    expect(moved.map((one) => [one.item, one.study, one.from, one.to])).toEqual([['a3', 'two', 'a', 'b']]);
    expect(moved[0]!.chi2Before - moved[0]!.chi2After).toBeGreaterThan(10);
    const { invariance: found } = comparison.indices[0]!;
    expect(found.comparable).toBe('nothing');
    expect(found.without!.items).not.toContain('a3');
    expect(comparison.firstPage.can.some((one) => one.say === 'level')).toBe(false);
    const text = renderText(comparisonReportOf(comparison), { width: 100 });
    expect(text).toMatch(/“a3” belongs to B and not to A in two: modification index/u);
    expect(text).not.toMatch(/^Items weigh alike and are answered alike/mu);
    expect(text).toMatch(/Without a3:/u);
  });

  it('columns that were mistaken for each other: the map is named', () => {
    const comparison = pair(answersOf(2, homes, [0, 1, 4, 3, 2, 5, 6, 7, 8]));
    const maps = comparison.firstPage.differs.filter((one) => one.say === 'map');
    expect(maps.map((one) => [one.study, one.items.map(({ item, like }) => `${item} ${like}`).sort()])).toEqual([
      ['two', ['a3 b2', 'b2 a3']],
    ]);
    expect(comparison.firstPage.differs.some((one) => one.say === 'moved')).toBe(false);
    expect(comparison.indices[0]!.invariance.comparable).toBe('nothing');
  });

  it('even where the mistaken column is a marker, so that the study has no index of its own', () => {
    const ran = runProject({ 'two.study': spec(), 'd.csv': answersOf(2, homes, [0, 1, 3, 2, 4, 5, 6, 7, 8]) }, 'two.study');
    expect(ran.results!.problems.some((problem) => problem.severity === 'error')).toBe(true);
    const two: ComparedStudy = { name: 'two', plan: ran.results!.plan, coded: ran.coded!, frame: ran.frame!, results: ran.results! };
    const comparison = compareStudies([study('one.study', 'one', { 'one.study': spec(), 'd.csv': answersOf(1, homes) }), two], {
      replications: 0,
    });
    expect(
      comparison.firstPage.differs
        .filter((one) => one.say === 'map')
        .map((one) => one.items.map(({ item, like }) => `${item} ${like}`).sort()),
    ).toEqual([['a3 b1', 'b1 a3']]);
    expect(comparison.firstPage.cannot.map((one) => one.say)).toContain('index-left');
    expect(renderText(comparisonReportOf(comparison), { width: 100 })).not.toMatch(/\bNaN\b|undefined/u);
  });

  it('other weights, range, policy and post-hoc rules are named clause by clause', () => {
    const comparison = pair(
      answersOf(2, homes),
      'weight given { ka = 3, kb = 1, kc = 1 }  rescale 0..10  missing mean  rotate varimax raw  compose ka, kb, kc',
    );
    expect(
      comparison.analysed
        .filter((one) => one.name === 'i')
        .map((one) => one.clause)
        .sort(),
    ).toEqual(['missing', 'rescale', 'rotate', 'weight']);
    const weights = comparison.analysed.find((one) => one.clause === 'weight')!;
    expect(weights.studies).toEqual(['explained', 'given { ka = 3, kb = 1, kc = 1 }']);
    // By its own: as its own report has it, on 0..10.
    expect(comparison.indices[0]!.scores!.studies[1]!.own!.max).toBe(10);
  });

  it('nothing where nothing differs', () => {
    const comparison = pair(answersOf(2, homes));
    expect(comparison.firstPage.differs).toEqual([]);
    expect(comparison.firstPage.can.map((one) => one.say)).toEqual(['means-comparable', 'level', 'coefficients-alike']);
  });

  it('an item that both declare in the wrong place: the studies agree, the declaration does not', () => {
    const both = [0, 0, 1, 1, 1, 1, 2, 2, 2];
    const comparison = compareStudies(
      [
        study('one.study', 'one', { 'one.study': spec(), 'd.csv': answersOf(1, both) }),
        study('two.study', 'two', { 'two.study': spec(), 'd.csv': answersOf(2, both) }),
      ],
      { replications: 0 },
    );
    expect(comparison.firstPage.differs.filter((one) => one.say === 'moved')).toEqual([]);
    expect(comparison.firstPage.cannot.filter((one) => one.say === 'moved-everywhere').map((one) => [one.item, one.to])).toEqual([
      ['a3', 'b'],
    ]);
  });
});

describe('three studies, one with an item that nobody asked there', () => {
  const short = study('anshun/short.study', 'short', {
    'anshun/short.study':
      'study "Short" replicates "anshun.study"\ndata "anshun_2020.csv" { id id  cluster site  missing blank }\nmap { soc_friends ' +
      'absent }\n',
  });
  const comparison = compareStudies([anshun, short, bijie], { replications: 0 });

  it('compares what all have, and says so', () => {
    const index = comparison.indices[0]!;
    expect(index.structure!.items.length).toBe(10);
    expect(index.structure!.items).not.toContain('soc_friends');
    expect(index.scores!.fewer).toBe(true);
    expect(
      comparison.asked
        .find((one) => one.name === 'soc_friends')!
        .studies.map((one) => one.differences.map((difference) => difference.kind)),
    ).toEqual([[], ['absent'], ['asked-on']]);
    expect(comparison.items.find((one) => one.name === 'soc_friends')!.studies[1]).toBeNull();
  });

  it('expects the coefficients of another study within a prediction interval', () => {
    const { meta } = outcomeOf(comparison, 'full', 'integration').metas.find((one) => one.term === 'pol_training')!;
    expect(meta.k).toBe(3);
    expect(meta.prediction!.low).toBeLessThan(meta.random!.low);
    expect(meta.prediction!.high).toBeGreaterThan(meta.random!.high);
  });
});

describe('small studies that differ', () => {
  const answers = `id,a,b,c,d,age\n${Array.from({ length: 60 }, (_, i) =>
    [i + 1, 1 + ((i * 7) % 5), 1 + ((i * 7 + (i % 3)) % 5), 1 + ((i * 11) % 5), 1 + ((i * 11 + (i % 2)) % 5), 20 + ((i * 13) % 40)].join(
      ',',
    ),
  ).join('\n')}\n`;
  const spec = (more: string, high = 5): string =>
    `study "S"\ndata "d.csv" { id id }\nscale s 1..${high}\nindicator a on s\nindicator b on s\nindicator c on s\nindicator d on ` +
    `s\n${more}\n`;
  const small = (name: string, text: string): ComparedStudy => study(`${name}.study`, name, { [`${name}.study`]: text, 'd.csv': answers });
  const index = 'index i { of a, b, c, d  keep 2 }';

  it('in how a number is computed', () => {
    const comparison = compareStudies([small('one', spec('number years = age')), small('two', spec('number years = age / 10'))], {
      replications: 0,
    });
    expect(comparison.asked.find((one) => one.name === 'years')!.studies[1]!.differences).toEqual([
      { kind: 'formula', own: 'age / 10', first: 'age' },
    ]);
    expect(renderText(comparisonReportOf(comparison), { width: 100 })).toContain('computed as age / 10 (there age)');
  });

  it.each([
    ['age within 0..120', 'age', 'formula', 'within 0..120', '—'],
    ['age rescale 0..1 goalposts 18..90', 'age rescale 0..1 goalposts 18..80', 'formula', 'goalposts 18..90', 'goalposts 18..80'],
    ['age within 0..120 reversed', 'age within 0..120', 'formula', 'reversed', 'within 0..120'],
    ['-(a + age)', '-a + age', 'formula', '-(a + age)', '-a + age'],
    ['(a + age) / 10', 'a + age / 10', 'formula', '(a + age) / 10', 'a + age / 10'],
  ])('in a number that is %s here and %s there', (own, first, kind, ownText, firstText) => {
    const { asked } = compareStudies([small('one', spec(`number years = ${first}`)), small('two', spec(`number years = ${own}`))], {
      replications: 0,
    });
    const { differences } = asked.find((one) => one.name === 'years')!.studies[1]!;
    expect(differences).toEqual([{ kind, own: expect.stringContaining(ownText), first: expect.stringContaining(firstText) }]);
  });

  it('nothing where a number is written with other brackets', () => {
    const { asked } = compareStudies(
      [small('one', spec('number years = (a * 2) + age')), small('two', spec('number years = a * 2 + age'))],
      {
        replications: 0,
      },
    );
    expect(asked.find((one) => one.name === 'years')?.studies[1]?.differences ?? []).toEqual([]);
  });

  it('who has no cluster is left out of the model of all studies too', () => {
    const withSites = answers.replaceAll(
      /^(\d+)(,.*)$/gmu,
      (_, id: string, rest: string) => `${id}${rest},${+id % 7 === 0 ? '' : +id % 5}`,
    );
    const text = spec('number age\nregression r { explain a  by age  errors cluster site }').replace(
      '{ id id }',
      '{ id id  cluster site }',
    );
    const [one, two] = ['one', 'two'].map((name) =>
      study(`${name}.study`, name, { [`${name}.study`]: text, 'd.csv': withSites.replace('age\n', 'age,site\n') }),
    );
    const outcome = compareStudies([one!, two!], { replications: 0 }).regressions[0]!.outcomes[0]!;
    const models = outcome.pooled?.models;
    if (models === undefined || 'problem' in models) throw new Error('no pooled model');
    expect(models.common.n).toBe(outcome.studies.reduce((sum, one) => sum + one.fit!.n, 0));
  });

  it('in their scales: no level is compared', () => {
    const comparison = compareStudies([small('one', spec(index)), small('two', spec(index, 7))], { replications: 0 });
    expect(comparison.asked.find((one) => one.name === 'a')!.studies[1]!.differences.map((one) => one.kind)).toEqual(['scale']);
    expect(comparison.items.map((one) => one.studies[1]!.d)).toEqual([null, null, null, null]);
    expect(comparison.indices[0]!.scores).toBeNull();
    expect(comparison.indices[0]!.invariance.result.reached).toBeNull();
    expect(comparison.indices[0]!.structure!.items.length).toBe(4);
  });

  it('in what they have: what is not compared is said', () => {
    const comparison = compareStudies(
      [
        small('one', spec(`${index}\nregression r { explain i, a  by age  }\nnumber age`)),
        small('two', spec('number age\nregression r { explain a  by age }')),
      ],
      { replications: 0 },
    );
    const text = renderText(comparisonReportOf(comparison), { width: 100 });
    expect(text).toContain('i is not compared: there is none, or it could not be computed, in two.');
    expect(text).toContain('r: i is not compared, since fewer than two studies explain it.');
    expect(comparison.regressions[0]!.outcomes.map((one) => one.outcome)).toEqual(['a']);
  });

  it('never in what rounding left of a constant', () => {
    const still = new Float64Array(61).fill(2.1);
    const varied = Float64Array.from({ length: 61 }, (_, i) => 1 + (i % 5));
    const findings = (first: Float64Array, second: Float64Array): string[] =>
      scaleChecks(['a'], [first], [second], { scales: [{ low: 1, high: 5 }] })[0]!.findings.map((one) => one.finding);
    expect(findings(still, varied)).not.toContain('spread');
    expect(
      findings(
        varied,
        varied.map((value) => 3 + (value - 3) / 4),
      ),
    ).toContain('spread');
  });
});
