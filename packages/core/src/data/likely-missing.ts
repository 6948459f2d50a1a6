// Codes that look like "no answer" and are declared nowhere: by their words in the file (-8 不适用, 99 don't know), by what their platform
// writes, or by standing apart from all answers (-99, 999). They are proposed, one problem a file, and never taken out unasked.
import type { Code, ValueSet, VariablePlan } from '../contract/variables.ts';
import { derivation, plain, same } from '../memo/derivation.ts';
import type { Memo } from '../memo/memo.ts';
import { likelyMissing } from '../problems/data/likely-missing.ts';
import { outOfRange } from '../problems/data/out-of-range.ts';
import { unlistedCode } from '../problems/data/unlisted-code.ts';
import { raise, type Problem } from '../problems/problem.ts';
import type { Platform } from './codebook.ts';
import { tallyIn } from '../counts/points.ts';
import { columnOf, missingIn, type Column, type Frame } from './frame.ts';
import type { SurveyPlan } from './survey-plan.ts';
import { codesShared, numericCells, pointCells, setMatchesNumber, withinBounds, writeNumber, writeValueSet } from './values.ts';

/** Words that say of themselves that there is no answer. */
const REFUSED = new RegExp(
  String.raw`不适用|不適用|拒绝|拒絕|拒答|无法判断|無法判斷|无法回答|没有回答|沒有回答|未回答|未作答|无回答|無回答|不回答|不愿回答|缺失|跳过|跳過|跳答|无应答|遗漏` +
    String.raw`|\brefus(?:ed|al)\b|\b(?:no|not) (?:answer|response)(?:ed)?\b|\binapplicable\b|\bmissing\b|\bskipped\b|\bprefer not\b` +
    String.raw`|\bnot (?:applicable|asked|stated|available|ascertained|in universe)\b|\bbreak-?off\b|^n\.?\/?a\.?$` +
    String.raw`|keine angabe|trifft nicht zu|verweigert`,
  'iu',
);
/** Words that are an answer to some questions: they need a code that stands apart too. */
const UNSURE = new RegExp(
  String.raw`不知道|不清楚|说不清|說不清|不了解|难以回答|難以回答|\bdo(?:n['’]?t| not) know\b|^dk\b|\bunknown\b` +
    String.raw`|\bcan(?:['’]?t|not) choose\b|weiß nicht`,
  'iu',
);

/** Codes that people and programs take for no answer: -1 to -10, 7, 8, 9, and 66, 77, 88, 99, 97, 98, 999 and their like. */
function isCodeLike(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  const digits = String(Math.abs(value));
  return (value < 0 && value >= -10) || /^(?:[789]|([6-9])\1+|9+[5-9])$/u.test(digits);
}

/** What platforms write. */
const OF_PLATFORM: Readonly<Partial<Record<Platform, readonly number[]>>> = { Wenjuanxing: [-3, -2], Tencent: [-3, -2], Qualtrics: [-99] };

interface Proposed {
  readonly code: number;
  readonly label: string | null;
  readonly count: number;
  /** Its words or its platform say so; else it only stands apart. */
  readonly said: boolean;
}

