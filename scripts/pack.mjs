// Packs what is published: `node scripts/pack.mjs` after a build writes out/packages/*.tgz, with types, licence and notices, and looks each
// over. Those files are what is published (`npm publish out/packages/NAME.tgz`); a package's folder is not, which `--refuse` says to
// whoever tries.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noticePages } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const to = `${root}out/packages/`;

if (process.argv.includes('--refuse')) {
  console.error('Packages are published as packed: npm run pack, then npm publish out/packages/NAME.tgz.');
  process.exit(1);
}
const { packageManager } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
// A package whose notices are not those of its bundle must not leave the house.
for (const [path, text] of Object.entries(noticePages(root)))
  if (!existsSync(root + path) || readFileSync(root + path, 'utf8').trimEnd() !== text.trimEnd())
    throw new Error(`${path} does not tell what is bundled; run: npm run generate`);
// A build taken from the cache leaves chunks of earlier ones beside its own.
execFileSync(process.execPath, [`${root}scripts/bundle.mjs`, 'cli'], { cwd: `${root}packages/cli`, stdio: 'inherit' });
execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-b', 'packages/core', 'packages/dsl', 'packages/cli'], {
  cwd: root,
  stdio: 'inherit',
});
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of ['core', 'dsl', 'cli']) {
  execFileSync('npx', ['-y', packageManager, 'pack', '--pack-destination', to], {
    cwd: `${root}packages/${name}`,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
for (const tarball of readdirSync(to).sort()) {
  lookOver(to + tarball);
  console.log(`out/packages/${tarball} (${Math.round(statSync(to + tarball).size / 1024)} KB)`);
}

/** Throws where a packed package lacks what it names, or has what it must not have. */
function lookOver(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-pack-'));
  try {
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    const files = readdirSync(`${folder}/package`, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    const manifest = JSON.parse(readFileSync(`${folder}/package/package.json`, 'utf8'));
    const wrong = [
      ...['LICENSE', 'README.md'].filter((file) => !files.includes(file)).map((file) => `has no ${file}`),
      ...(manifest.files.includes('THIRD-PARTY-NOTICES') && !files.includes('THIRD-PARTY-NOTICES') ? ['has no notices'] : []),
      ...Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })
        .filter(([, range]) => /^(?:workspace|link|file|catalog):/u.test(range))
        .map(([other, range]) => `depends on ${other} as ${range}, which nobody else has`),
      ...namedIn([manifest.exports, manifest.bin])
        .filter((file) => !file.includes('*') && !files.includes(file.replace('./', '')))
        .map((file) => `names ${file}, which is not packed`),
      ...files
        .filter((file) => /(?:^|\/)(?:\.tsbuildinfo|bundled\.json|node_modules|src)$|\.test\.d\.ts$|\.map$/u.test(file))
        .map((file) => `holds ${file}`),
    ];
    if (wrong.length > 0) throw new Error(`${manifest.name}:\n  ${wrong.join('\n  ')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every path below. */
function namedIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedIn) : [];
}
