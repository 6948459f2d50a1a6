// What is said in Chinese of regressions and comparisons: fit, cases, tests, stars, the F of groups.
import type { FitFigure, FitName, FitOption, ModelFinding, ShownRange, StarsOfTerm, TestOfT } from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { either, listed, names, quoted, zh } from '../text.ts';
import { addressed, asPrinted, between, degreesOfFreedom, few, movedBack, number, pIs, range, runs, slipped, tight } from './phrases.ts';

const FIT: { readonly [K in FitName]: string } = { r2: 'R²', adjusted: '调整后 R²', f: 'F' };

function r2Of({ name, printed, low, high }: FitFigure, n: number, k: number): string {
  const df = n - k - 1;
  const r2 = between(low, high, 4);
  if (name === 'f') return `R²=${k}·${printed}/(${k}·${printed}+${df})=${r2}`;
  return name === 'r2' ? `R²=${printed}` : `R²=1−(1−${printed})·${df}/${n - 1}=${r2}`;
}

interface Against {
  readonly n: number;
  readonly coefficients: number;
  readonly against: readonly [FitFigure, FitFigure];
}
const againstEachOther = ({ against, n, coefficients }: Against): string =>
  `${against.map((one) => zh`由${FIT[one.name]}得 ${r2Of(one, n, coefficients)}`).join('，')}。`;

const WHOLE_SAMPLE = '（全部样本，即缺失值经过替换）';

function fitOption(option: FitOption): string {
  switch (option.of) {
    case 'texts':
      return `${FIT[option.name]}=${few(option.texts)}`;
    case 'range':
      return `${FIT[option.name]}=${range(option.range)}`;
    case 'cases': {
      const { listwise } = option;
      const how = option.wholeSample
        ? WHOLE_SAMPLE
        : listwise === null
          ? ''
          : `（成列删除：${quoted(listwise.name)}有 ${listwise.n} 个有效回答）`;
      return `n=${runs(option.fits)}${how}`;
    }
  }
}

const ofF = (fact: { readonly df1: number; readonly df2: number; readonly f: string; readonly range: ShownRange }): string =>
  `F(${fact.df1}, ${fact.df2})=${fact.f}，${pIs(fact.range.low, fact.range.high, 4)}`;
const ofT = ({ source, df, p }: TestOfT): string => `${tight(source)}，${degreesOfFreedom(df)}，${pIs(p.low, p.high, p.decimals)}。`;

const starMessage = (job: string, { term, alone, lowest, highest }: StarsOfTerm): string =>
  alone
    ? `回归${quoted(job)}：${quoted(term)}对${quoted(lowest.outcome)}的系数 ${lowest.printed} 太小，不可能有这样的星号。`
    : `回归${quoted(job)}：${quoted(term)}对${quoted(lowest.outcome)}（${lowest.printed}）和` +
      `${quoted(highest.outcome)}（${highest.printed}）的星号不能同时成立。`;

function starArithmetic({ df, alone, lowest, highest }: StarsOfTerm): string {
  const other = alone
    ? '，而容忍度不会大于 1'
    : `；${highest.printed}：R²=${show(highest.r2, 3)}，|t|<${show(highest.t ?? Infinity, 3)}，` +
      `须 tol≤${show(highest.tolerance ?? Infinity, 3)}；而同一自变量只有一个容忍度`;
  return (
    `|t|=|β|·√(tol·${df}/(1−R²))。${lowest.printed}：R²=${show(lowest.r2, 3)}，` +
    `|t|≥${show(lowest.t ?? Infinity, 3)}，须容忍度 tol≥${show(lowest.tolerance ?? Infinity, 3)}${other}。`
  );
}

const starPair = ({ term, alone, lowest, highest }: StarsOfTerm): string =>
  alone
    ? `${quoted(term)}（${quoted(lowest.outcome)}${lowest.printed}）`
    : `${quoted(term)}（${quoted(lowest.outcome)}${lowest.printed}，${quoted(highest.outcome)}${highest.printed}）`;

