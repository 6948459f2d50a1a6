// The paper's own tables, without data (examples/anshun/published.study): what must be found in them, each from the printed numbers alone.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toldReading } from '@studyspec/core';
import { audited } from './support.ts';

const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const spec = readFileSync(`${folder}published.study`, 'utf8');
const files = Object.fromEntries(
  [...spec.matchAll(/from "(published\/[^"]+)"/gu)].map(([, file]) => [file!, readFileSync(folder + file!, 'utf8')]),
);
const paper = audited(spec, files);
const { of, cell } = paper;
const cells = (at: readonly string[]): string[] => at.map(cell);

describe('the Anshun paper', () => {
  it('is read whole, and has no error', () => {
    expect(paper.audit.figures).toBe(470);
    expect(paper.compiled.problems).toEqual([]);
  });

  it('prints item means that cannot come from 323 answers', () => {
    const found = of('item-means');
    // One thing is left out, the n of each item: one question.
    expect(found.map((one) => cells(one.at))).toEqual([['3.346', '3.293', '3.264', '4.177', '4.227', '4.081', '3.298']]);
    expect(found[0]!.consistent).toContain('n = 321, 318, 315, 312');
    expect(found[0]!.arithmetic).toBe(
      'eco_income_sat: 3.346 × 323 = 1080.76; 1080/323 = 3.34365 and 1081/323 = 3.34675, and neither prints as 3.346.',
    );
  });

  it('prints an impossible SD, which one 55 explains', () => {
    const [only, ...others] = of('item-sds');
    expect(others).toEqual([]);
    expect([cell(only!.at[0]!), only!.certainty]).toEqual(['2.962', 'impossible']);
    expect(only!.consistent).toContain('only 55');
  });

  it('prints means of all that are not the weighted means of the groups', () => {
    const [only, ...others] = of('group-means');
    expect([others, cells(only!.at).slice(0, 5)]).toEqual([[], ['57.61', '71.37', '53.61', '56.50', '14.12']]);
    expect(only!.arithmetic).toContain('(42·60.08 + 24·54.24 + 257·57.59)/323 = 57.660…57.670');
    expect(only!.consistent).toContain('no choice gives all 5 totals at once');
  });

  it('prints a percentage that contradicts its counts', () => {
    expect(of('shares').map((one) => [cell(one.at[0]!), one.arithmetic])).toEqual([['2.17', '132/1259 = 10.48 %.']]);
  });

  it('shows by F, R², n and k that missing values were replaced', () => {
    const [only] = of('missing-policy');
    // The paper does not say what it did with missing values: a default accuses nobody.
    expect([only!.certainty, only!.assumed]).toEqual(['worth a look', ['missing listwise']]);
    expect(only!.message).not.toContain('as the study says');
    expect(only!.arithmetic).toContain('k = 25 of its 5 models go together only with n = 323; leaving cases out gives at most 306');
    expect(only!.consistent).toContain('missing mean');
  });

  it('leaves the fit of cultural acceptance in Table 6 blank, and accuses nobody of an F of 0', () => {
    expect(of('model-fit')).toEqual([]);
    expect(
      paper.compiled.plan!.published[0]!.figures.filter((one) => one.table === 'Table 6, fit').map((one) => `${one.row!} ${one.column!}`),
    ).not.toContain('f cultural');
    // As a bare 0, which spreadsheets make of an empty cell, it would be a question.
    const zero = audited(spec.replace('3.176***       .', '3.176***      0').replace('0.175          .', '0.175         0'), files);
    expect(zero.of('model-fit')).toMatchObject([
      { certainty: 'worth a look', consistent: expect.stringContaining('may be an empty cell') as string },
    ]);
  });

  it('has the age groups that the paper prints, and no claim of ours', () => {
    expect(spec).toContain('"18-45"');
    expect(paper.compiled.plan!.hypotheses).toEqual([]);
  });

  it('prints a loading that contradicts both its communality and its column', () => {
    const [only] = of('communalities');
    expect(cells(only!.at)[0]).toBe('0.853');
    expect(only!.consistent).toContain('0.858');
    expect(only!.also).toMatchObject([{ check: 'explained-variance' }]);
    expect(of('explained-variance')).toEqual([]);
  });

  it('has a composite of three components, weighted by variance', () => {
    const [only, ...others] = of('composite-parts');
    expect([others, only!.message.includes('in Table 5 and Table 6'), only!.message.includes('cultural is not in it')]).toEqual([
      [],
      true,
      true,
    ]);
    expect(only!.consistent).toContain('19.433 : 18.026 : 17.889');
    expect([only!.certainty, only!.assumed]).toEqual(['worth a look', ['compose every named component']]);
  });

  it('has five rows of Table 5 that slipped by one, and says which side', () => {
    const [slipped] = of('composite-identity').filter((one) => one.table === 'Table 5');
    expect(slipped!.message).toContain('Rows pol_training to com_security');
    expect(cells(slipped!.at).slice(0, 5)).toEqual(['0.300***', '0.178**', '0.080', '0.066', '0.157**']);
    expect(slipped!.consistent).toContain(
      'pol_training 0.157**, com_amenity 0.300***, com_housing 0.178**, com_access 0.080 and com_security 0.066',
    );
    expect(slipped!.consistent).toContain('Table 6, which has the same terms, agrees with the order of integration as printed');
    expect(slipped!.repairs.length).toBe(20);
    expect(slipped!.also).toMatchObject([{ check: 'star-bands', message: expect.stringContaining('com_amenity') as string }]);
  });

  it('has stars that contradict each other, one question a regression', () => {
    expect(of('star-bands').map((one) => [one.table, one.certainty, one.assumed, one.at.length])).toEqual([
      ['Table 5', 'worth a look', ['errors classical'], 8],
      ['Table 6', 'worth a look', ['errors classical'], 4],
    ]);
  });

  it('has an alpha that its loadings exclude for standardised items, a rotation and a Bartlett test that they do not', () => {
    expect(of('factor-structure')).toMatchObject([{ certainty: 'worth a look' }]);
    expect(of('factor-structure')[0]!.arithmetic).toContain('= 0.771');
    const right = (check: string) => paper.audit.checks.find((one) => one.check === check)!.right;
    expect([right('rotation'), right('factor-structure')]).toEqual([1, 1]);
  });

  it('has two cells of Table 6 exchanged and one figure misprinted', () => {
    const found = of('composite-identity').filter((one) => one.table === 'Table 6');
    expect(found.map((one) => one.message.replace(/^(Row \S+).*/u, '$1'))).toEqual(['Row education.high', 'Row education.college']);
    expect(found[0]!.consistent).toContain('integration 0.141 or 0.140 for 0.144');
    expect(cells(found[1]!.at)).toEqual(['0.184**', '-0.090']);
    expect(found[1]!.repairs.map((one) => one.text)).toEqual(['-0.090', '0.184**']);
  });

  it('can only have been scored in one of many ways', () => {
    const [only] = paper.audit.readings;
    expect(only!.readings.length).toBeGreaterThanOrEqual(8);
    expect(only!.compatible.map((one) => one.program)).toEqual([
      { parts: ['psychological', 'economic', 'communicative'], weights: 'explained', order: 'composite, then min–max' },
    ]);
    for (const one of only!.readings) expect(toldReading(one).arithmetic.length, toldReading(one).sentence).toBeGreaterThan(0);
  });

  it('has its arithmetic in every finding', () => {
    for (const one of paper.audit.findings) expect(one.arithmetic, one.message).toMatch(/\d/u);
    expect(paper.audit.problems.length).toBe(paper.audit.findings.length);
    for (const problem of paper.audit.problems)
      expect(tell(problem, 'en').help).toMatch(/^First compare with the paper: (?:was|were) .*typed as printed\?/u);
    expect(paper.audit.findings.length).toBeLessThanOrEqual(13);
  });
});
