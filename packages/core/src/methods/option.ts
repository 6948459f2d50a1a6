// An option of a method is declared once: its words, what each takes, what it means, what a report says of it. From the declaration follow the
// type of the plan's field, the reading of a spec, completion, hovers, the reference page, the grammar, and the line about defaults.

/** What an author writes behind a word, and what of it stands in the plan. */
export type Argument = 'column' | 'number' | 'whole' | 'percent' | 'name'
  /** True unless the word follows: `varimax` has Kaiser's normalisation, `varimax raw` has not. */
  | { readonly unless: string; readonly doc: string };

/** A phrase is words and signs as they are written, with fields of the plan where the author's own values stand: `['eigenvalue', '>', { above: 'number' }]`. */
export type PhrasePart = string | Readonly<Record<string, Argument>>;

/** A text of a report in every language that reports are written in: a forgotten one does not compile. */
export interface Text { readonly en: string; readonly zh: string }

/** A text with its gaps filled: `{clusters} clusters`. */
export function textIn(language: string, text: Text, filled: Readonly<Record<string, string>> = {}): string {
  return (/^zh(?:$|[-_])/iu.test(language) ? text.zh : text.en).replace(/\{(\w+)\}/gu, (whole, name: string) => filled[name] ?? whole);
}

export interface Choice {
  /** One line for completion, hovers and the reference. */
  readonly doc: string;
  /** How it is written; its own word when left out. */
  readonly phrase?: readonly PhrasePart[];
  /** For phrases with arguments: an example of one. */
  readonly example?: string;
}
/** Part of the language that no version executes yet. */
export interface Later { readonly doc: string; readonly notYet: true; readonly phrase?: readonly PhrasePart[]; readonly example?: string }

export interface Option<Choices = Readonly<Record<string, Choice | Later>>, Several extends boolean = boolean> {
  /** The clause. */
  readonly word: string;
  readonly doc: string;
  readonly example: string;
  readonly choices: Choices;
  readonly default: string;
  /** What a report and a hover say when the clause is left out; the phrase itself when not given. */
  readonly defaultSays?: string;
  /** A list of words (`show b, se`) instead of one phrase. */
  readonly several: Several;
}

type ValueOf<A> = A extends 'column' | 'name' ? string : A extends 'number' | 'whole' | 'percent' ? number : A extends { readonly unless: string } ? boolean : never;
type Fields<P> = P extends readonly [infer Head, ...infer Rest] ? (Head extends string ? unknown : { readonly [K in keyof Head]: ValueOf<Head[K]> }) & Fields<Rest> : unknown;
type PhraseOf<C> = C extends { readonly phrase: infer P } ? P : [];
type Runnable<C> = { [K in keyof C]: C[K] extends { readonly notYet: true } ? never : K }[keyof C];
type Flat<T> = { [K in keyof T]: T[K] };

/** The plan's field: `{ kind, …arguments }` of every word that can be executed; for a list of words, those words. */
export type Chosen<O> = O extends Option<infer C, infer S>
  ? S extends true ? readonly Runnable<C>[] : { [K in Runnable<C>]: Flat<{ readonly kind: K } & Fields<PhraseOf<C[K]>>> }[Runnable<C>]
  : never;

interface Declaration<C, D> { readonly word: string; readonly doc: string; readonly example: string; readonly choices: C; readonly default: D; readonly defaultSays?: string }

/** `Payload` is what every executable choice brings along: its computation, its words in a report. */
export function option<Payload = unknown>() {
  return <const C extends Readonly<Record<string, (Choice & Payload) | Later>>, const D extends Runnable<C> & string>(declaration: Declaration<C, D>): Option<C, false> => ({ ...declaration, several: false });
}

export function list<Payload = unknown>() {
  return <const C extends Readonly<Record<string, (Choice & Payload) | Later>>, const D extends Runnable<C> & string>(declaration: Declaration<C, D>): Option<C, true> => ({ ...declaration, several: true });
}

export type AnyOption = Option<Readonly<Record<string, Choice | Later>>, boolean>;

const entries = (option: AnyOption): [string, Choice | Later][] => Object.entries(option.choices);
const isLater = (choice: Choice | Later): choice is Later => 'notYet' in choice;

