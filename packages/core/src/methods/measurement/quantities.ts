// The numbers of a measurement model: its fit, what each item and factor has, and its invariance, level by level.
import { quantities, type QuantityEntry } from '../../contract/declared-quantity.ts';
import { within, type QuantityRange } from '../../contract/ranges.ts';
import type { QuantityFormat } from '../../contract/quantity.ts';
import type { Invariance, InvarianceLevel, InvarianceStep } from '../../procedures/invariance/index.ts';
import type { FactorValidity } from '../../procedures/measurement/validity.ts';
import type { MeasurementEstimate, MeasurementFit } from '../../procedures/measurement/measurement.ts';
import { caseQuantities } from '../cases.ts';
import type { MeasurementJob } from './job.ts';

export interface MeasurementNumbers {
  readonly job: MeasurementJob;
  /** Respondents, and those whom `where` lets in. */
  readonly rows: number;
  readonly cases: number;
  readonly fit: MeasurementFit | null;
  readonly invariance: Invariance | null;
  readonly reason: string;
}

type Entry<S extends string> = QuantityEntry<MeasurementNumbers, MeasurementJob, S>;
const bollen = 'Bollen 1989, Structural Equations with Latent Variables';
const fornell = 'Fornell & Larcker 1981, Journal of Marketing Research 18:39–50';
const sorbom = 'Sörbom 1989, Psychometrika 54:371–384';
const why = (one: MeasurementNumbers): string => (one.reason === '' ? 'not defined for this model' : one.reason);

/** The χ² to be reported: the scaled one where the estimator scales. */
const testedFit = ({ fit }: MeasurementNumbers) => fit?.scaled ?? fit;

function estimateOf(one: MeasurementNumbers, name: string, factor?: string): MeasurementEstimate | undefined {
  const own = factor ?? one.job.factors.find((candidate) => candidate.items.includes(name))?.name;
  return one.fit?.estimates.find(
    (each) =>
      (each.kind === 'loading' && each.name === name && each.other === own) ||
      (each.kind === 'path' && each.name === name && (factor === undefined || each.other === factor)),
  );
}
const loadingsOf = (one: MeasurementNumbers): readonly MeasurementEstimate[] =>
  (one.fit?.estimates ?? []).filter((each) => each.kind === 'loading' || each.kind === 'path');
const ofMember = (part: (one: MeasurementEstimate) => number | null) => ({
  over: (one: MeasurementNumbers): readonly [string][] =>
    [...new Set(loadingsOf(one).map((each) => each.name))].map((name): [string] => [name]),
  value: (one: MeasurementNumbers, name: string) => {
    const found = estimateOf(one, name);
    return found === undefined ? null : part(found);
  },
  why: (one: MeasurementNumbers, name: string) => (estimateOf(one, name)?.fixed === true ? 'fixed, not estimated' : why(one)),
});
const itemsIn = (one: MeasurementNumbers): readonly string[] => one.fit?.items ?? [];
const ofItem = (part: (fit: MeasurementFit, at: number) => number | null | undefined) => ({
  over: (one: MeasurementNumbers): readonly [string][] => itemsIn(one).map((name): [string] => [name]),
  value: (one: MeasurementNumbers, item: string) => (one.fit === null ? null : part(one.fit, one.fit.items.indexOf(item))),
  why,
});
const ofFactor = (part: (validity: FactorValidity) => number | null) => ({
  over: (one: MeasurementNumbers): readonly [string][] => (one.fit?.factors ?? []).map((name): [string] => [name]),
  value: (one: MeasurementNumbers, factor: string) => {
    const found = one.fit?.validity.find((candidate) => candidate.factor === factor);
    return found === undefined ? null : part(found);
  },
  why,
});
const ofFactors = (table: (fit: MeasurementFit) => readonly (readonly (number | null)[])[]) => ({
  over: (one: MeasurementNumbers): readonly [string, string][] =>
    (one.fit?.factors ?? []).flatMap((a) => (one.fit?.factors ?? []).flatMap((b): [string, string][] => (a === b ? [] : [[a, b]]))),
  value: ({ fit }: MeasurementNumbers, a: string, b: string) =>
    fit === null ? null : (table(fit)[fit.factors.indexOf(a)]?.[fit.factors.indexOf(b)] ?? null),
  why,
});
/** Of a cross-loading (item, factor) and of a pair of errors (item, item), whichever comes first. */
const ofModification = (part: 'index' | 'change' | 'standardised') => ({
  over: (one: MeasurementNumbers): readonly [string, string][] =>
    (one.fit?.modifications ?? []).flatMap(({ kind, name, other }): [string, string][] =>
      kind === 'loading'
        ? [[name, other]]
        : [
            [name, other],
            [other, name],
          ],
    ),
  value: (one: MeasurementNumbers, a: string, b: string) =>
    one.fit?.modifications.find(({ name, other }) => (name === a && other === b) || (name === b && other === a))?.[part],
  why,
});

