// One study, one list of problems: the built program's check, run, report and language server tell the same, with the same counts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClient, type Client, type Diagnostic } from '../lsp/client.ts';
import { EXAMPLES } from '../support/examples.ts';
import { studyspecIn, type Ended } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let client: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-'));
  client = await startClient(pathToFileURL(root).href);
});
afterAll(async () => {
  await client.close();
  rmSync(folder, { recursive: true, force: true });
});

const studyspec = (...args: string[]): Ended => studyspecIn(root, ...args);

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly place: {
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
    readonly start?: number;
    readonly span?: { readonly start: number };
  } | null;
}
interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}
interface Check {
  readonly studies: readonly { readonly computed: boolean; readonly reason: string | null; readonly counts: Counts }[];
  readonly counts: Counts;
  readonly problems: readonly Told[];
}

const countsOf = (problems: readonly { readonly severity: string }[]): Counts => {
  const of = (severity: string): number => problems.filter((one) => one.severity === severity).length;
  return { error: of('error'), warning: of('warning'), info: of('info') };
};
const sentence = ({ error, warning, info }: Counts): string =>
  [
    [error, 'error'],
    [warning, 'warning'],
    [info, 'note'],
  ]
    .flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]))
    .join(', ');
/** `folder`: results name files from the spec's own folder, check from the working folder. */
const placed = (one: Told, folder = ''): string =>
  `${one.code} ${one.place == null ? '' : posix.join(folder, one.place.file)} ` +
  `${one.place?.start ?? one.place?.span?.start ?? ''} ${one.message}`;

/** All that was published last for each file, with the study's own numbers. */
async function published(
  file: string,
): Promise<{ readonly diagnostics: readonly (Diagnostic & { readonly uri: string })[]; readonly counts: Counts }> {
  const uri = pathToFileURL(join(root, file)).href;
  client.open(uri, readFileSync(join(root, file), 'utf8'));
  const numbers = await client.ready(uri, 1);
  // A request is answered after all that was pushed before it.
  await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  const last = new Map<string, readonly Diagnostic[]>();
  for (const { method, params } of client.messages)
    if (method === 'textDocument/publishDiagnostics')
      last.set((params as { uri: string }).uri, (params as { diagnostics: readonly Diagnostic[] }).diagnostics);
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.until(
    ({ method, params }) =>
      method === 'textDocument/publishDiagnostics' &&
      (params as { uri: string; diagnostics: readonly unknown[] }).uri === uri &&
      (params as { diagnostics: readonly unknown[] }).diagnostics.length === 0,
    false,
  );
  return { diagnostics: [...last].flatMap(([where, list]) => list.map((one) => ({ ...one, uri: where }))), counts: numbers.counts };
}

