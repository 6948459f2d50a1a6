// The cases of a regression: their mask, and their rows one by one for what asks for them. Of millions of rows a list of them weighs more
// than any column, and what is computed from counts needs none.
import { once } from '../../numerics/once.ts';
import { listOf, rowsOf as countedRows } from '../../rowless/columns.ts';

export interface Chosen {
  readonly length: number;
  /** A byte a row of the file: 1 is in. */
  readonly mask: Uint8Array;
  /** Made when somebody asks. */
  readonly rows: Uint32Array;
}

export function chosenIn(mask: Uint8Array): Chosen {
  const counted = countedRows(mask);
  const rows = once(() => (counted === null ? rowsOf(mask) : listOf(counted)));
  return {
    length: counted === null ? countOf(mask) : rows().length,
    mask,
    get rows() {
      return rows();
    },
  };
}

function countOf(mask: Uint8Array): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) count++;
  return count;
}

export function rowsOf(mask: Uint8Array): Uint32Array {
  const rows = new Uint32Array(countOf(mask));
  for (let row = 0, at = 0; at < rows.length; row++) if (mask[row] === 1) rows[at++] = row;
  return rows;
}
