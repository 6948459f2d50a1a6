// How often planted differences between two provinces are found, and how often something is found where nothing was planted.
// `node test/bench/provinces.mjs [--smoke] [--seed 1] [--pairs 200]`: simulated pairs of surveys (323 and 412 respondents, 12 five-point
// items of three correlated dimensions, an outcome with three predictors). Prints rates with 95 % Wilson intervals, asserts nothing. Needs
// a build.

const core = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const smoke = process.argv.includes('--smoke');
const seed = option('seed', 1);
const pairs = option('pairs', smoke ? 4 : 200);
const replications = smoke ? 40 : 200;

const items = Array.from({ length: 12 }, (_, i) => `item${i + 1}`);
const structure = { factors: ['f', 'g', 'h'].map((name, f) => ({ name, items: items.slice(4 * f, 4 * f + 4) })) };
const terms = ['x1', 'x2', 'x3'];
const sizes = [323, 412];

/** What a province's survey may differ in. Every plant concerns item 3 (of dimension f) or the slope of x1. */
const plants = {
  nothing: {},
  'an item that loads elsewhere': { loadsOn: 1 },
  'a coefficient of opposite sign': { slope: -0.25 },
  'a shifted intercept (half a point)': { shift: 0.5 },
  'a shifted intercept (a quarter)': { shift: 0.25 },
  'an undeclared reversed item': { answer: (value) => 6 - value },
  'another scale: 1 to 7': { points: 7 },
  'another scale: 0 to 4': { answer: (value) => value - 1 },
  'another scale: 1 to 4': { points: 4 },
};
const PLANTED = 2;

function province(random, n, plant) {
  const columns = items.map(() => new Float64Array(n));
  const predictors = terms.map(() => new Float64Array(n));
  const outcome = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    const common = random.normal();
    const factors = [0, 1, 2].map(() => 0.5 * common + Math.sqrt(0.75) * random.normal());
    items.forEach((_, i) => {
      const planted = i === PLANTED;
      const factor = factors[planted && plant.loadsOn !== undefined ? plant.loadsOn : Math.floor(i / 4)];
      const latent = 3 + (planted ? (plant.shift ?? 0) : 0) + (i % 4) * 0.1 + 0.75 * factor + 0.65 * random.normal();
      const points = planted ? (plant.points ?? 5) : 5;
      const answer = Math.max(1, Math.min(points, Math.round(points === 5 ? latent : 1 + ((latent - 1) * (points - 1)) / 4)));
      columns[i][row] = planted && plant.answer ? plant.answer(answer) : answer;
    });
    terms.forEach((_, j) => {
      predictors[j][row] = 1 + random.integer(5);
    });
    outcome[row] = 0.5 * factors[0] + (plant.slope ?? 0.25) * predictors[0][row] + 0.15 * predictors[1][row] + random.normal();
  }
  return { columns, predictors, outcome };
}

const fit = (name, { predictors, outcome }) =>
  core.coefficientsOf(name, core.linearFit({ y: outcome, x: predictors, terms, confidence: 0.95 }));

