// One error planted in a clean simulated paper, of each kind. A placement counts only where the printed figures can show it at all; the
// rule of each kind is its `rule`, worked out from the clean paper and from rounding alone, never by asking the audit.
import { componentsOf, csvOf, resultsOf, rounded, tablesOf } from './simulated-paper.mjs';

const half = (text) => 0.5 * 10 ** -(/\.(\d+)/u.exec(text)?.[1].length ?? 0);
const pick = (random, list) => list[random.integer(list.length)];
const copy = (tables) => tables.map((table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell })) }));
const tableOf = (tables, title) => tables.find((table) => table.title === title);
const cellOf = (tables, title, row, column) => tableOf(tables, title).cells.find((cell) => cell.row === row && cell.column === column);
const found = (tables, cells, checks) => ({ tables, cells, checks });
const numberOf = (cell) => Number(cell.text);

/** Another digit in one place of a figure. */
function misprint(random, text, from) {
  const places = [...text].flatMap((letter, i) => (/\d/u.test(letter) && i >= from ? [i] : []));
  const place = pick(random, places);
  const digit = pick(
    random,
    [...'0123456789'].filter((one) => one !== text[place]),
  );
  return text.slice(0, place) + digit + text.slice(place + 1);
}

/**
 * The true weights of standardised coefficients in the table, by least squares on the clean figures, and how far rounding alone can put a
 * row out.
 */
function identityOf(paper) {
  const { tables, design, results } = paper;
  const names = componentsOf(design);
  const rows = tableOf(tables, 'Coefficients').rows;
  const value = (row, column) => results.quantities.get(`m.${column}.beta(${row})`).value;
  const weights = paper.solve(
    rows.map((row) => names.map((name) => value(row, name))),
    rows.map((row) => value(row, 'whole')),
  );
  const slack = 0.5 * 10 ** -design.fine * (1 + weights.reduce((sum, weight) => sum + Math.abs(weight), 0));
  return { names, rows, weights, slack };
}

/** From a mean to the further end of the scale: so far one respondent's missing answers can move the mean of a dimension, over n. */
const reachOf = ({ design }, mean) => Math.max(design.high - mean, mean - design.low);
const allAnswered = ({ design }) => design.missing === 0 && design.itemN;

/** Rows left over to fix the weights: fewer than twice the parts and two more leave the weights themselves too loose. */
const enoughRows = ({ names, rows }) => rows.length >= 2 * names.length + 3;

