// `studyspec explain`: one problem at length, or the list of all.
import { language } from '../base/speech.ts';
import { findProblemKind, nearest, problemCatalogue, wordsOfProblem } from '@studyspec/core';
import { inkOf } from '../render/ink.ts';
import { CallError, type ExitCode } from '../base/exit.ts';
import { print } from '../host/output.ts';
import type { Terminal } from '../base/terminal.ts';
import { renderMarkdown } from '../render/markdown.ts';

export async function explain(code: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const style = terminal.out;
  const colors = inkOf(style.color);
  if (code === undefined) {
    const width = Math.max(...problemCatalogue.map((kind) => kind.name.length));
    await print(
      `${problemCatalogue
        .map((kind) => `${kind.code}  ${kind.name.padEnd(width)}  ${wordsOfProblem(kind.name, language()).title}`)
        .join('\n')}\n\nstudyspec explain CODE explains one.\n`,
    );
    return 0;
  }
  const kind = findProblemKind(code);
  if (kind === null) {
    const near =
      nearest(
        code.toUpperCase(),
        problemCatalogue.map((one) => one.code),
      ) ??
      nearest(
        code.toLowerCase(),
        problemCatalogue.map((one) => one.name),
      );
    throw new CallError(`There is no problem called "${code}".`, near === null ? 'studyspec explain lists all.' : `Did you mean ${near}?`);
  }
  const { title, explanation } = wordsOfProblem(kind.name, language());
  const example = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  await print(
    `${colors.bold(`${kind.code} ${kind.name}`)} (${kind.severity})\n${colors.bold(title)}\n\n` +
      `${renderMarkdown(explanation, style)}\n${colors.red('Wrong')}\n\n${example(kind.example.wrong)}\n\n` +
      `${colors.green('Right')}\n\n${example(kind.example.right)}\n`,
  );
  return 0;
}
