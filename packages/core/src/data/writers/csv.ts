// Writes a table as text: a row of names, then a row a respondent; levels by their names, no answer as an empty cell.
import { utf8 } from './bytes.ts';
import { csvOf } from './csv-rows.ts';
import type { OutColumn, OutTable, Written } from './table.ts';

export function writeCsv({ rows, columns }: OutTable): Written {
  function* lines(): Generator<readonly (string | number | null)[]> {
    yield columns.map(({ name }) => name);
    for (let row = 0; row < rows; row++) yield columns.map((column) => cell(column, row));
  }
  const { csv, guarded } = csvOf(lines());
  return { bytes: utf8(csv), notes: guarded === 0 ? [] : [{ kind: 'guarded', cells: guarded }] };
}

function cell(column: OutColumn, row: number): string | number | null {
  if (column.kind === 'text') return column.values.at(row) || null;
  const value = column.values[row]!;
  return Number.isNaN(value) ? null : (column.names?.get(value) ?? value);
}