export const KINDS = {
  'misprinted digit': {
    rule:
      'in a mean, loading, communality, coefficient, R² or F that other figures determine; the change moves the relation by ' +
      'more than four times what rounding can, and the mean of a dimension by more than the missing answers of one respondent in ten could',
    plant(paper, random) {
      const tables = copy(paper.tables);
      const identity = identityOf(paper);
      const k = identity.names.length;
      const places = [
        ...(enoughRows(identity)
          ? tableOf(tables, 'Coefficients').cells.map((cell) => ({
              title: 'Coefficients',
              cell,
              gain: cell.column === 'whole' ? 1 : Math.abs(identity.weights[identity.names.indexOf(cell.column)]),
              slack: identity.slack,
              checks: ['composite-identity', 'composite-parts'],
            }))
          : []),
        ...tableOf(tables, 'Dimensions').cells.map((cell) => ({
          title: 'Dimensions',
          cell,
          gain: 1,
          slack: Math.max(2 * half(cell.text), allAnswered(paper) ? 0 : 0.03 * reachOf(paper, numberOf(cell))),
          checks: ['dimension-means'],
        })),
        ...tableOf(tables, 'Loadings').cells.map((cell) => ({
          title: 'Loadings',
          cell,
          gain: cell.column === 'communality' ? 1 : Math.abs(2 * numberOf(cell)) - 0.2,
          slack: 0.5 * 10 ** -paper.design.fine * (1 + 2 * k),
          checks: ['communalities', 'explained-variance'],
        })),
        ...tableOf(tables, 'Fit')
          .cells.filter((cell) => cell.row === 'r2' || cell.row === 'adjusted_r2')
          .map((cell) => ({ title: 'Fit', cell, gain: 1, slack: 1.5 * 10 ** -paper.design.fine, checks: ['model-fit'] })),
        ...(groupsComplete(paper)
          ? tableOf(tables, 'Groups')
              .cells.filter((cell) => cell.row === 'all' && cell.column !== 'n')
              .map((cell) => ({ title: 'Groups', cell, gain: 1, slack: 0.01, checks: ['group-means', 'group-sds', 'group-f'] }))
          : []),
      ];
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const place = pick(random, places);
        const text = misprint(random, place.cell.text, 0);
        if (/^-?0?\d\d/u.test(text) && !/^-?\d\d/u.test(place.cell.text)) continue;
        if (Math.abs(Number(text) - numberOf(place.cell)) * place.gain <= 4 * place.slack) continue;
        place.cell.text = text;
        return found(tables, [[place.title, place.cell.row, place.cell.column]], place.checks);
      }
      return null;
    },
  },
  'swapped cells': {
    rule:
      'two cells of one row of the coefficients, with enough rows to fix the weights; the exchange moves the row by more than ' +
      'four times what rounding can',
    plant(paper, random) {
      const identity = identityOf(paper);
      if (!enoughRows(identity)) return null;
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const tables = copy(paper.tables);
        const row = pick(random, identity.rows);
        const [a, b] = [pick(random, identity.names), pick(random, ['whole', ...identity.names])];
        if (a === b) continue;
        const [one, other] = [cellOf(tables, 'Coefficients', row, a), cellOf(tables, 'Coefficients', row, b)];
        const gain =
          b === 'whole'
            ? identity.weights[identity.names.indexOf(a)] + 1
            : identity.weights[identity.names.indexOf(a)] - identity.weights[identity.names.indexOf(b)];
        if (Math.abs((numberOf(one) - numberOf(other)) * gain) <= 4 * identity.slack) continue;
        [one.text, other.text, one.stars, other.stars] = [other.text, one.text, other.stars, one.stars];
        return found(
          tables,
          [
            ['Coefficients', row, a],
            ['Coefficients', row, b],
          ],
          ['composite-identity'],
        );
      }
      return null;
    },
  },
  'shifted rows': {
    rule:
      'three or four rows of the composite’s column moved by one, at most a third of all rows; each of the rows moves by more ' +
      'than four times what rounding can',
    plant(paper, random) {
      const identity = identityOf(paper);
      if (!enoughRows(identity)) return null;
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const length = 3 + random.integer(2);
        if (length > identity.rows.length / 3) continue;
        const tables = copy(paper.tables);
        const from = random.integer(identity.rows.length - length + 1);
        const cells = identity.rows.slice(from, from + length).map((row) => cellOf(tables, 'Coefficients', row, 'whole'));
        const texts = cells.map((cell) => ({ text: cell.text, stars: cell.stars }));
        const moved = cells.map((_, i) => texts[(i + length - 1) % length]);
        if (cells.some((cell, i) => Math.abs(numberOf(cell) - Number(moved[i].text)) <= 4 * identity.slack)) continue;
        cells.forEach((cell, i) => Object.assign(cell, moved[i]));
        return found(
          tables,
          cells.map((cell) => ['Coefficients', cell.row, 'whole']),
          ['composite-identity'],
        );
      }
      return null;
    },
  },
  'wrong n': {
    rule: 'the n of a model, off by a tenth at least; F and R² then differ by more than twice what rounding can',
    plant(paper, random) {
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const tables = copy(paper.tables);
        const column = pick(random, ['whole', ...componentsOf(paper.design)]);
        const cell = cellOf(tables, 'Fit', 'n', column);
        const n = numberOf(cell);
        const wrong = Math.round(n * (random.uniform() < 0.5 ? 0.6 + 0.3 * random.uniform() : 1.1 + 0.4 * random.uniform()));
        if (!fitShows(paper, column, wrong)) continue;
        cell.text = String(wrong);
        return found(tables, [['Fit', 'n', column]], ['model-fit', 'missing-policy', 'totals']);
      }
      return null;
    },
  },
  'missing policy exchanged': {
    rule:
      'the paper says missing values were replaced and prints the sample’s n, the figures are from complete cases (or the other ' +
      'way round); complete cases are a twentieth fewer at least, and F and R² differ by more than twice what rounding can',
    plant(paper, _, tools) {
      const other = paper.design.modelMissing === 'mean' ? 'listwise' : 'mean';
      const results = resultsOf(tools, { ...paper.design, modelMissing: other }, paper.csv);
      if (results === null) return null;
      const printed = tablesOf(paper.design, results);
      const names = ['whole', ...componentsOf(paper.design)];
      const own = names.map((name) => paper.results.quantities.get(`m.${name}.n`).value);
      const theirs = names.map((name) => results.quantities.get(`m.${name}.n`).value);
      if (Math.abs(own[0] - theirs[0]) < 0.05 * Math.max(own[0], theirs[0])) return null;
      const swapped = { ...paper, results, tables: printed };
      if (!names.some((name, i) => fitShows(swapped, name, own[i]))) return null;
      for (const [i, name] of names.entries()) cellOf(printed, 'Fit', 'n', name).text = String(own[i]);
      return found(
        printed,
        names.map((name) => ['Fit', 'n', name]),
        ['model-fit', 'missing-policy'],
      );
    },
  },
  'dropped component': {
    rule:
      'the composite leaves out one of three or more components that the paper says it has, with enough rows to fix the weights ' +
      'and one of the part’s coefficients at least forty units of the last digit',
    plant(paper, random, tools) {
      const names = componentsOf(paper.design);
      const identity = identityOf(paper);
      if (names.length < 3 || !enoughRows(identity)) return null;
      const dropped = pick(random, names);
      const results = resultsOf(tools, { ...paper.design, compose: names.filter((name) => name !== dropped) }, paper.csv);
      if (results === null) return null;
      const tables = tablesOf(paper.design, results);
      const sizes = tableOf(tables, 'Coefficients').rows.map((row) => Math.abs(numberOf(cellOf(tables, 'Coefficients', row, dropped))));
      if (Math.max(...sizes) < 40 * 10 ** -paper.design.fine) return null;
      return found(tables, [['Coefficients', identity.rows[0], 'whole']], ['composite-parts', 'composite-identity']);
    },
  },
  'reversed item': {
    rule:
      'one item’s mean printed before reversal, the dimension’s after; the mean of the dimension moves by more than twice what ' +
      'rounding can, and by more than the missing answers of one respondent in fifty could move it',
    plant(paper, random) {
      const tables = copy(paper.tables);
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const items = pick(random, paper.design.items);
        const item = pick(random, items);
        const cell = cellOf(tables, 'Items', item, 'mean');
        const turned = paper.design.low + paper.design.high - numberOf(cell);
        const dimension = numberOf(cellOf(tables, 'Dimensions', `d${paper.design.items.indexOf(items)}`, 'mean'));
        if (Math.abs(turned - numberOf(cell)) / items.length <= Math.max(4 * half(cell.text), 0.025 * reachOf(paper, dimension))) continue;
        cell.text = rounded(turned, paper.design.decimals);
        return found(tables, [['Items', item, 'mean']], ['dimension-means']);
      }
      return null;
    },
  },
  'out-of-range value': {
    rule:
      'one answer typed twice (5 as 55) was kept; the SD that comes out is larger than any on the scale with the printed mean ' +
      'and n (or the mean itself is off the scale)',
    plant(paper, random, tools) {
      const rows = answersOfRows(paper);
      const d = random.integer(paper.design.items.length);
      const i = random.integer(paper.design.items[d].length);
      const item = paper.design.items[d][i];
      const r = rows.findIndex((row) => row.q[d][i] === paper.design.high || (row.q[d][i] !== '' && row.q[d][i] > 1 && row.q[d][i] < 10));
      if (r < 0) return null;
      rows[r].q[d][i] = Number(`${rows[r].q[d][i]}${rows[r].q[d][i]}`);
      const results = resultsOf(tools, paper.design, csvOf(paper.design, rows), true);
      if (results === null) return null;
      const tables = tablesOf(paper.design, results);
      const [mean, sd, n] = [
        numberOf(cellOf(tables, 'Items', item, 'mean')),
        numberOf(cellOf(tables, 'Items', item, 'sd')),
        results.quantities.get(`${item}.n`).value,
      ];
      const h = half(cellOf(tables, 'Items', item, 'mean').text);
      const centre = (paper.design.low + paper.design.high) / 2;
      const best = Math.min(Math.max(centre, mean - h), mean + h);
      if (
        paper.design.itemN
          ? sd - h <= Math.sqrt(Math.max(0, (best - paper.design.low) * (paper.design.high - best) * n) / (n - 1))
          : sd - h <= Math.sqrt(2 * (best - paper.design.low) * (paper.design.high - best))
      )
        return null;
      return found(
        tables,
        [
          ['Items', item, 'sd'],
          ['Items', item, 'mean'],
        ],
        ['item-sds', 'item-means'],
      );
    },
  },
  'wrong percent': {
    rule: 'one digit of a percentage beside its count; more than rounding can',
    plant(paper, random) {
      const tables = copy(paper.tables);
      const cell = pick(
        random,
        tableOf(tables, 'Respondents').cells.filter((one) => one.column === 'percent'),
      );
      for (let attempt = 0; attempt < 50; attempt += 1) {
        const text = misprint(random, cell.text, 0);
        if (Math.abs(Number(text) - numberOf(cell)) < 0.2 || Number(text) > 100) continue;
        cell.text = text;
        return found(tables, [['Respondents', cell.row, 'percent']], ['shares']);
      }
      return null;
    },
  },
  'wrong stars': {
    rule: 'a coefficient printed with its t, starred otherwise than its p; p is further from the bound than rounding of t can move it',
    plant(paper, random) {
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const tables = copy(paper.tables);
        const row = pick(random, tableOf(tables, 'Tests').rows);
        const cell = cellOf(tables, 'Tests', row, 'b');
        const p = paper.results.quantities.get(`m.whole.p(${row})`).value;
        if ([0.1, 0.05, 0.01].some((bound) => Math.abs(p - bound) < 0.004 + 10 ** -paper.design.fine)) continue;
        const before = cell.stars;
        cell.stars = pick(
          random,
          ['', '*', '**', '***'].filter((one) => one !== before),
        );
        return found(tables, [['Tests', row, 'b']], ['tests']);
      }
      return null;
    },
  },
};

