// Sentences about what was done: text in which the numbers of the study keep their addresses. A number stands in a text as a token until
// the whole is cut into runs, so that the words of a language put sentences together out of plain text.
import type { Condition } from '../contract/variables.ts';
import type { ToldNumber } from '../contract/methods-facts.ts';
import { formatQuantity } from '../show/format.ts';
import type { NumberCell, ParagraphBlock } from '../show/document.ts';
import { catalogueIn } from '../words/words.ts';
import type { Aspect, MethodsWords } from '../words/en/methods/index.ts';
import { addressCell, conditionText, type ReportContext } from './context.ts';

/** One thing that an analysis says of itself; of two analyses that do it alike the second refers to the first. */
export interface Manner {
  readonly aspect: Aspect;
  readonly text: string;
}
/** What could not be computed says that, and nothing of how it would have been. */
export const failedStatement = ({ words, context }: Pick<Prose, 'words' | 'context'>, name: string): Statement => ({
  label: context.labelOf(name),
  what: (label) => words.failed(label),
  manner: [],
});

/** How one declaration was carried out. */
export interface Statement {
  readonly label: string;
  /** What it is and of what, with its name; for a name of another it reads alike where the two are of the same. */
  readonly what: (label: string) => string;
  readonly manner: readonly Manner[];
}

export interface Prose {
  readonly context: ReportContext;
  readonly words: MethodsWords;
  /** The number at an address; null where there is none, or it is not defined. */
  readonly number: (address: string) => ToldNumber | null;
  /** Numbers at addresses that have one, smallest first, those that are alike once. */
  readonly spread: (addresses: readonly string[]) => readonly ToldNumber[];
  /** A declared name as it stands in a sentence. */
  readonly name: (name: string) => string;
  readonly names: (names: readonly string[]) => readonly string[];
  readonly condition: (condition: Condition) => string;
  /** A text with its numbers as they are printed: two that read alike are alike. */
  readonly printed: (text: string) => string;
  readonly paragraph: (sentences: readonly string[]) => ParagraphBlock | null;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

const TOKENS = /\uE000(\d+)\uE001/gu;
const digits = ({ value, format, decimals }: NumberCell): string =>
  formatQuantity(value, format, decimals === undefined ? {} : { decimals });

/** Text of the author's holds no tokens. */
const plain = (text: string): string => text.replace(/[\uE000\uE001]/gu, '');

export function proseOf(context: ReportContext): Prose {
  const words = catalogueIn(context.language).methods;
  const cells: NumberCell[] = [];
  const items = new Set(context.plan.variables.filter((one) => one.kind === 'indicator').map((one) => one.name));
  const number = (address: string): ToldNumber | null => {
    const quantity = context.quantityAt(address);
    if (quantity === undefined || quantity.value === null) return null;
    const cell = addressCell(context, address);
    const shown = digits(cell);
    cells.push(cell);
    return { value: quantity.value, shown, text: `${OPEN}${cells.length - 1}${CLOSE}` };
  };
  const name = (one: string): string => (items.has(one) ? words.item : words.construct)(plain(context.labelOf(one)));
  return {
    context,
    words,
    number,
    spread: (addresses) => {
      const sorted = addresses.flatMap((address) => number(address) ?? []).sort((a, b) => a.value - b.value);
      return sorted.filter((one, at) => at === 0 || one.value !== sorted[at - 1]!.value);
    },
    name,
    names: (all) => all.map(name),
    condition: (condition) => plain(conditionText(context, condition)).replaceAll('>=', '≥').replaceAll('<=', '≤'),
    printed: (text) => text.replace(TOKENS, (_, at: string) => digits(cells[Number(at)]!)),
    paragraph: (sentences) => {
      const text = sentences.filter((sentence) => sentence !== '').join(context.words.sentenceGap);
      return text === '' ? null : { kind: 'paragraph', runs: runsOf(text, cells) };
    },
  };
}

function runsOf(text: string, cells: readonly NumberCell[]): (string | NumberCell)[] {
  return text
    .split(/\uE000(\d+)\uE001/u)
    .map((part, at) => (at % 2 === 0 ? part : cells[Number(part)]!))
    .filter((run) => run !== '');
}

/** The analyses of one kind one after the other: what two of them share is said once. */
export function told({ words, printed }: Pick<Prose, 'words' | 'printed'>, statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((one, at) => {
    const before = statements.slice(0, at);
    const same = before.find((other) => other.what('') === one.what(''));
    const shared = (other: Statement): readonly Manner[] =>
      one.manner.filter(({ aspect, text }) =>
        other.manner.some((known) => known.aspect === aspect && printed(known.text) === printed(text)),
      );
    // The one that it has most in common with; of those, the first.
    const like = before.reduce<Statement | null>(
      (best, other) => (shared(other).length > (best === null ? 0 : shared(best).length) ? other : best),
      same ?? null,
    );
    const known = like === null ? [] : shared(like);
    return [
      same === undefined ? one.what(one.label) : words.repeats(one.label, same.label),
      ...one.manner.filter((manner) => !known.includes(manner)).map(({ text }) => text),
      ...(known.length === 0 ? [] : [words.sameAs([...new Set(known.map(({ aspect }) => aspect))], like!.label)]),
    ];
  });
}
