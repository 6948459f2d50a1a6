// An option of a method is declared once: its words, what each takes, what it means, what a report says of it. From the declaration follow
// the type of the plan's field, the clause of the language, the reading of a spec, completion, hovers, snippets, the reference page, the
// grammar, and the line about defaults. So there is no list of words that nothing reads, and no word that is read and not listed.
import type { Impossible, NumberSubject, Refusal } from './impossible.ts';

/** What an author writes behind a word, and what of it stands in the plan. */
export type Argument =
  | 'column'
  | 'number'
  | 'whole'
  | 'percent'
  /** `1/3`, `0.25`. */
  | 'fraction'
  /** True unless the word follows: `varimax` has Kaiser's normalisation, `varimax raw` has not. */
  | { readonly unless: string; readonly doc: string }
  /** True when the word follows: `logit firth`. */
  | { readonly given: string; readonly doc: string }
  /** The author's own name behind the word, null when neither is there: `logit event yes`. */
  | { readonly after: string; readonly doc: string; readonly example: string };
type Flag = Extract<Argument, object>;

/**
 * A phrase is words and signs as they are written, with fields of the plan where the author's own values stand: `['eigenvalue', '>', {
 * above: 'number' }]`.
 */
export type PhrasePart = string | Readonly<Record<string, Argument>>;

export interface Choice {
  /** One line for completion, hovers and the reference. */
  readonly doc: string;
  /** How it is written; its own word when left out. */
  readonly phrase?: readonly PhrasePart[];
  /** For phrases with arguments: an example of one. */
  readonly example?: string;
  /** Braces follow, with entries of their own: `given { a = 1 }`. */
  readonly body?: true;
  /** What its number is called in a robustness, `choices.NAME`; its own word when left out. */
  readonly calledAs?: string;
  /** It is computed with weights too, where a study has them; without this, a study with weights refuses the word. */
  readonly weighted?: true;
  /** Of what a whole number in the phrase is. */
  readonly counts?: NumberSubject;
  /** What the author's numbers have to be. */
  readonly check?: (given: Readonly<Record<string, unknown>>) => Impossible | null;
}

/** How much a clause takes: one phrase, a list of words (`show b, se`), a list of figures (`stars 0.05, 0.01`). */
export type Takes = 'one' | 'words' | 'figures';

export interface Option<Choices = Readonly<Record<string, Choice>>, T extends Takes = Takes, Word extends string = string> {
  /** The clause. */
  readonly word: Word;
  readonly doc: string;
  readonly example: string;
  readonly choices: Choices;
  readonly default: string;
  /** The author's values in the default: `{ above: 1 }`. */
  readonly defaultGives?: Readonly<Record<string, unknown>>;
  /** For a list of figures. */
  readonly defaultFigures?: readonly number[];
  /** The default is another one where the rest of the declaration says so: what holds is the lowering's to say. */
  readonly defaultDepends?: true;
  /** What a report and a hover say when the clause is left out; the phrase itself when not given. */
  readonly defaultSays?: string;
  /**
   * Words that other clauses of the name have or other programs know, and why they make no sense here: what a complaint says beside the
   * list of choices.
   */
  readonly refused?: Readonly<Record<string, Refusal>>;
  readonly takes: T;
  /** All its choices are computed with weights too, or have nothing to do with them. */
  readonly weighted?: true;
  /** For a list of figures. */
  readonly checkFigures?: (figures: readonly number[]) => Impossible | null;
}

type ValueOf<A> = A extends 'column'
  ? string
  : A extends 'number' | 'whole' | 'percent' | 'fraction'
    ? number
    : A extends { readonly unless: string } | { readonly given: string }
      ? boolean
      : A extends { readonly after: string }
        ? string | null
        : never;
type Fields<P> = P extends readonly [infer Head, ...infer Rest]
  ? (Head extends string ? unknown : { readonly [K in keyof Head]: ValueOf<Head[K]> }) & Fields<Rest>
  : unknown;
type PhraseOf<C> = C extends { readonly phrase: infer P } ? P : [];
type Flat<T> = { [K in keyof T]: T[K] };

/** The plan's field: `{ kind, …arguments }` of every word; for a list of words, those words; for a list of figures, the figures. */
export type Chosen<O> =
  O extends Option<infer C, infer T, string>
    ? T extends 'figures'
      ? readonly number[]
      : T extends 'words'
        ? readonly (keyof C)[]
        : { [K in keyof C]: Flat<{ readonly kind: K } & Fields<PhraseOf<C[K]>>> }[keyof C]
    : never;

