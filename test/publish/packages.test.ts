// What is published: manifests that name what is there, notices of everything bundled, and tutorials that can be followed. The packed files
// themselves, other Nodes and an empty HOME are test/heavy/publish.sh's. Needs `npm run build`, which `npm test` does.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): Record<string, unknown> => JSON.parse(read(path)) as Record<string, unknown>;
interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}
const bundled = (name: string): Bundled[] => JSON.parse(read(`packages/${name}/dist/bundled.json`)) as Bundled[];
const notices = (await import(new URL('../../scripts/notices.mjs', import.meta.url).href)) as {
  noticePages(root: string): Record<string, string>;
  licenceOf(folder: string, one: { name: string; version: string }): { license: string; texts: string[] };
};
const temporary = mkdtempSync(join(tmpdir(), 'studyspec-notices-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

describe.each(['core', 'dsl', 'cli', 'vscode'])('packages/%s', (name) => {
  const manifest = json(`packages/${name}/package.json`);

  it('says whose it is, where it comes from and what for, alike in all packages', () => {
    const workspace = json('package.json');
    expect(manifest['license']).toBe(workspace['license']);
    expect(manifest['version']).toBe(workspace['version']);
    expect(manifest['repository']).toEqual({ ...(workspace['repository'] as object), directory: `packages/${name}` });
    expect(manifest['bugs']).toEqual(workspace['bugs']);
    expect(manifest['homepage']).toBe(workspace['homepage']);
    expect(manifest['keywords']).toEqual(expect.arrayContaining(['survey', 'SPSS']));
    expect(manifest['engines']).toMatchObject(name === 'vscode' ? { vscode: expect.any(String) as string } : { node: '>=20.19' });
    expect(read(`packages/${name}/README.md`).length).toBeGreaterThan(500);
  });

  it('needs of others what it does not bundle, and nothing else', () => {
    const held = new Set(bundled(name).map((one) => one.name));
    const needed = Object.keys((manifest['dependencies'] ?? {}) as object);
    expect(needed.filter((one) => held.has(one))).toEqual([]);
    // What a file of the bundle still asks for by name.
    const files = name === 'core' || name === 'dsl' ? ['index.js'] : [];
    const asked = files.flatMap((file) =>
      [...read(`packages/${name}/dist/${file}`).matchAll(/^import\b[^'"]*from\s*["']([^'"./][^'"]*)["']/gmu)].map((match) => match[1]!),
    );
    expect([...new Set(asked)].sort()).toEqual(files.length === 0 ? [] : needed.sort());
  });
});

describe('notices', () => {
  it('name everything that is bundled, each with the licence as its authors wrote it', () => {
    const pages = notices.noticePages(root);
    expect(Object.keys(pages)).toEqual(['core', 'cli', 'vscode'].map((name) => `packages/${name}/THIRD-PARTY-NOTICES`));
    for (const [path, text] of Object.entries(pages)) {
      expect(read(path).trimEnd(), path).toBe(text.trimEnd());
      const name = path.split('/')[1]!;
      // The extension carries the program.
      const all = [...bundled(name), ...(name === 'vscode' ? bundled('cli') : [])];
      expect(all.length).toBeGreaterThan(2);
      for (const one of all) {
        expect(text).toContain(`\n${one.name} ${one.version} (`);
        const licence = readdirSync(join(root, one.folder)).find((file) => /^licen[cs]e/iu.test(file));
        // Some packages bring no text of their licence: it stands with us.
        const ours: Readonly<Record<string, string>> = { '@resvg/resvg-wasm': 'resvg-wasm', 'pg-types': 'pg-types', pgpass: 'pgpass' };
        if (licence === undefined) expect(Object.keys(ours)).toContain(one.name);
        expect(text).toContain(
          readFileSync(
            licence === undefined ? join(root, `scripts/licences/${ours[one.name]}.txt`) : join(root, one.folder, licence),
            'utf8',
          )
            .replaceAll('\r\n', '\n')
            .trim(),
        );
      }
      if (name !== 'core') expect(text).toContain(read('packages/cli/fonts/OFL.txt').trim());
    }
  });

  it('are refused where something bundled has no text of its licence, or one that nobody has looked at', () => {
    const put = (files: Record<string, string>): string => {
      const folder = mkdtempSync(join(temporary, 'one-'));
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
      return `${folder}/`;
    };
    const one = { name: 'x', version: '1.0.0' };
    const mit = JSON.stringify({ license: 'MIT' });
    expect(notices.licenceOf(put({ 'package.json': mit, 'LICENSE-MIT': 'text', NOTICE: 'more' }), one).texts).toEqual(['text', 'more']);
    expect(() => notices.licenceOf(put({ 'package.json': mit, 'README.md': '' }), one)).toThrow('no text of its licence');
    for (const license of ['GPL-3.0', undefined])
      expect(() => notices.licenceOf(put({ 'package.json': JSON.stringify({ license }), LICENSE: '' }), one)).toThrow(
        'nobody has looked at',
      );
  });

  it('are missed by whoever bundles something new', () => {
    const copy = join(temporary, 'root/');
    for (const name of ['core', 'dsl', 'cli', 'vscode']) {
      mkdirSync(join(copy, 'packages', name, 'dist'), { recursive: true });
      cpSync(join(root, 'packages', name, 'package.json'), join(copy, 'packages', name, 'package.json'));
      const list = name === 'core' ? [{ name: 'new', version: '2.0.0', folder: 'node_modules/new' }] : [];
      writeFileSync(join(copy, 'packages', name, 'dist/bundled.json'), JSON.stringify(list));
    }
    mkdirSync(join(copy, 'node_modules/new'), { recursive: true });
    writeFileSync(join(copy, 'node_modules/new/package.json'), JSON.stringify({ license: 'MIT' }));
    expect(() => notices.noticePages(copy)).toThrow('new 2.0.0 is bundled and brings no text');
    writeFileSync(join(copy, 'node_modules/new/LICENSE'), 'The licence');
    expect(notices.noticePages(copy)['packages/core/THIRD-PARTY-NOTICES']).toContain('The licence');
  });
});

describe('tutorials', () => {
  const follow = (path: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [join(root, 'test/heavy/tutorial.mjs'), join(root, 'packages/cli/bin/studyspec.js'), path], {
      encoding: 'utf8',
    });

  it.each(['docs/tutorial.md', 'docs/zh/tutorial.md'])('%s can be followed literally', (page) => {
    const { status, stdout, stderr } = follow(join(root, page));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\d+ passed, 0 failed$/mu);
    expect(status).toBe(0);
  });

  it('are found out where they show another number than the program', () => {
    const page = join(temporary, 'tutorial.md');
    const whole = read('docs/tutorial.md');
    const data = whole.slice(whole.indexOf('```csv'), whole.indexOf('Is the file found'));
    const wrong = '```sh\nstudyspec check mine.study\n```\n\n```\n…\nNo problems. mine.study: 0 variables, 0 analyses, 31 cases.\n```\n';
    writeFileSync(page, `${data}\n${wrong}`);
    const { status, stdout, stderr } = follow(page);
    expect(stderr).toContain('31 cases');
    expect(stdout).toMatch(/, 2 failed$/mu); // The other: it is too short for a tutorial.
    expect(status).toBe(1);
  });
});
