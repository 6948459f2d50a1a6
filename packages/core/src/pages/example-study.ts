// A small study for the tests of this room, executed from a plan written by hand: four indicators in two dimensions, a category, a number,
// an index, a comparison, a regression, a hypothesis and printed figures. Nothing of the product imports it.
import { sin } from '../numerics/trigonometry.ts';
import { codeStudy } from '../execute/code-study.ts';
import { readCsv } from '../data/index.ts';
import { execute } from '../execute/execute.ts';
import type { Address } from '../contract/address.ts';
import type { Label } from '../contract/variables.ts';
import type { Plan } from '../methods/plan.ts';
import type { StudyResults } from '../methods/results.ts';

/** What a label must survive. */
export const HOSTILE = `<script>alert("&'")</script>]]>\u0007`;

const text = (value: string): Label => [
  { lang: null, text: value },
  { lang: 'zh', text: `${value}（中文）` },
];
const address = (...path: string[]): Address => ({ path, args: null });
const figure = (table: string | null, path: Address, value: number, operator: '=' | '<' = '=') => ({
  table,
  row: null,
  column: null,
  address: path,
  operator,
  at: 'published',
  printed: { value, text: String(value), decimals: 2, percent: false, stars: null },
});

export function examplePlan(label: (name: string) => string = (name) => `Label of ${name}`): Plan {
  const scale = { name: 's', low: 1, high: 5, lowLabel: text(label('low')), highLabel: text(label('high')), points: [] };
  const indicator = (name: string, reversed = false) => ({
    kind: 'indicator' as const,
    name,
    label: text(label(name)),
    column: name,
    scale,
    askedOn: null,
    reversed,
    missing: null,
  });
  const level = (name: string, code: number) => ({ name, label: text(label(name)), codes: [{ kind: 'number' as const, value: code }] });
  const job = { missing: 'mean' as const, defaults: [] };
  return {
    revision: 1,
    title: text(label('study')),
    source: null,
    seed: 1,
    data: { file: 'd.csv', from: 'x.study', missing: [], outOfRange: 'dropped', joins: [] },
    variables: [
      indicator('a'),
      indicator('b'),
      indicator('c', true),
      indicator('d'),
      {
        kind: 'category',
        name: 'sex',
        label: text(label('sex')),
        column: 'sex',
        variable: null,
        missing: null,
        levels: [level('m', 1), level('f', 2), level('x', 3)],
        reference: 'm',
      },
      { kind: 'number', name: 'age', label: text(label('age')), column: 'age', formula: null, missing: null },
    ],
    groups: [
      { kind: 'dimension', name: 'one', label: text(label('one')), members: ['a', 'b'] },
      { kind: 'dimension', name: 'two', label: text(label('two')), members: ['c', 'd'] },
      { kind: 'block', name: 'who', label: text(label('who')), members: ['sex', 'age'] },
    ],
    jobs: [
      {
        kind: 'index',
        name: 'i',
        label: text(label('i')),
        items: ['a', 'b', 'c', 'd'],
        groups: ['one', 'two'],
        ...job,
        where: null,
        correlations: { kind: 'pearson' },
        score: 'regression',
        extract: { kind: 'components' },
        keep: { kind: 'fixed', count: 2 },
        rotate: { kind: 'varimax', kaiser: true },
        components: [
          { name: 'p', label: text(label('p')), marker: 'a' },
          { name: 'q', label: text(label('q')), marker: 'c' },
        ],
        compose: ['p'],
        weight: { kind: 'equal' },
        goalposts: { kind: 'observed' },
        rescale: { kind: 'range', low: 0, high: 100 },
      },
      {
        kind: 'compare',
        name: 'k',
        label: text(label('k')),
        outcomes: ['i', 'p', 'one'],
        by: ['sex'],
        where: null,
        missing: 'pairwise',
        postHoc: 'tukey',
        defaults: [],
      },
      {
        kind: 'regression',
        name: 'r',
        label: text(label('r')),
        outcomes: ['i', 'p'],
        terms: [
          { term: ['sex'], block: 'who', step: 1 },
          { term: ['age'], block: 'who', step: 1 },
        ],
        where: null,
        ...job,
        errors: { kind: 'classical' },
        method: { kind: 'linear' },
        random: [],
        show: ['standardized'],
        confidence: 0.95,
      },
    ],
    hypotheses: [
      {
        name: 'h',
        label: text(label('h')),
        claims: [
          { left: address('a', 'mean'), operator: '>', right: { kind: 'number', value: 2 }, text: 'a.mean > 2', at: 'h' },
          { left: address('a', 'mean'), operator: '<', right: { kind: 'number', value: 1 }, text: 'a.mean < 1', at: 'h' },
        ],
      },
    ],
    published: [
      {
        label: text(label('paper')),
        stars: [],
        starsStated: false,
        figures: [
          figure(null, address('sample'), 60),
          figure(label('table'), address('a', 'mean'), 9.99),
          figure(label('table'), address('a', 'sd'), 99, '<'),
        ],
      },
    ],
    report: { language: 'en', decimals: 3, tables: 'all', figures: 'all', stars: [0.1, 0.05, 0.01], ids: 'shown' },
  };
}

