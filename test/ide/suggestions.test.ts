// What is shown unasked while somebody types: where a list opens, what is in it, where it closes. Whole studies are typed in
// test/lsp/typing.test.ts.
import { describe, expect, it } from 'vitest';
import { suggestionsAt } from '@studyspec/dsl';
import { base, project, snapshotOf, unmark } from './support.ts';

describe('what is shown unasked', () => {
  const shown = (spec: string, trigger: string | null = null): string[] => {
    const { text, offset } = unmark(spec);
    return suggestionsAt(snapshotOf(project(text), 'main.study'), offset, trigger).map(({ label }) => label);
  };
  it('opens behind a quotation mark that opens a column, never behind one that closes', () => {
    expect(shown(base.replace('"Income" from inc', '"Income" from "$0"'), '"')).toContain('inc');
    expect(shown(base.replace('"Income" from inc', '"Income"$0'), '"')).toEqual([]);
    expect(shown(base.replace('"Income" from inc', '"Income" from "inc"$0'), '"')).toEqual([]);
    expect(shown(base.replace('"Income" from inc', '“Income”$0'), '"')).toEqual([]);
  });
  it('opens behind a blank only where a word must follow', () => {
    expect(shown(base.replace('on agreement {', 'on $0{'), ' ')).toEqual(['agreement']);
    expect(shown(base.replace('on agreement {', 'on agreement $0{'), ' ')).toEqual([]);
    expect(shown(base.replace('of ties, welfare', 'of ties, $0'), ' ')).toContain('welfare');
    expect(shown(base.replace('of ties, welfare', 'of ties $0'), ' ')).toEqual([]);
    expect(shown(base.replace('keep 2', 'keep 2\n  rotate $0'), ' ')).toContain('varimax');
    expect(shown(base.replace('keep 2', 'keep 2\n  rotate varimax $0'), ' ')).toEqual([]);
    expect(shown(base.replace('keep 2', 'keep 2\n  weight by $0'), ' ')).toEqual(
      expect.arrayContaining(['explained variance', 'entropy', 'equal and critic']),
    );
    expect(shown(base.replace('by region }', 'by region  where $0 }'), ' ')).toContain('sex');
    expect(shown(base.replace('by region }', 'by region  where sex is $0 }'), ' ')).toEqual(['male', 'female']);
    expect(shown(base.replace('by region }', 'by region  where sex is male $0 }'), ' ')).toEqual([]);
    expect(shown(base.replace('zh "女" = 2', 'zh "女" = $0'), ' ')).toEqual(['2']);
    expect(shown(base.replace('zh "女" = 2', 'zh "女" = 2 $0'), ' ')).toEqual([]);
    expect(shown(`${base}\nindicator $0`, ' ')).toEqual(
      ['id', 'site', 'inc'].filter((name) => shown(`${base}\nindicator $0`, ' ').includes(name)),
    );
    expect(shown(`${base}\n $0`, ' ')).toEqual([]);
  });
  it('opens behind the dot and the bracket of an address, not in figures and blank cells', () => {
    expect(shown(base.replace('model.score.b(income) > -100', 'model.$0'), '.')).toContain('score');
    expect(shown(base.replace('model.score.b(income) > -100', 'model.score.b($0)'), '(')).toContain('income');
    expect(shown(base.replace('model.score.b(income) > -100', 'model.score.b(income) > 0.$0'), '.')).toEqual([]);
    expect(shown(base.replace('columns mean\n', 'columns mean\n    friends .$0\n'), '.')).toEqual([]);
    expect(shown(base.replace('keep 2', 'keep 2\n  rescale 0.$0'), '.')).toEqual([]);
  });
  it('begins as what is typed begins, and ends with a whole word or a figure', () => {
    expect(shown(base.replace('keep 2', 'keep 2\n  rot$0'))).toEqual(['rotate']);
    expect(shown(base.replace('keep 2', 'keep 2\n  rotate$0'))).toEqual([]);
    expect(shown(base.replace('keep 2', 'keep 2\n  rotate vari$0'))).toEqual(['varimax', 'varimax raw']);
    expect(shown(base.replace('keep 2', 'keep 2\n  rotate varimax$0'))).toEqual([]);
    expect(shown(base.replace('of ties, welfare', 'of ti$0'))).toEqual(['ties']);
    expect(shown(base.replace('of ties, welfare', 'of ties$0'))).toEqual([]);
    expect(shown(base.replace('zh "女" = 2', 'zh "女" = 2$0'))).toEqual([]);
    expect(shown(`${base}\nind$0`)).toEqual(['indicator', 'index']);
  });
});
