// The engine: what an edit makes run again, what is asked for, and which numbers are shown while a text is broken.
import { codeStudy, execute, executeInWaves, executeRead, otherEncoding, raise, readCsv, schemaOf, withoutPlan } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from './engine.ts';

const spec =
  'study "S"\n\ndata "d.csv" { id id }\n\nscale s 1..5\nindicator a "A" on s\nindicator b "B" on s\nindicator c "C" on ' +
  's\ncategory sex { m = 1  f = 2 }\n\nindex i {\n  of a, b, c\n  keep 1\n}\n\nregression r {\n  explain i\n  by sex\n}\n';
const answers = Array.from({ length: 30 }, (_, i) =>
  [i + 1, 1 + ((i * 7 + Math.floor(i / 5)) % 5), 1 + ((i * 3 + Math.floor(i / 4)) % 5), 1 + ((i * 2) % 5), 1 + (i % 2)].join(','),
);
const csv = Uint8Array.from(`id,a,b,c,sex\n${answers.join('\n')}\n`, (letter) => letter.charCodeAt(0));
const path = '/w/s.study';

function compute(engine: Engine): void {
  const { frame, problems } = readCsv(csv, 'd.csv', { text: ['id'] });
  engine.setData(path, { digest: 'd', schema: schemaOf(frame!), problems });
  const work = engine.work(path)!;
  const coded = codeStudy(work.plan, frame!);
  engine.setOutcome(path, {
    work,
    digest: 'd',
    results: work.execute ? withoutPlan(execute(work.plan, coded, frame!)) : null,
    problems: coded.problems,
  });
}

function opened(text = spec): Engine {
  const engine = createEngine();
  engine.setStudies([path]);
  engine.setText(path, text);
  compute(engine);
  return engine;
}
const value = (engine: Engine, address: string): number | null | undefined =>
  engine.snapshot(path)?.numbers?.results.quantities.get(address)?.value;

/** Gives the numbers of the text as far as a wave (0, 1 or 2), as a large file's arrive. */
function wave(engine: Engine, at: number): void {
  const { frame } = readCsv(csv, 'd.csv', { text: ['id'] });
  engine.setData(path, { digest: 'd', schema: schemaOf(frame!), problems: [] });
  const work = engine.work(path)!;
  const coded = codeStudy(work.plan, frame!);
  const { results, isLast } = [...executeInWaves(work.plan, coded, frame!)][at]!;
  engine.setOutcome(path, {
    work,
    digest: 'd',
    results: withoutPlan(results),
    problems: coded.problems,
    ...(isLast ? {} : { partial: true }),
  });
  // However they arrive, the last ones are all.
  if (isLast) expect(results).toEqual(executeRead(work.plan, coded, frame!));
}

describe('numbers in waves', () => {
  it('are those that there are, and the computing goes on', () => {
    const engine = createEngine();
    engine.setStudies([path]);
    engine.setText(path, spec);
    wave(engine, 0);
    expect(engine.numbersState(path)).toBe('computing');
    expect(engine.standing(path).kind).toBe('computing');
    expect(engine.snapshot(path)!.numbers).toMatchObject({ stale: false, partial: true });
    expect([value(engine, 'a.n'), value(engine, 'i.n'), value(engine, 'r.i.n')]).toEqual([30, undefined, undefined]);
    wave(engine, 1);
    expect([value(engine, 'a.n'), value(engine, 'i.n'), value(engine, 'r.i.n')]).toEqual([30, 30, undefined]);
    expect(engine.numbersState(path)).toBe('computing');
    wave(engine, 2);
    expect([value(engine, 'a.n'), value(engine, 'i.n'), value(engine, 'r.i.n')]).toEqual([30, 30, 30]);
    expect(engine.numbersState(path)).toBe('ready');
    expect(engine.snapshot(path)!.numbers).toMatchObject({ stale: false });
    expect(engine.snapshot(path)!.numbers!.partial).toBeUndefined();
  });

  it('stand beside those of the text before, until their own are there; an edit in between loses neither', () => {
    const engine = opened();
    const before = [value(engine, 'a.n'), value(engine, 'i.kmo'), value(engine, 'r.i.r2')];
    const edited = spec.replace('scale s 1..5', 'scale s 1..4').replace('keep 1', 'keep 2');
    engine.setText(path, edited);
    wave(engine, 0);
    const cases = value(engine, 'a.n');
    expect(cases).not.toBe(before[0]);
    expect([value(engine, 'i.kmo'), value(engine, 'r.i.r2')]).toEqual(before.slice(1));
    expect(engine.snapshot(path)!.numbers!.stale).toBe(true);
    engine.setText(path, edited.replace('explain i', 'explain a'));
    expect([value(engine, 'a.n'), value(engine, 'r.i.r2')]).toEqual([cases, before[2]]);
    engine.setText(path, edited);
    wave(engine, 1);
    expect(value(engine, 'r.i.r2')).toBe(before[2]);
    wave(engine, 2);
    expect(value(engine, 'r.i.r2')).not.toBe(before[2]);
    expect(engine.numbersState(path)).toBe('ready');
  });

  it('that somebody ended are not asked for again, and those of the text before stay', () => {
    const engine = opened();
    const before = value(engine, 'i.kmo');
    engine.setText(path, spec.replace('keep 1', 'keep 2'));
    engine.setOutcome(path, { work: engine.work(path)!, digest: 'd', results: null, problems: [], halted: true });
    expect(engine.standing(path).kind).toBe('halted');
    expect(engine.numbersState(path)).toBe('stale');
    expect(value(engine, 'i.kmo')).toBe(before);
  });
});

