// A comparison as JSON: every number of it, for programs. Non-finite values are null.
import type { StudiesComparison } from './compare-studies.ts';
import { anyHides } from './hidden.ts';
import { eachComparisonQuantity } from './quantities.ts';
import { isFewIn } from './study.ts';
import { formatName, type Quantity } from '../../contract/quantity.ts';
import type { Problem } from '../../problems/problem.ts';
import { addressUnder, type ComparisonResults } from './run.ts';

/** A file that compares studies: its results, what it was made of (SHA-256 by name), and its problems, placed. */
export interface ComparisonFile {
  readonly results: ComparisonResults;
  readonly inputs: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** One versioned document; answers and scores of single respondents are not in it. */
export function comparisonJson(comparison: StudiesComparison, version: string, file: ComparisonFile | null = null): string {
  const { studies, hypotheses, ...rest } = comparison;
  const quantities: (Quantity & { readonly of: string })[] = [];
  eachComparisonQuantity(comparison, (kind, quantity) => {
    quantities.push({ ...quantity, ...(file === null ? {} : { address: addressUnder(file.results.plan, quantity.address) }), of: kind });
  });
  const document = {
    format: 'studyspec-comparison',
    version: 1,
    program: version,
    studies: studies.map((of) => {
      const { name, plan, results } = of;
      return {
        name,
        title: plan.title[0]?.text ?? '',
        data: plan.data?.file ?? null,
        cases: isFewIn(of, results.sample) ? null : results.sample,
      };
    }),
    ...rest,
    hypotheses: hypotheses.map((one) => ({ name: one.name, studies: one.studies.map((result) => result?.verdict ?? null) })),
    quantities: file === null ? quantities : [...quantities, ...madeOf(file.results)],
    ...(file === null ? {} : partsOf(file)),
  };
  const shown = (key: string, value: unknown): unknown => (COUNTED.has(key) ? undefined : plain(key, value));
  return `${JSON.stringify(document, anyHides(studies) ? shown : plain, 1)}\n`;
}

/** Counts of respondents that no address has: beyond the goalposts, off a scale. Where a study hides such they are left out. */
const COUNTED: ReadonlySet<string> = new Set(['outside', 'suspicions']);

/**
 * Typed arrays hold a value a respondent: scores and residuals, which do not leave the machine this way. Covariances of coefficients are
 * large and follow from the data.
 */
function plain(key: string, value: unknown): unknown {
  if (key === 'unscaledCovariance' || key === 'offsets') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return ArrayBuffer.isView(value) || (Array.isArray(value) && value.some((one) => ArrayBuffer.isView(one))) ? undefined : value;
}

/** Figures that the file makes of figures. */
const madeOf = ({ plan, quantities }: ComparisonResults): (Quantity & { readonly of: string })[] =>
  plan.quantities.flatMap(({ name }) => {
    const made = quantities.get(formatName(name));
    return made === undefined ? [] : [{ ...made, of: 'quantity' }];
  });

const partsOf = ({ results, inputs, problems }: ComparisonFile) => ({
  comparison: { name: results.plan.name, label: results.plan.label, studies: results.plan.studies },
  claims: results.hypotheses.map(({ plan, verdict, claims }) => ({
    name: plan.name,
    verdict,
    claims: claims.map(({ claim, left, right, holds, reason }) => ({ text: claim.text, left, right, holds, reason })),
  })),
  inputs: Object.fromEntries(inputs),
  problems: problems.map(({ code, name, severity, facts, place }) => ({
    code,
    name,
    severity,
    facts,
    ...(place === undefined ? {} : { place }),
  })),
});
