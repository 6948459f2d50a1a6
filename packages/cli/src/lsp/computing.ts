// What a computing thread does: reads data, codes answers, executes plans, audits what was printed. It answers nobody but compute.ts, and
// knows no editor. The thread itself is the host's (node/compute-worker.ts, browser/worker.ts).
import {
  auditedProblems,
  checkColumns,
  codeAnswers,
  executeRead,
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

  function replyNumbers(request: ComputeRequest, digest: string, results: BareResults | null, problems: readonly Problem[]): void {
    const { study } = request;
    const last = sent.get(study);
    const since = last !== undefined && last.ticket === request.held ? last.ticket : null;
    sent.delete(study);
    sent.set(study, { ticket, results });
    if (sent.size > STUDIES) sent.delete(sent.keys().next().value!);
    const delta = deltaOf(since === null ? null : last!.results, results);
    reply({ kind: 'numbers', ticket, study, digest, sent: { since, delta }, problems });
  }

  return (request) => {
    const { study } = request;
    ({ ticket } = request);
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
      const results = request.execute ? withoutPlan(executeRead(request.plan, coded, frame, memo)) : null;
      replyNumbers(request, digest, results, ofAnswers(request, coded, data.schema!));
      const audited = auditedProblems(memo, { plan: request.plan });
      memos.done(study);
      reply({ kind: 'done', ticket, study, audited });
    } catch (error) {
      if (error instanceof Superseded) reply({ kind: 'superseded', ticket, study });
      else reply({ kind: 'failed', ticket, study, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}

/** Problems of the answers alone: what the schema says is found at once, on the thread that answers. */
function ofAnswers(request: ComputeRequest, coded: CodedStudy, schema: Schema): Problem[] {
  const said = new Set(checkColumns(request.plan, schema).map((problem) => JSON.stringify(problem)));
  return coded.problems.filter((problem) => !said.has(JSON.stringify(problem)));
}
