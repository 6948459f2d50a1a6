// What a cell says that is no plain number: the label of a point of the scale, several answers at once, a point with its words (`5 -
// strongly agree`), or something else. How numbers are written is readers/number-style.ts; what becomes of each is the coding of
// indicators, numbers and categories.
import type { Label, ScalePlan } from '../contract/variables.ts';
import { keyOf, likenessOf } from './keys.ts';

/** Between the answers of one cell, as platforms write them: `1,3`, `1;3`, `1┋3`, `1|3`, `1、3`, `[1, 3]`. */
const MARKS = /[,;|┋/\\&+、，；｜／＆＋\r\n]/u;

/** The same, and as people do: `1 and 3`, `3-4`, `1 3`. */
const BETWEEN = /\s*(?:[,;|┋/\\&+~～、，；｜／＆＋–—至到或和及与及與-]|\s(?:and|or|to|und|oder|bis|et|ou)\s|\s)\s*/u;

/** Only programs write these: what stands between them is several answers, whatever it is. */
const SURELY_BETWEEN = /[┋]/u;

/** Longer cells are sentences. */
const LONGEST = 200;

/**
 * The answers of a cell that holds more than one; null when it does not. `answerOf` says which answer a part is, null when it is none. One
 * answer in two ways (`5 - agree`) is one.
 */
export function answersIn(text: string, answerOf: (part: string) => number | string | null): readonly string[] | null {
  if (text.length > LONGEST) return null;
  const bare = text.trim().replace(/^[[({【（〔"']+|[\])}】）〕"']+$/gu, '');
  const sure = SURELY_BETWEEN.test(bare);
  for (const mark of sure ? [SURELY_BETWEEN] : [MARKS, BETWEEN]) {
    const parts = bare
      .split(mark)
      .map((part) => part.trim().replace(/^["'“”]+|["'“”]+$/gu, ''))
      .filter((part) => part !== '');
    if (parts.length < 2) continue;
    const answers = parts.map((part) => answerOf(part) ?? (sure ? keyOf(part) : null));
    if (!answers.includes(null) && new Set(answers).size === parts.length) return parts;
  }
  return null;
}

/** Several choices in a cell of a plain number: `1,3`, `1;3`, `1┋3`; not a date, nor a telephone number. */
export function numbersIn(text: string): readonly string[] | null {
  return /[-–:.]/u.test(text) ? null : answersIn(text, (part) => (/^\d{1,2}$/u.test(part) ? part : null));
}

/** The point of the scale that a whole number is, as people write it. */
export function pointOf(text: string, scale: Pick<ScalePlan, 'low' | 'high'>): number | null {
  const digits = text.normalize('NFKC');
  return /^\d{1,3}$/u.test(digits) && Number(digits) >= scale.low && Number(digits) <= scale.high ? Number(digits) : null;
}

/**
 * The point that a text names with words beside it: `5 - strongly agree`, `5 = 非常同意`, `(5) agree`, `3分`, `agree (4)`. Null when it names
 * none of the scale, or more than a point (`5-10 times`, `4.5 agree`).
 */
export function pointNamed(text: string, scale: Pick<ScalePlan, 'low' | 'high'>): number | null {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^[([{【〔]?\s*(?<front>[+-]?\d{1,3})(?![\d%])(?![.,:/]\d)\s*[)\]}】〕]?\s*[-–—=:：.,、|]?\s*(?<words>\D*)$/u.exec(plain)?.groups ??
    /^(?<words>\D*?)\s*[([{【〔=:：-]\s*(?<front>\d{1,3})\s*分?\s*[)\]}】〕]?$/u.exec(plain)?.groups;
  if (found === undefined || !/\p{L}/u.test(found.words ?? '')) return null;
  const value = Number(found.front);
  return value >= scale.low && value <= scale.high ? value : null;
}

/** What a text of the scale stands for: the label of a point in any language, a text that the point lists, or one of the two end labels. */
export function labelsOf(scale: ScalePlan | null): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  if (scale === null) return labels;
  const add = (label: Label, value: number): void => {
    for (const { text } of label) if (text.trim() !== '' && !labels.has(likenessOf(text))) labels.set(likenessOf(text), value);
  };
  for (const point of scale.points) add(point.label, point.value);
  for (const point of scale.points) for (const text of point.texts ?? []) labels.set(likenessOf(text), point.value);
  add(scale.lowLabel, scale.low);
  add(scale.highLabel, scale.high);
  return labels;
}

/** The point whose label this is; null when it is none. Labels compare without case and blanks. */
export function pointLabelled(text: string, labels: ReadonlyMap<string, number>): number | null {
  return labels.size === 0 ? null : (labels.get(likenessOf(text)) ?? null);
}
