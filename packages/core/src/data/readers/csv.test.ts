import { tell } from '../../words/tell.ts';
import { describe, expect, it } from 'vitest';
import { cellText, numericCells } from '../values.ts';
import type { Frame } from '../frame.ts';
import type { ReadOptions } from './binary/reading.ts';
import { readCsv, readCsvRows, type CsvReading } from './csv.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options?: ReadOptions): CsvReading => readCsv(bytesOf(text), 'survey.csv', options);
const codes = (reading: CsvReading): string[] => reading.problems.map((problem) => problem.code);

function cells(frame: Frame | null): (string | null)[][] {
  return Array.from({ length: frame?.rows ?? 0 }, (_, row) => frame!.columns.map((column) => cellText(column, row)));
}
const names = (reading: CsvReading): string[] => reading.frame?.columns.map((column) => column.name) ?? [];
const numbers = (reading: CsvReading, name: string): number[] => {
  const column = reading.frame?.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`there is no column ${name}`);
  return [...numericCells(column, []).values];
};

describe('cells', () => {
  it('types a column by all of its cells', () => {
    const reading = read('id,q1,site,q2\nV1,1,A,\nV2,,B,2.5\nV3,-3,,1e2\n');
    expect(codes(reading)).toEqual([]);
    expect(reading.frame?.columns.map((column) => column.kind)).toEqual(['text', 'number', 'text', 'number']);
    expect(cells(reading.frame)).toEqual([
      ['V1', '1', 'A', null],
      ['V2', null, 'B', '2.5'],
      ['V3', '-3', null, '100'],
    ]);
  });

  it('turns a column into text when a word comes after thousands of numbers', () => {
    const lines = Array.from({ length: 2000 }, (_, row) => `${row % 5},${row === 1900 ? 'refused' : `0${row % 3}`}`);
    const reading = read(`a,b\n${lines.join('\n')}\n`);
    expect(reading.frame?.columns.map((column) => column.kind)).toEqual(['number', 'text']);
    expect(cells(reading.frame)[4]).toEqual(['4', '01']);
    expect(cells(reading.frame)[1900]).toEqual(['0', 'refused']);
  });

  it('keeps ids as written when asked to', () => {
    expect(cells(read('id,q\n007,1\n012,2\n', { text: ['id'] }).frame)).toEqual([
      ['007', '1'],
      ['012', '2'],
    ]);
    expect(cells(read('id,q\n007,1\n', {}).frame)).toEqual([['7', '1']]);
  });

  it('reads every digit: the nearest double, as the language itself would', () => {
    const written = [
      '0.1',
      '0.30000000000000004',
      '123456789012345',
      '1e-7',
      '.5',
      '5.',
      '+3',
      '-0',
      '4.35',
      '1234567.891',
      '0.000001',
      '99999999999999.9',
    ];
    expect(numbers(read(`a,b\n${written.map((text) => `${text},1`).join('\n')}`), 'a')).toEqual(written.map((text) => Number(text) + 0));
  });

  it('keeps whole numbers of more than 15 digits as they are written: they are names', () => {
    const reading = read('hh,q\n110101199001011230,1\n110101199001011231,2\n0000000000000007,3\n');
    expect(reading.frame?.columns[0]).toMatchObject({
      kind: 'text',
      levels: ['110101199001011230', '110101199001011231', '0000000000000007'],
    });
    expect(numbers(reading, 'hh')).toEqual(['110101199001011230', '110101199001011231', '7'].map(Number));
    expect(codes(reading)).toEqual([]);
  });

  it('does not take other notations for numbers', () => {
    for (const word of ['NaN', 'Infinity', '0x1F', '1_000', '5 %', '1 2', '-', '.', 'e5', '2020-01-04', '4–5']) {
      expect(read(`a,b\n${word},1\n`).frame?.columns[0]?.kind, word).toBe('text');
    }
  });

  it('reads quoted cells: separators, doubled marks, line breaks; spaces inside them count', () => {
    const reading = read('a,b\r\n"x, y","say ""hi"""\r\n"two\r\nlines",  plain text  \r\n"  kept  ", "after a space"\r\n"5",""\r\n');
    expect(codes(reading)).toEqual([]);
    expect(cells(reading.frame)).toEqual([
      ['x, y', 'say "hi"'],
      ['two\r\nlines', 'plain text'],
      ['  kept  ', 'after a space'],
      ['5', null],
    ]);
  });

  it('reads LF, CRLF and CR alike, with or without a break at the end', () => {
    const expected = [
      ['1', 'x'],
      ['2', 'y'],
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      for (const last of ['', end, end + end + end])
        expect(cells(read(`a,b${end}1,x${end}2,y${last}`).frame), JSON.stringify(end + last)).toEqual(expected);
    }
  });

  it('takes a cell of white space for blank', () => {
    expect(cells(read('a,b,c\n  ," ",\n1,x,y\n').frame)).toEqual([
      [null, null, null],
      ['1', 'x', 'y'],
    ]);
    expect(cells(read('a,b,c\n5,\u3000,\u00a0\n1,x,y\n').frame)[0]).toEqual(['5', null, null]);
    expect(cells(read('a,b,c\n  ," ",z\n1,x,y\n').frame)[0]).toEqual([null, null, 'z']);
  });
});

