// What is being done, for somebody who waits, in Chinese: at a terminal, and in an editor.
import type { CliWords } from '../../en/cli/index.ts';

export const progress: CliWords['progress'] = {
  reading: (file) => `正在读取 ${file}`,
  coding: '正在对回答编码',
  auditing: '正在核查发表值',
  asking: (table, question) => `正在等待 ${table} 返回计数（第 ${question} 次查询）`,
  writing: (file) => `正在写入 ${file}`,
  painting: (done, of) => `正在生成图片：${done}/${of}`,
  computing: {
    sample: () => '正在统计样本',
    variable: (name) => `正在描述 ${name}`,
    group: (name) => `正在计算 ${name} 的信度`,
    index: (name) => `正在计算指数 ${name}`,
    composite: (name) => `正在计算指数 ${name}`,
    compare: (name) => `正在计算组间比较 ${name}`,
    correlate: (name) => `正在计算相关分析 ${name}`,
    regression: (name) => `正在计算回归 ${name}`,
    measurement: (name) => `正在计算测量模型 ${name}`,
    mediation: (name) => `正在计算中介分析 ${name}`,
    deprivation: (name) => `正在计算剥夺计数 ${name}`,
    robustness: (name) => `正在计算 稳健性分析 ${name}`,
    published: () => '正在核对发表值与计算值',
  },
  line: (what, percent, seconds) =>
    [
      what,
      ...(percent === null ? [] : [`${percent}%`]),
      ...(seconds === null ? [] : [seconds < 90 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`]),
    ].join('，'),
};
