// Variables in Stata. A text instead of commands: the clause that is not written.
import { labelText } from '../../contract/label-text.ts';
import type { CategoryPlan, IndicatorPlan, NumberPlan, ValueSet } from '../../contract/variables.ts';
import { columnOf, missingIn } from '../../data/frame.ts';
import { labelsOf, pointLabelled } from '../../data/read-answers.ts';
import { levelNumbers } from '../../data/values.ts';
import { codeByKind, isMeasured, type Definition } from '../request.ts';
import type { Writing } from './read.ts';
import {
  comment,
  conditionText,
  figure,
  formulaText,
  inSet,
  labelled,
  listed,
  numeral,
  quoted,
  rawName,
  rawNumbers,
  textsIn,
} from './text.ts';

type Variable = Exclude<Definition, { readonly kind: 'index' | 'composite' }>;
const MOST_TEXTS = 500;

export function variableCode(writing: Writing, one: Variable): readonly string[] | string {
  const code = codeByKind<Writing, readonly string[] | string>(
    { indicator: indicatorCode, number: numberCode, category: categoryCode, group: groupCode },
    writing,
    one,
  );
  if (typeof code === 'string' || code.length === 0) return code;
  return [...code, `label variable ${writing.reading.names.of(one.name)} ${labelled(labelText(one.label, writing.language, one.name))}`];
}

function groupCode(writing: Writing, one: Extract<Variable, { readonly kind: 'dimension' | 'block' | 'choices' }>): readonly string[] {
  if (!isMeasured(one.members, writing.plan)) return [];
  const { names } = writing.reading;
  return [`egen double ${names.of(one.name)} = rowmean(${listed(one.members.map((member) => names.of(member)))})`];
}

/** The column's numbers in a variable; undefined: its numbers are not written plainly. */
function numbersCode(
  { frame, reading, plan }: Writing,
  name: string,
  column: string,
  own: ValueSet | null,
  labels: ReadonlyMap<string, number>,
): string[] | undefined {
  const source = columnOf(frame, column);
  if (source === undefined || source.joinedFrom !== undefined) return undefined;
  const missing = own ?? missingIn(source, plan.data?.missing ?? []);
  const lines = [`generate double ${name} = ${rawNumbers(reading, source)}`];
  if (source.kind === 'number') {
    const gone = inSet(missing, name, null);
    // `use` keeps Stata's other missing values (.a to .z): they are none here.
    return [
      ...lines,
      ...(gone === null ? [] : [`replace ${name} = . if ${gone}`]),
      ...(reading.asText ? [] : [`replace ${name} = . if missing(${name})`]),
    ];
  }
  const raw = rawName(reading, column);
  const numbers = levelNumbers(source);
  const gone = new Set(textsIn(missing, column, reading)?.map(({ level }) => level));
  const said = source.levels.flatMap((level, at): string[] => {
    const value = gone.has(level) ? null : (numbers[at] ?? pointLabelled(level, labels));
    // What Stata reads as this number, or as none, needs no line.
    const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(level) ? Number(level) : null;
    if (value === plain && !/[,.]/u.test(level)) return [];
    if (value === null && !/\d/u.test(level)) return [];
    return [`replace ${name} = ${value === null ? '.' : numeral(value)} if ${raw} == ${quoted(level)}`];
  });
  return said.length > MOST_TEXTS ? undefined : [...lines, ...said];
}

function indicatorCode(writing: Writing, one: IndicatorPlan): readonly string[] | string {
  const { plan, reading, words } = writing;
  const name = reading.names.of(one.name);
  const asked = one.askedOn ?? one.scale;
  const scale = one.scale ?? asked;
  const labels = labelsOf(one.askedOn === null ? one.scale : (one.askedOn.scale ?? null));
  const lines = numbersCode(writing, name, one.column, one.missing, labels);
  if (lines === undefined) return `from ${one.column}`;
  if (asked === null || scale === null) return lines;
  if (plan.data?.outOfRange !== 'kept')
    lines.push(`replace ${name} = . if ${name} < ${numeral(asked.low)} | ${name} > ${numeral(asked.high)}`);
  if (asked.low !== scale.low || asked.high !== scale.high) {
    const [from, to] = [asked, scale].map(({ low, high }) => `${low}..${high}`) as [string, string];
    const slope = `${figure(scale.high - scale.low)} / ${figure(asked.high - asked.low)}`;
    lines.push(comment(words.brought(from, to)), `replace ${name} = ${numeral(scale.low)} + (${name} - ${figure(asked.low)}) * ${slope}`);
  }
  if (one.reversed) lines.push(comment(words.reversed), `replace ${name} = ${numeral(scale.low + scale.high)} - ${name}`);
  return lines;
}

