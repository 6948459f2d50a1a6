// The language that a call asks for: one that reports are written in, or a wrong call.
import { nearest, reportOptions } from '@studyspec/core';
import { CallError } from '../base/exit.ts';

/** `zh`, `zh-CN`, `EN_us` → `zh`, `zh`, `en`; undefined when nothing was asked for. */
export function languageOf(asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const known = Object.keys(reportOptions.language.choices);
  const base = asked.toLowerCase().split(/[-_]/u)[0]!;
  if (known.includes(base)) return base;
  const near = nearest(base, known);
  throw new CallError(
    `--lang ${asked}: reports are written in ${known.join(' and ')}.`,
    near === null ? null : `Did you mean --lang ${near}?`,
  );
}
