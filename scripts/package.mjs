// Packs the extension as a .vsix: `node scripts/package.mjs` after a build. What goes in is listed here, and nothing else does: the
// extension's bundles, the command line's bundle as its server, the Anshun example, and what the manifest names. With `--marketplace` the
// pictures of the README are those of the repository, as marketplaces want them; without it they are the package's own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = `${root}packages/vscode/`;
const stage = `${root}out/vsix/`;
const {
  scripts: _scripts,
  devDependencies: _dependencies,
  private: _private,
  ...manifest
} = JSON.parse(readFileSync(`${source}package.json`, 'utf8'));
const target = process.argv.includes('--marketplace')
  ? `${root}out/studyspec-${manifest.version}-marketplace.vsix`
  : `${root}out/studyspec-${manifest.version}.vsix`;

rmSync(stage, { recursive: true, force: true });
mkdirSync(`${stage}dist`, { recursive: true });
writeFileSync(`${stage}package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
for (const name of [
  'README.md',
  'CHANGELOG.md',
  'THIRD-PARTY-NOTICES',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'language-configuration.json',
  'images',
  'l10n',
  'snippets',
  'syntaxes',
  'walkthrough',
  'dist/extension.js',
  'dist/web.js',
  'dist/web-server.js',
  'dist/webview',
]) {
  cpSync(source + name, stage + name, { recursive: true });
}
// Everything in the folder is meant to go in.
writeFileSync(`${stage}.vscodeignore`, '\n');
cpSync(`${root}LICENSE`, `${stage}LICENSE`);
// A build taken from the cache leaves chunks of earlier ones beside its own; the server's are made anew, and no others go in.
execFileSync(process.execPath, [`${root}scripts/bundle.mjs`, 'cli'], { cwd: `${root}packages/cli`, stdio: 'inherit' });
cpSync(`${root}packages/cli/dist`, `${stage}dist/server`, {
  recursive: true,
  filter: (path) => !/(?:\.(?:tsbuildinfo|d\.ts|map)|(?:once\.cjs|launch\.js|bundled\.json|words\/[\w-]+\.cjs))$/u.test(path),
});
writeFileSync(`${stage}dist/server/package.json`, '{ "type": "module" }\n');
cpSync(`${root}examples/anshun`, `${stage}dist/example`, { recursive: true });
// In the web no folder of an extension can be listed: what there is to copy is written down.
const example = readdirSync(`${stage}dist/example`, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(`${stage}dist/example/`.length))
  .sort();
writeFileSync(`${stage}dist/example/files.json`, `${JSON.stringify(example, null, 2)}\n`);

const { url, directory } = manifest.repository;
const home = url.replace(/^git\+|\.git$/gu, '');
const links = process.argv.includes('--marketplace')
  ? ['--baseContentUrl', `${home}/blob/HEAD/${directory}`, '--baseImagesUrl', `${home}/raw/HEAD/${directory}`]
  : ['--no-rewrite-relative-links'];
execFileSync(process.execPath, [`${source}node_modules/@vscode/vsce/vsce`, 'package', '--no-dependencies', ...links, '--out', target], {
  cwd: stage,
  stdio: ['ignore', 'pipe', 'inherit'],
});
console.log(`${target.slice(root.length)} (${Math.round(statSync(target).size / 1024)} KB)`);
