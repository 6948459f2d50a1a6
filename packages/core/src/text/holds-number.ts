// Whether a text has a number in it.

/** A number with something else in its cell: `75 years`, `about 78`, `3 kg`. */
export function holdsNumber(text: string): boolean {
  return /^[^\d=:]{0,12}\d[\d.,]*[^\d=:-]{0,12}$/u.test(text.normalize('NFKC').trim());
}
