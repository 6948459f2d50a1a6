// Names in a sentence, as many as a reader takes in. What the sentence says of them is the problem's.

/** `a, b, c and 12 more`. */
export function listed(names: readonly string[], most = 20): string {
  return names.length <= most ? names.join(', ') : `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}

/** `a, b and c`, or `a, b or c`. */
export function joined(parts: readonly (string | number)[], word: 'and' | 'or' = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)!}`;
}
