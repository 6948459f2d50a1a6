// What is said in Chinese of what could not be checked.
import type { SkippedWhat, SkippedWhy } from '../../../contract/audit-facts/index.ts';
import { reasonText } from '../reasons.ts';
import { names, quoted, zh } from '../text.ts';
import { claimSide } from './claims.ts';
import { addressed } from './phrases.ts';

export function skippedWhat(what: SkippedWhat): string {
  switch (what.of) {
    case 'figure':
      // A cell of a table: the address alone.
      return what.address;
    case 'communality':
      return `${quoted(what.name)}的共同度`;
    case 'fit':
      return `${quoted(what.name)}的拟合优度`;
    case 'rotation':
      return `${quoted(what.name)}的旋转`;
    case 'percentages':
      return `${quoted(what.name)}的百分比`;
    case 'stars':
      return `${quoted(what.name)}的星号`;
    case 'missing-policy':
      return `${quoted(what.name)}的缺失处理`;
    case 'correlations':
      return `${quoted(what.name)}所依据的相关`;
    case 'sum-of-counts':
      return `${quoted(what.name)}的频数之和`;
    case 'coefficients':
      return `${quoted(what.model)}的 ${what.quantity}`;
    case 'weights':
      return `${quoted(what.job)}中${quoted(what.index)}的权重`;
    case 'row':
      return `${quoted(what.job)}中${quoted(what.term)}一行`;
    case 'groups':
      return `按${quoted(what.category)}分组的${quoted(what.score)}`;
    case 'claim':
      return `${quoted(what.hypothesis)}：${addressed(what.claim)}`;
  }
}

type Plain = Exclude<
  SkippedWhy['of'],
  'rounding' | 'parts-not-printed' | 'too-few-rows' | 'other-cases' | 'every-mean' | 'mean-impossible' | 'several-answers' | 'no-value'
>;

const PLAIN: { readonly [K in Plain]: string } = {
  'claim-not-printed': '所涉数值未发表',
  'loading-not-printed': '有载荷未发表',
  'cell-not-printed': '有单元格未发表',
  'weights-too-open': '由各行得到的权重范围太宽',
  'shares-not-printed': '用作权重的方差解释率未发表',
  'not-computed': '未能计算',
  'item-means-not-printed': '题项均值未全部发表',
  'some-loadings-of-some-components': '所保留成分的载荷未全部发表',
  'cases-of-correlations-not-printed': '相关所用的个案数未发表',
  'groups-not-printed': '各组的均值、标准差和个案数未全部发表',
  'group-mean-not-printed': '有的组均值未发表',
  'cases-of-groups-not-printed': '各组的个案数未发表',
  'mean-of-all-not-printed': '全部个案的均值未发表',
  'number-of-all-not-printed': '全部个案的个案数未发表',
  'not-whole-answers': '未声明其回答为评分量表上的整数',
  'n-not-printed': '其 n 和样本量均未发表',
  'mean-not-printed': '其均值未发表',
  'predictors-not-printed': '自变量的有效回答数未发表',
  'answers-of-whole-sample-only': '只发表了全部样本的有效回答数',
  'cases-not-printed': '其个案数未发表',
  'levels-may-be-left-out': '`where` 可能排除了自变量的某些类别，而自由度未发表',
  'one-figure-of-fit': 'F、R² 和调整后 R² 只发表了一个',
  'item-sds-not-printed': '题项标准差未全部发表',
  'loadings-not-printed': '载荷未全部发表',
  'components-not-in-table': '所保留的成分未全部列入表中',
  'counts-not-printed': '各类别的频数未全部发表',
  'count-not-printed': '其频数未发表',
  'errors-not-classical': '其标准误不是普通标准误',
  'no-single-n': '各模型没有同一个发表的个案数',
  'other-respondents': '各因变量的作答者可能不同',
  'r2-not-printed': '其 R² 未发表，或与其 F 不符',
};

export function skippedWhy(why: SkippedWhy): string {
  switch (why.of) {
    case 'rounding':
      return zh`受舍入误差所限，无法判定（${claimSide(why.left)}对${claimSide(why.right)}）`;
    case 'parts-not-printed':
      return `合成它的${names(why.parts)}的系数未发表`;
    case 'too-few-rows':
      return `只有 ${why.rows} 行，不足以求出并核对 ${why.weights} 个权重`;
    case 'other-cases':
      return `各组共有个案 ${why.groups} 个，全部个案为 ${why.all} 个`;
    case 'every-mean':
      return `保留 ${why.decimals} 位小数时，${why.n} 个回答可以得到任何均值`;
    case 'mean-impossible':
      return `n=${why.n} 时其均值已不可能`;
    case 'several-answers':
      return `百分比均以个案 ${why.cases} 个为基数：可多选`;
    case 'no-value':
      return `未能计算（${reasonText(why.reason)}）`;
    default:
      return PLAIN[why.of];
  }
}
