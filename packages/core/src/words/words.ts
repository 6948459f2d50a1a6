// The fixed words of a report in one language. Labels of a study are its author's (labels.ts); problems word themselves.
import { chinese } from './zh/report.ts';
import { english, type Words } from './en/report.ts';

/** Chinese for any `zh`, English for everything else. */
export function wordsIn(language: string): Words {
  return /^zh(?:$|[-_])/iu.test(language) ? chinese : english;
}

export type { Words };
