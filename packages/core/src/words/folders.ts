// Written by scripts/generate.mjs from the folders beside this file; changes here are lost.
import type { Catalogue, Partly } from './catalogue.ts';
import type { CliWords } from './en/cli/index.ts';
import * as en from './en/name.ts';
import * as zh from './zh/name.ts';

export interface LanguageFolder {
  readonly inEnglish: string;
  /** Null for English, which is there always: the others fall back on it. */
  readonly read: (() => Promise<{ readonly catalogue: Partly<Catalogue> }>) | null;
  /** What the command line itself says; null where it says that in English. */
  readonly readCli: (() => Promise<{ readonly cli: Partly<CliWords> }>) | null;
}

export const folders = {
  en: { ...en, read: null, readCli: null },
  zh: { ...zh, read: () => import('./zh/index.ts'), readCli: () => import('./zh/cli/index.ts') },
} as const satisfies Readonly<Record<string, LanguageFolder>>;
