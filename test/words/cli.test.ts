// What the command line says, in English and in Chinese: the help of every command, every wrong call, every notice. It runs in this
// process; what it writes is caught before it reaches a stream.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { environmentLanguage, languageOfCall } from '../../packages/cli/src/base/speech.ts';
import { internalError } from '../../packages/cli/src/base/exit.ts';
import { runProgram } from '../../packages/cli/src/program.ts';
import { cli as english } from '../../packages/core/src/words/en/cli/index.ts';
import { cli as chinese } from '../../packages/core/src/words/zh/cli/index.ts';
import { wrongSigns } from './chinese.ts';

const written = vi.hoisted(() => ({ text: '' }));
vi.mock('../../packages/cli/src/base/streams.ts', async (original) => ({
  ...(await original<typeof import('../../packages/cli/src/base/streams.ts')>()),
  write: (_: unknown, text: string) => {
    written.text += text;
    return Promise.resolve();
  },
}));

/** Both streams of a call, one after the other. */
async function call(...args: string[]): Promise<{ code: number; text: string }> {
  written.text = '';
  const catching = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      written.text += String(text);
      return true;
    }),
  );
  try {
    return { code: await runProgram(args), text: written.text };
  } finally {
    for (const one of catching) one.mockRestore();
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
});
const speaking = (tag: string): void => {
  vi.stubEnv('LC_ALL', '');
  vi.stubEnv('LC_MESSAGES', '');
  vi.stubEnv('LANG', tag);
};

const folder = mkdtempSync(join(tmpdir(), 'studyspec-words-'));
const made = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const row = (i: number): string => [`V${i}`, 1 + (i % 5), 1 + ((i * 3) % 5), 1 + ((i * 7 + 1) % 4), 1 + (i % 2)].join();
const data = made('d.csv', `id,a,b,c,sex\n${Array.from({ length: 24 }, (_, i) => row(i)).join('\n')}\n`);
const declared = 'scale s 1..5\ndimension d on s {\n  indicator a\n  indicator b\n  indicator c\n}\ncategory sex { m = 1, f = 2 }\n';
const spec = (head: string, rest = ''): string => `study "t"\n${head}\n${declared}${rest}`;
const study = made('t.study', spec('data "d.csv" { id id }'));
const other = made('u.study', spec('data "d.csv" { id id }'));
const framework = made('f.study', spec(''));
const broken = made('b.study', spec('data "d.csv" { id id }', 'dimension e on s { indicator nowhere }\nindicater z\n'));
const refuted = made('h.study', spec('data "d.csv" { id id }', 'hypothesis h "too high": d.mean > 5\n'));
const comparison = made('c.study', 'comparison c "Both" {\n  one "One" = "t.study"\n  two "Two" = "u.study"\n}\n');
const exists = made('there.html', 'x');
const page = (name: string): string => join(folder, name);
const latin = made('latin.study', Uint8Array.from([0x73, 0x74, 0x75, 0x64, 0x79, 0x20, 0x22, 0xd6, 0xd0, 0xce, 0xc4, 0x22, 0x0a]));
mkdirSync(page('out'));
made('out/report.html', 'somebody’s');
mkdirSync(page('dir.html'));

const commands = ['run', 'check', 'query', 'scores', 'codebook', 'audit', 'compare', 'fmt', 'replicate', 'init', 'explain', 'lsp'];