export function phraseOf(word: string, choice: Choice | Later): readonly PhrasePart[] {
  return choice.phrase ?? word.split(' ');
}

/** A choice as an author may write it: `cluster site`, `varimax`, `varimax raw`. */
export interface Written { readonly text: string; readonly doc: string; readonly snippet?: string; readonly pattern?: RegExp; readonly notYet: boolean }

/** Every way to write the choices, for completion, hovers, snippets and the reference page. */
export function waysOf(option: AnyOption): readonly Written[] {
  return entries(option).flatMap(([word, choice]): Written[] => {
    const parts = phraseOf(word, choice);
    const isDefault = word === option.default;
    const doc = isDefault ? `${choice.doc} The default.` : choice.doc;
    const fixed = parts.filter((part): part is string => typeof part === 'string');
    const fields = parts.flatMap((part) => (typeof part === 'string' ? [] : Object.entries(part)));
    const flags = fields.flatMap(([, kind]) => (typeof kind === 'object' ? [kind] : []));
    const open = fields.filter(([, kind]) => typeof kind === 'string');
    if (open.length > 0) {
      let stop = 0;
      const text = choice.example ?? [...fixed, ...open.map(([name]) => name)].join(' ');
      const snippet = parts.map((part) => (typeof part === 'string' ? part : Object.keys(part).map((name) => `\${${(stop += 1)}:${name}}`).join(' '))).join(' ');
      return [{ text, doc, snippet, pattern: new RegExp(`^${fixed[0] ?? ''}`, 'u'), notYet: isLater(choice) }];
    }
    return [{ text: fixed.join(' '), doc, notYet: isLater(choice) }, ...flags.map((flag) => ({ text: `${fixed.join(' ')} ${flag.unless}`, doc: flag.doc, notYet: isLater(choice) }))];
  });
}

/** The words a choice may hold: for the grammar's list of what is coloured as an option. */
export function wordsOfOption(option: AnyOption): readonly string[] {
  return [...new Set(entries(option).flatMap(([word, choice]) => phraseOf(word, choice).flatMap((part) => (typeof part === 'string' ? part.split(' ') : Object.values(part).flatMap((kind) => (typeof kind === 'object' ? [kind.unless] : []))))))].filter((word) => /^\p{L}/u.test(word));
}

/** The words after which the author's own name stands: `cluster` of `cluster SITE`. What follows them is that name, even where it is a word of the language. */
export function wordsBeforeNames(option: AnyOption): ReadonlySet<string> {
  return new Set(entries(option).flatMap(([word, choice]) => {
    const parts = phraseOf(word, choice);
    return parts.flatMap((part, at) => {
      const next = parts[at + 1];
      return typeof part === 'string' && typeof next === 'object' && Object.values(next).some((kind) => kind === 'column' || kind === 'name') ? [part.split(' ').at(-1)!] : [];
    });
  }));
}

/** What holds when the clause is left out, as a value of the plan. */
export function defaultOf<O extends AnyOption>(option: O): Chosen<O> {
  const choice = option.choices[option.default]!;
  const fields = phraseOf(option.default, choice).flatMap((part) => (typeof part === 'string' ? [] : Object.entries(part).map(([name, kind]) => [name, typeof kind === 'object'] as const)));
  return (option.several ? [option.default] : { kind: option.default, ...Object.fromEntries(fields) }) as Chosen<O>;
}

export function defaultLine(option: AnyOption): string {
  return `${option.word} ${option.defaultSays ?? option.default}`;
}

/** The columns that a chosen value names: they must be in the data, and they are inputs. */
export function columnsOf(option: AnyOption, value: unknown): readonly string[] {
  const chosen = value as Readonly<Record<string, unknown>> & { readonly kind: string };
  const choice = option.several ? undefined : option.choices[chosen.kind];
  return choice === undefined ? [] : phraseOf(chosen.kind, choice).flatMap((part) => (typeof part === 'string' ? [] : Object.entries(part).flatMap(([field, kind]) => (kind === 'column' ? [chosen[field] as string] : []))));
}

/** The options of one method, by the plan's field. */
export type Options = Readonly<Record<string, AnyOption>>;
export type ChosenOf<Os extends Options> = { readonly [K in keyof Os]: Chosen<Os[K]> };
