// What labels, cells and names hold reaches a terminal as letters only, and a spreadsheet as text only. The hostile text is that of the
// cases a15 and a16 of the collection "Small inputs that go wrong".
import { readFileSync } from 'node:fs';
import { readCsv } from '@studyspec/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, makeFolder, type Folder } from '../support/cli.ts';

const hostile =
  "<script>alert(1)</script><img src=x onerror=alert(2)>\\\u202e\u001b[31mRED\u001b]0;title\u0007\u009b31m`${7*7}`{{7*7}}=cmd|' " +
  "/C calc'!A0]]>--></svg></style>";
/** Of which no piece may arrive: control characters but line ends, what turns words around, and what a sequence would have set. */
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const variants = [
  hostile,
  '\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\',
  '\u001b[2J\u001b[H',
  '\u009d0;t\u009c',
  '\u001bPq#0\u001b\\',
  'a\u0008\u0008b\u007f',
  '\u001b',
  '\u2066abc',
  '\u202dabc\u2069',
  'x\u001bc',
  '\ufdd3red\ufdef',
  '\u0085next',
  'tail \u001b[',
  '\u001b]open',
];

const spec = (label: string): string => `study "${label}"
source "${label}" doi "javascript:alert(1)"
data "d.csv" { id id  missing blank }
scale s 1..5 "${label}" .. "${label}"
dimension D "${label}" on s { indicator a "${label}"
 indicator b "${label}"
 indicator c
 indicator d }
number x "${label}"
category g "${label}" from gg { u "${label}" = "${label}"  v "x" = "v" }
index I "${label}" { of D  keep 2
 component p "${label}" marked by a
 component q "${label}" marked by d }
compare C "${label}" { of I, x by g }
regression R "${label}" { explain I by x, g }
hypothesis H "${label}" { R.I.beta(x) > 0 }
published "${label}" { I.mean = 40
 table "${label}" R.column.beta(row) { columns I
  x 0.1 } }
`;
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
/** Enough good answers that the bad ones of an item are told, and stop nothing. */
const thrice = ([head, ...body]: readonly string[]): string[] => [head!, ...body, ...body, ...body];
/** Ids and answers that would be formulas, groups that are the label. */
const data = (label: string): string =>
  thrice(answers.trim().split('\n'))
    .map((line, row) => {
      const cells = line.split(',');
      if (row === 0) return 'id,a,b,c,d,x,gg';
      const wrong = [undefined, undefined, undefined, '=1+1|cmd', `@SUM(A1)${label}`, '+1+2', '-1+2', '\tx', '\rx', '-3', '+7', "'=1", '‑'][
        row
      ];
      return [
        quoted(`=HYPERLINK("http://x";"${row}")`),
        wrong === undefined ? cells[1]! : quoted(wrong),
        ...cells.slice(2, 6),
        quoted(row % 2 === 0 ? label : 'v'),
      ].join(',');
    })
    .join('\n');

let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  folder.write({ 's.study': spec(hostile), 'd.csv': data(hostile) });
  for (const [at, text] of variants.entries()) folder.write({ [`${at}/s.study`]: spec(text), [`${at}/d.csv`]: data(text) });
});
afterAll(() => {
  folder.remove();
});

