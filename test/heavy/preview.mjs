// The preview's page in a real browser, as wide as panels of an editor are: 480, 640 and 900 pixels. Nothing is scrolled sideways or cut,
// and no letter is smaller than 11 pixels, in pictures neither; axe finds nothing; in English and Chinese, with long names, in four themes.
// The page is the extension's own (after a build); what it shows comes from the language server. `node test/heavy/preview.mjs [FOLDER]`
// keeps pictures of the pages in FOLDER.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { connect } from '../support/lsp-client.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-preview-'));
const pictures = process.argv[2];
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
const results = { passed: 0, failed: 0 };
const check = (name, faults) => {
  if (faults.length === 0) {
    results.passed += 1;
    console.log(`ok    ${name}`);
    return;
  }
  results.failed += 1;
  console.log(
    `FAIL  ${name}\n      ${faults.slice(0, 14).join('\n      ')}${faults.length > 14 ? `\n      and ${faults.length - 14} more` : ''}`,
  );
};

const WIDTHS = [480, 640, 900];
/** At which width axe looks at every page: it takes a second a page, and the width is nothing to it. */
const LOOKED_AT = 640;
/** Classes, ink, paper and links, as the editor's own themes have them. */
const THEMES = {
  light: ['vscode-light', '#3b3b3b', '#ffffff', '#005fb8'],
  dark: ['vscode-dark', '#cccccc', '#1f1f1f', '#4daafc'],
  contrast: ['vscode-high-contrast', '#ffffff', '#000000', '#21a6ff'],
  'contrast light': ['vscode-high-contrast vscode-high-contrast-light', '#292929', '#ffffff', '#0f4a85'],
};

/** The server, asked over its pipes. */
function startServer(locale) {
  const { close, request: asked, notify, until } = connect();
  const request = async (method, params) => (await asked(method, params)).result;
  return {
    request,
    start: () =>
      request('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(folder).href,
        capabilities: {},
        initializationOptions: { locale, quiet: 0 },
      }),
    async open(path) {
      const uri = pathToFileURL(path).href;
      const ready = until(
        ({ method, params }) => method === 'studyspec/numbers' && params.uri === uri && params.state === 'ready' && params.audited,
      );
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version: 1, text: readFileSync(path, 'utf8') } });
      await ready;
      return uri;
    },
    stop: close,
  };
}

cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
const spec = readFileSync(join(folder, 'anshun.study'), 'utf8');
/** Names as people give them: long, without a blank, in two languages. */
const long = spec
  .replace('show    standardized', 'show    standardized, b, se, intervals')
  .replace(
    '"Satisfied with vocational training"',
    '"Satisfied with the vocational training that was offered in the first two years after the move, in the village or in the town"',
  )
  .replace('"Policy support"', '"Donaudampfschifffahrtsgesellschaftspolitikunterstützungsmaßnahmenkatalog"')
  .replace('"Economy" zh "经济"', '"Economy" zh "易地扶贫搬迁户在搬迁之后第一年和第二年的家庭收入、支出与生活成本的总体状况"')
  .replace('component psychological "', 'component psychological "Psychologischezugehörigkeitsgefühlsdimension ')
  .replace(
    '"strongly disagree"',
    '"strongly disagree, whatever was asked and whoever asked it, then as now, here and elsewhere, and for whatever reason"',
  )
  .replace(
    '"Resettlement in original village"',
    '"Resettlement in the original village, which the household itself had asked for long before anybody thought of moving"',
  );
writeFileSync(join(folder, 'long.study'), long);
const names = (text) => [
  null,
  ...[...text.matchAll(/^(?:dimension|block|index|compare|regression|category|number|hypothesis) ([\p{L}\w]+)/gmu)].map(
    (match) => match[1],
  ),
  'eco_cost',
  'published',
  'data:',
  ...[...text.matchAll(/^ {2}table "([^"]+)"/gmu)].map((match) => `Pan et al. (2024)/${match[1]}`),
];

