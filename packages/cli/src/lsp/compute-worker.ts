// The computing thread: reads data, codes answers, executes plans, audits what was printed. It answers nobody but compute.ts, and knows no
// editor.
import { auditedProblems, checkColumns, codeAnswers, executeAll, withoutPlan, type CodedStudy, type Problem } from '@studyspec/core';
import { parentPort, workerData } from 'node:worker_threads';
import { studyMemos, Superseded } from './compute-memo.ts';
import type { ComputeReply, ComputeRequest, ComputeStart } from './compute-protocol.ts';
import { dataReader } from './data-reading.ts';

const port = parentPort!;
const superseded = new Int32Array((workerData as ComputeStart).superseded);
let ticket = 0;
const isSuperseded = (): boolean => Atomics.load(superseded, 0) === ticket;
const memos = studyMemos();
const readData = dataReader();
const reply = (message: ComputeReply): void => {
  port.postMessage(message);
};

port.on('message', (request: ComputeRequest) => {
  const { study } = request;
  ({ ticket } = request);
  try {
    const data = readData(request.plan, request.files);
    const { digest, schema } = data;
    if (digest !== request.known)
      reply({ kind: 'data', ticket, study, digest, schema, glance: data.glance, absent: data.absent, problems: data.problems });
    const memo = memos.of(study, isSuperseded);
    if (data.frame === null) {
      reply({ kind: 'numbers', ticket, study, digest, results: null, problems: [] });
      reply({ kind: 'done', ticket, study, audited: auditedProblems(memo, { plan: request.plan }) });
      return;
    }
    const { frame } = data;
    const coded = codeAnswers(request.plan, { ...data, frame }, memo);
    const results = request.execute ? withoutPlan(executeAll(request.plan, coded, frame, memo)) : null;
    reply({ kind: 'numbers', ticket, study, digest, results, problems: ofAnswers(request, coded, data.schema!) });
    const audited = auditedProblems(memo, { plan: request.plan });
    memos.done(study);
    reply({ kind: 'done', ticket, study, audited });
  } catch (error) {
    if (error instanceof Superseded) reply({ kind: 'superseded', ticket, study });
    else reply({ kind: 'failed', ticket, study, message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** Problems of the answers alone: what the schema says is found at once, on the thread that answers. */
function ofAnswers(request: ComputeRequest, coded: CodedStudy, schema: NonNullable<ReturnType<typeof readData>['schema']>): Problem[] {
  const said = new Set(checkColumns(request.plan, schema).map((problem) => JSON.stringify(problem)));
  return coded.problems.filter((problem) => !said.has(JSON.stringify(problem)));
}
