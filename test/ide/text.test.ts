// Problems of a file, colours of words, formatting as edits.
import { describe, expect, it } from 'vitest';
import {
  formatEdits,
  formatOnType,
  formatRangeEdits,
  formatText,
  problemsByFile,
  problemsOf,
  semanticTokensOf,
  semanticTypes,
} from '@studyspec/dsl';
import { applyEdits, base, project, snapshotOf, unmark } from './support.ts';

describe('problems', () => {
  it('come from text, data and results, each once and in order of text', () => {
    const files = project(base.replace('marked by safe', 'marked by saef').replace('"Is visited"', '"Is visited" from vists'));
    const found = problemsOf(snapshotOf(files, 'main.study'));
    expect(
      found
        .filter((problem) => problem.severity === 'error')
        .map((problem) => [problem.name, files['main.study']!.slice(problem.place!.span.start, problem.place!.span.end)]),
    ).toEqual([
      ['unknown-column', 'vists'],
      ['unknown-name', 'saef'],
    ]);
    expect(new Set(found.map((problem) => JSON.stringify(problem))).size).toBe(found.length);
  });

  it('of stale numbers stay where names say where they belong', () => {
    const text = base.replace('"Is alone" reversed', '"Is alone"');
    const names = (files: Readonly<Record<string, string>>, options = {}): string[] =>
      problemsOf(snapshotOf(files, 'main.study', options)).map((problem) => problem.name);
    expect(names(project(text))).toEqual(expect.arrayContaining(['alpha-rises-without', 'figure-differs']));
    const stale = names(project(text.replace('keep 2', 'keep')), { staleFrom: { 'main.study': text } });
    expect(stale).toContain('alpha-rises-without');
    expect(stale).not.toContain('figure-differs');
  });

  it('go to the file they stand in', () => {
    const files = {
      'a.study': 'study "A"\nscale agreement 1..5\nindicator x on agrement\n',
      'b.study': 'study "B" replicates "a.study"\nregression r { explain x by q }\n',
    };
    const byFile = problemsByFile(snapshotOf(files, 'b.study'));
    expect([...byFile].map(([file, list]) => [file, list.map((problem) => problem.name)])).toEqual([
      ['b.study', expect.arrayContaining(['unknown-name'])],
      ['a.study', ['unknown-name']],
    ]);
  });
});

describe('colours', () => {
  it('follow the meaning of words', () => {
    const text =
      'study "x"\nindicator index from weight\ncategory c { a = 1 }\nindex i { of index  weight equal }\nhypothesis h { i.kmo > 0.5 }\n';
    const s = snapshotOf({ 'm.study': text }, 'm.study');
    const words = semanticTokensOf(s).map(
      (token) => `${text.slice(token.span.start, token.span.end)}:${semanticTypes[token.type]}${(token.modifiers & 1) === 1 ? '!' : ''}`,
    );
    expect(words).toEqual([
      'study:keyword',
      'indicator:keyword',
      'index:variable!',
      'from:keyword',
      'weight:parameter',
      'category:keyword',
      'c:enum!',
      'a:enumMember!',
      'index:keyword',
      'i:class!',
      'of:keyword',
      'index:variable',
      'weight:keyword',
      'equal:enumMember',
      'hypothesis:keyword',
      'h:function!',
      'i:class',
      'kmo:property',
    ]);
    const part = semanticTokensOf(s, { start: text.indexOf('category'), end: text.indexOf('category') + 3 });
    expect(part.map((token) => text.slice(token.span.start, token.span.end))).toEqual(['category']);
  });
});

describe('formatting', () => {
  const untidy = 'study   "x"\r\n\r\n\r\n\r\nindex i{of a,b\r\nkeep   2}\r\n// 🎓 note\r\nindicator 满意度   on   1..5';
  it('gives edits that yield what the formatter writes, carriage returns kept', () => {
    const s = snapshotOf({ 'm.study': untidy }, 'm.study');
    const after = applyEdits(untidy, formatEdits(s));
    expect(after.replaceAll('\r\n', '\n')).toBe(formatText(untidy));
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(formatEdits(snapshotOf({ 'm.study': after }, 'm.study'))).toEqual([]);
  });

  it('touches only what changes', () => {
    const text = 'study "x"\nindicator a   on 1..5\nindicator b on 1..5\n';
    expect(formatEdits(snapshotOf({ 'm.study': text }, 'm.study'))).toEqual([{ span: { start: 22, end: 24 }, text: '' }]);
  });

  it('keeps to the lines of a range', () => {
    const text = 'study "x"\nindicator   a\n\nindicator   b\n';
    const from = text.lastIndexOf('indicator');
    expect(applyEdits(text, formatRangeEdits(snapshotOf({ 'm.study': text }, 'm.study'), { start: from, end: from + 3 }))).toBe(
      'study "x"\nindicator   a\n\nindicator b\n',
    );
  });

  it('sets a line right when it is left, and a block when it is closed', () => {
    const line = unmark('study "x"\nindicator   a\n$0\nindicator   b\n');
    expect(applyEdits(line.text, formatOnType(snapshotOf({ 'm.study': line.text }, 'm.study'), line.offset, '\n'))).toBe(
      'study "x"\nindicator a\n\nindicator   b\n',
    );
    const block = unmark('study "x"\nindicator   z\nindex i {\nof a,b\n keep 2\n}$0\n');
    expect(applyEdits(block.text, formatOnType(snapshotOf({ 'm.study': block.text }, 'm.study'), block.offset, '}'))).toBe(
      'study "x"\nindicator   z\nindex i {\n  of   a, b\n  keep 2\n}\n',
    );
  });
});
