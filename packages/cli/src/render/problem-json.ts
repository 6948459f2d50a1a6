// Problems for programs: one plain shape (schema/check.schema.json), SARIF 2.1.0, and GitHub's annotations.
import type { Problem, Severity } from '@studyspec/core';
import { version } from '../version.ts';
import { linesOf } from './positions.ts';

type Texts = ReadonlyMap<string, string | null>;

interface PlacedProblem { readonly problem: Problem; readonly file: string | null; readonly line: number | null; readonly column: number | null; readonly endLine: number | null; readonly endColumn: number | null }

function placed(problems: readonly Problem[], texts: Texts): PlacedProblem[] {
  const lines = new Map([...texts].map(([file, text]) => [file, linesOf(text ?? '')]));
  return problems.map((problem) => {
    const place = problem.place;
    const known = place === undefined ? undefined : lines.get(place.file);
    if (place === undefined || known === undefined) return { problem, file: place?.file ?? null, line: null, column: null, endLine: null, endColumn: null };
    const from = known.at(place.span.start);
    const to = known.at(place.span.end);
    return { problem, file: place.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  });
}

/** What `check --format json` prints. */
export function problemsJson(files: readonly string[], problems: readonly Problem[], texts: Texts): string {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  const document = {
    $schema: 'https://studyspec.org/schema/check-1.json',
    version: 1,
    files,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    problems: placed(problems, texts).map(({ problem, file, line, column, endLine, endColumn }) => ({
      code: problem.code, name: problem.name, severity: problem.severity, message: problem.message, help: problem.help,
      place: file === null ? null : { file, line, column, endLine, endColumn, start: problem.place?.span.start ?? null, end: problem.place?.span.end ?? null },
      data: problem.data ?? null,
      fixes: problem.fixes ?? [],
      related: problem.related ?? [],
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** OASIS SARIF 2.1.0, as code scanning services read it. */
export function problemsSarif(problems: readonly Problem[], texts: Texts, rules: readonly { readonly code: string; readonly name: string; readonly title: string; readonly explanation: string }[]): string {
  const used = rules.filter((rule) => problems.some((problem) => problem.code === rule.code));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: {
        name: 'studyspec', version,
        rules: used.map((rule) => ({ id: rule.code, name: rule.name, shortDescription: { text: rule.title }, fullDescription: { text: rule.explanation, markdown: rule.explanation } })),
      } },
      columnKind: 'utf16CodeUnits',
      results: placed(problems, texts).map(({ problem, file, line, column, endLine, endColumn }) => ({
        ruleId: problem.code,
        level: LEVELS[problem.severity],
        message: { text: problem.help === '' ? problem.message : `${problem.message}\n${problem.help}` },
        locations: file === null ? [] : [{ physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          ...(line === null ? {} : { region: { startLine: line, startColumn: column, endLine, endColumn } }),
        } }],
      })),
    }],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** GitHub Actions' workflow commands: one line a problem, shown beside the line in a pull request. */
export function problemsGithub(problems: readonly Problem[], texts: Texts): string {
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return placed(problems, texts).map(({ problem, file, line, column, endLine, endColumn }) => {
    const facts = [
      ...(file === null ? [] : [`file=${property(file)}`]),
      ...(line === null ? [] : [`line=${line}`, `col=${column}`, `endLine=${endLine}`, `endColumn=${endColumn}`]),
      `title=${property(`${problem.code} ${problem.name}`)}`,
    ];
    const command = problem.severity === 'info' ? 'notice' : problem.severity;
    return `::${command} ${facts.join(',')}::${data(problem.help === '' ? problem.message : `${problem.message}\n${problem.help}`)}\n`;
  }).join('');
}
