// A text that is read again after an edit gives what a fresh reading gives: same tree, same problems, same comments.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, rereader, type Parsed } from '@studyspec/dsl';
import { randomOf } from '../support/random.ts';

const base = readFileSync(new URL('../language/base.study', import.meta.url), 'utf8');
const stress = readFileSync(new URL('../language/specs/stress.study', import.meta.url), 'utf8');
const snippets = [
  '{',
  '}',
  '"',
  '`',
  '(',
  ')',
  '[',
  ']',
  ',',
  '..',
  '=',
  '|',
  ' of ',
  ' by ',
  ' then',
  ' where ',
  ' is ',
  ' not ',
  ' and ',
  'index ',
  'index x {\n',
  'indicator ',
  'table ',
  'columns ',
  'without a,\n',
  '。',
  '｛',
  '“',
  '//',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\t',
  '5',
  '-',
  '**',
  '.',
  ':',
  '/',
  '\u0000',
  '\ud800',
  '🦉',
  '中',
  'weight given {',
  'weight',
  'from ',
  '\nseed 5\n',
  '\nblock b of\n',
  '\nnumber n =\n',
  '\ncategory c {\n',
  '\n}\n',
  '\n{\n',
  '\nreport\n',
  '\ndata "x" {\n',
  '{{{{{{{{{{{{{{{{{{{{{{',
  '}}}}}}',
];

function plain(parsed: Parsed): string {
  const place = (one: Parsed['problems'][number]): number => (one.place?.span.start ?? 0) * 1e6 + (one.place?.span.end ?? 0);
  return JSON.stringify({ ...parsed, problems: [...parsed.problems].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1)) });
}

/** Edits in a row, as an editor makes them, with an undo now and then. */
function session(start: string, edits: number, seed: number): void {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const read = rereader('x.study');
  const history = [start];
  let text = start;
  for (let done = 0; done < edits; done += 1) {
    const action = random();
    const at = Math.floor(random() * (text.length + 1));
    const to = Math.min(text.length, at + Math.floor(random() * (random() < 0.1 ? 200 : 8)));
    if (action < 0.2 && history.length > 1) text = pick(history);
    else if (action < 0.45) text = text.slice(0, at) + text.slice(to);
    else if (action < 0.9) text = text.slice(0, at) + pick(snippets) + text.slice(at);
    else {
      const from = Math.floor(random() * start.length);
      text = text.slice(0, at) + start.slice(from, from + Math.floor(random() * 300)) + text.slice(at);
    }
    if (text.length > start.length * 2) text = start;
    history.push(text);
    if (history.length > 20) history.shift();
    const fresh = plain(parse(text, 'x.study'));
    const again = plain(read(text));
    if (fresh !== again) throw new Error(`not the same for ${JSON.stringify(text)}`);
  }
}

describe('reading again', () => {
  it('gives the tree, the problems and the comments of a fresh reading', () => {
    expect(plain(rereader('x.study')(base))).toBe(plain(parse(base, 'x.study')));
    for (let seed = 0; seed < 8; seed += 1) {
      session(base.slice(0, 1200), 120, seed);
      session(stress.slice(0, 1500), 120, 100 + seed);
    }
  }, 120_000);

  it('follows word by word typing of a whole spec', () => {
    const read = rereader('x.study');
    for (let end = 0; end <= base.length; end += 7)
      if (plain(read(base.slice(0, end))) !== plain(parse(base.slice(0, end), 'x.study'))) throw new Error(`not the same at ${end}`);
    expect(plain(read(base))).toBe(plain(parse(base, 'x.study')));
  }, 60_000);
});
