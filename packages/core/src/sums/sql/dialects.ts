// What engines write otherwise: names, texts, and how one scan counts many things at once. One more engine is one more entry.

/** A whole number that a row is counted under: `at`, and more of it by what its columns hold. */
export interface Key {
  readonly at: number;
  readonly by: readonly { readonly column: string; readonly times: number }[];
}

/** Numbers that are counted of a row: all of them, or where a condition holds. */
export interface Group {
  readonly when: string | null;
  readonly keys: readonly Key[];
}

export interface Dialect {
  readonly identifier: (name: string) => string;
  readonly literal: (text: string) => string;
  /** A column as text, null where it is null. */
  readonly text: (expression: string) => string;
  /**
   * Rows (place, text, count) of the different texts of each expression, at most so many each; place 0 is the rows themselves.
   */
  readonly dictionary: (from: string, expressions: readonly string[], most: number) => string;
  /** Rows (key, count) of all keys of all groups, in one scan of `from`. */
  readonly counts: (from: string, groups: readonly Group[]) => string;
  /** Where to put aside what rows hold is cheaper than to have a row for each key: a table of it, and the counts of its rows. */
  readonly aside?: {
    /** Of so many rows and more. */
    readonly from: number;
    readonly mostKeys: number;
    readonly keep: (table: string, select: string) => string;
    readonly counts: (table: string, groups: readonly Group[]) => string;
  };
  /** A whole number of 64 bits: engines multiply what is narrow in what is narrow. */
  readonly wide: (expression: string) => string;
  /** A number of double precision. */
  readonly double: (value: number) => string;
  /** What keeps a subquery's columns from being computed again wherever they are named. */
  readonly fence: string;
  /** Keys that one statement can hold. */
  readonly mostKeys: number;
}

export type Rows = readonly (readonly (string | null)[])[];

export interface Engine {
  readonly dialect: Dialect;
  /** The table as SQL, where the engine knows it otherwise than by the name that the spec gives. */
  readonly table?: string;
  /** Names of the columns of a table, given as SQL. */
  readonly columns: (table: string) => Promise<readonly string[]>;
  /** Of one statement, or of several, one after another. Throws where the engine does. */
  readonly rows: (...sql: readonly string[]) => Promise<Rows>;
}

const doubled = (quote: string) => (text: string) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
/** Where a backslash escapes: itself and the quotation mark. */
const escaped = (quote: string) => (text: string) => `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`;

/** The standard's way to keep a few rows of each place. */
const firstOf = (grouped: string, most: number): string =>
  `SELECT c, v, n FROM (SELECT c, v, n, row_number() OVER (PARTITION BY c ORDER BY v) AS r FROM (${grouped}) AS g) AS d WHERE r <= ${most}`;

const writtenIn =
  (wide: Dialect['wide']) =>
  ({ at, by }: Key): string =>
    [
      ...(at === 0 && by.length > 0 ? [] : [String(at)]),
      ...by.map(({ column, times }) => (times === 1 ? column : `${wide(column)} * ${times}`)),
    ].join(' + ');
const asBigint = (expression: string): string => `CAST(${expression} AS bigint)`;
const written = writtenIn(asBigint);

const listed = (expressions: readonly string[], none: string, row: (place: number, text: string) => string): string[] =>
  [none, ...expressions].map((text, place) => row(place, text));
const places = (...of: Parameters<typeof listed>): string => listed(...of).join(', ');
/** As one array, made of several that are written. */
function inArrays(elements: readonly string[]): string {
  const parts = Array.from({ length: Math.ceil(elements.length / 250) }, (_, at) => elements.slice(250 * at, 250 * (at + 1)));
  return parts.length === 1 ? `ARRAY[${elements.join(', ')}]` : `(${parts.map((part) => `ARRAY[${part.join(', ')}]`).join(' || ')})`;
}

