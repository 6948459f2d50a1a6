// Reports as pages, in a real browser: axe finds nothing in light, dark and print; nothing is asked of any network; and a table that is
// copied keeps its rows, columns and numbers in a text document and a spreadsheet (where LibreOffice is). `test/heavy/browser.sh page.mjs`.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'packages/cli/bin/studyspec.js');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-page-'));
const results = { passed: 0, failed: 0 };
const check = (name, faults) => {
  results[faults.length === 0 ? 'passed' : 'failed'] += 1;
  console.log(faults.length === 0 ? `ok    ${name}` : `FAIL  ${name}\n      ${faults.slice(0, 8).join('\n      ')}`);
};

/** Writes a page and says where. */
function report(name, ...args) {
  const at = join(folder, `${name.replaceAll(' ', '-')}.html`);
  const done = spawnSync(process.execPath, [program, ...args, args[0] === 'codebook' ? '--out' : '-o', at], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (done.error !== undefined || (done.status !== 0 && done.status !== 1)) throw new Error(`${name}: ${done.stderr}`);
  return { name, at };
}

cpSync(join(root, 'examples'), folder, { recursive: true });
cpSync(join(root, 'test/exam'), join(folder, 'exam'), { recursive: true });
const exam = (number) => `exam/${readdirSync(join(folder, 'exam')).find((name) => name.startsWith(number))}/study.study`;
// Labels that would be markup, scripts or commands if anybody took them at their word.
const HOSTILE = [
  '<script>document.title=0</script>',
  `'><img src=x onerror='document.title=0'>`,
  '=cmd|/c calc',
  '\\input{x} ]]>',
  '\u202Eabc',
  'x" onmouseover="document.title=0" y="',
  'bell \u0007 nul \u0000 clear \u001B[2J title \u001B]0;x\u0007 delete \u007F next \u0085 csi \u009B31m',
];
/** In quotation marks that it does not hold. */
const quoted = (label) => (label.includes('"') ? `“${label}”` : `"${label}"`);
const answer = (row) => (at) => 1 + ((row * (at + 2) + at) % 5);
const ANSWERS = Array.from({ length: 60 }, (_, row) => [...HOSTILE.map((_, at) => answer(row)(at)), 1 + (row % 2)].join());
writeFileSync(
  join(folder, 'hostile.study'),
  `study ${quoted(HOSTILE.join(' '))}\ndata "h.csv"\nscale s 1..5\ndimension d ${quoted(HOSTILE[5])} {\n` +
    `${HOSTILE.map((label, at) => `  indicator a${at} ${quoted(label)} on s`).join('\n')}\n}\n` +
    `category g ${quoted(HOSTILE[1])} {\n  one ${quoted(HOSTILE[0])} = 1\n  two ${quoted(HOSTILE[6])} = 2\n}\n` +
    `index i ${quoted(HOSTILE[5])} {\n  of d  keep 1\n}\ncompare c ${quoted(HOSTILE[6])} {\n  of i  by g\n}\n` +
    `regression r ${quoted(HOSTILE[5])} {\n  explain i  by g\n}\n`,
);
writeFileSync(join(folder, 'h.csv'), `${HOSTILE.map((_, at) => `a${at}`).join()},g\n${ANSWERS.join('\n')}\n`);
const pages = [
  report('anshun', 'run', 'anshun/anshun.study'),
  report('anshun in Chinese', 'run', 'anshun/anshun.study', '--lang', 'zh'),
  report('anshun-clean', 'run', 'anshun/anshun-clean.study'),
  report('bijie', 'run', 'bijie/bijie.study'),
  report('exam 01', 'run', exam('01')),
  report('exam 06', 'run', exam('06')),
  report('audit', 'audit', 'anshun/published.study'),
  report('compared', 'compare', 'anshun/anshun.study', 'bijie/bijie.study', '--replications', '20'),
  report('codebook', 'codebook', 'anshun/anshun.study'),
  report('hostile labels', 'run', 'hostile.study'),
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], timeout: 180_000 });
try {
  for (const { name, at } of pages) {
    const faults = [];
    const asked = [];
    for (const [look, colorScheme, media] of [
      ['light', 'light', 'screen'],
      ['dark', 'dark', 'screen'],
      ['print', 'light', 'print'],
    ]) {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      page.on('request', (request) => asked.push(request.url()));
      await page.emulateMedia({ colorScheme, media });
      await page.goto(pathToFileURL(at).href);
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll('details')) folded.open = true;
      });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      for (const one of violations)
        faults.push(
          `${look}: ${one.id}, ${one.nodes.length} times: ${one.nodes[0].html.slice(0, 120)} ${one.nodes[0].any[0]?.message ?? ''}`,
        );
      if (name === 'hostile labels') {
        const harm = await page.evaluate(() => {
          // What waits for a pointer is met by one.
          for (const one of document.querySelectorAll('*')) one.dispatchEvent(new MouseEvent('mouseover'));
          const all = [...document.querySelectorAll('*')];
          const acting = all.flatMap((one) => [...one.attributes].filter(({ name: of }) => of.startsWith('on')).map(({ name: of }) => of));
          const signs = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/u.exec(document.documentElement.outerHTML);
          return [
            ...(document.title === '0' ? ['a label was run'] : []),
            ...(document.querySelector('script:not(:empty), img') === null ? [] : ['a label became markup']),
            ...acting.map((of) => `a label became the attribute ${of}`),
            ...(signs === null ? [] : [`a control character is in the page: ${signs[0].charCodeAt(0)}`]),
            ...(document.body.textContent.includes('x" onmouseover="document.title=0" y="')
              ? []
              : ['a label is not told as it is written']),
          ];
        });
        faults.push(...harm.map((one) => `${look}: ${one}`));
      }
      await page.close();
    }
    check(`${name}: axe finds nothing in light, dark and print`, faults);
    check(`${name}: nothing but the page itself is read`, asked.length === 3 ? [] : asked);
  }
  await pasted(pages[0].at);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;

