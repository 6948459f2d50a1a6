// Reports in a real browser: printed to A4 and read back by pdftotext, and laid out in a window of 1,200 pixels. `test/heavy/browser.sh
// print.mjs` runs it.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/studyspec.js');
const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'studyspec-print-'));
const results = { passed: 0, failed: 0 };
const check = (name, faults) => {
  if (faults.length === 0) {
    results.passed += 1;
    console.log(`ok    ${name}`);
    return;
  }
  results.failed += 1;
  console.log(
    `FAIL  ${name}\n      ${faults.slice(0, 8).join('\n      ')}${faults.length > 8 ? `\n      and ${faults.length - 8} more` : ''}`,
  );
};

/** Writes a report and says where. */
function report(name, ...args) {
  const at = join(folder, `${name}.html`);
  const done = spawnSync(process.execPath, [program, ...args, '-o', at], { cwd: folder, encoding: 'utf8' });
  if (done.error !== undefined || (done.status !== 0 && done.status !== 1)) throw new Error(`${name}: ${done.stderr}`);
  return { name, at };
}

cpSync(join(root, 'examples'), folder, { recursive: true });
// The widest tables that the language has: five outcomes with everything that can be shown of each; labels that go on and on.
const wide = readFileSync(join(folder, 'anshun/anshun.study'), 'utf8')
  .replace('show    standardized', 'show    standardized, b, se, intervals')
  .replace(
    '"Satisfied with vocational training"',
    '"Satisfied with the vocational training that was offered in the first two years after the move, in the village or in the town"',
  )
  .replace('"Policy support"', '"Donaudampfschifffahrtsgesellschaftspolitikunterstützungsmaßnahmenkatalog"');
writeFileSync(join(folder, 'anshun/wide.study'), wide);
const reports = [
  report('anshun', 'run', 'anshun/anshun.study', '--details'),
  report('anshun for a reader', 'run', 'anshun/anshun.study'),
  report('anshun for a reader, in Chinese', 'run', 'anshun/anshun.study', '--lang', 'zh'),
  report('anshun in Chinese', 'run', 'anshun/anshun.study', '--lang', 'zh', '--details'),
  report('anshun-clean', 'run', 'anshun/anshun-clean.study'),
  report('bijie', 'run', 'bijie/bijie.study'),
  report('bijie in Chinese', 'run', 'bijie/bijie.study', '--lang', 'zh'),
  report('wide tables', 'run', 'anshun/wide.study', '--details'),
  report('published, the audit', 'audit', 'anshun/published.study'),
  report('anshun and bijie compared', 'compare', 'anshun/anshun.study', 'bijie/bijie.study', '--replications', '50'),
];

/** What a reader is asked to hold and to send; the aim is ten pages and 200,000 bytes. Anshun's is here with all its details. */
const MOST = {
  anshun: { pages: 16, bytes: 362_000 },
  'anshun for a reader': { pages: 10, bytes: 272_000 },
  'anshun for a reader, in Chinese': { pages: 10, bytes: 268_000 },
  'anshun-clean': { pages: 9, bytes: 219_000 },
  bijie: { pages: 9, bytes: 220_000 },
};

/** Margins of the printed page, in points; page-style.ts has them in millimetres. */
const MARGIN = (13 * 72) / 25.4 - 2;

/** Numbers with their signs and stars; what hangs on a word by a hyphen (`Hezhang-1`) may stand on the next line. */
const numbersIn = (text) => text.match(/(?<!\p{L})[-−<>≤≥]?\d[\d,]*(?:\.\d+)?(?:e-?\d+)?\*{0,3}/gu) ?? [];
/** Those in cells that are not folded away; cell by cell, since two cells are never one number. */
const cellsOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('td, th')].filter((cell) => cell.closest('details') === null).map((cell) => cell.textContent),
  );

/** Words of a PDF with their places. */
function wordsOf(pdf) {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return xml
    .split('<page ')
    .slice(1)
    .flatMap((text, at) => {
      const width = Number(/^width="([\d.]+)"/u.exec(text)[1]);
      return [...text.matchAll(/<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="[-\d.]+">([^<]*)<\/word>/gu)].map(
        ([, left, right, word]) => ({
          page: at + 1,
          width,
          left: Number(left),
          right: Number(right),
          text: word
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&amp;', '&'),
        }),
      );
    });
}

async function printed(page, { name, at }) {
  const pdf = at.replace(/\.html$/u, '.pdf');
  await page.goto(pathToFileURL(at).href);
  const wanted = (await cellsOf(page)).flatMap(numbersIn);
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const words = wordsOf(pdf);
  const countsOf = (numbers) => {
    const counts = new Map();
    for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
    return counts;
  };
  const there = countsOf(words.flatMap((word) => numbersIn(word.text)));
  const missing = [...countsOf(wanted)].flatMap(([number, count]) =>
    (there.get(number) ?? 0) >= count ? [] : [`${number}: ${there.get(number) ?? 0} of ${count}`],
  );
  check(
    `${name}: every one of ${wanted.length} numbers of its tables is on paper`,
    wanted.length < 50 ? ['hardly a number was found'] : missing,
  );
  check(
    `${name}: nothing crosses the margin`,
    words
      .filter((word) => word.left < MARGIN || word.right > word.width - MARGIN)
      .map((word) => `page ${word.page}: "${word.text}" ${Math.round(word.left)}…${Math.round(word.right)} of ${word.width}`),
  );
  const sheets = Math.max(...words.map((word) => word.page));
  check(
    `${name}: each of its ${sheets} pages says which it is`,
    Array.from({ length: sheets }, (_, at) => at + 1).flatMap((sheet) =>
      words.some((word, at) => word.page === sheet && word.text === String(sheet) && words[at + 2]?.text === String(sheets))
        ? []
        : [`page ${sheet}`],
    ),
  );
  const most = MOST[name];
  if (most !== undefined)
    check(`${name}: at most ${most.pages} pages and ${most.bytes} bytes`, [
      ...(sheets <= most.pages ? [] : [`${sheets} pages`]),
      ...(readFileSync(at).length <= most.bytes ? [] : [`${readFileSync(at).length} bytes`]),
    ]);
  // Two numbers on each other, or one that is cut, read as one that is none.
  const torn = words
    .filter((word) => word.text !== version && /^[-−]?\d+\.\d+\.\d/u.test(word.text))
    .map((word) => `page ${word.page}: "${word.text}"`);
  check(`${name}: no two numbers touch`, torn);
}

