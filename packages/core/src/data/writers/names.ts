// Names that SPSS and Stata allow, made of those that a study has: no two alike. Which format is meant is the caller's.
import type { WritingNote } from './table.ts';
import { utf8 } from './bytes.ts';

export interface NameRules {
  /** Of a name in bytes of UTF-8, and in letters. */
  readonly bytes: number;
  readonly letters: number;
  /** What may stand in a name beside letters, digits and `_`. */
  readonly also: RegExp;
  readonly reserved: ReadonlySet<string>;
  /** Whether capitals tell names apart. */
  readonly capitals: boolean;
  /** What a name begins with that could not begin with its own first letter. */
  readonly before: string;
}

/** Variable names as the SPSS Statistics Command Syntax Reference has them (Universals: Variables). */
export const spssNames: NameRules = {
  bytes: 64,
  letters: 64,
  also: /[.$#@]/u,
  reserved: new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']),
  capitals: false,
  before: 'v',
};

/** As the Stata User's Guide has them (11.3 Naming conventions). */
export const stataNames: NameRules = {
  bytes: 128,
  letters: 32,
  also: /(?!)/u,
  reserved: new Set('_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with alias'.split(' ')),
  capitals: true,
  before: '_',
};

const LETTER = /[\p{L}\p{M}\p{N}_]/u;

/** In the order of the names; what had to change is told. */
export function allowedNames(
  names: readonly string[],
  rules: NameRules,
): { readonly names: readonly string[]; readonly notes: readonly WritingNote[] } {
  const taken = new Set<string>();
  const key = (name: string): string => (rules.capitals ? name : name.toLowerCase());
  // Who has a good name keeps it, whatever another one would become.
  const plain = names.map((name) => allowed(name, rules));
  const kept = names.map((name, at) => {
    const good = plain[at] === name && !taken.has(key(name));
    if (good) taken.add(key(name));
    return good;
  });
  const notes: WritingNote[] = [];
  const given = names.map((from, at) => {
    if (kept[at]) return from;
    let to = plain[at]!;
    for (let n = 2; taken.has(key(to)); n++) to = `${cut(plain[at]!, rules, `_${n}`.length)}_${n}`;
    taken.add(key(to));
    notes.push({ kind: 'renamed', from, to });
    return to;
  });
  return { names: given, notes };
}

function allowed(name: string, rules: NameRules): string {
  const letters = [...name.normalize('NFC')].map((letter) => (LETTER.test(letter) || rules.also.test(letter) ? letter : '_')).join('');
  const begun = /^[\p{L}@]/u.test(letters) || (rules.capitals && letters.startsWith('_')) ? letters : `${rules.before}${letters}`;
  // SPSS takes a point at the end for the end of a command.
  const ended = cut(begun, rules, 0).replace(/\.$/u, '_');
  const reserved = rules.reserved.has(rules.capitals ? ended : ended.toLowerCase()) || (rules.capitals && /^str\d+$/u.test(ended));
  return reserved ? cut(`${ended}_`, rules, 0) : ended;
}

function cut(name: string, { bytes, letters }: NameRules, less: number): string {
  let kept = [...name].slice(0, letters - less);
  while (utf8(kept.join('')).length > bytes - less) kept = kept.slice(0, -1);
  return kept.join('');
}
