// How alike two wordings are: words of Latin script by their stems, Chinese by pairs of characters, each weighted by how rare it is.
const STOP = new Set('the a an of in on at to and or is are be for with your you how many has have do does did it its here this that than since was were by as from if'.split(' '));
/** Words of questionnaires that mean the same. */
const SAME: Readonly<Record<string, string>> = {
  gender: 'sex', primary: 'elementary', junior: 'middle', senior: 'high', bachelor: 'college', university: 'college', never: 'not', without: 'no', less: 'decreas', worse: 'decreas', fewer: 'decreas', more: 'increas', better: 'increas',
  ethnic: 'nationality', ethnicity: 'nationality', marital: 'marriag', income: 'income', person: 'size', people: 'size', month: 'time', relocat: 'mov', resettl: 'mov', mov: 'mov', schooling: 'education',
};

export function termsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = [...plain.matchAll(/\p{Script=Latin}+/gu)].map((match) => match[0]).filter((word) => !STOP.has(word)).map((word) => SAME[word] ?? SAME[stem(word)] ?? stem(word));
  const pairs = [...plain.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run }) => { const letters = [...run]; return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter); });
  return [...new Set([...words, ...pairs])];
}

function stem(word: string): string {
  return word.length <= 4 ? word.replace(/s$/u, '') : word.replace(/(?:ational|ings?|edly|ed|ment|ies|es|s|ly|e|ity|y)$/u, '');
}

/** Inverse document frequency over all wordings that take part. */
export function rarityOf(texts: readonly string[]): (term: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + texts.length / (counts.get(term) ?? 1));
}

/**
 * Likeness of a question and a label, 0 to 1: the cosine of their weighted terms, and how much of the shorter one the longer one holds, in
 * equal parts: the cosine alone would punish a label for being shorter than the question it stands for. A wording of a single term is held by
 * too many others, so there the cosine counts alone.
 */
export function similarity(a: string, b: string, rarity: (term: string) => number): number {
  const [first, second] = [termsOf(a), termsOf(b)];
  const weight = (terms: readonly string[]): number => terms.reduce((sum, term) => sum + rarity(term) ** 2, 0);
  const [one, other] = [weight(first), weight(second)];
  const shared = weight(first.filter((term) => second.includes(term)));
  if (one === 0 || other === 0) return 0;
  const cosine = shared / Math.sqrt(one * other);
  return Math.min(first.length, second.length) < 2 ? cosine : (cosine + shared / Math.min(one, other)) / 2;
}
