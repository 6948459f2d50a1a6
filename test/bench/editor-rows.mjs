// The editor on many rows, over the pipes of the built server: from opening a study to its first numbers and to all of them, from an edit
// of `keep`, `by`, `rescale` or `where` to the numbers of the new text, and the memory of the server. `node test/bench/editor-rows.mjs`;
// `--smoke` with few rows, to see that it works; `--rows N` for one size. Prints what it measured, asserts nothing but that numbers come.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect as connectTo } from '../support/lsp-client.mjs';

const smoke = process.argv.includes('--smoke');
const asked = Number(process.argv[process.argv.indexOf('--rows') + 1]);
const sizes = smoke ? [20_000] : process.argv.includes('--rows') ? [asked] : [100_000, 1_000_000];
const times = smoke ? 1 : 4;
const folder = mkdtempSync(join(tmpdir(), 'studyspec-editor-rows-'));
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});

/** 20 items, four categories, a number: 26 columns. */
const ITEMS = 20;
const spec = `study "Many rows"

data "answers.csv" {
  id id
  missing blank
}

scale agreement 1..5 "no" .. "yes"

dimension first on agreement {
${Array.from({ length: ITEMS / 2 }, (_, at) => `  indicator a${at + 1}`).join('\n')}
}

dimension second on agreement {
${Array.from({ length: ITEMS / 2 }, (_, at) => `  indicator b${at + 1}`).join('\n')}
}

category sex { male = 1  female = 2 }
category age { young = 1  middle = 2  old = 3 }
category school { none = 1  some = 2  more = 3  most = 4 }
category place { town = 1  village = 2 }
number years

index integration {
  of first, second
  keep 2
  rescale 0..1
}

compare by_sex { of integration  by sex, school }

regression model {
  explain integration
  by sex, age, school, years
}
`;

/** A generator of its own, so that every run has the same file. */
function writeRows(path, rows) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const file = openSync(path, 'w');
  const names = ['a', 'b'].flatMap((letter) => Array.from({ length: ITEMS / 2 }, (_, at) => `${letter}${at + 1}`));
  let lines = [`id,${names.join(',')},sex,age,school,place,years`];
  for (let row = 1; row <= rows; row += 1) {
    const traits = [random(), random()];
    const sex = random() < 0.5 ? 1 : 2;
    const items = names.map((name) => {
      const answer =
        1 + Math.floor(5 * Math.min(0.999, Math.max(0, 0.6 * traits[name.startsWith('a') ? 0 : 1] + 0.5 * random() - 0.05 * sex)));
      return random() < 0.01 ? '' : answer;
    });
    const rest = [sex, 1 + Math.floor(random() * 3), 1 + Math.floor(random() * 4), 1 + Math.floor(random() * 2), Math.floor(random() * 30)];
    lines.push([row, ...items, ...rest].join(','));
    if (lines.length >= 10_000 || row === rows) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(file);
}

const connect = () =>
  connectTo({
    ended(code) {
      if (code !== 0) throw new Error(`the server ended with ${code}`);
    },
  });

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const seconds = (value) => `${(value / 1000).toFixed(2)} s`;
/** Memory in MB, as the system counts it: now, and the most that there was. Null where it does not tell. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)[1]) / 1024);
    return { now: of('VmRSS'), most: of('VmHWM') };
  } catch {
    return null;
  }
}

/** What is typed in the place of what: each a text that was not there before; then it is taken back. */
const edits = {
  keep: ['keep 2', ['keep 3', 'keep 4', 'keep 1', 'keep 5']],
  by: ['by sex, school }', ['by sex, school, place }', 'by sex, age }', 'by age, school }', 'by place }']],
  rescale: ['rescale 0..1', ['rescale 0..100', 'rescale 0..10', 'rescale 1..5', 'rescale 0..7']],
  where: [
    'school, years\n',
    ['place is town', 'sex is female', 'years > 10', 'age is old'].map((which) => `school, years\n  where ${which}\n`),
  ],
};

async function measured(rows) {
  writeRows(join(folder, 'answers.csv'), rows);
  const client = connect();
  const uri = pathToFileURL(join(folder, 'many.study')).href;
  writeFileSync(join(folder, 'many.study'), spec);
  await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
    initializationOptions: { quiet: 0 },
  });
  client.notify('initialized', {});
  let version = 1;
  let text = spec;
  const isReady = ({ method, params }) => method === 'studyspec/numbers' && params.version === version && params.state !== 'computing';
  const begun = performance.now();
  const whole = client.until(isReady);
  // An editor paints numbers when it is asked to: with the first of them, then again.
  const first = client.until(({ method, params }) => method === 'workspace/inlayHint/refresh' || isReady({ method, params }));
  const hints = async () => {
    const { result } = await client.request('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
    });
    return result.some(({ label }) => /\d\.\d/u.test(typeof label === 'string' ? label : ''));
  };
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version, text } });
  await first;
  while (!(await hints())) await client.until(({ method }) => method === 'workspace/inlayHint/refresh');
  const toFirst = performance.now() - begun;
  const { params } = await whole;
  const toAll = performance.now() - begun;
  if (params.state !== 'ready' || params.cases !== rows) throw new Error(`numbers are ${params.state}, of ${params.cases} rows`);
  console.log(`${rows.toLocaleString('en')} rows: open to first numbers ${seconds(toFirst)}, to all ${seconds(toAll)}`);
  const all = [];
  const takenBack = [];
  const type = async (piece, by) => {
    text = text.replace(piece, () => by);
    version += 1;
    const start = performance.now();
    const done = client.until(isReady);
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    if ((await done).params.state !== 'ready') throw new Error(`after ${by} numbers are not ready`);
    return performance.now() - start;
  };
  for (const [name, [from, texts]] of Object.entries(edits)) {
    const taken = [];
    for (const to of texts.slice(0, times)) {
      taken.push(await type(from, to));
      takenBack.push(await type(to, from));
    }
    all.push(...taken);
    console.log(`  ${name.padEnd(8)} ${seconds(quantile(taken, 0.5))} median, ${seconds(quantile(taken, 0.95))} p95 (${taken.length})`);
  }
  console.log(`  taken back ${seconds(quantile(takenBack, 0.5))} median, ${seconds(quantile(takenBack, 0.95))} p95`);
  console.log(`  all edits p95 ${seconds(quantile(all, 0.95))}`);
  const memory = memoryOf(client.pid);
  if (memory !== null) console.log(`  memory ${memory.now} MB, at most ${memory.most} MB`);
  await client.close();
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0].toFixed(1)}`);
for (const rows of sizes) await measured(rows);
