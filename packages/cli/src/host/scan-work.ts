// What the threads that scan a large file are told and tell: scan-ahead.ts asks, scan-worker.ts answers.
import type { MessagePort } from 'node:worker_threads';
import type { Part, PartLayout } from '@studyspec/core';

/** Where threads tell one another how far they are: numbers in shared memory. */
export const AT = { next: 0, signal: 1, merged: 2, ended: 3 } as const;
/** So many parts may wait to be put together. */
export const WINDOW = 12;

export interface ScanWork {
  readonly path: string;
  /** Of the file that is read, whatever stands under its name by the time that a thread opens it. */
  readonly identity: string;
  readonly size: number;
  /** Null where nothing is scanned. */
  readonly layout: PartLayout | null;
  readonly shared: Int32Array;
  readonly port: MessagePort;
  readonly makesDigest: boolean;
}

export type ScanReply =
  | { readonly part: number; readonly found: Part | null }
  | { readonly digest: string }
  /** Somebody else has to do it. */
  | { readonly failed: number | 'digest' };

/** What a part was handed over in, to be used again. */
export interface SpareBuffer {
  readonly buffer: ArrayBuffer;
}
