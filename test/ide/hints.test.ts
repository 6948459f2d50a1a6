// Numbers beside the words.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '@studyspec/core';
import { hintsOf, type Snapshot } from '@studyspec/dsl';
import { base, project, snapshotOf } from './support.ts';

const folder = new URL('../../examples/anshun/', import.meta.url);
const anshun: Record<string, string> = {};
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (/\.(?:study|csv)$/u.test(path)) anshun[path.replaceAll('\\', '/')] = readFileSync(new URL(path, folder), 'utf8');

const lineOf = (s: Snapshot, offset: number): string => {
  const start = s.file.text.lastIndexOf('\n', offset - 1) + 1;
  return s.file.text.slice(start, s.file.text.indexOf('\n', start));
};
/** The lines that have hints, each with what is shown in it. */
function shown(s: Snapshot, language = 'en'): string[] {
  return hintsOf({ ...s, language }).map(
    (hint) => `${lineOf(s, hint.offset).trim().slice(0, 44)} ▸ ${hint.text.trimEnd()}${hint.tone === 'plain' ? '' : ` [${hint.tone}]`}`,
  );
}
/** The lines as an editor paints them. */
function painted(s: Snapshot, language = 'en'): string[] {
  const { text } = s.file;
  let [out, at] = ['', 0];
  for (const hint of hintsOf({ ...s, language })) {
    out += `${text.slice(at, hint.offset)}${hint.before ? `‹${hint.text}› ` : ` ‹${hint.text}›`}`;
    at = hint.offset;
  }
  return (out + text.slice(at)).split('\n');
}

describe('hints of the example', () => {
  const snapshot = snapshotOf(anshun, 'anshun.study');
  const lines = shown(snapshot);
  const of = (start: string): string[] => lines.filter((line) => line.startsWith(start)).map((line) => line.split(' ▸ ')[1]!);

  it('stand behind what they are about', () => {
    expect(of('data')).toEqual(['323 rows']);
    expect(of('dimension psychology')).toEqual(['α 0.812']);
    expect(of('block community')).toEqual(['α 0.758']);
    expect(of('indicator eco_cost')).toEqual(['mean 3.51']);
    expect(of('indicator psy_enjoy')).toEqual(['mean 4.18']);
    expect(of('category sex')).toEqual(['n 308']);
    expect(of('male   "Male"')).toEqual(['190 (61.7 %)']);
    expect(of('index integration')).toEqual(['KMO 0.812 · 65.9 %']);
    expect(of('component psychological')).toEqual(['19.4 %']);
    expect(of('compare by_mode')).toEqual(['p 0.533, 0.003, …']);
    expect(of('regression full')[0]).toMatch(/^adj\. R² 0\.469, 0\.321, …$/u);
  });

  it('have their long form in the tooltip', () => {
    const tooltip = (text: string): string =>
      hintsOf(snapshot).find((hint) => lineOf(snapshot, hint.offset).trim().startsWith(text))!.tooltip;
    expect(tooltip('indicator psy_enjoy')).toBe('mean 4.18 ± 0.85 · n 316 · missing 7');
    expect(tooltip('index integration')).toBe('4 components, 65.9 % of the variance');
    expect(tooltip('compare by_mode')).toMatch(/psychological.*5\.759/u);
    expect(tooltip('regression full')).toMatch(/323/u);
  });

  it('are seen in an editor of half a window: near the name, before it where it is long', () => {
    for (const language of ['en', 'zh-cn']) {
      const seen = painted(snapshot, language).filter((line) => line.includes('‹'));
      expect(seen.length).toBeGreaterThan(150);
      expect(seen.filter((line) => displayWidth(line.slice(0, line.lastIndexOf('›')).replaceAll(/[‹›]/gu, '')) > 47)).toEqual([]);
    }
    const all = painted(snapshot);
    expect(all).toContain('  indicator psy_enjoy ‹mean 4.18›     "Likes living here and would stay" zh "喜欢这里的生活，愿意长住"');
    expect(all).toContain('  female ‹118 (38.3 %)› "Female" zh "女" = 2');
    expect(all).toContain('  ‹✓ 73.13 against 66.52› psychological.mean(mode.cities) > psychological.mean(mode.village)');
    expect(all).toContain('  integration.alpha ‹✗ 0.6930› = 0.743');
  });

  it('stand in a column of their own beside the rows of a table, and its cells stay below each other', () => {
    const all = painted(snapshot);
    const at = all.findIndex((line) => /columns +‹✓ all 36/u.test(line));
    expect(all.slice(at, at + 3)).toEqual([
      '    columns           ‹✓ all 36 agree › mean  sd',
      '    eco_income_sat    ‹✓ all 2 agree  › 3.346 0.966',
      '    eco_cost          ‹✓ all 2 agree  › 3.514 1.023',
    ]);
    expect(all).toContain('    mode.village  ‹✗ 4 of 6 differ   ›  42 66.50 53.57              68.41         16.41    60.08');
    expect(all).toContain('    ‹✓ all 2 agree  › age.minor                    24    7.5');
  });

  it('are Chinese in a Chinese editor', () => {
    const of = (start: string): string =>
      shown(snapshot, 'zh-cn')
        .find((line) => line.startsWith(start))!
        .split(' ▸ ')[1]!;
    expect(['data', 'indicator eco_cost', 'dimension psychology', 'full.integration.beta(community)', 'table "Table 6" '].map(of)).toEqual([
      '323 行',
      '均值 3.51',
      'α=0.812',
      '✓ 4 条全部成立 [good]',
      '✗ 117 个中 115 个不一致 [bad]',
    ]);
  });

  it('mark claims and printed figures', () => {
    expect(of('full.integration.beta(pol_training)')).toEqual(['✓ 0.301 [good]']);
    expect(of('full.integration.beta(community)')).toEqual(['✓ all 4 hold [good]']);
    expect(of('hypothesis towns_settle_in')).toEqual(['✓ all 2 hold [good]']);
    expect(of('hypothesis participation')).toEqual([]);
    expect(of('sample')).toEqual(['✓ 323 [good]']);
    expect(of('integration.kmo')).toEqual(['✓ 0.8120 [good]']);
    expect(of('integration.alpha')).toEqual(['✗ 0.6930 [bad]']);
    expect(of('integration.bartlett.p')).toEqual(['✓ <0.001 [good]']);
    expect(of('table "Table 6" ')).toEqual(['✗ 115 of 117 differ [bad]']);
    expect(of('f            12.390')).toEqual(['✗ 5 of 5 differ [bad]']);
    expect(of('eco_income_sat    3.346')).toEqual(['✓ all 2 agree [good]']);
  });
});

