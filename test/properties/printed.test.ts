// What is printed is what is addressed: every number cell of every table, of the tables behind the pictures and of previews is the quantity
// at its address: the value, the text through the one formatter, the stars by the p at its address; and a number without address has a
// stated reason.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { execute, formatAddress, previewOf, reportOf, type Block, type StudyResults, type Unaddressed } from '@studyspec/core';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { cellText } from '../../packages/core/src/render/cells.ts';
import { decimalsOf, formatInterval, formatQuantity } from '../../packages/core/src/show/format.ts';
import { cellsIn, isInterval, isNumber, phrasedIn, tablesIn } from '../support/cells.ts';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { everyClause } from '../support/every-clause.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const onDisk = (file: string): StudyResults => {
  const study = loadStudy(examples + file);
  expect(study.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return execute(study.compiled.plan!, study.coded!, study.frame!);
};

/** Open formats have the study's own decimals. */
const OPEN: ReadonlySet<string> = new Set(['coefficient', 'mean', 'statistic', 'p']);
/**
 * Digits that a table may give a number instead of its format's own: whole ends of scales, shares with the study's decimals, digits as
 * printed.
 */
const ownDecimals = (table: string, decimals: number, whole: boolean, studys: number): boolean =>
  decimals === studys || (decimals === 0 && whole) || table.startsWith('published:');

interface Counted {
  readonly addressed: number;
  readonly intervals: number;
  readonly starred: number;
  readonly stated: Readonly<Partial<Record<Unaddressed, number>>>;
  readonly wrong: readonly string[];
}

