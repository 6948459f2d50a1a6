// Studies set side by side, from specs to report: a study against itself, against its replication, against one with planted differences.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareStudies, comparisonJson, comparisonReportOf, renderHtml, renderText, scaleChecks, type ComparedStudy, type StudiesComparison } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const read = (file: string): string => readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
const published = ['table1_sites', 'table2_categories', 'table2_dimensions', 'table2_items', 'table3_loadings', 'table3_variance', 'table4_scores', 'table5_beta', 'table5_fit', 'table6_beta', 'table6_fit', 'single_figures'];
const files: Record<string, string> = Object.fromEntries([
  ...['anshun/anshun.study', 'anshun/anshun-clean.study', 'anshun/anshun_2020_raw.csv', 'anshun/anshun_2020.csv', 'bijie/bijie.study', 'bijie/bijie_2021.csv', 'bijie/bijie_2021_sites.csv', ...published.map((name) => `anshun/published/${name}.csv`)].map((file) => [file, read(file)]),
]);

function study(entry: string, name: string, more: Readonly<Record<string, string>> = {}): ComparedStudy {
  const ran = runProject({ ...files, ...more }, entry);
  expect(ran.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.message)).toEqual([]);
  return { name, plan: ran.results!.plan, coded: ran.coded!, frame: ran.frame!, results: ran.results! };
}

const anshun = study('anshun/anshun.study', 'anshun');
const bijie = study('bijie/bijie.study', 'bijie');
const outcomeOf = (comparison: StudiesComparison, regression: string, outcome: string) => comparison.regressions.find((one) => one.name === regression)!.outcomes.find((one) => one.outcome === outcome)!;

describe('a study against itself', () => {
  const comparison = compareStudies([anshun, { ...anshun, name: 'again' }], { replications: 20 });

  it('was asked alike', () => { expect(comparison.asked.flatMap((one) => one.studies.flatMap((own) => own.differences))).toEqual([]); });

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
    expect(text).toMatch(/Compare signs/u);
    expect(comparison.indices[0]!.scores!.ways.stretches).toBe(true);
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

  it('sets the verdicts on the same hypotheses side by side', () => { expect(comparison.hypotheses.map((one) => one.studies.every((result) => result !== null))).toEqual([true, true, true]); });

  it.each(['en', 'zh'])('is written without a gap (%s)', (language) => {
    const document = comparisonReportOf(comparison, { language });
    expect(document.blocks.length).toBe(8);
    for (const text of [renderText(document, { width: 100 }), renderHtml(document), comparisonJson(comparison, '0')]) expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object/u);
    expect(renderHtml(document)).toContain('ss-figure');
    expect(() => JSON.parse(comparisonJson(comparison, '0')) as unknown).not.toThrow();
  });
});

describe('what nobody declared', () => {
  const spec = read('bijie/bijie.study');
  const turned = (from: string, to: string): ComparedStudy => { expect(spec).toContain(from); return study('bijie/bijie.study', 'bijie', { 'bijie/bijie.study': spec.replace(from, to) }); };
  const line = /^ *psy_happier .*reversed.*$/mu.exec(spec)![0];

  it('is silent where all is declared', () => { expect(compareStudies([anshun, bijie], { replications: 0 }).indices[0]!.suspicions).toEqual([]); });

  it('an item turned round', () => {
    const { suspicions } = compareStudies([anshun, turned(line, line.replace(' reversed', ''))], { replications: 0 }).indices[0]!;
    expect(suspicions.flatMap((one) => one.reversed.map((item) => item.item))).toEqual(['psy_happier']);
  });
});

describe('three studies, one with an item that nobody asked there', () => {
  const short = study('anshun/short.study', 'short', { 'anshun/short.study': 'study "Short" replicates "anshun.study"\ndata "anshun_2020.csv" { id id  cluster site  missing blank }\nmap { soc_friends absent }\n' });
  const comparison = compareStudies([anshun, short, bijie], { replications: 0 });

  it('compares what all have, and says so', () => {
    const index = comparison.indices[0]!;
    expect(index.structure!.items.length).toBe(10);
    expect(index.structure!.items).not.toContain('soc_friends');
    expect(index.scores!.fewer).toBe(true);
    expect(comparison.asked.find((one) => one.name === 'soc_friends')!.studies.map((one) => one.differences.map((difference) => difference.kind))).toEqual([[], ['absent'], ['asked-on']]);
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
  const answers = `id,a,b,c,d,age\n${Array.from({ length: 60 }, (_, i) => `${i + 1},${1 + ((i * 7) % 5)},${1 + ((i * 7 + (i % 3)) % 5)},${1 + ((i * 11) % 5)},${1 + ((i * 11 + (i % 2)) % 5)},${20 + ((i * 13) % 40)}`).join('\n')}\n`;
  const spec = (more: string, high = 5): string => `study "S"\ndata "d.csv" { id id }\nscale s 1..${high}\nindicator a on s\nindicator b on s\nindicator c on s\nindicator d on s\n${more}\n`;
  const small = (name: string, text: string): ComparedStudy => study(`${name}.study`, name, { [`${name}.study`]: text, 'd.csv': answers });
  const index = 'index i { of a, b, c, d  keep 2 }';

  it('in how a number is computed', () => {
    const comparison = compareStudies([small('one', spec('number years = age')), small('two', spec('number years = age / 10'))], { replications: 0 });
    expect(comparison.asked.find((one) => one.name === 'years')!.studies[1]!.differences).toEqual([{ kind: 'formula', own: 'age / 10', first: 'age' }]);
    expect(renderText(comparisonReportOf(comparison), { width: 100 })).toContain('computed as age / 10 (there age)');
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
    const comparison = compareStudies([small('one', spec(`${index}\nregression r { explain i, a  by age  }\nnumber age`)), small('two', spec('number age\nregression r { explain a  by age }'))], { replications: 0 });
    const text = renderText(comparisonReportOf(comparison), { width: 100 });
    expect(text).toContain('i is not compared: there is none, or it could not be computed, in two.');
    expect(text).toContain('r: i is not compared, since fewer than two studies explain it.');
    expect(comparison.regressions[0]!.outcomes.map((one) => one.outcome)).toEqual(['a']);
  });

  it('never in what rounding left of a constant', () => {
    const still = new Float64Array(61).fill(2.1);
    const varied = Float64Array.from({ length: 61 }, (_, i) => 1 + (i % 5));
    const findings = (first: Float64Array, second: Float64Array): string[] => scaleChecks(['a'], [first], [second], { scales: [{ low: 1, high: 5 }] })[0]!.findings.map((one) => one.finding);
    expect(findings(still, varied)).not.toContain('spread');
    expect(findings(varied, varied.map((value) => 3 + (value - 3) / 4))).toContain('spread');
  });
});
