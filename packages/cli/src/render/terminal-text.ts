// Text of which the columns are counted before it is written. That it does nothing else to a terminal is seen to where it is written.
import { plainText } from '@studyspec/core';

/** As a terminal will show it, tabs as four spaces: for text of which the columns are counted. */
export function safe(text: string): string {
  return plainText(text).replaceAll('\t', '    ');
}
