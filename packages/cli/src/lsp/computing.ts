// What a computing thread does: reads data, codes answers, executes plans, audits what was printed. It answers nobody but compute.ts, and
// knows no editor. The thread itself is the host's (node/compute-worker.ts, browser/worker.ts).
import {
  auditedProblems,
  checkColumns,
  codeAnswers,
  executeInWaves,
  executeRead,
  listenToSteps,
  withoutPlan,
  type BareResults,
  type CodedStudy,
  type Problem,
  type Schema,
} from '@studyspec/core';
import { studyMemos, Superseded } from './compute-memo.ts';
import type { ComputeRequest, PostedReply } from './compute-protocol.ts';
import { deltaOf } from './delta.ts';
import { dataReader, type DataSource } from './data-reading.ts';

/** Of so many rows numbers arrive in waves, where one after the other takes so long (milliseconds). */
const LARGE = 50_000;
const LONG = 100;
/** So often it is told what is being done. */
const EVERY = 200;
/** A piece that nobody wants any more may go on for so long: what is nearly done is kept, and is there at the next edit. */
const GRACE = 100;

/** So many studies' numbers are remembered as they were sent. */
const STUDIES = 4;

/** `isSuperseded`: the request under this ticket is not wanted any more. What it gives computes one request to its end. */
export function computer(
  source: DataSource,
  isSuperseded: (ticket: number) => boolean,
  reply: (message: PostedReply) => void,
): (request: ComputeRequest) => void {
  let ticket = 0;
  const memos = studyMemos();
  const readData = dataReader(source);
  /** What was sent last of each study; an editor has one or two at a time. */
  const sent = new Map<string, { readonly ticket: number; readonly results: BareResults | null }>();

  function replyNumbers(
    request: ComputeRequest,
    digest: string,
    results: BareResults | null,
    problems: readonly Problem[],
    partial = false,
  ): void {
    const { study } = request;
    const last = sent.get(study);
    // Of its own earlier waves, or of what the other side held before.
    const since = last !== undefined && (last.ticket === request.held || last.ticket === ticket) ? last.ticket : null;
    sent.delete(study);
    sent.set(study, { ticket, results });
    if (sent.size > STUDIES) sent.delete(sent.keys().next().value!);
    const delta = deltaOf(since === null ? null : last!.results, results);
    reply({ kind: 'numbers', ticket, study, digest, sent: { since, delta }, problems, partial });
  }

  return (request) => {
    const { study } = request;
    ({ ticket } = request);
    let told = Date.now();
    let waved = told;
    let unwanted = Infinity;
    listenToSteps((step) => {
      const now = Date.now();
      // What was read is needed by whatever is wanted instead.
      if (step.is !== 'reading' && isSuperseded(ticket)) {
        unwanted = Math.min(unwanted, now);
        if (now - unwanted >= GRACE) throw new Superseded();
      }
      if (now - told < EVERY) return;
      told = now;
      reply({ kind: 'step', ticket, study, step });
    });
    try {
      const data = readData(request.plan, request.files);
      const { digest, schema } = data;
      if (digest !== request.known)
        reply({ kind: 'data', ticket, study, digest, schema, glance: data.glance, absent: data.absent, problems: data.problems });
      const memo = memos.of(study, () => isSuperseded(ticket));
      if (data.frame === null) {
        replyNumbers(request, digest, null, []);
        reply({ kind: 'done', ticket, study, audited: auditedProblems(memo, { plan: request.plan }) });
        return;
      }
      const { frame } = data;
      const coded = codeAnswers(request.plan, { ...data, frame }, memo);
      const problems = ofAnswers(request, coded, data.schema!);
      if (!request.execute) replyNumbers(request, digest, null, problems);
      else if (frame.rows < LARGE) replyNumbers(request, digest, withoutPlan(executeRead(request.plan, coded, frame, memo)), problems);
      else
        for (const { results, isLast } of executeInWaves(request.plan, coded, frame, memo)) {
          const now = Date.now();
          if (!isLast && now - waved < LONG) continue;
          waved = now;
          replyNumbers(request, digest, withoutPlan(results), problems, !isLast);
        }
      const audited = auditedProblems(memo, { plan: request.plan });
      memos.done(study);
      reply({ kind: 'done', ticket, study, audited });
    } catch (error) {
      if (error instanceof Superseded) reply({ kind: 'superseded', ticket, study });
      else reply({ kind: 'failed', ticket, study, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      listenToSteps(null);
    }
  };
}

/** Problems of the answers alone: what the schema says is found at once, on the thread that answers. */
function ofAnswers(request: ComputeRequest, coded: CodedStudy, schema: Schema): Problem[] {
  const said = new Set(checkColumns(request.plan, schema).map((problem) => JSON.stringify(problem)));
  return coded.problems.filter((problem) => !said.has(JSON.stringify(problem)));
}
