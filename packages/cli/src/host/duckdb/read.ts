// A table of a DuckDB file as answers, for whoever waits for it as for any other file: a thread asks DuckDB, this one waits for it.
import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import {
  damagedDataFile,
  duckdbTable,
  raise,
  readingFile,
  tellPart,
  type Problem,
  type ReadOptions,
  type TableReading,
} from '@studyspec/core';
import { identityOf, readerOf } from '../file-bytes.ts';
import { isChanged, realOf, type Origin } from '../files.ts';
import { digestOfOpen } from '../large-file.ts';
import { noteElsewhere } from '../recording.ts';
import { threadScript } from '../thread-script.ts';
import type { DuckdbRows } from './rows.ts';

export interface DuckdbWork {
  readonly path: string;
  readonly name: string;
  readonly options: ReadOptions;
  readonly port: MessagePort;
  /** Counts up while the thread lives; and so many thousandths are read. */
  readonly shared: Int32Array;
}

export type DuckdbReply = DuckdbRows | { readonly problem: Problem } | { readonly failed: string };

/** A thread that has said nothing for so long (ms) is gone. */
const PATIENCE = 60_000;

/** `name`, `options` as every reader gets them. */
export function readDuckdb(
  path: string,
  name: string,
  options: ReadOptions,
): { readonly read: TableReading; readonly origin: Origin | null } {
  const refused = (problem: Problem): ReturnType<typeof readDuckdb> => ({
    read: { frame: null, problems: [problem], encoding: '' },
    origin: null,
  });
  const damaged = (what: string): ReturnType<typeof readDuckdb> =>
    refused(
      raise(damagedDataFile, { file: name, kind: 'duckdb', fault: 'unknown', what, byte: null }, { at: 'data', data: { file: name } }),
    );
  // What has been written and not yet put into the file stands beside it.
  if (existsSync(`${path}.wal`)) noteElsewhere();
  const descriptor = openSync(path, 'r');
  try {
    const before = fstatSync(descriptor, { bigint: true });
    const reply = readingFile(name, Number(before.size), () => asked(path, name, options));
    if (reply === null) return damaged('DuckDB ended while it was read');
    if ('failed' in reply) return damaged(reply.failed);
    if ('problem' in reply) return refused(reply.problem);
    const digest = digestOfOpen(Number(before.size), readerOf(descriptor));
    if (isChanged(before, fstatSync(descriptor, { bigint: true }))) return damaged('it was changed while it was read');
    const read = duckdbTable(name, reply.version, reply.all, reply.columns, reply.rows, options);
    return { read, origin: { path, real: realOf(path), identity: identityOf(before), digest } };
  } finally {
    closeSync(descriptor);
  }
}

function asked(path: string, name: string, options: ReadOptions): DuckdbReply | null {
  const script = threadScript('duckdb-worker.mjs');
  if (script === null) return null;
  const { port1, port2 } = new MessageChannel();
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const work: DuckdbWork = { path, name, options, port: port2, shared };
  const worker = new Worker(script, { workerData: work, transferList: [port2] }).on('error', () => undefined);
  worker.unref();
  try {
    for (;;) {
      const seen = Atomics.load(shared, 0);
      const reply = receiveMessageOnPort(port1) as { readonly message: DuckdbReply } | undefined;
      if (reply !== undefined) return reply.message;
      // Whoever is told may end it.
      tellPart(Atomics.load(shared, 1), 1000);
      if (Atomics.wait(shared, 0, seen, PATIENCE) === 'timed-out') return null;
    }
  } finally {
    port1.close();
    void worker.terminate();
  }
}
