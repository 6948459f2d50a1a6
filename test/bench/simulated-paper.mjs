// A simulated paper: random design, invented respondents, StudySpec's own results for them, and the tables a paper would print of them.
// Everything follows from a seed. What is wrong with a paper is planted by planted-errors.mjs.

/** Rounds as papers do, halves away from zero; `-0.000` is printed without its sign. */
export function rounded(value, decimals) {
  const text = (Math.sign(value) * (Math.abs(value) + 1e-12)).toFixed(decimals);
  return /^-0\.?0*$/u.test(text) ? text.slice(1) : text;
}

const pick = (random, list) => list[random.integer(list.length)];

/** What is asked, of how many, and how it is analysed. */
export function designOf(random) {
  const dimensions = 2 + random.integer(3);
  const [low, high] = pick(random, [
    [1, 5],
    [1, 5],
    [1, 7],
    [0, 10],
  ]);
  const items = Array.from({ length: dimensions }, (_, d) => Array.from({ length: 3 + random.integer(2) }, (__, i) => `q${d}_${i}`));
  const categories = Array.from({ length: 2 + random.integer(2) }, (_, c) => ({
    name: `c${c}`,
    levels: Array.from({ length: 2 + random.integer(3) }, (__, l) => `l${l}`),
  }));
  return {
    n: 90 + random.integer(500),
    low,
    high,
    items,
    categories,
    predictors: Array.from({ length: 3 + random.integer(3) }, (_, p) => `x${p}`),
    missing: pick(random, [0, 0.01, 0.04]),
    indexMissing: pick(random, ['mean', 'listwise']),
    modelMissing: pick(random, ['mean', 'listwise']),
    rotate: pick(random, ['varimax', 'varimax', 'varimax raw', 'none']),
    weight: pick(random, ['by explained variance', 'by explained variance', 'equal']),
    decimals: 2 + random.integer(2),
    fine: random.uniform() < 0.35 ? 2 : 3,
    rescale: pick(random, ['0..100', '0..100', 'components 0..100', 'none', 't']),
    reversed: random.uniform() < 0.3,
    compose: null,
    itemN: random.uniform() < 0.6,
  };
}

/** Answers from a simple factor model: a dimension's items share a factor; predictors and levels move the factors. */
export function answersOf(design, random) {
  const loadings = design.items.map((items) => items.map(() => 0.6 + 0.3 * random.uniform()));
  const effects = design.predictors.map(() => design.items.map(() => 0.35 * random.normal()));
  const shifts = design.categories.map(({ levels }) => levels.map(() => design.items.map(() => 0.3 * random.normal())));
  const centre = (design.low + design.high) / 2;
  const spread = (design.high - design.low) / 4;
  const tilt = design.items.map((items) => items.map(() => 0.6 * random.normal()));
  const answer = (value) => Math.max(design.low, Math.min(design.high, Math.round(centre + spread * value)));
  return Array.from({ length: design.n }, () => {
    const x = design.predictors.map(() => answer(random.normal()));
    const levels = design.categories.map(({ levels: all }) => Math.min(all.length - 1, Math.floor(all.length * random.uniform() ** 1.3)));
    const factors = design.items.map(
      (_, d) =>
        random.normal() * 0.8 +
        x.reduce((sum, value, p) => sum + (effects[p][d] * (value - centre)) / spread / 2, 0) +
        levels.reduce((sum, level, c) => sum + shifts[c][level][d], 0),
    );
    const q = design.items.map((items, d) =>
      items.map((_, i) => answer(tilt[d][i] + loadings[d][i] * factors[d] + Math.sqrt(1 - loadings[d][i] ** 2) * random.normal())),
    );
    const keep = (value) => (random.uniform() < design.missing ? '' : value);
    return { q: q.map((items) => items.map(keep)), x: x.map(keep), levels: levels.map((level) => keep(level + 1)) };
  });
}

export function csvOf(design, rows) {
  const heads = ['id', ...design.items.flat(), ...design.predictors, ...design.categories.map(({ name }) => name)];
  return `${[heads, ...rows.map((row, i) => [i + 1, ...row.q.flat(), ...row.x, ...row.levels])]
    .map((line) => line.join(','))
    .join('\n')}\n`;
}

