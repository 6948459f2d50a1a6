// A DuckDB file that is opened to be read, and its table: or the problem why not. What is asked of it is others'.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  damagedDataFile,
  dialects,
  isDuckdb,
  nearest,
  needsDuckdb,
  noSuchTable,
  raise,
  tableOf,
  unreadableDataFile,
  type FileRefusal,
  type Problem,
  type TypedColumn,
} from '@studyspec/core';
import { kindOf } from '../../base/pipes.ts';
import { refusalOf } from '../../base/reason.ts';
import { nearestFile } from '../near.ts';
import { duckdbModule, type DuckdbConnection } from './package.ts';

export interface OpenedDuckdb {
  readonly connection: DuckdbConnection;
  readonly identifier: (name: string) => string;
  /** As SQL. */
  readonly table: string;
  readonly columns: readonly TypedColumn[];
  readonly version: string;
  /** Rows, as far as DuckDB knows without looking; 0 where it does not. */
  readonly about: number;
  readonly end: () => void;
}

/** Whether the file is one of DuckDB, by its bytes; false where it cannot be looked at. */
export function isDuckdbFile(path: string): boolean {
  try {
    return kindOf(statSync(path)) === 'file' && isDuckdb(frontOf(path));
  } catch {
    return false;
  }
}

function frontOf(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(16);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, 16, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** `name`: as the spec has it; `table`: null where it names none. */
export async function openDuckdb(path: string, name: string, wanted: string | undefined): Promise<OpenedDuckdb | { problem: Problem }> {
  const at = { at: 'data', data: { file: name } };
  const unreadable = (reason: FileRefusal) => ({
    problem: raise(unreadableDataFile, { file: name, reason, nearest: nearestFile(path) }, at),
  });
  const damaged = (what: string, fault: 'unknown' | 'cut off' | 'untrue' = 'unknown') => ({
    problem: raise(damagedDataFile, { file: name, kind: 'duckdb', fault, what, byte: null }, at),
  });
  try {
    if (kindOf(statSync(path)) !== 'file') return unreadable({ is: 'device' });
    if (!isDuckdb(frontOf(path))) return damaged('it does not begin as such a file does');
  } catch (error) {
    return unreadable(refusalOf(error));
  }
  const lacks = (what: 'package' | 'working package', reason: string | null) => ({
    problem: raise(needsDuckdb, { file: name, lacks: what, reason }, at),
  });
  let module: ReturnType<typeof duckdbModule>;
  try {
    module = duckdbModule();
  } catch (error) {
    return lacks('working package', firstLine(error));
  }
  if (module === null) return lacks('package', null);
  // What does not fit into memory DuckDB puts there.
  const spill = mkdtempSync(join(tmpdir(), 'studyspec-duckdb-'));
  const closing: (() => void)[] = [() => rmSync(spill, { recursive: true, force: true })];
  const end = (): void => {
    for (const close of closing.reverse()) {
      try {
        close();
      } catch {
        /* what is closed already is closed */
      }
    }
  };
  try {
    const instance = await module.DuckDBInstance.create(path, {
      access_mode: 'READ_ONLY',
      temp_directory: spill,
      // A view of a file that somebody sends reads that file, and nothing else of the machine or the net.
      enable_external_access: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    closing.push(() => instance.closeSync());
    const connection = await instance.connect();
    closing.push(() => connection.closeSync());
    const { identifier, literal } = dialects.duckdb;
    const rows = async (sql: string): Promise<readonly (readonly unknown[])[]> => (await connection.runAndReadAll(sql)).getRows();
    const [[version] = ['']] = await rows('SELECT version()');
    const tables = (
      await rows(
        'SELECT schema_name, table_name, estimated_size FROM duckdb_tables() WHERE NOT internal UNION ALL ' +
          'SELECT schema_name, view_name, 0 FROM duckdb_views() WHERE NOT internal ORDER BY 1, 2',
      )
    ).map(([schema, table, about]) => ({ schema: String(schema), table: String(table), about: Number(about) }));
    const written = tables.map(({ schema, table }) => (schema === 'main' ? '' : `${quoted(schema)}.`) + quoted(table));
    const chosen = wanted ?? (written.length === 1 ? written[0] : undefined);
    // Names of tables are compared as DuckDB does, whatever their capitals.
    const asked = chosen === undefined ? null : tableOf(chosen, dialects.duckdb).toLowerCase();
    const found = tables.find(({ schema, table }) =>
      [[table], [schema, table]].some(
        (parts) => (parts.length > 1 || schema === 'main') && parts.map(identifier).join('.').toLowerCase() === asked,
      ),
    );
    if (found === undefined) {
      const facts = { file: name, table: wanted ?? null, tables: written, nearest: wanted === undefined ? null : nearest(wanted, written) };
      end();
      return { problem: raise(noSuchTable, facts, { ...at, at: wanted === undefined ? 'data' : 'data/table' }) };
    }
    const columns = (
      await rows(
        `SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = ${literal(found.schema)} ` +
          `AND table_name = ${literal(found.table)} ORDER BY column_index`,
      )
    ).map(([column, type]) => ({ name: String(column), type: String(type) }));
    const table = [found.schema, found.table].map(identifier).join('.');
    return { connection, identifier, table, columns, version: `DuckDB ${String(version)}`, about: found.about, end };
  } catch (error) {
    end();
    const reason = firstLine(error);
    // Whoever writes into it keeps it to himself.
    return /lock on file|being used by another process/iu.test(reason) ? unreadable({ is: 'in use' }) : damaged(reason, 'untrue');
  }
}

/** A part of a name in which a dot stands. */
const quoted = (name: string): string => (/[.`]/u.test(name) ? `\`${name.replaceAll('`', '``')}\`` : name);

/** What DuckDB says, in one line, without the kind of error that it begins with. */
export const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 300);
