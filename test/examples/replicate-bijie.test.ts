// `studyspec replicate` on the Bijie survey: how many of its thirty columns find their question. The right answers are the codebook's own
// field `canonical`; the field is taken away again where it would give them away.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tell, readCsv, readCsvRows } from '@studyspec/core';
import { formatText, proposeReplication, type Proposal } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';

const root = fileURLToPath(new URL('../../examples/', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');
const files = Object.fromEntries(
  [
    'anshun/anshun.study',
    'anshun/anshun_2020_raw.csv',
    'anshun/published/table3_loadings.csv',
    'anshun/published/table6_beta.csv',
    'anshun/published/table6_fit.csv',
    'bijie/bijie_2021.csv',
  ].map((file) => [file, read(file)]),
);
const plan = runProject(files, 'anshun/anshun.study', 'check').compiled.plan!;
const frame = readCsv(new TextEncoder().encode(files['bijie/bijie_2021.csv']!), 'bijie_2021.csv').frame!;
const rows = readCsvRows(read('bijie/bijie_2021_codebook.csv'));
const [head] = rows as [string[]];
const known = new Set([...plan.variables.map((variable) => variable.name), 'site']);
const right = new Map(
  rows
    .slice(1)
    .filter((row) => known.has(row[head.indexOf('canonical')]!))
    .map((row) => [row[0]!, row[head.indexOf('canonical')]!]),
);

const only = (fields: readonly string[]): string[][] =>
  rows.map((row) => head.flatMap((name, at) => (fields.includes(name) ? [row[at]!] : [])));
const propose = (codebook: string[][] | null): Proposal =>
  proposeReplication({ plan, original: '../anshun/anshun.study', frame, dataFile: 'bijie_2021.csv', codebook });
/** Of the thirty columns: those matched to their question, and those rightly left alone; and those matched to a wrong one. */
const score = ({ matches }: Proposal): { right: number; wrong: number; unsaid: number } => {
  const found = new Map(matches.map((match) => [match.column, match.variable]));
  const columns = frame.columns.map((column) => column.name);
  const good = columns.filter((column) => found.get(column) === right.get(column)).length;
  const wrong = columns.filter((column) => found.has(column) && found.get(column) !== right.get(column)).length;
  return { right: good, wrong, unsaid: columns.length - good - wrong };
};
const lineFor = (proposal: Proposal, name: string): string =>
  proposal.text
    .split('\n')
    .find((line) => line.trimStart().startsWith(`${name} `))!
    .trim()
    .replace(/\s+/gu, ' ');

describe('a proposed replication', () => {
  it('finds all thirty columns by questions and codes, without being told the original’s names', () => {
    expect(right.size).toBe(27);
    expect(score(propose(only(['column', 'question_en', 'question_zh', 'codes', 'missing'])))).toEqual({ right: 30, wrong: 0, unsaid: 0 });
    expect(score(propose(only(['column', 'question_zh', 'codes', 'missing']))).wrong).toBeLessThanOrEqual(1);
  });

  it('finds them by the names that a codebook gives, too', () => {
    expect(score(propose(rows))).toEqual({ right: 30, wrong: 0, unsaid: 0 });
  });

  it('says codes, scales, directions and missing codes as the hand-written spec does', () => {
    const proposal = propose(only(['column', 'question_en', 'question_zh', 'codes', 'missing']));
    const hand = runProject(
      { ...files, 'bijie/bijie.study': read('bijie/bijie.study'), 'bijie/bijie_2021_sites.csv': read('bijie/bijie_2021_sites.csv') },
      'bijie/bijie.study',
      'check',
    );
    const draft = runProject({ ...files, 'bijie/draft.study': proposal.text }, 'bijie/draft.study', 'check');
    for (const [name, values] of hand.coded!.numbers)
      if (name !== 'green') expect([name, draft.coded!.numbers.get(name)]).toEqual([name, values]);
    for (const [name, levels] of hand.coded!.categories)
      if (name !== 'mode') expect([name, draft.coded!.categories.get(name)]).toEqual([name, levels]);
    expect(proposal.text).toContain('missing 99 | -1');
  });

  it('is formatted, can be checked, marks its guesses and lists what it did not find', () => {
    const proposal = propose(rows);
    expect(formatText(read('bijie/bijie.study'))).toBe(read('bijie/bijie.study'));
    expect(formatText(proposal.text)).toBe(proposal.text);
    const { problems } = runProject({ ...files, 'bijie/draft.study': proposal.text }, 'bijie/draft.study', 'check');
    expect(
      problems.filter((problem) => problem.severity !== 'info').map((problem) => [problem.name, tell(problem, 'en').message.split(':')[0]]),
    ).toEqual([['guessed-lines', `${proposal.guesses} of 29 map lines are guesses`]]);
    // Constants of the original are asked about, and estimated anew.
    expect(proposal.text).toContain('// weight given { psychological = 19.433, economic = 18.026, communicative = 17.889 }\n');
    expect(proposal.text).toMatch(/^ +weight by explained variance$/mu);
    expect(proposal.unmatched).toEqual(['id', 'place', 'mode']);
    expect(proposal.unused).toEqual(['q28', 'q29', 'q30']);
    expect(lineFor(proposal, 'marriage')).toBe(
      'marriage from q6 guess { married = 2, not_married = 1 | 3 | 4 } // codes without a label of their own go to the level that is left',
    );
    expect(lineFor(proposal, 'sex')).toBe('sex from q2 { male = 2, female = 1 }');
    expect(lineFor(proposal, 'mode')).toBe('mode absent // not found');
  });

  it('finds by correlations which items were asked the other way round, when no codebook says so', () => {
    const proposal = propose(only(['column', 'question_zh', 'missing']));
    const turned = new Set(rows.filter((row) => row[head.indexOf('codes')]!.includes('REVERSED')).map((row) => row[0]!));
    const items = proposal.matches.filter(
      (match) =>
        right.get(match.column) === match.variable &&
        plan.variables.find((variable) => variable.name === match.variable)?.kind === 'indicator',
    );
    expect(items.length).toBeGreaterThanOrEqual(12);
    expect(items.map((match) => [match.column, lineFor(proposal, match.variable).includes(' reversed')])).toEqual(
      items.map((match) => [match.column, turned.has(match.column)]),
    );
    expect(lineFor(proposal, 'psy_happier')).toMatch(/ guess .*\/\/ it runs against the other items/u);
    expect(lineFor(proposal, 'soc_friends')).toMatch(/on 1\.\.7 guess .*answers run from 1 to 7/u);
    expect(score(proposal).wrong).toBe(0);
  });

  it('takes over the original’s codes where columns have its names, and says that this is a guess', () => {
    const own = readCsv(new TextEncoder().encode(read('anshun/anshun_2020.csv')), 'anshun_2020.csv', { text: ['id'] }).frame!;
    const proposal = proposeReplication({
      plan,
      original: 'anshun/anshun.study',
      frame: own,
      dataFile: 'anshun/anshun_2020.csv',
      codebook: null,
    });
    expect(proposal.unmatched).toEqual([]);
    expect(lineFor(proposal, 'mode')).toMatch(
      /^mode from site guess \{ village = "A", township = "B", cities = "C" \| "D" \| "E" \} \/\//u,
    );
    expect(proposal.text).toMatch(/id +id\n +cluster site/u);
    const { problems } = runProject(
      { ...files, 'draft.study': proposal.text, 'anshun/anshun_2020.csv': read('anshun/anshun_2020.csv') },
      'draft.study',
      'check',
    );
    expect(problems.map((problem) => problem.name)).toEqual(['guessed-lines']);
  });

  it('claims nothing when columns have neither names nor wordings', () => {
    const proposal = propose(null);
    expect(score(proposal)).toEqual({ right: 3, wrong: 0, unsaid: 27 });
    expect(proposal.unmatched.length).toBe(30);
  });

  it('keeps the order of items with the same prefix and running number, and says that only their names do', () => {
    const original = runProject(
      {
        'o.study':
          'framework "F"\nscale s 1..5\ndimension e on s { indicator eco1  indicator eco2  indicator eco3 }\ndimension q on s { ' +
          'indicator q1  indicator q2 }\n',
      },
      'o.study',
      'check',
    ).compiled.plan!;
    const survey = readCsv(new TextEncoder().encode('nr,ECON_03,ECON_01,ECON_02,q1,q2\n1,1,2,3,4,5\n2,2,3,4,5,1\n3,5,4,3,2,1\n'), 's.csv')
      .frame!;
    const plainly = proposeReplication({ plan: original, original: 'o.study', frame: survey, dataFile: 's.csv', codebook: null });
    expect(plainly.matches.map((match) => [match.variable, match.column])).toEqual(
      expect.arrayContaining([
        ['eco1', 'ECON_01'],
        ['eco2', 'ECON_02'],
        ['eco3', 'ECON_03'],
        ['q1', 'q1'],
        ['q2', 'q2'],
      ]),
    );
    for (const name of ['eco1', 'eco2', 'eco3', 'q1', 'q2']) expect(lineFor(plainly, name)).toMatch(/ guess /u);
  });
});
