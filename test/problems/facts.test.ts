// What a problem carries is data, and no finished phrase: a sentence is made where it is shown, in the language in which it is shown.
import { describe, expect, it } from 'vitest';
import { problemCatalogue, tell, tellAct, tellElsewhere, type Fact, type Problem } from '@studyspec/core';
import { standardFrameworks } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';

/**
 * Facts that hold words of ours all the same, by kind of problem and fact, and why. A line of the language is the same in every language.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'unknown-word expected': 'words of the language',
  'missing-name example': 'a line of the language',
  'missing-value example': 'a line of the language',
  'not-understood example': 'a line of the language',
  'odd-submissions clause': 'a line of the language',
  'damaged-data-file what': 'what a reader of the format found',
  'figure-not-computed missing.reason': 'why a quantity has no value: a text of the results',
  'structure-contradicts assumed': 'a default in force, as its option declares it',
  'other-composite assumed': 'a default in force, as its option declares it',
  'claim-undecided reason': 'why a quantity has no value: a text of the results',
};

/** Three plain words in a row. */
const PHRASE = /[A-Za-z’']{2,}(?:[ ,;:]+[A-Za-z’'-]{2,}){2,}/u;

function* textsOf(fact: Fact, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof fact === 'string') yield [path, fact];
  else if (Array.isArray(fact)) for (const one of fact as readonly Fact[]) yield* textsOf(one, path);
  else if (typeof fact === 'object' && fact !== null)
    // Which member of a union it is.
    for (const [key, value] of Object.entries(fact as { readonly [key: string]: Fact }))
      if (key !== 'is' && key !== 'do') yield* textsOf(value, path === '' ? key : `${path}.${key}`);
}

const withParts = (problems: readonly Problem[]): Problem[] => problems.flatMap((one) => [one, ...(one.parts ?? [])]);

const phrasesIn = ({ name, facts }: Problem, theirs: string): string[] =>
  [...textsOf(facts, '')].filter(([, text]) => PHRASE.test(text) && !theirs.includes(text)).map(([path]) => `${name} ${path}`);

const found = problemCatalogue.map((kind) => {
  const { wrong, files = {}, command } = kind.example;
  const all = { ...files, 'example.study': wrong };
  const theirs = [...Object.values(all).filter((content) => typeof content === 'string'), ...standardFrameworks.values()].join('\n');
  return { kind, theirs, problems: withParts(runProject(all, 'example.study', command).problems) };
});

describe('the facts of a problem', () => {
  it.each(found.map((one) => [one.kind.code, one] as const))('%s: are JSON, without a phrase of ours', (_, { problems, theirs }) => {
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(JSON.parse(JSON.stringify(problem.facts))).toEqual(problem.facts);
      expect(phrasesIn(problem, theirs).filter((one) => !Object.hasOwn(EXCEPTIONS, one))).toEqual([]);
    }
  });

  it('no exception is stated that no example needs', () => {
    const needed = new Set(found.flatMap(({ problems, theirs }) => problems.flatMap((problem) => phrasesIn(problem, theirs))));
    // Broken texts of the language suite raise these with examples of several words.
    const elsewhere = ['missing-value example', 'not-understood example'];
    expect(Object.keys(EXCEPTIONS).filter((one) => !needed.has(one) && !elsewhere.includes(one))).toEqual([]);
  });

  it.each(found.map((one) => [one.kind.code, one] as const))('%s: are told whole', (_, { problems }) => {
    for (const problem of problems) {
      const { message, help } = tell(problem, 'en');
      const told = [
        message,
        help,
        ...(problem.fixes ?? []).map((fix) => tellAct(fix.act, 'en')),
        ...(problem.related ?? []).map((one) => tellElsewhere(one.says, 'en')),
      ];
      expect(message).not.toBe('');
      expect(told.join('\n')).not.toMatch(/\[object |undefined|NaN/u);
    }
  });
});
