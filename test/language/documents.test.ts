// Every spec that the documentation shows passes `check`. A whole study is fenced as `study`, a part of one as `study fragment`: a part is
// checked in a study that has what it names, by what stands below. A fence without a mark that holds a spec is a mistake, and so is a part
// that nothing below completes. The reference is made of the registry, whose examples have tests of their own.
import { tell } from '@studyspec/core';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const markdown = (folder: string): string[] =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const pages = [
  ...markdown('docs'),
  ...markdown('docs/zh'),
  'README.md',
  'README.zh.md',
  'packages/vscode/README.md',
  ...markdown('packages/vscode/walkthrough'),
  ...readdirSync(new URL('examples/', root))
    .map((name) => `examples/${name}/README.md`)
    .filter((path) => existsSync(new URL(path, root))),
];

interface Block {
  readonly page: string;
  readonly mark: string;
  readonly text: string;
  readonly name: string;
}
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^```([^\n]*)\n(.*?)^```/gmsu)].map(
    ([, mark, text], at): Block => ({ page, mark: mark!.trim(), text: text!, name: `${page}, block ${at + 1}` }),
  ),
);
const marked = blocks.filter((block) => block.mark === 'study' || block.mark === 'study fragment');
const parts = (page: string): string[] => marked.filter((block) => block.page === page).map((block) => block.text);

const answers = (columns: readonly string[]): string =>
  `${columns.join(',')}\n` +
  `${Array.from({ length: 40 }, (_, i) =>
    columns
      .map((name, k) =>
        /^(?:id|respondent)$/u.test(name)
          ? i + 1
          : /^(?:sex|q2)$/u.test(name)
            ? 1 + (i % 2)
            : /^(?:age|q3)$/u.test(name)
              ? 18 + ((i * 13) % 60)
              : 1 + ((i * (k + 3) + ((i * i) % (k + 2))) % 5),
      )
      .join(','),
  ).join('\n')}\n`;
const anshun = { 'anshun.study': read('examples/anshun/anshun.study') };
const dataOf = (spec: string): string => /^data "([^"]+)"/mu.exec(spec)![1]!;
const original = (): Record<string, string> => {
  const file = dataOf(anshun['anshun.study']);
  return { 'anshun/anshun.study': anshun['anshun.study'], [`anshun/${file}`]: read(`examples/anshun/${file}`) };
};
const tables = (folder: string): Record<string, string> =>
  Object.fromEntries(
    ['', 'published/'].flatMap((below) =>
      existsSync(new URL(`examples/${folder}/${below}`, root))
        ? readdirSync(new URL(`examples/${folder}/${below}`, root))
            .filter((name) => name.endsWith('.csv'))
            .map((name) => [`${folder}/${below}${name}`, read(`examples/${folder}/${below}${name}`)] as const)
        : [],
    ),
  );
const dimension = (name: string, items: readonly string[]): string =>
  `dimension ${name} on agreement { ${items.map((item) => `indicator ${item}`).join('  ')} }\n`;

type Project = { readonly files: Record<string, string>; readonly entry: string };
const replication = (...texts: string[]): Project => ({
  entry: 'bijie/bijie.study',
  files: { ...original(), ...tables('anshun'), ...tables('bijie'), 'bijie/bijie.study': texts.join('\n') },
});
const bijie = (): string => read('examples/bijie/bijie.study');

const walkthrough = ([text]: readonly string[]): Project => ({
  entry: 'x.study',
  files: {
    'x.study': `${text!}${dimension('psychology', ['psy_one', 'psy_two', 'psy_three'])}`,
    'answers.csv': answers(['id', 'cul_dialect', 'cul_customs', 'psy_one', 'psy_two', 'psy_three']),
  },
});

/** Two dimensions that hang together, and whatever else the pages for users of other programs name. */
const comingFrom = ([text]: readonly string[]): Project => ({
  entry: 'x.study',
  files: {
    'x.study': text!,
    'd.csv': `id,sex,age,income,t1,t2,t3,h1,h2,h3,moved,before,after\n${Array.from({ length: 60 }, (_, i) => {
      const [a, b] = [i % 5, Math.floor(i / 5) % 5];
      const off = (value: number, every: number): number => (i % every === 0 ? (value + 1) % 5 : value);
      const items = [a, 4 - off(a, 7), off(a, 6), b, off(b, 8), off(b, 9)].map((value) => value + 1);
      return [i + 1, 1 + (i % 2), 20 + ((i * 13) % 50), 100 + i * i, ...items, 1 + ((i * 7) % 5), 1 + (i % 4), 1 + (i % 3)].join(',');
    }).join('\n')}\n`,
  },
});

