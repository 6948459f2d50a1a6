// An empty file is no mistake, and says what can be begun: every beginning, taken as it comes, is a text without mistakes.
import { languages, tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { compile, completionsAt, fixesAt, lensesOf, problemsOf, suggestionsAt } from '@studyspec/dsl';
import { answers, applyEdits, base, snapshotOf } from './support.ts';

const others = {
  'elsewhere/other.study': base,
  'elsewhere/survey.csv': answers(),
  'broken.study': 'hello',
  'quoted.study': 'framework “The "same"”\n',
};
const empty = (text = '') => snapshotOf({ 'here/new.study': text, ...others }, 'here/new.study');
const fixes = (text = '', language = 'en') => fixesAt({ ...empty(text), language }, { start: 0, end: 0 });

describe('an empty file', () => {
  it.each(['', '\n\n', '// A study of ours.\n'])('%j has no mistake', (text) => {
    expect(problemsOf(empty(text)).map(({ code, severity }) => [code, severity])).toEqual([['SS269', 'info']]);
    expect(lensesOf(empty(text))).toEqual([{ span: { start: 0, end: 0 }, command: 'begin', name: null }]);
  });

  it('can become a study, a replication of each that is there, an example', () => {
    const titles = [
      'A new study',
      'A replication of ../elsewhere/other.study',
      'A replication of ../quoted.study',
      'A replication of std:social-integration',
      'A small example',
    ];
    expect(fixes().map(({ title }) => title)).toEqual(titles);
    expect(
      completionsAt(empty(), 0)
        .slice(0, 5)
        .map(({ label }) => label),
    ).toEqual(titles);
    // Nothing opens by itself.
    expect(suggestionsAt(empty(), 0, null)).toEqual([]);
    expect(suggestionsAt(empty(' '), 1, ' ')).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4].flatMap((which) => languages.map((language) => [which, language] as const)))(
    'beginning %i in %s is a text without mistakes',
    (which, language) => {
      const text = applyEdits('// Ours.\n', fixes('// Ours.\n', language)[which]!.edits);
      expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh');
      expect(text.startsWith('// Ours.\n\n')).toBe(true);
      const texts = new Map(Object.entries({ ...others, 'here/new.study': text }));
      expect(
        compile({ entry: 'here/new.study', texts })
          .problems.filter(({ severity }) => severity === 'error')
          .map((problem) => tell(problem, 'en').message),
      ).toEqual([]);
    },
  );

  it('is one no more as soon as something is begun', () => {
    expect(fixes('stu').some(({ title }) => title === 'A new study')).toBe(false);
    expect(problemsOf(empty('stu')).some(({ severity }) => severity === 'error')).toBe(true);
    expect(lensesOf(empty('stu'))).toEqual([]);
    expect(completionsAt(empty('stu'), 3).map(({ label }) => label)).not.toContain('A new study');
  });

  it('is one still where another study replicates it', () => {
    const s = snapshotOf({ 'a.study': 'study "A" replicates "b.study"\n', 'b.study': '' }, 'a.study');
    expect(s.study.compiled.problems.map(({ code }) => code)).toContain('SS219');
  });
});
