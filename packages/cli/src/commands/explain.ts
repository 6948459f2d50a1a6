// `studyspec explain`: one problem at length, or the list of all.
import { language, said } from '../base/speech.ts';
import { findProblemKind, nearest, problemCatalogue, wordsOfProblem } from '@studyspec/core';
import { CallError, type ExitCode } from '../base/exit.ts';
import { print } from '../host/output.ts';
import type { Terminal } from '../base/terminal.ts';
import { explained } from '../render/explained.ts';

export async function explain(code: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const style = terminal.out;
  if (code === undefined) {
    const width = Math.max(...problemCatalogue.map((kind) => kind.name.length));
    await print(
      `${problemCatalogue
        .map((kind) => `${kind.code}  ${kind.name.padEnd(width)}  ${wordsOfProblem(kind.name, language()).title}`)
        .join('\n')}\n\n${said().problems.explainOne}\n`,
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
    throw new CallError(said().wrong.noProblem(code), near === null ? said().wrong.explainLists : said().wrong.didYouMean([near]));
  }
  await print(explained(kind, style));
  return 0;
}
