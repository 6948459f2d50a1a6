// Which cases a regression rests on, and so what it did with missing values.
import { pathsOf, report, type CheckResult } from './finding.ts';
import { countsThatFit, showRuns } from './model-fit.ts';
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
        message: `${job.name} replaces missing values by means, so it has all ${study.sample!} cases; printed is n = ${wrong.n!}.`,
        arithmetic: `Mean substitution keeps everybody: n = ${study.sample!} ≠ ${wrong.n!}.`,
        consistent: `n = ${study.sample!}; or cases with missing values were left out (missing listwise).`,
      });
      continue;
    }
    if (limit === null) {
      out.skip(
        `missing policy of ${job.name}`,
        job.where === null ? 'the valid answers of its predictors are not printed' : 'valid answers are printed for the whole sample only',
      );
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
    const policy = assumed.length > 0 ? '' : ` as the study says (missing ${job.missing})`;
    out.findings.push({
      check: 'missing-policy',
      certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
      assumed,
      at: stated.map((one) => one.model.n!.at),
      involved: pathsOf([...stated.map((one) => one.model.n), ...limit.cells]),
      message:
        `${job.name} rests on ` +
        `${n} cases though only ` +
        `${limit.n} answered ` +
        `${limit.name}: missing values were ` +
        `${bound ? '' : 'probably '}replaced by means, not left out${policy}.`,
      arithmetic:
        common.length > 0
          ? `F, R² and k = ${models[0]!.k} of ` +
            `${stated.length === 1 ? 'the model' : `its ${sets.length} models`} go together ` +
            `only with n = ${showRuns(common)}; leaving cases out gives at most ${limit.n}.`
          : `n = ${n} > ${limit.n}, the answers to ${limit.name}.`,
      consistent: 'missing mean in the regression; or an n of at most the valid answers.',
    });
  }
  return out;
}
