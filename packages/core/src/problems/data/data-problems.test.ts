import { describe, expect, it } from 'vitest';
import { readData } from '../../data/readers/formats.ts';
import * as kinds from './index.ts';

const dataProblems = Object.values(kinds).sort((a, b) => (a.code < b.code ? -1 : 1));

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const reading = (spec: string, files: Readonly<Record<string, string | Uint8Array>>): string[] => {
  const encoding = /encoding (\S+)/u.exec(spec)?.[1];
  const [, names, last] = /header (\d+)\.\.(\d+)/u.exec(spec) ?? [];
  const decimal = /decimal (\w+)/u.exec(spec)?.[1];
  const content = files['survey.csv'] ?? '';
  return readData(typeof content === 'string' ? new TextEncoder().encode(content) : content, 'survey.csv', {
    text: ['id'],
    ...(encoding === undefined ? {} : { encoding }),
    ...(names === undefined ? {} : { header: { names: Number(names), last: Number(last) } }),
    ...(decimal === undefined ? {} : { decimal: decimal === 'comma' ? (',' as const) : ('.' as const) }),
  }).problems.map((problem) => problem.code);
};

describe('problems of data', () => {
  it('have codes and names of their own, in order of code', () => {
    const codes = dataProblems.map((kind) => kind.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(new Set(dataProblems.map((kind) => kind.name)).size).toBe(codes.length);
  });

  // Problems of files show when the file is read; those of columns and answers need the whole pipeline (test/language).
  const ofFiles = dataProblems.filter((kind) => kind.code >= 'SS302' && kind.code <= 'SS319');
  it.each(ofFiles.map((kind) => [kind.code, kind] as const))(
    '%s: its example raises it and nothing else, mended it raises nothing',
    (code, { example }) => {
      expect(reading(example.wrong, example.files ?? {})).toEqual([code]);
      expect(reading(example.right, { ...example.files, ...example.rightFiles })).toEqual([]);
    },
  );
});
