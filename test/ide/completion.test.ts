// What is offered at the caret: the right words, with their numbers, and nothing that would be an error.
import { describe, expect, it } from 'vitest';
import { completionsAt, kinds, phrasesOf, semanticTokensOf, semanticTypes, type Completion } from '@studyspec/dsl';
import { besideClause } from '../support/index-clauses.ts';
import { applyEdits, base, project, snapshotOf, unmark, type Options } from './support.ts';

function at(spec: string, options: Options = {}, more: Readonly<Record<string, string>> = {}): Completion[] {
  const { text, offset } = unmark(spec);
  return completionsAt(snapshotOf(project(text, more), 'main.study', options), offset);
}

const labels = (spec: string, options: Options = {}, more: Readonly<Record<string, string>> = {}): string[] =>
  at(spec, options, more).map((one) => one.label);

/** The text after accepting a completion, with the places to fill in left out. */
function accept(spec: string, label: string): string {
  const { text } = unmark(spec);
  const found = at(spec).find((one) => one.label === label)!;
  return applyEdits(text, [
    { span: found.replace, text: found.snippet ? found.insert.replace(/\$\{\d+:([^}]*)\}/gu, '$1').replace(/\$\d/gu, '') : found.insert },
  ]);
}

describe('completion of entries', () => {
  it('offers a header first, and what may stand once only once', () => {
    const first = labels('$0');
    expect(first).toContain('study');
    expect(first).toContain('framework');
    const later = labels(`${base}\n$0`);
    for (const kind of ['dimension', 'index', 'regression', 'published', 'seed']) expect(later).toContain(kind);
    for (const kind of ['study', 'framework', 'data', 'source', 'map', 'without', 'component', 'table']) expect(later).not.toContain(kind);
    expect(labels(`${base}\nreg$0`)).toContain('regression');
  });

  it('offers the clauses of the block that are not there yet, wherever one begins', () => {
    const inIndex = labels(base.replace('  keep 2\n', '  keep 2\n  $0\n'));
    expect(inIndex).toEqual(expect.arrayContaining(['missing', 'extract', 'rotate', 'compose', 'weight', 'rescale', 'component']));
    expect(inIndex).not.toContain('keep');
    expect(inIndex).not.toContain('of');
    expect(inIndex).not.toContain('explain');
    expect(labels(base.replace('keep 2', 'rot$0'))).toContain('keep');
    expect(labels(base.replace('  male   "Male"', '  re$0\n  male   "Male"'))).toEqual(expect.arrayContaining(['reference', 'from']));
    expect(labels(base.replace('  sample = 40', '  st$0\n  sample = 40'))).toEqual(expect.arrayContaining(['stars', 'table', 'model']));
    expect(labels(base.replace('by region }', 'by region  wh$0 }'))).toContain('where');
    expect(labels(base.replace('"Is visited"', '"Is visited" $0'))).toEqual(
      expect.arrayContaining(['from', 'on', 'reversed', 'missing', 'zh']),
    );
    expect(labels(base.replace('on agreement reversed', 'x').replace('"Is alone" reversed', '"Is alone" reversed $0'))).not.toContain(
      'reversed',
    );
  });

  it('writes declarations with places to fill in', () => {
    expect(accept(`${base}\nind$0`, 'index')).toBe(`${base}\nindex name "Label" {\n  of \n}`);
    expect(accept(base.replace('keep 2', 'keep 2\n  $0'), 'rotate')).toContain('keep 2\n  rotate \n');
  });

  it('offers databases behind data, and beside their tables the clauses that those take', () => {
    expect(labels('study "A"\ndata $0')).toEqual(['postgres', 'clickhouse', 'duckdb']);
    expect(labels('study "A"\ndata du$0')).toContain('duckdb');
    expect(accept('study "A"\ndata po$0', 'postgres')).toBe('study "A"\ndata postgres "public.answers"');
    expect(accept('study "A"\ndata $0 "r.duckdb" { missing 9 }', 'duckdb')).toBe('study "A"\ndata duckdb "r.duckdb" { missing 9 }');
    expect(labels('study "A"\ndata postgres $0')).not.toContain('duckdb');
    const beside = ['missing', 'out of range', 'text', 'where'];
    for (const [data, clauses] of [
      ['data postgres "public.t"', beside],
      ['data clickhouse "r.t"', beside],
      ['data duckdb "r.duckdb"', ['table', ...beside]],
    ] as const) {
      expect(labels(`study "A"\n${data} {\n  $0\n}`).sort(), data).toEqual([...clauses].sort());
      expect(labels(`study "A"\n${data} {\n  missing 9\n  wh$0\n}`), data).not.toContain('missing');
      expect(labels(`study "A"\n${data} $0`).sort(), data).toEqual([...clauses, 'zh'].sort());
    }
    expect(labels('study "A"\ndata "r.duckdb" {\n  $0\n}')).toEqual(expect.arrayContaining(['table', 'id', 'cluster', 'join', 'missing']));
  });

  it('says nothing in comments, labels and figures', () => {
    expect(labels(`${base}\n// ind$0`)).toEqual([]);
    expect(labels(base.replace('"Is visited"', '"Is vis$0ited"'))).toEqual([]);
    expect(labels(base.replace('sample = 40', 'sample = 4$00'))).toEqual([]);
    expect(labels(base.replace('ties.alpha = 0.5', 'ties.alpha = $0'))).toEqual([]);
  });
});

