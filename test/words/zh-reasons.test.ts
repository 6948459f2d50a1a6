// Reasons why a number is not there, in Chinese: those that the sources have are all known here, and none that they no longer have.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reasonText } from '../../packages/core/src/words/zh/reasons.ts';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
const sources = ['core/src/contract', 'core/src/methods', 'core/src/execute', 'core/src/procedures', 'core/src/rowless']
  .flatMap((folder) =>
    readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(packages, folder, path), 'utf8')),
  )
  .join('\n');
const known = readFileSync(fileURLToPath(new URL('../../packages/core/src/words/zh/reasons.ts', import.meta.url)), 'utf8');

it.each([
  ['nobody answered', '无人作答'],
  ['a, which chooses the cases, could not be computed: its scores do not vary', '筛选条件所用的“a”无法计算：其得分没有变异'],
  ['trust could not be computed: b could not be computed: it has no answers', '“trust”无法计算：“b”无法计算：没有回答'],
  ['a, b does not vary', '“a”“b”没有变异'],
  ['site.north separates its values (quasi-complete)', '“site.north”使其取值准完全分离'],
  ['40 cases for 52 parameters', '个案 40 个，而参数有 52 个'],
  ['errors cr2 are not defined under maximum likelihood', '最大似然法下没有 `errors cr2`'],
  ['a case determines a coefficient by itself, so HC3 is not defined', '有个案单独决定某个系数，因此 HC3 没有定义'],
  ['EUNKNOWN', '“EUNKNOWN”'],
])('%s', (english, chinese) => expect(reasonText(english)).toBe(chinese));

it('every fixed one is a reason that the sources give', () => {
  const keys = [...known.matchAll(/^ {2}\['((?:[^'\\]|\\.)+)', '/gmu)].map(([, key]) => key!);
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => !sources.includes(key))).toEqual([]);
});

it('every reason that the sources state in one line is known', () => {
  const stated = sources.split('\n').filter((line) => /\b(?:reason|why\w*): [^,]*'|\bfail\('|whyAt|: 'not defined/u.test(line));
  const reasons = stated.flatMap((line) => [...line.matchAll(/'([a-z][^'’]* [^']*[a-z`])'/gu)].map(([, text]) => text!));
  const english = reasons.filter((one) => !/[(=]|^(?:two|rows) /u.test(one) && !sources.includes(`{ is: '${one}'`));
  expect(english.length).toBeGreaterThan(30);
  expect(english.filter((one) => reasonText(one).startsWith('“'))).toEqual([]);
});
