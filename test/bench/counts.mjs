// What counting takes: joint counts by bit planes and row by row, at n and 2n rows, columns, levels, and what is made of them. Medians;
// `node test/bench/counts.mjs` after a build, with `--smoke` few rows. Prints what it measured, asserts only that both ways agree.
const core = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const { completeMask, countable, countedBy, jointCounts, jointWith, momentsOfCounts, weightedJoint } = core;
const smoke = process.argv.includes('--smoke');
const [million, times] = smoke ? [20_000, 1] : [1_000_000, 5];

/** Marsaglia's xorshift32. */
let state = 20261130;
function below(limit) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % limit;
}
/** Answers of some levels, one in twenty missing. */
function columnsOf(rows, count, levels) {
  return Array.from({ length: count }, () => ({
    codes: (levels > 127 ? Int16Array : Int8Array).from({ length: rows }, () => (below(20) === 0 ? -1 : below(levels))),
    levels,
  }));
}
/** Medians of the time on the clock and of the processor's, which others who compute at the same time do not lengthen as much. */
function tell(what, job) {
  const took = Array.from({ length: times }, () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    job();
    const { user, system } = process.cpuUsage(before);
    return [performance.now() - start, (user + system) / 1000];
  });
  const [wall, cpu] = [0, 1].map((which) => took.map((one) => one[which]).sort((a, b) => a - b)[times >> 1]);
  console.log(`${what.padEnd(62)} ${wall.toFixed(0).padStart(6)} ms, processor ${cpu.toFixed(0).padStart(6)} ms`);
}

console.log(`${million.toLocaleString('en')} rows unless said; medians of ${times}`);
const columns = columnsOf(million, 28, 5);
const mask = Uint8Array.from({ length: million }, () => (below(10) < 7 ? 1 : 0));
jointCounts(columns);
tell('28 columns of 5 levels', () => jointCounts(columns));
tell('the same under a mask', () => jointCounts(columns, mask));
tell('half the columns', () => jointCounts(columns.slice(0, 14)));
tell(
  'half the rows',
  (
    (half) => () =>
      jointCounts(half)
  )(columns.map(({ codes, levels }) => ({ codes: codes.subarray(0, million / 2), levels }))),
);
tell(
  '28 columns of 10 levels',
  (
    (wide) => () =>
      jointCounts(wide)
  )(columnsOf(million, 28, 10)),
);
tell(
  'and one of 300 levels',
  (
    (wide) => () =>
      jointCounts(wide)
  )([...columns, ...columnsOf(million, 1, 300)]),
);
tell('28 columns of 5 levels without WebAssembly', () => countedBy(null, columns, null));
const weights = Float64Array.from({ length: million }, () => below(1000) / 300);
const income = Float64Array.from({ length: million }, () => below(1e6) / 7);
tell('28 columns of 5 levels, weighted', () => weightedJoint(columns, weights));
tell('a number beside 28 columns', () => jointWith(columns, [income]));
tell('five numbers beside 28 columns', () => jointWith(columns, [income, income, income, income, income]));
const points = columns.map(({ codes }) => ({ codes, values: Float64Array.of(1, 2, 3, 4, 5) }));
const { columns: counted, tables } = countable(points);
const joint = jointCounts(counted);
tell('rows that have all 28', () => completeMask(points));
tell('moments of 28 columns from their counts', () => momentsOfCounts(joint, tables));
if (
  Buffer.compare(Buffer.from(countedBy(null, columns, mask).counts.buffer), Buffer.from(jointCounts(columns, mask).counts.buffer)) !== 0
) {
  console.error('the two ways of counting differ');
  process.exitCode = 1;
}
