import { describe, expect, it } from 'vitest';
import { addresses, type Address } from './web-addresses.ts';

const uri = (scheme: string, authority: string, path: string): Address & { toString(): string } => ({
  scheme,
  authority,
  path,
  toString: () => `${scheme}:${authority === '' ? '' : `//${authority}`}${path}`,
});

describe('addresses in a browser', () => {
  it('come back as they were, whatever they hold', () => {
    const known = addresses();
    for (const one of [
      uri('vscode-vfs', 'github', '/o/r/安顺 study.study'),
      uri('memfs', '', "/a'(b)/c%20d.study"),
      uri('vscode-vfs', 'github', '/'),
      uri('file', '', '/home/x.study'),
    ]) {
      const { scheme, authority, path } = one;
      expect(known.fromServer(known.toServer(one)), path).toEqual({ scheme, authority, path });
    }
  });
  it('of two places are never one, and of one place have one host', () => {
    const known = addresses();
    const of = (scheme: string, authority: string, name: string): string => known.toServer(uri(scheme, authority, `/w/${name}`));
    expect(of('vscode-vfs', 'github', 'a')).not.toBe(of('memfs', '', 'a'));
    expect(of('vscode-vfs', 'github', 'a')).toBe('file://studyspec-place-0/w/a');
    expect(of('vscode-vfs', 'github', 'b')).toBe('file://studyspec-place-0/w/b');
  });
  it('of unsaved texts, and what the server made up, are left alone', () => {
    const known = addresses();
    expect(known.toServer(uri('untitled', '', 'Untitled-1'))).toBe('untitled:Untitled-1');
    expect(known.fromServer('untitled:Untitled-1')).toBeNull();
    expect(known.fromServer('file://studyspec-place-7/x')).toBeNull();
    expect(known.fromServer('file:///x')).toBeNull();
  });
});
