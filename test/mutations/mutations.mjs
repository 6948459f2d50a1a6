// Mistakes that a hand could make in what carries a number to its address, its table and its verdict: one small change each. `run.mjs`
// makes them one by one and asks the tests. `from` must stand exactly once in the file; `tests` are those related to it. `all`: asked of
// every test. Kept beside the code they change: one that no longer applies is reported, not passed over.

import { largeFiles } from './large-files.mjs';

const core = (file) => `packages/core/src/${file}`;
const address = ['test/numbers/by-address.test.ts', 'test/properties/printed.test.ts', 'test/properties/registry.test.ts'];
const printed = ['test/properties/printed.test.ts', 'test/report', 'packages/core/src/words', 'packages/core/src/render'];
const claims = ['test/report', 'test/properties/results.test.ts', 'test/language', 'test/problems', 'packages/core/src/execute'];
const memo = ['test/properties/memo.test.ts', 'test/properties/memo-fields.test.ts', 'test/properties/registry.test.ts'];

const regression = core('methods/regression/quantities.ts');
const compare = core('methods/compare/quantities.ts');
const score = core('methods/score/quantities.ts');
const describe = core('methods/describe/quantities.ts');
const reliability = core('methods/reliability/quantities.ts');
const index = core('methods/index/quantities.ts');

