// Numbers beside the words.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hintsOf, type Snapshot } from '@studyspec/dsl';
import { base, project, snapshotOf } from './support.ts';

const folder = new URL('../../examples/anshun/', import.meta.url);
const anshun: Record<string, string> = {};
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) if (/\.(?:study|csv)$/u.test(path)) anshun[path.replaceAll('\\', '/')] = readFileSync(new URL(path, folder), 'utf8');

/** The lines that have hints, each with what is shown behind it. */
function shown(s: Snapshot): string[] {
  return hintsOf(s).map((hint) => {
    const start = s.file.text.lastIndexOf('\n', hint.offset - 1) + 1;
    return `${s.file.text.slice(start, hint.offset).trim().slice(0, 44)} ▸ ${hint.text}${hint.tone === 'plain' ? '' : ` [${hint.tone}]`}`;
  });
}

describe('hints of the example', () => {
  const lines = shown(snapshotOf(anshun, 'anshun.study'));
  const of = (start: string): string[] => lines.filter((line) => line.startsWith(start)).map((line) => line.split(' ▸ ')[1]!);

  it('stand behind what they are about', () => {
    expect(of('data')).toEqual(['323 rows']);
    expect(of('dimension psychology')).toEqual(['α 0.812']);
    expect(of('block community')).toEqual(['α 0.758']);
    expect(of('indicator eco_cost')).toEqual(['mean 3.51 ± 1.02']);
    expect(of('indicator psy_enjoy')).toEqual(['mean 4.18 ± 0.85 · n 316']);
    expect(of('category sex')).toEqual(['n 308']);
    expect(of('male   "Male"')).toEqual(['190 (61.7 %)']);
    expect(of('index integration')).toEqual(['KMO 0.812 · 4 components, 65.9 %']);
    expect(of('component psychological')).toEqual(['19.4 %']);
    expect(of('compare by_mode')).toEqual(['integration F 0.63, p 0.533 · psychological F 5.76, p 0.003 · economic F 0.00, p 0.997 · +2']);
    expect(of('regression full')[0]).toMatch(/^adj\. R² 0\.469, .* · n 323$/u);
  });

  it('mark claims and printed figures', () => {
    expect(of('full.integration.beta(pol_training)')).toEqual(['✓ 0.301 [good]']);
    expect(of('full.integration.beta(community)')).toEqual(['✓ 4 [good]']);
    expect(of('sample')).toEqual(['✓ 323 [good]']);
    expect(of('integration.kmo')).toEqual(['✓ 0.8120 [good]']);
    expect(of('integration.alpha')).toEqual(['✗ 0.6930 [bad]']);
    expect(of('integration.bartlett.p')).toEqual(['✓ <0.001 [good]']);
    expect(of('table "Table 6" ')[0]).toMatch(/^[✓✗] \d/u);
    expect(of('eco_income_sat    3.346')).toEqual(['✓ 2 [good]']);
  });
});

describe('hints', () => {
  it('of one line stand together, each with its name, before a comment', () => {
    const spec = base.replace('  male   "Male"   zh "男" = 1\n  female "Female" zh "女" = 2\n', '  male = 1  female = 2 // who\n');
    const line = shown(snapshotOf(project(spec), 'main.study')).find((one) => one.startsWith('male'))!;
    expect(line).toMatch(/^male = 1 {2}female = 2 ▸ male \d+ \([\d.]+ %\) · female \d+ \([\d.]+ %\)$/u);
  });

  it('keep their numbers when they are stale, and say so', () => {
    const files = project(base.replace('indicator safe ', 'indicator safe2 from safe ').replace('happy, safe', 'happy, safe2').replace('marked by safe', 'marked by safe2'));
    const s = snapshotOf(files, 'main.study', { staleFrom: { 'main.study': base } });
    const hints = hintsOf(s);
    expect(hints.length).toBeGreaterThan(10);
    expect(hints.filter((hint) => hint.offset > files['main.study']!.indexOf('scale')).every((hint) => hint.stale && hint.tooltip.includes('before the last change'))).toBe(true);
    expect(shown(s).some((line) => line.startsWith('indicator safe2'))).toBe(false);
    expect(shown(s).some((line) => line.startsWith('indicator happy'))).toBe(true);
  });

  it('stand behind the lines of a map', () => {
    const replication = 'study "B" replicates "a.study"\ndata "survey.csv" { id id  missing 99 }\nmap {\n  sex from sex {\n    male = 2\n    female = 1\n  }\n  friends from visits\n  visits from friends\n}\n';
    const lines = shown(snapshotOf({ 'a.study': base, 'survey.csv': project(base)['survey.csv']!, 'b.study': replication }, 'b.study'));
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/^male = 2 ▸ \d+ \(/u), expect.stringMatching(/^friends from visits ▸ mean/u)]));
  });

  it('are none without numbers, and those of a span alone when asked', () => {
    expect(hintsOf(snapshotOf(project(base), 'main.study', { data: false }))).toEqual([]);
    const from = base.indexOf('index score');
    const some = hintsOf(snapshotOf(project(base), 'main.study'), { start: from, end: base.indexOf('compare') - 1 });
    expect(some.map((hint) => hint.text)).toEqual([expect.stringMatching(/^KMO/u), expect.stringMatching(/ %$/u), expect.stringMatching(/ %$/u)]);
  });
});
