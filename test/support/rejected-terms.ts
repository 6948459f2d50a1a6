// The terms that Chinese sentences of ours do not use, and what is said in their place.

export interface ChineseText {
  readonly where: string;
  readonly text: string;
}

/** Each with the term that stands in its place. */
export const REJECTED: readonly (readonly [RegExp, string])[] = [
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
/** Where a text uses one of them. */
export const rejectedIn = (texts: readonly ChineseText[], rejected: readonly (readonly [RegExp, string])[]): string[] =>
  texts.flatMap(({ where, text }) =>
    rejected.flatMap(([pattern, instead]) => {
      const match = pattern.exec(text);
      return match === null ? [] : [`${where}: ${match[0]} → ${instead}`];
    }),
  );
