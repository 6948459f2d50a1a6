// Codes of problems, counted.
import type { Problem } from '../problems/problem.ts';

/** `7 × SS801, SS820`. */
export function codesOf(problems: readonly Problem[], most = Infinity): string {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const texts = [...counts].map(([code, count]) => (count === 1 ? code : `${count} × ${code}`));
  return texts.length <= most ? texts.join(', ') : `${texts.slice(0, most).join(', ')} …`;
}