/** A page as page.ts writes it, in a theme. */
function pageOf(locale) {
  const file = (name) => readFileSync(join(root, 'packages/vscode/dist/webview', name), 'utf8');
  const words = {
    pin: 'Pin',
    pinning: 'Stay',
    unpin: 'Follow',
    copy: 'Copy table for Word',
    copied: '',
    all: 'All tables',
    copiedPlain: '',
    noTable: '',
    skip: 'Skip',
    toolbar: 'Preview',
  };
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>StudySpec</title>
<style>${file('preview.css')}</style></head><body>
<a class="skip" href="#tables">Skip</a><header><div role="toolbar" aria-label="Preview"><h1 id="title" tabindex="-1"></h1>\
<button id="all" type="button" hidden></button>\
<button id="pin" type="button" aria-pressed="false"></button><button id="copy" type="button"></button></div><div \
id="banner" role="status" hidden></div></header>
<main id="content" aria-labelledby="title"></main><script>globalThis.told = []; globalThis.acquireVsCodeApi = () => ({ postMessage: \
(message) => told.push(message), setState() {} });</script>
<script type="application/json" id="words">${JSON.stringify(words)}</script><script>${file('preview.js')}</script></body></html>`;
}

const dress = (page, [classes, ink, paper, link]) =>
  page.evaluate(
    ([names_, ink_, paper_, link_]) => {
      document.body.className = names_;
      const set = {
        'editor-foreground': ink_,
        'editor-background': paper_,
        descriptionForeground: ink_,
        'button-secondaryBackground': '#8884',
        'font-family': '"Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif',
        'font-size': '13px',
        contrastBorder: ink_,
        'charts-green': '#388a34',
        'charts-red': '#e51400',
        'charts-yellow': '#bf8803',
        'textLink-foreground': link_,
      };
      for (const [name, value] of Object.entries(set)) document.documentElement.style.setProperty(`--vscode-${name}`, value);
    },
    [classes, ink, paper, link],
  );

const faultsOf = (page) =>
  page.evaluate(() => {
    const faults = [];
    const name = (element) => `${element.localName} of ${element.closest('[id]')?.id ?? '?'}: "${element.textContent.trim().slice(0, 40)}"`;
    const wide = document.scrollingElement;
    if (wide.scrollWidth > wide.clientWidth) faults.push(`the page is ${wide.scrollWidth} wide, not ${wide.clientWidth}`);
    const right = document.getElementById('content').getBoundingClientRect().right;
    const boxes = [...document.querySelectorAll('#content, #content *, header, header *')].filter(
      (one) => one.closest('svg') === null || one.localName === 'svg',
    );
    for (const box of boxes) {
      const { right: end, width } = box.getBoundingClientRect();
      if (width > 0 && end > right + 1) faults.push(`${name(box)} ends at ${Math.round(end)}, behind ${Math.round(right)}`);
      if (box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).display !== 'inline')
        faults.push(`${name(box)} holds ${box.scrollWidth} in ${box.clientWidth}`);
      if (getComputedStyle(box).textOverflow === 'ellipsis') faults.push(`${name(box)} is cut`);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        node.data.trim() === '' ||
        element.closest('script, style, desc, title, template, .skip') !== null ||
        element.getClientRects().length === 0
      )
        continue;
      const scale = element.closest('svg') === null ? 1 : element.closest('svg').getScreenCTM().a;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 10.99) faults.push(`${name(element)} in ${size.toFixed(1)} pixels`);
    }
    for (const svg of document.querySelectorAll('#content svg')) {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')]
        .filter((text) => text.getClientRects().length > 0)
        .map((text) => ({ text, box: text.getBoundingClientRect() }));
      for (const { text, box } of texts) {
        if (box.right > frame.right + 1 || box.left < frame.left - 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
          faults.push(`${name(text)} leaves its picture`);
        if (text.textContent.trim().endsWith('…')) faults.push(`${name(text)} is cut`);
      }
      for (const [at, one] of texts.entries()) {
        for (const other of texts.slice(at + 1)) {
          const [across, down] = [
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left),
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top),
          ];
          if (across > 2 && down > 5 && !one.text.classList.contains('ss-halo'))
            faults.push(`${name(one.text)} lies on ${name(other.text)}`);
        }
      }
    }
    // Cells of a table beside each other do not touch.
    for (const row of document.querySelectorAll('#content tr')) {
      const inks = [...row.cells].flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const ink = range.getBoundingClientRect();
        return ink.width === 0 ? [] : [{ cell, ink }];
      });
      for (const [at, { cell, ink }] of inks.entries())
        if (at > 0 && ink.left < inks[at - 1].ink.right + 2) faults.push(`${name(cell)} touches its neighbour`);
    }
    return faults;
  });

/** What axe finds in the page as it is now. */
const axeFaults = (page) =>
  page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `axe: ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 120)} ${nodes[0].any[0]?.message ?? ''}`,
    );
  });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'], timeout: 180_000 });
try {
  for (const locale of ['en', 'zh-cn']) {
    const server = startServer(locale);
    await server.start();
    for (const [study, text] of [
      ['anshun.study', spec],
      ['long.study', long],
    ]) {
      const uri = await server.open(join(folder, study));
      for (const width of WIDTHS) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        page.setDefaultTimeout(120_000);
        await page.setContent(pageOf(locale));
        if (width === LOOKED_AT) await page.evaluate(axe);
        await dress(page, THEMES.light);
        // The page tells of its room when the room has come to rest.
        const told = await page.waitForFunction(() => {
          const last = globalThis.told.findLast((one) => one.width !== undefined)?.width;
          return last === Math.floor(document.getElementById('content').clientWidth / 8) * 8 ? { last } : null;
        });
        const room = (await told.jsonValue()).last;
        const faults = new Map();
        let shown = 0;
        for (const name of names(text)) {
          const picture = await server.request('studyspec/preview', { uri, name, width: room });
          await page.evaluate(
            (data) => {
              window.dispatchEvent(new MessageEvent('message', { data }));
              for (const folded of document.querySelectorAll('details')) folded.open = true;
            },
            {
              kind: 'picture',
              picture: { title: picture.title, html: picture.html, dim: false, banner: null, part: picture.whole !== undefined },
            },
          );
          shown += 1;
          for (const [theme, look] of Object.entries(THEMES)) {
            await dress(page, look);
            const seen = width === LOOKED_AT ? await axeFaults(page) : [];
            for (const fault of [...(await faultsOf(page)), ...seen])
              faults.set(`${name ?? 'study'}: ${fault}`, [...(faults.get(`${name ?? 'study'}: ${fault}`) ?? []), theme]);
            if (pictures !== undefined && (theme === 'light' || width === 640)) {
              await page.evaluate(() => {
                for (const folded of document.querySelectorAll('details')) folded.open = false;
              });
              await page.screenshot({
                path: join(pictures, `${study}-${locale}-${width}-${name ?? 'study'}-${theme}.png`.replaceAll(' ', '-')),
                fullPage: true,
              });
              await page.evaluate(() => {
                for (const folded of document.querySelectorAll('details')) folded.open = true;
              });
            }
          }
        }
        check(
          `${study} in ${locale} at ${width} pixels: ${shown} previews in ${Object.keys(THEMES).length} themes`,
          shown < 15
            ? ['hardly a preview was seen']
            : [...faults].map(([fault, themes]) =>
                themes.length === Object.keys(THEMES).length ? fault : `${fault} (${themes.join(', ')})`,
              ),
        );
        await page.close();
      }
    }
    await server.stop();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;
