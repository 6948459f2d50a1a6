// `studyspec replicate`: writes a first replication spec for another survey. What matches what is dsl's; here are files and words.
import { proposeReplication, standardFrameworks, type Proposal } from '@studyspec/dsl';
import { dirname, relative, resolve } from 'node:path';
import { CallError, type ExitCode } from '../base/exit.ts';
import { language, said } from '../base/speech.ts';
import { readAnswers } from '../host/answers.ts';
import { codebookRows } from '../host/codebook-rows.ts';
import { readBytes, unreadable, writeFiles } from '../host/files.ts';
import { printFile, tell } from '../host/output.ts';
import { openedStudy } from '../host/language.ts';

import { endingOf, joinInputs, refuseInput, refuseTarget, type Inputs } from '../host/targets.ts';
import { refuseComparison } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';

export interface ReplicateOptions {
  readonly output?: string;
  readonly codebook?: string;
  readonly encoding?: string;
  readonly force?: boolean;
}

export async function replicate(file: string, data: string, options: ReplicateOptions, terminal: Terminal): Promise<ExitCode> {
  const out = options.output;
  const original = await openedStudy(file, terminal.asked);
  refuseComparison('replicate', original);
  const named: Inputs = { origins: [], paths: [data, ...(options.codebook === undefined ? [] : [options.codebook])] };
  if (out !== undefined) {
    const inputs = joinInputs([original.inputs, named]);
    const ending = endingOf(out);
    refuseInput(out, inputs);
    if (ending !== null && ending !== 'study') throw new CallError(said().wrong.onlyStudyFiles('replicate', ending, out));
    refuseTarget(out, inputs, options.force === true);
  }
  const broken = original.compiled.problems.filter((problem) => problem.severity === 'error');
  const unread =
    original.compiled.plan !== null
      ? []
      : hasErrors(original.problems)
        ? original.problems.filter((problem) => problem.severity === 'error')
        : original.problems;
  if (original.compiled.plan === null || broken.length > 0) {
    const problems = broken.length > 0 ? broken : unread;
    await tell(`${renderDiagnostics(problems, original.texts, terminal.err)}\n${said().nothing.ofOriginal(countText(problems))}\n`);
    return 1;
  }
  const read = readBytes(data);
  if ('refusal' in read) throw unreadable(data, read.refusal);
  const { frame, problems } = readAnswers(options.encoding === undefined ? {} : { encoding: options.encoding }, data, data, read);
  if (frame === null || hasErrors(problems)) {
    await tell(`${renderDiagnostics(problems, new Map(), terminal.err)}\n${said().nothing.ofData(countText(problems))}\n`);
    return 1;
  }
  const proposal = proposeReplication({
    plan: original.compiled.plan,
    original: standardFrameworks.has(file) ? file : beside(out, file),
    frame,
    dataFile: beside(out, data),
    codebook: options.codebook === undefined ? null : codebookRows(options.codebook),
    language: language(),
  });
  if (out === undefined) await printFile(proposal.text);
  else await writeFiles([{ path: out, content: proposal.text }]);
  await tell(summary(proposal, out));
  return 0;
}

/** A file's name as a spec in `out` has to write it. */
function beside(out: string | undefined, file: string): string {
  return relative(out === undefined ? '.' : dirname(resolve(out)), resolve(file)).replaceAll('\\', '/');
}

function summary(proposal: Proposal, out: string | undefined): string {
  const { written } = said();
  return (
    `\n${written.replication(out ?? null, proposal.matches.length, proposal.guesses)}\n` +
    (proposal.unmatched.length === 0 ? '' : `${written.notFound(proposal.unmatched)}\n`) +
    (proposal.unused.length === 0 ? '' : `${written.unused(proposal.unused)}\n`)
  );
}
