// The parser never throws and always ends, whatever the text; its problems lie within the text.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from '@studyspec/dsl';
import { randomOf } from '../support/random.ts';

const base = readFileSync(new URL('../language/base.study', import.meta.url), 'utf8');
const example = readFileSync(new URL('../../examples/anshun/anshun.study', import.meta.url), 'utf8');
/** Pieces of specs, small, so that many can be tried. */
const pieces = [...base.split(/\n(?=\S)/u), ...example.split(/\n(?=\S)/u)].filter((piece) => piece.length > 20 && piece.length < 700);
const snippets = [
  '{',
  '}',
  '"',
  '`',
  '(',
  ')',
  ',',
  '..',
  '=',
  '|',
  'of',
  'by',
  'where',
  'is',
  'not',
  'and',
  'index',
  'indicator',
  'table',
  'columns',
  '。',
  '｛',
  '“',
  '//',
  '\n',
  '\r\n',
  '\t',
  '5',
  '-',
  '**',
  '.',
  ':',
  '\u0000',
  '\ud800',
  '🦉',
  '中',
  'then',
  'weight given {',
  'from',
];

function survives(text: string): void {
  let result: ReturnType<typeof parse>;
  try {
    result = parse(text, 'x.study');
  } catch (error) {
    throw new Error(`threw on ${JSON.stringify(text)}`, { cause: error });
  }
  for (const { place } of result.problems) {
    if (place === undefined || place.span.start < 0 || place.span.end > text.length || place.span.start > place.span.end)
      throw new Error(`a problem outside ${JSON.stringify(text)}: ${JSON.stringify(place)}`);
  }
}

describe('the parser', () => {
  it('survives 100,000 mutated specs', () => {
    const random = randomOf(20240914);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    expect(pieces.length).toBeGreaterThan(20);
    let done = 0;
    for (; done < 100_000; done += 1) {
      let text = pick(pieces);
      for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits -= 1) {
        const at = Math.floor(random() * (text.length + 1));
        const to = Math.min(text.length, at + Math.floor(random() * 12));
        const action = random();
        if (action < 0.35) text = text.slice(0, at) + text.slice(to);
        else if (action < 0.75) text = `${text.slice(0, at)}${random() < 0.5 ? ' ' : ''}${pick(snippets)}${text.slice(at)}`;
        else if (action < 0.9) text = text.slice(0, at) + text.slice(at, to) + text.slice(at);
        else text = text.slice(0, at) + pick(pieces).slice(0, 80);
      }
      survives(text);
    }
    expect(done).toBe(100_000);
  }, 240_000);

  it('survives random text and random bytes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), survives), { seed: 20240914, numRuns: 2000 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        survives(new TextDecoder().decode(bytes));
      }),
      { seed: 20240914, numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...snippets), { maxLength: 200 }), (parts) => {
        survives(parts.join(' '));
      }),
      { seed: 20240914, numRuns: 2000 },
    );
  }, 120_000);

  it('ends on deep and long texts', () => {
    for (const text of [
      '{'.repeat(50_000),
      'index i { of '.repeat(3_000),
      '('.repeat(20_000),
      `where ${'('.repeat(5_000)}a is b`,
      'a.'.repeat(30_000),
      `block b of ${'a, '.repeat(30_000)}a`,
      `number n = ${'-'.repeat(10_000)}1`,
      `number n = ${'('.repeat(8_000)}1${')'.repeat(8_000)}`,
      '"'.repeat(20_001),
      '}'.repeat(20_000),
    ])
      survives(text);
  }, 120_000);
});
