// Results for programs (results-2): the shipped schema holds for every example and every published design; labels, options, tables,
// estimates and places say what the rest of the program says.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = madeFolder();
afterAll(folder.remove);

const valid = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(root, 'packages/cli/schema/results.schema.json'), 'utf8')) as object,
);
type Label = readonly { readonly lang: string | null; readonly text: string }[];
type Cell =
  | string
  | null
  | { readonly text: string; readonly address?: string; readonly addresses?: readonly string[]; readonly value?: number | null };
interface Results {
  readonly version: number;
  readonly labels: Readonly<Record<string, { readonly kind: string; readonly label: Label }>>;
  readonly options: Readonly<Record<string, readonly { readonly clause: string; readonly value: unknown; readonly stated: boolean }[]>>;
  readonly plan: { readonly jobs: readonly { readonly name: string }[]; readonly variables: readonly { readonly name: string }[] };
  readonly quantities: Readonly<Record<string, { readonly value: number | null }>>;
  readonly tables: readonly {
    readonly id: string;
    readonly section: string;
    readonly columns: readonly object[];
    readonly rows: readonly (readonly Cell[])[];
  }[];
  readonly terms: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[] };
  readonly problems: readonly {
    readonly place: {
      readonly file: string;
      readonly span: { readonly start: number; readonly end: number };
      readonly line: number;
      readonly column: number;
      readonly endLine: number;
      readonly endColumn: number;
    } | null;
  }[];
}
const resultsOf = async (file: string, ...args: string[]): Promise<{ readonly text: string; readonly results: Results }> => {
  const { out } = await call('run', file, '--format', 'json', ...args);
  return { text: out, results: JSON.parse(out) as Results };
};

const studies = [
  ...['anshun/anshun.study', 'anshun/anshun-clean.study', 'bijie/bijie.study'].map((file) => join(root, 'examples', file)),
  ...readdirSync(join(root, 'test/exam'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => join(root, 'test/exam', name, 'study.study')),
];

describe('results for programs', () => {
  it.each(studies)('are as the schema says: %s', async (file) => {
    const { text, results } = await resultsOf(file);
    expect(valid(results), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(text).not.toMatch(/\bNaN\b|\bInfinity\b/u);
    // Every cell with an address prints the number that stands there.
    const cells = results.tables.flatMap(({ rows }) => rows.flat());
    const addressed = cells.flatMap((cell) => (typeof cell === 'object' && cell?.address !== undefined ? [cell] : []));
    expect(addressed.length).toBeGreaterThan(20);
    for (const { address, value } of addressed) if (address! in results.quantities) expect(value).toBe(results.quantities[address!]!.value);
    expect(addressed.filter(({ address }) => !(address! in results.quantities)).map(({ address }) => address)).toEqual([]);
    // Every declared procedure has its label and its choices.
    for (const { name } of results.plan.jobs) {
      expect(results.labels[name], name).toBeDefined();
      expect(results.options[name], name).toBeDefined();
    }
    for (const { name } of results.plan.variables) expect(results.labels[name], name).toBeDefined();
  });

  it('are refused by the schema when a part is missing, is of another version or has what the schema does not know', async () => {
    folder.write({ 's.study': declared() + models, 'd.csv': answers });
    const { results } = await resultsOf(folder.at('s.study'));
    expect(valid(results)).toBe(true);
    for (const part of ['format', 'labels', 'plan', 'options', 'tables', 'terms', 'language']) {
      const { [part]: _, ...rest } = results as unknown as Record<string, unknown>;
      expect(valid(rest), part).toBe(false);
    }
    expect(valid({ ...results, version: 1 })).toBe(false);
    expect(valid({ ...results, more: 1 })).toBe(false);
  });

  it('tell labels in all languages, options as they hold, estimates as tidy does', async () => {
    folder.write({
      's.study': `${declared() + models}regression Q { explain x by a  errors hc3 }\n`,
      'd.csv': answers,
    });
    const file = folder.at('s.study');
    const { results } = await resultsOf(file);
    const choice = (name: string, clause: string) => results.options[name]!.find((one) => one.clause === clause);
    expect(choice('Q', 'errors')).toEqual({ clause: 'errors', value: { kind: 'hc3' }, stated: true });
    expect(choice('R', 'errors')).toEqual({ clause: 'errors', value: { kind: 'classical' }, stated: false });
    expect(results.labels['g.u']!.kind).toBe('level');
    const tidy = (await call('run', file, '--format', 'tidy')).out.trimEnd().split('\r\n');
    expect(results.terms.columns.join(',')).toBe(tidy[0]);
    expect(results.terms.rows.length).toBe(tidy.length - 1);
    const anshun = await resultsOf(studies[0]!, '--only', 'full');
    expect(anshun.results.labels['integration']!.label.map(({ lang }) => lang)).toEqual([null, 'zh']);
    expect(new Set(anshun.results.tables.map(({ section }) => section))).toEqual(new Set(['full']));
  });

  it('tell line and column of a problem in UTF-16 units, also behind a sign beyond the first plane and CR LF', async () => {
    const spec = `// 𠮷\n${declared()}${models}index 𠮷i "𠮷𠮷" { of D  keep 1 }\n`.replaceAll('\n', '\r\n');
    folder.write({ 'u.study': spec, 'd.csv': answers });
    const { results } = await resultsOf(folder.at('u.study'), '--all-problems');
    const placed = results.problems.flatMap(({ place }) => (place === null || !place.file.endsWith('.study') ? [] : [place]));
    expect(placed.length).toBeGreaterThan(0);
    for (const { span, line, column, endLine, endColumn } of placed) {
      const at = (offset: number): [number, number] => {
        const before = spec.slice(0, offset).split('\r\n');
        return [before.length, before.at(-1)!.length + 1];
      };
      expect([line, column]).toEqual(at(span.start));
      expect([endLine, endColumn]).toEqual(at(span.end));
    }
  });

  it('have a line a number, so that what moved is what differs, and stay small', async () => {
    const { text } = await resultsOf(studies[0]!);
    expect(text).toMatch(/^ {4}"integration\.kmo": \{"value":/mu);
    // 1.40 MB; version 1, without labels, plan, tables and terms, had 1.46.
    expect(text.length).toBeLessThan(1_500_000);
  });
});
