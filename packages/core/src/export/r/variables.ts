// Indicators, numbers, categories and groups of them in R. A text instead of code: the clause that is not written.
import type { CategoryPlan, IndicatorPlan, NumberPlan, VariablePlan } from '../../contract/variables.ts';
import { columnOf } from '../../data/frame.ts';
import { labelsOf, pointLabelled } from '../../data/read-answers.ts';
import { called } from '../comment.ts';
import { codeByKind, isMeasured, type Definition } from '../request.ts';
import type { Writing } from './script.ts';
import { conditionText, formulaText, inSet, missingFunction, numeral, own, raw, text, texts } from './text.ts';

type Variable = Extract<Definition, VariablePlan | { readonly kind: 'dimension' | 'block' | 'choices' }>;

export function variableCode(writing: Writing, one: Variable): readonly string[] | string {
  const { comment, language } = writing;
  const head = comment(called(one.name, one.label, language));
  const code = codeByKind<Writing, readonly string[] | string>(
    { indicator: indicatorCode, number: numberCode, category: categoryCode, group: groupCode },
    writing,
    one,
  );
  return typeof code === 'string' ? code : [head, ...code, ''];
}

function groupCode(
  { use, plan }: Writing,
  one: Extract<Variable, { readonly kind: 'dimension' | 'block' | 'choices' }>,
): readonly string[] {
  if (!isMeasured(one.members, plan)) return [];
  use('means');
  return [`${own(one.name)} <- row_means(as.matrix(d[${texts(one.members)}]))`];
}

/** Numbers of a column without what stands for no answer. */
function columnNumbers({ names, frame, plan }: Writing, column: string, missing: IndicatorPlan['missing']): string {
  const source = columnOf(frame, column);
  const comma = plan.data?.decimal === ',' || (source?.kind === 'text' && source.style?.decimal === ',') ? ', decimal = ","' : '';
  return `numbers(${raw(column)}, ${missingFunction(column, names, missing)}${comma})`;
}

function indicatorCode(writing: Writing, one: IndicatorPlan): readonly string[] {
  const { frame, plan, words } = writing;
  const asked = one.askedOn ?? one.scale;
  const scale = one.scale ?? asked;
  const source = columnOf(frame, one.column);
  const labels = labelsOf(one.askedOn === null ? one.scale : (one.askedOn.scale ?? null));
  const worded =
    source?.kind === 'text'
      ? source.levels.flatMap((level) => {
          const point = pointLabelled(level, labels);
          return point === null || Number.isFinite(Number(level)) ? [] : [`${text(level)} = ${numeral(point)}`];
        })
      : [];
  const lines = [`x <- ${columnNumbers(writing, one.column, one.missing)}`];
  if (worded.length > 0) lines.push(`x <- ifelse(is.na(x), c(${worded.join(', ')})[${raw(one.column)}], x)`);
  if (asked !== null && scale !== null) {
    if (plan.data?.outOfRange !== 'kept')
      lines.push(`x[which(x < ${numeral(asked.low)} | x > ${numeral(asked.high)})] <- NA  # ${words.outside}`);
    if (asked.low !== scale.low || asked.high !== scale.high) {
      const slope = `(${numeral(scale.high)} - ${numeral(scale.low)}) / (${numeral(asked.high)} - ${numeral(asked.low)})`;
      const [from, to] = [asked, scale].map(({ low, high }) => `${low}..${high}`) as [string, string];
      lines.push(`x <- ${numeral(scale.low)} + (x - ${numeral(asked.low)}) * ${slope}  # ${words.brought(from, to)}`);
    }
    if (one.reversed) lines.push(`x <- ${numeral(scale.low)} + ${numeral(scale.high)} - x  # ${words.reversed}`);
  }
  return [...lines, `${own(one.name)} <- as.numeric(x)`];
}

