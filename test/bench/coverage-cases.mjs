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
