// Which printed figures belong together: those of one table, or those of one published block outside tables. Problems are told by these
// lots.
import type { PublishedFigure } from '../contract/address.ts';

/** Plan path of the table (`published/0/5` of `published/0/5/2/1`), or of the block (`published/0`) for a figure outside tables. */
export function printedLot(figure: Pick<PublishedFigure, 'table' | 'at'>, block: number): string {
  return figure.table === null ? `published/${block}` : figure.at.split('/').slice(0, 3).join('/');
}
