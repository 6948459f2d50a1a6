// A report: which sections there are and in which order. Tables are tables/*, pictures figures.ts; how they look is report/*.
import { once } from '../numerics/once.ts';
import { secondLanguage, withSecondTitles } from '../show/second-titles.ts';
import { numbered } from '../show/numbered.ts';
import { listProblems, listStated } from './problem-listing.ts';
import type { Problem } from '../problems/problem.ts';
import { partNames, type Job } from '../methods/plan.ts';
import { partOf, type StudyResults } from '../methods/results.ts';
import type { Block, ReportDocument, SectionBlock } from '../show/document.ts';
import { contextOf } from '../methods/context.ts';
import {
  descriptiveFigures,
  flowFigures,
  hypothesisFigures,
  jobFigures,
  publishedWithFigures,
  sampleFigures,
  withFigures,
} from './figures.ts';
import { beforeCitingBlocks } from './before-citing.ts';
import { withHiddenNotes } from '../methods/hidden-notes.ts';
import { foldedBehind } from './folded.ts';
import { remarksIn } from './printed-remarks.ts';
import { repeatBlocks, type Origin } from './repeat.ts';
import { summaryBlocks } from './summary.ts';
import { countsOf, figuresBriefly } from '../methods/claims/counts.ts';
import { labelText } from '../contract/label-text.ts';
import { hypothesisBlocks } from '../methods/claims/tables.ts';
import { compositeBlocks } from '../methods/composite/tables.ts';
import { compareBlocks } from '../methods/compare/tables.ts';
import { correlateBlocks } from '../methods/correlate/tables.ts';
import { descriptiveBlocks } from '../methods/describe/tables.ts';
import { indexBlocks } from '../methods/index/tables.ts';
import { dataProblemBlocks, problemBlocks, problemCounts, statedBlocks } from './problem-tables.ts';
import { quantityBlocks } from '../methods/quantity/tables.ts';
import { measurementBlocks } from '../methods/measurement/tables.ts';
import { deprivationBlocks } from '../methods/deprivation/tables.ts';
import { mediationBlocks } from '../methods/mediation/tables.ts';
import { regressionBlocks } from '../methods/regression/tables.ts';
import { specificationCurve } from '../methods/robustness/specification-curve.ts';
import { robustnessBlocks } from '../methods/robustness/tables.ts';
import { reliabilityBlocks } from '../methods/reliability/tables.ts';
import { catalogueIn } from '../words/words.ts';
import { methodsBlocks } from './methods-section.ts';
import { flowBlocks } from './flow-table.ts';
import { casesLine, sampleBlocks } from './sample-table.ts';

export interface ReportOptions {
  readonly language?: string;
  readonly details?: boolean;
  /** List every problem, however many there are. */
  readonly allProblems?: boolean;
  /** The study's list (problems/listing.ts), with what was found in spec and data; without it that of the execution alone. */
  readonly problems?: readonly Problem[];
  /** What the author accepts, beside `problems`. */
  readonly stated?: readonly Problem[];
  /** False draws no pictures, whatever the study says: text has no use for them. */
  readonly figures?: boolean;
  /** How wide a picture may be, in pixels: what goes on a page has to be narrow. As wide as it likes where nothing is said. */
  readonly room?: number;
  /** Names of declarations: only their sections. */
  readonly only?: readonly string[];
  /** Every table where its own part has it, whatever the study chooses to show: a manuscript may want any. */
  readonly every?: boolean;
  /** Program, call and inputs: what a reader needs to repeat the report. */
  readonly origin?: Origin;
  /** Of the program, for the methods. */
  readonly version?: string;
}

/** With captions in two languages where the study wants them. */
export function reportOf(results: StudyResults, options: ReportOptions = {}): ReportDocument {
  const document = reportIn(results, options);
  return results.plan.report.captions === undefined
    ? document
    : withSecondTitles(document, reportIn(results, { ...options, language: secondLanguage(document.language) }));
}

