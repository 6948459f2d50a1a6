// Outline, folds, selections, lenses, links, preview, calls.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import {
  foldsOf,
  lensesOf,
  linksOf,
  previewTargetAt,
  replicatedBy,
  replicates,
  selectionRangesAt,
  studyAt,
  symbolsOf,
  workspaceSymbols,
  type SymbolNode,
} from '@studyspec/dsl';
import { base, mark, project, snapshotOf, unmark } from './support.ts';

const s = snapshotOf(project(base), 'main.study');
const outline = (nodes: readonly SymbolNode[], depth = 0): string[] =>
  nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.kind} ${node.name}${node.detail === '' ? '' : ` (${node.detail})`}`,
    ...outline(node.children, depth + 1),
  ]);

describe('the outline', () => {
  it('has declarations with what stands in them', () => {
    expect(s.study.compiled.problems.map((problem) => tell(problem, 'en').message)).toEqual([]);
    const lines = outline(symbolsOf(s));
    expect(lines).toContain('study Settling in (study)');
    expect(lines).toContain('dimension ties (Ties)');
    expect(lines).toContain('  indicator friends (Has friends)');
    expect(lines).toContain('  level male (Male)');
    expect(lines).toContain('  component social (Social)');
    expect(lines).toContain('  claim model.score.b');
  });

  it('stands while the text is broken', () => {
    const broken = snapshotOf({ 'main.study': 'study "x"\ndimension a {\n indicator b\n indicator\nindex i { of' }, 'main.study');
    expect(outline(symbolsOf(broken))).toEqual(['study x (study)', 'dimension a', '  indicator b', 'index i']);
  });

  it('finds names of every study by the letters they hold', () => {
    const names = (query: string): string[] =>
      workspaceSymbols(s.studies, query).map((one) => `${one.kind} ${one.name} in ${one.container ?? '—'}`);
    expect(names('frnds')).toEqual(['indicator friends in ties']);
    expect(names('性别')).toEqual([]);
    expect(names('fema')).toEqual(['level female in sex']);
    expect(names('').length).toBeGreaterThan(15);
  });
});

describe('folds and selections', () => {
  it('folds blocks and runs of comments', () => {
    const text = '// one\n// two\nstudy "x"\n\ndimension a { // here\n  indicator b\n}\n// alone\nindicator c\n';
    const folds = foldsOf(snapshotOf({ 'm.study': text }, 'm.study'));
    expect(folds.map(({ span, kind }) => [kind, text.slice(span.start, span.end)])).toEqual([
      ['comment', '// one\n// two'],
      ['block', 'dimension a { // here\n  indicator b\n}'],
    ]);
  });

  it('grows from the word outwards, astral letters whole', () => {
    const { text, offset } = unmark('study "x"\nindex i {\n  of 𠮷$0田, b\n}\n');
    const texts = selectionRangesAt(snapshotOf({ 'm.study': text }, 'm.study'), offset).map(({ start, end }) => text.slice(start, end));
    expect(texts).toEqual(['𠮷田', 'of 𠮷田, b', 'index i {\n  of 𠮷田, b\n}', text]);
  });
});

describe('lenses, links and previews', () => {
  it('offers what can be run or drawn', () => {
    expect(lensesOf(s).map(({ command, name }) => `${command} ${name ?? 'study'}`)).toEqual([
      'preview study',
      'run study',
      'report study',
      'preview score',
      'run score',
      'preview by_region',
      'run by_region',
      'preview model',
      'run model',
    ]);
  });

  it('links files inside their quotation marks', () => {
    const text =
      'study "x" replicates "../o.study"\ndata "d/é.csv" { join "s.csv" on site }\npublished "p" { table "t" a.b from "t.csv" }\n';
    const links = linksOf(snapshotOf({ 'in/m.study': text }, 'in/m.study'));
    expect(links.map(({ target, role }) => `${role} ${target}`)).toEqual([
      'study o.study',
      'data in/d/é.csv',
      'data in/s.csv',
      'table in/t.csv',
    ]);
    expect(
      mark(
        text,
        links.map((link) => link.span),
      ),
    ).toBe(
      'study "x" replicates "«../o.study»"\ndata "«d/é.csv»" { join "«s.csv»" on site }\npublished "p" { table "t" a.b from "«t.csv»" }\n',
    );
  });

  it('follows the caret to what has a picture', () => {
    const target = (needle: string): string | null => previewTargetAt(s, base.indexOf(needle));
    expect([
      target('Has friends'),
      target('marked by safe'),
      target('of score'),
      target('sample'),
      target('study'),
      target('explain'),
      target('"A"'),
    ]).toEqual(['ties', 'score', 'by_region', 'Somebody (2024)', null, 'model', 'region']);
  });
});

describe('calls', () => {
  it('goes from a study to those that replicate it, and back', () => {
    const files = {
      'a.study': 'study "A"\n',
      'b.study': 'study "B" replicates "a.study"\n',
      'sub/c.study': 'study "C" replicates "../a.study"\n',
    };
    const a = snapshotOf(files, 'a.study');
    expect(studyAt(a)?.title).toBe('A');
    expect(replicatedBy(a.studies, 'a.study').map((call) => call.title)).toEqual(['B', 'C']);
    expect(replicates(a.studies, 'sub/c.study').map((call) => [call.title, call.places[0]?.file])).toEqual([['A', 'sub/c.study']]);
    expect(replicates(a.studies, 'a.study')).toEqual([]);
  });
});
