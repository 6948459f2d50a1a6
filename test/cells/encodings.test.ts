// Letters of files: which encoding they are in, and bytes that are no letters. Cases of public reports of users of other programs (b48,
// b55), with others of their kind.
import { describe, expect, it } from 'vitest';
import { bytes, joinBytes, runCase, utf16, type Case } from './support.ts';

const spec = (encoding = ''): string =>
  `study "S"\ndata "d.csv" { id id${encoding === '' ? '' : `  encoding ${encoding}`} }\nindicator q on 1..5\n`;
const read = (content: Uint8Array | string, encoding = ''): Case => runCase({ 'd.csv': content, 's.study': spec(encoding) });
/** 男 and 女, and other letters, as the encodings have them. */
const gbk = { 男: 'C4 D0', 女: 'C5 AE' };
const rows = (male: string, female: string): Uint8Array => joinBytes('id,q,g\n1,3,', bytes(male), '\n2,4,', bytes(female), '\n');

describe('an encoding that nobody named', () => {
  it.each([
    ['gb18030', rows(gbk.男, gbk.女), '男'],
    ['big5', rows('A8 6B', 'A4 6B'), '男'],
    ['shift_jis', rows('92 6A 90 AB', '8F 97 90 AB 82 B3 82 AD 82 E7'), '男性'],
    ['euc-jp', rows('C3 CB C0 AD', 'BD F7 C0 AD A4 B5 A4 AF A4 E9'), '男性'],
    ['euc-kr', rows('B3 B2 BC BA', 'BF A9 BC BA'), '남성'],
    ['windows-1251', rows('EC F3 E6 F7 E8 ED E0', 'E6 E5 ED F9 E8 ED E0'), 'мужчина'],
    ['windows-1252', joinBytes('id,q,g\n1,3,Orl', bytes('E9'), 'ans\n2,4,Ch', bytes('E2'), 'lons\n'), 'Orléans'],
    ['utf-16le', utf16('id,q,g\n1,3,x\n2,4,y\n', { mark: false }), null],
    ['utf-16be', utf16('id,q,g\n1,3,x\n2,4,y\n', { mark: false, big: true }), null],
  ])('is found, read and said: %s, with the line that states it', (encoding, content, word) => {
    const found = read(content);
    expect(found.codes).toEqual(['SS372']);
    expect(found.study.problems[0]!.severity).toBe('info');
    expect(found.help('SS372')).toContain(`write \`encoding ${encoding}\` in the data block`);
    expect(found.message('SS372')).toContain(`they are read as ${encoding}`);
    if (word !== null) expect(found.message('SS372')).toContain(`("${word}`);
    const stated = read(content, encoding);
    expect(stated.codes).toEqual([]);
    expect(found.study.frame!.columns).toEqual(stated.study.frame!.columns);
  });

  it('is only named where its letters do not show it clearly', () => {
    const found = read(joinBytes('id,q,g\n1,3,', bytes('E9 C0 D3'), '\n2,4,x\n'));
    expect(found.codes).toEqual(['SS305']);
    expect(found.study.frame).toBeNull();
  });

  it('of Western Europe is told from that of Central Europe by nothing but its letters, and keeps its euro sign', () => {
    const content = joinBytes(
      'id;q;ort\n001;4;K',
      bytes('F6'),
      'ln\n002;3;Z',
      bytes('FC'),
      'rich kostet 5 ',
      bytes('80'),
      '\n003;2;',
      bytes('BB'),
      'gut',
      bytes('AB'),
      ' ',
      bytes('96'),
      ' sch',
      bytes('F6'),
      'n\n',
    );
    expect(read(content).help('SS372')).toContain('`encoding windows-1252`');
    const told = read(content, '"windows-1252"');
    expect([told.codes, told.study.frame!.columns[2]]).toMatchObject([[], { levels: ['Köln', 'Zürich kostet 5 €', '»gut« – schön'] }]);
  });

  it('is not asked for where a mark says it, or nothing needs it', () => {
    for (const content of [utf16('id,q\n1,3\n2,4\n'), utf16('id,q\n1,3\n2,4\n', { big: true }), '\ufeffid,q\n1,3\n', 'id,q\n1,3\n'])
      expect(read(content).codes).toEqual([]);
  });
});

describe('a damaged file', () => {
  it('that was cut within a letter is damaged there, whatever encoding is named', () => {
    const cut = joinBytes('id,q,g\n1,3,男\n2,4,', bytes('E5 A5'));
    for (const encoding of ['', '"windows-1252"', 'gb18030']) {
      const found = read(cut, encoding);
      expect(found.codes).toEqual(['SS319']);
      expect(found.message('SS319')).toBe(
        'The data file "d.csv" is in UTF-8, but damaged at row 2: what begins at byte 20 (E5 A5), after "2,4,", is no letter.',
      );
    }
  });

  const long = (damage: Uint8Array, at: number): Uint8Array =>
    joinBytes(
      ...[
        'id,q,g\n',
        ...Array.from({ length: 20 }, (_, row): (string | Uint8Array)[] => [
          `${row + 1},${1 + (row % 5)},`,
          row === at ? damage : '关岭县',
          '\n',
        ]),
      ].flat(),
    );

  it('with the cell of another encoding is named by its row', () => {
    const found = read(long(bytes('B9 D8 C1 EB'), 6));
    expect(found.codes).toEqual(['SS319']);
    expect(found.message('SS319')).toContain('is in UTF-8, but damaged at row 7');
  });

  it('with one wrong byte among plain ones is named by its row', () => {
    expect(read(joinBytes('id,q\n1,3\n2,4', bytes('FF'), '\n3,5\n')).message('SS319')).toContain(
      'damaged at row 2: what begins at byte 13 (FF), after "2,4"',
    );
    expect(read(joinBytes('id,q\n1,3\n2,4', bytes('00'), '\n3,5\n4,1\n5,2\n6,3\n')).message('SS319')).toContain(
      'damaged at row 2: what begins at byte 13 (00)',
    );
  });

  it('in GBK is damaged GBK, named or not', () => {
    const content = joinBytes(
      'id,q,g\n',
      ...Array.from({ length: 12 }, (_, row) => joinBytes(`${row + 1},3,`, bytes(row === 8 ? 'C4 FF' : gbk.男), '\n')),
    );
    for (const encoding of ['', 'gb18030', 'gbk']) {
      expect(read(content, encoding).codes).toEqual(['SS319']);
      expect(read(content, encoding).message('SS319')).toMatch(/is in gb(18030|k), but damaged at row 9/u);
    }
  });

  it('in UTF-16 is named by its row too', () => {
    const whole = utf16('id,q,g\n1,3,男\n2,4,女\n');
    expect(read(whole.subarray(0, whole.length - 3)).codes).toEqual(['SS319']);
  });

  it('counts rows, not lines, where cells hold line breaks', () => {
    const found = read(joinBytes('id,q,g\n1,3,"男\n男"\n2,4,"男\n男\n男"\n3,5,', bytes('E5 A5'), '\n4,1,男\n'));
    expect(found.message('SS319')).toContain('damaged at row 3');
  });
});

describe('a named encoding', () => {
  it('that reads the letters as nobody writes them is refused', () => {
    const found = read(rows(gbk.男, gbk.女), '"windows-1252"');
    expect(found.codes).toEqual(['SS305']);
    expect(found.message('SS305')).toContain('is not in windows-1252; it reads as gb18030');
  });
});
