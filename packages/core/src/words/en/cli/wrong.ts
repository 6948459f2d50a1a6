// What the command line says of a call or a file that is wrong, in English.
import type { FileRefusal } from '../../../problems/data-phrases.ts';
import { joined } from '../../../text/listed.ts';
import type { Sayings } from '../../say.ts';
import { fileRefusals } from '../data-phrases.ts';

const those = (one: boolean): string => (one ? 'it' : 'them');

/** Arguments that fit no command: what the parser of the command line finds. */
export const usage = {
  unknownOption: (option: string) => `unknown option '${option}'`,
  unknownCommand: (command: string) => `unknown command '${command}'`,
  missingArgument: (argument: string) => `missing required argument '${argument}'`,
  valueMissing: (option: string) => `option '${option}' argument missing`,
  conflicting: (option: string, other: string) => `option '${option}' cannot be used with option '${other}'`,
  tooMany: (command: string | null, expected: number, given: number) =>
    `too many arguments${command === null ? '' : ` for '${command}'`}. ` +
    `Expected ${expected} argument${expected === 1 ? '' : 's'} but got ${given}.`,
  notAllowed: (option: string, value: string, allowed: readonly string[]) =>
    `option '${option}' argument '${value}' is invalid. Allowed choices are ${allowed.join(', ')}.`,
  near: (names: readonly string[]) => `(Did you mean ${names.length > 1 ? 'one of ' : ''}${names.join(', ')}?)`,
  seeHelp: '(studyspec --help shows how it is called)',
};

/** Calls that ask for what there is not, and what would do instead. */
export const wrong = {
  /** Before every such sentence. */
  error: (message: string) => `error: ${message}`,
  internal: (message: string) =>
    `internal error: ${message}\n` +
    'This is a defect of StudySpec, not of your study. Please report it with the spec and, if you may share it, the data.\n' +
    'To see where it happened, run the same command with STUDYSPEC_DEBUG=1.',
  didYouMean: (names: readonly string[]) => `Did you mean ${names.join(', ')}?`,
  thereAre: (names: readonly string[]) => `There are: ${names.join(', ')}.`,
  digits: (given: string) => `--digits takes a whole number from 0 to 15, not "${given}".`,
  replications: (given: string) => `--replications takes a whole number from 0 to 100000, not "${given}".`,
  language: (given: string, spoken: readonly string[]) => `--lang ${given}: StudySpec speaks ${joined(spoken)}.`,
  contradicting: (option: string, other: string) => `${option} and ${other} contradict each other.`,
  noFormat: (given: string, command: string, formats: readonly string[]) =>
    `There is no format "${given}"; ${command} writes ${formats.join(', ')}.`,
  endingAgainstFormat: (file: string, ending: string, format: string) =>
    `"${file}" is by its ending ${ending}, and the format asked for is ${format}.`,
  tidyIsCsv: 'tidy and glance are CSV: give the file the ending .csv.',
  leaveOutOne: 'Leave out one of them.',
  noReportEnding: (command: string, ending: string, file: string, formats: readonly (readonly [format: string, ending: string])[]) =>
    `${command} does not write .${ending} files, so "${file}" was not written. It writes ` +
    `${joined(formats.map(([format, usual]) => `${format} (${usual})`))}.`,
  htmlForWriting: 'A .docx report opens in every word processor, and an .html report prints to PDF from a browser.',
  noEnding: (command: string, endings: readonly string[], ending: string) =>
    `${command} writes ${endings.map((one) => `.${one}`).join(', ')}, not .${ending}; nothing was written.`,
  onlyStudyFiles: (command: string, ending: string, file: string) =>
    `${command} writes .study files, not .${ending}; "${file}" was not written.`,
  noCodebook: (file: string) => `"${file}" is no codebook: it needs a row of heads and a row for each column.`,
  neitherCodebookNorForm: (file: string) => `"${file}" is no codebook and no XLSForm.`,
  noWorkbookInTerminal: 'A workbook is no text for a terminal.',
  noFileInTerminal: (format: string) => `${format} is no text for a terminal; nothing was written.`,
  giveFile: (option: string) => `Give it a file: ${option}.`,
  notInTerminal: { sav: 'An SPSS file is no text for a terminal.', dta: 'A Stata file is no text for a terminal.' },
  twoStudies: 'compare takes two or more studies, or one file that compares them.',
  noTableOfStudy: (name: string) => `The study has no table of "${name}".`,
  noTableOfComparison: (name: string) => `The comparison has no table of "${name}".`,
  nothingAt: (address: string) => `Nothing is at ${address}.`,
  queryLists: 'studyspec query FILE lists every address.',
  noAddress: (given: string) => `"${given}" is no address.`,
  addressLooks: 'An address looks like integration.kmo or full.integration.beta(age.middle).',
  noScoreOf: (name: string) =>
    `Respondents have no score of "${name}": it is no index, component, dimension, indicator or number of the study.`,
  noRespondent: (id: string) => `No respondent has the id "${id}".`,
  nearestIds: (ids: readonly string[]) => `The nearest ids are ${ids.join(', ')}.`,
  comparesStudies: (file: string, command: string) =>
    `"${file}" compares studies and has no answers of its own; ${command} takes the file of one study.`,
  noProblem: (given: string) => `There is no problem called "${given}".`,
  explainLists: 'studyspec explain lists all.',
  stdinAlone: 'fmt --stdin takes no files.',
  fmtNeedsFiles: 'fmt needs one or more .study files, or --stdin.',
  specNotData: (file: string) => `"${file}" is a spec, not data.`,
  noAppendIn: (target: string) =>
    `Files one below another (\`append\`) are not in scripts for ${target}; nothing was written. R's have them.`,
  figuresNeedFolder: '--figures is about the files of --out, and about PNG files.',
  wordNeedsFolder: '--no-word is about the report.docx of --out.',
  pngNeedsFolder: '--png is about the figures of --out.',
  noFigure: 'There is no figure in this, so nothing was written.',
  whichFigure: (file: string, names: readonly string[]) =>
    `"${file}" holds one figure, and there are ${names.length}: ${joined(names)}; nothing was written.`,
  nameFigure: (option: string) => `Call the file as the figure is called, ${option}, or write all of them with --out DIR --png.`,
};

