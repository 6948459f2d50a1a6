// The command line of sums: what counts rows, and what is made of counts.
import { Option, type Command } from 'commander';
import { CallError, type ExitCode } from './base/exit.ts';
import { said } from './base/speech.ts';
import type { Terminal } from './base/terminal.ts';

/** What all commands share. */
interface Shared {
  readonly terminal: (options: { readonly lang?: string }) => Promise<Terminal>;
  readonly end: (code: ExitCode) => void;
  readonly inLanguage: () => Option;
  readonly examples: (...lines: readonly [command: string, what: string][]) => string;
}

export function addSums(program: Command, { terminal, end, inLanguage, examples }: Shared): void {
  const { sums: help } = said().commands;
  program
    .command('sums')
    .summary(help.summary)
    .description(help.description)
    .argument('<FILE>', help.file)
    .argument('[DATA...]', help.data)
    .option('-o, --output <FILE>', help.output)
    .addOption(new Option('--threshold <N>', help.threshold).argParser(threshold).conflicts('ask'))
    .option('--ask', help.ask)
    .addOption(new Option('--scores <PLAN>', help.scores).conflicts('ask'))
    .addOption(new Option('--sql <DIALECT>', help.sql).conflicts('ask'))
    .option('--table <NAME>', help.table)
    .option('--force', help.force)
    .addOption(inLanguage())
    .addHelpText(
      'after',
      examples(
        ['studyspec sums anshun.study east.csv -o east.sums', help.examples.count],
        ['studyspec run anshun.study --sums east.sums west.sums', help.examples.run],
        ['studyspec sums anshun.study east.sums west.sums --ask -o plan.json', help.examples.ask],
        ['studyspec sums anshun.study east.csv --scores plan.json -o east.ranges', help.examples.scores],
        ['studyspec run anshun.study --sums *.sums *.ranges', help.examples.again],
        ['studyspec sums anshun.study --sql trino --table hive.survey.answers -o 1.sql', help.examples.sql],
      ),
    )
    .action(async (file: string, data: string[], options) => {
      const { sums } = await import('./commands/sums.ts');
      end(await sums(file, data, options, await terminal(options)));
    });
}

function threshold(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0) throw new CallError(said().sums.threshold(text));
  return value;
}
