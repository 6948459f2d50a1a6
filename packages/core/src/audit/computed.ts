// Printed figures against computed ones, as findings: the comparison itself is plan/run-claims.ts's.
import type { StudyResults } from '../plan/results.ts';
import { formatAddress } from '../quantity/quantity.ts';
import { show } from './digits.ts';
import { report, type CheckResult } from './finding.ts';

/** A figure that these data do not give is a question, not a contradiction: data, missing policy and definitions may differ. */
export function computedFindings(results: StudyResults): CheckResult {
  const out = report();
  for (const { figures } of results.published) {
    for (const { figure, computed, agrees, starsAgree, computedStars, reason } of figures) {
      const address = formatAddress(figure.address);
      if (computed === null || agrees === null) { out.skipped.push({ what: address, why: reason ?? 'it could not be computed' }); continue; }
      if (agrees && starsAgree !== false) { out.right += 1; continue; }
      const digits = figure.printed.decimals + (Number(show(computed, figure.printed.decimals)) === figure.printed.value ? 2 : 0);
      out.findings.push({
        check: 'computed', certainty: 'worth a look', at: [figure.at],
        message: agrees ? `${address}, printed ${figure.printed.text}, has other stars in the data: ${computedStars!}.` : `${address} is printed as ${figure.printed.text}; the data give ${show(computed, digits)}.`,
        arithmetic: agrees ? '' : `Difference ${show(computed - figure.printed.value, digits + 1)}.`, consistent: '',
      });
    }
  }
  return out;
}
