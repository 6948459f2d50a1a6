// Results for programs: every quantity with its full precision, labels, the plan, options in force, tables, estimates, claims, printed
// figures, problems. The shape is fixed by packages/cli/schema/results.schema.json; what is new in a version stands in docs/results.md.
import { tell } from '../words/tell.ts';
import type { Problem } from '../problems/catalogue.ts';
import type { Place } from '../problems/problem.ts';
import { contextOf } from '../methods/context.ts';
import { methodsBlocks } from '../pages/methods-section.ts';
import { mostImportant } from '../pages/problem-listing.ts';
import { repeatBlocks } from '../pages/repeat.ts';
import { reportOf } from '../pages/report.ts';
import type { ReportDocument } from '../show/document.ts';
import { proseText } from './cells.ts';
import { partNames } from '../methods/plan.ts';
import { partOf, type StudyResults } from '../methods/results.ts';
import { finite } from '../numerics/finite.ts';
import { formatAddress, formatName } from '../contract/quantity.ts';
import { labelsOf, laidOut, optionsInForce, tablesForPrograms, termsForPrograms } from './json-parts.ts';

/** `line` and what follows are null where the file's text is not at hand; columns count UTF-16 units, and the end is behind the last. */
export interface PlaceInFile extends Place {
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export interface ResultsOptions {
  readonly version: string;
  /** In which the problems are told. */
  readonly language: string;
  /** Asked for last, when everything that is told has been computed. */
  readonly problems: () => readonly Problem[];
  readonly stated: () => readonly Problem[];
  /** A place as programs read it: the file by the name that it has here, lines and columns from 1. */
  readonly placed: (place: Place) => PlaceInFile;
  /** SHA-256 of each input, by name. */
  readonly inputs: ReadonlyMap<string, string>;
  /** The report of the same results, language and parts, without details, where it is made anyway: its tables are told. */
  readonly report?: ReportDocument;
  readonly only?: readonly string[] /** List every problem, however many there are. */;
  readonly allProblems?: boolean;
}

export function resultsJson(results: StudyResults, options: ResultsOptions): string {
  const partial = options.only === undefined ? {} : { only: options.only };
  const only = options.only === undefined || options.only.length === 0 ? null : partNames(results.plan, options.only);
  const heads = only?.map(formatName) ?? null;
  const wanted = (address: string): boolean =>
    heads === null || heads.some((name) => address === name || address.startsWith(`${name}.`) || address.startsWith(`${name}(`));
  const quantities = new Map<string, { value: number | null; format: string; reason?: string }>();
  for (const quantity of (only === null ? results : partOf(results, only)).quantities.values()) {
    if (!wanted(quantity.address)) continue;
    quantities.set(quantity.address, {
      value: finite(quantity.value),
      format: quantity.format,
      ...(quantity.reason === undefined ? {} : { reason: quantity.reason }),
    });
  }
  const named = (section: string): boolean => only === null || only.includes(section);
  const hypotheses = named('hypotheses') ? results.hypotheses : [];
  const published = named('published') ? results.published : [];
  const context = contextOf(results, { language: options.language });
  const report = options.report ?? reportOf(results, { ...partial, language: options.language, figures: false, problems: [] });
  const tables = tablesForPrograms(report, repeatBlocks(context, undefined));
  const terms = termsForPrograms(results, { ...partial, language: options.language });
  const problems = options.problems();
  const plain = told(options);
  const { published: printed, data, ...plan } = results.plan;
  // By its name beside the study: the same wherever the program is called.
  const besideStudy = (file: string): string => options.placed({ file, span: { start: 0, end: 0 } }).file;
  const { shown, left } = options.allProblems === true ? { shown: problems, left: [] } : mostImportant(problems);
  const document = {
    $schema: 'https://studyspec.org/schema/results-2.json',
    format: 'studyspec-results-2',
    version: 2,
    studyspec: options.version,
    language: options.language,
    study: { title: results.plan.title, source: results.plan.source, seed: results.plan.seed },
    // What is keyed by a user's names is an object only as text: `fromEntries` sets every key as its own, `__proto__` too.
    inputs: Object.fromEntries(options.inputs),
    sample: results.sample,
    methods: named('methods') ? methodsBlocks(context, options.version).map(proseText) : [],
    labels: labelsOf(results.plan),
    // The printed figures are `published`.
    plan: { ...plan, data: data === null ? null : { ...data, from: besideStudy(data.from) }, published: printed.length },
    options: optionsInForce(results.plan),
    quantities: Object.fromEntries(quantities),
    tables,
    terms,
    hypotheses: hypotheses.map((one) => ({
      name: one.plan.name,
      verdict: one.verdict,
      claims: one.claims.map((claim) => ({
        claim: claim.claim.text,
        left: finite(claim.left),
        right: finite(claim.right),
        holds: claim.holds,
        reason: claim.reason,
      })),
    })),
    published: published.map((one) => ({
      label: one.plan.label,
      figures: one.figures.map((figure) => ({
        table: figure.figure.table,
        row: figure.figure.row,
        column: figure.figure.column,
        address: formatAddress(figure.figure.address),
        operator: figure.figure.operator,
        printed: figure.figure.printed.text,
        stars: figure.figure.printed.stars,
        computed: finite(figure.computed),
        agrees: figure.agrees,
        starsAgree: figure.starsAgree,
        reason: figure.reason,
      })),
    })),
    dataProblems: results.dataProblems,
    problems: shown.map((problem) => ({ ...plain(problem), parts: (problem.parts ?? []).map(plain) })),
    problemsLeftOut: left.length,
    stated: options.stated().map((problem) => ({ ...plain(problem), reason: problem.stated, parts: (problem.parts ?? []).map(plain) })),
  };
  return laidOut(document);
}

const told = (options: ResultsOptions) => (problem: Problem) => {
  const { code, name, severity, facts, place, data } = problem;
  const at = place === undefined ? null : options.placed(place);
  return { code, name, severity, ...tell(problem, options.language), facts, place: at, data: data ?? null };
};
