// The few words of the notes beside the text, in the editor's language. Counts of figures and claims are core's: the report has the same.

export interface HintWords {
  readonly mean: string;
  readonly missing: string;
  readonly against: string;
  readonly adjusted: string;
  readonly stale: string;
  rows(count: number, text: string): string;
  columns(text: string): string;
  explained(count: number, text: string, share: string): string;
}

const english: HintWords = {
  mean: 'mean',
  missing: 'missing',
  against: 'against',
  adjusted: 'adj. R²',
  stale: 'Of the text before the last change.',
  rows: (count, text) => `${text} ${count === 1 ? 'row' : 'rows'}`,
  columns: (text) => `${text} columns`,
  explained: (count, text, share) => `${text} ${count === 1 ? 'component' : 'components'}, ${share} of the variance`,
};

const chinese: HintWords = {
  mean: '均值',
  missing: '缺失',
  against: '对',
  adjusted: '调整后 R²',
  stale: '最近一次修改之前的数值。',
  rows: (_, text) => `${text} 行`,
  columns: (text) => `${text} 列`,
  explained: (_, text, share) => `${text} 个成分，方差解释率 ${share}`,
};

export function hintWords(language: string): HintWords {
  return /^zh(?:$|[-_])/iu.test(language) ? chinese : english;
}