const stepOf = (one: MeasurementNumbers, level: InvarianceLevel): InvarianceStep | undefined =>
  one.invariance?.steps.find((step) => step.level === level);
const noLevel = (one: MeasurementNumbers): string =>
  one.job.by === null ? 'there is no `by`' : one.reason !== '' ? one.reason : 'this level was not fitted';

const levels = ['configural', 'metric', 'scalar', 'strict'] as const;
const fits = {
  chi2: ['χ²', 'N·Σ(n_g/N)F_g', within.squares, 'statistic'],
  df: ['df', 'moments − free parameters', within.df, 'df'],
  cfi: ['CFI', '1 − max(χ² − df, 0)/max(χ²_b − df_b, χ² − df, 0)', within.share, 'coefficient'],
  rmsea: ['RMSEA', '√G·√(max(χ² − df, 0)/(N·df))', within.spread, 'coefficient'],
  srmr: ['SRMR', 'root of the mean squared residual, covariances and means over sample SDs', within.spread, 'coefficient'],
} as const satisfies Readonly<Record<string, readonly [string, string, QuantityRange, QuantityFormat]>>;
const changes = {
  'change.chi2': ['Δχ²', 'χ² − χ² of the level before', within.squares, 'statistic', 'chi2'],
  'change.df': ['Δdf', 'df − df of the level before', within.df, 'df', 'df'],
  'change.p': ['p of Δχ²', 'P(χ²(Δdf) > Δχ²)', within.probability, 'p', 'p'],
  'change.cfi': ['ΔCFI', 'CFI − CFI of the level before', null, 'coefficient', 'cfi'],
  'change.rmsea': ['ΔRMSEA', 'RMSEA − RMSEA of the level before', null, 'coefficient', 'rmsea'],
} as const satisfies Readonly<Record<string, readonly [string, string, QuantityRange, QuantityFormat, string]>>;
type Level = (typeof levels)[number];

const entry = (
  doc: string,
  [name, formula, range, format]: readonly [string, string, QuantityRange, QuantityFormat, ...unknown[]],
  level: Level,
  value: (step: InvarianceStep) => number | null | undefined,
): Entry<string> => ({
  range,
  doc,
  label: `${name}, ${level}`,
  format,
  formula,
  source: 'Meredith 1993, Psychometrika 58:525–543',
  value: (one: MeasurementNumbers) => {
    const step = stepOf(one, level);
    return step === undefined ? null : value(step);
  },
  why: noLevel,
});
/** Each level as a whole, and against the one before it; of a measurement with `by`. */
export const invarianceQuantities: Readonly<Record<string, Entry<string>>> = Object.fromEntries(
  levels.flatMap((level) => [
    ...Object.entries(fits).map(([key, facts]) => [
      `${level}.${key}`,
      entry(`${facts[0]} of the ${level} model`, facts, level, (step) => step.fit[key as keyof typeof fits]),
    ]),
    ...(level === 'configural'
      ? []
      : [
          ...Object.entries(changes).map(([key, facts]) => [
            `${level}.${key}`,
            entry(`${facts[0]} of the ${level} model against the level before`, facts, level, (step) => step.difference?.[facts[4]]),
          ]),
        ]),
  ]),
);

