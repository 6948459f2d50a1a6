// Cells that a spreadsheet would take for a formula: an apostrophe is put before them where a table is written, and taken away where one is
// read.

/** What begins a formula in a spreadsheet, or what it skips before one (OWASP, CSV Injection). */
const BEGINS = /^[=+\-@\t\r\n]/u;
/** Signs, digits, a decimal mark, an exponent, a percent sign: what may begin with + or - and computes nothing. */
const NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)*[.,]?|[.,]\d+)(?:e[+-]?\d+)?\s*%?$/iu;

const isFormula = (text: string): boolean => BEGINS.test(text) && !NUMBER.test(text);
const guardedFormula = (text: string): boolean => text.startsWith("'") && isFormula(text.replace(/^'+/u, ''));

/** The cell as it is written. Where an apostrophe stands already another is put before it, so that reading gives back what was there. */
export function guardedCell(text: string): string {
  return isFormula(text) || guardedFormula(text) ? `'${text}` : text;
}

/** The cell as it was meant; an apostrophe before anything else ('tis, '05, '-5) is a letter of the cell. */
export function unguardedCell(text: string): string {
  return guardedFormula(text) ? text.slice(1) : text;
}
