// Typing with VS Code's own settings: what is typed arrives as it is typed, through a keyboard and through an input method.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { emptyFile, typeText, watchErrors } from '../harness/typing.mjs';

/** The text once it has come to rest, and where it differs from what was typed. */
async function arrives(wb, path, wanted) {
  const found = await wb.poll('the typed text', () => wb.text(path), (text) => text === wanted, 8000).catch(() => wb.text(path));
  if (found === wanted) return;
  const [here, there] = [found.split('\n'), wanted.split('\n')];
  const at = there.findIndex((line, index) => here[index] !== line);
  assert.fail(`line ${at + 1}: typed\n${JSON.stringify(there.slice(at, at + 3))}, found\n${JSON.stringify(here.slice(at, at + 3))}`);
}

export const checks = [
  ['the server is at work', async (wb) => {
    await wb.poll('the numbers', () => wb.status(), (text) => /n 323/u.test(text));
  }],
  ['Enter behind every kind of line is a new line', async (wb) => {
    await emptyFile(wb, 'lines.study');
    const text = readFileSync(new URL('../lines.study', import.meta.url), 'utf8');
    await typeText(wb, text, { delay: 30 });
    await arrives(wb, 'lines.study', text);
  }],
  ['the whole example typed key by key is the example, sign for sign', async (wb) => {
    await emptyFile(wb, 'typed.study');
    const text = readFileSync(wb.file('anshun.study'), 'utf8');
    const keys = await watchErrors(wb, 'typed.study');
    const started = Date.now();
    await typeText(wb, text);
    const seconds = (Date.now() - started) / 1000;
    await arrives(wb, 'typed.study', text);
    const { all, red, any } = await keys();
    console.log(`        ${text.length} signs in ${seconds.toFixed(0)} s (${(text.length / seconds).toFixed(1)} a second); of ${all} changes ${red} under an error, ${any} under anything`);
  }],
  ['a study typed through a Chinese input method arrives as it was written', async (wb) => {
    await emptyFile(wb, '中文/手写.study');
    const text = readFileSync(wb.file('中文/融入.study'), 'utf8');
    await typeText(wb, text, { composing: true });
    await arrives(wb, '中文/手写.study', text);
  }],
];