describe('completion of names', () => {
  it('knows which kinds a list takes, and what it has already', () => {
    expect(labels(base.replace('of ties, welfare', 'of $0'))).toEqual(expect.arrayContaining(['ties', 'welfare', 'friends', 'income']));
    const rest = labels(base.replace('of ties, welfare', 'of ties, $0'));
    expect(rest).toContain('welfare');
    for (const wrong of ['ties', 'friends', 'sex', 'score', 'social', 'agreement']) expect(rest).not.toContain(wrong);
    expect(labels(base.replace('by region }', 'by $0 }'))).toEqual(['sex', 'region']);
    expect(labels(base.replace('explain score, social', 'explain score, $0'))).toEqual(
      expect.arrayContaining(['social', 'calm', 'ties', 'happy']),
    );
    expect(labels(base.replace('by      sex, region, income', 'by sex, $0'))).toEqual(
      expect.arrayContaining(['region', 'income', 'welfare', 'ties']),
    );
    expect(labels(base.replace('by      sex, region, income', 'by sex, $0'))).not.toContain('score');
  });

  it('takes what follows for a name even where a keyword could stand', () => {
    expect(labels(base.replace('marked by safe', 'marked by $0'))).toEqual(['visits', 'alone', 'happy', 'safe']);
    expect(labels(base.replace('keep 2', 'keep 2\n  compose $0'))).toEqual(['social', 'calm']);
    expect(labels(base.replace('ties "Ties" zh "联系" on agreement', 'ties "Ties" on $0'))).toEqual(['agreement']);
    expect(labels(base.replace('indicator happy "Happy" on agreement', 'indicator happy "Happy" on $0'))).toEqual(['agreement', '1..5']);
  });

  it('writes backquotes where a name needs them', () => {
    const spec = base.replace('block welfare', 'block `my block`').replace('of ties, welfare', 'of ties, $0');
    expect(at(spec).find((one) => one.label === 'my block')?.insert).toBe('`my block`');
    expect(accept(base.replace('block welfare', 'block `my block`').replace('of ties, welfare', 'of ties, `my$0'), 'my block')).toContain(
      'of ties, `my block`\n',
    );
  });

  it('knows Chinese names behind emoji', () => {
    const spec = 'study "🎓"\nindicator 朋友 on 1..5\nindicator 访问 on 1..5\nblock 联系 of 朋友, 访$0\n';
    expect(labels(spec)).toEqual(['访问']);
    expect(accept(spec, '访问')).toBe('study "🎓"\nindicator 朋友 on 1..5\nindicator 访问 on 1..5\nblock 联系 of 朋友, 访问\n');
  });

  it('offers what a replication inherits', () => {
    const original = { 'a.study': base };
    expect(labels('study "B" replicates "a.study"\nregression m$0', {}, original)).toEqual(['model']);
    expect(labels('study "B" replicates "a.study"\nwithout $0', {}, original)).toEqual(expect.arrayContaining(['model', 'by_region']));
    expect(labels('study "B" replicates "a.study"\nregression model { by sex, $0 }', {}, original)).toContain('income');
  });
});

