// A comparison as JSON: every number of it, for programs. Non-finite values are null.
import type { StudiesComparison } from './compare-studies.ts';

/** One versioned document; answers and scores of single respondents are not in it. */
export function comparisonJson(comparison: StudiesComparison, version: string): string {
  const { studies, hypotheses, ...rest } = comparison;
  const document = {
    format: 'studyspec-comparison', version: 1, program: version,
    studies: studies.map(({ name, plan, results }) => ({ name, title: plan.title[0]?.text ?? '', data: plan.data?.file ?? null, cases: results.sample })),
    ...rest,
    hypotheses: hypotheses.map((one) => ({ name: one.name, studies: one.studies.map((result) => result?.verdict ?? null) })),
  };
  return `${JSON.stringify(document, plain, 2)}\n`;
}

function plain(key: string, value: unknown): unknown {
  // Of a regression, (X′X)⁻¹: large, and of no use without its residual variance.
  if (key === 'unscaledCovariance') return undefined;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  // Typed arrays hold a value a respondent (scores, residuals): left out.
  return ArrayBuffer.isView(value) ? undefined : value;
}
