// What the records of all blocks are: which of them are rows, what number each has in the file, what is wrong with them.
import type { Fault, Scan } from '../csv-scan.ts';
import type { Block } from './block.ts';

export interface RecordCount {
  readonly add: (block: Block) => void;
  readonly finish: () => Pick<Scan, 'rows' | 'rowNumbers' | 'faults'>;
}

/** Of a table of several columns; `before`: records that stand before the first block. */
export function recordCount(before: number, width: number): RecordCount {
  const faults: Partial<Record<keyof Scan['faults'], Fault>> = {};
  const note = (name: keyof Scan['faults'], fault: Fault): void => {
    const known = faults[name];
    faults[name] = known === undefined ? fault : { ...known, count: known.count + fault.count };
  };
  const empty: number[] = [];
  let record = before;
  let rows = 0;
  // Records without an answer that nothing has followed yet.
  let lines = 0;
  let trailing = 0;
  let firstTrailing = 0;
  const answered = (at: number): void => {
    if (lines > 0) note('blank', { record: at - lines, cells: 1, text: '', count: lines });
    if (trailing > 0) note('unanswered', { record: firstTrailing, cells: width, text: '', count: trailing });
    lines = 0;
    trailing = 0;
  };
  return {
    add(block) {
      let next = record + 1;
      for (const entry of block.unfilled) {
        const at = record + (entry >> 1);
        if (at > next) answered(next);
        if ((entry & 1) === 1) {
          lines++;
          empty.push(at);
        } else {
          if (trailing === 0) firstTrailing = at;
          trailing++;
        }
        next = at + 1;
      }
      if (record + block.records >= next) answered(next);
      for (const [name, fault] of Object.entries(block.faults))
        note(name as keyof Scan['faults'], { ...fault, record: fault.record + record });
      record += block.records;
      rows += block.rows;
    },
    finish() {
      if (trailing > 0) note('blank', { record: firstTrailing, cells: width, text: '', count: trailing });
      const kept = rows - trailing;
      return { rows: kept, rowNumbers: numbered(kept, before, empty), faults };
    },
  };
}

/** Null where row 1 is number 1 and so on. */
function numbered(rows: number, before: number, empty: readonly number[]): Int32Array | null {
  const numbers = new Int32Array(before === 0 && empty.length === 0 ? 0 : rows);
  let at = before;
  for (let row = 0, skipped = 0; row < numbers.length; row++) {
    at++;
    while (empty[skipped] === at) {
      skipped++;
      at++;
    }
    numbers[row] = at;
  }
  return numbers.length > 0 && at !== rows ? numbers : null;
}
