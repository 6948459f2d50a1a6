// The help of the command line in English: what each command does, its arguments, options, examples. What it says as it runs: notices.ts.
import { joined } from '../../../text/listed.ts';

const studyFile = 'the .study file';
const asJson = 'the same as --format json';
const intoFile = 'write to a file instead of the terminal';
const replaces = 'replace FILE when it exists';
const replacesOut = 'replace OUT when it exists';
const overwrites = 'overwrite OUT when it exists';
const intoStudy = 'write to a .study file instead of the terminal';

/** The parts of the help that every command has. */
export const helpParts = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  examples: 'Examples:',
  /** Stands in the usage for whatever options there are, and for one of the commands. */
  anyOptions: '[options]',
  anyCommand: '[command]',
  /** A description, what may be chosen and what holds where nothing is said; the values as they are typed. */
  described: (text: string, choices: readonly string[], fallback: string | null): string => {
    const extra = [
      ...(choices.length === 0 ? [] : [`choices: ${choices.map((one) => `"${one}"`).join(', ')}`]),
      ...(fallback === null ? [] : [`default: "${fallback}"`]),
    ];
    return extra.length === 0 ? text : `${text} (${extra.join(', ')})`;
  },
  description: 'Runs survey-index studies written down in .study files.',
  version: 'print the version',
  color: 'plain text, without colours (also: NO_COLOR=1)',
  cache: 'make everything anew and keep nothing (also: STUDYSPEC_CACHE=off; STUDYSPEC_CACHE=/a/folder keeps it there)',
  quiet: 'no line of progress on a terminal',
  help: 'show this help',
  ofCommand: 'show the help of a command',
  status: 'Exit status: 0 all is well, 1 the spec, the data or a claim fails, 2 the call is wrong.',
  firstExamples: {
    run: "the study's tables",
    check: 'what is wrong with it',
    query: 'one number',
    audit: 'what contradicts what in its printed numbers',
  },
  /** Of every command. */
  lang: (tags: readonly string[]) =>
    `everything in this language, ${joined(tags, 'or')} (default: the spec's, else that of LC_ALL or LANG)`,
  reportFormat: 'text, json, html, markdown, latex, csv, xlsx or docx (default: by the ending of -o, else text)',
  runFormat:
    'text, json, html, markdown, latex, csv, xlsx or docx (default: by the ending of -o, else text); png (a figure); ' +
    'tidy (a row an estimate) or glance (a row a model), as CSV with the column names of broom',
};