describe('separators', () => {
  it.each([
    [',', ','],
    [';', ';'],
    ['\t', '\t'],
  ] as const)('finds %j', (separator, expected) => {
    const reading = read(['a,b,c', '1,2,x', '3,4,y'].join('\n').replaceAll(',', separator));
    expect(reading.delimiter).toBe(expected);
    expect(cells(reading.frame)).toEqual([
      ['1', '2', 'x'],
      ['3', '4', 'y'],
    ]);
  });

  it('is not misled by separators inside quoted texts or by decimal commas', () => {
    expect(read('a,b\n"x; y; z",1\n"u; v; w",2\n').delimiter).toBe(',');
    expect(read('a;b\n3,5;4,2\n1,0;2,25\n').delimiter).toBe(';');
    expect(read('"Income, yearly";b\n3,5;4,2\n').delimiter).toBe(';');
    expect(read('a\tb, c\n1,5\tx, y\n2,5\tz\n').delimiter).toBe('\t');
  });

  it('reads a file of one column, where an empty line is a blank answer', () => {
    expect(cells(read('a\n1\n\n3\n\n').frame)).toEqual([['1'], [null], ['3']]);
    expect(cells(read('a\n1\n""\n').frame)).toEqual([['1'], [null]]);
  });

  it('heeds the line by which Excel names the separator', () => {
    const reading = read('sep=;\na;b\n1;2\n');
    expect(names(reading)).toEqual(['a', 'b']);
    expect(cells(reading.frame)).toEqual([['1', '2']]);
  });
});

describe('numbers of other countries', () => {
  it('reads decimal commas in a semicolon file, and with a witness thousands', () => {
    const reading = read('a;b;c\n3,5;1.234,5;1.500\n-2,25;7;2.750\n');
    expect(numbers(reading, 'a')).toEqual([3.5, -2.25]);
    expect(numbers(reading, 'b')).toEqual([1234.5, 7]);
    expect(numbers(reading, 'c')).toEqual([1500, 2750]);
    expect(codes(reading)).toEqual(['SS315']);
    expect(tell(reading.problems[0]!, 'en').message).toContain('1.500 is read as 1500');
  });

  it('leaves 3.14 alone in a file with decimal commas', () => {
    const reading = read('a;b\n3,5;3.14\n2,5;2.7\n');
    expect(numbers(reading, 'b')).toEqual([3.14, 2.7]);
    expect(codes(reading)).toEqual([]);
  });

  it('reads separated thousands in a comma file', () => {
    expect(numbers(read('a,b\n"1,234",x\n"12,345,678.5",y\n17,z\n'), 'a')).toEqual([1234, 12345678.5, 17]);
  });

  it('says so when nothing decides between 1.25 and 1250', () => {
    const reading = read('a;b\n1,250;x\n2,500;y\n');
    expect(numbers(reading, 'a')).toEqual([1.25, 2.5]);
    expect(codes(reading)).toEqual(['SS315']);
  });

  it('keeps texts with commas as texts', () => {
    expect(read('a;b\n3,5;x\nabout 4;y\n').frame?.columns[0]?.kind).toBe('text');
    expect(read('a;b\n1 | 2;3,4,5\n').frame?.columns[1]?.kind).toBe('text');
  });
});

