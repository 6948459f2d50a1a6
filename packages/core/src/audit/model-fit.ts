// F, R², adjusted R², n and the number of coefficients of a regression against each other.
import { OWN_DF } from './own-df.ts';
import type { FitFigure, FitName, FitOption } from '../contract/audit-facts/index.ts';
import { log } from '../numerics/exponential.ts';
import { tenTo } from '../numerics/powers.ts';
import { fUpper } from '../numerics/distributions.ts';
import { slipsInto } from '../text/digits.ts';
import {
  relationOf,
  finiteEnds,
  named,
  pathsOf,
  report,
  type CheckReport,
  type CheckResult,
  type NewFinding,
  type Repair,
} from './finding.ts';
import { add, exactly, meets, type Interval } from './interval.ts';
import { fitRelations } from './fit-relations.ts';
import { casesOf, listwiseLimit, modelsOf, type Model } from './models.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { starBand } from './star-levels.ts';
import { assumedClauses } from './subject.ts';

interface Source {
  readonly cell: PrintedCell;
  readonly name: FitName;
  readonly r2: Interval;
}

/** The R² that each printed figure stands for: itself; 1 − (1 − R̄²)(n − k − 1)/(n − 1); kF/(kF + n − k − 1). */
function sourcesOf(model: Model, n: number): Source[] {
  const { k } = model;
  const df = n - k - 1;
  const out: Source[] = [];
  if (df < 1) return out;
  const ofAdjusted = (value: number): number => 1 - ((1 - value) * df) / (n - 1);
  const ofF = (value: number): number => (k * value) / (k * value + df);
  if (model.r2 !== null) out.push({ cell: model.r2, name: 'r2', r2: model.r2 });
  if (model.adjusted !== null)
    out.push({
      cell: model.adjusted,
      name: 'adjusted',
      r2: { low: ofAdjusted(model.adjusted.low), high: ofAdjusted(model.adjusted.high) },
    });
  if (model.f !== null) out.push({ cell: model.f, name: 'f', r2: { low: ofF(Math.max(0, model.f.low)), high: ofF(model.f.high) } });
  return out;
}

const agree = (sources: readonly Source[]): boolean => sources.every((a) => sources.every((b) => meets(a.r2, b.r2)));

/** What a figure would have to be for an R². */
function figureFor(source: Source, r2: number, n: number, k: number): number {
  const df = n - k - 1;
  return source.name === 'r2' ? r2 : source.name === 'f' ? r2 / k / ((1 - r2) / df) : 1 - ((1 - r2) * (n - 1)) / df;
}

export function modelFit(study: PrintedStudy): CheckResult {
  const out = report();
  const models = modelsOf(study);
  for (const job of new Set(models.map((model) => model.job))) {
    const own = models.filter((model) => model.job === job);
    const failing: Failing[] = [];
    for (const model of own) {
      degreesOfFreedom(study, out, model);
      fitRelations(study, out, model);
      const what = { of: 'fit', name: `${job.name}.${model.outcome}` } as const;
      if ([model.f, model.r2, model.adjusted].every((cell) => cell === null)) continue;
      const zero = zeroF(study, model);
      if (zero !== null) {
        out.findings.push(zero);
        continue;
      }
      ordered(out, model);
      const n = casesOf(study, model);
      if (n === null) {
        out.skip(what, model.known ? 'cases-not-printed' : 'levels-may-be-left-out');
        continue;
      }
      if (n - model.k - 1 < 1) {
        if (model.n !== null)
          out.findings.push({
            check: 'model-fit',
            certainty: 'impossible',
            at: [model.n.at],
            fact: { kind: 'too-few-cases', model: `${job.name}.${model.outcome}`, coefficients: model.k, n },
          });
        continue;
      }
      pOfF(study, out, model, n, errorsOf(study, model, own));
      criteria(study, out, model, n);
      const sources = sourcesOf(model, n);
      if (sources.length < 2) {
        out.skip(what, 'one-figure-of-fit');
        continue;
      }
      if (agree(sources)) out.holds([...sources.map((one) => one.cell), model.n]);
      else failing.push({ model, n, sources });
    }
    const shared = failing.length < 2 ? null : sharedCases(study, failing, own);
    if (shared !== null)
      out.findings.push({
        ...shared,
        assumed: failing.some((one) => excuseOf(study, one, own).length === 0) ? [] : assumedClauses(job, 'errors'),
      });
    else
      for (const one of failing)
        out.findings.push({
          ...disagreement(study, one),
          assumed: excuseOf(study, one, own),
          involved: pathsOf([...one.sources.map((source) => source.cell), one.model.n]),
        });
  }
  return out;
}

