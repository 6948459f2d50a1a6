// The command line: which commands there are, their options, their help. What a command does is commands/*, read only when it is called.
import { Command, CommanderError, Option } from 'commander';
import { CallError, endOf, type ExitCode } from './base/exit.ts';
import { record } from './host/recording.ts';
import { keepIn } from './host/kept.ts';
import { showColors, tellNow, usesColor, widthOf } from './host/output.ts';
import type { CacheFolder } from './base/cache-folder.ts';
import { terminalText } from './render/ink.ts';
import type { Terminal } from './base/terminal.ts';
import { version } from './base/version.ts';

// Help is told before core is loaded, so it cannot ask it for the list: `test/e2e/formats.test.ts` holds the two together.
const FORMATS = 'text, json, html or markdown';

/** `folder`: where audits are kept; null keeps nothing. */
export async function runProgram(args: readonly string[], folder: CacheFolder | null = null): Promise<ExitCode> {
  keepIn(folder);
  const ended: { code: ExitCode } = { code: 0 };
  const program = programOf((code) => {
    ended.code = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended.code;
  } catch (error) {
    // Commander has printed its own message already; its codes for help and version are 0, all others are a wrong call.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return endOf(error, tellNow);
  }
}

function programOf(end: (code: ExitCode) => void): Command {
  const program = new Command('studyspec')
    .description('Runs survey-index studies written down in .study files.')
    .version(version, '--version', 'print the version')
    .option('--no-color', 'plain text, without colours (also: NO_COLOR=1)')
    .option('--no-cache', 'make everything anew and keep nothing (also: STUDYSPEC_CACHE=off; STUDYSPEC_CACHE=/a/folder keeps it there)')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        process.stdout.write(terminalText(text, false));
      },
      writeErr: tellNow,
      outputError: (text, write) => {
        write(text.trimEnd().endsWith(')') || text.includes('\n(') ? text : `${text.trimEnd()}\n`);
      },
    })
    .showHelpAfterError('(studyspec --help shows how it is called)');
  const terminal = async ({ lang }: { readonly lang?: string }): Promise<Terminal> => {
    const { speakAsked } = await import('./host/language.ts');
    const asked = await speakAsked(lang);
    const wanted = program.opts<{ color: boolean }>().color;
    const [out, err] = [process.stdout, process.stderr].map((stream) => ({ color: usesColor(stream, wanted), width: widthOf(stream) })) as [
      Terminal['out'],
      Terminal['err'],
    ];
    showColors(out.color, err.color);
    return { out, err, asked };
  };

  program
    .command('run')
    .summary('execute a spec and show its tables')
    .description('Executes a spec: the tables of the paper, and whether the numbers it printed come out.')
    .argument('<FILE>', 'the .study file')
    .addOption(new Option('--format <FORMAT>', `${FORMATS} (default: by the ending of -o, else text)`))
    .option('--json', 'the same as --format json')
    .addOption(new Option('-o, --output <FILE>', 'write to a file instead of the terminal').conflicts('out'))
    .option(
      '--out <DIR>',
      'write the whole report into a folder: report.html, report.txt, results.json, data-problems.csv, scores (CSV, SPSS, Stata), figures',
    )
    .addOption(
      new Option('--figures <COLOURS>', 'the colours of the figures in that folder: for light or for dark pages (default: light)').choices([
        'light',
        'dark',
      ]),
    )
    .option('--force', 'replace FILE, or files in DIR that are not as an earlier report left them')
    .option('--only <NAME...>', 'compute and show only these indices, comparisons, regressions, sections')
    .addOption(inLanguage())
    .option('--details', 'also the tables that papers leave out')
    .option('--all-problems', 'list every problem, not only the 200 that matter most')
    .addHelpText(
      'after',
      examples(
        ['studyspec run anshun.study', 'all tables, in the terminal'],
        ['studyspec run anshun.study --only integration full', 'two declarations'],
        ['studyspec run anshun.study --out report', 'the whole report in a folder'],
        ['studyspec run anshun.study --out report --figures dark', 'with figures for a dark page'],
        ['studyspec run anshun.study -o anshun.html --lang zh', 'one file, in Chinese'],
        ['studyspec run anshun.study --json > results.json', 'every number, for programs'],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined && options.out === undefined) record();
      const { run } = await import('./commands/run.ts');
      end(await run(file, options, await terminal(options)));
    });

  program
    .command('check')
    .summary('tell what is wrong with specs, their data and their numbers')
    .description('Tells what is wrong with specs, their data and the numbers that come of them: the same list as run and the editor show.')
    .argument('<FILE...>', 'one or more .study files')
    .addOption(new Option('--format <FORMAT>', 'how problems are written').choices(['text', 'json', 'sarif', 'github']).default('text'))
    .option('--json', 'the same as --format json')
    .option('--quick', 'stop before numbers: only names, scales, columns, levels, answers and what was printed')
    .option('--all-problems', 'list every problem, not only the 200 that matter most')
    .option('--columns', 'tell of every column that was read what it was read as')
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec check anshun.study', 'problems with the line they are in'],
        ['studyspec check anshun.study --quick', 'without computing anything'],
        ['studyspec check anshun.study --columns', 'with each column, and what it was read as'],
        ['studyspec check *.study --format github', 'as annotations in a pull request'],
        ['studyspec explain SS201', 'one problem at length'],
      ),
    )
    .action(async (files: string[], options) => {
      record();
      const { check } = await import('./commands/check.ts');
      end(await check(files, options, await terminal(options)));
    });

  program
    .command('query')
    .summary('print single numbers by their address')
    .description('Prints quantities by their address. Without an address it lists all of them.')
    .argument('<FILE>', 'the .study file')
    .argument('[PATH...]', 'addresses, such as integration.kmo or "full.integration.beta(age.middle)"')
    .option('--json', 'full precision, for programs')
    .option('--digits <N>', 'digits after the point', digits)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec query anshun.study integration.kmo', 'one number, and nothing else'],
        ['studyspec query anshun.study integration.kmo "full.integration.beta(com_amenity)"', 'several, with their addresses'],
        ['studyspec query anshun.study full.integration', 'all that begins so'],
        ['studyspec query anshun.study \'integration.score("AS-D-056")\'', "a respondent's score, by id"],
        ['studyspec query anshun.study', 'all there are'],
      ),
    )
    .action(async (file: string, paths: string[], options) => {
      record();
      const { query } = await import('./commands/query.ts');
      end(await query(file, paths, options, await terminal(options)));
    });

  program
    .command('scores')
    .summary('write respondents with their scores, for SPSS, Stata or R')
    .description(
      'Writes a row a respondent, in the order of the data: id, recoded answers, means of dimensions, scores, categories of ' +
        'scores,\nand who was used in which model. Labels and codes for no answer go with it.',
    )
    .argument('<FILE>', 'the .study file')
    .option('-o, --output <OUT>', 'the file to write: .csv, .sav (SPSS) or .dta (Stata), by its ending (default: CSV, in the terminal)')
    .option('--format <FORMAT>', 'csv, sav or dta, where the ending does not say')
    .addOption(inLanguage())
    .option('--force', 'replace OUT when it exists')
    .addHelpText(
      'after',
      examples(
        ['studyspec scores anshun.study -o scored.sav', 'for SPSS'],
        ['studyspec scores anshun.study -o scored.dta --lang zh', 'for Stata, labels in Chinese'],
        ['studyspec scores anshun.study > scored.csv', 'as text'],
        ['studyspec query anshun.study \'integration.score("AS-D-056")\'', 'one respondent'],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { scores } = await import('./commands/scores.ts');
      end(await scores(file, options, await terminal(options)));
    });

  program
    .command('export')
    .summary('write a script that computes the numbers elsewhere')
    .description(
      'Writes a commented script that computes the numbers of a study from its data in another program, from reading the file to the\n' +
        'last table. What that program cannot do is said in the script at its place.',
    )
    .argument('<FILE>', 'the .study file')
    .addOption(new Option('--to <PROGRAM>', 'for which program').choices(['r']).makeOptionMandatory())
    .option('-o, --output <OUT>', 'the file to write (default: in the terminal)')
    .addOption(inLanguage())
    .option('--force', 'replace OUT when it exists')
    .addHelpText(
      'after',
      examples(
        ['studyspec export anshun.study --to r -o anshun.R', 'then: Rscript anshun.R'],
        ['studyspec export anshun.study --to r --lang zh', 'with comments in Chinese'],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { exportScript } = await import('./commands/export.ts');
      end(await exportScript(file, options, await terminal(options)));
    });

  program
    .command('codebook')
    .summary('show the data through the spec')
    .description(
      'Shows the data through the spec: labels, codes, distributions, missing answers by code, problems, respondents who gave one\n' +
        'answer throughout, who stand twice, and the time they took.',
    )
    .argument('<FILE>', 'the .study file')
    .option('--out <OUT>', 'write to a file: .txt, .html, .md, .csv, .json or .xlsx, by its ending')
    .option('--html', 'as a page')
    .option('--markdown', 'as Markdown')
    .option('--csv', 'as rows, one an answer')
    .option('--json', 'for programs')
    .option('--xlsx', 'as an Excel workbook (with --out)')
    .addOption(inLanguage())
    .option('--force', 'replace OUT when it exists')
    .addHelpText(
      'after',
      examples(
        ['studyspec codebook anshun.study', 'in the terminal'],
        ['studyspec codebook anshun.study --out codebook.html --lang zh', 'a page, in Chinese'],
        ['studyspec codebook anshun.study --out codebook.xlsx', 'a workbook, a row an answer'],
      ),
    )
    .action(async (file: string, options) => {
      if (options.out === undefined) record();
      const { codebook } = await import('./commands/codebook.ts');
      end(await codebook(file, options, await terminal(options)));
    });

  program
    .command('audit')
    .summary('check printed numbers against each other')
    .description(
      'Checks the numbers that a paper printed against each other, without data: means and SDs, percentages, groups,\nmodels, ' +
        'loadings, composites, stars, claims. Where the study has data, also against what they give.\nEvery finding shows its ' +
        'arithmetic.',
    )
    .argument('<FILE>', 'the .study file, with a published block')
    .addOption(new Option('--format <FORMAT>', `${FORMATS} (default: by the ending of -o, else text)`))
    .option('--json', 'the same as --format json')
    .option('-o, --output <FILE>', 'write to a file instead of the terminal')
    .option('--force', 'replace FILE when it exists')
    .option('--against-data', 'also compare with what the data give, where there are any (the default)')
    .option('--no-data', 'leave the data alone: only figures against figures')
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec audit published.study', 'what contradicts what, with the arithmetic'],
        ['studyspec audit anshun.study --no-data', 'without computing anything from the data'],
        ['studyspec audit published.study --format html -o audit.html', 'to send to a co-author'],
        ['studyspec audit published.study --json', 'for programs'],
        ['studyspec explain SS815', 'what a check does, with an example'],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { audit } = await import('./commands/audit.ts');
      end(await audit(file, options, await terminal(options)));
    });

  program
    .command('compare')
    .summary('set studies side by side, and test what differs')
    .description(
      'Sets studies side by side: what was asked differently, items, reliability, components, measurement, scores, coefficients, ' +
        'hypotheses. The first study is what the others are held against.',
    )
    .argument('<FILE...>', 'two or more .study files, the original first')
    .addOption(new Option('--format <FORMAT>', `${FORMATS} (default: by the ending of -o, else text)`))
    .option('--json', 'the same as --format json')
    .option('-o, --output <FILE>', 'write to a file instead of the terminal')
    .option('--force', 'replace FILE when it exists')
    .addOption(inLanguage())
    .option('--replications <N>', 'bootstrap samples for the intervals of congruence (default: 500)', replications)
    .addHelpText(
      'after',
      examples(
        ['studyspec compare anshun.study bijie.study', 'in the terminal'],
        ['studyspec compare anshun.study bijie.study -o comparison.html', 'one file with pictures'],
        ['studyspec compare anshun.study bijie.study zunyi.study', 'any number of studies'],
      ),
    )
    .action(async (files: string[], options) => {
      if (options.output === undefined) record();
      const { compare } = await import('./commands/compare.ts');
      end(await compare(files, options, await terminal(options)));
    });

  program
    .command('fmt')
    .summary('format specs')
    .description('Formats specs in place. What cannot be read is left as it stands; comments stay.')
    .argument('[FILE...]', 'one or more .study files')
    .option('--check', 'change nothing; list the files that are not formatted and exit 1')
    .option('--stdin', 'format what comes in on stdin, to stdout')
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec fmt anshun.study', 'format a file'],
        ['studyspec fmt --check *.study', 'in continuous integration'],
        ['studyspec fmt --stdin < anshun.study', 'for editors'],
      ),
    )
    .action(async (files: string[], options) => {
      const { fmt } = await import('./commands/fmt.ts');
      await terminal(options);
      end(await fmt(files, options));
    });

  program
    .command('replicate')
    .summary('propose a replication spec for another survey')
    .description(
      'Proposes a replication spec: which column of another survey asked what, with which codes, scale and direction. Asks ' +
        'nothing;\nguesses are marked by comments, and what could not be matched is listed.',
    )
    .argument('<FILE>', 'the .study file to replicate, or a built-in framework such as std:social-integration')
    .argument('<DATA>', "the other survey's answers, a CSV file")
    .option('-o, --output <OUT>', 'write to a .study file instead of the terminal')
    .option('--codebook <CSV>', "the survey's codebook: names of columns, questions, codes, missing values")
    .option('--encoding <NAME>', 'the character encoding of the data, when it is not UTF-8')
    .addOption(inLanguage())
    .option('--force', 'overwrite OUT when it exists')
    .addHelpText(
      'after',
      examples(
        ['studyspec replicate anshun.study bijie.csv --codebook bijie_codebook.csv -o bijie.study', 'a first draft with a map'],
        ['studyspec replicate std:social-integration mine.csv', 'a built-in framework on your data'],
      ),
    )
    .action(async (file: string, data: string, options) => {
      const { replicate } = await import('./commands/replicate.ts');
      end(await replicate(file, data, options, await terminal(options)));
    });

  program
    .command('init')
    .summary('write a first spec for a data file')
    .description(
      'Writes a first spec for a data file: scales with their words, categories with labels and codes, numbers, codes for no answer,\n' +
        'likely dimensions, the columns of ids, weights and strata. Asks nothing; every guess is said in a comment.',
    )
    .argument('<DATA>', 'the answers: CSV, SPSS (.sav, .zsav), Stata (.dta), Excel (.xlsx), Parquet (.parquet)')
    .option('-o, --output <OUT>', 'write to a .study file instead of the terminal')
    .option('--codebook <FILE>', "the survey's codebook (CSV: names of columns, questions, codes) or its XLSForm (.xlsx)")
    .option('--encoding <NAME>', 'the character encoding of the data, where it is not found')
    .option('--sheet <NAME>', 'the sheet of a workbook with several')
    .addOption(inLanguage())
    .option('--force', 'overwrite OUT when it exists')
    .addHelpText(
      'after',
      examples(
        ['studyspec init survey.sav -o survey.study', 'a first draft'],
        ['studyspec init export.csv --codebook codebook.csv -o survey.study', 'with a codebook beside it'],
        ['studyspec init household.csv --codebook form.xlsx -o household.study', "with the form's questions and choices"],
      ),
    )
    .action(async (data: string, options) => {
      const { init } = await import('./commands/init.ts');
      end(await init(data, options, await terminal(options)));
    });

  program
    .command('explain')
    .summary('explain a problem at length, with an example')
    .description('Explains a problem at length, with an example of wrong and right. Without a code it lists all problems.')
    .argument('[CODE]', 'its code or its name, such as SS201 or unknown-name')
    .addOption(inLanguage())
    .addHelpText('after', examples(['studyspec explain SS201', 'one problem'], ['studyspec explain', 'all there are']))
    .action(async (code: string | undefined, options) => {
      const { explain } = await import('./commands/explain.ts');
      end(await explain(code, await terminal(options)));
    });

  program
    .command('lsp')
    .summary('the language server, for editors')
    .description('Serves an editor over stdin and stdout: problems, numbers, completion, hovers and the rest, while one types.')
    .option('--stdio', 'over stdin and stdout (the only way there is)')
    .allowUnknownOption()
    .addHelpText('after', examples(['studyspec lsp --stdio', 'what an editor is told to start; docs/editors.md says where']))
    .action(async () => {
      const { serve } = await import('./lsp/server.ts');
      const status = await serve(process.stdin, process.stdout);
      // The library watches the editor's process for as long as that lives; nobody is there to be answered.
      process.exit(status);
    });

  program.addHelpText(
    'after',
    () =>
      `${examples(
        ['studyspec run anshun.study', "the study's tables"],
        ['studyspec check anshun.study', 'what is wrong with it'],
        ['studyspec query anshun.study integration.kmo', 'one number'],
        ['studyspec audit published.study', 'what contradicts what in its printed numbers'],
      )}\nExit status: 0 all is well, 1 the spec, the data or a claim fails, 2 the call is wrong.`,
  );
  return program;
}

/** One choice of language everywhere. */
const inLanguage = (): Option =>
  new Option('--lang <LANGUAGE>', "everything in this language, en or zh (default: the spec's, else that of LC_ALL or LANG)");

function digits(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 15)
    throw new CallError(`--digits takes a whole number from 0 to 15, not "${text}".`);
  return value;
}

function replications(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 100_000)
    throw new CallError(`--replications takes a whole number from 0 to 100000, not "${text}".`);
  return value;
}

function examples(...lines: readonly [command: string, what: string][]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n')}\n`;
}
