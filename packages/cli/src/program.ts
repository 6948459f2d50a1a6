// The command line: which commands there are, and their options. What a command does is commands/*, read only when it is called; what is
// said of it is the language's (core/words, `cli`).
import { Command, CommanderError, Option } from 'commander';
import { digits, examples, replications } from './base/arguments.ts';
import { endOf, type ExitCode } from './base/exit.ts';
import { languageOfCall, said, sayIn } from './base/speech.ts';
import { languages } from '@studyspec/core/words/cli';
import { noteElsewhere, record } from './host/recording.ts';
import { keepIn } from './host/kept.ts';
import { beginProgress } from './host/progress.ts';
import { showColors, tellNow, usesColor, widthOf } from './host/output.ts';
import type { CacheFolder } from './base/cache-folder.ts';
import { helpLayout } from './render/help-layout.ts';
import { terminalText } from './render/ink.ts';
import { addSums } from './program-sums.ts';
import { wrongUsage } from './render/wrong-usage.ts';
import type { Terminal } from './base/terminal.ts';
import { version } from './base/version.ts';

/** `folder`: where audits are kept; null keeps nothing. */
export async function runProgram(args: readonly string[], folder: CacheFolder | null = null): Promise<ExitCode> {
  keepIn(folder);
  // Help and what is wrong with the call are told in a language before anything else is known.
  await sayIn(languageOfCall(args, process.env));
  const ended: { code: ExitCode } = { code: 0 };
  const program = programOf((code) => {
    ended.code = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended.code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      // Who broke off has not said what was read.
      noteElsewhere();
      return endOf(error, tellNow);
    }
    // Help and the version have ended with 0, and help that nobody asked for is told: whatever else is a wrong call.
    if (error.exitCode === 0) return 0;
    if (error.code !== 'commander.help') tellNow(wrongUsage(error));
    return 2;
  }
}

