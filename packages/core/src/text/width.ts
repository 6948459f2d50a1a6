// How many columns a text takes on a terminal: East Asian wide and full-width characters two, combining marks none.

import { plainText } from './plain.ts';

/** Unicode Standard Annex 11, classes W and F, in the blocks that surveys and specs use. */
const WIDE = new RegExp(
  String.raw`[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF` +
    String.raw`\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}` +
    String.raw`\u{20000}-\u{3FFFD}]`,
  'u',
);
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Of the text as it will be shown: without what `plainText` takes away. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of plainText(text)) width += NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
