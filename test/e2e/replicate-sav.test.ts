// `replicate` reads every file that a study can be on: the proposal for an SPSS file can be checked as it is written.
import { afterAll, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { makeFolder } from '../support/cli.ts';
import { platformBytes } from '../platforms/expected.ts';

const folder = makeFolder();
afterAll(() => folder.remove());

it('proposes a replication with an SPSS file, by the names and labels of its columns', () => {
  const items = ['a1', 'a2', 'a3'].map((name) => `indicator ${name} on s\n`).join('');
  folder.write({
    'first.study': `study "First"\n\ndata "first.csv" { id id }\n\nscale s 1..5\n${items}`,
    'first.csv': 'id,a1,a2,a3\n1,2,3,4\n2,3,4,5\n3,1,2,2\n',
    'pspp.zsav': platformBytes('07-spss-pspp', 'pspp.zsav'),
  });
  expect(folder.studyspec('replicate', 'first.study', 'pspp.zsav', '-o', 'second.study').code).toBe(0);
  const proposal = readFileSync(folder.at('second.study'), 'utf8');
  expect(proposal).toContain('data "pspp.zsav" {');
  const { code, out } = folder.studyspec('check', 'second.study');
  expect(`${code} ${out}`).toMatch(/^0 /u);
  expect(folder.studyspec('query', 'second.study', 'a1.n', 'a2.n', 'a3.n').out).toBe('a1.n  56\na2.n  58\na3.n  50\n');
});