describe('encodings', () => {
  const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x71, 0x0a, 0x41, 0x2c, 0x31, 0x0a]); // 编号,q
  const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array =>
    Uint8Array.from(
      [...(mark ? ['\ufeff'] : []), ...text].flatMap((letter) => {
        const unit = letter.charCodeAt(0);
        return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
      }),
    );

  it('reads UTF-8 with and without a byte order mark', () => {
    for (const mark of ['', '\ufeff']) {
      const reading = read(`${mark}编号,收入\n甲,1\n`);
      expect(names(reading)).toEqual(['编号', '收入']);
      expect(codes(reading)).toEqual([]);
    }
  });

  it('reads UTF-16 by its byte order mark', () => {
    for (const big of [false, true]) {
      const reading = readCsv(utf16('编号\t收入\r\n甲\t1\r\n', big, true), 'survey.txt');
      expect(reading.encoding).toBe(big ? 'utf-16be' : 'utf-16le');
      expect(cells(reading.frame)).toEqual([['甲', '1']]);
    }
  });

  it('reads UTF-16 without a mark and says so, until it is told', () => {
    const bytes = utf16('id,收入\nV1,1\nV2,2\n', false, false);
    const { frame, problems } = readCsv(bytes, 'survey.csv');
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['SS372', 'info']]);
    expect(tell(problems[0]!, 'en').help).toContain('encoding utf-16le');
    const told = readCsv(bytes, 'survey.csv', { encoding: 'utf-16le' });
    expect(told.problems).toEqual([]);
    for (const one of [frame, told.frame])
      expect(cells(one)).toEqual([
        ['V1', '1'],
        ['V2', '2'],
      ]);
  });

  it('never reads GB18030 in silence: it names it, with a word to judge by, and says what to write', () => {
    const reading = readCsv(gbk, 'survey.csv');
    expect(names(reading)).toEqual(['编号', 'q']);
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]).toMatchObject({ code: 'SS372', severity: 'info', at: 'data' });
    expect(tell(reading.problems[0]!, 'en').message).toContain('gb18030 ("编号")');
    expect(tell(reading.problems[0]!, 'en').help).toContain('`encoding gb18030`');
    for (const encoding of ['gb18030', 'GBK', 'gb2312', 'cp936'])
      expect(names(readCsv(gbk, 'survey.csv', { encoding }))).toEqual(['编号', 'q']);
  });

  it('tells Western letters from Chinese ones', () => {
    const latin = Uint8Array.from([...'ville,q\nOrléans,1\nChâlons,2\nÉpinal,3\n'].map((letter) => letter.charCodeAt(0)));
    expect(tell(readCsv(latin, 'survey.csv').problems[0]!, 'en').help).toContain('encoding windows-1252');
    expect(cells(readCsv(latin, 'survey.csv', { encoding: 'latin1' }).frame)[0]).toEqual(['Orléans', '1']);
  });

  it('refuses a named encoding that the file does not have', () => {
    expect(read('编号,q\n甲,1\n', { encoding: 'gb18030' }).problems[0]).toMatchObject({ code: 'SS305', at: 'data/encoding' });
    const [unknown] = read('a,q\nx,1\n', { encoding: 'gb1803' }).problems;
    expect(unknown!.code).toBe('SS306');
    expect(tell(unknown!, 'en').help).toContain('gb18030');
    expect(codes(read('a,q\nx,1\n', { encoding: 'gb18030' }))).toEqual([]);
    expect(new TextDecoder('gb18030').decode(gbk)).toContain('编号');
  });
});

