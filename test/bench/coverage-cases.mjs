// What bench:coverage simulates: each case draws columns whose truth is known, and says which addresses are to cover it.
// `promised`: theory says 95 % at this size; else `known` says what is to be expected.

const many = (n, of) => Array.from({ length: n }, (_, i) => of(i));
const data = 'data "d.csv" { id id }\n';
/** Answers on 1..5 from a latent value. */
const point = (value) => Math.max(1, Math.min(5, Math.round(3 + value)));

const line =
  (n, noise, x = (random) => random.normal()) =>
  (random) => {
    const xs = many(n, () => x(random));
    return { x: xs, z: many(n, () => random.normal()), y: xs.map((value) => 1 + 0.5 * value + noise(random, value)) };
  };
const slope = (name) => ({ low: `${name}.y.low(x)`, high: `${name}.y.high(x)`, truth: 0.5 });
const nothing = (name) => ({ low: `${name}.y.low(z)`, high: `${name}.y.high(z)`, truth: 0, p: `${name}.y.p(z)` });
const model = (errors) => `${data}number x\nnumber z\nnumber y\nregression r { explain y  by x, z  ${errors} }`;

const inClusters = (clusters, size) => (random) => {
  const sites = many(clusters, () => ({ x: random.normal(), z: random.normal(), u: 0.7 * random.normal() }));
  const rows = many(clusters * size, (row) => ({ at: Math.floor(row / size), e: random.normal(), x: random.normal(), z: random.normal() }));
  const x = rows.map((row) => sites[row.at].x + row.x);
  return {
    site: rows.map((row) => row.at + 1),
    x,
    z: rows.map((row) => sites[row.at].z + row.z),
    y: rows.map((row, i) => 1 + 0.5 * x[i] + sites[row.at].u + row.e),
  };
};

/** 4 strata of sampling units of 4; a unit is drawn the likelier the smaller its stratum's weight. */
const drawnByDesign = (count) => (random) => {
  const units = many(count, () => ({ x: random.normal(), u: 0.5 * random.normal() }));
  const rows = many(4 * count, (row) => ({ at: Math.floor(row / 4), e: random.normal(), x: random.normal(), z: random.normal() }));
  const x = rows.map((row) => 0.7 * units[row.at].x + row.x);
  return {
    county: rows.map((row) => 1 + (row.at % 4)),
    site: rows.map((row) => row.at + 1),
    wt: rows.map((row) => [1, 2, 3, 5][row.at % 4] * (0.7 + 0.6 * random.uniform())),
    x,
    z: rows.map((row) => row.z),
    y: rows.map((row, i) => 1 + 0.5 * x[i] + units[row.at].u + 0.4 * (row.at % 4) + row.e),
  };
};

/** One factor of four items with loadings 1, 0.8, 0.7, 0.9 and errors of SD 0.7, normal; numbers are of standardised loadings. */
const oneFactor = (n) => (random) => {
  const factor = many(n, () => random.normal());
  const item = (loading) => factor.map((value) => (3 + loading * value + 0.7 * random.normal()).toFixed(5));
  return { a: item(1), b: item(0.8), c: item(0.7), d: item(0.9) };
};

/** x → m → y with 0.4 and 0.5, and 0.2 beside. */
const path = (n) => (random) => {
  const x = many(n, () => random.normal());
  const m = x.map((value) => 0.4 * value + random.normal());
  return { x, m, y: x.map((value, i) => 0.2 * value + 0.5 * m[i] + random.normal()) };
};
const mediated = (errors) => `${data}number x\nnumber m\nnumber y\nmediation path { explain y  by x  through m  errors ${errors} }`;
const indirect = [{ low: 'path.indirect.low(m)', high: 'path.indirect.high(m)', truth: 0.2 }];

/**
 * The mean of y, a third of which is missing where x is large: ten copies completed by draws from the regression on x (coefficients and
 * variance drawn too, Rubin 1987, ch. 5), made one by the core's rules. No word of the language completes data yet.
 */
function imputedMean(random, core) {
  const n = 150;
  const x = many(n, () => random.normal());
  const y = x.map((value) => 1 + 0.5 * value + random.normal());
  const there = x.map((value) => random.uniform() < (value > 0.3 ? 0.35 : 0.9));
  const rows = [...x.keys()].filter((row) => there[row]);
  const of = (list) => Float64Array.from(rows, (row) => list[row]);
  const fit = core.linearFit({ y: of(y), x: [of(x)], terms: ['x'], confidence: 0.95 });
  const df = rows.length - 2;
  const [[v00, v01], [, v11]] = fit.unscaledCovariance;
  const estimates = many(10, () => {
    const chi2 = many(df, () => random.normal() ** 2).reduce((sum, one) => sum + one, 0);
    const sigma = Math.sqrt(fit.ssResidual / chi2);
    const first = random.normal();
    const b0 = fit.coefficients[0].b + sigma * Math.sqrt(v00) * first;
    const b1 = fit.coefficients[1].b + sigma * ((v01 / Math.sqrt(v00)) * first + Math.sqrt(v11 - (v01 * v01) / v00) * random.normal());
    const whole = y.map((value, row) => (there[row] ? value : b0 + b1 * x[row] + sigma * random.normal()));
    const mean = whole.reduce((sum, one) => sum + one, 0) / n;
    const variance = whole.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
    return [mean, variance / n];
  });
  const { low, high } = core.imputedEstimate(
    estimates.map(([mean]) => mean),
    estimates.map(([, variance]) => variance),
    n - 1,
    0.95,
  );
  return [{ low, high, truth: 1 }];
}

