// What is said in Chinese of factor solutions: loadings, communalities, shares, eigenvalues, rotation.
import type { ColumnShare, LoadingOption, SolutionFinding, SquaresOfRow } from '../../../contract/audit-facts/index.ts';
import { show } from '../../../text/digits.ts';
import type { FindingCatalogue } from '../../audit-words.ts';
import { either, names, quoted } from '../text.ts';
import { few, movedBack, number, percents, plus, range, slipped } from './phrases.ts';

type CompositeKind =
  | 'no-identity'
  | 'identity-slipped'
  | 'identity-reordered'
  | 'identity-swapped'
  | 'identity-misprint'
  | 'other-parts'
  | 'other-weights';

const squares = (loadings: SquaresOfRow['loadings']): string => loadings.map((one) => `${one?.replace('-', '') ?? '?'}²`).join('+');
const rowText = (row: SquaresOfRow): string => `${squares(row.loadings)}=${range(row.sum)}，发表值 ${row.printed}`;
const columnText = ({ component, sum, printed }: ColumnShare): string =>
  `${quoted(component)}一列为 ${percents(sum.low, sum.high, sum.decimals)}，发表值 ${printed}%`;

const loadingOption = ({ component, texts, range: wanted }: LoadingOption): string =>
  `${component === null ? '共同度' : `在${quoted(component)}上的载荷`}为 ${texts.length > 0 ? few(texts) : range(wanted)}`;

