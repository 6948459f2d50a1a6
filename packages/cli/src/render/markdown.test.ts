// Explanations on a terminal, in a script that has no blanks.
import { expect, it } from 'vitest';
import { displayWidth } from '@studyspec/core';
import { renderMarkdown } from './markdown.ts';

it('Chinese is broken between its signs, joined without a blank, and emphasised between its signs', () => {
  const text = renderMarkdown(`${'评分量表或数值变量的取值范围规定了可能有哪些回答，'.repeat(5)}\n即为*丢失*的回答。`, {
    color: false,
    width: 60,
  });
  const lines = text.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter((line) => displayWidth(line) > 60 || /^[，。]| /u.test(line))).toEqual([]);
  expect(lines.join('')).toContain('即为丢失的');
});
