// How fast a grid of specifications is: `node test/bench/robustness.mjs [--smoke]`. About a thousand of them over the Anshun study, each
// the whole way from answers to coefficient; ends with 1 when they take more than ten seconds. The time of the study without them stands
// beside it. Needs a build.
import { readFileSync } from 'node:fs';

const core = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const dsl = await import(new URL('../../packages/dsl/dist/index.js', import.meta.url).href);

const smoke = process.argv.includes('--smoke');
const folder = new URL('../../examples/anshun/', import.meta.url);
const LIMIT = 10_000;

const grid = smoke
  ? 'missing mean | listwise  rotate varimax | quartimax  errors classical | hc3'
  : `missing mean | listwise | pairwise
  rotate  varimax | varimax raw | quartimax | quartimax raw | equamax
  weight  by explained variance | equal
  rescale 0..100 | components | none | t
  errors  classical | hc0 | hc1 | hc2 | hc3 | hc4 | hc4m | cluster site | cluster mode`;

const world = (text) => ({
  text: (path) => ({ content: path === 'x.study' ? text : readFileSync(new URL(path, folder), 'utf8') }),
  answers: ({ name, path }, options) => core.readData(readFileSync(new URL(path, folder)), name, options),
});
const opened = (more) => {
  const study = dsl.openStudy('x.study', world(`${readFileSync(new URL('anshun.study', folder), 'utf8')}\n${more}\n`));
  const errors = study.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map((problem) => `${problem.code} ${core.tell(problem, 'en').message}`).join('\n'));
  return study;
};
const timed = (run) => {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
};

const alone = opened('');
const plain = timed(() => dsl.resultsOf(alone).quantities.size);
const lowering = timed(() => opened(`robustness choices of full.integration.beta(com_amenity) {\n  ${grid}\n}`));
const study = lowering.value;
const { value: result, ms } = timed(() => dsl.resultsOf(study).only(['choices']).robustness[0]);
const { specifications } = result;
const computed = specifications.filter((one) => one.value !== null).length;
const refused = specifications.filter((one) => one.refused !== null).length;
const range = [...specifications].flatMap((one) => (one.value === null ? [] : [one.value])).sort((a, b) => a - b);
console.log(`the study by itself: ${plain.value} numbers in ${plain.ms.toFixed(0)} ms`);
console.log(`read with its grid: ${lowering.ms.toFixed(0)} ms`);
console.log(
  `${specifications.length} specifications in ${(ms / 1000).toFixed(2)} s, ${((1000 * specifications.length) / ms).toFixed(0)} a second; ` +
    `${computed} have the number (${range[0].toFixed(3)} to ${range.at(-1).toFixed(3)}), ${refused} cannot be written`,
);
if (!smoke && ms > LIMIT) process.exitCode = 1;
