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

/** A whole number that is added up of a row: a measure, or the product of two, under a key; of rows that have all these measures. */
export interface Addend extends Key {
  readonly of: readonly string[];
  readonly present: readonly MeasureNames[];
}
/** What a measure's number and whether a row has it are called in SQL. */
export interface MeasureNames {
  readonly units: string;
  readonly there: string;
}

/** As of what is counted. */
export interface Adding {
  readonly when: string | null;
  readonly keys: readonly Addend[];
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
    readonly sums: (table: string, groups: readonly Adding[]) => string;
  };
  /** A text with every digit as 0. */
  readonly shape: (expression: string) => string;
  /** A text that is a number with so many places at most, as a whole number of the last of them; anything where `there` does not hold. */
  readonly units: (expression: string, there: string, places: number) => string;
  /** A whole number of up to 38 digits. */
  readonly whole: (digits: string) => string;
  /**
   * Rows (key, sum, least, largest) of all keys of all groups, in one scan of `from`; others may be among them, without a sum. A number
   * may be in parts of 15 digits.
   */
  readonly sums: (from: string, groups: readonly Adding[]) => string;
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

/** What is added up, null where there is nothing. */
const addend = ({ of, present }: Addend): string =>
  `CASE WHEN ${present.map(({ there }) => `${there} > 0`).join(' AND ')} THEN ${of.join(' * ')} ELSE NULL END`;

/** Products of two have twice as many digits as each, and as many as engines add up. */
const unitsAsDecimal = (expression: string, there: string, places: number): string =>
  `CASE WHEN ${there} THEN CAST(CAST(${expression} AS decimal(18, ${places})) * CAST('${tenTo(places)}' AS decimal(16, 0)) ` +
  'AS decimal(15, 0)) ELSE NULL END';

const tenTo = (places: number): string => `1${'0'.repeat(places)}`;

/** Digit by digit as 0, where a function takes signs for signs. */
const translated = (expression: string): string => `translate(${expression}, '123456789', '000000000')`;

/** Of two lists that are written out side by side. */
const sumsOf = (pairs: string): string =>
  `SELECT key, sum(val), min(val), max(val) FROM (${pairs}) AS e WHERE val IS NOT NULL GROUP BY key`;

