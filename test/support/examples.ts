// The examples of the repository, each run once and remembered: their files by path, as a project in memory.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runProject, type Ran } from './project.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const EXAMPLES = [
  'examples/anshun/anshun.study',
  'examples/anshun/anshun-clean.study',
  'examples/anshun/published.study',
  'examples/bijie/bijie.study',
] as const;
export type Example = (typeof EXAMPLES)[number];

const files: Readonly<Record<string, string>> = Object.fromEntries(
  (readdirSync(`${root}examples`, { recursive: true }) as string[])
    .map((name) => `examples/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(?:study|csv)$/u.test(name))
    .map((name) => [name, readFileSync(`${root}${name}`, 'utf8')]),
);

/** All of their files. */
export const projectOf = (): Readonly<Record<string, string>> => files;

export const exampleText = (path: string): string => files[path]!;

const ran = new Map<Example, Ran>();

export function runExample(example: Example): Ran {
  let found = ran.get(example);
  if (found === undefined) ran.set(example, (found = runProject(files, example)));
  return found;
}
