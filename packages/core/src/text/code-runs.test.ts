// Words of the language within a sentence.
import { describe, expect, it } from 'vitest';
import { codeRuns, withCode } from './code-runs.ts';

const marked = (text: string): string =>
  withCode(
    text,
    (one) => one,
    (word) => `[${word}]`,
  );

describe('words of the language in a sentence', () => {
  it('are what stands in backquotes', () => {
    expect(marked('Write `errors cluster site` in it, or `keep 4`.')).toBe('Write [errors cluster site] in it, or [keep 4].');
    expect(marked('写明 `reversed`。')).toBe('写明 [reversed]。');
  });
  it('are none where a backquote is alone, around nothing, or over a line', () => {
    for (const text of ['a ` b', '``', 'a `b\nc` d', '', '`']) expect(marked(text), text).toBe(text);
    expect(marked('a `b` c ` d')).toBe('a [b] c ` d');
  });
  it('lose no letter', () => {
    const text = 'x `y` ``z` `';
    expect(
      codeRuns(text)
        .map((run) => (run.code ? `\`${run.text}\`` : run.text))
        .join(''),
    ).toBe(text);
  });
});
