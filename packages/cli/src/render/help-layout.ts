// How Commander lays out help: headings and placeholders of the language spoken, columns as wide as a terminal shows them, lines broken at
// blanks and, in Chinese, between its signs. What stands in the help is program.ts and the language's.
import { displayWidth, type CliWords } from '@studyspec/core/words/cli';
import { Help, type Command, type Option } from 'commander';

/** Before these no line is broken, and after those none. */
const NO_START = '、，。；：？！）》”’…—～';
const NO_END = '（《“‘';
/** Pieces that stay whole: a blank goes with what follows it; every Chinese sign is a piece, with the punctuation that belongs to it. */
const PIECES = new RegExp(
  String.raw`\s*[${NO_END}]*(?:[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef${NO_END}${NO_START}]+|[${NO_START}])` +
    String.raw`[${NO_START}]*|\s*[${NO_END}]+`,
  'gu',
);

export function helpLayout(words: CliWords['help']): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Arguments:': words.arguments,
    'Options:': words.options,
    'Commands:': words.commands,
  };
  const placed = (term: string): string => term.replace('[options]', words.anyOptions).replace('[command]', words.anyCommand);
  return {
    displayWidth,
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: placed,
    // `help [command]` and the like: what stands in the list as in the usage.
    styleSubcommandTerm: placed,
    optionDescription: ({ description, argChoices, defaultValue, required }: Option) =>
      words.described(description, argChoices ?? [], required && defaultValue !== undefined ? String(defaultValue) : null),
    boxWrap: wrapped,
    formatHelp(this: Help, command: Command, helper: Help) {
      // Commander puts a blank behind this title, which a full-width colon has in it.
      const text = Help.prototype.formatHelp.call(this, command, helper);
      return words.usage.endsWith('：') ? text.replace(`${words.usage} `, words.usage) : text;
    },
  };
}

/** Each line of a text broken where it is wider; too narrow a place is left alone. */
function wrapped(this: Help, text: string, width: number): string {
  if (width < this.minWidthToWrap) return text;
  return text
    .split('\n')
    .flatMap((line) => brokenAt(line, width))
    .join('\n');
}

function brokenAt(line: string, width: number): string[] {
  const lines: string[] = [];
  let now = '';
  for (const piece of line.match(PIECES) ?? []) {
    if (now !== '' && displayWidth(now) + displayWidth(piece) > width) {
      lines.push(now);
      now = piece.trimStart();
    } else now += piece;
  }
  return [...lines, now];
}
