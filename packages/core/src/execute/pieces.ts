// The pieces of an execution: one a variable, a group, a job. A piece is run when something of it is asked for, after those whose scores it
// needs; what it finds is its own. What a piece computes is run-*.ts'; in which order everything stands is execute.ts'.
import { letGoOfRemade } from '../counts/remade.ts';
import { once } from '../numerics/once.ts';
import { hearingParts } from '../numerics/parts.ts';
import type { Problem } from '../problems/problem.ts';
import { tellStep, type PieceKind } from '../contract/steps.ts';
import { formatName, type Quantities, type Quantity, type QuantitySource } from '../contract/quantity.ts';
import { collector, type Collected } from '../methods/collector.ts';
import { orReason } from '../rowless/needs-rows.ts';
import type { State } from '../methods/state.ts';

export interface Piece<T> {
  /** Names that its addresses may begin with. */
  readonly heads: readonly string[];
  readonly run: () => Found<T>;
  /** What it found, if it was run. */
  readonly found: () => Found<T> | null;
  /** Told when it begins, how far it is and when it ends; `counted` sets it. */
  counting: { readonly begins: () => void; readonly at: (share: number) => void; readonly ends: () => void } | null;
}

export interface Found<T> {
  readonly result: T;
  readonly quantities: Quantities;
  readonly problems: readonly Problem[];
}

/** `compute` shares the scores of `whole`, and has quantities and problems of its own. */
export function piece<T>(whole: State, heads: readonly string[], compute: (state: State) => T): Piece<T> {
  let found: Found<T> | null = null;
  const run = once((): Found<T> => {
    const state: State = { ...whole, quantities: collector(), problems: [] };
    own.counting?.begins();
    try {
      found = hearingParts(own.counting?.at ?? null, () =>
        whole.coded.rowless === undefined
          ? { result: compute(state), quantities: state.quantities.map, problems: state.problems }
          : withoutRows(whole, state, compute),
      );
    } finally {
      letGoOfRemade();
      own.counting?.ends();
    }
    return found;
  });
  const own: Piece<T> = { heads, run, found: () => found, counting: null };
  return own;
}

/** A piece of whose beginning somebody who waits is told, by its name; `cost`: about what it takes, in any unit. */
export interface CountedPiece {
  readonly kind: PieceKind;
  readonly name: string;
  readonly cost: number;
  readonly piece: Piece<unknown>;
}

/** Pieces whose steps are told from now on: how much of what all of them cost is done. */
export function counted(pieces: readonly CountedPiece[]): void {
  const of = pieces.reduce((sum, { cost }) => sum + cost, 0);
  const open: CountedPiece[] = [];
  let done = 0;
  const told = (share = 0): void => {
    const one = open.at(-1);
    if (one !== undefined) tellStep({ is: 'computing', kind: one.kind, name: one.name, done: done + share * one.cost, of, share });
  };
  for (const one of pieces)
    one.piece.counting = {
      begins: () => {
        open.push(one);
        told();
      },
      at: told,
      ends: () => {
        done += one.cost;
        // A piece that another one needed first: that one goes on.
        open.pop();
        told();
      },
    };
}

/**
 * What needs rows, of which there are none: the same piece of a study in which nobody has answered, with all its addresses and, in the
 * place of every number, the reason.
 */
function withoutRows<T>(whole: State, state: State, compute: (state: State) => T): Found<T> {
  const tried = orReason(() => compute(state));
  if ('value' in tried) return { result: tried.value, quantities: state.quantities.map, problems: state.problems };
  const { coded } = whole;
  const nobody: State = {
    ...whole,
    scores: new Map([...whole.scores].map(([name]) => [name, new Float64Array(0)])),
    failed: new Map(whole.failed),
    quantities: collector(),
    problems: [],
    coded: {
      ...coded,
      rows: 0,
      numbers: new Map([...whole.variables.values()].flatMap((one) => (one.kind === 'category' ? [] : [[one.name, new Float64Array(0)]]))),
      categories: new Map([...coded.categories].map(([name]) => [name, new Int32Array(0)])),
    },
  };
  const { rowless: _, ...plain } = nobody.coded;
  const result = compute({ ...nobody, coded: plain });
  for (const name of [...nobody.failed.keys(), ...nobody.scores.keys()])
    if (!whole.failed.has(name) && !whole.scores.has(name)) whole.failed.set(name, tried.reason);
  return { result, quantities: nobody.quantities.map.without(tried.reason), problems: [] };
}

/** The quantity at an address, from whichever piece has it. */
export function askedOf(pieces: readonly Piece<unknown>[]): QuantitySource {
  const byHead = new Map<string, Piece<unknown>[]>();
  for (const one of pieces) {
    for (const head of one.heads) {
      const name = formatName(head);
      const known = byHead.get(name);
      if (known === undefined) byHead.set(name, [one]);
      else known.push(one);
    }
  }
  return {
    get(address): Quantity | undefined {
      // A head may hold dots (a copied component, `second.economic`), so every front part is tried.
      for (let end = 0; end <= address.length; end += 1) {
        const sign = address.charAt(end);
        if (sign !== '.' && sign !== '(' && sign !== '') continue;
        for (const one of byHead.get(address.slice(0, end)) ?? []) {
          const quantity = one.run().quantities.get(address);
          if (quantity !== undefined) return quantity;
        }
        if (sign === '(') return undefined;
      }
      return undefined;
    },
  };
}

/** Everything that all pieces have, in their order. */
export function allOf(pieces: readonly Piece<unknown>[]): Collected {
  const { map, add } = collector();
  for (const one of pieces) add(one.run().quantities);
  return map;
}
