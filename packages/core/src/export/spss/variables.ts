// Reading the answers, and variables, in SPSS syntax. A text instead of commands: the clause that is not written.
import { labelText } from '../../contract/label-text.ts';
import type { CategoryPlan, IndicatorPlan, NumberPlan, ValueSet } from '../../contract/variables.ts';
import { columnOf, missingIn, type Column } from '../../data/frame.ts';
import { labelsOf, pointLabelled } from '../../data/read-answers.ts';
import { levelNumbers } from '../../data/values.ts';
import type { ScriptWords } from '../../words/en/scripts.ts';
import { codeByKind, isMeasured, type Definition, type ScriptRequest } from '../request.ts';
import {
  comment,
  conditionText,
  formulaText,
  inSet,
  labelled,
  listed,
  numeral,
  orMissing,
  quoted,
  rawName,
  textsIn,
  type Reading,
} from './text.ts';

export interface Writing extends ScriptRequest {
  readonly words: ScriptWords;
  readonly reading: Reading;
}

/** In UTF-8. */
const bytes = (text: string): number =>
  [...text].reduce((sum, sign) => sum + 1 + [0x80, 0x800, 0x10000].filter((from) => sign.codePointAt(0)! >= from).length, 0);
const widthOf = (column: Column | undefined): number =>
  column?.kind === 'text' ? Math.max(1, ...column.levels.map((level) => bytes(level))) : 0;

/** `header`: the names of the file's columns, in its order. Null: this sort of file is not read. */
export function readCode({ plan, path, frame, reading, words }: Writing, header: readonly string[]): readonly string[] | null {
  const { data } = plan;
  if (data === null) return [];
  const file = quoted(path(data.file));
  const ending = data.file.slice(data.file.lastIndexOf('.') + 1).toLowerCase();
  const mapped = (data.columns ?? []).flatMap((one): string[] => {
    if (one.broken === true || columnOf(frame, one.from)?.joinedFrom !== undefined) return [];
    const name = rawName(reading, one.name);
    if (one.values === null) return [`COMPUTE ${name} = ${rawName(reading, one.from)}.`];
    const width = Math.max(1, ...one.values.map(({ text }) => bytes(text)));
    return [
      `STRING ${name} (A${width}).`,
      ...one.values.flatMap(({ text, codes }) => {
        const inside = inSet(codes, rawName(reading, one.from), textsIn(codes, one.from, frame));
        return inside === null ? [] : [`IF (${inside}) ${name} = ${quoted(text)}.`];
      }),
    ];
  });
  for (const { name, of } of data.either ?? []) {
    const own = of.find((one) => columnOf(frame, one) !== undefined);
    if (own !== undefined) mapped.push(`COMPUTE ${rawName(reading, name)} = ${rawName(reading, own)}.`);
  }
  const joins = data.joins.map((join) => comment(words.absent(words.joined(join.file, join.on))));
  const rest = ['COMPUTE case_ = $CASENUM.', 'EXECUTE.', ...mapped, ...joins, ''];
  if (ending === 'sav' || ending === 'zsav') {
    const own = frame.columns.filter(
      (column) => column.joinedFrom === undefined && !(data.columns ?? []).some((one) => one.name === column.name),
    );
    return [
      `GET FILE=${file}.`,
      'MISSING VALUES ALL ().',
      `RENAME VARIABLES\n    ${listed(own.map((column) => `(${column.name} = ${rawName(reading, column.name)})`))}.`,
      ...rest,
    ];
  }
  if (!['csv', 'tsv', 'txt'].includes(ending) || header.length === 0) return null;
  const layout = frame.about?.layout;
  const encoding = (data.encoding ?? frame.about?.encoding ?? 'UTF-8').toUpperCase();
  const variables = header.map((name, at) => {
    const column = columnOf(frame, name);
    const from = (data.columns ?? []).some((one) => one.name === name) ? undefined : column;
    const own = from === undefined ? reading.names.of(`unread_${at + 1}`) : rawName(reading, name);
    return `${own} ${from?.kind === 'number' ? 'F24.0' : `A${Math.max(widthOf(from), 40)}`}`;
  });
  return [
    `GET DATA /TYPE=TXT /FILE=${file} /ENCODING=${quoted(encoding)}`,
    `  /ARRANGEMENT=DELIMITED /DELIMITERS=${quoted(layout?.separator === '\t' ? '\\t' : (layout?.separator ?? ','))} /QUALIFIER='"'`,
    `  /FIRSTCASE=${(data.header?.last ?? layout?.header.last ?? 1) + 1}`,
    `  /VARIABLES=\n    ${listed(variables)}.`,
    ...rest,
  ];
}

