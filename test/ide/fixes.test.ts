// Mends and changes, applied: what the text is afterwards.
import { describe, expect, it } from 'vitest';
import { fixesAt, signatureAt, type CodeFix, type Edit } from '@studyspec/dsl';
import { answers, applyEdits, base, project, snapshotOf, unmark } from './support.ts';

interface Files {
  readonly [path: string]: string;
}

function at(files: Files, offset: number): CodeFix[] {
  return fixesAt(snapshotOf(files, 'main.study'), { start: offset, end: offset });
}

function apply(text: string, edits: readonly Edit[]): string {
  return applyEdits(
    text,
    edits.filter((edit) => edit.file === 'main.study'),
  );
}

/** The only mend of a wrong piece, applied, must give the right text. */
function mends(right: string, piece: string, wrong: string, more: Files = {}): void {
  const text = right.replace(piece, wrong);
  expect(text).not.toBe(right);
  const files = { ...project(text), ...more };
  const differs = [...wrong].findIndex((sign, index) => sign !== piece.charAt(index));
  const fixes = at(files, right.indexOf(piece) + differs).filter((fix) => fix.kind === 'quickfix');
  expect(fixes.map((fix) => apply(text, fix.edits))).toContain(right);
  expect(fixes.find((fix) => apply(text, fix.edits) === right)!.problem).toBeDefined();
}

describe('mends of words', () => {
  it('write the nearest name in its place, and nothing else', () => {
    mends(base, 'safe\n}\ncompare', 'sfae\n}\ncompare');
    mends(base, 'welfare\n  keep', 'wellfare\n  keep');
    mends(base, 'agreement {', 'agremeent {');
    mends(base, 'region }', 'regoin }');
    mends(base, 'b(income)', 'bb(income)');
    mends(base, 'income) >', 'incmoe) >');
    mends(base, 'alpha = ', 'alhpa = ');
    mends(base.replace('sample = 40', 'sex.male.count = 20'), 'male.count', 'mael.count');
    mends(base.replace('sample = 40', 'model.score.b(sex.female) = 1'), 'female) = 1', 'femlae) = 1');
    mends(base.replace('by region }', 'by region  where sex is female }'), 'female }', 'femalle }');
    mends(base.replace('keep 2', 'keep 2\n  rotate varimax'), 'varimax', 'varimx');
    mends(base.replace('keep 2', 'keep 2\n  weight by explained variance'), 'by explained variance', 'by explaned variance');
    mends(base.replace('missing 99', 'out of range kept'), 'kept', 'kpet');
    mends(base, 'keep 2', 'kep 2');
  });

  it('bring a file of an older language up, with all that it rewrites', () => {
    const pairwise = base.replace('keep 2', 'keep 2\n  missing pairwise').replace('sample = 40', 'welfare_index.n = 38');
    const index = /index (\w+)/u.exec(base)![1]!;
    const older = `studyspec 0\n${pairwise.replace('welfare_index.n', `${index}.n`)}`;
    const fixes = at(project(older), 'studyspec '.length).filter(({ problem }) => problem?.code === 'SS273');
    expect(fixes.map(({ title, preferred }) => [title, preferred])).toEqual([['Bring the file up to version 1 of the language', true]]);
    expect(fixes[0]!.edits).toHaveLength(2);
    expect(apply(older, fixes[0]!.edits)).toBe(
      older.replace('studyspec 0', 'studyspec 1').replace(`${index}.n = 38`, `${index}.n.pairwise = 38`),
    );
    const newer = `studyspec 2\n${base}`;
    expect(at(project(newer), 'studyspec '.length).filter(({ problem }) => problem?.code === 'SS273')).toEqual([]);
  });

  it('write the nearest column, or read from it', () => {
    mends(base, 'from inc', 'from icn');
    mends(base, 'id      id', 'id      idd');
    const text = base.replace('indicator happy "Happy"', 'indicator hapy "Happy"').replace('happy, safe', 'hapy, safe');
    const fixes = at(project(text), text.indexOf('hapy') + 1);
    expect(fixes.map((fix) => [fix.title, fix.preferred])).toContainEqual(['Read it from "happy"', true]);
    expect(apply(text, fixes.find((fix) => fix.title.startsWith('Read it'))!.edits)).toContain(
      'indicator hapy "Happy" from happy on agreement\n',
    );
  });

  it('mend heads of printed tables, and leave tables in files alone', () => {
    const table = base.replace('row.mean {\n    columns mean\n', 'model.column.beta(row) {\n    columns score\n    sex.female 0.1\n');
    mends(table, 'sex.female 0.1', 'sex.femal 0.1');
    const fromFile = base.replace('row.mean {\n    columns mean\n  }', 'model.column.beta(row) from "t.csv"');
    const files = project(fromFile, { 't.csv': 'term,score\nsex.femal,0.1\n' });
    expect(at(files, fromFile.indexOf('from "t.csv"') + 2).filter((fix) => fix.kind === 'quickfix')).toEqual([]);
  });

  it('delete a clause that is given twice', () => {
    const text = base.replace('  keep 2\n', '  keep 2\n  keep 3\n');
    const fixes = at(project(text), text.indexOf('keep 3') + 1);
    expect(apply(text, fixes[0]!.edits)).toBe(base);
  });
});