describe('completion that knows the data', () => {
  it('columns, with what is in them', () => {
    const columns = at(base.replace('"Income" from inc', '"Income" from $0'));
    expect(columns.map((one) => one.label)).toEqual(['id', 'friends', 'visits', 'alone', 'happy', 'safe', 'sex', 'site', 'inc']);
    expect(columns.find((one) => one.label === 'friends')?.detail).toBe('whole numbers 1..5 · 5 different');
    expect(columns.find((one) => one.label === 'safe')?.detail).toBe('whole numbers 1..5 · 5 different · 3 blank');
    expect(labels(base.replace('id      id', 'id $0'))).toContain('site');
    expect(
      labels(
        base
          .replace('indicator safe  "Safe"', 'indicator $0')
          .replace(/happy, safe/u, 'happy')
          .replace('marked by safe', 'marked by happy'),
      ),
    ).toContain('safe');
    expect(labels(base.replace('"Income" from inc', '"Income" from "in$0"'))).toContain('inc');
  });

  it('codes with counts, those that no level has yet', () => {
    expect(at(base.replace('south = "B" | "C"', 'south = "B" | $0')).map((one) => `${one.label} ${one.detail}`)).toEqual([
      expect.stringMatching(/^"C" \d+ rows$/u),
    ]);
    expect(labels(base.replace('zh "女" = 2', 'zh "女" = $0'))).toEqual(['2']);
  });

  it('levels with counts', () => {
    const levels = at(base.replace('by region }', 'by region  where sex is $0 }'), { staleFrom: { 'main.study': base } });
    expect(levels.map((one) => one.label)).toEqual(['male', 'female']);
    expect(levels[0]?.detail).toMatch(/^\d+ \([\d.]+ %\)$/u);
    expect(labels(base.replace('by region }', 'by region  where sex is male | $0 }'))).toEqual(['female']);
    expect(labels(base.replace('female "Female" zh "女" = 2', 'female "Female" zh "女" = 2\n  reference $0'))).toEqual(['male', 'female']);
    expect(labels(base.replace('by region }', 'by region  where site is $0 }'))).toEqual(expect.arrayContaining(['"A"', '"B"', '"C"']));
  });

  it('conditions go on with is, and, or', () => {
    expect(labels(base.replace('by region }', 'by region  where $0 }'))).toEqual(expect.arrayContaining(['sex', 'income', 'site']));
    expect(labels(base.replace('by region }', 'by region  where sex $0 }'))).toEqual(['is', 'is not']);
    expect(labels(base.replace('by region }', 'by region  where sex is male $0 }'))).toEqual(
      expect.arrayContaining(['and', 'or', 'post_hoc']),
    );
  });

  it('is still right without data', () => {
    expect(labels(base.replace('"Income" from inc', '"Income" from $0'), { data: false })).toEqual([]);
    expect(at(base.replace('by region }', 'by region  where sex is $0 }'), { data: false }).map((one) => one.detail)).toEqual([
      'level of sex',
      'level of sex',
    ]);
  });
});

describe('completion in a map', () => {
  const map = (lines: string): string => `study "B" replicates "a.study"\ndata "survey.csv"\nmap {\n${lines}\n}\n`;
  const original = { 'a.study': base.replace('"survey.csv"', '"other.csv"') };
  it('knows what can be mapped, its facts, levels and codes', () => {
    const names = labels(map('  friends from visits\n  $0'), {}, original);
    expect(names).toEqual(expect.arrayContaining(['visits', 'sex', 'income']));
    expect(names).not.toContain('friends');
    expect(labels(map('  friends from $0'), {}, original)).toContain('inc');
    expect(labels(map('  sex from site { $0 }'), {}, original)).toEqual(['male', 'female']);
    expect(labels(map('  sex from site { male = "A", female = $0 }'), {}, original).sort()).toEqual(['"B"', '"C"']);
    expect(labels(map('  friends $0'), {}, original)).toEqual(['from', 'on', 'reversed', 'missing', 'absent', 'guess']);
  });
  it('knows the frameworks of the language', () => {
    expect(labels('study "B" replicates "$0"')).toContain('std:social-integration');
    expect(labels('study "B" replicates "std:social-integration"\nmap { psy$0 }')).toContain('psy_enjoy');
  });
});