/** A part of a page, completed. Parts of the tutorial are what its reader has written so far. */
const completed: Readonly<Record<string, (parts: readonly string[], at: number) => Project>> = {
  'docs/statistics.md': (own, at) => ({
    entry: 'x.study',
    files: {
      'x.study': `study "S"\ndata "d.csv" { id id }\n${own[at]!}`,
      'd.csv': 'id,id1,id2,id3,bo1,bo2,bo3,half\n1,1,2,3,4,5,5,1\n2,2,2,4,1,5,3,2\n',
    },
  }),
  'docs/language.md': (own, at) => {
    const text = own[at]!;
    const inAnshun = (spec: string): Project => ({
      entry: 'anshun/x.study',
      files: {
        ...original(),
        ...tables('anshun'),
        'anshun/x.study': `${spec}\n${text}`,
        'anshun/published/table3.csv': 'item,psychological\npsy_enjoy,0.8\n',
      },
    });
    const alone = (before: string, data: string, more: Readonly<Record<string, string>> = {}): Project => ({
      entry: 'x.study',
      files: { 'x.study': `study "S"\n${before}${text}`, 'd.csv': data, ...more },
    });
    const usual = 'data "d.csv" { id id }\n';
    const ways: Readonly<Record<string, () => Project>> = {
      published: () => inAnshun(anshun['anshun.study'].replace(/^published [^]*?^\}/mu, '')),
      robustness: () => inAnshun(anshun['anshun.study']),
      mediation: () => inAnshun(anshun['anshun.study']),
      studyspec: () => alone(`${usual}indicator t1 on 1..5\n`, answers(['id', 't1'])),
      choices: () => alone(usual, 'id,q5,q7_1,q7_2\n1,食品┋饮水,Yes,\n2,饮水,,Yes\n'),
      dimension: () => alone(usual, answers(['id', 'sex', 't1', 't2', 't3', 'h1', 'h2', 'h3', 'p1', 'p2', 'p3'])),
      index: () =>
        alone(
          `${usual}${dimension('body', ['b1', 'b2'])}scale agreement 1..5\n` +
            `${dimension('mind', ['t1', 't2', 't3', 't4', 't5'])}number income\n`,
          answers(['id', 'b1', 'b2', 't1', 't2', 't3', 't4', 't5', 'income']),
        ),
      regression: () =>
        alone(
          `${usual}indicator mood on 1..5\ncategory sex { male = 1  female = 2 }\n` +
            'category plan { stays = 1  leaves = 2  waits = 3 }\nnumber age\nnumber settle\nnumber share\nnumber visits\n',
          `id,mood,sex,plan,age,settle,share,visits,site\n${Array.from({ length: 12 }, (_, i) =>
            [i, 1 + (i % 5), 1 + (i % 2), 1 + (i % 3), 20 + i, i % 2, 10 * (i % 9), i % 4, i % 3].join(','),
          ).join('\n')}\n`,
        ),
      category: () =>
        text.includes('population')
          ? alone(usual, 'id,site\n1,A\n2,B\n3,B\n')
          : alone(`${usual}number hours\n`, answers(['id', 'sex', 'stays', 'q7_1', 'q7_2', 'hours'])),
      compare: () =>
        alone(
          `${usual}category sex { male = 1  female = 2 }\ncategory stays { yes = 1..2  no = 3..5 }\n` +
            'number hours\nnumber age\nnumber income\nnumber before\nnumber after\n',
          answers(['id', 'sex', 'stays', 'hours', 'age', 'income', 'before', 'after']),
        ),
      data: () => ({
        entry: 'x.study',
        files: {
          'x.study': `study "S"\n${text}number income\n`,
          'survey.csv': 'income,wt,county,village\n3,1.5,a,1\n4,1,a,2\n5,2,b,1\n6,2.5,b,2\n',
        },
      }),
      number: () =>
        text.includes('correlate')
          ? alone(usual, 'id,age,hours,income\n1,20,5,7\n2,31,4,9\n3,42,8,2\n4,29,7,7\n5,55,3,1\n')
          : text.includes('deprivation mpi')
            ? alone(usual, 'id,schooling,clinic,meals,region\n1,3,40,1,1\n2,9,10,3,1\n3,5,35,3,2\n4,9,50,1,2\n5,12,5,3,2\n')
            : {
                entry: 'x.study',
                files: {
                  'x.study': `study "S"\n${usual}number income\nnumber savings from q9\n${text.replace('income "', 'earned "')}`,
                  'd.csv': 'id,deprivation,q9,income,village\n1,0.3,5,10,a\n2,0.4,6,900,a\n',
                },
              },
    };
    return (
      ways[/^\w+/u.exec(text)?.[0] ?? '']?.() ?? {
        entry: 'x.study',
        files: {
          'x.study': `study "S"\ndata "d.csv" { id id\n${text}}\nnumber size from area\n`,
          'd.csv': 'id,site\n1,a\n2,b\n',
          'sites.csv': 'code,area\na,12\nb,30\n',
        },
      }
    );
  },
  'docs/handing-in.md': (own, at) => ({
    entry: 'anshun/x.study',
    files: { ...original(), ...tables('anshun'), 'anshun/x.study': `${anshun['anshun.study'].replace(/^report .*$/gmu, '')}\n${own[at]!}` },
  }),
  'docs/replication.md': (own, at) => {
    const text = own[at]!;
    if (text.startsWith('study')) return replication(bijie().replace(/^study [^]*?^\}\n/mu, () => text));
    if (text.startsWith('number')) return replication(bijie().slice(0, bijie().indexOf('\nnumber green')), text);
    return replication(
      text.split('\n').reduce((spec, line) => {
        const name = /^ +(\w+) +(?:from|absent)/u.exec(line)?.[1];
        if (name === undefined || line.includes('…')) return spec;
        const there = new RegExp(`^ +${name} +from .*$`, 'mu');
        expect(spec).toMatch(there);
        return spec.replace(there, () => line);
      }, bijie()),
    );
  },
  'docs/comparing.md': ([text]) => ({
    entry: 'x.study',
    files: { ...original(), ...tables('anshun'), ...tables('bijie'), 'bijie/bijie.study': bijie(), 'x.study': text! },
  }),
  // Its index stands in the place of the example's.
  'docs/from-raw-file.md': ([text]) => ({
    entry: 'anshun/x.study',
    files: {
      ...original(),
      'anshun/x.study': anshun['anshun.study'].replace(/^published [^]*?^\}/mu, '').replace(/^index integration [^]*?^\}\n/mu, () => text!),
    },
  }),
  'docs/card.md': comingFrom,
  'docs/coming-from-spss.md': comingFrom,
  'docs/coming-from-r.md': comingFrom,
  'docs/coming-from-stata.md': comingFrom,
  'docs/tutorial.md': (own, at) => ({
    entry: 'x.study',
    files: { 'x.study': own.slice(0, at + 1).join('\n'), 'mine.csv': answers(['respondent', 'q2', 'q3', 'q12', 'q13', 'q14']) },
  }),
  'README.md': ([text]) => {
    const names = [...new Set([...text!.matchAll(/\b(?:eco|soc|psy|com|pol|cul)_\w+/gu)].map(([name]) => name))];
    const dim = (front: string, more: readonly string[]): string[] => [
      ...new Set([...names.filter((name) => name.startsWith(front)), ...more]),
    ];
    const more =
      `${dimension('economy', dim('eco_', ['eco_one', 'eco_two', 'eco_three']))}` +
      `${dimension('society', dim('soc_', ['soc_one', 'soc_two', 'soc_three']))}` +
      `${dimension('psychology', dim('psy_', ['psy_one', 'psy_two', 'psy_three']))}`;
    const spec =
      `${text!.replace(/^\/\/ ….*$/mu, more)}category sex { male = 1  female = 2 }\nnumber age\nindicator ` +
      `pol_one on agreement\nindicator com_one on agreement\nblock policy of pol_one\nblock community of com_one\n`;
    return {
      entry: 'x.study',
      files: {
        'x.study': spec,
        'survey.csv': answers([
          'id',
          'sex',
          'age',
          ...new Set([...spec.matchAll(/\b(?:eco|soc|psy|com|pol|cul)_\w+/gu)].map(([name]) => name)),
        ]),
      },
    };
  },
  'packages/vscode/walkthrough/own.md': walkthrough,
  'packages/vscode/walkthrough/own.nls.zh-cn.md': walkthrough,
};