/** Is the relation between F and R² further out at another n than rounding can put it? */
function fitShows(paper, column, n) {
  const quantity = (name) => paper.results.quantities.get(`m.${column}.${name}`)?.value;
  const k = tableOf(paper.tables, 'Coefficients').rows.length;
  const df = n - k - 1;
  if (df < 2) return true;
  const [f, r2, adjusted] = [quantity('f'), quantity('r2'), quantity('adjusted_r2')];
  const ofF = (value) => (k * value) / (k * value + df);
  const unit = 10 ** -paper.design.fine;
  const slackF = Math.abs(ofF(f + unit / 2) - ofF(Math.max(0, f - unit / 2))) + unit;
  const ofAdjusted = 1 - ((1 - adjusted) * df) / (n - 1);
  return Math.abs(ofF(f) - r2) > 2 * slackF || Math.abs(ofAdjusted - r2) > 4 * unit;
}

/** Every group is in the table and they hold all cases, so that the means of all follow from theirs. */
function groupsComplete(paper) {
  const cells = tableOf(paper.tables, 'Groups').cells.filter((cell) => cell.column === 'n');
  const all = cells.find((cell) => cell.row === 'all');
  return cells.filter((cell) => cell !== all).reduce((sum, cell) => sum + numberOf(cell), 0) === numberOf(all);
}

const answersOfRows = (paper) => paper.rows.map((row) => ({ ...row, q: row.q.map((items) => [...items]) }));