/** The clauses that a paper may leave out: how scores are made and models fitted. */
const HOW = /^ {2}(?:missing|keep|rotate|compose|weight|rescale|errors) .*\n/gmu;

/** The study as a spec, with `head` (a data block, or nothing) before and `tail` (the printed figures) after what is declared. */
export function specOf(design, head, tail) {
  const { low, high } = design;
  const components = design.items.map((items, d) => `  component k${d} marked by ${items[0]}\n`).join('');
  return (
    `study "Simulated"\n${head}\nscale s ` +
    `${low}..${high}\n` +
    `${design.items
      .map(
        (items, d) =>
          `dimension d${d} on s {\n${items
            .map((name, i) => `  indicator ${name}${design.reversed && i === 1 ? ' reversed' : ''}\n`)
            .join('')}}\n`,
      )
      .join('')}` +
    `${design.predictors.map((name) => `indicator ${name} on s\n`).join('')}` +
    `${design.categories
      .map(({ name, levels }) => `category ${name} {\n${levels.map((level, l) => `  ${level} = ${l + 1}\n`).join('')}}\n`)
      .join('')}` +
    `index whole {\n  of ${design.items.map((_, d) => `d${d}`).join(', ')}\n  missing ` +
    `${design.indexMissing}\n  keep ` +
    `${design.items.length}\n  rotate ` +
    `${design.rotate}\n` +
    `${components}  compose ` +
    `${(design.compose ?? componentsOf(design)).join(', ')}\n  weight ${design.weight}\n  rescale ${design.rescale}\n}\n` +
    `compare groups {\n  of whole, ${componentsOf(design).join(', ')}\n  by c0\n}\n` +
    `regression m {\n  ` +
    `explain whole, ${componentsOf(design).join(', ')}\n  by ` +
    `${[...design.categories.map(({ name }) => name).filter((name) => name !== 'sources'), ...design.predictors].join(
      ', ',
    )}\n  missing ${design.modelMissing}\n  errors ${design.errors ?? 'classical'}\n}\n${tail}`
  );
}

export const componentsOf = (design) => design.items.map((_, d) => `k${d}`);
const DATA = '\ndata "d.csv" { id id }\n';

/** Runs the spec on the answers; null when the design does not work out (a marker that two components claim, an empty level …). */
export function resultsOf({ core, dsl }, design, csv, kept = false) {
  const compiled = dsl.compile({
    entry: 's.study',
    texts: new Map([['s.study', specOf(design, kept ? '\ndata "d.csv" { id id\n  out of range kept }\n' : DATA, '')]]),
  });
  if (compiled.problems.some((problem) => problem.severity === 'error')) throw new Error(compiled.problems[0].message);
  const { frame } = core.readCsv(new TextEncoder().encode(csv), 'd.csv', { text: ['id'] });
  const coded = core.codeStudy(compiled.plan, frame);
  const results = core.execute(compiled.plan, coded, frame);
  return results.problems.some((problem) => problem.severity === 'error') ? null : results;
}

/**
 * The tables: title, template, columns and cells as text. A cell is `{ row, column, text, stars }`. Values are printed as computed and
 * rounded; stars are those of p at .10, .05, .01.
 */
