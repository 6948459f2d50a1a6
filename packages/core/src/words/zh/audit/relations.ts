// What is said in Chinese of a figure outside its range, out of order, that does not follow from others or is beyond a bound.
import type {
  FindingKind,
  OrderReason,
  OtherwiseFact,
  RangeFact,
  RelationFact,
  RelationFinding,
} from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { listed, quoted, zh } from '../text.ts';
import {
  asPrinted,
  between,
  degreesOfFreedom,
  figuresInBrackets,
  nameOf,
  number,
  printedFigure,
  saidOfP,
  scaleEnds,
  tight,
} from './phrases.ts';

type Named<F extends { readonly of: string }, K> = F extends unknown ? (K extends F['of'] ? F : never) : never;
type WordsBy<F extends { readonly of: string }> = { readonly [K in F['of']]: (fact: Named<F, K>) => string };

const RANGES: { readonly [K in RangeFact['of']]: string | ((ends: { readonly low: number; readonly high: number }) => string) } = {
  count: '该值为频数',
  'count-from-1': '该值为频数，至少为 1',
  groups: '该值为组数或自变量个数',
  cases: '该值为个案数',
  percentage: '该值为占整体的百分比',
  share: '该值为比例',
  'share-of-variance': '该值为方差所占的比例',
  'share-of-variance-at-most': '该值至多为方差所占的比例',
  reliability: '信度至多为方差所占的比例',
  correlation: '该值为相关系数',
  loading: '在互不相关的成分上，载荷就是相关系数',
  probability: '该值为概率',
  determinant: '相关矩阵的行列式在 0～1 之间',
  eigenvalue: '相关矩阵没有负的特征值',
  squares: '该值由平方得到',
  'root-of-squares': '该值为平方和的平方根',
  neighbours: '相邻残差之差至多为残差绝对值的两倍',
  vif: '1/(1−R²) 至少为 1',
  scores: (ends) => `得分在 ${scaleEnds(ends)} 之间`,
  'scores-at-the-ends': (ends) => `得分在 ${scaleEnds(ends)} 之间，两端各占一半时离散程度最大`,
  'whole-or-half': '整数回答的中位数只能是整数或带 0.5 的数',
  'one-of-the-answers': '该值是其中一个回答，而回答均为整数',
};

function whyInRange(why: RangeFact): string {
  const words = RANGES[why.of];
  return typeof words === 'string' ? words : words('low' in why ? why : { low: 0, high: 0 });
}

const ORDERS: { readonly [K in Exclude<OrderReason['of'], 'level'>]: string } = {
  'ends-of-an-interval': '区间应由下限到上限',
  'alpha-of-those-who-answered': 'α 系数以作答的受访者计算',
  'eigenvalues-fall': '特征值由大到小编号',
  'sums-of-shares-rise': '累积方差解释率不会下降',
  'omega-below-eta': 'ω² 是由 η² 扣除随机部分得到的',
  'adjustment-lowers': '调整后 R² 不大于 R²',
  'clusters-have-cases': '每个聚类都有个案',
  'none-below-the-smallest': '没有比最小值更小的取值',
  'none-above-the-largest': '没有比最大值更大的取值',
  'values-of-a-group': '组内的取值也是全部个案的取值',
  'a-group-is-a-part': '组是全部个案的一部分',
};

const whyInOrder = (why: OrderReason): string => (why.of === 'level' ? `${quoted(why.level)}的个案没有这么多` : ORDERS[why.of]);

const RELATIONS: WordsBy<RelationFact> = {
  formula: ({ formula, given = [] }) => tight([formula, ...given].join('，')),
  'between-over-all-squares': () => '各组的 SSB/(SSB+SSW)',
  'largest-msa': () => '最大的 MSA',
  'smallest-msa': () => '最小的 MSA',
  'weight-in-the-study': () => '研究说明中的权重',
  'scores-of-the-index': () => '指数得分的取值范围',
  'item-fewest-answered': () => '有效回答最少的题项',
  'eigenvalues-above-1': () => '大于 1 的特征值个数',
  'eigenvalues-above-chance': () => '大于随机数据特征值的个数',
  'cumulative-share-kept': () => '所保留成分的累积方差解释率',
  'two-predictors': () => '两个自变量的 1/(1−r²)',
  'items-named': ({ name }) => `研究说明中${quoted(name)}的题项数`,
  'components-kept': ({ name }) => `研究说明中${quoted(name)}保留的成分数`,
  'cases-with': ({ name }) => `${quoted(name)}有效的个案数`,
  'alpha-without-an-item': ({ printed }) => `α 系数不可能无论剔除哪一题项都上升，其发表值 ${printed}，上限`,
  'point-answered': ({ printed }) => zh`有${printed}个回答的分值`,
  welch: ({ df1, f }) => `第二自由度取任意值时，P(F(${df1}, df₂)>${f})`,
  'p-of-f-from-eta2': ({ df1, df2, f }) => `由 η² 得 F=${number(f)}，P(F(${df1}, ${df2})>${number(f)})`,
  'p-of-t-from-interval': ({ df }) => `由区间得 t，${degreesOfFreedom(df)}，其 p 值`,
  'kurtosis-by-skewness': ({ g1 }) => `g₁=${number(g1)}，g₂≥g₁²−2，故 G₂`,
  'mean-of-points': ({ n }) => (n === null ? '分值 x、百分比 f：Σx·f/100' : `分值 x、频数 f：Σx·f/${n}`),
  'sd-of-points': ({ centre, rest }) => `分值 x、频数 f：√(Σf·(x−${number(centre)})²/${rest})`,
  'median-of-points': ({ n }) => `${n} 个回答中居中者`,
};