interface Failing {
  readonly model: Model;
  readonly n: number;
  readonly sources: readonly Source[];
}

/**
 * Outcomes of a regression whose F is that of their R², before its standard errors count as the classical ones though the study does not
 * say so.
 */
const ENOUGH = 2;

/** An R² that is known so closely tells the classical F from another; robust ones are often within some percent of it. */
const CLOSE = 0.01;

/** The clause on standard errors that F rests on; none where the study states it or the F of other outcomes bears it out. */
function errorsOf(study: PrintedStudy, model: Model, own: readonly Model[]): string[] {
  const assumed = assumedClauses(model.job, 'errors');
  if (assumed.length === 0) return [];
  const others = own.filter((other) => {
    const n = other === model || other.f === null ? null : casesOf(study, other);
    const sources = n === null ? [] : sourcesOf(other, n);
    return (
      agree(sources) &&
      sources.some((source) => source.name !== 'f' && source.r2.low > 0 && source.r2.high - source.r2.low < CLOSE * source.r2.low)
    );
  });
  return others.length >= ENOUGH ? [] : assumed;
}

/** An F from other standard errors explains a disagreement only where R² and adjusted R² agree without it. */
function excuseOf(study: PrintedStudy, { model, sources }: Failing, own: readonly Model[]): string[] {
  return agree(sources.filter((source) => source.name !== 'f')) ? errorsOf(study, model, own) : [];
}

/** Several outcomes that fail with one n, and another n with which all outcomes of the regression fit: one finding. */
function sharedCases(study: PrintedStudy, failing: readonly Failing[], models: readonly Model[]): NewFinding | null {
  const [first] = failing as [Failing];
  if (failing.some((one) => one.n !== first.n)) return null;
  const sets = models.map((model) => countsThatFit(model, first.n)).filter((set) => set.length > 0);
  const common =
    sets[0] !== undefined && sets.length >= failing.length ? sets[0].filter((count) => sets.every((set) => set.includes(count))) : [];
  if (common.length === 0) return null;
  const one = disagreement(study, first);
  return {
    ...one,
    at: pathsOf([...failing.map(({ model }) => model.n), ...failing.flatMap(({ sources }) => sources.map((source) => source.cell))]),
    repairs: [],
    fact: {
      kind: 'fit-of-models',
      models: failing.map(({ model }) => `${model.job.name}.${model.outcome}`),
      n: first.n,
      coefficients: first.model.k,
      against: furthest(first.sources),
      fits: common,
      wholeSample: study.sample !== null && common.includes(study.sample),
      all: sets.length,
    },
  };
}

/** df1 is the number of coefficients; df2 = n − k − 1, with classical standard errors. */
function degreesOfFreedom(study: PrintedStudy, out: CheckReport, { job, outcome, k, known, n }: Model): void {
  if (!known) return;
  const [df1, df2] = ['df1', 'df2'].map((quantity) => cellAt(study, `${job.name}.${outcome}.${quantity}`)) as [
    PrintedCell | null,
    PrintedCell | null,
  ];
  if (df1 !== null)
    out.relate(meets(df1, exactly(k)), 'model-fit', 'inconsistent', [df1], () => ({
      kind: 'derived',
      figure: named(df1),
      from: [{ address: job.name, printed: String(k), of: 'coefficients' }],
      relation: relationOf('k'),
      low: k,
      high: k,
      decimals: 0,
    }));
  if (df2 === null || n === null || n.decimals !== 0 || OWN_DF.has(job.errors.kind)) return;
  const value = n.value - k - 1;
  out.relate(
    meets(df2, exactly(value)),
    'model-fit',
    'inconsistent',
    [df2, n, df1],
    () => ({
      kind: 'derived',
      figure: named(df2),
      from: [named(n)],
      relation: relationOf(`${n.printed} − ${k} − 1`),
      low: value,
      high: value,
      decimals: 0,
      otherwise: { of: 'another-n', n: df2.value + k + 1 },
    }),
    { assumed: assumedClauses(job, 'errors') },
  );
}