/** Results of a plan over 60 made-up answers, or over `rows` of one's own under the same header. */
export function executed(plan: Plan, rows: readonly string[] = madeUp()): StudyResults {
  const reading = readCsv(
    Uint8Array.from(`a,b,c,d,sex,age\n${rows.join('\n')}\n`, (character) => character.charCodeAt(0)),
    'd.csv',
    {},
  );
  const frame = reading.frame!;
  return execute(plan, codeStudy(plan, frame), frame);
}

function madeUp(): string[] {
  return Array.from({ length: 60 }, (_, row) => {
    const answer = (k: number): number =>
      Math.max(1, Math.min(5, Math.round(3 + 1.2 * sin(row * 1.7 + (k > 1 ? 2 : 0)) + 0.8 * sin(row * (k + 2.3)))));
    return [answer(0), answer(1), 6 - answer(2), answer(3), 1 + (row % 2), 18 + ((row * 13) % 50)].join(',');
  });
}

/** What is wrong with a picture as XML, in words: nothing, when all is well. Enough of a parser for what svg.ts writes. */
export function faultsOf(svg: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const plain = svg
    .replace(/^<\?xml[^>]*\?>\n/u, '')
    .replace(/\n$/u, '')
    .replace(/<style>[^<]*<\/style>/u, '');
  for (const part of plain.match(/<[^>]*>|[^<]+/gu) ?? []) {
    if (!part.startsWith('<')) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)|[\u0000-\u0008]/u.test(part)) faults.push(`text ${part}`);
      if (open.length === 0) faults.push(`text outside: ${part}`);
      continue;
    }
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"<]*")*)(\/?)>$/u.exec(part);
    if (tag === null) {
      faults.push(`tag ${part}`);
      continue;
    }
    const [, closing, name, attributes, empty] = tag as unknown as [string, string, string, string, string];
    const keys = [...attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/gu)].map((match) => ({ key: match[1]!, value: match[2]! }));
    if (new Set(keys.map((one) => one.key)).size !== keys.length) faults.push(`twice in ${part}`);
    for (const { key, value } of keys) {
      if (key !== 'aria-label' && /NaN|undefined|Infinity|null/u.test(value)) faults.push(`${key}="${value}"`);
      if (key === 'style' || key.startsWith('on')) faults.push(key);
      if (['width', 'height', 'r'].includes(key) && Number(value) < 0) faults.push(`${key}="${value}"`);
      if (/&(?!(?:amp|lt|gt|quot|#39);)/u.test(value)) faults.push(`${key}="${value}"`);
    }
    if (closing === '/') {
      if (open.pop() !== name) faults.push(`${part} closes nothing`);
    } else if (empty !== '/') open.push(name);
  }
  if (open.length > 0) faults.push(`left open: ${open.join(' ')}`);
  if (!/^<svg [^>]*role="img" aria-label="[^"]+"/u.test(plain)) faults.push('no name');
  return faults;
}
