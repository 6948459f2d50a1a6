// The terms that Chinese sentences do not use, and how they are punctuated: held to every text in words/zh, and the terms to every Chinese
// text of core and dsl. What a sentence says is held elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kinds } from '@studyspec/dsl';
import { kindText } from '../../packages/core/src/words/zh/kinds.ts';
import { REJECTED, rejectedIn, type ChineseText } from '../support/rejected-terms.ts';
import { textsOf } from '../support/texts-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HAN = /\p{Script=Han}/u;

const chineseIn = (folder: string): ChineseText[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .flatMap((path) =>
      textsOf(readFileSync(join(root, path), 'utf8'))
        .filter(({ text }) => HAN.test(text))
        .map(({ line, text }) => ({ where: `${path}:${line}`, text })),
    );
const words = chineseIn('packages/core/src/words/zh');
const problems = words.filter(({ where }) => where.includes('/zh/problems/') || where.includes('phrases'));
/** Letters that tell an encoding are no words of ours. */
const everywhere = [...chineseIn('packages/core/src'), ...chineseIn('packages/dsl/src')].filter(
  ({ where }) => !where.includes('/data/readers/'),
);

/** Readers are not addressed in a problem. */
const IN_PROBLEMS: readonly (readonly [RegExp, string])[] = [[/[您请]/u, '动词开头']];

describe('Chinese texts', () => {
  it('are looked at, and what is in them is found', () => {
    expect(words.length).toBeGreaterThan(350);
    expect(textsOf("const a = '标准错误'; // 负荷\nconst b = `${f('缺省')}个`;")).toEqual([
      { line: 1, text: '标准错误' },
      { line: 2, text: '缺省' },
      { line: 2, text: '…个' },
    ]);
    expect(rejectedIn([{ where: 'here', text: '12 个个案' }], REJECTED)).toEqual(['here: 个个案 → 个案 … 个']);
  });

  it('use no rejected term', () => {
    expect(rejectedIn(everywhere, REJECTED)).toEqual([]);
    expect(rejectedIn(problems, IN_PROBLEMS)).toEqual([]);
  });

  it('name every kind of declaration', () => {
    expect(Object.keys(kinds).filter((kind) => !HAN.test(kindText(kind)))).toEqual([]);
  });

  it('have the punctuation of Chinese beside Chinese, and typed code in backquotes as it is', () => {
    const wrong = problems
      .map(({ where, text }) => ({ where, text: text.replaceAll(/```[^`]*```|`[^`]*`/gu, '`') }))
      .filter(({ text }) => /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|[「」]|——|!/u.test(text))
      .map(({ where, text }) => `${where}: ${text}`);
    expect(wrong).toEqual([]);
  });

  it('have a blank between Chinese and Latin letters, digits or typed code', () => {
    const wrong = problems
      .map(({ where, text }) => ({ where, text: text.replaceAll(/“[^”]*”/gu, '“”') }))
      .filter(({ text }) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text.replaceAll(/```[^`]*```|`[^`]*`/gu, '')))
      .map(({ where, text }) => `${where}: ${text}`);
    expect(wrong).toEqual([]);
  });
});
