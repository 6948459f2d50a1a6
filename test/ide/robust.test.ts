// On half-typed and mangled texts no feature throws, every span lies in the text, edits never overlap.
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parse,
  completionsAt,
  definitionAt,
  fixesAt,
  foldsOf,
  formatEdits,
  formatOnType,
  formatRangeEdits,
  highlightsAt,
  hintsOf,
  hoverAt,
  lensesOf,
  linksOf,
  prepareRenameAt,
  previewTargetAt,
  problemsOf,
  referencesAt,
  renameAt,
  replicatedBy,
  selectionRangesAt,
  semanticTokensOf,
  signatureAt,
  studyAt,
  symbolsOf,
  workspaceSymbols,
  type Snapshot,
  type Span,
  type SymbolNode,
} from '@studyspec/dsl';
import { base, project, snapshotOf } from './support.ts';

/** Set STUDYSPEC_RUNS for a longer look. */
const runs = Number(process.env['STUDYSPEC_RUNS'] ?? 120);

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const specs = [
  base,
  read('examples/anshun/anshun.study'),
  read('examples/anshun/anshun-clean.study'),
  ...readdirSync(new URL('test/language/specs/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.study'))
    .map((name) => read(`test/language/specs/${name}`)),
];
const pieces = [
  '{',
  '}',
  '"',
  '`',
  ' ',
  '\n',
  '\r\n',
  '..',
  '.',
  ',',
  '(',
  ')',
  '=',
  '|',
  '*',
  '//',
  '🎓',
  '满意',
  ' of ',
  ' by ',
  'index i {',
  ' where a is b',
  'category',
  '１',
  '“',
  '\u2028',
  'study "x" replicates "main.study"',
];

/** A prefix of a spec, or one with a few pieces put in and taken out. */
const mangled = fc
  .tuple(
    fc.integer({ min: 0, max: specs.length - 1 }),
    fc.boolean(),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 12 }), fc.constantFrom(...pieces)), {
      maxLength: 4,
    }),
  )
  .map(([which, cut, at, edits]) => {
    const spec = specs[which]!;
    let text = cut ? spec.slice(0, Math.round(at * spec.length)) : spec;
    for (const [where, removed, piece] of edits) {
      const from = Math.round(where * text.length);
      text = text.slice(0, from) + piece + text.slice(from + removed);
    }
    return text;
  });

function within(span: Span, length: number): boolean {
  return 0 <= span.start && span.start <= span.end && span.end <= length;
}

function apart(edits: readonly { readonly span: Span }[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.every((edit, at) => at === 0 || sorted[at - 1]!.span.end <= edit.span.start);
}

const flat = (nodes: readonly SymbolNode[]): readonly SymbolNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

/** Calls everything at an offset; the names of the features whose answer does not hold. */
function wrongAt(s: Snapshot, offset: number): string[] {
  const { length } = s.file.text;
  const lengthOf = (path: string): number => s.sources.get(path)?.text.length ?? -1;
  const wrong: string[] = [];
  const check = (feature: string, fine: boolean): void => {
    if (!fine) wrong.push(feature);
  };
  const places = (list: readonly { readonly file: string; readonly span: Span }[]): boolean =>
    list.every((place) => within(place.span, lengthOf(place.file)));
  check(
    'completion',
    completionsAt(s, offset).every((one) => within(one.replace, length) && one.replace.start <= offset && offset <= one.replace.end),
  );
  const hover = hoverAt(s, offset);
  check('hover', hover === null || within(hover.span, length));
  check('definition', places(definitionAt(s, offset)));
  check('references', places(referencesAt(s, offset)));
  check(
    'highlights',
    highlightsAt(s, offset).every((one) => within(one.span, length)),
  );
  const prepared = prepareRenameAt(s, offset);
  check('prepare rename', prepared === null || within(prepared.span, length));
  const renamed = renameAt(s, offset, 'fresh_name');
  check(
    'rename',
    'refused' in renamed || (places(renamed) && [...s.sources.keys()].every((file) => apart(renamed.filter((edit) => edit.file === file)))),
  );
  const ranges = selectionRangesAt(s, offset);
  check(
    'selection',
    ranges.every(
      (span, at) => within(span, length) && (at === 0 || (span.start <= ranges[at - 1]!.start && ranges[at - 1]!.end <= span.end)),
    ),
  );
  check(
    'fixes',
    fixesAt(s, { start: offset, end: offset }).every(
      (fix) => places(fix.edits) && [...s.sources.keys()].every((file) => apart(fix.edits.filter((edit) => edit.file === file))),
    ),
  );
  check(
    'format range',
    formatRangeEdits(s, { start: offset, end: Math.min(length, offset + 40) }).every((edit) => within(edit.span, length)),
  );
  check('format on type', apart(formatOnType(s, offset, '\n')) && apart(formatOnType(s, offset, '}')));
  signatureAt(s, offset);
  previewTargetAt(s, offset);
  return wrong;
}

function wrongWithFile(s: Snapshot): string[] {
  const { length } = s.file.text;
  const wrong: string[] = [];
  const check = (feature: string, fine: boolean): void => {
    if (!fine) wrong.push(feature);
  };
  check(
    'problems',
    problemsOf(s).every((problem) => problem.place !== undefined && within(problem.place.span, length)),
  );
  check(
    'hints',
    hintsOf(s).every((hint) => hint.offset >= 0 && hint.offset <= length && !/NaN|undefined|null/u.test(hint.text + hint.tooltip)),
  );
  const tokens = semanticTokensOf(s);
  check(
    'tokens',
    tokens.every((token) => within(token.span, length)) &&
      tokens.every((token, at) => at === 0 || tokens[at - 1]!.span.end <= token.span.start),
  );
  check('format', formatEdits(s).every((edit) => within(edit.span, length)) && apart(formatEdits(s)));
  check(
    'symbols',
    flat(symbolsOf(s)).every(
      (node) => within(node.span, length) && node.span.start <= node.nameSpan.start && node.nameSpan.end <= node.span.end,
    ),
  );
  check(
    'folds',
    foldsOf(s).every((fold) => within(fold.span, length)),
  );
  check(
    'links',
    linksOf(s).every((link) => within(link.span, length)),
  );
  check(
    'lenses',
    lensesOf(s).every((lens) => within(lens.span, length)),
  );
  studyAt(s, 0);
  replicatedBy(s.studies, 'main.study');
  workspaceSymbols(s.studies, 'a');
  return wrong;
}

describe('every feature', () => {
  // Numbers of the whole spec, as an editor keeps them while the text under the caret is broken.
  const whole = snapshotOf(project(base), 'main.study');

  it('answers on any text, at any offset', () => {
    fc.assert(
      fc.property(mangled, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 3 }), (text, wheres) => {
        const s = {
          ...snapshotOf({ 'main.study': text }, 'main.study'),
          schema: whole.schema,
          numbers: { results: whole.numbers!.results, stale: true },
        };
        expect([...wrongWithFile(s), ...wheres.flatMap((where) => wrongAt(s, Math.round(where * text.length)))]).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it('renames without breaking: the problems afterwards are those of before', () => {
    const codes = (text: string): string[] =>
      snapshotOf(project(text), 'main.study', { data: false }).study.compiled.problems.map((problem) => problem.code);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('fresh', '新名', 'index', 'my name'), (where, name) => {
        const renamed = renameAt(whole, Math.round(where * base.length), name);
        if ('refused' in renamed) return;
        let text = base;
        for (const edit of [...renamed].reverse()) text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        expect([codes(text), parse(text, 'm').problems]).toEqual([codes(base), []]);
      }),
      { numRuns: 60 },
    );
  });
});
