// A large file's columns as codes of one or two bytes and tables, whatever program wrote it: what all else rests on depends on what stands
// in the file, never on its format.
import { coding, emptyCodes, floatsOf, pointsOf } from '../counts/points.ts';
import { packedPoints } from '../counts/remade.ts';
import { pointColumn, type Column, type Frame } from './frame.ts';

/** The same frame, with columns of few distinct values as points; of a small one all are written out. */
export function codedFrame(frame: Frame): Frame {
  const columns = frame.columns.map(frame.rows < coding.from ? writtenOut : coded);
  return columns.every((column, at) => column === frame.columns[at]) ? frame : { ...frame, columns };
}

function writtenOut(column: Column): Column {
  if (column.kind === 'text' || column.points === undefined) return column;
  const { points, ...rest } = column;
  return { ...rest, values: floatsOf(points) };
}

function coded(column: Column): Column {
  if (column.kind === 'number') {
    const points = column.points ?? pointsOf(column.values);
    if (points === null) return column;
    const packed = packedPoints(points);
    return packed === column.points ? column : pointColumn(column, packed);
  }
  if (!(column.codes instanceof Int32Array)) return column;
  if (emptyCodes(0, column.levels.length) instanceof Int32Array) return column;
  const codes = emptyCodes(column.codes.length, column.levels.length);
  codes.set(column.codes);
  return { ...column, codes };
}
