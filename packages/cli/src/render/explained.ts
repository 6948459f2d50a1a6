// One problem at length, with an example of wrong and right: what `studyspec explain CODE` prints, and an editor shows.
import { wordsOfProblem, type ProblemKind } from '@studyspec/core';
import { language, said } from '../base/speech.ts';
import { inkOf } from './ink.ts';
import { renderMarkdown } from './markdown.ts';

export function explained(kind: ProblemKind, style: { readonly color: boolean; readonly width: number }): string {
  const colors = inkOf(style.color);
  const words = said().problems;
  const { title, explanation } = wordsOfProblem(kind.name, language());
  const example = (text: string): string =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
  return (
    `${colors.bold(`${kind.code} ${kind.name}`)}${words.severityInBrackets(words.severity[kind.severity])}\n${colors.bold(title)}\n\n` +
    `${renderMarkdown(explanation, style)}\n${colors.red(words.wrong)}\n\n${example(kind.example.wrong)}\n\n` +
    `${colors.green(words.right)}\n\n${example(kind.example.right)}\n`
  );
}