describe('completion of options', () => {
  it('goes on with what is typed of a phrase', () => {
    expect(labels(base.replace('keep 2', 'keep 2\n  rotate $0'))).toEqual([
      'varimax',
      'varimax raw',
      'none',
      'quartimax',
      'quartimax raw',
      'equamax',
      'equamax raw',
      'promax',
      'promax raw',
      'promax 3',
      'promax 3 raw',
      'oblimin',
      'oblimin raw',
      'oblimin -0.5',
      'oblimin -0.5 raw',
    ]);
    expect(labels(base.replace('keep 2', 'keep 2\n  rotate varimax $0'))).toEqual(expect.arrayContaining(['raw', 'missing']));
    expect(labels(base.replace('keep 2', 'keep 2\n  weight by $0'))).toEqual(
      expect.arrayContaining(['explained variance', 'entropy', 'critic', 'cv', 'equal and entropy']),
    );
    expect(accept(base.replace('keep 2', 'keep 2\n  weight $0'), 'given { … }')).toContain('weight given { social = 1, calm = 1 }');
    expect(labels(base.replace('keep 2', 'keep 2\n  weight given { social = 1, $0 }'))).toEqual(['calm']);
    expect(labels(`${base}category half from income { low = 1  high = 2  population given { low = 40, $0 } }\n`)).toEqual(['high']);
    expect(labels(base.replace('by      sex, region, income', 'by sex\n  missing $0'))).toEqual([
      'listwise',
      'pairwise',
      'mean',
      'multiple 20',
    ]);
    expect(labels(base.replace('by      sex, region, income', 'by sex\n  show b, $0'))).toEqual([
      'standardized',
      'se',
      't',
      'p',
      'intervals',
      'vif',
      'importance',
    ]);
  });
});

describe('completion of addresses', () => {
  it('names, outcomes, quantities with their values', () => {
    expect(labels(base.replace('model.score.b(income) > -100', '$0'))).toEqual(expect.arrayContaining(['model', 'score', 'sex', 'sample']));
    expect(labels(base.replace('model.score.b(income) > -100', 'model.$0'))).toEqual(['score', 'social', 'each']);
    const quantities = at(base.replace('model.score.b(income) > -100', 'model.score.$0'));
    expect(quantities.find((one) => one.label === 'r2')?.detail).toBeUndefined();
    expect(quantities.find((one) => one.label === 'beta(term)')?.insert).toBe('beta(${1:term})$0');
    expect(
      at(base.replace('model.score.b(income) > -100', 'model.score.b(income) > -100  score.$0')).find((one) => one.label === 'kmo'),
    ).toBeDefined();
    expect(labels(base.replace('ties.alpha = 0.5', 'score.bartlett.$0'))).toEqual(['chi2', 'df', 'p']);
    expect(labels(base.replace('ties.alpha = 0.5', 'sex.$0'))).toEqual(expect.arrayContaining(['male', 'female', 'each', 'n', 'missing']));
    expect(labels(base.replace('ties.alpha = 0.5', 'sex.male.$0'))).toEqual(['count', 'percent', 'population', 'sampled', 'se', 'deff']);
  });

  it('shows values that are known', () => {
    const found = at(base.replace('ties.alpha = 0.5', 'ties.al$0pha = 0.5'));
    expect(found.find((one) => one.label === 'alpha')?.detail).toMatch(/^0\.\d{3}$/u);
  });

  it('arguments in brackets', () => {
    expect(labels(base.replace('model.score.b(income)', 'model.score.b($0)'))).toEqual([
      'sex.female',
      'sex',
      'region.south',
      'region',
      'income',
      'each',
      'intercept',
    ]);
    expect(labels(base.replace('model.score.b(income)', 'model.score.beta(sex.$0)'))).toEqual(['female']);
    expect(labels(base.replace('model.score.b(income)', 'score.loading(friends, $0)'))).toEqual(['social', 'calm', 'each']);
    expect(labels(base.replace('model.score.b(income)', 'score.mean($0)'))).toEqual(expect.arrayContaining(['sex.male', 'region', 'all']));
    expect(labels(base.replace('model.score.b(income)', 'score.eigenvalue($0)'))).toEqual([]);
  });

  it('heads of tables, by what the template leaves open', () => {
    const table = (inside: string): string => base.replace('  table "Table 1" row.mean {\n    columns mean\n  }\n', inside);
    expect(labels(table('  table "t" $0\n'))).toEqual(expect.arrayContaining(['row', 'column', 'model']));
    expect(labels(table('  table "t" model.column.beta(row) { columns $0 }\n'))).toEqual(['score', 'social']);
    expect(labels(table('  table "t" model.column.beta(row) {\n    columns score\n    $0\n  }\n'))).toEqual(
      expect.arrayContaining(['sex.female', 'income']),
    );
    expect(labels(table('  table "t" model.column.beta(row) {\n    columns score\n    sex.female 0.1\n    $0\n  }\n'))).not.toContain(
      'sex.female',
    );
    expect(labels(table('  table "t" row.column { columns $0 }\n'))).toEqual(expect.arrayContaining(['mean', 'sd', 'count', 'percent']));
    expect(labels(table('  table "t" score.loading(row, column) { columns social n = score.co$0 }\n'))).toContain('communality(item)');
  });
});

