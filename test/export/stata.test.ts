// Do-files of all examples and of the designs of the exam. There is no Stata here: what can be told of one without it is that it is whole,
// uses no name before it is made, and says what is not in it.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/cli.ts';
import { stataCode } from './stata-code.ts';

const folder = makeFolder();
afterAll(() => folder.remove());
const root = resolve(import.meta.dirname, '../..');
const studiesIn = (path: string): readonly string[] =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.study'))
    .map((file) => join(path, file));
/** Not those without answers of their own, which no script is made of. */
const studies = [...studiesIn('examples'), ...studiesIn('test/exam')].filter((file) => !/published|provinces/u.test(file)).sort();

/** Commands, functions and options that scripts of ours use. */
const words = new Set(
  [
    'mineigen version clear all set more off varabbrev type double quietly ds has string foreach column in replace ustrtrim egen',
    'rownonmiss _all strok drop if import delimited using delimiters varnames nonames rowrange stringcols bindquote strict',
    'encoding excel sheet cellrange allstring use spss case preserve rename generate byte real subinstr label variable define',
    'values cond missing inlist min max abs ln log10 exp sqrt rowmean rowmin rowmax keep tabulate alpha asis casewise item',
    'tabstat statistics n mean sd semean columns summarize meanonly r factor pcf factors rotate varimax normalize matrix e',
    'r_L L predict sample estat kmo correlate C N scalar det display chi2tail local at forvalues a j char uchar file macval',
    'robvar by kwallis oneway pwmean over mcompare tukey bonferroni sidak effects anova esize omega twosample cohensd hedgesg',
    'ttest unequal chi2 V expected pwcorr sig obs listwise spearman ktau stats rho p taub pw regress logit level vce robust',
    'hc2 hc3 cluster beta vif or group varlist of restore svyset pweight strata fpc singleunit missing centered certainty scaled svy',
    'count percent se deff _n',
  ].flatMap((line) => line.split(' ')),
);
const makes = /^(?:generate (?:double |byte )?|egen (?:double )?|rename \S+ |scalar |matrix |label define |local )(\S+)/u;

/** Names that are used before they are made. */
function unmade(code: string): readonly string[] {
  const made = new Set<string>();
  const missed: string[] = [];
  const lines = code.replace(/\n {4,}(?=\S)(?!(?:quietly|if|scalar) )/gu, ' ').split('\n');
  for (const line of lines) {
    const body = line
      .trim()
      .replace(/`[^']*'|(?<=cellrange\()A\d+/gu, '1')
      .replace(/\bib\d+\./gu, ' ')
      .replace(/\bc\.(?=\p{L})/gu, ' ');
    const said = body.startsWith('rename ') ? '' : body;
    const predicted = /^predict double (.*) if /u.exec(body)?.[1]?.split(/\s+/u) ?? [];
    const own = makes.exec(body)?.[1];
    for (const name of said.match(/(?<![\p{L}\p{Nd}_.])[\p{L}_][\p{L}\p{Nd}_]*/gu) ?? [])
      if (!words.has(name) && !made.has(name) && name !== own && !predicted.includes(name)) missed.push(name);
    for (const name of [...predicted, ...(own === undefined ? [] : [own])]) made.add(name);
  }
  return missed;
}

describe('do-files', () => {
  it('there are studies', () => expect(studies.length).toBeGreaterThan(11));

  it.each(studies)('of %s are whole, and use what they make', (study) => {
    const { code, out, err } = folder.studyspec('export', join(root, study), '--to', 'stata', '--lang', 'en');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\* .*\n\* UNTESTED: nobody who wrote this had Stata to run/u);
    // Of its own accord `factor, pcf` keeps no component below an eigenvalue of 1.
    for (const line of out.match(/pcf factors\(.*/gu) ?? []) expect(line).toMatch(/mineigen\(0\)$/u);
    expect(out).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b/u);
    const read = stataCode(out);
    expect(read).not.toBeNull();
    expect([...new Set(unmade(read!))]).toEqual([]);
    expect(out.split('\n').filter((line) => line.length > 240 && !line.startsWith('*'))).toEqual([]);
  });
});

describe('a study whose respondents were drawn', () => {
  const drawn = (data: string): string => {
    folder.write({
      'drawn.csv': 'id,a,w,area,school,pop\n1,1,2,n,x,40\n2,2,2,n,y,40\n3,1,3,s,z,50\n4,2,3,s,v,50\n',
      'drawn.study': `study "D"\ndata "drawn.csv" { id id  ${data} }\nnumber a\ncategory c from a { one = 1  two = 2 }\n`,
    });
    const { code, out } = folder.studyspec('export', folder.at('drawn.study'), '--to', 'stata', '--lang', 'en');
    expect(code).toBe(0);
    expect(unmade(stataCode(out)!)).toEqual([]);
    return out;
  };

  it('tells Stata how, and has means and shares by it', () => {
    const out = drawn('weight w  stratum area  cluster school  population pop  lonely adjust');
    expect(out).toMatch(
      /^svyset design_cluster \[pweight = design_weight\], strata\(design_stratum\) fpc\(design_population\) singleunit\(centered\)$/mu,
    );
    expect(out).toMatch(/^svy: mean a$/mu);
    expect(out).toMatch(/^svy: tabulate c, count percent se deff$/mu);
    expect(out).not.toContain('tabstat');
    expect(drawn('weight w')).toMatch(/^svyset _n \[pweight = design_weight\], singleunit\(missing\)$/mu);
  });
});

describe('the reader of do-files', () => {
  it.each([
    ['display "a', 'a text that never ends'],
    ['display `"a', 'a compound text that never ends'],
    ['display "$HOME"', 'a macro'],
    ['display "`x\'"', 'a macro in a text'],
    ["* says `x'", 'a macro in a comment'],
    ['* opens /* another', 'a comment in a comment'],
    ['* goes on ///', 'a comment that goes on'],
    ['generate x = (1', 'a bracket'],
    ['forvalues a = 1/2 {', 'a loop'],
    ['generate x = 1 ///', 'a line that goes on'],
  ])('notices %s: %s', (script) => expect(stataCode(script)).toBeNull());

  it('notices a name before it is made', () => {
    expect(unmade('generate double a = 1\ngenerate double b = a + c')).toEqual(['c']);
  });
});
