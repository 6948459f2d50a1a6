// Which codes of another survey make up which level: by labels, by yes and no, by groups of numbers, and where labels fail by order.
import { writeValueSet, type CategoryPlan, type Code, type ColumnSchema, type DraftNote } from '@studyspec/core';
import { binOf, type Bin, type CodebookEntry } from './codebook.ts';
import { likenessAmong, termsOf } from './similarity.ts';

export interface LevelMatch {
  /** Codes of each level, as the spec writes them; null when a level has none. */
  readonly levels: readonly { readonly name: string; readonly codes: string | null }[];
  /** Why this is no more than a guess; null when labels agree. */
  readonly guess: DraftNote | null;
}

type Level = CategoryPlan['levels'][number];

/** Null when nothing can be said. `answers` are the column's values without the missing ones. */
export function matchLevels(
  category: CategoryPlan,
  entry: CodebookEntry | null,
  column: ColumnSchema,
  answers: readonly string[],
): LevelMatch | null {
  const { levels } = category;
  if (entry !== null && entry.codes.length >= 2)
    return byLabels(
      levels,
      entry.codes.map(({ code, label }) => ({ text: String(code), label })),
      entry.labels.join(' '),
    );
  const many = column.kind === 'number' && answers.length > Math.max(levels.length, 2);
  if (entry !== null && entry.bins.length === levels.length)
    return {
      levels: levels.map((level, at) => ({ name: level.name, codes: writeBin(entry.bins[at]!, entry.bins[at + 1] ?? null, column) })),
      guess: null,
    };
  const bins = levels.map((level) => level.label.map((one) => binOf(one.text)).find((bin) => bin !== null) ?? null);
  if (many && bins.every((bin): bin is Bin => bin !== null))
    return {
      levels: levels.map((level, at) => ({ name: level.name, codes: writeBin(bins[at]!, bins[at + 1]!, column) })),
      guess: { is: 'groups by labels' },
    };
  if (column.kind === 'text') {
    const found = byLabels(
      levels,
      answers.map((text) => ({ text: JSON.stringify(text), label: text })),
      '',
    );
    return found;
  }
  // The same codes as the original's: nothing contradicts them, nothing confirms them.
  const own = levels.flatMap((level) => level.codes);
  const covered = answers.length > 0 && answers.every((answer) => own.some((code) => holds(code, Number(answer))));
  return covered
    ? {
        levels: levels.map((level) => ({ name: level.name, codes: writeValueSet(level.codes) })),
        guess: { is: 'codes of the original' },
      }
    : null;
}

function holds(code: Code, value: number): boolean {
  if (code.kind === 'number') return code.value === value;
  return code.kind === 'range' && (code.low === null || value >= code.low.value) && (code.high === null || value <= code.high.value);
}

/** Groups of whole numbers meet at whole numbers; otherwise each goes up to where the next begins. */
function writeBin(bin: Bin, next: Bin | null, column: ColumnSchema): string {
  const whole = column.integers;
  if (bin.low !== null && bin.low === bin.high) return String(bin.low);
  if (bin.high === null) return bin.lowOpen ? (whole ? `${bin.low! + 1}..` : `${bin.low}<..`) : `${bin.low}..`;
  const low = bin.low === null ? '' : String(bin.lowOpen && whole ? bin.low + 1 : bin.low);
  if (low === String(bin.high)) return low;
  if (bin.lowOpen && !whole && bin.low !== null) return `${bin.low}<..${bin.high}`;
  if (bin.highOpen) return `${low}..<${bin.high}`;
  const gap = !whole && next?.low != null && !next.lowOpen && next.low > bin.high;
  return gap ? `${low}..<${next.low}` : `${low}..${bin.high}`;
}

