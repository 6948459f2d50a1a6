// The last numbers of each study as the computing thread knows that they are held here: of later ones only what changed crosses (delta.ts).
import type { BareResults } from '@studyspec/core';
import type { ComputeReply, PostedReply } from './compute-protocol.ts';
import { applied } from './delta.ts';

export interface HeldNumbers {
  /** Ticket of the numbers that are held of a study; null where there are none. */
  ticket(study: string): number | null;
  /** The reply with its numbers put together; null for one about numbers that are held no more, which nobody waits for. */
  whole(posted: PostedReply): ComputeReply | null;
  forget(study: string): void;
  clear(): void;
}

export function heldNumbers(): HeldNumbers {
  const held = new Map<string, { readonly ticket: number; readonly results: BareResults | null }>();
  return {
    ticket: (study) => held.get(study)?.ticket ?? null,
    whole(posted) {
      if (posted.kind !== 'numbers') return posted;
      const { sent, ...reply } = posted;
      const base = held.get(reply.study);
      // Waves of one computation rest on each other. A study may be closed while its numbers are under way.
      if (sent.since !== null && base?.ticket !== sent.since) return null;
      const results = applied(sent.since === null ? null : base!.results, sent.delta) as BareResults | null;
      held.set(reply.study, { ticket: reply.ticket, results });
      return { ...reply, results };
    },
    forget: (study) => {
      held.delete(study);
    },
    clear: () => {
      held.clear();
    },
  };
}
