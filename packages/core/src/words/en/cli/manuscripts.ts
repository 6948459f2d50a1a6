// What the command line tells of manuscripts, in English.
import type { WordPartKind, WordRefusal } from '../../../problems/data-phrases.ts';

/** Where it stands, as editors and terminals make a link of it, and what is wrong there. */
const faults = {
  at: (file: string, line: number, column: number, sentence: string) => `${file}:${line}:${column}: error: ${sentence}`,
  unclosed: 'the braces that open here are not closed. A number is written {{ integration.kmo }}; braces that are text, \\{{.',
  noAddress: (given: string) =>
    given === ''
      ? 'there is nothing between these braces. A number is written {{ integration.kmo }}.'
      : `"${given}" is no address. An address looks like integration.kmo or full.integration.beta(age.middle).`,
  nothingThere: (address: string, near: readonly string[]) =>
    `nothing is at ${address}. ${near.length === 0 ? 'studyspec query FILE lists every address.' : `Did you mean ${near.join(', ')}?`}`,
  noValue: (address: string, reason: string) => `${address} has no value${reason === '' ? '' : `: ${reason}`}.`,
  noFormat: (given: string, formats: readonly string[], near: readonly string[]) =>
    `a number cannot be written as "${given}": ${formats.join(', ')}, or the digits after its point (| 2).` +
    `${near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`}`,
  noTable: (name: string, among: readonly string[]) =>
    `the study has no one table "${name}". ${among.length === 0 ? 'It has none.' : `There are: ${among.join(', ')}.`}`,
  noFigure: (name: string, among: readonly string[]) =>
    `the study has no one figure "${name}". ${among.length === 0 ? 'It has none.' : `There are: ${among.join(', ')}.`}`,
  formatOfPart: (given: string) => `a table or figure has no format: leave out "| ${given}".`,
  notAlone: 'in Word a table or figure stands in the place of its paragraph: give it a paragraph with nothing else in it.',
};

const parts: Readonly<Record<WordPartKind, string>> = {
  document: '',
  header: 'header, ',
  footer: 'footer, ',
  footnotes: 'footnotes, ',
  endnotes: 'endnotes, ',
};

/** Of Word files. */
const word = {
  at: (file: string, part: WordPartKind, paragraph: number, around: string, sentence: string) =>
    `${file}: ${parts[part]}paragraph ${paragraph}${around === '' ? '' : ` (${around})`}: error: ${sentence}`,
  refused: {
    old: (file: string) => `"${file}" is in Word's format of before 2007. Open it in Word and save it as .docx.`,
    encrypted: (file: string) => `"${file}" is protected by a password. Take that away in Word (File › Info) and save it.`,
    'cut off': (file: string) => `"${file}" is cut off: its end is missing. Copy or download it again.`,
    damaged: (file: string) => `"${file}" is damaged. Open it in Word, which may repair it, and save it.`,
    'too much': (file: string) => `"${file}" unpacks to many times more than a document does; it is not read.`,
    other: (file: string) => `"${file}" is no Word document, whatever its name says. Open it in Word and save it as .docx.`,
    strict: (file: string) => `"${file}" is a Strict Open XML document. Save it in Word as an ordinary "Word Document (.docx)".`,
  } satisfies Readonly<Record<WordRefusal, (file: string) => string>>,
  byHand: (what: string) => `${what} was changed by hand since it was filled.`,
  keptByHand: (count: number) =>
    `${count} ${count === 1 ? 'place was' : 'places were'} changed by hand; nothing was written. --force puts the study's numbers there.`,
  fillItself: (out: string, study: string) => `To keep what was changed and renew its numbers: studyspec fill ${out} ${study}.`,
};

export const manuscripts = {
  faults,
  word,
  nothingWritten: (count: number) => `${count} ${count === 1 ? 'place' : 'places'} cannot be filled; nothing was written.`,
  noSuchManuscript: (file: string) => `"${file}" is no manuscript that fill reads: .docx, .md, .qmd, .Rmd, .markdown or .tex.`,
  noStudy: (file: string) => `"${file}" names no study, and its folder has no single one.`,
  nameStudy: 'Name it: studyspec fill MANUSCRIPT FILE, or in the front matter: studyspec: FILE.',
  saveAsDocx: 'Save it as .docx first.',
  otherKind: (file: string, ending: string) => `"${file}" would hold what .${ending} files hold: give it that ending.`,
  note: (manuscript: string, study: string) => `made of ${manuscript} and ${study}: change those, not this file`,
  changedByHand: (file: string) =>
    `"${file}" was changed since it was filled, or not written by studyspec fill; nothing was written. --force replaces it.`,
  filled: (file: string, numbers: number, figures: readonly string[]) =>
    `Written to ${file}: ${numbers} ${numbers === 1 ? 'number' : 'numbers'}` +
    `${figures.length === 0 ? '' : `, figures ${figures.join(', ')}`}.`,
  same: (file: string) => `${file} is what would be written.`,
  notThere: (file: string) => `${file} is not there; studyspec fill writes it.`,
  handMade: (file: string) => `${file} was changed since it was filled, or not written by studyspec fill.`,
  textChanged: (file: string) => `${file} is not what would be written: its text, not its numbers.`,
  figureChanged: (file: string) => `${file} is not as it would be drawn, or not there.`,
  numbersMoved: (count: number) => `${count} ${count === 1 ? 'number' : 'numbers'} moved:`,
  moved: (what: string, before: string | null, now: string | null) => `  ${what}: ${before ?? '(new)'} → ${now ?? '(gone)'}`,
};
