// A figure made of figures in the editor: what is offered, said and shown of it.
import { describe, expect, it } from 'vitest';
import { completionsAt, definitionAt, hintsOf, hoverAt, previewTargetAt } from '@studyspec/dsl';
import { base, project, snapshotOf, unmark } from './support.ts';

const gap = 'quantity gap "Gap" = friends.mean(sex.female) - friends.mean(sex.male)';
const offered = (line: string): readonly string[] => {
  const { text, offset } = unmark(`${base}\n${line}\n`);
  return completionsAt(snapshotOf(project(text), 'main.study', {}), offset).map((one) => one.label);
};
const hover = (line: string): string | undefined => {
  const { text, offset } = unmark(`${base}\n${line}\n`);
  return hoverAt(snapshotOf(project(text), 'main.study', {}), offset)?.markdown;
};

describe('a quantity in the editor', () => {
  it('is offered where an entry begins, and what has numbers in its formula, but not itself', () => {
    expect(offered('quan$0')).toContain('quantity');
    for (const line of ['quantity gap = $0', 'quantity gap = friends.mean - $0', 'quantity gap = (friends.mean - $0']) {
      expect(offered(line), line).toEqual(expect.arrayContaining(['friends', 'sex', 'sample', 'abs(…)']));
      expect(offered(line), line).not.toContain('gap');
    }
    expect(offered('quantity gap = friends.$0')).toContain('mean(level)');
    expect(offered('quantity gap = friends.mean(sex.$0)')).toEqual(expect.arrayContaining(['female', 'male']));
    expect(offered(`${gap}\nhypothesis h { $0 }`)).toContain('gap');
  });

  it('is told of under the pointer, with its formula and its number; and so are its parts', () => {
    expect(hover(gap.replace('gap', 'ga$0p'))).toMatch(
      /^\*\*quantity\*\* `gap`\n\nGap\n\n`friends\.mean\(sex\.female\) - friends\.mean\(sex\.male\)`\n\n\*\*-?\d\.\d{3}\*\*$/u,
    );
    expect(hover(gap.replace('.mean(sex.female)', '.me$0an(sex.female)'))).toContain('mean');
    expect(hover(gap.replace('sex.female', 'sex.fem$0ale'))).toMatch(/^\*\*level\*\* `female`/u);
    expect(hover('quan$0tity gap = friends.mean')).toContain('A figure made of figures');
  });

  it('says why there is none', () => {
    expect(hover('quantity ga$0p = friends.mean / (friends.n - friends.n)')).toContain('the formula has no defined value');
  });

  it('has its number beside its name, its parts lead where they are declared, and it has a preview', () => {
    const { text, offset } = unmark(`${base}\n${gap.replace('sex.male', 's$0ex.male')}\n`);
    const s = snapshotOf(project(text), 'main.study', {});
    const hint = hintsOf(s).find((one) => one.offset > text.lastIndexOf('quantity'))!;
    expect(hint.text.trim()).toMatch(/^-?\d\.\d+$/u);
    expect(definitionAt(s, offset).map(({ span }) => text.slice(span.start, span.end))).toEqual(['sex']);
    expect(previewTargetAt(s, offset)).toBe('gap');
  });
});
