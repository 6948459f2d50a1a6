// The thread that reads the rows of a DuckDB file, which is asked by promises, for one that waits: read.ts.
import { workerData } from 'node:worker_threads';
import { firstLine } from './open.ts';
import { duckdbRows } from './rows.ts';
import type { DuckdbReply, DuckdbWork } from './read.ts';

const { path, name, options, port, shared } = workerData as DuckdbWork;
const signal = (): void => {
  Atomics.add(shared, 0, 1);
  Atomics.notify(shared, 0);
};
const alive = setInterval(signal, 250);
let reply: DuckdbReply;
try {
  reply = await duckdbRows(path, name, options, (share) => {
    Atomics.store(shared, 1, Math.floor(share * 1000));
  });
} catch (error) {
  reply = { failed: firstLine(error) };
}
const arrays =
  'columns' in reply
    ? reply.columns.flatMap(({ gathered }): ArrayBufferView[] =>
        gathered.is === 'numbers' ? [gathered.values] : gathered.is === 'codes' ? [gathered.codes, gathered.values] : [gathered.codes],
      )
    : [];
port.postMessage(reply, [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))]);
signal();
clearInterval(alive);
port.close();
