// What can be mended or changed where the caret stands: the mends that problems bring along, those that the data suggest, and refactorings.
import { findProblemKind, otherLanguage, tellAct, type Problem, type Span } from '@studyspec/core';
import { upgraded } from '../semantics/upgrades.ts';
import { dataFixes } from './fix-data.ts';
import { refactorings } from './fix-refactor.ts';
import { beginningsOf, plainSnippet } from './begin.ts';
import { takeOut } from './edits.ts';
import { byCodeUnits, formatName } from '@studyspec/core';
import { namesOfSnapshot } from './names.ts';
import { everyProblemOf } from './problems.ts';
import type { Snapshot } from './snapshot.ts';
import { overlaps, pathAt } from './tree.ts';
import type { CodeFix } from './types.ts';
import { wordsOf } from './words.ts';

export function fixesAt(s: Snapshot, span: Span): CodeFix[] {
  const found: CodeFix[] = [];
  for (const problem of everyProblemOf(s)) {
    if (problem.place === undefined || !overlaps(problem.place.span, span)) continue;
    const brought = (problem.fixes ?? []).map(
      (fix): CodeFix => ({ title: tellAct(fix.act, s.language), edits: fix.edits, problem, preferred: false, kind: 'quickfix' }),
    );
    const all = [...brought, ...dataFixes(s, problem), ...wordFixes(s, problem)];
    const accepted = acceptance(s, problem);
    // One mend that stands alone is the one that is meant.
    found.push(...all.map((fix, at) => ({ ...fix, preferred: fix.preferred || (at === 0 && all.length === 1) })), ...accepted);
  }
  const seen = new Set<string>();
  return [...found, ...beginnings(s), ...refactorings(s, span)].filter((fix) => {
    const key = `${fix.title} ${JSON.stringify(fix.edits)}`;
    if (seen.has(key) || !isApplicable(s, fix)) return false;
    seen.add(key);
    return true;
  });
}

/** What an empty file can begin with goes behind its comments. */
function beginnings(s: Snapshot): CodeFix[] {
  const at = { start: s.file.text.length, end: s.file.text.length };
  const front = s.file.text.trim() === '' ? '' : '\n';
  return beginningsOf(s).map(({ title, snippet }) => ({
    title,
    edits: [{ file: s.file.path, span: at, text: `${front}${plainSnippet(snippet)}` }],
    preferred: false,
    kind: 'quickfix',
  }));
}

/** Edits in known files, within their texts, none over another. */
function isApplicable(s: Snapshot, fix: CodeFix): boolean {
  const edits = [...fix.edits].sort((a, b) => byCodeUnits(a.file, b.file) || a.span.start - b.span.start);
  return (
    edits.length > 0 &&
    edits.every(({ file, span }, at) => {
      const length = s.sources.get(file)?.text.length ?? (file === s.file.path ? s.file.text.length : -1);
      const before = edits[at - 1];
      return (
        span.start <= span.end && span.end <= length && (before === undefined || before.file !== file || before.span.end <= span.start)
      );
    })
  );
}

/** A warning or a note can be let stand, with a reason: the last choice, never the preferred one. */
function acceptance(s: Snapshot, problem: Problem): CodeFix[] {
  const { file } = s;
  if (
    problem.severity === 'error' ||
    problem.name === 'idle-acceptance' ||
    s.study.compiled.plan === null ||
    s.study.entry !== file.path ||
    findProblemKind(problem.code)?.severity === 'error'
  )
    return [];
  const words = wordsOf(s);
  const end = file.text.length;
  const gap = file.text.endsWith('\n') ? '\n' : '\n\n';
  const text = `${gap}accept ${problem.code} "${words.written.whyItStands}"\n`;
  return [
    {
      title: words.mends.letStand(problem.code),
      edits: [{ file: file.path, span: { start: end, end }, text }],
      problem,
      preferred: false,
      kind: 'quickfix',
    },
  ];
}

function wordFixes(s: Snapshot, problem: Problem): CodeFix[] {
  const span = problem.place!.span;
  const { mends } = wordsOf(s);
  if (problem.name === 'duplicate-clause') {
    const clause = pathAt(s.file.parsed.file, span.end).findLast((entry) => entry.type === 'clause' && entry.wordSpan.start === span.start);
    return clause === undefined
      ? []
      : [{ title: mends.deleteSecond, edits: [takeOut(s.file, clause.span)], problem, preferred: true, kind: 'quickfix' }];
  }
  if (problem.name === otherLanguage.name) return broughtUp(s, problem);
  if (problem.name === 'idle-acceptance') {
    const line = s.file.parsed.file.declarations.find((one) => one.kind === 'accept' && overlaps(one.span, span));
    return line === undefined || line.names.length !== 1
      ? []
      : [{ title: mends.deleteLine, edits: [takeOut(s.file, line.span)], problem, preferred: true, kind: 'quickfix' }];
  }
  if (problem.code.startsWith('SS1')) {
    // A name that reads like a word of the language.
    const text = s.file.text.slice(span.start, span.end);
    const declared = namesOfSnapshot(s).named.has(text) || s.schema?.columns.some((column) => column.name === text) === true;
    if (declared && formatName(text) === text)
      return [
        {
          title: mends.backquotes(text),
          edits: [{ file: s.file.path, span, text: `\`${text}\`` }],
          problem,
          preferred: false,
          kind: 'quickfix',
        },
      ];
  }
  return [];
}

/** What `fmt --upgrade` does, a line an edit: no step moves a line. Of a newer language nobody knows what it means. */
function broughtUp(s: Snapshot, problem: Problem): CodeFix[] {
  const { file, study } = s;
  const { plan, comparison } = study.compiled;
  const upgrade = plan === null && comparison === null ? null : upgraded(file.text, plan);
  if (upgrade === null) return [];
  const [before, after] = [file.text.split('\n'), upgrade.text.split('\n')];
  if (before.length !== after.length) return [];
  let start = 0;
  const edits = before.flatMap((line, at) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return line === after[at] ? [] : [{ file: file.path, span, text: after[at]! }];
  });
  return [{ title: wordsOf(s).mends.bringUp(upgrade.to), edits, problem, preferred: upgrade.left.length === 0, kind: 'quickfix' }];
}
