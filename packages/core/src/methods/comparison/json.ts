// A comparison as JSON: every number of it, for programs. Non-finite values are null.
import type { StudiesComparison } from './compare-studies.ts';
import { eachComparisonQuantity } from './quantities.ts';
import type { Quantity } from '../../contract/quantity.ts';

/** One versioned document; answers and scores of single respondents are not in it. */
export function comparisonJson(comparison: StudiesComparison, version: string): string {
  const { studies, hypotheses, ...rest } = comparison;
  const quantities: (Quantity & { readonly of: string })[] = [];
  eachComparisonQuantity(comparison, (of, quantity) => {
    quantities.push({ ...quantity, of });
  });
  const document = {
    format: 'studyspec-comparison',
    version: 1,
    program: version,
    studies: studies.map(({ name, plan, results }) => ({
      name,
      title: plan.title[0]?.text ?? '',
      data: plan.data?.file ?? null,
      cases: results.sample,
    })),
    ...rest,
    hypotheses: hypotheses.map((one) => ({ name: one.name, studies: one.studies.map((result) => result?.verdict ?? null) })),
    quantities,
  };
  return `${JSON.stringify(document, plain, 1)}\n`;
}

/**
 * Typed arrays hold a value a respondent: scores and residuals, which do not leave the machine this way. Covariances of coefficients are
 * large and follow from the data.
 */
function plain(key: string, value: unknown): unknown {
  if (key === 'unscaledCovariance' || key === 'offsets') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return ArrayBuffer.isView(value) || (Array.isArray(value) && value.some((one) => ArrayBuffer.isView(one))) ? undefined : value;
}
