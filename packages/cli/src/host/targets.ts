// Where a command may write: never over what was read, only what its ending says, over another file only when told to.
import { lstatSync, statSync } from 'node:fs';
import { formatOfEnding, nearest, renderers, reportFormats, usualEnding, type Renderer, type ReportFormat } from '@studyspec/core';
import { CallError, FileError } from '../base/exit.ts';
import { said } from '../base/speech.ts';
import { identityOf } from './file-bytes.ts';
import { realOf, unwritable, type Origin } from './files.ts';
import { kindOf } from '../base/pipes.ts';

export interface Wanted {
  readonly format?: string;
  readonly json?: boolean;
  readonly output?: string;
  /** A folder is written, whatever the format. */
  readonly out?: string;
}

/**
 * What a report is written as: by `--format` or `--json`, else by the ending of `-o`, else text. That they contradict each other is a wrong
 * call.
 */
export function formatOf(command: string, wanted: Wanted): ReportFormat;
export function formatOf<More extends string>(command: string, wanted: Wanted, more: readonly More[]): ReportFormat | More;
export function formatOf(command: string, { format: wanted, json, output, out }: Wanted, more: readonly string[] = []): string {
  const formats: readonly string[] = [...reportFormats, ...more];
  const byEnding = output === undefined ? undefined : formatOfEnding(endingOf(output) ?? '');
  if (json === true && wanted !== undefined && wanted !== 'json')
    throw new CallError(said().wrong.contradicting('--json', `--format ${wanted}`));
  const asked = json === true ? 'json' : wanted;
  if (asked !== undefined && !formats.includes(asked)) {
    const near = nearest(asked, formats);
    throw new CallError(said().wrong.noFormat(asked, command, formats), near === null ? null : said().wrong.didYouMean([near]));
  }
  // What a command has beside reports looks at the ending itself.
  if (asked !== undefined && more.includes(asked)) return asked;
  if (byEnding !== undefined && asked !== undefined && byEnding !== asked)
    throw new CallError(said().wrong.endingAgainstFormat(output!, byEnding, asked), said().wrong.leaveOutOne);
  const format = (asked as ReportFormat | undefined) ?? byEnding ?? 'text';
  if (output === undefined && out === undefined && format !== 'json' && (renderers[format] as Renderer).bytes === true)
    throw new CallError(said().wrong.noFileInTerminal(format), said().wrong.giveFile(`-o report${usualEnding(format)}`));
  return format;
}

/** Before `-o` writes a report: refuses what was read, endings that no report has, and another file without `--force`. */
export function refuseReport(command: string, path: string, inputs: Inputs, force: boolean): void {
  refuseInput(path, inputs);
  const ending = endingOf(path);
  if (ending !== null && formatOfEnding(ending) === undefined) {
    throw new CallError(
      said().wrong.noReportEnding(
        command,
        ending,
        path,
        reportFormats.map((format) => [format, usualEnding(format)]),
      ),
      ending === 'doc' || ending === 'odt' || ending === 'pdf' ? said().wrong.htmlForWriting : null,
    );
  }
  refuseTarget(path, inputs, force);
}

/** In small letters, without its point; null where a name has none. */
export function endingOf(path: string): string | null {
  return /[^/\\.][^/\\]*\.([^/\\.]+)$/u.exec(path)?.[1]?.toLowerCase() ?? null;
}

/** What a command has read, or was told to read and could not: none of it is ever written over. */
export interface Inputs {
  readonly origins: readonly Origin[] /** As they were asked for. */;
  readonly paths: readonly string[];
}

export function joinInputs(all: readonly Inputs[]): Inputs {
  return { origins: all.flatMap((one) => one.origins), paths: all.flatMap((one) => one.paths) };
}

/** Which of the inputs a path leads to, by whatever name, link or spelling; null when it is none. */
export function inputAt(path: string, inputs: Inputs): string | null {
  const identity = identityAt(path);
  const real = realOf(path);
  const found = inputs.origins.find((one) => one.real === real || (identity !== null && one.identity === identity));
  return found?.path ?? inputs.paths.find((one) => realOf(one) === real || (identity !== null && identityAt(one) === identity)) ?? null;
}

/** Of an ordinary file; pipes and devices hold nothing that could be lost. */
function identityAt(path: string): string | null {
  try {
    const stat = statSync(path, { bigint: true });
    return stat.isFile() ? identityOf(stat) : null;
  } catch {
    return null;
  }
}

export function refuseInput(path: string, inputs: Inputs): void {
  const input = inputAt(path, inputs);
  if (input === null) return;
  throw new FileError(said().files.isInput(path, input === path ? null : input));
}

/** Before `-o` writes: refuses what was read, and another file without `--force`. */
export function refuseTarget(path: string, inputs: Inputs, force: boolean): void {
  refuseInput(path, inputs);
  if (isFolder(path)) throw unwritable(path, { is: 'folder' });
  if (!force && holdsSomething(path)) throw new FileError(said().files.exists(path));
}

/** There is something under this name that writing would replace; a link that leads nowhere is something. */
export function holdsSomething(path: string): boolean {
  try {
    const link = lstatSync(path);
    if (!link.isSymbolicLink()) return isKept(link);
    try {
      return isKept(statSync(path));
    } catch {
      return true;
    }
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isKept(stat: Parameters<typeof kindOf>[0]): boolean {
  const kind = kindOf(stat);
  return kind !== 'pipe' && kind !== 'device';
}
