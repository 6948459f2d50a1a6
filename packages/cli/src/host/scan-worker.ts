// The thread that scans parts of a large file, and before that makes its digest where it is the one that is asked to: whoever puts the
// parts together is scan-ahead.ts; who asks for a digest alone, digest-thread.ts. Nothing is loaded here but what scans.
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync } from 'node:fs';
import { receiveMessageOnPort, workerData } from 'node:worker_threads';
import { partsOf, scanPart, takeBack, type Part } from '@studyspec/core';
import { identityOf, readerOf } from './file-bytes.ts';
import { AT, WINDOW, type ScanReply, type ScanWork, type SpareBuffer } from './scan-work.ts';

const { path, identity, size, layout, shared, port, makesDigest } = workerData as ScanWork;

function signal(): void {
  Atomics.add(shared, AT.signal, 1);
  Atomics.notify(shared, AT.signal);
}

function tell(reply: ScanReply, buffers: ArrayBuffer[] = []): void {
  port.postMessage(reply, buffers);
  signal();
}

/** What a part holds is handed over, not copied: buffers of all its columns may be one. */
function buffersOf(found: Part | null): ArrayBuffer[] {
  if (found?.block == null) return [];
  const { cells, columns, unfilled } = found.block;
  const arrays = [
    unfilled,
    ...Object.values(cells),
    ...columns.flatMap((column): ArrayBufferView[] => {
      if (column.is === 'listed') return [column.codes, ...Object.values(column.cells)];
      return column.is === 'coded' ? [column.codes] : column.is === 'numbers' ? [column.values] : [];
    }),
  ];
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

/** Bytes that go into the digest at once. */
const PIECE = 1 << 22;

const descriptor = openSync(path, 'r');
// Where another file has taken the name, nothing of it is scanned: who asked does without this thread.
const isSame = identityOf(fstatSync(descriptor, { bigint: true })) === identity;
const read = readerOf(descriptor);
if (!isSame) {
  if (makesDigest) tell({ failed: 'digest' });
} else if (makesDigest) {
  try {
    const hash = createHash('sha256');
    for (let at = 0; at < size && Atomics.load(shared, AT.ended) === 0; at += PIECE) {
      hash.update(read(at, Math.min(size, at + PIECE)));
      signal();
    }
    tell({ digest: hash.digest('hex') });
  } catch {
    tell({ failed: 'digest' });
  }
}
const parts = isSame && layout !== null ? partsOf(size, layout) : 0;
for (let part = Atomics.add(shared, AT.next, 1); part < parts; part = Atomics.add(shared, AT.next, 1)) {
  for (;;) {
    const merged = Atomics.load(shared, AT.merged);
    if (Atomics.load(shared, AT.ended) !== 0 || part < merged + WINDOW) break;
    Atomics.wait(shared, AT.merged, merged, 1000);
  }
  if (Atomics.load(shared, AT.ended) !== 0) break;
  for (let back = receiveMessageOnPort(port); back !== undefined; back = receiveMessageOnPort(port))
    takeBack((back.message as SpareBuffer).buffer);
  try {
    const found = scanPart({ size, read }, layout!, part);
    tell({ part, found }, buffersOf(found));
  } catch {
    tell({ failed: part });
  }
}
closeSync(descriptor);
port.close();
