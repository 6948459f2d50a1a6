// A table that is wider than its page in parts that each repeat the first column; columns under one heading stay together where they can.
import type { TableColumn } from '../show/document.ts';

/** Positions of columns, a list a part. `widths` and `gap` (before each column but the first) in the unit of `limit`. */
export function pagesOf(columns: readonly TableColumn[], widths: readonly number[], gap: number, limit: number): number[][] {
  const first = widths[0] ?? 0;
  const pages: number[][] = [];
  let page = [0];
  let used = first;
  const turn = (): void => {
    if (page.length > 1) {
      pages.push(page);
      page = [0];
      used = first;
    }
  };
  for (const unit of unitsOf(columns)) {
    const wide = unit.reduce((sum, column) => sum + widths[column]! + gap, 0);
    if (used + wide > limit) turn();
    for (const column of unit) {
      // A group that no page can hold is cut where it must be.
      if (used + widths[column]! + gap > limit) turn();
      page.push(column);
      used += widths[column]! + gap;
    }
  }
  pages.push(page);
  return pages;
}

/** All columns but the first, those of one group together. */
function unitsOf(columns: readonly TableColumn[]): number[][] {
  const units: number[][] = [];
  for (let at = 1; at < columns.length; at += 1) {
    const { group } = columns[at]!;
    if (group !== undefined && at > 1 && columns[at - 1]!.group === group) units.at(-1)!.push(at);
    else units.push([at]);
  }
  return units;
}
