// How a problem says in Chinese that much of a variable is lost.
import type { LossFacts } from '../../../problems/data/loss.ts';

export function lossText(loss: LossFacts | null | undefined): string {
  if (loss == null) return '';
  const share = `至此，${loss.answered} 个回答中有 ${loss.lost} 个（${Math.round((100 * loss.lost) / loss.answered)}%）无法使用`;
  return loss.severe ? `${share}，过多而不能据以计算。` : `${share}。`;
}

/** The paragraph that every problem about lost answers shares. */
export const lossExplanation =
  '\n\n既非空白、也未声明为缺失、却又无法使用的回答，即为*丢失*的回答，逐一列出。某个变量有五分之一以上、且不少于 5 个的回答丢失时，' +
  '按错误处理：此时有误的不是个别单元格，而是文件的读取方式。';
