// Problems as a person reads them in a terminal: what, where, the line with the words underlined, how to mend it.
import { language, said } from '../base/speech.ts';
import type { DataPlace, Place, Problem, Severity } from '@studyspec/core';
import { inkOf, type Ink } from './ink.ts';
import { linesOf, type Lines } from './positions.ts';
import { safe } from './terminal-text.ts';
import { tell, tellElsewhere, codesOf, countProblems, displayWidth, mostImportant } from '@studyspec/core';

export interface DiagnosticStyle {
  readonly color: boolean;
  readonly width: number /** However many there are. */;
  readonly all?: boolean;
}

/** Lines that are longer than this are shown around the place only. */
const EXCERPT = 140;

/** Parts of a problem that are shown under it. */
const PARTS = 3;

/** The arithmetic of a finding stands behind its first sentence. */
const firstSentence = (text: string): string => /^.*?(?:[^.]\.(?=\s)|。)/su.exec(text)?.[0] ?? text;

/** `texts` holds the files that places name; a problem in a file that is not among them is shown without its line. */
export function renderDiagnostics(problems: readonly Problem[], texts: ReadonlyMap<string, string | null>, style: DiagnosticStyle): string {
  const colors = inkOf(style.color);
  const lines = new Map<string, Lines | null>();
  const linesFor = (file: string): Lines | null => {
    let known = lines.get(file);
    if (known === undefined) {
      const text = texts.get(file);
      known = typeof text === 'string' ? linesOf(text) : null;
      lines.set(file, known);
    }
    return known;
  };
  const { shown, left } = style.all === true ? { shown: problems, left: [] } : mostImportant(problems);
  return (
    `${shown.map((problem) => `${renderOne(problem, linesFor, colors)}\n`).join('\n')}` +
    `${left.length === 0 ? '' : `\n${leftText(left)}\n`}`
  );
}

/** What is said of problems that are not shown. */
export function leftText(left: readonly Problem[]): string {
  return said().problems.notShown(countText(left), codesOf(left, 6));
}

function renderOne(problem: Problem, linesFor: (file: string) => Lines | null, colors: Ink): string {
  const paint = painter(problem.severity, colors);
  const { message, help } = tell(problem, language());
  const words = said().problems;
  const out = [`${paint(`${words.severity[problem.severity]}[${problem.code}]`)}${colors.bold(`${words.colon}${safe(message)}`)}`];
  const gutter = ' '.repeat(
    Math.max(
      1,
      ...[problem.place, ...(problem.related ?? []).map((related) => related.place)].map((place) =>
        place === undefined ? 1 : String(linesFor(place.file)?.at(place.span.start).line ?? 1).length,
      ),
    ),
  );
  if (problem.place !== undefined) out.push(...renderPlace(problem.place, '', '^', gutter, linesFor, colors, paint));
  for (const related of problem.related ?? [])
    out.push(...renderPlace(related.place, safe(tellElsewhere(related.says, language())), '-', gutter, linesFor, colors, colors.blue));
  if (problem.data !== undefined && problem.data.row !== undefined)
    out.push(`${gutter} ${colors.blue('=')} ${words.inData}${safe(dataText(problem.data))}`);
  if (help !== '') {
    const [first, ...rest] = safe(help).split('\n');
    const indent = `${gutter} ${' '.repeat(displayWidth(`= ${words.help}${words.colon}`))}`;
    out.push(
      `${gutter} ${colors.blue('=')} ${colors.bold(words.help)}${words.colon}${first ?? ''}`,
      ...rest.map((line) => `${indent}${line}`),
    );
  }
  out.push(...renderParts(problem.parts ?? [], gutter, linesFor, colors));
  return out.join('\n');
}

/** What a problem sums up, a line each; those that come first stand for all. */
function renderParts(parts: readonly Problem[], gutter: string, linesFor: (file: string) => Lines | null, colors: Ink): string[] {
  const shown = parts.slice(0, PARTS).map((part) => {
    const line = part.place === undefined ? null : (linesFor(part.place.file)?.at(part.place.span.start).line ?? null);
    const sentence = safe(firstSentence(tell(part, language()).message));
    return `${gutter} ${colors.blue('=')} ${said().problems.also(line, part.code, sentence)}`;
  });
  const rest = parts.length - shown.length;
  return rest > 0
    ? [
        ...shown,
        `${gutter} ${colors.blue('=')} ` +
          said().problems[parts.every((part) => part.code.startsWith('SS8')) ? 'moreFindings' : 'more'](rest),
      ]
    : shown;
}

function renderPlace(
  place: Place,
  message: string,
  mark: string,
  gutter: string,
  linesFor: (file: string) => Lines | null,
  colors: Ink,
  paint: (text: string) => string,
): string[] {
  const lines = linesFor(place.file);
  if (lines === null) return [`${gutter}${colors.blue('-->')} ${safe(place.file)}`];
  const from = lines.at(place.span.start);
  const to = lines.at(place.span.end);
  const text = lines.text(from.line);
  const startIn = from.column - 1;
  const endIn = to.line === from.line ? Math.max(to.column - 1, startIn) : text.length;
  // A long line is cut on both sides, so that the place stays in sight.
  const cutAt = text.length <= EXCERPT ? 0 : Math.max(0, Math.min(startIn - 40, text.length - EXCERPT));
  const before = `${cutAt > 0 ? '…' : ''}${safe(text.slice(cutAt, startIn))}`;
  const inside = safe(text.slice(startIn, Math.min(endIn, cutAt + EXCERPT)));
  const after = `${safe(text.slice(Math.min(endIn, cutAt + EXCERPT), cutAt + EXCERPT))}${text.length > cutAt + EXCERPT ? '…' : ''}`;
  const bar = colors.blue('|');
  const number = String(from.line).padStart(gutter.length);
  const underline = `${' '.repeat(displayWidth(before))}${paint(mark.repeat(Math.max(1, displayWidth(inside))))}`;
  return [
    `${gutter}${colors.blue('-->')} ${safe(place.file)}:${from.line}:${from.column}`,
    `${gutter} ${bar}`,
    `${colors.blue(number)} ${bar} ${before}${inside}${after}`.trimEnd(),
    `${gutter} ${bar} ${underline}${message === '' ? '' : ` ${paint(message)}`}`,
  ];
}

const dataText = ({ file, row, id, column, value }: DataPlace): string => said().problems.dataPlace({ file, row: row!, id, column, value });

function painter(severity: Severity, colors: Ink): (text: string) => string {
  if (severity === 'error') return (text) => colors.bold(colors.red(text));
  return severity === 'warning' ? (text) => colors.bold(colors.yellow(text)) : (text) => colors.bold(colors.cyan(text));
}

/** `2 errors, 1 warning`; empty when there is nothing to count. */
export const countText = (problems: readonly Problem[]): string => said().problems.counted(countProblems(problems));

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
