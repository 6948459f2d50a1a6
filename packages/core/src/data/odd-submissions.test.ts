import { expect, it } from 'vitest';
import type { Column, Frame } from './frame.ts';
import { oddSubmissionsIn } from './odd-submissions.ts';

const text = (name: string, cells: readonly string[]): Column => ({
  kind: 'text',
  name,
  levels: [...new Set(cells)],
  codes: Int32Array.from(cells, (cell) => [...new Set(cells)].indexOf(cell)),
});
const told = (status: readonly string[]): readonly number[] => {
  const about = { export: { platform: 'Qualtrics' } } as unknown as NonNullable<Frame['about']>;
  const columns = [
    text('Status', status),
    text(
      'Finished',
      status.map(() => '1'),
    ),
  ];
  return oddSubmissionsIn({ file: 'q.csv', rows: status.length, columns, about }).flatMap(
    (one) => one.facts['previews'] as readonly number[],
  );
};

// The codes of Qualtrics: 0 an address, 1 preview, 2 test, 4 imported, 8 possible spam, 9 preview of that kind, 16 offline, 17 its preview.
it('previews and tests are named by word and code; imported, offline and possibly unwanted answers are answers', () => {
  expect(told(['0', '1', '2', '4', '8', '9', '16', '17'])).toEqual([2, 3, 6, 8]);
  expect(told(['IP Address', 'Survey Preview', 'Survey Test', 'Imported', 'Spam', 'Survey Preview Spam', 'Offline'])).toEqual([2, 3, 6]);
  expect(told(['0', '4', '4'])).toEqual([]);
});
