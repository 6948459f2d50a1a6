// A file that compares studies, in the editor: what is offered, said and found, as far as the studies' texts tell.
import { describe, expect, it } from 'vitest';
import { comparisonSections } from '@studyspec/core';
import { completionsAt, createEngine, definitionAt, hintsOf, hoverAt, linksOf, problemsOf, type Snapshot } from '@studyspec/dsl';
import { unmark } from './support.ts';

const study = (title: string): string => `study "${title}"
data "d.csv"
scale s 1..5
dimension social on s { indicator a  indicator b  indicator c }
category sex { male = 1  female = 2 }
number age
index li { of social  keep 1  component whole marked by a }
regression full { explain li  by sex, age }
`;
const head = 'comparison c "Both" { north "The north" = "north.study"  south = "south.study" }\n';
const snapshot = (text: string): Snapshot => {
  const engine = createEngine();
  for (const [path, content] of [
    ['c.study', text],
    ['north.study', study('North')],
    ['south.study', study('South')],
    ['west.study', study('West')],
  ] as const)
    engine.setText(path, content);
  engine.setStudies(['c.study', 'north.study', 'south.study', 'west.study']);
  return engine.snapshot('c.study')!;
};
const offered = (given: string): readonly string[] => {
  const { text, offset } = unmark(given);
  return completionsAt(snapshot(text), offset).map((one) => one.label);
};
const hover = (given: string): string | undefined => {
  const { text, offset } = unmark(given);
  return hoverAt(snapshot(text), offset)?.markdown;
};

describe('a comparison in the editor', () => {
  it('has the problems of its text and of its studies', () => {
    expect(problemsOf(snapshot(head))).toEqual([]);
    expect(problemsOf(snapshot(`${head}hypothesis h { c.a.d(sotuh) > 0 }\n`)).map((one) => one.name)).toEqual(['unknown-name']);
  });

  it('offers what may stand in its addresses', () => {
    const claim = (address: string): string => `${head}hypothesis h { ${address} }\n`;
    expect(offered(claim('$0'))).toContain('c');
    expect(offered(claim('$0'))).not.toContain('sample');
    expect(offered(claim('c.$0'))).toEqual(expect.arrayContaining(['li', 'full', 'social', 'a', 'b']));
    expect(offered(claim('c.full.$0'))).toEqual(['li']);
    expect(offered(claim('c.li.$0'))).toEqual(expect.arrayContaining(['congruence(component, study)', 'metric.cfi']));
    expect(offered(claim('c.li.congruence(who$0'))).toEqual(['whole', 'each']);
    expect(offered(claim('c.a.d($0)'))).toEqual(['south', 'each']);
    expect(offered(claim('c.a.mean($0)'))).toEqual(['north', 'south', 'each']);
    expect(offered(claim('c.full.li.b($0)'))).toEqual(['sex.female', 'age']);
    expect(offered(`${head}quantity q = c.$0`)).toContain('li');
  });

  it('offers the sections of its report, and no part of a study', () => {
    expect(offered(`${head}report { tables $0 }`)).toEqual(expect.arrayContaining(['all', 'none', ...comparisonSections]));
    expect(offered(`${head}report { tables $0 }`)).not.toContain('sample');
    expect(offered(`${head}report { tables items, $0 }`)).not.toEqual(expect.arrayContaining(['items']));
  });

  it('offers the studies that it does not name yet', () => {
    expect(offered('comparison c { north = "north.study"  south = $0 }\n')).toEqual(['south.study', 'west.study']);
    expect(offered('comparison c { north = "north.study"  south = "so$0" }\n')).toEqual(['south.study', 'west.study']);
  });

  it('says what a word is', () => {
    expect(hover(head.replace('comparison', 'compa$0rison'))).toContain('A file of its own kind');
    expect(hover(head.replace('c "Both"', '$0c "Both"'))).toMatch(/^\*\*comparison\*\* `c`\n\nBoth/u);
    expect(hover(head.replace('south =', 'sou$0th ='))).toBe('**study** `south` · `south.study`\n\nSouth\n\n5 variables, 2 analyses');
    expect(hover(`${head}hypothesis h { c.li.congru$0ence(whole, south) > 0 }\n`)).toContain('Tucker’s φ');
  });

  it('leads to the study that a line names', () => {
    const { text, offset } = unmark(head.replace('south.study', 'sou$0th.study'));
    expect(definitionAt(snapshot(text), offset)).toEqual([{ file: 'south.study', span: { start: 0, end: 0 } }]);
    expect(linksOf(snapshot(text)).map(({ target, role }) => [target, role])).toEqual([
      ['north.study', 'study'],
      ['south.study', 'study'],
    ]);
    const use = unmark(`${head}hypothesis h { $0c.a.d(south) > 0 }\n`);
    expect(definitionAt(snapshot(use.text), use.offset)).toEqual([{ file: 'c.study', span: { start: 11, end: 12 } }]);
  });

  it('has no numbers, and says where they are', () => {
    const engine = createEngine();
    engine.setText('c.study', head);
    engine.setText('north.study', study('North'));
    engine.setText('south.study', study('South'));
    expect([engine.numbersState('c.study'), engine.work('c.study')]).toEqual(['none', null]);
    expect(engine.standing('c.study')).toEqual({ kind: 'comparison' });
    expect(hintsOf(snapshot(`${head}hypothesis h { c.a.d(south) > 0 }\n`))).toEqual([]);
  });
});
