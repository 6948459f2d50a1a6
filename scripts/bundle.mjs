// Bundles one package with esbuild: `node scripts/bundle.mjs core|dsl|cli|vscode`, run in that package's folder.
// Sources of sibling packages are taken from src (through tsconfig paths), never from a stale dist.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build as buildWith, transform } from 'esbuild';
import { packagesIn } from './bundled.mjs';
import { languagesBesideEnglish, languagesOfCli, listLanguages } from './languages.mjs';

const name = process.argv[2];
/**
 * What only compressed data files and those of Parquet need makes large tables when it is loaded: it is loaded when such a file is
 * read. `require` of a bundled module runs it then; nothing is looked up at run time.
 */
const WHEN_ASKED = {
  fflate: ['gunzipSync', 'inflateSync', 'unzlibSync', 'zipSync'],
  fzstd: ['decompress'],
  'hyparquet/src/column.js': ['parquetHeader'],
  'hyparquet/src/metadata.js': ['parquetMetadata'],
};
const inflatingWhenAsked = {
  name: 'inflating when asked',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^(?:fflate|fzstd|hyparquet\/src\/\w+\.js)$/ }, ({ kind, path, importer }) =>
      kind === 'import-statement' && path in WHEN_ASKED && !importer.includes('node_modules')
        ? { path, namespace: 'when-asked' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-asked' }, ({ path }) => ({
      contents: WHEN_ASKED[path].map((one) => `export const ${one} = (...given) => require('${path}').${one}(...given);`).join('\n'),
      resolveDir: new URL('../packages/core', import.meta.url).pathname,
    }));
  },
};
const common = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  tsconfig: new URL('../tsconfig.base.json', import.meta.url).pathname,
  metafile: true,
  plugins: [inflatingWhenAsked],
};
/** Whose code went into the bundles: `dist/bundled.json`, from which scripts/notices.mjs makes what the package must say of it. */
const inputs = new Set();
const build = async (options) => {
  const { metafile } = await buildWith(options);
  for (const output of Object.values(metafile.outputs)) for (const input of Object.keys(output.inputs)) inputs.add(input);
};
// Some CommonJS dependencies call require() for Node's own modules; an ESM bundle has to provide it.
const banner = { js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);" };
listLanguages();
/**
 * Other letters than those of ASCII stand in regular expressions only (esbuild escapes them everywhere else), where their number says the
 * same. A program whose bytes are its letters is read as it is, and takes half the memory.
 */