function numberCode(writing: Writing, one: NumberPlan): readonly string[] | string {
  const { names, frame, plan, words, use } = writing;
  if (one.chosen !== undefined) return 'split';
  const lines: string[] = [];
  if (one.when !== undefined) lines.push(`x <- as.numeric(rep_len(${conditionText(one.when, names)}, nrow(raw)))`);
  else if (one.formula !== null) {
    if (/"kind":"call"/u.test(JSON.stringify(one.formula))) use('across');
    lines.push(`x <- finite(suppressWarnings(rep_len(${formulaText(one.formula, names)}, nrow(raw))))`);
    const gone = one.missing === null ? null : inSet(one.missing, 'x', null, frame, one.name);
    if (gone !== null) lines.push(`x[which(${gone})] <- NA  # ${words.missing}`);
  } else lines.push(`x <- ${columnNumbers(writing, one.column ?? one.name, one.missing)}`);
  const { within } = one;
  if (within !== undefined && (one.formula !== null || plan.data?.outOfRange !== 'kept')) {
    const inside = inSet([{ kind: 'range', low: within.low, high: within.high }], 'x', null, frame, one.name)!;
    lines.push(`x[which(!(${inside}))] <- NA  # ${words.outside}`);
  }
  if (one.per !== undefined) {
    const key = names.declared.has(one.per) ? own(one.per) : raw(one.per);
    lines.push(`key <- as.character(${key})`, `x <- unname(tapply(x, key, mean, na.rm = TRUE)[key])`, 'x[which(is.nan(x))] <- NA');
  }
  const turned = (low: number, high: number): string[] =>
    one.reversed === true ? [`x <- ${numeral(low)} + ${numeral(high)} - x  # ${words.reversed}`] : [];
  if (one.rescale !== undefined) {
    use('bring');
    const { low, high, goalposts } = one.rescale;
    const from = goalposts === null ? '' : `, c(${numeral(goalposts.low)}, ${numeral(goalposts.high)})`;
    lines.push(`x <- bring(x${from}, onto = c(${numeral(low)}, ${numeral(high)}))`, ...turned(low, high));
  } else if (within?.low != null && within.high !== null) lines.push(...turned(within.low.value, within.high.value));
  return [...lines, `${own(one.name)} <- as.numeric(x)`];
}

function categoryCode(writing: Writing, one: CategoryPlan): readonly string[] | string {
  const { names, frame, plan } = writing;
  const column = one.column ?? one.name;
  const source = one.variable === null ? columnOf(frame, column) : undefined;
  const comma = plan.data?.decimal === ',' ? ', decimal = ","' : '';
  const lines: string[] = [];
  if (one.variable === null)
    lines.push(
      `x <- cells(${raw(column)}, ${missingFunction(column, names, one.missing)})`,
      `v <- numbers(x${comma === '' ? '' : `, decimal = ","`})`,
    );
  else {
    lines.push(`v <- ${own(one.variable)}`);
    const gone = one.missing === null ? null : inSet(one.missing, 'v', null, frame, one.variable);
    if (gone !== null) lines.push(`v[which(${gone})] <- NA`);
  }
  if (one.quantiles !== undefined) {
    const k = one.quantiles;
    lines.push(
      `borders <- quantile(v, seq_len(${k - 1}) / ${k}, type = 6, na.rm = TRUE, names = FALSE)`,
      'v <- 1 + rowSums(outer(v, borders, function(a, b) a > b & abs(a - b) > 1e-12 * pmax(1, abs(a), abs(b))))',
    );
  }
  lines.push('level <- rep(NA_character_, nrow(raw))');
  // The first level that holds an answer has it: the last is written first.
  for (const { name, codes } of [...one.levels].reverse()) {
    const textual = one.variable === null && one.quantiles === undefined && source?.kind === 'text';
    const inside = inSet(codes, 'v', textual ? 'x' : null, frame, column);
    if (inside !== null) lines.push(`level[which(${inside})] <- ${text(name)}`);
    if (codes.some((code) => code.kind === 'blank') && one.variable === null) lines.push(`level[is.na(${raw(column)})] <- ${text(name)}`);
  }
  return [...lines, `${own(one.name)} <- factor(level, levels = ${texts(one.levels.map((level) => level.name))})`];
}
