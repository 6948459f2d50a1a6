// Comparisons, correlations and regressions in R.
import { comparedAs, comparePath, type CompareJob } from '../../methods/compare/job.ts';
import type { CorrelateJob } from '../../methods/correlate/job.ts';
import type { RegressionJob } from '../../methods/regression/job.ts';
import type { Condition } from '../../contract/variables.ts';
import type { Writing } from './script.ts';
import { conditionText, numeral, own, raw, text, texts } from './text.ts';

const subset = (writing: Writing, where: Condition | null): string =>
  where === null ? 'inside <- seq_len(nrow(d))' : `inside <- which(${conditionText(where, writing.names)})`;

/** What a table of two categories has and `crosstab` doesn't compute. */
const OF_CROSSTABS = [
  ...['n', 'count', 'percent', 'expected', 'residual', 'least_expected', 'difference', 'v.corrected', 'contingency', 'fisher'],
  ...['likelihood_ratio', 'linear', 'tau_b', 'tau_c', 'gamma', 'somers', 'lambda'],
].join(', ');

export function compareCode(writing: Writing, job: CompareJob): readonly string[] {
  const { use, comment, words } = writing;
  use('groups', 'pairs', 'levels');
  const lines = [subset(writing, job.where)];
  if (job.missing === 'listwise') lines.push(`inside <- inside[complete.cases(d[inside, ${texts(job.outcomes)}])]`);
  for (const by of job.by)
    for (const outcome of job.outcomes) {
      const path = text(comparePath(job, outcome, by).join('.'));
      const kind = comparedAs(job, outcome);
      const columns = `d[inside, ${text(outcome)}], d[inside, ${text(by)}]`;
      if (kind === 'outcome of compare') lines.push(`compare_groups(${path}, ${text(by)}, ${columns}, ${text(job.postHoc)})`);
      else if (kind === 'category of compare') lines.push(`crosstab(${path}, ${columns})`);
      else lines.push(comment(words.absent(words.kind(outcome, kind))));
    }
  lines.push(comment(words.absent(words.numbers(job.name, 'left_out, lost, d.low, d.high, g, mann_whitney'))));
  for (const by of job.by)
    for (const outcome of job.outcomes)
      if (comparedAs(job, outcome) === 'category of compare')
        lines.push(comment(words.absent(words.numbers(comparePath(job, outcome, by).join('.'), OF_CROSSTABS))));
  return lines;
}

export function correlateCode(writing: Writing, job: CorrelateJob): readonly string[] {
  const { comment, words } = writing;
  const name = (what: string): string => text(`${job.name}.${what}(`);
  return [
    subset(writing, job.where),
    `X <- d[inside, ${texts(job.variables)}]`,
    ...(job.missing === 'listwise' ? ['X <- X[complete.cases(X), ]'] : []),
    `say(paste0(${name('n')}, names(X), ")"), colSums(!is.na(X)))`,
    `say(paste0(${name('mean')}, names(X), ")"), colMeans(X, na.rm = TRUE))`,
    `say(paste0(${name('sd')}, names(X), ")"), sapply(X, sd, na.rm = TRUE))`,
    'for (a in names(X)) for (b in setdiff(names(X), a)) {',
    '  there <- complete.cases(X[[a]], X[[b]])',
    `  r <- cor(X[[a]][there], X[[b]][there], method = ${text(job.method)})`,
    '  n <- sum(there)',
    `  say(paste0(${name('n')}, a, ", ", b, ")"), n)`,
    `  say(paste0(${name('r')}, a, ", ", b, ")"), r)`,
    ...(job.method === 'kendall'
      ? []
      : [`  say(paste0(${name('p')}, a, ", ", b, ")"), 2 * pt(-abs(r) * sqrt((n - 2) / (1 - r^2)), n - 2))`]),
    '}',
    comment(words.absent(words.numbers(job.name, `${job.method === 'kendall' ? 'p, ' : ''}p.holm, low, high, left_out, lost`))),
  ];
}

export function regressionCode(writing: Writing, job: RegressionJob): readonly string[] {
  const { use, comment, words, names } = writing;
  const logit = job.method.kind === 'logit';
  use(logit ? 'logit' : 'ols');
  const lines = [
    subset(writing, job.where),
    `X <- predictors(${job.terms.map(({ term }) => texts(term)).join(', ')})[inside, , drop = FALSE]`,
  ];
  const confidence = job.confidence === 0.95 ? '' : `, confidence = ${numeral(job.confidence)}`;
  for (const outcome of job.outcomes) {
    const path = text(`${job.name}.${outcome}`);
    const y = names.categories.has(outcome)
      ? `as.numeric(d[inside, ${text(outcome)}] != levels(${own(outcome)})[1])`
      : `d[inside, ${text(outcome)}]`;
    if (logit) {
      lines.push(`logit(${path}, ${y}, X${confidence})`);
      continue;
    }
    const missing = job.missing === 'listwise' ? '' : `, missing = ${text(job.missing)}`;
    const column = job.errors.kind === 'cluster' ? job.errors.column : null;
    const cluster = column === null ? '' : `, cluster = (${names.declared.has(column) ? own(column) : raw(column)})[inside]`;
    const errors = job.errors.kind === 'classical' ? '' : `, errors = ${text(job.errors.kind)}`;
    lines.push(`ols(${path}, ${y}, X${missing}${errors}${cluster}${confidence})`);
  }
  const steps = new Set(job.terms.map(({ step }) => step)).size > 1;
  const left = logit
    ? 'left_out, lost, events, cox_snell, nagelkerke, aic, bic, classification, auc, hosmer_lemeshow, margin'
    : `left_out, lost, filled, f2, aic, bic, durbin_watson, breusch_pagan${steps ? ', step, change, r2(step), adjusted_r2(step)' : ''}`;
  lines.push(comment(words.absent(words.numbers(job.name, left))));
  return lines;
}
