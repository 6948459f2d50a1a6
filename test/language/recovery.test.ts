// A damaged line costs that line, and one problem: shares of what else is kept, and cases with one problem, at least those of the design.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '@studyspec/dsl';
import { heldOut, tuned, type Case } from './cases.ts';
import { keysOf } from './keys.ts';

const base = readFileSync(new URL('base.study', import.meta.url), 'utf8');
const whole = keysOf(base);
const baseLines = base.split('\n');

interface Outcome {
  readonly title: string;
  readonly kept: number;
  readonly of: number;
  readonly problems: number;
  readonly lost: readonly string[];
  readonly told: readonly string[];
}

function outcomeOf(title: string, text: string): Outcome {
  const found = keysOf(text);
  const keys = new Set(found.keys.map((key) => key.key));
  const lines = new Set(text.split('\n'));
  const others = whole.keys.filter(({ line }) => lines.has(baseLines[line]!));
  const lost = others.filter(({ key }) => !keys.has(key)).map(({ key }) => key);
  return {
    title,
    kept: others.length - lost.length,
    of: others.length,
    problems: found.problems.length,
    lost,
    told: found.problems.map((problem) => `${problem.code} ${tell(problem, 'en').message}`),
  };
}

function damaged([title, found, replacement]: Case): Outcome {
  const at = base.indexOf(found);
  return outcomeOf(title, base.slice(0, at) + replacement + base.slice(at + found.length));
}

function shares(outcomes: readonly Outcome[]): { kept: number; one: number; several: number; silent: number } {
  const sum = (pick: (one: Outcome) => number): number => outcomes.reduce((total, one) => total + pick(one), 0);
  return {
    kept: (100 * sum((one) => one.kept)) / sum((one) => one.of),
    one: outcomes.filter((one) => one.problems === 1).length,
    several: outcomes.filter((one) => one.problems > 1).length,
    silent: outcomes.filter((one) => one.problems === 0).length,
  };
}

/** Words and signs of the base text, as a person would cut it. */
const tokens = [...base.matchAll(/\/\/.*|"[^"]*"|[\p{L}_][\p{L}\p{N}_]*|-?\d+(?:\.\d+)?|\.\.|\*+|[^\s]/gu)]
  .filter((match) => !match[0].startsWith('//'))
  .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));

describe('recovery', () => {
  it('has a base without problems, in which each damaged text is found once', () => {
    expect(whole.problems.map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(whole.keys.length).toBeGreaterThan(70);
    expect([...tuned, ...heldOut].filter(([, found]) => base.split(found).length !== 2).map(([title]) => title)).toEqual([]);
  });

  it('keeps everything else in the 56 cases it was tuned on, with the right number of problems in 55', () => {
    const outcomes = tuned.map(damaged);
    const right = outcomes.filter((one, i) => (tuned[i]![3] === 0 ? one.problems <= 1 : one.problems === 1));
    expect(outcomes.length).toBe(56);
    expect(outcomes.filter((one) => one.lost.length > 0).map((one) => `${one.title}: ${one.lost.join(' | ')}`)).toEqual([]);
    expect(
      right.length,
      outcomes
        .filter((one) => !right.includes(one))
        .map((one) => `${one.title}: ${one.told.join(' | ')}`)
        .join('\n'),
    ).toBeGreaterThanOrEqual(55);
  });

  it('keeps 99.3 % in the 30 it was not tuned on, with one problem in 22', () => {
    const outcomes = heldOut.map(damaged);
    const { kept, one, several } = shares(outcomes);
    const report = outcomes
      .filter((each) => each.problems !== 1 || each.lost.length > 0)
      .map((each) => `${each.title}: ${each.problems} ${each.told.join(' | ')} LOST ${each.lost.join(' | ')}`)
      .join('\n');
    expect(outcomes.length).toBe(30);
    expect(kept, report).toBeGreaterThanOrEqual(99.3);
    expect(one, report).toBeGreaterThanOrEqual(22);
    expect(several, report).toBeLessThanOrEqual(3);
  });

  it('keeps 99.4 % when any one token is deleted, with several problems in at most one of fifteen', () => {
    const outcomes = tokens.map((token) =>
      outcomeOf(`${token.text} at ${token.start}`, base.slice(0, token.start) + base.slice(token.end)),
    );
    const { kept, several } = shares(outcomes);
    const report = outcomes
      .filter((one) => one.problems > 1 || one.lost.length > 2)
      .map((one) => `${one.title}: ${one.told.join(' | ')} LOST ${one.lost.join(' | ')}`)
      .join('\n');
    expect(kept, report).toBeGreaterThanOrEqual(99.4);
    expect(several / outcomes.length, report).toBeLessThanOrEqual(18 / 273);
  });

  it('keeps 99.2 % of half-typed lines, with several problems in at most one of eight', () => {
    const outcomes = tokens
      .filter((token) => base.slice(base.lastIndexOf('\n', token.start) + 1, token.start).trim() !== '')
      .map((token) =>
        outcomeOf(`up to ${token.text} at ${token.start}`, base.slice(0, token.start) + base.slice(base.indexOf('\n', token.start))),
      );
    const { kept, several } = shares(outcomes);
    const report = outcomes
      .filter((one) => one.problems > 1 || one.lost.length > 2)
      .map((one) => `${one.title}: ${one.told.join(' | ')} LOST ${one.lost.join(' | ')}`)
      .join('\n');
    expect(kept, report).toBeGreaterThanOrEqual(99.2);
    expect(several / outcomes.length, report).toBeLessThanOrEqual(24 / 204);
  });

  it('never throws when a token is doubled', () => {
    for (const token of tokens)
      expect(() => parse(`${base.slice(0, token.end)} ${token.text}${base.slice(token.end)}`, 'x.study')).not.toThrow();
  });
});
