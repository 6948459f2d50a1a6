// Which cases a regression rests on, and so what it did with missing values.
import { pathsOf, report, type CheckResult } from './finding.ts';
import { countsThatFit } from './model-fit.ts';
import { casesOf, listwiseLimit, modelsOf, type Model } from './models.ts';
import { cellAt, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

/**
 * Which cases a regression rests on: the n that its figures allow, against the listwise n that its predictors allow and the policy that is
 * stated.
 */
export function missingPolicy(study: PrintedStudy): CheckResult {
  const out = report();
  const jobs = new Map<string, Model[]>();
  for (const model of modelsOf(study)) jobs.set(model.job.name, [...(jobs.get(model.job.name) ?? []), model]);
  for (const models of jobs.values()) {
    const { job } = models[0]!;
    const stated = models.map((model) => ({ model, n: casesOf(study, model) })).filter((one) => one.n !== null && one.model.n !== null);
    if (stated.length === 0) continue;
    const limit = listwiseLimit(study, job);
    // The paper need not say what it did with missing values; then the language's default accuses nobody.
    const assumed = assumedClauses(job, 'missing');
    const wrong =
      job.missing === 'mean' && job.where === null && study.sample !== null ? stated.find((one) => one.n !== study.sample) : undefined;
    if (wrong !== undefined) {
      out.findings.push({
        check: 'missing-policy',
        certainty: 'inconsistent',
        at: [wrong.model.n!.at],
        involved: pathsOf([wrong.model.n, cellAt(study, 'sample')]),
        fact: { kind: 'kept-by-means', job: job.name, sample: study.sample!, n: wrong.n! },
      });
      continue;
    }
    if (limit === null) {
      out.skip({ of: 'missing-policy', name: job.name }, job.where === null ? 'predictors-not-printed' : 'answers-of-whole-sample-only');
      continue;
    }
    const n = stated[0]!.n!;
    // More cases than complete ones is what mean substitution gives.
    if (n <= limit.n || job.missing === 'mean') {
      out.holds([...stated.map((one) => one.model.n), ...limit.cells]);
      continue;
    }
    const sets = stated.map((one) => countsThatFit(one.model, n)).filter((set) => set.length > 0);
    const common = sets.length === 0 ? [] : sets[0]!.filter((count) => sets.every((set) => set.includes(count)));
    const bound = common.length > 0 && common.every((count) => count > limit.n);
    out.findings.push({
      check: 'missing-policy',
      certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
      assumed,
      at: stated.map((one) => one.model.n!.at),
      involved: pathsOf([...stated.map((one) => one.model.n), ...limit.cells]),
      fact: {
        kind: 'more-than-complete',
        job: job.name,
        n,
        most: limit.n,
        predictor: limit.name,
        certain: bound,
        stated: assumed.length > 0 ? null : job.missing,
        coefficients: models[0]!.k,
        single: stated.length === 1,
        models: sets.length,
        fits: common,
      },
    });
  }
  return out;
}
