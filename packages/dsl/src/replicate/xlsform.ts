// An XLSForm (sheets `survey` and `choices`, as ODK and KoBo have them) as what it says of the columns of its export.
import type { ColumnFacts } from './column-facts.ts';

type Rows = readonly (readonly string[])[];

/** Both sheets, heads first. Columns of the export are called by the question, with or without its groups before it. */
export function factsOfForm(survey: Rows, choices: Rows, columns: readonly string[]): ReadonlyMap<string, ColumnFacts> {
  const lists = new Map<string, { value: string; labels: readonly string[] }[]>();
  const choice = fieldsOf(choices);
  for (const row of choices.slice(1)) {
    const list = choice(row, /^list[_ ]?name$/iu)[0] ?? '';
    const value = choice(row, /^(?:name|value)$/iu)[0] ?? '';
    if (list === '' || value === '') continue;
    lists.set(list, [...(lists.get(list) ?? []), { value, labels: choice(row, /^label/iu).filter((label) => label !== '') }]);
  }
  const facts = new Map<string, ColumnFacts>();
  const question = fieldsOf(survey);
  const bySuffix = new Map<string, string>();
  for (const column of columns) {
    bySuffix.set(column, column);
    const last = column.split('/').at(-1)!;
    if (!bySuffix.has(last)) bySuffix.set(last, column);
  }
  for (const row of survey.slice(1)) {
    const type = (question(row, /^type$/iu)[0] ?? '').trim();
    const column = bySuffix.get(question(row, /^name$/iu)[0] ?? '');
    if (column === undefined || /^(?:begin|end)\b/iu.test(type)) continue;
    const labels = question(row, /^label/iu).filter((label) => label !== '');
    const list = /^select_one(?:_from_file)?\s+(\S+)/iu.exec(type)?.[1];
    const several = /^(?:select_multiple|rank)\b/iu.test(type);
    facts.set(column, {
      labels,
      values: list === undefined ? [] : (lists.get(list) ?? []).map(({ value, labels }) => ({ value: numberOr(value), labels })),
      missing: [],
      range: null,
      reversed: null,
      dimension: null,
      ...(several ? { several: true as const } : {}),
      ...(/^(?:note|calculate|hidden|start|end|today|deviceid|username|geo|image|audio|video|file|barcode)/iu.test(type)
        ? { aside: true as const }
        : {}),
    });
  }
  return facts;
}

const numberOr = (text: string): number | string => (/^-?\d{1,9}$/u.test(text) ? Number(text) : text);

/** The cells of a row under the heads that match. */
function fieldsOf(rows: Rows): (row: readonly string[], head: RegExp) => string[] {
  const heads = rows[0] ?? [];
  return (row, head) => heads.flatMap((title, at) => (head.test(title.trim()) ? [(row[at] ?? '').trim()] : []));
}
