// What was put into a manuscript, as a comment at its end that no reader sees: what tells later which numbers moved, and whether somebody
// has changed the file by hand.
import type { Filled } from './asked.ts';
import type { TextKind } from './placeholders.ts';

const HEAD = 'studyspec fill';
const START = { markdown: `<!-- ${HEAD}`, latex: `% ${HEAD}` } as const;

export interface FillRecord {
  /** Where it comes from. */
  readonly note: string;
  /** Digest of the text before the comment. */
  readonly digest: string;
  readonly values: readonly Filled[];
}

/** The text with its record. */
export function withRecord(text: string, kind: TextKind, record: FillRecord): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = recordLines(record);
  const body = kind === 'latex' ? lines.map((line) => `% ${line}`) : [`<!-- ${lines[0]!}`, ...lines.slice(1), '-->'];
  return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${newline}${body.join(newline)}${newline}`;
}

export function recordLines({ note, digest, values }: FillRecord): string[] {
  // Nothing in it ends a comment: no two dashes, no angle bracket, no line's end.
  const json = (value: unknown): string => JSON.stringify(value).replace(/[-<>\u007F-\u009F\u2028\u2029]/gu, escaped);
  return [`${HEAD} ${json(note)}`, `text ${digest}`, ...values.map((one) => json(one))];
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** `text`: what stands before the record, as it was filled. Null where there is no record, or a damaged one. */
export function readRecord(written: string, kind: TextKind): (FillRecord & { readonly text: string }) | null {
  const at = written.lastIndexOf(`\n${START[kind]} `);
  if (at < 0) return null;
  const text = written.slice(0, written[at - 1] === '\r' ? at - 1 : at);
  const lines = written
    .slice(at + 1)
    .split(/\r?\n/u)
    .map((line) => (kind === 'latex' ? line.replace(/^% /u, '') : line));
  const record = recordIn(lines);
  return record === null ? null : { ...record, text };
}

/** What the lines of `recordLines` say; null where they are damaged. */
export function recordIn(lines: readonly string[]): FillRecord | null {
  const digest = /^text ([0-9a-f]{64})$/u.exec(lines[1] ?? '')?.[1];
  if (digest === undefined) return null;
  const values: Filled[] = [];
  let note: unknown;
  try {
    note = JSON.parse(/".*"/u.exec(lines[0]!)?.[0] ?? '');
  } catch {
    return null;
  }
  if (typeof note !== 'string') return null;
  for (const line of lines.slice(2).filter((one) => one.startsWith('['))) {
    try {
      const [what, shown] = JSON.parse(line) as readonly unknown[];
      if (typeof what !== 'string' || typeof shown !== 'string') return null;
      values.push([what, shown]);
    } catch {
      return null;
    }
  }
  return { note, digest, values };
}

export interface Moved {
  readonly what: string;
  /** Null: it was not there, or is not any more. */
  readonly before: string | null;
  readonly now: string | null;
}

/** What stands otherwise, each once, in the order of the manuscript. */
export function movedBetween(before: readonly Filled[], now: readonly Filled[]): readonly Moved[] {
  const [old, fresh] = [new Map(before), new Map(now)];
  return [
    ...[...fresh].flatMap(([what, text]) => (old.get(what) === text ? [] : [{ what, before: old.get(what) ?? null, now: text }])),
    ...[...old].flatMap(([what, text]) => (fresh.has(what) ? [] : [{ what, before: text, now: null }])),
  ];
}