function asciiOnly(file) {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
    'latin1',
  );
}
if (name === 'cli') {
  // Chunks are named by their content: those of an earlier build would stay.
  rmSync('dist/chunks', { recursive: true, force: true });
  // Code splitting keeps start-up short: a command's code is read only when it is called.
  await build({
    ...common,
    platform: 'node',
    minify: true,
    keepNames: true,
    splitting: true,
    outdir: 'dist',
    entryPoints: { main: 'src/main.ts', 'compute-worker': 'src/lsp/node/compute-worker.ts' },
    banner,
    chunkNames: 'chunks/[name]-[hash]',
  });
  // One script for calls that end: its compiled code can be kept (src/launch/compiled.ts). The language server is not in it: launch.ts
  // sends it to main.js.
  const noServer = {
    name: 'no server',
    setup: ({ onResolve }) => {
      onResolve({ filter: /\/lsp\/node\/stdio\.ts$/ }, () => ({ path: './main.js', external: true }));
    },
  };
  // Nor are the words of other languages than English: each is a file of its own, read when it is spoken; one more has what the command
  // line itself says, which help needs alone.
  const words = Object.fromEntries([
    ...languagesBesideEnglish().map((language) => [language, `../core/src/words/${language}/index.ts`]),
    ...languagesOfCli().map((language) => [`${language}-cli`, `../core/src/words/${language}/cli/index.ts`]),
  ]);
  const languagesApart = {
    name: 'languages apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/\w+\/(?:cli\/)?index\.ts$/ }, ({ path, kind, importer }) =>
        kind === 'dynamic-import' && /[\\/]words[\\/]folders\.ts$/.test(importer)
          ? { path: `./words/${path.split('/').slice(1, -1).join('-')}.cjs`, external: true }
          : undefined,
      );
    },
  };
  // Nor is what speaks to PostgreSQL: a file of its own, read when a study's answers stand there.
  const engineApart = {
    name: 'engine apart',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/postgres\.ts$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: './engines/postgres.cjs', external: true } : undefined,
      );
    },
  };
  // What commander starts other programs with, which nobody asks it for: loaded when somebody does.
  const programsWhenAsked = {
    name: 'programs when asked',
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path: 'programs', namespace: 'programs' } : undefined,
      );
      onLoad({ filter: /.*/, namespace: 'programs' }, () => ({
        contents: "module.exports = { get spawn() { return require('child_process').spawn; } };",
        resolveDir: process.cwd(),
      }));
    },
  };
  const plain = {
    ...common,
    format: 'cjs',
    platform: 'node',
    minify: true,
    keepNames: true,
    // A plain script knows its place too.
    define: { 'import.meta.url': '__place' },
    banner: { js: "const __place = require('node:url').pathToFileURL(__filename).href;" },
  };
  // What pictures are painted with: the thread that does, its renderer and its fonts. Read when a picture is.
  rmSync('dist/paint', { recursive: true, force: true });
  await build({
    ...common,
    platform: 'node',
    minify: true,
    outfile: 'dist/paint/paint-worker.mjs',
    entryPoints: ['src/host/paint-worker.ts'],
  });
  cpSync('fonts', 'dist/paint', { recursive: true });
  copyFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'dist/paint/resvg.wasm');
  // The threads that scan a large table and that help with its rows, and nothing else.
  rmSync('dist/scan', { recursive: true, force: true });
  await build({
    ...common,
    platform: 'node',
    minify: true,
    outdir: 'dist/scan',
    outExtension: { '.js': '.mjs' },
    entryPoints: ['src/host/scan-worker.ts', 'src/host/crew-worker.ts'],
  });
  // And the one that reads a DuckDB file, by what whoever has one installs beside.
  await build({
    ...common,
    platform: 'node',
    minify: true,
    outfile: 'dist/scan/duckdb-worker.mjs',
    entryPoints: ['src/host/duckdb/duckdb-worker.ts'],
  });
  rmSync('dist/words', { recursive: true, force: true });
  await build({
    ...plain,
    outdir: 'dist/words',
    outExtension: { '.js': '.cjs' },
    entryPoints: words,
  });
  rmSync('dist/engines', { recursive: true, force: true });
  await build({
    ...plain,
    outfile: 'dist/engines/postgres.cjs',
    entryPoints: ['src/host/engines/postgres.ts'],
    // Its native twin, which nobody has to have.
    external: ['pg-native', 'pg-cloudflare'],
  });
  await build({
    ...plain,
    outfile: 'dist/once.cjs',
    // Nobody reads the names of functions in a call that ends; to give them takes time at every start.
    keepNames: false,
    entryPoints: ['src/once.ts'],
    plugins: [noServer, languagesApart, engineApart, programsWhenAsked, ...common.plugins],
    // A script that is run with its compiled code can `require` and cannot `import`.
    supported: { 'dynamic-import': false },
  });
  asciiOnly('dist/once.cjs');
  const made = ['dist/once.cjs', 'dist/engines/postgres.cjs', ...Object.keys(words).map((name) => `dist/words/${name}.cjs`)];
  const digest = made
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash('sha256'))
    .digest('hex')
    .slice(0, 16);
  await build({
    ...common,
    platform: 'node',
    minify: true,
    keepNames: true,
    outfile: 'dist/launch.js',
    entryPoints: ['src/launch.ts'],
    external: ['./main.js'],
    plugins: [languagesApart, ...common.plugins],
    define: { BUILD: JSON.stringify(digest) },
  });
} else if (name === 'vscode') {
  // The extension host loads CommonJS; the page of the preview is a browser. The server is the command line's own bundle
  // (scripts/package.mjs adds it).
  const page = { ...common, format: 'iife', platform: 'browser', target: 'es2022', minify: true };
  await Promise.all([
    build({
      ...common,
      format: 'cjs',
      platform: 'node',
      minify: true,
      keepNames: true,
      outfile: 'dist/extension.js',
      entryPoints: ['src/extension.ts'],
      external: ['vscode'],
    }),
    build({ ...page, outfile: 'dist/webview/preview.js', entryPoints: ['src/webview/main.ts'] }),
    // In a browser the extension is a script of the extension host's worker, and the server one of a worker of its own.
    build({ ...page, format: 'cjs', keepNames: true, outfile: 'dist/web.js', entryPoints: ['src/web.ts'], external: ['vscode'] }),
    build({ ...page, keepNames: true, outfile: 'dist/web-server.js', entryPoints: ['../cli/src/lsp/browser/worker.ts'] }),
  ]);
  const { fragmentCss } = await import(new URL('../packages/core/dist/index.js', import.meta.url).href);
  const { code } = await transform(fragmentCss + readFileSync('src/webview/preview.css', 'utf8'), { loader: 'css', minify: true });
  writeFileSync('dist/webview/preview.css', code);
} else {
  await build({
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    outdir: 'dist',
    entryPoints: { index: 'src/index.ts', ...(name === 'core' ? { 'cli-words': 'src/words/cli.ts' } : {}) },
    external: name === 'dsl' ? ['@studyspec/core', 'chevrotain'] : ['ml-matrix'],
  });
}
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bundled.json', `${JSON.stringify(packagesIn(inputs), null, 2)}\n`);
