// What Commander finds wrong with a call, in the language spoken. It says so in English sentences, each with a code: what is in them is
// taken out here, and told by the language's words. A sentence that is not known here is told as it came.
import type { CommanderError } from 'commander';
import { said } from '../base/speech.ts';

/** Whole sentences of Commander 14, by code; test/words/cli.test.ts raises each of them. */
const SENTENCES: Readonly<Record<string, RegExp>> = {
  'commander.unknownOption': /^error: unknown option '(.*)'$/su,
  'commander.unknownCommand': /^error: unknown command '(.*)'$/su,
  'commander.missingArgument': /^error: missing required argument '(.*)'$/su,
  'commander.optionMissingArgument': /^error: option '(.*)' argument missing$/su,
  'commander.conflictingOption': /^error: option '(.*)' cannot be used with option '(.*)'$/su,
  'commander.excessArguments': /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\.$/su,
  'commander.invalidArgument': /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/su,
};
const SUGGESTION = /\n\(Did you mean (?:one of )?([^()\n]*)\?\)$/u;

/** All that is told of it, with its last line feed. */
export function wrongUsage({ code, message }: CommanderError): string {
  const { wrong, usage } = said();
  const near = SUGGESTION.exec(message);
  const found = SENTENCES[code]?.exec(message.replace(SUGGESTION, ''));
  const sentence = found == null ? message.replace(/^error: /u, '') : usageOf(code, found.slice(1));
  const suggestion = found == null || near === null ? '' : `\n${usage.near(near[1]!.split(', '))}`;
  return `${wrong.error(sentence)}${suggestion}\n${usage.seeHelp}\n`;
}

function usageOf(code: string, [first, second, third]: readonly (string | undefined)[]): string {
  const { usage } = said();
  switch (code) {
    case 'commander.unknownOption':
      return usage.unknownOption(first!);
    case 'commander.unknownCommand':
      return usage.unknownCommand(first!);
    case 'commander.missingArgument':
      return usage.missingArgument(first!);
    case 'commander.optionMissingArgument':
      return usage.valueMissing(first!);
    case 'commander.conflictingOption':
      return usage.conflicting(first!, second!);
    case 'commander.excessArguments':
      return usage.tooMany(first ?? null, Number(second), Number(third));
    default:
      return usage.notAllowed(first!, second!, third!.split(', '));
  }
}
