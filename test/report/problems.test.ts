// One list of problems: the same in every command, the report and the editor; one problem a printed table; what matters most first.
import { describe, expect, it } from 'vitest';
import {
  tell,
  countProblems,
  listProblems,
  reportOf,
  renderText,
  type Block,
  type NoteBlock,
  type Problem,
  type SectionBlock,
} from '@studyspec/core';
import { EXAMPLES, exampleText, runExample } from '../support/examples.ts';
import { runProject } from '../support/project.ts';

const anshun = 'examples/anshun/anshun.study';
const listOf = (example: (typeof EXAMPLES)[number]): readonly Problem[] => {
  const ran = runExample(example);
  return listProblems(ran.problems, ran.compiled.plan, [example]);
};

describe('the Anshun example', () => {
  const list = listOf(anshun);
  it('has at most 25 problems, the typing error first', () => {
    expect(list.length).toBeLessThanOrEqual(25);
    expect([list[0]!.code, list[0]!.data?.value]).toEqual(['SS321', '55']);
  });

  it('has one problem a printed table that differs, with how much of it', () => {
    const { plan, results } = { plan: runExample(anshun).compiled.plan!, results: runExample(anshun).results! };
    const figures = results.published.flatMap((one) => one.figures);
    const tables = [...new Set(plan.published.flatMap((one) => one.figures.map((figure) => figure.table)))];
    for (const table of tables) {
      const own = figures.filter((one) => one.figure.table === table);
      const off = own.filter((one) => one.agrees === false).length;
      const marks = own.filter((one) => one.starsAgree === false).length;
      const told = list.filter(
        (problem) => problem.code === 'SS701' && tell(problem, 'en').message.startsWith(`${table ?? 'Figures outside tables'}: `),
      );
      expect(told, String(table)).toHaveLength(off + marks > 0 ? 1 : 0);
      if (off > 1) expect(tell(told[0]!, 'en').message).toContain(`${off} of ${own.length} figures differ`);
      if (marks > 1) expect(tell(told[0]!, 'en').message).toContain(`${marks} marks of significance do not fit`);
    }
    const spec = exampleText(anshun);
    expect(
      list.filter((problem) => problem.code === 'SS701').map((problem) => spec.slice(problem.place!.span.start, problem.place!.span.end)),
    ).toContain('"Table 5"');
  });

  it('loses nothing that was found: it is a problem or part of one', () => {
    const found = new Set(runExample(anshun).problems.map((problem) => `${problem.code} ${problem.place?.span.start ?? ''}`));
    const kept = list
      .flatMap((problem) => [problem, ...(problem.parts ?? [])])
      .map((problem) => `${problem.code} ${problem.place?.span.start ?? ''}`);
    expect(new Set(kept)).toEqual(found);
  });
});

describe('the list', () => {
  it('is sorted by severity, then answers before methods before print', () => {
    const spec = `study "S"
data "d.csv" { out of range kept }
scale s 1..5
dimension d on s { indicator a  indicator b  indicator c }
published "P" {
  table "T" row.column {
    columns mean sd
    a 4.99 0.00
    b 4.98 0.01
  }
  a.mean = 4.99
}
`;
    const rows = Array.from({ length: 40 }, (_, row) =>
      [row === 3 ? 55 : 1 + ((row * 7) % 5), 1 + ((row * 3 + (row >> 2)) % 5), 1 + ((row * 11) % 5)].join(','),
    );
    const ran = runProject({ 's.study': spec, 'd.csv': `a,b,c\n${rows.join('\n')}\n` }, 's.study');
    const list = listProblems(ran.problems, ran.compiled.plan, ['s.study']);
    expect(list[0]!.code).toBe('SS321');
    const severities = list.map((problem) => ['error', 'warning', 'info'].indexOf(problem.severity));
    expect(severities).toEqual([...severities].sort());
    expect(
      list.filter((problem) => problem.code.startsWith('SS7')).map((problem) => tell(problem, 'en').message.replace(/:.*/u, '')),
    ).toEqual(['T', 'Figures outside tables']);
    expect(list.findIndex((problem) => problem.code === 'SS701')).toBeGreaterThan(
      list.findLastIndex((problem) => problem.severity === 'warning' && /^SS[36]/u.test(problem.code)),
    );
  });

  it('is the same whatever order the problems were found in', () => {
    const { problems, compiled } = runExample(anshun);
    const texts = (list: readonly Problem[]): string[] => list.map((problem) => `${problem.code} ${problem.place?.span.start ?? ''}`);
    expect(texts(listProblems([...problems].reverse(), compiled.plan, [anshun])).sort()).toEqual(
      texts(listProblems(problems, compiled.plan, [anshun])).sort(),
    );
    expect(texts(listProblems([...problems, ...problems], compiled.plan, [anshun]))).toEqual(
      texts(listProblems(problems, compiled.plan, [anshun])),
    );
  });
});

describe.each(EXAMPLES.filter((example) => runExample(example).results !== null))('the report of %s', (example) => {
  it.each(['en', 'zh'])('lists the same problems with the same counts under its title and in its section, in %s', (language) => {
    const list = listOf(example);
    const document = reportOf(runExample(example).results!, { language, problems: list });
    const sections = (blocks: readonly Block[]): readonly SectionBlock[] =>
      blocks.flatMap((block) => (block.kind === 'section' ? [block, ...sections(block.blocks)] : []));
    const section = sections(document.blocks).find((block) => block.id === 'warnings');
    // What is said of printed figures stands folded behind the rest.
    const within = (blocks: readonly Block[]): readonly NoteBlock[] =>
      blocks.flatMap((block) => (block.kind === 'section' ? within(block.blocks) : block.kind === 'note' ? [block] : []));
    const notes = within(section?.blocks ?? []);
    const said = notes.slice(1).map((note) => [note.code, note.help ?? '']);
    // Told to a reader: by labels, where a problem says names; what to do about it is the same.
    const inOrder = (lines: readonly unknown[]): string[] => lines.map((line) => JSON.stringify(line)).sort();
    expect(inOrder(said)).toEqual(inOrder(list.map((problem) => [problem.code, tell(problem, language).help])));
    const { error, warning, info } = countProblems(list);
    const counts =
      language === 'en'
        ? [
            [error, 'error'],
            [warning, 'warning'],
            [info, 'note'],
          ]
            .flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]))
            .join(', ')
        : [
            ...(error === 0 ? [] : [`${error} 个错误`]),
            ...(warning === 0 ? [] : [`${warning} 个警告`]),
            ...(info === 0 ? [] : [`${info} 条提示`]),
          ].join('、');
    expect(notes[0]!.text.startsWith(counts)).toBe(true);
    expect(document.subtitle).toContain(counts);
    expect(renderText(document, { width: 200 })).toContain(counts);
  });
});