type Variable = Exclude<Definition, { readonly kind: 'index' | 'composite' }>;

export function variableCode(writing: Writing, one: Variable): readonly string[] | string {
  const { reading, language } = writing;
  const code = codeByKind<Writing, readonly string[] | string>(
    { indicator: indicatorCode, number: numberCode, category: categoryCode, group: groupCode },
    writing,
    one,
  );
  if (typeof code === 'string' || code.length === 0) return code;
  return [...code, `VARIABLE LABELS ${reading.names.of(one.name)} ${labelled(labelText(one.label, language, one.name))}.`];
}

function groupCode(
  { reading, plan }: Writing,
  one: Extract<Variable, { readonly kind: 'dimension' | 'block' | 'choices' }>,
): readonly string[] {
  if (!isMeasured(one.members, plan)) return [];
  return [`COMPUTE ${reading.names.of(one.name)} = MEAN(${one.members.map((member) => reading.names.of(member)).join(', ')}).`];
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
  const raw = rawName(reading, column);
  const missing = own ?? missingIn(source, plan.data?.missing ?? []);
  if (source.kind === 'number') {
    const gone = inSet(missing, raw, null);
    return [`COMPUTE ${name} = ${raw}.`, ...(gone === null ? [] : [`IF (${gone}) ${name} = $SYSMIS.`])];
  }
  const numbers = levelNumbers(source);
  const gone = new Set(textsIn(missing, column, frame));
  const found = source.levels.flatMap((level, at): [string, number][] => {
    const value = numbers[at] ?? pointLabelled(level, labels);
    return value === null || gone.has(level) ? [] : [[level, value]];
  });
  if (found.length > 500) return undefined;
  return [
    `COMPUTE ${name} = $SYSMIS.`,
    ...found.map(([level, value]) => `IF (RTRIM(${raw}) = ${quoted(level)}) ${name} = ${numeral(value)}.`),
  ];
}

function indicatorCode(writing: Writing, one: IndicatorPlan): readonly string[] | string {
  const { plan, reading, words } = writing;
  const name = reading.names.of(one.name);
  const asked = one.askedOn ?? one.scale;
  const scale = one.scale ?? asked;
  const lines = numbersCode(
    writing,
    name,
    one.column,
    one.missing,
    labelsOf(one.askedOn === null ? one.scale : (one.askedOn.scale ?? null)),
  );
  if (lines === undefined) return `from ${one.column}`;
  if (asked === null || scale === null) return lines;
  if (plan.data?.outOfRange !== 'kept')
    lines.push(`IF (${name} < ${numeral(asked.low)} OR ${name} > ${numeral(asked.high)}) ${name} = $SYSMIS.`);
  if (asked.low !== scale.low || asked.high !== scale.high) {
    const [from, to] = [asked, scale].map(({ low, high }) => `${low}..${high}`) as [string, string];
    lines.push(comment(words.brought(from, to)));
    lines.push(
      `COMPUTE ${name} = ${numeral(scale.low)} + (${name} - ${numeral(asked.low)}) *`,
      `  ${numeral(scale.high - scale.low)} / ${numeral(asked.high - asked.low)}.`,
    );
  }
  if (one.reversed) lines.push(comment(words.reversed), `COMPUTE ${name} = ${numeral(scale.low + scale.high)} - ${name}.`);
  return lines;
}

