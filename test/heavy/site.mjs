// The site in a browser that is none of ours: every page at 1,200 and 390 pixels asks for nothing from elsewhere, scrolls sideways
// nowhere, its search finds, the card prints on one sheet of A4, and the checker of links finds what is broken by hand.
// `test/heavy/browser.sh site.mjs` runs it, after `npm run site`.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { brokenIn } from '../../scripts/site/links.mjs';

const site = fileURLToPath(new URL('../../out/site/', import.meta.url));
let passed = 0;
let failed = 0;
const check = (name, faults) => {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(faults.length === 0 ? `ok    ${name}` : `FAIL  ${name}\n      ${faults.slice(0, 8).join('\n      ')}`);
};

// Pages in our frame; reports are print.mjs'.
const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && readFileSync(join(site, file), 'utf8').includes('href="#text"'))
  .sort();
check(
  'there are pages in two languages',
  pages.length > 30 && pages.filter((file) => file.startsWith('zh')).length > 10 ? [] : [`${pages}`],
);

const copy = mkdtempSync(join(tmpdir(), 'studyspec-site-'));
try {
  cpSync(site, copy, { recursive: true });
  check('its links, anchors and pictures are there', brokenIn(copy));
  const edit = (file, from, to) => writeFileSync(join(copy, file), readFileSync(join(site, file), 'utf8').replace(from, to));
  const breaks = [
    ['a link', 'tutorial.html', /href="replication\.html"/u, 'href="replicatoin.html"', 'replicatoin.html, which is not there'],
    ['an anchor', 'tutorial.html', /href="replication\.html"/u, 'href="replication.html#nowhere"', 'no such anchor'],
    [
      'a picture from elsewhere',
      'tutorial.html',
      /<img src="[^"]*"/u,
      '<img src="https://example.org/x.png"',
      'fetches https://example.org',
    ],
    ['a picture without words', 'tutorial.html', /(<img [^>]*)alt="[^"]*"/u, '$1alt=""', 'says nothing'],
    ['an id twice', 'card.html', '<main id="text"', '<main id="text"><p id="text">', 'the id text twice'],
    ['a page without its language', 'card.html', '<html lang="en">', '<html>', 'does not say its language'],
  ];
  for (const [what, file, from, to, told] of breaks) {
    edit(file, from, to);
    const wrong = brokenIn(copy);
    check(`${what} that is broken is found`, wrong.some((line) => line.includes(told)) ? [] : [`found: ${wrong.join('; ')}`]);
    edit(file, '', '');
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
try {
  for (const width of [1200, 390]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked = [];
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) asked.push(request.url());
    });
    const sideways = [];
    for (const file of pages) {
      await page.goto(pathToFileURL(join(site, file)).href);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) sideways.push(`${file} is ${over} pixels too wide`);
    }
    check(`at ${width} pixels no page scrolls sideways`, sideways);
    check(`at ${width} pixels nothing is asked for from elsewhere`, asked);
    await page.close();
  }
  for (const [file, asked, title, none] of [
    ['index.html', 'tukey', /Tukey|post_hoc|Comparison/iu, 'Nothing is found.'],
    ['reference/language.html', 'small cells', /Small cells/u, 'Nothing is found.'],
    ['zh/tutorial.html', '小单元格', /小单元格/u, '没有找到。'],
  ]) {
    const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(pathToFileURL(join(site, file)).href);
    await page.fill('#site-ask', asked);
    await page.waitForSelector('#site-found a', { timeout: 5000 }).catch(() => errors.push('nothing is found'));
    const links = await page.$$eval('#site-found a', (all) => all.map((one) => [one.textContent, one.getAttribute('href')]));
    if (!links.some(([text]) => title.test(text))) errors.push(`found: ${links.map(([text]) => text).join('; ')}`);
    for (const [, href] of links) {
      const { pathname, hash } = new URL(href, pathToFileURL(join(site, file)));
      const html = readFileSync(fileURLToPath(`file://${pathname}`), 'utf8');
      if (hash !== '' && !html.includes(`id="${decodeURIComponent(hash.slice(1))}"`)) errors.push(`${href} is not there`);
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) errors.push(`what is found is ${over} pixels too wide`);
    await page.fill('#site-ask', 'xyzzyplugh');
    if ((await page.textContent('#site-found')) !== none) errors.push('it does not say that nothing is found');
    check(`${file} finds ${asked}`, errors);
    await page.close();
  }
  for (const file of ['card.html', 'zh/card.html']) {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(site, file)).href);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/gu)].length;
    check(`${file} prints on one sheet`, sheets === 1 ? [] : [`it takes ${sheets}`]);
    await page.close();
  }
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 1200, height: 900 } });
    const page = await context.newPage();
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    for (const file of [
      'index.html',
      'zh/index.html',
      'tutorial.html',
      'zh/coming-from-spss.html',
      'card.html',
      'zh/examples/index.html',
    ]) {
      await page.goto(pathToFileURL(join(site, file)).href);
      await page.addScriptTag({ content: axe });
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      check(
        `${file} is accessible in ${colorScheme} (axe)`,
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
      );
    }
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