const fitOf = (part: (one: MeasurementNumbers) => number | null | undefined) => ({ value: part, why });

export const modelQuantities = quantities<MeasurementNumbers, MeasurementJob>()({
  n: {
    range: within.count,
    doc: 'cases of the model',
    label: 'N',
    format: 'count',
    formula: (job) => ({
      formula: job?.missing.kind === 'fiml' ? 'cases with an answer to any item' : 'cases with an answer to every item',
      source: 'the data',
    }),
    ...fitOf(({ fit }) => fit?.n),
  },
  ...caseQuantities((one: MeasurementNumbers) => one.fit?.n ?? null),
  chi2: {
    range: within.squares,
    doc: 'χ² of the model, scaled where the estimator scales',
    label: 'χ²',
    format: 'statistic',
    formula: (job) =>
      job?.estimator.kind === 'mlr'
        ? { formula: 'χ²/c, c = (tr(B₁A₁⁻¹) − tr(B₀A₀⁻¹))/df', source: 'Yuan & Bentler 2000, Sociological Methodology 30:165–200' }
        : job?.estimator.kind === 'wlsmv'
          ? { formula: 'a·Σ(r − ρ)²/v + df − a·tr(UΓ), a = √(df/tr(UΓUΓ))', source: 'Asparouhov & Muthén 2010, Mplus technical note' }
          : { formula: 'n·F, F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p', source: bollen },
    ...fitOf((one) => testedFit(one)?.chi2),
  },
  df: {
    range: within.df,
    doc: 'degrees of freedom of the model',
    label: 'df',
    format: 'df',
    formula: 'p(p + 1)/2 − free parameters',
    source: bollen,
    ...fitOf(({ fit }) => fit?.df),
  },
  p: {
    range: within.probability,
    doc: 'p-value of χ²',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(df) > χ²)',
    source: bollen,
    ...fitOf((one) => testedFit(one)?.p),
  },
  'chi2.unscaled': {
    range: within.squares,
    doc: 'χ² before scaling',
    label: 'χ², unscaled',
    format: 'statistic',
    formula: 'n·F',
    source: bollen,
    ...fitOf(({ fit }) => fit?.chi2),
  },
  cfi: {
    range: within.share,
    doc: 'comparative fit index',
    label: 'CFI',
    format: 'coefficient',
    formula: '1 − max(χ² − df, 0)/max(χ²_b − df_b, χ² − df, 0), b the model in which items do not correlate',
    source: 'Bentler 1990, Psychological Bulletin 107:238–246',
    ...fitOf((one) => testedFit(one)?.cfi),
  },
  tli: {
    range: null,
    doc: 'Tucker–Lewis index',
    label: 'TLI',
    format: 'coefficient',
    formula: '(χ²_b/df_b − χ²/df)/(χ²_b/df_b − 1)',
    source: 'Tucker & Lewis 1973, Psychometrika 38:1–10',
    ...fitOf((one) => testedFit(one)?.tli),
  },
  rmsea: {
    range: within.spread,
    doc: 'root mean square error of approximation',
    label: 'RMSEA',
    format: 'coefficient',
    formula: '√(max(χ² − df, 0)/(n·df))',
    source: 'Steiger & Lind 1980; Browne & Cudeck 1993',
    ...fitOf((one) => testedFit(one)?.rmsea),
  },
  'rmsea.low': {
    range: within.spread,
    doc: 'lower end of the 90 % interval of RMSEA',
    label: 'RMSEA, low',
    format: 'coefficient',
    formula: '√(λ/(n·df)), P(χ²(df, λ) ≤ χ²) = .95',
    source: 'Browne & Cudeck 1993, in Testing Structural Equation Models, 136–162',
    ...fitOf((one) => testedFit(one)?.rmseaInterval?.low),
  },
  'rmsea.high': {
    range: within.spread,
    doc: 'upper end of the 90 % interval of RMSEA',
    label: 'RMSEA, high',
    format: 'coefficient',
    formula: '√(λ/(n·df)), P(χ²(df, λ) ≤ χ²) = .05',
    source: 'Browne & Cudeck 1993, in Testing Structural Equation Models, 136–162',
    ...fitOf((one) => testedFit(one)?.rmseaInterval?.high),
  },
  'rmsea.p': {
    range: within.probability,
    doc: 'test of close fit: RMSEA at most .05',
    label: 'p(close)',
    format: 'p',
    formula: 'P(χ²(df, .05²·n·df) > χ²)',
    source: 'Browne & Cudeck 1993, in Testing Structural Equation Models, 136–162',
    ...fitOf((one) => testedFit(one)?.closeFit),
  },
  'cfi.robust': {
    range: within.share,
    doc: 'CFI by the scaling of the misfit; of `estimator mlr`',
    label: 'CFI, robust',
    format: 'coefficient',
    formula: '1 − max(χ² − c·df, 0)/max(χ²_b − c_b·df_b, χ² − c·df, 0)',
    source: 'Brosseau-Liard & Savalei 2014, Multivariate Behavioral Research 49:460–470',
    ...fitOf(({ fit }) => fit?.scaled?.robust?.cfi),
  },
  'rmsea.robust': {
    range: within.spread,
    doc: 'RMSEA by the scaling of the misfit; of `estimator mlr`',
    label: 'RMSEA, robust',
    format: 'coefficient',
    formula: '√(max(χ² − c·df, 0)/(n·df))',
    source: 'Brosseau-Liard, Savalei & Li 2012, Multivariate Behavioral Research 47:904–930',
    ...fitOf(({ fit }) => fit?.scaled?.robust?.rmsea),
  },
  srmr: {
    range: within.spread,
    doc: 'standardised root mean square residual',
    label: 'SRMR',
    format: 'coefficient',
    formula: '√(Σ((s_ij − σ_ij)/(sd_i·sd_j))²/(p(p + 1)/2)), variances included',
    source: 'Bentler 1995, EQS Structural Equations Program Manual',
    ...fitOf(({ fit }) => fit?.srmr),
  },
  loglik: {
    range: null,
    doc: 'log-likelihood of the model',
    label: 'log L',
    format: 'information',
    formula: '−n/2·(p·ln 2π + ln|Σ| + tr(SΣ⁻¹))',
    source: bollen,
    ...fitOf(({ fit }) => fit?.likelihood?.logLikelihood),
  },
  aic: {
    range: null,
    doc: "Akaike's information criterion",
    label: 'AIC',
    format: 'information',
    formula: '−2·log L + 2·parameters',
    source: 'Akaike 1974, IEEE Transactions on Automatic Control 19:716–723',
    ...fitOf(({ fit }) => fit?.likelihood?.aic),
  },
  bic: {
    range: null,
    doc: "Schwarz's information criterion",
    label: 'BIC',
    format: 'information',
    formula: '−2·log L + ln n·parameters',
    source: 'Schwarz 1978, Annals of Statistics 6:461–464',
    ...fitOf(({ fit }) => fit?.likelihood?.bic),
  },
  'loading(member)': {
    range: null,
    doc: 'standardised loading of an item on its factor, or of a factor on its second order',
    label: 'Loading',
    format: 'coefficient',
    formula: 'λ·sd(factor)/sd(item), both as the model implies them',
    source: bollen,
    ...ofMember((one) => one.standardised),
  },
  'loading(member, factor)': {
    range: null,
    doc: 'the same, of an item on any factor it loads on',
    label: 'Loading',
    format: 'coefficient',
    formula: 'λ·sd(factor)/sd(item), both as the model implies them',
    source: bollen,
    over: (one) => loadingsOf(one).map((each): [string, string] => [each.name, each.other!]),
    value: (one, name, factor) => estimateOf(one, name, factor)?.standardised,
    why,
  },
  'loading.se(member)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format: 'coefficient',
    formula: 'delta method over the covariances of all parameters',
    source: bollen,
    ...ofMember((one) => one.standardisedSe),
  },
  'b(member)': {
    range: null,
    doc: 'loading in the item’s units, the factor’s variance (or what a second order leaves of it) being 1',
    label: 'b',
    format: 'coefficient',
    formula: 'λ',
    source: bollen,
    ...ofMember((one) => one.value),
  },
  'b.se(member)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format: 'coefficient',
    formula: (job) =>
      job?.estimator.kind === 'mlr'
        ? { formula: 'root of the diagonal of A⁻¹BA⁻¹', source: 'White 1982, Econometrica 50:1–25' }
        : { formula: 'root of the diagonal of the inverse information', source: bollen },
    ...ofMember((one) => one.se),
  },
  'b.p(member)': {
    range: within.probability,
    doc: 'p-value of b over its standard error',
    label: 'p',
    format: 'p',
    formula: '2·P(z > |b|/SE)',
    source: bollen,
    ...ofMember((one) => one.p),
  },
  'r2(item)': {
    range: null,
    doc: 'share of an item’s variance that the factors explain',
    label: 'R²',
    format: 'coefficient',
    formula: '1 − θ/σ²',
    source: bollen,
    ...ofItem((fit, at) => fit.r2[at]),
  },
  'correlation(factor, factor)': {
    range: null,
    doc: 'correlation of two factors',
    label: 'r',
    format: 'coefficient',
    formula: 'φ_fg/√(φ_ff·φ_gg)',
    source: bollen,
    ...ofFactors((fit) => fit.correlations),
  },
  'cr(factor)': {
    range: null,
    doc: 'composite reliability',
    label: 'CR',
    format: 'coefficient',
    formula: '(Σl)²/((Σl)² + Σ(1 − l²)), l standardised loadings',
    source: fornell,
    ...ofFactor((one) => one.cr),
  },
  'ave(factor)': {
    range: null,
    doc: 'average variance extracted',
    label: 'AVE',
    format: 'coefficient',
    formula: 'Σl²/k',
    source: fornell,
    ...ofFactor((one) => one.ave),
  },
  'ave.root(factor)': {
    range: null,
    doc: '√AVE, which correlations with other factors are held against',
    label: '√AVE',
    format: 'coefficient',
    formula: '√(Σl²/k)',
    source: fornell,
    ...ofFactor((one) => (one.ave === null || one.ave < 0 ? null : Math.sqrt(one.ave))),
  },
  'omega(factor)': {
    range: null,
    doc: 'ω of the unweighted sum of the items',
    label: 'ω',
    format: 'coefficient',
    formula: '(Σλ)²φ/1′Σ1 over the factor’s items',
    source: 'McDonald 1999, Test Theory; Bentler 2009, Psychometrika 74:137–143',
    ...ofFactor((one) => one.omega),
  },
  'msv(factor)': {
    range: null,
    doc: 'largest squared correlation with another factor',
    label: 'MSV',
    format: 'coefficient',
    formula: 'max r²',
    source: fornell,
    ...ofFactor((one) => one.msv),
  },
  'htmt(factor, factor)': {
    range: within.spread,
    doc: 'heterotrait–monotrait ratio',
    label: 'HTMT',
    format: 'coefficient',
    formula: 'mean |r| between the factors’ items/√(mean |r| within one · mean |r| within the other)',
    source: 'Henseler, Ringle & Sarstedt 2015, Journal of the Academy of Marketing Science 43:115–135',
    ...ofFactors((fit) => fit.htmt),
  },
  'mi(member, member)': {
    range: within.squares,
    doc: 'modification index of a cross-loading (item, factor) or of two correlated errors (item, item)',
    label: 'MI',
    format: 'statistic',
    formula: 's²/(I_dd − I_da·I_aa⁻¹·I_ad), expected information',
    source: sorbom,
    ...ofModification('index'),
  },
  'epc(member, member)': {
    range: null,
    doc: 'expected change of that parameter, were it free',
    label: 'EPC',
    format: 'coefficient',
    formula: 's/(I_dd − I_da·I_aa⁻¹·I_ad)',
    source: 'Saris, Satorra & Sörbom 1987, Sociological Methodology 17:105–129',
    ...ofModification('change'),
  },
});

export const measurementQuantities = { ...modelQuantities, ...invarianceQuantities };
