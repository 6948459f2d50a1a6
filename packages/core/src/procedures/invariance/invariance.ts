// Measurement invariance step by step: each level against the one before, verdicts, and what to let go where a level does not hold.
import {
  fitSamples,
  invarianceSamples,
  type FittedModel,
  type InvarianceGroup,
  type InvarianceProblem,
  type MultiGroupFit,
} from './fit.ts';
import type { GroupSample } from '../measurement/likelihood.ts';
import type { ConstrainedKind, Freed, Identification, InvarianceLevel, SimpleStructure } from './model.ts';
import { fitDifference, modelFitVerdict, stepVerdicts, type FitDifference, type RuleName, type InvarianceVerdict } from './rules.ts';
import { scoreTests, type ScoreTest } from './score-tests.ts';

export interface InvarianceStep {
  readonly level: InvarianceLevel;
  readonly fit: MultiGroupFit;
  /** Against the level before (with what was let go there); null for the first. */
  readonly difference: FitDifference | null;
  readonly verdicts: readonly InvarianceVerdict[];
  /** By the deciding rule; null where it cannot say. */
  readonly holds: boolean | null;
  /** Of the equalities that this level adds, largest first. Empty for the first. */
  readonly scoreTests: readonly ScoreTest[];
  /** Present where the level does not hold. */
  readonly partial: PartialInvariance | null;
}

/** A parameter after another let go, each time the one with the largest score test, until the rule is content. */
export interface PartialInvariance {
  readonly steps: readonly {
    readonly freed: Freed;
    readonly factor: string;
    readonly test: ScoreTest;
    readonly fit: MultiGroupFit;
    readonly difference: FitDifference;
    readonly holds: boolean | null;
  }[];
  readonly reached: boolean;
  /** Why it stopped short: no other equality differs significantly, or a factor would keep fewer than two equal items. */
  readonly stopped: 'reached' | 'nothing-significant' | 'too-few-equal-items' | 'not-fitted';
}

export interface Invariance {
  readonly steps: readonly InvarianceStep[];
  /** The highest level that holds, with what had to be let go. Null when not even the form could be fitted in all groups. */
  readonly reached: { readonly level: InvarianceLevel; readonly freed: readonly Freed[] } | null;
  readonly decidedBy: RuleName;
  /** Of the samples and of every model. */
  readonly problems: readonly InvarianceProblem[];
}

export interface InvarianceOptions {
  /** Up to which level; scalar unless said. */
  readonly upTo?: InvarianceLevel;
  readonly identification?: Identification;
  /** Which rule decides; Chen's unless said. */
  readonly decideBy?: Exclude<RuleName, 'model-fit'>;
}

const LEVELS: readonly InvarianceLevel[] = ['configural', 'metric', 'scalar', 'strict'];
const ADDS: Readonly<Record<InvarianceLevel, ConstrainedKind | null>> = {
  configural: null,
  metric: 'loading',
  scalar: 'intercept',
  strict: 'residual',
};

/**
 * Tests invariance level by level (Meredith 1993, Psychometrika 58:525–543; Vandenberg & Lance 2000). A level that does not hold is relaxed
 * one equality at a time (Byrne, Shavelson & Muthén 1989, Psychological Bulletin 105:456–466), and the next level builds on what is
 * left; an item whose loading was let go has its intercept let go too, and with either its residual. Levels after one that cannot be
 * reached even partly are still fitted and shown: they say what would be assumed. Listwise within groups. Never throws: what forbids a
 * fit is in `problems`.
 */
export function invariance(structure: SimpleStructure, groups: readonly InvarianceGroup[], options: InvarianceOptions = {}): Invariance {
  const decidedBy = options.decideBy ?? 'chen-2007';
  const { samples, problems } = invarianceSamples(structure, groups);
  if (problems.length > 0) return { steps: [], reached: null, decidedBy, problems };
  const identification = options.identification ?? 'marker';
  const steps: InvarianceStep[] = [];
  const found: InvarianceProblem[] = [];
  let freed: readonly Freed[] = [];
  let before: MultiGroupFit | null = null;
  let reached: Invariance['reached'] = null;
  let unbroken = true;
  for (const level of LEVELS.slice(0, LEVELS.indexOf(options.upTo ?? 'scalar') + 1)) {
    freed = carried(freed, level);
    const model = fitSamples(structure, samples, { level, identification, freed });
    if (!('fit' in model)) {
      found.push(...model.problems);
      break;
    }
    found.push(...model.fit.problems);
    const step: InvarianceStep = before === null ? firstStep(model.fit) : nextStep(structure, samples, model, before, decidedBy);
    steps.push(step);
    const freedHere: readonly Freed[] = step.partial?.reached === true ? step.partial.steps.map((one) => one.freed) : [];
    freed = [...freed, ...freedHere];
    unbroken &&= level === 'configural' ? step.fit.converged : step.holds === true || step.partial?.reached === true;
    if (unbroken) reached = { level, freed };
    before = freedHere.length > 0 ? step.partial!.steps.at(-1)!.fit : model.fit;
  }
  return { steps, reached, decidedBy, problems: found };
}

