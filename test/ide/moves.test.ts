// Files that are renamed or moved: what the specs that name them say afterwards.
import { editsForMoves, joinPath, parse, type Move, type SourceFile } from '@studyspec/dsl';
import { describe, expect, it } from 'vitest';
import { applyEdits } from './support.ts';

const study = `study "S" replicates "../first/original.study"

data "answers.csv" {
  id id
  join "places/site.csv" on site
  join "./notes.csv" on id
}

published "P" {
  table "T1" row.mean from "tables/t1.csv"
  table "T2" row.mean from "/data/t2.csv"
}
`;
const source = (path: string, text: string): SourceFile => ({ path, text, parsed: parse(text, path) });
const texts = new Map([
  ['/w/second/study.study', study],
  ['/w/first/original.study', 'framework "O"\n\ndata “数据/调查.csv” ｛ id 编号 ｝\n'],
  ['/w/bare.study', 'study "B" replicates "std:acculturation"\n\ndata "second/answers.csv" { id id }\n'],
]);

/** The specs after a move, where their text is another one. */
function moved(...moves: readonly Move[]): Record<string, string> {
  const edits = editsForMoves(
    [...texts].map(([path, text]) => source(path, text)),
    moves,
  );
  return Object.fromEntries(
    [...texts].flatMap(([path, text]) => {
      const own = edits.filter((edit) => edit.file === path);
      return own.length === 0 ? [] : [[path, applyEdits(text, own)]];
    }),
  );
}
const move = (from: string, to: string): Move => ({ from, to });

describe('files that move', () => {
  it('data: in every spec that names them, from where each stands', () => {
    expect(moved(move('/w/second/answers.csv', '/w/second/clean answers.csv'))).toEqual({
      '/w/second/study.study': study.replace('"answers.csv"', '"clean answers.csv"'),
      '/w/bare.study': texts.get('/w/bare.study')!.replace('second/answers.csv', 'second/clean answers.csv'),
    });
    expect(moved(move('/w/second/answers.csv', '/w/answers.csv'))).toEqual({
      '/w/second/study.study': study.replace('"answers.csv"', '"../answers.csv"'),
      '/w/bare.study': texts.get('/w/bare.study')!.replace('second/answers.csv', 'answers.csv'),
    });
  });

  it('joined files, printed tables, an absolute name, and one that begins with a point', () => {
    expect(
      moved(
        move('/w/second/places/site.csv', '/w/second/site.csv'),
        move('/w/second/tables/t1.csv', '/w/second/tables/one.csv'),
        move('/data/t2.csv', '/data/two.csv'),
        move('/w/second/notes.csv', '/w/second/more/notes.csv'),
      )['/w/second/study.study'],
    ).toBe(
      study
        .replace('places/site.csv', 'site.csv')
        .replace('tables/t1.csv', 'tables/one.csv')
        .replace('/data/t2.csv', '/data/two.csv')
        .replace('./notes.csv', './more/notes.csv'),
    );
  });

  it('an original, in the studies that replicate it; what it names itself stays where it is', () => {
    expect(moved(move('/w/first/original.study', '/w/original.study'))).toEqual({
      '/w/second/study.study': study.replace('../first/original.study', '../original.study'),
      '/w/first/original.study': texts.get('/w/first/original.study')!.replace('数据/调查.csv', 'first/数据/调查.csv'),
    });
    expect(moved(move('/w/first/original.study', '/w/first/原作.study'))).toEqual({
      '/w/second/study.study': study.replace('original.study', '原作.study'),
    });
  });

  it('a study that leaves its data', () => {
    expect(moved(move('/w/second/study.study', '/w/second/specs/study.study'))['/w/second/study.study']).toBe(
      study
        .replace('../first', '../../first')
        .replace('"answers.csv"', '"../answers.csv"')
        .replace('places/', '../places/')
        .replace('./notes.csv', '../notes.csv')
        .replace('tables/', '../tables/'),
    );
  });

  it('a folder takes along what is in it: only names from outside change', () => {
    expect(moved(move('/w/second', '/w/第二'))).toEqual({ '/w/bare.study': texts.get('/w/bare.study')!.replace('second/', '第二/') });
    expect(moved(move('/w/first', '/w/deep/er/first'))).toEqual({
      '/w/second/study.study': study.replace('../first/', '../deep/er/first/'),
    });
    expect(moved(move('/w', '/elsewhere'))).toEqual({});
    expect(moved(move('/w/sec', '/w/x'))).toEqual({});
    expect(moved(move('/w/second', '/w/b'), move('/w/second/places', '/w/places'))['/w/second/study.study']).toBe(
      study.replace('places/site.csv', '../places/site.csv'),
    );
  });

  it('nothing changes for files that nobody names, nor twice', () => {
    expect(moved(move('/w/second/other.csv', '/w/x.csv'))).toEqual({});
    const once = moved(move('/w/second/answers.csv', '/w/a.csv'))['/w/second/study.study']!;
    expect(editsForMoves([source('/w/second/study.study', once)], [move('/w/second/answers.csv', '/w/a.csv')])).toEqual([]);
  });

  it('a name with a quotation mark can be read back', () => {
    const text = moved(move('/w/second/answers.csv', '/w/second/the "good" ones.csv'))['/w/second/study.study']!;
    const label = parse(text, 'x').file.declarations.find((one) => one.kind === 'data')!.label!.texts[0]!.text;
    expect(joinPath('/w/second/study.study', label)).toBe('/w/second/the "good" ones.csv');
  });
});
