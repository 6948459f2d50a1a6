// Why numbers lag behind a text, or are missing: every cause by its name, with the place that mends it, and the nearest one first.
import { codeStudy, execute, raise, readCsv, schemaOf, unreadableDataFile, withoutPlan } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from './engine.ts';
import type { Standing } from './standing.ts';

const path = '/w/s.study';
const spec =
  'study "S"\nsource "Somebody (2024)"\n\ndata "d.csv" {\n  id id\n  join "site.csv" on site\n}\n\nindicator a "A" on ' +
  '1..5\nnumber area from area\n';
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function opened(text: string): Engine {
  const engine = createEngine();
  engine.setStudies([path]);
  engine.setText(path, text);
  return engine;
}

/** Gives the columns as if both files were read. */
function compute(engine: Engine, csv = 'id,site,a,area\n1,x,3,10\n2,y,4,20\n', digest = 'd'): void {
  const { frame, problems } = readCsv(bytes(csv), 'd.csv', { text: ['id', 'site'] });
  engine.setData(path, { digest, schema: schemaOf(frame!), problems });
  const work = engine.work(path)!;
  const coded = codeStudy(work.plan, frame!);
  engine.setOutcome(path, {
    work,
    digest,
    results: work.execute ? withoutPlan(execute(work.plan, coded, frame!)) : null,
    problems: coded.problems,
  });
}

function gone(engine: Engine, file = 'd.csv', at = 'data'): void {
  engine.setData(path, {
    digest: `no ${file}`,
    schema: null,
    absent: [`/w/${file}`],
    problems: [raise(unreadableDataFile, { file, reason: { is: 'missing' }, nearest: null }, { at, data: { file } })],
  });
}

/** The words at the place of a cause. */
const at = (engine: Engine, standing: Standing): string | undefined => {
  const place =
    standing.kind === 'broken' || standing.kind === 'unreadable'
      ? standing.problem.place
      : 'place' in standing
        ? standing.place
        : 'end' in standing
          ? standing.end
          : null;
  return place === null || place === undefined ? undefined : (engine.textOf(place.file) ?? '').slice(place.span.start, place.span.end);
};

describe('where numbers stand', () => {
  it('computing, then current', () => {
    const engine = opened(spec);
    expect(engine.standing(path)).toEqual({ kind: 'computing' });
    compute(engine);
    expect(engine.standing(path)).toEqual({ kind: 'current' });
    engine.setText(path, spec.replace('on 1..5', 'on 1..4'));
    expect(engine.standing(path)).toEqual({ kind: 'computing' });
    compute(engine);
    expect(engine.standing(path)).toEqual({ kind: 'current' });
  });

  it('a broken text names the first of its mistakes, though numbers of it are being computed', () => {
    const engine = opened(spec);
    compute(engine);
    engine.setText(path, `${spec}\nindex i { of b, c }\nregression r { explain z }\n`);
    const standing = engine.standing(path);
    expect(standing).toMatchObject({ kind: 'broken', problem: { severity: 'error' } });
    expect(at(engine, standing)).toBe('b');
    engine.setText(path, spec);
    expect(engine.standing(path)).toEqual({ kind: 'computing' });
  });

  it('a column that the data do not have is a mistake of the text', () => {
    const engine = opened(spec);
    compute(engine, 'id,site,a,areas\n1,x,3,10\n2,y,4,20\n');
    const standing = engine.standing(path);
    expect(standing).toMatchObject({ kind: 'broken', problem: { name: 'unknown-column' } });
    expect(at(engine, standing)).toBe('area');
  });

  it('an original that cannot be read is one, too', () => {
    const engine = opened('study "S" replicates "o.study"\n\ndata "d.csv" { id id }\n');
    engine.setText('/w/o.study', null);
    const standing = engine.standing(path);
    expect(standing).toMatchObject({ kind: 'broken', problem: { name: 'unreadable-file' } });
    expect(at(engine, standing)).toBe('"o.study"');
  });

  it('data that never were there are missing, those that were there before are deleted, and each names its file', () => {
    const engine = opened(spec);
    gone(engine);
    expect(engine.standing(path)).toMatchObject({ kind: 'missing', file: 'd.csv' });
    expect(at(engine, engine.standing(path))).toBe('d.csv');
    compute(engine);
    gone(engine);
    expect(engine.standing(path)).toMatchObject({ kind: 'deleted', file: 'd.csv' });
    gone(engine, 'site.csv', 'data/join/0');
    expect(engine.standing(path)).toMatchObject({ kind: 'deleted', file: 'site.csv' });
    expect(at(engine, engine.standing(path))).toBe('site.csv');
  });

  it('another name in the text is no file that was deleted', () => {
    const engine = opened(spec);
    compute(engine);
    engine.setText(path, spec.replace('"d.csv"', '“other.csv”'));
    gone(engine, 'other.csv');
    expect(engine.standing(path)).toMatchObject({ kind: 'missing', file: 'other.csv' });
    expect(at(engine, engine.standing(path))).toBe('other.csv');
  });

  it('a file that is there and cannot be read is told from one that is not there', () => {
    const engine = opened(spec);
    engine.setData(path, {
      digest: 'x',
      schema: null,
      problems: [
        raise(unreadableDataFile, { file: 'd.csv', reason: { is: 'folder' }, nearest: null }, { at: 'data', data: { file: 'd.csv' } }),
      ],
    });
    expect(engine.standing(path)).toMatchObject({
      kind: 'unreadable',
      file: 'd.csv',
      problem: { name: 'unreadable-data-file', facts: { reason: { is: 'folder' } } },
    });
  });

  it('without trust nothing is read; a mistake of the text is told all the same', () => {
    const engine = opened(spec);
    engine.setTrusted(false);
    expect(engine.standing(path)).toEqual({ kind: 'untrusted' });
    engine.setText(path, 'study "S" replicates "o.study"\n\ndata "d.csv" { id id }\n');
    expect(engine.standing(path)).toEqual({ kind: 'untrusted' });
    engine.setText(path, `${spec}\nindex i { of b }\n`);
    expect(engine.standing(path).kind).toBe('broken');
    engine.setText(path, 'framework "F"\n\nindicator a on 1..5\n');
    expect(engine.standing(path).kind).toBe('no-data');
  });

  it('a study without data says where they may be named; a framework is none that lacks them', () => {
    const engine = opened('study "S"\nsource "Somebody (2024)"\n\nindicator a on 1..5\n');
    expect(engine.standing(path)).toMatchObject({
      kind: 'no-data',
      framework: false,
      end: { span: { start: 'study "S"\nsource "Somebody (2024)"'.length } },
    });
    engine.setText(path, 'framework "F"\n\nindicator a on 1..5\n');
    expect(engine.standing(path)).toMatchObject({ kind: 'no-data', framework: true });
  });

  it('an empty file is no mistake, and a computation that ends without numbers is told', () => {
    const engine = opened('// later\n');
    expect(engine.standing(path)).toEqual({ kind: 'empty' });
    engine.setText(path, spec);
    compute(engine);
    engine.setOutcome(path, { work: engine.work(path)!, digest: 'd', results: null, problems: [] });
    expect(engine.standing(path)).toEqual({ kind: 'failed' });
  });
});
