// Comparisons, correlations and regressions in SPSS syntax. Cases of a condition are told by a filter.
import type { CategoryPlan, Condition } from '../../contract/variables.ts';
import { comparedAs, comparePath, type CompareJob } from '../../methods/compare/job.ts';
import type { CorrelateJob } from '../../methods/correlate/job.ts';
import type { RegressionJob } from '../../methods/regression/job.ts';
import { substituted } from './scores.ts';
import { comment, conditionText, listed, numeral, orMissing, quoted } from './text.ts';
import type { Writing } from './variables.ts';

/** Whom a condition lets in: 1 of them. */
function subset({ reading }: Writing, where: Condition | null): readonly string[] | string {
  const condition = where === null ? '1 = 1' : conditionText(where, reading);
  return condition === undefined ? 'where' : ['COMPUTE inside_ = 0.', `IF (${condition}) inside_ = 1.`];
}

const POST_HOC: Readonly<Record<string, string>> = { tukey: 'TUKEY', games_howell: 'GH', bonferroni: 'BONFERRONI', sidak: 'SIDAK' };

export function compareCode(writing: Writing, job: CompareJob): readonly string[] | string {
  const { reading, words, plan } = writing;
  const inside = subset(writing, job.where);
  if (typeof inside === 'string') return inside;
  const lines: string[] = [...inside];
  const means = job.outcomes.filter((outcome) => comparedAs(job, outcome) === 'outcome of compare');
  if (job.missing === 'listwise')
    lines.push(`IF (${job.outcomes.map((outcome) => `MISSING(${reading.names.of(outcome)})`).join(' OR ')}) inside_ = 0.`);
  lines.push('FILTER BY inside_.');
  for (const by of job.by) {
    const group = reading.names.of(by);
    const levels = reading.levels.get(by)?.length ?? 0;
    for (const outcome of job.outcomes) {
      const name = reading.names.of(outcome);
      const path = comparePath(job, outcome, by).join('.');
      const kind = comparedAs(job, outcome);
      if (kind === 'category of compare') {
        lines.push(
          `ECHO ${quoted(`compare ${path} by ${by}`)}.`,
          `CROSSTABS /TABLES=${name} BY ${group} /STATISTICS=CHISQ PHI /CELLS=COUNT COLUMN.`,
        );
      } else if (!means.includes(outcome)) lines.push(comment(words.absent(words.kind(outcome, kind))));
      else {
        const pairs = levels > 2 ? ` /POSTHOC=${POST_HOC[job.postHoc] ?? 'TUKEY'} ALPHA(0.05)` : '';
        lines.push(
          `ECHO ${quoted(`compare ${path} by ${by}`)}.`,
          `ONEWAY /VARIABLES=${name} BY ${group} /STATISTICS=DESCRIPTIVES HOMOGENEITY${pairs}.`,
          ...(levels > 2 && job.postHoc === 'games_howell' ? [comment(words.pooled)] : []),
          comment(words.lacks(`ONEWAY ${name} BY ${group} /STATISTICS=WELCH`)),
          ...(levels === 2 ? [`T-TEST GROUPS=${group}(1, 2) /VARIABLES=${name}.`] : []),
          `NPAR TESTS /KRUSKAL-WALLIS=${name} BY ${group}(1, ${levels}).`,
        );
      }
    }
  }
  const others = plan.variables.some((one): one is CategoryPlan => one.kind === 'category') ? 'd, g' : 'd';
  return [...lines, 'FILTER OFF.', comment(words.absent(words.numbers(job.name, `eta2, omega2, ${others}`)))];
}

export function correlateCode(writing: Writing, job: CorrelateJob): readonly string[] | string {
  const { reading, words } = writing;
  const inside = subset(writing, job.where);
  if (typeof inside === 'string') return inside;
  const list = listed(job.variables.map((name) => reading.names.of(name)));
  return [
    ...inside,
    'FILTER BY inside_.',
    `ECHO ${quoted(`correlate ${job.name}`)}.`,
    `CORRELATIONS /VARIABLES=\n    ${list}\n  /MISSING=${job.missing.toUpperCase()} /PRINT=TWOTAIL NOSIG.`,
    'FILTER OFF.',
    comment(words.absent(words.numbers(job.name, 'p.holm, low, high'))),
  ];
}

export function regressionCode(writing: Writing, job: RegressionJob): readonly string[] | string {
  const { reading, words, plan } = writing;
  const inside = subset(writing, job.where);
  if (typeof inside === 'string') return inside;
  const lines: string[] = [...inside, 'FILTER BY inside_.'];
  const dummies = (name: string): readonly string[] => {
    const category = plan.variables.find((one): one is CategoryPlan => one.kind === 'category' && one.name === name);
    if (category === undefined) return [name];
    return category.levels.filter((level) => level.name !== category.reference).map((level) => `${name}.${level.name}`);
  };
  const predictors: string[] = [];
  for (const { term } of job.terms) {
    const combined = term
      .map(dummies)
      .reduce<readonly (readonly string[])[]>((sofar, own) => sofar.flatMap((a) => own.map((b) => [...a, b])), [[]]);
    for (const parts of combined) {
      const names = parts.map((part) => reading.names.of(part));
      for (const part of parts) {
        const [category, level] = [part.slice(0, part.indexOf('.')), part.slice(part.indexOf('.') + 1)];
        const at = part.includes('.') ? (reading.levels.get(category)?.indexOf(level) ?? -1) : -1;
        if (at >= 0) lines.push(`COMPUTE ${reading.names.of(part)} = (${reading.names.of(category)} = ${at + 1}).`);
      }
      const product = reading.names.of(parts.join(':'));
      if (parts.length > 1) lines.push(`COMPUTE ${product} = ${[names.join(' * '), ...names.map(orMissing)].join(' + ')}.`);
      predictors.push(product);
    }
  }
  for (const outcome of job.outcomes) {
    let [used, y] = [predictors as readonly string[], reading.names.of(outcome)];
    if (job.missing === 'mean') {
      // Over the cases of the model: the group that the filter lets in.
      const filled = substituted(writing, [...predictors, y], `${job.name}_${outcome}`, 'inside_');
      lines.push('FILTER OFF.', ...filled.lines, 'FILTER BY inside_.');
      used = filled.names.slice(0, -1);
      y = filled.names.at(-1)!;
    }
    lines.push(
      `ECHO ${quoted(`regression ${job.name}.${outcome}`)}.`,
      `REGRESSION /VARIABLES=\n    ${listed(used)}`,
      `  /STATISTICS=COEFF R ANOVA TOL CI(${numeral(100 * job.confidence)})`,
      `  /DEPENDENT=${y}`,
      '  /METHOD=ENTER.',
    );
  }
  return [...lines, 'FILTER OFF.', comment(words.absent(words.numbers(job.name, 'aic, bic, f2, durbin_watson, breusch_pagan, step')))];
}