/** Codes of one variable, in order of value. */
const proposedOf = derivation(
  'likely-missing',
  { variable: plain<VariablePlan>(), column: same<Column>(), missing: plain<ValueSet>(), platform: plain<Platform | null>() },
  ({ variable, column, missing, platform }): readonly Proposed[] => {
    const counts = new Map<number, number>();
    const coded = pointCells(column, missing)?.values;
    if (coded === undefined) {
      for (const value of numericCells(column, missing).values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    } else {
      const tally = tallyIn(coded);
      for (const [code, value] of coded.values.entries())
        if (tally[code]! > 0 && !Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + tally[code]!);
    }
    const labels = new Map((column.valueLabels ?? []).map(({ value, label }) => [value, label]));
    const isAnswer = answersOf(variable);
    const open = isOpen(variable);
    const others = [...counts.keys()].filter((value) => !isCodeLike(value));
    // As arguments of one call a million of them would be too many.
    const low = others.reduce((least, value) => Math.min(least, value), Infinity);
    const high = others.reduce((most, value) => Math.max(most, value), -Infinity);
    const apart = (value: number): boolean =>
      open ? others.length > 0 && isCodeLike(value) && (value < 0 ? low >= 0 : value > 3 * high) : isCodeLike(value);
    return [...counts]
      .filter(([value]) => !isAnswer(value))
      .flatMap(([code, count]): Proposed[] => {
        const label = labels.get(code) ?? null;
        const said =
          (label !== null && (REFUSED.test(label) || (UNSURE.test(label) && (!open || isCodeLike(code))))) ||
          (platform !== null && (OF_PLATFORM[platform]?.includes(code) ?? false) && (!open || low >= 0));
        const alone = label === null && apart(code) && (!open || code < 0 || count > 1);
        return said || alone ? [{ code, label, count, said }] : [];
      })
      .sort((a, b) => a.code - b.code);
  },
);

/** A number that may have any value: a code is counted as an amount. */
const isOpen = (variable: VariablePlan): boolean =>
  variable.kind === 'number'
    ? variable.within === undefined && variable.chosen === undefined
    : variable.kind === 'category' && variable.quantiles !== undefined;

/** Whether a code is an answer by the declaration. */
function answersOf(variable: VariablePlan): (value: number) => boolean {
  if (variable.kind === 'category' && variable.quantiles !== undefined) return () => false;
  if (variable.kind === 'category') return (value) => variable.levels.some(({ codes }) => setMatchesNumber(codes, value));
  if (variable.kind === 'number') {
    const { chosen, within } = variable;
    // What is no tick of an option is an answer too: another option's, in a cell of several.
    if (chosen !== undefined) return chosen.split === null ? (value) => setMatchesNumber(chosen.codes, value) : () => true;
    return within === undefined ? () => false : (value) => withinBounds(value, within.low, within.high);
  }
  const asked = variable.askedOn ?? variable.scale;
  return asked === null ? () => false : (value) => value >= asked.low && value <= asked.high;
}

/** A variable with the column that it is read from, and what stands for no answer there. */
interface Asked {
  readonly variable: VariablePlan;
  readonly column: Column;
  readonly proposed: readonly Proposed[];
}

/**
 * A proposal a file, with the problems of `told` that it explains taken out: one problem for one cause. Where a code is an answer elsewhere
 * in the study, each variable has a clause of its own.
 */
export function withLikelyMissing(plan: SurveyPlan, frame: Frame, told: readonly Problem[], memo: Memo): readonly Problem[] {
  const files = new Map<string | null, Asked[]>([[null, []]]);
  for (const variable of plan.variables) {
    const name = variable.kind === 'category' && variable.variable !== null ? null : variable.column;
    const column = name === null ? undefined : columnOf(frame, name);
    const from = column?.joinedFrom ?? null;
    // What stands for no answer in a mapped column has been taken out.
    if (column === undefined || (column.missing !== undefined && from === null)) continue;
    const missing = variable.missing ?? missingIn(column, plan.data?.missing ?? []);
    const platform = from === null ? (frame.about?.export?.platform ?? null) : null;
    const proposed = proposedOf(memo, { variable: { ...variable, label: [] }, column, missing, platform });
    files.set(from, [...(files.get(from) ?? []), { variable, column, proposed }]);
  }
  const problems: Problem[] = [];
  const explained = new Map<string, ReadonlySet<string>>();
  for (const [from, asked] of files) {
    const problem = proposal(plan, frame, from, asked);
    if (problem === null) continue;
    problems.push(problem);
    for (const { variable, proposed } of asked) explained.set(variable.name, new Set(proposed.map(({ code }) => writeNumber(code))));
  }
  return problems.length === 0 ? told : [...told.filter((one) => !isExplained(one, explained)), ...problems];
}

/** `from`: the joined file; null is that of the answers. */
function proposal(plan: SurveyPlan, frame: Frame, from: string | null, asked: readonly Asked[]): Problem | null {
  const found = asked.filter(({ proposed }) => proposed.length > 0);
  const [only] = found;
  // A single item with a code that only stands apart is told with its answers.
  if (only === undefined || (found.length === 1 && !isOpen(only.variable) && !only.proposed.some(({ said }) => said))) return null;
  const codes = new Map<number, { label: string | null; count: number }>();
  for (const { code, label, count } of found.flatMap(({ proposed }) => proposed)) {
    const before = codes.get(code);
    codes.set(code, { label: before?.label ?? label, count: (before?.count ?? 0) + count });
  }
  const sorted = [...codes.keys()].sort((a, b) => a - b);
  const at = from === null ? -1 : (plan.data?.joins.findIndex(({ file }) => file === from) ?? -1);
  const outer = (from === null ? plan.data?.missing : plan.data?.joins[at]?.missing) ?? [];
  const listed = (set: ValueSet, more: readonly number[]): string =>
    writeValueSet([...set, ...more.map((value): Code => ({ kind: 'number', value })).filter((code) => !codesShared(code, set))]);
  const clash = sorted.some((code) => asked.some((one) => isTaken(code, one)));
  const isOwn = ({ variable }: Asked): boolean => clash || variable.missing !== null;
  const clauses = new Map<string, string[]>();
  for (const { variable, proposed } of found.filter(isOwn)) {
    const clause = listed(
      variable.missing ?? outer,
      proposed.map(({ code }) => code),
    );
    clauses.set(clause, [...(clauses.get(clause) ?? []), variable.name]);
  }
  const shared = found.filter((one) => !isOwn(one)).flatMap(({ proposed }) => proposed.map(({ code }) => code));
  const block = [...new Set(shared)].sort((a, b) => a - b);
  return raise(
    likelyMissing,
    {
      file: from ?? frame.file,
      codes: sorted.map((code) => ({ code: writeNumber(code), ...codes.get(code)! })),
      variables: found.length,
      numbers: found.filter(({ variable }) => isOpen(variable)).map(({ variable }) => variable.name),
      join: from,
      clauses: [
        ...(block.length === 0 ? [] : [{ missing: listed(outer, block), variables: [] }]),
        ...[...clauses].map(([missing, variables]) => ({ missing, variables })),
      ],
    },
    { at: from !== null ? `data/join/${at}` : outer.length > 0 ? 'data/missing' : 'data', data: { file: from ?? frame.file } },
  );
}

/** Outside its own proposal the code stands for an answer: it is a point, a level, or occurs among amounts. */
function isTaken(code: number, { variable, column, proposed }: Asked): boolean {
  if (variable.missing !== null || proposed.some((one) => one.code === code)) return false;
  if (answersOf(variable)(code)) return true;
  if (variable.kind !== 'number' || column.kind !== 'number') return false;
  if (column.points === undefined) return column.values.includes(code);
  const { points } = column;
  return points.values.some((value, at) => value === code && tallyIn(points)[at]! > 0);
}

function isExplained(problem: Problem, codes: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  if (problem.code !== outOfRange.code && problem.code !== unlistedCode.code) return false;
  const { variable, values, distinct, kept } = problem.facts as unknown as {
    variable: string;
    values: readonly { readonly value: string }[];
    distinct: number;
    kept?: boolean;
  };
  const own = codes.get(variable);
  return kept !== true && own !== undefined && values.length === distinct && values.every(({ value }) => own.has(value));
}
