// Words that questionnaires have in common: answers that stand for none, points of rating scales in their order, names of columns that are
// no questions. What is made of them is the other files'.

/** Labels that stand for no answer, whatever the question was. */
const NO_ANSWER = new RegExp(
  "^(?:\\(?(?:not? applicable|n/?a|does ?n[o']t apply|inapplicable|not asked|skipped|skip|missing|no answer|no response|not answered|" +
    "refus(?:ed|al|es to answer)?|prefer not to (?:say|answer)|do(?:n[o']t| not) know|dk|can ?n[o']t (?:say|choose)|unknown|" +
    'not ascertained)' +
    '(?:[ /,;(:].*)?\\)?|.*(?:不适用|不清楚|不知道|拒绝回答|拒答|缺失|无法判断|未回答|跳过|说不清).*)$',
  'iu',
);

export const isNoAnswerLabel = (label: string): boolean => NO_ANSWER.test(label.trim().replaceAll('’', "'"));

/** Codes that are given to no answer; which of them it is in a column, its labels or its other answers say. */
export const USUAL_MISSING: readonly number[] = [
  -1, -2, -3, -4, -5, -6, -7, -8, -9, -97, -98, -99, -999, 77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 9997, 9998, 9999,
];

/** Points of scales as they are worded, from low to high. */
const SCALES: readonly (readonly string[])[] = [
  ['strongly disagree', 'disagree', 'somewhat disagree', 'neither agree nor disagree', 'somewhat agree', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'neutral', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'neither', 'agree', 'strongly agree'],
  ['strongly disagree', 'disagree', 'undecided', 'agree', 'strongly agree'],
  ['very dissatisfied', 'dissatisfied', 'neither satisfied nor dissatisfied', 'satisfied', 'very satisfied'],
  ['very dissatisfied', 'dissatisfied', 'neutral', 'satisfied', 'very satisfied'],
  ['never', 'rarely', 'sometimes', 'often', 'always'],
  ['never', 'seldom', 'sometimes', 'often', 'very often'],
  ['very poor', 'poor', 'fair', 'good', 'very good', 'excellent'],
  ['not at all', 'slightly', 'moderately', 'very', 'extremely'],
  ['not at all', 'a little', 'somewhat', 'much', 'very much'],
  ['very unlikely', 'unlikely', 'neutral', 'likely', 'very likely'],
  ['非常不同意', '不同意', '一般', '同意', '非常同意'],
  ['非常不同意', '比较不同意', '一般', '比较同意', '非常同意'],
  ['非常不同意', '不太同意', '一般', '比较同意', '非常同意'],
  ['很不同意', '不同意', '一般', '同意', '很同意'],
  ['完全不同意', '不同意', '中立', '同意', '完全同意'],
  ['完全不同意', '比较不同意', '一般', '比较同意', '完全同意'],
  ['非常不满意', '不满意', '一般', '满意', '非常满意'],
  ['非常不满意', '比较不满意', '一般', '比较满意', '非常满意'],
  ['很不满意', '不满意', '一般', '满意', '很满意'],
  ['从不', '很少', '有时', '经常', '总是'],
  ['完全不符合', '比较不符合', '一般', '比较符合', '完全符合'],
  ['非常不符合', '不符合', '一般', '符合', '非常符合'],
  ['很差', '较差', '一般', '较好', '很好'],
];

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\d+\s*[-–.:、)]\s*/u, '')
    .replace(/[\s]+/gu, ' ')
    .replace(/不确定|说不准|中立|不好说/u, '一般')
    .trim();

/** The point of each text on a scale that holds all of them, and how many points that has; null where no scale of those known does. */
export function pointsOfWords(
  texts: readonly string[],
): { readonly points: ReadonlyMap<string, number>; readonly words: readonly string[] } | null {
  const wanted = texts.map(plain);
  if (new Set(wanted).size < wanted.length) return null;
  for (const words of SCALES) {
    const known = words.map(plain);
    if (wanted.every((text) => known.includes(text)))
      return { points: new Map(texts.map((text, at) => [text, known.indexOf(wanted[at]!) + 1])), words };
  }
  return null;
}

/** Labels of points that rate something: they make a scale of a column that no other shares it with. */
export const isRating = (label: string): boolean =>
  SCALES.some((words) => words.some((word, at) => (at === 0 || at === words.length - 1) && plain(label) === plain(word))) ||
  /agree|satisf|likely|同意|满意|符合/iu.test(label);

export const NAMES = {
  id: new RegExp(
    '^(?:id|.*[_ ]id|.*Id|pid|hhid|uuid|caseid|case|case_?no|respondent(?:_?(?:id|no))?|questionnaire(?:_?(?:id|no))?|' +
      '序号|(?:问卷|答卷|样本|个人)?编号|答题序号|个人编码)$',
    'u',
  ),
  code: /code\b|_id\b|\bid\b|phone|zip|postal|代码|编码|编号|邮编|电话|手机号/iu,
  weight: /^(?:.*[_ ])?(?:weight|weights|wgt|wt|pweight|anweight|pspwght|dweight|rswt.*)$|权重|加权/iu,
  stratum: /^(?:strat(?:um|a)?|.*_strat(?:um|a)?)$|^strat|分层|抽样层|^层$/iu,
  psu: /^(?:psu|cluster|ea|enumeration_?area|primary sampling unit)$|^psu|初级抽样单位|群号/iu,
} as const;
