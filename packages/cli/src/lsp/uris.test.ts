// Addresses of documents and names of files, both ways.
import { describe, expect, it } from 'vitest';
import { pathOf, uriOf } from './uris.ts';

describe('addresses', () => {
  it.each([
    ['file:///home/a%20b/%E7%A4%BE%E4%BC%9A.study', '/home/a b/社会.study'],
    ['file:///home/社会.study', '/home/社会.study'],
    ['file:///c%3A/Users/x.study', 'c:/Users/x.study'],
    ['file:///C:/Users/x.study', 'c:/Users/x.study'],
    ['file:///d:', 'd:/'],
    ['file://server/share/x.study', '//server/share/x.study'],
    ['file://localhost/x.study', '/x.study'],
    ['FILE:///x.study', '/x.study'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['untitled:/home/a%20b.study', 'untitled:/home/a b.study'],
    ['file:///50%/a%20b.study', '/50%/a b.study'],
    ['file:///a%2Fb.study', '/a/b.study'],
    ['/plain/path.study', '/plain/path.study'],
  ])('%s is %s', (uri, path) => {
    expect(pathOf(uri)).toBe(path);
  });

  it.each([
    '/home/a b/社会.study',
    '/50% (1)/#x?.study',
    'c:/Users/潘/x.study',
    '//server/share/x.study',
    'untitled:Untitled-1',
    "/it's!.study",
  ])('%s survives both ways', (path) => {
    expect(pathOf(uriOf(path))).toBe(path);
  });

  it('escapes as editors do', () => {
    expect(uriOf('/a b/#1(x).study')).toBe('file:///a%20b/%231%28x%29.study');
    expect(uriOf('c:/x.study')).toBe('file:///c%3A/x.study');
  });
});
