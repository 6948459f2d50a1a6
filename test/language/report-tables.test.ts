// `report { tables … }`: which tables a report holds, in which order, and what is said of names that have none.
import { describe, expect, it } from 'vitest';
import { reportOf, tell, type Block } from '@studyspec/core';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';

const rows = Array.from({ length: 60 }, (_, i) => `${1 + (i % 3)},${1 + ((i * 7) % 5)},${1 + ((i * 3 + (i >> 2)) % 5)}`).join('\n');
const run = (clause: string) =>
  runProject(
    {
      'x.study':
        'study "S"\ndata "d.csv"\nscale s 1..5\ncategory g { one = 1  two = 2  three = 3 }\nindicator a on s\nindicator b on s\n' +
        'compare means { of a  by g }\nregression model { explain a  by b }\nhypothesis h "H" { model.a.b(b) > 0 }\n' +
        `report { ${clause} }\n`,
      'd.csv': `g,a,b\n${rows}\n`,
    },
    'x.study',
  );
const sections = (clause: string): readonly string[] =>
  reportOf(run(clause).results!).blocks.flatMap((block) => (block.kind === 'section' ? [block.id] : []));
const body = (clause: string): readonly string[] => {
  const all = sections(clause);
  return all.slice(all.indexOf('methods') + 1, all.indexOf('appendix'));
};

describe('the tables of a report', () => {
  it('are all where nothing is chosen, in the order of the study', () => {
    expect(body('decimals 2')).toEqual(['sample', 'descriptives', 'means', 'model', 'hypotheses']);
    expect(body('tables all')).toEqual(body('decimals 2'));
  });

  it('are those that are chosen, in the order in which they are', () => {
    expect(body('tables model, hypotheses, means')).toEqual(['model', 'hypotheses', 'means']);
    const numbers = (blocks: readonly Block[]): readonly string[] =>
      tablesIn(blocks).flatMap(({ table }) =>
        table.number === undefined || table.series !== undefined ? [] : [`${table.number} ${table.id}`],
      );
    expect(numbers(reportOf(run('tables model, hypotheses, means').results!).blocks)).toEqual([
      '1 model:coefficients',
      '2 hypotheses',
      '3 means:means',
    ]);
  });

  it('are there whatever is chosen, where somebody asks for one of them', () => {
    const [section] = reportOf(run('tables model').results!, { only: ['means'] }).blocks;
    expect(section).toMatchObject({ id: 'means' });
  });

  it.each([
    ['tables modle', 'SS210', 'model'],
    ['tables a', 'SS210', null],
    ['tables model, all', 'SS210', null],
    ['tables model, model', 'SS215', undefined],
    ['tables hypothesis', 'SS210', 'hypotheses'],
  ])('%s is a problem', (clause, code, nearest) => {
    const { problems } = run(clause);
    expect(problems.map((one) => one.code)).toEqual([code]);
    if (code === 'SS215') expect(tell(problems[0]!, 'en').help).toBe('Remove one: a table stands in a report once.');
    if (nearest !== undefined) expect(problems[0]!.facts['nearest']).toBe(nearest);
  });
});
