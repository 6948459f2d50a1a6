// Typing, as an editor does it: a session of keystrokes replayed over the pipes of the built server. Measures the time from a keystroke to
// the problems that belong to it, and to the numbers that belong to it; and the server's memory over many edits.
// `node test/bench/typing.mjs`, with `--smoke` a short run to see that it works, with `--memory` the 10,000 edits as well. Asserts nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect } from '../support/lsp-client.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const smoke = process.argv.includes('--smoke');
const withMemory = process.argv.includes('--memory') || !smoke;
const folder = mkdtempSync(join(tmpdir(), 'studyspec-typing-'));

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);
const report = (name, values) => {
  console.log(`  ${name.padEnd(46)}${ms(quantile(values, 0.5))} median ${ms(quantile(values, 0.95))} p95   (${values.length})`);
};

/** Processor time so far, in ms: of the thread that answers, and of all. Null where the system does not tell. */
function processorTime(pid) {
  const ticks = (file) => {
    const fields = readFileSync(file, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  };
  try {
    return { answering: ticks(`/proc/${pid}/task/${pid}/stat`), all: ticks(`/proc/${pid}/stat`) };
  } catch {
    return null;
  }
}

/**
 * What a person types at a place: inserts letter by letter, then takes it back letter by letter. `numbers`: the text changes what is
 * computed once it is complete.
 */
async function session(name, file, text, places, keystrokes) {
  const client = connect();
  const uri = pathToFileURL(file).href;
  await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
  });
  client.notify('initialized', {});
  let version = 1;
  const isReady = (message) =>
    message.method === 'studyspec/numbers' && message.params.version === version && message.params.state !== 'computing';
  const opened = client.until(isReady);
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version, text } });
  await opened;
  const lines = text.split('\n');
  const toProblems = [];
  const toNumbers = [];
  /** One keystroke; its numbers are waited for, as a person does who looks at them, when `look` says so. */
  const press = async (line, character, remove, insert, look) => {
    version += 1;
    const wanted = version;
    const problems = client.until(
      (message) => message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && message.params.version === wanted,
    );
    const numbers = look ? client.until(isReady) : null;
    const start = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character: character + remove } }, text: insert }],
    });
    await problems;
    toProblems.push(performance.now() - start);
    if (numbers === null) return;
    await numbers;
    await client.request('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: Math.max(0, line - 30), character: 0 }, end: { line: line + 30, character: 0 } },
    });
    toNumbers.push(performance.now() - start);
  };
  const before = processorTime(client.pid);
  for (let at = 0; toProblems.length < keystrokes; at += 1) {
    const place = places[at % places.length];
    const line = lines.findIndex((one) => one.includes(place.after));
    if (line < 0) throw new Error(`nothing to type behind: ${place.after}`);
    const from = lines[line].indexOf(place.after) + place.after.length;
    if (place.instead !== undefined) {
      // A figure in another's place, and back: both change what is computed.
      await press(line, from, place.instead[0].length, place.instead[1], true);
      await press(line, from, place.instead[1].length, place.instead[0], true);
    } else {
      for (const [index, letter] of [...place.type].entries()) await press(line, from + index, 0, letter, false);
      for (let index = place.type.length - 1; index >= 0; index -= 1) await press(line, from + index, 1, '', index === 0);
    }
  }
  console.log(name);
  report('keystroke to problems', toProblems);
  report('keystroke to numbers, inlay values asked for', toNumbers);
  const after = processorTime(client.pid);
  // What a busy machine does not blur: how much work a keystroke is.
  if (before !== null && after !== null)
    console.log(
      `  processor time a keystroke                    ${ms((after.answering - before.answering) / toProblems.length)} of the ` +
        `answering thread,${ms((after.all - before.all) / toProblems.length)} of all threads`,
    );
  await client.close();
}

/** About so many lines of the kinds that the example has, over its columns' likes. */
function generated(lines, rows) {
  const parts = [
    'study "Generated" zh "生成的"\n\ndata "generated.csv" {\n  id id\n  missing blank\n}\n\nscale agreement 1..5 "disagree" .. "agree"\n\n',
  ];
  const columns = ['id'];
  let count = 9;
  for (let block = 0; count < lines; block += 1) {
    let part = `dimension d${block} "Dimension ${block}" zh "维度${block}" on agreement {\n`;
    for (let item = 0; item < 12; item += 1)
      part += `  indicator q${block}_${item} "Question ${item} of ${block}" zh "问题" from q${item}${item % 4 === 3 ? ' reversed' : ''}\n`;
    part += `}\n\ncategory c${block} "Category" from c {\n  low "Low" = 1\n  high "High" = 2 | 3\n}\n\n`;
    if (block < 12)
      part +=
        `index i${block} "Index" {\n  of d${block}\n  keep 2\n}\n\nregression r${block} {\n  explain i${block}\n  by c${block}, q` +
        `${block}_3\n  where c${block} is low and q${block}_4 > 1\n}\n\n`;
    parts.push(part);
    count += part.split('\n').length - 1;
  }
  for (let item = 0; item < 12; item += 1) columns.push(`q${item}`);
  columns.push('c');
  const table = [columns.join(',')];
  for (let row = 0; row < rows; row += 1)
    table.push(
      [
        row + 1,
        ...Array.from({ length: 12 }, (_, item) => 1 + ((row * (item + 3) * 7919 + Math.floor(row / (item + 2))) % 5)),
        1 + (row % 3),
      ].join(','),
    );
  return { text: parts.join(''), csv: `${table.join('\n')}\n` };
}