export function tablesOf(design, results, decimals = design.decimals) {
  const value = (address) => results.quantities.get(address)?.value ?? null;
  const tables = [];
  const table = (title, template, columns, rows, read) => {
    const cells = rows.flatMap((row) => columns.map((column) => ({ row, column: column.name, ...read(row, column) })));
    tables.push({ title, template, columns, rows, cells });
  };
  const number = (address, digits) => {
    const found = value(address);
    return { text: found === null ? '.' : rounded(found, digits), stars: '' };
  };
  const stars = (p) => (p === null ? '' : p < 0.01 ? '***' : p < 0.05 ? '**' : p < 0.1 ? '*' : '');
  const named = (...names) => names.map((name) => ({ name, means: null }));
  const items = [...design.items.flat(), ...design.predictors];
  table('Items', 'row.column', named(...(design.itemN ? ['n'] : []), 'mean', 'sd'), items, (row, column) =>
    number(`${row}.${column.name}`, column.name === 'n' ? 0 : decimals),
  );
  table(
    'Dimensions',
    'row.column',
    named('mean'),
    design.items.map((_, d) => `d${d}`),
    (row, column) => number(`${row}.${column.name}`, decimals),
  );
  table(
    'Respondents',
    'row.column',
    named('count', 'percent'),
    design.categories.flatMap(({ name, levels }) => levels.map((level) => `${name}.${level}`)),
    (row, column) => number(`${row}.${column.name}`, column.name === 'count' ? 0 : 1),
  );
  const components = componentsOf(design);
  table(
    'Loadings',
    'whole.loading(row, column)',
    [...named(...components), { name: 'communality', means: 'whole.communality(row)' }],
    design.items.flat(),
    (row, column) => number(column.means === null ? `whole.loading(${row}, ${column.name})` : `whole.communality(${row})`, design.fine),
  );
  table('Variance', 'whole.row(column)', named(...components), ['explained'], (row, column) =>
    number(`whole.explained(${column.name})`, decimals),
  );
  const groups = [...design.categories[0].levels.map((level) => `c0.${level}`), 'all'];
  const all = (row) => (row === 'all' ? '' : `(${row})`);
  table('Groups', 'column.mean(row)', [{ name: 'n', means: 'whole.n(row)' }, ...named(...components, 'whole')], groups, (row, column) =>
    column.name === 'n' ? number(`whole.n${all(row)}`, 0) : number(`${column.name}.mean${all(row)}`, 2),
  );
  table('Spread', 'column.sd(row)', named(...components, 'whole'), groups, (row, column) => number(`${column.name}.sd${all(row)}`, 2));
  table('Comparison', 'groups.column.row', named(...components, 'whole'), ['f'], (row, column) => number(`groups.${column.name}.f`, 2));
  const terms = results.regressions[0].terms.map((term) => term.text);
  table('Coefficients', 'm.column.beta(row)', named('whole', ...components), terms, (row, column) => ({
    ...number(`m.${column.name}.beta(${row})`, design.fine),
    stars: stars(value(`m.${column.name}.p(${row})`)),
  }));
  table('Fit', 'm.column.row', named('whole', ...components), ['n', 'f', 'r2', 'adjusted_r2'], (row, column) => ({
    ...number(`m.${column.name}.${row}`, row === 'n' ? 0 : design.fine),
    stars: row === 'f' ? stars(value(`m.${column.name}.p`)) : '',
  }));
  table('Tests', 'm.whole.column(row)', named('b', 'se', 't', 'p'), terms, (row, column) => ({
    ...number(`m.whole.${column.name}(${row})`, design.fine),
    stars: column.name === 'b' ? stars(value(`m.whole.p(${row})`)) : '',
  }));
  return tables;
}

/** The published block: tables as they stand. */
export function printedOf(design, tables) {
  let text = `published "Simulated" {\n  sample = ${design.n}\n`;
  for (const { title, template, columns, rows, cells } of tables) {
    const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    text +=
      `  table "${title}" ${template} {\n    columns ` +
      `${columns.map(({ name, means }) => (means === null ? name : `${name} = ${means}`)).join('  ')}\n`;
    for (const row of rows)
      text += `    ${row}  ${columns
        .map(({ name }) => {
          const cell = at.get(`${row} ${name}`);
          return `${cell.text}${cell.stars}`;
        })
        .join('  ')}\n`;
    text += '  }\n';
  }
  return `${text}}\n`;
}

/**
 * The audit of a paper: its spec without data (`told`: with the clauses that say how), and its tables. Throws when the spec itself has an
 * error: that would be the simulation's.
 */
export function auditOfPaper({ core, dsl }, design, tables, told = true) {
  const spec = specOf(design, '', printedOf(design, tables));
  const compiled = dsl.compile({ entry: 's.study', texts: new Map([['s.study', told ? spec : spec.replace(HOW, '')]]) });
  const error = compiled.problems.find((problem) => problem.severity === 'error');
  if (error !== undefined) throw new Error(error.message);
  const start = performance.now();
  const audit = core.auditOf(compiled.plan);
  const figures = compiled.plan.published.flatMap((published) => published.figures);
  return {
    audit,
    milliseconds: performance.now() - start,
    pathOf: (title, row, column) =>
      figures.find((figure) => figure.table === title && figure.row === row && figure.column === column)?.at ?? null,
  };
}