export const commandsHelp = {
  run: {
    summary: 'execute a spec and show its tables',
    description: 'Executes a spec: the tables of the paper, and whether the numbers it printed come out.',
    file: studyFile,
    json: asJson,
    output: intoFile,
    out:
      'write the whole report into a folder: report.html, report.docx, report.txt, results.json, data-problems.csv, scores (CSV, ' +
      'SPSS, Stata), figures, and a manifest.json for verify',
    figures: 'the colours of the figures in that folder, and of PNG files: for light or for dark pages (default: light)',
    noWord: 'leave report.docx out of that folder',
    png: 'write the figures of that folder as PNG too, at 300 dpi',
    style:
      'tables, figures and captions of Word and LaTeX by the rules of APA 7, GB/T 7713 or Nature (default: as the spec says, else plain)',
    force: 'replace FILE, or files in DIR that are not as an earlier report left them',
    only: 'compute and show only these indices, comparisons, regressions, sections (methods, sample, reliability …)',
    details: 'also the tables that papers leave out',
    allProblems: 'list every problem, not only the 200 that matter most',
    sums: 'run on the counts in these files, not on answers (see sums)',
    examples: {
      all: 'all tables, in the terminal',
      only: 'two declarations',
      out: 'the whole report in a folder',
      dark: 'with figures for a dark page',
      lang: 'one file, in Chinese',
      style: 'for Word, as APA wants it',
      png: 'one figure, at 300 dpi',
      json: 'every number, for programs',
      tidy: 'every estimate with its test, for R',
    },
  },
  check: {
    summary: 'tell what is wrong with specs, their data and their numbers',
    description: 'Tells what is wrong with specs, their data and the numbers that come of them: the same list as run and the editor show.',
    files: 'one or more .study files',
    format: 'how problems are written',
    json: asJson,
    quick: 'stop before numbers: only names, scales, columns, levels, answers and what was printed',
    allProblems: 'list every problem, not only the 200 that matter most',
    columns: 'tell of every column that was read what it was read as',
    examples: {
      all: 'problems with the line they are in',
      quick: 'without computing anything',
      columns: 'with each column, and what it was read as',
      github: 'as annotations in a pull request',
      explain: 'one problem at length',
    },
  },
  query: {
    summary: 'print single numbers by their address',
    description: 'Prints quantities by their address. Without an address it lists all of them.',
    file: studyFile,
    paths: 'addresses, such as integration.kmo or "full.integration.beta(age.middle)"',
    json: 'full precision, for programs',
    digits: 'digits after the point',
    examples: {
      one: 'one number, and nothing else',
      several: 'several, with their addresses',
      below: 'all that begins so',
      respondent: "a respondent's score, by id",
      all: 'all there are',
    },
  },
  scores: {
    summary: 'write respondents with their scores, for SPSS, Stata or R',
    description:
      'Writes a row a respondent, in the order of the data: id, recoded answers, means of dimensions, scores, categories of ' +
      'scores,\nand who was used in which model. Labels and codes for no answer go with it.',
    file: studyFile,
    output: 'the file to write: .csv, .sav (SPSS) or .dta (Stata), by its ending (default: CSV, in the terminal)',
    format: 'csv, sav or dta, where the ending does not say',
    force: replacesOut,
    examples: { spss: 'for SPSS', stata: 'for Stata, labels in Chinese', csv: 'as text', query: 'one respondent' },
  },
  sums: {
    summary: 'count answers, so that others can run the study without them',
    description:
      'Counts what a study needs of a part of its answers: how many respondents gave which two answers, no row and no id. Whoever\n' +
      'has the sums of all parts runs the study with `run --sums`. Scores that are brought from their own range need a second\n' +
      'round: `--ask` writes what is asked, and `--scores` answers it, a smallest and a largest score a part.',
    file: studyFile,
    data: 'the part of the answers, in the place of the file that the spec names; or files of sums, which become one',
    output: 'the file to write, packed where its name ends in .gz (default: the terminal)',
    threshold:
      'the smallest count that may leave: a table that has a smaller one is kept back whole, and ends of scores of fewer respondents ' +
      'are (default: 5; 0 keeps back none)',
    ask: 'of files of sums: write what a second round has to answer',
    scores: 'answer what the second round asks in this file',
    sql: 'write what a database is to be asked, in the SQL of trino, spark, postgres or duckdb; DATA are its answers so far, as CSV',
    table: 'the table that has the answers there, its parts by dots',
    force: replacesOut,
    examples: {
      count: 'what leaves the house that has east.csv',
      run: 'the study from the sums of both houses',
      ask: 'what the houses are asked in the second round',
      scores: 'what a house answers',
      again: 'the study with its index from 0 to 100',
      sql: 'the first question to a database that only you reach',
    },
  },
  codebook: {
    summary: 'show the data through the spec',
    description:
      'Shows the data through the spec: labels, codes, distributions, missing answers by code, problems, respondents who gave one\n' +
      'answer throughout, who stand twice, and the time they took.',
    file: studyFile,
    out: 'write to a file: .txt, .html, .md, .csv, .json or .xlsx, by its ending',
    html: 'as a page',
    markdown: 'as Markdown',
    csv: 'as rows, one an answer',
    json: 'for programs',
    xlsx: 'as an Excel workbook (with --out)',
    force: replacesOut,
    examples: { terminal: 'in the terminal', page: 'a page, in Chinese', workbook: 'a workbook, a row an answer' },
  },
  export: {
    summary: 'write a script that computes the numbers elsewhere',
    description:
      'Writes a commented script that computes the numbers of a study from its data in another program, from reading the file to the\n' +
      'last table. What that program cannot do is said in the script at its place.',
    file: 'the .study file',
    to: 'for which program',
    output: 'the file to write (default: in the terminal)',
    force: 'replace OUT when it exists',
    examples: { r: 'then: Rscript anshun.R', spss: 'for SPSS and PSPP', stata: 'for Stata, untested', chinese: 'with comments in Chinese' },
  },
  audit: {
    summary: 'check printed numbers against each other',
    description:
      'Checks the numbers that a paper printed against each other, without data: means and SDs, percentages, groups,\nmodels, ' +
      'loadings, composites, stars, claims. Where the study has data, also against what they give.\nEvery finding shows its ' +
      'arithmetic.',
    file: 'the .study file, with a published block',
    json: asJson,
    output: intoFile,
    force: replaces,
    againstData: 'also compare with what the data give, where there are any (the default)',
    noData: 'leave the data alone: only figures against figures',
    examples: {
      all: 'what contradicts what, with the arithmetic',
      noData: 'without computing anything from the data',
      html: 'to send to a co-author',
      json: 'for programs',
      explain: 'what a check does, with an example',
    },
  },
  compare: {
    summary: 'set studies side by side, and test what differs',
    description:
      'Sets studies side by side: what was asked differently, items, reliability, components, measurement, scores, coefficients, ' +
      'hypotheses. The first study is what the others are held against.',
    files: 'two or more .study files, the original first',
    json: asJson,
    output: intoFile,
    force: replaces,
    replications: 'bootstrap samples for the intervals of congruence (default: 500)',
    examples: { terminal: 'in the terminal', html: 'one file with pictures', several: 'any number of studies' },
  },
  fmt: {
    summary: 'format specs',
    description: 'Formats specs in place. What cannot be read is left as it stands; comments stay.',
    files: 'one or more .study files',
    check: 'change nothing; list the files that are not formatted and exit 1',
    upgrade: 'bring specs of an older language up to the present one, and tell which numbers moved',
    stdin: 'format what comes in on stdin, to stdout',
    examples: { file: 'format a file', check: 'in continuous integration', upgrade: 'bring up an older spec', stdin: 'for editors' },
  },
  replicate: {
    summary: 'propose a replication spec for another survey',
    description:
      'Proposes a replication spec: which column of another survey asked what, with which codes, scale and direction. Asks ' +
      'nothing;\nguesses are marked by comments, and what could not be matched is listed.',
    file: 'the .study file to replicate, or a built-in framework such as std:social-integration',
    data: "the other survey's answers, a CSV file",
    output: intoStudy,
    codebook: "the survey's codebook: names of columns, questions, codes, missing values",
    encoding: 'the character encoding of the data, when it is not UTF-8',
    force: overwrites,
    examples: { map: 'a first draft with a map', framework: 'a built-in framework on your data' },
  },
  init: {
    summary: 'write a first spec for a data file',
    description:
      'Writes a first spec for a data file: scales with their words, categories with labels and codes, numbers, codes for no ' +
      'answer,\nlikely dimensions, the columns of ids, weights and strata. Asks nothing; every guess is said in a comment.',
    data: 'the answers: CSV, SPSS (.sav, .zsav), Stata (.dta), Excel (.xlsx), Parquet (.parquet), DuckDB (.duckdb)',
    output: intoStudy,
    codebook: "the survey's codebook (CSV: names of columns, questions, codes) or its XLSForm (.xlsx)",
    encoding: 'the character encoding of the data, where it is not found',
    sheet: 'the sheet of a workbook with several',
    table: 'the table of a DuckDB file with several',
    force: overwrites,
    examples: { draft: 'a first draft', codebook: 'with a codebook beside it', form: "with the form's questions and choices" },
  },
  fill: {
    summary: 'put the numbers into a manuscript',
    description:
      'Writes a manuscript (Word, Markdown, Quarto, LaTeX) with its numbers, tables and figures put in:\n' +
      '{{ integration.kmo }}, {{ full.integration.p(age.middle) | apa }}, {{ table:full }}, {{ figure:loadings }}.\n' +
      'Formats: plain, apa, p, percent, or the digits after the point (| 2).\n' +
      'A Word file that was filled remembers its addresses: filled itself, its numbers are renewed and its edits kept.',
    manuscript: 'the manuscript: .docx, .md, .qmd, .Rmd, .markdown or .tex; it is never changed, a filled .docx excepted',
    file: 'the .study file (default: the one that the manuscript names, or the one beside it)',
    output: 'the file to write (default: beside the manuscript, paper.filled.md)',
    check: 'write nothing; end with 1 when OUT is not what would be written, and list what moved',
    force: 'replace OUT even where it was changed by hand',
    examples: {
      write: 'writes paper.filled.md and its figures',
      latex: 'LaTeX, under a name of its own',
      word: 'a Word file; writes paper.filled.docx',
      check: 'in continuous integration: which numbers moved',
    },
  },
  verify: {
    summary: 'make a report again and tell what moved',
    description:
      'Makes a folder of run --out again, as its manifest.json says, and tells which numbers moved, which files differ and what\n' +
      'of spec, data, options and program has changed. Writes nothing.',
    folder: 'the folder that run --out wrote',
    file: 'the .study file, where it no longer stands where the manifest says',
    examples: { folder: 'is everything as it was?', moved: 'of a folder that was moved' },
  },
  watch: {
    summary: 'run a spec again at each change',
    description: 'Runs a spec, and again whenever it or its data changes, until Ctrl-C.',
    file: studyFile,
    examples: { only: 'one model, while its spec is written' },
  },
  completion: {
    summary: 'complete commands and options in a shell',
    description: 'Prints what a shell needs to complete commands, options and files.',
    shell: 'bash, zsh or fish',
    examples: { bash: 'for bash', fish: 'for fish' },
  },
  explain: {
    summary: 'explain a problem at length, with an example',
    description: 'Explains a problem at length, with an example of wrong and right. Without a code it lists all problems.',
    code: 'its code or its name, such as SS201 or unknown-name',
    examples: { one: 'one problem', all: 'all there are' },
  },
  lsp: {
    summary: 'the language server, for editors',
    description: 'Serves an editor over stdin and stdout: problems, numbers, completion, hovers and the rest, while one types.',
    stdio: 'over stdin and stdout (the only way there is)',
    examples: { stdio: 'what an editor is told to start; docs/editors.md says where' },
  },
};
