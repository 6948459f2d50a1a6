// What the registry and the vocabulary say, in Chinese, by the English.
import type { EnglishText } from '../../en/texts.ts';
import { labels } from './labels.ts';

export const textsChinese = { ...labels } satisfies Readonly<Partial<Record<EnglishText, string>>>;