/** The example's answers, over and over, each copy with other numbers of respondents. */
function enlarged(csv, rows) {
  const [head, ...lines] = csv.trimEnd().split('\n');
  const out = [head];
  for (let row = 0; row < rows; row += 1) out.push(lines[(row * 7) % lines.length].replace(/^[^,]*/u, `R${row + 1}`));
  return `${out.join('\n')}\n`;
}

async function memory(file, text, edits, marks) {
  const client = connect();
  const uri = pathToFileURL(file).href;
  await client.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  client.notify('initialized', {});
  let version = 1;
  const opened = client.until((message) => message.method === 'studyspec/numbers' && message.params.state !== 'computing');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version, text } });
  await opened;
  const line = text.split('\n').findIndex((one) => one.includes('keep '));
  const character = text.split('\n')[line].search(/\d/u);
  const digit = text.split('\n')[line][character];
  const seen = [];
  for (let edit = 1; edit <= edits; edit += 1) {
    version += 1;
    const wanted = version;
    const problems = client.until((message) => message.method === 'textDocument/publishDiagnostics' && message.params.version === wanted);
    // Mostly comments; every tenth edit changes what is computed.
    const change =
      edit % 10 === 0
        ? { range: { start: { line, character }, end: { line, character: character + 1 } }, text: edit % 20 === 0 ? digit : '2' }
        : {
            range: {
              start: { line: 0, character: 0 },
              end: {
                line: 0,
                character: edit % 10 === 1 || edit % 10 === 3 || edit % 10 === 5 || edit % 10 === 7 ? 0 : edit % 10 === 9 ? 0 : 3,
              },
            },
            text: edit % 10 === 9 ? '' : edit % 2 === 1 ? '// ' : '',
          };
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
    await problems;
    if (marks.includes(edit)) {
      const status = readFileSync(`/proc/${client.pid}/status`, 'utf8');
      seen.push(`${edit.toLocaleString('en')}: ${(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024).toFixed(0)} MB`);
    }
  }
  console.log(`Memory of the server (RSS) after edits\n  ${seen.join(', ')}`);
  await client.close();
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()
    .map((one) => one.toFixed(1))
    .join(' ')}\n`,
);
const anshun = join(folder, 'anshun');
cpSync(join(root, 'examples/anshun'), anshun, { recursive: true });
const study = join(anshun, 'anshun.study');
const text = readFileSync(study, 'utf8');
const places = [
  { after: 'indicator psy_enjoy     "', type: 'They say: ' },
  { after: 'rescale 0..', instead: ['100', '10'] },
  { after: 'compare by_mode "', type: 'New ' },
  { after: 'rotate  varimax', type: ' raw' },
  { after: 'keep    ', instead: ['4', '5'] },
  { after: 'by      individual, policy, community', type: ', sex' },
];
const times = smoke ? 30 : 520;
await session(`The example (${text.split('\n').length} lines, 323 rows)`, study, text, places, times);

const data = /data "([^"]+)"/u.exec(text)[1];
const csv = readFileSync(join(anshun, data), 'utf8');
writeFileSync(join(anshun, data), enlarged(csv, smoke ? 2000 : 100_000));
await session(`\nThe example with ${smoke ? '2,000' : '100,000'} rows`, study, text, places, smoke ? 30 : 200);
writeFileSync(join(anshun, data), csv);

const large = generated(smoke ? 600 : 3000, 323);
const file = join(folder, 'generated.study');
writeFileSync(join(folder, 'generated.csv'), large.csv);
await session(
  `\nA generated spec (${large.text.split('\n').length} lines, 323 rows)`,
  file,
  large.text,
  [
    { after: 'indicator q1_3 "', type: 'They say: ' },
    { after: 'indicator q9_3 "', type: 'Asked: ' },
    { after: '  of d7', type: ', d8' },
    { after: 'low "Low" = ', instead: ['1', '3'] },
    { after: 'category c5 "', type: 'A ' },
  ],
  times,
);
if (withMemory) await memory(study, text, smoke ? 1000 : 10_000, smoke ? [500, 1000] : [1000, 5000, 10_000]);
rmSync(folder, { recursive: true, force: true });
