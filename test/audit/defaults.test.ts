// What is certain without a clause is found whatever the clause says: no accusation rests on a default of the language.
import { describe, expect, it } from 'vitest';
import * as across from './across-tables.ts';
import * as elementary from './elementary.ts';
import { audited } from './support.ts';

/** A clause as the studies of the two lists state it, and what else a study could have said there. */
const CLAUSES: readonly (readonly [name: string, stated: RegExp, others: readonly string[]])[] = [
  ['errors', /^ {2}errors classical\n/gmu, ['errors hc3', 'errors cluster village']],
  ['missing', /^ {2}missing (?:listwise|pairwise)\n/gmu, ['missing listwise', 'missing pairwise', 'missing mean']],
  ['keep', /^ {2}keep 2\n/gmu, ['keep 3', 'keep eigenvalue > 1']],
  ['rotate', /^ {2}rotate varimax\n/gmu, ['rotate none', 'rotate quartimax']],
  ['weight', /^ {2}weight (?:equal|by explained variance)\n/gmu, ['weight equal', 'weight by explained variance']],
  ['rescale', /^ {2}rescale 0\.\.100\n/gmu, ['rescale 0..10', 'rescale none', 'rescale t']],
];

/** Certain without the clause all the same: the other rows of the table follow the relation, and so say what the clause would. */
const BORNE_OUT: ReadonlySet<string> = new Set(['keep: a communality that is not the squares of its row']);

const PAPERS = [
  ...elementary.CASES.map(([what, check, wrong]) => ({ what, text: elementary.spec(wrong, check) })),
  ...across.CASES.map(([what, both, wrong]) => ({ what, text: across.spec(both, wrong) })),
];

const replaced = (text: string, stated: RegExp, clause: string): string =>
  (clause === 'missing pairwise' ? text.replace('errors cluster village', 'errors classical') : text)
    .replace(stated, () => (clause === '' ? '' : `  ${clause}\n`))
    // Comparisons know two ways to leave cases out.
    .replace(/(?<=by region\n) {2}missing mean\n/u, '  missing listwise\n');

describe.each(CLAUSES)('%s left to its default', (name, stated, others) => {
  it('accuses nobody of what another choice would explain', () => {
    const accused = PAPERS.flatMap(({ what, text }) => {
      const open = replaced(text, stated, '');
      if (open === text || BORNE_OUT.has(`${name}: ${what}`)) return [];
      if (audited(open).audit.findings.every((one) => one.certainty === 'worth a look')) return [];
      return others.flatMap((clause) =>
        audited(replaced(text, stated, clause)).audit.findings.length === 0 ? [`${what}: nothing to say with ${clause}`] : [],
      );
    });
    expect(accused).toEqual([]);
  });
});
