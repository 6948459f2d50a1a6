// The built command line as a person calls it: output, exit codes, files. Needs `npm run build`, which `npm test` does.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, studyspecIn, type Ended } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-'));
  cpSync(join(root, 'examples/anshun'), join(folder, 'anshun'), { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const studyspec = (...args: string[]): Ended => studyspecIn(folder, ...args);

/** Writes a project into a folder of its own. */
function project(name: string, files: Record<string, string>): string {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
  return `${name}/study.study`;
}

const answers = `id,a,b,c,sex\n${Array.from(
  { length: 30 },
  (_, i) =>
    `${i + 1},${1 + ((i * 7 + Math.floor(i / 5)) % 5)},${1 + ((i * 3 + Math.floor(i / 4)) % 5)},${1 + ((i * 2) % 5)},${1 + (i % 2)}`,
).join('\n')}\n`;
const spec = (body: string): string =>
  `study "S"\ndata "d.csv" { id id }\nscale s 1..5\nindicator a on s\nindicator b on s\nindicator c on s\ncategory sex { m = 1  ` +
  `f = 2 }\n${body}\n`;

describe('the Anshun example', () => {
  const figures: readonly [string, string][] = [
    ['integration.kmo', '0.812'],
    ['integration.bartlett.chi2', '978.890'],
    ['integration.explained(psychological)', '19.442'],
    ['integration.explained(economic)', '18.047'],
    ['integration.explained(communicative)', '17.879'],
    ['integration.explained(cultural)', '10.567'],
    ['full.integration.f', '12.386'],
    ['full.psychological.f', '7.100'],
    ['full.economic.f', '6.873'],
    ['full.communicative.f', '3.721'],
    ['full.cultural.f', '1.038'],
  ];
  it('gives the numbers of the paper’s data', () => {
    const { code, out } = studyspec(
      'query',
      'anshun/anshun.study',
      '--json',
      ...figures.map(([address]) => address),
      'full.integration.adjusted_r2',
      'full.psychological.adjusted_r2',
      'full.economic.adjusted_r2',
      'full.communicative.adjusted_r2',
      'full.cultural.adjusted_r2',
      'integration.mean(mode.village)',
      'integration.mean(mode.township)',
      'integration.mean(mode.cities)',
      'integration.mean(all)',
      'integration.alpha.standardized',
      'cultural.mean(all)',
    );
    expect(code).toBe(0);
    const values = JSON.parse(out) as Record<string, number>;
    for (const [address, printed] of figures) expect(values[address]!.toFixed(3), address).toBe(printed);
    const rounded = (address: string, digits: number): string => values[address]!.toFixed(digits);
    expect(
      ['integration', 'psychological', 'economic', 'communicative', 'cultural'].map((name) => rounded(`full.${name}.adjusted_r2`, 4)),
    ).toEqual(['0.4692', '0.3214', '0.3132', '0.1744', '0.0030']);
    expect(['mode.village', 'mode.township', 'mode.cities', 'all'].map((group) => rounded(`integration.mean(${group})`, 2))).toEqual([
      '59.90',
      '54.58',
      '58.15',
      '58.11',
    ]);
    expect(rounded('integration.alpha.standardized', 4)).toBe('0.7952');
    expect(rounded('cultural.mean(all)', 2)).toBe('14.74');
  });

  it('shows what one typing error did', () => {
    const { out } = studyspec(
      'query',
      'anshun/anshun-clean.study',
      '--json',
      'integration.kmo',
      'integration.bartlett.chi2',
      'cultural.mean(all)',
    );
    const values = JSON.parse(out) as Record<string, number>;
    expect([
      values['integration.kmo']!.toFixed(4),
      values['integration.bartlett.chi2']!.toFixed(3),
      values['cultural.mean(all)']!.toFixed(2),
    ]).toEqual(['0.8091', '1037.238', '64.89']);
    const check = studyspec('check', 'anshun/anshun.study');
    expect(check.code).toBe(0);
    expect(check.out).toContain('SS321');
    expect(check.out).toMatch(/row 28 .*id AS-A-028, column cul_dialect: 55/u);
  });

  it('prints every figure of the paper against the computed one', () => {
    const { out } = studyspec('run', 'anshun/anshun.study', '--json');
    const results = JSON.parse(out) as {
      published: {
        figures: { table: string | null; printed: string; computed: number | null; agrees: boolean | null; starsAgree: boolean | null }[];
      }[];
    };
    const printed = results.published.flatMap((one) => one.figures);
    for (const table of ['Table 2', 'Table 3', 'Table 4', 'Table 5', 'Table 6'])
      expect(printed.filter((one) => one.table?.startsWith(table)).length, table).toBeGreaterThan(10);
    expect(printed.filter((one) => one.computed === null)).toEqual([]);
    const text = studyspec('run', 'anshun/anshun.study', '--only', 'published').out;
    expect(text).toMatch(/Printed figures: \d+ of \d+ differ\./u);
    // What agrees has its mark; what does not stands beside what is printed, in the paper's own tables.
    const agree = printed.filter((one) => one.agrees === true).length;
    expect(agree).toBeGreaterThan(100);
    const cells = text.slice(text.indexOf('Table 2.'));
    // One whose stars alone are others shows them.
    const starred = printed.filter((one) => one.agrees === true && one.starsAgree === false).length;
    expect(cells.match(/✓/gu)!.length).toBe(agree - starred);
    const counted = [...text.matchAll(/^(?:Single figures|Table \d.*?) +(\d+) +(\d+)$/gmu)].map(([, all, right]) => [
      Number(all),
      Number(right),
    ]);
    const sum = (at: 0 | 1): number => counted.reduce((total, one) => total + one[at]!, 0);
    expect([sum(0), sum(1)]).toEqual([printed.length, agree]);
    for (const one of printed.filter(({ agrees }) => agrees === false)) expect(cells).toContain(one.printed);
  });

  const FIGURES = [
    'blocks-answers',
    'by_mode-means-plot',
    'community_helps-claims',
    'dimensions-answers',
    'flow-plot',
    'full-coefficient-plot',
    'integration-loadings-map',
    'integration-scree-plot',
    'policy_helps-claims',
    'published-0-agreement',
    'respondents-levels',
    'study-framework',
    'towns-coefficient-plot',
    'towns_settle_in-claims',
  ];
  /** Whole files, by their path; one that is still being written begins with a dot. */
  const filesIn = (at: string): string[] =>
    readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(at, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();

  it('writes the same bytes twice', () => {
    const digest = (): string[] => {
      const at = join(folder, 'out');
      expect(studyspec('run', 'anshun/anshun.study', '--out', 'out').code).toBe(0);
      return filesIn(at).map(
        (file) =>
          `${file} ${createHash('sha256')
            .update(readFileSync(join(at, file)))
            .digest('hex')}`,
      );
    };
    const first = digest();
    expect(first.map((line) => line.split(' ')[0])).toEqual([
      'CONTENTS.txt',
      'data-problems.csv',
      ...FIGURES.map((name) => `figures/${name}.svg`),
      'manifest.json',
      'report.docx',
      'report.html',
      'report.txt',
      'results.json',
      'scores.csv',
      'scores.dta',
      'scores.sav',
    ]);
    expect(digest()).toEqual(first);
    for (const file of ['report.html', 'report.txt', 'results.json', 'scores.csv', 'scores.dta', 'scores.sav'])
      expect(readFileSync(join(folder, 'out', file), 'utf8')).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/u);
    const html = readFileSync(join(folder, 'out/report.html'), 'utf8');
    expect(html).not.toMatch(/<script|(?:src|href)="https?:/u);
  }, 180_000);

  it('writes JSON as its schema says', () => {
    const schema = JSON.parse(readFileSync(join(root, 'packages/cli/schema/results.schema.json'), 'utf8')) as object;
    const valid = new Ajv2020({ strict: false }).compile(schema);
    for (const file of ['anshun/anshun.study', 'anshun/anshun-clean.study']) {
      const document = JSON.parse(studyspec('run', file, '--json').out) as { version: number };
      expect(valid(document), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
      expect(valid({ ...document, version: 3 })).toBe(false);
    }
  });

  it('speaks Chinese', () => {
    const { out } = studyspec('run', 'anshun/anshun.study', '--lang', 'zh', '--only', 'integration');
    expect(out).toContain('社会融入');
    expect(out).toContain('心理认同');
  });

  it('leaves no half-written file when it is killed at any moment', async () => {
    const at = join(folder, 'killed');
    mkdirSync(at);
    studyspec('run', 'anshun/anshun.study', '--out', 'whole', '--no-word');
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      for (let delay = 60; delay <= 600; delay += 60) {
        await new Promise<void>((resolve) => {
          const child = spawn(process.execPath, [program, 'run', 'anshun/anshun.study', '--out', 'killed', '--no-word'], {
            cwd: folder,
            stdio: 'ignore',
          });
          const timer = setTimeout(() => child.kill(signal), delay);
          child.on('exit', () => {
            clearTimeout(timer);
            resolve();
          });
        });
        for (const file of filesIn(at))
          expect(
            readFileSync(join(at, file), 'utf8') === readFileSync(join(folder, 'whole', file), 'utf8'),
            `${file} after ${delay} ms`,
          ).toBe(true);
      }
    }
  });
});

describe('studies side by side', () => {
  it('are compared in the terminal, as a page and for programs, the same bytes each time', () => {
    const files = ['anshun/anshun.study', 'anshun/anshun-clean.study'];
    const { code, out } = studyspec('compare', ...files, '--replications', '20');
    expect(code).toBe(0);
    for (const heading of [
      'What was asked differently',
      'Items side by side',
      'Structure of the components',
      'Is it measured alike?',
      'Scores three ways',
      'Coefficients',
      'Hypotheses',
    ])
      expect(out).toContain(heading);
    expect(studyspec('compare', ...files, '--replications', '20').out).toBe(out);
    expect(studyspec('compare', ...files, '--replications', '20', '-o', 'compared.html', '--lang', 'zh').code).toBe(0);
    expect(readFileSync(join(folder, 'compared.html'), 'utf8')).toContain('测量是否一致');
    expect(
      (JSON.parse(studyspec('compare', ...files, '--replications', '0', '--json').out) as { studies: { name: string }[] }).studies.map(
        (one) => one.name,
      ),
    ).toEqual(['anshun', 'anshun-clean']);
  });

  it('are two or more, each with data', () => {
    expect(studyspec('compare', 'anshun/anshun.study').code).toBe(2);
    const framework = project('framework', { 'study.study': 'framework "F"\nscale s 1..5\nindicator a on s\n' });
    const { code, err } = studyspec('compare', 'anshun/anshun.study', framework);
    expect(code).toBe(1);
    expect(err).toContain('has no data');
  });
});

describe('bad input', () => {
  const cases: readonly [what: string, code: string, files: Record<string, string>][] = [
    ['a syntax error', 'SS104', { 'study.study': spec('regresion r { explain a  by b }'), 'd.csv': answers }],
    ['an unknown name', 'SS201', { 'study.study': spec('block x of a, bb'), 'd.csv': answers }],
    ['an unknown column', 'SS320', { 'study.study': spec('indicator d on s'), 'd.csv': answers }],
    ['no data file', 'SS301', { 'study.study': spec('block x of a, b') }],
    ['an empty data file', 'SS302', { 'study.study': spec('block x of a, b'), 'd.csv': '' }],
    [
      'too few cases',
      'SS502',
      { 'study.study': spec('regression r { explain a  by b  where c < 2 and sex is m and a > 2 }'), 'd.csv': answers },
    ],
    ['an empty subset', 'SS507', { 'study.study': spec('regression r { explain a  by b, c  where a > 7 }'), 'd.csv': answers }],
    ['nothing at all', 'SS', { 'study.study': '' }],
    ['bytes that are no text', 'SS', { 'study.study': '\u0000\u0001\u0002 \ud800 {{{{ ((' }],
  ];
  it.each(cases)('%s: %s, exit 1, no stack trace', (what, code, files) => {
    const entry = project(what.replaceAll(' ', '-'), files);
    const { code: exit, out, err } = studyspec('run', entry);
    expect(exit).toBe(1);
    expect(out + err).toContain(code);
    expect(out + err).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)|node:internal|internal error/mu);
  });

  it('an empty file is no mistake: check says what can be begun; there is nothing to run, to audit or to ask again', () => {
    const entry = project('empty', { 'study.study': '// ours\n', 'd.csv': answers });
    const checked = studyspec('check', entry);
    expect(checked.code).toBe(0);
    for (const begun of ['The file is empty', 'study "Title" and data "answers.csv"', 'replicates "other.study"', 'framework "Title"'])
      expect(checked.out).toContain(begun);
    for (const args of [
      ['run', entry],
      ['audit', entry],
      ['replicate', entry, 'empty/d.csv'],
    ]) {
      const { code, err } = studyspec(...args);
      expect(code, args.join(' ')).toBe(1);
      expect(err, args.join(' ')).toMatch(/The file is empty.*1 note[^;]*; nothing was/su);
    }
  });

  it('is a wrong call: exit 2, and what would be right', () => {
    for (const args of [
      [],
      ['rum', 'x.study'],
      ['run'],
      ['run', 'anshun/anshun.study', '--format', 'docs'],
      ['run', 'anshun/anshun.study', '--only', 'intergration'],
      ['query', 'anshun/anshun.study', 'integration.kmoo'],
      ['explain', 'SS999'],
      ['audit', 'anshun/published.study', '--format', 'docs'],
      ['begin', 'x.csv'],
      ['compare', 'x.study'],
    ]) {
      const { code, out, err } = studyspec(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(`${out}${err}`, args.join(' ')).not.toMatch(/^\s+at /mu);
    }
    expect(studyspec('query', 'anshun/anshun.study', 'integration.kmoo').err).toContain('integration.kmo');
  });

  it('finds ten mistakes in one pass, each on its own few words', () => {
    const text = `study "Ten"
data "d.csv" { id id }
scale s 1..5
indicater a on s
indicator b on t
indicator c on s reversd
category sex { m = 1  f = 2 }
category mode from sex { m = 1  f =  }
block all of a b, c
index i { of a, b, c  rotate varimx }
index j { of a, zz, c  missing mean }
regression r { explain a  by b  where sex is woman }
regression q { explain c  by b + a }
compare k { of a  by sex  extract components }
`;
    const entry = project('ten', { 'study.study': text, 'd.csv': answers });
    const { code, out } = studyspec('check', entry, '--json');
    expect(code).toBe(1);
    const { problems } = JSON.parse(out) as { problems: { code: string; place: { line: number; start: number; end: number } | null }[] };
    const errors = problems.filter((problem) => problem.code !== 'SS613');
    expect(errors.map((problem) => `${problem.place?.line}: ${text.slice(problem.place!.start, problem.place!.end)}`)).toEqual([
      '4: indicater',
      '5: t',
      '6: reversd',
      '8: f =',
      '9: b',
      '10: varimx',
      '11: zz',
      '12: woman',
      '13: +',
      '14: extract',
    ]);
    for (const problem of errors) {
      const explained = studyspec('explain', problem.code);
      expect(explained.code).toBe(0);
      expect(explained.out).toContain(problem.code);
    }
  });
});

describe('help', () => {
  it('has examples in every command', () => {
    for (const command of ['run', 'check', 'audit', 'query', 'compare', 'replicate', 'fmt', 'lsp', 'explain']) {
      const { code, out } = studyspec(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`studyspec ${command}`);
      expect(out).toContain('Examples:');
    }
  });
});
