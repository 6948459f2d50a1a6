// A list of problems of which nobody sees the end shows those that matter most and says how many it leaves out: in a terminal, in reports,
// for programs and in the editor. Counts are of all. And what a call ends with: `query` where errors were raised, `--lang` in a language
// that no report is written in.
import { mostImportant, raise, unknownName, type Problem, type Severity } from '@studyspec/core';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClient } from '../lsp/client.ts';
import { answers, makeFolder, type Folder } from '../support/cli.ts';

const N = 1000;
const broken = `framework "many"\nscale s 1..5\n${Array.from({ length: N }, (_, i) => `indicator q${i} on nowhere${i}`).join(
  '\n',
)}\nindex one { of q1  rotate zzqx }\n`;
/** A thousand levels, of which nobody has any but three: as many notes; and one figure that is not what comes of the data. */
const noted =
  `study "noted"\ndata "d.csv" { id id }\nscale s 1..5\ndimension D on s { indicator a  ` +
  `indicator b  ` +
  `indicator c  ` +
  `indicator d }\n${Array.from({ length: N }, (_, i) => `category c${i} from g { one = 1  two = 2  three = 3  four${i} = 4 }`).join(
    '\n',
  )}\npublished "p" { D.alpha = 0.1 }\n`;
let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  folder.write({ 'broken.study': broken, 'noted.study': noted, 'd.csv': answers });
});
afterAll(() => {
  folder.remove();
});

const heads = (text: string): string[] => [...text.matchAll(/^(?:error|warning|info)\[(SS\d+)\]/gmu)].map(([, code]) => code!);

describe('in a terminal', () => {
  it('200 are shown, all are counted, every kind of problem is among them, and the option shows all', () => {
    const { code, out } = folder.studyspec('check', 'broken.study');
    expect(code).toBe(1);
    expect(heads(out)).toHaveLength(200);
    expect(out).toContain('Not shown: 801 errors (801 × SS201). studyspec check --all-problems shows all.\n');
    expect(out).toContain('1001 errors.');
    expect(out).toContain('"zzqx"');
    const all = folder.studyspec('check', 'broken.study', '--all-problems').out;
    expect(heads(all)).toHaveLength(N + 1);
    expect(all).not.toContain('not shown');
    expect(folder.studyspec('check', '--help').out).toContain('--all-problems');
    expect(folder.studyspec('run', '--help').out).toContain('--all-problems');
  });

  it('where nothing can be computed too', () => {
    const { code, err } = folder.studyspec('query', 'broken.study', 'q1.mean');
    expect(code).toBe(1);
    expect(heads(err)).toHaveLength(200);
    expect(err).toContain('Not shown: 801 errors');
  });
});

