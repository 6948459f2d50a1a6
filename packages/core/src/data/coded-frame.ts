// A large file's columns as codes of one or two bytes and tables, whatever program wrote it: what all else rests on depends on what stands
// in the file, never on its format.
import { coding, emptyCodes, pointsOf } from '../counts/points.ts';
import { pointColumn, type Column, type Frame } from './frame.ts';

/** The same frame, with columns of few distinct values as points; a small one is given back as it is. */
export function codedFrame(frame: Frame): Frame {
  if (frame.rows < coding.from) return frame;
  const columns = frame.columns.map(coded);
  return columns.every((column, at) => column === frame.columns[at]) ? frame : { ...frame, columns };
}

function coded(column: Column): Column {
  if (column.kind === 'number') {
    // Stata's kinds of missing stand beside the values.
    if (column.points !== undefined) return column;
    const points = pointsOf(column.values);
    return points === null ? column : pointColumn(column, points);
  }
  if (!(column.codes instanceof Int32Array)) return column;
  const codes = emptyCodes(column.codes.length, column.levels.length);
  if (codes instanceof Int32Array) return column;
  codes.set(column.codes);
  return { ...column, codes };
}
