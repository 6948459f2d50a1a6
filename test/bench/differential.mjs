// Random studies against R, end to end: `npm run bench:differential -- [--seed 1] [--studies 300] [--keep FOLDER]`. A generator writes
// specs and answers (options drawn alike from what the words take): an index, groups, a linear model, a model of another outcome, one of
// the index's scores, correlations, with and without a design. The built packages compute every address asked; differential.R computes
// the same ones by base R, MASS, nnet, survey, sandwich and formulas written anew, knowing nothing of the program. Prints
// how many numbers agree to a relative 1e-6, and every one that does not, by kind. Ends with 1 when one differs. Needs a build, and R
// with survey, sandwich, MASS and nnet; without R it says so and ends with 2.
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
    const site = 1 + (row < 12 ? row : Math.floor(random() * 12));
    const base = [row + 1, ...answers, hole(level), hole(age), hole(y), (0.4 + 1.6 * random()).toFixed(3), site];
    const drift = factors[0] + 0.03 * (age - 45) + normal();
    const hard = [drift > 0.2 ? 1 : 0, Math.max(0, Math.round(2 + drift)), 1 + (drift > -0.8) + (drift > 0.3) + (drift > 1.1)];
    return [...base, ...hard.map(hole), 1 + (site % 3)];
  });
  const weighted = some(0.35);
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
  // Drawn last, so that what was drawn before is as it was.
  plan.design = weighted ? one(['', 'cluster site', 'stratum region', 'stratum region  cluster site']) : '';
  plan.method = weighted ? 'logit' : one(['logit', 'logit', 'probit', 'poisson', 'ordered', 'ordered probit', 'multinomial']);
  plan.robust = weighted || plan.method === 'multinomial' ? 'classical' : one(['classical', 'classical', 'hc0', 'cluster site']);
  plan.outcome = { logit: 'yes', probit: 'yes', poisson: 'count' }[plan.method] ?? 'rung';
  plan.correlate = one(['pearson', 'spearman', 'kendall']);
  plan.pairs = one(['listwise', 'pairwise']);
  plan.held = plan.correlate !== 'kendall' && plan.pairs === 'listwise' && some(0.4);
  plan.scored = one([['age'], ['age', 'group']]);
  const text = `study "S${number}"
data "d.csv" { id id  ${weighted ? `weight wt  ${plan.design}` : ''} }
scale s 1..${points}
dimension items on s { ${items.map((item) => `indicator ${item}${reversed.includes(item) ? ' reversed' : ''}`).join('  ')} }
category group { ${Array.from({ length: levels }, (_, i) => `g${i + 1} = ${i + 1}`).join('  ')} }
number age
number y
number yes
number count
category rung { r1 = 1  r2 = 2  r3 = 3  r4 = 4 }
index i { of items  missing ${plan.missing}  correlations ${plan.correlations}  extract ${plan.extract}  keep 2  rotate ${plan.rotate}
  rescale ${plan.rescale}${where ? '  where age > 35' : ''} }
compare c { of y  by group${where ? '  where age > 35' : ''} }
regression r { explain y  by ${plan.terms.join(', ')}  missing ${plan.modelMissing}
 ${weighted ? '' : `  errors ${plan.errors}`}${where ? '  where age > 35' : ''} }
`;
  const more = `
regression m { explain ${plan.outcome}  by age, q1  method ${plan.method}${plan.robust === 'classical' ? '' : `  errors ${plan.robust}`} }
regression s { explain i  by ${plan.scored.join(', ')} }
${weighted ? '' : `correlate z { of y, age, q1${plan.held ? '  control count' : ''}  method ${plan.correlate}  missing ${plan.pairs} }`}
`;
  const columns = ['id', ...items, 'group', 'age', 'y', 'wt', 'site', 'yes', 'count', 'rung', 'region'];
  return { plan, text: `${text}${more}`, csv: `${columns.join(',')}\n${rows.map((row) => row.join(',')).join('\n')}\n` };
}

/** What is asked of every study; an address without a number is passed over, and so is one that R has none of. */
function asked({ items, levels, outcome }) {
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
    ...['y.se', 'y.deff', 'sample.df', 'c.y.df2'],
    ...['n', 'loglik', 'mcfadden'].map((quantity) => `m.${outcome}.${quantity}`),
    ...['intercept', 'age', 'q1'].flatMap((term) => [
      ...['b', 'se', 'p', 'odds', 'margin', 'margin.se'].map((quantity) => `m.${outcome}.${quantity}(${term})`),
      ...['r2', 'r3', 'r4'].flatMap((level) => ['b', 'se'].map((quantity) => `m.${outcome}.${quantity}(${term}, ${level})`)),
    ]),
    ...[1, 2, 3].map((k) => `m.${outcome}.threshold(${k})`),
    ...['intercept', 'age', ...groups.slice(1)].flatMap((term) => ['b', 'se', 'p'].map((quantity) => `s.i.${quantity}(${term})`)),
    ...['s.i.n', 's.i.r2'],
    ...['y, age', 'y, q1', 'age, q1'].flatMap((pair) =>
      ['r', 'p', 'low', 'high', 'n', 'p.holm'].map((quantity) => `z.${quantity}(${pair})`),
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
    // Factors, what is scored by them, and likelihoods that R climbs by differences.
    const loose = /^[is]\./u.test(address) ? 2e-5 : address.startsWith('m.rung.') ? 1e-4 : 1e-6;
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
