// `accept CODE "reason"`: through the built program, from the spec to the report's section Stated. What refuses it is in test/ide and the
// problems' examples.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyspecIn, type Ended } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let plain = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-'));
  cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
  plain = readFileSync(join(folder, 'anshun.study'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly parts: readonly Told[];
}
interface Stated extends Told {
  readonly reason: readonly { readonly lang: string | null; readonly text: string }[];
}
interface Lists {
  readonly counts: { readonly warning: number; readonly info: number };
  readonly problems: readonly Told[];
  readonly stated: readonly Stated[];
}

const studyspec = (...args: string[]): Ended => studyspecIn(folder, ...args);
const accepting = (lines: string): void => writeFileSync(join(folder, 'accepting.study'), `${plain}\n${lines}\n`);
const lists = (file: string): Lists => JSON.parse(studyspec('check', file, '--json').out) as Lists;
const every = (problems: readonly Told[]): string[] =>
  problems.flatMap((one) => [one, ...one.parts]).map((one) => `${one.code} ${one.message.slice(0, 40)}`);
const valid = (schema: string, document: unknown): boolean =>
  new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, 'packages/cli/schema', schema), 'utf8')))(document);

describe('what the author accepts', () => {
  it('leaves the list and its counts, stands with its reason, and takes nothing else along', () => {
    const before = lists('anshun.study');
    expect(before.stated).toEqual([]);
    const code = 'SS613';
    expect(every(before.problems).filter((one) => one.startsWith(code)).length).toBeGreaterThan(0);
    accepting(`accept ${code} "the paper prints them side by side" zh "与论文一致"`);
    const after = lists('accepting.study');
    expect(every(after.problems)).toEqual(every(before.problems).filter((one) => !one.startsWith(code)));
    expect(every(after.stated)).toEqual(every(before.problems).filter((one) => one.startsWith(code)));
    expect(after.stated[0]!.reason).toEqual([
      { lang: null, text: 'the paper prints them side by side' },
      { lang: 'zh', text: '与论文一致' },
    ]);
    const lost = before.counts.warning + before.counts.info - after.counts.warning - after.counts.info;
    expect(lost).toBe(after.stated.length);
    expect(valid('check.schema.json', after)).toBe(true);
    expect(studyspec('check', 'accepting.study').out).toMatch(/Accepted with a reason: SS613\./u);
  });

  it('is in the report of every form, in its language, and changes no number', () => {
    accepting('accept SS613, SS604 "as in the paper" zh "与论文一致"');
    const text = studyspec('run', 'accepting.study').out;
    const at = text.lastIndexOf('\nStated');
    expect(at).toBeGreaterThan(text.indexOf('\nBefore you cite this'));
    expect(text.slice(at)).toContain('SS613');
    expect(text.slice(at)).toContain('The authors: as in the paper');
    expect(text.slice(text.lastIndexOf('\nProblems'))).not.toContain('SS613');
    const html = studyspec('run', 'accepting.study', '--format', 'html', '--lang', 'zh').out;
    expect(html).toContain('作者说明：与论文一致');
    expect(studyspec('run', 'anshun.study').out).not.toContain('\nStated');
    const [own, other] = ['anshun.study', 'accepting.study'].map(
      (file) => JSON.parse(studyspec('run', file, '--json').out) as Lists & { readonly quantities: unknown },
    );
    expect(other!.quantities).toEqual(own!.quantities);
    expect(other!.stated.map((one) => one.code)).toContain('SS613');
    expect(valid('results.schema.json', other)).toBe(true);
    expect(studyspec('run', 'accepting.study', '--only', 'stated').out).toContain('as in the paper');
  });

  it('is told of when nothing needs it, once everything is computed', () => {
    accepting('accept SS603 "it is low"\naccept SS613 "known"');
    expect(
      lists('accepting.study')
        .problems.filter((one) => one.code === 'SS271')
        .map((one) => one.message),
    ).toEqual(['SS603 is accepted, but this study has no such problem.']);
    expect(studyspec('check', '--quick', 'accepting.study').out).not.toContain('SS271');
  });

  it('takes no error, no unknown code, none twice, nothing without a reason', () => {
    accepting('accept SS201 "never"\naccept ss613 "small"\naccept SS613 "known"\naccept SS613 "again"\naccept SS604\naccept SS610 ""');
    const { code, out } = studyspec('check', 'accepting.study');
    expect(code).toBe(1);
    expect(out).toContain('SS201 is an error');
    expect(out).toContain('Did you mean "SS613"?');
    expect(out).toMatch(/error\[SS202\].*SS613/u);
    expect(out).toContain('SS604 is accepted without a reason');
    expect(out).toContain('SS610 is accepted without a reason');
  });

  it('does not travel: what replicates a study has problems of its own', () => {
    accepting('accept SS613 "known"');
    writeFileSync(
      join(folder, 'again.study'),
      'study "Again" replicates "accepting.study"\n\ndata "anshun_2020_raw.csv" { id id  cluster site  missing blank  out of ' +
        'range kept  join "sites.csv" on site }\n',
    );
    const { problems, stated } = lists('again.study');
    expect(every(problems).some((one) => one.startsWith('SS613'))).toBe(true);
    expect(stated).toEqual([]);
  });
});
