// Reads what the oracles' check prints: `check.py … | node verdict.mjs`. Ends with 1 when a document fails that known.json does not name
// with its reason, or when one that it names does not fail any more.
import { readFileSync } from 'node:fs';

const text = readFileSync(0, 'utf8');
process.stdout.write(text);
const known = JSON.parse(readFileSync(new URL('known.json', import.meta.url), 'utf8'));
const seen = [...text.matchAll(/^(\S+) (PASS|FAIL) /gmu)];
const failed = seen.filter(([, , verdict]) => verdict === 'FAIL').map(([, id]) => id);
const unknown = failed.filter((id) => known[id] === undefined);
const mended = Object.keys(known).filter((id) => seen.some(([, one, verdict]) => one === id && verdict === 'PASS'));
for (const id of failed.filter((one) => known[one] !== undefined)) console.log(`${id}: ${known[id]}`);
if (unknown.length > 0) console.log(`failed, and not known: ${unknown.join(', ')}`);
if (mended.length > 0) console.log(`named in known.json, and right: ${mended.join(', ')}`);
if (seen.length === 0 || unknown.length > 0 || mended.length > 0) process.exitCode = 1;
