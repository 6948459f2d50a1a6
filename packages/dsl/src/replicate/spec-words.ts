// Names and texts as a spec writes them: names made of heads of columns and of labels, no two alike; labels in two languages.

const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
const HAN = /\p{Script=Han}/u;
const LONGEST_NAME = 28;

export const word = (name: string): string => (PLAIN.test(name) ? name : `\`${name.replaceAll('`', '')}\``);
export const columnWord = (name: string): string => (PLAIN.test(name) ? name : text(name));

/** In quotes, on one line; the language has no sign for a quotation mark within. */
export const text = (content: string): string => `"${content.replace(/\s+/gu, ' ').replaceAll('"', '”')}"`;

/** ` "Sex" zh "性别"`, with a blank before it; of other languages than these two the first. '' without a label. */
export function labelled(labels: readonly string[], fallback: string): string {
  const all = labels.map((label) => label.trim()).filter((label) => label !== '');
  const first = all.find((label) => !HAN.test(label)) ?? all[0] ?? fallback;
  if (first === '') return '';
  const chinese = HAN.test(first) ? undefined : all.find((label) => HAN.test(label));
  return ` ${text(first)}${chinese === undefined ? '' : ` zh ${text(chinese)}`}`;
}

/** What a scale is called, by the words of its points. */
export function scaleName(low: number, high: number, labels: readonly string[]): string {
  const all = labels.join(' ').toLowerCase();
  const known: readonly (readonly [RegExp, string])[] = [
    [/agree|同意/u, 'agreement'],
    [/satisf|满意/u, 'satisfaction'],
    [/likely/u, 'likelihood'],
    [/always|often|经常|总是/u, 'frequency'],
    [/符合/u, 'fit'],
    [/important|重要/u, 'importance'],
  ];
  return known.find(([pattern]) => pattern.test(all))?.[1] ?? (low === 1 ? `points_${high}` : `points_${low}_${high}`);
}

/** Gives every name once. */
export class NameBook {
  readonly #taken = new Set<string>();

  /** A name for a column: its own where that is one, else made of its head. */
  of(column: string): string {
    return this.fresh(PLAIN.test(column) ? column : this.plain(column));
  }

  /** Of all columns; those that one question has several of are numbered. */
  all(columns: readonly string[]): readonly string[] {
    const made = columns.map((column) => (PLAIN.test(column) ? null : this.plain(column)));
    const places = new Map<string, number>();
    return columns.map((column, at) => {
      const own = made[at];
      if (own == null || made.filter((one) => one === own).length < 2) return this.of(column);
      places.set(own, (places.get(own) ?? 0) + 1);
      return this.fresh(`${own}_${places.get(own)!}`);
    });
  }

  /** Letters and digits of a text; of a numbered question its number. */
  plain(head: string): string {
    const question = /^\s*(?:第|q|Q)?\s*(\d{1,3})\s*(?:[、.．:：)）]|题)/u.exec(head)?.[1];
    if (question !== undefined) return `q${question}`;
    const letters = head
      .normalize('NFKC')
      // Of a matrix the question, without the item.
      .replace(/(?<=\S)\s*[[(（［][^\])）］]*[\])）］]\s*$/u, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/gu, '');
    const cut = [...letters].slice(0, LONGEST_NAME).join('');
    // Not within a word, where there are several.
    const short = (cut.length < letters.length && cut.includes('_') ? cut.replace(/_[^_]*$/u, '') : cut).replace(/_+$/u, '');
    return short === '' ? 'v' : /^\p{N}/u.test(short) ? `v${short}` : short;
  }

  /** A level's name, by its label. */
  level(label: string, code: number | string): string {
    const plain = label.trim() === '' ? '' : this.plain(HAN.test(label) ? label : label.toLowerCase());
    const own = plain === '' || plain === 'v' || /^v\d/u.test(plain) ? `c${String(code).replace(/[^\p{L}\p{N}]+/gu, '_')}` : plain;
    return this.fresh(own.replace(/_+$/u, ''));
  }

  fresh(name: string): string {
    let own = name;
    for (let n = 2; this.#taken.has(own.toLowerCase()); n++) own = `${name}_${n}`;
    this.#taken.add(own.toLowerCase());
    return own;
  }
}
