// What the answering thread and the computing thread say to each other: plain values only.
import type { Delta } from './delta.ts';
import type { BareResults, DataGlance, Plan, Problem, Schema, Step } from '@studyspec/core';

/** A data file as the plan names it, where it lies, and its stamp when it was last looked at: the same path and stamp are read once. */
export interface StampedFile {
  readonly name: string;
  readonly path: string;
  readonly stamp: string;
}

export interface ComputeRequest {
  readonly ticket: number;
  readonly study: string;
  readonly plan: Plan;
  /** The file of answers, then those joined to it. */
  readonly files: readonly StampedFile[];
  /** Digest of the data that the asking side knows: they are not sent again. */
  readonly known: string | null;
  /** False: code the answers only. */
  readonly execute: boolean;
  /** Ticket of the numbers of this study that the asking side holds: of others only what became another is sent. */
  readonly held: number | null;
}

/** Numbers as they cross: what became another since those of ticket `since` (null: all of them). */
export interface SentNumbers {
  readonly since: number | null;
  readonly delta: Delta;
}

/** What the thread posts: a reply in which numbers stand as what changed of them. */
export type PostedReply =
  | Exclude<ComputeReply, { readonly kind: 'numbers' }>
  | (Omit<NumbersReply, 'results'> & { readonly sent: SentNumbers });

type NumbersReply = Extract<ComputeReply, { readonly kind: 'numbers' }>;

export type ComputeReply =
  | {
      readonly kind: 'data';
      readonly ticket: number;
      readonly study: string;
      readonly digest: string;
      readonly schema: Schema | null;
      readonly glance: DataGlance | null;
      readonly absent: readonly string[];
      readonly problems: readonly Problem[];
    }
  /** Numbers first: they are looked at while one types. `problems` are of the answers. */
  | {
      readonly kind: 'numbers';
      readonly ticket: number;
      readonly study: string;
      readonly digest: string;
      readonly results: BareResults | null;
      readonly problems: readonly Problem[];
      /** Jobs that are not computed yet have none: more numbers follow under the same ticket. */
      readonly partial: boolean;
    }
  /** What is being done just now, from time to time. */
  | { readonly kind: 'step'; readonly ticket: number; readonly study: string; readonly step: Step }
  /** The printed figures have been audited too, and the request is done with. */
  | { readonly kind: 'done'; readonly ticket: number; readonly study: string; readonly audited: readonly Problem[] }
  /** A newer request took its place. */
  | { readonly kind: 'superseded'; readonly ticket: number; readonly study: string }
  | { readonly kind: 'failed'; readonly ticket: number; readonly study: string; readonly message: string };

/** What the thread is given at its start: one number, the ticket that is no longer wanted. */
export interface ComputeStart {
  readonly superseded: SharedArrayBuffer;
}