/** Adjusted R² is never above R². */
function ordered(out: CheckReport, { r2, adjusted }: Model): void {
  if (r2 !== null && adjusted !== null && adjusted.low > r2.high + 1e-9)
    out.relate(false, 'model-fit', 'impossible', [adjusted, r2], () => ({
      kind: 'order',
      less: named(adjusted),
      more: named(r2),
      why: { of: 'adjustment-lowers' },
    }));
}

/** BIC − AIC = (k + 1)(ln n − 2), as SPSS defines them. */
function criteria(study: PrintedStudy, out: CheckReport, { job, outcome, k, n: cell }: Model, n: number): void {
  const [aic, bic] = ['aic', 'bic'].map((quantity) => cellAt(study, `${job.name}.${outcome}.${quantity}`)) as [
    PrintedCell | null,
    PrintedCell | null,
  ];
  if (aic === null || bic === null) return;
  const wanted = add(aic, exactly((k + 1) * (log(n) - 2)));
  out.relate(meets(wanted, bic), 'model-fit', 'worth a look', [bic, aic, cell], () => ({
    kind: 'derived',
    figure: named(bic),
    from: [named(aic), { address: 'n', printed: String(n) }],
    relation: relationOf(`${aic.printed} + ${k + 1}·(ln ${n} − 2)`),
    ...finiteEnds(wanted),
    decimals: bic.decimals,
    otherwise: { of: 'criteria-of-another-program' },
  }));
}

function disagreement(study: PrintedStudy, { model, n, sources }: Failing): NewFinding {
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
  const parts: FitOption[] = singles.map(({ source, wanted, slips }) =>
    slips.length > 0 && slips.length < 4
      ? { of: 'texts', name: source.name, texts: slips }
      : { of: 'range', name: source.name, range: { ...wanted, decimals: source.cell.decimals } },
  );
  if (fits.length > 0) {
    const wholeSample = study.sample !== null && fits.includes(study.sample);
    const listwise = !wholeSample && limit !== null && fits.every((fit) => fit <= limit.n);
    parts.push({ of: 'cases', fits, wholeSample, listwise: listwise ? { name: limit.name, n: limit.n } : null });
  }
  const repairs: Repair[] =
    fits.length === 0 && likely.length === 1 && likely[0]!.slips.length === 1
      ? [{ at: likely[0]!.source.cell.at, text: likely[0]!.slips[0]! }]
      : [];
  return {
    check: 'model-fit',
    certainty: 'inconsistent',
    at: [
      ...(fits.length > 0 && model.n !== null ? [model.n.at] : []),
      ...(likely.length > 0 ? likely : singles).map((one) => one.source.cell.at),
      ...sources.map((one) => one.cell.at),
      ...(model.n === null ? [] : [model.n.at]),
    ].filter((at, i, all) => all.indexOf(at) === i),
    fact: {
      kind: 'fit',
      model: `${model.job.name}.${model.outcome}`,
      n,
      coefficients: k,
      figures: sources.map(fitFigure),
      against: furthest(sources),
      options: parts,
    },
    repairs,
  };
}

const fitFigure = ({ name, cell, r2 }: Source): FitFigure => ({ name, printed: cell.printed, low: r2.low, high: r2.high });

