// How alike two wordings are: words of Latin script by their stems, Chinese by pairs of characters, each weighted by how rare it is.
import { log } from '@studyspec/core';
import { square } from '@studyspec/core';

const STOP = new Set(
  (
    'the a an of in on at to and or is are be for with your you how many has have do does did it its here this that than since ' +
    'was were by as from if'
  ).split(' '),
);
/** Words of questionnaires that mean the same. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gender: 'sex',
    primary: 'elementary',
    junior: 'middle',
    senior: 'high',
    bachelor: 'college',
    university: 'college',
    never: 'not',
    without: 'no',
    less: 'decreas',
    worse: 'decreas',
    fewer: 'decreas',
    more: 'increas',
    better: 'increas',
    ethnic: 'nationality',
    ethnicity: 'nationality',
    marital: 'marriag',
    income: 'income',
    person: 'size',
    people: 'size',
    month: 'time',
    relocat: 'mov',
    resettl: 'mov',
    mov: 'mov',
    schooling: 'education',
  }),
);

export function termsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = [...plain.matchAll(/\p{Script=Latin}+/gu)]
    .map((match) => match[0])
    .filter((word) => !STOP.has(word))
    .map((word) => SAME.get(word) ?? SAME.get(stem(word)) ?? stem(word));
  const pairs = [...plain.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run }) => {
    const letters = [...run];
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter);
  });
  return [...new Set([...words, ...pairs])];
}

function stem(word: string): string {
  return word.length <= 4 ? word.replace(/s$/u, '') : word.replace(/(?:ational|ings?|edly|ed|ment|ies|es|s|ly|e|ity|y)$/u, '');
}

/** Likeness of any two wordings, 0 to 1. */
export type Likeness = (a: string, b: string) => number;

/**
 * Likeness with every term weighted by how rare it is among `texts` (inverse document frequency). It is the cosine of the weighted terms,
 * and how much of the shorter wording the longer one holds, in equal parts: the cosine alone would punish a label for being shorter than
 * the question it stands for. A wording of a single term is held by too many others, so there the cosine counts alone.
 */
export function likenessAmong(texts: readonly string[]): Likeness {
  const counts = new Map<string, number>();
  const known = new Map<string, { readonly terms: readonly string[]; readonly weight: number }>();
  for (const text of texts) for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weightOf = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + square(log(1 + texts.length / (counts.get(term) ?? 1))), 0);
  const read = (text: string): { readonly terms: readonly string[]; readonly weight: number } => {
    let wording = known.get(text);
    if (wording === undefined) {
      const terms = termsOf(text);
      known.set(text, (wording = { terms, weight: weightOf(terms) }));
    }
    return wording;
  };
  return (a, b) => {
    const [first, second] = [read(a), read(b)];
    if (first.weight === 0 || second.weight === 0) return 0;
    const shared = weightOf(first.terms.filter((term) => second.terms.includes(term)));
    const cosine = shared / Math.sqrt(first.weight * second.weight);
    return Math.min(first.terms.length, second.terms.length) < 2 ? cosine : (cosine + shared / Math.min(first.weight, second.weight)) / 2;
  };
}