/** Everything that is printed wrongly, and how much was looked at. */
function checked(blocks: readonly Block[], results: StudyResults): Counted {
  const wrong: string[] = [];
  const stated: Partial<Record<Unaddressed, number>> = {};
  const { decimals } = results.plan.report;
  let [addressed, intervals, starred] = [0, 0, 0];
  const starsFor = (p: number | null, bounds: readonly number[]): string =>
    p === null ? '' : '*'.repeat(Math.min(3, bounds.filter((bound) => p < bound).length));
  const bounds = results.plan.report.stars;
  for (const { cell, table, where, row } of cellsIn(blocks).filter(isNumber)) {
    if (cell.address === undefined) {
      stated[cell.unaddressed] = (stated[cell.unaddressed] ?? 0) + 1;
      continue;
    }
    addressed += 1;
    const quantity = results.quantities.get(cell.address);
    if (quantity === undefined) {
      wrong.push(`${where}: nothing at ${cell.address}`);
      continue;
    }
    const node = parseAddress(cell.address);
    if (node === null || formatAddress(toAddress(node)) !== cell.address) wrong.push(`${where}: ${cell.address} cannot be written`);
    if (cell.value !== quantity.value || cell.format !== quantity.format)
      wrong.push(`${where}: ${cell.value} as ${cell.format}, and ${quantity.value} as ${quantity.format} at ${cell.address}`);
    const usual = OPEN.has(quantity.format) ? decimals : decimalsOf(quantity.format);
    const digits = cell.decimals ?? decimalsOf(quantity.format);
    if (digits !== usual && !ownDecimals(table.id, digits, Number.isInteger(quantity.value), decimals))
      wrong.push(`${where}: ${digits} digits of a ${quantity.format}`);
    const number = formatQuantity(quantity.value, quantity.format, {
      decimals: digits,
      ...(cell.small === undefined ? {} : { small: cell.small }),
    });
    const published = /^published:\d+$/u.test(table.id);
    // Letters of groups: their pairs' p-values are held to them in procedures/compare/letters.test.ts.
    const lettered = /^[^:]+:means(?::|$)/u.test(table.id) && /\.mean\(/u.test(cell.address);
    const stars =
      quantity.value === null
        ? ''
        : cell.starredBy === undefined
          ? (cell.stars ?? '')
          : starsFor(results.quantities.get(cell.starredBy)!.value, bounds);
    if (cell.starredBy !== undefined) {
      starred += 1;
      if (pBeside(cell.address) !== cell.starredBy) wrong.push(`${where}: ${cell.address} is starred by ${cell.starredBy}`);
    } else if (!published && !['', '°'].includes(stars) && !(lettered && /^[a-z]+$/u.test(stars))) wrong.push(`${where}: ${stars} of no p`);
    const mark = cell.mark === undefined ? '' : cell.mark === 'agrees' ? ' ✓' : ' ✗';
    // Beside what is printed a mark says that it comes out, and a number alone that it does not.
    const bare = cell.asMark === true && cell.mark === 'agrees' ? '✓' : `${number}${stars}`;
    const whole = `${cell.parentheses === true ? `(${bare})` : bare}${cell.asMark === true ? '' : mark}`;
    if (cellText(cell).trim() !== whole.trim()) wrong.push(`${where} row ${row}: ${cellText(cell)}, and ${whole} at ${cell.address}`);
  }
  for (const { cell, where } of cellsIn(blocks).filter(isInterval)) {
    intervals += 1;
    if (cell.addresses === undefined) {
      stated[cell.unaddressed] = (stated[cell.unaddressed] ?? 0) + 1;
      continue;
    }
    const [low, high] = cell.addresses.map((address) => results.quantities.get(address));
    if (low === undefined || high === undefined) {
      wrong.push(`${where}: nothing at ${cell.addresses.join(', ')}`);
      continue;
    }
    if (cell.addresses[0].replace('low', 'high') !== cell.addresses[1]) wrong.push(`${where}: ${cell.addresses.join(' to ')}`);
    if (
      cellText(cell) !==
      formatInterval(low.value, high.value, low.format, { decimals, ...(cell.small === undefined ? {} : { small: cell.small }) })
    )
      wrong.push(`${where}: ${cellText(cell)}, and ${low.value} to ${high.value}`);
  }
  // What is told beside a number, and in sentences.
  const besides = cellsIn(blocks)
    .filter(isNumber)
    .flatMap(({ cell }) => (cell.beside ?? []).flatMap((one) => (typeof one === 'string' ? [] : [one])));
  for (const cell of [...besides, ...phrasedIn(blocks)]) {
    if (cell.kind === 'interval') continue;
    if (cell.address === undefined) {
      stated[cell.unaddressed] = (stated[cell.unaddressed] ?? 0) + 1;
      continue;
    }
    const quantity = results.quantities.get(cell.address);
    if (quantity === undefined || cell.value !== quantity.value || cell.format !== quantity.format)
      wrong.push(`in a sentence: ${cell.value} as ${cell.format} at ${cell.address}`);
  }
  return { addressed, intervals, starred, stated, wrong };
}

/** Stars of a coefficient or difference are by its own p, those of F by the p of F. */
function pBeside(address: string): string {
  const [path, args] = [address.replace(/\(.*$/u, ''), /\(.*$/u.exec(address)?.[0] ?? ''];
  return path.endsWith('.difference') ? `${path}.p${args}` : `${path.slice(0, path.lastIndexOf('.'))}.p${args}`;
}

const studies = {
  anshun: { results: onDisk('anshun/anshun.study'), addressed: 3490, intervals: 500, starred: 280 },
  clean: { results: onDisk('anshun/anshun-clean.study'), addressed: 3035, intervals: 500, starred: 280 },
  bijie: { results: onDisk('bijie/bijie.study'), addressed: 3045, intervals: 500, starred: 285 },
  everyClause: { results: everyClause(), addressed: 1520, intervals: 56, starred: 77 },
};

/** Numbers that are no quantities of a study, and how many of each kind a report prints: a new one needs a reason, and a line here. */
const stated: Readonly<Record<keyof typeof studies, Counted['stated']>> = {
  // Of hypotheses: how many hold, of how many; and of each the same of its claims.
  anshun: { 'as the spec states it': 6, 'count of printed figures': 68, 'count of claims': 8, 'row of the data': 1 },
  clean: { 'as the spec states it': 6, 'count of claims': 8 },
  bijie: { 'as the spec states it': 6, 'count of claims': 8 },
  everyClause: { 'as the spec states it': 3, 'count of claims': 6, 'row of the data': 1 },
};

describe.each(Object.keys(studies) as (keyof typeof studies)[])('%s', (name) => {
  const { results, ...floors } = studies[name];
  it.each(['en', 'zh'])('every number of the report is the quantity at its address (%s)', (language) => {
    const report = reportOf(results, { details: true, language });
    const found = checked(report.blocks, results);
    expect(found.wrong).toEqual([]);
    expect(found.stated).toEqual(stated[name]);
    expect(found.addressed).toBeGreaterThanOrEqual(floors.addressed);
    expect(found.intervals).toBeGreaterThanOrEqual(floors.intervals);
    expect(found.starred).toBeGreaterThanOrEqual(floors.starred);
    expect(phrasedIn(report.blocks.filter((one) => one.kind === 'section' && one.id === 'methods')).length).toBeGreaterThanOrEqual(20);
  });

  it('every number of every preview too', () => {
    const { plan } = results;
    const names = [...plan.variables, ...plan.groups, ...plan.jobs, ...plan.hypotheses].map((one) => one.name);
    const blocks = [null, 'published', ...names].flatMap((one) => previewOf(plan, results, one, { details: true }));
    const found = checked(blocks, results);
    expect(found.wrong).toEqual([]);
    expect(found.addressed).toBeGreaterThanOrEqual(floors.addressed);
  });

  it('no text of a picture shows a number that its table has not', () => {
    const figures = (blocks: readonly Block[]): readonly Extract<Block, { kind: 'figure' }>[] =>
      blocks.flatMap((block) => (block.kind === 'section' ? figures(block.blocks) : block.kind === 'figure' ? [block] : []));
    const drawn = [
      ...figures(reportOf(results, { details: true }).blocks),
      ...[...results.plan.variables, ...results.plan.groups].flatMap((one) => figures(previewOf(results.plan, results, one.name))),
    ];
    const wrong: string[] = [];
    let numbers = 0;
    for (const figure of drawn) {
      if (figure.table === null) continue;
      // Marks of an axis are pale; everything else that is a number is one of the study's.
      const texts = [...figure.svg.matchAll(/<text\b([^>]*)>([^<]*)</gu)]
        .filter(([, attributes]) => !/ss-pale/u.test(attributes!))
        .map(([, , text]) => text!.replace(/&#39;/gu, "'").replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&'));
      const known = tablesIn([figure])
        .flatMap(({ table }) => table.rows.flat())
        .flatMap((cell) =>
          cell?.kind === 'interval'
            ? [cell.low, cell.high].map((value) => ({ value, format: cell.format }))
            : cell?.kind === 'number' && cell.value !== null
              ? [cell]
              : [],
        );
      // Points of a scale and levels may be called by a number.
      const names = new Set(
        tablesIn([figure]).flatMap(({ table }) => [
          ...table.columns.map((column) => column.title),
          ...table.rows.flat().flatMap((cell) => (cell?.kind === 'text' ? [cell.text] : [])),
        ]),
      );
      // A histogram says mean and SD below its bars, a category how many are missing.
      const named = figure.id.endsWith(':histogram')
        ? [figure.id.split(':')[0]!]
        : figure.id.endsWith(':levels')
          ? results.plan.variables.filter((one) => one.kind === 'category').map((one) => one.name)
          : [];
      const own = named.flatMap((variable) =>
        ['mean', 'sd', 'n', 'missing'].flatMap((part) => results.quantities.get(`${variable}.${part}`) ?? []),
      );
      const values = [...known, ...own].filter((one) => one.value !== null);
      for (const text of texts) {
        if ([...names].some((one) => one.includes(text))) continue;
        for (const match of text.matchAll(/[<>]?−?\d+(?:,\d{3})*(?:\.(\d+))?(?:e−?\d+)?/gu)) {
          numbers += 1;
          const shown = match[0].replaceAll('−', '-');
          const looks = [{ decimals: match[1]?.length ?? 0 }, { decimals: match[1]?.length ?? 0, small: true }, { small: true }];
          if (!values.some((one) => looks.some((how) => formatQuantity(one.value, one.format, how) === shown)))
            wrong.push(`${figure.id}: ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(numbers).toBeGreaterThan(name === 'everyClause' ? 300 : 525);
  });
});

describe('a published study without data', () => {
  it('prints nothing as computed', () => {
    const study = loadStudy(`${examples}anshun/published.study`);
    expect(study.compiled.plan!.data).toBeNull();
    const blocks = previewOf(study.compiled.plan!, null, 'published');
    expect(
      cellsIn(blocks)
        .filter(isNumber)
        .filter(({ cell }) => cell.address !== undefined),
    ).toEqual([]);
  });
});

describe('a claim about what the results do not have', () => {
  it('prints no number, and says why', () => {
    const { results } = runProject(
      {
        'x.study': 'study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nhypothesis h { a.histogram.count(3) > 1 }\n',
        'd.csv': 'a\n1\n2\n3\n4\n',
      },
      'x.study',
    );
    const cells = cellsIn(reportOf(results!).blocks)
      .filter(isNumber)
      .filter(({ cell }) => cell.unaddressed === 'not among the results');
    expect(cells.map(({ cell }) => cell.value)).toEqual([null, null]);
  });
});

describe('stars of a printed difference of groups', () => {
  it('are held against the p of that difference', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${1 + (i % 2)},${(i % 2) * 2 + ((i * 7) % 3)}`).join('\n');
    const spec = (stars: string): string =>
      `study "S"\ndata "d.csv"\ncategory sex { male = 1  female = 2 }\nnumber y\ncompare m { of y  by sex }\npublished "P" { ` +
      `m.y.difference(sex.male, sex.female) = -2.0${stars} }\n`;
    const starsOf = (stars: string): readonly (string | boolean | null)[] =>
      runProject({ 'x.study': spec(stars), 'd.csv': `sex,y\n${rows}\n` }, 'x.study').results!.published[0]!.figures.flatMap((one) => [
        one.computedStars,
        one.starsAgree,
      ]);
    expect(starsOf(' ***')).toEqual(['***', true]);
    expect(starsOf(' ns')).toEqual(['***', false]);
  });
});
