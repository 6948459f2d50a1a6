// Which printed figures belong together: those of one table, or those of one published block outside tables. Problems are told by these
// lots.
import type { PublishedFigure } from '../contract/address.ts';

/** Plan path of the table (`published/0/5` of `published/0/5/2/1`), or of the block (`published/0`) for a figure outside tables. */
export function printedLot(figure: Pick<PublishedFigure, 'table' | 'at'>, block: number): string {
  if (figure.table === null) return `published/${block}`;
  // The first three parts; every figure is asked for its lot at every key, and `split` takes ten times as long.
  let end = -1;
  for (let part = 0; part < 3; part += 1) {
    end = figure.at.indexOf('/', end + 1);
    if (end < 0) return figure.at;
  }
  return figure.at.slice(0, end);
}
