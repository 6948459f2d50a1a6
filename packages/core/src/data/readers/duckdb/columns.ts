// Columns of a table of DuckDB as its rows come, piece by piece: numbers, or places in a list of texts. Few different ones are kept as
// codes from the first row on, so that no column of few answers is ever held as numbers. What they mean is table.ts'.
import { coding, emptyCodes, MOST_POINTS, type Codes } from '../../../counts/points.ts';

/** What can be handed from thread to thread. */
export type Gathered =
  | { readonly is: 'codes'; readonly codes: Codes; readonly values: Float64Array }
  | { readonly is: 'numbers'; readonly values: Float64Array }
  | { readonly is: 'texts'; readonly codes: Codes; readonly levels: readonly string[] };

/** Numbers, NaN where there is none. Infinite is none. */
export interface NumbersComing {
  readonly add: (values: Float64Array) => void;
  readonly end: () => Gathered;
}

/** Small whole numbers find their code by their place. */
const SMALL = 4096;

export function numbersComing(): NumbersComing {
  const small = new Int16Array(SMALL);
  const others = new Map<number, number>();
  const table: number[] = [];
  let codes: Int16Array[] | null = [];
  const floats: Float64Array[] = [];
  let rows = 0;
  /** The code of a number plus 1. */
  const learn = (value: number): number => {
    table.push(value);
    if (Number.isInteger(value) && value >= 0 && value < SMALL) small[value] = table.length;
    else others.set(value, table.length);
    return table.length;
  };
  const spread = (part: Int16Array): Float64Array => Float64Array.from(part, (code) => (code < 0 ? NaN : table[code]!));
  const finite = (value: number): number => (Number.isFinite(value) ? value + 0 : NaN);
  return {
    add(values) {
      rows += values.length;
      if (codes !== null) {
        const part = new Int16Array(values.length);
        for (let row = 0; row < values.length; row++) {
          const value = values[row]! + 0;
          if (value - value !== 0) part[row] = -1;
          else {
            const whole = value >= 0 && value < SMALL && Number.isInteger(value);
            const known = whole ? small[value]! : (others.get(value) ?? 0);
            part[row] = (known === 0 ? learn(value) : known) - 1;
          }
        }
        codes.push(part);
        if (table.length <= MOST_POINTS) return;
        for (const one of codes) floats.push(spread(one));
        codes = null;
      } else floats.push(values.map(finite));
    },
    end() {
      if (codes !== null && rows >= coding.from) {
        const values = Float64Array.from(table).sort();
        const at = new Map(Array.from(values, (value, code) => [value, code]));
        const places = table.map((value) => at.get(value)!);
        return { is: 'codes', codes: joinedCodes(codes, rows, values.length, places), values };
      }
      const all = codes === null ? floats : codes.map(spread);
      const values = new Float64Array(rows);
      let from = 0;
      for (const part of all) {
        values.set(part, from);
        from += part.length;
      }
      return { is: 'numbers', values };
    },
  };
}

/** Places in a list of texts, 0 where there is none. Levels come out in the order in which they first stand; white space is blank. */
export interface TextsComing {
  readonly add: (places: ArrayLike<number>) => void;
  readonly end: () => Gathered;
}

export function textsComing(texts: readonly string[]): TextsComing {
  const levels: string[] = [];
  const byText = new Map<string, number>();
  /** Of each place its level; -2 until it is met. A list that grows has more later. */
  const known: number[] = [];
  const parts: Int32Array[] = [];
  let rows = 0;
  const meet = (place: number): number => {
    const text = place === 0 ? '' : texts[place - 1]!.trim();
    let code = text === '' ? -1 : byText.get(text);
    if (code === undefined) byText.set(text, (code = levels.push(text) - 1));
    known[place] = code;
    return code;
  };
  return {
    add(places) {
      const part = new Int32Array(places.length);
      for (let row = 0; row < part.length; row++) part[row] = known[places[row]!] ?? meet(places[row]!);
      parts.push(part);
      rows += part.length;
    },
    end: () => ({ is: 'texts', codes: joinedCodes(parts, rows, rows < coding.from ? Infinity : levels.length, null), levels }),
  };
}

function joinedCodes(parts: readonly (Int16Array | Int32Array)[], rows: number, levels: number, places: readonly number[] | null): Codes {
  const codes = emptyCodes(rows, levels);
  let from = 0;
  for (const part of parts) {
    for (let row = 0; row < part.length; row++) {
      const code = part[row]!;
      codes[from + row] = code < 0 ? -1 : places === null ? code : places[code]!;
    }
    from += part.length;
  }
  return codes;
}