describe('mends of data', () => {
  it('treat an answer outside its scale as missing, or keep it', () => {
    const data = answers().replace(/^3,\d/mu, '3,55');
    const files = { ...project(base), 'survey.csv': data };
    const fixes = at(files, base.indexOf('indicator friends') + 12);
    expect(fixes.map((fix) => fix.title)).toEqual(expect.arrayContaining(['Treat 55 as no answer', 'Keep answers outside their scale']));
    expect(apply(base, fixes.find((fix) => fix.title === 'Treat 55 as no answer')!.edits)).toBe(
      base.replace('missing 99', 'missing 99 | 55'),
    );
    expect(apply(base, fixes.find((fix) => fix.title.startsWith('Keep'))!.edits)).toBe(
      base.replace('{\n  id ', '{\n  out of range kept\n  id '),
    );
  });

  it('add a level for a code that none lists', () => {
    const files = { ...project(base), 'survey.csv': answers().replaceAll(',C,', ',D,') };
    const fixes = at(files, base.indexOf('category region') + 10);
    expect(apply(base, fixes.find((fix) => fix.title === 'Add a level for "D"')!.edits)).toBe(
      base.replace('"B" | "C"\n', '"B" | "C"\n  d = "D"\n'),
    );
  });

  it('declare a column that a list names', () => {
    const text = base.replace('indicator safe  "Safe"  on agreement\n', '');
    const fix = at(project(text), text.indexOf('happy, safe') + 8).find((one) => one.title === 'Declare the indicator safe')!;
    expect(apply(text, fix.edits)).toBe(text.replace('block welfare', 'indicator safe\nblock welfare'));
    const groups = base
      .replace(/category region[^}]*\}\n/u, '')
      .replace('by region }', 'by site }')
      .replace('sex, region', 'sex');
    const category = at(project(groups), groups.indexOf('by site') + 4).find((one) => one.title === 'Declare the category site')!;
    expect(apply(groups, category.edits)).toMatch(/category site \{\n(?: {2}[abc] = "[ABC]"\n){3}\}\n\ncompare by_region/u);
  });

  it('reverse an item that runs against the others', () => {
    const text = base.replace('"Is alone" reversed', '"Is alone"');
    const fixes = at(project(text), text.indexOf('alone') + 1);
    const fix = fixes.find((one) => one.title.startsWith('Reverse alone'))!;
    expect(apply(text, fix.edits)).toBe(base);
    expect(at(project(text), text.indexOf('dimension ties') + 11).some((one) => one.title.startsWith('Reverse alone'))).toBe(true);
    expect(at(project(base), base.indexOf('alone') + 1).some((one) => one.title.includes('everse'))).toBe(false);
  });
});

describe('changes', () => {
  it('make a level the reference', () => {
    const fix = at(project(base), base.indexOf('female') + 1).find((one) => one.title === 'Compare the other levels with female')!;
    expect(apply(base, fix.edits)).toBe(base.replace('zh "性别" {\n', 'zh "性别" {\n  reference female\n'));
    const stated = base.replace('zh "性别" {\n', 'zh "性别" reference female {\n');
    const other = at(project(stated), stated.indexOf('\n  male ') + 4).find((one) => one.title === 'Compare the other levels with male')!;
    expect(apply(stated, other.edits)).toBe(stated.replace('reference female', 'reference male'));
  });

  it('record a computed number as published', () => {
    const fix = at(project(base), base.indexOf('model.score.b') + 3).find((one) => one.title.startsWith('Record'))!;
    expect(apply(base, fix.edits)).toMatch(
      /\n {2}table "Table 1" row\.mean \{\n {4}columns mean\n {2}\}\n {2}model\.score\.b\(income\) = -?\d+\.\d{3}\n\}\n$/u,
    );
    const without = base.slice(0, base.indexOf('published'));
    const appended = at(project(without), without.indexOf('model.score.b') + 3).find((one) => one.title.startsWith('Record'))!;
    expect(apply(without, appended.edits)).toMatch(
      /\n\npublished "Somebody \(2024\)" \{\n {2}model\.score\.b\(income\) = -?\d+\.\d{3}\n\}\n$/u,
    );
  });

  it('add a label in the other language', () => {
    const fix = at(project(base), base.indexOf('indicator visits') + 11).find((one) => one.title === 'Add a label in zh')!;
    expect(apply(base, fix.edits)).toContain('indicator visits  "Is visited" zh ""\n');
  });

  it('offer in an empty text only what can be begun', () => {
    const fixes = fixesAt(snapshotOf({ 'main.study': '' }, 'main.study'), { start: 0, end: 0 });
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) expect(apply('', fix.edits)).toMatch(/^(?:\/\/.*\n|\s)*(?:study|framework) /u);
  });
});

describe('signatures', () => {
  const signature = (spec: string): string | null => {
    const { text, offset } = unmark(spec);
    const help = signatureAt(snapshotOf(project(text), 'main.study', { data: false }), offset);
    if (help === null) return null;
    const active = help.signatures[help.activeSignature]!;
    const span = active.parameters[help.activeParameter]?.span;
    return span === undefined
      ? active.label
      : `${active.label.slice(0, span.start)}«${active.label.slice(span.start, span.end)}»${active.label.slice(span.end)}`;
  };
  it('name what goes into brackets, and which is being written', () => {
    expect(signature(base.replace('model.score.b(income)', 'model.score.b($0)'))).toBe('b(«term»)');
    expect(signature(base.replace('model.score.b(income)', 'score.loading(friends, $0)'))).toBe('loading(item, «component»)');
    expect(signature(base.replace('model.score.b(income)', 'score.mean($0'))).toBe('mean(«level»)');
    expect(signature(base.replace('keep 2', 'keep $0'))).toBe('keep 4 | eigenvalue > 1 | variance 60% | parallel');
    expect(signature(base.replace('keep 2', 'keep 2\n\n$0\n'))).toBeNull();
  });
});