export const solutionWords: Pick<FindingCatalogue, Exclude<SolutionFinding['kind'], CompositeKind>> = {
  'eigenvalue-sum': {
    message: ({ index, items, whole }) => `指数${quoted(index)}的特征值之和${whole ? '不等于' : '大于'}题项数 ${items}。`,
    arithmetic: ({ terms, sum, items }) => `${plus(terms)}=${sum}；${items} 个题项的相关矩阵对角线之和为 ${items}。`,
    consistent: () => '其中一个有误，或并非相关矩阵的特征值。',
  },
  'communality-below': {
    message: ({ of }) => `题项${quoted(of.item)}的共同度 ${of.printed} 小于已发表载荷的平方和。`,
    arithmetic: ({ of }) => `${squares(of.loadings)} 至少为 ${show(of.sum.low, of.sum.decimals)}。`,
    consistent: () => '',
  },
  communality: {
    message: ({ of }) => `由题项${quoted(of.item)}的载荷得不到共同度 ${of.printed}。`,
    arithmetic: ({ of, columns }) =>
      `${rowText(of)}${columns
        .slice(0, 4)
        .map((one) => `；${columnText(one)}`)
        .join('')}${columns.length > 4 ? '；……' : ''}。`,
    consistent: ({ options, wanted }) => (options.length === 0 ? `共同度 ${range(wanted)}。` : `${either(options.map(loadingOption))}。`),
  },
  'communalities-slipped': {
    message: ({ items, slip }) => `由题项${names(items)}的载荷得不到其共同度：${slipped(slip)}。`,
    arithmetic: ({ first }) => `${quoted(first.item)}：${rowText(first)}。`,
    consistent: ({ block }) => movedBack(block),
  },
  communalities: {
    message: ({ index, failing, all }) => `指数${quoted(index)}：${all} 个题项中有 ${failing.length} 个由载荷得不到共同度。`,
    arithmetic: ({ failing }) =>
      `${failing
        .slice(0, 3)
        .map((one) => `${quoted(one.item)}：${rowText(one)}`)
        .join('；')}${failing.length > 3 ? '；……' : ''}。`,
    consistent: () => '共同度可能出自另一次提取，载荷可能是斜交旋转后的，或有成分未列入表中。',
  },
  explained: {
    message: ({ component, printed }) => `由成分${quoted(component)}的载荷得不到其方差解释率 ${printed}%。`,
    arithmetic: ({ items, squares: sum, sum: share }) =>
      `Σλ²/${items}=${number(sum)}/${items}=${percents(share.low, share.high, share.decimals)}。`,
    consistent: ({ component, sum, decimals, rows, several }) =>
      rows.length > 0
        ? `题项${names(rows)}一行也不相符：核对其在${quoted(component)}上的载荷。`
        : `方差解释率 ${percents(sum.low, sum.high, decimals)}${several ? '' : '；或某个载荷有误'}。`,
  },
  'explained-before-rotation': {
    message: ({ index }) => `指数${quoted(index)}的各方差解释率与载荷各列不符，而合计相符：可能是旋转前的方差解释率。`,
    arithmetic: ({ columns }) => `${columns.map(columnText).join('；')}。`,
    consistent: () => '与旋转后的载荷并列的应为旋转后的方差解释率。',
  },
  'explained-total': {
    message: ({ total, shares }) => `${shares.length > 0 ? '各成分的方差解释率' : '各题项的共同度'}之和不等于累积方差解释率 ${total}%。`,
    arithmetic: ({ shares, items, sum }) =>
      `${shares.length > 0 ? plus(shares) : `Σh²/${items}`}=${percents(sum.low, sum.high, sum.decimals)}。`,
    consistent: ({ sum }) => `${percents(sum.low, sum.high, sum.decimals)}。`,
  },
  rotation: {
    message: ({ index, kaiser }) => `指数${quoted(index)}的载荷不是最大方差法（${kaiser ? '经' : '未经'} Kaiser 标准化）的最优解。`,
    arithmetic: ({ pair, angle }) =>
      `将${quoted(pair[0])}与${quoted(pair[1])}再旋转 ${show(angle, 2)}°，准则值还会增大；仅舍入误差不足以解释。`,
    consistent: ({ kaiser, otherwise }) =>
      otherwise
        ? `${kaiser ? '未经 Kaiser 标准化（`rotate varimax raw`）' : '经 Kaiser 标准化（`rotate varimax`）'}时即为最优解。`
        : '某个载荷排印错误或错位，或采用了其他旋转方法，或迭代过早停止。',
  },
  'eigenvalue-of-loadings': {
    message: ({ index, number: k, printed }) => `由载荷得不到指数${quoted(index)}的第 ${k} 个特征值 ${printed}。`,
    arithmetic: ({ eigenvalues }) => `L′L 的特征值为 ${eigenvalues.map((one) => show(one, 3)).join('、')}。`,
    consistent: ({ wanted }) => `${number(wanted)}。`,
  },
  'alpha-of-loadings': {
    message: ({ index, printed, standardised }) =>
      `指数${quoted(index)}的 α 系数 ${printed} 小于由载荷推出的${standardised ? '' : '标准化题项的'}下限。`,
    arithmetic: ({ sums, least, items, bound }) =>
      `载荷各列之和为 ${sums.map((sum) => show(sum, 3)).join('、')}，其平方和至少为 ${show(least, 2)}；` +
      `故 α 至少为 ${items}/${items - 1}·(1−${items}/${show(least, 2)})=${show(bound, 3)}。`,
    consistent: ({ standardised, bound, decimals }) =>
      standardised
        ? `α 系数至少 ${show(bound, decimals)}。`
        : '题项的离散程度相差很大时，以原始回答计算的 α 系数可能这么低（某一题项的标准差远大于其余）；标准化 α 不可能。',
  },
  'bartlett-of-loadings': {
    message: ({ index, printed, n }) => `指数${quoted(index)}的 Bartlett χ² ${printed} 小于 n=${n} 时载荷所允许的下限。`,
    arithmetic: ({ eigenvalues, items, n, logDeterminant, bound }) =>
      `所保留的特征值为 ${eigenvalues.map((value) => show(value, 3)).join('、')}，其余 ${items - eigenvalues.length} 个之和为 ` +
      `${show(items - eigenvalues.reduce((a, b) => a + b, 0), 3)}：ln|R|≤${show(logDeterminant, 3)}，` +
      `χ²≥(${n}−1−${2 * items + 5}/6)·${show(-logDeterminant, 3)}=${show(bound, 1)}。`,
    consistent: ({ bound, most }) => `χ² 至少 ${show(bound, 1)}；或 n 至多 ${most}。`,
  },
};
