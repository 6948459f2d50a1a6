// Whether intervals cover and tests hold their size, through the language (`direct` ones by the core, which no word reaches yet): each
// case simulates data whose truth is known, writes a study, runs it, and asks for the interval and the p by their addresses.
// `node test/bench/coverage.mjs [--smoke] [--seed 1] [--replications 1000] [--only NAME]`: prints rates with 95 % Wilson intervals. Where
// theory promises 95 % (and 5 %), a rate outside 93.6–96.4 % ends it with 1; elsewhere the rate is shown beside what is known. Needs
// a build.
import { cases, planted } from './coverage-cases.mjs';

const core = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const { openStudy, resultsOf } = await import(new URL('../../packages/dsl/dist/index.js', import.meta.url).href);

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const smoke = process.argv.includes('--smoke');
const seed = Number(option('seed', 1));
const replications = Number(option('replications', smoke ? 20 : 1000));
const only = option('only', null);

/** A study's results over columns of numbers. */
function run(spec, columns) {
  const names = Object.keys(columns);
  const rows = columns[names[0]].length;
  const lines = [`id,${names.join(',')}`];
  for (let row = 0; row < rows; row += 1) lines.push(`${row + 1},${names.map((name) => columns[name][row]).join(',')}`);
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const study = openStudy('s.study', {
    text: (path) => (path === 's.study' ? { content: `study "S"\n${spec}\n` } : { refusal: { is: 'missing' } }),
    answers: ({ name }, options) => core.readData(bytes, name, options),
  });
  const results = resultsOf(study);
  if (results === null)
    throw new Error(study.problems.map((one) => `${one.code} ${core.tell(one, 'en').message}`).join('\n') || 'the study has no results');
  return (address) => results.asked.get(address)?.value ?? null;
}

/** Wilson 1927, JASA 22:209–212. */
function wilson(count, n) {
  const z = 1.959963984540054;
  const p = count / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [middle - half, middle + half];
}
const percent = (value) => `${(100 * value).toFixed(1)} %`;

let missed = 0;
console.log('case                                                       covers  (95 % interval)      5 % test  none  promised');
for (const [k, one] of cases.entries()) {
  if (only !== null && !one.name.includes(only)) continue;
  const random = core.seededRandom(seed * 1000 + k);
  const counts = { covered: 0, intervals: 0, rejected: 0, tests: 0, none: 0 };
  const times = Math.min(replications, one.atMost ?? Infinity);
  for (let replication = 0; replication < times; replication += 1) {
    const at = one.direct === undefined ? run(one.spec, one.columns(random)) : (value) => value;
    for (const { low, high, truth, p, estimate, se } of one.direct?.(random, core) ?? one.asks) {
      const [from, to] =
        estimate === undefined
          ? [low, high].map((address) => (address === undefined ? null : at(address)))
          : [-1, 1].map((side) => at(estimate) + side * 1.959963984540054 * at(se));
      if (from !== null && to !== null) {
        counts.intervals += 1;
        if (from <= truth && truth <= to) counts.covered += 1;
      } else if (low !== undefined) counts.none += 1;
      const value = p === undefined ? null : at(p);
      if (value !== null) {
        counts.tests += 1;
        if (value < 0.05) counts.rejected += 1;
      }
    }
  }
  const rate = counts.covered / counts.intervals;
  const size = counts.rejected / counts.tests;
  // A promise is missed where chance does not explain the distance: the bounds, and what the smaller number of replications adds to them.
  const slack = Math.max(0.014, 2.3 * Math.sqrt((0.95 * 0.05) / times));
  const off = (value) => Number.isFinite(value) && Math.abs(value - 0.95) > slack;
  const bad = one.promised && (off(rate) || off(1 - size));
  if (bad) missed += 1;
  const interval =
    counts.intervals === 0
      ? ''.padEnd(27)
      : `${percent(rate).padStart(7)}  (${wilson(counts.covered, counts.intervals).map(percent).join(' to ')})`.padEnd(27);
  const rejected = counts.tests === 0 ? '       ' : percent(size).padStart(7);
  console.log(
    `${one.name.padEnd(57)} ${interval}  ${rejected}  ${String(counts.none).padStart(4)}  ` +
      `${one.promised ? (bad ? 'MISSED' : 'yes') : `no: ${one.known}`}`,
  );
}
if (only === null || 'recovery'.includes(only)) {
  const random = core.seededRandom(seed);
  const congruences = [];
  for (let replication = 0; replication < Math.min(replications, 200); replication += 1) {
    const at = run(planted.spec, planted.columns(random));
    planted.components.forEach((component, k) => {
      const loadings = planted.items.map((item) => at(`i.loading(${item}, ${component})`));
      const own = loadings.slice(3 * k, 3 * k + 3);
      const sum = (list) => list.reduce((total, value) => total + value, 0);
      congruences.push(sum(own) / Math.sqrt(3 * sum(loadings.map((value) => value * value))));
    });
  }
  const mean = congruences.reduce((total, value) => total + value, 0) / congruences.length;
  console.log(
    `\nPlanted loadings (9 items, 3 components, n = 400): Tucker's congruence with the plan ${mean.toFixed(3)} on average, ` +
      `${Math.min(...congruences).toFixed(3)} at least.`,
  );
}
if (missed > 0) {
  console.log(`${missed} promises missed`);
  process.exitCode = 1;
}
