// Comparisons, correlations and regressions in Stata. Cases of a condition have 1 in `inside_`.
import type { CategoryPlan, Condition } from '../../contract/variables.ts';
import { columnOf } from '../../data/frame.ts';
import { comparedAs, comparePath, type CompareJob } from '../../methods/compare/job.ts';
import type { CorrelateJob } from '../../methods/correlate/job.ts';
import type { RegressionJob } from '../../methods/regression/job.ts';
import type { Writing } from './read.ts';
import { comment, conditionText, listed, numeral, rawName } from './text.ts';

/** Whom a condition lets in; undefined: it cannot be said so. */
function subset({ reading }: Writing, where: Condition | null): string[] | undefined {
  const condition = where === null ? { holds: '1' } : conditionText(where, reading);
  return condition === undefined ? undefined : [`quietly replace inside_ = ${condition.holds}`];
}

export function compareCode(writing: Writing, job: CompareJob): readonly string[] | string {
  const { reading, words } = writing;
  const { names, levels } = reading;
  const lines = subset(writing, job.where);
  if (lines === undefined) return 'where';
  if (job.missing === 'listwise')
    lines.push(`quietly replace inside_ = 0 if missing(${job.outcomes.map((outcome) => names.of(outcome)).join(', ')})`);
  for (const by of job.by)
    for (const outcome of job.outcomes) {
      const [y, group] = [names.of(outcome), names.of(by)];
      const kind = comparedAs(job, outcome);
      lines.push('', comment(`${comparePath(job, outcome, by).join('.')} / ${by}`));
      if (kind === 'category of compare') lines.push(`tabulate ${y} ${group} if inside_, chi2 V column expected`);
      else if (kind !== 'outcome of compare') lines.push(comment(words.absent(words.kind(outcome, kind))));
      else
        lines.push(
          `oneway ${y} ${group} if inside_, tabulate`,
          `robvar ${y} if inside_, by(${group})`,
          `kwallis ${y} if inside_, by(${group})`,
          ...((levels.get(by)?.length ?? 0) === 2
            ? [
                `ttest ${y} if inside_, by(${group})`,
                `ttest ${y} if inside_, by(${group}) unequal`,
                `esize twosample ${y} if inside_, by(${group}) cohensd hedgesg`,
              ]
            : [`pwmean ${y} if inside_, over(${group}) mcompare(${job.postHoc}) effects`]),
          `quietly anova ${y} ${group} if inside_`,
          'estat esize',
          'estat esize, omega',
        );
    }
  return [...lines, comment(words.absent(words.numbers(job.name, 'welch, mann_whitney, fisher, left_out, lost')))];
}

export function correlateCode(writing: Writing, job: CorrelateJob): readonly string[] | string {
  const { reading, words } = writing;
  const lines = subset(writing, job.where);
  if (lines === undefined) return 'where';
  const list = listed(job.variables.map((name) => reading.names.of(name)));
  const pairwise = job.missing === 'pairwise';
  const command = {
    pearson: `pwcorr ${list} if inside_, sig obs${pairwise ? '' : ' listwise'}`,
    spearman: `spearman ${list} if inside_, stats(rho obs p)${pairwise ? ' pw' : ''}`,
    kendall: `ktau ${list} if inside_, stats(taub obs p)${pairwise ? ' pw' : ''}`,
  }[job.method];
  return [...lines, command, comment(words.absent(words.numbers(job.name, 'p.holm, low, high, left_out, lost')))];
}

export function regressionCode(writing: Writing, job: RegressionJob): readonly string[] | string {
  const { reading, words } = writing;
  const { names } = reading;
  const lines = subset(writing, job.where);
  if (lines === undefined) return 'where';
  const logit = job.method.kind === 'logit';
  const isFilled = job.missing === 'mean';
  if (logit && isFilled) return 'missing mean';
  const errors = errorsOf(writing, job);
  if (errors === null) return `errors ${job.errors.kind}`;
  lines.push(...errors.lines);
  // Of a product without its parts Stata would make other columns than ours, and means stand for the dummies themselves.
  const alone = new Set(job.terms.flatMap(({ term }) => (term.length === 1 ? term : [])));
  const isWhole = job.terms.every(({ term }) => term.length === 1 || hasParts(term, job, alone));
  const columns = isFilled || !isWhole ? dummiesOf(writing, job) : null;
  if (columns !== null) lines.push(...columns.lines);
  const predictors = columns?.names ?? job.terms.map(({ term }) => factorTerm(writing, term));
  const level = `level(${numeral(Number((100 * job.confidence).toPrecision(12)))})`;
  for (const outcome of job.outcomes) {
    let y = names.of(outcome);
    lines.push('', comment(`${job.name}.${outcome}`));
    if (logit && reading.levels.has(outcome)) {
      const binary = names.of(`${job.name} ${outcome}`);
      lines.push(`generate double ${binary} = ${y} != 1 if !missing(${y})`);
      y = binary;
    }
    const fit = `${logit ? 'logit' : 'regress'} ${y} ${listed(predictors)} if inside_, ${errors.option}${level}`;
    const after = logit ? ['logit, or'] : [...(job.errors.kind === 'cluster' ? [] : ['regress, beta']), 'estat vif'];
    lines.push(...(isFilled ? meanFilled([...predictors, y], errors.cluster, [fit, ...after]) : [fit, ...after]));
  }
  const left = logit
    ? 'left_out, lost, cox_snell, nagelkerke, aic, bic, classification, auc, hosmer_lemeshow, margin'
    : `left_out, lost, ${job.errors.kind === 'cluster' ? 'beta, ' : ''}f2, aic, bic, durbin_watson, breusch_pagan, step`;
  return [...lines, comment(words.absent(words.numbers(job.name, left)))];
}