function byLabels(levels: readonly Level[], codes: readonly { text: string; label: string }[], question: string): LevelMatch {
  const wording = (level: Level): string => `${level.name.replaceAll('_', ' ')} ${level.label.map((one) => one.text).join(' ')}`;
  const likeness = likenessAmong([...levels.map(wording), ...codes.map((code) => code.label)]);
  const table = codes.map((code) =>
    levels.map((level) =>
      Math.max(likeness(code.label, level.name.replaceAll('_', ' ')), ...level.label.map((one) => likeness(code.label, one.text))),
    ),
  );
  const chosen: (number | null)[] = codes.map((_, at) => {
    const row = table[at]!;
    const top = Math.max(...row);
    return top >= 0.35 && row.filter((value) => value === top).length === 1 ? row.indexOf(top) : null;
  });
  let guess: DraftNote | null = null;
  const yes = codes.findIndex((code) => /^(?:yes|是|有)$/iu.test(code.label.trim()));
  const no = codes.findIndex((code) => /^(?:no|否|没有|无)$/iu.test(code.label.trim()));
  if (levels.length === 2 && codes.length === 2 && yes >= 0 && no >= 0) {
    const negated = levels.findIndex((level) => isNegated(wording(level)));
    if (negated >= 0) {
      chosen[yes] = 1 - negated;
      chosen[no] = negated;
      guess = {
        is: 'yes and no',
        yes: levels[1 - negated]!.name,
        no: levels[negated]!.name,
        question: question === '' ? null : question.slice(0, 40),
      };
    }
  }
  if (chosen.includes(null)) {
    const ordered = inOrder(table, levels.length);
    const agrees = ordered !== null && chosen.every((level, at) => level === null || level === ordered[at]);
    const free = levels.map((_, at) => at).filter((at) => !chosen.includes(at));
    const negated = levels.findIndex((level) => isNegated(wording(level)));
    guess = { is: agrees ? 'codes by order' : 'codes of what is left' };
    const rest = agrees ? null : free.length === 1 ? free[0]! : negated >= 0 ? negated : null;
    for (const [at, level] of chosen.entries()) if (level === null) chosen[at] = agrees ? ordered[at]! : rest;
    if (chosen.includes(null)) guess = { is: 'codes of no level' };
  }
  return {
    levels: levels.map((level, at) => {
      const own = codes.filter((_, code) => chosen[code] === at).map((code) => code.text);
      return { name: level.name, codes: own.length === 0 ? null : runs(own) };
    }),
    guess,
  };
}

function isNegated(text: string): boolean {
  return /(?:^|\s)(?:not?|never|un\p{L}+)(?:\s|$)/iu.test(text) || /未|不/u.test(text) || termsOf(text).includes('not');
}

/** Codes in order cut into as many runs as there are levels, with the greatest likeness. Null when there are fewer codes than levels. */
function inOrder(table: readonly (readonly number[])[], levels: number): number[] | null {
  const n = table.length;
  if (n < levels) return null;
  const best = Array.from({ length: n }, () => Array.from({ length: levels }, () => -Infinity));
  const from = Array.from({ length: n }, () => Array.from({ length: levels }, () => 0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < levels; j++) {
      const stay = i > 0 ? best[i - 1]![j]! : -Infinity;
      const step = i > 0 && j > 0 ? best[i - 1]![j - 1]! : -Infinity;
      const before = i === 0 && j === 0 ? 0 : Math.max(stay, step);
      from[i]![j] = step > stay ? j - 1 : j;
      best[i]![j] = before + table[i]![j]!;
    }
  }
  const path = Array.from({ length: n }, () => 0);
  let level = levels - 1;
  if (best[n - 1]![level] === -Infinity) return null;
  for (let i = n - 1; i >= 0; i--) {
    path[i] = level;
    level = from[i]![level]!;
  }
  return path;
}

/** `2 | 3 | 4 | 5` as `2..5` where whole numbers follow each other. */
function runs(codes: readonly string[]): string {
  const numbers = codes.map(Number);
  const row = codes.length > 2 && numbers.every((value, at) => Number.isInteger(value) && (at === 0 || value === numbers[at - 1]! + 1));
  return row ? `${codes[0]!}..${codes.at(-1)!}` : codes.join(' | ');
}