export const modelWords: Pick<FindingCatalogue, ModelFinding['kind']> = {
  'too-few-cases': {
    message: ({ model, coefficients, n }) => `${quoted(model)}有 ${coefficients} 个系数，而个案只有 ${n} 个。`,
    arithmetic: ({ coefficients, n }) => `自由度为 ${n}−${coefficients}−1=${n - coefficients - 1}。`,
    consistent: ({ coefficients }) => `个案多于 ${coefficients + 1} 个。`,
  },
  fit: {
    message: ({ model, n, coefficients, figures }) =>
      `${zh`${quoted(model)}的${listed(figures.map((one) => `${FIT[one.name]}（${one.printed}）`))}`}` +
      `与 n=${n} 和 ${coefficients} 个系数不能同时成立。`,
    arithmetic: againstEachOther,
    consistent: ({ options }) => (options.length === 0 ? '' : `${either(options.map(fitOption))}。`),
  },
  'fit-of-models': {
    message: ({ models, n, coefficients }) => `${names(models)}的 F、R² 和调整后 R² 与 n=${n} 和 ${coefficients} 个系数不能同时成立。`,
    arithmetic: againstEachOther,
    consistent: ({ fits, wholeSample, all }) => zh`n=${runs(fits)}${wholeSample ? WHOLE_SAMPLE : ''}时，全部 ${all} 个模型均相符。`,
  },
  'f-of-zero': {
    message: ({ model, printed, coefficients }) =>
      `${quoted(model)}的 F 发表值 ${printed} 不可能${coefficients > 0 ? `：有 ${coefficients} 个系数不为 0` : ''}。`,
    arithmetic: ({ largest, adjusted }) => {
      const but = largest === null ? '' : `，但${quoted(largest.term)}为 ${largest.printed}`;
      const parts = [`只有 R²=0 时 F=(R²/k)/((1−R²)/(n−k−1)) 才为 0，此时系数均为 0${but}`];
      if (adjusted !== null) {
        const { k, df, value, printed } = adjusted;
        parts.push(`调整后 R² 应为 −${k}/${df}=${number(value)}${printed === null ? '' : `，而非 ${printed}`}`);
      }
      return `${parts.join('；')}。`;
    },
    consistent: ({ emptyCell, adjusted, rest }) =>
      emptyCell
        ? '其他数值均有小数，单独的 0 可能是空白单元格：以句点表示。'
        : adjusted === null || adjusted.printed === null || rest === null
          ? 'F 大于 0。'
          : `调整后 R² 为 0 时，R²=${adjusted.k}/${rest}，F=1；F 小于 1 时，调整后 R² 为负。`,
  },
  'p-of-f': {
    message: ({ model, p, f }) => `${quoted(model)}的 p 值 ${asPrinted(p)} 与 F=${f} 不符。`,
    arithmetic: (fact) => `${ofF(fact)}。`,
    consistent: ({ range: of }) => `${pIs(of.low, of.high, of.decimals)}。`,
  },
  'stars-of-f': {
    message: ({ model, f, stars }) => `${quoted(model)}的 F（${f}${stars}）的星号与其 p 值不符。`,
    arithmetic: (fact) => `${ofF(fact)}；${fact.stars} 表示 p<${fact.below}${fact.notBelow === null ? '' : ` 且 p≥${fact.notBelow}`}。`,
    consistent: () => '',
  },
  'kept-by-means': {
    message: ({ job, sample, n }) => `回归${quoted(job)}以均值替换缺失值，个案应为全部 ${sample} 个；发表的是 n=${n}。`,
    arithmetic: ({ sample, n }) => `均值替换不剔除个案：n=${sample}≠${n}。`,
    consistent: ({ sample }) => `n=${sample}；或含缺失值的个案已剔除（\`missing listwise\`）。`,
  },
  'more-than-complete': {
    message: ({ job, n, most, predictor, certain, stated }) =>
      `回归${quoted(job)}的 n 为 ${n}，而${quoted(predictor)}只有 ${most} 个有效回答：缺失值${certain ? '是' : '多半是'}` +
      `以均值替换的${stated === null ? '，并未剔除' : `，并未如研究所述${policy(stated)}`}。`,
    arithmetic: ({ n, most, predictor, coefficients, single, models, fits }) =>
      fits.length > 0
        ? zh`${single ? '该模型' : `${models} 个模型`}的 F、R² 与 k=${coefficients} 只有在 n=${runs(fits)}时才能同时成立；` +
          `成列删除后至多 ${most} 个。`
        : `n=${n}>${most}，即${quoted(predictor)}的有效回答数。`,
    consistent: () => '该回归采用 `missing mean`；或 n 不超过有效回答数。',
  },
  ratio: {
    message: ({ name, t }) => `${quoted(name)}：t 的发表值 ${t} 不等于 b 与标准误之比。`,
    arithmetic: ({ b, se, ratio }) => `${b}/${se}=${between(ratio.low, ratio.high, ratio.decimals + 1)}。`,
    consistent: ({ ratio, options }) =>
      options.length === 0
        ? `t=${range(ratio)}。`
        : `${either(options.map((one) => `${one.name === 'SE' ? '标准误' : one.name}=${few(one.texts)}`))}。`,
  },
  'ratios-slipped': {
    message: ({ model, failing, slip }) => `${quoted(model)}：有 ${failing} 行的 t 不等于 b 与标准误之比：${slipped(slip)}。`,
    arithmetic: ({ first }) => `${quoted(first.term)}：${first.b}/${first.se}=${range(first.ratio)}，发表值 ${first.t}。`,
    consistent: ({ block }) => movedBack(block),
  },
  'p-of-t': {
    message: ({ name, p }) => `${quoted(name)}：p 的发表值 ${asPrinted(p)} 与其 t 不符。`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ test, decimals }) => `${pIs(test.p.low, test.p.high, decimals)}。`,
  },
  'ps-slipped': {
    message: ({ model, failing, slip }) => `${quoted(model)}：有 ${failing} 行的 p 与其 t 不符：${slipped(slip)}。`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ block }) => movedBack(block),
  },
  'ps-with-other-n': {
    message: ({ model, terms, n }) => `${quoted(model)}：n=${n} 时，${names(terms)}的 p 与 t 不符。`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ fits }) => zh`n=${runs(fits)}时全部相符。`,
  },
  'stars-of-t': {
    message: ({ name, printed, stars, right }) =>
      `${quoted(name)}：${printed} ${stars === null ? '没有星号' : `的星号为 ${stars}`}，而由其 t 应${right === '' ? '没有星号' : `为 ${right}`}。`,
    arithmetic: ({ test }) => ofT(test),
    consistent: ({ printed, right, test }) => (test.df === null ? '' : `${printed}${right}。`),
  },
  'middle-of-interval': {
    message: ({ name, b }) => `${quoted(name)}：b 的发表值 ${b} 不在其置信区间的中点。`,
    arithmetic: ({ low, high, middle }) => `(${low}+${high})/2=${number(middle)}。`,
    consistent: () => '',
  },
  'end-of-interval': {
    message: ({ name, end }) => `${quoted(name)}：由 b 和标准误得不到区间端点的发表值 ${end}。`,
    arithmetic: ({ b, se, quantile, wanted }) => `${b}±${show(quantile, 3)}·${se} 得 ${range(wanted)}。`,
    consistent: ({ wanted }) => `${range(wanted)}。`,
  },
  stars: {
    message: ({ job, of }) => starMessage(job, of),
    arithmetic: ({ of }) => starArithmetic(of),
    consistent: ({ strays }) =>
      strays.length === 0
        ? '其中一处的星号（或系数）另取他值。'
        : `${either(
            strays.map((one) => `${quoted(one.outcome)}${one.printed}（${one.starred ? '有星号' : '无星号'}）`),
          )}的星号（或数值）另取他值。`,
  },
  'stars-of-terms': {
    message: ({ job, terms }) =>
      `回归${quoted(job)}：${terms.length} 个自变量的星号各自不能同时成立：${terms.slice(0, 8).map(starPair).join('、')}${terms.length > 8 ? '等' : ''}。`,
    arithmetic: ({ terms: [first] }) => (first === undefined ? '' : `${quoted(first.term)}：${starArithmetic(first)}`),
    consistent: () => '若不是普通标准误，或显著性水平不同，即可全部解释；否则这些单元格的星号或数值另取他值。',
  },
  'f-of-groups': {
    message: ({ address, printed }) => `由各组的 n、均值和标准差得不到 ${addressed(address)} 的发表值 ${printed}。`,
    arithmetic: ({ between: among, within, f }) => `MSB/MSW=${range(among)}/${range(within)}=${range(f)}。`,
    consistent: ({ f }) => `F=${range(f)}。`,
  },
};

/** A missing policy as a reader calls it. */
function policy(stated: string): string {
  const called: Readonly<Record<string, string>> = { listwise: '成列删除', pairwise: '成对删除' };
  return `${Object.hasOwn(called, stated) ? called[stated]! : '处理'}（\`missing ${stated}\`）`;
}
