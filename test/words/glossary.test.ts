// The terms that Chinese sentences do not use, and how they are punctuated: held to every text in words/zh, and the terms to every Chinese
// text of core and dsl. What a sentence says is held elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../support/texts-of.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HAN = /\p{Script=Han}/u;

interface Text {
  readonly where: string;
  readonly text: string;
}

const chineseIn = (folder: string): Text[] =>
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

/** Each with the term that stands in its place. */
const REJECTED: readonly (readonly [RegExp, string])[] = [
  [/标准错误/u, '标准误'],
  [/正态化/u, '标准化'],
  [/缺省/u, '默认设置'],
  [/审计/u, '核查'],
  [/组件/u, '成分'],
  [/负荷/u, '载荷'],
  [/项目/u, '题项'],
  [/题目均值/u, '题项均值'],
  [/结果变量|被解释变量/u, '因变量'],
  [/解释变量/u, '自变量'],
  [/合成得分/u, '综合得分'],
  [/超出量表/u, '超出取值范围'],
  [/提醒/u, '警告'],
  [/经典标准误/u, '普通标准误'],
  [/方差最大(?:化)?旋转/u, '最大方差法（varimax）'],
  [/构面/u, '维度'],
  [/萃取/u, '提取；平均方差抽取量'],
  [/索引/u, '指数'],
  [/联接/u, '合并文件'],
  [/打字错误/u, '录入错误'],
  [/(?<![每多一])个个案/u, '个案 … 个'],
  [/比值比/u, '优势比（OR）'],
  [/极大似然/u, '最大似然'],
  [/题总相关/u, '校正项总计相关（CITC）'],
  [/标志指标/u, '标志题项'],
  [/解释方差/u, '方差解释率'],
  [/荟萃/u, '元分析'],
  [/自举/u, '自助抽样'],
  [/假说/u, '假设'],
  [/可靠性/u, '信度'],
  [/转轴/u, '旋转'],
  [/判别效度/u, '区分效度'],
  [/验证性因素/u, '验证性因子分析'],
];
/** In reports an item is no 条目 either; in problems it is an entry of the spec. Readers are not addressed in a problem. */
const IN_PROBLEMS: readonly (readonly [RegExp, string])[] = [[/[您请]/u, '动词开头']];

const found = (texts: readonly Text[], rejected: readonly (readonly [RegExp, string])[]): string[] =>
  texts.flatMap(({ where, text }) =>
    rejected.flatMap(([pattern, instead]) => {
      const match = pattern.exec(text);
      return match === null ? [] : [`${where}: ${match[0]} → ${instead}`];
    }),
  );

describe('Chinese texts', () => {
  it('are looked at, and what is in them is found', () => {
    expect(words.length).toBeGreaterThan(350);
    expect(textsOf("const a = '标准错误'; // 负荷\nconst b = `${f('缺省')}个`;")).toEqual([
      { line: 1, text: '标准错误' },
      { line: 2, text: '缺省' },
      { line: 2, text: '…个' },
    ]);
    expect(found([{ where: 'here', text: '12 个个案' }], REJECTED)).toEqual(['here: 个个案 → 个案 … 个']);
  });

  it('use no rejected term', () => {
    expect(found(everywhere, REJECTED)).toEqual([]);
    expect(found(problems, IN_PROBLEMS)).toEqual([]);
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