/** The page that a Chinese one translates. */
const englishOf = (page: string): string => page.replace('docs/zh/', 'docs/').replace('.zh.md', '.md');

describe('what the documentation shows', () => {
  it('is marked where it is a spec', () => {
    // Commands begin with the program's name, which is the word of the version too.
    const words = Object.keys(kinds).filter((kind) => kind !== 'studyspec');
    const begins = new RegExp(`^\\s*(?:(?:${words.join('|')})\\s+(?:["{]|[\\w.]+ )|studyspec\\s+\\d)`, 'mu');
    expect(blocks.filter((block) => block.mark === '' && begins.test(block.text)).map((block) => block.name)).toEqual([]);
    expect(marked.length).toBeGreaterThan(10);
  });

  it.each(marked)('$name passes check', ({ page, mark, text }) => {
    const own = parts(page);
    const complete = completed[englishOf(page)] ?? completed[page];
    if (mark === 'study fragment') expect(complete).toBeDefined();
    const { files, entry } = complete?.(own, own.indexOf(text)) ?? { entry: 'x.study', files: { 'x.study': text } };
    const { compiled, problems, coded } = runProject(files, entry, 'check');
    expect(
      problems.filter((problem) => problem.severity === 'error').map((problem) => `${problem.code} ${tell(problem, 'en').message}`),
    ).toEqual([]);
    expect(coded ?? compiled.comparison ?? undefined).toBeDefined();
  });
});
