// `studyspec audit`: printed figures against each other and, where there are data, against what they give.
import { language, said } from '../base/speech.ts';
import { auditDocument, auditOf, execute } from '@studyspec/core';
import type { ExitCode } from '../base/exit.ts';
import { formatOf, refuseReport } from '../host/targets.ts';
import { tell } from '../host/output.ts';
import { alone, rendered, writeReport } from '../host/report-output.ts';
import { openedStudy } from '../host/language.ts';

import { refuseComparison } from './compared.ts';
import type { Terminal } from '../base/terminal.ts';
import { auditJson } from '../render/audit-json.ts';
import { countText, hasErrors, renderDiagnostics } from '../render/diagnostics.ts';

export interface AuditOptions {
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly lang?: string;
  readonly data: boolean;
}

/** Ends with 1 when something is impossible or inconsistent, and when the spec itself has errors. */
export async function audit(file: string, options: AuditOptions, terminal: Terminal): Promise<ExitCode> {
  const format = formatOf('audit', options);
  const study = await openedStudy(file, terminal.asked);
  refuseComparison('audit', study);
  if (options.output !== undefined) refuseReport('audit', options.output, study.inputs, options.force === true);
  const { plan, origins } = study.compiled;
  // Problems of the data are no hindrance: printed figures can be checked without them. openedStudy adds what the compiler could not know
  // (an unreadable file).
  const all = plan === null ? study.problems : study.compiled.problems;
  // An empty file has no error, and no figures either.
  const errors = hasErrors(all) || plan !== null ? all.filter((problem) => problem.severity === 'error') : all;
  if (plan === null || errors.length > 0) {
    await tell(`${renderDiagnostics(errors, study.texts, terminal.err)}\n${said().nothing.audited(countText(errors))}\n`);
    return 1;
  }
  const usable = options.data && study.coded !== null && study.frame !== null && !hasErrors(study.problems);
  const found = auditOf(plan, usable ? execute(plan, study.coded!, study.frame!) : null);
  const document = () => auditDocument(plan, found, { language: language() });
  const report =
    format === 'json'
      ? alone(auditJson(study.entry, plan, found, origins, study.texts))
      : await rendered(format, document(), terminal, options.output);
  await writeReport(format, report, options);
  if (options.data && plan.data !== null && !usable) await tell(`\n${said().nothing.dataUnused}\n`);
  return found.findings.some((one) => one.certainty !== 'worth a look') ? 1 : 0;
}
