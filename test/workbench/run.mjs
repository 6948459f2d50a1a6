// The extension in a real workbench, from its package: `node test/workbench/run.mjs` after `npm run package`. Installs the
// workbench and a browser when they are not there. One line a check; ends with `N passed, M failed`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks as beside } from './checks/beside.mjs';
import { checks as chinese } from './checks/chinese.mjs';
import { checks as data } from './checks/data.mjs';
import { checks as exporting } from './checks/export.mjs';
import { checks as preview } from './checks/preview.mjs';
import { checks as text } from './checks/text.mjs';
import { checks as typing } from './checks/typing.mjs';
import { checks as web } from './checks/web.mjs';
import { startWorkbench } from './harness/start.mjs';
import { makeWorkspace } from './workspace.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = process.env.STUDYSPEC_WORKBENCH ?? join(root, 'node_modules/.cache/workbench');
const { version } = JSON.parse(readFileSync(join(root, 'packages/vscode/package.json'), 'utf8'));
const vsix = join(root, `out/studyspec-${version}.vsix`);
const program = join(home, 'node_modules/code-server');
/** Names of checks to run alone, when a few are worked on. */
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;

if (!existsSync(vsix)) execFileSync('npm', ['run', '--silent', 'package'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
if (!existsSync(join(home, '.done')))
  execFileSync('bash', [join(root, 'test/workbench/install.sh'), home], { stdio: ['ignore', 'ignore', 'inherit'] });
if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('apt-get', ['update', '-q'], quiet);
  execFileSync('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
}

async function runChecks(title, checks, options) {
  const chosen = only.length === 0 ? checks : checks.filter(([name], index) => index === 0 || only.some((word) => name.includes(word)));
  if (only.length > 0 && chosen.length < 2) return;
  console.log(`\n${title}`);
  const workspace = makeWorkspace(root);
  let wb;
  try {
    wb = await startWorkbench({ program, vsix, workspace, openFile: 'anshun.study', ...options });
    console.log(
      `VS Code ${wb.version}: installed ${wb.timings.installed} s, workbench ${wb.timings.workbench} s, extension host ` +
        `${wb.timings.extensionHost} s`,
    );
    console.log(`the extension's activation, as the workbench measured it: ${await wb.activation()}`);
    for (const [name, check] of chosen) {
      const started = Date.now();
      try {
        await check(wb);
        passed += 1;
        console.log(`ok      ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.log(
          `FAILED  ${name}\n${String(error.stack ?? error)
            .split('\n')
            .slice(0, 12)
            .map((line) => `          ${line}`)
            .join('\n')}`,
        );
        await wb
          .screenshot(join(root, 'out/workbench', `${title}-${name}.png`.replaceAll(/[^\p{L}\p{N}.]+/gu, '-')))
          .catch(() => undefined);
        for (const path of ['anshun.study', 'keep.study', 'again.study', '中文/融入.study']) await wb.revertQuietly(path);
      }
    }
  } catch (error) {
    failed += 1;
    console.log(`FAILED  the workbench did not start\n${error.stack}`);
  } finally {
    await wb?.stop();
    rmSync(workspace, { recursive: true, force: true });
  }
}

await runChecks('A trusted workspace', [...text, ...beside, ...data, ...exporting], {});
await runChecks('The preview', preview, {});
await runChecks('Typing', typing, {});
await runChecks('In the browser, without a machine', web, {
  settings: { 'remote.extensionKind': { 'studyspec.studyspec-vscode': ['web'] } },
});
await runChecks('A Chinese editor, at first without trust', chinese, {
  locale: 'zh-cn',
  trust: true,
  settings: {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  },
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