/** Without what is typed, what stands in a column of its own before its meaning, and files. */
const prose = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^ {2}\S.*? {2,}/u, '').replace(/^用法：studyspec.*$/u, ''))
    .map((line) => line.replaceAll(/studyspec(?: [\w.:<>\-"=/]+)+|--?[a-z-]+(?:[ =][a-z<>]+)?/giu, '□').trim())
    .join('\n');
const wrongIn = (text: string): readonly string[] => text.split('\n').flatMap(wrongSigns);

describe('the help of the command line', () => {
  it.each([[], ...commands.map((one) => [one])])('is told in the language that the environment asks for: %s', async (...command) => {
    speaking('zh_CN.UTF-8');
    const { code, text } = await call(...command, '--help');
    expect(code).toBe(0);
    expect(text).toContain('用法：studyspec');
    expect(text).toContain('选项：');
    expect(wrongIn(prose(text))).toEqual([]);
    speaking('C');
    const plain = await call(...command, '--help');
    expect(plain.text).toContain('Usage: studyspec');
    expect(plain.text).not.toMatch(/\p{Script=Han}/u);
    expect(await call(...command, '--help', '--lang', 'zh')).toEqual({ code, text });
  });

  it('keeps its columns below each other, and begins no line with a closing mark', async () => {
    speaking('zh');
    const { text } = await call('run', '--help');
    const described = text.split('\n').filter((line) => /^ {2}(?:-o, |--)\S*.* {2,}\p{Script=Han}/u.test(line));
    expect(described.length).toBeGreaterThan(6);
    expect(new Set(described.map((line) => /^ {2}.*? {2,}(?=[\p{Script=Han}t])/u.exec(line)![0].length)).size).toBe(1);
    expect(text).not.toMatch(/^\s*[，。；：、）”]/mu);
  });
});

describe('which language is spoken', () => {
  it('is asked by `--lang`, else by the first of LC_ALL, LC_MESSAGES, LANG that is set; nonsense and C are English', () => {
    const zh = { LANG: 'zh_CN.UTF-8' };
    expect(languageOfCall(['run', '--lang', 'en'], zh)).toBe('en');
    expect(languageOfCall(['run', '--lang=zh'], {})).toBe('zh');
    expect(languageOfCall(['run', '--lang', 'zh', '--lang', 'en'], zh)).toBe('en');
    expect(languageOfCall(['run', '--', '--lang', 'en'], zh)).toBe('zh');
    // Told later, in what the environment speaks.
    expect(languageOfCall(['run', '--lang', 'klingon'], zh)).toBe('zh');
    expect(languageOfCall(['run', '--lang'], zh)).toBe('zh');
    expect(languageOfCall(['run'], { LC_ALL: 'C', ...zh })).toBe('en');
    for (const [env, tag] of [
      [{ LC_ALL: 'zh_TW', LANG: 'en_US' }, 'zh'],
      [{ LC_ALL: '', LC_MESSAGES: 'en_GB.UTF-8', LANG: 'zh_CN' }, 'en'],
      [zh, 'zh'],
      [{ LANG: 'C' }, null],
      [{ LANG: 'C.UTF-8' }, null],
      [{ LANG: 'POSIX' }, null],
      [{ LANG: '%%%' }, null],
      [{ LANG: 'constructor' }, null],
      [{ LANG: 'zzzz_ZZ.nonsense@x' }, null],
      [{}, null],
    ] as const)
      expect(environmentLanguage(env), JSON.stringify(env)).toBe(tag);
  });

  it('is what the study states where the call asks for none', async () => {
    speaking('en_US.UTF-8');
    const stated = made('stated.study', spec('data "d.csv" { id id }\nreport { language zh }'));
    expect((await call('check', stated, '--quick')).text).toMatch(/变量 4 个/u);
    expect((await call('check', stated, '--quick', '--lang', 'en')).text).toMatch(/4 variables/u);
    speaking('zh_CN');
    expect((await call('check', study, '--quick')).text).toMatch(/变量 4 个/u);
    speaking('nonsense');
    expect((await call('check', study, '--quick')).text).toMatch(/4 variables/u);
  });
});

const calls: [name: string, args: string[], code?: number][] = [
  ['an unknown command with one near', ['rum']],
  ['an unknown command', ['xyzzy']],
  ['a missing argument', ['run']],
  ['an unknown option', ['run', study, '--onyl', 'd']],
  ['an option without its value', ['run', study, '--format']],
  ['options that exclude each other', ['run', study, '-o', 'x.html', '--out', 'y']],
  ['too many arguments', ['run', study, study]],
  ['a value that is not allowed', ['check', study, '--format', 'xml']],
  ['digits', ['query', study, '--digits', 'many']],
  ['replications', ['compare', study, other, '--replications=few']],
  ['a language', ['run', study, '--lang', 'zhh']],
  ['two formats', ['run', study, '--json', '--format', 'html']],
  ['no such format', ['run', study, '--format', 'htm']],
  ['an ending against the format', ['run', study, '-o', page('x.json'), '--format', 'html']],
  ['an ending that no report has', ['run', study, '-o', page('x.odt')]],
  ['a workbook in the terminal', ['codebook', study, '--xlsx']],
  ['two forms of a codebook', ['codebook', study, '--csv', '--json']],
  ['an ending that no codebook has', ['codebook', study, '--out', page('x.cvs')]],
  ['an ending against the form', ['codebook', study, '--html', '--out', page('x.csv')]],
  ['a replication that is no spec', ['replicate', study, data, '-o', page('x.txt')]],
  ['a spec for data', ['init', study]],
  ['no codebook', ['init', data, '--codebook', made('one.csv', 'name\n')]],
  ['SPSS in the terminal', ['scores', study, '--format', 'sav']],
  ['Stata in the terminal', ['scores', study, '--format', 'dta']],
  ['an ending that no scores have', ['scores', study, '-o', page('x.savv')]],
  ['one study to compare', ['compare', study]],
  ['a table that is not there', ['run', study, '--only', 'hypothesis']],
  ['a table like none', ['run', study, '--only', 'qqqqqqqqqqq']],
  ['a table that no comparison has', ['run', comparison, '--only', 'qqqqqqqqqqq']],
  ['an address that is not there', ['query', study, 'd.maen']],
  ['an address like none', ['query', study, 'qqqqqqqqqqqqqqqqq']],
  ['no address', ['query', study, '((']],
  ['a score of nothing', ['query', study, 'e.score("V1")']],
  ['nobody', ['query', study, 'd.score("V99")']],
  ['a comparison without answers', ['scores', comparison]],
  ['a problem that is near', ['explain', 'SS20']],
  ['a problem that is not there', ['explain', 'qqqqqqqqqqqqq']],
  ['files beside stdin', ['fmt', '--stdin', study]],
  ['nothing to format', ['fmt']],
  ['figures without a folder', ['run', study, '--figures', 'dark']],
  ['a file that is not there', ['fmt', page('nowhere.study')], 1],
  ['a spec that is not there', ['check', page('nowhere.study')], 1],
  ['data that are not there', ['init', page('nowhere.csv')], 1],
  ['a guessed encoding', ['fmt', latin], 1],
  ['bytes that are no text', ['fmt', made('bytes.study', Uint8Array.from([0x22, 0xff, 0xff, 0xc3, 0x28]))], 1],
  ['an input to write over', ['scores', study, '-o', data, '--format', 'csv'], 1],
  ['a file that exists', ['run', study, '-o', exists], 1],
  ['a folder for a file', ['run', study, '-o', page('dir.html')], 1],
  ['a folder that is not there', ['run', study, '-o', page('no/where.html')], 1],
  ['a folder with somebody’s file', ['run', study, '--out', page('out')], 1],
  ['a file for a folder', ['run', study, '--out', exists], 1],
  ['a framework to run', ['run', framework], 1],
  ['a framework’s scores', ['scores', framework], 1],
  ['a framework’s codebook', ['codebook', framework], 1],
  ['errors in a spec', ['run', broken], 1],
  ['errors in what is compared', ['compare', study, broken], 1],
  ['errors before an audit', ['audit', broken], 1],
  ['errors in the original', ['replicate', broken, data], 1],
  ['a draft', ['init', data, '-o', page('draft.study')], 0],
  ['a replication', ['replicate', study, data, '-o', page('copy.study')], 0],
  ['scores in a file', ['scores', study, '-o', page('scores.sav')], 0],
  ['a codebook in a file', ['codebook', study, '--out', page('codebook.md')], 0],
  ['a spec that is formatted', ['fmt', made('unformatted.study', 'study   "t"\n')], 0],
  ['a report in a folder', ['run', study, '--out', page('report')], 0],
  ['a check', ['check', study, comparison], 0],
  ['a quick check', ['check', study, '--quick', '--columns'], 0],
  ['a check with errors', ['check', broken], 1],
  ['a check for pull requests', ['check', broken, '--format', 'github'], 1],
];

describe('what the command line says of a call', () => {
  it.each(calls.map(([name, args, code = 2]) => ({ name, args, code })))('$name', async ({ args, code }) => {
    speaking('zh_CN.UTF-8');
    const told = await call(...args, ...(args.includes('--lang') ? [] : ['--no-color']));
    expect(told.code).toBe(code);
    expect(told.text).toMatch(/\p{Script=Han}/u);
    // Lines of a spec and where they stand, commands to type, and quotations are no sentences.
    const sentences = told.text
      .split('\n')
      .filter((line) => !/^\s*(?:\d+ )?[|-]|^\s*-->|^studyspec |^::/u.test(line))
      .map((line) => line.replaceAll(/\/[\w./-]+/gu, '□').replace(/^\s*= /u, ''))
      .join('\n');
    expect(wrongIn(prose(sentences)), told.text).toEqual([]);
  });

  it.each(calls.filter(([, , code]) => code !== 0).map(([name, args, code = 2]) => ({ name, args, code })))(
    '$name, in English',
    async ({ args, code }) => {
      speaking('POSIX');
      const told = await call(...args);
      expect(told.code).toBe(code);
      expect(told.text).not.toMatch(/[\p{Script=Han}，。：；（）]/u);
      expect(told.text).toMatch(/[a-z]{2} [a-z]{2}/u);
    },
  );

  it.each([
    ['check', /个警告，\d+ 个提示。.*变量 28 个，分析 4 项，个案 323 个。$/u],
    ['audit', /不可能|值得核对/u],
    ['query', /^\S+ +0\.812$/mu],
    ['run', /个警告，\d+ 个提示：`studyspec check \S+` 列出全部问题。$/u],
  ])('has the example’s %s in Chinese', async (command, last) => {
    const example = fileURLToPath(new URL('../../examples/anshun/anshun.study', import.meta.url));
    const more = { query: ['integration.kmo', 'integration.n'], run: ['--only', 'reliability'] }[command] ?? [];
    const { text } = await call(command, example, ...more, '--lang', 'zh');
    expect(text.trimEnd()).toMatch(last);
    // Words that have no place in a Chinese sentence: those of English ones.
    const sentences = text.split('\n').filter((line) => !/^\s*(?:\d+ )?[|]/u.test(line));
    const english = /\b(?:the|and|of|is|are|was|not)\b/u;
    expect(sentences.filter((line) => english.test(line.replaceAll(/`[^`]*`/gu, '')))).toEqual([]);
  });

  it('tells that a hypothesis fails, and how many problems there are', async () => {
    const told = await call('run', refuted, '--only', 'hypotheses', '--lang', 'zh');
    expect(told.code).toBe(1);
    expect(told.text).toMatch(/错误|并非所有假设都成立。/u);
  });

  it('keeps the words of Commander where English is spoken', async () => {
    speaking('C');
    expect((await call('rum')).text).toBe("error: unknown command 'rum'\n(Did you mean run?)\n(studyspec --help shows how it is called)\n");
    expect((await call('check', study, '--format', 'xml')).text).toBe(
      "error: option '--format <FORMAT>' argument 'xml' is invalid. Allowed choices are text, json, sarif, github.\n" +
        '(studyspec --help shows how it is called)\n',
    );
    expect((await call('run', study, study)).text).toBe(
      "error: too many arguments for 'run'. Expected 1 argument but got 2.\n(studyspec --help shows how it is called)\n",
    );
  });

  it('tells a defect of its own', async () => {
    await call('check', study, '--quick', '--lang', 'zh');
    let text = '';
    internalError(new Error('it broke'), (one) => {
      text += one;
    });
    expect(text).toMatch(/^内部错误：“it broke”\n/u);
    expect(wrongIn(prose(text))).toEqual([]);
  });
});

describe('reasons of the system', () => {
  it('are all told in both languages', () => {
    const facts = { seconds: 3, mebibytes: 5, text: 'EWHAT' };
    const [plain, own] = [english, chinese].map(({ files }) =>
      Object.values(files.refused).map((tell) => (tell as (given: typeof facts) => string)(facts)),
    ) as [string[], string[]];
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.filter((reason) => /\p{Script=Han}/u.test(reason))).toEqual([]);
    expect(own.filter((reason) => !/\p{Script=Han}/u.test(reason) && !reason.includes('EWHAT'))).toEqual([]);
    expect(own.flatMap(wrongSigns)).toEqual([]);
  });
});

/** Every sentence and every function of a catalogue, by its path. */
const leaves = (words: object, path = ''): [string, unknown][] =>
  Object.entries(words).flatMap(([key, one]) =>
    typeof one === 'object' && one !== null ? leaves(one as object, `${path}.${key}`) : [[`${path}.${key}`, one] as [string, unknown]],
  );

describe('the words of the command line', () => {
  it('are whole in Chinese, and each is used', () => {
    expect(leaves(chinese).map(([path]) => path)).toEqual(leaves(english).map(([path]) => path));
    for (const [path, text] of leaves(chinese)) if (typeof text === 'string') expect(wrongSigns(prose(text)), path).toEqual([]);
    for (const [path, text] of leaves(english)) expect(String(text), path).not.toMatch(/\p{Script=Han}/u);
  });
});