function firstStep(fit: MultiGroupFit): InvarianceStep {
  const verdict = modelFitVerdict(fit);
  return { level: fit.level, fit, difference: null, verdicts: [verdict], holds: verdict.holds, scoreTests: [], partial: null };
}

function nextStep(
  structure: SimpleStructure,
  samples: readonly GroupSample[],
  model: FittedModel,
  before: MultiGroupFit,
  decidedBy: RuleName,
): InvarianceStep {
  const { fit } = model;
  const difference = fitDifference(fit, before);
  const verdicts = stepVerdicts(difference, fit, before);
  const holds = verdicts.find((verdict) => verdict.rule === decidedBy)!.holds;
  const tests = testsOf(structure, samples, fit.level, fit.freed);
  return {
    level: fit.level,
    fit,
    difference,
    verdicts,
    holds,
    scoreTests: tests,
    partial: holds === false ? relax(structure, samples, fit, before, tests, decidedBy) : null,
  };
}

/** Score tests are asked of the model with standardised factors, whatever the identification that is shown. */
function testsOf(
  structure: SimpleStructure,
  samples: readonly GroupSample[],
  level: InvarianceLevel,
  freed: readonly Freed[],
): readonly ScoreTest[] {
  const model = fitSamples(structure, samples, { level, identification: 'std', freed });
  return 'fit' in model && model.fit.converged ? scoreTests(model, [ADDS[level]!]) : [];
}

function relax(
  structure: SimpleStructure,
  samples: readonly GroupSample[],
  fit: MultiGroupFit,
  before: MultiGroupFit,
  first: readonly ScoreTest[],
  decidedBy: RuleName,
): PartialInvariance {
  const steps: PartialInvariance['steps'][number][] = [];
  let freed = fit.freed;
  let tests = first;
  for (;;) {
    const significant = tests.filter((test) => test.adjustedP < 0.05);
    if (significant.length === 0) return { steps, reached: false, stopped: 'nothing-significant' };
    const candidate = significant.find((test) => equalItems(structure, freed, test) > 2);
    if (candidate === undefined) return { steps, reached: false, stopped: 'too-few-equal-items' };
    const one: Freed = { kind: candidate.kind, item: candidate.item };
    freed = [...freed, one];
    const model = fitSamples(structure, samples, { level: fit.level, identification: fit.identification, freed });
    if (!('fit' in model) || !model.fit.converged) return { steps, reached: false, stopped: 'not-fitted' };
    const difference = fitDifference(model.fit, before);
    const holds = stepVerdicts(difference, model.fit, before).find((verdict) => verdict.rule === decidedBy)!.holds;
    steps.push({ freed: one, factor: candidate.factor, test: candidate, fit: model.fit, difference, holds });
    if (holds !== false) return { steps, reached: holds === true, stopped: holds === true ? 'reached' : 'not-fitted' };
    tests = testsOf(structure, samples, fit.level, freed);
  }
}

/** Items of the test's factor that are still equal in its kind: fewer than two would leave nothing to compare the groups by. */
function equalItems(structure: SimpleStructure, freed: readonly Freed[], test: ScoreTest): number {
  const { items } = structure.factors.find((factor) => factor.name === test.factor)!;
  return items.filter((item) => !freed.some((one) => one.kind === test.kind && one.item === item)).length;
}

/** What earlier levels let go, carried into the kind that this level adds. */
function carried(freed: readonly Freed[], level: InvarianceLevel): readonly Freed[] {
  const kind = ADDS[level];
  if (kind === null || kind === 'loading') return freed;
  const items = [...new Set(freed.map((one) => one.item))];
  return [
    ...freed,
    ...items.filter((item) => !freed.some((one) => one.kind === kind && one.item === item)).map((item): Freed => ({ kind, item })),
  ];
}
