// The pictures of the docs that the program itself makes, of the Anshun example as it is: the first page of its report, the terminal, its
// figures, a page in Word, and the paper's six tables in Word and on a page; in English and in Chinese. `node scripts/pictures.mjs` after
// a build, all or those named (`report terminal figures word tables`); needs Chromium, LibreOffice, pdftoppm and ImageMagick, whose own
// points they are: nothing compares them byte by byte.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-pictures-'));
const quiet = { cwd: folder, stdio: 'ignore' };
const program = join(root, 'packages/cli/bin/studyspec.js');
const study = (...args) => spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
/** From one picture to another, with as few colours as it has. */
const convert = (from, to, ...options) => execFileSync('convert', [from, ...options, join(images, to)], quiet);

cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
writeFileSync(
  join(folder, 'paper.study'),
  'study "The tables of the paper" zh "论文中的表" replicates "anshun.study"\n' +
    'data "anshun_2020_raw.csv" { id id  cluster site  missing blank  out of range kept }\n' +
    'report { tables sample, descriptives, integration, by_mode, full, towns  figures none }\n',
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

/** `crop`: of the page, by what is on it. */
async function screenshot(file, to, { width, height = 900, scale = 1, crop = null }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  await page.goto(pathToFileURL(join(folder, file)).href);
  await page.screenshot({ path: join(folder, to), ...(crop === null ? {} : { fullPage: true, clip: await page.evaluate(crop) }) });
  await page.close();
}

const LANGUAGES = [
  ['en', 'report.png'],
  ['zh', 'report-chinese.png'],
];
const makers = {
  async report() {
    for (const [language, to] of LANGUAGES) {
      study('run', 'anshun.study', '--lang', language, '-o', `report-${language}.html`);
      await screenshot(`report-${language}.html`, to, { width: 1180 });
      convert(to, to, '-colors', '64');
    }
  },

  async terminal() {
    const { stdout } = spawnSync(process.execPath, [program, 'check', 'anshun.study', '--lang', 'zh'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: '1' },
    });
    writeFileSync(join(folder, 'terminal.html'), terminalPage('studyspec check anshun.study --lang zh', stdout));
    await screenshot('terminal.html', 'terminal-chinese.png', { width: 1180, height: 760 });
    convert('terminal-chinese.png', 'terminal-chinese.png', '-colors', '32');
  },

  figures() {
    study('run', 'anshun.study', '--out', 'out', '--png', '--no-word');
    const of = {
      'coefficients.png': ['full-coefficient-plot.png', 1547],
      'loadings.png': ['integration-loadings-map.png', 1037],
      'framework.png': ['study-framework.png', 1022],
    };
    for (const [to, [from, width]] of Object.entries(of))
      convert(`out/figures/${from}`, to, '-background', 'white', '-flatten', '-resize', String(width), '-colors', '64');
  },

  word() {
    for (const language of ['en', 'zh']) {
      const name = `word-${language}`;
      study('run', 'anshun.study', '--lang', language, '-o', `${name}.docx`);
      execFileSync('soffice', ['--headless', '--convert-to', 'pdf', `${name}.docx`], quiet);
      execFileSync('pdftoppm', ['-png', '-r', '75', '-f', '4', '-l', '4', '-singlefile', `${name}.pdf`, name], quiet);
      convert(`${name}.png`, `${name}.png`, '-colors', '64');
    }
  },

  async tables() {
    for (const language of ['en', 'zh']) {
      const name = `paper-${language}`;
      for (const ending of ['docx', 'html']) study('run', 'paper.study', '--lang', language, '-o', `${name}.${ending}`);
      execFileSync('soffice', ['--headless', '--convert-to', 'pdf', `${name}.docx`], quiet);
      execFileSync('pdftoppm', ['-png', '-r', '60', `${name}.pdf`, name], quiet);
      const pages = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'));
      execFileSync(
        'montage',
        [...pages.sort().slice(2, 8), '-tile', '3x', '-geometry', '+4+4', join(images, `paper-tables-word-${language}.png`)],
        quiet,
      );
      // From the first table's section to the last one's, whole.
      await screenshot(`${name}.html`, `${name}-page.png`, {
        width: 1000,
        crop: () => {
          const box = (id) => document.getElementById(id).getBoundingClientRect();
          const [from, to] = [box('sample'), box('towns')];
          return { x: from.left - 16, y: from.top, width: from.width + 32, height: to.bottom - from.top };
        },
      });
      convert(`${name}-page.png`, `paper-tables-page-${language}.png`, '-resize', '75%', '-colors', '32');
    }
  },
};

/** What a terminal shows, as a page: colours by the signs that set them. */
function terminalPage(command, output) {
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const colours = { 31: '#f14c4c', 32: '#23d18b', 33: '#e5e510', 34: '#3b8eea', 36: '#29b8db', 90: '#999' };
  let open = 0;
  const body = escaped(output).replace(/\u001b\[([\d;]*)m/gu, (_, codes) => {
    const set = codes.split(';').filter((code) => code !== '' && code !== '0');
    if (set.every((code) => ['22', '39'].includes(code))) {
      const closing = '</span>'.repeat(open);
      open = 0;
      return closing;
    }
    open += 1;
    const style = set.map((code) => (code === '1' ? 'font-weight:bold' : colours[code] ? `color:${colours[code]}` : 'opacity:.8'));
    return `<span style="${style.join(';')}">`;
  });
  return (
    '<!doctype html><meta charset=utf-8><style>body{margin:14px;background:#1e1e1e;color:#ddd;' +
    'font:14px/1.45 "DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;white-space:pre}</style>' +
    `<span style="color:#23d18b">$</span> ${command}\n${body}`
  );
}

try {
  const wanted = process.argv.slice(2);
  for (const [name, make] of Object.entries(makers)) if (wanted.length === 0 || wanted.includes(name)) await make();
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
