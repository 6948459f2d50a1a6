// How far a computation is: shares within shares, never falling, heard by whoever asked for them and by nobody else.
import { expect, it } from 'vitest';
import { hearingParts, inPart, inShare, mayEnd, tellPart } from './parts.ts';

it('makes one share of parts within parts', () => {
  const told: number[] = [];
  hearingParts(
    (share) => told.push(share),
    () => {
      inShare(0.2, 0.6, () => {
        for (const at of [0, 1])
          inPart(at, 2, () => {
            tellPart(1, 4);
          });
      });
      // What fell behind stays where it was.
      tellPart(1, 10);
      mayEnd();
      tellPart(3, 2);
    },
  );
  expect(told.map((share) => Math.round(share * 1000) / 1000)).toEqual([0.2, 0.2, 0.25, 0.4, 0.45, 0.45, 0.45, 1]);
});

it('is heard apart within another, and by nobody where nobody listens', () => {
  const outer: number[] = [];
  const inner: number[] = [];
  hearingParts(
    (share) => outer.push(share),
    () => {
      inShare(0.5, 1, () => {
        hearingParts(
          (share) => inner.push(share),
          () => {
            tellPart(1, 4);
          },
        );
        hearingParts(null, () => {
          tellPart(3, 4);
        });
        tellPart(1, 2);
      });
    },
  );
  tellPart(1, 2);
  expect(inner).toEqual([0.25]);
  expect(outer).toEqual([0.5, 0.75]);
});

it('lets who listens end the work, and is then as it was', () => {
  const end = new Error('not wanted any more');
  const told: number[] = [];
  const work = (): void => {
    hearingParts(
      () => {
        throw end;
      },
      () => {
        inShare(0.5, 1, mayEnd);
      },
    );
  };
  hearingParts(
    (share) => told.push(share),
    () => {
      expect(work).toThrow(end);
      tellPart(1, 4);
    },
  );
  expect(told).toEqual([0.25]);
});
