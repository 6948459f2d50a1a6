// The npm package that opens DuckDB's files, which whoever has such files installs beside: 70 MB that others do not need. Found beside the
// program, where npm keeps what is installed for all, and in the home folder; never beside a study, which may come from anybody.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** As much of it as is used. */
export interface DuckdbModule {
  readonly DuckDBInstance: {
    readonly create: (path: string, options: Readonly<Record<string, string>>) => Promise<DuckdbInstance>;
  };
}

export interface DuckdbInstance {
  readonly connect: () => Promise<DuckdbConnection>;
  readonly closeSync: () => void;
}

export interface DuckdbConnection {
  readonly runAndReadAll: (sql: string) => Promise<{ readonly getRows: () => readonly (readonly unknown[])[] }>;
  readonly stream: (sql: string) => Promise<{ readonly fetchChunk: () => Promise<DuckdbChunk | null> }>;
  readonly closeSync: () => void;
}

export interface DuckdbChunk {
  readonly rowCount: number;
  readonly getColumnVector: (column: number) => {
    readonly items?: Float64Array | Uint8Array | Uint16Array;
    readonly getItem: (row: number) => unknown;
  };
}

const NAME = '@duckdb/node-api';

/** Null where it is not installed. Throws what it says where it does not start. */
export function duckdbModule(): DuckdbModule | null {
  const require = createRequire(import.meta.url);
  for (const place of [undefined, ...placesOf(process.env)]) {
    let found: string;
    try {
      found = place === undefined ? require.resolve(NAME) : require.resolve(NAME, { paths: [place] });
    } catch {
      continue;
    }
    return require(found) as DuckdbModule;
  }
  return null;
}

/** npm's folder for all beside the `node` that runs this and those on the PATH, and the home folder. */
function placesOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const nodes = [process.execPath, ...(environment['PATH'] ?? '').split(delimiter).flatMap((folder) => nodeIn(folder))];
  const folders = [
    ...nodes.flatMap((node) => [join(dirname(node), '..', 'lib'), dirname(node)]),
    ...(environment['APPDATA'] === undefined ? [] : [join(environment['APPDATA'], 'npm')]),
    ...(environment['npm_config_prefix'] === undefined ? [] : [join(environment['npm_config_prefix'], 'lib')]),
    homedir(),
  ];
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, 'node_modules', NAME)));
}

function nodeIn(folder: string): readonly string[] {
  const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (folder === '' || !existsSync(path)) return [];
  try {
    return [path, realpathSync(path)];
  } catch {
    return [path];
  }
}