function reportIn(results: StudyResults, options: ReportOptions): ReportDocument {
  const given = contextOf(results, options);
  const context =
    options.figures === false ? { ...given, plan: { ...given.plan, report: { ...given.plan.report, figures: 'none' as const } } } : given;
  const { words } = context;
  // Of a part of the report only what is shown is computed: the rest of the list is asked for where it stands.
  const problems = once(() => options.problems ?? listProblems(results.problems, results.plan));
  const stated = once(() => (options.problems === undefined ? listStated(results.problems, results.plan) : (options.stated ?? [])));
  const names = options.only === undefined || options.only.length === 0 ? null : partNames(results.plan, options.only);
  const only = names === null ? null : new Set(names);
  // Of jobs, only those that are asked for; the other sections are of the whole study.
  const jobs = names === null ? results : partOf(results, names);
  const ofJobs = { ...context, results: jobs };
  const tables = results.plan.report.tables !== 'none';
  const part = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    blocks.length === 0 ? [] : [{ kind: 'section', id, title, blocks }];
  // One picture of coefficients shows how they lie; those of further models stand in their tables.
  const besides = new Set(context.plan.jobs.flatMap((job) => (job.kind === 'regression' ? [`${job.name}:coefficient-plot`] : [])).slice(1));
  // Who asks for a part of the report sees all of it.
  const apart = only !== null || options.every === true;
  const section = (id: string, title: string, blocks: readonly Block[]): SectionBlock[] =>
    part(id, title, blocks).map((one) => (apart ? one : foldedBehind(one, words, besides)));
  const ofJob = (job: Job, blocks: () => readonly Block[]): SectionBlock[] =>
    wanted(job.name)
      ? section(
          job.name,
          context.labelOf(job.name),
          withFigures(ofJobs, tables ? blocks() : [], () => jobFigures(ofJobs, job)),
        )
      : [];
  const wanted = (name: string): boolean => only === null || only.has(name);
  const whole = (id: string, title: string, blocks: () => readonly Block[]): SectionBlock[] =>
    wanted(id) ? section(id, title, blocks()) : [];
  const flow = (): readonly Block[] => {
    const blocks = flowBlocks(context);
    return withFigures(context, tables ? blocks : [], () => flowFigures(context, blocks));
  };
  const first = [
    ...whole('summary', words.summary, () => summaryBlocks(context)),
    ...whole('before-citing', words.beforeCiting, () => beforeCitingBlocks(context, problems(), stated())),
  ];
  const body = [
    ...whole('methods', catalogueIn(context.language).methods.title, () => methodsBlocks(context, options.version)),
    ...whole('sample', words.sample, () => [
      ...withFigures(context, tables ? sampleBlocks(context) : [], () => sampleFigures(context)),
      ...(apart ? [] : flow()),
    ]),
    ...whole('descriptives', words.descriptives, () =>
      withFigures(context, tables ? descriptiveBlocks(context) : [], () => descriptiveFigures(context)),
    ),
    ...whole('reliability', words.reliability, () => (tables ? reliabilityBlocks(context) : [])),
    ...jobs.indices.flatMap((one) => ofJob(one.job, () => indexBlocks(ofJobs, one))),
    ...jobs.composites.flatMap((one) => ofJob(one.job, () => compositeBlocks(ofJobs, one))),
    ...jobs.comparisons.flatMap((one) => ofJob(one.job, () => compareBlocks(ofJobs, one))),
    ...jobs.correlations.flatMap((one) => ofJob(one.job, () => correlateBlocks(ofJobs, one))),
    ...jobs.regressions.flatMap((one) => ofJob(one.job, () => regressionBlocks(ofJobs, one))),
    ...jobs.deprivations.flatMap((one) => ofJob(one.job, () => deprivationBlocks(ofJobs, one))),
    ...jobs.mediations.flatMap((one) => ofJob(one.job, () => mediationBlocks(ofJobs, one))),
    ...jobs.measurements.flatMap((one) => ofJob(one.job, () => measurementBlocks(ofJobs, one))),
    ...(jobs.robustness ?? []).flatMap((one) =>
      section(
        one.plan.name,
        context.labelOf(one.plan.name),
        withFigures(ofJobs, tables ? robustnessBlocks(ofJobs, one) : [], () => [
          { after: `${one.plan.name}:overall`, blocks: [specificationCurve(ofJobs, one)] },
        ]),
      ),
    ),
    ...section('quantities', words.quantities, quantityBlocks(context, only)),
    ...whole('hypotheses', words.hypotheses, () => withFigures(context, hypothesisBlocks(context), () => hypothesisFigures(context))),
  ];
  // Who chooses tables wants these, in this order; what stands before and behind them is of the whole study.
  const { shown } = results.plan.report;
  const methods = body.filter((one) => one.id === 'methods');
  const chosen = shown === undefined || apart ? body : [...methods, ...shown.flatMap((name) => body.filter((one) => one.id === name))];
  const behind = [
    ...whole('published', words.published, () => publishedWithFigures(context, remarksIn(context, only === null ? problems() : []))),
    ...(apart ? whole('flow', words.flow, flow) : []),
    ...whole('data-problems', words.dataProblems, () => dataProblemBlocks(context)),
    ...whole('warnings', words.problems, () => problemBlocks(context, problems(), options.allProblems === true)),
    // In the whole report the author's reasons stand at its beginning.
    ...(only === null ? [] : whole('stated', words.stated, () => statedBlocks(context, stated()))),
    ...whole('repeat', words.repeat, () => repeatBlocks(context, options.origin)),
  ];
  const appendix: SectionBlock[] =
    only !== null || behind.length === 0
      ? behind
      : [{ kind: 'section', id: 'appendix', title: words.appendix, appendix: true, blocks: behind }];
  const source = results.plan.source;
  const subtitle = [casesLine(context), ...(source === null ? [] : [source.text]), only === null ? briefly() : '']
    .filter((text) => text !== '')
    .join(' · ');
  return {
    title: labelText(results.plan.title, context.language),
    subtitle,
    language: context.language,
    ...(context.plan.report.style === undefined ? {} : { style: context.plan.report.style }),
    blocks: numbered(withHiddenNotes(context, [...first, ...chosen, ...appendix])),
  };

  function briefly(): string {
    const figures = results.published.flatMap((one) => one.figures);
    const told = problemCounts(words, problems());
    return [
      ...(figures.length > 0 ? [words.figuresBrief(figuresBriefly(context.language, { ...countsOf(figures), marks: 0 }))] : []),
      ...(told === '' ? [] : [told]),
    ].join(words.listComma);
  }
}
