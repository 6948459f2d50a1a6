// The comments of a spec that was drafted, in Chinese.
import type { DraftAside, DraftRole } from '../draft-notes.ts';
import type { DraftWords } from '../en/draft.ts';
import { names, quoted, zh } from './text.ts';

const whys: Readonly<Record<DraftAside, string>> = {
  blank: '全部空白',
  constant: '取值全部相同',
  date: '日期和时间',
  text: '文字型回答',
  name: '代码只是名称',
  several: '一个单元格有多个回答',
  'no question': '不是题目',
};

const roles: Readonly<Record<DraftRole, string>> = { weight: '抽样权重', stratum: '抽样层', psu: '初级抽样单元' };

export const draftChinese: DraftWords = {
  notes: {
    'no answer': ({ code, label }) => `${code}${label === null ? ' ' : `（${label}）`}表示未回答`,
    'no answers': ({ codes }) => zh`${codes.join(' | ').replace('blank', '空白')}表示未回答`,
    'no label': ({ value }) => `${value} 没有标签`,
    slip: ({ value }) => `${value} 是录入错误`,
    'two codes': () => '两个代码的含义',
    'shared labels': () => '有多列使用这些标签，因此是评分量表',
    'range of answers': () => '取值范围由回答得出',
    'category without labels': () => '分类变量，其代码没有标签',
    'called so': () => '由名称得出',
    'scale by answers': ({ low, high }) => `评分量表 ${low}..${high}，由回答得出`,
    'scale like others': ({ low, high }) => `评分量表 ${low}..${high}，与同类的列一致`,
    'scale by numbers': ({ low, high }) => `评分量表 ${low}..${high}，由文字前的数字得出`,
    answers: ({ low, high }) => `回答从 ${low} 到 ${high}`,
    'scale of words': ({ points, found }) => `评分量表有 ${points} 个分值，其中出现 ${found} 个`,
    'against the others': () => '与其他题项方向相反',
    'reversed by pattern': () => '反向题：与其他题项方向相反',
    'codebook on direction': ({ reversed }) => `编码手册写明${reversed ? '是' : '不是'}反向题，而相关系数与此不符`,
    'one dimension': ({ since }) => `同一维度：${since === 'names' ? '名称的开头相同' : '回答彼此相关'}`,
    'not found': ({ fitting }) => `未找到${fitting.length === 0 ? '' : zh`；回答相符的列有 ${fitting.join('、')}`}`,
    'no codes': ({ column }) => zh`可能是 ${column}，但无法为其类别指定代码`,
    'no code for': ({ levels }) => zh`${levels.join('、')} 没有代码`,
    'codes of the original': () => '沿用原研究的代码；没有编码手册说明其含义在此相同',
    'groups by labels': () => '分组由类别的标签得出：核对单位',
    'codes by order': () => '没有标签的代码按次序归入',
    'codes of what is left': () => '没有标签的代码归入余下的类别',
    'codes of no level': () => '有代码不属于任何可识别的类别',
    'yes and no': ({ yes, no, question }) => zh`${question === null ? '' : `题目${quoted(question)}的`}“是”“否”读作 ${yes} 和 ${no}`,
    'name alone': () => '只有名称相符',
    'little in common': () => '题目的文字少有相同之处',
    'another alike': () => '另有题目的文字几乎相同',
  },
  guess: (told) => `推测：${told.join('；')}`,
  notesOf: (told) => told.join('；'),
  head: ['初稿，由数据文件及其附带的说明得出。请对照问卷逐行核对，先看标有“推测”的各行；', '核对无误后删去该注释。'],
  replicationHead: ['初稿，由名称、题目文字、代码和相关系数得出。请对照问卷逐行核对，先看标有 `guess` 的各行；', '核对无误后删去该词。'],
  role: (role, column) => `${roles[role]}：${column}（推测：由名称得出）`,
  aside: (why, columns) => `${whys[why]}，未声明：${columns.join('、')}`,
  leftOut: (column, code) => `未列入：${names([column])}（其初稿有 ${code}）`,
  givenWeights: (weights) => [
    `原研究指定了权重：${weights}。这些权重若由其回答估计得出，`,
    '此处则重新估计；如需沿用原研究的计分规则，写作：',
  ],
};