describe('a terminal', () => {
  it('gets letters only, from every command', () => {
    const name = 'no\u001b[31m\u202esuch.study';
    const commands = [
      ['run', 's.study'],
      ['run', 's.study', '--json'],
      ['run', 's.study', '--details', '--lang', 'zh'],
      ['audit', 's.study'],
      ['audit', 's.study', '--json'],
      ['check', 's.study'],
      ['check', 's.study', '--json'],
      ['check', 's.study', '--format', 'sarif'],
      ['check', 's.study', '--format', 'github'],
      ['query', 's.study'],
      ['query', 's.study', 'I.n', '--json'],
      ['query', 's.study', 'I.\u001b[2J'],
      ['compare', 's.study', 's.study', '--replications', '5'],
      ['compare', 's.study', 's.study', '--replications', '5', '--json'],
      ['explain', '\u001b[2J'],
      ['run', name],
      ['run', 's.study', '-o', 'r.\u001b[2J'],
      ['run', 's.study', '--only', '\u001b[2J'],
      ['run', 's.study', '--\u001b[2J'],
      ['\u001b[2J'],
      ['fmt', name],
      ['replicate', 's.study', name],
      ['run', 's.study', '--format', '\u202e'],
    ];
    for (const command of commands) {
      const { code, out, err } = folder.studyspec(...command);
      expect(out + err, command.join(' ')).not.toMatch(ACTS);
      expect(out + err).not.toContain('internal error');
      expect([0, 1, 2]).toContain(code);
      expect((out + err).length).toBeGreaterThan(0);
    }
  }, 120_000);

  it('and a text file, whatever the label holds', () => {
    for (const at of variants.keys()) {
      expect(folder.studyspec('run', `${at}/s.study`, '-o', `${at}.txt`).err).not.toContain('error: ');
      const text = readFileSync(folder.at(`${at}.txt`), 'utf8');
      expect(text, variants[at]).not.toMatch(ACTS);
      const { out, err } = at % 3 > 0 ? { out: '', err: '' } : folder.studyspec('check', `${at}/s.study`);
      expect(out + err, variants[at]).not.toMatch(ACTS);
    }
  }, 120_000);

  it('shows our own colours where they are wanted, and no others', () => {
    const { out } = folder.shell('unset NO_COLOR; FORCE_COLOR=1 $S run s.study');
    const codes = new Set(out.match(/\u001b\[[^m]*m|[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu));
    expect([...codes].filter((code) => !/^\u001b\[(?:1|2|3|22|23|31|32|33|34|36|39)m$/u.test(code))).toEqual([]);
    expect(codes.size).toBeGreaterThan(2);
    for (const line of out.split('\n')) {
      const open = [...line.matchAll(/\u001b\[(\d+)m/gu)].map((match) => Number(match[1]));
      expect(open.filter((code) => code === 22 || code === 23 || code === 39).length, JSON.stringify(line)).toBe(open.length / 2);
    }
    expect(out.replace(/\u001b\[\d+m/gu, '').replace(/ +$/gmu, '')).toBe(folder.studyspec('run', 's.study').out);
  });

  it('keeps a formatted text as it is when no terminal is looking', () => {
    expect(folder.shell('$S fmt --stdin < s.study').out).toContain(hostile);
  });
});

it('a page makes no link of what is no address, and no markup of a label', () => {
  const { out } = folder.studyspec('run', 's.study', '--format', 'html');
  expect(out).not.toMatch(/href="javascript:|<script|<img |<\/svg><\/style>/iu);
  expect(out).toContain('&lt;script&gt;');
});

describe('a spreadsheet', () => {
  const cells = (csv: string): string[][] => {
    const rows: string[][] = [[]];
    for (const [, quotedCell, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
      rows.at(-1)!.push(quotedCell === undefined ? plain! : quotedCell.replaceAll('""', '"'));
      if (end === '\r\n') rows.push([]);
      if (end === '') break;
    }
    return rows.filter((row) => row.length > 1);
  };

  it('finds no formula in data-problems.csv, and every cell comes back as it was', () => {
    const { err } = folder.studyspec('run', 's.study', '--out', 'o');
    const csv = readFileSync(folder.at('o/data-problems.csv'), 'utf8');
    const rows = cells(csv);
    const suspicious = rows.flat().filter((cell) => /^[=+\-@\t\r]/u.test(cell));
    expect(suspicious.filter((cell) => !Number.isFinite(Number(cell)))).toEqual([]);
    expect(suspicious.sort()).toEqual(['+7', '-3']);
    const guarded = rows.flat().filter((cell) => cell.startsWith("'")).length;
    expect(guarded).toBeGreaterThan(10);
    expect(err).toContain(`${guarded} cells of data-problems.csv would be taken for formulas`);
    const { frame } = readCsv(new TextEncoder().encode(csv), 'data-problems.csv', { text: ['value', 'id'] });
    const problems = (JSON.parse(readFileSync(folder.at('o/results.json'), 'utf8')) as { dataProblems: { id: string; value: string }[] })
      .dataProblems;
    const column = (name: string): string[] => {
      const found = frame!.columns.find((one) => one.name === name)!;
      return found.kind === 'text' ? [...found.codes].map((code) => (code < 0 ? '' : found.levels.at(code)!)) : [];
    };
    const trimmed = (texts: readonly string[]): string[] => texts.map((text) => text.trim());
    expect(trimmed(column('id'))).toEqual(trimmed(problems.map((one) => one.id)));
    expect(trimmed(column('value'))).toEqual(trimmed(problems.map((one) => one.value)));
  });
});
