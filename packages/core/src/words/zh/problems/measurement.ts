// Problems of measurement models, in Chinese.
import type { FactsOf } from '../../../problems/catalogue.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { names } from '../text.ts';

type Impossible = FactsOf<'measurement-impossible'>['what'];
type Improper = FactsOf<'improper-solution'>['what'];
type Sample = FactsOf<'measurement-sample'>['what'];

const model = (name: string): string => kindAndName('measurement', name);
const inGroup = (name: string, group: string | null): string => `${model(name)}${group === null ? '' : `，“${group}”组`}`;
const levels = { configural: '形态不变性', metric: '弱不变性', scalar: '强不变性', strict: '严格不变性' } as const;

function impossible(what: Impossible): string {
  switch (what.problem) {
    case 'one-group':
      return '有个案的组不足 2 个';
    case 'no-factor':
      return '没有因子';
    case 'too-few-items':
      return `因子“${what.factor}”只有 ${what.items.length} 个题项，不可识别`;
    case 'too-few-factors':
      return `二阶因子“${what.factor}”只由 ${what.factors.length} 个因子构成，不可识别`;
    case 'no-degrees-of-freedom':
      return `自由参数比题项的方差和协方差多 ${-what.df} 个`;
    case 'not-converged':
      return `估计未收敛（迭代 ${what.iterations} 次）`;
    case 'not-identified':
      return '模型不可识别，有参数可以取任意值';
  }
}

function improper(what: Improper): string {
  switch (what.problem) {
    case 'negative-variance':
      return `“${what.what}”的残差方差为 ${what.value.toPrecision(3)}，属 Heywood 现象`;
    case 'correlation-beyond-one':
      return `因子“${what.factors[0]}”与“${what.factors[1]}”的相关系数为 ${what.value.toFixed(3)}`;
    case 'factors-not-positive-definite':
      return '各因子的相关矩阵不是正定矩阵，这些相关不可能同时成立';
  }
}

function sample(what: Sample): string {
  switch (what.problem) {
    case 'too-few-cases':
      return `可用个案 ${what.n} 个，至少须有 ${what.needed} 个`;
    case 'constant-item':
      return `题项“${what.item}”不能用，所有回答都相同`;
    case 'singular':
      return 'item' in what
        ? `题项“${what.item}”不能用，它完全由前面的题项决定`
        : '有题项完全由其他题项决定：或为另一题项的重复，或为其他题项之和';
    case 'never-together':
      return `没有受访者同时回答${names(what.items)}，二者的关系无从估计`;
  }
}

export const measurementProblems = {
  'measurement-impossible': {
    title: '无法估计的测量模型',
    message: ({ name, level, what }) => `${model(name)}${level === null ? '' : `，${levels[level]}模型`}：${impossible(what)}。`,
    help: ({ what }) =>
      what.problem === 'not-converged'
        ? '查看题项之间的相关：可能有题项不属于任何因子，或两个因子实为一个。'
        : '每个因子须有 3 个题项；与其他因子相关的，2 个即可。二阶因子须由 3 个因子构成。',
    explanation:
      '两个题项的因子有两个载荷和两个残差，而两个题项只有一个协方差：许多解都同样成立，没有哪一个更好。此时不作任何计算。' +
      '补上第三个题项，因子即可识别。',
  },

  'improper-solution': {
    title: '不可能的估计值：Heywood 现象',
    message: ({ name, group, what }) => `${inGroup(name, group)}：${improper(what)}。`,
    help: () => '不宜照此解释结果：核对题项，增加个案，或剔除、合并过于接近的题项或因子。',
    explanation:
      '似然值最大之处，方差可能为负，相关可能大于 1。样本小、每个因子只有两个题项、或模型设定有误时，会出现这种情况。' +
      '这些数值照常列出（各统计程序都是如此），以便看出问题所在；以其为依据的信度和效度没有意义。',
  },

  'measurement-sample': {
    title: '不足以估计测量模型的回答',
    message: ({ name, group, what }) => `${inGroup(name, group)}：${sample(what)}。`,
    help: ({ what }) =>
      what.problem === 'too-few-cases' ? '减少题项或合并为较大的组；有缺失时，也可使用各个案已有的全部回答。' : '从模型中剔除该题项。',
    explanation: '模型以题项的协方差矩阵拟合。个案数少于题项数、有题项没有差异、或有题项完全由其他题项决定时，协方差矩阵不可求逆。',
  },

  'few-for-ordinal': {
    title: '有序回答的个案太少',
    message: ({ name, n, enough }) => `${model(name)}：个案 ${n} 个；WLSMV 的标准误和 χ² 约在个案数达到 ${enough} 时才可靠。`,
    help: () => '改用 `estimator mlr`，或在论文中说明。',
    explanation:
      '加权最小二乘要用同样的个案估计全部多分格相关的协方差。个案少时，标准误偏小，好的模型也往往遭到拒绝。' +
      '回答有 5 个以上分值时，用 MLR 即可。',
  },

  'by-stands-alone': {
    title: '测量不变性只用于普通模型',
    message: ({ name, category, other }) => `${model(name)}：按“${category}”检验测量不变性时，不能同时使用 \`${other}\`。`,
    help: ({ other }) => `此处删去 \`${other}\`；须用时，另写一个 \`measurement\` 声明。`,
    explanation:
      '测量不变性的各级（形态、弱、强、严格）是带均值的多组模型，以最大似然法估计，只用完整个案，每个维度为一个因子。' +
      '超出这一范围的设定，应写在另一个声明中。',
  },
} satisfies Partial<WordsOfProblems>;
