// Random studies against R, end to end: `npm run bench:differential -- [--seed 1] [--studies 300] [--keep FOLDER]`. A generator writes
// specs and answers (options drawn alike from what the words take); the built packages compute every address asked; differential.R
// computes the same ones by base R, survey, sandwich, psych's sources of formulas written anew, knowing nothing of the program. Prints
// how many numbers agree to a relative 1e-6, and every one that does not, by kind. Ends with 1 when one differs. Needs a build, and R
// with survey and sandwich; without R it says so and ends with 2.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { codeStudy, execute, readCsv } = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const { compile } = await import(new URL('../../packages/dsl/dist/index.js', import.meta.url).href);

const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const seed = Number(given('seed', 1));
const studies = Number(given('studies', 300));
const kept = given('keep', null);

/** mulberry32: the same studies from the same seed. */
function randomOf(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function drawn(number) {
  const random = randomOf(seed * 100003 + number);
  const one = (list) => list[Math.floor(random() * list.length)];
  const some = (chance) => random() < chance;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const n = 60 + Math.floor(random() * 140);
  const size = 5 + Math.floor(random() * 5);
  const points = one([4, 5, 7]);
  const items = Array.from({ length: size }, (_, i) => `q${i + 1}`);
  const reversed = items.filter(() => some(0.15));
  const holes = one([0, 0.01, 0.04]);
  const levels = one([2, 3, 4]);
  const rows = Array.from({ length: n }, (_, row) => {
    const factors = [normal(), normal()];
    const hole = (value) => (some(holes) ? '' : value);
    const answers = items.map((_, i) => {
      const value = factors[i % 2] * 0.9 + factors[(i + 1) % 2] * 0.25 + normal() * 0.8;
      return hole(Math.max(1, Math.min(points, Math.round((points + 1) / 2 + value * (points / 5)))));
    });
    const level = 1 + (row < levels ? row : Math.floor(random() * levels));
    const age = Math.round(45 + 13 * normal());
    const y = (factors[0] + 0.3 * factors[1] + 0.02 * age + 0.2 * level + normal() * (1 + 0.3 * level)).toFixed(3);
    return [row + 1, ...answers, hole(level), hole(age), hole(y), (0.4 + 1.6 * random()).toFixed(3), 1 + Math.floor(random() * 12)];
  });
  const weighted = some(0.3);
  const where = some(0.3);
  const plan = {
    items,
    points,
    reversed,
    levels,
    weighted,
    // Who is chosen by a condition, and what is made of it.
    where,
    missing: one(['listwise', 'pairwise', 'mean']),
    correlations: weighted ? 'pearson' : one(['pearson', 'pearson', 'spearman']),
    extract: one(['components', 'components', 'axis', 'ml']),
    rotate: one(['varimax', 'varimax raw', 'quartimax', 'equamax', 'none', 'promax', 'promax 3']),
    rescale: one(['none', '0..100', 't', '1..5']),
    errors: weighted ? 'classical' : one(['classical', 'hc0', 'hc1', 'hc2', 'hc3', 'hc4', 'cluster site']),
    terms: one([['age'], ['group', 'age'], ['group', 'age', 'q1'], ['group * age']]),
    modelMissing: weighted ? 'listwise' : one(['listwise', 'listwise', 'mean']),
  };
  if (plan.errors !== 'classical') plan.modelMissing = 'listwise';
  const text = `study "S${number}"
data "d.csv" { id id  ${weighted ? 'weight wt' : ''} }
scale s 1..${points}
dimension items on s { ${items.map((item) => `indicator ${item}${reversed.includes(item) ? ' reversed' : ''}`).join('  ')} }
category group { ${Array.from({ length: levels }, (_, i) => `g${i + 1} = ${i + 1}`).join('  ')} }
number age
number y
index i { of items  missing ${plan.missing}  correlations ${plan.correlations}  extract ${plan.extract}  keep 2  rotate ${plan.rotate}
  rescale ${plan.rescale}${where ? '  where age > 35' : ''} }
compare c { of y  by group${where ? '  where age > 35' : ''} }
regression r { explain y  by ${plan.terms.join(', ')}  missing ${plan.modelMissing}
 ${weighted ? '' : `  errors ${plan.errors}`}${where ? '  where age > 35' : ''} }
`;
  const columns = ['id', ...items, 'group', 'age', 'y', 'wt', 'site'];
  return { plan, text, csv: `${columns.join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\n` };
}

/** What is asked of every study; an address without a number is passed over, and so is one that R has none of. */
function asked({ items, levels }) {
  const each = items.flatMap((item) => [
    `i.loading(${item}, 1)`,
    `i.loading(${item}, 2)`,
    `i.structure(${item}, 1)`,
    `i.communality(${item})`,
    `items.item_total(${item})`,
    `${item}.mean`,
    `${item}.sd`,
  ]);
  const groups = Array.from({ length: levels }, (_, i) => `group.g${i + 1}`);
  return [
    ...each,
    ...['items.alpha', 'items.alpha.standardized', 'i.kmo', 'i.bartlett.chi2', 'i.eigenvalue(1)', 'i.eigenvalue(2)'],
    ...['i.explained(1)', 'i.explained(2)', 'i.explained.total', 'i.correlation(1, 2)', 'i.n', 'i.mean', 'i.sd', 'i.fit.chi2'],
    ...['y.mean', 'y.sd', 'y.skewness', 'y.kurtosis', 'y.median', 'age.mean'],
    ...['c.y.f', 'c.y.p', 'c.y.eta2', 'c.y.omega2', 'c.y.welch.f', 'c.y.welch.p', 'c.y.levene.p', 'c.y.kruskal.h'],
    ...groups.map((level) => `c.y.mean(${level})`),
    ...['r.y.n', 'r.y.r2', 'r.y.adjusted_r2', 'r.y.f', 'r.y.durbin_watson'],
    ...['intercept', 'age', 'q1', ...groups.slice(1), ...groups.slice(1).map((level) => `${level}:age`)].flatMap((term) =>
      ['b', 'se', 't', 'p', 'beta'].map((quantity) => `r.y.${quantity}(${term})`),
    ),
  ];
}

const folder = kept ?? mkdtempSync(join(tmpdir(), 'differential-'));
mkdirSync(folder, { recursive: true });
const ours = new Map();
const failed = [];
for (let number = 1; number <= studies; number++) {
  const { plan, text, csv } = drawn(number);
  writeFileSync(join(folder, `${number}.csv`), csv);
  writeFileSync(join(folder, `${number}.study`), text);
  const lines = Object.entries(plan).map(([key, value]) => `${key}\t${Array.isArray(value) ? value.join('|') : String(value)}`);
  writeFileSync(join(folder, `${number}.tsv`), `${lines.join('\n')}\n`);
  const { plan: compiled, problems } = compile({ entry: 'x.study', texts: new Map([['x.study', text]]) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (compiled === null || errors.length > 0) {
    failed.push(`${number}: ${errors.map((one) => one.code).join(', ')}`);
    continue;
  }
  const { frame } = readCsv(new TextEncoder().encode(csv), 'd.csv', { text: ['id'] });
  const results = execute(compiled, codeStudy(compiled, frame), frame);
  ours.set(number, new Map(asked(plan).map((address) => [address, results.asked.get(address)?.value ?? null])));
}
const script = fileURLToPath(new URL('differential.R', import.meta.url));
const r = spawnSync('Rscript', [script, folder, String(studies)], { encoding: 'utf8', maxBuffer: 1 << 28 });
if (r.error !== undefined || r.status !== 0) {
  process.stderr.write(`R did not compute: ${r.error?.message ?? r.stderr}\n`);
  process.exit(2);
}
let compared = 0;
let alone = 0;
const differences = new Map();
for (const [number, values] of ours) {
  const theirs = new Map(
    readFileSync(join(folder, `${number}.out`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map(([address, value]) => [address, value === 'NA' ? null : Number(value)]),
  );
  for (const [address, value] of values) {
    const other = theirs.get(address) ?? null;
    if (value === null || other === null) {
      // One of the two has no number: a refusal on our side, or nothing to compute on R's.
      if (value !== other && theirs.has(address)) alone += 1;
      continue;
    }
    compared += 1;
    const loose = address.startsWith('i.') ? 2e-5 : 1e-6;
    if (Math.abs(value - other) <= Math.max(loose * 1e-2, loose * Math.abs(other))) continue;
    const kind = address.replace(/\(.*$/u, '');
    differences.set(kind, [...(differences.get(kind) ?? []), `${number} ${address}: R ${other}, here ${value}`]);
  }
}
const apart = [...differences.values()].flat().length;
process.stdout.write(
  `${studies} studies, seed ${seed}: ${compared} numbers compared, ${compared - apart} agree, ${apart} differ; ` +
    `${alone} that one side has no number of; ${failed.length} specs refused\n`,
);
for (const one of failed.slice(0, 5)) process.stdout.write(`  refused ${one}\n`);
for (const [kind, list] of differences) {
  process.stdout.write(`${kind}: ${list.length}\n`);
  for (const line of list.slice(0, 4)) process.stdout.write(`  ${line}\n`);
}
if (kept === null) rmSync(folder, { recursive: true, force: true });
process.exitCode = apart > 0 ? 1 : 0;
