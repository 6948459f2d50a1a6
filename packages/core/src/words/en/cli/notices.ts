// What the command line tells when it is done or cannot go on, in English: counts, what was written, what was not. `count` is what
// `counted` makes: `2 errors, 1 warning`.

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const it = (all: readonly unknown[]): string => (all.length === 1 ? 'it' : 'them');

export interface CheckedWords {
  /** '' where there are none. */
  readonly count: string;
  /** Codes of problems that the author states a reason for. */
  readonly accepted: string;
  readonly facts: readonly string[];
  readonly stopped: readonly ('errors' | 'quick')[];
}

const stopped = {
  quick: 'Nothing was computed (--quick), so what only the numbers show is not told.',
  errors: 'Nothing was computed because of the errors, so what only the numbers show is not told.',
};

export const notices = {
  /** Problems as a terminal shows them. */
  problems: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    counted: ({ error, warning, info }: { readonly error: number; readonly warning: number; readonly info: number }) =>
      [
        ...(error > 0 ? [plural(error, 'error')] : []),
        ...(warning > 0 ? [plural(warning, 'warning')] : []),
        ...(info > 0 ? [plural(info, 'note')] : []),
      ].join(', '),
    colon: ': ',
    help: 'help',
    /** Why a number is not there: in English as it stands in the results. */
    reason: (reason: string) => reason,
    inData: 'data: ',
    dataPlace: (place: {
      readonly file: string;
      readonly row: number;
      readonly id?: string | undefined;
      readonly column?: string | undefined;
      readonly value?: string | undefined;
    }) =>
      `${place.file}, row ${place.row} (line ${place.row + 1})${place.id === undefined ? '' : `, id ${place.id}`}` +
      `${place.column === undefined ? '' : `, column ${place.column}`}${place.value === undefined ? '' : `: ${place.value}`}`,
    also: (line: number | null, code: string, sentence: string) => `also: ${line === null ? '' : `line ${line}, `}${code}: ${sentence}`,
    more: (rest: number) => `and ${rest} more`,
    moreFindings: (rest: number) => `and ${rest} more; studyspec audit tells all with their arithmetic`,
    notShown: (count: string, codes: string) => `Not shown: ${count} (${codes}). studyspec check --all-problems shows all.`,
    severityInBrackets: (severity: string) => ` (${severity})`,
    wrong: 'Wrong',
    right: 'Right',
    explainOne: 'studyspec explain CODE explains one.',
  },
  /** Why nothing came of a study. */
  nothing: {
    computed: (count: string) => `${count}; nothing was computed.`,
    compared: (count: string) => `${count}; nothing was compared.`,
    audited: (count: string) => `${count}; nothing was audited.`,
    shown: (count: string) => `${count}; there is no data to show.`,
    ofOriginal: (count: string) => `${count} in the original; nothing was written.`,
    ofData: (count: string) => `${count} in the data; nothing was written.`,
    noDataToCompute: (file: string) => `"${file}" has no data to compute from.`,
    noDataToShow: (file: string) => `"${file}" has no data to show.`,
    onlyPrinted: (file: string) =>
      `"${file}" has no data, only what a paper printed, so there is nothing to run. ` +
      `studyspec audit ${file} checks the figures against each other.`,
    framework: (file: string) =>
      `"${file}" is a framework: it has no data, so there is nothing to run. studyspec check ${file} validates it.`,
    dataUnused: 'The data could not be used, so the figures were checked against each other only. studyspec check says why.',
    whichSheet: (data: string, sheet: string) => `Say which: studyspec init ${data} --sheet "${sheet}"`,
    whichTable: (data: string, table: string) => `Say which: studyspec init ${data} --table '${table}'`,
  },
  check: {
    stopped: (reasons: CheckedWords['stopped']) => reasons.map((reason) => stopped[reason]).join(' '),
    compared: (file: string, studies: number, hypotheses: number) => `${file}: ${studies} studies compared, ${hypotheses} hypotheses`,
    planned: (file: string, variables: number, analyses: number, cases: number | null) =>
      `${file}: ${variables} variables, ${analyses} analyses${cases === null ? '' : `, ${cases} cases`}`,
    /** The last line. */
    summary: ({ count, accepted, facts, stopped: reasons }: CheckedWords) =>
      [
        count === '' ? 'No problems.' : `${count}.`,
        ...(accepted === '' ? [] : [`Accepted with a reason: ${accepted}.`]),
        ...(facts.length === 0 ? [] : [`${facts.join('; ')}.`]),
        ...reasons.map((reason) => stopped[reason]),
      ].join(' '),
  },
  /** What was written. */
  /** The page in a folder of a report that says what tells of persons. */
  contents: {
    folder: (title: string, version: string) =>
      `${title}: report written by StudySpec ${version}. What of this folder tells of single persons:`,
    whole:
      '- report.html, report.docx, report.txt, figures: tables and pictures of all respondents together. Small groups are shown as they ' +
      'are.',
    wholeHidden: (least: number) =>
      `- report.html, report.docx, report.txt, results.json, figures: numbers of all respondents together. \`cells ${least}\`: counts of ` +
      `fewer than ${least} respondents are not shown, nor what is computed of so few, nor the counts from which these could be computed ` +
      'by subtraction (smallest first). Counts of nobody and of those without an answer are shown, and so are means and tests of all.',
    rowsHidden: (unusable: number) =>
      '- scores.csv, scores.sav and scores.dta are left out: whoever has the answers of each respondent can count them. `studyspec ' +
      'scores` writes them. data-problems.csv, and results.json under dataProblems and problems: answers that could not be used, by the ' +
      `row they stand in (${unusable}).`,
    rows: (respondents: number, unusable: number) =>
      `- scores.csv, scores.sav, scores.dta: a row a respondent (${respondents}) with all answers and scores. data-problems.csv, and ` +
      `results.json under dataProblems and problems: answers that could not be used, by the row they stand in (${unusable}).`,
    ids: (column: string) =>
      `- These name respondents by their ids (${column}). Where others may not know who they are, write \`report { ids hidden }\` into ` +
      'the spec and run it again, or leave these files out.',
    idsHidden: (column: string) =>
      `- No file here holds an id (${column}): \`ids hidden\`. Rows have the numbers that they have in the data file: whoever has that ` +
      'file can tell them.',
    noIds: '- The study names no column of ids: rows have the numbers that they have in the data file.',
    names: (columns: readonly string[]) => `- Columns of names in the data, which problems may quote: ${columns.join(', ')}.`,
    cells: '- Answers in a row can tell who somebody is without any id: age, place and occupation together often do.',
  },
  written: {
    to: (file: string) => `Written to ${file}.`,
    report: (folder: string, files: readonly string[], figures: number) =>
      `Written to ${folder}: ${files.join(', ')}${figures > 0 ? `, figures (${figures})` : ''}.`,
    figuresBeside: (figures: number, folder: string) => `${plural(figures, 'figure')} in ${folder}, which the file names.`,
    unpainted: (signs: readonly string[]) =>
      `The fonts that figures are painted with have no sign for ${signs.join(' ')}: a box stands there in PNG files, and where ` +
      'Word shows no drawings. The drawings themselves (SVG) are as they should be.',
    removed: (names: readonly string[]) => `Removed, since nothing in the study draws ${it(names)} any more: ${names.join(', ')}.`,
    left: (names: readonly string[]) =>
      `Left, since ${names.length === 1 ? 'it was' : 'they were'} changed after an earlier report: ${names.join(', ')}. ` +
      `--force removes ${it(names)}.`,
    removedOfComparison: (names: readonly string[]) => `Removed, since nothing of it is made any more: ${names.join(', ')}.`,
    leftOfComparison: (names: readonly string[]) => `Left, since changed after an earlier report: ${names.join(', ')}.`,
    guarded: (cells: number) =>
      `${plural(cells, 'cell')} of data-problems.csv would be taken for ${cells === 1 ? 'a formula' : 'formulas'} by a spreadsheet: ` +
      `an apostrophe stands before ${cells === 1 ? 'it' : 'them'}.`,
    scores: (file: string, rows: number, columns: number) =>
      `Written to ${file}: ${rows} respondents in the order of the file, ${columns} columns.`,
    formatted: (file: string) => `formatted ${file}`,
    draft: (
      file: string | null,
      { declared, dimensions, guesses }: { readonly declared: number; readonly dimensions: number; readonly guesses: number },
    ) =>
      `${file === null ? '' : `Written to ${file}. `}${plural(declared, 'column is', 'columns are')} declared, ` +
      `${plural(dimensions, 'dimension')} proposed, ${plural(guesses, 'guess', 'guesses')} to be checked.`,
    notDeclared: (names: readonly string[], more: number) => `Not declared: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    replication: (file: string | null, matched: number, guesses: number) =>
      `${file === null ? '' : `Written to ${file}. `}${matched} matched, ` +
      `${guesses} ${guesses === 1 ? 'line is a guess' : 'lines are guesses'} to be checked.`,
    notFound: (names: readonly string[]) => `Not found in the data: ${names.join(', ')}.`,
    unused: (names: readonly string[]) => `Columns that nothing came from: ${names.join(', ')}.`,
    notEveryHolds: 'Not every hypothesis holds.',
    reportListsThem: (count: string, file: string) => `${count}: the report lists them, and so does studyspec check ${file}.`,
    checkLists: (count: string, file: string) => `${count}: studyspec check ${file} lists every problem.`,
  },
  /** What a file of scores could not hold as it was; `more` names are not told. */
  notes: {
    of: (file: string, note: string) => `${file}: ${note}.`,
    more: (names: readonly string[], more: number) => `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    renamed: (list: string) => `names that the format does not allow were changed: ${list}`,
    renaming: (from: string, to: string) => `${from} is ${to}`,
    shortened: (list: string) => `words longer than the format allows were cut: ${list}`,
    blanked: (list: string) => `codes for no answer that the format cannot declare beside the others are blank: ${list}`,
    blanking: (column: string, codes: readonly (string | number)[]) => `${column} (${codes.join(', ')})`,
    guarded: (cells: number) =>
      cells === 1
        ? 'a cell would be taken for a formula by a spreadsheet: an apostrophe stands before it'
        : `${cells} cells would be taken for formulas by a spreadsheet: an apostrophe stands before them`,
  },
};

export type CliNotices = typeof notices;
