// A small memory of computations: inputs are set, queries are asked and remember what they asked themselves. A query runs again
// only when an input or query that it read has another value than when it last ran (early cut-off: a query that runs and yields
// an equal value stops the wave). Nothing here knows what is computed. The scheme is rust-analyzer's salsa, in its smallest form.

/**
 * Thrown out of a computation that is no longer wanted. The memory stays whole: what was finished is kept, the rest runs again when asked
 * for.
 */
export class Cancelled extends Error {}

export interface Input<T> {
  get(key: string): T;
  /** True when the value is another one. */
  set(key: string, value: T): boolean;
  /** Keys that have been set, in order; reading them counts as reading an input. */
  keys(): readonly string[];
  delete(key: string): boolean;
}

export interface Query<T> {
  get(key: string): T;
  /** How often the query has run, for tests of what an edit costs. */
  runs(): number;
  /** Keeps nothing of a key: it is computed anew when it is asked for. What has read it goes on watching what it was made of. */
  forget(key: string): void;
}

export interface Memory {
  input<T>(missing: T, equal?: (a: T, b: T) => boolean): Input<T>;
  query<T>(compute: (key: string, before: T | undefined) => T, equal?: (a: T, b: T) => boolean): Query<T>;
  /** Counts the changes of inputs. */
  revision(): number;
  /** Runs `work`; whenever a query is about to run, `cancelled` is asked, and `Cancelled` thrown when it says so. */
  cancellable<T>(cancelled: () => boolean, work: () => T): T;
}

interface Cell {
  changedAt: number;
  refresh(): void;
}
interface Entry<T> extends Cell {
  value: T;
}
interface Computed<T> extends Cell {
  value: T | undefined;
  has: boolean;
  verifiedAt: number;
  reads: Set<Cell>;
  running: boolean;
}

export function memory(): Memory {
  let now = 1;
  let reader: Set<Cell> | null = null;
  let cancelled: () => boolean = () => false;
  const nothing = (): void => undefined;

  function input<T>(missing: T, equal: (a: T, b: T) => boolean = Object.is): Input<T> {
    const cells = new Map<string, Entry<T>>();
    const absent = new Map<string, Entry<T>>();
    const listing: Entry<readonly string[]> = { value: [], changedAt: now, refresh: nothing };
    const relist = (): void => {
      listing.value = [...cells.keys()];
      listing.changedAt = now;
    };
    return {
      get(key) {
        let cell = cells.get(key) ?? absent.get(key);
        if (cell === undefined) absent.set(key, (cell = { value: missing, changedAt: now, refresh: nothing }));
        reader?.add(cell);
        return cell.value;
      },
      set(key, value) {
        const cell = cells.get(key);
        if (cell !== undefined && equal(cell.value, value)) return false;
        now += 1;
        if (cell !== undefined) {
          cell.value = value;
          cell.changedAt = now;
          return true;
        }
        const fresh = absent.get(key) ?? { value, changedAt: now, refresh: nothing };
        absent.delete(key);
        fresh.value = value;
        fresh.changedAt = now;
        cells.set(key, fresh);
        relist();
        return true;
      },
      keys() {
        reader?.add(listing);
        return listing.value;
      },
      delete(key) {
        const cell = cells.get(key);
        if (cell === undefined) return false;
        now += 1;
        cell.value = missing;
        cell.changedAt = now;
        cells.delete(key);
        absent.set(key, cell);
        relist();
        return true;
      },
    };
  }

  function query<T>(compute: (key: string, before: T | undefined) => T, equal: (a: T, b: T) => boolean = Object.is): Query<T> {
    const cells = new Map<string, Computed<T>>();
    let runs = 0;

    function cellOf(key: string): Computed<T> {
      const cell: Computed<T> = {
        value: undefined,
        has: false,
        changedAt: 0,
        verifiedAt: 0,
        reads: new Set(),
        running: false,
        refresh: () => {
          refresh(key, cell);
        },
      };
      return cell;
    }

    function refresh(key: string, cell: Computed<T>): void {
      if (cell.verifiedAt === now) return;
      if (cell.running) throw new Error('a query reads itself');
      if (cell.has && isCurrent(cell)) {
        cell.verifiedAt = now;
        return;
      }
      if (cancelled()) throw new Cancelled();
      const outer = reader;
      const reads = new Set<Cell>();
      reader = reads;
      cell.running = true;
      try {
        runs += 1;
        const value = compute(key, cell.value);
        cell.reads = reads;
        if (!cell.has || !equal(cell.value as T, value)) {
          cell.value = value;
          cell.changedAt = now;
        }
        cell.has = true;
        cell.verifiedAt = now;
      } finally {
        cell.running = false;
        reader = outer;
      }
    }

    /** In the order of reading: a later read may have happened only because of what an earlier one said. */
    function isCurrent(cell: Computed<T>): boolean {
      const outer = reader;
      reader = null;
      try {
        for (const read of cell.reads) {
          read.refresh();
          if (read.changedAt > cell.verifiedAt) return false;
        }
        return true;
      } finally {
        reader = outer;
      }
    }

    return {
      get(key) {
        let cell = cells.get(key);
        if (cell === undefined) cells.set(key, (cell = cellOf(key)));
        refresh(key, cell);
        reader?.add(cell);
        return cell.value as T;
      },
      runs: () => runs,
      forget(key) {
        cells.delete(key);
      },
    };
  }

  return {
    input,
    query,
    revision: () => now,
    cancellable(test, work) {
      const outer = cancelled;
      cancelled = test;
      try {
        return work();
      } finally {
        cancelled = outer;
      }
    },
  };
}