/** The last part of a relation, which its value follows: `=` after signs, 为 after words. */
function relationIs(relation: RelationFact, value: string): string {
  const words: (fact: never) => string = RELATIONS[relation.of];
  const text = words(relation as never);
  return /[\p{Script=Han}]$|MSA$/u.test(text) ? zh`${text}为${value}` : `${text}=${value}`;
}

const OTHERWISE: { readonly [K in Exclude<OtherwiseFact['of'], 'another-n'>]: string } = {
  'missing-answers': '或标准差所用个案不同（有缺失回答）',
  'interval-by-all-groups': '或置信区间是以全部各组的离散程度计算的',
  'criteria-of-another-program': '或信息准则出自另一程序（多计一个参数）',
  'constant-of-another-program': '或信息准则出自另一程序（另加一个常数）',
  'interval-of-beta': '或置信区间是对 β 本身计算的',
  'another-percentile': '或所用的是随机特征值的另一百分位',
};

const otherwiseText = (other: OtherwiseFact): string => (other.of === 'another-n' ? `n=${other.n} 时与发表值相符` : OTHERWISE[other.of]);

function possible(low: number | null, high: number | null, whole: boolean): string {
  const short = (value: number): string => (Number.isInteger(value) ? String(value) : show(value, 3));
  const what = whole ? '整数' : '数';
  if (low === null) return high === null ? `任何${what}` : `不大于 ${short(high)} 的${what}`;
  return high === null ? `不小于 ${short(low)} 的${what}` : `${short(low)}～${short(high)} 之间的${what}`;
}

const resultOf = ({
  low,
  high,
  decimals,
}: {
  readonly low: number | null;
  readonly high: number | null;
  readonly decimals: number;
}): string =>
  low === null
    ? high === null
      ? '任意值'
      : `至多 ${show(high, decimals)}`
    : high === null
      ? `至少 ${show(low, decimals)}`
      : between(low, high, decimals);

const SIDES = { 'at-least': '不小于', 'at-most': '不大于' } as const;

export const relationWords: Pick<FindingCatalogue, RelationFinding['kind'] & FindingKind> = {
  outside: {
    message: ({ figure, why }) => `${printedFigure(figure)}超出可能的范围：${whyInRange(why)}。`,
    arithmetic: ({ low, high, whole }) => zh`可能的取值为${possible(low, high, whole)}。`,
    consistent: ({ reading }) => (reading === null ? '' : zh`${reading}，即小数点或单位有误。`),
  },
  order: {
    message: ({ less, more }) => zh`${printedFigure(less)}大于${printedFigure(more)}。`,
    arithmetic: ({ less, more, why }) => `${asPrinted(less.printed)}>${asPrinted(more.printed)}，而${zh`${whyInOrder(why)}。`}`,
    consistent: () => '二者之一有误，或所用个案不同。',
  },
  derived: {
    message: ({ figure, from }) =>
      from.length === 0
        ? `${printedFigure(figure)}与研究说明不符。`
        : zh`由${figuresInBrackets(from)}得不到${nameOf(figure)}的发表值${asPrinted(figure.printed)}。`,
    arithmetic: (fact) => `${relationIs(fact.relation, resultOf(fact))}，发表值 ${asPrinted(fact.figure.printed)}。`,
    consistent: (fact) =>
      fact.low === null || fact.high === null
        ? ''
        : zh`${nameOf(fact.figure)}为${resultOf(fact)}${fact.otherwise === undefined ? '' : `；${otherwiseText(fact.otherwise)}`}。`,
  },
  bounded: {
    message: ({ figure, from, side }) =>
      zh`${printedFigure(figure)}${side === 'at-least' ? '小于' : '大于'}${figuresInBrackets(from)}所允许的${side === 'at-least' ? '下限' : '上限'}。`,
    arithmetic: ({ figure, relation, side, bound, decimals }) =>
      `${relationIs(relation, show(bound, decimals))}，${zh`${nameOf(figure)}应${SIDES[side]}此值`}，发表值 ${asPrinted(figure.printed)}。`,
    consistent: ({ side, bound, decimals }) => zh`${SIDES[side]}${show(bound, decimals)}。`,
  },
  signs: {
    message: ({ figures }) => `${listed(figures.map(printedFigure))}的符号不一致。`,
    arithmetic: ({ figures }) =>
      `${figures.map((one) => asPrinted(one.printed)).join('、')}：标准差和标准误均为正数，b、β 和 t 的符号应当相同。`,
    consistent: () => '各数值的符号相同。',
  },
  interval: {
    message: ({ figure, low, high }) => `${printedFigure(figure)}不在其置信区间 [${low.printed}, ${high.printed}] 之内。`,
    arithmetic: ({ figure, low, high }) => `${low.printed}≤${figure.printed}≤${high.printed} 不成立。`,
    consistent: () => '估计值应在区间的上下限之间。',
  },
  levels: {
    message: ({ figure, other }) => zh`${printedFigure(figure)}与${printedFigure(other)}不能同时成立。`,
    arithmetic: ({ figure, other, says, saysOther }) =>
      `${zh`${asPrinted(figure.printed)}表示${saidOfP(says)}`}；${zh`${asPrinted(other.printed)}表示${saidOfP(saysOther)}`}。`,
    consistent: () => '二者之一有误。',
  },
};
