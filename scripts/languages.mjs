// Which languages there are words of: the folders of packages/core/src/words. A folder is all that it takes; the module that lists them is
// written from them before every build.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The module that lists them. */
export const folders = 'packages/core/src/words/folders.ts';

export const languagesBesideEnglish = () =>
  readdirSync(`${root}packages/core/src/words`, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() && one.name !== 'en' ? [one.name] : []))
    .sort();

/** Those of them that the command line itself speaks: its words are a part of their own. */
export const languagesOfCli = () =>
  languagesBesideEnglish().filter((tag) => existsSync(`${root}packages/core/src/words/${tag}/cli/index.ts`));

export function foldersModule() {
  const tags = languagesBesideEnglish();
  const spoken = languagesOfCli();
  const readCli = (tag) => (spoken.includes(tag) ? `() => import('./${tag}/cli/index.ts')` : 'null');
  return (
    `// Written by scripts/generate.mjs from the folders beside this file; changes here are lost.\n` +
    `import type { Catalogue, Partly } from './catalogue.ts';\nimport type { CliWords } from './en/cli/index.ts';\n` +
    ['en', ...tags].map((tag) => `import * as ${tag} from './${tag}/name.ts';\n`).join('') +
    `\nexport interface LanguageFolder {\n  readonly inEnglish: string;\n` +
    `  /** Null for English, which is there always: the others fall back on it. */\n` +
    `  readonly read: (() => Promise<{ readonly catalogue: Partly<Catalogue> }>) | null;\n` +
    `  /** What the command line itself says; null where it says that in English. */\n` +
    `  readonly readCli: (() => Promise<{ readonly cli: Partly<CliWords> }>) | null;\n}\n\n` +
    `export const folders = {\n  en: { ...en, read: null, readCli: null },\n` +
    tags.map((tag) => `  ${tag}: { ...${tag}, read: () => import('./${tag}/index.ts'), readCli: ${readCli(tag)} },\n`).join('') +
    `} as const satisfies Readonly<Record<string, LanguageFolder>>;`
  );
}

/** Writes the list where it is not what the folders say. */
export function listLanguages() {
  const text = `${foldersModule()}\n`;
  if (readFileSync(root + folders, 'utf8') !== text) writeFileSync(root + folders, text);
}
