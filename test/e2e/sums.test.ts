// Counts instead of rows, through the command line: parts counted, the second round, the study run; what does not fit is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';

let folder: Folder;
const [head, ...rows] = answers.trimEnd().split('\n');
const part = (some: readonly string[]): string => `${[head, ...some].join('\n')}\n`;

beforeEach(() => {
  folder = makeFolder();
  folder.write({ 's.study': declared() + models, 'd.csv': answers, 'east.csv': part(rows.slice(0, 17)), 'west.csv': part(rows.slice(17)) });
});
afterEach(() => {
  folder.remove();
});

const numbers = (...more: string[]): Record<string, number | null> => {
  const { out } = folder.studyspec('query', 's.study', '--json', ...more);
  return JSON.parse(out) as Record<string, number | null>;
};

describe('studyspec sums', () => {
  it('counts parts, asks and answers a second round, and the study comes out as from the rows', () => {
    for (const name of ['east', 'west']) {
      const { code, out, err } = folder.studyspec('sums', 's.study', `${name}.csv`, '--threshold', '0', '-o', `${name}.sums.gz`);
      expect([code, out]).toEqual([0, '']);
      expect(err).toContain(`Written to ${name}.sums.gz: counts of ${name === 'east' ? 17 : rows.length - 17} respondents`);
    }
    expect(gunzipSync(readFileSync(folder.at('east.sums.gz'))).toString()).toMatch(/^\{"format":"studyspec sums","version":1,/u);
    expect(folder.studyspec('sums', 's.study', 'east.sums.gz', 'west.sums.gz', '--ask', '-o', 'plan.json').code).toBe(0);
    for (const name of ['east', 'west'])
      expect(folder.studyspec('sums', 's.study', `${name}.csv`, '--scores', 'plan.json', '-o', `${name}.ranges`).code).toBe(0);
    const own = numbers('--sums', 'east.sums.gz', 'west.sums.gz', 'east.ranges', 'west.ranges');
    const file = numbers();
    expect(Object.keys(own).sort()).toEqual(Object.keys(file).sort());
    let equal = 0;
    for (const [address, value] of Object.entries(own)) {
      if (value === null) continue;
      expect(Math.abs(value - file[address]!), address).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(file[address]!)));
      equal++;
    }
    expect(equal).toBeGreaterThan(0.85 * Object.values(file).filter((value) => value !== null).length);
    expect(own['I.max']).toBe(100);
    // In whatever order, and made one before: the same bytes.
    const said = folder.studyspec('query', 's.study', '--json', '--sums', 'east.sums.gz', 'west.sums.gz', 'east.ranges', 'west.ranges').out;
    expect(folder.studyspec('query', 's.study', '--json', '--sums', 'west.ranges', 'west.sums.gz', 'east.ranges', 'east.sums.gz').out).toBe(
      said,
    );
    folder.studyspec('sums', 's.study', 'west.sums.gz', 'east.sums.gz', '-o', 'all.sums');
    expect(folder.studyspec('query', 's.study', '--json', '--sums', 'all.sums', 'east.ranges', 'west.ranges').out).toBe(said);
    expect(folder.studyspec('sums', 's.study', 'east.sums.gz', 'west.sums.gz').out).toBe(readFileSync(folder.at('all.sums'), 'utf8'));
    // Without the second round the index has no numbers; how many groups were compared is known all the same.
    expect(folder.studyspec('run', 's.study', '--sums', 'all.sums').out.replace(/\s+/gu, ' ')).toContain('between the three groups of g');
    const { code, out } = folder.studyspec('run', 's.study', '--sums', 'east.sums.gz', 'west.sums.gz', 'east.ranges', 'west.ranges');
    expect(code).toBe(folder.studyspec('run', 's.study').code);
    expect(out).toContain('No answer lies outside its scale or levels.');
    folder.write({ 'odd.csv': part(rows.slice(0, 17).map((row, at) => (at === 3 ? row.replace(/^(\w+),\d/u, '$1,9') : row))) });
    folder.studyspec('sums', 's.study', 'odd.csv', '--threshold', '0', '-o', 'odd.sums');
    expect(folder.studyspec('run', 's.study', '--sums', 'odd.sums').out).toContain(
      'Answers outside their scale or levels: 1. Counts do not tell which.',
    );
  });

  it('adds up numbers of many values, to the last digit, and tells nobody’s own where there is a threshold', () => {
    const paid = Array.from({ length: 640 }, (_, at) => {
      const pay = at % 37 === 0 ? '' : ((at * 7919) % 90_007) / 100 + (at % 5) * 40;
      return `${1 + ((at * 31) % 5)},${1 + ((at * 13) % 2)},${pay},${18 + ((at * 613) % 6007) / 100}`;
    });
    const csv = (some: readonly string[]): string => `a,sex,pay,age\n${some.join('\n')}\n`;
    folder.write({
      'p.study':
        'study "P"\ndata "p.csv"\nscale s 1..5\nindicator a on s\nnumber pay\nnumber age\ncategory sex { male = 1  female = 2 }\n' +
        'compare k { of pay, a  by sex }\ncorrelate c { of pay, age, a }\nregression r { explain pay, a  by age, sex  errors hc3 }\n',
      'p.csv': csv(paid),
      'north.csv': csv(paid.slice(0, 200)),
      'south.csv': csv(paid.slice(200)),
    });
    const query = (...more: string[]): Record<string, number | null> =>
      JSON.parse(folder.studyspec('query', 'p.study', '--json', ...more).out) as Record<string, number | null>;
    for (const name of ['north', 'south'])
      expect(folder.studyspec('sums', 'p.study', `${name}.csv`, '--threshold', '0', '-o', `${name}.sums`).code).toBe(0);
    folder.studyspec('sums', 'p.study', 'south.sums', 'north.sums', '-o', 'parts.sums');
    folder.studyspec('sums', 'p.study', '--threshold', '0', '-o', 'whole.sums');
    const linesOf = (name: string): string[] => readFileSync(folder.at(name), 'utf8').split('\n').slice(1);
    expect(linesOf('parts.sums')).toEqual(linesOf('whole.sums'));
    expect(folder.studyspec('sums', 'p.study', 'north.sums', 'south.sums', '--ask', '-o', 'plan.json').code).toBe(0);
    for (const name of ['north', 'south'])
      expect(folder.studyspec('sums', 'p.study', `${name}.csv`, '--scores', 'plan.json', '-o', `${name}.ranges`).code).toBe(0);
    const [file, own] = [query(), query('--sums', 'south.sums', 'north.sums', 'north.ranges', 'south.ranges')];
    const lacking = Object.keys(file).filter((address) => file[address] !== null && own[address] == null);
    expect(
      lacking.filter((one) => !/(?:skewness|kurtosis|median|mode|q25|q75|durbin_watson|kruskal|levene|mann_whitney|histogram)/u.test(one)),
    ).toEqual([]);
    for (const [address, value] of Object.entries(own))
      if (value !== null)
        expect(Math.abs(value - file[address]!), address).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(file[address]!)));
    expect(own['r.pay.se(age)']).not.toBeNull();
    folder.studyspec('sums', 'p.study', '-o', 'kept.sums');
    const kept = folder.studyspec('query', 'p.study', 'pay.max', 'pay.median', 'pay.mean', '--sums', 'kept.sums').out;
    expect(kept).toMatch(/pay\.max\s+\.\s+\(rests on counts below the threshold/u);
    expect(kept).toMatch(/pay\.median\s+\.\s+\(needs the answers row by row/u);
    expect(kept).toMatch(/pay\.mean\s+\d/u);
  });

  it('keeps back what is rare, and says how much; a part smaller than that is not counted at all', () => {
    expect(folder.studyspec('sums', 's.study', '-o', 'd.sums').err).toMatch(/\d+ of which are kept back: they have a count below 5\./u);
    const { out } = folder.studyspec('query', 's.study', 'D.alpha', '--sums', 'd.sums');
    expect(out).toContain('rests on counts below the threshold, which are kept back');
    expect(folder.studyspec('query', 's.study', 'D.alpha', '--sums', 'd.sums', '--lang', 'zh').out).toContain('低于下限');
    const few = folder.studyspec('sums', 's.study', '-o', 'e.sums', '--threshold', '1000');
    expect([few.code, few.out]).toEqual([2, '']);
    expect(folder.files()).not.toContain('e.sums');
  });

  it('refuses files of another spec, damaged ones, answers of some parts only, and what needs rows', () => {
    folder.studyspec('sums', 's.study', 'east.csv', '--threshold', '0', '-o', 'east.sums');
    folder.studyspec('sums', 's.study', 'west.csv', '--threshold', '0', '-o', 'west.sums');
    folder.studyspec('sums', 's.study', 'east.sums', 'west.sums', '--ask', '-o', 'plan.json');
    folder.studyspec('sums', 's.study', 'east.csv', '--scores', 'plan.json', '-o', 'east.ranges');
    const told = (...args: string[]): string => {
      const { code, out, err } = folder.studyspec(...args);
      expect(code).not.toBe(0);
      expect(out).toBe('');
      expect(err).not.toContain('internal error');
      return err;
    };
    expect(told('run', 's.study', '--sums', 'east.sums', 'west.sums', 'east.ranges')).toContain('every part has to answer it once');
    folder.studyspec('sums', 's.study', 'east.sums', 'west.sums', '-o', 'all.sums');
    folder.write({ 'copy.sums': readFileSync(folder.at('east.sums'), 'utf8') });
    expect(told('run', 's.study', '--sums', 'east.sums', 'copy.sums')).toContain('"east.sums" and "copy.sums" hold the same part');
    expect(told('run', 's.study', '--sums', 'all.sums', 'west.sums')).toContain('"all.sums" and "west.sums" hold the same part');
    expect(told('sums', 's.study', 'west.sums', 'west.sums', '-o', 'twice.sums')).toContain('hold the same part');
    expect(folder.files()).not.toContain('twice.sums');
    expect(told('run', 's.study', '--sums', 'plan.json')).toContain('no counts');
    expect(told('run', 's.study', '--sums', 'd.csv')).toContain('no file of sums');
    folder.write({ 'cut.sums': readFileSync(folder.at('east.sums'), 'utf8').slice(0, -20) });
    expect(told('run', 's.study', '--sums', 'cut.sums')).toContain('not as it was written');
    folder.write({ 'wrong.sums': readFileSync(folder.at('east.sums'), 'utf8').replace(/"frequencies":\[\[\d+/u, '"frequencies":[[-1') });
    expect(told('run', 's.study', '--sums', 'wrong.sums')).toContain('changed after it was written');
    folder.write({ 'other.study': (declared() + models).replace('1..5', '1..6') });
    expect(told('run', 'other.study', '--sums', 'east.sums')).toContain('another spec');
    expect(told('run', 's.study', '--sums', 'east.sums', '--out', 'report')).toContain("cannot be used with option '--out");
  });

  it('asks no server that is not there, and says so each time anew', () => {
    folder.write({ 'p.study': (declared() + models).replace('data "d.csv"', 'data postgres "public.d"').replace('{ id id', '{') });
    const { code, out, err } = folder.shell(
      'PGHOST=127.0.0.1 PGPORT=1 $S query p.study a.mean; PGHOST=127.0.0.1 PGPORT=2 $S query p.study a.mean',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/postgres: connect ECONNREFUSED 127\.0\.0\.1:1[^]*postgres: connect ECONNREFUSED 127\.0\.0\.1:2/u);
  });
});
