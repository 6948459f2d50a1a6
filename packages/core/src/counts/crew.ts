// Work on rows in parts: one after another here, or several at once where the host has threads that help (`hire`). What a part gives
// depends on its rows alone, and parts are put together in their order: a number never depends on who did what.
import { mayEnd } from '../numerics/parts.ts';

/** Rows of a part: whole blocks of everything that goes block by block. */
const PART = 1 << 17;

/** `work` is handed everything that it reads, and gives what can be sent: numbers, and arrays of its own. */
export interface RowTask<G, R> {
  readonly name: string;
  readonly work: (given: G, from: number, to: number) => R;
}

/** Threads that know the tasks too. */
export interface Crew {
  /** `here` does one of the parts in this thread; what they give is taken in their order. */
  readonly run: (work: CrewWork, parts: number, here: (part: number) => unknown, take: (found: unknown, part: number) => void) => void;
}
/** A task as it is sent: its arrays of rows lie in shared memory. */
export interface CrewWork {
  readonly task: string;
  readonly given: unknown;
  readonly rows: number;
  readonly size: number;
}

let crew: Crew | null = null;

/** From now on codes of many rows lie in shared memory, and tasks on them are done together; null: alone. */
export function hire(found: Crew | null): void {
  crew = found;
}

/** Room for an array of rows that tasks may read. */
export const roomFor = (bytes: number): ArrayBufferLike =>
  crew === null || bytes < PART ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);

/** Whoever does a part may write there. */
export const isSeen = (array: ArrayBufferView): boolean => crew === null || array.buffer instanceof SharedArrayBuffer;

let spare: ArrayBufferLike | null = null;
/** From now on nobody reads it. A thread that has seen shared memory keeps it: the next who needs as much had better take the same. */
export function giveBack(room: ArrayBufferLike): void {
  spare = room;
}
/** Room that was given back, where there is some of about so many bytes; whatever stands in it. */
export function takeSpare(bytes: number): ArrayBufferLike | null {
  if (spare === null || spare.byteLength < bytes || spare.byteLength > bytes + PART) return null;
  const room = spare;
  spare = null;
  return room;
}

/** Rows of a part of what gives a table a part: a few for each thread, so that all end together. */
export const fewParts = (rows: number): number => Math.max(1, Math.ceil(rows / 8 / PART)) * PART;

/** Takes what the parts of all rows give, in their order; a part has `size` rows. */
export function inParts<G, R>(task: RowTask<G, R>, given: G, rows: number, take: (found: R, from: number) => void, size = PART): void {
  const work: CrewWork = { task: task.name, given, rows, size };
  const parts = Math.ceil(rows / size);
  const here = (part: number): R => {
    mayEnd();
    return partBy(task as RowTask<unknown, R>, work, part);
  };
  if (crew !== null && parts > 1 && isSent(given)) crew.run(work, parts, here, (found, part) => take(found as R, part * size));
  else for (let part = 0; part < parts; part++) take(here(part), part * size);
}

/** What one part gives. */
export const partBy = <R>({ work }: RowTask<unknown, R>, { given, rows, size }: CrewWork, part: number): R =>
  work(given, part * size, Math.min(rows, (part + 1) * size));

/** Nothing in it has to be copied for each thread that is worth a word. */
function isSent(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return true;
  if (ArrayBuffer.isView(given)) return given.buffer instanceof SharedArrayBuffer || given.byteLength < PART;
  return Object.values(given).every(isSent);
}
