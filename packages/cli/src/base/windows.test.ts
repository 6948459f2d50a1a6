// What Windows does otherwise, asked on any system: names, roots of paths, files that another program holds.
import { describe, expect, it } from 'vitest';
import { sayIn } from './speech.ts';
import { nameFrom, namesBeside } from './names.ts';
import { reasonOf } from './reason.ts';
import { placeOf } from './cache-folder.ts';
import { isHeld, oddName, replaceFile, rootOf } from './windows.ts';

const failure = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

describe('names that Windows would not keep', () => {
  it.each([
    ['NUL.html', 'reserved name'],
    ['C:\\Users\\潘\\con', 'reserved name'],
    ['out/Aux.tar.gz', 'reserved name'],
    ['out/com1 .txt', 'reserved name'],
    ['lpt9/report.html', 'reserved name'],
    ['report.', 'odd ending'],
    ['out /report.html', 'odd ending'],
    ['what?.html', 'odd sign'],
    ['C:\\a:b.html', 'odd sign'],
    ['report.html', null],
    ['C:\\Users\\潘 家\\社会融入.html', null],
    ['\\\\server\\share\\report.html', null],
    ['//server/share/../report', null],
    ['..\\console.html', null],
    ['com10.html', null],
    ['./.hidden', null],
  ])('%s: %s', (path, odd) => {
    expect(oddName(path, 'win32')).toBe(odd);
    expect(oddName(path, 'linux')).toBe(null);
  });
});

describe('paths', () => {
  it('begin with a drive or a share, or with neither', () => {
    expect(['C:/a', 'c:', '//Server/Share/x', '/home/a', 'a/b', '//x'].map(rootOf)).toEqual(['c:', 'c:', '//server/share', '', '', '']);
  });

  it('are named from a folder, from another drive whole', () => {
    expect(nameFrom('C:/studies/a', 'C:/data/x.csv')).toBe('../../data/x.csv');
    expect(nameFrom('c:/studies', 'C:/studies/x.csv')).toBe('x.csv');
    expect(nameFrom('C:/studies', 'D:/data/x.csv')).toBe('D:/data/x.csv');
    expect(nameFrom('studies', 'D:/data/x.csv')).toBe('D:/data/x.csv');
    expect(nameFrom('//server/share/a', '//server/share/b/x.csv')).toBe('../b/x.csv');
    expect(nameFrom('studies', '//server/share/x.csv')).toBe('//server/share/x.csv');
    expect(namesBeside('C:/studies/a.study')('C:/studies/data/潘.csv')).toBe('data/潘.csv');
    expect(namesBeside('studies/a.study')('studies/data/x.csv')).toBe('data/x.csv');
  });
});

describe('files that another program holds', () => {
  const held = (times: number, code = 'EPERM') => {
    const waited: number[] = [];
    let left = times;
    const rename = (): void => {
      left -= 1;
      if (left >= 0) throw failure(code);
    };
    return { waited, options: { rename, wait: (milliseconds: number) => waited.push(milliseconds) } };
  };

  it('are replaced once they are let go, as a scanner does soon', () => {
    const { waited, options } = held(3);
    replaceFile('a', 'b', { platform: 'win32', ...options });
    expect(waited).toEqual([10, 20, 40]);
  });

  it('are told after a second, as where Excel shows them', () => {
    const { waited, options } = held(Infinity, 'EBUSY');
    expect(() => replaceFile('a', 'b', { platform: 'win32', ...options })).toThrow('EBUSY');
    expect(waited.reduce((sum, one) => sum + one)).toBe(1000);
  });

  it('are waited for nowhere else, and for no other reason', () => {
    for (const [platform, code] of [
      ['linux', 'EPERM'],
      ['win32', 'ENOSPC'],
    ] as const) {
      const { waited, options } = held(1, code);
      expect(() => replaceFile('a', 'b', { platform, ...options })).toThrow(code);
      expect(waited).toEqual([]);
    }
  });

  it('are known by what the system says', () => {
    expect([isHeld(failure('EPERM'), 'win32'), isHeld(failure('EPERM'), 'linux'), isHeld(failure('EBUSY'), 'linux')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are told so that it helps, in two languages', async () => {
    expect(reasonOf(failure('EBUSY'))).toContain('close it there and try again');
    await sayIn('zh');
    expect(reasonOf(failure('EBUSY'))).toContain('关闭后重试');
    await sayIn('en');
  });
});

describe('the cache folder', () => {
  it('is the local one of whoever has a name in any script, and none where Windows names none', () => {
    // `isAbsolute` is that of the system that runs this.
    const local = process.platform === 'win32' ? 'C:\\Users\\潘\\AppData\\Local' : '/c/Users/潘/AppData/Local';
    expect(placeOf({ LOCALAPPDATA: local }, 'win32')).toMatch(/潘.AppData.Local.studyspec$/u);
    expect(placeOf({}, 'win32')).toBe(null);
    expect(placeOf({ LOCALAPPDATA: local, STUDYSPEC_CACHE: 'off' }, 'win32')).toBe(null);
  });
});
