// Chinese words of a robustness; typed by the English ones.
import { reasonText } from './reasons.ts';
import type { RobustnessWords } from '../en/robustness.ts';

export const robustnessChinese: RobustnessWords = {
  title: '全部设定',
  option: '选项',
  interval: '区间',
  specifications: '各设定',
  computed: '得出该数的设定',
  least: '最小值',
  largest: '最大值',
  sameSign: '与所述分析同号且 p<0.05 的比例',
  holding: (hypothesis) => `假设成立的比例：${hypothesis}`,
  without: (count, reason) => `${count} 个设定未得出该数：${reasonText(reason)}。`,
  refused: (code) => `无法如此书写（studyspec explain ${code}）`,
  alternatives: '逐一改用各备选',
  alternativesNote: '每次只改一项，其余按研究说明所述。',
  more: (count) => `另有 ${count} 个，均匀略去。`,
  sure: 'p<0.05',
  unsure: 'p≥0.05',
  stated: '按研究说明所述',
  curve: '设定曲线',
  alternative: (number, count, least, largest) => `${number} 在 ${count} 个设定下的值，从 ${least} 到 ${largest}。`,
  later: (name) => `${name} 在运行研究时计算，输入时不计算。`,
};
