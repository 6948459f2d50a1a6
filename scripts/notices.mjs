// What each package must say of the software of others that its bundles hold: THIRD-PARTY-NOTICES, with the licence of each as its authors
// wrote it. Made from what the last build bundled (`dist/bundled.json`, scripts/bundle.mjs); scripts/generate.mjs writes and checks them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const PACKAGES = ['core', 'dsl', 'cli', 'vscode'];
/** Licences that allow what we do with the software: to hand it on, bundled, as a part of something under Apache-2.0. */
const ALLOWED = new Set([
  'Apache-2.0',
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  '0BSD',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
  // Used unchanged; the notice says where its sources are.
  'MPL-2.0',
]);
/** Whose packages bring no text of their licence: it stands in scripts/licences. */
const TEXTS = { '@resvg/resvg-wasm': 'resvg-wasm.txt', 'pg-types': 'pg-types.txt', pgpass: 'pgpass.txt' };
/** Fonts that pictures are painted with are no package. */
const FONTS = 'packages/cli/fonts/OFL.txt';
const RULE = '-'.repeat(80);

/** The pages by the path from the root. Throws where a licence is missing, unknown, or where nothing was built. */
export function noticePages(root) {
  const pages = {};
  const bundledIn = (name) => {
    const list = `${root}packages/${name}/dist/bundled.json`;
    if (!existsSync(list)) throw new Error(`${list} is not there: run npm run build first`);
    return JSON.parse(readFileSync(list, 'utf8'));
  };
  for (const name of PACKAGES) {
    // The extension carries the command line as its server.
    const bundled = name === 'vscode' ? merged(bundledIn('cli'), bundledIn('vscode')) : bundledIn(name);
    if (bundled.length > 0) pages[`packages/${name}/THIRD-PARTY-NOTICES`] = noticesOf(root, name, bundled);
  }
  return pages;
}

function merged(...lists) {
  const all = new Map(lists.flat().map((one) => [`${one.name}@${one.version}`, one]));
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

export function noticesOf(root, name, bundled) {
  // Packages that come from one hand have one text.
  const parts = new Map();
  for (const one of bundled) {
    const { license, texts } = licenceOf(`${root}${one.folder}/`, one);
    const text = texts.join('\n\n');
    parts.set(text, [...(parts.get(text) ?? []), `${one.name} ${one.version} (${license})`]);
  }
  const painted = name === 'cli' || name === 'vscode';
  const fonts = painted ? [[readFileSync(`${root}${FONTS}`, 'utf8').trim(), ['Noto fonts (OFL-1.1)']]] : [];
  const { name: title } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, 'utf8'));
  return (
    `Written by scripts/generate.mjs from what is bundled; changes here are lost.\n\n` +
    `${title} is under the Apache License 2.0 (LICENSE). Its files contain the following software of others,\n` +
    `each under its own licence.\n\n${bundled.map((one) => `  ${one.name} ${one.version}\n`).join('')}` +
    `${painted ? '  Noto fonts\n' : ''}\n` +
    [...parts, ...fonts].map(([text, names]) => `${RULE}\n${names.join('\n')}\n${RULE}\n\n${text}\n`).join('\n')
  );
}

/** A package's licence as its authors wrote it, and what they in turn say of others. */
export function licenceOf(folder, { name, version }) {
  const { license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  if (!ALLOWED.has(license))
    throw new Error(`${name} ${version} is bundled under the licence ${JSON.stringify(license)}, which nobody has looked at`);
  const files = readdirSync(folder).sort();
  const own = files.filter((file) => /^(?:licen[cs]e|copying)(?:[-.][\w.-]*)?$/iu.test(file));
  if (own.length === 0 && name in TEXTS)
    return { license, texts: [readFileSync(new URL(`licences/${TEXTS[name]}`, import.meta.url), 'utf8').trim()] };
  if (own.length === 0) throw new Error(`${name} ${version} is bundled and brings no text of its licence (${license})`);
  const others = files.filter((file) => /^(?:notice|third-?party-?notices?)(?:\.\w+)?$/iu.test(file));
  return {
    license,
    texts: [...own, ...others].map((file) =>
      readFileSync(folder + file, 'utf8')
        .replaceAll('\r\n', '\n')
        .trim(),
    ),
  };
}