export const cases = [
  {
    name: 'coefficients, classical, n = 60',
    promised: true,
    spec: model(''),
    columns: line(60, (random) => random.normal()),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'coefficients, classical, errors that grow with |x|, n = 100',
    promised: false,
    known: 'too narrow for x: hc3 is for that',
    spec: model(''),
    columns: line(100, (random, x) => (0.3 + Math.abs(x)) * random.normal()),
    asks: [slope('r')],
  },
  {
    name: 'coefficients, hc3, errors that grow with |x|, n = 250',
    promised: true,
    spec: model('errors hc3'),
    columns: line(250, (random, x) => (0.3 + Math.abs(x)) * random.normal()),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'coefficients, clustered (CR1), 50 clusters of 8',
    promised: true,
    spec: model('errors cluster site'),
    columns: inClusters(50, 8),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'coefficients, clustered (CR1), 5 clusters of 60',
    promised: false,
    known: 'too narrow with so few clusters, and the study says so',
    spec: model('errors cluster site'),
    columns: inClusters(5, 60),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'group means and differences (Tukey–Kramer), 3 groups of 25',
    promised: true,
    spec: `${data}number y\ncategory g { a = 1  b = 2  c = 3 }\ncompare k { of y  by g }`,
    columns: (random) => ({ g: many(75, (row) => 1 + (row % 3)), y: many(75, () => random.normal()) }),
    asks: [{ low: 'k.y.low(g.b)', high: 'k.y.high(g.b)', truth: 0, p: 'k.y.p' }, { p: 'k.y.welch.p' }],
  },
  {
    name: 'coefficients, clustered (CR2), 12 clusters of 20',
    promised: true,
    spec: model('errors cluster site cr2'),
    columns: inClusters(12, 20),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'coefficients, wild cluster bootstrap of 399, 12 clusters of 20',
    promised: false,
    known: 'p holds its size; limits of draws are rough',
    spec: model('errors cluster site wild 399'),
    columns: inClusters(12, 20),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'weighted coefficients, 4 strata of 40 units of 4',
    promised: true,
    spec:
      'data "d.csv" { id id  weight wt  stratum county  cluster site }\nnumber x\nnumber z\nnumber y\n' +
      'regression r { explain y  by x, z }',
    columns: drawnByDesign(160),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'weighted coefficients, 4 strata of 15 units of 4',
    promised: false,
    known: 'few units with unequal weights: 93 %',
    spec:
      'data "d.csv" { id id  weight wt  stratum county  cluster site }\nnumber x\nnumber z\nnumber y\n' +
      'regression r { explain y  by x, z }',
    columns: drawnByDesign(60),
    asks: [slope('r'), nothing('r')],
  },
  {
    name: 'a mean, ten imputations of a third (core alone), n = 150',
    promised: true,
    direct: imputedMean,
  },
  {
    name: 'loadings and χ² of a factor of four items, ml, n = 400',
    promised: true,
    spec: `${data}dimension f { indicator a  indicator b  indicator c  indicator d }\nmeasurement m { of f }`,
    columns: oneFactor(400),
    asks: [
      { estimate: 'm.loading(b)', se: 'm.loading.se(b)', truth: 0.8 / Math.hypot(0.8, 0.7) },
      { estimate: 'm.loading(c)', se: 'm.loading.se(c)', truth: Math.SQRT1_2 },
      { p: 'm.p' },
    ],
  },
  {
    name: 'an indirect effect, delta (Sobel), n = 200',
    promised: false,
    known: 'a product is skew: 93 to 95 %',
    spec: mediated('delta'),
    columns: path(200),
    asks: indirect,
  },
  {
    name: 'an indirect effect, bootstrap of 1000, n = 200',
    promised: false,
    known: 'percentile limits: 93 to 95 %',
    spec: mediated('bootstrap 1000'),
    columns: path(200),
    asks: indirect,
  },
];

/** A planted structure of nine items, three to a component, is found again. */
export const planted = {
  items: many(9, (i) => `a${i + 1}`),
  components: ['f', 'g', 'h'],
  spec:
    `${data}scale s 1..5\n${many(9, (i) => `indicator a${i + 1} on s\n`).join('')}` +
    'index i { of a1..a9  keep 3  component f marked by a1  component g marked by a4  component h marked by a7 }',
  columns: (random) => {
    const rows = many(400, () => many(3, () => random.normal()));
    return Object.fromEntries(
      many(9, (i) => [`a${i + 1}`, rows.map((factors) => point(0.75 * factors[Math.floor(i / 3)] + 0.6 * random.normal()))]),
    );
  },
};