export const dialects = {
  postgres: {
    identifier: doubled('"'),
    // Right while standard_conforming_strings is on, which whoever connects sees to.
    literal: doubled("'"),
    // What is true or false is 1 and 0, as in every other file.
    text: (expression) =>
      `CASE CAST(pg_typeof(${expression}) AS text) WHEN 'boolean' THEN CASE CAST(${expression} AS text) WHEN 'true' THEN '1' ` +
      `WHEN 'false' THEN '0' END ELSE CAST(${expression} AS text) END`,
    dictionary: (from, expressions, most) =>
      firstOf(
        `SELECT u.c, u.v, count(*) AS n FROM ${from} AS t CROSS JOIN LATERAL (VALUES ` +
          `${places(expressions, 'CAST(NULL AS text)', (place, text) => `(${place}, ${text})`)}) AS u(c, v) GROUP BY u.c, u.v`,
        most,
      ),
    counts: (from, groups) =>
      `SELECT key, count(*) FROM (SELECT unnest(${groups
        .map(({ when, keys }) => {
          const all = `CAST(ARRAY[${keys.map(written).join(', ')}] AS bigint[])`;
          return when === null ? all : `CASE WHEN ${when} THEN ${all} ELSE CAST(ARRAY[] AS bigint[]) END`;
        })
        .join(' || ')}) AS key FROM ${from} AS t) AS e GROUP BY key`,
    wide: asBigint,
    double: (value) => `CAST('${value}' AS double precision)`,
    fence: ' OFFSET 0',
    mostKeys: 50_000,
  },
  clickhouse: {
    identifier: escaped('`'),
    literal: escaped("'"),
    text: (expression) => `CAST(${expression} AS Nullable(String))`,
    dictionary: (from, expressions, most) =>
      'SELECT toString(c), v, toString(n) FROM (SELECT tupleElement(e, 1) AS c, tupleElement(e, 2) AS v, count() AS n ' +
      'FROM (SELECT arrayJoin([' +
      `${places(expressions, 'CAST(NULL AS Nullable(String))', (place, text) => `(toUInt16(${place}), ${text})`)}]) AS e FROM ${from}) ` +
      `GROUP BY c, v ORDER BY c, v LIMIT ${most} BY c)`,
    counts: (from, groups) =>
      `SELECT toString(key), toString(count()) FROM (SELECT arrayJoin(arrayConcat(${groups
        .map(({ when, keys }) => {
          const all = `[${keys.map((key) => `toUInt64(${writtenIn((expression) => `toUInt64(${expression})`)(key)})`).join(', ')}]`;
          return when === null ? all : `if(${when}, ${all}, emptyArrayUInt64())`;
        })
        .concat('emptyArrayUInt64()')
        .join(', ')})) AS key FROM ${from}) GROUP BY key`,
    wide: (expression) => `toUInt64(${expression})`,
    double: (value) => `toFloat64(${value})`,
    fence: '',
    mostKeys: 20_000,
  },
  // A row for each key is slow where rows are many, and grouping sets take gigabytes. Grouped by one or two columns of small numbers that
  // it has put down itself it counts a million rows in two milliseconds, and takes as long to begin.
  duckdb: {
    identifier: doubled('"'),
    literal: doubled("'"),
    text: (expression) => `CAST(${expression} AS VARCHAR)`,
    dictionary: (from, expressions, most) =>
      firstOf(
        `SELECT u.c, u.v, count(*) AS n FROM (SELECT unnest([` +
          places(expressions, 'CAST(NULL AS VARCHAR)', (place, text) => `{'c': ${place}, 'v': ${text}}`) +
          `]) AS u FROM ${from} AS t) AS x GROUP BY ALL`,
        most,
      ),
    counts: (from, groups) =>
      `SELECT key, count(*) FROM (SELECT unnest(list_concat(CAST([] AS BIGINT[]), ${groups
        .map(({ when, keys }) => {
          const all = `CAST([${keys.map(written).join(', ')}] AS BIGINT[])`;
          return when === null ? all : `CASE WHEN ${when} THEN ${all} ELSE CAST([] AS BIGINT[]) END`;
        })
        .join(', ')})) AS key FROM ${from} AS t) AS e GROUP BY key`,
    aside: {
      from: 16_384,
      mostKeys: 1000,
      keep: (table, select) => `CREATE OR REPLACE TEMP TABLE ${table} AS ${select}`,
      counts: (table, groups) =>
        groups
          .flatMap(({ when, keys }) =>
            keys.map((key) => {
              const grouped = key.by.length === 0 ? '' : ` GROUP BY ${key.by.map(({ column }) => column).join(', ')}`;
              return `SELECT ${asBigint(written(key))}, count(*) FROM ${table}${when === null ? '' : ` WHERE ${when}`}${grouped}`;
            }),
          )
          .join(' UNION ALL '),
    },
    wide: asBigint,
    double: (value) => `CAST('${value}' AS DOUBLE)`,
    fence: '',
    mostKeys: 50_000,
  },
  // An array is written of 254 elements at most, and what a row is computed by has to fit into a method of Java, 64 KB.
  trino: {
    identifier: doubled('"'),
    literal: doubled("'"),
    text: (expression) => `CAST(${expression} AS varchar)`,
    dictionary: (from, expressions, most) =>
      firstOf(
        `SELECT u.c, u.v, count(*) AS n FROM ${from} AS t CROSS JOIN UNNEST(` +
          inArrays(listed(expressions, 'CAST(NULL AS varchar)', (place, text) => `ROW(${place}, ${text})`)) +
          ') AS u(c, v) GROUP BY u.c, u.v',
        most,
      ),
    counts: (from, groups) =>
      `SELECT u.key, count(*) FROM ${from} AS t CROSS JOIN UNNEST(${groups
        .map(({ when, keys }) => {
          const all = `CAST(${inArrays(keys.map(written))} AS array(bigint))`;
          return when === null ? all : `IF(${when}, ${all}, CAST(ARRAY[] AS array(bigint)))`;
        })
        .join(' || ')}) AS u(key) GROUP BY u.key`,
    wide: asBigint,
    double: (value) => `CAST('${value}' AS double)`,
    fence: '',
    mostKeys: 500,
  },
  spark: {
    identifier: doubled('`'),
    literal: escaped("'"),
    text: (expression) => `CAST(${expression} AS string)`,
    dictionary: (from, expressions, most) =>
      firstOf(
        `SELECT e.c AS c, e.v AS v, count(*) AS n FROM (SELECT explode(array(` +
          `${places(expressions, 'CAST(NULL AS string)', (place, text) => `named_struct('c', ${place}, 'v', ${text})`)})) AS e ` +
          `FROM ${from} AS t) AS x GROUP BY e.c, e.v`,
        most,
      ),
    counts: (from, groups) =>
      `SELECT key, count(*) FROM (SELECT explode(concat(${groups
        .map(({ when, keys }) => {
          const all = `array(${keys.map((key) => `CAST(${written(key)} AS bigint)`).join(', ')})`;
          return when === null ? all : `IF(${when}, ${all}, CAST(array() AS array<bigint>))`;
        })
        .join(', ')})) AS key FROM ${from} AS t) AS e GROUP BY key`,
    wide: asBigint,
    double: (value) => `CAST('${value}' AS double)`,
    fence: '',
    mostKeys: 5000,
  },
} satisfies Readonly<Record<string, Dialect>>;

/** A table as the spec names it, its parts by dots; a part in backquotes may hold dots. */
export function tableOf(name: string, { identifier }: Dialect): string {
  const parts = [...name.matchAll(/`((?:[^`]|``)*)`|([^.`]+)/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('``', '`') ?? plain!.trim(),
  );
  return parts.map(identifier).join('.');
}
