// The packed extension against what the Visual Studio Marketplace and Open VSX refuse or warn of: `node test/heavy/vsix.mjs` after a build.
// It packs it twice (with the package's own pictures, and with the repository's, as it is published), and looks into both. One line a
// check; ends with `N passed, M failed`.
import { deepStrictEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
let passed = 0;
let failed = 0;

function check(name, run) {
  try {
    run();
    passed += 1;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAILED  ${name}\n        ${String(error.message ?? error)
        .split('\n')
        .slice(0, 12)
        .join('\n        ')}`,
    );
  }
}

/** The files of an archive, by their names. */
function unpacked(path) {
  const bytes = readFileSync(path);
  const files = new Map();
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const head = bytes.readUInt32LE(at + 42);
    const from = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const content = bytes.subarray(from, from + size);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? content : inflateRawSync(content));
    at += 46 + name + extra + comment;
  }
  return files;
}

const pack = (...more) =>
  execFileSync(process.execPath, [`${root}scripts/package.mjs`, ...more], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
pack('--marketplace');
pack();
const { version } = JSON.parse(readFileSync(`${root}packages/vscode/package.json`, 'utf8'));
const own = unpacked(`${root}out/studyspec-${version}.vsix`);
const published = unpacked(`${root}out/studyspec-${version}-marketplace.vsix`);
const text = (files, name) => files.get(name)?.toString('utf8') ?? '';
const manifest = JSON.parse(text(own, 'extension/package.json'));
const listing = text(own, 'extension.vsixmanifest');
const names = [...own.keys()];
const pictures = (markdown) => [...markdown.matchAll(/!\[[^\]]*\]\(([^)\s]+)/gu)].map((match) => match[1]);

/** As https://code.visualstudio.com/api/references/extension-manifest lists them. */
const CATEGORIES = new Set([
  ...['Programming Languages', 'Snippets', 'Linters', 'Themes', 'Debuggers', 'Formatters', 'Keymaps', 'SCM Providers', 'Other'],
  ...[
    'Extension Packs',
    'Language Packs',
    'Data Science',
    'Machine Learning',
    'Visualization',
    'Notebooks',
    'Education',
    'Testing',
    'AI',
    'Chat',
  ],
]);

check('name, publisher and version are such as both take', () => {
  ok(/^[a-z0-9][a-z0-9-]*$/u.test(manifest.name) && /^[a-z0-9][a-z0-9-]*$/iu.test(manifest.publisher));
  ok(/^\d+\.\d+\.\d+$/u.test(manifest.version), 'a marketplace takes no label behind the version');
  ok(!('private' in manifest) && !('dependencies' in manifest) && !('scripts' in manifest));
  ok(!('enabledApiProposals' in manifest), 'proposed interfaces are not taken');
});
check('licence, repository, problems and home are named, the licence is there, and so are notices of others', () => {
  deepStrictEqual(manifest.license, 'Apache-2.0');
  for (const url of [manifest.repository.url, manifest.bugs.url, manifest.homepage]) ok(/^(?:git\+)?https:\/\//u.test(url), url);
  ok(/Apache License/u.test(text(own, 'extension/LICENSE.txt')) && /<License>extension\/LICENSE\.txt<\/License>/u.test(listing));
  const notices = text(own, 'extension/THIRD-PARTY-NOTICES');
  for (const one of ['vscode-languageclient', 'vscode-languageserver', 'chevrotain', 'ml-matrix', 'fflate', 'hyparquet'])
    ok(notices.includes(`${one} `), `${one} is bundled and not named`);
});
check('the icon is a PNG of at least 128 pixels, and no picture of a page is an SVG', () => {
  const icon = own.get(`extension/${manifest.icon}`);
  deepStrictEqual(icon.subarray(1, 4).toString(), 'PNG');
  ok(icon.readUInt32BE(16) >= 128 && icon.readUInt32BE(16) === icon.readUInt32BE(20));
  for (const page of ['extension/readme.md', 'extension/changelog.md'])
    for (const files of [own, published])
      deepStrictEqual(
        pictures(text(files, page)).filter((one) => /\.svg(?:$|\?)/iu.test(one)),
        [],
      );
});
check('pictures of the README are in the package, or, as it is published, behind https', () => {
  const [here, there] = [own, published].map((files) => pictures(text(files, 'extension/readme.md')));
  ok(here.length > 1);
  deepStrictEqual(
    here.filter((one) => !own.has(`extension/${one}`)),
    [],
  );
  deepStrictEqual(
    there.map((one) => one.replace(`${manifest.homepage.replace('#readme', '')}/raw/HEAD/packages/vscode/`, '')),
    here,
  );
});
check('categories exist, and tags are few enough', () => {
  deepStrictEqual(
    manifest.categories.filter((one) => !CATEGORIES.has(one)),
    [],
  );
  ok(/<Tags>([^<]*)/u.exec(listing)[1].split(',').length <= 30);
  ok(manifest.keywords.every((one) => one.length <= 50));
});
check('title, description and their Chinese sides are there, and short', () => {
  for (const side of ['extension/package.nls.json', 'extension/package.nls.zh-cn.json']) {
    const words = JSON.parse(text(own, side));
    ok(words.displayName.length > 0 && words.description.length > 10 && words.description.length <= 200, side);
  }
  ok(/<DisplayName>StudySpec<\/DisplayName>/u.test(listing), 'a marketplace shows the English title, not its key');
});
check('the editor that is asked for is the one whose interface it was compiled against', () => {
  const { devDependencies } = JSON.parse(readFileSync(`${root}packages/vscode/package.json`, 'utf8'));
  deepStrictEqual(manifest.engines.vscode, `^${devDependencies['@types/vscode']}`);
});
check('both entries are there, and the one for browsers asks for nothing but the editor', () => {
  for (const entry of [manifest.main, manifest.browser]) ok(own.has(`extension/${entry.replace('./', '')}`), entry);
  ok(/__web_extension/u.test(listing) && /ExtensionKind" Value="workspace,web"/u.test(listing));
  const asked = (code) => [...new Set([...code.matchAll(/(?<![.\w])require\("([^"]+)"\)/gu)].map((match) => match[1]))];
  deepStrictEqual(asked(text(own, 'extension/dist/web.js')), ['vscode']);
  deepStrictEqual(asked(text(own, 'extension/dist/web-server.js')), []);
});
check('everything that the manifest names is in the package', () => {
  const { languages, grammars, snippets, walkthroughs } = manifest.contributes;
  const named = [
    ...languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...grammars.map(({ path }) => path),
    ...snippets.flatMap(({ path }) =>
      path.startsWith('%')
        ? ['extension/package.nls.json', 'extension/package.nls.zh-cn.json'].map(
            (side) => JSON.parse(text(own, side))[path.replaceAll('%', '')],
          )
        : [path],
    ),
    ...walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => [media.image ?? media.markdown])),
    ...JSON.parse(text(own, 'extension/dist/example/files.json')).map((name) => `dist/example/${name}`),
  ];
  deepStrictEqual(
    named.filter((path) => !own.has(`extension/${path.replace('./', '')}`)),
    [],
  );
});
check('nothing else is: no sources, maps, tests or types, no other folder of this machine, and it is small', () => {
  deepStrictEqual(
    names.filter((name) => /\.(?:ts|map|tsbuildinfo|tgz)$|node_modules|\/test\//u.test(name)),
    [],
  );
  const leaking = [...own].filter(([name, bytes]) => /\.(?:js|cjs|json)$/u.test(name) && bytes.includes(root)).map(([name]) => name);
  deepStrictEqual(leaking, []);
  ok(readFileSync(`${root}out/studyspec-${version}.vsix`).length < 8 << 20);
});
// But the client of a database that a study names in its spec, a chunk of its own: SECURITY.md says when it is loaded.
check('no code asks for anything on the network, but that of a database which a study names', () => {
  const asking = [...own].filter(
    ([name, bytes]) =>
      /extension\/dist\/.*\.js$/u.test(name) && /\b(?:XMLHttpRequest|sendBeacon|new WebSocket)\b|\bfetch\(/u.test(bytes.toString('latin1')),
  );
  deepStrictEqual(
    asking.map(([name]) => name.replace(/-[A-Z0-9]+\.js$/u, '')),
    ['extension/dist/server/chunks/clickhouse'],
  );
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