describe('broken files', () => {
  it('tells an empty file, white space only, and names without answers', () => {
    expect(codes(read(''))).toEqual(['SS302']);
    expect(codes(read('\ufeff'))).toEqual(['SS302']);
    expect(codes(read(' \n\n'))).toEqual(['SS302']);
    const header = read('a,b\n');
    expect(codes(header)).toEqual(['SS303']);
    expect(names(header)).toEqual(['a', 'b']);
    expect(header.frame?.rows).toBe(0);
  });

  it('says what a file is that is no text table', () => {
    const magic = (text: string): CsvReading => readCsv(Uint8Array.from([...text].map((letter) => letter.charCodeAt(0))), 'survey.csv');
    expect(tell(magic('PK\x03\x04....[Content_Types].xml').problems[0]!, 'en').message).toContain('an Excel workbook');
    expect(tell(magic('\xd0\xcf\x11\xe0\xa1\xb1').problems[0]!, 'en').message).toContain('.xls');
    expect(tell(magic('$FL2@(#) SPSS DATA FILE').problems[0]!, 'en').message).toContain('SPSS');
    expect(tell(magic('<stata_dta><header>').problems[0]!, 'en').message).toContain('Stata');
    expect(tell(magic('<!DOCTYPE html><html>').problems[0]!, 'en').message).toContain('web page');
    expect(tell(magic('a,b\n\x00\x01\x02\x00,2\n').problems[0]!, 'en').message).toContain('binary');
    for (const text of ['PK\x03\x04', '%PDF-1.4', 'PAR1', '\x1f\x8b\x08']) expect(codes(magic(text))).toEqual(['SS304']);
  });

  it('fills a short row with blanks and never shifts it', () => {
    const reading = read('a,b,c\n1,2,3\n4,5\n6\n7,8,9\n');
    expect(cells(reading.frame)).toEqual([
      ['1', '2', '3'],
      ['4', '5', null],
      ['6', null, null],
      ['7', '8', '9'],
    ]);
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]).toMatchObject({ code: 'SS310', data: { row: 2 } });
    expect(tell(reading.problems[0]!, 'en').message).toContain('Row 2 has 2 cells');
    expect(tell(reading.problems[0]!, 'en').message).toContain('2 rows');
  });

  it('refuses a row with answers beyond the last column, not empty cells there', () => {
    expect(read('a,b\n1,2\n3,4,5\n').problems[0]).toMatchObject({ code: 'SS309', severity: 'error', data: { row: 2 } });
    expect(codes(read('a,b\n1,2,,\n3,4\n'))).toEqual([]);
    const trailing = read('a,b,\n1,2,\n3,4,\n');
    expect(names(trailing)).toEqual(['a', 'b']);
    expect(codes(trailing)).toEqual([]);
  });

  it('names the row where a quotation mark is opened and never closed', () => {
    const reading = read('a,b\n1,x\n2,"open\n3,z\n');
    expect(reading.frame).toBeNull();
    expect(reading.problems[0]).toMatchObject({ code: 'SS307', data: { row: 2 } });
    expect(tell(reading.problems[0]!, 'en').message).toContain('"open');
    expect(codes(read('"a,b\n1,x\n'))).toEqual(['SS307']);
  });

  it('joins text after a closing quotation mark, and says so', () => {
    const reading = read('a,b\n1,"x" y\n2,z\n');
    expect(cells(reading.frame)).toEqual([
      ['1', 'x y'],
      ['2', 'z'],
    ]);
    expect(codes(reading)).toEqual(['SS308']);
    expect(cells(read('a,b\n1,5" pipe\n').frame)).toEqual([['1', '5" pipe']]);
  });

  it('tells names used twice and columns without a name', () => {
    const reading = read('q5,other,q5,other\n1,2,3,4\n');
    expect(names(reading)).toEqual(['q5', 'other', 'q5 [2]', 'other [2]']);
    expect(codes(reading)).toEqual(['SS311']);
    const unnamed = read('a,,c\n1,2,3\n');
    expect(names(unnamed)).toEqual(['a', 'column 2', 'c']);
    expect(codes(unnamed)).toEqual(['SS312']);
  });

  it('does not take the first respondent for names', () => {
    expect(codes(read('1,2,3\n4,5,6\n'))).toEqual(['SS313']);
    expect(codes(read('1;2,5\n4;5,5\n'))).toEqual(['SS313']);
    expect(codes(read('id,2020,2021\n4,5,6\n'))).toEqual([]);
  });

  it('leaves empty lines and the blank rows at the end out, and keeps the numbers of the others', () => {
    const reading = read('a,b\n1,2\n\n5,6\n,\n,\n\n');
    expect(cells(reading.frame)).toEqual([
      ['1', '2'],
      ['5', '6'],
    ]);
    expect([...reading.frame!.rowNumbers!]).toEqual([1, 3]);
    expect(codes(reading)).toEqual(['SS314']);
    expect(tell(reading.problems[0]!, 'en').message).toBe('3 rows hold nothing at all and are left out; the first is row 2.');
    expect(read('a,b\n1,2\n3,4\n\n\n').frame?.rowNumbers).toBeUndefined();
  });

  it('counts a blank row between others as a case that answered nothing, as SPSS does, and says so', () => {
    const reading = read('a,b\n1,2\n,\n\n5,6\n,\n');
    expect(cells(reading.frame)).toEqual([
      ['1', '2'],
      [null, null],
      ['5', '6'],
    ]);
    expect([...reading.frame!.rowNumbers!]).toEqual([1, 2, 4]);
    expect(codes(reading)).toEqual(['SS314', 'SS316']);
  });

  it('gives the cells of a printed table as they stand', () => {
    expect(readCsvRows('term,b,se\r\nage.young,0.068,\r\n"a, b",0.282**,"x ""y"""\r\n\r\n')).toEqual([
      ['term', 'b', 'se'],
      ['age.young', '0.068', ''],
      ['a, b', '0.282**', 'x "y"'],
    ]);
    expect(readCsvRows('\ufeffa;b\n1,5;2')).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(readCsvRows('')).toEqual([]);
    expect(readCsvRows('a,b\n"open')).toEqual([['a', 'b'], ['open']]);
  });

  it('decodes of a wide table what is named, and the first columns, where rows of sums say what they are', () => {
    const width = 300;
    const head = Array.from({ length: width }, (_, at) => (at === 250 ? '' : `c${at}`)).join(',');
    const row = (first: string, of: number): string =>
      [first, ...Array.from({ length: width - 1 }, (_, at) => (at === 249 ? '' : at === 199 ? 'a;b' : String(of * (at + 1))))].join(',');
    const text = [head, row('one', 1), row('two', 2), row('three', 3), row('Total', 6)].join('\n');
    const all = read(text, { id: 'c0' });
    const some = read(text, { id: 'c0', columns: ['c0', 'c120', 'c280', 'absent'], runs: [['c290', 'c292']], wide: 200 });
    expect(names(some)).toEqual([...'01234567'].map((at) => `c${at}`).concat(['c120', 'c280', 'c290', 'c291', 'c292']));
    for (const name of names(some).slice(1)) expect(numbers(some, name), name).toEqual(numbers(all, name));
    expect(numbers(some, 'c120')).toEqual([120, 240, 360]);
    expect(codes(some)).toEqual(codes(all));
    expect(some.frame!.about!.names).toContain('c251');
    expect(some.frame!.about!.names).toHaveLength(width);
    // A narrow one is read as a whole.
    expect(names(read('a,b,c\n1,2,3\n', { columns: ['b'], wide: 200 }))).toEqual(['a', 'b', 'c']);
  });
});
