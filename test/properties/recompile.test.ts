// A study compiled again after edits, from what is left of the last reading, is what it is when compiled afresh: same plan, same problems,
// same places. What an edit leaves alone is recalled (declarations, variables, tables of printed figures), and must not tell.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, parse, rereader, type Compiled } from '@studyspec/dsl';
import { randomOf } from '../support/random.ts';

const at = (path: string): string => readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
const snippets = [
  '{',
  '}',
  '"',
  ',',
  '..',
  '=',
  '|',
  ' of ',
  ' by ',
  ' where ',
  ' is ',
  '\n',
  '// ',
  '归',
  '5',
  '.',
  ' reversed',
  ' on 1..5',
  ' on agreement',
  ' from sex',
  ' from nothing',
  ' absent',
  ' missing 9',
  'without age\n',
  'without psy_enjoy\n',
  'keep 3',
  ' like integration',
  'indicator more "More"\n',
  'scale agreement 1..3\n',
  'category age { a = 1  b = 2 }\n',
  'number age = age / 2\n',
  'dimension d of psy_enjoy..life_same { on 1..4 }\n',
  'map { age from years }\n',
  'map { psy_enjoy absent }\n',
  'published "P" { integration.alpha = 0.9 }\n',
  'table "T" model.column.beta(row) from "t.csv"\n',
];

function plain(compiled: Compiled): string {
  const { plan, problems, needs, origins, chain, dataFile, joinFiles, context } = compiled;
  const told = problems.map((problem) => JSON.stringify(problem)).sort();
  return JSON.stringify({
    plan,
    told,
    needs,
    origins: [...origins],
    chain,
    dataFile,
    joinFiles,
    names:
      context === null
        ? null
        : [...context.merged.named].map(([name, { kind, members, place, broken }]) => ({ name, kind, members, place, broken })),
    broken: context === null ? null : [...context.merged.broken],
    variables: context === null ? null : [...context.variables],
  });
}

/** Edits of any of the files, with an undo now and then. */
function session(files: Readonly<Record<string, string>>, entry: string, edits: number, seed: number): number {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const texts = new Map<string, string | null>(Object.entries(files));
  const paths = [...texts.keys()];
  const readers = new Map(paths.map((path) => [path, rereader(path)]));
  const history: [string, string][] = [];
  let whole = 0;
  for (let done = 0; done < edits; done += 1) {
    const action = random();
    if (action < 0.55 && history.length > 0) {
      const [path, before] = history.pop()!;
      texts.set(path, before);
    } else {
      const path = pick(paths);
      const text = texts.get(path)!;
      history.push([path, text]);
      const from = Math.floor(random() * (text.length + 1));
      const line = text.lastIndexOf('\n', from) + 1;
      texts.set(
        path,
        action < 0.65
          ? text.slice(0, from) + text.slice(from + Math.floor(random() * 6))
          : action < 0.75
            ? text.slice(0, line) + pick(snippets) + text.slice(line)
            : action < 0.9
              ? text.slice(0, from) + pick(snippets) + text.slice(from)
              : text.slice(0, line) + text.slice(text.indexOf('\n', from) + 1),
      );
    }
    const again = compile({ entry, texts, parse: (text, path) => readers.get(path)?.(text) ?? parse(text, path) });
    const fresh = compile({ entry, texts });
    if (plain(again) !== plain(fresh)) throw new Error(`not the same after ${done} edits with seed ${seed}`);
    if (fresh.problems.every((problem) => problem.severity !== 'error')) whole += 1;
  }
  return whole;
}

describe('compiling again', () => {
  it('gives what compiling afresh gives, with printed tables, refinements, maps and what they leave out', () => {
    const anshun = at('anshun/anshun.study');
    const bijie = at('bijie/bijie.study').replace('../anshun/', '');
    const tables = Object.fromEntries(
      [...anshun.matchAll(/from "(published\/[^"]+)"/gu)].map(([, path]) => [path!, at(`anshun/${path!}`)]),
    );
    // Loadings and the second regression stand in files of their own, the rest in the spec.
    expect(Object.keys(tables)).toEqual(['published/table3_loadings.csv', 'published/table6_beta.csv']);
    let whole = 0;
    for (let seed = 0; seed < 3; seed += 1) {
      whole += session({ 'anshun.study': anshun, ...tables }, 'anshun.study', 40, seed);
      whole += session(
        { 'anshun.study': anshun, 'anshun-clean.study': at('anshun/anshun-clean.study') },
        'anshun-clean.study',
        40,
        100 + seed,
      );
      whole += session({ 'anshun.study': anshun, 'bijie.study': bijie, ...tables }, 'bijie.study', 40, 200 + seed);
    }
    // Most of what is recalled is recalled in sound texts.
    expect(whole).toBeGreaterThan(60);
  }, 120_000);
});