/** Commands on the cases of a model, in which means stand for what is missing; the data are as before afterwards. */
const meanFilled = (variables: readonly string[], cluster: string | null, commands: readonly string[]): readonly string[] => [
  'preserve',
  `keep if inside_${cluster === null ? '' : ` & !missing(${cluster})`}`,
  `foreach variable of varlist ${listed(variables)} {`,
  "    summarize `variable', meanonly",
  "    replace `variable' = r(mean) if missing(`variable')",
  '}',
  ...commands,
  'restore',
];

interface Errors {
  readonly lines: readonly string[];
  readonly option: string;
  readonly cluster: string | null;
}

/** Null: not for this model. */
function errorsOf({ reading }: Writing, job: RegressionJob): Errors | null {
  const { errors } = job;
  if (errors.kind === 'cluster') {
    const isThere = reading.declared.has(errors.column) || columnOf(reading.frame, errors.column)?.joinedFrom === undefined;
    if (!isThere) return null;
    const source = reading.declared.has(errors.column) ? reading.names.of(errors.column) : rawName(reading, errors.column);
    const cluster = reading.names.of(`${job.name} cluster`);
    return { lines: [`egen double ${cluster} = group(${source})`], option: `vce(cluster ${cluster}) `, cluster };
  }
  const kinds: Readonly<Record<string, string>> = { classical: '', hc1: 'vce(robust) ', hc2: 'vce(hc2) ', hc3: 'vce(hc3) ' };
  const option = kinds[errors.kind];
  return option === undefined || (job.method.kind === 'logit' && /hc[23]/u.test(option)) ? null : { lines: [], option, cluster: null };
}

/** `ib2.age`, `c.income#ib1.sex`. */
const factorTerm = (writing: Writing, term: readonly string[]): string =>
  term
    .map((name) => {
      const category = categoryOf(writing, name);
      const own = writing.reading.names.of(name);
      if (category === undefined) return `${term.length > 1 ? 'c.' : ''}${own}`;
      return `ib${category.levels.findIndex((level) => level.name === category.reference) + 1}.${own}`;
    })
    .join('#');

const categoryOf = ({ plan }: Writing, name: string): CategoryPlan | undefined =>
  plan.variables.find((one): one is CategoryPlan => one.kind === 'category' && one.name === name);

/** The predictors as columns: numbers, dummies of categories, and products of these. */
function dummiesOf(writing: Writing, job: RegressionJob): { readonly names: readonly string[]; readonly lines: readonly string[] } {
  const { names } = writing.reading;
  const lines: string[] = [];
  const made = (key: string, value: string): string => {
    const name = names.of(`${job.name} ${key}`);
    const line = `generate double ${name} = ${value}`;
    if (!lines.includes(line)) lines.push(line);
    return name;
  };
  const columnsOf = (name: string): readonly string[] => {
    const category = categoryOf(writing, name);
    const own = names.of(name);
    if (category === undefined) return [own];
    return category.levels.flatMap((level, at) =>
      level.name === category.reference ? [] : [made(`${name}.${level.name}`, `${own} == ${at + 1} if !missing(${own})`)],
    );
  };
  const products = job.terms.flatMap(({ term }) =>
    term
      .map(columnsOf)
      .reduce<readonly (readonly string[])[]>((sofar, own) => sofar.flatMap((a) => own.map((b) => [...a, b])), [[]])
      .map((parts) => (parts.length === 1 ? parts[0]! : made(parts.join(':'), parts.join(' * ')))),
  );
  return { names: products, lines };
}

/** Whether the parts of a product, and their products, are in the model themselves. */
function hasParts(term: readonly string[], job: RegressionJob, alone: ReadonlySet<string>): boolean {
  if (new Set(term).size < term.length || !term.every((name) => alone.has(name))) return false;
  if (term.length === 2) return true;
  const key = (names: readonly string[]): string => [...names].sort().join('\n');
  const there = new Set(job.terms.map((one) => key(one.term)));
  return term.every((name) => there.has(key(term.filter((other) => other !== name))));
}
