// Follows a tutorial literally, as its reader would who has nothing but the program: `node tutorial.mjs PROGRAM PAGE [NODE]`. In an
// empty folder a block `csv` becomes mine.csv, a block `study` mine.study, a `study fragment` goes below it; each line of a block
// `sh` is run, and the block without a mark behind it is what has to be printed, where `…` stands for what is left out. Ends with `N
// passed, M failed` of commands and printed blocks, and with 1 where one fails.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

const [program, page, node = process.execPath] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'studyspec-tutorial-'));
const bin = join(folder, 'bin');
const work = join(folder, 'work');
mkdirSync(bin);
mkdirSync(work);
writeFileSync(join(bin, 'studyspec'), `#!/bin/sh\nexec "${resolve(node)}" "${resolve(program)}" "$@"\n`, { mode: 0o755 });
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, LC_ALL: 'C.UTF-8', NO_COLOR: '1' };

/** One line, where blanks align; `…` at the end for the rest of it. */
function isLine(wanted, printed) {
  const [one, other] = [wanted, printed].map((line) => line.trim().replaceAll(/\s+/gu, ' '));
  return one.endsWith('…') ? other.startsWith(one.slice(0, -1)) : one === other;
}
/** Whether the lines stand there in order; `…` alone for any number of them. */
function stands(wanted, printed) {
  const [first, ...rest] = wanted;
  if (first === undefined) return printed.length === 0;
  if (first !== '…') return printed.length > 0 && isLine(first, printed[0]) && stands(rest, printed.slice(1));
  return Array.from({ length: printed.length + 1 }, (_, skipped) => skipped).some((skipped) => stands(rest, printed.slice(skipped)));
}
const lines = (text) => text.trimEnd().split('\n');

let passed = 0;
let failed = 0;
const fail = (what) => {
  failed += 1;
  console.error(`${page}: ${what}`);
};
try {
  let printed = null;
  for (const [, mark, text] of readFileSync(page, 'utf8').matchAll(/^```([^\n]*)\n(.*?)^```/gmsu)) {
    if (mark === 'csv') writeFileSync(join(work, 'mine.csv'), text);
    else if (mark === 'study') writeFileSync(join(work, 'mine.study'), text);
    else if (mark === 'study fragment') appendFileSync(join(work, 'mine.study'), `\n${text}`);
    else if (mark === 'sh') {
      printed = '';
      for (const command of lines(text)) {
        // What is complained of stands with what is shown, as in a terminal.
        const { status, stdout } = spawnSync('sh', ['-c', `exec 2>&1; ${command}`], { cwd: work, env, encoding: 'utf8' });
        printed += stdout;
        if (status === 0) passed += 1;
        else fail(`\`${command}\` ended with ${status}:\n${stdout}`);
      }
    } else if (mark === '') {
      if (printed === null) fail('something is printed that no command prints');
      else if (stands(lines(text), lines(printed))) passed += 1;
      else fail(`wanted\n${text}\nand it printed\n${printed}`);
      printed = null;
    } else fail(`nobody knows what to do with a block marked ${mark}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (passed < 8) fail(`only ${passed} steps were there to follow`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