async function laidOut(page, { name, at }) {
  await page.goto(pathToFileURL(at).href);
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const found = await page.evaluate(() => {
    const name = (element) => `${element.localName} of ${element.closest('[id]')?.id ?? '?'}: "${element.textContent.slice(0, 40)}"`;
    const boxes = [...document.querySelectorAll('body, body *')].filter(
      (element) => element.closest('svg') === null && getComputedStyle(element).display !== 'inline',
    );
    const overflowing = boxes
      .filter((element) => element.scrollWidth > element.clientWidth && element.clientWidth > 0)
      .map((element) => `${name(element)} ${element.scrollWidth} > ${element.clientWidth}`);
    const range = document.createRange();
    const inkOf = (node, from, to) => {
      range.setStart(node, from);
      range.setEnd(node, to);
      return range.getBoundingClientRect();
    };
    // Text of a cell within its cell.
    const cut = [...document.querySelectorAll('td, th')]
      .filter((cell) => {
        range.selectNodeContents(cell);
        const [ink, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
        return ink.width > 0 && (ink.right > box.right + 1 || ink.left < box.left - 1);
      })
      .map(name);
    const pictures = [...document.querySelectorAll('svg text')]
      .filter((text) => {
        const [ink, box] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
        return ink.right > box.right + 1 || ink.left < box.left - 1 || ink.top < box.top - 1 || ink.bottom > box.bottom + 1;
      })
      .map(name);
    // Digits of a column end under each other (or at their point), and under the end of its heading.
    const crooked = [];
    let columns = 0;
    for (const table of document.querySelectorAll('table')) {
      const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
      for (const [at, head] of heads.entries()) {
        if (head.matches('.text')) continue;
        const ends = [...table.tBodies[0].rows].flatMap((row) => {
          const cell = row.cells[at];
          const node = cell?.firstChild;
          if (row.cells.length !== heads.length || node?.nodeType !== 3) return [];
          const digits = /^[<>≤≥=\s]*[-−+]?[\d,]*(\.\d+)?/u.exec(node.data)[0];
          if (!/\d/u.test(digits) || node.data[digits.length] === 'e') return [];
          const decimals = (digits.split('.')[1] ?? '').length;
          const point = digits.includes('.') ? digits.indexOf('.') : digits.length;
          return [{ decimals, end: inkOf(node, 0, digits.length).right, point: inkOf(node, 0, point).right, cell }];
        });
        if (ends.length === 0) continue;
        columns += 1;
        const most = Math.max(...ends.map((one) => one.decimals));
        const full = ends.filter((one) => one.decimals === most);
        const edge = full[0].end;
        for (const one of full) if (Math.abs(one.end - edge) > 1) crooked.push(`${name(one.cell)} ends at ${one.end}, not ${edge}`);
        // Bold digits may be a little wider, and letters of groups are not as wide as the stars that share their column.
        for (const one of ends)
          if (Math.abs(one.point - full[0].point) > 2.5)
            crooked.push(`${name(one.cell)}: its point is at ${one.point}, not ${full[0].point}`);
        // Not what stands behind the heading unseen.
        const title = head.querySelector('b') ?? head;
        range.selectNodeContents(title);
        const over = range.getBoundingClientRect().right;
        if (Math.abs(over - edge) > 1.5) crooked.push(`heading ${name(head)} ends at ${over}, not ${edge}`);
      }
    }
    return { overflowing, cut, pictures, crooked, columns };
  });
  check(`${name}: nothing is wider than its place at 1,200 pixels`, found.overflowing);
  check(`${name}: no cell is cut at 1,200 pixels`, found.cut);
  check(`${name}: no text of a picture is cut`, found.pictures);
  check(
    `${name}: headings stand above their digits in ${found.columns} columns`,
    found.columns < 3 ? ['hardly a column was found'] : found.crooked,
  );
}

async function narrow(page, { name, at }) {
  await page.goto(pathToFileURL(at).href);
  const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
  check(`${name}: on a telephone the page itself does not scroll sideways`, width > 390 ? [`${width} > 390`] : []);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], timeout: 180_000 });
try {
  const desk = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  desk.setDefaultTimeout(120_000);
  for (const one of reports) {
    await laidOut(desk, one);
    await printed(desk, one);
  }
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  phone.setDefaultTimeout(120_000);
  for (const one of reports) await narrow(phone, one);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;
