// `studyspec fmt --upgrade`: brings specs up to the present language, and tells what was rewritten and which numbers moved. All files are
// written, each whole, or none. What a version changes is dsl's.
import { resolve } from 'node:path';
import { formatQuantity, otherLanguage, type Problem } from '@studyspec/core';
import { upgraded, type Upgraded } from '@studyspec/dsl';
import type { ExitCode } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import type { Terminal } from '../base/terminal.ts';
import { writeFiles } from '../host/files.ts';
import { print, tell } from '../host/output.ts';
import { loadStudy, resultsOf } from '../host/session.ts';
import { formattedAs, specText } from '../host/spec-text.ts';
import { countText, renderDiagnostics } from '../render/diagnostics.ts';

interface UpgradedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly upgrade: Upgraded;
}

/** `check`: tells the same, and writes nothing. */
export async function upgradeFiles(files: readonly string[], check: boolean, terminal: Terminal): Promise<ExitCode> {
  const words = said().upgrade;
  const done: UpgradedFile[] = [];
  for (const file of files) {
    const before = specText(file);
    const study = loadStudy(file);
    const { plan, comparison, problems } = study.compiled;
    const upgrade = upgraded(before, plan);
    // That the file is of an older language is what is being mended; in any other error nobody knows what the text says.
    const errors = problems.filter((problem) => problem.severity === 'error' && !(upgrade !== null && isVersion(problem)));
    if (upgrade === null || errors.length > 0 || (plan === null && comparison === null)) {
      await tell(`${renderDiagnostics(errors, study.texts, terminal.err)}\n${words.mistakes(file, countText(errors))}\n`);
      return 1;
    }
    done.push({ file, before, after: formattedAs(upgrade.text), upgrade });
  }
  const changing = done.filter(({ before, after }) => before !== after);
  // A study and what it replicates may be brought up together.
  const unwritten = new Map(changing.map(({ file, after }) => [resolve(file), after]));
  for (const one of changing) await print(`${[words.changes(one.file), ...toldOf(one, unwritten)].join('\n')}\n`);
  if (changing.length === 0) await print(`${words.nothing(files.length)}\n`);
  if (check) return changing.length > 0 ? 1 : 0;
  await writeFiles(changing.map(({ file, after }) => ({ path: file, content: after })));
  for (const { file } of changing) await tell(`${said().written.to(file)}\n`);
  return 0;
}

const isVersion = (problem: Problem): boolean => problem.code === otherLanguage.code;

function toldOf({ file, upgrade }: UpgradedFile, unwritten: ReadonlyMap<string, string>): string[] {
  const words = said().upgrade;
  const { from, to, rewritten, left, renamed } = upgrade;
  return [
    from === to ? words.formatted : words.stated(from, to),
    ...rewritten.map(({ line, before, after }) => words.rewritten(line, before, after)),
    ...left.map(({ line, text }) => words.left(line, text)),
    ...(renamed.length === 0 ? [words.noneMoved] : movedOf(file, renamed, unwritten)),
  ];
}

/** An address that names another number now: the one that it named is computed too, under its new name. */
function movedOf(file: string, renamed: Upgraded['renamed'], unwritten: ReadonlyMap<string, string>): string[] {
  const words = said();
  const results = resultsOf(loadStudy(file, unwritten));
  if (results === null) return [words.upgrade.notKnown(file)];
  const moved = renamed.flatMap(({ address, now }) => {
    const [was, is] = [results.quantities.get(now), results.quantities.get(address)];
    if (was === undefined || is === undefined || was.value === is.value) return [];
    const shown = [was, is].map((one) => formatQuantity(one.value, one.format)) as [string, string];
    return [`${words.manuscripts.moved(address, ...shown)}${words.upgrade.isNow(now)}`];
  });
  return moved.length === 0 ? [words.upgrade.noneMoved] : [words.manuscripts.numbersMoved(moved.length), ...moved];
}
