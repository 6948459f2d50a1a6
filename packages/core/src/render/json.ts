// Results for programs: every quantity with its full precision, claims, printed figures, problems. The shape is fixed by
// packages/cli/schema/results.schema.json.
import { tell } from '../words/tell.ts';
import type { Problem } from '../problems/catalogue.ts';
import { mostImportant } from '../pages/problem-listing.ts';
import { partNames } from '../methods/plan.ts';
import { partOf, type StudyResults } from '../methods/results.ts';
import { finite } from '../numerics/finite.ts';
import { formatAddress, formatName } from '../contract/quantity.ts';

export interface ResultsOptions {
  readonly version: string;
  /** In which the problems are told. */
  readonly language: string;
  /** Asked for last, when everything that is told has been computed. */
  readonly problems: () => readonly Problem[];
  readonly stated: () => readonly Problem[];
  /** SHA-256 of each input, by name. */
  readonly inputs: ReadonlyMap<string, string>;
  readonly only?: readonly string[] /** List every problem, however many there are. */;
  readonly allProblems?: boolean;
}

export function resultsJson(results: StudyResults, options: ResultsOptions): string {
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
  const problems = options.problems();
  const plain = told(options.language);
  const { shown, left } = options.allProblems === true ? { shown: problems, left: [] } : mostImportant(problems);
  const document = {
    $schema: 'https://studyspec.org/schema/results-1.json',
    version: 1,
    studyspec: options.version,
    study: { title: results.plan.title, source: results.plan.source, seed: results.plan.seed },
    // What is keyed by a user's names is an object only as text: `fromEntries` sets every key as its own, `__proto__` too.
    inputs: Object.fromEntries(options.inputs),
    sample: results.sample,
    quantities: Object.fromEntries(quantities),
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
  return `${JSON.stringify(document, null, 2)}\n`;
}

const told = (language: string) => (problem: Problem) => {
  const { code, name, severity, facts, place, data } = problem;
  return { code, name, severity, ...tell(problem, language), facts, place: place ?? null, data: data ?? null };
};
