// A study whose answers are a table of a database: its counts, or why there are none. Only counts come from there, and only whole.
import {
  dialects,
  execute,
  studyOfSums,
  sumsOfEngine,
  type CountedSums,
  type EngineName,
  type Plan,
  type Problem,
  type Ranges,
} from '@studyspec/core';
import { FileError } from '../../base/exit.ts';
import { said } from '../../base/speech.ts';
import { showDoing } from '../progress.ts';
import type { Connection, Refused } from './connection.ts';
import { connectDuckdb } from './duckdb.ts';

const connections: Readonly<Record<EngineName, (plan: Plan, file: string) => Promise<Connection | Refused>>> = {
  postgres: async () => (await import('./postgres.ts')).connectPostgres(),
  clickhouse: async () => (await import('./clickhouse.ts')).connectClickhouse(),
  duckdb: connectDuckdb,
};

export interface EngineCounts {
  /** Null where the plan asks for what the table has not. */
  readonly sums: CountedSums | null;
  /** What later rounds have told, one for each. */
  readonly ranges: readonly Ranges[];
  readonly problems: readonly Problem[];
  readonly scans: number;
}

/** Indices of indices of indices: what none of so many rounds tells stays untold. */
const MOST_ROUNDS = 6;

/**
 * `file`: of an engine that opens one, from where the program runs. `threshold` 0: whoever may read the table may read all of its counts.
 */
export async function countedInEngine(plan: Plan, engine: EngineName, file: string, threshold = 0): Promise<EngineCounts> {
  let connection: Connection | null = null;
  try {
    const reached = await connections[engine](plan, file);
    if ('problem' in reached) return { sums: null, ranges: [], problems: [reached.problem], scans: 0 };
    connection = toldOf(reached, plan.data!.file);
    const found = await sumsOfEngine(plan, { dialect: dialects[engine], ...connection }, threshold);
    if (found.refused.length > 0) throw new FileError(said().sums.notAsked(found.refused));
    if (found.changed) throw new FileError(said().sums.changed(plan.data!.file));
    if (found.sums === null) return { ...found, ranges: [] };
    // What scores lie between. Those that are brought from their own range are known only then, and so is what they lie between.
    const ranges: Ranges[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const study = studyOfSums(plan, found.sums, ranges);
      void execute(plan, study.coded, study.frame).quantities.size;
      const told = study.asked.size === 0 ? null : await found.ends([...study.asked]);
      if (told === null) break;
      ranges.push(told);
    }
    const gone = ranges.filter(({ ends }) => ends.some(({ untold }) => untold !== true)).length;
    return { ...found, ranges, scans: found.scans + gone * found.endsScans };
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw new FileError(said().sums.engine(engine, reasonOf(error)));
  } finally {
    // An end that fails tells nothing new.
    await connection?.end().catch(() => {});
  }
}

/** So often it is told that an answer is still waited for (ms). */
const EVERY = 250;

/** The same connection; whoever waits is told which question it is at. How long an engine takes for one, it does not say. */
function toldOf(connection: Connection, table: string): Connection {
  let question = 0;
  return {
    ...connection,
    rows: async (...sql) => {
      question += 1;
      const tell = (): void => {
        showDoing({ is: 'asking', table, question });
      };
      tell();
      const again = setInterval(tell, EVERY);
      try {
        return await connection.rows(...sql);
      } finally {
        clearInterval(again);
      }
    },
  };
}

/** What an engine or the net says, in one line; of several tries the first. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `: ${reasonOf(error.cause)}`;
  return `${error.message.split('\n')[0]!.slice(0, 300)}${cause}`;
}
