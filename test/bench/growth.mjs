// How time and memory of a run grow: with rows, items and levels, each doubled, whole processes with an empty cache.
// `npm run bench:growth`, `-- --rows N` for the most rows, `-- --figure FILE` for the picture in the docs, `-- --smoke` for a short run
// that only shows that it works.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSurvey } from './survey-file.mjs';

const smoke = process.argv.includes('--smoke');
const given = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const most = Number(given('--rows', smoke ? 20_000 : 1_600_000));
const times = smoke ? 1 : 3;
const program = fileURLToPath(new URL('../../packages/cli/bin/studyspec.js', import.meta.url));
const atEnd = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`); });",
)}`;

/** Median seconds of a whole process, and its largest memory in MB. */
function measure(shape) {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-growth-'));
  try {
    const study = writeSurvey(folder, shape);
    const runs = Array.from({ length: times }, (_, at) => {
      const env = { ...process.env, XDG_CACHE_HOME: join(folder, `cache${at}`), NODE_OPTIONS: `--import=${atEnd}` };
      const start = performance.now();
      const done = spawnSync(process.execPath, [program, 'run', study, '--format', 'json'], { env, maxBuffer: 1 << 28 });
      const took = (performance.now() - start) / 1000;
      if (done.status !== 0) throw new Error(`the run ended with ${done.status}: ${done.stderr}`);
      const peaks = [...String(done.stderr).matchAll(/peak (\d+)/gu)].map(([, kilobytes]) => Number(kilobytes) / 1024);
      return { took, peak: Math.max(...peaks) };
    }).sort((a, b) => a.took - b.took);
    const megabytes = statSync(join(folder, 'answers.csv')).size / 1e6;
    return { seconds: runs[times >> 1].took, peak: Math.max(...runs.map(({ peak }) => peak)), megabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function series(title, shapes, labelOf) {
  console.log(`\n${title}\n${''.padEnd(16)}${'s'.padStart(8)}${'× before'.padStart(10)}${'MB'.padStart(8)}${'file MB'.padStart(10)}`);
  let before = null;
  return shapes.map((shape) => {
    const found = measure(shape);
    const ratio = before === null ? '' : (found.seconds / before).toFixed(2);
    console.log(
      labelOf(shape).padEnd(16) +
        found.seconds.toFixed(2).padStart(8) +
        ratio.padStart(10) +
        found.peak.toFixed(0).padStart(8) +
        found.megabytes.toFixed(1).padStart(10),
    );
    before = found.seconds;
    return { ...shape, ...found };
  });
}

const sizes = [];
for (let rows = most; rows >= (smoke ? 10_000 : 25_000); rows /= 2) sizes.unshift(Math.round(rows));
const rows = smoke ? 10_000 : 100_000;
const grown = series(
  'rows (20 items of 5 points, 9 predictors)',
  sizes.map((n) => ({ rows: n })),
  (one) => `${one.rows.toLocaleString('en')} rows`,
);
series(
  `items, ${rows.toLocaleString('en')} rows`,
  (smoke ? [8, 16] : [8, 16, 32, 64]).map((items) => ({ rows, items })),
  (one) => `${one.items} items`,
);
series(
  `points, ${rows.toLocaleString('en')} rows`,
  (smoke ? [5] : [3, 5, 7, 11]).map((levels) => ({ rows, levels })),
  (one) => `${one.levels} points`,
);

const figure = given('--figure', null);
if (figure !== null) writeFileSync(figure, picture(grown));

/** Seconds and megabytes by rows, both from 0, so that a straight line is a straight line. */
function picture(points) {
  const [width, height, left, bottom] = [360, 220, 52, 40];
  const right = points.at(-1).rows;
  const panel = (offset, title, unit, value) => {
    const top = Math.max(...points.map(value)) * 1.1;
    const x = (one) => (offset + left + ((width - left - 16) * one.rows) / right).toFixed(1);
    const y = (amount) => (height - bottom - ((height - bottom - 30) * amount) / top).toFixed(1);
    const power = 10 ** Math.floor(Math.log10(top / 2));
    const step = power * (top / 2 / power >= 5 ? 5 : top / 2 / power >= 2 ? 2 : 1);
    const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
    const label = (at, row, text, anchor) => `<text x="${at}" y="${row}" text-anchor="${anchor}">${text}</text>`;
    return [
      `<text x="${offset + left}" y="18" font-weight="600">${title}</text>`,
      ...ticks.map((tick) => `<path d="M${offset + left} ${y(tick)}h${width - left - 16}" stroke="#ddd"/>`),
      ...ticks.map((tick) => label(offset + left - 6, Number(y(tick)) + 4, Number(tick.toPrecision(3)), 'end')),
      label(offset + left, height - 22, '0', 'middle'),
      label(x({ rows: right }), height - 22, `${(right / 1e6).toLocaleString('en')} million rows`, 'end'),
      `<path d="M${points.map((one) => `${x(one)} ${y(value(one))}`).join('L')}" fill="none" stroke="#1f5f8b" stroke-width="2"/>`,
      ...points.map((one) => `<circle cx="${x(one)}" cy="${y(value(one))}" r="3" fill="#1f5f8b"/>`),
      `<text x="${offset + left}" y="${height - 6}" fill="#555">${unit}</text>`,
    ].join('');
  };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * width} ${height}" role="img" ` +
    'font-family="system-ui, sans-serif" font-size="12">' +
    `<title>Time and memory of a run by rows</title><rect width="${2 * width}" height="${height}" fill="#fff"/>` +
    panel(0, 'Time, whole process', 'seconds, median of three', (one) => one.seconds) +
    panel(width, 'Memory at most', 'megabytes', (one) => one.peak) +
    '</svg>\n'
  );
}
