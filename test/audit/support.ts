// Specs of printed figures, audited: what the tests of the audit share.
import { tell, auditOf, toldFinding, type Audit, type CheckName, type ToldFinding } from '@studyspec/core';
import { compile, locate, type Compiled } from '@studyspec/dsl';

export interface Audited {
  /** Its findings with what they say. */
  readonly audit: Omit<Audit, 'findings'> & { readonly findings: readonly ToldFinding[] };
  readonly compiled: Compiled;
  readonly of: (check: CheckName) => readonly ToldFinding[] /** The text of a cell in the file it stands in. */;
  readonly cell: (at: string) => string;
}

/** Audits a spec (and the tables it reads); throws when the spec has an error, so that a test never passes on a broken one. */
export function audited(spec: string, files: Readonly<Record<string, string>> = {}): Audited {
  const texts = new Map<string, string | null>([['s.study', spec], ...Object.entries(files)]);
  const compiled = compile({ entry: 's.study', texts });
  const error = compiled.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined || compiled.plan === null) throw new Error(error === undefined ? 'no plan' : tell(error, 'en').message);
  const found = auditOf(compiled.plan);
  const audit = { ...found, findings: found.findings.map((one) => toldFinding(one)) };
  const cell = (at: string): string => {
    const place = compiled.origins.get(at);
    return place === undefined ? '' : texts.get(place.file)!.slice(place.span.start, place.span.end);
  };
  return { audit, compiled, of: (check) => audit.findings.filter((one) => one.check === check), cell };
}

/** Its problems as a reader meets them, placed. */
export const placedProblems = ({ audit, compiled }: Audited) => locate(audit.problems, compiled.origins);