function numberCode(writing: Writing, one: NumberPlan): readonly string[] | string {
  const { reading, plan } = writing;
  const name = reading.names.of(one.name);
  if (one.chosen !== undefined) return 'split';
  if (one.per !== undefined) return `per ${one.per}`;
  if (one.rescale !== undefined && one.rescale.goalposts === null) return 'rescale';
  let lines: string[];
  if (one.when !== undefined) {
    const condition = conditionText(one.when, reading);
    if (condition === undefined) return 'when';
    lines = [`COMPUTE ${name} = ${condition}.`];
  } else if (one.formula !== null) {
    const formula = formulaText(one.formula, reading);
    if (formula === undefined) return '=';
    lines = [`COMPUTE ${name} = ${formula}.`];
    const gone = one.missing === null ? null : inSet(one.missing, name, null);
    if (gone !== null) lines.push(`IF (${gone}) ${name} = $SYSMIS.`);
  } else {
    const found = numbersCode(writing, name, one.column ?? one.name, one.missing, new Map());
    if (found === undefined) return `from ${one.column ?? one.name}`;
    lines = found;
  }
  const { within } = one;
  if (within !== undefined && (one.formula !== null || plan.data?.outOfRange !== 'kept'))
    lines.push(`IF (NOT (${inSet([{ kind: 'range', low: within.low, high: within.high }], name, null)!})) ${name} = $SYSMIS.`);
  const ends = one.rescale ?? (within?.low != null && within.high !== null ? { low: within.low.value, high: within.high.value } : null);
  if (one.rescale?.goalposts != null) {
    const { low, high, goalposts } = one.rescale;
    lines.push(
      `COMPUTE ${name} = ${numeral(low)} + (MIN(MAX(${name}, ${numeral(goalposts.low)}), ${numeral(goalposts.high)}) -`,
      `  ${numeral(goalposts.low)}) *`,
      `  ${numeral(high - low)} / ${numeral(goalposts.high - goalposts.low)} + ${orMissing(name)}.`,
    );
  }
  if (one.reversed === true && ends !== null) lines.push(`COMPUTE ${name} = ${numeral(ends.low + ends.high)} - ${name}.`);
  return lines;
}

function categoryCode({ reading, frame, plan, language }: Writing, one: CategoryPlan): readonly string[] | string {
  if (one.quantiles !== undefined) return 'quantiles';
  const name = reading.names.of(one.name);
  const column = one.column ?? one.name;
  const source = one.variable === null ? columnOf(frame, column) : undefined;
  if (one.variable === null && (source === undefined || source.joinedFrom !== undefined)) return `from ${column}`;
  const value = one.variable === null ? rawName(reading, column) : reading.names.of(one.variable);
  const missing = one.missing ?? (source === undefined ? [] : missingIn(source, plan.data?.missing ?? []));
  const inside = (set: ValueSet): string | null => inSet(set, value, source === undefined ? null : textsIn(set, column, frame));
  const lines = [`COMPUTE ${name} = $SYSMIS.`];
  // The first level that holds an answer has it: the last is written first.
  for (const [at, { codes }] of [...one.levels.entries()].reverse()) {
    const found = inside(codes);
    if (found !== null) lines.push(`IF (${found}) ${name} = ${at + 1}.`);
    if (codes.some((code) => code.kind === 'blank'))
      lines.push(`IF (${source?.kind === 'text' ? `${value} = ''` : `MISSING(${value})`}) ${name} = ${at + 1}.`);
  }
  const gone = inside(missing);
  if (gone !== null) lines.push(`IF (${gone}) ${name} = $SYSMIS.`);
  const levels = one.levels.map((level, at) => `${at + 1} ${labelled(labelText(level.label, language, level.name))}`);
  lines.push(`VALUE LABELS ${name}\n    ${listed(levels)}.`);
  return lines;
}
