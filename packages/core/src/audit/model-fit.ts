// F, R², adjusted R², n and the number of coefficients of a regression against each other.
import { fUpper } from '../numerics/distributions.ts';
import { either, list, show, showInterval, slipsInto } from './digits.ts';
import { report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { exactly, meets, type Interval } from './interval.ts';
import { casesOf, listwiseLimit, modelsOf, type Model } from './models.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';

interface Source { readonly cell: PrintedCell; readonly name: string; readonly r2: Interval }

/** The R² that each printed figure stands for: itself; 1 − (1 − R̄²)(n − k − 1)/(n − 1); kF/(kF + n − k − 1). */
function sourcesOf(model: Model, n: number): Source[] {
  const { k } = model;
  const df = n - k - 1;
  const out: Source[] = [];
  if (df < 1) return out;
  const ofAdjusted = (value: number): number => 1 - ((1 - value) * df) / (n - 1);
  const ofF = (value: number): number => (k * value) / (k * value + df);
  if (model.r2 !== null) out.push({ cell: model.r2, name: 'R²', r2: model.r2 });
  if (model.adjusted !== null) out.push({ cell: model.adjusted, name: 'adjusted R²', r2: { low: ofAdjusted(model.adjusted.low), high: ofAdjusted(model.adjusted.high) } });
  if (model.f !== null) out.push({ cell: model.f, name: 'F', r2: { low: ofF(Math.max(0, model.f.low)), high: ofF(model.f.high) } });
  return out;
}

const agree = (sources: readonly Source[]): boolean => sources.every((a) => sources.every((b) => meets(a.r2, b.r2)));

/** What a figure would have to be for an R². */
function figureFor(source: Source, r2: number, n: number, k: number): number {
  const df = n - k - 1;
  return source.name === 'R²' ? r2 : source.name === 'F' ? r2 / k / ((1 - r2) / df) : 1 - ((1 - r2) * (n - 1)) / df;
}

export function modelFit(study: PrintedStudy): CheckResult {
  const out = report();
  for (const model of modelsOf(study)) {
    const what = `fit of ${model.job.name}.${model.outcome}`;
    const printed = [model.f, model.r2, model.adjusted].filter((cell) => cell !== null);
    if (printed.length === 0) continue;
    const zero = zeroF(study, model);
    if (zero !== null) { out.findings.push(zero); continue; }
    const n = casesOf(study, model);
    if (n === null) { out.skipped.push({ what, why: 'the number of its cases is not printed' }); continue; }
    if (n - model.k - 1 < 1) {
      if (model.n !== null) out.findings.push({ check: 'model-fit', certainty: 'impossible', at: [model.n.at], message: `${model.job.name}.${model.outcome} has ${model.k} coefficients and only ${n} cases.`, arithmetic: `${n} − ${model.k} − 1 = ${n - model.k - 1} degrees of freedom.`, consistent: `More than ${model.k + 1} cases.` });
      continue;
    }
    const significance = pOfF(study, model, n);
    if (significance !== null) out.findings.push(significance);
    const sources = sourcesOf(model, n);
    if (sources.length < 2) { out.skipped.push({ what, why: 'only one of F, R² and adjusted R² is printed' }); continue; }
    if (agree(sources)) { out.right += 1; continue; }
    out.findings.push(disagreement(study, model, n, sources));
  }
  return out;
}

function disagreement(study: PrintedStudy, model: Model, n: number, sources: readonly Source[]): NewFinding {
  const { k } = model;
  const fits = countsThatFit(model, n);
  const limit = listwiseLimit(study, model.job);
  const singles = sources.flatMap((source) => {
    const rest = sources.filter((other) => other !== source);
    if (!agree(rest)) return [];
    const low = Math.max(...rest.map((one) => one.r2.low));
    const high = Math.min(...rest.map((one) => one.r2.high));
    const half = source.cell.high - source.cell.value;
    const wanted = { low: figureFor(source, low, n, k) - half, high: figureFor(source, high, n, k) + half };
    return [{ source, wanted, slips: slipsInto(source.cell.printed, source.cell.decimals, wanted.low, wanted.high) }];
  });
  const likely = singles.filter((one) => one.slips.length > 0);
  const parts = [...singles.map(({ source, wanted, slips }) => `${source.name} = ${slips.length > 0 && slips.length < 4 ? slips.slice(0, 3).join(' or ') : showInterval(wanted.low, wanted.high, source.cell.decimals)}`),
    ...(fits.length > 0 ? [`n = ${showRuns(fits)}${study.sample !== null && fits.includes(study.sample) ? ' (the whole sample: missing values were replaced)' : limit !== null && fits.every((fit) => fit <= limit.n) ? ` (listwise: ${limit.name} has ${limit.n} answers)` : ''}`] : [])];
  const repairs: Repair[] = fits.length === 0 && likely.length === 1 && likely[0]!.slips.length === 1 ? [{ at: likely[0]!.source.cell.at, text: likely[0]!.slips[0]! }] : [];
  const [first, second] = sources.length > 2 ? [sources.at(-1)!, sources.find((one) => !meets(one.r2, sources.at(-1)!.r2)) ?? sources[0]!] : [sources.at(-1)!, sources[0]!];
  return {
    check: 'model-fit', certainty: 'inconsistent',
    at: [...(fits.length > 0 && model.n !== null ? [model.n.at] : []), ...(likely.length > 0 ? likely : singles).map((one) => one.source.cell.at), ...sources.map((one) => one.cell.at), ...(model.n === null ? [] : [model.n.at])].filter((at, i, all) => all.indexOf(at) === i),
    message: `${sources.map((one) => `${one.name} ${one.cell.printed}`).join(', ')} of ${model.job.name}.${model.outcome} do not go together with n = ${n} and ${k} coefficients.`,
    arithmetic: `${textOf(first, n, k)}; ${textOf(second, n, k)}.`,
    consistent: parts.length === 0 ? '' : `${either(parts)} would do.`, repairs,
  };
}

function textOf(source: Source, n: number, k: number): string {
  const df = n - k - 1;
  const r2 = showInterval(source.r2.low, source.r2.high, 4);
  if (source.name === 'F') return `R² = ${k}·${source.cell.printed}/(${k}·${source.cell.printed} + ${df}) = ${r2}`;
  return source.name === 'R²' ? `R² = ${source.cell.printed}` : `R² = 1 − (1 − ${source.cell.printed})·${df}/${n - 1} = ${r2}`;
}

/** Every n for which the printed figures of a model go together, up to twice the printed one. */
export function countsThatFit(model: Model, around: number): number[] {
  const fits: number[] = [];
  for (let n = model.k + 2; n <= 2 * around; n++) {
    const sources = sourcesOf(model, n);
    if (sources.length > 1 && agree(sources)) fits.push(n);
  }
  return fits;
}

/** `321–323 and 330`. */
export function showRuns(all: readonly number[]): string {
  const runs: number[][] = [];
  for (const n of all) if (runs.at(-1)?.at(-1) === n - 1) runs.at(-1)!.push(n); else runs.push([n]);
  return list(runs.map((run) => (run.length === 1 ? `${run[0]!}` : `${run[0]!}–${run.at(-1)!}`)), 5);
}

/**
 * An F of 0 means R² = 0: then every coefficient is 0 and adjusted R² is −k/(n − k − 1). A bare `0` among figures with digits after the
 * point is read with as many digits as they have.
 */
function zeroF(study: PrintedStudy, model: Model): NewFinding | null {
  const { f, k } = model;
  if (f === null || f.value !== 0) return null;
  const mates = study.cells.filter((cell) => cell.table === f.table && cell.row === f.row && cell !== f && cell.address.path.at(-1) === 'f');
  const decimals = Math.max(f.decimals, ...mates.map((cell) => cell.decimals));
  if (decimals < 2) return null;
  const coefficients = study.cells.filter((cell) => cell.operator === '=' && cell.address.path.length === 3 && cell.address.path[0] === model.job.name && cell.address.path[1] === model.outcome && ['beta', 'b'].includes(cell.address.path[2]!) && formatTerm(cell) !== 'intercept' && (cell.low > 0 || cell.high < 0));
  const n = casesOf(study, model);
  const df = n === null ? null : n - k - 1;
  const implied = df === null ? null : -k / df;
  const adjusted = implied === null || model.adjusted === null ? null : { printed: model.adjusted.printed, wrong: Math.abs(implied - model.adjusted.value) > 0.5 * 10 ** -Math.max(model.adjusted.decimals, 2) };
  if (coefficients.length === 0 && adjusted?.wrong !== true) return null;
  const largest = [...coefficients].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  return {
    check: 'model-fit', certainty: 'impossible', at: [f.at, ...(adjusted?.wrong === true ? [model.adjusted!.at] : [])],
    message: `F of ${model.job.name}.${model.outcome} is printed as ${f.printed}, which cannot be${coefficients.length > 0 ? `: ${coefficients.length} of its coefficients are not 0` : ''}.`,
    arithmetic: [`F = (R²/k)/((1 − R²)/(n − k − 1)) is 0 only if R² = 0, and then every coefficient is 0${largest === undefined ? '' : `, but ${formatTerm(largest)} is ${largest.printed}`}`, ...(implied === null ? [] : [`adjusted R² would be −${k}/${df!} = ${show(implied, 3)}${adjusted === null ? '' : `, not ${adjusted.printed}`}`])].join('; ') + '.',
    consistent: adjusted === null || df === null || n === null ? 'An F above 0.' : `With an adjusted R² of 0, R² = ${k}/${n - 1} and F = 1; with F below 1, adjusted R² is negative.`,
  };
}

function formatTerm(cell: PrintedCell): string {
  return /\((.*)\)$/u.exec(cell.text)?.[1] ?? cell.text;
}

/** p (or the stars) of F against F and its degrees of freedom. */
function pOfF(study: PrintedStudy, model: Model, n: number): NewFinding | null {
  const { f, k } = model;
  if (f === null) return null;
  const range = { low: fUpper(Math.max(0, f.high), k, n - k - 1), high: f.low <= 0 ? 1 : fUpper(f.low, k, n - k - 1) };
  const p = study.by.get(`${model.job.name}.${model.outcome}.p`)?.[0] ?? null;
  if (p !== null && !meets(range, p)) {
    return { check: 'model-fit', certainty: 'inconsistent', at: [p.at, f.at], message: `p of ${model.job.name}.${model.outcome}, printed ${p.operator === '=' ? '' : `${p.operator} `}${p.printed}, is not that of F = ${f.printed}.`, arithmetic: `F(${k}, ${n - k - 1}) = ${f.printed} has p = ${show(range.low, 4)}.`, consistent: `p = ${show((range.low + range.high) / 2, Math.max(3, p.decimals))} would do.` };
  }
  if (f.stars === null) return null;
  const passed = f.stars === 'ns' ? 0 : f.stars.length;
  const band = { low: passed >= f.bands.length ? 0 : f.bands[passed]!, high: passed === 0 ? 1 : f.bands[passed - 1]! };
  if (meets(range, band)) return null;
  return { check: 'model-fit', certainty: 'inconsistent', at: [f.at], message: `The stars of F of ${model.job.name}.${model.outcome}, ${f.printed}${f.stars}, are not those of its p.`, arithmetic: `F(${k}, ${n - k - 1}) = ${f.printed} has p = ${show(range.low, 4)}; ${f.stars} means p < ${band.high}.`, consistent: '' };
}

/** Adjusted R² and the rest hold for exact figures too; used by checks of stars. */
export function r2Of(model: Model, n: number): Interval | null {
  const sources = sourcesOf(model, n);
  if (sources.length === 0 || !agree(sources)) return null;
  const found = { low: Math.max(0, ...sources.map((one) => one.r2.low)), high: Math.min(1, ...sources.map((one) => one.r2.high)) };
  return found.low > found.high ? exactly(found.low) : found;
}
