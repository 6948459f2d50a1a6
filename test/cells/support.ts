// A study in a folder of its own, read as the commands read it: for cases whose bytes matter.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { tell, execute, type Execution, type Problem } from '@studyspec/core';
import { loadStudy, problemsOf, type Study } from '../../packages/cli/src/host/session.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface Case {
  readonly study: Study;
  readonly results: Execution | null;
  /** Of spec, data and results. */
  readonly problems: readonly Problem[];
  /** Of the problems of spec and data. */
  readonly codes: readonly string[];
  /** Of the first problem of that code. */
  readonly message: (code: string) => string;
  readonly help: (code: string) => string;
  /** A number of the results; undefined when nothing is at the address, or nothing was computed. */
  readonly value: (address: string) => number | null | undefined;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The files are written as they stand; the study is `entry`. */
export function runCase(files: Files, entry = 's.study'): Case {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-cells-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const study = loadStudy(join(folder, entry));
  const { plan } = study.compiled;
  const stopped = study.problems.some((problem) => problem.severity === 'error');
  const results = stopped || plan === null || study.coded === null || study.frame === null ? null : execute(plan, study.coded, study.frame);
  const problems = problemsOf(study, results);
  const told = (code: string) => {
    const first = problems.find((problem) => problem.code === code);
    return first === undefined ? null : tell(first, 'en');
  };
  return {
    study,
    results,
    problems,
    codes: study.problems.map((problem) => problem.code),
    message: (code) => told(code)?.message ?? '',
    help: (code) => told(code)?.help ?? '',
    value: (address) => results?.quantities.get(address)?.value,
  };
}

/** A table of as many rows as the longest list, numbered from 1. */
export function csvOf(columns: Readonly<Record<string, readonly (string | number)[]>>, separator = ','): string {
  const rows = Math.max(...Object.values(columns).map((cells) => cells.length));
  return (
    [
      ['id', ...Object.keys(columns)],
      ...Array.from({ length: rows }, (_, row) => [row + 1, ...Object.values(columns).map((cells) => cells[row % cells.length]!)]),
    ]
      .map((row) =>
        row
          .map((cell) =>
            String(cell).includes(separator) || String(cell).includes('"') ? `"${String(cell).replaceAll('"', '""')}"` : cell,
          )
          .join(separator),
      )
      .join('\n') + '\n'
  );
}

/** `bytes('C4 D0 2C')`. */
export const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.trim().split(/\s+/u), (one) => parseInt(one, 16));
/** Texts in ASCII and bytes, one after the other. */
export const joinBytes = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]));

export const utf16 = (text: string, { big = false, mark = true } = {}): Uint8Array =>
  Uint8Array.from(
    [...(mark ? '\ufeff' : ''), ...text]
      .flatMap((letter) => [...letter.split('')])
      .flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
      }),
  );
