// `accept` in the editor: which codes are offered, what is said of one, and the mends that write and delete such a line.
import { describe, expect, it } from 'vitest';
import { completionsAt, fixesAt, hoverAt, problemList, statedList } from '@studyspec/dsl';
import { tell, wordsOfProblem, problemCatalogue } from '@studyspec/core';
import { applyEdits, base, project, snapshotOf, unmark } from './support.ts';

const warned = `${base}\nregression doubtful { explain score  by sex  missing mean }\n`;

describe('accept in the editor', () => {
  const found = snapshotOf(project(warned), 'main.study');
  const [first] = problemList(found).filter((one) => one.severity !== 'error');

  it('offers the codes that the study has first, and never an error', () => {
    expect(first).toBeDefined();
    const { text, offset } = unmark(`${warned}accept $0`);
    const offered = completionsAt(snapshotOf(project(text), 'main.study', { staleFrom: project(warned) }), offset).filter((one) =>
      /^SS\d{3}$/u.test(one.label),
    );
    expect(offered.map((one) => one.label)).toEqual(
      expect.arrayContaining(problemCatalogue.filter((kind) => kind.severity !== 'error').map((kind) => kind.code)),
    );
    expect(offered.some((one) => problemCatalogue.find((kind) => kind.code === one.label)!.severity === 'error')).toBe(false);
  });

  it('writes a line that makes the problem go, and deletes one that is not needed', () => {
    const fix = fixesAt(found, first!.place!.span).find((one) => one.title === `Let ${first!.code} stand, with a reason`)!;
    expect(fix.preferred).toBe(false);
    const mended = applyEdits(
      warned,
      fix.edits.map((edit) => ({ span: edit.span, text: edit.text })),
    );
    const after = snapshotOf(project(mended), 'main.study');
    expect(problemList(after).map((one) => one.code)).toEqual(
      problemList(found)
        .map((one) => one.code)
        .filter((code) => code !== first!.code),
    );
    expect(statedList(after).map((one) => one.code)).toContain(first!.code);
    const idle = snapshotOf(project(`${warned}accept SS610 "nothing"\n`), 'main.study');
    const told = problemList(idle).find((one) => one.name === 'idle-acceptance')!;
    const back = fixesAt(idle, told.place!.span).find((one) => one.title === 'Delete the line')!;
    expect(
      applyEdits(
        idle.file.text,
        back.edits.map((edit) => ({ span: edit.span, text: edit.text })),
      ).trimEnd(),
    ).toBe(warned.trimEnd());
  });

  it('says of a code what it is and what of it stands in the study', () => {
    const { text, offset } = unmark(`${warned}accept ${first!.code.slice(0, 3)}$0${first!.code.slice(3)} "known"\n`);
    const markdown = hoverAt(snapshotOf(project(text), 'main.study'), offset)?.markdown ?? '';
    expect(markdown).toContain(wordsOfProblem(first!.name, 'en').title);
    expect(markdown).toContain(tell(first!, 'en').message.slice(0, 20));
  });
});
