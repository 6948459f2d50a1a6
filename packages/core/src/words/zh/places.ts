// Places in data files, and their encodings, as a Chinese sentence has them. What the sentence says of them is the problem's.

/** Where a row of the data stands in its file, whose first row names the columns. */
export const rowPlace = (row: number): string => `数据第 ${row} 行（文件第 ${row + 1} 行）`;

/** How an encoding is written in a sentence; in backquotes it stands as the language has it. */
export function encodingText(encoding: string): string {
  const name = encoding.toLowerCase();
  if (name === 'big5') return 'Big5';
  if (name === 'shift_jis') return 'Shift_JIS';
  return /^(?:utf|gb|euc|iso|koi)/u.test(name) ? name.toUpperCase() : encoding;
}
