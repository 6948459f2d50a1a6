// What each kind of declaration is called in Chinese. In a sentence the kind stands before the name: 指标“happy”.
import { quoted } from './lists.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['study', '研究'],
  ['framework', '研究框架'],
  ['source', '出处'],
  ['data', '数据声明'],
  ['scale', '评分量表'],
  ['dimension', '维度'],
  ['indicator', '指标'],
  ['category', '分类变量'],
  ['choices', '多选题'],
  ['number', '数值变量'],
  ['block', '变量组'],
  ['index', '指数'],
  ['component', '成分'],
  ['compare', '比较'],
  ['correlate', '相关分析'],
  ['regression', '回归'],
  ['robustness', '稳健性检验'],
  ['measurement', '测量模型'],
  ['factor', '因子'],
  ['quantity', '自定义统计量'],
  ['comparison', '研究比较'],
  ['hypothesis', '假设'],
  ['published', '发表值'],
  ['table', '发表的表'],
  ['map', '变量对照'],
  ['without', '剔除声明'],
  ['seed', '随机种子'],
  ['report', '报告'],
  ['accept', '作者说明'],
  // What stands in braces, and what a file has.
  ['column', '列'],
  ['level', '类别'],
  ['levels', '类别'],
  ['option', '选项'],
  ['weights', '权重'],
  ['join', '合并文件'],
]);

/** A word that is no kind of declaration stands as it is typed. */
export const kindCalled = (kind: string): string => KINDS.get(kind) ?? `\`${kind}\``;

/** `指标“happy”`. */
export const kindNamed = (kind: string, name: string): string => `${kindCalled(kind)}${quoted(name)}`;

/** A kind with the word that is typed for it: `变量组（\`block\`）`. */
export const kindTyped = (kind: string): string => (KINDS.has(kind) ? `${kindCalled(kind)}（\`${kind}\`）` : `\`${kind}\``);
