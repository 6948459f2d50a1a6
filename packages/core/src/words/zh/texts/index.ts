// What the registry and the vocabulary say, in Chinese, by the English. A text that is forgotten does not compile.
import type { EnglishText } from '../../en/texts.ts';
import { comparisons } from './comparisons.ts';
import { effects } from './effects.ts';
import { labels } from './labels.ts';
import { moreNumbers } from './more-numbers.ts';
import { notes } from './notes.ts';
import { numbers } from './numbers.ts';
import { options } from './options.ts';

const languages = { 'English.': '英文。', 'Chinese.': '中文。' };

export const textsChinese = {
  ...languages,
  ...labels,
  ...numbers,
  ...moreNumbers,
  ...comparisons,
  ...effects,
  ...notes,
  ...options,
} satisfies Readonly<Record<EnglishText, string>>;