/** The last figure and one that contradicts it. */
function furthest(sources: readonly Source[]): [FitFigure, FitFigure] {
  const last = sources.at(-1)!;
  const other = sources.length > 2 ? (sources.find((one) => !meets(one.r2, last.r2)) ?? sources[0]!) : sources[0]!;
  return [fitFigure(last), fitFigure(other)];
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

/**
 * An F of 0 means R² = 0: then every coefficient is 0 and adjusted R² is −k/(n − k − 1). A bare `0` among figures with digits after the
 * point is read with as many digits as they have.
 */
function zeroF(study: PrintedStudy, model: Model): NewFinding | null {
  const { f, k } = model;
  if (f === null || f.value !== 0) return null;
  const mates = study.cells.filter(
    (cell) => cell.table === f.table && cell.row === f.row && cell !== f && cell.address.path.at(-1) === 'f',
  );
  const decimals = Math.max(f.decimals, ...mates.map((cell) => cell.decimals));
  if (decimals < 2) return null;
  const coefficients = study.cells.filter(
    (cell) =>
      cell.operator === '=' &&
      cell.address.path.length === 3 &&
      cell.address.path[0] === model.job.name &&
      cell.address.path[1] === model.outcome &&
      ['beta', 'b'].includes(cell.address.path[2]!) &&
      formatTerm(cell) !== 'intercept' &&
      (cell.low > 0 || cell.high < 0),
  );
  const n = casesOf(study, model);
  const df = n === null ? null : n - k - 1;
  const implied = df === null ? null : -k / df;
  const adjusted =
    implied === null || model.adjusted === null
      ? null
      : {
          printed: model.adjusted.printed,
          wrong: Math.abs(implied - model.adjusted.value) > 0.5 * tenTo(-Math.max(model.adjusted.decimals, 2)),
        };
  if (coefficients.length === 0 && adjusted?.wrong !== true) return null;
  const largest = [...coefficients].sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  // A spreadsheet makes a bare 0 of an empty cell.
  const blank = f.decimals === 0 && mates.some((cell) => cell.decimals > 0);
  return {
    check: 'model-fit',
    certainty: blank ? 'worth a look' : 'impossible',
    assumed: adjusted?.wrong === true ? [] : assumedClauses(model.job, 'errors'),
    at: [f.at, ...(adjusted?.wrong === true ? [model.adjusted!.at] : [])],
    fact: {
      kind: 'f-of-zero',
      model: `${model.job.name}.${model.outcome}`,
      printed: f.printed,
      coefficients: coefficients.length,
      largest: largest === undefined ? null : { term: formatTerm(largest), printed: largest.printed },
      adjusted: implied === null ? null : { k, df: df!, value: { value: implied, decimals: 3 }, printed: adjusted?.printed ?? null },
      emptyCell: blank,
      rest: n === null ? null : n - 1,
    },
  };
}

function formatTerm(cell: PrintedCell): string {
  return /\((.*)\)$/u.exec(cell.text)?.[1] ?? cell.text;
}

/** p, and the stars, of F against F and its degrees of freedom. */
function pOfF(study: PrintedStudy, out: CheckReport, { job, outcome, f, k, n: cell }: Model, n: number, assumed: readonly string[]): void {
  if (f === null) return;
  const df2 = n - k - 1;
  const range = { low: fUpper(Math.max(0, f.high), k, df2), high: f.low <= 0 ? 1 : fUpper(f.low, k, df2) };
  const p = study.by.get(`${job.name}.${outcome}.p`)?.[0] ?? null;
  if (p !== null) {
    out.judge(meets(range, p), [p, f, cell], () => ({
      check: 'model-fit',
      certainty: 'inconsistent',
      assumed,
      at: [p.at, f.at],
      fact: {
        kind: 'p-of-f',
        model: `${job.name}.${outcome}`,
        p: `${p.operator === '=' ? '' : `${p.operator} `}${p.printed}`,
        f: f.printed,
        df1: k,
        df2,
        range: { ...range, decimals: Math.max(3, p.decimals) },
      },
    }));
  }
  if (f.stars === null) return;
  const band = starBand(f);
  out.judge(meets(range, band), [f, cell], () => ({
    check: 'model-fit',
    certainty: f.bandsAssumed === null ? 'inconsistent' : 'worth a look',
    assumed: [...(f.bandsAssumed === null ? [] : [f.bandsAssumed]), ...assumed],
    at: [f.at],
    fact: {
      kind: 'stars-of-f',
      model: `${job.name}.${outcome}`,
      f: f.printed,
      stars: f.stars!,
      df1: k,
      df2,
      range: { ...range, decimals: 4 },
      below: band.high,
      notBelow: f.stars === 'ns' ? band.low : null,
    },
  }));
}

/** Adjusted R² and the rest hold for exact figures too; used by checks of stars. */
export function r2Of(model: Model, n: number): Interval | null {
  const sources = sourcesOf(model, n);
  if (sources.length === 0 || !agree(sources)) return null;
  const found = { low: Math.max(0, ...sources.map((one) => one.r2.low)), high: Math.min(1, ...sources.map((one) => one.r2.high)) };
  return found.low > found.high ? exactly(found.low) : found;
}