/** Why a file cannot be written, beside what the system says of any. */
export type WritingRefusal = {
  readonly is: 'missing folder' | 'taken name' | 'disk' | 'write-protected' | 'unread pipe' | 'reserved name' | 'odd ending' | 'odd sign';
};

const refused: Sayings<FileRefusal | WritingRefusal> = {
  ...fileRefusals,
  'missing folder': () => 'there is no such folder',
  'taken name': () => 'there is a file of that name',
  disk: () => 'it is a disk, not a file',
  'write-protected': () => 'it is write-protected',
  'unread pipe': () => 'it is a pipe that nobody reads',
  'reserved name': () => 'Windows keeps CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9 for devices, with any ending; give another name',
  'odd ending': () => 'Windows drops a dot or a blank at the end of a name; give another name',
  'odd sign': () => 'a name in Windows has none of < > : " | ? *; give another name',
};

/** Files that could not be read or written, or must not be. */
export const files = {
  /** Why, as part of a sentence. */
  refused,
  notRead: (file: string, reason: string) => `"${file}" cannot be read: ${reason}.`,
  notWritten: (file: string, reason: string) => `"${file}" cannot be written: ${reason}.`,
  notRemoved: (file: string, reason: string) => `"${file}" cannot be removed: ${reason}.`,
  noFolder: (folder: string, reason: string) => `The folder "${folder}" cannot be made: ${reason}.`,
  outputLost: (reason: string) => `The output could not be written: ${reason}.`,
  isInput: (file: string, input: string | null) =>
    `"${file}" is an input${input === null ? '' : `, the same file as "${input}"`}: it was read, so it is never written over. ` +
    'Nothing was written; give -o or --out another name.',
  exists: (file: string) => `"${file}" exists already; nothing was written. --force replaces it.`,
  foreign: (folder: string, names: readonly string[], more: number) =>
    `"${folder}" holds ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}, which ${names.length === 1 ? 'was' : 'were'} changed, ` +
    `or not written by studyspec; nothing was written. --force replaces ${those(names.length === 1)}.`,
  encodingGuessed: (file: string, encoding: string) =>
    `"${file}" is not in UTF-8 but, by its letters, in ${encoding}; it was left as it is. Save it as UTF-8 first.`,
  notUtf8: (file: string) => `"${file}" is not text in UTF-8; it was left as it is.`,
};