describe('hints', () => {
  it('of one line stand each behind its name; those beyond the room are said by the last one in it', () => {
    const spec = base.replace('  male   "Male"   zh "男" = 1\n  female "Female" zh "女" = 2\n', '  male = 1  female = 2 // who\n');
    const line = painted(snapshotOf(project(spec), 'main.study')).find((one) => one.trim().startsWith('male'))!;
    expect(line).toMatch(/^ {2}male ‹\d+ \([\d.]+ %\)› = 1 {2}female ‹\d+ \([\d.]+ %\)› = 2 \/\/ who$/u);
    const long = base.replace(
      '  male   "Male"   zh "男" = 1\n  female "Female" zh "女" = 2\n',
      '  male "Those who say that they are men" = 1  female "Those who are women" = 2\n',
    );
    expect(painted(snapshotOf(project(long), 'main.study')).find((one) => one.trim().startsWith('male'))).toMatch(
      /^ {2}male ‹\d+ \([\d.]+ %\) · female \d+ \([\d.]+ %\)› "Those/u,
    );
    const longer = base.replace(
      '  male   "Male"   zh "男" = 1\n  female "Female" zh "女" = 2\n',
      '  those_who_are_male "Those who say so" = 1  female "Those who are women" = 2\n',
    );
    const cut = hintsOf(snapshotOf(project(longer), 'main.study')).find((hint) => hint.text.endsWith(' %) · …'))!;
    expect(cut.tooltip).toMatch(/^female \d+ \([\d.]+ %\)$/u);
  });

  it('keep their numbers when they are stale, and say so', () => {
    const files = project(
      base
        .replace('indicator safe ', 'indicator safe2 from safe ')
        .replace('happy, safe', 'happy, safe2')
        .replace('marked by safe', 'marked by safe2'),
    );
    const s = snapshotOf(files, 'main.study', { staleFrom: { 'main.study': base } });
    const hints = hintsOf(s);
    expect(hints.length).toBeGreaterThan(10);
    expect(
      hints
        .filter((hint) => hint.offset > files['main.study']!.indexOf('scale'))
        .every((hint) => hint.stale && hint.tooltip.includes('before the last change')),
    ).toBe(true);
    expect(shown(s).some((line) => line.startsWith('indicator safe2'))).toBe(false);
    expect(shown(s).some((line) => line.startsWith('indicator happy'))).toBe(true);
  });

  it('stand behind the lines of a map', () => {
    const replication =
      'study "B" replicates "a.study"\ndata "survey.csv" { id id  missing 99 }\nmap {\n  sex from sex {\n    male = 2\n    ' +
      'female = 1\n  }\n  friends from visits\n  visits from friends\n}\n';
    const lines = shown(snapshotOf({ 'a.study': base, 'survey.csv': project(base)['survey.csv']!, 'b.study': replication }, 'b.study'));
    expect(lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/^male = 2 ▸ \d+ \(/u), expect.stringMatching(/^friends from visits ▸ mean/u)]),
    );
  });

  it('are none without numbers, and those of a span alone when asked', () => {
    expect(hintsOf(snapshotOf(project(base), 'main.study', { data: false }))).toEqual([]);
    const from = base.indexOf('index score');
    const some = hintsOf(snapshotOf(project(base), 'main.study'), { start: from, end: base.indexOf('compare') - 1 });
    expect(some.map((hint) => hint.text)).toEqual([
      expect.stringMatching(/^KMO/u),
      expect.stringMatching(/ %$/u),
      expect.stringMatching(/ %$/u),
    ]);
  });
});