/** What the browser lays on its clipboard, in LibreOffice. */
async function pasted(at) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(at).href);
  for (const id of ['integration:loadings', 'full:coefficients']) {
    const wanted = await page.evaluate((table) => {
      const own = document.getElementById(table).querySelector('table');
      getSelection().selectAllChildren(own.parentElement);
      const rows = [...own.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
      return { rows, columns: Math.max(...[...own.rows].map((row) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0))) };
    }, id);
    await page.keyboard.press('Control+C');
    const sheet = await browser.newPage();
    await sheet.setContent('<div contenteditable id="paste">x</div>');
    await sheet.focus('#paste');
    await sheet.keyboard.press('Control+A');
    await sheet.keyboard.press('Control+V');
    const html = await sheet.evaluate(() => document.getElementById('paste').innerHTML);
    await sheet.close();
    const file = join(folder, 'pasted.html');
    writeFileSync(file, `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`);
    const convert = (filter, ending) => {
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/office`,
          `--infilter=${filter}`,
          '--convert-to',
          ending,
          '--outdir',
          folder,
          file,
        ],
        { stdio: 'ignore' },
      );
      return readFileSync(join(folder, `pasted.${ending}`), 'utf8');
    };
    const numbers = wanted.rows.flat().filter((text) => /^-?\d+(?:\.\d+)?$/u.test(text)).length;
    const starred = wanted.rows.flat().filter((text) => /^-?\d+(?:\.\d+)?\*+$/u.test(text)).length;
    const starsIn = (text) => [...text.matchAll(/>-?\d+(?:\.\d+)?\*+</gu)].length;
    const calc = convert('HTML (StarCalc)', 'fods');
    // Equal neighbours are written once.
    const floats = [...calc.matchAll(/<table:table-cell([^>]*office:value-type="float"[^>]*)>/gu)].reduce(
      (sum, [, own]) => sum + Number(/number-columns-repeated="(\d+)"/u.exec(own)?.[1] ?? 1),
      0,
    );
    const rowsOf = (text) => text.split(/<table:table-row[ >]/u).length - 1;
    check(`${id}, pasted into a spreadsheet, keeps ${numbers} numbers and ${starred} with stars`, [
      ...(floats >= numbers && numbers > 20 ? [] : [`${floats} of ${numbers} numbers are numbers`]),
      ...(starsIn(calc) === starred ? [] : [`${starsIn(calc)} of ${starred} starred numbers`]),
      ...(rowsOf(calc) >= wanted.rows.length ? [] : [`${rowsOf(calc)} rows of ${wanted.rows.length}`]),
    ]);
    const writer = convert('HTML (StarWriter)', 'fodt');
    const columns = Number(
      /<table:table-column[^>]*number-columns-repeated="(\d+)"/u.exec(writer)?.[1] ?? writer.split('<table:table-column ').length - 1,
    );
    check(`${id}, pasted into a text document, is a table of ${wanted.rows.length} rows and ${wanted.columns} columns`, [
      ...(writer.includes('<table:table ') ? [] : ['no table']),
      ...(rowsOf(writer) === wanted.rows.length ? [] : [`${rowsOf(writer)} rows`]),
      ...(columns >= wanted.columns ? [] : [`${columns} columns`]),
      ...(starsIn(writer) === starred ? [] : [`${starsIn(writer)} of ${starred} starred numbers`]),
    ]);
  }
  await page.close();
}