function programOf(end: (code: ExitCode) => void): Command {
  const { help, commands } = said();
  const program = new Command('studyspec')
    .description(help.description)
    .version(version, '--version', help.version)
    .option('--no-color', help.color)
    .option('--no-cache', help.cache)
    .option('--quiet', help.quiet)
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.ofCommand)
    .configureHelp(helpLayout(help))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        process.stdout.write(terminalText(text, false));
      },
      writeErr: tellNow,
      // Told where the call ends, in the language spoken.
      outputError: () => undefined,
    });
  const terminal = async ({
    lang,
    json,
    format,
  }: {
    readonly lang?: string;
    readonly json?: boolean;
    readonly format?: string;
  }): Promise<Terminal> => {
    const { speakAsked } = await import('./host/language.ts');
    const asked = await speakAsked(lang);
    const { color: wanted, quiet = false } = program.opts<{ color: boolean; quiet?: boolean }>();
    beginProgress({ quiet, machine: json === true || /^(?:json|sarif|github)$/u.test(format ?? '') });
    const [out, err] = [process.stdout, process.stderr].map((stream) => ({ color: usesColor(stream, wanted), width: widthOf(stream) })) as [
      Terminal['out'],
      Terminal['err'],
    ];
    showColors(out.color, err.color);
    return { out, err, asked };
  };

  program
    .command('run')
    .summary(commands.run.summary)
    .description(commands.run.description)
    .argument('<FILE>', commands.run.file)
    .addOption(new Option('--format <FORMAT>', help.runFormat))
    .option('--json', commands.run.json)
    .addOption(new Option('-o, --output <FILE>', commands.run.output).conflicts('out'))
    .option('--out <DIR>', commands.run.out)
    .addOption(new Option('--figures <COLOURS>', commands.run.figures).choices(['light', 'dark']))
    .option('--png', commands.run.png)
    .option('--no-word', commands.run.noWord)
    .addOption(new Option('--style <STYLE>', commands.run.style).choices(['plain', 'apa', 'gbt', 'nature']))
    .option('--force', commands.run.force)
    .option('--only <NAME...>', commands.run.only)
    .addOption(inLanguage())
    .option('--details', commands.run.details)
    .option('--all-problems', commands.run.allProblems)
    .addOption(new Option('--sums <FILE...>', commands.run.sums).conflicts('out'))
    .addHelpText(
      'after',
      examples(
        ['studyspec run anshun.study', commands.run.examples.all],
        ['studyspec run anshun.study --only integration full', commands.run.examples.only],
        ['studyspec run anshun.study --out report', commands.run.examples.out],
        ['studyspec run anshun.study --out report --figures dark', commands.run.examples.dark],
        ['studyspec run anshun.study -o anshun.html --lang zh', commands.run.examples.lang],
        ['studyspec run anshun.study --style apa -o anshun.docx', commands.run.examples.style],
        ['studyspec run anshun.study -o integration-loadings-map.png', commands.run.examples.png],
        ['studyspec run anshun.study --json > results.json', commands.run.examples.json],
        ['studyspec run anshun.study --format tidy -o estimates.csv', commands.run.examples.tidy],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined && options.out === undefined) record();
      const { run } = await import('./commands/run.ts');
      end(await run(file, options, await terminal(options)));
    });

  program
    .command('check')
    .summary(commands.check.summary)
    .description(commands.check.description)
    .argument('<FILE...>', commands.check.files)
    .addOption(new Option('--format <FORMAT>', commands.check.format).choices(['text', 'json', 'sarif', 'github']).default('text'))
    .option('--json', commands.check.json)
    .option('--quick', commands.check.quick)
    .option('--all-problems', commands.check.allProblems)
    .option('--columns', commands.check.columns)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec check anshun.study', commands.check.examples.all],
        ['studyspec check anshun.study --quick', commands.check.examples.quick],
        ['studyspec check anshun.study --columns', commands.check.examples.columns],
        ['studyspec check *.study --format github', commands.check.examples.github],
        ['studyspec explain SS201', commands.check.examples.explain],
      ),
    )
    .action(async (files: string[], options) => {
      record();
      const { check } = await import('./commands/check.ts');
      end(await check(files, options, await terminal(options)));
    });

  program
    .command('query')
    .summary(commands.query.summary)
    .description(commands.query.description)
    .argument('<FILE>', commands.query.file)
    .argument('[PATH...]', commands.query.paths)
    .option('--json', commands.query.json)
    .option('--sums <FILE...>', commands.run.sums)
    .option('--digits <N>', commands.query.digits, digits)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec query anshun.study integration.kmo', commands.query.examples.one],
        ['studyspec query anshun.study integration.kmo "full.integration.beta(com_amenity)"', commands.query.examples.several],
        ['studyspec query anshun.study full.integration', commands.query.examples.below],
        ['studyspec query anshun.study \'integration.score("AS-D-056")\'', commands.query.examples.respondent],
        ['studyspec query anshun.study', commands.query.examples.all],
      ),
    )
    .action(async (file: string, paths: string[], options) => {
      record();
      const { query } = await import('./commands/query.ts');
      end(await query(file, paths, options, await terminal(options)));
    });

  program
    .command('scores')
    .summary(commands.scores.summary)
    .description(commands.scores.description)
    .argument('<FILE>', commands.scores.file)
    .option('-o, --output <OUT>', commands.scores.output)
    .option('--format <FORMAT>', commands.scores.format)
    .addOption(inLanguage())
    .option('--force', commands.scores.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec scores anshun.study -o scored.sav', commands.scores.examples.spss],
        ['studyspec scores anshun.study -o scored.dta --lang zh', commands.scores.examples.stata],
        ['studyspec scores anshun.study > scored.csv', commands.scores.examples.csv],
        ['studyspec query anshun.study \'integration.score("AS-D-056")\'', commands.scores.examples.query],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { scores } = await import('./commands/scores.ts');
      end(await scores(file, options, await terminal(options)));
    });

  program
    .command('export')
    .summary(commands.export.summary)
    .description(commands.export.description)
    .argument('<FILE>', commands.export.file)
    .addOption(new Option('--to <PROGRAM>', commands.export.to).choices(['r', 'spss', 'stata']).makeOptionMandatory())
    .option('-o, --output <OUT>', commands.export.output)
    .addOption(inLanguage())
    .option('--force', commands.export.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec export anshun.study --to r -o anshun.R', commands.export.examples.r],
        ['studyspec export anshun.study --to spss -o anshun.sps', commands.export.examples.spss],
        ['studyspec export anshun.study --to stata -o anshun.do', commands.export.examples.stata],
        ['studyspec export anshun.study --to r --lang zh', commands.export.examples.chinese],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { exportScript } = await import('./commands/export.ts');
      end(await exportScript(file, options, await terminal(options)));
    });

  addSums(program, { terminal, end, inLanguage, examples });

  program
    .command('codebook')
    .summary(commands.codebook.summary)
    .description(commands.codebook.description)
    .argument('<FILE>', commands.codebook.file)
    .option('--out <OUT>', commands.codebook.out)
    .option('--html', commands.codebook.html)
    .option('--markdown', commands.codebook.markdown)
    .option('--csv', commands.codebook.csv)
    .option('--json', commands.codebook.json)
    .option('--xlsx', commands.codebook.xlsx)
    .addOption(inLanguage())
    .option('--force', commands.codebook.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec codebook anshun.study', commands.codebook.examples.terminal],
        ['studyspec codebook anshun.study --out codebook.html --lang zh', commands.codebook.examples.page],
        ['studyspec codebook anshun.study --out codebook.xlsx', commands.codebook.examples.workbook],
      ),
    )
    .action(async (file: string, options) => {
      if (options.out === undefined) record();
      const { codebook } = await import('./commands/codebook.ts');
      end(await codebook(file, options, await terminal(options)));
    });

  program
    .command('audit')
    .summary(commands.audit.summary)
    .description(commands.audit.description)
    .argument('<FILE>', commands.audit.file)
    .addOption(new Option('--format <FORMAT>', help.reportFormat))
    .option('--json', commands.audit.json)
    .option('-o, --output <FILE>', commands.audit.output)
    .option('--force', commands.audit.force)
    .option('--against-data', commands.audit.againstData)
    .option('--no-data', commands.audit.noData)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec audit published.study', commands.audit.examples.all],
        ['studyspec audit anshun.study --no-data', commands.audit.examples.noData],
        ['studyspec audit published.study --format html -o audit.html', commands.audit.examples.html],
        ['studyspec audit published.study --json', commands.audit.examples.json],
        ['studyspec explain SS815', commands.audit.examples.explain],
      ),
    )
    .action(async (file: string, options) => {
      if (options.output === undefined) record();
      const { audit } = await import('./commands/audit.ts');
      end(await audit(file, options, await terminal(options)));
    });

  program
    .command('compare')
    .summary(commands.compare.summary)
    .description(commands.compare.description)
    .argument('<FILE...>', commands.compare.files)
    .addOption(new Option('--format <FORMAT>', help.reportFormat))
    .option('--json', commands.compare.json)
    .option('-o, --output <FILE>', commands.compare.output)
    .option('--force', commands.compare.force)
    .addOption(inLanguage())
    .option('--replications <N>', commands.compare.replications, replications)
    .addHelpText(
      'after',
      examples(
        ['studyspec compare anshun.study bijie.study', commands.compare.examples.terminal],
        ['studyspec compare anshun.study bijie.study -o comparison.html', commands.compare.examples.html],
        ['studyspec compare anshun.study bijie.study zunyi.study', commands.compare.examples.several],
      ),
    )
    .action(async (files: string[], options) => {
      if (options.output === undefined) record();
      const { compare } = await import('./commands/compare.ts');
      end(await compare(files, options, await terminal(options)));
    });

  program
    .command('fmt')
    .summary(commands.fmt.summary)
    .description(commands.fmt.description)
    .argument('[FILE...]', commands.fmt.files)
    .option('--check', commands.fmt.check)
    .option('--upgrade', commands.fmt.upgrade)
    .addOption(new Option('--stdin', commands.fmt.stdin).conflicts('upgrade'))
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec fmt anshun.study', commands.fmt.examples.file],
        ['studyspec fmt --check *.study', commands.fmt.examples.check],
        ['studyspec fmt --upgrade anshun.study', commands.fmt.examples.upgrade],
        ['studyspec fmt --stdin < anshun.study', commands.fmt.examples.stdin],
      ),
    )
    .action(async (files: string[], options) => {
      const { fmt } = await import('./commands/fmt.ts');
      end(await fmt(files, options, await terminal(options)));
    });

  program
    .command('replicate')
    .summary(commands.replicate.summary)
    .description(commands.replicate.description)
    .argument('<FILE>', commands.replicate.file)
    .argument('<DATA>', commands.replicate.data)
    .option('-o, --output <OUT>', commands.replicate.output)
    .option('--codebook <CSV>', commands.replicate.codebook)
    .option('--encoding <NAME>', commands.replicate.encoding)
    .addOption(inLanguage())
    .option('--force', commands.replicate.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec replicate anshun.study bijie.csv --codebook bijie_codebook.csv -o bijie.study', commands.replicate.examples.map],
        ['studyspec replicate std:social-integration mine.csv', commands.replicate.examples.framework],
      ),
    )
    .action(async (file: string, data: string, options) => {
      const { replicate } = await import('./commands/replicate.ts');
      end(await replicate(file, data, options, await terminal(options)));
    });

  program
    .command('init')
    .summary(commands.init.summary)
    .description(commands.init.description)
    .argument('<DATA>', commands.init.data)
    .option('-o, --output <OUT>', commands.init.output)
    .option('--codebook <FILE>', commands.init.codebook)
    .option('--encoding <NAME>', commands.init.encoding)
    .option('--sheet <NAME>', commands.init.sheet)
    .option('--table <NAME>', commands.init.table)
    .addOption(inLanguage())
    .option('--force', commands.init.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec init survey.sav -o survey.study', commands.init.examples.draft],
        ['studyspec init export.csv --codebook codebook.csv -o survey.study', commands.init.examples.codebook],
        ['studyspec init household.csv --codebook form.xlsx -o household.study', commands.init.examples.form],
      ),
    )
    .action(async (data: string, options) => {
      const { init } = await import('./commands/init.ts');
      end(await init(data, options, await terminal(options)));
    });

  program
    .command('fill')
    .summary(commands.fill.summary)
    .description(commands.fill.description)
    .argument('<MANUSCRIPT>', commands.fill.manuscript)
    .argument('[FILE]', commands.fill.file)
    .option('-o, --output <OUT>', commands.fill.output)
    .option('--check', commands.fill.check)
    .addOption(inLanguage())
    .option('--force', commands.fill.force)
    .addHelpText(
      'after',
      examples(
        ['studyspec fill paper.md anshun.study', commands.fill.examples.write],
        ['studyspec fill paper.tex anshun.study -o submitted.tex', commands.fill.examples.latex],
        ['studyspec fill paper.docx anshun.study', commands.fill.examples.word],
        ['studyspec fill paper.md anshun.study --check', commands.fill.examples.check],
      ),
    )
    .action(async (manuscript: string, file: string, options) => {
      const { fill } = await import('./commands/fill.ts');
      end(await fill(manuscript, file, options, await terminal(options)));
    });

  program
    .command('verify')
    .summary(commands.verify.summary)
    .description(commands.verify.description)
    .argument('<DIR>', commands.verify.folder)
    .argument('[FILE]', commands.verify.file)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec verify report', commands.verify.examples.folder],
        ['studyspec verify handed-in anshun.study', commands.verify.examples.moved],
      ),
    )
    .action(async (folder: string, file: string | undefined, options) => {
      const { verify } = await import('./commands/verify.ts');
      end(await verify(folder, file, await terminal(options)));
    });

  program
    .command('watch')
    .summary(commands.watch.summary)
    .description(commands.watch.description)
    .argument('<FILE>', commands.watch.file)
    .option('--only <NAME...>', commands.run.only)
    .option('--details', commands.run.details)
    .addOption(inLanguage())
    .addHelpText('after', examples(['studyspec watch anshun.study --only full', commands.watch.examples.only]))
    .action(async (file: string, options) => {
      const { watch } = await import('./commands/watch.ts');
      end(await watch(file, options, await terminal(options)));
    });

  program
    .command('completion')
    .summary(commands.completion.summary)
    .description(commands.completion.description)
    .argument('<SHELL>', commands.completion.shell)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec completion bash > ~/.local/share/bash-completion/completions/studyspec', commands.completion.examples.bash],
        ['studyspec completion fish > ~/.config/fish/completions/studyspec.fish', commands.completion.examples.fish],
      ),
    )
    .action(async (shell: string, options) => {
      const { completion } = await import('./commands/completion.ts');
      await terminal(options);
      end(await completion(shell, program));
    });

  program
    .command('explain')
    .summary(commands.explain.summary)
    .description(commands.explain.description)
    .argument('[CODE]', commands.explain.code)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(['studyspec explain SS201', commands.explain.examples.one], ['studyspec explain', commands.explain.examples.all]),
    )
    .action(async (code: string | undefined, options) => {
      const { explain } = await import('./commands/explain.ts');
      end(await explain(code, await terminal(options)));
    });

  program
    .command('lsp')
    .summary(commands.lsp.summary)
    .description(commands.lsp.description)
    .option('--stdio', commands.lsp.stdio)
    .allowUnknownOption()
    .addHelpText('after', examples(['studyspec lsp --stdio', commands.lsp.examples.stdio]))
    .action(async () => {
      const { serveStdio } = await import('./lsp/node/stdio.ts');
      const status = await serveStdio(process.stdin, process.stdout);
      // The library watches the editor's process for as long as that lives; nobody is there to be answered.
      process.exit(status);
    });

  program.addHelpText(
    'after',
    () =>
      `${examples(
        ['studyspec run anshun.study', help.firstExamples.run],
        ['studyspec check anshun.study', help.firstExamples.check],
        ['studyspec query anshun.study integration.kmo', help.firstExamples.query],
        ['studyspec audit published.study', help.firstExamples.audit],
      )}\n${help.status}`,
  );
  return program;
}

/** One choice of language everywhere. */
const inLanguage = (): Option => new Option('--lang <LANGUAGE>', said().help.lang(languages));