type Declaration<W extends string, C, D> = Omit<Option<C, Takes, W>, 'takes' | 'default' | 'defaultFigures' | 'checkFigures'> & {
  readonly default: D;
};

/** `Payload` is what every choice brings along: its computation, its words in a report. */
export function option<Payload = unknown>() {
  return <const W extends string, const C extends Readonly<Record<string, Choice & Payload>>, const D extends keyof C & string>(
    declaration: Declaration<W, C, D>,
  ): Option<C, 'one', W> => ({ ...declaration, takes: 'one' });
}

export function list<Payload = unknown>() {
  return <const W extends string, const C extends Readonly<Record<string, Choice & Payload>>, const D extends keyof C & string>(
    declaration: Declaration<W, C, D>,
  ): Option<C, 'words', W> => ({ ...declaration, takes: 'words' });
}

interface Figures<W extends string> {
  readonly word: W;
  readonly doc: string;
  readonly example: string;
  readonly default: readonly number[];
  readonly defaultSays: string;
  readonly check: (figures: readonly number[]) => Impossible | null;
}

/** A clause that takes figures and nothing else. */
export function figures<const W extends string>({
  default: defaultFigures,
  check: checkFigures,
  ...declaration
}: Figures<W>): Option<Readonly<Record<'figures', Choice>>, 'figures', W> {
  const { example, word, doc } = declaration;
  return {
    ...declaration,
    defaultFigures,
    checkFigures,
    default: 'figures',
    takes: 'figures',
    choices: { figures: { doc, phrase: [{ figure: 'number' }], example: example.slice(word.length + 1) } },
  };
}

export type AnyOption = Option<Readonly<Record<string, Choice>>>;

const entries = (option: AnyOption): [string, Choice][] => Object.entries(option.choices);

export function phraseOf(word: string, choice: Choice): readonly PhrasePart[] {
  return choice.phrase ?? word.split(' ');
}

/** A choice as an author may write it: `cluster site`, `varimax`, `varimax raw`. */
export interface Written {
  /** The choice. */
  readonly kind: string;
  readonly text: string;
  readonly doc: string;
  readonly snippet?: string;
  /** All that may be written in its place, where the author's own values stand in it. */
  readonly pattern?: RegExp;
  /** Braces follow. */
  readonly body: boolean;
  /** What holds when the clause is left out. */
  readonly isDefault: boolean;
}

const wordOfFlag = (flag: Flag): string => ('unless' in flag ? flag.unless : 'given' in flag ? flag.given : flag.after);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const shapes: Readonly<Record<Exclude<Argument, object>, string>> = {
  column: '(\\S+)',
  number: '(-?[\\d.]+)',
  whole: '(\\d+)',
  percent: '([\\d.]+%?)',
  fraction: '([\\d.]+(?:/[\\d.]+)?)',
};

/** Every way to write the choices, for completion, hovers, snippets and the reference page. */
export function waysOf(option: AnyOption): readonly Written[] {
  const known = waysKnown.get(option) ?? writtenWays(option);
  waysKnown.set(option, known);
  return known;
}

/** Options are declared once and asked about at every clause. */
const waysKnown = new WeakMap<AnyOption, readonly Written[]>();