export const mutations = [
  // Quantities: a number at another's address.
  {
    what: 'low and high of a coefficient are exchanged',
    file: regression,
    from: "value: (one, term) => either(one, term, 'low'),",
    to: "value: (one, term) => either(one, term, 'high'),",
    tests: address,
  },
  {
    what: 't stands at the address of b',
    file: regression,
    from: "value: (one, term) => either(one, term, 'b'),",
    to: 'value: (one, term) => coefficient(one, term)?.t,',
    tests: address,
    all: true,
  },
  {
    what: 'beta is b',
    file: regression,
    from: 'value: (one, term) => coefficient(one, term)?.beta,',
    to: 'value: (one, term) => coefficient(one, term)?.b,',
    tests: address,
  },
  {
    what: 'R² is the adjusted one',
    file: regression,
    from: 'value: ({ fit }) => fit?.r2,',
    to: 'value: ({ fit }) => fit?.adjustedR2,',
    tests: address,
  },
  {
    what: 'AIC stands at the address of BIC',
    file: regression,
    from: 'value: ({ fit, model }) => fit?.bic ?? model?.bic,',
    to: 'value: ({ fit, model }) => fit?.aic ?? model?.aic,',
    tests: address,
  },
  {
    what: 'df1 and df2 of F are exchanged',
    file: regression,
    from: 'value: ({ fit }) => fit?.df1,',
    to: 'value: ({ fit }) => fit?.df2,',
    tests: address,
  },
  {
    what: 'tolerance stands for VIF',
    file: regression,
    from: 'value: (one, term) => coefficient(one, term)?.vif,',
    to: 'value: (one, term) => coefficient(one, term)?.tolerance,',
    tests: address,
  },
  {
    what: 'Welch’s p is that of F',
    file: compare,
    from: 'value: (one) => one.comparison?.welch.p',
    to: 'value: (one) => one.comparison?.anova.p',
    tests: address,
    all: true,
  },
  {
    what: 'η² is ω²',
    file: compare,
    from: 'value: (one) => one.comparison?.eta2',
    to: 'value: (one) => one.comparison?.omega2',
    tests: address,
  },
  {
    what: 'Levene’s p is Kruskal–Wallis’s',
    file: compare,
    from: 'value: (one) => one.comparison?.leveneMean.p',
    to: 'value: (one) => one.comparison?.kruskalWallis.p',
    tests: address,
  },
  {
    what: 'a difference has the sign of the other direction',
    file: compare,
    from: 'difference: straight ? pair.difference : -pair.difference',
    to: 'difference: straight ? -pair.difference : pair.difference',
    tests: address,
    all: true,
  },
  {
    what: 'the ends of a difference are not turned with it',
    file: compare,
    from: 'low: straight || high === null ? low : -high',
    to: 'low: straight || high === null ? low : high',
    tests: address,
  },
  {
    what: 'Bonferroni’s p is Tukey’s',
    file: core('methods/compare/post-hoc.ts'),
    from: 'p: pair.bonferroniP',
    to: 'p: pair.tukeyP',
    tests: address,
  },
  {
    what: 'a group’s interval uses the normal quantile of another level',
    file: compare,
    from: 'const half = tQuantile(0.975, n - 1) * se;',
    to: 'const half = tQuantile(0.95, n - 1) * se;',
    tests: address,
  },
  { what: 'the lowest score by level is the highest', file: score, from: "...atLevel('min'),", to: "...atLevel('max'),", tests: address },
  { what: 'SD by level is SE', file: score, from: "...atLevel('sd'),", to: "...atLevel('se'),", tests: address },
  { what: 'the lower end of a mean is the upper', file: score, from: "...whole('low'),", to: "...whole('high'),", tests: address },
  {
    what: 'percent below the middle counts those above',
    file: describe,
    from: 'value: (one) => side(one, -1)',
    to: 'value: (one) => side(one, 1)',
    tests: address,
  },
  { what: 'skewness is kurtosis', file: describe, from: "...part('skewness'),", to: "...part('kurtosis'),", tests: address },
  { what: 'missing answers are the valid ones', file: describe, from: "...part('missing'),", to: "...part('n'),", tests: address },
  { what: 'the lower end of alpha is its upper', file: reliability, from: 'feldt?.[0]', to: 'feldt?.[1]', tests: address, all: true },
  {
    what: 'standardised alpha is the raw one',
    file: reliability,
    from: 'value: (one) => one.reliability?.standardized',
    to: 'value: (one) => one.reliability?.alpha',
    tests: address,
  },
  {
    what: 'MSA is read of the last item',
    file: index,
    from: 'value: (one, item) => one.result.factorability?.msa[at(one, item)]',
    to: 'value: (one) => one.result.factorability?.msa.at(-1)',
    tests: address,
  },
  {
    what: 'communalities are uniquenesses',
    file: index,
    from: 'one.result.communalities[at(one, item)]',
    to: '1 - one.result.communalities[at(one, item)]!',
    tests: address,
  },
  {
    what: 'parallel analysis prints means for percentiles',
    file: index,
    from: 'result.retention?.parallel.percentile95[k - 1]',
    to: 'result.retention?.parallel.means[k - 1]',
    tests: address,
  },

  // Plan: what a job is executed with.
  {
    what: 'mean substitution is left out of a regression',
    file: core('methods/regression/job-design.ts'),
    from: "const substituted = missing === 'mean' ? meanSubstituted(used",
    to: "const substituted = missing === 'pairwise' ? meanSubstituted(used",
    tests: [...address, ...memo],
  },
  {
    what: 'the outcome’s missing values are never substituted',
    file: core('methods/regression/run.ts'),
    from: "const substituted = job.missing === 'mean' ? meanSubstituted([y]) : null;",
    to: "const substituted = job.missing === 'listwise' ? meanSubstituted([y]) : null;",
    tests: address,
  },
  {
    what: 'a comparison’s condition is not read',
    file: core('methods/compare/run.ts'),
    from: 'taken[row] === 1 ? code : -1',
    to: 'taken[row] === 1 ? code : code',
    tests: [...address, ...memo],
    all: true,
  },
  {
    what: 'an eigenvalue equal to the bound is kept',
    file: core('methods/index/run.ts'),
    from: 'rules.eigenvalues.filter((value) => value > rule.above).length',
    to: 'rules.eigenvalues.filter((value) => value < rule.above).length',
    tests: [...address, ...memo],
  },
  {
    what: 'a component is signed against its marker',
    file: core('methods/index/run.ts'),
    from: 'row[position]! < 0 ? -1 : 1',
    to: 'row[position]! < 0 ? 1 : -1',
    tests: address,
    all: true,
  },
  {
    what: 'given weights are read in the wrong order',
    file: core('methods/index/run.ts'),
    from: 'job.compose.map((name) => givenWeight(rule, name)!)',
    to: '[...job.compose].reverse().map((name) => givenWeight(rule, name)!)',
    tests: address,
  },
  {
    what: 'the memo forgets the weights of a composite',
    file: core('methods/index/index-scores.ts'),
    from: 'shares: plain<readonly number[]>()',
    to: "shares: { key: () => '-', narrow: (value) => value }",
    tests: memo,
    all: true,
  },
  {
    what: 'the memo forgets the range of a score',
    file: core('methods/index/index-scores.ts'),
    from: 'scores: each<Float64Array>(),\n    rescale: plain<RescaleRule>(),',
    to: 'scores: each<Float64Array>(),\n    rescale: { key: ({ kind }) => kind, narrow: (value) => value },',
    tests: memo,
  },
  {
    what: 'the memo forgets the labels of points',
    file: core('data/coding.ts'),
    from: 'return { key: (variable) => JSON.stringify(narrow(variable)), narrow };',
    to: "return { key: (variable) => JSON.stringify(narrow(variable), (key, value) => (key === 'label' ? undefined : value)), narrow };",
    tests: ['test/cells/labels-edited.test.ts', ...memo],
  },
  {
    what: 'a regression that is asked for reads scores that were not made',
    file: core('execute/execute.ts'),
    from: 'job.name], (own) => {\n      scored(readBy(job));\n      return runRegression',
    to: 'job.name], (own) => {\n      return runRegression',
    tests: ['test/properties/asked.test.ts'],
  },
  {
    what: 'a number asked for is looked for in the first piece of its name only',
    file: core('execute/pieces.ts'),
    from: 'if (quantity !== undefined) return quantity;',
    to: 'return quantity;',
    tests: ['test/properties/asked.test.ts'],
  },

  // Results: what a table prints and how.
  {
    what: 'stars are inverted',
    file: core('methods/context.ts'),
    from: 'context.stars.filter((bound) => p < bound)',
    to: 'context.stars.filter((bound) => p >= bound)',
    tests: printed,
    all: true,
  },
  {
    what: 'stars at the bound itself',
    file: core('methods/context.ts'),
    from: 'context.stars.filter((bound) => p < bound)',
    to: 'context.stars.filter((bound) => p <= bound * 2)',
    tests: printed,
  },
  {
    what: 'a null prints as zero',
    file: core('show/format.ts'),
    from: 'if (value === null || !Number.isFinite(value)) return NOT_AVAILABLE;\n  const decimals',
    to: "if (value === null || !Number.isFinite(value)) return '0';\n  const decimals",
    tests: printed,
  },
  {
    what: 'a small p prints as zero',
    file: core('show/format.ts'),
    from: 'if (value < least) return',
    to: 'if (value < 0) return',
    tests: printed,
  },
  {
    what: 'an interval prints its ends the other way round',
    file: core('methods/context.ts'),
    from: 'low.value,\n    high: high',
    to: 'high.value,\n    high: low',
    tests: printed,
  },
  {
    what: 'thousands lose their commas’ place',
    file: core('show/format.ts'),
    from: '(?=(?:\\d{3})+$)',
    to: '(?=(?:\\d{2})+$)',
    tests: printed,
  },

  // Claims: verdicts on printed figures and hypotheses.
  {
    what: 'half a unit of the last digit is a whole one',
    file: core('methods/claims/run.ts'),
    from: '<= half + SLACK',
    to: '<= 2 * half + SLACK',
    tests: claims,
    all: true,
  },
  {
    what: 'a printed < is >',
    file: core('methods/claims/run.ts'),
    from: 'value < printed',
    to: 'value > printed',
    tests: claims,
  },
  {
    what: 'a claim of > holds for <',
    file: core('methods/claims/run.ts'),
    from: ' left > right',
    to: ' left < right',
    tests: claims,
    all: true,
  },
  {
    what: 'stars that differ are taken as agreeing',
    file: core('methods/claims/run.ts'),
    from: 'computedStars === figure.printed.stars };',
    to: 'computedStars !== figure.printed.stars };',
    tests: claims,
  },
  {
    what: 'printed stars are counted by >',
    file: core('methods/claims/run.ts'),
    from: 'thresholds.filter((threshold) => p < threshold)',
    to: 'thresholds.filter((threshold) => p > threshold)',
    tests: claims,
  },
  {
    what: 'an undecided hypothesis holds',
    file: core('methods/claims/run.ts'),
    from: "held + failed < claims.length ? 'undecided'",
    to: "held + failed < claims.length ? 'holds'",
    tests: claims,
  },
  {
    what: 'a hypothesis that fails in part fails',
    file: core('methods/claims/run.ts'),
    from: "failed === 0 ? 'holds' : held === 0",
    to: "failed === 0 ? 'holds' : held >= 0",
    tests: claims,
  },
  {
    what: 'an error that is accepted is not told',
    file: core('pages/problem-listing.ts'),
    from: "if (problem.severity === 'error') return null;",
    to: "if (problem.severity === 'info') return null;",
    tests: ['packages/core/src/pages/problem-listing.test.ts', 'test/ide/accepted.test.ts'],
  },
  {
    what: 'what is accepted is told all the same',
    file: core('pages/problem-listing.ts'),
    from: '\n    problems.filter((problem) => reasonFor(problem, plan) === null),\n    plan,\n    files,\n  ',
    to: 'problems, plan, files',
    tests: ['packages/core/src/problems', 'test/ide/accepted.test.ts'],
  },

  // What came with the registry: comparisons by address, quantities, parts of a report, what crosses the thread.
  {
    what: 'the pooled coefficient’s lower end stands at the address of the upper one',
    file: core('methods/comparison/quantities-coefficients.ts'),
    from: 'value: (all, term) => metaOf(all, term)?.random?.low,',
    to: 'value: (all, term) => metaOf(all, term)?.random?.high,',
    tests: ['test/numbers/comparison-by-address.test.ts'],
  },
  {
    what: 'a quantity whose part is null has a number',
    file: core('methods/quantity/run.ts'),
    from: 'if (part.value === null) return',
    to: 'if (part.value === undefined) return',
    tests: ['test/language/quantity.test.ts'],
  },
  {
    what: 'a part of a report leaves out its comparison',
    file: core('execute/execute.ts'),
    from: 'comparisons: { get: resultsOf(within(comparisons)) },',
    to: 'comparisons: { get: resultsOf(within(comparisons.slice(1))) },',
    tests: ['test/properties/asked.test.ts'],
  },
  {
    what: 'a number that changed does not cross the thread',
    file: 'packages/cli/src/lsp/delta.ts',
    from: 'if (!before.has(key) || !Object.is(before.get(key), value)) changed.push([key, value]);',
    to: 'if (!before.has(key)) changed.push([key, value]);',
    tests: ['packages/cli/src/lsp/delta.test.ts'],
  },
  {
    what: 'Markdown leaves out the stars and marks of its cells',
    file: core('render/markdown.ts'),
    from: 'const text = markdownText(cellText(cell));',
    to: "const text = markdownText(cellText(cell)).replace(/\\\\\\*|[✓✗]/gu, '');",
    tests: ['packages/core/src/render'],
  },
  {
    what: 'a number by level that a claim reads does not reach the editor',
    file: core('methods/collector.ts'),
    from: 'part.rare ? part.made : part.make()',
    to: 'part.rare ? null : part.make()',
    tests: ['test/properties/asked.test.ts'],
  },
  {
    what: 'an audit that is given up leaves out a check',
    file: core('audit/audit.ts'),
    from: "{ study: same<PrintedStudy>(), check: plain<Exclude<CheckName, 'computed'>>() },",
    to: '{ study: same<PrintedStudy>(), check: { key: () => 0, narrow: (one) => one } },',
    tests: ['test/audit', 'test/properties/memo.test.ts'],
  },
  {
    what: 'a wide text table loses a run of columns',
    file: core('data/readers/binary/reading.ts'),
    from: 'wanted.has(names[at]!) || within.has(at)',
    to: 'wanted.has(names[at]!)',
    tests: ['packages/core/src/data/readers/csv.test.ts', 'test/cells'],
  },
  ...largeFiles,
];