describe('for programs', () => {
  it('JSON says how many are left out', () => {
    const some = JSON.parse(folder.studyspec('check', '--json', 'broken.study').out) as {
      counts: object;
      leftOut: number;
      problems: unknown[];
    };
    expect(some).toMatchObject({ counts: { error: N + 1, warning: 0, info: 0 }, leftOut: 801 });
    expect(some.problems).toHaveLength(200);
    const all = JSON.parse(folder.studyspec('check', '--json', '--all-problems', 'broken.study').out) as {
      leftOut: number;
      problems: unknown[];
    };
    expect(all.leftOut).toBe(0);
    expect(all.problems).toHaveLength(N + 1);
  });

  it('SARIF and annotations say it in a sentence', () => {
    const sarif = JSON.parse(folder.studyspec('check', '--format', 'sarif', 'broken.study').out) as {
      runs: { results: unknown[]; invocations: unknown }[];
    };
    expect(sarif.runs[0]!.results).toHaveLength(200);
    expect(JSON.stringify(sarif.runs[0]!.invocations)).toContain('Not shown: 801 errors');
    const lines = folder.studyspec('check', '--format', 'github', 'broken.study').out.trimEnd().split('\n');
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toContain('Not shown: 801 errors');
  });

  it('results too', () => {
    const counts = JSON.parse(folder.studyspec('check', '--json', 'noted.study').out) as { counts: Record<string, number> };
    const total = Object.values(counts.counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(N);
    const results = JSON.parse(folder.studyspec('run', '--json', 'noted.study').out) as {
      problems: { code: string }[];
      problemsLeftOut: number;
    };
    expect(results.problems).toHaveLength(200);
    expect(results.problemsLeftOut).toBe(total - 200);
    expect(results.problems.map((one) => one.code)).toContain('SS701');
    expect(
      (JSON.parse(folder.studyspec('run', '--json', '--all-problems', 'noted.study').out) as { problems: unknown[] }).problems,
    ).toHaveLength(total);
  });
});

describe('in a report', () => {
  it.each(['text', 'html'])('as %s', (format) => {
    const some = folder.studyspec('run', 'noted.study', '--format', format).out;
    expect(some).toMatch(/Not shown: /u);
    expect(some).toMatch(/--all-problems/u);
    expect(folder.studyspec('run', 'noted.study', '--format', format, '--all-problems').out).not.toMatch(/Not shown: /u);
    expect(folder.studyspec('run', 'noted.study', '--format', format, '--lang', 'zh').out).toContain('未列出：');
  });
});

it('in the editor: 200 and a line that says how many more, the status counting all', async () => {
  const client = await startClient(null);
  const uri = pathToFileURL(folder.at('broken.study')).href;
  client.open(uri, broken);
  const found = await client.diagnostics(uri, 1);
  expect(found).toHaveLength(201);
  expect(found[0]).toMatchObject({
    severity: 3,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    message: 'Not shown: 801 errors (801 × SS201). studyspec check --all-problems shows all.',
  });
  const message = await client.until(({ method }) => method === 'studyspec/numbers');
  expect(message.params).toMatchObject({ counts: { error: N + 1 } });
  await client.close();
});

it('what is shown of a list: graver before less grave, in the order of the list, every kind as far as there is room', () => {
  const one = (severity: Severity, kind: number, at: number): Problem => ({
    ...raise(unknownName, { name: `n${at}`, role: { is: 'scale' }, nearest: null, known: [] }),
    severity,
    code: `SS${100 + kind}`,
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom<Severity>('error', 'warning', 'info'), fc.nat(6)), { maxLength: 120 }),
      fc.integer({ min: 8, max: 60 }),
      (given, most) => {
        const list = given.map(([severity, kind], at) => one(severity, kind, at));
        const { shown, left } = mostImportant(list, most);
        expect([...shown, ...left].sort((a, b) => list.indexOf(a) - list.indexOf(b))).toEqual(list);
        expect(shown).toHaveLength(Math.min(most, list.length));
        expect(shown).toEqual(list.filter((problem) => shown.includes(problem)));
        const order = ['error', 'warning', 'info'];
        const [least, gravest] = [
          Math.max(...shown.map((problem) => order.indexOf(problem.severity))),
          Math.min(...left.map((problem) => order.indexOf(problem.severity))),
        ];
        expect(least).toBeLessThanOrEqual(gravest);
        for (const severity of order.slice(0, least)) {
          const kinds = (problems: readonly Problem[]): Set<string> =>
            new Set(problems.filter((problem) => problem.severity === severity).map((problem) => problem.code));
          expect(kinds(shown)).toEqual(kinds(list));
        }
      },
    ),
    { seed: 5 },
  );
});

describe('what a call ends with', () => {
  it('query ends with 1 where what was asked for raised errors, also when all its numbers are there', () => {
    folder.write({
      'twins.study':
        `study "t"\ndata "twins.csv" { id id }\nindicator a on 1..5\nindicator b on 1..5\nnumber x\nnumber y\nregression r { ` +
        `explain a by x, y }\n`,
      'twins.csv': `id,a,b,x,y\n${Array.from({ length: 30 }, (_, i) => `${i},${1 + (i % 5)},${1 + ((i * 3) % 5)},${i},${2 * i}`).join(
        '\n',
      )}\n`,
    });
    const { code, out, err } = folder.studyspec('query', 'twins.study', 'a.mean', 'r.a.r2');
    expect(out).toMatch(/^a\.mean +3\.000\nr\.a\.r2 /u);
    expect(heads(err).length).toBeGreaterThan(0);
    expect(err).toContain('error[');
    expect(code).toBe(1);
    folder.write({ 'fine.study': 'study "t"\ndata "twins.csv" { id id }\nindicator a on 1..5\n' });
    expect(folder.studyspec('query', 'fine.study', 'a.mean')).toEqual({ code: 0, out: '3.000\n', err: '' });
  });

  it.each([
    ['run', ['run', 'fine.study']],
    ['run --out', ['run', 'fine.study', '--out', 'report']],
    ['audit', ['audit', 'printed.study']],
    ['compare', ['compare', 'fine.study', 'fine2.study']],
  ])('%s in a language that no report is written in is a wrong call, with the nearest word', (_, call) => {
    folder.write({
      'fine.study': 'study "t"\ndata "twins.csv" { id id }\nindicator a on 1..5\n',
      'fine2.study': 'study "u"\ndata "twins.csv" { id id }\nindicator a on 1..5\n',
      'printed.study': 'study "p"\npublished "p" { sample = 30 }\n',
    });
    expect(folder.studyspec(...call, '--lang', 'xx')).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('--lang xx: StudySpec speaks en and zh.') as string,
    });
    expect(folder.studyspec(...call, '--lang', 'zn').err).toMatch(/Did you mean --lang (?:zh|en)\?/u);
    expect(folder.studyspec(...call, '--lang', 'constructor').code).toBe(2);
  });
});
