// A clause that a study leaves to the language, as it is shown in Chinese: typed words in backquotes, and what says which it is in Chinese.

const NAMED = / \(as many as are named\)$/u;

export function clauseText(clause: string): string {
  if (clause === 'compose every named component') return '合成全部命名的成分（`compose`）';
  return NAMED.test(clause) ? `\`${clause.replace(NAMED, '')}\`（即命名的成分数）` : `\`${clause}\``;
}