function numberCode(writing: Writing, one: NumberPlan): readonly string[] | string {
  const { reading, plan, words } = writing;
  const name = reading.names.of(one.name);
  if (one.chosen !== undefined) return 'split';
  if (one.per !== undefined) return `per ${one.per}`;
  if (one.rescale !== undefined && one.rescale.goalposts === null) return 'rescale';
  const lines: string[] = [];
  if (one.when !== undefined) {
    const condition = conditionText(one.when, reading);
    if (condition === undefined) return 'when';
    lines.push(`generate double ${name} = .`, `replace ${name} = 1 if ${condition.holds}`, `replace ${name} = 0 if ${condition.fails}`);
  } else if (one.formula !== null) {
    const formula = formulaText(one.formula, reading, lines);
    if (formula === undefined) return '=';
    lines.push(`generate double ${name} = ${formula}`);
    const gone = one.missing === null ? null : inSet(one.missing, name, null);
    if (gone !== null) lines.push(`replace ${name} = . if ${gone}`);
  } else {
    const found = numbersCode(writing, name, one.column ?? one.name, one.missing, new Map());
    if (found === undefined) return `from ${one.column ?? one.name}`;
    lines.push(...found);
  }
  const { within } = one;
  if (within !== undefined && (one.formula !== null || plan.data?.outOfRange !== 'kept'))
    lines.push(`replace ${name} = . if !(${inSet([{ kind: 'range', low: within.low, high: within.high }], name, null)!})`);
  const ends = one.rescale ?? (within?.low != null && within.high !== null ? { low: within.low.value, high: within.high.value } : null);
  if (one.rescale?.goalposts != null) {
    const { low, high, goalposts } = one.rescale;
    const held = `min(max(${name}, ${numeral(goalposts.low)}), ${numeral(goalposts.high)})`;
    lines.push(
      `replace ${name} = ${numeral(low)} + (${held} - ${figure(goalposts.low)}) * ///`,
      `    ${figure(high - low)} / ${figure(goalposts.high - goalposts.low)} if !missing(${name})`,
    );
  }
  if (one.reversed === true && ends !== null)
    lines.push(comment(words.reversed), `replace ${name} = ${numeral(ends.low + ends.high)} - ${name}`);
  return lines;
}

function categoryCode({ reading, frame, plan, language }: Writing, one: CategoryPlan): readonly string[] | string {
  if (one.quantiles !== undefined) return 'quantiles';
  const name = reading.names.of(one.name);
  const column = one.column ?? one.name;
  const source = one.variable === null ? columnOf(frame, column) : undefined;
  if (one.variable === null && (source === undefined || source.joinedFrom !== undefined)) return `from ${column}`;
  const value = source === undefined ? reading.names.of(one.variable ?? one.name) : rawNumbers(reading, source);
  const missing = one.missing ?? (source === undefined ? [] : missingIn(source, plan.data?.missing ?? []));
  const inside = (set: ValueSet): string | null => inSet(set, value, source === undefined ? null : textsIn(set, column, reading));
  const lines = [`generate double ${name} = .`];
  // The first level that holds an answer has it: the last is written first.
  for (const [at, { codes }] of [...one.levels.entries()].reverse()) {
    const found = inside(codes);
    if (found !== null) lines.push(`replace ${name} = ${at + 1} if ${found}`);
    if (codes.some((code) => code.kind === 'blank'))
      lines.push(`replace ${name} = ${at + 1} if ${source?.kind === 'text' ? `${rawName(reading, column)} == ""` : `missing(${value})`}`);
  }
  const gone = inside(missing);
  if (gone !== null) lines.push(`replace ${name} = . if ${gone}`);
  const levels = one.levels.map((level, at) => `    ${at + 1} ${labelled(labelText(level.label, language, level.name))}`);
  return [...lines, `label define ${name} ///\n${levels.join(' ///\n')}`, `label values ${name} ${name}`];
}
