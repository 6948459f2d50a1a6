// Remarks of an experienced colleague (SS6xx), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import { kindAndName } from '../kinds.ts';
import { names, quoted } from '../text.ts';

/** Null: a count that the report does not show. */
const withCount = (level: string, count: number | null): string => quoted(level) + (count === null ? '' : `（${count} 名）`);

const soFew = (clusters: number): string =>
  `聚类只有 ${clusters} 个时，任何校正都不可靠；精确的野蛮聚类检验（wild cluster bootstrap）的 p 值不可能小于 ` +
  `${(2 / (1 << clusters)).toPrecision(3)}。`;

export const colleagueProblems = {
  'alpha-rises-without': {
    title: '与其他题项不一致的题项',
    message: ({ group, item, alpha, without, itemTotal }) =>
      `题项${quoted(item)}与${quoted(group)}的其他题项一致性较差：校正项总计相关（CITC）为 ${itemTotal.toFixed(3)}` +
      `${without === null ? '' : `；剔除后 α 系数由 ${alpha.toFixed(3)} 升至 ${without.toFixed(3)}`}。`,
    help: ({ item, itemTotal }) =>
      itemTotal < 0 ? `核对${quoted(item)}是否为反向询问；是的，声明为 \`reversed\`。` : '考虑该题项是否属于这一维度。',
    explanation:
      '剔除一个题项，α 系数通常下降。如果反而上升，或该题项与其余题项负相关，则该题项测量的是别的内容，或计分方向有误。剔除后 α 系数' +
      '升高超过 0.01，或校正项总计相关低于 0 时，提出警告。',
  },

  'few-cells': {
    title: '受访者少于 5 名的类别',
    message: ({ category, levels }) =>
      `${kindAndName('category', category)}中受访者少于 5 名的类别：` +
      `${levels.map(({ level, count }) => withCount(level, count)).join('、')}。`,
    help: () => '按该分类变量比较或回归之前，先将该类别并入相邻的类别。',
    explanation: `个案这样少，均值和系数说明不了什么，一名受访者就可以使其逆转。`,
  },

  'low-adequacy': {
    title: '不大适合提取成分的相关',
    message: ({ index, kmo }) =>
      `${kindAndName('index', index)}的 KMO 值为 ${kmo.toFixed(3)}，低于 0.6：题项之间共同的变异太少，提取的成分意义有限。`,
    help: () => '查看各题项的 MSA，剔除最低者；或只用维度，不提取成分。',
    explanation: `Kaiser 认为低于 0.6 的值由“平庸”至“不可接受”。由这样的相关提取的成分取决于偶然。`,
  },

  'kept-by-a-hair': {
    title: '勉强保留或勉强未保留的成分',
    message: ({ index, kept, eigenvalue, position, parallel }) =>
      position <= kept
        ? `${kindAndName('index', index)}的第 ${position} 个成分仅勉强达到保留标准：特征值为 ${eigenvalue.toFixed(3)}；按平行分析应保留 ${parallel} 个。`
        : `${kindAndName('index', index)}的第 ${position} 个成分仅略低于保留标准，未予保留：特征值为 ${eigenvalue.toFixed(3)}；` +
          `按平行分析应保留 ${parallel} 个。`,
    help: ({ kept }) => `说明为何保留 ${kept} 个，并查看多保留、少保留一个成分时的结果。`,
    explanation: `接近 1 的特征值，换一个样本就可能落在 1 的另一侧。特征值与 1 相差不到 0.05 时提出警告。`,
  },

  'weak-loadings': {
    title: '不属于任何成分的题项',
    message: ({ index, items }) => `题项${names(items)}在${kindAndName('index', index)}各成分上的载荷都低于 0.4。`,
    help: () => '剔除该题项，或保留更多成分。',
    explanation: `通常以载荷不低于 0.4 作为题项属于某个成分的标准。在任何成分上的载荷都达不到的题项，只会增加误差。`,
  },

  'cross-loadings': {
    title: '在两个成分上都有载荷的题项',
    message: ({ index, items }) => `题项${names(items)}在${kindAndName('index', index)}不止一个成分上的载荷不低于 0.4（交叉载荷）。`,
    help: () => '为成分命名时予以说明；并考虑剔除该题项。',
    explanation: `在两个成分上都有较高载荷的题项，会使成分的含义不够清楚，成分得分也更为相近。`,
  },

  'left-out-of-composite': {
    title: '综合得分未包括的命名成分',
    message: ({ index, components }) =>
      `${kindAndName('index', index)}的综合得分不含成分${names(components)}，因此不反映${components.length > 1 ? '这些成分' : '该成分'}。`,
    help: () => '有意如此的，在论文中说明；否则删去 `compose` 子句：默认设置是合成所有命名的成分。',
    explanation: `综合得分只是参与合成的成分的加权和，而读者会以为其包括所有命名的成分。`,
  },

  'items-not-kept': {
    title: '没有名称的成分',
    message: ({ index, kept, named }) =>
      `${kindAndName('index', index)}保留 ${kept} 个成分，却只为 ${named} 个命名；其余成分照常列出，但没有地址，也不参与合成。`,
    help: () => '为其命名，或少保留几个成分。',
    explanation: `没有名称的成分仍然参与旋转，并在报告中列出。`,
  },

  'substituted-items': {
    title: '指数中以均值替换的缺失值',
    message: ({ name, filled, cells }) =>
      `${kindAndName('index', name)}：${cells} 个回答中有 ${filled} 个缺失，已以题项均值替换，题项的变异因此显得偏小。`,
    help: () => '在论文中说明，并与成列删除（`missing listwise`）的结果比较。',
    explanation: `均值替换保留了所有受访者，但使相关减弱，方差缩小。`,
  },

  'endpoint-by-one': {
    title: '0～100 得分的一端由一名受访者决定',
    message: ({ score, row, id, share, end }) =>
      `${quoted(score)}得分的最${end === 'highest' ? '大' : '小'}值仅由一名受访者决定（数据第 ${row} 行${id === null ? '' : `，编号 ${id}`}）：` +
      `其与次${end === 'highest' ? '高' : '低'}得分之差占全距的 ${Math.round(100 * share)}%。`,
    help: () => '核对该受访者有无录入错误。极差标准化的得分由最小和最大的两个值决定。',
    explanation: `极差标准化将最低得分换算为 0，最高得分换算为 100。一个错误的回答就可能将其余所有人挤到另一端。差距不小于全距的 30% 时提出警告。`,
  },

  'substituted-predictors': {
    title: '回归中以均值替换的缺失值',
    message: ({ regression, filled, cases }) =>
      `${kindAndName('regression', regression)}：个案 ${cases} 个，以均值替换的缺失值 ${filled} 个；替换值按观测值计入，标准误因此偏小。`,
    help: () => '在论文中说明，并与成列删除（`missing listwise`）的结果比较。',
    explanation: `以均值替换时，n 和自由度仍是全部样本的，就如同没有缺失一样。`,
  },

  'few-in-reference': {
    title: '少于 30 名的参照组',
    message: ({ regression, references }) =>
      `${kindAndName('regression', regression)}中少于 30 名的参照组：` +
      `${references.map(({ category, level, count }) => withCount(`${category}.${level}`, count)).join('、')}，其他类别均与之比较。`,
    help: () => '在分类变量中用 `reference NAME` 改选人数较多的类别：模型不变，系数更为稳定。',
    explanation: `分类变量的每个系数都是与参照组之差。参照组人数过少，所有系数都会一并变得不精确。`,
  },

  'dummies-beside-ratings': {
    title: '虚拟变量与评分题项的标准化系数并列',
    message: ({ regression }) =>
      `${kindAndName('regression', regression)}将虚拟变量与评分题项的标准化系数并列：虚拟变量的 β 随该类别的人数而变，二者大小不可比。`,
    help: () => '只比较符号和 p 值，或改列非标准化系数（`show b`）。',
    explanation: `β＝b·s_x/s_y。虚拟变量的 s_x 为 √(p(1 − p))：人数很少的类别，即使效应很大，β 也很小。`,
  },

  'few-clusters': {
    title: '受访者来自若干聚类，而标准误未予考虑',
    message: ({ column, clusters }) =>
      `受访者来自 ${clusters} 个聚类（${quoted(column)}），而采用的是普通标准误：同一地方的人彼此相似，标准误因此偏小。` +
      `${clusters <= 10 ? soFew(clusters) : ''}`,
    help: ({ column }) => `在回归中写明 \`errors cluster ${column}\`，或在论文中说明。`,
    explanation: `邻里之间的回答彼此相似，因此来自 5 个地方的 300 人，所含的信息少于逐一抽取的 300 人。`,
  },

  'few-clusters-robust': {
    title: '聚类很少的聚类稳健标准误',
    message: ({ regression, column, clusters }) =>
      `${kindAndName('regression', regression)}：标准误按${quoted(column)}聚类，但聚类只有 ${clusters} 个，标准误和 p 值多半偏小。`,
    help: ({ column, clusters }) =>
      `将其视为下限。聚类较少时通常采用 \`errors cluster ${column} cr2\` 或 \`errors cluster ${column} wild 9999\`` +
      `${clusters < 8 ? `，而 ${clusters} 个聚类时此法也很粗略；宜描述各地差异，而不作检验` : ''}。`,
    explanation:
      '只有在聚类较多（40 个左右）、大小相近时，聚类稳健标准误才是正确的（Cameron & Miller 2015）。聚类较少时，即使 t 的自由度取聚类数减 1，' +
      '标准误仍然偏小。自变量多于聚类时，联合 F 检验不存在。',
  },

  'few-signs': {
    title: '聚类太少，p 值不可能很小',
    message: ({ regression, column, clusters, least }) =>
      `${kindAndName('regression', regression)}：聚类（${quoted(column)}）有 ${clusters} 个，符号组合共 ${2 / least} 种，` +
      `p 值不可能小于 ${least.toPrecision(3)}。`,
    help: () => '宜描述各地差异，而不作检验；p 值不小在此并不说明什么。',
    explanation:
      '野蛮聚类自助法（wild cluster bootstrap）改变整个聚类的符号。G 个聚类有 2^G 种组合，其中两种就是数据本身及其镜像，因此 p 值至少为 ' +
      '1/2^(G − 1)：5 个聚类时为 0.0625，7 个聚类时为 0.0156（Cameron, Gelbach & Miller 2008; Webb 2023）。',
  },

  'few-degrees': {
    title: '仅依据少数聚类的标准误',
    message: ({ regression, column, clusters, terms }) =>
      `${kindAndName('regression', regression)}按${quoted(column)}聚类（${clusters} 个聚类），自由度低于 4 的系数：` +
      `${terms.map(({ term, df }) => `${quoted(term)}（df=${df.toFixed(1)}）`).join('、')}，其 p 值不可信。`,
    help: () => '将区间视为粗略的估计，或描述差异而不作检验。',
    explanation:
      '采用 CR2 时，每个系数各有自己的自由度；如果只有少数聚类能够说明该系数，其自由度就少于聚类数：在 40 个村中只有 3 个村有差异的自变量，' +
      '所依据的只有 3 个村。低于 4 时 Satterthwaite 近似失效（Tipton & Pustejovsky 2015, Journal of Educational and Behavioral Statistics 40:604–634; ' +
      'Pustejovsky & Tipton 2018）。',
  },

  'directionless-component': {
    title: '本身没有方向的成分',
    message: ({ index, component, item }) =>
      `${kindAndName('index', index)}的第 ${component} 个成分本身没有方向：其载荷之和接近 0。合成时以${quoted(item)}得分高者为高；若方向相反，指数将不同。`,
    help: () => '用标志题项为该成分命名（`component NAME marked by ITEM`），或只合成有名称的成分。',
    explanation:
      '成分的方向可以颠倒，而不改变其解释的内容。多数题项都有载荷的成分，取使这些载荷为正的方向。使一部分题项与另一部分对立的成分则没有这样的' +
      '方向：无论各行的顺序如何，都取使载荷最高的题项（相等时按名称取第一个）为正的方向。与其他成分相加时，方向的选择会影响结果，应由作者决定。',
  },
} satisfies Partial<WordsOfProblems>;
