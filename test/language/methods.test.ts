// What was done is said, whatever was chosen: every way of every option of every procedure has its words in the methods of a study, in
// both languages, and they are not those of what holds when the clause is left out. The options are walked, so that a new one needs its
// words here.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execute, learn, optionsOf, reportOf, waysOf, type AnyOption, type Block, type StudyResults } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { phraseText } from '../../packages/core/src/render/cells.ts';
import { everyClause } from '../support/every-clause.ts';
import { runProject } from '../support/project.ts';

await learn('zh');

const random = (seed: number): number => {
  const x = Math.sin(seed * 12.9898) * 43758.5453;
  return x - Math.floor(x);
};
const answer = (i: number, k: number): number =>
  Math.max(
    1,
    Math.min(
      5,
      Math.round(3 + 1.6 * (random(i) - 0.5) + (k < 2 ? 1 : -1) * 1.4 * (random(i + 500) - 0.5) + 2 * (random(i * 7 + k * 131) - 0.5)),
    ),
  );
const rows = Array.from({ length: 90 }, (_, i) =>
  [
    i + 1,
    ...Array.from({ length: 6 }, (__, k) => (i === 11 && k === 1 ? '' : i === 5 && k === 0 ? 9 : answer(i + 1, k))),
    1 + (i % 2),
    1 + (Math.floor(i / 2) % 3),
    i === 30 ? '' : 20 + ((i * 17) % 41),
    'uvwxyz'[Math.floor(i / 15)],
    (i * 5 + Math.floor(random(i) * 4)) % 7,
    1 + (i % 4),
    i < 45 ? 'north' : 'south',
  ].join(','),
);
const files = { 'd.csv': `id,a,b,c,d,e,f,sex,place,age,site,trips,w,region\n${rows.join('\n')}\n` };

const study = (data: string, more: string): string => `study "S"
data "d.csv" { id id  ${data} }
scale agreement 1..5 "no" zh "否" .. "yes" zh "是"
dimension ties "Ties" zh "联系" on agreement { indicator a  indicator b  indicator c  indicator d }
dimension rest "Rest" zh "其余" on agreement { indicator e  indicator f }
category sex "Sex" zh "性别" { male "Men" zh "男" = 1  female "Women" zh "女" = 2 }
category place { one = 1  two = 2  three = 3 }
number age "Age" zh "年龄"
number trips
number agreed when b >= 3
number poor when c <= 2
number low when d <= 2
${more}
`;

const components = (clause: string): string => {
  if (/^(?:score (?:mean|sum)|normalize)\b/u.test(clause)) return '';
  if (clause.startsWith('needs')) return 'score mean';
  if (clause.startsWith('aggregate') || /^weight by (?!explained)/u.test(clause)) return 'normalize range';
  if (clause.startsWith('keep')) return 'component x marked by a';
  if (clause.startsWith('score')) return 'extract axis  keep 2  component x marked by a  component y marked by c';
  return 'keep 2  component x marked by a  component y marked by c';
};
const explained = (clause: string): string =>
  /^method (?:logit|probit)|^show (?:odds|margins)/u.test(clause)
    ? 'agreed'
    : clause.startsWith('method multinomial')
      ? 'place'
      : clause.startsWith('method poisson')
        ? 'trips'
        : 'e';
const odds = /^show (?:odds|margins)/u;
const drawn = 'weight w  stratum region';
/** A study in which one clause has something to do; without it, what holds when it is left out. */
const holders: Readonly<Record<string, (clause: string) => string>> = {
  data: (clause) => study(clause.startsWith('lonely') || clause === '' ? `${drawn}  ${clause}` : clause, ''),
  category: (clause) =>
    study('', `category band from age { ${clause}  ${clause.endsWith('5') ? 'first = 1  second = 2..5' : 'first = ..40  second = 41..'} }`),
  number: (clause) =>
    study('', clause.startsWith('needs') ? `number total = sum(a, b, c) { ${clause} }` : `number years from age { ${clause} }`),
  index: (clause) => study('', `index i "I" zh "甲" { of ties  ${components(clause)}  ${clause} }`),
  compare: (clause) => study('', `compare k { of a, b  by place  ${clause} }`),
  correlate: (clause) => study('', `correlate k { of a, b, age  ${clause} }`),
  regression: (clause) =>
    study(
      clause.startsWith('errors survey') ? drawn : '',
      `regression r { explain ${explained(clause)}  by c, age  ${odds.test(clause) ? 'method logit event 1' : ''}  ${clause} }`,
    ),
  measurement: (clause) => study('', `measurement m { of ties  ${clause} }`),
  mediation: (clause) => study('', `mediation m { explain e  by age  through a  ${clause} }`),
  report: (clause) => study('', clause === '' ? '' : `report { ${clause} }`),
  deprivation: (clause) => study('', `deprivation h { of one { poor }, two { low, agreed }  ${clause} }`),
};

