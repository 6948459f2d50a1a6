// Which study a manuscript belongs to where a call names none: the one that it names itself, else the one beside it.
import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { studyBeside, studyNamedIn, type TextKind } from '@studyspec/core';
import { CallError } from '../base/exit.ts';
import { said } from '../base/speech.ts';

/** `text`: null where it can name none. */
export function studyOf(manuscript: string, text: string | null, kind: TextKind): string {
  const path = manuscript.replaceAll('\\', '/');
  const folder = posix.dirname(path);
  const named = text === null ? null : studyNamedIn(text, kind)?.replaceAll('\\', '/');
  if (named != null) return /^(?:\/|[A-Za-z]:\/)/u.test(named) ? named : posix.join(folder, named);
  const found = studyBeside(posix.basename(path), namesIn(folder));
  if (found === null) throw new CallError(said().manuscripts.noStudy(manuscript), said().manuscripts.nameStudy);
  return posix.join(folder, found);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
