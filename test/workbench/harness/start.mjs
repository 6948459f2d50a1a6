// Starts a real workbench (code-server) on loopback with the packaged extension, and a browser that looks at it. Everything that
// is started is stopped by `stop`; only the process group made here is ever signalled.
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { driveEditor } from './editor.mjs';
import { probeAt, writeProbe } from './probe.mjs';
import { pathWithoutNode } from './without-node.mjs';

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Milliseconds after which what is waited for is taken not to come: many times what a small machine that does other things besides needs,
 * since nothing is measured by it.
 */
const PATIENCE = 120_000;

/** Nothing but loopback may be resolved: a request to anywhere else fails at once, and is listed in `failedRequests`. */
const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** What is quiet or quick. How one types is left to VS Code's own settings. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'files.simpleDialog.enable': true,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
  'chat.commandCenter.enabled': false,
};

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer()
      .once('error', failed)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => done(port));
      });
  });

/**
 * `program`: the folder of code-server; `vsix`; `workspace`: a folder, copied; `openFile`: in it; `settings`; `trust`: whether the
 * workbench asks for trust; `locale`; `viewport`; `scale`: device pixels a pixel.
 */
export async function startWorkbench({
  program,
  vsix,
  workspace,
  openFile,
  settings = {},
  trust = false,
  locale = 'en',
  viewport = { width: 1400, height: 900 },
  scale = 1,
}) {
  const started = Date.now();
  const timings = {};
  const mark = (what) => {
    timings[what] = (Date.now() - started) / 1000;
  };
  const entry = join(program, 'out/node/entry.js');
  const root = mkdtempSync(join(tmpdir(), 'wb-')); // short: the path of a socket may have 107 bytes
  const [userData, extensions, socket, folder] = ['ud', 'ext', 'p.sock', 'ws'].map((name) => join(root, name));
  mkdirSync(join(userData, 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  cpSync(resolve(workspace), folder, { recursive: true });
  const path = pathWithoutNode(join(root, 'bin'));
  // The editor asks a shell of its user's for the PATH, and the machine's profile has one of its own.
  writeFileSync(join(root, '.bash_profile'), `export PATH='${path}'\n`);
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^VSCODE_|^ELECTRON_|^NODE_OPTIONS$|^VITEST/.test(name))),
    // The editor brings its own Node; whoever installs it has none.
    PATH: path,
    SHELL: '/bin/bash',
    HOME: root,
    XDG_CONFIG_HOME: root,
    XDG_DATA_HOME: root,
    XDG_CACHE_HOME: root,
    TMPDIR: root,
    CODE_SERVER_CONFIG: join(root, 'config.yaml'),
    WORKBENCH_PROBE: socket,
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '' }),
  };
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const wb = { root, folder, timings, serverLog: '', consoleLog: [], failedRequests: [] };
  let server;
  let browser;
  let stopped = false;
  const atExit = () => {
    try {
      if (server?.pid && !stopped) process.kill(-server.pid, 'SIGKILL');
    } catch {
      /* it is gone */
    }
    rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', atExit);

  wb.stop = async () => {
    if (stopped) return;
    stopped = true;
    await browser?.close().catch(() => undefined);
    if (server?.pid) {
      const signal = (which) => {
        try {
          process.kill(-server.pid, which);
          return true;
        } catch {
          return false;
        }
      };
      signal('SIGTERM');
      for (let i = 0; i < 50 && signal(0); i += 1) await sleep(100);
      if (signal(0)) signal('SIGKILL');
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', atExit);
  };

  try {
    const probe = join(root, 'probe.vsix');
    writeProbe(probe);
    const packages = [resolve(vsix), probe];
    if (locale !== 'en') {
      // A language pack without a word in it: the workbench stays English, extensions show their own translations.
      const words = join(root, 'words.json');
      writeFileSync(words, JSON.stringify({ '': [], version: '1.0.0', contents: {} }));
      writeFileSync(
        join(userData, 'languagepacks.json'),
        JSON.stringify({
          [locale]: {
            hash: 'none',
            label: locale,
            extensions: [{ extensionIdentifier: { id: 'test.words' }, version: '0.0.1' }],
            translations: { vscode: words },
          },
        }),
      );
    }
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [entry, ...folders, ...packages.flatMap((one) => ['--install-extension', one])],
      { env, timeout: 300_000 },
    );
    if ((stdout.match(/was successfully installed/g) ?? []).length < packages.length)
      throw new Error(`the extensions were not installed:\n${stdout}${stderr}`);
    mark('installed');
    const port = await freePort();
    server = spawn(
      process.execPath,
      [
        entry,
        ...folders,
        '--bind-addr',
        `127.0.0.1:${port}`,
        '--auth',
        'none',
        '--disable-telemetry',
        '--disable-update-check',
        '--disable-getting-started-override',
        '--disable-proxy',
        ...(trust ? [] : ['--disable-workspace-trust']),
        ...(locale === 'en' ? [] : ['--locale', locale]),
      ],
      { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (data) => {
        wb.serverLog += data;
      });
    const origin = `http://127.0.0.1:${port}`;
    for (const end = Date.now() + 180_000; ; ) {
      if (server.exitCode !== null || Date.now() > end) throw new Error('the workbench server did not come up');
      if (
        await fetch(`${origin}/healthz`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        break;
      await sleep(50);
    }
    mark('serving');
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER, timeout: 180_000 });
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale, locale: locale === 'en' ? 'en-US' : locale });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin }).catch(() => undefined);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    wb.page = page;
    page.on('console', (message) => wb.consoleLog.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => wb.consoleLog.push(`pageerror: ${error.stack}`));
    page.on('requestfailed', (request) => wb.failedRequests.push(request.url()));
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    await page.goto(`${origin}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`, {
      timeout: 180_000,
      waitUntil: 'domcontentloaded',
    });
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 180_000 });
    mark('workbench');
    wb.probe = probeAt(socket);
    wb.poll = async (what, find, good, timeout = PATIENCE) => {
      const end = Date.now() + timeout;
      for (;;) {
        let found;
        try {
          found = await find();
          if (await good(found)) return found;
        } catch (error) {
          found = `(${error.message})`;
        }
        if (Date.now() > end)
          throw new Error(`waited in vain for ${what}; last: ${typeof found === 'string' ? found : JSON.stringify(found)}`.slice(0, 1500));
        await sleep(100);
      }
    };
    await wb.poll(
      'the extension host',
      () => wb.probe('return vscode.version'),
      (version) => {
        wb.version = version;
        return true;
      },
      180_000,
    );
    mark('extensionHost');
    driveEditor(wb);
    if (openFile !== undefined) {
      await wb.open(openFile);
      mark('editor');
    }
    return wb;
  } catch (error) {
    await wb.stop();
    error.message += `\n--- end of the server's log\n${wb.serverLog.slice(-2000)}`;
    throw error;
  }
}
