// Keys of one column that a person would take for one, that are one though they are written in two ways, or that their file does not store
// exactly. How keys compare is keys.ts.
import { numbersIn, type Column, type Frame } from './frame.ts';
import { firstAlike, isShortened, keyOf, likenessOf, stayApart } from './keys.ts';
import { PackedTexts } from './packed-texts.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { inexactKeys } from '../problems/data/inexact-keys.ts';
import { lookAlikeKeys } from '../problems/data/look-alike-keys.ts';
import { shortenedKeys } from '../problems/data/shortened-keys.ts';
import { writeNumber } from './values.ts';

/** Whole numbers beyond 2^53 are no longer told apart by a double. */
const EXACT = Number.MAX_SAFE_INTEGER;

/** An error where the file stores the keys as numbers that are too large to be exact; nothing else is to be said of such keys. */
export function inexact(column: Column, frame: Frame, as: 'id' | 'cluster' | 'stratum' | 'key' | 'category', at: string): Problem[] {
  const example = inexactIn(column, frame);
  if (example === undefined) return [];
  const cells: Iterable<number> = column.kind === 'text' ? column.codes : column.values;
  const filled = [...cells].filter((cell) => (column.kind === 'text' ? cell >= 0 : !Number.isNaN(cell)));
  const facts = { column: column.name, file: frame.file, as, example, distinct: new Set(filled).size, rows: filled.length };
  return [raise(inexactKeys, facts, { at, data: { file: frame.file, column: column.name, value: example } })];
}

function inexactIn(column: Column, frame: Frame): string | undefined {
  if (column.kind === 'text') return frame.about?.format === 'xlsx' ? column.levels.find(isShortened) : undefined;
  if (!numbersIn(column).some((value) => Math.abs(value) > EXACT)) return undefined;
  const found = column.values.find((value) => Math.abs(value) > EXACT);
  return found === undefined ? undefined : writeNumber(found);
}

/** At most one problem of each sort for a column, at the plan path of the clause that makes it a key. */
export function lookAlikes(column: Column, frame: Frame, at: string): Problem[] {
  if (column.kind === 'number') return [];
  const { levels } = column;
  let pair: { first: string; second: string; same: boolean } | null = null;
  let count = 0;
  const first = stayApart(levels, likenessOf) ? [] : firstAlike(levels, likenessOf);
  for (const [at, before] of first.entries()) {
    if (before === at) continue;
    count++;
    // Two that stay two are worse than two that are taken as one.
    if (pair !== null && !(pair.same && keyOf(levels.at(before)!) !== keyOf(levels.at(at)!))) continue;
    pair = { first: levels.at(before)!, second: levels.at(at)!, same: keyOf(levels.at(before)!) === keyOf(levels.at(at)!) };
  }
  const shortened = levels instanceof PackedTexts && !levels.holds(0x2b) ? [] : levels.filter(isShortened);
  const data = { file: frame.file, column: column.name };
  return [
    ...(pair === null
      ? []
      : [raise(lookAlikeKeys, { column: column.name, file: frame.file, ...pair, count }, { at, data: { ...data, value: pair.second } })]),
    ...(shortened.length < 2
      ? []
      : [
          raise(
            shortenedKeys,
            { column: column.name, file: frame.file, example: shortened[0]!, count: shortened.length },
            { at, data: { ...data, value: shortened[0]! } },
          ),
        ]),
  ];
}
