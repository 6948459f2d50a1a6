// An index of components in R: correlations, KMO and Bartlett, extraction, rotation, scores, composite.
import { givenWeight, type IndexJob } from '../../methods/index/job.ts';
import { called } from '../comment.ts';
import type { Writing } from './script.ts';
import { conditionText, numeral, own, text, texts } from './text.ts';

export function componentsCode(writing: Writing, job: IndexJob): readonly string[] {
  const { comment, words, language, use, names } = writing;
  use('reliability', 'bring', 'levels');
  const { name } = job;
  const at = (what: string): string => text(`${name}.${what}`);
  const lines = [comment(called(name, job.label, language))];
  lines.push(job.where === null ? 'inside <- rep(TRUE, nrow(d))' : `inside <- which(${conditionText(job.where, names)})`);
  lines.push(`X <- as.matrix(d[inside, ${texts(job.items)}, drop = FALSE])`);
  if (job.missing === 'mean') lines.push('for (j in seq_len(ncol(X))) X[is.na(X[, j]), j] <- mean(X[, j], na.rm = TRUE)');
  // Scores exist for complete rows only: there they have mean 0 and SD 1, also where the correlations are pairwise.
  lines.push(
    'complete <- X[complete.cases(X), , drop = FALSE]',
    'centre <- colMeans(complete)',
    'spread <- apply(complete, 2, sd)',
    ...(job.missing === 'pairwise'
      ? ['R <- cor(X, use = "pairwise.complete.obs")', 'n <- min(crossprod(!is.na(X)))']
      : ['R <- cor(complete)', 'n <- nrow(complete)']),
  );
  lines.push(
    'p <- ncol(X)',
    `reliability(${text(name)}, X)`,
    '',
    comment(words.adequacy),
    'Q <- cov2cor(solve(R))',
    'r2 <- R^2 - diag(p)',
    'q2 <- Q^2 - diag(p)',
    `say(${at('kmo')}, sum(r2) / (sum(r2) + sum(q2)))`,
    `say(paste0(${at('msa(')}, colnames(X), ")"), rowSums(r2) / (rowSums(r2) + rowSums(q2)))`,
    'determinant <- as.numeric(determinant(R)$modulus)',
    'chi2 <- -(n - 1 - (2 * p + 5) / 6) * determinant',
    `say(paste0(${at('bartlett.')}, c("chi2", "df", "p")), c(chi2, p * (p - 1) / 2, pchisq(chi2, p * (p - 1) / 2, lower.tail = FALSE)))`,
    `say(${at('determinant')}, exp(determinant))`,
    '',
    comment(words.components),
    'e <- eigen(R, symmetric = TRUE)',
    `say(paste0(${at('eigenvalue(')}, seq_len(p), ")"), e$values)`,
    `say(paste0(${at('eigenvalue.percent(')}, seq_len(p), ")"), 100 * e$values / p)`,
    `say(paste0(${at('eigenvalue.cumulative(')}, seq_len(p), ")"), 100 * cumsum(e$values) / p)`,
    `kept <- ${keptCode(job)}`,
    'L <- e$vectors[, seq_len(kept), drop = FALSE] %*% diag(sqrt(e$values[seq_len(kept)]), kept)',
    ...rotationCode(writing, job),
    'rownames(L) <- colnames(X)',
    // Columns by what they explain; each turned so that its loadings sum to more than 0, a named one so that its marker loads above 0.
    'L <- L[, order(-colSums(L^2)), drop = FALSE]',
    'L <- sweep(L, 2, ifelse(colSums(L) < 0, -1, 1), "*")',
  );
  if (job.components.length > 0) {
    const markers = job.components.map((one) => `${text(one.name)} = ${text(one.marker)}`).join(', ');
    lines.push(
      `marker <- c(${markers})`,
      'position <- vapply(marker, function(item) which.max(abs(unname(L[item, ]))), 1L)',
      'for (one in names(marker)) L[, position[one]] <- L[, position[one]] * sign(L[marker[one], position[one]])',
    );
  } else lines.push('position <- seq_len(kept)');
  lines.push(
    'explained <- 100 * colSums(L^2) / p',
    `say(paste0(${at('kept')}), kept)`,
    `say(${at('explained.total')}, sum(explained))`,
    `say(paste0(${at('communality(')}, colnames(X), ")"), rowSums(L^2))`,
    'for (column in seq_len(kept)) {',
    `  say(paste0(${at('explained(')}, column, ")"), explained[column])`,
    `  say(paste0(${at('loading(')}, colnames(X), ", ", column, ")"), L[, column])`,
    '}',
  );
  if (job.components.length > 0)
    lines.push(
      'for (one in names(marker)) {',
      `  say(paste0(${at('explained(')}, one, ")"), explained[position[one]])`,
      `  say(paste0(${at('loading(')}, colnames(X), ", ", one, ")"), L[, position[one]])`,
      '}',
    );
  lines.push('', comment(words.scores), 'Z <- sweep(sweep(X, 2, centre), 2, spread, "/") %*% L %*% solve(crossprod(L))');
  const composed = job.components.length === 0 ? 'seq_len(kept)' : `position[${texts(job.compose)}]`;
  const shares =
    job.weight.kind === 'explained'
      ? 'explained[composed]'
      : job.weight.kind === 'equal'
        ? 'rep(1, length(composed))'
        : `c(${job.compose.map((one) => numeral(givenWeight(job.weight, one) ?? 0)).join(', ')})`;
  lines.push(`composed <- ${composed}`, `weight <- ${shares}`, 'weight <- unname(weight / sum(weight))');
  if (job.components.length > 0 && job.compose.length > 0) lines.push(`say(paste0(${at('weight(')}, ${texts(job.compose)}, ")"), weight)`);
  const { rescale, goalposts } = job;
  const from = goalposts.kind === 'range' ? `, c(${numeral(goalposts.low)}, ${numeral(goalposts.high)})` : '';
  const onto =
    rescale.kind === 'range' || rescale.kind === 'components' ? `, onto = c(${numeral(rescale.low)}, ${numeral(rescale.high)})` : '';
  const scaled =
    rescale.kind === 'none'
      ? null
      : rescale.kind === 't'
        ? 'function(x) 50 + 10 * (x - mean(x, na.rm = TRUE)) / sd(x, na.rm = TRUE)'
        : `function(x) bring(x${from}${onto})`;
  if (scaled !== null) lines.push(`rescaled <- ${scaled}`);
  const brought = (value: string): string => (scaled === null ? value : `rescaled(${value})`);
  const parts = rescale.kind === 'components' ? 'apply(Z, 2, rescaled)' : 'Z';
  const whole = `drop(${parts}[, composed, drop = FALSE] %*% weight)`;
  const place = (one: string, value: string): string[] => [`${own(one)} <- NA_real_`, `d[inside, ${text(one)}] <- ${value}`];
  lines.push(...place(name, rescale.kind === 'components' ? whole : brought(whole)));
  for (const one of job.components) lines.push(...place(one.name, brought(`Z[, position[${text(one.name)}]]`)));
  lines.push(
    comment(
      words.absent(
        words.numbers(
          name,
          'structure, correlation, parallel, kept.kaiser, kept.parallel, kept.map, n.correlations, n.pairwise, filled, lost, omega',
        ),
      ),
    ),
    '',
  );
  return lines;
}

function keptCode({ keep }: IndexJob): string {
  if (keep.kind === 'fixed') return numeral(keep.count);
  if (keep.kind === 'eigenvalue') return `sum(e$values > ${numeral(keep.above)})`;
  return keep.kind === 'variance' ? `which(100 * cumsum(e$values) / p >= ${numeral(keep.percent)} - 1e-9)[1]` : '0';
}

function rotationCode({ use }: Writing, { rotate }: IndexJob): string[] {
  const gamma = ({ varimax: '1', quartimax: '0', equamax: 'kept / 2' } as Readonly<Record<string, string>>)[rotate.kind];
  if (gamma === undefined) return [];
  use('orthomax');
  const kaiser = 'kaiser' in rotate && !rotate.kaiser ? 'FALSE' : 'TRUE';
  return [`if (kept > 1) L <- orthomax(L, gamma = ${gamma}, kaiser = ${kaiser})`];
}
