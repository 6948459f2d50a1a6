// A language more is a folder more: the packages are copied, `words/xx` is put beside the others with a name, one word of reports and one
// sentence, and everything is built. What xx says is heard in `check`, in `run` and over the Language Server Protocol; all else is English.
// One line a check; ends with `N passed, M failed`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { connect } from '../support/lsp-client.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'studyspec-third-'));
let [passed, failed] = [0, 0];
const check = (what, holds, found = '') => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'ok' : 'FAILED'}  ${what}${holds ? '' : `\n${found}`}`);
};
const run = (cwd, ...args) =>
  spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: { ...process.env, STUDYSPEC_CACHE: 'off', NO_COLOR: '1' } });

try {
  for (const name of ['scripts', 'tsconfig.base.json', 'package.json']) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of ['core', 'dsl', 'cli'])
    cpSync(join(root, 'packages', name), join(copy, 'packages', name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/[\\/]dist$/u.test(path),
    });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

  const words = join(copy, 'packages/core/src/words');
  const before = readdirSync(words).sort();
  mkdirSync(join(words, 'xx'));
  writeFileSync(join(words, 'xx/name.ts'), "// The name.\nexport const inEnglish = 'Xish';\n");
  writeFileSync(
    join(words, 'xx/index.ts'),
    `// What there is in Xish.
import type { Catalogue, Partly } from '../catalogue.ts';
export const catalogue = {
  report: { descriptives: 'Xix xux' },
  problems: { 'unknown-column': { message: ({ column }) => \`Xo \${column} xa.\` } },
} satisfies Partly<Catalogue>;
`,
  );
  const built = run(join(copy, 'packages/cli'), join(copy, 'scripts/bundle.mjs'), 'cli');
  check('a folder with two entries is built', built.status === 0, built.stderr);
  check('and nothing else was written for it', readdirSync(words).sort().join() === [...before, 'xx'].sort().join());
  const types = run(copy, join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', 'packages/core/tsconfig.json');
  check('its types are those of the English words', types.status === 0, types.stdout);

  const study = (column) => `study "t"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nindicator b on s${column}\n`;
  writeFileSync(join(copy, 'd.csv'), 'a,b\n1,2\n2,3\n4,4\n5,5\n');
  writeFileSync(join(copy, 'good.study'), study(''));
  writeFileSync(join(copy, 'bad.study'), study(' from nowhere'));
  const program = join(copy, 'packages/cli/bin/studyspec.js');
  const told = run(copy, program, 'check', 'bad.study', '--lang', 'xx');
  check('check --lang xx says its sentence', told.stdout.includes('error[SS320]: Xo nowhere xa.'), told.stdout + told.stderr);
  check('and the rest in English', told.stdout.includes('help: ') && told.stdout.includes('1 error.'), told.stdout);
  const report = run(copy, program, 'run', 'good.study', '--lang', 'xx');
  check('run --lang xx has its word', report.stdout.includes('Xix xux'), report.stdout + report.stderr);
  check(
    'and the rest of the report is English',
    /\bMean\b/u.test(report.stdout) && !report.stdout.includes('Descriptive statistics'),
    report.stdout,
  );
  const english = run(copy, program, 'run', 'good.study');
  check('English is as it was', english.stdout.includes('Descriptive statistics') && !english.stdout.includes('Xix'), english.stdout);
  const chinese = run(copy, program, 'check', 'bad.study', '--lang', 'zh');
  check('Chinese is as it was', chinese.stdout.includes('错误[SS320]：'), chinese.stdout);
  const help = run(copy, program, 'check', '--help', '--lang', 'xx');
  check('help offers it, in English', help.stdout.includes('en, xx or zh') && help.stdout.includes('Usage: '), help.stdout);
  check('an environment in xx speaks it', heard(), '');
  const message = await overLsp(program);
  check('the language server speaks it to an editor in xx', message.startsWith('Xo nowhere xa.'), message);

  function heard() {
    const env = { ...process.env, STUDYSPEC_CACHE: 'off', LC_ALL: 'xx_XX.UTF-8' };
    return spawnSync(process.execPath, [program, 'check', 'bad.study'], { cwd: copy, encoding: 'utf8', env }).stdout.includes(
      'Xo nowhere xa.',
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** The first problem that the server tells of the study. */
async function overLsp(program) {
  const { server, until, request, notify } = connect({ program, cwd: copy });
  const ended = new Promise((_, reject) => {
    server.on('exit', () => reject(new Error('the server ended')));
  });
  const uri = pathToFileURL(join(copy, 'bad.study')).href;
  const asked = async () => {
    await request('initialize', { processId: null, rootUri: pathToFileURL(copy).href, locale: 'xx', capabilities: {} });
    notify('initialized', {});
    const told = until(({ method, params }) => method === 'textDocument/publishDiagnostics' && params.diagnostics.length > 0);
    const text = readFileSync(join(copy, 'bad.study'), 'utf8');
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'studyspec', version: 1, text } });
    return (await told).params.diagnostics[0].message;
  };
  const message = await Promise.race([asked(), ended]);
  server.removeAllListeners('exit');
  server.kill();
  return message;
}