function writtenWays(option: AnyOption): readonly Written[] {
  return entries(option).flatMap(([word, choice]): Written[] => {
    const parts = phraseOf(word, choice);
    const isDefault = word === option.default;
    const fixed = parts.filter((part): part is string => typeof part === 'string');
    const fields = parts.flatMap((part) => (typeof part === 'string' ? [] : Object.entries(part)));
    const flags = fields.flatMap(([, kind]) => (typeof kind === 'object' ? [kind] : []));
    const withFlag = (text: string): Written[] =>
      flags.map((flag) => ({
        ...own,
        text: `${text} ${'after' in flag ? `${flag.after} ${flag.example}` : wordOfFlag(flag)}`,
        doc: flag.doc,
        isDefault: false,
        ...('after' in flag ? { pattern: new RegExp(`^${escaped(text)}\\s+${escaped(flag.after)}\\s+\\S+$`, 'u') } : {}),
      }));
    const own = {
      kind: word,
      doc: choice.doc,
      body: choice.body === true,
      isDefault: isDefault && option.defaultDepends !== true && option.takes !== 'figures',
    };
    if (fields.length > flags.length) {
      const text = choice.example ?? [...fixed, ...fields.map(([name]) => name)].join(' ');
      const source = parts
        .map((part) =>
          typeof part === 'string'
            ? escaped(part)
            : Object.values(part)
                .map((kind) => (typeof kind === 'object' ? '' : shapes[kind]))
                .join('\\s+'),
        )
        .join('\\s*');
      const pattern = new RegExp(option.takes === 'one' ? `^${source}$` : `^${source}`, 'u');
      let stop = 0;
      const given = option.takes === 'one' ? (pattern.exec(text)?.slice(1) ?? []) : [];
      const snippet =
        given.length === 0
          ? {}
          : {
              snippet: given.reduce(
                ({ done, rest }, value) => {
                  const at = rest.indexOf(value);
                  stop += 1;
                  return { done: `${done}${rest.slice(0, at)}\${${stop}:${value}}`, rest: rest.slice(at + value.length) };
                },
                { done: '', rest: text },
              ),
            };
      return [
        { ...own, text, pattern, ...(snippet.snippet === undefined ? {} : { snippet: snippet.snippet.done + snippet.snippet.rest }) },
        ...withFlag(text).map((way) => ({ ...way, pattern: way.pattern ?? pattern })),
      ];
    }
    const text = fixed.join(' ');
    return [{ ...own, text }, ...withFlag(text)];
  });
}

/** The words a choice may hold: for the grammar's list of what is coloured as an option. */
export function wordsOfOption(option: AnyOption): readonly string[] {
  return [
    ...new Set(
      entries(option).flatMap(([word, choice]) =>
        phraseOf(word, choice).flatMap((part) =>
          typeof part === 'string'
            ? part.split(' ')
            : Object.values(part).flatMap((kind) => (typeof kind === 'object' ? [wordOfFlag(kind)] : [])),
        ),
      ),
    ),
  ].filter((word) => /^\p{L}/u.test(word));
}

/**
 * The words after which the author's own name stands: `cluster` of `cluster SITE`. What follows them is that name, even where it is a word
 * of the language.
 */
export function wordsBeforeNames(option: AnyOption): ReadonlySet<string> {
  return new Set(
    entries(option).flatMap(([word, choice]) => {
      const parts = phraseOf(word, choice);
      return parts.flatMap((part, at) => {
        if (typeof part === 'object')
          return Object.values(part).flatMap((kind) => (typeof kind === 'object' && 'after' in kind ? [kind.after] : []));
        const next = parts[at + 1];
        return typeof next === 'object' && Object.values(next).includes('column') ? [part.split(' ').at(-1)!] : [];
      });
    }),
  );
}

/** What holds when the clause is left out, as a value of the plan. */
export function defaultOf<O extends AnyOption>(option: O): Chosen<O> {
  if (option.takes === 'figures') return [...(option.defaultFigures ?? [])] as unknown as Chosen<O>;
  if (option.takes === 'words') return [option.default] as unknown as Chosen<O>;
  const flags = phraseOf(option.default, option.choices[option.default]!).flatMap((part) =>
    typeof part === 'string'
      ? []
      : Object.entries(part).flatMap(([name, kind]) =>
          typeof kind === 'object' ? [[name, 'unless' in kind ? true : 'given' in kind ? false : null] as const] : [],
        ),
  );
  return { kind: option.default, ...Object.fromEntries(flags), ...option.defaultGives } as unknown as Chosen<O>;
}

/** `rotate varimax (Kaiser-normalised)`: what a report says where the clause was left out. */
export function defaultLine(option: AnyOption): string {
  return `${option.word} ${option.defaultSays ?? waysOf(option).find((way) => way.kind === option.default)!.text}`;
}

/** The columns that a chosen value names: they must be in the data, and they are inputs. */
export function columnsOf(option: AnyOption, value: unknown): readonly string[] {
  if (option.takes !== 'one' || typeof value !== 'object' || value === null) return [];
  const chosen = value as Readonly<Record<string, unknown>> & { readonly kind: string };
  const choice = option.choices[chosen.kind];
  return choice === undefined
    ? []
    : phraseOf(chosen.kind, choice).flatMap((part) =>
        typeof part === 'string'
          ? []
          : Object.entries(part).flatMap(([field, kind]) => (kind === 'column' ? [chosen[field] as string] : [])),
      );
}

/** The options of one method, by the plan's field. */
export type Options = Readonly<Record<string, AnyOption>>;
export type ChosenOf<Os extends Options> = { readonly [K in keyof Os]: Chosen<Os[K]> };