const ran = new Map<string, StudyResults>();
function resultsOf(text: string): StudyResults {
  const known = ran.get(text);
  if (known !== undefined) return known;
  const { results, problems } = runProject({ ...files, 'x.study': text }, 'x.study');
  if (results === null)
    throw new Error(`${JSON.stringify(problems.filter((one) => one.severity === 'error').map((one) => one.facts))}\n${text}`);
  ran.set(text, results);
  return results;
}
const paragraphsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'section' ? paragraphsIn(block.blocks) : block.kind === 'paragraph' ? [phraseText(block.runs)] : [],
  );
const paragraphsOf = (results: StudyResults, language: string): readonly string[] =>
  paragraphsIn(reportOf(results, { language, only: ['methods'], figures: false }).blocks);
const methodsOf = (text: string, language: 'en' | 'zh'): string => paragraphsOf(resultsOf(text), language).join('\n');

type Said = readonly [en: RegExp, zh: RegExp];
/** What each way has to say; `left out`: a default of which nothing is said, since nothing is done. */
const said: Readonly<Record<string, Readonly<Record<string, Said | 'left out'>>>> = {
  'data out of range': {
    dropped: [/Answers outside their scale .* treated as missing \(1 answer\)/u, /超出取值范围.*按缺失处理，共 1 个/u],
    kept: [/used as they stand \(1 answer\)/u, /超出取值范围的回答按原值使用，共 1 个/u],
  },
  'data lonely': {
    refused: 'left out',
    adjust: [/the square of that unit’s distance/u, /之差的平方计入/u],
    certainty: [/as if it had been drawn for certain/u, /视同必然入样/u],
    average: [/the mean variance of the other strata/u, /平均方差/u],
  },
  'report cells': {
    all: 'left out',
    '10': [/Counts of fewer than 10 respondents are withheld/u, /少于 10 名受访者的频数不予报告/u],
  },
  'category quantiles': { none: 'left out', '5': [/divides Age into five groups/u, /5 组/u] },
  'category population': {
    unknown: 'left out',
    given: [/Of a population of 12,000, stated by .*, 89 took part \(0\.7%\)/u, /所写的总体为 12,000，其中 89 参与调查（0\.7%）/u],
  },
  'number rescale': { none: 'left out', '0..1': [/brought linearly to 0–1/u, /线性换算为 0～1/u] },
  'number goalposts': { observed: 'left out', '6.2..9.9': [/from the stated ends 6\.2 and 9\.9/u, /上下限 6\.2 和 9\.9/u] },
  'number needs': { function: 'left out', '3': [/needs at least 3 of the values/u, /至少须有 3 个有效/u] },

  'index missing': {
    listwise: [/Respondents with a missing answer to any of the items were left out \(2\); n = 88/u, /成列删除（2 人），n=88/u],
    pairwise: [/Each correlation rested on those who answered both/u, /成对删除/u],
    mean: [/Missing answers, 2 in all, were replaced by the mean/u, /缺失值共 2 个，以题项均值替换/u],
  },
  'index correlations': {
    pearson: [/Pearson correlations/u, /Pearson 相关矩阵/u],
    spearman: [/rank correlations \(Spearman\)/u, /秩相关（Spearman）矩阵/u],
    polychoric: [/polychoric correlations/u, /多分格相关/u],
  },
  'index extract': {
    components: [/by principal components of/u, /主成分分析/u],
    axis: [/by principal axis factoring/u, /主轴因子法/u],
    'principal axis': [/by principal axis factoring/u, /主轴因子法/u],
    minres: [/least squares residuals \(minres\)/u, /最小残差法（minres）/u],
    ml: [/maximum-likelihood factors/u, /最大似然法/u],
  },
  'index keep': {
    '4': [/Four components were kept, a number that the study states/u, /按研究所定保留 4 个成分/u],
    'eigenvalue > 1': [/an eigenvalue above 1 \(Kaiser’s criterion\)/u, /特征值大于 1（Kaiser 准则）/u],
    'variance 60%': [/as many as explained 60 % of the variance/u, /累积方差解释率达到 60%/u],
    parallel: [/95th percentile of random data \(parallel analysis\)/u, /按平行分析（/u],
  },
  'index rotate': {
    varimax: [/by varimax with Kaiser normalisation/u, /最大方差法（varimax，采用 Kaiser 标准化）/u],
    'varimax raw': [/by varimax without normalisation/u, /最大方差法（varimax，不作标准化）/u],
    none: [/They were not rotated/u, /未作旋转/u],
    quartimax: [/by quartimax with Kaiser/u, /quartimax，采用 Kaiser/u],
    'quartimax raw': [/by quartimax without/u, /quartimax，不作标准化/u],
    equamax: [/by equamax with Kaiser/u, /equamax，采用 Kaiser/u],
    'equamax raw': [/by equamax without/u, /equamax，不作标准化/u],
    promax: [/by promax \(κ = 4\) with Kaiser.*may correlate/u, /Promax 斜交旋转（κ=4，采用.*允许相关/u],
    'promax raw': [/by promax \(κ = 4\) without/u, /Promax 斜交旋转（κ=4，不作标准化）/u],
    'promax 3': [/by promax \(κ = 3\) with/u, /Promax 斜交旋转（κ=3，采用/u],
    'promax 3 raw': [/by promax \(κ = 3\) without/u, /Promax 斜交旋转（κ=3，不作标准化）/u],
    oblimin: [/by direct oblimin \(δ = 0\) with/u, /oblimin，δ=0，采用/u],
    'oblimin raw': [/by direct oblimin \(δ = 0\) without/u, /oblimin，δ=0，不作标准化/u],
    'oblimin -0.5': [/by direct oblimin \(δ = -0\.5\) with/u, /oblimin，δ=-0\.5，采用/u],
    'oblimin -0.5 raw': [/by direct oblimin \(δ = -0\.5\) without/u, /oblimin，δ=-0\.5，不作标准化/u],
  },
  'index score': {
    regression: [/estimated by the regression method/u, /得分以回归法估计/u],
    bartlett: [/estimated by Bartlett’s method/u, /以 Bartlett 法估计/u],
    anderson_rubin: [/Anderson and Rubin’s method/u, /以 Anderson–Rubin 法估计/u],
    components: [/estimated by the regression method/u, /得分以回归法估计/u],
    mean: [/each respondent’s mean of the four answers to Ties/u, /每个受访者“联系”4 项回答的均值/u],
    sum: [/each respondent’s sum of the four answers to Ties/u, /每个受访者“联系”4 项回答的总和/u],
  },
  'index needs': {
    all: [/A score needs all four/u, /4 项须全部有效/u],
    '4': [/A score needs all four/u, /4 项须全部有效/u],
  },
  'index normalize': {
    range: [/from their smallest and largest values \(min–max\)/u, /极差标准化/u],
    scale: [/from the lower and the upper end of their scales/u, /按评分量表的下端和上端/u],
    z: [/first standardised \(mean 0, SD 1\)/u, /先作标准化（均值 0/u],
    rank: [/replaced by their ranks/u, /先取秩/u],
    none: [/Members entered as they stand/u, /各成员取原值/u],
  },
  'index aggregate': {
    arithmetic: [/by a weighted arithmetic mean/u, /求加权算术均值/u],
    geometric: [/by a weighted geometric mean/u, /求加权几何均值/u],
  },
  'index goalposts': {
    observed: [/from the lowest and the highest score that occurred/u, /由样本中的最低值和最高值/u],
    scale: [/the lowest and the highest score that the answers’ scales allow/u, /评分量表可能的最低值和最高值/u],
    '0..1': [/from the stated ends 0 and 1/u, /规定的上下限 0 和 1/u],
  },
  'index weight': {
    'by explained variance': [/weighted by their shares of the explained variance/u, /以方差解释率为权重/u],
    equal: [/weighted alike/u, /合成，等权/u],
    given: [/with weights of the author’s own/u, /以指定权重加权/u],
    'by entropy': [/with entropy weights/u, /以熵值法确定权重/u],
    'by critic': [/with CRITIC weights/u, /以 CRITIC 权重法确定权重/u],
    'by cv': [/with coefficient-of-variation weights/u, /以变异系数法确定权重/u],
    'by ahp': [/with weights by judgements of pairs \(AHP\)/u, /以层次分析法（AHP）确定权重/u],
  },
  'index rescale': {
    '0..100': [/Scores were brought linearly to 0–100/u, /线性换算为 0～100/u],
    components: [/Each part was brought to 0–100 first/u, /各成分先由.*换算为 0～100/u],
    'components 0..10': [/Each part was brought to 0–10 first/u, /各成分先由.*换算为 0～10/u],
    none: [/left as standard scores/u, /保持为标准分/u],
    t: [/T scores \(mean 50, SD 10\)/u, /T 分数（均值 50/u],
  },
  'compare missing': {
    pairwise: [/Each outcome rested on the cases that have it/u, /每个因变量各用其有效/u],
    listwise: [/Every outcome rested on the cases that have all/u, /全部因变量有效.*成列删除/u],
  },
  'compare post_hoc': {
    tukey: [/Tukey–Kramer procedure/u, /Tukey–Kramer 法/u],
    games_howell: [/Games–Howell procedure/u, /Games–Howell 法/u],
    bonferroni: [/Bonferroni’s correction/u, /Bonferroni 校正/u],
    sidak: [/Šidák’s correction/u, /Šidák 校正/u],
    holm: [/Holm’s step-down correction/u, /Holm 逐步校正/u],
  },
  'correlate method': {
    pearson: [/Pearson’s correlations/u, /Pearson 相关/u],
    spearman: [/Spearman’s rank correlations/u, /Spearman 秩相关/u],
    kendall: [/Kendall’s rank correlations \(τ-b\)/u, /Kendall 秩相关/u],
  },
  'correlate missing': {
    listwise: [/the cases that have every variable \(n = /u, /成列删除，n=/u],
    pairwise: [/the cases that have both of its variables/u, /成对删除/u],
  },
  'regression missing': {
    listwise: [/left out listwise \(1\)/u, /成列删除（1 个）/u],
    pairwise: [/answered both variables \(pairwise\)/u, /成对删除/u],
    mean: [/replaced by the mean over the cases used \(1 cell\)/u, /以所用个案的均值替换（单元格 1 个）/u],
    'multiple 20': [/imputed 3 times by chained equations.*seed 20240914.*Rubin’s rules/u, /作 3 次多重插补.*Rubin 规则/u],
  },
  'regression method': {
    linear: [/a linear regression of .* by ordinary least squares/u, /线性回归，采用普通最小二乘/u],
    logit: [/a logistic regression of .* by maximum likelihood/u, /Logit 回归，采用最大似然估计/u],
    'logit firth': [/Firth’s penalised likelihood/u, /Firth 惩罚/u],
    'logit event 1': [/The event that is predicted is 1/u, /所预测的事件为 1/u],
    probit: [/a probit regression/u, /Probit 回归/u],
    'probit event 1': [/a probit regression.*The event that is predicted is 1/u, /Probit 回归.*所预测的事件为 1/u],
    ordered: [/an ordered logistic regression .* with proportional odds/u, /有序 Logit 回归（比例优势模型）/u],
    'ordered probit': [/an ordered probit regression/u, /有序 Probit 回归/u],
    multinomial: [/a multinomial logistic regression/u, /多项 Logit 回归/u],
    poisson: [/a Poisson regression/u, /Poisson 回归/u],
    'tobit 1..4': [/a tobit regression .* with limits at 1 and 4/u, /Tobit 回归，界限为 1 和 4/u],
    'tobit 1..': [/a lower limit at 1/u, /下限为 1/u],
    'tobit ..4': [/an upper limit at 4/u, /上限为 4/u],
    'mixed within site': [
      /a linear mixed model .* restricted maximum likelihood.*varied between the groups of site/u,
      /线性混合模型，采用限制最大似然.*截距随“site”的组变化/u,
    ],
    'mixed within site ml': [/by ordinary maximum likelihood/u, /普通最大似然估计/u],
  },
  'regression errors': {
    classical: [/Standard errors were classical/u, /普通标准误（假定同方差）/u],
    'cluster site': [/clustered by site \(6 clusters, CR1\)/u, /按“site”聚类（CR1，聚类 6 个）/u],
    'cluster site cr2': [/6 clusters, CR2.*Satterthwaite/u, /CR2，聚类 6 个.*Satterthwaite/u],
    'cluster site wild 9999': [/wild cluster bootstrap of at most 200 samples/u, /野蛮聚类自助法.*至多 200 个/u],
    'bootstrap 2000': [/percentile intervals came from 200 bootstrap samples/u, /百分位区间由个案的自助抽样得出（样本 200 个/u],
    'bootstrap 2000 bca': [/bias-corrected and accelerated intervals came from 200/u, /偏差校正加速区间（BCa）.*200 个/u],
    survey: [/Coefficients were weighted, and their standard errors those of the design/u, /系数经加权，其标准误按抽样设计/u],
    hc0: [/\(HC0\)/u, /（HC0）/u],
    hc1: [/\(HC1\)/u, /（HC1）/u],
    hc2: [/\(HC2\)/u, /（HC2）/u],
    hc3: [/\(HC3\)/u, /（HC3）/u],
    hc4: [/\(HC4\)/u, /（HC4）/u],
    hc4m: [/\(HC4m\)/u, /（HC4m）/u],
  },
  'regression show': {
    standardized: [/report standardised coefficients \(β\)/u, /标准化系数 β/u],
    b: [/report unstandardised coefficients \(b\)/u, /列出非标准化系数 b/u],
    se: [/report standard errors/u, /列出标准误/u],
    t: [/report t\./u, /列出 t 值/u],
    p: [/report p-values/u, /列出 p 值/u],
    intervals: [/report 95 % confidence intervals/u, /列出 95% 置信区间/u],
    vif: [/variance inflation factors/u, /方差膨胀因子/u],
    importance: [/relative importance \(LMG/u, /相对重要性（LMG/u],
    odds: [/exp\(b\) with its interval/u, /exp\(b\) 及其区间/u],
    margins: [/average marginal effects/u, /平均边际效应/u],
  },
  'measurement estimator': {
    ml: [/estimated by maximum likelihood\./u, /采用最大似然估计。/u],
    wlsmv: [/diagonally weighted least squares.*WLSMV/u, /对角加权最小二乘.*WLSMV/u],
    mlr: [/MLR, Yuan and Bentler/u, /MLR，Yuan–Bentler/u],
  },
  'measurement missing': {
    listwise: [/Cases with a missing answer were left out \(2\)/u, /成列删除（2 个）/u],
    fiml: [/full information maximum likelihood/u, /全信息最大似然/u],
  },
  'mediation errors': {
    delta: [/delta method \(Sobel\)/u, /delta 法（Sobel）/u],
    'bootstrap 5000': [/percentile intervals of 200 bootstrap samples/u, /百分位区间.*200 个/u],
    'bootstrap 5000 bca': [/bias-corrected and accelerated intervals of 200/u, /偏差校正加速区间.*200 个/u],
  },
  'deprivation cutoff': { '1/3': [/deprived in at least 33\.3 % of the weights/u, /达到 33\.3% 者为贫困/u] },
};

/** Options whose choices say nothing of what was done, and why. */
const silent: Readonly<Record<string, string>> = {
  'data header': 'where a file has its names changes no answer',
  'data decimal': 'how a file writes numbers changes no answer',
  'report language': 'the language of these very sentences',
  'report tables': 'what is shown',
  'report figures': 'what is shown',
  'report decimals': 'how numbers are rounded in print',
  'report style': 'how tables are set',
  'report captions': 'in which languages captions are',
  'report ids': 'no respondent is named in these sentences',
  'published stars': 'how the paper marks significance',
};
/** Ways that say what holds anyway, beside what their study needs. */
const asLeftOut = new Set(['index score regression', 'index score components', 'index extract principal axis']);

const options = Object.entries(optionsOf)
  .filter(([kind]) => kind !== 'robustness')
  .flatMap(([kind, of]) => Object.values<AnyOption>(of).map((option) => [`${kind} ${option.word}`, kind, option] as const));
const pairOf = (way: string): Said | undefined => {
  const found = /^by (\w+) and (\w+)$/u.exec(way);
  if (found === null) return undefined;
  const words: Readonly<Record<string, readonly [string, string]>> = {
    equal: ['equal weights', '等权'],
    entropy: ['entropy weights', '以熵值法确定权重'],
    critic: ['CRITIC weights', '以 CRITIC 权重法确定权重'],
    cv: ['coefficient-of-variation weights', '以变异系数法确定权重'],
    ahp: ['weights by judgements of pairs \\(AHP\\)', '以层次分析法（AHP）确定权重'],
  };
  const [first, second] = [words[found[1]!]!, words[found[2]!]!];
  return [new RegExp(`the mean of ${first[0]} and ${second[0]}`, 'u'), new RegExp(`两种权重的平均：${first[1]}，${second[1]}`, 'u')];
};
/** As many samples as an example names take long. */
const fewer = (way: string): string => way.replace(/\b(?:9999|5000|2000)\b/u, '200').replace('multiple 20', 'multiple 3');
const AHP = '{ a / b = 2, a / c = 2, a / d = 2, b / c = 1, b / d = 1, c / d = 1 }';
const POPULATION = '{ first = 7000, second = 5000 }';
const bodyOf = (kind: string, way: string): string => (kind === 'category' ? POPULATION : /\bahp\b/u.test(way) ? AHP : '{ x = 2, y = 1 }');

describe('every way of every option is told', () => {
  it.each(options.filter(([name]) => silent[name] === undefined && name !== 'report stars'))('%s', (name, kind, option) => {
    const wrong: string[] = [];
    for (const way of waysOf(option)) {
      const words = said[name]?.[way.text] ?? pairOf(way.text);
      if (words === undefined) {
        wrong.push(`${name} ${way.text}: no words`);
        continue;
      }
      const clause = `${option.word} ${fewer(way.text)}${way.body ? ` ${bodyOf(kind, way.text)}` : ''}`;
      const text = holders[kind]!(clause);
      const plain = holders[kind]!('');
      for (const [at, language] of (['en', 'zh'] as const).entries()) {
        const paragraph = methodsOf(text, language);
        if (words !== 'left out' && !words[at]!.test(paragraph)) wrong.push(`${clause} (${language}): ${words[at]!.source}\n${paragraph}`);
        const usual = way.isDefault || words === 'left out' || asLeftOut.has(`${name} ${way.text}`);
        if (!usual && paragraph === methodsOf(plain, language)) wrong.push(`${clause} (${language}): as when it is left out`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('and what is silent is an option, with a reason', () => {
    const names = options.map(([name]) => name);
    expect(Object.keys(silent).filter((name) => !names.some((one) => one === name))).toEqual([]);
    expect(Object.keys(said).filter((name) => !names.some((one) => one === name))).toEqual([]);
  });

  it('the levels of significance too', () => {
    const text = study('', 'compare k { of a  by sex }\nreport { stars 0.05, 0.01 }');
    expect(methodsOf(text, 'en')).toContain('Significance is marked by * p < 0.05 and ** p < 0.01');
    expect(methodsOf(text, 'zh')).toContain('显著性以星号表示：* p<0.05 和 ** p<0.01');
  });
});

const examples = fileURLToPath(new URL('../../', import.meta.url));
const exams = readdirSync(`${examples}test/exam`, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [`test/exam/${one.name}/study.study`] : [],
);
const onDisk = (file: string): StudyResults => {
  const { compiled, coded, frame } = loadStudy(examples + file);
  return execute(compiled.plan!, coded!, frame!);
};
const studies: readonly (readonly [string, () => StudyResults])[] = [
  ['every clause', everyClause],
  ...['examples/anshun/anshun.study', 'examples/bijie/bijie.study', ...exams].map((file) => [file, () => onDisk(file)] as const),
];
/** What a sentence never has, and why. */
const never: Readonly<Record<'en' | 'zh', readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/ {2}/u, 'two blanks'],
    [/ [.,;:)](?!\d)/u, 'a blank before a sign'],
    [/[.,;:]{2}/u, 'two signs'],
    [/undefined|null|NaN|\[object|[\uE000-\uF8FF]/u, 'what is no word'],
    [/[\u3000-\u303f\uff00-\uffef]/u, 'a Chinese sign'],
    [/\b1 (?:cells|cases|answers|respondents|clusters|rows)\b/u, 'a plural of one'],
    [/\ba [aeiou]|\ban [^aeiouhn“]/u, 'the wrong article'],
    [/\. [a-z]+ (?:was|were) (?:compared|computed)/u, 'a sentence that begins small'],
    [/(?<!\.)$/u, 'no stop at the end'],
  ],
  zh: [
    [/ {2}/u, 'two blanks'],
    [/\p{Script=Han}[,.;:!?]|[,.;:!?]\p{Script=Han}/u, 'a narrow sign in Chinese'],
    [/[，。；：、][，。；：、]/u, 'two signs'],
    [/ [，。；：、）]|[（，。；：、] /u, 'a blank beside a sign'],
    [/undefined|null|NaN|\[object|[\uE000-\uF8FF]/u, 'what is no word'],
    [/[\d\p{Script=Latin}](?=\p{Script=Han})(?<![“”])/u, 'no blank between Latin and Chinese'],
    [/(?<!。)$/u, 'no stop at the end'],
  ],
};
/** The author's own words are as they are. */
const withoutNames = (text: string, results: StudyResults): string => {
  const { plan } = results;
  const labels = [
    ...[plan.title, ...(plan.replicates === undefined ? [] : [plan.replicates])],
    ...[...plan.variables, ...plan.groups, ...plan.jobs, ...plan.hypotheses].map((one) => one.label),
    ...plan.variables.flatMap((one) => (one.kind === 'category' ? one.levels.map((level) => level.label) : [])),
  ].flat();
  return labels
    .map((one) => one.text)
    .sort((a, b) => b.length - a.length)
    .reduce((left, label) => left.replaceAll(label, /\p{Script=Han}/u.test(label) ? '名' : 'Name'), text);
};

describe('read aloud, it is prose', () => {
  it.each(studies)('%s', (_, results) => {
    const found = results();
    for (const language of ['en', 'zh'] as const) {
      const paragraphs = paragraphsOf(found, language);
      expect(paragraphs.length).toBeGreaterThan(2);
      const wrong = paragraphs.flatMap((paragraph) =>
        never[language].flatMap(([pattern, why]) => {
          const at = pattern.exec(withoutNames(paragraph, found));
          return at === null ? [] : [`${why}: …${withoutNames(paragraph, found).slice(Math.max(0, at.index - 30), at.index + 20)}…`];
        }),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('and nothing is said of what was not done', () => {
    const plain = methodsOf(study('', ''), 'en');
    expect(plain).not.toMatch(/regression|weighted|component|hypothes|Significance|seed|printed|cluster|reversed/u);
    expect(plain).toMatch(/^The study rests on the answers of 90 respondents\./u);
    expect(
      reportOf(resultsOf(study('', '')), { only: ['sample'], figures: false }).blocks.map((one) => one.kind === 'section' && one.id),
    ).toEqual(['sample']);
  });

  it('what could not be computed is told as that', () => {
    const text = study('', 'regression r "Twice" { explain e  by c, trips, twin }\nnumber twin = trips * 2');
    expect(methodsOf(text, 'en')).toContain('“Twice” could not be computed.');
    expect(methodsOf(text, 'en')).not.toContain('least squares');
    expect(methodsOf(text, 'zh')).toContain('“Twice”未能计算。');
  });

  it('a second analysis refers to the first for what they share', () => {
    const text = methodsOf(
      study('', 'regression r "First" { explain e  by c, sex  errors hc3 }\nregression q "Second" like r { where sex is male }'),
      'en',
    );
    expect(text).toContain('“Second” repeats “First”. Only cases took part in which Sex is Men.');
    expect(text.match(/\(HC3\)/gu)).toHaveLength(1);
    expect(text).toMatch(/standard errors and what is reported were as in “First”\./u);
  });

  it('labels cannot put numbers into it', () => {
    const text = methodsOf(study('', 'index i "\uE0000\uE001 trick" { of ties  keep 1  component x marked by a }'), 'en');
    expect(text).toContain('0 trick was built from four items');
  });
});
