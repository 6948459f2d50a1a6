// Names and places in a Chinese sentence: quotation marks, 、 和 或, and “等 12 个”. What the sentence says of them is the problem's.

/** A blank between a Chinese character and a Latin letter, a digit or a backquote; none beside punctuation. */
export const gap = (neighbour: string): string => (/[\p{Script=Latin}\p{Script=Greek}\d`%)\]]/u.test(neighbour) ? ' ' : '');

/** `“a”“b”`, and after eight `等 12 个`. */
export function quotedNames(names: readonly (string | number)[], measure = '个', most = 8): string {
  const shown = names.slice(0, most).map((name) => `“${name}”`);
  return `${shown.join('')}${names.length > most ? `等 ${names.length} ${measure}` : ''}`;
}

/** Behind a verb: `“a”“b”`, or from four on `：a、b、c、d`. */
export function namesAfter(names: readonly (string | number)[], measure = '个', most = 8): string {
  if (names.length < 4) return quotedNames(names, measure, most);
  const shown = names.slice(0, most);
  return `：${shown.join('、')}${names.length > most ? `${gap(String(shown.at(-1)).slice(-1))}等 ${names.length} ${measure}` : ''}`;
}

/** `a、b 和 c`, or with 或. */
export function joinedBy(parts: readonly (string | number)[], word: '和' | '或'): string {
  if (parts.length < 2) return parts.join('');
  const before = parts.slice(0, -1).join('、');
  const last = String(parts.at(-1));
  return `${before}${gap(before.slice(-1))}${word}${gap(last.slice(0, 1))}${last}`;
}

/** Where a row of the data stands in its file, whose first row names the columns. */
export const rowPlace = (row: number): string => `数据第 ${row} 行（文件第 ${row + 1} 行）`;

/** How an encoding is written in a sentence; in backquotes it stands as the language has it. */
export function encodingText(encoding: string): string {
  const name = encoding.toLowerCase();
  if (name === 'big5') return 'Big5';
  if (name === 'shift_jis') return 'Shift_JIS';
  return /^(?:utf|gb|euc|iso|koi)/u.test(name) ? name.toUpperCase() : encoding;
}
