// Texts in order, however they are kept: an array of them, bytes of which each is made when somebody asks (packed-texts.ts), or the cells
// of a column, row by row.

/** What is asked of an array of texts where there may be millions of them. Places count from 0. */
export interface Texts extends Iterable<string> {
  readonly length: number;
  at(place: number): string | undefined;
  entries(): Iterable<[number, string]>;
  every(holds: (text: string, place: number) => boolean): boolean;
  some(holds: (text: string, place: number) => boolean): boolean;
  find(holds: (text: string, place: number) => boolean): string | undefined;
  filter(holds: (text: string, place: number) => boolean): string[];
  map<A>(make: (text: string, place: number) => A): A[];
  flatMap<A>(make: (text: string, place: number) => A | readonly A[]): A[];
}

/** Texts that are made one by one: `textAt` is asked for places that there are. */
export abstract class MadeTexts implements Texts {
  abstract readonly length: number;
  protected abstract textAt(place: number): string;

  at(place: number): string | undefined {
    return place >= 0 && place < this.length ? this.textAt(place) : undefined;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.length; place++) yield this.textAt(place);
  }

  *entries(): Generator<[number, string]> {
    for (let place = 0; place < this.length; place++) yield [place, this.textAt(place)];
  }

  every(holds: (text: string, place: number) => boolean): boolean {
    return !this.some((text, place) => !holds(text, place));
  }

  some(holds: (text: string, place: number) => boolean): boolean {
    return this.find(holds) !== undefined;
  }

  find(holds: (text: string, place: number) => boolean): string | undefined {
    for (let place = 0; place < this.length; place++) {
      const text = this.textAt(place);
      if (holds(text, place)) return text;
    }
    return undefined;
  }

  filter(holds: (text: string, place: number) => boolean): string[] {
    return this.flatMap((text, place) => (holds(text, place) ? [text] : []));
  }

  map<A>(make: (text: string, place: number) => A): A[] {
    return Array.from({ length: this.length }, (_, place) => make(this.textAt(place), place));
  }

  flatMap<A>(make: (text: string, place: number) => A | readonly A[]): A[] {
    const all: A[] = [];
    for (let place = 0; place < this.length; place++) {
      const made = make(this.textAt(place), place);
      if (Array.isArray(made)) for (const one of made as readonly A[]) all.push(one);
      else all.push(made as A);
    }
    return all;
  }
}

/** The text of each row, made when it is asked for. */
export class RowTexts extends MadeTexts {
  readonly length: number;
  readonly #textOf: (row: number) => string;

  constructor(rows: number, textOf: (row: number) => string) {
    super();
    this.length = rows;
    this.#textOf = textOf;
  }

  protected textAt(row: number): string {
    return this.#textOf(row);
  }
}