describe.each(EXAMPLES)('%s', (file) => {
  const check = (): Check => JSON.parse(studyspec('check', file, '--json').out) as Check;

  it('has the same problems in check, as text and for programs', () => {
    const found = check();
    const valid = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(join(root, 'packages/cli/schema/check.schema.json'), 'utf8')) as object,
    );
    expect(valid(found), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expect(found.counts).toEqual(countsOf(found.problems));
    expect(found.studies.map((one) => one.counts)).toEqual([found.counts]);
    const { out } = studyspec('check', file);
    const text = [...out.matchAll(/^(error|warning|info)\[(SS\d+)\]: (.*)\n +--> (.*):(\d+):(\d+)$/gmu)].map(
      ([, severity, code, message, path, line, column]) => [severity, code, message, path, Number(line), Number(column)],
    );
    expect(text).toEqual(
      found.problems.map((one) => [one.severity, one.code, one.message, one.place!.file, one.place!.line, one.place!.column]),
    );
    expect(out.trimEnd().split('\n').at(-1)).toContain(`${sentence(found.counts)}.`);
    for (const format of ['sarif', 'github'])
      expect(
        studyspec('check', file, '--format', format).out.split(format === 'sarif' ? '"ruleId"' : '\n::').length -
          (format === 'sarif' ? 1 : 0),
        format,
      ).toBe(found.problems.length);
  });

  it('has the same problems in run: its results, its report and what it says', () => {
    const found = check();
    const { err, code } = studyspec('run', file, '--out', join(folder, file.replaceAll('/', '-')), '--force', '--no-word');
    if (found.studies[0]!.reason === 'no data') {
      expect(code).toBe(1);
      return;
    }
    expect(found.studies[0]).toMatchObject({ computed: true, reason: null });
    expect(err).toContain(`\n${sentence(found.counts)}: the report lists them`);
    const read = (name: string): string => readFileSync(join(folder, file.replaceAll('/', '-'), name), 'utf8');
    const results = JSON.parse(read('results.json')) as { problems: readonly Told[] };
    expect(results.problems.map((one) => placed(one, posix.dirname(file)))).toEqual(found.problems.map((one) => placed(one)));
    const [, section = ''] = read('report.html').split('<section id="warnings">');
    // What is said of printed figures stands folded behind the rest.
    expect(
      [...section.matchAll(/class="note (?:error|warning|plain)"><?p?>?<code>(SS\d+)<\/code>/gu)].map((match) => match[1]).sort(),
    ).toEqual(found.problems.map((one) => one.code).sort());
    // Under the title, at its beginning and above the list.
    for (const report of [read('report.html'), read('report.txt').replace(/\s+/gu, ' ')])
      expect(report.split(sentence(found.counts)).length - 1).toBe(3);
  });

  it('has the same problems and counts in the editor', async () => {
    const found = check();
    const { diagnostics, counts } = await published(file);
    const severities = ['', 'error', 'warning', 'info'];
    const key = (uri: string, severity: string, code: string, line: number, column: number, message: string): string =>
      JSON.stringify([uri, severity, code, line, column, message]);
    expect(
      diagnostics
        .map((one) =>
          key(
            one.uri,
            severities[one.severity]!,
            one.code,
            one.range.start.line + 1,
            one.range.start.character + 1,
            one.message.split('\n')[0]!,
          ),
        )
        .sort(),
    ).toEqual(
      found.problems
        .map((one) =>
          key(pathToFileURL(join(root, one.place!.file)).href, one.severity, one.code, one.place!.line!, one.place!.column!, one.message),
        )
        .sort(),
    );
    expect(counts).toEqual(found.counts);
  });

  it('says with --quick that nothing was computed, in words and for programs', () => {
    const quick = JSON.parse(studyspec('check', file, '--quick', '--json').out) as Check;
    const { out } = studyspec('check', file, '--quick');
    const without = quick.studies[0]!.reason === 'no data';
    expect(quick.studies[0]).toMatchObject({ computed: false, reason: without ? 'no data' : 'quick' });
    expect(out.includes('Nothing was computed (--quick)')).toBe(!without);
    if (!without) expect(quick.problems.length).toBeLessThan(check().problems.length);
    expect(quick.problems.some((problem) => /^SS[567]/u.test(problem.code))).toBe(false);
  });
});

it('a study with errors is not computed, and both commands list the same', () => {
  const spec = 'study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nindicator b on t\npublished "P" { a.mean = 4.99 }\n';
  writeFileSync(join(folder, 's.study'), spec);
  writeFileSync(join(folder, 'd.csv'), `a,b\n${Array.from({ length: 20 }, (_, row) => `${1 + (row % 5)},${1 + (row % 3)}`).join('\n')}\n`);
  const checked = studyspec('check', join(folder, 's.study'));
  const json = JSON.parse(studyspec('check', join(folder, 's.study'), '--json').out) as Check;
  const ran = studyspec('run', join(folder, 's.study'));
  expect([checked.code, ran.code]).toEqual([1, 1]);
  expect(json.studies[0]).toMatchObject({ computed: false, reason: 'errors' });
  expect(checked.out).toContain('Nothing was computed because of the errors');
  const codes = (text: string): (string | undefined)[] =>
    [...text.matchAll(/^(?:error|warning|info)\[(SS\d+)\]/gmu)].map((match) => match[1]);
  expect(codes(ran.err)).toEqual(json.problems.map((one) => one.code));
  expect(ran.err).toContain(`${sentence(json.counts)}; nothing was computed.`);
});
