// What the command line says of files of sums, in English.

export const sums = {
  threshold: (given: string) => `--threshold takes a whole number from 0, not "${given}".`,
  foreign: (file: string) => `"${file}" is no file of sums.`,
  newer: (file: string, version: number) => `"${file}" was written by a newer StudySpec (sums of version ${version}).`,
  damaged: (file: string, line: number) => `"${file}" is not as it was written: line ${line}.`,
  edited: (file: string) => `"${file}" was changed after it was written: it is not used.`,
  otherSpec: (file: string) => `"${file}" was counted with another spec: variables, codes or conditions of its data differ.`,
  notOfSpec: (file: string, form: number) =>
    `"${file}" asks what no study of this spec asks of these answers (line ${form + 1}): nothing was told.`,
  isQuestion: (file: string) => `"${file}" holds what a second round asks, and no counts.`,
  noQuestion: (file: string) => `"${file}" does not hold what a second round asks: that is written with --ask.`,
  noCounts: 'None of the files holds counts.',
  unmergeable: 'The files do not hold the same tables: they were counted with specs that differ.',
  samePart: (a: string, b: string) => `"${a}" and "${b}" hold the same part: nobody is counted twice.`,
  partsLack: (counted: number, answered: number) =>
    counted === answered
      ? 'The second round was answered for other parts than were counted: every part has to answer it once.'
      : `The counts are of ${counted} ${counted === 1 ? 'part' : 'parts'} and the second round was answered by ${answered}: every part ` +
        'has to answer it once.',
  weighted: 'The study has weights or strata: sums hold counts of respondents only.',
  eitherOr: 'sums takes either a part of the answers or files of sums.',
  onePart: 'sums counts one part at a time.',
  askOfSums: '--ask takes the files of sums of all parts.',
  ofRows: '--scores and --threshold are for answers, not for files of sums.',
  engine: (engine: string, reason: string) => `${engine}: ${reason}`,
  notAsked: (conditions: readonly string[]) =>
    `A database is asked for conditions on columns of few values only, not for ${conditions.map((one) => `\`${one}\``).join(', ')}: put ` +
    'it into a view.',
  ofTable: (table: string) =>
    `The answers are the table "${table}": sums takes no file beside it, and the database finds the ends of scores.`,
  dialect: (given: string, known: readonly string[]) => `--sql takes ${known.join(', ')}, not "${given}".`,
  whichTable: 'Say which table has the answers: --table hive.survey.answers.',
  tableOfSql: '--table goes with --sql.',
  severalFiles: 'Files that are joined, or stand below, are no table: put them into a view.',
  noAnswer: (file: string) => `"${file}" is no answer of a database: rows of numbers, or of a number, a text and a number, as CSV.`,
  manyAnswers: (used: number, given: number) => `All is answered by the first ${used} files; ${given} are given.`,
  written: (file: string) => `Written to ${file}.`,
  asks: (question: number, statements: number, next: string) =>
    `Question ${question}${statements === 1 ? '' : `, of ${statements} statements with one answer`}: have the database answer it, save ` +
    `what it says as ${question}.csv, and go on:\n${next}`,
  needsRows: 'This needs the answers row by row, which counts do not hold.',
  changed: (table: string) => `"${table}" was changed while it was counted: nothing was computed.`,
  scans: (table: string, rows: number, scans: number) => `${table}: ${rows} rows, gone through ${scans} times.`,
  fewRows: (rows: number, threshold: number) =>
    `The part has ${rows} respondents, fewer than the threshold of ${threshold}: nothing was written.`,
  counted: (file: string, rows: number, tables: number, kept: number, threshold: number) =>
    `Written to ${file}: counts of ${rows} respondents in ${tables} tables` +
    `${kept === 0 ? '' : `, ${kept} of which are kept back: they have a count below ${threshold}`}.`,
  merged: (file: string, parts: number, rows: number) => `Written to ${file}: ${parts} parts, ${rows} respondents.`,
  question: (file: string, forms: number) => `Written to ${file}: the next round asks for ${forms} ${forms === 1 ? 'thing' : 'things'}.`,
  ranges: (file: string, forms: number, rows: number) =>
    `Written to ${file}: ${forms} ${forms === 1 ? 'answer' : 'answers'} of ${rows} respondents.`,
};