describe('completion in broken text', () => {
  it('finds its block while braces, quotes and commas are missing', () => {
    expect(labels('study "x"\nscale agreement 1..5\nindicator a on $0')).toEqual(['agreement', '1..5']);
    expect(labels('study "x"\nindicator a\nindex i {\n  of $0')).toContain('a');
    expect(labels('study "x"\nindicator a\nindex i {\n  of a,\n  keep 2\n  ro$0\nregression r { explain i')).toContain('rotate');
    expect(labels('study "x\nindicator a\nblock b of $0')).toEqual(['a']);
    expect(labels('study "x"\nindicator a\ndimension d {\n  indicator b\n\nindex i {\n  of a, $0\n}\n')).toEqual(
      expect.arrayContaining(['d', 'b']),
    );
    expect(labels('study "x"\nindicator a\nblock b of a\nhypothesis h { b.$0\npublished "p" {')).toContain('alpha');
  });
});

/** Every name of a spec with its span: where a candidate can stand in its place. */
function words(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

describe('what is offered', () => {
  const key = (problems: readonly { readonly code: string; readonly severity: string }[]): string[] =>
    problems
      .filter((problem) => problem.severity === 'error')
      .map((problem) => problem.code)
      .sort();
  it('is right where it is offered: accepting it brings no new error', () => {
    const wrong: string[] = [];
    let tried = 0;
    const spec = base
      .replace('keep 2', 'keep 2\n  missing mean\n  rotate varimax\n  compose social, calm\n  rescale 0..100')
      .replace('by region }', 'by region  where sex is female and income > 3  post_hoc holm }');
    const keywords = new Set(
      semanticTokensOf(snapshotOf(project(spec), 'main.study', { data: false }))
        .filter((token) => semanticTypes[token.type] === 'keyword')
        .map((token) => token.span.end),
    );
    for (const word of words(spec)) {
      // A keyword's place wants another keyword; the front of an address is right only with what follows it.
      if (keywords.has(word.end) || /^(?:[.(]| [=<>] )/u.test(spec.slice(word.end))) continue;
      for (const one of completionsAt(snapshotOf(project(spec), 'main.study', { data: false }), word.end)) {
        if (one.snippet || one.kind === 'kind' || one.kind === 'clause') continue;
        tried += 1;
        const text = applyEdits(spec, [{ span: one.replace, text: one.insert }]);
        const here = (place: { readonly span: { readonly start: number; readonly end: number } }): boolean =>
          place.span.start < one.replace.start + one.insert.length && place.span.end > one.replace.start;
        const after = key(
          snapshotOf(project(text), 'main.study', { data: false }).study.compiled.problems.filter(
            (problem) => problem.place !== undefined && here(problem.place),
          ),
        );
        if (after.length > 0) wrong.push(`${spec.slice(word.start - 15, word.end)} → ${one.insert}: ${after.join(' ')}`);
      }
    }
    expect(tried).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });

  it('has phrases that the compiler takes', () => {
    const refused: string[] = [];
    const trio = 'dimension trio on 1..5 { indicator t1  indicator t2  indicator t3 }\n';
    const weighted = base.replace('  missing 99', '  missing 99  weight inc');
    const models = (clause: string): string =>
      'index mem { of friends, visits, happy  ' +
      `${besideClause(clause.startsWith('keep') ? '' : clause).replace('marked by a', 'marked by friends')} }\n` +
      'measurement scales { of ties  unweighted }\nregression single { explain happy, mem  by income }\n';
    const gridded = (word: string, text: string): string =>
      word === 'post_hoc'
        ? 'grid of by_region.score.f'
        : word === 'estimator' || text === 'fiml' || word === 'method'
          ? `grid of ${word === 'method' ? 'single.happy.b(income)' : 'scales.cfi'}`
          : besideClause(`${word} ${text}`).includes('component')
            ? 'grid of model.score.b(income)'
            : 'grid of single.mem.b(income)';
    const specOf = (kind: string, word: string, text: string): string => {
      const clause = `${word} ${text}`;
      const own: Readonly<Record<string, () => string>> = {
        index: () =>
          besideClause(clause).includes('component')
            ? base.replace('  keep 2\n', `  ${word === 'keep' ? '' : 'keep 2  '}${clause}\n`)
            : `${base}index other { of friends, visits, happy  ${besideClause(clause)}  ${clause} }\n`,
        report: () => `${base}report { ${clause} }\n`,
        published: () => `${base}published "Q" { ${clause} }\n`,
        regression: () =>
          base.replace('region, income', `region, income\n  ${/^(?:odds|margins)$/u.test(text) ? 'method logit  ' : ''}${clause}`),
        measurement: () => `${base}${trio}measurement m { of trio  ${clause} }\n`,
        deprivation: () => `${base}number low when friends < 3\ndeprivation d { of one { low }  ${clause} }\n`,
        mediation: () => `${base}mediation m { explain income  by friends  through visits  ${clause} }\n`,
        correlate: () => `${base}correlate k { of friends, visits  ${clause} }\n`,
        compare: () => base.replace('by region }', `by region  ${clause} }`),
        robustness: () => `${text === 'survey' ? weighted : base}${models(clause)}robustness ${gridded(word, text)} { ${clause} }\n`,
        data: () => base.replace('  missing 99', `  ${clause}`),
        category: () => `${base}category fifth from income { ${clause}  low = 1  high = 2 }\n`,
        needs: () => `${base}number total = sum(income, inc, inc) ${clause}\n`,
      };
      const made = own[kind] ?? own[word];
      return made?.() ?? base.replace('number income "Income" from inc', `number income "Income" from inc ${clause}`);
    };
    const judged = ' { friends / visits = 2, friends / happy = 2, visits / happy = 1 }';
    let tried = 0;
    for (const { kind, clauses } of Object.values(kinds)) {
      for (const word of clauses) {
        for (const phrase of phrasesOf(kind, word)) {
          tried += 1;
          const given = kind === 'category' ? ' { low = 1, high = 2 }' : ' { social = 1, calm = 2 }';
          const text = `${phrase.text}${phrase.body !== true ? '' : phrase.text.includes('ahp') ? judged : given}`
            .replace(/^4$/u, '2')
            .replace('cluster site', 'cluster reg');
          const spec = specOf(kind, word, text);
          // Errors of a design need one.
          const stated = text === 'survey' && kind !== 'robustness' ? spec.replace('  missing 99', '  missing 99  weight inc') : spec;
          const problems = key(snapshotOf(project(stated), 'main.study', { data: false }).study.compiled.problems);
          // Another declaration may ask for a number that this method has not.
          if (problems.some((code) => word !== 'method' || code !== 'SS425'))
            refused.push(`${kind} ${word} ${text}: ${problems.join(' ')}`);
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });
});

describe('what goes with the method of a regression', () => {
  const with_ = (clauses: string): string => base.replace('region, income', `region, income\n  ${clauses}`);
  it('offers columns, errors and outcomes that the method has', () => {
    expect(labels(with_('method logit  show $0'))).toEqual(expect.arrayContaining(['odds', 'margins', 'p']));
    expect(labels(with_('method logit  show $0'))).not.toContain('vif');
    expect(labels(with_('show $0'))).not.toContain('odds');
    expect(labels(with_('method ordered  errors $0'))).not.toContain('hc3');
    expect(labels(with_('method mixed within reg  random $0'))).toEqual(['income']);
    expect(labels(base.replace(/explain [^}]*?income/u, 'method multinomial\n  explain $0\n  by income'))).toContain('sex');
  });
});