describe('the engine', () => {
  it('asks for no other numbers when a comment, a label or the layout changes, and shows the new label with the old numbers', () => {
    const engine = opened();
    const work = engine.work(path);
    expect(engine.numbersState(path)).toBe('ready');
    for (const text of [
      `// note\n${spec}`,
      spec.replace('"A"', '"Another" zh "甲"'),
      spec.replace('keep 1', 'keep    1'),
      spec.replace('study "S"', 'study "T"'),
    ]) {
      engine.setText(path, text);
      expect(engine.work(path)).toBe(work);
      expect(engine.numbersState(path)).toBe('ready');
    }
    engine.setText(path, spec.replace('"A"', '"Another"'));
    expect(engine.snapshot(path)?.numbers?.results.variables[0]?.variable.label[0]?.text).toBe('Another');
    expect(value(engine, 'a.n')).toBe(30);
  });

  it('passes on what the host has to say of how an original was read from disk', () => {
    const engine = createEngine();
    const said = raise(
      otherEncoding,
      { file: '/w/o.study', encoding: 'gb18030', guessed: true },
      { place: { file: '/w/o.study', span: { start: 0, end: 0 } } },
    );
    engine.setText(path, 'study "S" replicates "o.study"\n\ndata "d.csv" { id id }\n');
    engine.setText('/w/o.study', 'framework "案例"\n\nindicator a on 1..5\n', [said]);
    expect(engine.snapshot(path)!.dataProblems.map((problem) => problem.code)).toContain('SS262');
    engine.setText('/w/o.study', 'framework "案例"\n\nindicator a on 1..5\n');
    expect(engine.snapshot(path)!.dataProblems.map((problem) => problem.code)).not.toContain('SS262');
  });

  it('runs nothing again for a text that is the same, and asks for numbers when what is computed changes', () => {
    const engine = opened();
    engine.snapshot(path);
    const runs = engine.runs();
    engine.setText(path, spec);
    engine.snapshot(path);
    expect(engine.runs()).toEqual(runs);
    const work = engine.work(path);
    engine.setText(path, spec.replace('keep 1', 'keep 2'));
    expect(engine.work(path)).not.toBe(work);
    expect(engine.numbersState(path)).toBe('computing');
    expect(engine.snapshot(path)?.numbers?.stale).toBe(true);
    engine.setText(path, spec);
    expect(engine.numbersState(path)).toBe('computing');
    compute(engine);
    expect(engine.snapshot(path)?.numbers?.stale).toBe(false);
  });

  it('keeps the numbers of a broken declaration and renews the others', () => {
    const engine = opened();
    const kmo = value(engine, 'i.kmo');
    expect(typeof kmo).toBe('number');
    engine.setText(path, spec.replace('keep 1', 'keep').replace('category sex { m = 1  f = 2 }', 'category sex { m = 1 }'));
    compute(engine);
    expect(value(engine, 'i.kmo')).toBe(kmo);
    expect(value(engine, 'sex.n')).toBe(15);
    expect(engine.numbersState(path)).toBe('stale');
    engine.setText(path, 'study "S"\n{{{{');
    expect(value(engine, 'i.kmo')).toBe(kmo);
  });

  it('drops the numbers of what is no longer declared', () => {
    const engine = opened();
    engine.setText(path, spec.slice(0, spec.indexOf('regression')));
    compute(engine);
    expect(value(engine, 'r.i.r2')).toBeUndefined();
    expect(value(engine, 'i.n')).toBe(30);
    expect(engine.numbersState(path)).toBe('ready');
  });

  it('finds a wrong column by the schema at once, computes nothing then, and keeps the numbers', () => {
    const engine = opened();
    engine.setText(path, spec.replace('indicator b "B" on s', 'indicator b "B" on s from bb'));
    expect(engine.snapshot(path)?.dataProblems.map((problem) => problem.name)).toEqual(['unknown-column']);
    expect(engine.work(path)?.execute).toBe(false);
    compute(engine);
    expect(typeof value(engine, 'i.kmo')).toBe('number');
    expect(engine.numbersState(path)).toBe('stale');
  });

  it('asks for texts that it lacks, and for nothing without trust', () => {
    const engine = createEngine();
    engine.setText(path, 'study "S" replicates "o.study"\n');
    expect(engine.needs(path)).toEqual(['/w/o.study']);
    engine.setTrusted(false);
    expect(engine.needs(path)).toEqual([]);
    expect(engine.work(path)).toBeNull();
    engine.setTrusted(true);
    engine.setText('/w/o.study', null);
    expect(engine.needs(path)).toEqual([]);
    expect(engine.compiled(path).problems.map((problem) => problem.name)).toContain('unreadable-file');
    engine.setText('/w/o.study', spec);
    expect(engine.compiled(path).problems.map((problem) => problem.name)).not.toContain('unreadable-file');
  });

  it('marks the numbers stale when the data are others', () => {
    const engine = opened();
    engine.setData(path, { digest: 'other', schema: null, problems: [] });
    expect(engine.numbersState(path)).toBe('computing');
    expect(engine.snapshot(path)?.numbers?.stale).toBe(true);
  });
});
