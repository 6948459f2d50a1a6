// What somebody forgets who adds something does not compile: every case of test/support/forgotten.ts, with the expectation taken away.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
// As deep as the original, so that what it imports is found.
mkdirSync(join(root, 'dist'), { recursive: true });
const folder = mkdtempSync(join(root, 'dist/forgetting-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MARK = '// @ts-expect-error ';

it('is refused by the compiler, case by case', () => {
  const lines = readFileSync(join(root, 'test/support/forgotten.ts'), 'utf8').split('\n');
  const cases = lines.flatMap((line, at) => (line.trim().startsWith(MARK) ? [{ line: at + 2, what: line.trim().slice(MARK.length) }] : []));
  expect(cases.length).toBeGreaterThan(10);
  writeFileSync(join(folder, 'forgotten.ts'), lines.map((line) => line.replace(MARK, '// ')).join('\n'));
  const options = { noEmit: true, emitDeclarationOnly: false, declaration: false, composite: false, types: ['node'] };
  const config = { extends: '../../tsconfig.base.json', compilerOptions: options, files: ['forgotten.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  const refused = [...stdout.matchAll(/forgotten\.ts\((\d+),\d+\): error/gu)].map((match) => Number(match[1]));
  expect(cases.filter(({ line }) => !refused.includes(line)).map(({ what }) => what)).toEqual([]);
  // Nothing else is wrong with the file.
  expect(refused.filter((line) => !cases.some((one) => one.line === line))).toEqual([]);
}, 120_000);
