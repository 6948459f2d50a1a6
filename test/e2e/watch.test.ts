// A study that is run again at each change, until it is stopped; and what shells complete.
import { spawnSync } from 'node:child_process';
import { afterAll, expect, it, vi } from 'vitest';
import { answers, declared } from '../support/cli.ts';
import { caught } from '../support/caught-streams.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);

it('runs again when the data or the spec has changed, and stops when told to', async () => {
  folder.write({ 's.study': declared(), 'd.csv': answers });
  const waited = (): number => caught.err.split('Waiting for changes').length - 1;
  const ended = call('watch', folder.at('s.study'), '--only', 'descriptives', '--lang', 'en');
  const until = (runs: number) => vi.waitFor(() => expect(waited()).toBe(runs), { timeout: 60_000, interval: 50 });
  await until(1);
  expect(caught.out).toContain('40');
  expect(caught.out).not.toContain('39');
  folder.write({ 'd.csv': answers.replace(/\n40,[^\n]*/u, '') });
  await until(2);
  expect(caught.out).toContain('39');
  folder.write({ 's.study': declared().replace('study "S"', 'study "Another name"') });
  await until(3);
  expect(caught.out).toContain('Another name');
  process.emit('SIGINT');
  expect((await ended).code).toBe(0);
});

it('completion knows every command and its options, and what it prints is a script', async () => {
  const { code, out } = await call('completion', 'bash');
  expect(code).toBe(0);
  const asked = (words: string, at: number): string =>
    spawnSync('bash', ['-c', `${out}\nCOMP_WORDS=(${words}); COMP_CWORD=${at}; _studyspec; echo "\${COMPREPLY[*]}"`], {
      encoding: 'utf8',
    }).stdout.trim();
  expect(asked('studyspec co', 1).split(' ').sort()).toEqual(['codebook', 'compare', 'completion']);
  expect(asked('studyspec fill --c', 2)).toBe('--check');
  expect((await call('completion', 'zsh')).out).toMatch(/^#compdef studyspec\n/u);
  expect((await call('completion', 'fish')).out).toContain("complete -c studyspec -n '__fish_seen_subcommand_from fill' -l check\n");
  expect((await call('completion', 'tcsh')).err).toContain('bash, zsh, fish');
});
