// What a problem offers as a mend makes it go: every quick fix of every example, applied; and every snippet of the editor is without
// errors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tell, tellAct, problemCatalogue, type Fix } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const root = new URL('../../', import.meta.url);

function applied(text: string, fix: Fix): string {
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, text: written }) => done.slice(0, span.start) + written + done.slice(span.end), text);
}

describe('quick fixes', () => {
  const fixes = problemCatalogue.flatMap((kind) => {
    const { wrong, files = {}, command } = kind.example;
    const found = runProject({ ...files, 'example.study': wrong }, 'example.study', command).problems;
    return found.flatMap((problem) =>
      (problem.fixes ?? [])
        .filter((fix) => fix.edits.every((edit) => edit.file === 'example.study'))
        .map((fix) => [`${kind.code}: ${tellAct(fix.act, 'en')}`, kind, fix] as const),
    );
  });
  it('are there to be tried', () => {
    expect(fixes.length).toBeGreaterThan(25);
  });
  it.each(fixes)('%s', (_name, kind, fix) => {
    const { wrong, files = {}, command } = kind.example;
    const count = (text: string): number =>
      runProject({ ...files, 'example.study': text }, 'example.study', command).problems.filter((problem) => problem.code === kind.code)
        .length;
    expect(count(applied(wrong, fix))).toBeLessThan(count(wrong));
  });
});

describe('snippets', () => {
  const snippets = JSON.parse(readFileSync(new URL('packages/vscode/snippets/studyspec.json', root), 'utf8')) as Record<
    string,
    { body: string[] }
  >;
  const expanded = (body: readonly string[]): string =>
    body
      .join('\n')
      .replace(/\$\{\d+\|([^,|]*)[^}]*\}/gu, '$1')
      .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, (_, text: string) => text.replace(/\\(.)/gu, '$1'));
  /** What the snippets' own names stand for, so that each is checked in a study in which it makes sense. */
  const parts: Readonly<Record<string, string>> = {
    study: 'study "S"\n',
    data: 'data "answers.csv" { id id }\n',
    agreement: 'scale agreement 1..5\n',
    item: 'indicator item on agreement\n',
    others: 'indicator two on agreement\nindicator three on agreement\n',
    dimension: 'dimension dimension of item, two, three\n',
    poor: 'number poor when column < 2\n',
    group: 'category group from g { first = 1  second = 2 }\n',
    predictor: 'number predictor from column\n',
    score: 'index score { of two, three  keep 1 }\n',
    model: 'regression model { explain outcome  by term }\nnumber outcome from item\nnumber term from column\n',
  };
  const without: Readonly<Record<string, readonly string[]>> = {
    study: ['study'],
    framework: ['study', 'data'],
    data: ['data'],
    scale: ['agreement'],
    dimension: ['item', 'dimension'],
  };
  const files = {
    'answers.csv': `id,column,item,two,three,g,name\n${Array.from({ length: 30 }, (_, i) =>
      [i + 1, 1 + (i % 2), 1 + (i % 5), 1 + ((i * 3) % 5), 1 + ((i * i) % 5), 1 + (i % 2), 1 + (i % 5)].join(','),
    ).join('\n')}\n`,
    'first.study': 'framework "F"\nindicator name on 1..5\n',
    'north.study': 'study "N"\ndata "answers.csv" { id id }\nindicator item on 1..5\n',
    'south.study': 'study "S"\ndata "answers.csv" { id id }\nindicator item on 1..5\n',
  };
  it.each(Object.entries(snippets))('%s is without errors in a study that has what it names', (kind, { body }) => {
    const text = expanded(body);
    const inside =
      kind === 'component'
        ? `index i { of item, two, three  keep 1\n${text}\n}`
        : kind === 'factor'
          ? `dimension other of two, three\ndimension last of item, three\nmeasurement m { of dimension, other, last\n${text}\n}`
          : kind === 'table'
            ? `published "P" {\n${text}\n}`
            : text;
    const spec =
      kind === 'comparison'
        ? text.replaceAll('"first.study"', '"north.study"').replaceAll('"second.study"', '"south.study"')
        : kind === 'map' || kind === 'without'
          ? `study "S" replicates "first.study"\ndata "answers.csv" { id id }\n${inside}\n`
          : `${Object.entries(parts)
              .filter(([name]) => !(without[kind] ?? []).includes(name))
              .map(([, part]) => part)
              .join('')}${inside}\n`;
    const { problems } = runProject({ ...files, 'x.study': spec }, 'x.study', 'check');
    expect(
      problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${tell(problem, 'en').message}`),
    ).toEqual([]);
  });
});