/** ClickHouse 18 writes no number of 128 bits aright: three of 15 digits each, the first two a sum's upper ones. */
function inThree(sum: string): string {
  const [upper, lower] = [30, 15].map((places) => `toDecimal128('${tenTo(places)}', 0)`);
  const first = `toInt64(${sum} / ${upper})`;
  const rest = `(${sum} - ${upper} * toDecimal128(${first}, 0))`;
  const second = `toInt64(${rest} / ${lower})`;
  return `concat(toString(${first}), ' ', toString(${second}), ' ', toString(toInt64(${rest} - ${lower} * toDecimal128(${second}, 0))))`;
}

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
    shape: translated,
    units: (expression, there, places) => `CASE WHEN ${there} THEN round(CAST(${expression} AS numeric) * ${tenTo(places)}) ELSE NULL END`,
    whole: (digits) => `CAST(${digits} AS numeric)`,
    sums: (from, groups) => {
      const all = (type: string, write: (key: Addend) => string): string =>
        groups
          .map(({ when, keys }) => {
            const list = `CAST(ARRAY[${keys.map(write).join(', ')}] AS ${type}[])`;
            return when === null ? list : `CASE WHEN ${when} THEN ${list} ELSE CAST(ARRAY[] AS ${type}[]) END`;
          })
          .join(' || ');
      return sumsOf(
        `SELECT unnest(${all('bigint', written)}) AS key, unnest(${all('numeric', (key) => addend(key))}) AS val FROM ${from} AS t`,
      );
    },
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
    shape: (expression) => `replaceRegexpAll(${expression}, '[0-9]', '0')`,
    // It computes both branches, and reads what is there alone.
    units: (expression, there, places) =>
      `toDecimal128(toInt64(toDecimal128(CASE WHEN ${there} THEN ifNull(${expression}, '0') ELSE '0' END, ${places}) * ` +
      `${tenTo(places)}), 0)`,
    whole: (digits) => `toDecimal128('${digits}', 0)`,
    // A row that has nothing to add up is under no key.
    sums: (from, groups) => {
      const keyOf = (key: Addend, when: string | null): string =>
        `if(${[...(when === null ? [] : [when]), ...key.present.map(({ there }) => `${there} > 0`)].join(' AND ')}, ` +
        `toUInt64(${writtenIn((expression) => `toUInt64(${expression})`)(key)} + 1), toUInt64(0))`;
      const keys = groups.flatMap((group) => group.keys.map((key) => keyOf(key, group.when)));
      const values = groups.flatMap((group) => group.keys.map((key) => key.of.join(' * ')));
      return (
        `SELECT toString(key - 1), ${['a', 'b', 'c'].map(inThree).join(', ')} FROM ` +
        '(SELECT key, sum(val) AS a, min(val) AS b, max(val) AS c FROM ' +
        `(SELECT [${keys.join(', ')}] AS ks, [${values.join(', ')}] AS vs FROM ${from}) ARRAY JOIN ks AS key, vs AS val ` +
        'WHERE key > 0 GROUP BY key)'
      );
    },
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
      sums: (table, groups) =>
        groups
          .flatMap(({ when, keys }) =>
            keys.map((key) => {
              const grouped = key.by.length === 0 ? '' : ` GROUP BY ${key.by.map(({ column }) => column).join(', ')}`;
              const value = addend(key);
              return (
                `SELECT ${key.by.length === 0 ? asBigint(String(key.at)) : asBigint(written(key))}, ` +
                `CAST(sum(${value}) AS VARCHAR), CAST(min(${value}) AS VARCHAR), CAST(max(${value}) AS VARCHAR) ` +
                `FROM ${table}${when === null ? '' : ` WHERE ${when}`}${grouped}`
              );
            }),
          )
          .join(' UNION ALL '),
    },
    shape: translated,
    units: (expression, there, places) =>
      `CASE WHEN ${there} THEN CAST(CAST(${expression} AS DECIMAL(18, ${places})) * ${tenTo(places)} AS HUGEINT) ELSE NULL END`,
    whole: (digits) => `CAST(${digits} AS HUGEINT)`,
    sums: (from, groups) => {
      const all = (type: string, write: (key: Addend) => string): string =>
        groups
          .map(({ when, keys }) => {
            const list = `CAST([${keys.map(write).join(', ')}] AS ${type}[])`;
            return when === null ? list : `CASE WHEN ${when} THEN ${list} ELSE CAST([] AS ${type}[]) END`;
          })
          .join(', ');
      return sumsOf(
        `SELECT unnest(list_concat(CAST([] AS BIGINT[]), ${all('BIGINT', written)})) AS key, ` +
          `unnest(list_concat(CAST([] AS HUGEINT[]), ${all('HUGEINT', (key) => addend(key))})) AS val FROM ${from} AS t`,
      );
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
    shape: translated,
    units: unitsAsDecimal,
    whole: (digits) => `CAST('${digits}' AS decimal(18, 0))`,
    sums: (from, groups) => {
      const all = (type: string, write: (key: Addend) => string): string =>
        groups
          .map(({ when, keys }) => {
            const list = `CAST(${inArrays(keys.map(write))} AS array(${type}))`;
            return when === null ? list : `IF(${when}, ${list}, CAST(ARRAY[] AS array(${type})))`;
          })
          .join(' || ');
      return (
        'SELECT u.key, sum(u.val), min(u.val), max(u.val) ' +
        `FROM ${from} AS t CROSS JOIN UNNEST(${all('bigint', written)}, ${all('decimal(38, 0)', (key) => addend(key))}) ` +
        'AS u(key, val) WHERE u.val IS NOT NULL GROUP BY u.key'
      );
    },
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
    shape: translated,
    units: unitsAsDecimal,
    whole: (digits) => `CAST('${digits}' AS decimal(18, 0))`,
    sums: (from, groups) => {
      const pair = (key: Addend): string =>
        `named_struct('k', CAST(${written(key)} AS bigint), 'v', CAST(${addend(key)} AS decimal(38, 0)))`;
      const none = 'CAST(array() AS array<struct<k: bigint, v: decimal(38, 0)>>)';
      const all = groups.map(({ when, keys }) => {
        const list = `array(${keys.map(pair).join(', ')})`;
        return when === null ? list : `IF(${when}, ${list}, ${none})`;
      });
      return sumsOf(`SELECT p.k AS key, p.v AS val FROM (SELECT explode(concat(${all.join(', ')})) AS p FROM ${from} AS t) AS x`);
    },
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
