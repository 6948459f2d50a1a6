// Which languages there are words of: the folders of packages/core/src/words. A folder is all that it takes; the module that lists them is
// written from them before every build.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The module that lists them. */
export const folders = 'packages/core/src/words/folders.ts';

export const languagesBesideEnglish = () =>
  readdirSync(`${root}packages/core/src/words`, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() && one.name !== 'en' ? [one.name] : []))
    .sort();

export function foldersModule() {
  const tags = languagesBesideEnglish();
  return (
    `// Written by scripts/generate.mjs from the folders beside this file; changes here are lost.\n` +
    `import type { Catalogue, Partly } from './catalogue.ts';\n` +
    ['en', ...tags].map((tag) => `import * as ${tag} from './${tag}/name.ts';\n`).join('') +
    `\nexport interface LanguageFolder {\n  readonly name: string;\n  readonly inEnglish: string;\n` +
    `  /** Null for English, which is there always: the others fall back on it. */\n` +
    `  readonly read: (() => Promise<{ readonly catalogue: Partly<Catalogue> }>) | null;\n}\n\n` +
    `export const folders = {\n  en: { ...en, read: null },\n` +
    tags.map((tag) => `  ${tag}: { ...${tag}, read: () => import('./${tag}/index.ts') },\n`).join('') +
    `} as const satisfies Readonly<Record<string, LanguageFolder>>;`
  );
}

/** Writes the list where it is not what the folders say. */
export function listLanguages() {
  const text = `${foldersModule()}\n`;
  if (readFileSync(root + folders, 'utf8') !== text) writeFileSync(root + folders, text);
}
