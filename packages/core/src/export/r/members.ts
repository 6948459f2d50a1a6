// An index of its members in R: a common footing, weights, one value a case, the range in which it is given.
import type { CompositeJob, MemberWeight } from '../../methods/composite/job.ts';
import { declarationsOf } from '../../methods/composite/declarations.ts';
import { endsOf, rawEnds } from '../../methods/composite/ends.ts';
import { called } from '../comment.ts';
import type { Writing } from './script.ts';
import { conditionText, numeral, own, text, texts } from './text.ts';

/** A text: the clause that cannot be written. */
export function membersCode(writing: Writing, job: CompositeJob): readonly string[] | string {
  const { comment, words, language, use, names, plan } = writing;
  const all = declarationsOf(plan);
  const ends = job.members.map((member) => endsOf(member, all));
  const raw = rawEnds(job, all);
  const held = job.normalize === 'scale' || (job.normalize === 'none' && job.turned.length > 0);
  if (held && ends.some((one) => one === null)) return 'normalize scale';
  if (job.goalposts.kind === 'scale' && raw === null) return 'goalposts scale';
  use('bring', 'levels', 'reliability');
  const { name } = job;
  const lines = [
    comment(called(name, job.label, language)),
    `X <- as.matrix(d[${texts(job.members)}])`,
    ...(job.where === null ? [] : [`X[setdiff(seq_len(nrow(X)), which(${conditionText(job.where, names)})), ] <- NA`]),
    `X[rowSums(!is.na(X)) < ${Math.max(job.needs, 1)}, ] <- NA`,
    comment(words.members),
    ...job.members.map((member, j) => footing(job, j + 1, job.turned.includes(member), ends[j] ?? null)).filter((line) => line !== ''),
    ...(job.members.length < 2 ? [] : [`reliability(${text(name)}, X)`]),
    'there <- rowSums(!is.na(X))',
  ];
  const enough = `there >= ${Math.max(job.needs, 1)}`;
  if (job.score !== 'members') {
    const whole = job.score === 'mean' ? 'rowSums(X, na.rm = TRUE) / there' : 'rowSums(X, na.rm = TRUE) / there * ncol(X)';
    lines.push(`score <- ifelse(${enough}, ${whole}, NA)`);
  } else {
    lines.push(
      comment(words.weights),
      'complete <- X[complete.cases(X), , drop = FALSE]',
      `weight <- ${weightCode(job, job.weight)}`,
      `say(paste0(${text(`${name}.weight(`)}, colnames(X), ")"), weight)`,
      'W <- matrix(weight, nrow(X), ncol(X), byrow = TRUE) * !is.na(X)',
    );
    lines.push(
      job.aggregate === 'geometric'
        ? `score <- ifelse(${enough}, exp(rowSums(W * suppressWarnings(log(X)), na.rm = TRUE) / rowSums(W)), NA)`
        : `score <- ifelse(${enough}, rowSums(W * X, na.rm = TRUE) / rowSums(W), NA)`,
    );
    if (job.aggregate === 'geometric')
      lines.push(
        'score[which(apply(X, 1, function(x) any(x == 0, na.rm = TRUE)) & !is.na(score))] <- 0',
        'score[apply(X, 1, function(x) any(x < 0, na.rm = TRUE))] <- NA',
      );
  }
  const { rescale, goalposts } = job;
  if (rescale.kind === 't') lines.push('score <- 50 + 10 * (score - mean(score, na.rm = TRUE)) / sd(score, na.rm = TRUE)');
  if (rescale.kind === 'range') {
    const from = goalposts.kind === 'range' ? goalposts : goalposts.kind === 'scale' ? raw : null;
    const posts = from === null ? '' : `, c(${numeral(from.low)}, ${numeral(from.high)})`;
    lines.push(`score <- bring(score${posts}, onto = c(${numeral(rescale.low)}, ${numeral(rescale.high)}))`);
  }
  return [...lines, `${own(name)} <- score`, comment(words.absent(words.numbers(name, 'lost, omega'))), ''];
}

function footing(
  { normalize }: CompositeJob,
  j: number,
  turned: boolean,
  ends: { readonly low: number; readonly high: number } | null,
): string {
  const column = `X[, ${j}]`;
  const [low, high] = [ends?.low ?? 0, ends?.high ?? 1].map(numeral) as [string, string];
  switch (normalize) {
    case 'none':
      return turned ? `${column} <- ${low} + ${high} - ${column}` : '';
    case 'range':
      return `${column} <- bring(${column}, onto = ${turned ? 'c(1, 0)' : 'c(0, 1)'})`;
    case 'scale':
      return `${column} <- bring(${column}, c(${low}, ${high}), onto = ${turned ? 'c(1, 0)' : 'c(0, 1)'})`;
    case 'z':
      return `${column} <- ${turned ? '-' : ''}(${column} - mean(${column}, na.rm = TRUE)) / sd(${column}, na.rm = TRUE)`;
    case 'rank':
      return `${column} <- ${turned ? '1 - ' : ''}(rank(${column}, na.last = "keep") - 1) / (sum(!is.na(${column})) - 1)`;
  }
}

function weightCode(job: CompositeJob, weight: MemberWeight): string {
  switch (weight.kind) {
    case 'both':
      return `(${weight.parts.map((part) => weightCode(job, part)).join(' + ')}) / 2`;
    case 'equal':
      return 'rep(1 / ncol(X), ncol(X))';
    case 'given':
      return `prop.table(c(${job.members.map((member) => numeral(weight.weights.find(([one]) => one === member)?.[1] ?? 0)).join(', ')}))`;
    case 'entropy':
      return 'prop.table(apply(complete, 2, function(x) { p <- x / sum(x); 1 + sum(ifelse(p > 0, p * log(p), 0)) / log(length(x)) }))';
    case 'critic':
      return 'prop.table(apply(complete, 2, sd) * rowSums(1 - cor(complete)))';
    case 'cv':
      return 'prop.table(apply(complete, 2, sd) / abs(colMeans(complete)))';
    case 'ahp': {
      const ratio = (a: string, b: string): number => {
        if (a === b) return 1;
        const stated = weight.judgements.find(([first, second]) => first === a && second === b);
        if (stated !== undefined) return stated[2];
        return 1 / (weight.judgements.find(([first, second]) => first === b && second === a)?.[2] ?? 1);
      };
      const cells = job.members.flatMap((a) => job.members.map((b) => numeral(ratio(a, b))));
      return `prop.table(abs(Re(eigen(matrix(c(${cells.join(', ')}), ${job.members.length}, byrow = TRUE))$vectors[, 1])))`;
    }
  }
}
