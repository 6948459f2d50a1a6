// Problems for programs: one plain shape (schema/check.schema.json), SARIF 2.1.0, and GitHub's annotations.
import { language } from '../base/speech.ts';
import { leftText } from './diagnostics.ts';
import { safe } from './terminal-text.ts';
import {
  countProblems,
  mostImportant,
  tell,
  tellAct,
  tellElsewhere,
  tellWhole,
  wordsOfProblem,
  type ProblemKind,
  type Counts,
  type DataRead,
  type Place,
  type Problem,
  type Severity,
  type Shown,
} from '@studyspec/core';
import { version } from '../base/version.ts';
import { linesOf } from './positions.ts';

type Texts = ReadonlyMap<string, string | null>;

interface PlacedProblem {
  readonly problem: Problem;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

function placed(problems: readonly Problem[], texts: Texts): PlacedProblem[] {
  const lines = new Map([...texts].map(([file, text]) => [file, linesOf(text ?? '')]));
  return problems.map((problem) => {
    const place = problem.place;
    const known = place === undefined ? undefined : lines.get(place.file);
    if (place === undefined || known === undefined)
      return { problem, file: place?.file ?? null, line: null, column: null, endLine: null, endColumn: null };
    const from = known.at(place.span.start);
    const to = known.at(place.span.end);
    return { problem, file: place.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  });
}

/** One of the files that were checked; `reason` says why nothing was computed. */
export interface CheckedStudy {
  readonly file: string;
  readonly computed: boolean;
  readonly reason: 'errors' | 'no data' | 'quick' | null;
  readonly counts: Counts;
  /** How its files were read, and each column as what; null where they were not. */
  readonly data: DataRead | null;
}

const shownOf = (problems: readonly Problem[], all: boolean): Shown => (all ? { shown: problems, left: [] } : mostImportant(problems));

/** What `check --format json` prints. */
export function problemsJson(
  files: readonly string[],
  problems: readonly Problem[],
  stated: readonly Problem[],
  texts: Texts,
  studies: readonly CheckedStudy[],
  all: boolean,
): string {
  const { shown, left } = shownOf(problems, all);
  const document = {
    $schema: 'https://studyspec.org/schema/check-1.json',
    version: 1,
    files,
    studies,
    counts: countProblems(problems),
    leftOut: left.length,
    problems: placed(shown, texts).map((one) => ({ ...plain(one), parts: placed(one.problem.parts ?? [], texts).map(plain) })),
    stated: placed(stated, texts).map((one) => ({
      ...plain(one),
      reason: one.problem.stated,
      parts: placed(one.problem.parts ?? [], texts).map(plain),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function plain({ problem, file, line, column, endLine, endColumn }: PlacedProblem) {
  return {
    code: problem.code,
    name: problem.name,
    severity: problem.severity,
    ...tell(problem, language()),
    facts: problem.facts,
    place:
      file === null
        ? null
        : { file, line, column, endLine, endColumn, start: problem.place?.span.start ?? null, end: problem.place?.span.end ?? null },
    data: problem.data ?? null,
    fixes: (problem.fixes ?? []).map(({ act, edits }) => ({ title: tellAct(act, language()), edits })),
    related: (problem.related ?? []).map(({ says, place: at }) => ({ message: tellElsewhere(says, language()), place: at })),
  };
}

const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

const REPOSITORY = 'https://github.com/studyspec/studyspec';

/** A file as a reference that holds whatever its name holds: an absolute one with its scheme, others from the working folder. */
function uriOf(file: string): string {
  const escaped = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//u.test(file.replaceAll('\\', '/'))) return `file:///${escaped.replace('%3A', ':')}`;
  return escaped.startsWith('/') ? `file://${escaped}` : escaped;
}

function regionOf(place: Place, texts: Texts) {
  const text = texts.get(place.file);
  if (typeof text !== 'string') return {};
  const lines = linesOf(text);
  const [from, to] = [lines.at(place.span.start), lines.at(place.span.end)];
  return { region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column } };
}

/** OASIS SARIF 2.1.0, as code scanning services read it. */
export function problemsSarif(problems: readonly Problem[], texts: Texts, rules: readonly ProblemKind[], all: boolean): string {
  const { shown, left } = shownOf(problems, all);
  const first = [...texts.keys()][0] ?? '';
  const used = rules.filter((rule) => shown.some((problem) => problem.code === rule.code));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'studyspec',
            version,
            semanticVersion: version,
            informationUri: REPOSITORY,
            rules: used.map(({ code, name, severity }) => {
              const { title, explanation } = wordsOfProblem(name, language());
              return {
                id: code,
                name,
                shortDescription: { text: title },
                fullDescription: { text: explanation, markdown: explanation },
                help: { text: `studyspec explain ${code}`, markdown: `\`studyspec explain ${code}\`` },
                helpUri: `${REPOSITORY}/blob/main/docs/reference/problems.md#${code.toLowerCase()}-${name}`,
                defaultConfiguration: { level: LEVELS[severity] },
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(left.length === 0
          ? {}
          : {
              invocations: [
                { executionSuccessful: true, toolExecutionNotifications: [{ level: 'note', message: { text: leftText(left) } }] },
              ],
            }),
        results: placed(shown, texts).map(({ problem, file, line, column, endLine, endColumn }) => ({
          ruleId: problem.code,
          ruleIndex: used.findIndex(({ code }) => code === problem.code),
          level: LEVELS[problem.severity],
          message: { text: tellWhole(problem, language()) },
          // Services take no result without a place: what stands nowhere stands at the first file.
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file ?? first) },
                ...(line === null ? {} : { region: { startLine: line, startColumn: column, endLine, endColumn } }),
              },
            },
          ],
          ...(problem.related === undefined || problem.related.length === 0
            ? {}
            : {
                relatedLocations: problem.related.map(({ says, place }, id) => ({
                  id,
                  message: { text: tellElsewhere(says, language()) },
                  physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, ...regionOf(place, texts) },
                })),
              }),
        })),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** GitHub Actions' workflow commands: one line a problem, shown beside the line in a pull request. */
export function problemsGithub(problems: readonly Problem[], texts: Texts, all: boolean): string {
  const { shown, left } = shownOf(problems, all);
  const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return (
    placed(shown, texts)
      .map(({ problem, file, line, column, endLine, endColumn }) => {
        const facts = [
          ...(file === null ? [] : [`file=${property(file)}`]),
          ...(line === null ? [] : [`line=${line}`, `col=${column}`, `endLine=${endLine}`, `endColumn=${endColumn}`]),
          `title=${property(`${problem.code} ${problem.name}`)}`,
        ];
        const command = problem.severity === 'info' ? 'notice' : problem.severity;
        return `::${command} ${facts.join(',')}::${data(safe(tellWhole(problem, language())))}\n`;
      })
      .join('') + (left.length === 0 ? '' : `::notice title=StudySpec::${data(leftText(left))}\n`)
  );
}