/**
 * A clean paper that does not say how it was made: robust errors in some, other levels of stars in others, dimensions as means of
 * respondents' own means, zeros added where a figure was rounded to one digit fewer, a question with several answers.
 */
export function reticentPaperOf(tools, seed) {
  const paper = paperOf(tools, seed);
  const random = tools.core.seededRandom(seed + 1);
  const design = { ...paper.design, errors: random.uniform() < 0.3 ? 'hc3' : 'classical' };
  const results = resultsOf(tools, design, paper.csv) ?? paper.results;
  const strict = random.uniform() < 0.5;
  const p = (row, column) => results.quantities.get(row === 'f' ? `m.${column}.p` : `m.${column}.p(${row})`)?.value ?? null;
  const marks = (value) => (value === null ? '' : value < 0.001 ? '***' : value < 0.01 ? '**' : value < 0.05 ? '*' : '');
  const tables = tablesOf(design, results).map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      const starred =
        !strict || cell.text === '.'
          ? cell.stars
          : table.title === 'Coefficients' || (table.title === 'Fit' && cell.row === 'f')
            ? marks(p(cell.row, cell.column))
            : table.title === 'Tests' && cell.column === 'b'
              ? marks(p(cell.row, 'whole'))
              : cell.stars;
      const text = table.title === 'Dimensions' ? ownMean(paper, cell, design.decimals) : cell.text;
      const decimals = /\.(\d+)$/u.exec(text)?.[1].length ?? 0;
      const padded = decimals > 1 && random.uniform() < 0.05;
      return { ...cell, text: padded ? `${rounded(valueOf(results, table, cell) ?? Number(text), decimals - 1)}0` : text, stars: starred };
    }),
  }));
  tables.push(severalAnswers(design, random));
  return {
    ...paper,
    design: { ...design, categories: [...design.categories, { name: 'sources', levels: ['wages', 'farming', 'trade', 'aid'] }] },
    results,
    tables,
  };
}

/** The value behind a cell that is rounded anew; null where its text is all there is. */
function valueOf(results, { template, columns }, { row, column }) {
  const means = columns.find(({ name }) => name === column)?.means ?? template;
  const address = means.replace(/\b(row|column)\b/gu, (word) => (word === 'row' ? row : column)).replace('(all)', '');
  return results.quantities.get(address)?.value ?? null;
}

/** The mean over respondents of the mean of what each answered. */
function ownMean({ design, rows }, { row }, decimals) {
  const d = Number(row.slice(1));
  const own = rows.flatMap(({ q }) => {
    const answers = q[d].flatMap((value, i) =>
      value === '' ? [] : [design.reversed && i === 1 ? design.low + design.high - value : value],
    );
    return answers.length === 0 ? [] : [answers.reduce((sum, value) => sum + value, 0) / answers.length];
  });
  return rounded(own.reduce((sum, value) => sum + value, 0) / own.length, decimals);
}

/** Counts and percentages of cases of a question to which several answers were allowed. */
function severalAnswers({ n }, random) {
  const levels = ['wages', 'farming', 'trade', 'aid'].map((name) => ({
    name: `sources.${name}`,
    count: Math.round(n * (0.3 + 0.5 * random.uniform())),
  }));
  return {
    title: 'Sources',
    template: 'row.column',
    columns: ['count', 'percent'].map((name) => ({ name, means: null })),
    rows: levels.map(({ name }) => name),
    cells: levels.flatMap(({ name, count }) => [
      { row: name, column: 'count', text: String(count), stars: '' },
      { row: name, column: 'percent', text: rounded((100 * count) / n, 1), stars: '' },
    ]),
  };
}

/** A paper from a seed: designs are drawn until one works out. */
export function paperOf(tools, seed) {
  const random = tools.core.seededRandom(seed);
  for (;;) {
    const design = designOf(random);
    const rows = answersOf(design, random);
    const csv = csvOf(design, rows);
    const results = resultsOf(tools, design, csv);
    if (results !== null) return { design, rows, csv, results, random, tables: tablesOf(design, results) };
  }
}
