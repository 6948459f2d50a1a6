// Which columns of a frame are kept as codes: decided by what they hold, never by the format of their file.
import { CODED_FROM, MOST_POINTS, floatsOf, pointsOf } from '../counts/points.ts';
import { pointColumn, type Column, type Frame } from './frame.ts';

/** From `from` rows on numbers of at most `most` distinct values are points; others are a number a row. */
export function codedFrame(frame: Frame, from = CODED_FROM, most = MOST_POINTS): Frame {
  const coded = frame.rows >= from;
  if (frame.columns.every((column) => column.kind === 'text' || coded === (column.points !== undefined))) return frame;
  return {
    ...frame,
    columns: frame.columns.map((column): Column => {
      if (column.kind === 'text' || coded === (column.points !== undefined)) return column;
      if (!coded) {
        const { points, ...rest } = column;
        return { ...rest, values: floatsOf(points!) };
      }
      const points = pointsOf(column.values, most);
      return points === null ? column : pointColumn(column, points);
    }),
  };
}
