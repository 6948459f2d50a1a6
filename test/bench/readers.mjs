// Hostile files: the small files of test/platforms, damaged at random (bytes changed, pieces cut out, doubled or moved, numbers made
// huge), read by the reader of their format. Each must end in columns or in a problem: no exception, no hang, no memory that the file does
// not warrant.   node test/bench/readers.mjs [--mutations N] [--only FORMAT] [--smoke]      N a format; ends with `N passed, M failed`
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const { readData } = await import(new URL('../../packages/core/dist/index.js', import.meta.url).href);
const args = process.argv.slice(2);
const smoke = args.includes('--smoke');
const at = args.indexOf('--mutations');
/** One format alone. */
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : null;
const count = at >= 0 ? Number(args[at + 1]) : smoke ? 300 : 2000;
const LIMIT = { milliseconds: 5000, megabytes: 500 };

/** Marsaglia's xorshift32, so that a failure can be made again. */
function random(seed) {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const HUGE = [0, 0xff, 0x7f, 0x80, 1, 0xfe];

function mutated(bytes, next) {
  let copy = Uint8Array.from(bytes);
  for (let turn = 1 + next(6); turn > 0; turn--) {
    const place = next(Math.max(1, next(2) === 0 ? Math.min(copy.length, 4096) : copy.length));
    switch (next(7)) {
      case 0:
        copy[place] = next(256);
        break;
      case 1:
        copy[place] ^= 1 << next(8);
        break;
      case 2:
        copy.fill(HUGE[next(HUGE.length)], place, place + [1, 2, 4, 8][next(4)]);
        break;
      case 3:
        copy = copy.slice(0, place);
        break;
      case 4: {
        const gone = next(64);
        copy = Uint8Array.from([...copy.subarray(0, place), ...copy.subarray(place + gone)]);
        break;
      }
      case 5:
        copy.copyWithin(place, next(Math.max(1, copy.length)), next(Math.max(1, copy.length)));
        break;
      default: {
        // A whole number, larger or smaller by one bit, in either order of bytes.
        const view = new DataView(copy.buffer);
        if (place + 4 <= copy.length) view.setInt32(place, view.getInt32(place, true) + [1, -1, 256, 65536, -2147483648][next(5)], true);
      }
    }
    if (copy.length === 0) break;
  }
  return copy;
}

const folder = new URL('../platforms/', import.meta.url);
const byFormat = new Map();
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const ending = /\.(sav|zsav|dta|xlsx|parquet|csv|txt)\.gz$/u.exec(name)?.[1];
  if (ending === undefined || name.startsWith('16-')) continue;
  const bytes = new Uint8Array(gunzipSync(readFileSync(new URL(name, folder))));
  const format = { zsav: 'sav', txt: 'csv' }[ending] ?? ending;
  if (only !== null && format !== only) continue;
  if (bytes.length < 130000) byFormat.set(format, [...(byFormat.get(format) ?? []), { name: name.replace(/\.gz$/u, ''), bytes }]);
}

let passed = 0;
let failed = 0;
for (const [format, files] of byFormat) {
  const next = random(20260101);
  let read = 0;
  let refused = 0;
  let crashed = 0;
  let slowest = 0;
  const started = process.hrtime.bigint();
  for (let n = 0; n < count; n++) {
    const { name, bytes } = files[n % files.length];
    const hostile = mutated(bytes, next);
    const before = process.hrtime.bigint();
    try {
      const { frame, problems } = readData(hostile, name);
      if (frame === null && !problems.some((problem) => problem.severity === 'error')) throw new Error('neither columns nor an error');
      if (frame !== null) read++;
      else refused++;
    } catch (error) {
      crashed++;
      if (crashed <= 5) console.log(`CRASH ${name}, mutation ${n}: ${error.stack?.split('\n').slice(0, 4).join(' | ')}`);
    }
    slowest = Math.max(slowest, Number(process.hrtime.bigint() - before) / 1e6);
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const good = crashed === 0 && slowest < LIMIT.milliseconds && megabytes < LIMIT.megabytes;
  if (good) passed++;
  else failed++;
  console.log(
    `${format}: ${count} mutations of ${files.length} files: ${read} read, ${refused} refused, ${crashed} crashed; slowest \
${slowest.toFixed(0)} ms; ` + `peak ${megabytes} MB; ${seconds.toFixed(0)} s`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