/** Each detector: the names of what it finds. */
const detectors = {
  'items moved (bootstrap)': (a, b, draw) =>
    core
      .compareStructures(items, a.columns, b.columns, {
        components: 3,
        rule: { extract: { kind: 'components' }, rotate: { kind: 'varimax', kaiser: true } },
        replications,
        seed: draw,
      })
      .items.filter((item) => item.moved === 'established')
      .map((item) => item.item),
  'loadings (largest score test, Holm)': (a, b) => largest(steps(a, b), 'metric'),
  'intercepts (largest score test, Holm)': (a, b) => largest(steps(a, b), 'scalar'),
  'loadings (let go until Chen 2007 holds)': (a, b) => letGo(steps(a, b), 'metric'),
  'intercepts (let go until Chen 2007 holds)': (a, b) => letGo(steps(a, b), 'scalar'),
  'coefficients (Wald, Holm)': (a, b) =>
    core
      .equalityOfCoefficients([fit('a', a), fit('b', b)])
      .terms.filter((term) => term.holm < 0.05)
      .map((term) => term.term),
  'opposite signs': (a, b) =>
    core
      .equalityOfCoefficients([fit('a', a), fit('b', b)])
      .terms.filter((term) => term.opposite.length > 0)
      .map((term) => term.term),
  'reversed items': (a, b) =>
    core
      .reversalChecks(items, a.columns, b.columns)
      .items.filter((item) => item.suspect)
      .map((item) => item.item),
  'another scale': (a, b) =>
    core
      .scaleChecks(items, a.columns, b.columns)
      .filter((check) => check.findings.length > 0)
      .map((check) => check.item),
};
const known = new WeakMap();
function steps(a, b) {
  if (!known.has(b))
    known.set(
      b,
      core.invariance(structure, [
        { name: 'a', columns: a.columns },
        { name: 'b', columns: b.columns },
      ]).steps,
    );
  return known.get(b);
}

const largest = (all, level) =>
  all
    .find((step) => step.level === level)
    ?.scoreTests.slice(0, 1)
    .filter((test) => test.adjustedP < 0.05)
    .map((test) => test.item) ?? [];
const letGo = (all, level) => all.find((step) => step.level === level)?.partial?.steps.map((step) => step.freed.item) ?? [];

const answersTo = {
  'an item that loads elsewhere': [
    'items moved (bootstrap)',
    'loadings (largest score test, Holm)',
    'loadings (let go until Chen 2007 holds)',
  ],
  'a coefficient of opposite sign': ['coefficients (Wald, Holm)', 'opposite signs'],
  'a shifted intercept (half a point)': ['intercepts (largest score test, Holm)', 'intercepts (let go until Chen 2007 holds)'],
  'a shifted intercept (a quarter)': ['intercepts (largest score test, Holm)', 'intercepts (let go until Chen 2007 holds)'],
  'an undeclared reversed item': ['reversed items'],
  'another scale: 1 to 7': ['another scale'],
  'another scale: 0 to 4': ['another scale'],
  'another scale: 1 to 4': ['another scale'],
};

function rate(count, n) {
  const z = 1.959964;
  const p = count / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  const percent = (value) => (100 * value).toFixed(1);
  return `${percent(p).padStart(6)} %  (${percent(Math.max(0, centre - half))} to ${percent(Math.min(1, centre + half))})`;
}

console.log(
  `${pairs} pairs of provinces (${sizes.join(' and ')} respondents) a row, seed ${seed}, ${replications} bootstrap replications\n`,
);
for (const [index, [plant, what]] of Object.entries(plants).entries()) {
  const names = plant === 'nothing' ? Object.keys(detectors) : answersTo[plant];
  const target = what.slope === undefined ? items[PLANTED] : 'x1';
  const found = Object.fromEntries(names.map((name) => [name, { planted: 0, others: 0, anything: 0 }]));
  for (let pair = 0; pair < pairs; pair += 1) {
    const random = core.seededRandom(seed * 1_000_003 + index * 10_007 + pair);
    const [a, b] = [province(random, sizes[0], {}), province(random, sizes[1], what)];
    for (const name of names) {
      const list = detectors[name](a, b, pair + 1);
      if (list.includes(target)) found[name].planted += 1;
      if (list.some((one) => one !== target)) found[name].others += 1;
      if (list.length > 0) found[name].anything += 1;
    }
  }
  console.log(plant === 'nothing' ? 'Nothing planted: how often something is found' : `Planted: ${plant}`);
  for (const name of names) {
    if (plant === 'nothing') console.log(`  ${name.padEnd(42)} ${rate(found[name].anything, pairs)}`);
    else
      console.log(
        `  ${name.padEnd(42)} found ${rate(found[name].planted, pairs)}   something else named ${rate(found[name].others, pairs)}`,
      );
  }
  console.log('');
}
