// Problems of files that compare studies (SS28x), in Chinese.
import type { WordsOfProblems } from '../../problem-words.ts';
import type { WhyNotComparable } from '../../../problems/names/not-comparable.ts';
import { say, type Sayings } from '../../say.ts';
import { kindText } from '../kinds.ts';
import { quoted } from '../text.ts';

const whyNot: Sayings<WhyNotComparable> = {
  errors: ({ errors }) => `其中有 ${errors} 个错误，已在各自的位置列出`,
  comparison: () => '其本身就是研究间比较',
  'no data': () => '没有数据',
  'no file': () => '没有写明所在的文件',
  'several files': () => '一项研究只能是一个文件',
};

export const comparisonProblems = {
  'comparison-apart': {
    title: '研究间比较须单独成为一个文件',
    message: ({ kind, file }) =>
      file === 'comparison'
        ? kind === 'comparison'
          ? '该文件已有一个研究间比较，每个研究间比较须单独成为一个文件。'
          : `研究间比较的文件中不能有${kindText(kind)}声明，只能有 \`comparison\`、\`quantity\`、\`hypothesis\` 和 \`report\`。`
        : '研究间比较不能写在某项研究的文件中。',
    help: ({ kind, file }) =>
      file === 'comparison'
        ? kind === 'comparison'
          ? '移到另一个文件中。'
          : `在参与比较的研究中写明${kindText(kind)}：凡适用的研究，均应写明。`
        : '移到单独的文件中；用到其数值的自定义统计量和假设一并移去。',
    explanation:
      '研究间比较将各项完整的研究相互对照：每项研究有自己的文件，其中有其数据、评分量表和分析，可以单独运行。研究间比较的文件列出各项研究，' +
      '可以由其数值计算新的统计量（`quantity`），提出论断（`hypothesis`），并规定报告的写法（`report`）。',
  },

  'too-few-studies': {
    title: '参与比较的研究少于两项',
    message: ({ name, count }) => `研究间比较${quoted(name)}${count === 0 ? '没有列出研究' : '只列出 1 项研究'}，至少须有 2 项。`,
    help: () => '每项研究写一行：名称、`=` 和带引号的文件名，原研究写在最前。',
    explanation: `其他研究都与第一项研究对照，因此至少还须有一项：\`bijie = "bijie.study"\`。`,
  },

  'not-comparable': {
    title: '无法参与比较的研究',
    message: ({ name, file, why }) => `研究${quoted(file === '' ? name : file)}无法参与比较：${say(whyNot, why)}。`,
    help: ({ name, file, why }) => {
      switch (why.is) {
        case 'errors':
          return `先改正这些错误；\`studyspec check "${file}"\` 也会将其列出。`;
        case 'comparison':
          return '改为列出其所比较的各项研究。';
        case 'no data':
          return '改用有数据声明的研究，或删去该行。';
        case 'no file':
        case 'several files':
          return `写上带引号的文件名：\`${name} = "${name}.study"\`。`;
      }
    },
    explanation: `研究间比较先分别计算各项研究，与 \`studyspec run\` 相同。有错误的研究不作计算，研究框架则没有可供比较的回答。`,
  },

  'compared-twice': {
    title: '同一项研究在比较中出现两次',
    message: ({ name, other, file }) => `${quoted(name)}与${quoted(other)}是同一项研究：${quoted(file)}。`,
    help: () => '删去其中一行，或改正其文件名。',
    explanation: `研究与自身对照不会有任何不同；而在由所有研究共同估计的结果中，列出两次就按两项计算，置信区间会过窄。`,
  },
} satisfies Partial<WordsOfProblems>;
