// The pictures of docs/paper-tables.md: the six tables of the Anshun example as they are handed in, in Word and on a page, in English
// and in Chinese. `node scripts/paper-tables.mjs` after a build; needs LibreOffice, pdftoppm, ImageMagick and Chromium, whose own points
// they are: nothing compares them byte by byte.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const folder = mkdtempSync(join(tmpdir(), 'studyspec-paper-'));
const quiet = { cwd: folder, stdio: 'ignore' };

cpSync(join(root, 'examples/anshun'), folder, { recursive: true });
writeFileSync(
  join(folder, 'paper.study'),
  'study "The tables of the paper" zh "论文中的表" replicates "anshun.study"\n' +
    'data "anshun_2020_raw.csv" { id id  cluster site  missing blank  out of range kept }\n' +
    'report { tables sample, descriptives, integration, by_mode, full, towns  figures none }\n',
);
for (const language of ['en', 'zh']) {
  const name = `paper-${language}`;
  for (const ending of ['docx', 'html'])
    execFileSync(
      process.execPath,
      [join(root, 'packages/cli/bin/studyspec.js'), 'run', 'paper.study', '--lang', language, '-o', `${name}.${ending}`],
      quiet,
    );
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', `${name}.docx`], quiet);
  execFileSync('pdftoppm', ['-png', '-r', '60', '-f', '3', '-l', '8', `${name}.pdf`, name], quiet);
  const pages = readdirSync(folder).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'));
  execFileSync('montage', [...pages.sort(), '-tile', '3x', '-geometry', '+4+4', join(images, `paper-tables-word-${language}.png`)], quiet);
  execFileSync(
    'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', '--window-size=1200,9000', `--screenshot=${name}-page.png`].concat(
      pathToFileURL(join(folder, `${name}.html`)).href,
    ),
    quiet,
  );
  execFileSync(
    'convert',
    [
      `${name}-page.png`,
      '-crop',
      '1200x6700+0+2200',
      '+repage',
      '-resize',
      '50%',
      '-colors',
      '32',
      join(images, `paper-tables-page-${language}.png`),
    ],
    quiet,
  );
}
rmSync(folder, { recursive: true });
