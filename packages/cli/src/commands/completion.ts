// `studyspec completion`: what a shell needs to complete commands, options and files. Made of the commands that there are.
import type { Command } from 'commander';
import { CallError, type ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { printFile } from '../host/output.ts';

interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

const shells = ['bash', 'zsh', 'fish'] as const;

export async function completion(shell: string, program: Command): Promise<ExitCode> {
  const commands: Completed[] = program.commands.map((one) => ({
    name: one.name(),
    summary: one.summary(),
    options: [...one.options.flatMap(({ long }) => (long == null ? [] : [long])), '--help'],
  }));
  switch (shell) {
    case 'bash':
      await printFile(bash(commands));
      return 0;
    case 'zsh':
      await printFile(`#compdef studyspec\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`);
      return 0;
    case 'fish':
      await printFile(fish(commands));
      return 0;
    default:
      throw new CallError(said().wrong.noFormat(shell, 'completion', shells));
  }
}

const bash = (commands: readonly Completed[]): string =>
  [
    '_studyspec() {',
    '  local word=${COMP_WORDS[COMP_CWORD]} options=',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), 'help', '--version', '--help'].join(' ')}" -- "$word"))`,
    '    return',
    '  fi',
    '  case ${COMP_WORDS[1]} in',
    ...commands.map(({ name, options }) => `    ${name}) options="${options.join(' ')}" ;;`),
    '  esac',
    '  case $word in',
    '    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;',
    '  esac',
    '}',
    'complete -o default -F _studyspec studyspec',
    '',
  ].join('\n');

/** In single quotation marks, which fish reads as they stand. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fish = (commands: readonly Completed[]): string =>
  [
    ...commands.map(({ name, summary }) => `complete -c studyspec -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
    ...commands.flatMap(({ name, options }) =>
      options.map((option) => `complete -c studyspec -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
    ),
    '',
  ].join('\n');
